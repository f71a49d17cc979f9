//! The proof that an actor may do something with a thing. Only a policy can make it, and storing functions ask for it.

use std::future::Future;
use std::ops::Deref;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::auth::Actor;
use crate::web::{Context, Error};

/// Something that an action is done with, found by what its address says.
pub trait Subject: Sized + Send {
    /// The part of the address that names it.
    type Key: DeserializeOwned + Send;

    /// The thing, if the actor may see it; what it may not see it is told does not exist.
    fn find(app: &App, actor: &Actor, key: Self::Key) -> impl Future<Output = Result<Option<Self>, Error>> + Send;
}

/// Something that can be done with a thing; one unit struct for each, in the feature's `policy.rs`.
pub trait Action {
    /// What it is done with.
    type Thing: Send;
    /// Its name in the table of policies.
    const NAME: &'static str;

    /// Whether an actor that sees the thing may do it.
    fn allowed(actor: &Actor, thing: &Self::Thing) -> bool;
}

/// Writes the actions of a feature as a table: `Name("words", Thing) = |actor, thing| whether it is allowed;`.
macro_rules! actions {
    ($($(#[$meta:meta])* $name:ident($words:literal, $thing:ty) = $allowed:expr;)+) => {
        $(
            $(#[$meta])*
            #[derive(Debug)]
            pub struct $name;

            impl Action for $name {
                type Thing = $thing;
                const NAME: &'static str = $words;

                fn allowed(actor: &Actor, thing: &$thing) -> bool {
                    let rule: fn(&Actor, &$thing) -> bool = $allowed;
                    rule(actor, thing)
                }
            }
        )+
    };
}
pub(crate) use actions;

/// Proof that `actor` may do `A` with `thing`.
#[derive(Debug)]
pub struct Can<A: Action> {
    actor: Actor,
    thing: A::Thing,
}

impl<A: Action> Can<A> {
    /// Asks the policy.
    pub fn check(actor: &Actor, thing: A::Thing) -> Result<Self, Error> {
        if A::allowed(actor, &thing) { Ok(Self { actor: actor.clone(), thing }) } else { Err(Error::Forbidden) }
    }

    /// Who does it.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// What it is done with.
    pub fn thing(&self) -> &A::Thing {
        &self.thing
    }
}

impl<A: Action> Deref for Can<A> {
    type Target = A::Thing;

    fn deref(&self) -> &A::Thing {
        &self.thing
    }
}

impl<A> FromRequestParts<App> for Can<A>
where
    A: Action + Send,
    A::Thing: Subject,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let actor = Context::of(parts)?.actor.clone();
        let Path(key) = Path::from_request_parts(parts, app).await.map_err(|_| Error::NotFound)?;
        let thing = A::Thing::find(app, &actor, key).await?.ok_or(Error::NotFound)?;
        Self::check(&actor, thing)
    }
}
