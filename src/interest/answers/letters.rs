//! The letters to those who answered a request: whether they were chosen, and the reason that the agency shares.

use sea_orm::{DatabaseTransaction, DbErr};

use super::Told;
use crate::app::App;
use crate::i18n::{At, Locale};
use crate::interest::letters::shown;
use crate::interest::store::{self, Recipient};
use crate::interest::{Interest, Party};
use crate::mail::Letter;
use crate::notifications::{self, Kind, Notice};
use crate::taxonomy;

/// Writes the letters to the owners and editors of the organisation that answered.
pub async fn tell(app: &App, tx: &DatabaseTransaction, interest: &Interest, told: &Told) -> Result<(), DbErr> {
    let party = &interest.sender;
    for recipient in store::recipients(tx, party).await? {
        let key = format!("answer:{}:{}:{}", interest.id, told.number, recipient.email);
        let letter = letter(app, interest, party, told, &recipient);
        notifications::send(app, tx, Notice::new(Kind::Interest, letter).once(key), told.at).await?;
    }
    Ok(())
}

fn letter(app: &App, interest: &Interest, party: &Party, told: &Told, to: &Recipient) -> Letter {
    let at = At { locale: Locale::of_code(&to.locale) };
    let about = t!(
        at,
        "interest-mail-about",
        reference = interest.reference.clone(),
        title = interest.listing_title.text(at.locale.lang),
        listing = interest.listing_reference.clone()
    );
    let outcome = taxonomy::outcomes().name(told.outcome.code(), at.locale.lang).to_owned();
    let organisation = interest.receiver.name.clone();
    let chosen = told.chosen.to_string();
    let reason = shown(at, interest, &told.reason);
    let link = app.link(at.locale, &format!("/interests/{}", interest.reference));
    Letter {
        locale: at.locale,
        to: to.email.clone(),
        subject: t!(
            at,
            "answer-mail-subject",
            chosen = chosen.clone(),
            title = interest.listing_title.text(at.locale.lang)
        ),
        paragraphs: vec![
            about,
            t!(at, "answer-mail-text", chosen = chosen, organisation = organisation, outcome = outcome),
        ],
        quote: (!reason.is_empty()).then_some(reason),
        action: Some((t!(at, "interest-mail-open"), link)),
        reason: t!(at, "interest-mail-reason", organisation = party.name.clone()),
    }
}
