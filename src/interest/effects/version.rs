//! A version of a report as pages show it.

use super::ledger::saved;
use super::{Report, adopter};
use crate::interest::Interest;
use crate::listings::content::Benefit;
use crate::listings::words;
use crate::taxonomy;
use crate::web::{Page, listed};

/// A row of a version, in the reader's words.
pub struct Figure {
    pub name: String,
    pub unit: String,
    pub before: String,
    pub after: String,
    pub change: String,
    /// What is saved or gained, or how much more or less it is where it became worse.
    pub saving: String,
    pub note: String,
}

impl Figure {
    fn of(page: &Page, row: &Benefit) -> Self {
        let symbol = words::unit(&row.unit);
        let amount = row.saving().map(|saving| format!("{}\u{a0}{symbol}", page.number(&saving.abs())));
        let change = row.change_percent().map(|change| page.locale.formats().percent_change(change));
        Self {
            name: page.name(taxonomy::indicators(), &row.indicator),
            unit: listed([symbol.to_owned(), words::basis(page, row.basis, &row.product)]),
            before: page.number(&row.baseline),
            after: page.number(&row.achieved),
            change: change.unwrap_or_default(),
            saving: amount.map(|amount| saved(page, row, amount)).unwrap_or_default(),
            note: listed([row.period.as_str(), row.evidence_note.as_str()]),
        }
    }
}

/// A version in the reader's words.
pub struct Version {
    pub report: Report,
    /// Its period and number.
    pub title: String,
    /// Who entered it, for whom and when.
    pub by: String,
    /// Whether it is confirmed, and what became of it.
    pub state: (&'static str, String),
    pub figures: Vec<Figure>,
    /// Who confirmed it, for whom and when.
    pub confirmed: Option<String>,
}

impl Version {
    /// A version of a report on an exchange.
    pub fn of(page: &Page, interest: &Interest, report: &Report) -> Self {
        let name = |side| interest.party(side).map(|party| party.name.clone()).unwrap_or_default();
        let by = t!(
            page,
            "effect-entered",
            person = report.person.clone(),
            organisation = interest.side_of(report.organisation_id).map(name).unwrap_or_default(),
            moment = page.moment(&report.written_at)
        );
        let state = match (&report.confirmed, &report.replaced_at) {
            (None, _) => ("todo", t!(page, "effect-waits")),
            (Some(_), Some(_)) => ("expired", t!(page, "effect-replaced")),
            (Some(_), None) => ("done", t!(page, "effect-confirmed")),
        };
        let confirmed = report.confirmed.as_ref().map(|confirmed| {
            let organisation = name(adopter(interest.listing_kind));
            let (name, moment) = (confirmed.name.clone(), page.moment(&confirmed.at));
            t!(page, "effect-confirmed-by", name = name, organisation = organisation, moment = moment)
        });
        let period = t!(page, "effect-period", months = report.period.months());
        Self {
            title: listed([period, t!(page, "effect-version", n = report.number)]),
            by,
            state,
            figures: report.effect.figures().iter().map(|row| Figure::of(page, row)).collect(),
            confirmed,
            report: report.clone(),
        }
    }

    /// Why there is no effect yet, or what is said beside the figures.
    pub fn explanation(&self) -> &str {
        self.report.effect.explanation()
    }
}
