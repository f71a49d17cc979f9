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
        if needed && text.trim().is_empty() {
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
/// not even take NUL.
pub fn plain(typed: &str) -> String {
    let kept = |character: &char| *character == '\n' || *character == '\t' || !character.is_control();
    let plain = typed.replace("\r\n", "\n").replace('\r', "\n");
    plain.chars().filter(kept).collect::<String>().trim().to_owned()
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
