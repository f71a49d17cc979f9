mod form;
mod index;
mod outcome;
mod show;

use crate::web::{Access, Page, Routes};

pub(in crate::interest) use form::Asked;
pub(in crate::interest) use show::Shown;

use super::Word;

/// Routes of answers to requests, and of the outcome that chooses among them.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/listings/{reference}/answers", Access::Member, index::index)
        .post("/listings/{reference}/answers/{answer}", Access::Member, index::judge)
        .get("/listings/{reference}/outcome", Access::Member, outcome::edit)
        .post("/listings/{reference}/outcome", Access::Member, outcome::update)
}

/// The label of a field of an answer, for the summary of what is wrong.
pub(in crate::interest) fn label(page: &Page, field: &str) -> String {
    match field.strip_prefix("answer-said-").and_then(|place| place.parse::<i64>().ok()) {
        Some(place) => t!(page, "answer-field-said", n = place + 1),
        None if field == "answer-offer" => t!(page, "answer-field-offer"),
        None if field == "chosen" => t!(page, "answer-field-chosen"),
        None => field
            .strip_prefix("reason-")
            .map(|answer| t!(page, "answer-field-reason", answer = answer.to_owned()))
            .unwrap_or_default(),
    }
}

/// The words among which a provider chooses.
fn words(page: &Page) -> Vec<(String, String)> {
    Word::ALL.iter().map(|word| (word.to_string(), page.text("answer-word", word))).collect()
}
