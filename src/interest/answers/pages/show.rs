//! What the page of an exchange shows of an answer to a request.

use crate::app::App;
use crate::auth::Actor;
use crate::interest::answers::words::{self, Drawn};
use crate::interest::answers::{Answer, Tally, Told, store};
use crate::interest::policy::See;
use crate::interest::{Side, State};
use crate::listings::content::Requirement;
use crate::listings::store as listings;
use crate::taxonomy::{self, Kind};
use crate::web::{Can, Error, Page};

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
    /// Reads it for the page of an exchange about a request that was sent.
    pub async fn of(app: &App, page: &Page, may: &Can<See>) -> Result<Option<Self>, Error> {
        if may.listing_kind != Kind::Request || may.state == State::Draft {
            return Ok(None);
        }
        let db = app.db.conn();
        let answer = store::of_interest(db, may).await?;
        let told = store::result(db, may).await?;
        let offer = match answer.as_ref().and_then(|answer| answer.offer.as_ref()) {
            Some(offer) => listings::find_by_id(db, &Actor::System, offer.listing_id).await?.map(|now| (offer, now)),
            None => None,
        };
        let is_public = offer.as_ref().is_some_and(|(_, now)| now.is_public(page.now()));
        let is_newer =
            is_public && offer.is_some_and(|(then, now)| now.published_revision_id != Some(then.revision_id));
        let lines = answer.as_ref().map(|answer| answer.lines.as_slice()).unwrap_or_default();
        let asked: Vec<Requirement> = lines.iter().map(|answered| answered.line.requirement.clone()).collect();
        let outcome = told.as_ref().map(|told| page.name(taxonomy::outcomes(), told.outcome)).unwrap_or_default();
        Ok(Some(Self {
            rows: lines.iter().map(|answered| Drawn::of(page, answered)).collect(),
            essential: words::tally(page, Tally::of(answer.as_ref(), &asked, true)),
            is_newer,
            is_public,
            outcome,
            told,
            receives: may.side_of(page.actor().organisation_id().unwrap_or(0)) == Some(Side::Receiver),
            compared: answer.as_ref().and_then(|answer| answer.frozen_at).map(|at| page.date(&at)).unwrap_or_default(),
            answer,
        }))
    }
}
