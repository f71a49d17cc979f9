use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::hints;
use crate::listings::content::Content;
use crate::listings::{Listing, Status, actions};

/// A claim lasts this long; each save of the holder begins it anew.
pub const CLAIM: Duration = Duration::minutes(30);
/// Most characters of one reason.
pub const REASON: usize = 2_000;
/// The field of a reason that is about the listing as a whole.
pub const WHOLE: &str = "whole";

crate::codes! {
    /// State of a review case.
    pub enum State {
        /// Nobody holds it.
        Waiting = "waiting",
        /// Somebody holds it, unless the claim is over.
        Claimed = "claimed",
        /// It is decided.
        Decided = "decided",
        /// Its owner took the submission back, or handed in a newer one.
        Withdrawn = "withdrawn",
    }
}

crate::codes! {
    /// How a case was decided.
    pub enum Outcome {
        /// The revision became public.
        Approved = "approved",
        /// It went back to its owner with reasons.
        ChangesRequested = "changes_requested",
        /// It was refused.
        Rejected = "rejected",
    }
}

impl Outcome {
    /// What it does to the listing.
    pub const fn decision(self) -> actions::Decision {
        match self {
            Self::Approved => actions::Decision::Approve,
            Self::ChangesRequested => actions::Decision::RequestChanges,
            Self::Rejected => actions::Decision::Reject,
        }
    }

    /// Whether it must say why.
    pub const fn needs_reason(self) -> bool {
        !matches!(self, Self::Approved)
    }
}

/// What a moderator says about one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The field, named as in the content, or [`WHOLE`].
    pub field: String,
    /// What is said.
    pub text: String,
}

/// A moderator as others see one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moderator {
    /// The account.
    pub account_id: i64,
    /// The name.
    pub name: String,
}

/// One submission on its way to a decision.
#[derive(Clone, Debug)]
pub struct Case {
    /// Key.
    pub id: i64,
    /// The listing.
    pub listing: Listing,
    /// The revision that is decided on.
    pub revision_id: i64,
    /// State as stored; see [`Case::holder`] for who holds it now.
    pub state: State,
    /// When it was handed in.
    pub opened_at: DateTime<Utc>,
    /// Who claimed it last.
    pub claimed_by: Option<Moderator>,
    /// Until when.
    pub claimed_until: Option<DateTime<Utc>>,
    /// How it was decided.
    pub outcome: Option<Outcome>,
    /// What was said about its fields, kept while the work goes on too.
    pub reasons: Vec<Reason>,
    /// Who decided.
    pub decided_by: Option<Moderator>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
}

impl Case {
    /// Who holds it now and until when. A claim ends by the clock alone.
    pub fn holder(&self, now: DateTime<Utc>) -> Option<(&Moderator, DateTime<Utc>)> {
        let until = self.claimed_until.filter(|until| self.state == State::Claimed && now < *until)?;
        Some((self.claimed_by.as_ref()?, until))
    }

    /// Whether it still waits for a decision.
    pub fn is_open(&self) -> bool {
        let listed = !matches!(self.listing.status, Status::Archived | Status::Removed);
        matches!(self.state, State::Waiting | State::Claimed) && listed
    }

    /// What was said about a field; empty if nothing.
    pub fn reason(&self, field: &str) -> &str {
        self.reasons.iter().find(|reason| reason.field == field).map_or("", |reason| reason.text.as_str())
    }
}

/// How high a submission stands in the queue: 1 for an unverified organisation, and 1 for each kind of hint.
pub fn risk(listing: &Listing, content: &Content) -> i64 {
    let mut kinds: Vec<_> = hints::of_content(content).iter().map(hints::Hint::kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    i64::from(!listing.organisation_verified) + i64::try_from(kinds.len()).unwrap_or(0)
}

/// How a risk is called: `low`, `medium` or `high`.
pub const fn risk_level(risk: i64) -> &'static str {
    match risk {
        ..=0 => "low",
        1 => "medium",
        _ => "high",
    }
}

/// How the queue does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many cases wait, claimed ones included.
    pub waiting: u64,
    /// Since when the oldest of them waits.
    pub oldest: Option<DateTime<Utc>>,
    /// Median time from submission to decision of the last 90 days.
    pub median: Option<Duration>,
}

/// The median of some spans; the mean of the middle two when their number is even.
pub fn median(mut spans: Vec<Duration>) -> Option<Duration> {
    spans.sort_unstable();
    let middle = spans.len() / 2;
    match spans.len() {
        0 => None,
        count if count % 2 == 1 => spans.get(middle).copied(),
        _ => Some((spans[middle - 1] + spans[middle]) / 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_the_mean_of_the_middle_two() {
        let hours = |list: &[i64]| median(list.iter().map(|hours| Duration::hours(*hours)).collect());
        assert_eq!(hours(&[]), None);
        assert_eq!(hours(&[9, 1, 5]), Some(Duration::hours(5)));
        assert_eq!(hours(&[1, 9, 4, 6]), Some(Duration::hours(5)));
    }

    #[test]
    fn whoever_sends_something_back_must_say_why() {
        let needing: Vec<_> = Outcome::ALL.iter().filter(|outcome| outcome.needs_reason()).collect();
        assert_eq!(needing, [&Outcome::ChangesRequested, &Outcome::Rejected]);
    }
}
