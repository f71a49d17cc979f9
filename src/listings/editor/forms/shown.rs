//! What an offer consists of and where it was shown: treatment steps and demonstration projects.

use serde::{Deserialize, Serialize};

use super::choices::offer;
use super::rows::row_form;
use super::{SectionForm, Spot};
use crate::checks::{Problem, Problems};
use crate::listings::checks;
use crate::listings::content::{Content, Reference};
use crate::listings::editor::section::Section;
use crate::listings::editor::typed;
use crate::taxonomy;

row_form! {
    /// Treatment steps in their order.
    TreatmentsForm.treatments:
    /// One step as it is chosen.
    TreatmentRow { step }
}

row_form! {
    /// Demonstration projects.
    ReferencesForm.references:
    /// One demonstration project as it is typed.
    ReferenceRow { site, country, year, scale, result, contact }
}

/// What the box "contact on request" sends.
const YES: &str = "yes";

impl SectionForm for TreatmentsForm {
    const SECTION: Section = Section::Treatments;

    fn of(content: &Content, _: Spot) -> Self {
        let steps = content.treatments.iter().map(|code| TreatmentRow { step: code.clone() });
        Self::filled(steps.collect())
    }

    fn put(&self, content: &mut Content, _: Spot) -> Problems {
        let mut problems = Problems::new();
        for (row, typed) in self.treatments.iter().enumerate() {
            let known = taxonomy::treatments().has(&typed.step);
            problems.check(&format!("treatments-{row}-step"), known, Problem::UnknownChoice);
        }
        content.treatments = self.treatments.iter().map(|row| row.step.clone()).collect();
        problems
    }

    fn rework(&mut self, action: &str) -> bool {
        typed::rework(&mut self.treatments, action, checks::STEPS)
    }

    fn tidy(&mut self) {
        self.treatments.retain(|row| *row != TreatmentRow::default());
    }
}

impl ReferenceRow {
    fn of(reference: &Reference) -> Self {
        Self {
            site: reference.site.clone(),
            country: reference.country.clone(),
            year: typed::sent_some(reference.year),
            scale: reference.scale.clone(),
            result: reference.result.clone(),
            contact: if reference.contact_on_request { YES } else { "" }.to_owned(),
        }
    }

    fn read(&self, row: usize, problems: &mut Problems) -> Reference {
        Reference {
            site: typed::line(&self.site),
            country: self.country.clone(),
            year: typed::year(problems, &format!("references-{row}-year"), &self.year),
            scale: typed::line(&self.scale),
            result: typed::text(&self.result),
            contact_on_request: self.contact == YES,
        }
    }
}

impl SectionForm for ReferencesForm {
    const SECTION: Section = Section::References;

    fn of(content: &Content, _: Spot) -> Self {
        let rows = content.offer().map(|offer| offer.references.as_slice()).unwrap_or_default();
        Self::filled(rows.iter().map(ReferenceRow::of).collect())
    }

    fn put(&self, content: &mut Content, _: Spot) -> Problems {
        let mut problems = Problems::new();
        let mut rows = Vec::new();
        for (row, typed) in self.references.iter().enumerate() {
            let reference = typed.read(row, &mut problems);
            problems.extend(checks::reference(row, &reference));
            rows.push(reference);
        }
        if let Some(offer) = offer(content) {
            offer.references = rows;
        }
        problems
    }

    fn rework(&mut self, action: &str) -> bool {
        typed::rework(&mut self.references, action, checks::ROWS)
    }

    fn tidy(&mut self) {
        self.references.retain(|row| *row != ReferenceRow::default());
    }
}
