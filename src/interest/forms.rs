use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::Deserialize;

use super::actions::{Said, Wish};
use super::answers::AnswerForm;
use super::{Action, Agreement, Proposal, Rejected, Terms};
use crate::checks::{Problem, Problems, plain};
use crate::taxonomy::Cooperation;

/// The form by which interest is expressed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ProposalForm {
    pub purpose: Vec<String>,
    pub country: String,
    pub site: String,
    pub message: String,
    pub budget: String,
    pub timetable: String,
    pub nda: Vec<String>,
    /// The button that was pressed: `draft`, `compare`, `offer` and `remove:KEY` save without sending.
    pub then: String,
    /// What the writer was asked about already.
    pub warned: String,
    pub answer: AnswerForm,
}

impl From<&Proposal> for ProposalForm {
    fn from(proposal: &Proposal) -> Self {
        Self {
            purpose: proposal.purpose.iter().map(ToString::to_string).collect(),
            country: proposal.country.clone(),
            site: proposal.site.clone(),
            message: proposal.message.clone(),
            budget: proposal.budget.clone(),
            timetable: proposal.timetable.clone(),
            nda: if proposal.nda { vec!["yes".to_owned()] } else { Vec::new() },
            then: String::new(),
            warned: String::new(),
            answer: AnswerForm::default(),
        }
    }
}

impl ProposalForm {
    /// What is to be done.
    pub fn wish(&self) -> Wish {
        match self.then.split_once(':') {
            Some(("remove", key)) => Wish::Remove(key.to_owned()),
            _ if matches!(self.then.as_str(), "draft" | "compare" | "offer") => Wish::Keep,
            _ => Wish::Send(self.warned.clone()),
        }
    }

    /// Whether it is to be sent.
    pub fn sends(&self) -> bool {
        matches!(self.wish(), Wish::Send(_))
    }

    /// What it says, as far as its codes are known.
    pub fn read(&self) -> Result<Proposal, Problems> {
        let codes: Result<Vec<_>, _> = self.purpose.iter().map(|code| Cooperation::from_str(code)).collect();
        let mut purpose = codes.map_err(|_| Problems::one("purpose", Problem::UnknownChoice))?;
        purpose.sort_unstable();
        purpose.dedup();
        Ok(Proposal {
            purpose,
            country: plain(&self.country),
            site: plain(&self.site),
            message: plain(&self.message),
            budget: plain(&self.budget),
            timetable: plain(&self.timetable),
            nda: !self.nda.is_empty(),
        })
    }
}

/// The form of an action.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ActForm {
    pub reason: String,
    pub version: String,
    pub kind: String,
    pub value: String,
    pub currency: String,
    pub starts: String,
    /// What the person was asked about already.
    pub warned: String,
    pub further: String,
    /// `board` where the form stands on the board, to which its sender goes back.
    pub to: String,
}

impl ActForm {
    /// What it says with an action; an agreement begins on one of the days `within`.
    pub fn read(&self, action: Action, within: &RangeInclusive<NaiveDate>) -> Result<Said, Rejected> {
        let agreement = match action {
            Action::Agree => Some(Agreement::read(&self.terms(), within).map_err(Rejected::Form)?),
            _ => None,
        };
        let seen = self.version.parse().ok();
        Ok(Said { reason: plain(&self.reason), agreement, seen, warned: self.warned.clone() })
    }

    fn terms(&self) -> Terms<'_> {
        Terms {
            kind: &self.kind,
            value: &self.value,
            currency: &self.currency,
            starts: &self.starts,
            further: &self.further,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_nobody_offers_are_refused_and_double_ones_count_once() {
        let form = ProposalForm {
            purpose: vec!["sale".to_owned(), "licence".to_owned(), "sale".to_owned()],
            ..Default::default()
        };
        assert_eq!(form.read().unwrap().purpose, [Cooperation::Licence, Cooperation::Sale]);
        let form = ProposalForm { purpose: vec!["bribe".to_owned()], ..Default::default() };
        assert_eq!(form.read().unwrap_err().of("purpose"), Some(&Problem::UnknownChoice));
    }
}
