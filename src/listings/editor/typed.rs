//! From typed text to values: each reader notes at the field what is wrong and goes on.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rust_decimal::Decimal;

use super::numbers;
use crate::checks::{Problem, Problems};

pub use crate::checks::plain as text;

/// A text of one line.
pub fn line(typed: &str) -> String {
    text(&typed.replace(['\n', '\r', '\t'], " "))
}

/// A number, if one was typed.
pub fn number(problems: &mut Problems, field: &str, typed: &str) -> Option<Decimal> {
    numbers::read(typed).unwrap_or_else(|problem| {
        problems.add(field, problem);
        None
    })
}

/// A number that is needed.
pub fn needed(problems: &mut Problems, field: &str, typed: &str) -> Option<Decimal> {
    problems.check(field, !typed.trim().is_empty(), Problem::Missing);
    number(problems, field, typed)
}

/// A year, if one was typed.
pub fn year(problems: &mut Problems, field: &str, typed: &str) -> Option<u16> {
    parsed(problems, field, typed.trim(), Problem::OutOfRange { min: 1950, max: 2100 })
}

/// A day, if one was typed.
pub fn day(problems: &mut Problems, field: &str, typed: &str) -> Option<NaiveDate> {
    parsed(problems, field, typed.trim(), Problem::NotDate)
}

/// A day with a time, or the end of that day. `field` is the day's; that of the time ends in `_time`.
pub fn moment(problems: &mut Problems, field: &str, day_typed: &str, time: &str) -> Option<NaiveDateTime> {
    let read = day(problems, field, day_typed);
    let time = time.trim();
    if time.is_empty() {
        return read?.and_hms_opt(23, 59, 0);
    }
    let hour = NaiveTime::parse_from_str(time, "%H:%M").or_else(|_| NaiveTime::parse_from_str(time, "%H:%M:%S"));
    problems.check(&format!("{field}_time"), hour.is_ok(), Problem::Other("problem-not-time"));
    problems.check(field, !day_typed.trim().is_empty(), Problem::Missing);
    Some(read?.and_time(hour.ok()?))
}

/// A code of a closed list, if one was chosen.
pub fn code<T: FromStr>(problems: &mut Problems, field: &str, chosen: &str) -> Option<T> {
    parsed(problems, field, chosen, Problem::UnknownChoice)
}

/// A code of a closed list that is needed.
pub fn needed_code<T: FromStr>(problems: &mut Problems, field: &str, chosen: &str) -> Option<T> {
    problems.check(field, !chosen.is_empty(), Problem::Missing);
    code(problems, field, chosen)
}

/// The chosen codes. What was chosen before keeps its place, since the order is its owner's.
pub fn codes<T: FromStr + PartialEq + Clone>(
    problems: &mut Problems,
    field: &str,
    chosen: &[String],
    before: &[T],
) -> Vec<T> {
    let mut values: Vec<T> = Vec::new();
    for code in chosen.iter().filter(|code| !code.is_empty()) {
        match code.parse() {
            Ok(value) if !values.contains(&value) => values.push(value),
            Ok(_) => {}
            Err(_) => problems.add(field, Problem::UnknownChoice),
        }
    }
    let kept = before.iter().filter(|value| values.contains(value)).cloned();
    let added = values.iter().filter(|value| !before.contains(value)).cloned();
    kept.chain(added).collect()
}

/// Codes as a form sends them.
pub fn sent<T: ToString>(codes: &[T]) -> Vec<String> {
    codes.iter().map(ToString::to_string).collect()
}

/// A value that may be absent, as a form sends it.
pub fn sent_some<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Adds an empty row or removes one, if that is what a button asked for.
pub fn rework<T: Default>(rows: &mut Vec<T>, action: &str, most: usize) -> bool {
    let removed = action.strip_prefix("remove-row-").and_then(|row| row.parse::<usize>().ok());
    if action == "add-row" && rows.len() < most {
        rows.push(T::default());
    } else if let Some(row) = removed.filter(|row| *row < rows.len()) {
        rows.remove(row);
    }
    action == "add-row" || removed.is_some()
}

fn parsed<T: FromStr>(problems: &mut Problems, field: &str, typed: &str, problem: Problem) -> Option<T> {
    if typed.is_empty() {
        return None;
    }
    let value = typed.parse().ok();
    problems.check(field, value.is_some(), problem);
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::Cooperation;

    #[test]
    fn chosen_codes_keep_the_order_of_before_and_come_once() {
        let mut problems = Problems::new();
        let chosen = ["sale", "licence", "sale", "training"].map(str::to_owned);
        let before = [Cooperation::Training, Cooperation::Licence];
        let codes = codes(&mut problems, "cooperation", &chosen, &before);
        assert_eq!(codes, [Cooperation::Training, Cooperation::Licence, Cooperation::Sale]);
        assert!(problems.is_empty());
    }

    #[test]
    fn an_unknown_code_is_a_problem_and_the_rest_is_kept() {
        let mut problems = Problems::new();
        let codes: Vec<Cooperation> = codes(&mut problems, "cooperation", &["gift".into(), "sale".into()], &[]);
        assert_eq!((codes, problems.of("cooperation")), (vec![Cooperation::Sale], Some(&Problem::UnknownChoice)));
    }

    #[test]
    fn control_characters_and_carriage_returns_do_not_get_in() {
        assert_eq!(text(" a\r\nb\0\u{1b}c "), "a\nbc");
        assert_eq!(line("a\nb"), "a b");
    }
}
