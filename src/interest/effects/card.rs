//! What the page of an exchange shows of its realised effect: how far each period has come, and the consents.

use super::{Consent, Period, Report, adopter, agreement, latest, standing};
use crate::auth::MemberRole;
use crate::interest::policy;
use crate::interest::{Interest, Side};
use crate::web::Page;

/// How far a period has come.
pub struct Line {
    /// Code of the period, as in its address.
    pub period: Period,
    /// Its name.
    pub name: String,
    /// Whether it is over, so that its page has something to show.
    pub is_open: bool,
    /// The mark of its state: a code for its looks and a word.
    pub mark: (&'static str, String),
    /// Its state in a sentence.
    pub words: String,
}

/// The consent of one side.
pub struct Given {
    /// The organisation.
    pub name: String,
    /// Since when it consents; nothing if it does not.
    pub since: Option<String>,
}

/// The realised effect of an agreement on the page of its exchange.
pub struct Effects {
    /// The periods.
    pub lines: Vec<Line>,
    /// What both sides say to the ledger.
    pub sides: Vec<Given>,
    /// Whether the reader may say it for one side, and whether that side consents now.
    pub own: Option<bool>,
}

impl Effects {
    /// For an exchange with what was entered and said for it; nothing before there is an agreement.
    pub fn of(page: &Page, interest: &Interest, reports: &[Report], consents: &[Consent]) -> Option<Self> {
        let agreement = agreement(interest)?;
        let side = policy::side(page.actor(), interest);
        let line = |period: &Period| {
            let due = period.due(agreement.starts);
            let is_open = due.is_some_and(|due| due <= page.now().date_naive());
            let (mark, words) = match (latest(reports, *period), standing(reports, *period)) {
                (Some(newest), stands) if newest.confirmed.is_none() => {
                    (("todo", t!(page, "effect-waits")), waits(page, interest, side, stands.is_some()))
                }
                (Some(newest), _) => (("done", t!(page, "effect-confirmed")), confirmed(page, newest)),
                (None, _) if is_open => (("todo", t!(page, "effect-mark-open")), t!(page, "effect-card-open")),
                (None, _) => {
                    let day = due.map(|due| page.day(&due)).unwrap_or_default();
                    (("not_yet", t!(page, "effect-mark-early")), t!(page, "effect-card-early", day = day))
                }
            };
            Line { period: *period, name: t!(page, "effect-period", months = period.months()), is_open, mark, words }
        };
        let given = |organisation_id: i64| {
            let own = consents.iter().filter(|consent| consent.organisation_id == organisation_id);
            own.rev().find(|consent| consent.withdrawn_at.is_none()).map(|consent| page.date(&consent.given_at))
        };
        let sides = [&interest.sender, &interest.receiver];
        let sides = sides.map(|party| Given { name: party.name.clone(), since: given(party.organisation_id) });
        let acts = page.actor().acting().filter(|acting| acting.role <= MemberRole::Editor);
        Some(Self {
            lines: Period::ALL.iter().map(line).collect(),
            sides: sides.into(),
            own: acts.map(|acting| given(acting.organisation_id).is_some()),
        })
    }

    /// Whether everybody can see on the ledger what is confirmed.
    pub fn is_public(&self) -> bool {
        self.sides.iter().all(|side| side.since.is_some())
    }
}

fn confirmed(page: &Page, report: &Report) -> String {
    let confirmed = report.confirmed.as_ref();
    let name = confirmed.map(|confirmed| confirmed.name.clone()).unwrap_or_default();
    let day = confirmed.map(|confirmed| page.date(&confirmed.at)).unwrap_or_default();
    let none = report.effect.figures().is_empty().to_string();
    t!(page, "effect-card-confirmed", none = none, name = name, day = day)
}

fn waits(page: &Page, interest: &Interest, side: Option<Side>, again: bool) -> String {
    let adopter = adopter(interest.listing_kind);
    let name = interest.party(adopter).map(|party| party.name.clone()).unwrap_or_default();
    let own = if side == Some(adopter) { "yes" } else { "no" };
    t!(page, "effect-card-waits", own = own, organisation = name, again = again.to_string())
}
