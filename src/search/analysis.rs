//! From a text to the tokens under which it is found; texts, queries and snippets go through the same steps.
//!
//! - ICU's dictionary finds the words. They are brought to NFKC and lower case.
//! - A word of Latin letters is indexed without marks (`nuoc`), and with them where it has some (`nước`); in English
//!   texts also by its stem.
//! - A run of a script without spaces is indexed by its words and by its single units and pairs of units, so that what
//!   is found never depends on where the dictionary divides. Positions count units.
//! - Traditional Chinese characters count as the simplified ones.
//! - A chain such as `HJ-2537` or `PM2.5` is indexed by its parts and as a whole without its joints (`hj2537`).

use std::collections::HashSet;

use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_segmenter::WordSegmenterBorrowed;
use icu_segmenter::options::WordBreakInvariantOptions;
use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, Token, TokenFilter, TokenStream, Tokenizer};

use super::scripts::{Script, continues_unit, fold, is_letter, plain, simplified};

/// Changes with every change of the tokens, so that an index of older tokens is built anew.
pub(super) const VERSION: u32 = 2;

/// Name under which the tokeniser is registered.
pub(super) const NAME: &str = "greenbridge";

/// First character of a text whose language is English; told to the tokeniser in this way because tantivy hands it
/// nothing but the text.
pub(super) const ENGLISH: char = '\u{1}';

/// First character of a stem, which keeps stems apart from words that people write.
pub(super) const STEM: char = '\u{2}';

/// First character of a unit or a pair of units.
pub(super) const GRAM: char = '\u{3}';

/// Longer words are noise, such as encoded data.
const MAX_WORD_BYTES: usize = 96;

/// Longest chain of parts that counts as one identifier, in letters and digits.
const MAX_CHAIN: usize = 40;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A word without marks.
    Word,
    /// The same word with the marks it was written with.
    Marked,
    /// The stem of an English word, where it differs from the word.
    Stem,
    /// A chain of parts without its joints.
    Chain,
    /// A word of a script without spaces.
    Dense,
    /// One unit of such a script.
    Unit,
    /// Two units beside each other.
    Pair,
}

/// One token of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub form: Form,
    /// Where the token stands in [`Pieces::buffer`].
    token: (u32, u32),
    /// Where it was found in the text, in bytes.
    pub from: u32,
    pub to: u32,
    pub position: u32,
    /// Whether the index holds it; the others are only of use when a query is read.
    pub indexed: bool,
}

/// The tokens of one text.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces {
    buffer: String,
    pub list: Vec<Piece>,
}

impl Pieces {
    /// The token of a piece, as the index holds it.
    pub(super) fn token(&self, piece: &Piece) -> &str {
        &self.buffer[piece.token.0 as usize..piece.token.1 as usize]
    }

    fn push(&mut self, form: Form, prefix: Option<char>, parts: &[&str], span: Span, indexed: bool) {
        let start = self.buffer.len() as u32;
        self.buffer.extend(prefix);
        parts.iter().for_each(|part| self.buffer.push_str(part));
        let token = (start, self.buffer.len() as u32);
        self.list.push(Piece { form, token, from: span.from, to: span.to, position: span.position, indexed });
    }
}

/// What a reader of pieces wants to see; everything else may be left out, which is faster.
pub(super) struct Interest {
    /// Whether pieces of scripts without spaces are wanted.
    dense: bool,
    /// The first two bytes of the words that are wanted; nothing when the dictionary is needed.
    starts: Option<HashSet<[u8; 2]>>,
}

impl Interest {
    /// Interest in pieces with these tokens.
    pub(super) fn in_tokens<'a>(tokens: impl Iterator<Item = &'a str>) -> Self {
        let (mut dense, mut all, mut starts) = (false, false, HashSet::new());
        for token in tokens {
            dense |= token.starts_with(GRAM) || token.chars().any(|c| Script::of(c).is_some());
            // A chain begins with its first part, which may be any.
            all |= token.bytes().any(|byte| byte.is_ascii_digit());
            match *token.trim_start_matches(STEM).as_bytes() {
                [first, second, ..] => {
                    starts.insert([first, second]);
                }
                _ => all = true,
            }
        }
        Self { dense, starts: (!all).then_some(starts) }
    }
}

/// Whether a word may be wanted. Letters with marks are compared without them.
fn wanted(word: &str, starts: &HashSet<[u8; 2]>) -> bool {
    if let [first, second, ..] = *word.as_bytes() {
        if first.is_ascii() && second.is_ascii() {
            return starts.contains(&[first.to_ascii_lowercase(), second.to_ascii_lowercase()]);
        }
        // Beyond the Latin letters, of which those of Vietnamese begin with 0xE1 0xB8 to 0xBB.
        if first >= 0xCD && !(first == 0xE1 && (0xB8..=0xBB).contains(&second)) {
            return starts.contains(&[first, second]);
        }
    }
    // Marks that stand alone say nothing; of anything unusual the word is read whole.
    let mut letters = word.chars().filter(|c| !matches!(*c as u32, 0x0300..=0x036F)).map(plain);
    match (letters.next().flatten(), letters.next().flatten()) {
        (Some(first), Some(second)) => starts.contains(&[first, second]),
        _ => !word.is_ascii(),
    }
}

/// Whether a character can stand in a word; vowel signs and joiners of the scripts of India do.
fn in_word(c: char) -> bool {
    match c as u32 {
        0..=0x7F => c.is_ascii_alphanumeric(),
        code @ 0x80..=0x2FF => is_letter(code),
        0x2000..=0x206F | 0x3000..=0x303F | 0xFF00..=0xFF0F => false,
        _ => !c.is_whitespace(),
    }
}

/// Place of a piece in its text.
#[derive(Clone, Copy, Default)]
struct Span {
    from: u32,
    to: u32,
    position: u32,
}

/// A chain of parts joined without a space, as far as it was read.
#[derive(Default)]
struct Chain {
    letters: String,
    span: Span,
    joints: usize,
    hyphens: usize,
    /// Whether the last thing read was a joint, so that the next word goes on with the chain.
    open: bool,
}

/// A run of one script without spaces, as far as it was read.
struct Run {
    script: Script,
    from: usize,
    to: usize,
    words: Vec<(usize, usize)>,
}

/// Cuts texts into pieces. Cheap to make; each thread has its own.
pub(super) struct Analyser {
    segmenter: WordSegmenterBorrowed<'static>,
    compose: ComposingNormalizerBorrowed<'static>,
    decompose: DecomposingNormalizerBorrowed<'static>,
    stemmer: <Stemmer as TokenFilter>::Tokenizer<RawTokenizer>,
}

impl Analyser {
    pub(super) fn new() -> Self {
        Self {
            segmenter: icu_segmenter::WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()),
            compose: ComposingNormalizerBorrowed::new_nfkc(),
            decompose: DecomposingNormalizerBorrowed::new_nfd(),
            stemmer: Stemmer::new(Language::English).transform(RawTokenizer::default()),
        }
    }

    /// The pieces of `text`; `english` adds stems.
    pub(super) fn analyse(&mut self, text: &str, english: bool, pieces: &mut Pieces) {
        let text = &*simplified(text);
        pieces.buffer.clear();
        pieces.list.clear();
        let mut position = 0;
        let mut chain = Chain::default();
        let mut run: Option<Run> = None;
        let mut start = 0;
        let segments = self.segmenter.segment_str(text).iter_with_word_type();
        for (end, kind) in segments {
            let from = std::mem::replace(&mut start, end);
            let segment = &text[from..end];
            let Some(first) = segment.chars().next() else { continue };
            let script = Script::of(first);
            match (script, &mut run) {
                (Some(script), Some(open)) if open.script == script && open.to == from => {
                    open.to = end;
                    open.words.push((from, end));
                    continue;
                }
                (_, open) => {
                    if let Some(run) = open.take() {
                        position = self.push_run(text, &run, position, pieces);
                    }
                }
            }
            if let Some(script) = script {
                chain.close(pieces);
                run = Some(Run { script, from, to: end, words: vec![(from, end)] });
            } else if kind.is_word_like() || segment.chars().any(char::is_alphanumeric) {
                // ICU gives words of Tamil and other Indian scripts no kind unless the text ends with them.
                let span = Span { from: from as u32, to: end as u32, position };
                self.push_word(segment, span, english, Some(&mut chain), pieces);
                position += 1;
            } else if !chain.joint(segment) {
                chain.close(pieces);
            }
        }
        if let Some(run) = run {
            self.push_run(text, &run, position, pieces);
        }
        chain.close(pieces);
    }

    /// The pieces of `text` that are of interest, without the dictionary: ten times as fast as [`Self::analyse`].
    /// There are no words of scripts without spaces among them, only their units and pairs; positions mean nothing.
    pub(super) fn scan(&mut self, text: &str, english: bool, interest: &Interest, pieces: &mut Pieces) {
        let Some(starts) = &interest.starts else { return self.analyse(text, english, pieces) };
        let text = &*simplified(text);
        pieces.buffer.clear();
        pieces.list.clear();
        let mut from = 0;
        while from < text.len() {
            let rest = &text[from..];
            let Some(first) = rest.chars().next() else { return };
            let script = Script::of(first);
            let length = match script {
                Some(script) => rest.find(|c| Script::of(c) != Some(script)),
                None => rest.find(|c| !in_word(c) || Script::of(c).is_some()),
            };
            let to = from + length.unwrap_or(rest.len()).max(first.len_utf8());
            if let Some(script) = script {
                if interest.dense {
                    self.push_run(text, &Run { script, from, to, words: Vec::new() }, 0, pieces);
                }
            } else if wanted(&text[from..to], starts) {
                let span = Span { from: from as u32, to: to as u32, position: 0 };
                self.push_word(&text[from..to], span, english, None, pieces);
            }
            from = to;
        }
    }

    fn push_word(&mut self, segment: &str, span: Span, english: bool, chain: Option<&mut Chain>, pieces: &mut Pieces) {
        let segment = segment.strip_suffix("'s").or_else(|| segment.strip_suffix("’s")).unwrap_or(segment);
        if segment.len() > MAX_WORD_BYTES {
            return;
        }
        let word = if segment.is_ascii() {
            segment.to_ascii_lowercase()
        } else {
            self.compose.normalize(segment).to_lowercase()
        };
        let folded = fold(&word, &self.decompose);
        let plain = folded.as_deref().unwrap_or(&word);
        if let Some(chain) = chain {
            chain.word(plain, span, pieces);
        }
        pieces.push(Form::Word, None, &[plain], span, true);
        if plain != word {
            pieces.push(Form::Marked, None, &[&word], span, true);
        }
        if english && plain.len() > 2 && plain.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            let mut stems = self.stemmer.token_stream(plain);
            if stems.advance() && stems.token().text != plain {
                pieces.push(Form::Stem, Some(STEM), &[&stems.token().text], span, true);
            }
        }
    }

    /// Pushes a run of a script without spaces and gives the position after it.
    fn push_run(&self, text: &str, run: &Run, position: u32, pieces: &mut Pieces) -> u32 {
        let mut units: Vec<(usize, usize)> = Vec::with_capacity(run.to - run.from);
        let mut before = '\0';
        for (offset, c) in text[run.from..run.to].char_indices() {
            let (from, to) = (run.from + offset, run.from + offset + c.len_utf8());
            match units.last_mut() {
                Some(unit) if continues_unit(before, c) => unit.1 = to,
                _ => units.push((from, to)),
            }
            before = c;
        }
        let normal = |(from, to): (usize, usize)| match run.script {
            Script::Khmer | Script::Burmese => std::borrow::Cow::Borrowed(&text[from..to]),
            _ => self.compose.normalize(&text[from..to]),
        };
        for (index, unit) in units.iter().enumerate() {
            let token = normal(*unit);
            let position = position + index as u32;
            let span = Span { from: unit.0 as u32, to: unit.1 as u32, position };
            // A bare consonant says nothing in a script of syllables.
            let telling = run.script == Script::Han || unit.1 - unit.0 > 3;
            pieces.push(Form::Unit, Some(GRAM), &[&token], span, telling);
            if let Some(next) = units.get(index + 1) {
                let span = Span { to: next.1 as u32, ..span };
                pieces.push(Form::Pair, Some(GRAM), &[&token, &normal(*next)], span, true);
            }
        }
        let mut index = 0;
        for &(from, to) in &run.words {
            while index + 1 < units.len() && units[index].1 <= from {
                index += 1;
            }
            let single = units.get(index).is_some_and(|unit| unit.1 >= to);
            let span = Span { from: from as u32, to: to as u32, position: position + index as u32 };
            if to - from <= MAX_WORD_BYTES {
                let indexed = !(single && run.script == Script::Han);
                pieces.push(Form::Dense, None, &[&normal((from, to))], span, indexed);
            }
        }
        position + units.len() as u32
    }
}

impl Clone for Analyser {
    fn clone(&self) -> Self {
        Self::new()
    }
}

impl Chain {
    /// Goes on with the chain, or begins a new one.
    fn word(&mut self, word: &str, span: Span, pieces: &mut Pieces) {
        if !self.open {
            self.close(pieces);
            self.span = span;
        }
        self.open = false;
        self.span.to = span.to;
        self.joints += word.matches(['.', ',', '_']).count();
        if self.letters.len() <= MAX_CHAIN {
            self.letters.extend(word.chars().filter(|c| c.is_alphanumeric()));
        }
    }

    /// Takes a joint, when that is what `segment` is.
    fn joint(&mut self, segment: &str) -> bool {
        let joins =
            matches!(segment, "-" | "." | "/" | "_" | "‐" | "‑" | "–") && !self.open && !self.letters.is_empty();
        if joins {
            self.open = true;
            self.joints += 1;
            self.hyphens += usize::from(segment != "." && segment != "/");
        }
        joins
    }

    /// Ends the chain; it becomes a piece when it has joints and looks like an identifier.
    fn close(&mut self, pieces: &mut Pieces) {
        let joined = self.joints > usize::from(self.open);
        let digits = self.letters.bytes().any(|byte| byte.is_ascii_digit());
        let letters = self.letters.chars().any(char::is_alphabetic);
        if joined && digits && (letters || self.hyphens > 0) && self.letters.len() <= MAX_CHAIN {
            pieces.push(Form::Chain, None, &[&self.letters], self.span, true);
        }
        *self = Self { letters: std::mem::take(&mut self.letters), ..Self::default() };
        self.letters.clear();
    }
}

/// What is left of an identifier when only its letters and digits count: `TO-VN-2026-00042` → `tovn202600042`.
pub(super) fn identifier(text: &str) -> String {
    let normal = ComposingNormalizerBorrowed::new_nfkc().normalize(text).to_lowercase();
    normal.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// tantivy's view of the [`Analyser`].
#[derive(Clone)]
pub(super) struct Words {
    analyser: Analyser,
    pieces: Pieces,
}

impl Words {
    pub(super) fn new() -> Self {
        Self { analyser: Analyser::new(), pieces: Pieces::default() }
    }
}

impl Tokenizer for Words {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        let plain = text.strip_prefix(ENGLISH);
        self.analyser.analyse(plain.unwrap_or(text), plain.is_some(), &mut self.pieces);
        WordStream { pieces: &self.pieces, next: 0, token: Token::default() }
    }
}

/// The indexed pieces, one after the other.
pub(super) struct WordStream<'a> {
    pieces: &'a Pieces,
    next: usize,
    token: Token,
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        while let Some(piece) = self.pieces.list.get(self.next) {
            self.next += 1;
            if piece.indexed {
                self.token.text.clear();
                self.token.text.push_str(self.pieces.token(piece));
                self.token.position = piece.position as usize;
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
