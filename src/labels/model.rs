use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A certificate that the owner claims; whether it holds is kept in the register, outside the content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Claim {
    /// Code of the label scheme.
    pub scheme: String,
    /// Number of the certificate.
    pub number: String,
    /// Holder as written on it.
    pub holder: String,
    /// Product as written on it.
    pub product: String,
    /// Product group.
    pub product_group: String,
    /// Criteria document and version.
    pub criteria: String,
    /// Day of issue.
    pub issued: Option<NaiveDate>,
    /// Last day of validity.
    pub valid_until: Option<NaiveDate>,
    /// The document: key of one of the listing's files.
    pub document: Option<String>,
}

crate::codes! {
    /// State of a certificate in the register.
    pub enum Status {
        /// Only said.
        Claimed = "claimed",
        /// With its document.
        DocumentUploaded = "document_uploaded",
        /// Checked by a moderator against its document and scheme.
        Verified = "verified",
        /// Looked at and not accepted.
        Refused = "refused",
        /// Its last day is over.
        Expired = "expired",
        /// Taken back by its body.
        Revoked = "revoked",
        /// Replaced by a newer one.
        Superseded = "superseded",
    }
}

/// Days before its last day from which a certificate counts as expiring.
pub const EXPIRING: i64 = 30;

/// A certificate in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Key.
    pub id: i64,
    /// The organisation that claims it.
    pub organisation_id: i64,
    /// What it says.
    pub claim: Claim,
    /// What is known of it.
    pub status: Status,
    /// When it was verified.
    pub verified_at: Option<DateTime<Utc>>,
}

impl Certificate {
    /// Whether its badge may be shown on a day: only while it is verified and valid.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.status == Status::Verified && self.claim.valid_until.is_none_or(|last| day <= last)
    }

    /// Whether its last day is over, whatever the register says.
    pub fn expired_on(&self, day: NaiveDate) -> bool {
        self.claim.valid_until.is_some_and(|last| last < day)
    }

    /// Whether it holds and its last day is near.
    pub fn expiring_on(&self, day: NaiveDate) -> bool {
        self.holds_on(day) && self.claim.valid_until.is_some_and(|last| (last - day).num_days() <= EXPIRING)
    }

    /// The state to show on a day: `expiring` and `expired` follow from the calendar.
    pub fn shown_on(&self, day: NaiveDate) -> &'static str {
        match self.status {
            Status::Verified if self.expired_on(day) => "expired",
            Status::Verified if self.expiring_on(day) => "expiring",
            status => status.code(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn certificate(status: Status, valid_until: &str) -> Certificate {
        let valid_until = valid_until.parse().ok();
        let claim = Claim { scheme: "SG-SGLS".to_owned(), number: "041".to_owned(), valid_until, ..Claim::default() };
        Certificate { id: 1, organisation_id: 1, claim, status, verified_at: None }
    }

    #[test]
    fn the_badge_goes_by_itself_after_the_last_day() {
        let certificate = certificate(Status::Verified, "2026-11-23");
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert!(certificate.holds_on(day("2026-11-23")));
        assert_eq!(certificate.shown_on(day("2026-11-23")), "expiring");
        assert!(!certificate.holds_on(day("2026-11-24")));
        assert_eq!(certificate.shown_on(day("2026-11-24")), "expired");
    }

    #[test]
    fn a_claim_that_nobody_verified_has_no_badge() {
        for status in Status::ALL.iter().filter(|status| **status != Status::Verified) {
            assert!(!certificate(*status, "2030-01-01").holds_on("2026-11-23".parse().unwrap()), "{status}");
        }
    }
}
