use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sha2::{Digest as _, Sha256};

use crate::auth::Actor;
use crate::listings::Listing;
use crate::listings::content::{Benefit, Body, Content, Measured, Performance};
use crate::taxonomy::Evidence;

/// Names a claim by what it says: 32 hexadecimal digits of a hash over its figures, their meaning and its document.
pub type ClaimKey = String;

/// What somebody checked: some claims of a listing, up to one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Key.
    pub id: i64,
    /// The listing.
    pub listing_id: i64,
    /// The step that the claims reach by it.
    pub step: Evidence,
    /// The claims as they were.
    pub claims: Vec<ClaimKey>,
    /// The body that verified, or the authority or arrangement that approved, as written; empty when it was checked by
    /// the platform itself.
    pub verifier: String,
    /// What was compared with what.
    pub note: String,
    /// Who checked; nobody when an import compared the figures with their source.
    pub by: Option<String>,
    /// The agency for which it was checked, if the person acted for a focal point.
    pub agency: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// What is to be written of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// The step.
    pub step: Evidence,
    /// The claims.
    pub claims: Vec<ClaimKey>,
    /// The verifying body, authority or arrangement.
    pub verifier: String,
    /// What was compared with what.
    pub note: String,
}

/// Longest name of a verifying body, in characters.
pub const VERIFIER: usize = 200;
/// Longest note, in characters.
pub const NOTE: usize = 500;

/// The steps to which somebody may raise a claim: moderators compare with documents, note what a third party verified
/// or an authority approved; a focal point speaks for its government.
pub fn steps(actor: &Actor, listing: &Listing) -> &'static [Evidence] {
    if actor.is_system() || actor.moderates() {
        &[Evidence::Checked, Evidence::ThirdPartyVerified, Evidence::GovernmentOrMra]
    } else if actor.is_focal_point_of(&listing.country) {
        &[Evidence::Checked, Evidence::GovernmentOrMra]
    } else {
        &[]
    }
}

impl Check {
    /// Whether an import compared the figures with their source, and no person did.
    pub fn is_by_import(&self) -> bool {
        self.by.is_none()
    }
}

/// Whether a step needs to name who verified or approved.
pub fn names_verifier(step: Evidence) -> bool {
    step > Evidence::Checked
}

/// Sets the step of every claim: a document behind it or a published source makes it documented, a check of exactly
/// this claim raises it further. Whether only an import has checked it is noted with it.
pub fn fill(content: &mut Content, checks: &[Check]) {
    let sourced = content.source.is_some();
    let step = |document: bool, key: &dyn Fn() -> ClaimKey| {
        let stated = if document || sourced { Evidence::DocumentProvided } else { Evidence::SelfDeclared };
        if checks.is_empty() {
            return (stated, false);
        }
        let key = key();
        let of_claim = || checks.iter().filter(|check| check.claims.contains(&key));
        let step = of_claim().map(|check| check.step).max().unwrap_or(stated).max(stated);
        let checked = step == Evidence::Checked;
        (step, checked && of_claim().filter(|check| check.step == step).all(Check::is_by_import))
    };
    let Body::Offer(offer) = &mut content.body else { return };
    for row in &mut offer.benefits {
        (row.evidence, row.compared) = step(row.document.is_some(), &|| key_of_benefit(row));
    }
    for row in &mut offer.performance {
        (row.evidence, row.compared) = step(row.document.is_some(), &|| key_of_performance(row));
    }
}

/// Takes out of a content the steps above what documents give, as imports and sample data state them: what has to be
/// written as checks beside it, one for each step.
pub fn checked(content: &mut Content) -> Vec<Raised> {
    let raised = raised(content);
    fill(content, &[]);
    raised
}

fn raised(content: &Content) -> Vec<Raised> {
    let Some(offer) = content.offer() else { return Vec::new() };
    let benefits = offer.benefits.iter().map(|row| (row.evidence, key_of_benefit(row)));
    let performance = offer.performance.iter().map(|row| (row.evidence, key_of_performance(row)));
    let above: Vec<_> = benefits.chain(performance).filter(|(step, _)| *step > Evidence::DocumentProvided).collect();
    let of_step = |step: &Evidence| {
        let claims: Vec<ClaimKey> =
            above.iter().filter(|(reached, _)| reached == step).map(|(_, key)| key.clone()).collect();
        (!claims.is_empty()).then(|| Raised { step: *step, claims, verifier: String::new(), note: String::new() })
    };
    Evidence::ALL.iter().filter_map(of_step).collect()
}

/// The key of a benefit.
pub fn key_of_benefit(row: &Benefit) -> ClaimKey {
    let year = row.baseline_year.map(|year| year.to_string()).unwrap_or_default();
    let output = row.output.map(|output| format!("{} {}", figure(output.baseline), figure(output.achieved)));
    let (baseline, achieved) = (figure(row.baseline), figure(row.achieved));
    let mut parts = vec![
        "benefit",
        &row.indicator,
        &baseline,
        &achieved,
        &row.unit,
        row.basis.code(),
        &row.product,
        &year,
        row.document.as_deref().unwrap_or_default(),
    ];
    // What a claim does not say leaves its key as it was before claims could say it.
    parts.extend((!row.period.is_empty()).then_some(row.period.as_str()));
    parts.extend(output.as_deref());
    key(&parts)
}

/// The key of a measured performance.
pub fn key_of_performance(row: &Performance) -> ClaimKey {
    let end = |measured: Option<Measured>| {
        measured.map_or_else(String::new, |measured| {
            let bound = measured.bound.map_or("", |bound| bound.code());
            format!("{bound} {}", measured.value.map(figure).unwrap_or_default())
        })
    };
    let (influent, effluent, removal) = (end(row.influent), end(row.effluent), end(row.removal));
    let mut parts = vec![
        "performance",
        &row.parameter,
        &influent,
        &effluent,
        &row.unit,
        &removal,
        row.statistic.code(),
        row.scale.map_or("", |scale| scale.code()),
        row.document.as_deref().unwrap_or_default(),
    ];
    // A figure that was measured under other conditions is another claim.
    parts.extend((!row.conditions.is_empty()).then_some(row.conditions.as_str()));
    key(&parts)
}

/// A figure however it is written: 40 and 40.0 are one.
fn figure(value: Decimal) -> String {
    value.normalize().to_string()
}

fn key(parts: &[&str]) -> ClaimKey {
    let hash = Sha256::digest(parts.join("\u{1f}"));
    hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listings::content::Offer;
    use crate::taxonomy::{Basis, Kind, Lang};

    fn benefit(achieved: &str) -> Benefit {
        Benefit {
            indicator: "water_use".to_owned(),
            baseline: Decimal::from(100),
            achieved: achieved.parse().unwrap(),
            unit: "m3".to_owned(),
            basis: Basis::PerYear,
            product: String::new(),
            baseline_year: None,
            period: String::new(),
            output: None,
            evidence: Evidence::SelfDeclared,
            compared: false,
            evidence_note: String::new(),
            document: None,
            audit: None,
            option_class: None,
            option_type: None,
        }
    }

    fn content(rows: Vec<Benefit>) -> Content {
        let mut content = Content::empty(Kind::Offer, Lang::En);
        content.body = Body::Offer(Box::new(Offer { benefits: rows, ..Offer::default() }));
        content
    }

    fn check(step: Evidence, claims: Vec<ClaimKey>) -> Check {
        Check {
            id: 1,
            listing_id: 1,
            step,
            claims,
            verifier: String::new(),
            note: String::new(),
            by: Some("Siti Noor".to_owned()),
            agency: None,
            at: DateTime::UNIX_EPOCH,
        }
    }

    fn step(content: &Content) -> Evidence {
        content.offer().unwrap().benefits[0].evidence
    }

    #[test]
    fn a_claim_rises_by_its_document_and_by_the_check_of_exactly_this_claim() {
        let mut it = content(vec![benefit("40")]);
        fill(&mut it, &[]);
        assert_eq!(step(&it), Evidence::SelfDeclared);
        let checked = check(Evidence::Checked, vec![key_of_benefit(&benefit("40.0"))]);
        fill(&mut it, std::slice::from_ref(&checked));
        assert_eq!(step(&it), Evidence::Checked, "40 and 40.0 are one figure");
        let mut better = content(vec![benefit("30")]);
        fill(&mut better, std::slice::from_ref(&checked));
        assert_eq!(step(&better), Evidence::SelfDeclared, "the figure is another");
        let mut documented = benefit("40");
        documented.document = Some("report".to_owned());
        let mut documented = content(vec![documented]);
        fill(&mut documented, &[checked]);
        assert_eq!(step(&documented), Evidence::DocumentProvided, "it was checked without this document");
    }

    #[test]
    fn the_highest_of_several_checks_counts() {
        let mut it = content(vec![benefit("40")]);
        let key = vec![key_of_benefit(&benefit("40"))];
        fill(&mut it, &[check(Evidence::ThirdPartyVerified, key.clone()), check(Evidence::Checked, key)]);
        assert_eq!(step(&it), Evidence::ThirdPartyVerified);
    }

    #[test]
    fn what_only_an_import_compared_is_told_from_what_a_person_checked() {
        let key = || vec![key_of_benefit(&benefit("40"))];
        let person = || check(Evidence::Checked, key());
        let import = || Check { by: None, ..person() };
        let compared = |checks: &[Check]| {
            let mut it = content(vec![benefit("40"), benefit("30")]);
            fill(&mut it, checks);
            let rows = &it.offer().unwrap().benefits;
            assert!(!rows[1].compared, "nobody has checked this one");
            (it.evidence().unwrap().0, rows[0].compared)
        };
        assert_eq!(compared(&[import()]), (Evidence::Checked, true));
        assert_eq!(compared(&[import(), person()]), (Evidence::Checked, false));
        assert_eq!(compared(&[person(), import()]), (Evidence::Checked, false));
        let verified = check(Evidence::ThirdPartyVerified, key());
        assert_eq!(compared(&[import(), verified]), (Evidence::ThirdPartyVerified, false));
    }

    #[test]
    fn what_a_content_says_from_the_start_becomes_checks_that_give_it_back() {
        let (mut first, mut second) = (benefit("40"), benefit("30"));
        first.evidence = Evidence::Checked;
        second.evidence = Evidence::ThirdPartyVerified;
        let said = content(vec![first, second, benefit("20")]);
        let raised = checked(&mut said.clone());
        assert_eq!(
            raised.iter().map(|raised| raised.step).collect::<Vec<_>>(),
            [Evidence::Checked, Evidence::ThirdPartyVerified]
        );
        let checks: Vec<Check> = raised.into_iter().map(|raised| check(raised.step, raised.claims)).collect();
        let mut read: Content = serde_json::from_value(serde_json::to_value(&said).unwrap()).unwrap();
        fill(&mut read, &checks);
        assert_eq!(read, said);
    }
}
