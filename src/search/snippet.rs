//! Titles and passages with the words marked that were searched for.

use std::collections::HashMap;

use tantivy::schema::Value;
use tantivy::{DocAddress, TantivyDocument};

use super::analysis::{Analyser, Form, Interest, Pieces};
use super::document::TextFields;
use super::parse::Parsed;
use super::query::Hit;
use super::view::{Doc, View};
use crate::taxonomy::Lang;

/// Length of a snippet, in characters of a script with spaces.
const LENGTH: usize = 210;

/// What stands before the first marked word of a cut passage, in the same measure.
const LEAD: usize = 50;

/// Most bytes of text that are read for one hit.
const MOST_READ: usize = 12_000;

/// A marked place: from, to, and the number of the word.
type Mark = (usize, usize, usize);

/// Makes hits.
pub(super) struct Highlighter<'a> {
    view: &'a View,
    lang: Lang,
    analyser: &'a mut Analyser,
    pieces: Pieces,
    interest: Interest,
    words: usize,
    /// Words by their tokens.
    tokens: HashMap<&'a str, usize>,
    /// Words by rows of pairs, by the first pair.
    rows: HashMap<&'a str, Vec<(&'a [String], usize)>>,
}

impl<'a> Highlighter<'a> {
    pub(super) fn new(view: &'a View, parsed: &'a Parsed, lang: Lang, analyser: &'a mut Analyser) -> Self {
        let (mut tokens, mut rows) = (HashMap::new(), HashMap::<&str, Vec<_>>::new());
        for (index, word) in parsed.words.iter().enumerate() {
            for variant in &word.variants {
                match &variant.tokens[..] {
                    [first, _, ..] if variant.row => {
                        rows.entry(first.as_str()).or_default().push((&variant.tokens[..], index));
                    }
                    list => list.iter().for_each(|token| {
                        tokens.entry(token.as_str()).or_insert(index);
                    }),
                }
            }
        }
        let interest = Interest::in_tokens(tokens.keys().chain(rows.keys()).copied());
        Self { view, lang, analyser, pieces: Pieces::default(), interest, words: parsed.words.len(), tokens, rows }
    }

    /// The hit of a document.
    pub(super) fn hit(&mut self, doc: Doc) -> tantivy::Result<Hit> {
        let segment = self.view.segment(doc);
        let address = DocAddress::new(segment as u32, doc - self.view.segments[segment].base);
        let stored: TantivyDocument = self.view.searcher.doc(address)?;
        let text = |field| stored.get_first(field).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
        let mut texts: Vec<(Lang, TextFields)> =
            serde_json::from_str(&text(self.view.fields.texts)).unwrap_or_default();
        let wanted = [self.lang, Lang::En];
        texts.sort_by_key(|(lang, _)| wanted.iter().position(|other| other == lang).unwrap_or(wanted.len()));
        let mut hit = Hit {
            id: self.view.id(doc),
            card: text(self.view.fields.card),
            title: Vec::new(),
            title_lang: self.lang,
            snippet: Vec::new(),
            lang: self.lang,
        };
        if let Some((lang, first)) = texts.first() {
            hit.title_lang = *lang;
            let marks = self.marks(&first.title, *lang);
            hit.title = fragments(&first.title, 0..first.title.len(), &marks);
            (hit.lang, hit.snippet) = self.passage(&texts);
        }
        Ok(hit)
    }

    /// The passage that answers best, in the first language that answers.
    fn passage(&mut self, texts: &[(Lang, TextFields)]) -> (Lang, Vec<(String, bool)>) {
        let mut read = 0;
        if !self.tokens.is_empty() || !self.rows.is_empty() {
            for (lang, fields) in texts {
                let mut best: Option<(usize, Vec<(String, bool)>)> = None;
                for text in [&fields.summary, &fields.body] {
                    let text = head(text, MOST_READ.saturating_sub(read));
                    read += text.len();
                    let marks = self.marks(text, *lang);
                    let Some((range, words)) = densest(text, &marks) else { continue };
                    if best.as_ref().is_none_or(|(most, _)| words > *most) {
                        best = Some((words, fragments(text, range, &marks)));
                    }
                    if words == self.words {
                        break;
                    }
                }
                if let Some((_, snippet)) = best {
                    return (*lang, snippet);
                }
            }
        }
        let Some((lang, fields)) = texts.first() else { return (self.lang, Vec::new()) };
        let text = if fields.summary.trim().is_empty() { &fields.body } else { &fields.summary };
        (*lang, fragments(text, 0..forward(text, 0, LENGTH), &[]))
    }

    /// The places in `text` that a word of the query stands at, in order, without overlaps.
    fn marks(&mut self, text: &str, lang: Lang) -> Vec<Mark> {
        if text.is_empty() || (self.tokens.is_empty() && self.rows.is_empty()) {
            return Vec::new();
        }
        self.analyser.scan(text, lang == Lang::En, &self.interest, &mut self.pieces);
        let mut marks: Vec<Mark> = Vec::new();
        for piece in &self.pieces.list {
            if let Some(word) = self.tokens.get(self.pieces.token(piece)) {
                marks.push((piece.from as usize, piece.to as usize, *word));
            }
        }
        if !self.rows.is_empty() {
            let pairs: Vec<_> = self.pieces.list.iter().filter(|piece| piece.form == Form::Pair).collect();
            for (at, pair) in pairs.iter().enumerate() {
                for (row, word) in self.rows.get(self.pieces.token(pair)).into_iter().flatten() {
                    let Some(stretch) = pairs.get(at..at + row.len()) else { continue };
                    if stretch.iter().zip(row.iter()).all(|(pair, token)| self.pieces.token(pair) == token) {
                        let to = stretch.last().map_or(pair.to, |last| last.to);
                        marks.push((pair.from as usize, to as usize, *word));
                    }
                }
            }
        }
        marks.sort_unstable_by_key(|(from, to, _)| (*from, std::cmp::Reverse(*to)));
        let mut reached = 0;
        marks.retain(|(from, to, _)| {
            let free = *from >= reached;
            reached = if free { *to } else { reached };
            free
        });
        marks
    }
}

/// The stretch of `text` in which most different words stand, and how many; the first of equals.
fn densest(text: &str, marks: &[Mark]) -> Option<(std::ops::Range<usize>, usize)> {
    let mut best: Option<(std::ops::Range<usize>, usize)> = None;
    for (index, (from, _, _)) in marks.iter().enumerate() {
        let start = backward(text, *from, LEAD);
        let end = forward(text, start, LENGTH);
        let mut words: Vec<usize> =
            marks[index..].iter().take_while(|(_, to, _)| *to <= end).map(|(_, _, word)| *word).collect();
        words.sort_unstable();
        words.dedup();
        if best.as_ref().is_none_or(|(_, most)| words.len() > *most) {
            best = Some((start..end, words.len()));
        }
    }
    best
}

/// How wide a character counts: scripts without spaces say more in less.
fn width(c: char) -> usize {
    if (c as u32) >= 0x2E80 { 2 } else { 1 }
}

/// The end of a stretch of about `length` from `from`, at the end of a word where there is one near.
fn forward(text: &str, from: usize, length: usize) -> usize {
    let mut room = length;
    let mut space = None;
    for (at, c) in text[from..].char_indices() {
        if room < width(c) {
            return from + space.filter(|space| at - space < 40).unwrap_or(at);
        }
        room -= width(c);
        if c.is_whitespace() {
            space = Some(at);
        }
    }
    text.len()
}

/// The beginning of a stretch of about `length` before `to`, at the beginning of a word where there is one near.
fn backward(text: &str, to: usize, length: usize) -> usize {
    let mut room = length;
    let mut space = None;
    for (at, c) in text[..to].char_indices().rev() {
        if room < width(c) {
            return space.filter(|space| space - at < 40).unwrap_or(at + c.len_utf8());
        }
        room -= width(c);
        if c.is_whitespace() {
            space = Some(at + c.len_utf8());
        }
    }
    0
}

/// The beginning of `text`, of at most `bytes`.
fn head(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

/// A stretch of `text` in fragments, with `…` where something was cut off.
fn fragments(text: &str, range: std::ops::Range<usize>, marks: &[Mark]) -> Vec<(String, bool)> {
    let mut fragments: Vec<(String, bool)> = Vec::new();
    let mut push = |part: &str, marked: bool| {
        let part: String = part.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        match fragments.last_mut() {
            _ if part.is_empty() => {}
            Some((last, false)) if !marked => last.push_str(&part),
            _ => fragments.push((part, marked)),
        }
    };
    if range.start > 0 {
        push("…", false);
    }
    let mut at = range.start;
    for (from, to, _) in marks.iter().filter(|(from, to, _)| *from >= range.start && *to <= range.end) {
        push(&text[at..*from], false);
        push(&text[*from..*to], true);
        at = *to;
    }
    push(text[at..range.end].trim_end(), false);
    if range.end < text.trim_end().len() {
        push("…", false);
    }
    fragments
}
