//! The mails about a request. What happened is a job, written with the change; it finds out who is concerned and writes a
//! mail for each, in their language and only one, however many reasons there are to tell them.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use serde::{Deserialize, Serialize};

use super::model::{Added, News, Question, Request};
use super::store::{self, Reader};
use crate::app::App;
use crate::auth::Actor;
use crate::i18n::Locale;
use crate::listings::Listing;
use crate::mail::{self, Letter, Receiver};
use crate::notifications::{self, Kind, Notice};
use crate::web::{Error, listed, markdown};
use crate::{events, jobs, taxonomy};

/// Kind of the job that tells people what is new on a request.
pub const NEWS: &str = "request-news";

/// What people are told of.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Told {
    /// The request.
    pub listing_id: i64,
    /// What happened.
    pub news: News,
    /// Number of the question, addendum or outcome; 0 where there is none.
    pub number: i64,
}

/// Writes the job that tells people.
pub async fn enqueue(tx: &DatabaseTransaction, told: Told, now: DateTime<Utc>) -> Result<(), DbErr> {
    jobs::enqueue(tx, NEWS, &told, None, now).await
}

/// Why somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Because {
    /// Their organisation published it.
    Owns,
    /// Their organisation has an open expression of interest in it.
    Interested,
    /// They asked a question.
    Asked,
    /// They follow it.
    Follows,
}

/// Writes the mails about something that happened. It may run twice: each mail has a key.
pub async fn tell(app: &App, payload: serde_json::Value) -> anyhow::Result<()> {
    let told: Told = serde_json::from_value(payload)?;
    let tx = app.write_tx().await?;
    let Some(request) = store::hold(&tx, told.listing_id).await? else { return Ok(()) };
    let added = store::added(&tx, &Actor::System, &request.listing).await?;
    let mut seen = BTreeSet::new();
    if told.news == News::Outcome {
        seen.extend(events::told_of_outcome(&tx, &request.listing, told.number).await?);
    }
    for (because, (email, locale)) in concerned(&tx, &request.listing, told).await? {
        if !seen.insert(email.clone()) {
            continue;
        }
        let to = Receiver { email, locale: Locale::of_code(&locale) };
        let key = format!("request:{}:{}:{}:{}", told.listing_id, told.news, told.number, to.email);
        let letter = letter(app, &to, &request, &added, told, because);
        let stop = (because == Because::Follows).then(|| stop(app, &to, &request.listing));
        let notice = Notice::new(kind(told.news), letter).once(key).with_stop(stop);
        notifications::send(app, &tx, notice, app.clock.now()).await?;
    }
    app.commit(tx).await?;
    Ok(())
}

/// What kind of notification it is.
fn kind(news: News) -> Kind {
    match news {
        News::Asked | News::Answered | News::Declined | News::TakenOff => Kind::Question,
        News::Reminder => Kind::Reminder,
        News::Addendum | News::Outcome | News::Withdrawn | News::Removed => Kind::Request,
    }
}

/// Who is concerned, those with the strongest reason first.
async fn concerned(tx: &DatabaseTransaction, listing: &Listing, told: Told) -> Result<Vec<(Because, Reader)>, DbErr> {
    let because = |because: Because| move |reader: Reader| (because, reader);
    Ok(match told.news {
        News::Asked | News::Reminder => {
            let owners = mail::receivers(tx, listing.organisation_id).await?.into_iter();
            owners.map(|owner| (Because::Owns, (owner.email, owner.locale.lang.to_string()))).collect()
        }
        News::Answered | News::Declined | News::TakenOff => {
            let askers = store::askers(tx, listing, Some(told.number)).await?;
            askers.into_iter().map(because(Because::Asked)).collect()
        }
        News::Addendum | News::Outcome | News::Withdrawn | News::Removed => {
            let interested = events::with_open_interest(tx, listing).await?;
            let askers = store::askers(tx, listing, None).await?;
            let followers = store::followers(tx, listing).await?;
            let interested = interested.into_iter().map(because(Because::Interested));
            let askers = askers.into_iter().map(because(Because::Asked));
            interested.chain(askers).chain(followers.into_iter().map(because(Because::Follows))).collect()
        }
    })
}

/// Asks the owner how the request ended.
pub async fn remind(
    app: &App,
    tx: &DatabaseTransaction,
    listing: &Listing,
    step: i64,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(closes_at) = listing.closes_at else { return Ok(()) };
    for to in mail::receivers(tx, listing.organisation_id).await? {
        let key = format!("request-outcome:{}:{}:{step}:{}", listing.id, closes_at.timestamp(), to.email);
        let name = named(&to, listing);
        let day = to.locale.formats().date(closes_at, chrono_tz::UTC);
        let letter = Letter {
            locale: to.locale,
            to: to.email.clone(),
            subject: t!(to, "request-mail-reminder", name = name.clone()),
            paragraphs: vec![t!(to, "request-mail-reminder-text", name = name, day = day)],
            quote: None,
            action: Some((t!(to, "request-mail-record"), link(app, &to, listing, "/outcome"))),
            reason: why(&to, listing, Because::Owns),
        };
        notifications::send(app, tx, Notice::new(Kind::Reminder, letter).once(key), now).await?;
    }
    Ok(())
}

/// The request as mails name it: title and number.
fn named(to: &Receiver, listing: &Listing) -> String {
    format!("{} ({})", listing.title.shown(to.locale.lang).1, listing.reference)
}

fn link(app: &App, to: &Receiver, listing: &Listing, part: &str) -> String {
    app.link(to.locale, &format!("/listings/{}{part}", listing.reference))
}

fn stop(app: &App, to: &Receiver, listing: &Listing) -> (String, String) {
    (t!(to, "request-mail-stop"), link(app, to, listing, "/follow"))
}

fn why(to: &Receiver, listing: &Listing, because: Because) -> String {
    match because {
        Because::Owns => t!(to, "request-mail-why-owner", organisation = listing.organisation_name.clone()),
        Because::Interested => t!(to, "request-mail-why-interest"),
        Because::Asked => t!(to, "request-mail-why-asked"),
        Because::Follows => t!(to, "request-mail-why-follows"),
    }
}

fn letter(app: &App, to: &Receiver, request: &Request, added: &Added, told: Told, because: Because) -> Letter {
    let listing = &request.listing;
    let name = named(to, listing);
    let question = added.questions.iter().find(|question| question.number == told.number);
    let (text, quote) = match told.news {
        News::Asked | News::Reminder => {
            (t!(to, "request-mail-asked-text", name = name), question.map(|question| question.text.clone()))
        }
        News::Answered => (t!(to, "request-mail-answered-text", name = name), question.map(both)),
        News::Declined => (t!(to, "request-mail-declined-text", name = name), question.map(both)),
        News::TakenOff => (t!(to, "request-mail-taken-off-text", name = name), question.map(both)),
        News::Addendum => addendum(to, request, added, told.number),
        News::Outcome => outcome(to, listing, added),
        News::Withdrawn => (t!(to, "request-mail-withdrawn-text", name = name), None),
        News::Removed => (t!(to, "request-mail-removed-text", name = name), None),
    };
    // A request that was taken off has no page any more; the reader's own things are elsewhere.
    let (label, part) = match told.news {
        News::Asked => (t!(to, "request-mail-answer"), "/questions"),
        News::Answered | News::Declined | News::TakenOff => (t!(to, "request-mail-questions"), "/questions"),
        _ => (t!(to, "request-mail-read"), ""),
    };
    let own = (t!(to, "request-mail-interests"), app.link(to.locale, "/interests?side=sent"));
    let gone = matches!(told.news, News::Withdrawn | News::Removed);
    let action = if gone {
        Some(own).filter(|_| because == Because::Interested)
    } else {
        Some((label, link(app, to, listing, part)))
    };
    Letter {
        locale: to.locale,
        to: to.email.clone(),
        subject: t!(to, "request-mail-subject", news = told.news.code(), title = listing.title.text(to.locale.lang)),
        paragraphs: vec![text],
        quote: quote.filter(|quote| !quote.is_empty()),
        action,
        reason: why(to, listing, because),
    }
}

fn both(question: &Question) -> String {
    format!("{}\n\n{}", question.text, question.reply)
}

fn addendum(to: &Receiver, request: &Request, added: &Added, number: i64) -> (String, Option<String>) {
    let name = named(to, &request.listing);
    let Some(addendum) = added.addenda.iter().find(|addendum| addendum.number == number) else {
        return (name, None);
    };
    let quote = Some(markdown::plain(&addendum.text));
    match addendum.closes_at {
        Some(closes_at) => {
            let moment = to.locale.formats().moment(closes_at, request.zone());
            (t!(to, "request-mail-postponed-text", n = number, name = name, moment = moment), quote)
        }
        None => (t!(to, "request-mail-addendum-text", n = number, name = name), quote),
    }
}

fn outcome(to: &Receiver, listing: &Listing, added: &Added) -> (String, Option<String>) {
    let name = named(to, listing);
    let Some(recorded) = &added.ending else { return (name, None) };
    let ending = &recorded.ending;
    let outcome = taxonomy::outcomes().name(ending.outcome.code(), to.locale.lang).to_owned();
    let outcome = listed([outcome, ending.organisation.clone()]);
    (t!(to, "request-mail-outcome-text", name = name, outcome = outcome), Some(ending.text.clone()))
}
