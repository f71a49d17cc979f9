//! Ground: what is wrong with an input, field by field. The words stand in the language files.

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was given and something is needed.
    Missing,
    /// More characters than allowed.
    TooLong {
        /// The most that is allowed.
        max: usize,
    },
    /// Fewer characters than needed.
    TooShort {
        /// The least that is needed.
        min: usize,
    },
    /// More entries than allowed.
    TooMany {
        /// The most that is allowed.
        max: usize,
    },
    /// Not an e-mail address.
    NotEmail,
    /// Not a web address.
    NotUrl,
    /// Not a number.
    NotNumber,
    /// A number outside its limits.
    OutOfRange {
        /// The least that is allowed.
        min: i64,
        /// The most that is allowed.
        max: i64,
    },
    /// Not a date.
    NotDate,
    /// Not one of the choices.
    UnknownChoice,
    /// Anything else: the id of a message that takes no argument.
    Other(&'static str),
    /// Anything else that has to do with a number: the id of a message that takes `n`.
    Counted(&'static str, u32),
}

/// All that is wrong with an input, in the order of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<(String, Problem)>);

impl Problems {
    /// Nothing wrong yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One problem.
    pub fn one(field: impl Into<String>, problem: Problem) -> Self {
        Self(vec![(field.into(), problem)])
    }

    /// Notes a problem at a field.
    pub fn add(&mut self, field: impl Into<String>, problem: Problem) {
        self.0.push((field.into(), problem));
    }

    /// Notes a problem at a field if a check has failed.
    pub fn check(&mut self, field: &str, holds: bool, problem: Problem) {
        if !holds {
            self.add(field, problem);
        }
    }

    /// Checks a text: needed or not, and at most `max` characters.
    pub fn text(&mut self, field: &str, text: &str, needed: bool, max: usize) {
        if needed && is_blank(text) {
            self.add(field, Problem::Missing);
        } else if text.chars().count() > max {
            self.add(field, Problem::TooLong { max });
        }
    }

    /// Takes over all problems of another.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields and what is wrong with them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Problem)> {
        self.0.iter().map(|(field, problem)| (field.as_str(), problem))
    }

    /// What is wrong with a field, if anything.
    pub fn of(&self, field: &str) -> Option<&Problem> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, problem)| problem)
    }

    /// The value, if nothing is wrong.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

/// A text as it is stored: without surrounding space, carriage returns and control characters, of which PostgreSQL does
/// not even take NUL. A text that shows nothing is none.
pub fn plain(typed: &str) -> String {
    let kept = |character: &char| *character == '\n' || *character == '\t' || !character.is_control();
    let plain = typed.replace("\r\n", "\n").replace('\r', "\n");
    let plain: String = plain.chars().filter(kept).collect();
    if is_blank(&plain) { String::new() } else { plain.trim().to_owned() }
}

/// Whether a text shows nothing.
fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || character.is_control() || is_unseen(character))
}

/// Characters that show nothing by themselves: joiners, marks of direction, fillers and selectors of variants. Within a
/// text they stay, since Burmese, Khmer, Lao and Thai divide their words by some of them.
const fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// An e-mail address as it is stored: trimmed, in lower case; `None` if it is none.
pub fn email(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    (text.len() <= 254 && text.parse::<lettre::Address>().is_ok()).then_some(text)
}

/// A web address with http or https; `None` if it is none.
pub fn web_address(text: &str) -> Option<url::Url> {
    url::Url::parse(text.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// The first e-mail address, telephone number or messenger in a text.
pub fn contact(text: &str) -> Option<String> {
    address(text).or_else(|| telephone(text)).or_else(|| messenger(text))
}

/// All e-mail addresses, telephone numbers and messengers in some texts, each once, in one line; `None` if there are none.
pub fn contacts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts {
        let named = messengers(text).into_iter().map(str::to_owned);
        for found in addresses(text).chain(telephones(text)).map(str::to_owned).chain(named) {
            // A number or a name within an address is no second way.
            if !all.iter().any(|known| known.to_lowercase().contains(&found.to_lowercase())) {
                all.push(found);
            }
        }
    }
    (!all.is_empty()).then(|| all.join(", "))
}

/// A text in which something else stands for e-mail addresses and telephone numbers, and for the name of a messenger with
/// what follows it in the sentence.
pub fn without_contacts(text: &str, instead: &str) -> String {
    let mut text = text.to_owned();
    for find in [address, telephone] {
        while let Some(found) = find(&text).filter(|found| !instead.contains(found.as_str())) {
            text = text.replace(&found, instead);
        }
    }
    let lines = text.split_inclusive(|c: char| "\n,;!?，；。！？".contains(c) || c == '.');
    let line = |part: &str| match named_messenger(part) {
        None => part.to_owned(),
        Some(place) => {
            let end = part.chars().next_back().filter(|last| !last.is_alphanumeric() && *last != ' ');
            format!("{}{instead}{}", &part[..place], end.map(String::from).unwrap_or_default())
        }
    };
    lines.map(line).collect()
}

/// Where in a text a messenger is named.
fn named_messenger(text: &str) -> Option<usize> {
    let name = messenger(text)?;
    // Lower case may have another length, so the place is looked for in the text itself.
    let places = text.char_indices().map(|(place, _)| place);
    places.into_iter().find(|place| text[*place..].to_lowercase().starts_with(&name))
}

fn address(text: &str) -> Option<String> {
    addresses(text).next().map(str::to_owned)
}

fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let of_address = |c: char| c.is_ascii_alphanumeric() || "._%+-@".contains(c);
    let words = text.split(move |c: char| !of_address(c)).map(|word| word.trim_matches('.'));
    words.filter(|word| word.contains('.') && email(word).is_some())
}

fn telephone(text: &str) -> Option<String> {
    telephones(text).next().map(str::to_owned)
}

/// Digits in groups that begin as telephone numbers do: with `+`, `(`, a zero, or as a Chinese mobile number of eleven
/// digits in one piece. Decimal points and commas end a group, so that amounts are not taken for numbers.
fn telephones(text: &str) -> impl Iterator<Item = &str> {
    let of_number = |c: char| c.is_ascii_digit() || "+()- ".contains(c);
    let runs = text.split(move |c: char| !of_number(c)).map(str::trim).map(|run| run.trim_end_matches(['-', '(']));
    runs.filter(|run| {
        let digits: Vec<char> = run.chars().filter(char::is_ascii_digit).collect();
        let mobile = run.len() == 11 && digits.len() == 11 && matches!(digits[..2], ['1', '3'..='9']);
        let begins = run.starts_with('+') || run.starts_with('0') || run.starts_with("(0") || run.starts_with("(+");
        let groups = run.split([' ', '-', '(', ')', '+']).filter(|group| !group.is_empty());
        let in_groups = groups.clone().all(|group| group.len() >= 2) || run.starts_with('+');
        (begins && in_groups && (9..=15).contains(&digits.len())) || mobile
    })
}

fn messenger(text: &str) -> Option<String> {
    messengers(text).first().map(|name| (*name).to_owned())
}

fn messengers(text: &str) -> Vec<&'static str> {
    const NAMES: [&str; 10] =
        ["wechat", "whatsapp", "telegram", "viber", "zalo", "skype", "line id", "微信", "qq号", "加v"];
    let text = text.to_lowercase();
    NAMES.into_iter().filter(|name| text.contains(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_shows_nothing_is_none() {
        for typed in
            ["\u{202e}", "\u{200b}\u{200d} \n", "\u{2066}\u{2069}", "\u{feff}", "\u{3164}", "\0\u{ad}\t", "\u{fe0f}"]
        {
            assert_eq!(plain(typed), "", "{typed:?}");
            let mut problems = Problems::new();
            problems.text("title", typed, true, 10);
            assert_eq!(problems.of("title"), Some(&Problem::Missing), "{typed:?}");
        }
    }

    #[test]
    fn characters_that_join_or_divide_stay_within_a_text() {
        for text in ["ទឹក\u{200b}ស្អាត", "ນ້ຳ\u{200b}ສະອາດ", "น้ำ\u{200b}สะอาด", "က\u{200c}ခ", "क\u{200d}ष", "5\u{fe0f}"]
        {
            assert_eq!(plain(&format!("  {text}\r\n")), text);
        }
    }

    #[test]
    fn ways_to_be_reached_are_found_in_texts() {
        for (text, found) in [
            ("Write to sales@lumen-water.example.com, please.", "sales@lumen-water.example.com"),
            ("Call +84 24 3825 1234 today", "+84 24 3825 1234"),
            ("电话：010-6655 8899。", "010-6655 8899"),
            ("手机13800138000", "13800138000"),
            ("Add us on WhatsApp", "whatsapp"),
            ("请加微信联系", "微信"),
        ] {
            assert_eq!(contact(text).as_deref(), Some(found), "{text}");
        }
    }

    #[test]
    fn all_ways_to_be_reached_are_named_once() {
        let texts =
            ["Write to a@lumen.example.com or call +84 24 3825 1234.", "Ask A@lumen.example.com on WhatsApp", "Soon"];
        assert_eq!(contacts(texts).as_deref(), Some("a@lumen.example.com, +84 24 3825 1234, whatsapp"));
        assert_eq!(contacts(["13800138000@zalo.example.com"]).as_deref(), Some("13800138000@zalo.example.com"));
        assert_eq!(contacts(["Nothing of the kind.", ""]), None);
    }

    #[test]
    fn ways_to_be_reached_are_taken_out_of_texts() {
        for (text, left) in [
            ("Write to sales@lumen.example.com or to a.b@lumen.example.com, please.", "Write to … or to …, please."),
            ("Call +84 24 3825 1234 today.\nOr 13800138000.", "Call … today.\nOr …."),
            (
                "Flow 1,200 m³/d. Add me on WhatsApp baotran99, then we talk.",
                "Flow 1,200 m³/d. Add me on …, then we talk.",
            ),
            ("请加微信 baotran99。谢谢。", "请加…。谢谢。"),
            ("Nothing of the kind.", "Nothing of the kind."),
        ] {
            assert_eq!(without_contacts(text, "…"), left);
        }
        assert_eq!(without_contacts("me@a.example me@a.example", "you@a.example"), "you@a.example you@a.example");
    }

    #[test]
    fn figures_are_no_telephone_numbers() {
        for text in [
            "From 105 to 40 m³ per tonne, 12,000 m³/d, since 2019-2024",
            "0.05 to 0.10 mg/L; 1 200 000 kWh a year",
            "HJ 2546-2016 and GB/T 24034-2019",
            "Loads of 0 20 40 60 80 100 percent",
            "patent ZL201910123456.7",
            "@ 25 °C",
        ] {
            assert_eq!(contact(text), None, "{text}");
        }
    }
}
