use std::collections::BTreeMap;

use chrono::{DateTime, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::checks::Problems;
use crate::interest::{Agreement, Interest, Side, State};
use crate::listings::content::{Benefit, Content};
use crate::taxonomy::{Kind, Lang};

/// Longest explanation, in characters.
pub const LONGEST_EXPLANATION: usize = 2_000;
/// Longest name under a confirmation, in characters.
const LONGEST_NAME: usize = 120;

crate::codes! {
    /// When the effect is asked for, in months after the start of the agreement.
    pub enum Period { Six = "6", Twelve = "12" }
}

impl Period {
    /// Months after the start.
    pub const fn months(self) -> u32 {
        match self {
            Self::Six => 6,
            Self::Twelve => 12,
        }
    }

    /// The day from which it can be entered. The 31st of a month that has none counts as its last day.
    pub fn due(self, starts: NaiveDate) -> Option<NaiveDate> {
        starts.checked_add_months(Months::new(self.months()))
    }
}

/// The side that uses the technology, and so confirms: who asked for an offer, and who wrote a request.
pub const fn adopter(kind: Kind) -> Side {
    match kind {
        Kind::Offer => Side::Sender,
        Kind::Request => Side::Receiver,
    }
}

/// What was agreed, once it is.
pub fn agreement(interest: &Interest) -> Option<&Agreement> {
    match &interest.state {
        State::Agreement(agreement) => Some(agreement),
        _ => None,
    }
}

/// What a report says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// What was measured, better or worse than before.
    Measured {
        /// At least one row.
        figures: Vec<Benefit>,
        /// What is said beside the figures; may be empty.
        explanation: String,
    },
    /// Nothing yet, for this reason.
    NoneYet(String),
}

impl Effect {
    /// What was measured; nothing where there is no effect yet.
    pub fn figures(&self) -> &[Benefit] {
        match self {
            Self::Measured { figures, .. } => figures,
            Self::NoneYet(_) => &[],
        }
    }

    /// Why there is no effect yet, or what is said beside the figures; it may be empty there.
    pub fn explanation(&self) -> &str {
        match self {
            Self::Measured { explanation, .. } | Self::NoneYet(explanation) => explanation,
        }
    }
}

/// What a listing was about when a report was entered; a listing may change or go, the record stays readable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The language of the title that was written first.
    pub original: Lang,
    /// Its title in each language.
    pub titles: BTreeMap<Lang, String>,
    /// Codes of its themes.
    pub themes: Vec<String>,
}

impl About {
    /// What a published content is about.
    pub fn of(content: &Content) -> Self {
        let titles = content.texts.iter().filter(|(_, texts)| !texts.title.is_empty());
        Self {
            original: content.original,
            titles: titles.map(|(lang, texts)| (*lang, texts.title.clone())).collect(),
            themes: content.themes.clone(),
        }
    }

    /// The title for a reader and the language it is in: the reader's, else English, else the original.
    pub fn title(&self, reader: Lang) -> (Lang, &str) {
        let found =
            [reader, Lang::En, self.original].into_iter().find_map(|lang| Some((lang, self.titles.get(&lang)?)));
        found.map_or((self.original, ""), |(lang, title)| (lang, title.as_str()))
    }
}

/// The name under a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// As it was typed.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// One version of a report. What it says never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Key.
    pub id: i64,
    /// The period.
    pub period: Period,
    /// Counts the versions of the period from 1.
    pub number: i64,
    /// What it says.
    pub effect: Effect,
    /// The organisation that entered it.
    pub organisation_id: i64,
    /// The name of who entered it; empty for closed accounts.
    pub person: String,
    /// When.
    pub written_at: DateTime<Utc>,
    /// Who confirmed it.
    pub confirmed: Option<Confirmation>,
    /// When a later version was confirmed in its place.
    pub replaced_at: Option<DateTime<Utc>>,
}

/// The version of a period that was entered last.
pub fn latest(reports: &[Report], period: Period) -> Option<&Report> {
    reports.iter().filter(|report| report.period == period).max_by_key(|report| report.number)
}

/// The version of a period that is confirmed and not replaced.
pub fn standing(reports: &[Report], period: Period) -> Option<&Report> {
    let of_period = reports.iter().filter(|report| report.period == period);
    of_period.rev().find(|report| report.confirmed.is_some() && report.replaced_at.is_none())
}

/// The consent of one side to show what was confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// The side.
    pub organisation_id: i64,
    /// Since when.
    pub given_at: DateTime<Utc>,
    /// Until when.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// A name under a report, or what is wrong with it.
pub fn signature(name: &str) -> Result<String, Problems> {
    let name = crate::checks::plain(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut problems = Problems::new();
    problems.text("name", &name, true, LONGEST_NAME);
    problems.or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_ends_on_the_same_day_of_a_later_month_or_on_its_last_day() {
        assert_eq!(Period::Six.due(day("2027-01-15")), Some(day("2027-07-15")));
        assert_eq!(Period::Six.due(day("2026-08-31")), Some(day("2027-02-28")));
        assert_eq!(Period::Twelve.due(day("2028-02-29")), Some(day("2029-02-28")));
        assert_eq!(Period::Twelve.due(NaiveDate::MAX), None, "no day is made up");
    }

    #[test]
    fn whoever_uses_the_technology_confirms() {
        assert_eq!((adopter(Kind::Offer), adopter(Kind::Request)), (Side::Sender, Side::Receiver));
    }

    #[test]
    fn a_confirmed_version_stands_until_a_later_one_is_confirmed() {
        let at: DateTime<Utc> = "2027-07-15T00:00:00Z".parse().unwrap();
        let report = |number, confirmed: bool, replaced: bool| Report {
            id: number,
            period: Period::Six,
            number,
            effect: Effect::NoneYet("Late delivery.".to_owned()),
            organisation_id: 1,
            person: String::new(),
            written_at: at,
            confirmed: confirmed.then(|| Confirmation { name: "Mei Lin".to_owned(), at }),
            replaced_at: replaced.then_some(at),
        };
        let mut reports = vec![report(1, true, false), report(2, false, false)];
        let numbers = |reports: &[Report]| {
            let number = |report: Option<&Report>| report.map(|report| report.number);
            (number(latest(reports, Period::Six)), number(standing(reports, Period::Six)))
        };
        assert_eq!(numbers(&reports), (Some(2), Some(1)));
        reports = vec![report(1, true, true), report(2, true, false)];
        assert_eq!(numbers(&reports), (Some(2), Some(2)));
        assert_eq!(latest(&reports, Period::Twelve), None);
    }

    #[test]
    fn a_title_is_in_the_readers_language_or_in_english_or_as_it_was_written() {
        let titles = [(Lang::Vi, "Màng gốm".to_owned()), (Lang::En, "Ceramic membranes".to_owned())];
        let about = About { original: Lang::Vi, titles: titles.into(), themes: Vec::new() };
        assert_eq!(about.title(Lang::Zh), (Lang::En, "Ceramic membranes"));
        assert_eq!(about.title(Lang::Vi), (Lang::Vi, "Màng gốm"));
    }

    #[test]
    fn a_confirmation_needs_a_name() {
        assert!(signature(" \u{0} ").is_err() && signature(&"x".repeat(121)).is_err());
        assert_eq!(signature("  Mei\n Lin ").unwrap(), "Mei Lin");
    }
}
