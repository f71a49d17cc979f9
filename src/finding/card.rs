//! The result card: what it holds in the index, and how a reader sees it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::labels::Certificate;
use crate::listings::content::{Body, Content, Range};
use crate::listings::{Listing, words};
use crate::search::Hit;
use crate::taxonomy::{self, Basis, Bound, Comparator, Cooperation, Evidence, Kind, Lang, Outcome};
use crate::web::{Page, listed};

/// What a card says, in codes; words come when it is drawn. Stored in the index, so that a page of results asks the
/// database nothing.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Card {
    /// Number for people.
    pub reference: String,
    /// Offer or request.
    pub kind: Kind,
    /// Title and summary by language.
    pub texts: BTreeMap<Lang, (String, String)>,
    /// Language of the original.
    pub original: Lang,
    /// Name of the organisation.
    pub organisation: String,
    /// Country of the organisation, or of a request's site.
    pub country: String,
    /// Identifier in the source of an import.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Technology readiness level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub readiness: Option<u8>,
    /// The strongest claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
    /// Verified labels: scheme and last day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<(String, Option<NaiveDate>)>,
    /// Simple payback in months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payback: Option<u32>,
    /// Cooperation sought.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cooperation: Vec<Cooperation>,
    /// Countries to which it is offered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offered_to: Vec<String>,
    /// Closing time of a request on the clock of its zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<(NaiveDateTime, Tz)>,
    /// How a request ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Whether a focal point stands behind a request.
    #[serde(default)]
    pub endorsed: bool,
    /// Budget of a request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<(Range, String)>,
    /// How many requirements a request has.
    #[serde(default)]
    pub requirements: usize,
    /// When it was published.
    pub published: Option<DateTime<Utc>>,
}

/// The strongest claim of a listing.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Proof {
    /// A benefit.
    Benefit {
        /// Indicator.
        indicator: String,
        /// Change in percent.
        change: Decimal,
        /// What it is counted over.
        basis: Basis,
        /// The product, when counted per unit of it.
        product: String,
        /// Step of evidence.
        evidence: Evidence,
    },
    /// A measured removal.
    Removal {
        /// Parameter.
        parameter: String,
        /// Percent removed.
        percent: Decimal,
        /// Whether it is a bound.
        bound: Option<Bound>,
        /// Step of evidence.
        #[serde(default)]
        evidence: Evidence,
    },
    /// The first measurable requirement.
    Requirement {
        /// Parameter.
        parameter: String,
        /// How it compares.
        comparator: Comparator,
        /// The limit.
        value: Decimal,
        /// Unit.
        unit: String,
        /// Essential or desirable.
        essential: bool,
    },
}

impl Proof {
    /// On what it rests; a requirement claims nothing.
    fn evidence(&self) -> Evidence {
        match self {
            Self::Benefit { evidence, .. } | Self::Removal { evidence, .. } => *evidence,
            Self::Requirement { .. } => Evidence::default(),
        }
    }
}

impl Card {
    /// The card of a listing with the certificates of its organisation.
    pub fn new(listing: &Listing, content: &Content, certificates: &[Certificate], today: NaiveDate) -> Self {
        let offer = content.offer();
        let request = content.request();
        let claims = offer.map(|offer| offer.certificates.as_slice()).unwrap_or_default();
        let held = certificates.iter().filter(|certificate| certificate.holds_on(today));
        let labels = held.filter(|held| {
            claims.iter().any(|claim| claim.scheme == held.claim.scheme && claim.number == held.claim.number)
        });
        Self {
            reference: listing.reference.clone(),
            kind: listing.kind,
            texts: content
                .texts
                .iter()
                .map(|(lang, texts)| (*lang, (texts.title.clone(), texts.summary.clone())))
                .collect(),
            original: content.original,
            organisation: listing.organisation_name.clone(),
            country: request
                .map(|request| request.country.clone())
                .filter(|code| !code.is_empty())
                .unwrap_or_else(|| listing.country.clone()),
            source: content.source.as_ref().map(|source| source.id.clone()).unwrap_or_default(),
            readiness: offer.and_then(|offer| offer.readiness),
            proof: proof(content),
            labels: labels.map(|label| (label.claim.scheme.clone(), label.claim.valid_until)).collect(),
            payback: offer.and_then(|offer| offer.cost.payback_months()),
            cooperation: content.cooperation.clone(),
            offered_to: offer.map(|offer| offer.offered_to.clone()).unwrap_or_default(),
            closes: request.and_then(|request| {
                let zone: Tz = request.zone.parse().ok()?;
                Some((listing.closes_at?.with_timezone(&zone).naive_local(), zone))
            }),
            outcome: listing.outcome,
            endorsed: listing.endorsed,
            budget: request
                .filter(|request| request.budget.from.or(request.budget.to).is_some())
                .map(|request| (request.budget, request.currency.clone())),
            requirements: request.map_or(0, |request| request.requirements.len()),
            published: listing.published_at,
        }
    }

    /// Title and summary for a reader and the language they are in: the reader's, else English, else the original.
    pub fn texts_for(&self, reader: Lang) -> Option<(Lang, &(String, String))> {
        let wanted = [reader, Lang::En, self.original];
        wanted
            .into_iter()
            .find_map(|lang| self.texts.get(&lang).filter(|(title, _)| !title.is_empty()).map(|texts| (lang, texts)))
    }

    /// When it closes, as a moment.
    pub fn closes_at(&self) -> Option<DateTime<Utc>> {
        let (local, zone) = self.closes?;
        zone.from_local_datetime(&local).earliest().map(|at| at.with_timezone(&Utc))
    }
}

fn proof(content: &Content) -> Option<Proof> {
    match &content.body {
        Body::Offer(offer) => {
            let benefit = content.strongest_benefit().and_then(|benefit| {
                Some(Proof::Benefit {
                    indicator: benefit.indicator.clone(),
                    change: benefit.change_percent()?,
                    basis: benefit.basis,
                    product: benefit.product.clone(),
                    evidence: benefit.evidence,
                })
            });
            let removals =
                offer.performance.iter().filter_map(|row| row.removal_percent().map(|removal| (row, removal)));
            let sensible = removals
                .filter(|(_, removal)| removal.percent > Decimal::ZERO && removal.percent <= Decimal::ONE_HUNDRED);
            let best = sensible.max_by_key(|(row, removal)| (row.evidence, removal.percent));
            let removal = best.map(|(row, removal)| Proof::Removal {
                parameter: row.parameter.clone(),
                percent: removal.shown(),
                bound: removal.bound,
                evidence: row.evidence,
            });
            let proved = |proof: &Option<Proof>| proof.as_ref().map(Proof::evidence);
            if proved(&removal) > proved(&benefit) { removal } else { benefit }
        }
        Body::Request(request) => {
            let measured = request
                .requirements
                .iter()
                .filter_map(|requirement| Some((requirement.essential, requirement.measure.as_ref()?)));
            let first = measured.max_by_key(|(essential, _)| *essential);
            first.map(|(essential, measure)| Proof::Requirement {
                parameter: measure.parameter.clone(),
                comparator: measure.comparator,
                value: measure.value,
                unit: measure.unit.clone(),
                essential,
            })
        }
    }
}

/// A card as a reader sees it: words, forms of numbers, marks of the search.
#[derive(Debug)]
pub struct CardView {
    /// The card.
    pub card: Card,
    /// Title in fragments; `true` marks what was searched for.
    pub title: Vec<(String, bool)>,
    /// Language of the title when it is not the page's.
    pub title_lang: Option<Lang>,
    /// Passage in fragments.
    pub passage: Vec<(String, bool)>,
    /// Language of the passage when it is not the page's.
    pub passage_lang: Option<Lang>,
    /// Chip of readiness: level and words.
    pub readiness: Option<(u8, String)>,
    /// The strongest claim: figure, what of, step of evidence, its words.
    pub proof: Option<(String, String, u8, String)>,
    /// The other facts, as class of the chip and words.
    pub facts: Vec<(&'static str, String)>,
}

impl CardView {
    /// The card of a hit; `None` when the index holds a card of another shape, which is rebuilt soon.
    pub fn of_hit(page: &Page, hit: Hit) -> Option<Self> {
        let card: Card = serde_json::from_str(&hit.card).ok()?;
        Some(Self::new(page, card, hit.title, hit.title_lang, hit.snippet, hit.lang))
    }

    fn new(
        page: &Page,
        card: Card,
        title: Vec<(String, bool)>,
        title_lang: Lang,
        passage: Vec<(String, bool)>,
        passage_lang: Lang,
    ) -> Self {
        let foreign = |lang: Lang| (lang != page.lang()).then_some(lang);
        Self {
            title,
            title_lang: foreign(title_lang),
            passage,
            passage_lang: foreign(passage_lang),
            readiness: card.readiness.map(|level| (level, words::readiness(page, level))),
            proof: card.proof.as_ref().map(|proof| proof_words(page, proof)),
            facts: facts(page, &card),
            card,
        }
    }
}

fn facts(page: &Page, card: &Card) -> Vec<(&'static str, String)> {
    let today = page.now().date_naive();
    let mut facts = Vec::new();
    match card.outcome {
        Some(outcome) => facts.push(("", page.name(taxonomy::outcomes(), outcome))),
        None => facts.extend(closes_words(page, card).map(|(words, near)| (if near { "late" } else { "" }, words))),
    }
    if card.endorsed {
        facts.push(("label", t!(page, "card-endorsed")));
    }
    if let Some((range, currency)) = &card.budget {
        facts.push(("", t!(page, "card-budget", amount = words::range(page, range, currency))));
    }
    if card.requirements > 0 {
        facts.push(("", t!(page, "card-requirements", n = card.requirements)));
    }
    let held = card.labels.iter().filter(|(_, until)| until.is_none_or(|until| today <= until));
    facts.extend(held.map(|(scheme, until)| ("label", label_words(page, scheme, *until))));
    facts.extend(card.payback.map(|months| ("", t!(page, "card-payback", n = months))));
    if !card.cooperation.is_empty() {
        facts.push(("", page.names(taxonomy::cooperation(), &card.cooperation)));
    }
    facts.extend(offered_words(page, &card.offered_to).map(|words| ("", words)));
    facts
}

fn label_words(page: &Page, scheme: &str, until: Option<NaiveDate>) -> String {
    let scheme = page.name(page.schemes(), scheme);
    match until {
        Some(day) => t!(page, "card-label-until", scheme = scheme, day = page.day(&day)),
        None => scheme,
    }
}

fn offered_words(page: &Page, countries: &[String]) -> Option<String> {
    let members = taxonomy::member_countries().count();
    let offered = countries
        .iter()
        .filter(|code| taxonomy::countries().get(code).is_some_and(|entry| entry.column("region") == "member"));
    match countries.len() {
        0 => None,
        _ if offered.count() == members => Some(t!(page, "card-offered-region")),
        1..=3 => Some(t!(page, "card-offered-to", countries = page.country_names(countries))),
        count => Some(t!(page, "card-offered-count", n = count)),
    }
}

fn closes_words(page: &Page, card: &Card) -> Option<(String, bool)> {
    let (local, zone) = card.closes?;
    let at = card.closes_at()?;
    let moment = page.locale.formats().local_moment(local, zone);
    if at <= page.now() {
        return Some((t!(page, "card-closed", moment = moment), false));
    }
    let near = (at - page.now()).num_days() < 14;
    Some((t!(page, "card-closes", relative = page.relative(&at), moment = moment), near))
}

fn proof_words(page: &Page, proof: &Proof) -> (String, String, u8, String) {
    let evidence_words = |evidence: Evidence| page.name(taxonomy::evidence(), evidence);
    match proof {
        Proof::Benefit { indicator, change, basis, product, evidence } => {
            let indicator = page.name(taxonomy::indicators(), indicator);
            let over = words::basis(page, *basis, product);
            let figure = page.locale.formats().percent_change(*change);
            (figure, listed([indicator, over]), evidence.step(), evidence_words(*evidence))
        }
        Proof::Removal { parameter, percent, bound, evidence } => {
            let bound = bound.map_or("", Bound::sign);
            let figure = format!("{bound}{}\u{a0}%", page.number(percent));
            let parameter = page.name(taxonomy::parameters(), parameter);
            let of = t!(page, "card-removal", parameter = parameter);
            (figure, of, evidence.step(), evidence_words(*evidence))
        }
        Proof::Requirement { parameter, comparator, value, unit, essential } => {
            let unit = words::unit(unit);
            let parameter = page.name(taxonomy::parameters(), parameter);
            let weight = if *essential { t!(page, "card-essential") } else { t!(page, "card-desirable") };
            (
                format!("{} {} {unit}", comparator.sign(), page.number(value)),
                listed([parameter, weight]),
                0,
                String::new(),
            )
        }
    }
}
