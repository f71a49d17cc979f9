//! What was compared, in the reader's words.

use rust_decimal::Decimal;

use super::{Answered, Tally, Word};
use crate::listings::content::Measured;
use crate::listings::words;
use crate::matching::{Figure, Place, Verdict, Why};
use crate::taxonomy::{self, Bound};
use crate::web::{Page, listed};

/// A requirement with its answer, as pages show it.
pub struct Drawn {
    /// Whether it is essential.
    pub essential: bool,
    /// The requirement.
    pub requirement: String,
    /// What the comparison says.
    pub verdict: Verdict,
    /// The provider's word, where no figure decides.
    pub word: Option<Word>,
    /// Why nothing was computed.
    pub why: String,
    /// The figures that were compared.
    pub figures: Vec<DrawnFigure>,
    /// The provider's sentence or remark.
    pub text: String,
}

/// A figure, as pages show it.
pub struct DrawnFigure {
    /// The figure with its unit, and in the unit of the requirement.
    pub words: String,
    /// What it alone says, where figures disagree.
    pub verdict: Verdict,
    /// Statistic, scale and conditions.
    pub conditions: String,
    /// Step on the evidence ladder, and its name.
    pub evidence: (u8, String),
}

impl Drawn {
    /// Draws a requirement with its answer.
    pub fn of(page: &Page, answered: &Answered) -> Self {
        let line = &answered.line;
        let unit = line.requirement.measure.as_ref().map_or("", |measure| measure.unit.as_str());
        Self {
            essential: line.requirement.essential,
            requirement: words::requirement(page, &line.requirement),
            verdict: line.verdict,
            word: answered.said.word,
            // What is words only needs no excuse where there is a word to it.
            why: line
                .why
                .filter(|why| *why != Why::NotMeasurable || answered.said.word.is_none())
                .map(|why| page.text("answer-why", why))
                .unwrap_or_default(),
            figures: line.figures.iter().map(|figure| drawn(page, figure, unit)).collect(),
            text: answered.said.text.clone(),
        }
    }

    /// Whether figures decided.
    pub fn is_computed(&self) -> bool {
        self.verdict != Verdict::Unknown
    }
}

fn drawn(page: &Page, figure: &Figure, wanted: &str) -> DrawnFigure {
    let own = measured(page, figure.measured, &figure.unit);
    let differs = figure.unit != wanted && figure.measured.value.is_some();
    // What was not detected lies below its limit.
    let sign = match figure.measured.bound {
        Some(Bound::NotDetected) => Some(Bound::Below),
        other => other,
    };
    let converted = figure.converted.filter(|_| differs).map(|value| amount(page, sign, value, wanted));
    let own = match converted {
        Some(converted) => format!("{own} ({converted})"),
        None => own,
    };
    let about = figure.measured.bound == Some(Bound::About);
    DrawnFigure {
        words: match figure.place {
            Place::Outlet => t!(page, "answer-outlet", figure = own),
            Place::Removal => t!(page, "answer-removal", figure = own),
        },
        verdict: figure.verdict,
        conditions: listed([
            if about { t!(page, "answer-about") } else { String::new() },
            page.name(taxonomy::statistics(), figure.statistic),
            figure.scale.map(|scale| page.name(taxonomy::scales(), scale)).unwrap_or_default(),
            figure.conditions.clone(),
        ]),
        evidence: words::evidence(page, figure.evidence, figure.compared),
    }
}

fn measured(page: &Page, measured: Measured, unit: &str) -> String {
    let not_detected = measured.bound == Some(Bound::NotDetected);
    match measured.value {
        None => t!(page, "listing-not-detected"),
        Some(value) if not_detected => {
            format!("{} (< {})", t!(page, "listing-not-detected"), amount(page, None, value, unit))
        }
        // A removal is cut off and not rounded, so that 99.97 does not become 100.
        Some(value) if unit == "percent" => amount(page, measured.bound, value.trunc_with_scale(1), unit),
        Some(value) => amount(page, measured.bound, value, unit),
    }
}

fn amount(page: &Page, bound: Option<Bound>, value: Decimal, unit: &str) -> String {
    format!("{}{}\u{a0}{}", bound.map_or("", Bound::sign), page.number(&value), words::unit(unit))
}

/// How many requirements of one kind were answered how, in words; empty where there are none.
pub fn tally(page: &Page, tally: Tally) -> String {
    let counted = |n: usize, words: fn(&Page, i64) -> String| match i64::try_from(n) {
        Ok(n) if n > 0 => words(page, n),
        _ => String::new(),
    };
    listed([
        counted(tally.matches, |page, n| t!(page, "answer-count-match", n = n)),
        counted(tally.gaps, |page, n| t!(page, "answer-count-gap", n = n)),
        counted(tally.met, |page, n| t!(page, "answer-count-met", n = n)),
        counted(tally.partly, |page, n| t!(page, "answer-count-partly", n = n)),
        counted(tally.not_met, |page, n| t!(page, "answer-count-not-met", n = n)),
        counted(tally.unknown, |page, n| t!(page, "answer-count-unknown", n = n)),
    ])
}
