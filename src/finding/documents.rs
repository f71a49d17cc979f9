//! Turns a published listing into what the search index holds.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive as _;

use super::card::{Beside, Card};
use super::subjects::named_in;
use crate::labels;
use crate::listings::Listing;
use crate::listings::content::{Body, Content, Offer, Request, Texts, Visibility};
use crate::search::{Claim, Document, TextFields};
use crate::taxonomy::{self, Bound, Cooperation, Lang, List, Registers, Stage};
use crate::web::markdown;

/// The document of a listing that the public can read.
pub fn document(
    listing: &Listing,
    content: &Content,
    beside: Beside<'_>,
    registers: &Registers,
    today: NaiveDate,
) -> Document {
    let card = Card::new(listing, content, beside, today);
    let offer = content.offer();
    let texts: Vec<_> = content.texts.iter().map(|(lang, texts)| (*lang, fields(content, *lang, texts))).collect();
    let Names { exact, related } = names(listing, content, &texts, registers);
    Document {
        id: listing.id,
        reference: listing.reference.clone(),
        source_id: card.source.clone(),
        texts,
        terms: exact.into_iter().collect(),
        related: related.into_iter().collect(),
        kind: listing.kind.to_string(),
        themes: content.themes.clone(),
        keywords: content.keywords.clone(),
        country: card.country.clone(),
        offered_to: card.offered_to.clone(),
        stage: card.readiness.map(|level| Stage::of_level(level).to_string()).unwrap_or_default(),
        cooperation: content.cooperation.iter().map(Cooperation::to_string).collect(),
        industries: content.industries.clone(),
        sdgs: content.sdgs.iter().map(u8::to_string).collect(),
        schemes: card.labels.iter().map(|(scheme, _)| scheme.clone()).collect(),
        recognised_in: beside
            .held(content, today)
            .flat_map(|held| labels::counts_in(registers, &held.claim.scheme, &held.claim.products()))
            .collect(),
        evidence: content.evidence().map_or(0, |(step, _)| step.step()),
        claims: offer.map(claims).unwrap_or_default(),
        payback: card.payback,
        sector: listing.organisation_sector.clone(),
        published_at: listing.published_at.map_or(0, |at| at.timestamp()),
        closes_at: card.closes_at().map(|at| at.timestamp()),
        effect: offer.and(content.greatest_effect()).and_then(|effect| effect.to_f64()),
        card: serde_json::to_string(&card).unwrap_or_default(),
        change: listing.changed,
    }
}

/// The figures of an offer. A removal that lies below its figure shows no effect.
fn claims(offer: &Offer) -> Vec<Claim> {
    let benefits = offer.benefits.iter().map(|row| Claim {
        subject: row.indicator.clone(),
        effect: row.improvement().and_then(|effect| effect.to_f64()),
        evidence: row.evidence.step(),
        scale: String::new(),
    });
    let performance = offer.performance.iter().map(|row| Claim {
        subject: row.parameter.clone(),
        effect: row
            .removal_percent()
            .filter(|removal| removal.bound != Some(Bound::Below))
            .and_then(|removal| removal.percent.to_f64()),
        evidence: row.evidence.step(),
        scale: row.scale.map(|scale| scale.to_string()).unwrap_or_default(),
    });
    benefits.chain(performance).collect()
}

/// The texts of one language; what has no language, such as sites and results, goes with the original.
fn fields(content: &Content, lang: Lang, texts: &Texts) -> TextFields {
    let mut body = vec![
        markdown::plain(&texts.description),
        texts.advantages.clone(),
        texts.background.clone(),
        texts.partner_role.clone(),
    ];
    if lang == content.original {
        match &content.body {
            Body::Offer(offer) => body.extend(offer_lines(offer)),
            Body::Request(request) => body.extend(request_lines(request)),
        }
        body.extend(content.source.iter().map(|source| source.citation.clone()));
        let public = content.files.iter().filter(|file| file.visibility == Visibility::Public);
        body.extend(public.map(|file| file.caption.clone()));
    }
    body.retain(|line| !line.is_empty());
    TextFields { title: texts.title.clone(), summary: texts.summary.clone(), body: body.join("\n") }
}

fn offer_lines(offer: &Offer) -> Vec<String> {
    let references = offer.references.iter().flat_map(|reference| [reference.site.clone(), reference.result.clone()]);
    let benefits = offer.benefits.iter().flat_map(|benefit| [benefit.evidence_note.clone(), benefit.product.clone()]);
    let performance = offer.performance.iter().map(|row| row.conditions.clone());
    let certificates = offer.certificates.iter().flat_map(|claim| {
        [claim.number.clone(), claim.product.clone(), claim.product_group.clone(), claim.verified.clone()]
    });
    let stated = references.chain(benefits).chain(performance).chain(certificates);
    stated.chain(offer.patents.iter().cloned()).chain([offer.cost.note.clone()]).collect()
}

fn request_lines(request: &Request) -> Vec<String> {
    let requirements = request.requirements.iter().map(|requirement| requirement.text.clone());
    requirements.chain([request.site.clone(), request.timetable.clone()]).collect()
}

/// Names in all languages by which a query in one language finds a listing in another: those of one thing a line each,
/// each thing once, and in an order that is always the same.
#[derive(Default)]
struct Names {
    /// Names of what the listing is about.
    exact: BTreeSet<String>,
    /// Words that lead to a broad code which the listing has, though it may be about another part of it.
    related: BTreeSet<String>,
}

impl Names {
    /// Entries whose further words are other names for the same.
    fn same<'a>(&mut self, list: &List, codes: impl Iterator<Item = &'a str>) {
        self.exact.extend(codes.filter_map(|code| list.get(code)).map(|entry| lines(entry.words())));
    }

    /// Entries whose further words name parts and neighbours.
    fn broad<'a>(&mut self, list: &List, codes: impl Iterator<Item = &'a str>) {
        for entry in codes.filter_map(|code| list.get(code)) {
            self.exact.insert(lines(entry.names()));
            self.related.insert(lines(entry.search.iter().map(String::as_str)));
        }
    }
}

fn lines<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut lines = String::new();
    for name in names {
        if !lines.is_empty() {
            lines.push('\n');
        }
        lines.push_str(name);
    }
    lines
}

fn names(listing: &Listing, content: &Content, texts: &[(Lang, TextFields)], registers: &Registers) -> Names {
    let mut names = Names::default();
    names.broad(taxonomy::themes(), content.themes.iter().map(String::as_str));
    names.broad(registers.keywords(), content.keywords.iter().map(String::as_str));
    names.broad(taxonomy::industries(), content.industries.iter().map(String::as_str));
    names.same(taxonomy::treatments(), content.treatments.iter().map(String::as_str));
    names.same(taxonomy::countries(), std::iter::once(listing.country.as_str()));
    if let Some(offer) = content.offer() {
        let places = offer.developed_in.iter().chain(&offer.deployed_in);
        let places = places.filter_map(|code| taxonomy::countries().get(code));
        names.related.extend(places.map(|entry| lines(entry.names())));
        names.same(taxonomy::parameters(), offer.performance.iter().map(|row| row.parameter.as_str()));
        names.broad(taxonomy::indicators(), offer.benefits.iter().map(|benefit| benefit.indicator.as_str()));
        names.broad(taxonomy::cpc(), offer.patent_classes.iter().map(String::as_str));
        // People who know the classification search for its codes.
        let classes = offer.patent_classes.iter().filter_map(|code| taxonomy::cpc().get(code));
        names.exact.extend(classes.map(|class| class.code.clone()));
        names.same(registers.schemes(), offer.certificates.iter().map(|claim| claim.scheme.as_str()));
    }
    if let Some(request) = content.request() {
        names.same(taxonomy::countries(), std::iter::once(request.country.as_str()));
        let measures = request.requirements.iter().filter_map(|requirement| requirement.measure.as_ref());
        names.same(taxonomy::parameters(), measures.map(|measure| measure.parameter.as_str()));
    }
    let industry = content.source.as_ref().and_then(|source| source.industry.as_deref());
    names.same(taxonomy::iwtt_industries(), industry.into_iter());
    let passages = texts.iter().flat_map(|(_, texts)| [&texts.title, &texts.summary, &texts.body]);
    let named: BTreeSet<&str> = passages.flat_map(|text| named_in(text)).map(|entry| entry.code.as_str()).collect();
    names.same(taxonomy::subjects(), named.into_iter());
    names.exact.insert(listing.organisation_name.clone());
    names
}
