use std::str::FromStr;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::checks::{Problem, Problems, contact};
use crate::listings::editor::typed;
use crate::taxonomy::{self, Cooperation};

/// Longest message, in characters.
const LONGEST_MESSAGE: usize = 8_000;
/// Longest reason, in characters.
pub const LONGEST_REASON: usize = 2_000;
/// Longest of the short texts, in characters.
const LONGEST_LINE: usize = 200;
/// Largest value of an agreement that is believed; a large plant comes to 10 to the 13th in dong or rupiah.
const LARGEST_VALUE: i64 = 1_000_000_000_000_000;

/// What an organisation says when it expresses interest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// What for.
    pub purpose: Vec<Cooperation>,
    /// ISO 3166-1 country where it would be used.
    pub country: String,
    /// The site, in words.
    pub site: String,
    /// The message.
    pub message: String,
    /// The budget, in words.
    pub budget: String,
    /// The timetable, in words.
    pub timetable: String,
    /// Whether an agreement on secrecy comes first.
    pub nda: bool,
}

impl Proposal {
    /// A way to be reached that stands in its words, although contacts open with acceptance.
    pub fn reveals(&self) -> Option<String> {
        [&self.message, &self.site, &self.budget, &self.timetable].into_iter().find_map(|text| contact(text))
    }

    /// What is wrong with it; a draft need not be complete.
    pub fn check(&self, complete: bool) -> Problems {
        let mut problems = Problems::new();
        problems.check("purpose", !complete || !self.purpose.is_empty(), Problem::Other("interest-problem-purpose"));
        if self.country.is_empty() {
            problems.check("country", !complete, Problem::Other("interest-problem-country"));
        } else {
            problems.check("country", taxonomy::countries().has(&self.country), Problem::UnknownChoice);
        }
        problems.text("site", &self.site, false, LONGEST_LINE);
        let said = !self.message.trim().is_empty();
        problems.check("message", said || !complete, Problem::Other("interest-problem-message"));
        problems.text("message", &self.message, false, LONGEST_MESSAGE);
        problems.text("budget", &self.budget, false, LONGEST_LINE);
        problems.text("timetable", &self.timetable, false, LONGEST_LINE);
        problems
    }
}

/// What both sides have agreed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// The form of cooperation.
    pub kind: Cooperation,
    /// Its value in `currency`; absent where no money is involved or it is not to be told.
    #[serde(default)]
    pub value: Option<Decimal>,
    /// ISO 4217 code; empty without a value.
    #[serde(default)]
    pub currency: String,
    /// When it begins.
    pub starts: NaiveDate,
}

impl Agreement {
    /// Reads what a form or a file says; `starts` as year-month-day.
    pub fn read(kind: &str, value: &str, currency: &str, starts: &str) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let chosen = Cooperation::from_str(kind).ok();
        let missing = if kind.is_empty() { Problem::Other("interest-problem-kind") } else { Problem::UnknownChoice };
        problems.check("kind", chosen.is_some(), missing);
        let amount = typed::number(&mut problems, "value", value);
        if let Some(amount) = amount {
            let believed = amount >= Decimal::ZERO && amount <= Decimal::from(LARGEST_VALUE);
            problems.check("value", believed, Problem::OutOfRange { min: 0, max: LARGEST_VALUE });
            problems.check("currency", !currency.is_empty(), Problem::Other("interest-problem-currency"));
        }
        let known = currency.is_empty() || taxonomy::currencies().has(currency);
        problems.check("currency", known, Problem::UnknownChoice);
        let day = NaiveDate::parse_from_str(starts.trim(), "%Y-%m-%d").ok();
        let missing =
            if starts.trim().is_empty() { Problem::Other("interest-problem-starts") } else { Problem::NotDate };
        problems.check("starts", day.is_some(), missing);
        let currency = if amount.is_some() { currency.to_owned() } else { String::new() };
        match (chosen, day) {
            (Some(kind), Some(starts)) => problems.or(Self { kind, value: amount, currency, starts }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposal() -> Proposal {
        Proposal {
            purpose: vec![Cooperation::Licence],
            country: "VN".to_owned(),
            message: "May we visit your plant?".to_owned(),
            ..Proposal::default()
        }
    }

    #[test]
    fn a_draft_may_be_empty_and_what_is_sent_may_not() {
        assert!(Proposal::default().check(false).is_empty());
        let missing = Proposal::default().check(true);
        let fields: Vec<_> = missing.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["purpose", "country", "message"]);
        assert!(proposal().check(true).is_empty());
    }

    #[test]
    fn long_texts_and_unknown_countries_are_refused_in_drafts_too() {
        let long = Proposal { message: "水".repeat(8_001), country: "XX".to_owned(), ..proposal() };
        let problems = long.check(false);
        assert_eq!(problems.of("message"), Some(&Problem::TooLong { max: 8_000 }));
        assert_eq!(problems.of("country"), Some(&Problem::UnknownChoice));
    }

    #[test]
    fn an_agreement_needs_kind_and_start_and_a_currency_with_a_value() {
        let problems = Agreement::read("", "12", "", "soon").unwrap_err();
        assert_eq!(problems.of("kind"), Some(&Problem::Other("interest-problem-kind")));
        assert_eq!(problems.of("currency"), Some(&Problem::Other("interest-problem-currency")));
        assert_eq!(problems.of("starts"), Some(&Problem::NotDate));
        let free = Agreement::read("training", "", "USD", "2027-02-28").unwrap();
        assert_eq!((free.value, free.currency.as_str()), (None, ""));
        let paid = Agreement::read("sale", "186,000.50", "SGD", "2027-02-28").unwrap();
        assert_eq!(paid.value, Some(Decimal::new(18_600_050, 2)));
    }

    #[test]
    fn values_below_nothing_beyond_belief_and_in_no_currency_are_refused() {
        for value in ["-1", "1000000000000001", "many", "1e5"] {
            assert!(Agreement::read("sale", value, "USD", "2027-01-01").unwrap_err().of("value").is_some(), "{value}");
        }
        assert!(Agreement::read("sale", "1", "QQQ", "2027-01-01").unwrap_err().of("currency").is_some());
    }

    #[test]
    fn a_value_is_read_as_people_write_numbers_and_never_in_one_of_two_ways() {
        for (typed, meant) in [
            ("12,5", "12.5"),
            ("1.500,50", "1500.5"),
            ("1,500.50", "1500.5"),
            ("1.500.000", "1500000"),
            ("1 950 000 000", "1950000000"),
            ("１２５０００", "125000"),
            ("1000000000000000", "1000000000000000"),
        ] {
            let read = Agreement::read("sale", typed, "VND", "2027-01-01").unwrap();
            assert_eq!(read.value, Some(meant.parse().unwrap()), "{typed}");
        }
        for typed in ["1.500", "1,500"] {
            let problems = Agreement::read("sale", typed, "VND", "2027-01-01").unwrap_err();
            assert_eq!(problems.of("value"), Some(&Problem::Other("problem-number-ambiguous")), "{typed}");
        }
    }
}
