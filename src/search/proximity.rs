//! Words that stand beside each other in a document as they do in the query make it better. Only the best documents are
//! looked at, because that needs the positions of their words.

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

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
    let mut first = 0;
    for segment in &view.segments {
        let end = first + best[first..].partition_point(|(doc, _)| *doc < segment.base + segment.reader.max_doc());
        for part in Part::ALL {
            let mut lists = Vec::with_capacity(words.len());
            for word in words {
                lists.push(leads(segment, part, word)?);
            }
            let mut places: Vec<Vec<u32>> = vec![Vec::new(); words.len()];
            for index in first..end {
                let local = best[index].0 - segment.base;
                for (places, lists) in places.iter_mut().zip(&mut lists) {
                    locate(lists, local, places);
                }
                for (pair, near) in nearness[index].iter_mut().enumerate() {
                    let value = near_value(&places[pair], &places[pair + 1], words[pair].width, part);
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

/// The lists of the tokens that tell where a word begins.
fn leads(segment: &Segment, part: Part, word: &Word) -> tantivy::Result<Vec<SegmentPostings>> {
    let reader = &segment.parts[part as usize];
    let mut lists = Vec::new();
    for variant in &word.variants {
        let Some(token) = variant.tokens.first() else { continue };
        if let Some(info) = reader.terms().get(token.as_bytes())? {
            lists.push(reader.read_postings_from_terminfo(&info, IndexRecordOption::WithFreqsAndPositions)?);
        }
    }
    Ok(lists)
}

/// The positions of a word in a document.
fn locate(lists: &mut [SegmentPostings], local: u32, places: &mut Vec<u32>) {
    places.clear();
    for list in lists {
        if list.doc() < local {
            list.seek(local);
        }
        if list.doc() == local && list.doc() != TERMINATED {
            list.append_positions_with_offset(0, places);
        }
    }
    places.sort_unstable();
}

/// How near the second word comes after the first at best, from 1 (right behind) to 0.
fn near_value(first: &[u32], second: &[u32], width: u32, part: Part) -> f32 {
    let mut best = 0.0_f32;
    for place in first {
        let behind = place + width;
        let index = second.partition_point(|other| *other < behind);
        let after = second.get(index).map_or(u32::MAX, |other| other - behind);
        let before = index.checked_sub(1).and_then(|index| second.get(index)).map_or(u32::MAX, |other| behind - other);
        let value = match (after, before.min(after)) {
            (0, _) => 1.0,
            // Names stand in a list: only what stands in one name is near.
            _ if part.is_list() => 0.0,
            (1..=2, _) => 0.6,
            (_, ..=5) => 0.3,
            _ => 0.0,
        };
        best = best.max(value);
    }
    best
}
