//! What is wrong with rows: where, at which field, and what, in the words that forms use.

use serde::{Deserialize, Serialize};

use crate::checks::{Problem, plain};
use crate::i18n::{At, Locale};
use crate::listings::editor::field_name;
use crate::web::form;

/// Most characters of a cell that are shown with what is wrong in it.
const TYPED: usize = 40;

/// The beginning of a text, with a sign that it goes on.
pub fn shortened(text: &str, most: usize) -> String {
    let plain = plain(text);
    let short: String = plain.chars().take(most).collect();
    if short.len() < plain.len() { format!("{short}…") } else { short }
}

/// One thing that is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Line or row number in the file.
    pub line: u64,
    /// Heading of the column; empty where it is about the whole row.
    #[serde(default)]
    pub column: String,
    /// The field, as forms name it: `benefits-0-unit`; empty where it is about none.
    #[serde(default)]
    pub field: String,
    /// What stands in the cell, shortened; empty where the fault is about no cell.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub typed: String,
    /// What is wrong.
    pub told: Told,
}

impl Fault {
    /// A fault of a whole row.
    pub fn of_row(line: u64, told: Told) -> Self {
        Self { line, column: String::new(), field: String::new(), typed: String::new(), told }
    }

    /// Where it is: the column, else the name of the field in a language; empty for a whole row.
    pub fn place(&self, locale: &'static Locale) -> String {
        match self.column.as_str() {
            "" => field_name(locale, &self.field),
            column => column.to_owned(),
        }
    }

    /// The same with what stands in the cell.
    pub fn with_typed(self, text: &str) -> Self {
        Self { typed: shortened(text, TYPED), ..self }
    }
}

/// What is wrong, so that it can be kept and said in any language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Id of the message.
    id: String,
    /// Its numbers, in the order of the message.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    numbers: Vec<i64>,
}

impl Told {
    /// A message that takes no number.
    pub fn plain(id: &str) -> Self {
        Self { id: id.to_owned(), numbers: Vec::new() }
    }

    /// A row has another number of cells than there are headings.
    pub fn cells(there: usize, headings: usize) -> Self {
        Self { id: "problem-row-cells".to_owned(), numbers: vec![count(there), count(headings)] }
    }

    /// In the words of a language.
    pub fn words(&self, locale: &'static Locale) -> String {
        let page = At { locale };
        let size = |place: usize| self.numbers.get(place).and_then(|n| usize::try_from(*n).ok()).unwrap_or_default();
        let problem = match self.id.as_str() {
            "problem-row-cells" => return t!(page, "problem-row-cells", n = size(0), headings = size(1)),
            "problem-missing" => Problem::Missing,
            "problem-too-long" => Problem::TooLong { max: size(0) },
            "problem-too-short" => Problem::TooShort { min: size(0) },
            "problem-too-many" => Problem::TooMany { max: size(0) },
            "problem-out-of-range" => match self.numbers[..] {
                [min, max] => Problem::OutOfRange { min, max },
                _ => Problem::NotNumber,
            },
            id => match self.numbers[..] {
                [n] => return locale.loader.get_args(id, [("n", n)].into()),
                _ => return locale.get(id),
            },
        };
        form::words_in(locale, &problem)
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl From<&Problem> for Told {
    fn from(problem: &Problem) -> Self {
        let (id, numbers) = match problem {
            Problem::Missing => ("problem-missing", vec![]),
            Problem::TooLong { max } => ("problem-too-long", vec![count(*max)]),
            Problem::TooShort { min } => ("problem-too-short", vec![count(*min)]),
            Problem::TooMany { max } => ("problem-too-many", vec![count(*max)]),
            Problem::NotEmail => ("problem-not-email", vec![]),
            Problem::NotUrl => ("problem-not-url", vec![]),
            Problem::NotNumber => ("problem-not-number", vec![]),
            Problem::OutOfRange { min, max } => ("problem-out-of-range", vec![*min, *max]),
            Problem::NotDate => ("problem-not-date", vec![]),
            Problem::UnknownChoice => ("problem-unknown-choice", vec![]),
            Problem::Other(id) => (*id, vec![]),
            Problem::Counted(id, n) => (*id, vec![i64::from(*n)]),
        };
        Self { id: id.to_owned(), numbers }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::Lang;

    #[test]
    fn what_is_told_says_the_words_of_the_forms_in_any_language() {
        for problem in [
            Problem::Missing,
            Problem::TooLong { max: 120 },
            Problem::TooMany { max: 5 },
            Problem::OutOfRange { min: 1950, max: 2100 },
            Problem::NotDate,
            Problem::Other("problem-number-ambiguous"),
        ] {
            for lang in [Lang::En, Lang::Zh] {
                let locale = Locale::of(lang);
                assert_eq!(Told::from(&problem).words(locale), form::words_in(locale, &problem));
            }
        }
    }
}
