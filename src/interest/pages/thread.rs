//! The way that an exchange has gone.

use super::state_name;
use crate::interest::messages::thread::organisation;
use crate::interest::{Interest, Side, StateName};
use crate::web::Page;

/// A station on the way.
pub struct Stop {
    pub name: String,
    /// When and by whom, or what it will bring.
    pub note: String,
    /// `done`, `now` or nothing.
    pub class: &'static str,
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

/// Until when an answer is awaited, in the reader's zone, or since when it is overdue; nothing where none is awaited.
pub fn due(page: &Page, interest: &Interest) -> Option<String> {
    let deadlines = interest.answer_due()?;
    let (last, over) = (deadlines.last_moment(), deadlines.due <= page.now());
    Some(t!(
        page,
        "interest-due",
        moment = page.moment(&last),
        ago = page.relative(&last),
        lapses = page.moment(&deadlines.last_before_lapse()),
        over = over.to_string()
    ))
}

/// What the reader's side may expect or is expected to do, as a sentence.
pub fn sentence(page: &Page, interest: &Interest, side: Side) -> String {
    t!(page, "interest-next", state = interest.state.name().code(), side = side.code())
}
