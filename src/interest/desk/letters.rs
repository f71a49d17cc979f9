//! The letter to a member whom a colleague has asked to see to an expression of interest.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

use super::policy::Keep;
use crate::app::App;
use crate::i18n::{At, Locale};
use crate::interest::store::Recipient;
use crate::mail::Letter;
use crate::notifications::{self, Kind, Notice};
use crate::web::Can;

/// Writes the letter.
pub async fn assigned(
    app: &App,
    tx: &DatabaseTransaction,
    may: &Can<Keep>,
    to: &Recipient,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    notifications::send(app, tx, Notice::new(Kind::Interest, letter(app, may, to)), now).await
}

fn letter(app: &App, may: &Can<Keep>, to: &Recipient) -> Letter {
    let at = At { locale: Locale::of_code(&to.locale) };
    let (reference, title) = (may.reference.clone(), may.listing_title.text(at.locale.lang));
    let person = may.actor().person().map(|person| person.name.clone()).unwrap_or_default();
    let organisation = may.actor().acting().map(|acting| acting.name.clone()).unwrap_or_default();
    Letter {
        locale: at.locale,
        to: to.email.clone(),
        subject: t!(
            at,
            "interest-desk-mail-subject",
            person = person,
            title = title.clone(),
            reference = reference.clone()
        ),
        paragraphs: vec![
            t!(
                at,
                "interest-mail-about",
                reference = reference.clone(),
                title = title,
                listing = may.listing_reference.clone()
            ),
            t!(at, "interest-desk-mail-text", state = at.locale.text("interest-state", may.state.name())),
        ],
        quote: None,
        action: Some((t!(at, "interest-mail-open"), app.link(at.locale, &format!("/interests/{reference}")))),
        reason: t!(at, "interest-desk-mail-reason", organisation = organisation),
    }
}
