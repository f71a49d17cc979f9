use serde::{Deserialize, Serialize};

use super::choices::offer;
use super::{SectionForm, Spot};
use crate::checks::Problems;
use crate::listings::content::{Content, Cost, Range};
use crate::listings::editor::section::Section;
use crate::listings::editor::{numbers, typed};

/// Cost and saving.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CostForm {
    /// ISO 4217 code.
    pub currency: String,
    /// Lower capital cost.
    pub capital_from: String,
    /// Upper capital cost.
    pub capital_to: String,
    /// Lower operating cost.
    pub operating_from: String,
    /// Upper operating cost.
    pub operating_to: String,
    /// What the amounts are for.
    pub basis: String,
    /// Saving a year.
    pub annual_saving: String,
    /// Cost in words.
    pub note: String,
}

impl SectionForm for CostForm {
    const SECTION: Section = Section::Cost;

    fn of(content: &Content, _: Spot) -> Self {
        let Some(offer) = content.offer() else { return Self::default() };
        let cost = offer.cost.clone();
        Self {
            currency: cost.currency,
            capital_from: numbers::write_some(cost.capital.from),
            capital_to: numbers::write_some(cost.capital.to),
            operating_from: numbers::write_some(cost.operating.from),
            operating_to: numbers::write_some(cost.operating.to),
            basis: cost.basis,
            annual_saving: numbers::write_some(cost.annual_saving),
            note: cost.note,
        }
    }

    fn put(&self, content: &mut Content, _: Spot) -> Problems {
        let mut problems = Problems::new();
        let mut amount = |field: &str, typed: &str| typed::number(&mut problems, field, typed);
        let cost = Cost {
            currency: self.currency.clone(),
            capital: Range {
                from: amount("capital_from", &self.capital_from),
                to: amount("capital_to", &self.capital_to),
            },
            operating: Range {
                from: amount("operating_from", &self.operating_from),
                to: amount("operating_to", &self.operating_to),
            },
            annual_saving: amount("annual_saving", &self.annual_saving),
            basis: typed::line(&self.basis),
            note: typed::text(&self.note),
        };
        if let Some(offer) = offer(content) {
            offer.cost = cost;
        }
        problems
    }
}
