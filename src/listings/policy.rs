//! Who may do what with listings. What somebody may see is said by `store::visible_to`.

use super::{Listing, Status};
use crate::auth::{Acting, Actor};
use crate::web::{Action, actions};

/// The organisation for which a listing is begun.
#[derive(Clone, Debug)]
pub struct Owner {
    /// Key of the organisation.
    pub organisation_id: i64,
    /// Its country, which the reference number names.
    pub country: String,
}

impl From<&Acting> for Owner {
    fn from(acting: &Acting) -> Self {
        Self { organisation_id: acting.organisation_id, country: acting.country.clone() }
    }
}

const fn ended(listing: &Listing) -> bool {
    matches!(listing.status, Status::Archived | Status::Removed)
}

actions! {
    /// Begin a listing for an organisation.
    Create("begin a listing", Owner) = |actor, owner| actor.edits_for(owner.organisation_id);
    /// See what only the owner's members and moderators see: drafts, history, state.
    Inspect("inspect a listing", Listing) = |actor, listing| actor.is_system() || actor.acts_for(listing.organisation_id) || actor.moderates();
    /// Change the draft, its files and languages.
    Edit("edit a listing", Listing) = |actor, listing| actor.edits_for(listing.organisation_id) && !ended(listing);
    /// Hand in the draft.
    Submit("submit a listing", Listing) = |actor, listing| actor.edits_for(listing.organisation_id) && !ended(listing);
    /// Take a submission back.
    TakeBack("take a submission back", Listing) = |actor, listing| actor.edits_for(listing.organisation_id) && !ended(listing);
    /// Pause, resume, renew, switch interest on and off.
    Run("pause, resume or renew a listing", Listing) = |actor, listing| actor.edits_for(listing.organisation_id) && !ended(listing);
    /// Take off for good.
    Archive("archive a listing", Listing) = |actor, listing| actor.edits_for(listing.organisation_id) && !ended(listing);
    /// Decide on a submission; never on one's own organisation's.
    Decide("decide on a listing", Listing) = |actor, listing| actor.is_system() || (actor.moderates() && !actor.has_stake_in(listing.organisation_id));
    /// See on what each claim of a listing rests: all who may raise it, and its owner.
    SeeEvidence("see the evidence of a listing", Listing) = |actor, listing| Inspect::allowed(actor, listing) || RaiseEvidence::allowed(actor, listing);
    /// Raise claims on the evidence ladder, and take that back: moderators, and the focal point of the listing's
    /// country; never for one's own organisation.
    RaiseEvidence("raise the evidence of a claim", Listing) = |actor, listing| actor.is_system() || ((actor.moderates() || actor.is_focal_point_of(&listing.country)) && !actor.has_stake_in(listing.organisation_id) && !ended(listing));
    /// Take off by a moderator.
    Remove("remove a listing", Listing) = |actor, listing| actor.moderates() && !actor.has_stake_in(listing.organisation_id) && !ended(listing);
}
