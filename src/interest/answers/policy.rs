//! Who may do what with the answers to a request. Nobody but the request's own organisation knows that there are others.

use serde::Deserialize;

use crate::app::App;
use crate::auth::Actor;
use crate::interest::{Interest, StateName, store as interests};
use crate::listings::requests::{Request, store as requests};
use crate::web::{Action, Error, Subject, actions};

/// A request whose answers are asked for.
#[derive(Clone, Debug)]
pub struct Answers {
    /// The request.
    pub request: Request,
}

/// One answer to a request.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The request.
    pub request: Request,
    /// The expression of interest that answers it.
    pub interest: Interest,
}

fn sees(actor: &Actor, request: &Request) -> bool {
    actor.is_system() || actor.acts_for(request.listing.organisation_id)
}

actions! {
    /// See all answers to a request side by side, with what was decided of each.
    Compare("see the answers to a request", Answers) = |actor, it| sees(actor, &it.request);
    /// Keep an answer or set it aside, with an internal reason.
    Judge("keep or set aside an answer", Judged) = |actor, it| actor.edits_for(it.request.listing.organisation_id) && it.interest.state.name() != StateName::Draft;
}

/// The part of an address that names a request.
#[derive(Debug, Deserialize)]
pub struct Key {
    reference: String,
}

impl Subject for Answers {
    type Key = Key;

    /// For all others than its own organisation the page does not exist.
    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        let request = requests::find(app.db.conn(), actor, &key.reference).await?;
        Ok(request.filter(|request| sees(actor, request)).map(|request| Self { request }))
    }
}

/// The part of an address that names a request and one of its answers.
#[derive(Debug, Deserialize)]
pub struct JudgedKey {
    reference: String,
    answer: String,
}

impl Subject for Judged {
    type Key = JudgedKey;

    async fn find(app: &App, actor: &Actor, key: JudgedKey) -> Result<Option<Self>, Error> {
        let Some(Answers { request }) = Answers::find(app, actor, Key { reference: key.reference }).await? else {
            return Ok(None);
        };
        let interest = interests::find(app.db.conn(), actor, &key.answer).await?;
        Ok(interest.filter(|it| it.listing_id == request.listing.id).map(|interest| Self { request, interest }))
    }
}
