use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::auth::Actor;

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
    /// The body that verified the technology, for a statement of verification (ISO 14034).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub verifier: String,
    /// What was verified of the technology's performance, and under which conditions, in words (ISO 14034).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub verified: String,
}

/// The scheme whose certificates are statements on one technology's performance (ISO 14034) and not on a product.
pub const VERIFICATION: &str = "INT-ETV";

impl Claim {
    /// Whether both name the same certificate, whatever else they say of it.
    pub fn names_the_same(&self, other: &Self) -> bool {
        self.scheme == other.scheme && self.number == other.number
    }

    /// What it calls its product group and its product.
    pub fn products(&self) -> [&str; 2] {
        [&self.product_group, &self.product]
    }

    /// Whether it says nothing that another claim on the same certificate does not say as well. What it leaves blank says
    /// nothing, and the copy of the document is each listing's own.
    pub fn is_within(&self, other: &Self) -> bool {
        let texts = [
            (&self.holder, &other.holder),
            (&self.product, &other.product),
            (&self.product_group, &other.product_group),
            (&self.criteria, &other.criteria),
            (&self.verifier, &other.verifier),
            (&self.verified, &other.verified),
        ];
        let days = [(self.issued, other.issued), (self.valid_until, other.valid_until)];
        self.names_the_same(other)
            && texts.iter().all(|(mine, theirs)| mine.is_empty() || mine == theirs)
            && days.iter().all(|(mine, theirs)| mine.is_none() || mine == theirs)
    }
}

/// Lets claims on certificates that were verified say what the register says of them, whatever the listing says: only
/// that was looked at. The copy of the document stays the listing's own. `known` are the certificates of its organisation.
pub fn as_registered(claims: &mut [Claim], known: &[Certificate]) {
    for claim in claims {
        let registered = known.iter().find(|known| known.was_verified() && known.claim.names_the_same(claim));
        if let Some(registered) = registered {
            *claim = Claim { document: claim.document.take(), ..registered.claim.clone() };
        }
    }
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

/// Kind of the job that tells an owner that a certificate which was decided on waits again.
pub const WAITS: &str = "certificate-waits";

/// A certificate that waits again: its key, and its version since then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waits {
    /// Key.
    pub id: i64,
    /// Version.
    pub version: i64,
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
    /// When it was decided on last.
    pub verified_at: Option<DateTime<Utc>>,
    /// The account that decided.
    pub verified_by: Option<i64>,
    /// Why it was refused or revoked, or where it was looked up when it was verified without a document.
    pub reason: String,
    /// Optimistic lock.
    pub version: i64,
}

/// Days before the last day of a certificate on which its owner is told, farthest first.
pub const REMINDERS: [i64; 4] = [90, 30, 14, 0];

impl Status {
    /// Whether a certificate in this state may come into that one.
    pub const fn leads_to(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Claimed | Self::DocumentUploaded, Self::Verified | Self::Refused)
                | (Self::Refused, Self::Verified)
                | (Self::Verified, Self::Expired | Self::Revoked | Self::Superseded)
        )
    }
}

impl Certificate {
    /// Whether an actor may know of it: everybody, of one that is or was verified; its own organisation and moderators,
    /// of all.
    pub fn visible_to(&self, actor: &Actor) -> bool {
        self.was_verified() || actor.moderates() || actor.organisation_id() == Some(self.organisation_id)
    }

    /// Whether what it says was verified once, and stands since.
    pub const fn was_verified(&self) -> bool {
        matches!(self.status, Status::Verified | Status::Expired | Status::Revoked | Status::Superseded)
    }

    /// Whether a listing's claim makes it wait again. `before` is what the same listing said of it the last time: a claim
    /// that did not change says nothing new. Before anybody verified it, the newest claim counts; after that, only one
    /// that says something else, or brings another document in the place of the one that was looked at.
    pub fn is_changed_by(&self, claim: &Claim, before: Option<&Claim>) -> bool {
        if self.claim == *claim || before == Some(claim) {
            return false;
        }
        let own = before.is_some_and(|before| before.document == self.claim.document);
        let other_document = claim.document.is_some() && claim.document != self.claim.document;
        if self.was_verified() {
            !claim.is_within(&self.claim) || (own && other_document)
        } else {
            before.is_some() || !claim.is_within(&self.claim) || (other_document && self.claim.document.is_none())
        }
    }

    /// Whether a moderator can say on a day that it holds: not once its last day is over.
    pub fn verifiable_on(&self, day: NaiveDate) -> bool {
        self.status.leads_to(Status::Verified) && !self.expired_on(day)
    }

    /// The reminder that is due on a day: the nearest step that the remaining days have reached. A step that was missed
    /// is made up by the next one, so nobody is told of 90 days when 20 remain.
    pub fn reminder_on(&self, day: NaiveDate) -> Option<i64> {
        let remaining = (self.claim.valid_until? - day).num_days();
        let due = REMINDERS.iter().rev().find(|step| remaining <= **step);
        due.copied().filter(|_| self.status == Status::Verified && remaining >= 0)
    }

    /// Whether its badge may be shown on a day: only while it is verified and valid.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.status == Status::Verified && self.claim.valid_until.is_none_or(|last| day <= last)
    }

    /// Whether it takes the place of another when it is verified: the same scheme and product of the same organisation,
    /// under another number, and lasting longer or, where both last for ever, issued later.
    pub fn supersedes(&self, other: &Self) -> bool {
        let product = |claim: &Claim| claim.product.trim().to_lowercase();
        let same = self.organisation_id == other.organisation_id
            && self.claim.scheme == other.claim.scheme
            && self.claim.number != other.claim.number
            && !product(&self.claim).is_empty()
            && product(&self.claim) == product(&other.claim);
        let newer = match (self.claim.valid_until, other.claim.valid_until) {
            (Some(mine), Some(theirs)) if mine != theirs => mine > theirs,
            _ => self.claim.issued.zip(other.claim.issued).is_some_and(|(mine, theirs)| mine > theirs),
        };
        same && newer && other.status == Status::Verified
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
        let (verified_by, reason) = (None, String::new());
        Certificate { id: 1, organisation_id: 1, claim, status, verified_at: None, verified_by, reason, version: 1 }
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
    fn the_owner_is_told_once_at_each_step_and_not_after_the_end() {
        let certificate = certificate(Status::Verified, "2027-03-31");
        let on = |text: &str| certificate.reminder_on(text.parse().unwrap());
        assert_eq!(on("2026-12-30"), None);
        assert_eq!(on("2026-12-31"), Some(90));
        assert_eq!(on("2027-02-28"), Some(90));
        assert_eq!(on("2027-03-01"), Some(30));
        assert_eq!(on("2027-03-17"), Some(14));
        assert_eq!(on("2027-03-31"), Some(0));
        assert_eq!(on("2027-04-01"), None);
    }

    #[test]
    fn only_what_was_verified_expires_and_nothing_is_verified_after_its_end() {
        let from: Vec<_> = Status::ALL.iter().filter(|status| status.leads_to(Status::Expired)).collect();
        assert_eq!(from, [&Status::Verified]);
        assert!(certificate(Status::DocumentUploaded, "2026-11-23").verifiable_on("2026-11-23".parse().unwrap()));
        assert!(!certificate(Status::DocumentUploaded, "2026-11-22").verifiable_on("2026-11-23".parse().unwrap()));
    }

    #[test]
    fn a_newer_certificate_of_the_same_product_takes_the_place_of_the_old_one() {
        let made = |number: &str, product: &str, until: &str| {
            let mut made = certificate(Status::Verified, until);
            (made.claim.number, made.claim.product) = (number.to_owned(), product.to_owned());
            made
        };
        let old = made("1", "Membrane module", "2026-12-31");
        assert!(made("2", "membrane module ", "2027-12-31").supersedes(&old));
        for other in [
            made("1", "Membrane module", "2027-12-31"),
            made("2", "Pump", "2027-12-31"),
            made("2", "Membrane module", "2026-06-30"),
            made("2", "Membrane module", "2026-12-31"),
        ] {
            assert!(!other.supersedes(&old), "{other:?}");
        }
        assert!(!made("2", "", "2027-12-31").supersedes(&made("1", "", "2026-12-31")), "which product is not said");
    }

    #[test]
    fn only_what_was_verified_is_revoked_or_superseded() {
        for next in [Status::Revoked, Status::Superseded] {
            let from: Vec<_> = Status::ALL.iter().filter(|status| status.leads_to(next)).collect();
            assert_eq!(from, [&Status::Verified]);
        }
    }

    #[test]
    fn a_verified_certificate_waits_again_only_for_a_claim_that_changed_and_says_something_else() {
        let known = certificate(Status::Verified, "2027-06-30");
        let until = |until: &str| Claim { valid_until: until.parse().ok(), ..known.claim.clone() };
        let (same, less, more) = (until("2027-06-30"), until(""), until("2040-01-01"));
        assert!(!known.is_changed_by(&same, None) && !known.is_changed_by(&less, None));
        assert!(!known.is_changed_by(&less, Some(&same)), "what is left blank says nothing");
        assert!(known.is_changed_by(&more, None) && known.is_changed_by(&more, Some(&same)));
        assert!(!known.is_changed_by(&more, Some(&more)), "it did not change");
    }

    #[test]
    fn another_document_counts_only_in_the_place_of_the_one_that_was_looked_at() {
        let mut known = certificate(Status::Verified, "2027-06-30");
        known.claim.document = Some("first".to_owned());
        let with = |key: &str| Claim { document: Some(key.to_owned()), ..known.claim.clone() };
        assert!(known.is_changed_by(&with("second"), Some(&with("first"))));
        assert!(!known.is_changed_by(&with("second"), None), "each listing has a copy of its own");
        assert!(!known.is_changed_by(&with("third"), Some(&with("second"))));
    }

    #[test]
    fn before_anybody_verified_it_the_newest_claim_counts_unless_it_says_less() {
        let known = certificate(Status::Claimed, "2027-06-30");
        let until = |until: &str| Claim { valid_until: until.parse().ok(), ..known.claim.clone() };
        assert!(known.is_changed_by(&until("2040-01-01"), None));
        assert!(!known.is_changed_by(&until(""), None), "another listing says less");
        assert!(known.is_changed_by(&until(""), Some(&until("2027-06-30"))), "the same listing takes it back");
        let documented = Claim { document: Some("first".to_owned()), ..known.claim.clone() };
        assert!(known.is_changed_by(&documented, None));
    }

    #[test]
    fn a_listing_says_of_a_verified_certificate_what_the_register_says() {
        let claim = |until: &str, document: &str| Claim {
            valid_until: until.parse().ok(),
            document: Some(document.to_owned()),
            ..certificate(Status::Claimed, "").claim
        };
        let mut claims = [claim("2199-12-31", "own")];
        as_registered(&mut claims, &[certificate(Status::Claimed, "2027-06-30")]);
        assert_eq!(claims, [claim("2199-12-31", "own")], "nobody has looked at it");
        as_registered(&mut claims, &[certificate(Status::Verified, "2027-06-30")]);
        assert_eq!(claims, [claim("2027-06-30", "own")]);
    }

    #[test]
    fn a_claim_that_nobody_verified_has_no_badge() {
        for status in Status::ALL.iter().filter(|status| **status != Status::Verified) {
            assert!(!certificate(*status, "2030-01-01").holds_on("2026-11-23".parse().unwrap()), "{status}");
        }
    }
}
