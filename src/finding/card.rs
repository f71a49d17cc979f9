//! The result card: what it holds in the index, and how a reader sees it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::{Deserialize, Serialize};

use crate::labels::Certificate;
use crate::listings::content::{Benefit, Body, Content, Performance, Range, Requirement};
use crate::listings::figures::{Removal, higher_is_better};
use crate::listings::{Listing, words};
use crate::search::{Facet, Hit, Query};
use crate::taxonomy::{self, Basis, Bound, Comparator, Cooperation, Evidence, Kind, Lang, Outcome, Scale};
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
    /// Its first theme: it says at a glance what the listing is about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub theme: String,
    /// Identifier in the source of an import.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Technology readiness level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub readiness: Option<u8>,
    /// The claims of an offer, the strongest first, or what a request measures by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proofs: Vec<Proof>,
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
    /// How many questions about a request were answered in public.
    #[serde(default)]
    pub answered: u64,
    /// When it was published.
    pub published: Option<DateTime<Utc>>,
}

/// What stands beside a listing in other tables, as far as its card and its search need it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// The certificates of its organisation.
    pub certificates: &'a [Certificate],
    /// How many questions about it were answered in public.
    pub answered: u64,
}

impl<'a> Beside<'a> {
    /// The certificates that a content claims and that hold on a day.
    pub fn held(self, content: &Content, today: NaiveDate) -> impl Iterator<Item = &'a Certificate> {
        let claims = content.offer().map(|offer| offer.certificates.as_slice()).unwrap_or_default();
        let held = self.certificates.iter().filter(move |certificate| certificate.holds_on(today));
        held.filter(move |held| claims.iter().any(|claim| claim.names_the_same(&held.claim)))
    }
}

/// Decimals of a percentage that are kept.
const KEPT: u32 = 4;

/// Most claims that a card holds; a listing with more is found by all of them, and shows one of these.
const PROOFS: usize = 16;

/// A claim of a listing.
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
        /// Whether only an import has compared it with its source.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        compared: bool,
    },
    /// A measured removal.
    Removal {
        /// Parameter.
        parameter: String,
        /// Percent removed.
        percent: Decimal,
        /// Whether it is a bound.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bound: Option<Bound>,
        /// At which scale it was measured.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scale: Option<Scale>,
        /// Step of evidence.
        evidence: Evidence,
        /// Whether only an import has compared it with its source.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        compared: bool,
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
    /// On what it rests, and how large it is; a requirement claims nothing.
    fn strength(&self) -> (Evidence, Decimal) {
        match self {
            Self::Benefit { evidence, indicator, change, .. } => {
                (*evidence, if higher_is_better(indicator) { *change } else { -change })
            }
            Self::Removal { evidence, percent, .. } => (*evidence, *percent),
            Self::Requirement { .. } => Default::default(),
        }
    }

    /// Whether it is a claim by which a search has found its listing.
    fn answers(&self, asked: &Query) -> bool {
        let (subject, scale) = match self {
            Self::Benefit { indicator, .. } => (indicator, None),
            // What lies below a figure shows no effect.
            Self::Removal { bound: Some(Bound::Below), .. } if asked.least_effect.is_some() => return false,
            Self::Removal { parameter, scale, .. } => (parameter, *scale),
            Self::Requirement { .. } => return false,
        };
        let (evidence, effect) = self.strength();
        let subjects = asked.filters.get(&Facet::Indicator);
        subjects.is_none_or(|subjects| subjects.contains(subject))
            && asked.evidence_at_least.is_none_or(|least| evidence.step() >= least)
            && asked.least_effect.is_none_or(|least| effect.to_f64().is_some_and(|effect| effect >= least))
            && asked.scale.as_ref().is_none_or(|asked| scale.is_some_and(|scale| scale.code() == asked))
    }
}

impl Card {
    /// The card of a listing with what stands beside it.
    pub fn new(listing: &Listing, content: &Content, beside: Beside<'_>, today: NaiveDate) -> Self {
        let offer = content.offer();
        let request = content.request();
        let labels = beside.held(content, today);
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
            theme: content.themes.first().cloned().unwrap_or_default(),
            source: content.source.as_ref().map(|source| source.id.clone()).unwrap_or_default(),
            readiness: offer.and_then(|offer| offer.readiness),
            proofs: proofs(content),
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
            answered: beside.answered,
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

fn proofs(content: &Content) -> Vec<Proof> {
    match &content.body {
        Body::Offer(offer) => {
            let mut proofs: Vec<Proof> = offer.benefits.iter().filter_map(proof_of_benefit).collect();
            proofs.extend(offer.performance.iter().filter_map(proof_of_removal));
            // Of equal steps, what it means for who uses it stands before what it removes.
            proofs.sort_by_key(|proof| {
                let (evidence, effect) = proof.strength();
                Reverse((evidence, matches!(proof, Proof::Benefit { .. }), effect))
            });
            proofs.truncate(PROOFS);
            proofs
        }
        Body::Request(request) => {
            let measured = request.requirements.iter().filter(|requirement| requirement.measure.is_some());
            measured
                .max_by_key(|requirement| requirement.essential)
                .and_then(proof_of_requirement)
                .into_iter()
                .collect()
        }
    }
}

fn proof_of_benefit(row: &Benefit) -> Option<Proof> {
    Some(Proof::Benefit {
        indicator: row.indicator.clone(),
        change: row.change_percent()?.trunc_with_scale(KEPT),
        basis: row.basis,
        product: row.product.clone(),
        evidence: row.evidence,
        compared: row.compared,
    })
}

fn proof_of_removal(row: &Performance) -> Option<Proof> {
    let removal = row.removal_percent()?;
    let sensible = removal.percent > Decimal::ZERO && removal.percent <= Decimal::ONE_HUNDRED;
    sensible.then(|| Proof::Removal {
        parameter: row.parameter.clone(),
        percent: removal.percent.trunc_with_scale(KEPT),
        bound: removal.bound,
        scale: row.scale,
        evidence: row.evidence,
        compared: row.compared,
    })
}

fn proof_of_requirement(requirement: &Requirement) -> Option<Proof> {
    let measure = requirement.measure.as_ref()?;
    Some(Proof::Requirement {
        parameter: measure.parameter.clone(),
        comparator: measure.comparator,
        value: measure.value,
        unit: measure.unit.clone(),
        essential: requirement.essential,
    })
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
    /// A claim: figure, what of, step of evidence, its words.
    pub proof: Option<(String, String, u8, String)>,
    /// The other facts, as class of the chip and words.
    pub facts: Vec<(&'static str, String)>,
}

impl CardView {
    /// Who stands behind it, where, and what it is about.
    pub fn origin(&self, page: &Page) -> String {
        let country = page.country(&self.card.country);
        let theme = page.name(taxonomy::themes(), &self.card.theme);
        listed([self.card.organisation.as_str(), &country, &theme])
    }

    /// The card of a hit; `None` when the index holds a card of another shape, which is rebuilt soon. Of its claims it
    /// shows the strongest of those that were asked for.
    pub fn of_hit(page: &Page, asked: &Query, hit: Hit) -> Option<Self> {
        let card: Card = serde_json::from_str(&hit.card).ok()?;
        let foreign = |lang: Lang| (lang != page.lang()).then_some(lang);
        let proof = card.proofs.iter().find(|proof| proof.answers(asked)).or(card.proofs.first());
        Some(Self {
            title: hit.title,
            title_lang: foreign(hit.title_lang),
            passage: hit.snippet,
            passage_lang: foreign(hit.lang),
            readiness: card.readiness.map(|level| (level, words::readiness(page, level))),
            proof: proof.map(|proof| proof_words(page, proof)),
            facts: facts(page, &card),
            card,
        })
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
    if card.answered > 0 {
        facts.push(("", t!(page, "card-answered", n = card.answered)));
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
    let to_all = || taxonomy::member_countries().all(|member| countries.contains(&member.code));
    match countries.len() {
        0 => None,
        count if count >= taxonomy::member_countries().len() && to_all() => Some(t!(page, "card-offered-region")),
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
    let mark = |evidence: &Evidence, compared: &bool| words::evidence(page, *evidence, *compared);
    match proof {
        Proof::Benefit { indicator, change, basis, product, evidence, compared } => {
            let indicator = page.name(taxonomy::indicators(), indicator);
            let over = words::basis(page, *basis, product);
            let figure = page.locale.formats().percent_change(*change);
            let (step, words) = mark(evidence, compared);
            (figure, listed([indicator, over]), step, words)
        }
        Proof::Removal { parameter, percent, bound, evidence, compared, .. } => {
            let shown = Removal { bound: *bound, percent: *percent }.shown();
            let figure = format!("{}{}\u{a0}%", bound.map_or("", Bound::sign), page.number(&shown));
            let parameter = page.name(taxonomy::parameters(), parameter);
            let of = t!(page, "card-removal", parameter = parameter);
            let (step, words) = mark(evidence, compared);
            (figure, of, step, words)
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
