use std::str::FromStr;

use chrono::{DateTime, Duration, Utc};

use crate::i18n::Worded;
use crate::taxonomy::{Kind, Outcome};

crate::codes! {
    /// States of a listing's life cycle.
    pub enum Status {
        /// Never submitted.
        Draft = "draft",
        /// Waiting for a moderator.
        Submitted = "submitted",
        /// A moderator looks at it.
        InReview = "in_review",
        /// A moderator asked for changes.
        ChangesRequested = "changes_requested",
        /// A moderator refused it.
        Rejected = "rejected",
        /// Public.
        Published = "published",
        /// Taken off by its owner for a while.
        Paused = "paused",
        /// Its validity is over.
        Expired = "expired",
        /// Taken off by its owner for good.
        Archived = "archived",
        /// Taken off by a moderator.
        Removed = "removed",
    }
}

/// What can happen to a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The owner hands in a revision.
    Submit,
    /// The owner takes a submission back.
    TakeBack,
    /// A moderator claims the case.
    BeginReview,
    /// A moderator lets the case go undecided.
    ReleaseReview,
    /// A moderator approves.
    Approve,
    /// A moderator asks for changes.
    RequestChanges,
    /// A moderator refuses.
    Reject,
    /// The owner pauses.
    Pause,
    /// The owner resumes.
    Resume,
    /// The validity ends.
    Expire,
    /// The owner renews.
    Renew,
    /// The owner archives.
    Archive,
    /// A moderator removes.
    Remove,
}

/// Validity of a published listing.
pub const VALIDITY: Duration = Duration::days(365);
/// A listing can be renewed this long before its end.
pub const RENEW_BEFORE: Duration = Duration::days(30);
/// A listing can be renewed this long after its end.
pub const RENEW_AFTER: Duration = Duration::days(365);

/// Days before the end of its validity on which the owner of a listing is told, farthest first.
pub const REMINDERS: [i64; 3] = [30, 14, 0];

/// Why something cannot be done with a listing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    /// Its state does not allow it.
    #[error("a listing that is {0} does not allow this")]
    State(Status),
    /// Something in it is not right.
    #[error("the content has problems")]
    Content(crate::checks::Problems),
    /// Somebody changed it in the meantime.
    #[error("it was changed in the meantime")]
    Stale,
}

impl Status {
    /// The state after a change. A listing that is or was public stays what it is while a new revision is reviewed, so
    /// the approved one stays readable.
    pub fn step(self, change: Change) -> Result<Self, Rejected> {
        use Change as C;
        Ok(match (self, change) {
            (Self::Draft | Self::ChangesRequested | Self::Rejected, C::Submit) => Self::Submitted,
            (
                Self::Published | Self::Paused | Self::Expired,
                C::Submit | C::TakeBack | C::BeginReview | C::ReleaseReview,
            ) => self,
            (Self::Published | Self::Paused | Self::Expired, C::RequestChanges | C::Reject) => self,
            (Self::Submitted, C::TakeBack) => Self::Draft,
            (Self::Submitted, C::BeginReview) => Self::InReview,
            (Self::InReview, C::ReleaseReview) => Self::Submitted,
            (Self::Submitted | Self::InReview | Self::Published | Self::Expired, C::Approve) => Self::Published,
            (Self::Paused, C::Approve) => Self::Paused,
            (Self::Submitted | Self::InReview, C::RequestChanges) => Self::ChangesRequested,
            (Self::Submitted | Self::InReview, C::Reject) => Self::Rejected,
            (Self::Published, C::Pause) => Self::Paused,
            (Self::Paused, C::Resume) => Self::Published,
            (Self::Published | Self::Paused, C::Expire) => Self::Expired,
            (Self::Published | Self::Expired, C::Renew) => Self::Published,
            (Self::Archived | Self::Removed, _) => return Err(Rejected::State(self)),
            (_, C::Archive) => Self::Archived,
            (_, C::Remove) => Self::Removed,
            _ => return Err(Rejected::State(self)),
        })
    }
}

/// The envelope of a listing with what readers need of its organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Key.
    pub id: i64,
    /// Number for people.
    pub reference: String,
    /// Offer or request.
    pub kind: Kind,
    /// The organisation that owns it.
    pub organisation_id: i64,
    /// The organisation's name in addresses.
    pub organisation_slug: String,
    /// Generated name of its logo in storage; empty for none.
    pub organisation_logo: String,
    /// The organisation's name.
    pub organisation_name: String,
    /// Code of the organisation's sector.
    pub organisation_sector: String,
    /// Whether the organisation is verified.
    pub organisation_verified: bool,
    /// The organisation's country.
    pub country: String,
    /// State.
    pub status: Status,
    /// Title, for lists.
    pub title: Worded,
    /// Whether interest may be expressed.
    pub accepting_interest: bool,
    /// The revision that the public sees.
    pub published_revision_id: Option<i64>,
    /// Identity in an import.
    pub source_key: Option<String>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it was changed last.
    pub updated_at: DateTime<Utc>,
    /// When it was handed in last.
    pub submitted_at: Option<DateTime<Utc>>,
    /// When it was first published.
    pub published_at: Option<DateTime<Utc>>,
    /// When its validity ends.
    pub expires_at: Option<DateTime<Utc>>,
    /// When a request closes; addenda may have postponed it.
    pub closes_at: Option<DateTime<Utc>>,
    /// How a request ended.
    pub outcome: Option<Outcome>,
    /// Whether a focal point stands behind a request.
    pub endorsed: bool,
    /// Number of its last public change.
    pub changed: i64,
    /// Optimistic lock.
    pub version: i64,
}

impl Listing {
    /// Whether the public can read it now.
    pub fn is_public(&self, now: DateTime<Utc>) -> bool {
        self.status == Status::Published
            && self.published_revision_id.is_some()
            && self.expires_at.is_none_or(|end| now < end)
    }

    /// Whether the validity of what was published is over; the job that says so may not have come by yet.
    pub fn is_expired(&self, now: DateTime<Utc>) -> bool {
        self.status == Status::Expired || (self.status == Status::Published && !self.is_public(now))
    }

    /// Whether interest can be expressed now.
    pub fn takes_interest(&self, now: DateTime<Utc>) -> bool {
        self.is_public(now) && self.accepting_interest && !self.is_closed(now)
    }

    /// Whether a request is over: its closing moment has come, or its outcome is known.
    pub fn is_closed(&self, now: DateTime<Utc>) -> bool {
        self.outcome.is_some() || self.closes_at.is_some_and(|end| end <= now)
    }

    /// The reminder of its end that is due: the nearest step that the remaining days have reached, so that a step that
    /// was missed is made up by the next one.
    pub fn reminder_on(&self, now: DateTime<Utc>) -> Option<i64> {
        let remaining = (self.expires_at?.date_naive() - now.date_naive()).num_days();
        let due = REMINDERS.iter().rev().find(|step| remaining <= **step);
        due.copied().filter(|_| remaining >= 0 && matches!(self.status, Status::Published | Status::Paused))
    }

    /// Whether it can be renewed now.
    pub fn renewable(&self, now: DateTime<Utc>) -> bool {
        matches!(self.status, Status::Published | Status::Expired)
            && self.expires_at.is_some_and(|end| now >= end - RENEW_BEFORE && now <= end + RENEW_AFTER)
    }
}

/// A reference number taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series(String);

impl Series {
    /// The series in which a new listing is numbered: kind, country and year.
    pub fn new(kind: Kind, country: &str, year: i32) -> Self {
        let kind = match kind {
            Kind::Offer => "TO",
            Kind::Request => "TR",
        };
        Self(format!("{kind}-{country}-{year}"))
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// A reference number in it: `TO-VN-2026-00042`.
    pub fn reference(&self, number: i64) -> String {
        format!("{}-{number:05}", self.0)
    }
}

/// Reads a stored status; an unknown one is taken for a draft, which nobody but its owner sees.
pub(super) fn stored_status(code: &str) -> Status {
    Status::from_str(code).unwrap_or(Status::Draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Change as C;
    use Status as S;

    const CHANGES: [Change; 13] = [
        C::Submit,
        C::TakeBack,
        C::BeginReview,
        C::ReleaseReview,
        C::Approve,
        C::RequestChanges,
        C::Reject,
        C::Pause,
        C::Resume,
        C::Expire,
        C::Renew,
        C::Archive,
        C::Remove,
    ];

    #[test]
    fn the_life_cycle_is_exactly_this_table() {
        let mut table = String::new();
        for status in S::ALL {
            for change in CHANGES {
                if let Ok(next) = status.step(change) {
                    table.push_str(&format!("{status} {change:?} {next}\n"));
                }
            }
        }
        insta::assert_snapshot!(table);
    }

    #[test]
    fn what_is_archived_or_removed_stays_so() {
        for status in [S::Archived, S::Removed] {
            for change in CHANGES {
                assert_eq!(status.step(change), Err(Rejected::State(status)));
            }
        }
    }

    #[test]
    fn a_reference_names_kind_country_year_and_number() {
        assert_eq!(Series::new(Kind::Offer, "VN", 2026).reference(42), "TO-VN-2026-00042");
        assert_eq!(Series::new(Kind::Request, "LA", 2027).reference(100_000), "TR-LA-2027-100000");
    }
}
