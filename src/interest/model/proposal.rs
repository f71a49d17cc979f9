use std::ops::RangeInclusive;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::checks::{Problem, Problems};
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
    /// Its texts.
    pub fn texts(&self) -> [&str; 4] {
        [&self.message, &self.site, &self.budget, &self.timetable]
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

/// What both sides have agreed on, as it is typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terms<'a> {
    /// Code of the form of cooperation.
    pub kind: &'a str,
    /// The value.
    pub value: &'a str,
    /// ISO 4217 code of the value.
    pub currency: &'a str,
    /// When it begins, as year-month-day.
    pub starts: &'a str,
    /// Others who take part, in words.
    pub further: &'a str,
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
    /// The organisations of both sides by the names that they had when it was recorded, the sender first; empty in what
    /// was recorded before names were kept.
    #[serde(default)]
    pub parties: Vec<String>,
    /// Others who take part, in words; only both sides read it.
    #[serde(default)]
    pub further: String,
}

impl Agreement {
    /// Reads what was typed. It begins on one of the days `within`: what began before interest was expressed did not
    /// come from it, and would have its effect asked for at once.
    pub fn read(terms: &Terms<'_>, within: &RangeInclusive<NaiveDate>) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        problems.check("kind", !terms.kind.is_empty(), Problem::Other("interest-problem-kind"));
        let kind: Option<Cooperation> =
            if terms.kind.is_empty() { None } else { typed::code(&mut problems, "kind", terms.kind) };
        let value = typed::number(&mut problems, "value", terms.value);
        if let Some(value) = value {
            let believed = value >= Decimal::ZERO && value <= Decimal::from(LARGEST_VALUE);
            problems.check("value", believed, Problem::OutOfRange { min: 0, max: LARGEST_VALUE });
            problems.check("currency", !terms.currency.is_empty(), Problem::Other("interest-problem-currency"));
        }
        let known = terms.currency.is_empty() || taxonomy::currencies().has(terms.currency);
        problems.check("currency", known, Problem::UnknownChoice);
        problems.check("starts", !terms.starts.trim().is_empty(), Problem::Other("interest-problem-starts"));
        let starts = typed::day(&mut problems, "starts", terms.starts);
        let early = starts.is_some_and(|day| day < *within.start());
        problems.check("starts", !early, Problem::Other("interest-problem-starts-early"));
        let late = starts.is_some_and(|day| day > *within.end());
        problems.check("starts", !late, Problem::Other("interest-problem-starts-late"));
        let further = typed::line(terms.further);
        problems.text("further", &further, false, LONGEST_LINE);
        let (Some(kind), Some(starts)) = (kind, starts) else { return Err(problems) };
        let currency = if value.is_some() { terms.currency.to_owned() } else { String::new() };
        problems.or(Self { kind, value, currency, starts, parties: Vec::new(), further })
    }

    /// The organisations that agreed: by the names that were kept, else by those that sender and receiver have now.
    pub fn parties_or<'a>(&'a self, sender: &'a str, receiver: &'a str) -> Vec<&'a str> {
        if self.parties.is_empty() {
            return vec![sender, receiver];
        }
        self.parties.iter().map(String::as_str).collect()
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

    fn read(terms: &Terms<'_>) -> Result<Agreement, Problems> {
        Agreement::read(terms, &("2026-11-23".parse().unwrap()..="2036-11-23".parse().unwrap()))
    }

    /// A sale of this value.
    fn sale<'a>(value: &'a str, currency: &'a str) -> Terms<'a> {
        Terms { kind: "sale", value, currency, starts: "2027-01-01", further: "" }
    }

    #[test]
    fn an_agreement_needs_kind_and_start_and_a_currency_with_a_value() {
        let problems = read(&Terms { kind: "", starts: "soon", ..sale("12", "") }).unwrap_err();
        assert_eq!(problems.of("kind"), Some(&Problem::Other("interest-problem-kind")));
        assert_eq!(problems.of("currency"), Some(&Problem::Other("interest-problem-currency")));
        assert_eq!(problems.of("starts"), Some(&Problem::NotDate));
        assert_eq!(
            read(&Terms { kind: "bribe", ..sale("", "") }).unwrap_err().of("kind"),
            Some(&Problem::UnknownChoice)
        );
        let missing = read(&Terms { starts: " ", ..sale("", "") }).unwrap_err();
        assert_eq!(missing.of("starts"), Some(&Problem::Other("interest-problem-starts")));
        let free = read(&sale("", "USD")).unwrap();
        assert_eq!((free.value, free.currency.as_str()), (None, ""));
        let paid = read(&sale("186,000.50", "SGD")).unwrap();
        assert_eq!(paid.value, Some(Decimal::new(18_600_050, 2)));
    }

    #[test]
    fn values_below_nothing_beyond_belief_and_in_no_currency_are_refused() {
        for value in ["-1", "1000000000000001", "many", "1e5"] {
            assert!(read(&sale(value, "USD")).unwrap_err().of("value").is_some(), "{value}");
        }
        assert!(read(&sale("1", "QQQ")).unwrap_err().of("currency").is_some());
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
            assert_eq!(read(&sale(typed, "VND")).unwrap().value, Some(meant.parse().unwrap()), "{typed}");
        }
        for typed in ["1.500", "1,500"] {
            let problems = read(&sale(typed, "VND")).unwrap_err();
            assert_eq!(problems.of("value"), Some(&Problem::Other("problem-number-ambiguous")), "{typed}");
        }
    }

    #[test]
    fn an_agreement_begins_on_or_after_the_day_of_sending_and_within_ten_years() {
        let begins = |starts| read(&Terms { starts, ..sale("", "") });
        for (starts, id) in [
            ("1900-01-01", "interest-problem-starts-early"),
            ("2026-11-22", "interest-problem-starts-early"),
            ("2036-11-24", "interest-problem-starts-late"),
        ] {
            assert_eq!(begins(starts).unwrap_err().of("starts"), Some(&Problem::Other(id)), "{starts}");
        }
        assert!(begins("2026-11-23").is_ok() && begins("2036-11-23").is_ok());
    }

    #[test]
    fn further_parties_are_a_short_line_and_agreements_without_any_names_are_read() {
        let long = "x".repeat(201);
        let problems = read(&Terms { further: &long, ..sale("", "") }).unwrap_err();
        assert_eq!(problems.of("further"), Some(&Problem::TooLong { max: 200 }));
        assert_eq!(
            read(&Terms { further: " A bank\nand a works ", ..sale("", "") }).unwrap().further,
            "A bank and a works"
        );
        let stored = serde_json::json!({ "kind": "sale", "starts": "2027-01-01" });
        let old: Agreement = serde_json::from_value(stored).unwrap();
        assert_eq!(old.parties_or("Sender", "Receiver"), ["Sender", "Receiver"]);
        let kept = Agreement { parties: vec!["One".to_owned(), "Two".to_owned()], ..old };
        assert_eq!(kept.parties_or("Sender", "Receiver"), ["One", "Two"]);
    }
}
