//! Pages of moderation: the queue, a case, and the certificates that wait.

mod case;
mod certificates;
mod history;
mod queue;

use chrono::Duration;

use super::model::Case;
use crate::web::{Access, Page, Routes};

/// Cases and certificates on one page of a queue.
const PAGE: u64 = 20;

/// Routes of moderation.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/listings/{reference}/history", Access::SignedIn, history::show)
        .get("/moderation", Access::Moderator, queue::index)
        .get("/moderation/certificates", Access::Moderator, certificates::index)
        .post("/moderation/certificates/{id}", Access::Moderator, certificates::decide)
        .get("/moderation/{id}", Access::Moderator, case::show)
        .post("/moderation/{id}/claim", Access::Moderator, case::claim)
        .post("/moderation/{id}/release", Access::Moderator, case::release)
        .post("/moderation/{id}/decide", Access::Moderator, case::decide)
}

/// A span in the largest unit that fits: days, hours or minutes.
fn span(page: &Page, span: Duration) -> String {
    let minutes = span.num_minutes().max(0);
    match minutes {
        2_880.. => t!(page, "review-span-days", n = minutes / 1_440),
        120.. => t!(page, "review-span-hours", n = minutes / 60),
        _ => t!(page, "review-span-minutes", n = minutes),
    }
}

/// Why a case cannot be had: who holds it, who decided it, or that it was withdrawn.
fn taken(page: &Page, case: &Case) -> String {
    if let (Some(by), Some(at), Some(outcome)) = (&case.decided_by, &case.decided_at, case.outcome) {
        let how = page.text("review-outcome", outcome);
        return t!(page, "review-taken-decided", name = by.name.clone(), at = page.moment(at), how = how);
    }
    match case.holder(page.now()) {
        Some((by, until)) => t!(page, "review-taken-held", name = by.name.clone(), until = page.moment(&until)),
        None => t!(page, "review-taken-gone"),
    }
}

/// A number of a page from a query; 1 for all that is none.
fn page_number(text: &str) -> u64 {
    text.parse().unwrap_or(1).clamp(1, 10_000)
}
