//! The letters about realised effects: to both sides when a period is over, else to the side that did not act.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

use super::{Period, adopter};
use crate::app::App;
use crate::i18n::{At, Locale};
use crate::interest::store::{self, Recipient};
use crate::interest::{Interest, Side};
use crate::mail::Letter;
use crate::notifications::{self, Kind, Notice};

/// What is told.
#[derive(Clone, Copy, Debug)]
pub enum News {
    /// A period is over.
    Asked(Period),
    /// A version was entered.
    Entered(Period),
    /// A version was confirmed.
    Confirmed(Period),
    /// The other side lets everybody see what is confirmed.
    Consents,
    /// It does not any more.
    Withdrew,
}

impl News {
    const fn code(self) -> &'static str {
        match self {
            Self::Asked(_) => "asked",
            Self::Entered(_) => "entered",
            Self::Confirmed(_) => "confirmed",
            Self::Consents => "consents",
            Self::Withdrew => "withdrew",
        }
    }

    const fn period(self) -> Option<Period> {
        match self {
            Self::Asked(period) | Self::Entered(period) | Self::Confirmed(period) => Some(period),
            Self::Consents | Self::Withdrew => None,
        }
    }
}

/// Writes the letters; nobody `acted` when a period is over.
pub async fn tell(
    app: &App,
    tx: &DatabaseTransaction,
    interest: &Interest,
    acted: Option<Side>,
    news: News,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    for side in [Side::Sender, Side::Receiver].into_iter().filter(|side| Some(*side) != acted) {
        let Some(party) = interest.party(side) else { continue };
        for recipient in store::recipients(tx, party).await? {
            let letter = letter(app, interest, side, news, &recipient);
            let notice = match news {
                News::Asked(period) => {
                    let key = format!("effect-{}-{period}-{}", interest.reference, recipient.email);
                    Notice::new(Kind::Reminder, letter).once(key)
                }
                _ => Notice::new(Kind::Interest, letter),
            };
            notifications::send(app, tx, notice, now).await?;
        }
    }
    Ok(())
}

fn letter(app: &App, interest: &Interest, side: Side, news: News, to: &Recipient) -> Letter {
    let at = At { locale: Locale::of_code(&to.locale) };
    let name = |side| interest.party(side).map(|party| party.name.clone()).unwrap_or_default();
    let other = side.other().map(name).unwrap_or_default();
    let adopts = if side == adopter(interest.listing_kind) { "yes" } else { "no" };
    let (reference, title) = (interest.reference.clone(), interest.listing_title.text(at.locale.lang));
    let about = t!(
        at,
        "interest-mail-about",
        reference = reference.clone(),
        title = title.clone(),
        listing = interest.listing_reference.clone()
    );
    let months = news.period().map_or(0, Period::months);
    let path = match news.period() {
        Some(period) => format!("/interests/{}/effects/{period}", interest.reference),
        None => format!("/interests/{}", interest.reference),
    };
    Letter {
        locale: at.locale,
        to: to.email.clone(),
        subject: t!(
            at,
            "effect-mail-subject",
            news = news.code(),
            months = months,
            organisation = other,
            reference = reference,
            title = title
        ),
        paragraphs: vec![about, t!(at, "effect-mail-text", news = news.code(), months = months, adopts = adopts)],
        quote: None,
        action: Some((t!(at, "effect-mail-open"), app.link(at.locale, &path))),
        reason: t!(at, "interest-mail-reason", organisation = name(side)),
    }
}
