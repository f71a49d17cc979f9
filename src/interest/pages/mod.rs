mod form;
mod show;
mod thread;

use crate::listings::{Listing, Status};
use crate::web::{Access, Page, Routes};

pub(super) use show::ShowPage;

use super::{Rejected, StateName};

/// Routes of expressions of interest.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/listings/{reference}/interest", Access::Member, form::new)
        .post("/listings/{reference}/interest", Access::Member, form::create)
        .get("/interests/{reference}", Access::Member, show::show)
        .with(messages)
        .with(super::desk::routes)
        .with(super::nda::routes)
        .with(super::answers::routes)
        .with(super::reports::routes)
        .with(super::effects::routes)
        .post("/interests/{reference}/discard", Access::Member, show::discard)
        .post("/interests/{reference}/{action}", Access::Member, show::act)
}

/// Routes of messages.
fn messages(routes: Routes) -> Routes {
    use super::messages::pages;
    routes
        .post_files("/interests/{reference}/messages", Access::Member, pages::write)
        .post("/interests/{reference}/read", Access::Member, pages::read)
        .get("/interests/{reference}/messages/{id}/edit", Access::Member, pages::edit)
        .post("/interests/{reference}/messages/{id}/edit", Access::Member, pages::update)
        .get("/interests/{reference}/messages/{id}/report", Access::Member, pages::report)
        .post("/interests/{reference}/messages/{id}/report", Access::Member, pages::send_report)
        .get("/interests/{reference}/steps/{step}/report", Access::Member, pages::report)
        .post("/interests/{reference}/steps/{step}/report", Access::Member, pages::send_report)
}

/// The name of a state.
fn state_name(page: &Page, state: StateName) -> String {
    page.text("interest-state", state)
}

/// Why a listing takes no interest.
fn closed(page: &Page, listing: &Listing) -> String {
    let now = page.now();
    if listing.outcome.is_some() {
        return t!(page, "interest-refused-outcome");
    }
    if let Some(end) = listing.closes_at.filter(|end| *end <= now) {
        return t!(page, "interest-refused-closed", moment = page.moment(&end));
    }
    match listing.status {
        Status::Paused => t!(page, "interest-refused-paused"),
        Status::Archived | Status::Removed => t!(page, "interest-refused-withdrawn"),
        Status::Published if listing.is_public(now) => refusal(page, &Rejected::ListingClosed),
        Status::Expired | Status::Published => t!(page, "interest-refused-expired"),
        _ => refusal(page, &Rejected::ListingClosed),
    }
}

/// Why something was refused, in the reader's words.
pub(super) fn refusal(page: &Page, rejected: &Rejected) -> String {
    match rejected {
        Rejected::State { state, .. } => t!(page, "interest-refused-state", state = state_name(page, *state)),
        Rejected::NoMessages(state) => t!(page, "interest-refused-messages", state = state_name(page, *state)),
        Rejected::Side => t!(page, "interest-refused-side"),
        Rejected::ListingClosed => t!(page, "interest-refused-listing"),
        Rejected::NotOverdue => t!(page, "interest-refused-not-overdue"),
        Rejected::RevivedBefore => t!(page, "interest-refused-revived"),
        Rejected::OtherOpen(reference) => t!(page, "interest-refused-other", reference = reference.clone()),
        Rejected::TooManyToday => t!(page, "interest-refused-daily", n = super::actions::DAILY),
        Rejected::Suspended => t!(page, "interest-refused-suspended"),
        Rejected::Stale | Rejected::Form(_) | Rejected::NoReason | Rejected::NoAgreement => {
            t!(page, "interest-refused-stale")
        }
    }
}
