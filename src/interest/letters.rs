//! The mails about an expression of interest. They say who did what and where to read on, and never hold an address or
//! a telephone number of the platform's own.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

use super::store::{self, Recipient};
use super::{Action, Deadlines, Interest, Side};
use crate::app::App;
use crate::checks;
use crate::i18n::{At, Locale};
use crate::mail::Letter;
use crate::notifications::{self, Kind, Notice};

/// What is told.
#[derive(Clone, Copy, Debug)]
pub enum News<'a> {
    /// The state changed, with these words.
    Changed(Action, &'a str),
    /// A message was written.
    Written(&'a str),
}

impl<'a> News<'a> {
    fn code(self) -> &'static str {
        match self {
            Self::Changed(action, _) => action.code(),
            Self::Written(_) => "message",
        }
    }

    fn kind(self) -> Kind {
        match self {
            Self::Changed(..) => Kind::Interest,
            Self::Written(_) => Kind::Message,
        }
    }

    fn words(self) -> &'a str {
        match self {
            Self::Changed(_, words) | Self::Written(words) => words,
        }
    }
}

/// Writes the mails to the owners and editors of the side that did not act; both sides hear of what the system does.
pub async fn tell(
    app: &App,
    tx: &DatabaseTransaction,
    interest: &Interest,
    acted: Side,
    news: News<'_>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    for side in [Side::Sender, Side::Receiver] {
        let Some(party) = interest.party(side).filter(|_| side != acted) else { continue };
        for recipient in store::recipients(tx, party).await? {
            let letter = letter(app, interest, side, acted, news, &recipient);
            notifications::send(app, tx, Notice::new(news.kind(), letter), now).await?;
        }
    }
    Ok(())
}

/// Words as they may be told: before both sides see each other's contact without ways to be reached.
pub(super) fn shown(reader: At, interest: &Interest, words: &str) -> String {
    if interest.state.name().opens_contacts() {
        return words.to_owned();
    }
    checks::without_contacts(words, &t!(reader, "interest-mail-left-out"))
}

/// Reminds the owners and editors of the receiver that an answer is awaited.
pub async fn remind(
    app: &App,
    tx: &DatabaseTransaction,
    interest: &Interest,
    deadlines: &Deadlines,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    for recipient in store::recipients(tx, &interest.receiver).await? {
        let reader = At { locale: Locale::of_code(&recipient.locale) };
        let zone = recipient.time_zone.parse().unwrap_or(chrono_tz::Tz::UTC);
        let formats = reader.locale.formats();
        let letter = Letter {
            locale: reader.locale,
            to: recipient.email.clone(),
            subject: t!(
                reader,
                "interest-mail-due",
                organisation = interest.sender.name.clone(),
                reference = interest.reference.clone(),
                title = interest.listing_title.text(reader.locale.lang),
                over = (deadlines.due <= now).to_string()
            ),
            paragraphs: vec![
                about(reader, interest),
                t!(
                    reader,
                    "interest-mail-due-text",
                    due = formats.moment(deadlines.last_moment(), zone),
                    lapses = formats.moment(deadlines.last_before_lapse(), zone),
                    over = (deadlines.due <= now).to_string()
                ),
            ],
            quote: None,
            action: Some((
                t!(reader, "interest-mail-open"),
                app.link(reader.locale, &format!("/interests/{}", interest.reference)),
            )),
            reason: t!(reader, "interest-mail-reason", organisation = interest.receiver.name.clone()),
        };
        notifications::send(app, tx, Notice::new(Kind::Reminder, letter), now).await?;
    }
    Ok(())
}

fn about(reader: At, interest: &Interest) -> String {
    t!(
        reader,
        "interest-mail-about",
        reference = interest.reference.clone(),
        title = interest.listing_title.text(reader.locale.lang),
        listing = interest.listing_reference.clone()
    )
}

fn letter(app: &App, interest: &Interest, side: Side, acted: Side, news: News<'_>, to: &Recipient) -> Letter {
    let reader = At { locale: Locale::of_code(&to.locale) };
    let name = |side: Side| interest.party(side).map_or_else(String::new, |party| party.name.clone());
    let link = app.link(reader.locale, &format!("/interests/{}", interest.reference));
    let about = about(reader, interest);
    let next = t!(reader, "interest-mail-next", news = news.code());
    let quote = shown(reader, interest, news.words());
    Letter {
        locale: reader.locale,
        to: to.email.clone(),
        subject: t!(
            reader,
            "interest-mail-subject",
            news = news.code(),
            organisation = name(acted),
            reference = interest.reference.clone(),
            title = interest.listing_title.text(reader.locale.lang)
        ),
        paragraphs: vec![about, next],
        quote: (!quote.is_empty()).then_some(quote),
        action: Some((t!(reader, "interest-mail-open"), link)),
        reason: t!(reader, "interest-mail-reason", organisation = name(side)),
    }
}
