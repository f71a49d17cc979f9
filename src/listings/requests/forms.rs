//! Forms about requests, and the way from what was typed to values.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::model::{Ending, Request};
use crate::checks::{Problem, Problems};
use crate::listings::editor::{numbers, typed};
use crate::taxonomy::{self, Outcome};

/// A question.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AskForm {
    /// What is asked.
    pub question: String,
}

/// What the owner says to a question.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReplyForm {
    /// Answer, or reason.
    pub reply: String,
    /// Which button was pressed.
    pub then: String,
}

/// Why a moderator takes a question off.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReasonForm {
    /// The reason.
    pub reason: String,
}

/// Whether somebody follows.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct FollowForm {
    /// `yes` or `no`.
    pub follow: String,
}

/// What a focal point says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct EndorsementForm {
    /// The sentence.
    pub text: String,
}

/// An addendum.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AddendumForm {
    /// What it says.
    pub text: String,
    /// New closing day.
    pub closes: String,
    /// New closing time.
    pub closes_time: String,
}

impl AddendumForm {
    /// Text and new closing moment, on the request's clock.
    pub fn read(&self, request: &Request) -> Result<(String, Option<DateTime<Utc>>), Problems> {
        let mut problems = Problems::new();
        let local = typed::moment(&mut problems, "closes", &self.closes, &self.closes_time);
        let closes_at = request.needs.moment(local);
        let shown = local.is_none() || closes_at.is_some();
        problems.check("closes", shown, Problem::Other("problem-no-such-time"));
        problems.or((typed::text(&self.text), closes_at))
    }
}

/// An outcome.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct OutcomeForm {
    /// Code of the outcome.
    pub outcome: String,
    /// Day of the decision.
    pub day: String,
    /// What the public reads.
    pub text: String,
    /// Who was chosen.
    pub organisation: String,
    /// Reference number of the offer that was chosen.
    pub offer: String,
    /// Value.
    pub value: String,
    /// Currency of the value.
    pub currency: String,
}

impl OutcomeForm {
    /// The form filled from what was recorded.
    pub fn of(ending: &Ending) -> Self {
        Self {
            outcome: ending.outcome.to_string(),
            day: ending.day.to_string(),
            text: ending.text.clone(),
            organisation: ending.organisation.clone(),
            offer: ending.offer.clone(),
            value: numbers::write_some(ending.value),
            currency: ending.currency.clone(),
        }
    }

    /// The outcome that was typed. The currency counts only with a value: the form proposes one.
    pub fn read(&self) -> Result<Ending, Problems> {
        let mut problems = Problems::new();
        let outcome: Option<Outcome> = typed::needed_code(&mut problems, "outcome", &self.outcome);
        problems.check("day", !self.day.trim().is_empty(), Problem::Missing);
        let day = typed::day(&mut problems, "day", &self.day);
        let text = typed::text(&self.text);
        problems.check("text", !text.is_empty(), Problem::Missing);
        let value: Option<Decimal> = typed::number(&mut problems, "value", &self.value);
        let known = self.currency.is_empty() || taxonomy::currencies().has(&self.currency);
        problems.check("currency", known, Problem::UnknownChoice);
        let (Some(outcome), Some(day)) = (outcome, day) else { return Err(problems) };
        let currency = if value.is_some() { self.currency.clone() } else { String::new() };
        let organisation = typed::line(&self.organisation);
        let offer = typed::line(&self.offer).to_uppercase();
        problems.or(Ending { outcome, value, currency, day, text, organisation, offer })
    }
}
