//! Which documents match the words, and how well: BM25F, worked out word by word over all parts of a document.
//!
//! For each word the occurrences in title, names, summary and body are weighted, added and only then saturated, so that
//! a long body cannot win by repeating a word. How often a word is among names says nothing, since the names of a code
//! come in many languages. Beside the score stands the *coverage*: the share of the query, by the
//! rarity of its words, that a document has. A document that lacks a rare word so never beats one that has it.

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, InvertedIndexReader, TERMINATED};

use super::analysis::Analyser;
use super::facets::{Bits, Counts};
use super::names::Naming;
use super::parse::{Parsed, Phrase, Variant, Word};
use super::schema::Part;
use super::speller;
use super::view::{Doc, Segment, View};

/// Weight of a part, and how much its length counts; by [`Part`].
const WEIGHTS: [(f32, f32); 5] = [(3.0, 0.3), (3.0, 0.0), (1.6, 0.4), (1.0, 0.6), (0.8, 0.0)];

/// How much a word counts as covered that only a broad code of the document leads to.
const RELATED: f32 = 0.5;

/// How soon further occurrences of a word count for nothing.
const SATURATION: f32 = 1.2;

/// What the coverage counts beside the score, both being shares of 1.
const COVERAGE_WEIGHT: f32 = 2.0;

/// What a document gets that has all words.
const COMPLETE: f32 = 1.0;

/// Part of the best coverage that a document must reach to be found at all.
const LEAST_COVERAGE: f32 = 0.45;

/// What the identifier of a document is worth, beyond everything else.
const IDENTIFIED: f32 = 100.0;

/// Up to this many documents a word may be a misspelling of another.
const FEW: usize = 2;

/// Most words of a query for which similar ones are sought.
const MAX_SPELLED: usize = 4;

/// What a document has gathered.
#[derive(Clone, Copy, Default)]
struct Tally {
    score: f32,
    coverage: f32,
    /// Of the word at hand: weighted occurrences, best strength, parts in which it was counted.
    weight: f32,
    strength: f32,
    seen: u8,
    words: u8,
    identified: bool,
    listed: bool,
}

/// Memory that one query after the other uses.
#[derive(Default)]
pub(super) struct Scratch {
    pub counts: Counts,
    analyser: Option<Analyser>,
    tallies: Vec<Tally>,
    listed: Vec<Doc>,
    of_word: Vec<Doc>,
}

/// What was found for a text.
pub(super) struct Matches {
    /// Documents and their scores, in no order; nothing when the text asks for nothing but exclusions.
    pub scored: Vec<(Doc, f32)>,
    /// Words that stand in no document.
    pub unknown: Vec<usize>,
    /// For words that stand in no document: the similar word that most documents have.
    pub similar: Vec<(usize, String)>,
}

/// Where occurrences are counted, and for how much.
struct Place<'a> {
    segment: &'a Segment,
    part: Part,
    /// Mean length of the part, in words.
    mean: f32,
    strength: f32,
}

impl<'a> Place<'a> {
    fn new(view: &View, segment: &'a Segment, part: Part, strength: f32) -> Self {
        let mean = match part {
            Part::Title => view.mean_lengths[0],
            Part::Terms | Part::Related => 1.0,
            Part::Summary => view.mean_lengths[1],
            Part::Body => view.mean_lengths[2],
        };
        Self { segment, part, mean, strength }
    }

    fn reader(&self) -> &'a InvertedIndexReader {
        &self.segment.parts[self.part as usize]
    }
}

impl Scratch {
    pub(super) fn analyser(&mut self) -> &mut Analyser {
        self.analyser.get_or_insert_with(Analyser::new)
    }

    /// Finds the documents that match. Similar words that were taken become variants of their word.
    pub(super) fn run(&mut self, view: &View, parsed: &mut Parsed) -> tantivy::Result<Matches> {
        self.tallies.resize(view.size as usize, Tally::default());
        let mut matches = Matches { scored: Vec::new(), unknown: Vec::new(), similar: Vec::new() };
        let mut complete = 0;
        let mut possible = 0.0;
        let mut spelled = 0;
        for (index, word) in parsed.words.iter_mut().enumerate() {
            self.add_variants(view, &word.variants)?;
            let exact = self.of_word.len();
            if exact <= FEW && word.spelling.is_some() && spelled < MAX_SPELLED {
                spelled += 1;
                self.add_similar(view, word, (exact == 0).then_some(index), &mut matches.similar)?;
            }
            if self.of_word.is_empty()
                && let Some(resort) = word.last_resort.take()
            {
                self.add_variants(view, std::slice::from_ref(&resort))?;
                word.variants.push(resort);
            }
            if exact == 0 && self.of_word.is_empty() {
                matches.unknown.push(index);
                continue;
            }
            if exact == 0 && word.spelling.is_some() {
                matches.unknown.push(index);
            }
            complete += 1;
            possible += self.finish_word(view.total);
        }
        self.identify(view, &parsed.identifiers)?;
        self.choose(view, parsed, complete, possible, &mut matches.scored)?;
        for doc in self.listed.drain(..) {
            self.tallies[doc as usize] = Tally::default();
        }
        Ok(matches)
    }

    fn add_similar(
        &mut self,
        view: &View,
        word: &mut Word,
        unknown: Option<usize>,
        similar: &mut Vec<(usize, String)>,
    ) -> tantivy::Result<()> {
        let found = speller::similar(view, word.spelling.as_deref().unwrap_or_default())?;
        if let (Some(index), Some(best)) = (unknown, found.first()) {
            similar.push((index, best.word.clone()));
        }
        let variants: Vec<Variant> = found
            .into_iter()
            .map(|similar| Variant { strength: similar.strength, tokens: vec![similar.word], row: false })
            .collect();
        self.add_variants(view, &variants)?;
        word.variants.extend(variants);
        Ok(())
    }

    /// Adds up the occurrences of a word; where several variants stand in one part, the first alone counts.
    fn add_variants(&mut self, view: &View, variants: &[Variant]) -> tantivy::Result<()> {
        for variant in variants {
            let namings = view.names().with_all(&variant.tokens);
            for segment in &view.segments {
                for part in Part::ALL {
                    let place = Place::new(view, segment, part, variant.strength);
                    match &variant.tokens[..] {
                        _ if part.is_list() => self.add_named(&place, &namings)?,
                        [token] => self.add_token(&place, token)?,
                        tokens => self.add_together(&place, tokens)?,
                    }
                }
            }
        }
        Ok(())
    }

    fn add_named(&mut self, place: &Place<'_>, namings: &[Naming]) -> tantivy::Result<()> {
        for postings in place.segment.named(place.part, namings) {
            let mut postings = postings?;
            while postings.doc() != TERMINATED {
                self.add(place, postings.doc(), 1);
                postings.advance();
            }
        }
        Ok(())
    }

    fn add_token(&mut self, place: &Place<'_>, token: &str) -> tantivy::Result<()> {
        let reader = place.reader();
        let Some(info) = reader.terms().get(token.as_bytes())? else { return Ok(()) };
        let mut blocks = reader.read_block_postings_from_terminfo(&info, IndexRecordOption::WithFreqs)?;
        while !blocks.docs().is_empty() {
            for (doc, count) in blocks.docs().iter().zip(blocks.freqs()) {
                self.add(place, *doc, *count);
            }
            blocks.advance();
        }
        Ok(())
    }

    /// Tokens that must all stand in the part.
    fn add_together(&mut self, place: &Place<'_>, tokens: &[String]) -> tantivy::Result<()> {
        let reader = place.reader();
        let mut lists: Vec<SegmentPostings> = Vec::with_capacity(tokens.len());
        for token in tokens {
            let Some(info) = reader.terms().get(token.as_bytes())? else { return Ok(()) };
            lists.push(reader.read_postings_from_terminfo(&info, IndexRecordOption::WithFreqs)?);
        }
        lists.sort_by_key(SegmentPostings::doc_freq);
        let Some((rarest, others)) = lists.split_first_mut() else { return Ok(()) };
        let mut doc = rarest.doc();
        'documents: while doc != TERMINATED {
            let mut count = rarest.term_freq();
            for other in others.iter_mut() {
                let at = if other.doc() < doc { other.seek(doc) } else { other.doc() };
                if at != doc {
                    doc = rarest.seek(at);
                    continue 'documents;
                }
                count = count.min(other.term_freq());
            }
            self.add(place, doc, count);
            doc = rarest.advance();
        }
        Ok(())
    }

    fn add(&mut self, place: &Place<'_>, local: u32, count: u32) {
        let doc = place.segment.base + local;
        let tally = &mut self.tallies[doc as usize];
        let bit = 1 << place.part as u8;
        if tally.seen & bit != 0 {
            return;
        }
        if tally.seen == 0 {
            self.of_word.push(doc);
        }
        tally.seen |= bit;
        let (weight, by_length) = WEIGHTS[place.part as usize];
        let length = place.segment.length(place.part, local) as f32 / place.mean;
        tally.weight += weight * place.strength * count as f32 / (1.0 - by_length + by_length * length);
        let trust = if place.part == Part::Related { RELATED } else { 1.0 };
        tally.strength = tally.strength.max(trust * place.strength);
    }

    /// Turns the occurrences of a word into score and coverage, and gives its weight by rarity.
    fn finish_word(&mut self, total: usize) -> f32 {
        let with = self.of_word.len() as f32;
        let rarity = (1.0 + (total as f32 - with + 0.5).max(0.5) / (with + 0.5)).ln();
        for doc in self.of_word.drain(..) {
            let tally = &mut self.tallies[doc as usize];
            tally.score += rarity * tally.weight / (tally.weight + SATURATION);
            tally.coverage += rarity * tally.strength;
            tally.words += 1;
            (tally.weight, tally.strength, tally.seen) = (0.0, 0.0, 0);
            if !tally.listed {
                tally.listed = true;
                self.listed.push(doc);
            }
        }
        rarity
    }

    fn identify(&mut self, view: &View, identifiers: &[String]) -> tantivy::Result<()> {
        for identifier in identifiers {
            for segment in &view.segments {
                let Some(info) = segment.identifiers.terms().get(identifier.as_bytes())? else { continue };
                let mut postings = segment.identifiers.read_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
                while postings.doc() != TERMINATED {
                    let doc = segment.base + postings.doc();
                    let tally = &mut self.tallies[doc as usize];
                    tally.identified = true;
                    if !tally.listed {
                        tally.listed = true;
                        self.listed.push(doc);
                    }
                    postings.advance();
                }
            }
        }
        Ok(())
    }

    /// From all that has a word to what is found.
    fn choose(
        &mut self,
        view: &View,
        parsed: &Parsed,
        complete: u8,
        possible: f32,
        scored: &mut Vec<(Doc, f32)>,
    ) -> tantivy::Result<()> {
        let mut excluded = Bits::none(view.size);
        for phrase in &parsed.excluded {
            add_phrase(view, phrase, &mut excluded)?;
        }
        let possible = possible.max(f32::MIN_POSITIVE);
        let score = |tally: &Tally| {
            let full = if complete > 0 && tally.words >= complete { COMPLETE } else { 0.0 };
            let identified = if tally.identified { IDENTIFIED } else { 0.0 };
            (tally.score + COVERAGE_WEIGHT * tally.coverage) / possible + full + identified
        };
        let holds = |doc: Doc| view.alive.has(doc) && !excluded.has(doc);
        if parsed.phrases.is_empty() {
            let live = self.listed.iter().filter(|doc| holds(**doc));
            let best = live.clone().map(|doc| self.tallies[*doc as usize].coverage).fold(0.0, f32::max);
            scored.extend(live.filter_map(|doc| {
                let tally = &self.tallies[*doc as usize];
                (tally.identified || tally.coverage >= LEAST_COVERAGE * best).then(|| (*doc, score(tally)))
            }));
            return Ok(());
        }
        let mut with = view.alive.clone();
        for phrase in &parsed.phrases {
            let mut bits = Bits::none(view.size);
            add_phrase(view, phrase, &mut bits)?;
            with.keep(&bits);
        }
        scored.extend(with.docs().filter(|doc| holds(*doc)).map(|doc| (doc, score(&self.tallies[doc as usize]))));
        Ok(())
    }
}

/// The documents without what the text excludes, for a text that does nothing else.
pub(super) fn without(view: &View, excluded: &[Phrase]) -> tantivy::Result<Bits> {
    let mut bits = Bits::none(view.size);
    for phrase in excluded {
        add_phrase(view, phrase, &mut bits)?;
    }
    let mut rest = view.alive.clone();
    rest.remove(&bits);
    Ok(rest)
}

/// Adds the documents that have a phrase in one of their parts.
fn add_phrase(view: &View, phrase: &Phrase, bits: &mut Bits) -> tantivy::Result<()> {
    let namings = view.names().in_row(phrase);
    for segment in &view.segments {
        for part in Part::LISTS {
            for postings in segment.named(part, &namings) {
                let mut postings = postings?;
                while postings.doc() != TERMINATED {
                    bits.set(segment.base + postings.doc());
                    postings.advance();
                }
            }
        }
        for part in Part::TEXTS {
            let reader = &segment.parts[part as usize];
            let mut lists = Vec::with_capacity(phrase.len());
            for (offset, token) in phrase {
                let Some(info) = reader.terms().get(token.as_bytes())? else { break };
                let postings = reader.read_postings_from_terminfo(&info, IndexRecordOption::WithFreqsAndPositions)?;
                lists.push((*offset as u32, postings));
            }
            if lists.len() == phrase.len() {
                add_rows(lists, segment.base, bits);
            }
        }
    }
    Ok(())
}

/// Adds the documents in which the tokens stand at their distances.
fn add_rows(mut lists: Vec<(u32, SegmentPostings)>, base: Doc, bits: &mut Bits) {
    lists.sort_by_key(|(_, postings)| postings.doc_freq());
    let Some(((offset, rarest), others)) = lists.split_first_mut() else { return };
    let (mut starts, mut positions) = (Vec::new(), Vec::new());
    let mut doc = rarest.doc();
    'documents: while doc != TERMINATED {
        for (_, other) in others.iter_mut() {
            let at = if other.doc() < doc { other.seek(doc) } else { other.doc() };
            if at != doc {
                doc = rarest.seek(at);
                continue 'documents;
            }
        }
        rarest.positions(&mut starts);
        for (other_offset, other) in others.iter_mut() {
            other.positions(&mut positions);
            starts.retain(|start| positions.binary_search(&(start + *other_offset).wrapping_sub(*offset)).is_ok());
        }
        if !starts.is_empty() {
            bits.set(base + doc);
        }
        doc = rarest.advance();
    }
}
