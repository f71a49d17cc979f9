//! Turns a published listing into what the search index holds.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive as _;

use super::Card;
use crate::labels::Certificate;
use crate::listings::Listing;
use crate::listings::content::{Body, Content, Offer, Request, Texts};
use crate::search::{Document, TextFields};
use crate::taxonomy::{self, Cooperation, Lang, List, Stage};
use crate::web::markdown;

/// The document of a listing that the public can read.
pub fn document(listing: &Listing, content: &Content, certificates: &[Certificate], today: NaiveDate) -> Document {
    let card = Card::new(listing, content, certificates, today);
    let offer = content.offer();
    Document {
        id: listing.id,
        reference: listing.reference.clone(),
        source_id: card.source.clone(),
        texts: content.texts.iter().map(|(lang, texts)| (*lang, fields(content, *lang, texts))).collect(),
        terms: terms(listing, content),
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
        evidence: content.evidence().map_or(0, |evidence| evidence.step()),
        sector: listing.organisation_sector.clone(),
        published_at: listing.published_at.map_or(0, |at| at.timestamp()),
        closes_at: card.closes_at().map(|at| at.timestamp()),
        effect: offer.and(content.greatest_effect()).and_then(|effect| effect.to_f64()),
        card: serde_json::to_string(&card).unwrap_or_default(),
        change: listing.changed,
    }
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
    }
    body.retain(|line| !line.is_empty());
    TextFields { title: texts.title.clone(), summary: texts.summary.clone(), body: body.join("\n") }
}

fn offer_lines(offer: &Offer) -> Vec<String> {
    let references = offer.references.iter().flat_map(|reference| [reference.site.clone(), reference.result.clone()]);
    let benefits = offer.benefits.iter().map(|benefit| benefit.evidence_note.clone());
    references.chain(benefits).chain([offer.cost.note.clone()]).collect()
}

fn request_lines(request: &Request) -> Vec<String> {
    let requirements = request.requirements.iter().map(|requirement| requirement.text.clone());
    requirements.chain([request.site.clone(), request.timetable.clone()]).collect()
}

/// Names and further words, in all languages, of the codes of a listing: by these a query in one language finds a
/// listing in another.
fn terms(listing: &Listing, content: &Content) -> Vec<String> {
    let mut words = BTreeSet::new();
    let mut add = |list: &'static List, codes: &mut dyn Iterator<Item = &str>| {
        for entry in codes.filter_map(|code| list.get(code)) {
            words.extend(entry.words().map(str::to_owned));
        }
    };
    add(taxonomy::themes(), &mut content.themes.iter().map(String::as_str));
    add(taxonomy::keywords(), &mut content.keywords.iter().map(String::as_str));
    add(taxonomy::industries(), &mut content.industries.iter().map(String::as_str));
    add(taxonomy::treatments(), &mut content.treatments.iter().map(String::as_str));
    add(taxonomy::countries(), &mut std::iter::once(listing.country.as_str()));
    if let Some(offer) = content.offer() {
        add(taxonomy::parameters(), &mut offer.performance.iter().map(|row| row.parameter.as_str()));
        add(taxonomy::indicators(), &mut offer.benefits.iter().map(|benefit| benefit.indicator.as_str()));
        add(taxonomy::schemes(), &mut offer.certificates.iter().map(|claim| claim.scheme.as_str()));
    }
    if let Some(request) = content.request() {
        add(taxonomy::countries(), &mut std::iter::once(request.country.as_str()));
        let measures = request.requirements.iter().filter_map(|requirement| requirement.measure.as_ref());
        add(taxonomy::parameters(), &mut measures.map(|measure| measure.parameter.as_str()));
    }
    let source = content.source.as_ref().and_then(|source| source.industry.as_deref());
    add(taxonomy::iwtt_industries(), &mut source.into_iter());
    words.insert(listing.organisation_name.clone());
    words.into_iter().collect()
}
