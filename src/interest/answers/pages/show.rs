//! What the page of an exchange shows of an answer to a request.

use crate::interest::answers::words::{self, Drawn};
use crate::interest::answers::{Answer, Given, Tally, Told};
use crate::interest::{Interest, Side, State};
use crate::listings::content::Requirement;
use crate::taxonomy::{self, Kind};
use crate::web::Page;

/// An answer with what became of it.
pub struct Shown {
    /// The answer.
    pub answer: Option<Answer>,
    /// Its requirements.
    pub rows: Vec<Drawn>,
    /// How many essential ones were answered how.
    pub essential: String,
    /// Whether the offer has a newer approved revision.
    pub is_newer: bool,
    /// Whether the offer can still be read by the public.
    pub is_public: bool,
    /// What became of it.
    pub told: Option<Told>,
    /// The name of the outcome.
    pub outcome: String,
    /// Whether the reader is of the organisation that asked.
    pub receives: bool,
    /// When it was compared.
    pub compared: String,
}

impl Shown {
    /// For the page of an exchange about a request that was sent.
    pub fn of(page: &Page, interest: &Interest, given: Given) -> Option<Self> {
        if interest.listing_kind != Kind::Request || interest.state == State::Draft {
            return None;
        }
        let Given { answer, offer, told } = given;
        let public = offer.filter(|(_, ends)| ends.is_none_or(|end| page.now() < end)).map(|(revision, _)| revision);
        let then = answer.as_ref().and_then(|answer| answer.offer.as_ref()).map(|offer| offer.revision_id);
        let lines = answer.as_ref().map(|answer| answer.lines.as_slice()).unwrap_or_default();
        let asked: Vec<Requirement> = lines.iter().map(|answered| answered.line.requirement.clone()).collect();
        let outcome = told.as_ref().map(|told| page.name(taxonomy::outcomes(), told.outcome)).unwrap_or_default();
        Some(Self {
            rows: lines.iter().map(|answered| Drawn::of(page, answered)).collect(),
            essential: words::tally(page, Tally::of(answer.as_ref(), &asked, true)),
            is_newer: public.is_some() && then.is_some() && public != then,
            is_public: public.is_some(),
            outcome,
            told,
            receives: interest.side_of(page.actor().organisation_id().unwrap_or(0)) == Some(Side::Receiver),
            compared: answer.as_ref().and_then(|answer| answer.frozen_at).map(|at| page.date(&at)).unwrap_or_default(),
            answer,
        })
    }
}
