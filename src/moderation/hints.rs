//! What a machine can see in a submission that a moderator should look at. A hint decides nothing.

use chrono::Months;
use rust_decimal::Decimal;

use crate::checks::contact;
use crate::labels::store::Held;
use crate::listings::content::{Content, Offer};
use crate::taxonomy::{Evidence, Lang};
use crate::web::Page;

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// An address, a telephone number or a messenger in a text, which would go around the expression of interest.
    Contact {
        /// The field.
        field: &'static str,
        /// The language of the text.
        lang: Lang,
        /// What was found.
        found: String,
    },
    /// Another listing of the organisation has nearly the same title.
    Duplicate {
        /// The other's reference number.
        reference: String,
        /// The other's title.
        title: String,
    },
    /// There are benefits and no document behind any of them.
    NoEvidence,
    /// An offer without any benefit, measured performance or certificate.
    NothingClaimed,
    /// A benefit whose two values say that nothing changed, or that cannot be computed.
    NoChange {
        /// The row, from 1.
        row: usize,
    },
    /// A row of performance without a value.
    NoValue {
        /// The row, from 1.
        row: usize,
    },
    /// A certificate without holder or without document.
    BareCertificate {
        /// The row, from 1.
        row: usize,
    },
}

impl Hint {
    /// Its kind, which the risk counts once.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Contact { .. } => "contact",
            Self::Duplicate { .. } => "duplicate",
            Self::NoEvidence => "no_evidence",
            Self::NothingClaimed | Self::NoChange { .. } | Self::NoValue { .. } => "empty_claim",
            Self::BareCertificate { .. } => "bare_certificate",
        }
    }

    /// How much it matters: `high` or `medium`.
    pub const fn level(&self) -> &'static str {
        match self {
            Self::Contact { .. } | Self::Duplicate { .. } => "high",
            _ => "medium",
        }
    }
}

/// All hints that a content alone gives.
pub fn of_content(content: &Content) -> Vec<Hint> {
    let mut hints = contacts(content);
    if let Some(offer) = content.offer() {
        hints.extend(no_evidence(offer));
        hints.extend(empty_claims(offer));
        hints.extend(bare_certificates(offer));
    }
    hints
}

/// What to look at in a claimed certificate: numbers that another organisation has entered too, dates that its scheme
/// does not know, a holder of another name.
pub fn of_certificate(page: &Page, held: &Held, others: &[Held]) -> Vec<String> {
    let claim = &held.certificate.claim;
    let mut hints = Vec::new();
    let same = others.iter().filter(|other| {
        other.certificate.claim.names_the_same(claim)
            && other.certificate.organisation_id != held.certificate.organisation_id
    });
    hints.extend(same.map(|other| t!(page, "review-hint-same-number", organisation = other.name.clone())));
    let rule = page.schemes().get(&claim.scheme).and_then(|scheme| scheme.column("valid_months").parse::<u32>().ok());
    if let Some(months) = rule {
        let latest = claim.issued.and_then(|issued| issued.checked_add_months(Months::new(months)));
        if latest.zip(claim.valid_until).is_some_and(|(latest, until)| until > latest) {
            hints.push(t!(page, "review-hint-too-long", n = months));
        }
        if claim.valid_until.is_none() {
            hints.push(t!(page, "review-hint-no-end", n = months));
        }
    }
    if claim.issued.is_some_and(|issued| issued > page.now().date_naive()) {
        hints.push(t!(page, "review-hint-not-issued"));
    }
    if !claim.holder.is_empty() && claim.holder.trim().to_lowercase() != held.name.to_lowercase() {
        hints.push(t!(page, "review-hint-other-holder"));
    }
    hints
}

/// The texts in which somebody wrote how to be reached.
pub fn contacts(content: &Content) -> Vec<Hint> {
    let mut hints = Vec::new();
    for (lang, texts) in &content.texts {
        for (field, text) in texts.fields() {
            hints.extend(contact(text).map(|found| Hint::Contact { field, lang: *lang, found }));
        }
    }
    hints
}

/// The listings of the organisation whose title is nearly the same as one of the content's.
pub fn duplicates(content: &Content, others: &[(String, String)]) -> Vec<Hint> {
    let titles: Vec<&str> = content.texts.values().map(|texts| texts.title.as_str()).collect();
    let alike = others.iter().filter(|(_, other)| titles.iter().any(|title| likeness(title, other) >= 0.8));
    alike.map(|(reference, title)| Hint::Duplicate { reference: reference.clone(), title: title.clone() }).collect()
}

/// How alike two titles are, 0 to 1: Dice's coefficient over pairs of neighbouring letters, which needs no words and so
/// works in every script.
pub fn likeness(one: &str, other: &str) -> f64 {
    let pairs = |text: &str| {
        let letters: Vec<char> = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        letters.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
    };
    let (one, mut other) = (pairs(one), pairs(other));
    let total = one.len() + other.len();
    let mut shared = 0;
    for pair in one {
        if let Some(place) = other.iter().position(|found| *found == pair) {
            other.swap_remove(place);
            shared += 1;
        }
    }
    if total == 0 { 0.0 } else { f64::from(2 * shared) / total as f64 }
}

/// Whether benefits are claimed without any document.
pub fn no_evidence(offer: &Offer) -> Option<Hint> {
    let bare = offer.benefits.iter().all(|row| row.evidence == Evidence::SelfDeclared && row.document.is_none());
    (!offer.benefits.is_empty() && bare).then_some(Hint::NoEvidence)
}

/// Claims that say nothing.
pub fn empty_claims(offer: &Offer) -> Vec<Hint> {
    if offer.benefits.is_empty() && offer.performance.is_empty() && offer.certificates.is_empty() {
        return vec![Hint::NothingClaimed];
    }
    let unchanged = offer.benefits.iter().enumerate();
    let unchanged = unchanged.filter(|(_, row)| row.change_percent().is_none_or(|change| change == Decimal::ZERO));
    let empty = offer.performance.iter().enumerate();
    let empty = empty.filter(|(_, row)| row.influent.is_none() && row.effluent.is_none() && row.removal.is_none());
    let unchanged = unchanged.map(|(place, _)| Hint::NoChange { row: place + 1 });
    unchanged.chain(empty.map(|(place, _)| Hint::NoValue { row: place + 1 })).collect()
}

/// Certificates that nobody could check.
pub fn bare_certificates(offer: &Offer) -> Vec<Hint> {
    let claims = offer.certificates.iter().enumerate();
    let bare = claims.filter(|(_, claim)| claim.holder.trim().is_empty() || claim.document.is_none());
    bare.map(|(place, _)| Hint::BareCertificate { row: place + 1 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listings::content::{Benefit, Body, Performance};
    use crate::taxonomy::{Basis, Kind, Statistic};

    fn benefit(baseline: i64, achieved: i64, evidence: Evidence) -> Benefit {
        Benefit {
            indicator: "water_use".to_owned(),
            baseline: baseline.into(),
            achieved: achieved.into(),
            unit: "m3".to_owned(),
            basis: Basis::PerYear,
            product: String::new(),
            baseline_year: None,
            period: String::new(),
            output: None,
            evidence,
            compared: false,
            evidence_note: String::new(),
            document: None,
            audit: None,
            option_class: None,
            option_type: None,
        }
    }

    fn offer() -> Offer {
        Offer { benefits: vec![benefit(105, 40, Evidence::Checked)], ..Offer::default() }
    }

    #[test]
    fn each_text_of_each_language_is_looked_at() {
        let mut content = Content::empty(Kind::Offer, Lang::En);
        content.texts.entry(Lang::Zh).or_default().summary = "邮箱 info@example.cn".to_owned();
        let found = "info@example.cn".to_owned();
        assert_eq!(contacts(&content), [Hint::Contact { field: "summary", lang: Lang::Zh, found }]);
    }

    #[test]
    fn nearly_the_same_title_is_a_possible_duplicate() {
        let mut content = Content::empty(Kind::Offer, Lang::En);
        content.texts.entry(Lang::En).or_default().title = "Dye-bath reuse with ozone".to_owned();
        content.texts.entry(Lang::Zh).or_default().title = "染浴废水臭氧脱色回用".to_owned();
        let others = [
            ("TO-TH-2026-00003".to_owned(), "Dye bath re-use with ozone".to_owned()),
            ("TO-TH-2026-00004".to_owned(), "Heat recovery from dye baths".to_owned()),
            ("TO-TH-2026-00005".to_owned(), "染浴废水臭氧脱色与回用".to_owned()),
        ];
        let found: Vec<_> = duplicates(&content, &others)
            .into_iter()
            .filter_map(|hint| if let Hint::Duplicate { reference, .. } = hint { Some(reference) } else { None })
            .collect();
        assert_eq!(found, ["TO-TH-2026-00003", "TO-TH-2026-00005"]);
    }

    #[test]
    fn benefits_without_any_document_are_noticed() {
        let mut offer = offer();
        assert_eq!(no_evidence(&offer), None);
        offer.benefits = vec![benefit(105, 40, Evidence::SelfDeclared)];
        assert_eq!(no_evidence(&offer), Some(Hint::NoEvidence));
        offer.benefits[0].document = Some("a".to_owned());
        assert_eq!(no_evidence(&offer), None);
        assert_eq!(no_evidence(&Offer::default()), None);
    }

    #[test]
    fn claims_that_say_nothing_are_noticed() {
        assert_eq!(empty_claims(&Offer::default()), [Hint::NothingClaimed]);
        let mut offer = offer();
        assert_eq!(empty_claims(&offer), []);
        offer.benefits.push(benefit(10, 10, Evidence::Checked));
        offer.benefits.push(benefit(0, 10, Evidence::Checked));
        offer.performance.push(Performance {
            parameter: "copper".to_owned(),
            influent: None,
            effluent: None,
            unit: "mg_L".to_owned(),
            removal: None,
            statistic: Statistic::Average,
            scale: None,
            evidence: Evidence::default(),
            compared: false,
            document: None,
            conditions: String::new(),
        });
        let expected = [Hint::NoChange { row: 2 }, Hint::NoChange { row: 3 }, Hint::NoValue { row: 1 }];
        assert_eq!(empty_claims(&offer), expected);
    }

    #[test]
    fn a_certificate_that_nobody_could_check_is_noticed() {
        let mut offer = offer();
        offer.certificates.push(crate::labels::Claim::default());
        let content = Content { body: Body::Offer(Box::new(offer)), ..Content::empty(Kind::Offer, Lang::En) };
        assert_eq!(of_content(&content), [Hint::BareCertificate { row: 1 }]);
    }
}
