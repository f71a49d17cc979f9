//! An exchange as it is read: messages and events in one order.

use askama::filters::Safe;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};

use super::{Attachment, Message, Source, Version, store};
use crate::interest::effects::{self, Consent, Report};
use crate::interest::nda::{self, Nda};
use crate::interest::policy::{See, takes_part};
use crate::interest::{Action, Event, Interest};
use crate::web::{Can, Page, markdown};

/// One thing in the exchange.
pub enum Item {
    /// What the sender said first.
    Opening(Words),
    /// Something that somebody said.
    Said(Words),
    /// Something that happened: a sentence and when.
    Happened(String, String),
}

/// Words of a person.
pub struct Words {
    /// Where they stand; none for what was not sent yet.
    pub source: Option<Source>,
    pub mine: bool,
    /// Name of the person; empty if the account is closed.
    pub person: String,
    pub organisation: String,
    pub when: String,
    pub body: Safe<String>,
    pub read: bool,
    pub files: Vec<Attachment>,
    /// When it was changed last.
    pub edited: Option<String>,
    /// Earlier wordings with when they were replaced.
    pub earlier: Vec<(String, Safe<String>)>,
    /// Why a moderator hid it.
    pub hidden: Option<String>,
    /// Whether the reader may change it now.
    pub editable: bool,
    /// Whether the reader may report it.
    pub reportable: bool,
    /// Whether the reader's side reported it, or a moderator reads the report.
    pub reported: bool,
}

/// What an exchange is made of.
pub struct Exchange {
    pub messages: Vec<Message>,
    pub versions: Vec<Version>,
    pub files: Vec<Attachment>,
    pub ndas: Vec<Nda>,
    /// What was entered of its realised effect; nothing before there is an agreement.
    pub effects: Vec<Report>,
    /// The consents of both sides to show it, withdrawn ones too.
    pub consents: Vec<Consent>,
}

impl Exchange {
    /// Reads it.
    pub async fn of(db: &impl ConnectionTrait, may: &Can<See>) -> Result<Self, DbErr> {
        let read = store::of_interest(db, may).await?;
        Self::with(db, may, read).await
    }

    /// Reads what is not known yet beside its messages and their earlier wordings.
    pub async fn with(
        db: &impl ConnectionTrait,
        may: &Can<See>,
        (messages, versions): (Vec<Message>, Vec<Version>),
    ) -> Result<Self, DbErr> {
        let (files, ndas) = (store::attachments(db, may).await?, nda::store::of_interest(db, may).await?);
        let (effects, consents) = match effects::agreement(may) {
            Some(_) => (effects::store::of_interest(db, may).await?, effects::store::consents(db, may).await?),
            None => (Vec::new(), Vec::new()),
        };
        Ok(Self { messages, versions, files, ndas, effects, consents })
    }

    /// Key of the newest message; 0 if there is none.
    pub fn newest(&self) -> i64 {
        self.messages.last().map_or(0, |message| message.id)
    }

    /// Whether an organisation has something of the other side that it has not read.
    pub fn has_unread(&self, organisation_id: Option<i64>) -> bool {
        self.messages
            .iter()
            .any(|message| Some(message.organisation_id) != organisation_id && message.read_at.is_none())
    }
}

fn words(
    page: &Page,
    interest: &Interest,
    who: (Option<i64>, Option<i64>, &str),
    at: &DateTime<Utc>,
    body: &str,
) -> Words {
    let (account_id, organisation_id, person) = who;
    let party = organisation_id.and_then(|id| interest.party(interest.side_of(id)?));
    let own = account_id.is_some() && page.actor().account_id() == account_id;
    Words {
        source: None,
        mine: organisation_id.is_some() && page.actor().organisation_id() == organisation_id,
        person: if own { t!(page, "interest-you") } else { person.to_owned() },
        organisation: party.map(|party| party.name.clone()).unwrap_or_default(),
        when: page.moment(at),
        body: markdown::message(body),
        read: false,
        files: Vec::new(),
        edited: None,
        earlier: Vec::new(),
        hidden: None,
        editable: false,
        reportable: false,
        reported: false,
    }
}

fn said(page: &Page, interest: &Interest, exchange: &Exchange, message: &Message, moderates: bool) -> Words {
    let who = (Some(message.account_id), Some(message.organisation_id), message.person.as_str());
    let hides = message.hidden.is_some() && !moderates;
    let words = words(page, interest, who, &message.at, if hides { "" } else { &message.body });
    let of_message = |file: &&Attachment| file.message_id == Some(message.id) && !hides;
    let earlier = exchange.versions.iter().filter(|version| version.message_id == message.id && !hides);
    let part = takes_part(page.actor(), interest) && !moderates;
    let own = page.actor().account_id() == Some(message.account_id);
    Words {
        source: Some(Source::Message(message.id)),
        read: words.mine && message.read_at.is_some(),
        files: exchange.files.iter().filter(of_message).cloned().collect(),
        edited: message.edited_at.map(|at| page.moment(&at)),
        earlier: earlier.map(|version| (page.moment(&version.at), markdown::message(&version.body))).collect(),
        hidden: message.hidden.clone(),
        editable: part && words.mine && own && message.is_editable(page.now()),
        reportable: part && !words.mine && !message.reported,
        reported: message.reported && !words.mine,
        ..words
    }
}

/// Words that came with a step.
fn with_step(
    page: &Page,
    interest: &Interest,
    event: &Event,
    (at, body): (&DateTime<Utc>, &str),
    moderates: bool,
) -> Words {
    let who = (event.account_id, event.organisation_id, event.person.as_str());
    let hides = event.hidden.is_some() && !moderates;
    let words = words(page, interest, who, at, if hides { "" } else { body });
    let part = takes_part(page.actor(), interest) && !moderates;
    Words {
        source: Some(Source::Step(event.id)),
        hidden: event.hidden.clone(),
        reportable: part && !words.mine && !event.reported,
        reported: event.reported && !words.mine,
        ..words
    }
}

/// What the sender said first, with its files.
fn opening(page: &Page, interest: &Interest, exchange: &Exchange, moderates: bool) -> (DateTime<Utc>, Words) {
    let at = interest.sent_at.unwrap_or(interest.created_at);
    let body = interest.proposal.message.as_str();
    let words = match interest.opening() {
        Some(sent) => with_step(page, interest, sent, (&at, body), moderates),
        None => {
            let who = (interest.created_by, Some(interest.sender.organisation_id), "");
            words(page, interest, who, &at, body)
        }
    };
    let hides = words.hidden.is_some() && !moderates;
    let files = exchange.files.iter().filter(|file| file.opening && !hides).cloned().collect();
    (at, Words { files, ..words })
}

/// The name of the organisation for which somebody did something.
pub fn organisation(interest: &Interest, event: &Event) -> String {
    named(interest, event.organisation_id)
}

fn named(interest: &Interest, organisation_id: Option<i64>) -> String {
    let party = organisation_id.and_then(|id| interest.party(interest.side_of(id)?));
    party.map(|party| party.name.clone()).unwrap_or_default()
}

fn of_ndas(page: &Page, interest: &Interest, ndas: &[Nda], items: &mut Vec<(DateTime<Utc>, Item)>) {
    let mut happened = |at: DateTime<Utc>, sentence| items.push((at, Item::Happened(sentence, page.moment(&at))));
    for nda in ndas {
        let by = named(interest, Some(nda.organisation_id));
        happened(nda.proposed_at, t!(page, "interest-nda-event-proposed", organisation = by));
        for acceptance in &nda.acceptances {
            let by = named(interest, Some(acceptance.organisation_id));
            let name = acceptance.name.clone();
            happened(acceptance.at, t!(page, "interest-nda-event-accepted", organisation = by, name = name));
        }
        if let Some(at) = nda.signed_at {
            happened(at, t!(page, "interest-nda-event-signed"));
        }
    }
}

fn of_effects(page: &Page, interest: &Interest, exchange: &Exchange, items: &mut Vec<(DateTime<Utc>, Item)>) {
    let mut happened = |at: DateTime<Utc>, sentence| items.push((at, Item::Happened(sentence, page.moment(&at))));
    for report in &exchange.effects {
        let by = named(interest, Some(report.organisation_id));
        let (months, number) = (report.period.months(), report.number);
        happened(report.written_at, t!(page, "effect-event-entered", organisation = by, months = months, n = number));
        if let Some(confirmed) = &report.confirmed {
            let name = confirmed.name.clone();
            happened(confirmed.at, t!(page, "effect-event-confirmed", name = name, months = months));
        }
    }
    for consent in &exchange.consents {
        let by = named(interest, Some(consent.organisation_id));
        happened(consent.given_at, t!(page, "effect-event-consents", organisation = by.clone()));
        if let Some(at) = consent.withdrawn_at {
            happened(at, t!(page, "effect-event-withdrew", organisation = by));
        }
    }
}

/// Everything of the exchange, oldest first. A moderator reads what was hidden, too.
pub fn items(page: &Page, interest: &Interest, exchange: &Exchange, moderates: bool) -> Vec<Item> {
    let (at, opening) = opening(page, interest, exchange, moderates);
    let mut items = vec![(at, Item::Opening(opening))];
    for event in interest.events.iter().filter(|event| event.action != Action::Send) {
        let sentence =
            t!(page, "interest-event", action = event.action.code(), organisation = organisation(interest, event));
        items.push((event.at, Item::Happened(sentence, page.moment(&event.at))));
        // Nobody speaks when the time is over; the sentence says it all.
        if !event.reason.is_empty() && event.organisation_id.is_some() {
            let said = with_step(page, interest, event, (&event.at, &event.reason), moderates);
            items.push((event.at, Item::Said(said)));
        }
    }
    of_ndas(page, interest, &exchange.ndas, &mut items);
    of_effects(page, interest, exchange, &mut items);
    for message in &exchange.messages {
        items.push((message.at, Item::Said(said(page, interest, exchange, message, moderates))));
    }
    // Stable, so that what happened at the same moment keeps its order: events before messages.
    items.sort_by_key(|(at, _)| *at);
    items.into_iter().map(|(_, item)| item).collect()
}
