//! Who may do what with a published request besides what every listing allows. What its state and its deadlines allow
//! is said by the model.

use serde::Deserialize;

use super::{Question, Request, store};
use crate::app::App;
use crate::auth::Actor;
use crate::web::{Action, Error, Subject, actions};

/// A question with the request that it is about.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The request.
    pub request: Request,
    /// The question.
    pub question: Question,
}

/// Whether somebody speaks for the focal point of the country, and has no part in the request's own organisation.
fn is_focal_point(actor: &Actor, request: &Request) -> bool {
    actor.is_focal_point_of(&request.needs.country) && !actor.has_stake_in(request.listing.organisation_id)
}

actions! {
    /// Ask a question in public, for another organisation.
    Ask("ask about a request", Request) = |actor, it| actor.acting().is_some() && !actor.has_stake_in(it.listing.organisation_id);
    /// Answer a question, or decline to.
    Answer("answer a question", Asked) = |actor, it| actor.edits_for(it.request.listing.organisation_id);
    /// Take a question off, as a moderator.
    TakeOff("take a question off", Asked) = |actor, it| actor.moderates() && !actor.has_stake_in(it.request.listing.organisation_id);
    /// Publish an addendum.
    Amend("publish an addendum", Request) = |actor, it| actor.edits_for(it.listing.organisation_id);
    /// Be told what is new, or not any more.
    Follow("follow a request", Request) = |actor, _| actor.person().is_some();
    /// Stand behind it as the focal point of its country.
    Endorse("endorse a request", Request) = is_focal_point;
    /// Take that back.
    TakeEndorsementBack("take an endorsement back", Request) = is_focal_point;
    /// Say how it ended.
    Conclude("record an outcome", Request) = |actor, it| actor.edits_for(it.listing.organisation_id);
}

/// The part of an address that names a request.
#[derive(Debug, Deserialize)]
pub struct Key {
    reference: String,
}

impl Subject for Request {
    type Key = Key;

    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        Ok(store::find(app.db.conn(), actor, &key.reference).await?)
    }
}

/// The part of an address that names a question.
#[derive(Debug, Deserialize)]
pub struct AskedKey {
    reference: String,
    number: i64,
}

impl Subject for Asked {
    type Key = AskedKey;

    async fn find(app: &App, actor: &Actor, key: AskedKey) -> Result<Option<Self>, Error> {
        let db = app.db.conn();
        let Some(request) = store::find(db, actor, &key.reference).await? else { return Ok(None) };
        let added = store::added(db, actor, &request.listing).await?;
        let question = added.questions.into_iter().find(|question| question.number == key.number);
        Ok(question.map(|question| Self { request, question }))
    }
}
