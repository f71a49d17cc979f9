//! The forms of realised effects. Rows are typed, read and judged as the benefits of a listing are.

use serde::Deserialize;

use super::model::LONGEST_EXPLANATION;
use super::{Effect, Report};
use crate::checks::{Problem, Problems, plain};
use crate::listings::checks;
use crate::listings::content::{Benefit, Content};
use crate::listings::editor::forms::BenefitRow;
use crate::listings::editor::typed;

/// What was measured, or why there is nothing yet.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReportForm {
    /// The version that was shown, 0 for none.
    pub number: String,
    /// `measured` or `none`.
    pub kind: String,
    /// Why there is nothing yet, or what is said beside the figures.
    pub reason: String,
    /// The rows.
    pub benefits: Vec<BenefitRow>,
    /// Marks of rows that became worse, of which the writer was asked already.
    pub warned: Vec<String>,
    /// The button that was pressed.
    pub action: String,
}

/// The name under a report.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ConfirmForm {
    /// The version that was shown.
    pub number: String,
    /// The name.
    pub name: String,
}

/// Whether a side consents.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ConsentForm {
    /// `give` or `withdraw`.
    pub consent: String,
}

/// The fields of a row that the form has.
fn asked(row: &BenefitRow) -> BenefitRow {
    let row = row.clone();
    BenefitRow {
        indicator: row.indicator,
        baseline: row.baseline,
        achieved: row.achieved,
        unit: row.unit,
        basis: row.basis,
        product: row.product,
        period: row.period,
        evidence_note: row.evidence_note,
        ..BenefitRow::default()
    }
}

/// What marks a row whose figures became worse; nothing marks others.
fn worse(row: &BenefitRow) -> Option<String> {
    let figure = row.read(0, &mut Problems::new()).filter(Benefit::is_worse)?;
    Some(format!("{} {} {}", figure.indicator, figure.baseline, figure.achieved))
}

/// Rows to begin with: those of the report before, else those of the listing's claims, without what was achieved.
pub fn offered(content: Option<&Content>, before: Option<&Report>) -> Vec<BenefitRow> {
    let of_listing = content.and_then(Content::offer).map(|offer| offer.benefits.as_slice()).unwrap_or_default();
    let figures = before.map(|report| report.effect.figures()).filter(|figures| !figures.is_empty());
    let begun = |benefit: &Benefit| BenefitRow {
        achieved: String::new(),
        period: String::new(),
        evidence_note: String::new(),
        ..asked(&BenefitRow::of(benefit))
    };
    figures.unwrap_or(of_listing).iter().map(begun).collect()
}

impl ReportForm {
    /// The form for a version that follows on another, or the first one.
    pub fn of(latest: Option<&Report>, offered: &[BenefitRow]) -> Self {
        let figures = latest.map(|report| report.effect.figures()).unwrap_or_default();
        let figures: Vec<BenefitRow> = figures.iter().map(|figure| asked(&BenefitRow::of(figure))).collect();
        let rows = if figures.is_empty() { offered.to_vec() } else { figures };
        let kind = match latest.map(|report| &report.effect) {
            Some(Effect::NoneYet(_)) => "none",
            Some(Effect::Measured { .. }) => "measured",
            None => "",
        };
        Self {
            number: latest.map_or(0, |report| report.number).to_string(),
            kind: kind.to_owned(),
            reason: latest.map(|report| report.effect.explanation().to_owned()).unwrap_or_default(),
            benefits: if rows.is_empty() { vec![BenefitRow::default()] } else { rows },
            warned: Vec::new(),
            action: String::new(),
        }
    }

    /// Adds an empty row or removes one, if that is what the button asked for.
    pub fn rework(&mut self) -> bool {
        typed::rework(&mut self.benefits, &self.action, checks::ROWS)
    }

    /// Notes that the writer is asked about the rows that became worse: once about the same figures. Whether there is
    /// one of which the writer was not asked before.
    pub fn ask(&mut self) -> bool {
        let marks: Vec<String> = self.benefits.iter().filter_map(worse).collect();
        let asks = marks.iter().any(|mark| !self.warned.contains(mark));
        self.warned = marks;
        asks
    }

    /// Whether the writer is asked about a row.
    pub fn asks_about(&self, row: &BenefitRow) -> bool {
        worse(row).is_some_and(|mark| self.warned.contains(&mark))
    }

    /// What the form says. Rows in which nothing was typed, and offered ones without what was achieved, say nothing.
    pub fn read(&self, offered: &[BenefitRow]) -> Result<Effect, Problems> {
        let mut problems = Problems::new();
        let (measured, none) = (self.kind == "measured", self.kind == "none");
        problems.check("kind", !self.kind.is_empty(), Problem::Other("effect-problem-kind"));
        problems.check("kind", measured || none || self.kind.is_empty(), Problem::UnknownChoice);
        let reason = plain(&self.reason);
        problems.text("reason", &reason, none, LONGEST_EXPLANATION);
        let (figures, wrong) = self.figures(offered);
        if none {
            problems.check("kind", figures.is_empty() && wrong.is_empty(), Problem::Other("effect-problem-both"));
            return problems.or(Effect::NoneYet(reason));
        }
        let empty = measured && figures.is_empty() && wrong.is_empty();
        problems.check("benefits", !empty, Problem::Other("effect-problem-no-figures"));
        problems.extend(wrong);
        problems.or(Effect::Measured { figures, explanation: reason })
    }

    fn figures(&self, offered: &[BenefitRow]) -> (Vec<Benefit>, Problems) {
        let mut problems = Problems::new();
        let mut figures: Vec<Benefit> = Vec::new();
        let most = Problem::TooMany { max: checks::ROWS };
        problems.check("benefits", self.benefits.len() <= checks::ROWS, most);
        for (row, typed) in self.benefits.iter().enumerate() {
            let typed = asked(typed);
            let untouched = typed.achieved.trim().is_empty() && offered.contains(&typed);
            if untouched || typed == BenefitRow::default() {
                continue;
            }
            let Some(figure) = typed.read(row, &mut problems) else { continue };
            problems.extend(checks::figure(row, &figure));
            let subject = |figure: &Benefit| (figure.indicator.clone(), figure.basis, figure.product.clone());
            let twice = figures.iter().any(|other| subject(other) == subject(&figure));
            problems.check(&format!("benefits-{row}-indicator"), !twice, Problem::Other("effect-problem-twice"));
            figures.push(figure);
        }
        (figures, problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(indicator: &str, baseline: &str, achieved: &str, unit: &str) -> BenefitRow {
        BenefitRow {
            indicator: indicator.to_owned(),
            baseline: baseline.to_owned(),
            achieved: achieved.to_owned(),
            unit: unit.to_owned(),
            basis: "per_year".to_owned(),
            ..BenefitRow::default()
        }
    }

    fn form(kind: &str, reason: &str, benefits: Vec<BenefitRow>) -> ReportForm {
        ReportForm { kind: kind.to_owned(), reason: reason.to_owned(), benefits, ..ReportForm::default() }
    }

    fn problem(form: &ReportForm, field: &str) -> Option<Problem> {
        form.read(&[row("water_use", "100", "", "m3")]).unwrap_err().of(field).cloned()
    }

    #[test]
    fn what_was_measured_is_read_and_rows_that_were_only_offered_say_nothing() {
        let rows =
            vec![row("water_use", "100", "", "m3"), row("electricity", "5 000", "4 000", "kWh"), BenefitRow::default()];
        let effect = form("measured", " ", rows).read(&[row("water_use", "100", "", "m3")]).unwrap();
        let [figure] = effect.figures() else { panic!("{effect:?}") };
        assert_eq!((figure.indicator.as_str(), figure.change_percent()), ("electricity", Some((-20).into())));
    }

    #[test]
    fn rows_that_contradict_themselves_or_each_other_are_refused_where_they_stand() {
        let rows = vec![
            row("water_use", "100", "-40", "m3"),
            row("electricity", "100", "80", "m3"),
            row("fuel", "0", "0", "GJ"),
            row("fuel", "10", "", "GJ"),
            row("ghg", "10", "8", "t"),
            row("ghg", "12", "8", "t"),
        ];
        let form = form("measured", "", rows);
        for (field, expected) in [
            ("benefits-0-achieved", Problem::Other("problem-negative")),
            ("benefits-1-unit", Problem::Other("problem-unit-of-another-dimension")),
            ("benefits-2-baseline", Problem::Other("problem-baseline-not-positive")),
            ("benefits-3-achieved", Problem::Missing),
            ("benefits-5-indicator", Problem::Other("effect-problem-twice")),
        ] {
            assert_eq!(problem(&form, field), Some(expected), "{field}");
        }
        assert_eq!(problem(&form, "benefits-4-indicator"), None);
    }

    #[test]
    fn it_is_one_or_the_other() {
        let some = || vec![row("water_use", "100", "60", "m3")];
        assert_eq!(problem(&form("", "", some()), "kind"), Some(Problem::Other("effect-problem-kind")));
        assert_eq!(problem(&form("much", "", some()), "kind"), Some(Problem::UnknownChoice));
        assert_eq!(problem(&form("none", "Late.", some()), "kind"), Some(Problem::Other("effect-problem-both")));
        assert_eq!(problem(&form("none", " ", Vec::new()), "reason"), Some(Problem::Missing));
        assert_eq!(
            problem(&form("measured", "", Vec::new()), "benefits"),
            Some(Problem::Other("effect-problem-no-figures"))
        );
        assert_eq!(form("none", " Late. ", Vec::new()).read(&[]), Ok(Effect::NoneYet("Late.".to_owned())));
    }

    #[test]
    fn what_became_worse_is_asked_about_once_and_read_with_its_explanation() {
        let rows = vec![row("water_use", "100", "60", "m3"), row("electricity", "100", "140", "kWh")];
        let mut form = form("measured", " The dryer runs longer. ", rows);
        assert!(form.ask() && !form.ask(), "once");
        let asked: Vec<bool> = form.benefits.iter().map(|row| form.asks_about(row)).collect();
        assert_eq!(asked, [false, true]);
        let effect = form.read(&[]).unwrap();
        assert_eq!((effect.figures().len(), effect.explanation()), (2, "The dryer runs longer."));
        assert!(effect.figures()[1].is_worse());
        form.benefits[1].achieved = "180".to_owned();
        assert!(form.ask(), "other figures are another question");
        form.benefits[1].achieved = "80".to_owned();
        assert!(!form.ask() && form.warned.is_empty());
    }

    #[test]
    fn fields_that_the_form_does_not_have_are_not_read() {
        let mut typed = row("water_use", "100", "60", "m3");
        typed.document = "another's".to_owned();
        typed.audit = "nonsense".to_owned();
        let effect = form("measured", "", vec![typed]).read(&[]).unwrap();
        assert_eq!((effect.figures()[0].document.clone(), effect.figures()[0].audit), (None, None));
    }
}
