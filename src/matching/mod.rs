//! Compares what a request requires with what an offer shows, requirement by requirement: match, gap or unknown, with
//! the figures on which that rests. It reads nothing and writes nothing, so that every feature can ask it.

mod span;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::listings::content::{Content, Measure, Measured, Performance, Request, Requirement};
use crate::taxonomy::{self, Evidence, Scale, Statistic};
use span::Span;

/// Most figures that are kept for one requirement: those with the strongest evidence.
const MOST_FIGURES: usize = 6;
/// The code of the unit of a removal.
const PERCENT: &str = "percent";

crate::codes! {
    /// What a comparison says.
    pub enum Verdict {
        /// The offer's figures meet the requirement.
        Match = "match",
        /// They do not.
        Gap = "gap",
        /// It cannot be said from them.
        Unknown = "unknown",
    }
}

crate::codes! {
    /// Why it cannot be said.
    pub enum Why {
        /// There is no offer to compare with.
        NoOffer = "no_offer",
        /// The requirement is words only.
        NotMeasurable = "not_measurable",
        /// The offer has no figure of this parameter.
        NoFigure = "no_figure",
        /// It has figures, in units that cannot be converted.
        OtherUnit = "other_unit",
        /// It has figures that are bounds, and the limit lies on their open side.
        Undecided = "undecided",
        /// Some of its figures meet the requirement and some do not.
        Differ = "differ",
    }
}

crate::codes! {
    /// Which figure of a measured performance was compared.
    pub enum Place {
        /// What is left at the outlet.
        Outlet = "outlet",
        /// What is removed, in percent.
        Removal = "removal",
    }
}

/// A figure of an offer as it was compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Which figure.
    pub place: Place,
    /// As the offer states it.
    pub measured: Measured,
    /// Code of its unit.
    pub unit: String,
    /// The value in the unit of the requirement.
    #[serde(default)]
    pub converted: Option<Decimal>,
    /// What this figure alone says.
    pub verdict: Verdict,
    /// Which statistic it is.
    pub statistic: Statistic,
    /// Scale at which it was measured.
    #[serde(default)]
    pub scale: Option<Scale>,
    /// Conditions, in words.
    #[serde(default)]
    pub conditions: String,
    /// Its step on the evidence ladder.
    pub evidence: Evidence,
    /// Whether only an import has compared it with its source.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub compared: bool,
}

/// A requirement with what was found of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The requirement.
    pub requirement: Requirement,
    /// What the comparison says.
    pub verdict: Verdict,
    /// Why it says nothing.
    #[serde(default)]
    pub why: Option<Why>,
    /// The figures that were compared, those with the strongest evidence first.
    #[serde(default)]
    pub figures: Vec<Figure>,
}

impl Line {
    fn unknown(requirement: &Requirement, why: Why, figures: Vec<Figure>) -> Self {
        Self { requirement: requirement.clone(), verdict: Verdict::Unknown, why: Some(why), figures }
    }

    /// Whether figures decided it, so that nobody has to say.
    pub fn is_computed(&self) -> bool {
        self.verdict != Verdict::Unknown
    }
}

/// All requirements of a request compared with an offer, in their order.
pub fn compare(request: &Request, offer: Option<&Content>) -> Vec<Line> {
    request.requirements.iter().map(|requirement| line(requirement, offer)).collect()
}

/// One requirement compared with an offer. What figures disagree about stays unknown, and so does what a bound leaves
/// open.
pub fn line(requirement: &Requirement, offer: Option<&Content>) -> Line {
    let unknown = |why| Line::unknown(requirement, why, Vec::new());
    let Some(measure) = &requirement.measure else { return unknown(Why::NotMeasurable) };
    let Some(offer) = offer.and_then(Content::offer) else { return unknown(Why::NoOffer) };
    let rows: Vec<_> = offer.performance.iter().filter(|row| row.parameter == measure.parameter).collect();
    let mut figures: Vec<Figure> = rows.iter().filter_map(|row| figure(measure, row)).collect();
    if figures.is_empty() {
        return unknown(if rows.is_empty() { Why::NoFigure } else { Why::OtherUnit });
    }
    // What decides stands before what does not, the strongest evidence first; figures alike stay in the offer's order.
    figures.sort_by_key(|figure| (figure.verdict == Verdict::Unknown, std::cmp::Reverse(figure.evidence)));
    let says = |verdict| figures.iter().any(|figure| figure.verdict == verdict);
    let (meets, misses) = (says(Verdict::Match), says(Verdict::Gap));
    if meets && misses {
        // Both sides of a disagreement are to be seen.
        figures.sort_by_key(|figure| figure.verdict == Verdict::Unknown);
        return Line::unknown(requirement, Why::Differ, both_sides(figures));
    }
    figures.truncate(MOST_FIGURES);
    match (meets, misses) {
        (false, false) => Line::unknown(requirement, Why::Undecided, figures),
        _ => {
            let verdict = if meets { Verdict::Match } else { Verdict::Gap };
            Line { requirement: requirement.clone(), verdict, why: None, figures }
        }
    }
}

/// At most so many figures that some of each verdict are among them.
fn both_sides(figures: Vec<Figure>) -> Vec<Figure> {
    let of = |verdict| figures.iter().filter(move |figure| figure.verdict == verdict).take(MOST_FIGURES / 2);
    of(Verdict::Match).chain(of(Verdict::Gap)).cloned().collect()
}

/// The figure of a measured performance that answers to a measure; `None` if it has none in a unit that fits.
fn figure(measure: &Measure, row: &Performance) -> Option<Figure> {
    let (place, measured, unit) = told(measure, row)?;
    let value = match measured.value {
        Some(value) => Some(taxonomy::convert(value, &unit, &measure.unit)?),
        None => None,
    };
    let span = Span::of(measured.bound, value)?;
    Some(Figure {
        place,
        measured,
        unit,
        converted: value,
        verdict: span.compared(measure.comparator, measure.value),
        statistic: row.statistic,
        scale: row.scale,
        conditions: row.conditions.clone(),
        evidence: row.evidence,
        compared: row.compared,
    })
}

/// Which figure of a row is meant: a share of what has a unit of its own means its removal, all else the outlet.
fn told(measure: &Measure, row: &Performance) -> Option<(Place, Measured, String)> {
    let wanted = taxonomy::dimension(&measure.unit)?;
    let usual = taxonomy::parameters().get(&measure.parameter).map_or("", |entry| entry.column("unit"));
    let is_share = wanted == "ratio";
    if is_share && usual != "%" {
        return removal(row);
    }
    let outlet = row.effluent.filter(|_| taxonomy::dimension(&row.unit) == Some(wanted));
    let outlet = outlet.map(|measured| (Place::Outlet, measured, row.unit.clone()));
    // What is a reduction itself can be given either way.
    outlet.or_else(|| if is_share && row.effluent.is_none() { removal(row) } else { None })
}

fn removal(row: &Performance) -> Option<(Place, Measured, String)> {
    let removal = row.removal_percent()?;
    let measured = Measured { bound: removal.bound, value: Some(removal.percent) };
    Some((Place::Removal, measured, PERCENT.to_owned()))
}

#[cfg(test)]
mod tests;
