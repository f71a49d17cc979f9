//! Forms of review cases.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::Deserialize;

use super::actions::Verdict;
use super::lines;
use super::model::{Outcome, REASON, Reason, WHOLE};
use crate::checks::{Problem, Problems, plain};
use crate::labels::Status;
use crate::taxonomy::Kind;
use crate::web::Error;

/// What a moderator looks at before approving; their words stand in the language files.
pub const CHECKLIST: [&str; 6] = ["purpose", "claims", "contact", "files", "language", "rights"];

/// What a moderator sends about a case.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReviewForm {
    /// Key of the revision that was read.
    pub revision: String,
    /// The button: an outcome, or `keep`.
    pub decision: String,
    /// What is said, by field.
    pub reasons: BTreeMap<String, String>,
    /// The items of the checklist that were ticked.
    pub checks: Vec<String>,
}

/// What is to be done.
#[derive(Clone, Debug)]
pub enum Order {
    /// Keep what was written, and the case.
    Keep(Vec<Reason>),
    /// Decide.
    Decide(Verdict),
}

impl ReviewForm {
    /// What is to be done. What was said about fields that the kind does not have is left out.
    pub fn read(&self, kind: Kind) -> Result<Result<Order, Problems>, Error> {
        let mut problems = Problems::new();
        let fields = std::iter::once(&WHOLE).chain(lines::fields(kind));
        let said = |field: &&str| self.reasons.get(*field).map(|text| plain(text)).filter(|text| !text.is_empty());
        let mut reasons = Vec::new();
        for (field, text) in fields.filter_map(|field| said(field).map(|text| (field, text))) {
            problems.text(&format!("reason-{field}"), &text, false, REASON);
            reasons.push(Reason { field: (*field).to_owned(), text });
        }
        if self.decision == "keep" {
            return Ok(problems.or(Order::Keep(reasons)));
        }
        let outcome = Outcome::from_str(&self.decision)?;
        let silent = outcome.needs_reason() && reasons.is_empty();
        problems.check("reason-whole", !silent, Problem::Other("review-problem-no-reason"));
        let revision_id = self.revision.parse().map_err(|_| Error::BadRequest)?;
        let checked = CHECKLIST.iter().filter(|item| self.checks.iter().any(|sent| sent == *item));
        let checked = checked.map(|item| (*item).to_owned()).collect();
        Ok(problems.or(Order::Decide(Verdict { revision_id, outcome, reasons, checked })))
    }
}

/// What a moderator sends about a certificate.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CertificateForm {
    /// The version that was read.
    pub version: String,
    /// `verified`, `refused` or `revoked`.
    pub decision: String,
    /// Why it is refused or revoked, or where it was looked up.
    pub reason: String,
    /// The case to go back to, if it was decided there.
    pub case: String,
}

impl CertificateForm {
    /// What is said about a decision: why, where the owner is to know; where it was looked up, where no document stands
    /// behind the claim.
    ///
    /// # Errors
    /// When it is missing, or too long.
    pub fn said(&self, next: Status, documented: bool) -> Result<String, Problem> {
        let said = plain(&self.reason);
        let missing = match next {
            Status::Verified if documented => None,
            Status::Verified => Some(Problem::Other("review-certificate-needs-place")),
            Status::Revoked => Some(Problem::Other("review-certificate-needs-reason")),
            _ => Some(Problem::Other("review-certificate-needs-refusal")),
        };
        match missing.filter(|_| said.is_empty()) {
            Some(missing) => Err(missing),
            None if said.chars().count() > REASON => Err(Problem::TooLong { max: REASON }),
            None => Ok(said),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(decision: &str, field: &str, text: &str) -> ReviewForm {
        let reasons = BTreeMap::from([(field.to_owned(), text.to_owned())]);
        ReviewForm { revision: "7".to_owned(), decision: decision.to_owned(), reasons, checks: Vec::new() }
    }

    #[test]
    fn what_is_sent_back_says_why() {
        for decision in ["changes_requested", "rejected"] {
            let problems = form(decision, "title", "  ").read(Kind::Offer).unwrap().unwrap_err();
            assert!(problems.of("reason-whole").is_some());
            assert!(form(decision, "title", "Say what it treats").read(Kind::Offer).unwrap().is_ok());
        }
        assert!(form("approved", "title", "").read(Kind::Offer).unwrap().is_ok());
    }

    #[test]
    fn fields_that_the_kind_does_not_have_are_left_out() {
        let Ok(Order::Decide(verdict)) = form("approved", "budget", "x").read(Kind::Offer).unwrap() else { panic!() };
        assert_eq!(verdict.reasons, []);
    }

    #[test]
    fn a_certificate_is_refused_or_revoked_with_a_reason_and_verified_by_a_document_or_a_place() {
        let said = |reason: &str, next, documented| {
            CertificateForm { reason: reason.to_owned(), ..CertificateForm::default() }.said(next, documented)
        };
        assert_eq!(said(" ", Status::Verified, true), Ok(String::new()));
        assert!(
            said(" ", Status::Verified, false).is_err() && said("Register of TEI", Status::Verified, false).is_ok()
        );
        assert!(said("", Status::Refused, true).is_err() && said("\n", Status::Revoked, true).is_err());
        assert_eq!(said(&"x".repeat(REASON + 1), Status::Refused, true), Err(Problem::TooLong { max: REASON }));
    }

    #[test]
    fn a_decision_that_nobody_offers_makes_no_sense() {
        assert!(form("published", "title", "x").read(Kind::Offer).is_err());
    }
}
