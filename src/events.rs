//! What happens, and in one match who reacts. Events are written in the transaction of the change that causes them.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

use crate::app::App;
use crate::auth::Actor;
use crate::listings::Listing;
use crate::listings::content::{Content, Visibility};

/// Something that other features react to.
#[derive(Debug)]
pub enum Event<'a> {
    /// A revision of a listing was handed in.
    ListingSubmitted {
        /// The listing.
        listing: &'a Listing,
        /// The revision.
        revision_id: i64,
        /// What it says.
        content: &'a Content,
        /// What it said the last time, if it was public or handed in before.
        before: Option<&'a Content>,
    },
    /// A submission was taken back.
    SubmissionTakenBack {
        /// The listing.
        listing: &'a Listing,
    },
    /// A revision became public.
    ListingPublished {
        /// The listing.
        listing: &'a Listing,
        /// What it says.
        content: &'a Content,
        /// What it said the last time, if it was public or handed in before.
        before: Option<&'a Content>,
    },
    /// What was checked of a listing's claims changed.
    EvidenceChanged {
        /// The listing.
        listing: &'a Listing,
    },
    /// What the public sees of an organisation on its listings changed.
    OrganisationChanged {
        /// The organisation.
        organisation_id: i64,
    },
    /// What is known of a certificate changed, so the badges of these listings may come or go.
    BadgeChanged {
        /// Keys of the listings.
        listings: &'a [i64],
    },
}

/// Lets everybody react.
pub async fn emit(tx: &DatabaseTransaction, now: DateTime<Utc>, event: Event<'_>) -> Result<(), DbErr> {
    match event {
        Event::ListingSubmitted { listing, revision_id, content, before } => {
            let before = before.map(claims).unwrap_or_default();
            crate::labels::actions::announce(tx, listing.organisation_id, claims(content), before, now).await?;
            crate::moderation::open_case(tx, listing, revision_id, content, now).await
        }
        Event::SubmissionTakenBack { listing } => crate::moderation::withdraw_case(tx, listing.id, now).await,
        Event::ListingPublished { listing, content, before } => {
            let before = before.map(claims).unwrap_or_default();
            let register = crate::labels::actions::register;
            for badge in register(tx, listing.organisation_id, claims(content), before, now).await? {
                crate::listings::store::touch(tx, badge).await?;
            }
            Ok(())
        }
        Event::EvidenceChanged { listing } => crate::listings::store::touch(tx, listing.id).await,
        Event::OrganisationChanged { organisation_id } => {
            for listing in crate::listings::store::published_of(tx, &Actor::System, &[organisation_id]).await? {
                crate::listings::store::touch(tx, listing.id).await?;
            }
            Ok(())
        }
        Event::BadgeChanged { listings } => {
            for listing in listings {
                crate::listings::store::touch(tx, *listing).await?;
            }
            Ok(())
        }
    }
}

fn claims(content: &Content) -> &[crate::labels::Claim] {
    content.offer().map(|offer| offer.certificates.as_slice()).unwrap_or_default()
}

/// Whether something between an actor's organisation and a listing opens the listing's files of a visibility: an
/// accepted expression of interest those after acceptance, a non-disclosure agreement that both have accepted those
/// after it, until the exchange ends without agreement.
pub async fn opens_files(app: &App, actor: &Actor, listing: &Listing, visibility: Visibility) -> Result<bool, DbErr> {
    match visibility {
        Visibility::Public => Ok(true),
        Visibility::AfterAcceptance => crate::interest::store::was_accepted(app.db.conn(), actor, listing.id).await,
        Visibility::AfterNda => crate::interest::nda::is_in_force(app, actor, listing.id).await,
    }
}

/// Whether an actor may open a file that came with a message: both organisations of the exchange, whoever writes the
/// message while it is a draft, and moderators of an exchange in which a message was reported.
pub async fn opens_message_file(app: &App, actor: &Actor, file: &crate::entity::file::Model) -> Result<bool, DbErr> {
    crate::interest::messages::opens_file(app, actor, file).await
}

pub use crate::interest::Responsiveness;

/// How an organisation answers expressions of interest, once there were enough of them to tell.
pub async fn responsiveness(app: &App, organisation_id: i64, country: &str) -> Result<Option<Responsiveness>, DbErr> {
    crate::interest::actions::responsiveness(app, organisation_id, country).await
}

/// Addresses of those who hear of an outcome of a request by what became of their answer, and need not be told of it
/// again.
pub async fn told_of_outcome(tx: &DatabaseTransaction, listing: &Listing, number: i64) -> Result<Vec<String>, DbErr> {
    crate::interest::answers::actions::told_of_outcome(tx, listing, number).await
}

/// Who is to hear of a request besides those whom it knows itself: owners and editors of the organisations that have
/// an open expression of interest in it. Address and code of the language of each.
pub async fn with_open_interest(tx: &DatabaseTransaction, listing: &Listing) -> Result<Vec<(String, String)>, DbErr> {
    let recipients = crate::interest::store::open_senders(tx, listing).await?;
    Ok(recipients.into_iter().map(|recipient| (recipient.email, recipient.locale)).collect())
}
