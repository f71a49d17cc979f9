//! Words that stand beside each other in a document as they do in the query make it better. Only the best documents are
//! looked at, because that needs the positions of their words.

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

use super::names::Naming;
use super::parse::Word;
use super::schema::Part;
use super::view::{Doc, Segment, View};

/// How many documents are looked at.
pub(super) const LOOKED_AT: usize = 200;

/// What it is worth when all words stand beside each other.
const WORTH: f32 = 0.5;

/// Most words whose places are compared.
const MAX_WORDS: usize = 8;

/// Part of the worth that a pair gets in a part; by [`Part`].
const PARTS: [f32; 5] = [1.0, 0.9, 0.9, 0.7, 0.4];

/// Adds to the scores of `best` what the nearness of the words is worth.
pub(super) fn reward(view: &View, words: &[Word], best: &mut [(Doc, f32)]) -> tantivy::Result<()> {
    let words = &words[..words.len().min(MAX_WORDS)];
    if words.len() < 2 || best.is_empty() {
        return Ok(());
    }
    best.sort_unstable_by_key(|(doc, _)| *doc);
    let mut nearness = vec![vec![0.0_f32; words.len() - 1]; best.len()];
    let named: Vec<Vec<Naming>> = words.windows(2).map(|pair| named(view, &pair[0], &pair[1])).collect();
    let mut first = 0;
    for segment in &view.segments {
        let end = first + best[first..].partition_point(|(doc, _)| *doc < segment.base + segment.reader.max_doc());
        let here = first..end;
        for part in Part::LISTS {
            for (pair, namings) in named.iter().enumerate() {
                for postings in segment.named(part, namings) {
                    let mut postings = postings?;
                    for index in here.clone() {
                        let near = &mut nearness[index][pair];
                        if holds(&mut postings, best[index].0 - segment.base) {
                            *near = near.max(PARTS[part as usize]);
                        }
                    }
                }
            }
        }
        for part in Part::TEXTS {
            let mut lists = Vec::with_capacity(words.len());
            for word in words {
                lists.push(lists_of(segment, part, word)?);
            }
            let mut places: Vec<Vec<u32>> = vec![Vec::new(); words.len()];
            for index in here.clone() {
                let local = best[index].0 - segment.base;
                for (places, lists) in places.iter_mut().zip(&mut lists) {
                    locate(lists, local, places);
                }
                for (pair, near) in nearness[index].iter_mut().enumerate() {
                    let value = near_value(&places[pair], &places[pair + 1], words[pair].width);
                    *near = near.max(value * PARTS[part as usize]);
                }
            }
        }
        first = end;
    }
    for ((_, score), near) in best.iter_mut().zip(&nearness) {
        *score += WORTH * near.iter().sum::<f32>() / near.len() as f32;
    }
    Ok(())
}

/// The tokens that tell where a word begins.
fn leads(word: &Word) -> impl Iterator<Item = &str> {
    word.variants.iter().filter_map(|variant| variant.tokens.first()).map(String::as_str)
}

/// The namings that have the second word right behind the first; only what stands in one name is near.
fn named(view: &View, first: &Word, second: &Word) -> Vec<Naming> {
    view.names().neighbours(leads(first), leads(second), first.width)
}

/// Where a word may begin in a part.
fn lists_of(segment: &Segment, part: Part, word: &Word) -> tantivy::Result<Vec<SegmentPostings>> {
    let reader = &segment.parts[part as usize];
    let mut lists = Vec::new();
    for token in leads(word) {
        if let Some(info) = reader.terms().get(token.as_bytes())? {
            lists.push(reader.read_postings_from_terminfo(&info, IndexRecordOption::WithFreqsAndPositions)?);
        }
    }
    Ok(lists)
}

/// Whether a list has a document; asked for in the order of documents.
fn holds(list: &mut SegmentPostings, local: u32) -> bool {
    let doc = if list.doc() < local { list.seek(local) } else { list.doc() };
    doc == local && doc != TERMINATED
}

/// The positions of a word in a document.
fn locate(lists: &mut [SegmentPostings], local: u32, places: &mut Vec<u32>) {
    places.clear();
    for list in lists {
        if holds(list, local) {
            list.append_positions_with_offset(0, places);
        }
    }
    places.sort_unstable();
}

/// How near the second word comes after the first at best, from 1 (right behind) to 0.
fn near_value(first: &[u32], second: &[u32], width: u32) -> f32 {
    let mut best = 0.0_f32;
    for place in first {
        let behind = place + width;
        let index = second.partition_point(|other| *other < behind);
        let after = second.get(index).map_or(u32::MAX, |other| other - behind);
        let before = index.checked_sub(1).and_then(|index| second.get(index)).map_or(u32::MAX, |other| behind - other);
        let value = match (after, before.min(after)) {
            (0, _) => 1.0,
            (1..=2, _) => 0.6,
            (_, ..=5) => 0.3,
            _ => 0.0,
        };
        best = best.max(value);
    }
    best
}
