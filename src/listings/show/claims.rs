//! What an offer claims, as its page shows it: benefits, measured performance, cost.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::listings::content::{Benefit, Content, Measured, Performance};
use crate::listings::words;
use crate::taxonomy::{self, Bound};
use crate::web::{Page, listed};

/// A benefit as the page shows it.
pub(super) struct BenefitRow {
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) before: String,
    pub(super) after: String,
    pub(super) change: String,
    /// What is saved or gained.
    pub(super) saving: String,
    /// What it comes to for one unit of output.
    pub(super) intensity: String,
    pub(super) better: bool,
    /// Lengths of both bars, of 200.
    pub(super) bars: Option<(u32, u32)>,
    pub(super) evidence: (u8, String),
    pub(super) note: String,
}

/// A measured row as the page shows it.
pub(super) struct PerformanceRow {
    pub(super) parameter: String,
    pub(super) influent: String,
    pub(super) effluent: String,
    pub(super) removal: String,
    /// Length of the bar of what is removed, of 200.
    pub(super) bar: Option<u32>,
    pub(super) conditions: String,
    pub(super) evidence: (u8, String),
}

pub(super) fn benefits(page: &Page, content: &Content) -> Vec<BenefitRow> {
    let rows = content.offer().map(|offer| offer.benefits.as_slice()).unwrap_or_default();
    rows.iter()
        .map(|row| {
            let symbol = words::unit(&row.unit);
            let over = words::basis(page, row.basis, &row.product);
            let year = row.baseline_year.map(|year| format!(" ({year})")).unwrap_or_default();
            BenefitRow {
                name: page.name(taxonomy::indicators(), &row.indicator),
                unit: listed([symbol.to_owned(), format!("{over}{year}")]),
                before: page.number(&row.baseline),
                after: page.number(&row.achieved),
                change: row
                    .change_percent()
                    .map(|change| page.locale.formats().percent_change(change))
                    .unwrap_or_default(),
                saving: row
                    .saving()
                    .map(|saving| {
                        let amount = format!("{}\u{a0}{symbol}", page.number(&saving.abs()));
                        match (row.higher_is_better(), saving.is_sign_negative()) {
                            (false, false) => t!(page, "listing-saves", amount = amount),
                            (true, false) => t!(page, "listing-gains", amount = amount),
                            _ => String::new(),
                        }
                    })
                    .unwrap_or_default(),
                intensity: words::intensity(page, row),
                better: row.improvement().is_some_and(|improvement| improvement >= Decimal::ZERO),
                bars: bars(row.baseline, row.achieved),
                evidence: words::evidence(page, row.evidence, row.compared),
                note: listed([
                    row.evidence_note.clone(),
                    row.period.clone(),
                    row.audit.map(|code| page.name(taxonomy::audits(), code)).unwrap_or_default(),
                    row.option_class.map(|code| page.name(taxonomy::option_classes(), code)).unwrap_or_default(),
                    row.option_type.map(|code| page.name(taxonomy::option_types(), code)).unwrap_or_default(),
                ]),
            }
        })
        .collect()
}

/// Rows of a realised effect that the page of a listing names; all of them stand in the ledger.
const NAMED: usize = 3;

/// What was realised, in one line.
pub(super) fn realised(page: &Page, figures: &[Benefit]) -> String {
    let line = |row: &Benefit| {
        let change = row.change_percent().map(|change| page.locale.formats().percent_change(change));
        let change = change.unwrap_or_default();
        let change = if row.is_worse() { t!(page, "listing-realised-worse", change = change) } else { change };
        format!("{} {change}", page.name(taxonomy::indicators(), &row.indicator))
    };
    listed(figures.iter().take(NAMED).map(line))
}

/// Lengths of the bars of before and after, the longer being 200.
pub(super) fn bars(before: Decimal, after: Decimal) -> Option<(u32, u32)> {
    let most = before.max(after);
    let length = |value: Decimal| value.checked_mul(Decimal::from(200))?.checked_div(most)?.round().to_u32();
    Some((length(before)?.max(1), length(after)?.max(1)))
}

pub(super) fn figures(page: &Page, content: &Content) -> Vec<(String, String)> {
    let Some(offer) = content.offer() else { return Vec::new() };
    let cost = &offer.cost;
    let mut figures = Vec::new();
    if let Some(range) = cost.payback_range() {
        figures.push((words::months(page, range), t!(page, "show-payback")));
    }
    let basis = cost.basis.clone();
    if cost.capital.from.or(cost.capital.to).is_some() {
        let amount = words::range(page, &cost.capital, &cost.currency);
        figures.push((amount, listed([t!(page, "listing-capital"), basis.clone()])));
    }
    if cost.operating.from.or(cost.operating.to).is_some() {
        let amount = words::range(page, &cost.operating, &cost.currency);
        figures.push((amount, listed([t!(page, "listing-operating"), basis])));
    }
    if let Some(saving) = cost.annual_saving {
        figures.push((page.money(&saving, &cost.currency), t!(page, "listing-saving")));
    }
    figures
}

pub(super) fn measured(page: &Page, value: Option<Measured>, unit: &str) -> String {
    match value {
        None => "–".to_owned(),
        Some(Measured { bound: Some(Bound::NotDetected), value: None }) => t!(page, "listing-not-detected"),
        Some(Measured { value: None, .. }) => "–".to_owned(),
        Some(Measured { bound, value: Some(value) }) => {
            let sign = bound.map_or("", Bound::sign);
            let number = format!("{sign}{}\u{a0}{unit}", page.number(&value));
            if bound == Some(Bound::NotDetected) {
                format!("{} ({number})", t!(page, "listing-not-detected"))
            } else {
                number
            }
        }
    }
}

pub(super) fn performance(page: &Page, row: &Performance) -> PerformanceRow {
    let unit = words::unit(&row.unit);
    let removal = row.removal_percent();
    let percent = removal.map(|removal| removal.percent).filter(|percent| *percent >= Decimal::ZERO);
    let removal = removal
        .map(|removal| format!("{}{}\u{a0}%", removal.bound.map_or("", Bound::sign), page.number(&removal.shown())));
    let statistic = page.name(taxonomy::statistics(), row.statistic);
    let scale = row.scale.map(|scale| page.name(taxonomy::scales(), scale)).unwrap_or_default();
    let said = [statistic, scale, row.conditions.clone()];
    PerformanceRow {
        parameter: page.name(taxonomy::parameters(), &row.parameter),
        influent: measured(page, row.influent, unit),
        effluent: measured(page, row.effluent, unit),
        removal: removal.unwrap_or_else(|| "–".to_owned()),
        bar: percent.and_then(|percent| (percent.min(Decimal::ONE_HUNDRED) * Decimal::TWO).round().to_u32()),
        conditions: listed(said),
        evidence: words::evidence(page, row.evidence, row.compared),
    }
}
