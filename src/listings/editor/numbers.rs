//! Numbers as people type them. Decimals may stand behind a point or a comma, thousands may be grouped by spaces, commas
//! or points. What could be read two ways (`1,234`, `1.234`) is refused: a thousandfold error in a claim is worse than
//! a question.

use rust_decimal::Decimal;

use crate::checks::Problem;

/// Most digits of a typed number.
const DIGITS: usize = 20;

/// Reads a typed number; nothing typed is no number.
pub fn read(typed: &str) -> Result<Option<Decimal>, Problem> {
    let plain: String = typed.trim().chars().map(plain_character).collect();
    if plain.is_empty() {
        return Ok(None);
    }
    let (minus, body) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = split(body)?;
    let whole = ungrouped(whole).ok_or(Problem::NotNumber)?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(&whole) || !digits(fraction) || whole.len() + fraction.len() > DIGITS {
        return Err(Problem::NotNumber);
    }
    let text = if fraction.is_empty() { format!("{minus}{whole}") } else { format!("{minus}{whole}.{fraction}") };
    text.parse::<Decimal>().map(|number| Some(number.normalize())).map_err(|_| Problem::NotNumber)
}

/// Writes a number so that [`read`] reads it back: with a point, without groups, and never in a form that is refused.
pub fn write(number: Decimal) -> String {
    let mut text = number.normalize().to_string();
    if read(&text) == Err(Problem::Other("problem-number-ambiguous")) {
        text.push('0');
    }
    text
}

/// Writes a number that may be absent.
pub fn write_some(number: Option<Decimal>) -> String {
    number.map(write).unwrap_or_default()
}

fn plain_character(character: char) -> char {
    match character {
        '０'..='９' => char::from_digit(character as u32 - '０' as u32, 10).unwrap_or(character),
        '．' => '.',
        '，' => ',',
        '−' | '－' => '-',
        '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '’' => ' ',
        other => other,
    }
}

/// Takes a number apart at its decimal separator; the whole part may still be grouped.
fn split(body: &str) -> Result<(&str, &str), Problem> {
    let marks: Vec<(usize, char)> = body.char_indices().filter(|(_, mark)| matches!(mark, '.' | ',')).collect();
    let Some((last, mark)) = marks.last().copied() else { return Ok((body, "")) };
    let others = marks.iter().filter(|(_, other)| *other != mark).count();
    let (whole, fraction) = (&body[..last], &body[last + 1..]);
    if others == 0 && marks.len() > 1 {
        return Ok((body, ""));
    }
    if others != marks.len() - 1 || fraction.is_empty() {
        return Err(Problem::NotNumber);
    }
    let could_be_group = (1..=3).contains(&whole.len()) && !whole.starts_with('0') && fraction.len() == 3;
    if others == 0 && could_be_group {
        return Err(Problem::Other("problem-number-ambiguous"));
    }
    Ok((whole, fraction))
}

/// The digits of a whole number whose groups, if any, are of three digits behind one kind of mark.
fn ungrouped(whole: &str) -> Option<String> {
    if whole.is_empty() {
        return Some("0".to_owned());
    }
    let Some(mark) = whole.chars().find(|character| !character.is_ascii_digit()) else { return Some(whole.to_owned()) };
    let groups: Vec<&str> = whole.split(mark).collect();
    let right = groups.iter().enumerate().all(|(place, group)| match place {
        0 => (1..=3).contains(&group.len()),
        _ => group.len() == 3,
    });
    (matches!(mark, ' ' | ',' | '.') && right).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(text: &str) -> Result<Option<Decimal>, Problem> {
        read(text)
    }

    #[test]
    fn the_usual_ways_to_write_a_number_are_read() {
        for (typed, meant) in [
            ("12", "12"),
            ("12.5", "12.5"),
            ("12,5", "12.5"),
            ("1,234.5", "1234.5"),
            ("1.234,5", "1234.5"),
            ("1 234,5", "1234.5"),
            ("1 234", "1234"),
            ("1,234,567", "1234567"),
            ("1.234.567", "1234567"),
            ("1 234,567", "1234.567"),
            ("0.125", "0.125"),
            ("0,125", "0.125"),
            ("1234.567", "1234.567"),
            (".5", "0.5"),
            ("１２．５", "12.5"),
            ("−3", "-3"),
        ] {
            assert_eq!(number(typed), Ok(Some(meant.parse().unwrap())), "{typed}");
        }
        assert_eq!(number("  "), Ok(None));
    }

    #[test]
    fn what_could_be_read_two_ways_is_refused() {
        for typed in ["1,234", "1.234", "12.345", "999,999", "-1.234"] {
            assert_eq!(number(typed), Err(Problem::Other("problem-number-ambiguous")), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in ["abc", "1e5", "12 34", "1,23,456", "1.2.3", "1.2,3.4", "5.", "--1", "1234567890123456789012", "∞"]
        {
            assert_eq!(number(typed), Err(Problem::NotNumber), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn every_written_number_is_read_back(units in -9_999_999_999_i64..9_999_999_999, scale in 0_u32..9) {
            let decimal = Decimal::new(units, scale).normalize();
            prop_assert_eq!(read(&write(decimal)), Ok(Some(decimal)));
        }

        #[test]
        fn no_text_breaks_the_reader(text in "\\PC{0,40}") {
            let _ = read(&text);
        }
    }
}
