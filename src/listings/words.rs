//! Parts of listings in the reader's words, shared by the pages that show them.

use super::content::{Benefit, Measured, Performance, Range, Requirement};
use super::{Listing, Status};
use crate::i18n::{At, Locale};
use crate::taxonomy::{self, Basis, Bound, Evidence, Stage};
use crate::web::{Page, listed};

/// Readiness: `TRL 9 · on the market`.
pub fn readiness(page: &Page, level: u8) -> String {
    format!("TRL {level} · {}", page.name(taxonomy::stages(), Stage::of_level(level)))
}

/// The step of evidence of a claim, and the words of its mark.
pub fn evidence(page: &Page, step: Evidence, compared: bool) -> (u8, String) {
    (step.step(), mark(page.locale, step, compared))
}

/// The mark of a claim in words: what a moderator has checked and what only an import has compared with its published
/// source stand on one step of the ladder, and say so.
pub fn mark(locale: &'static Locale, step: Evidence, compared: bool) -> String {
    let at = At { locale };
    match step {
        Evidence::Checked if compared => t!(at, "evidence-mark-compared"),
        Evidence::Checked => t!(at, "evidence-mark-checked"),
        other => taxonomy::evidence().name(other.code(), locale.lang).to_owned(),
    }
}

/// A range of money.
pub fn range(page: &Page, range: &Range, currency: &str) -> String {
    match (range.from, range.to) {
        (Some(from), Some(to)) if from != to => format!("{} – {}", page.money(&from, currency), page.number(&to)),
        (Some(from), None) => t!(page, "money-from", amount = page.money(&from, currency)),
        (None, Some(to)) => t!(page, "money-to", amount = page.money(&to, currency)),
        (Some(exactly), Some(_)) => page.money(&exactly, currency),
        (None, None) => String::new(),
    }
}

/// Why a listing that was public cannot be read by everybody.
pub fn gone(page: &Page, listing: &Listing) -> String {
    match listing.status {
        Status::Paused => t!(page, "listing-gone-paused"),
        // The job that says so may not have come by yet.
        Status::Expired | Status::Published => t!(page, "listing-gone-expired"),
        Status::Removed => t!(page, "listing-gone-removed"),
        _ => t!(page, "listing-gone-archived"),
    }
}

/// A simple payback, from the earliest month to the latest.
pub fn months(page: &Page, (earliest, latest): (u32, u32)) -> String {
    if earliest == latest {
        t!(page, "listing-months", n = latest)
    } else {
        t!(page, "listing-months-range", from = earliest, to = latest)
    }
}

/// What a benefit is counted over.
pub fn basis(page: &Page, basis: Basis, product: &str) -> String {
    match basis {
        Basis::PerUnit => t!(page, "basis-per", product = product.to_owned()),
        other => page.name(taxonomy::bases(), other),
    }
}

/// The symbol of a unit; a unit that no list has is shown as it was written.
pub fn unit(code: &str) -> &str {
    taxonomy::units().get(code).map_or(code, |entry| entry.column("symbol"))
}

/// A requirement: its measurable form, and what it says in words.
pub fn requirement(page: &Page, requirement: &Requirement) -> String {
    let measure = requirement.measure.as_ref().map(|measure| {
        let parameter = page.name(taxonomy::parameters(), &measure.parameter);
        let (sign, limit) = (measure.comparator.sign(), page.number(&measure.value));
        format!("{parameter} {sign} {limit}\u{a0}{}", unit(&measure.unit))
    });
    let parts = measure.into_iter().chain((!requirement.text.is_empty()).then(|| requirement.text.clone()));
    parts.collect::<Vec<_>>().join(": ")
}

/// What a benefit comes to for one unit of output, to four digits; empty where no output is known.
pub fn intensity(page: &Page, benefit: &Benefit) -> String {
    let Some(intensity) = benefit.intensity() else { return String::new() };
    let number = |value: rust_decimal::Decimal| page.number(&value.round_sf(4).unwrap_or(value).normalize());
    let change = intensity.change_percent().map(|change| page.locale.formats().percent_change(change));
    t!(
        page,
        "listing-intensity",
        before = number(intensity.before),
        after = number(intensity.after),
        unit = unit(&benefit.unit).to_owned(),
        product = benefit.product.clone(),
        change = change.unwrap_or_default()
    )
}

/// A benefit in one line, with its computed change.
pub fn benefit(page: &Page, benefit: &Benefit) -> String {
    let symbol = unit(&benefit.unit);
    let figures = format!("{} → {} {symbol}", page.number(&benefit.baseline), page.number(&benefit.achieved));
    let change = benefit.change_percent().map(|change| page.locale.formats().percent_change(change));
    listed([
        format!("{}: {figures}", page.name(taxonomy::indicators(), &benefit.indicator)),
        change.unwrap_or_default(),
        page.name(taxonomy::bases(), benefit.basis),
        benefit.product.clone(),
        benefit.baseline_year.map(|year| year.to_string()).unwrap_or_default(),
        benefit.period.clone(),
        intensity(page, benefit),
        benefit.evidence_note.clone(),
    ])
}

/// A measured value with its flag.
fn measured(page: &Page, measured: &Measured) -> String {
    let value = measured.value.map(|value| page.number(&value)).unwrap_or_default();
    match measured.bound {
        Some(Bound::NotDetected) => format!("ND {value}").trim_end().to_owned(),
        Some(bound) => format!("{bound} {value}"),
        None => value,
    }
}

/// A measured performance in one line, with its computed removal.
pub fn performance(page: &Page, row: &Performance) -> String {
    let end = |end: &Option<Measured>| end.as_ref().map_or_else(|| "–".to_owned(), |end| measured(page, end));
    let ends = (row.influent.is_some() || row.effluent.is_some())
        .then(|| format!("{} → {} {}", end(&row.influent), end(&row.effluent), unit(&row.unit)));
    let removal = row.removal_percent().map(|removal| {
        let bound = removal.bound.map(|bound| format!("{bound} ")).unwrap_or_default();
        let percent = format!("{bound}{}", page.number(&removal.shown()));
        t!(page, "listing-removed-percent", percent = percent)
    });
    listed([
        page.name(taxonomy::parameters(), &row.parameter),
        ends.unwrap_or_default(),
        removal.unwrap_or_default(),
        page.name(taxonomy::statistics(), row.statistic),
        row.scale.map(|scale| page.name(taxonomy::scales(), scale)).unwrap_or_default(),
        row.conditions.clone(),
    ])
}
