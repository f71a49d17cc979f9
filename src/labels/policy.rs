//! Who may do what with certificates.

use super::Certificate;
use crate::auth::Actor;
use crate::web::Action;

/// Say whether a certificate holds.
#[derive(Debug)]
pub struct Verify;

impl Action for Verify {
    type Thing = Certificate;
    const NAME: &'static str = "verify a certificate";

    fn allowed(actor: &Actor, certificate: &Certificate) -> bool {
        actor.is_system() || (actor.moderates() && !actor.acts_for(certificate.organisation_id))
    }
}
