mod form;
mod index;
mod show;
mod thread;

use crate::web::{Access, Page, Routes};

use super::{Rejected, StateName};

/// Routes of expressions of interest.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/listings/{reference}/interest", Access::Member, form::new)
        .post("/listings/{reference}/interest", Access::Member, form::create)
        .get("/interests", Access::Member, index::index)
        .get("/interests/{reference}", Access::Member, show::show)
        .post("/interests/{reference}/messages", Access::Member, show::write)
        .post("/interests/{reference}/discard", Access::Member, show::discard)
        .post("/interests/{reference}/{action}", Access::Member, show::act)
}

/// The name of a state.
fn state_name(page: &Page, state: StateName) -> String {
    page.text("interest-state", state)
}

/// Why something was refused, in the reader's words.
fn refusal(page: &Page, rejected: &Rejected) -> String {
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
