//! An exchange as it is read: messages and events in one order, and the way that it has gone.

use chrono::{DateTime, Utc};

use super::state_name;
use crate::interest::{Action, Event, Interest, Message, Side, StateName};
use crate::web::Page;

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
    pub mine: bool,
    /// Name of the person; empty if the account is closed.
    pub person: String,
    pub organisation: String,
    pub when: String,
    pub body: String,
    pub read: bool,
}

/// A station on the way.
pub struct Stop {
    pub name: String,
    /// When and by whom, or what it will bring.
    pub note: String,
    /// `done`, `now` or nothing.
    pub class: &'static str,
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
        mine: organisation_id.is_some() && page.actor().organisation_id() == organisation_id,
        person: if own { t!(page, "interest-you") } else { person.to_owned() },
        organisation: party.map(|party| party.name.clone()).unwrap_or_default(),
        when: page.moment(at),
        body: body.to_owned(),
        read: false,
    }
}

fn organisation(interest: &Interest, event: &Event) -> String {
    let party = event.organisation_id.and_then(|id| interest.party(interest.side_of(id)?));
    party.map(|party| party.name.clone()).unwrap_or_default()
}

/// Everything of the exchange, oldest first.
pub fn items(page: &Page, interest: &Interest, messages: &[Message]) -> Vec<Item> {
    let begun = interest.events.first();
    let person = begun.map_or("", |event| event.person.as_str());
    let at = interest.sent_at.unwrap_or(interest.created_at);
    let sender = Some(interest.sender.organisation_id);
    let account_id = begun.and_then(|event| event.account_id).or(interest.created_by);
    let opening = words(page, interest, (account_id, sender, person), &at, &interest.proposal.message);
    let mut items = vec![(at, Item::Opening(opening))];
    for event in interest.events.iter().filter(|event| event.action != Action::Send) {
        let sentence =
            t!(page, "interest-event", action = event.action.code(), organisation = organisation(interest, event));
        items.push((event.at, Item::Happened(sentence, page.moment(&event.at))));
        // Nobody speaks when the time is over; the sentence says it all.
        if !event.reason.is_empty() && event.organisation_id.is_some() {
            let who = (event.account_id, event.organisation_id, event.person.as_str());
            items.push((event.at, Item::Said(words(page, interest, who, &event.at, &event.reason))));
        }
    }
    for message in messages {
        let who = (Some(message.account_id), Some(message.organisation_id), message.person.as_str());
        let mut said = words(page, interest, who, &message.at, &message.body);
        said.read = said.mine && message.read_at.is_some();
        items.push((message.at, Item::Said(said)));
    }
    // Stable, so that what happened at the same moment keeps its order: events before messages.
    items.sort_by_key(|(at, _)| *at);
    items.into_iter().map(|(_, item)| item).collect()
}

const WAY: [StateName; 6] = [
    StateName::Sent,
    StateName::Acknowledged,
    StateName::InDiscussion,
    StateName::Accepted,
    StateName::Negotiating,
    StateName::Agreement,
];

/// The way to an agreement: what is done, where it stands, what would follow; or how it ended.
pub fn track(page: &Page, interest: &Interest) -> Vec<Stop> {
    let now = interest.state.name();
    let reached = |state: StateName| {
        interest.reached(state).map(|event| {
            let day = page.date(&event.at);
            match organisation(interest, event) {
                name if name.is_empty() => day,
                name => format!("{day}, {name}"),
            }
        })
    };
    let note = |state: StateName| reached(state).unwrap_or_default();
    let mut stops = Vec::new();
    for state in WAY {
        let visited = interest.reached(state).is_some();
        // A revived one begins anew, so what it passed before its lapse is done and not now.
        if state == now {
            stops.push(Stop { name: state_name(page, state), note: note(state), class: "now" });
        } else if visited && (now.is_ended() || order(state) < order(now)) {
            stops.push(Stop { name: state_name(page, state), note: note(state), class: "done" });
        } else if !now.is_ended() && order(state) > order(now) {
            stops.push(Stop { name: state_name(page, state), note: page.text("interest-ahead", state), class: "" });
        }
        if state == StateName::InDiscussion && now == StateName::InfoRequested {
            stops.push(Stop { name: state_name(page, now), note: note(now), class: "now" });
        }
    }
    if now.is_ended() && now != StateName::Agreement {
        stops.push(Stop { name: state_name(page, now), note: note(now), class: "now" });
    }
    stops
}

/// The place on the way; asking for information is part of the discussion.
fn order(state: StateName) -> usize {
    match state {
        StateName::Draft => 0,
        // Half a step after the discussion, so that the discussion itself is done.
        StateName::InfoRequested => 7,
        other => WAY.iter().position(|on_the_way| *on_the_way == other).map_or(0, |place| 2 * (place + 1)),
    }
}

/// What the reader's side may expect or is expected to do, as a sentence.
pub fn sentence(page: &Page, interest: &Interest, side: Side) -> String {
    t!(page, "interest-next", state = interest.state.name().code(), side = side.code())
}
