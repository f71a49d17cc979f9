//! The fields of the index, and how a document fills them.

use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::TokenizerManager;

use super::analysis::{self, ENGLISH, Words, identifier};
use super::document::{Claim, Document, Facet, TextFields};
use super::names::LONGEST;
use super::scripts::Script;
use crate::taxonomy::Lang;

/// Changes with the fields or with what is written into them.
const VERSION: u32 = 11;

/// A number that stands for "never closes".
pub(super) const NEVER: i64 = i64::MAX;

/// A number that stands for "no effect stated".
pub(super) const NO_EFFECT: f64 = f64::MIN;

/// The version that an index on disk must have to be used.
pub(super) fn version() -> String {
    format!("greenbridge-{VERSION}.{}", analysis::VERSION)
}

/// The texts that are searched, in the order of their weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Title,
    Terms,
    Summary,
    Body,
    Related,
}

impl Part {
    pub(super) const ALL: [Self; 5] = [Self::Title, Self::Terms, Self::Summary, Self::Body, Self::Related];

    /// Those that are texts.
    pub(super) const TEXTS: [Self; 3] = [Self::Title, Self::Summary, Self::Body];

    /// Those that are lists of names; the index holds their namings, see [`super::names`].
    pub(super) const LISTS: [Self; 2] = [Self::Terms, Self::Related];

    /// Whether it is a list of names: how often a word stands there says nothing, and only words of one name are
    /// neighbours.
    pub(super) const fn is_list(self) -> bool {
        matches!(self, Self::Terms | Self::Related)
    }
}

/// The fields of the index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    pub id: Field,
    /// By [`Part`].
    pub parts: [Field; 5],
    pub identifiers: Field,
    pub facets: Field,
    published: Field,
    closes: Field,
    effect: Field,
    claims: Field,
    payback: Field,
    lengths: Field,
    pub card: Field,
    pub texts: Field,
}

/// The schema and its fields.
pub(super) fn build() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let words = TextFieldIndexing::default()
        .set_tokenizer(analysis::NAME)
        .set_fieldnorms(false)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let words = TextOptions::default().set_indexing_options(words);
    let codes = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_fieldnorms(false)
        .set_index_option(IndexRecordOption::Basic);
    let codes = TextOptions::default().set_indexing_options(codes);
    let fields = Fields {
        id: schema.add_i64_field("id", INDEXED | FAST),
        parts: [("title", &words), ("terms", &codes), ("summary", &words), ("body", &words), ("related", &codes)]
            .map(|(name, options)| schema.add_text_field(name, options.clone())),
        identifiers: schema.add_text_field("identifiers", codes.clone()),
        facets: schema.add_text_field("facets", codes.set_fast("raw")),
        published: schema.add_i64_field("published", FAST),
        closes: schema.add_i64_field("closes", FAST),
        effect: schema.add_f64_field("effect", FAST),
        claims: schema.add_text_field("claims", TextOptions::default().set_fast("raw")),
        payback: schema.add_u64_field("payback", FAST),
        lengths: schema.add_u64_field("lengths", FAST),
        card: schema.add_text_field("card", STORED),
        texts: schema.add_text_field("texts", STORED),
    };
    (schema.build(), fields)
}

/// The tokenisers that the schema names.
pub(super) fn tokenizers() -> TokenizerManager {
    let tokenizers = TokenizerManager::default();
    tokenizers.register(analysis::NAME, Words::new());
    tokenizers
}

/// How a facet value is written as a term.
pub(super) fn facet_term(facet: Facet, code: &str) -> String {
    format!("{}:{code}", facet.code())
}

/// What [`facet_term`] wrote.
pub(super) fn parse_facet_term(term: &str) -> Option<(Facet, &str)> {
    let (facet, code) = term.split_once(':')?;
    Some((facet.parse().ok()?, code))
}

/// Between the parts of a written claim; no code contains it.
const PART: char = '|';

/// How a claim is written as a term; equal claims of many documents so are kept once.
fn claim_term(claim: &Claim) -> String {
    let effect = claim.effect.map(|effect| format!("{effect:.2}")).unwrap_or_default();
    format!("{}{PART}{}{PART}{}{PART}{effect}", claim.subject, claim.evidence, claim.scale)
}

/// What [`claim_term`] wrote.
pub(super) fn parse_claim_term(term: &str) -> Option<Claim> {
    let mut parts = term.split(PART);
    Some(Claim {
        subject: parts.next()?.to_owned(),
        evidence: parts.next()?.parse().ok()?,
        scale: parts.next()?.to_owned(),
        effect: parts.next()?.parse().ok(),
    })
}

impl Fields {
    /// The document in tantivy's form.
    pub(super) fn document(&self, document: &Document) -> Result<TantivyDocument, serde_json::Error> {
        let mut out = TantivyDocument::default();
        out.add_i64(self.id, document.id);
        let mut lengths = [0_u64; 3];
        for (lang, texts) in &document.texts {
            let texts_of = [&texts.title, &texts.summary, &texts.body];
            for (index, part) in Part::TEXTS.into_iter().enumerate() {
                let text = texts_of[index];
                if !text.is_empty() {
                    self.add_words(&mut out, part, text, *lang == Lang::En);
                    // A listing in three languages is not three times as long to its reader.
                    lengths[index] = lengths[index].max(word_count(text));
                }
            }
        }
        for (part, namings) in [(Part::Terms, &document.terms), (Part::Related, &document.related)] {
            for naming in namings.iter().filter(|naming| !naming.is_empty()) {
                out.add_text(self.parts[part as usize], &naming[..naming.floor_char_boundary(LONGEST)]);
            }
        }
        for id in [&document.reference, &document.source_id].map(|text| identifier(text)) {
            if !id.is_empty() {
                out.add_text(self.identifiers, id);
            }
        }
        for (facet, code) in document.facet_codes() {
            out.add_text(self.facets, facet_term(facet, &code));
        }
        out.add_i64(self.published, document.published_at);
        out.add_i64(self.closes, document.closes_at.unwrap_or(NEVER));
        out.add_f64(self.effect, document.effect.filter(|effect| effect.is_finite()).unwrap_or(NO_EFFECT));
        for claim in &document.claims {
            out.add_text(self.claims, claim_term(claim));
        }
        if let Some(months) = document.payback {
            out.add_u64(self.payback, u64::from(months));
        }
        out.add_u64(self.lengths, pack(lengths));
        out.add_text(self.card, &document.card);
        let texts: Vec<(Lang, &TextFields)> = document.texts.iter().map(|(lang, texts)| (*lang, texts)).collect();
        out.add_text(self.texts, serde_json::to_string(&texts)?);
        Ok(out)
    }

    fn add_words(&self, out: &mut TantivyDocument, part: Part, text: &str, english: bool) {
        let field = self.parts[part as usize];
        if english {
            let mut marked = String::with_capacity(text.len() + 1);
            marked.push(ENGLISH);
            marked.push_str(text);
            out.add_text(field, marked);
        } else {
            out.add_text(field, text.trim_start_matches(ENGLISH));
        }
    }
}

/// About how many words a text has: six bytes to a word where there are spaces, two letters where there are none.
fn word_count(text: &str) -> u64 {
    let spaced = text.bytes().filter(u8::is_ascii).count() as u64;
    let dense = text.chars().filter(|c| Script::of(*c).is_some()).count() as u64;
    1 + spaced / 6 + dense / 2
}

fn pack(lengths: [u64; 3]) -> u64 {
    lengths.into_iter().rev().fold(0, |packed, length| packed << 20 | length.min(0xF_FFFF))
}

/// The lengths in words of title, summary and body.
pub(super) fn unpack(packed: u64) -> [u32; 3] {
    [packed, packed >> 20, packed >> 40].map(|length| (length & 0xF_FFFF) as u32)
}

/// Names of the columns, as the view reads them.
pub(super) mod columns {
    pub(in crate::search) const ID: &str = "id";
    pub(in crate::search) const FACETS: &str = "facets";
    pub(in crate::search) const PUBLISHED: &str = "published";
    pub(in crate::search) const CLOSES: &str = "closes";
    pub(in crate::search) const EFFECT: &str = "effect";
    pub(in crate::search) const CLAIMS: &str = "claims";
    pub(in crate::search) const PAYBACK: &str = "payback";
    pub(in crate::search) const LENGTHS: &str = "lengths";
}
