//! Who may do what with certificates.

use serde::Deserialize;

use super::{Certificate, store};
use crate::app::App;
use crate::auth::Actor;
use crate::web::{Action, Error, Subject};

/// The part of an address that names a certificate.
#[derive(Debug, Deserialize)]
pub struct Key {
    id: i64,
}

impl Subject for Certificate {
    type Key = Key;

    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        Ok(store::find(app.db.conn(), key.id).await?.filter(|known| known.visible_to(actor)))
    }
}

/// Read a certificate with all that is known of it.
#[derive(Debug)]
pub struct See;

impl Action for See {
    type Thing = Certificate;
    const NAME: &'static str = "see a certificate";

    fn allowed(actor: &Actor, certificate: &Certificate) -> bool {
        actor.is_system() || certificate.visible_to(actor)
    }
}

/// Say whether a certificate holds.
#[derive(Debug)]
pub struct Verify;

impl Action for Verify {
    type Thing = Certificate;
    const NAME: &'static str = "verify a certificate";

    fn allowed(actor: &Actor, certificate: &Certificate) -> bool {
        actor.is_system() || (actor.moderates() && !actor.has_stake_in(certificate.organisation_id))
    }
}
