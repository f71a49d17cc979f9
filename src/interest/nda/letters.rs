//! The letters about non-disclosure agreements: to the side that did not act.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

use crate::app::App;
use crate::i18n::{At, Locale};
use crate::interest::store::{self, Recipient};
use crate::interest::{Interest, Party, Side};
use crate::mail::Letter;
use crate::notifications::{self, Kind, Notice};

/// What is told.
#[derive(Clone, Copy, Debug)]
pub enum News {
    /// A text was proposed.
    Proposed,
    /// Both sides have accepted.
    InForce,
}

impl News {
    const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::InForce => "in_force",
        }
    }
}

/// Writes the letters.
pub async fn tell(
    app: &App,
    tx: &DatabaseTransaction,
    (interest, acted): (&Interest, Side),
    news: News,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let sides = (acted.other().and_then(|side| interest.party(side)), interest.party(acted));
    let (Some(party), Some(acted)) = sides else { return Ok(()) };
    for recipient in store::recipients(tx, party).await? {
        let letter = letter(app, interest, (party, acted), news, &recipient);
        notifications::send(app, tx, Notice::new(Kind::Interest, letter), now).await?;
    }
    Ok(())
}

fn letter(app: &App, interest: &Interest, (party, acted): (&Party, &Party), news: News, to: &Recipient) -> Letter {
    let at = At { locale: Locale::of_code(&to.locale) };
    let (reference, title) = (interest.reference.clone(), interest.listing_title.text(at.locale.lang));
    let about = t!(
        at,
        "interest-mail-about",
        reference = reference.clone(),
        title = title.clone(),
        listing = interest.listing_reference.clone()
    );
    let link = app.link(at.locale, &format!("/interests/{}/nda", interest.reference));
    Letter {
        locale: at.locale,
        to: to.email.clone(),
        subject: t!(
            at,
            "interest-nda-mail-subject",
            news = news.code(),
            organisation = acted.name.clone(),
            reference = reference,
            title = title
        ),
        paragraphs: vec![about, t!(at, "interest-nda-mail-text", news = news.code())],
        quote: None,
        action: Some((t!(at, "interest-nda-mail-open"), link)),
        reason: t!(at, "interest-mail-reason", organisation = party.name.clone()),
    }
}
