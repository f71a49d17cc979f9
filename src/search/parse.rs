//! From what the reader typed to what is looked for. Nothing that can be typed is an error.

use super::analysis::{Analyser, Form, GRAM, Piece, Pieces, STEM, identifier};

/// Longer texts are cut here, in characters: nobody types so much, and every word costs.
const MAX_TEXT: usize = 400;

/// Most words that are looked for.
const MAX_WORDS: usize = 20;

/// Words that say nothing about a technology, in the languages whose words stand alone. They are left out when others
/// remain, and never count as missing.
const SMALL_WORDS: &[&str] = &[
    "a",
    "an",
    "and",
    "are",
    "as",
    "at",
    "be",
    "by",
    "for",
    "from",
    "in",
    "into",
    "is",
    "it",
    "of",
    "on",
    "or",
    "that",
    "the",
    "to",
    "with",
    "using",
    "via", // English
    "va",
    "cua",
    "cho",
    "cac",
    "voi",
    "trong",
    "bang", // Vietnamese, without marks
    "dan",
    "yang",
    "untuk",
    "dari",
    "di",
    "ke",
    "pada",
    "dengan",
    "bagi",
    "daripada", // Indonesian, Malay
    "ng",
    "sa",
    "mga",
    "ang",
    "para", // Filipino
    "的",
    "和",
    "与",
    "及",
    "在",
    "了",
    "中",
    "用",
    "对",
    "或",
    "等", // Chinese
    "และ",
    "ของ",
    "ใน",
    "ที่",
    "การ",
    "จาก",
    "ด้วย",
    "เพื่อ",
    "ໃນ",
    "ແລະ",
    "ຂອງ",
    "និង",
    "នៃ",
    "ក្នុង",
    "၏",
    "နှင့်",
    "များ",
];

/// A way in which a word may stand in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Variant {
    /// Tokens that must all stand in one part of the document; mostly it is one.
    pub tokens: Vec<String>,
    /// How good a match it is, at most 1.
    pub strength: f32,
    /// Whether the tokens are pairs of units that overlap one another, so that they stand in a row in a text.
    pub row: bool,
}

/// One word that is looked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    /// As it was typed, with its place in the text.
    pub typed: String,
    pub from: usize,
    pub to: usize,
    /// The ways it may stand, the strongest first.
    pub variants: Vec<Variant>,
    /// A weak way, taken only when the others find nothing: all units of a dense word, in any order.
    pub last_resort: Option<Variant>,
    /// Positions it fills.
    pub width: u32,
    /// Word of plain letters, of which similar ones may be looked for.
    pub spelling: Option<String>,
}

/// Tokens at their distances from the first.
pub(super) type Phrase = Vec<(usize, String)>;

/// A text, understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Parsed {
    /// The text as far as it was read.
    pub text: String,
    pub words: Vec<Word>,
    /// What must stand exactly so.
    pub phrases: Vec<Phrase>,
    /// What must not stand in the document: a phrase each.
    pub excluded: Vec<Phrase>,
    /// What may be the identifier of a document.
    pub identifiers: Vec<String>,
}

/// Part of a text.
#[derive(Clone, Copy)]
struct Clause {
    from: usize,
    to: usize,
    quoted: bool,
    excluded: bool,
}

/// Reads a text.
pub(super) fn parse(text: &str, analyser: &mut Analyser) -> Parsed {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MAX_TEXT).collect();
    let mut parsed = Parsed::default();
    let mut pieces = Pieces::default();
    for clause in clauses(&text) {
        let part = &text[clause.from..clause.to];
        // Stems are of use in phrases neither quoted nor excluded; there the text may be in any language.
        analyser.analyse(part, !clause.quoted, &mut pieces);
        if clause.quoted || clause.excluded {
            let phrase = phrase(&pieces);
            if phrase.is_empty() {
                continue;
            }
            if clause.excluded {
                parsed.excluded.push(phrase);
                continue;
            }
            parsed.phrases.push(phrase);
        }
        words(part, clause.from, &pieces, &mut parsed.words);
        if !clause.quoted {
            parsed.identifiers.extend(part.split_whitespace().map(identifier).filter(|id| has_digit(id)));
        }
    }
    let whole = identifier(&text);
    if has_digit(&whole) && !parsed.identifiers.contains(&whole) {
        parsed.identifiers.push(whole);
    }
    parsed.identifiers.truncate(MAX_WORDS);
    if parsed.words.iter().any(|word| !is_small(word)) {
        parsed.words.retain(|word| !is_small(word));
    }
    parsed.words.truncate(MAX_WORDS);
    parsed.text = text;
    parsed
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_small(word: &Word) -> bool {
    word.variants.iter().any(|variant| {
        variant.strength > 0.4
            && matches!(&variant.tokens[..], [token] if SMALL_WORDS.contains(&token.trim_start_matches(GRAM)))
    })
}

/// Divides a text at quotes and minus signs. A quote without a second one is a character like any other.
fn clauses(text: &str) -> Vec<Clause> {
    const QUOTES: &[char] = &['"', '“', '”', '„', '«', '»', '「', '」', '『', '』', '＂'];
    const MINUS: &[char] = &['-', '－', '−'];
    let mut clauses = Vec::new();
    let mut plain = 0;
    let mut before = ' ';
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let excluded = MINUS.contains(&c) && before.is_whitespace();
        before = c;
        let open = match rest.peek() {
            Some((_, next)) if excluded && QUOTES.contains(next) => rest.next(),
            _ => Some((at, c)).filter(|(_, c)| QUOTES.contains(c)),
        };
        let (from, to, end, quoted) = if let Some((open, quote)) = open {
            let from = open + quote.len_utf8();
            let Some(length) = text[from..].find(QUOTES) else { continue };
            let close = from + length;
            (from, close, close + text[close..].chars().next().map_or(0, char::len_utf8), true)
        } else if excluded {
            let from = at + c.len_utf8();
            let length = text[from..].find(char::is_whitespace).unwrap_or(text.len() - from);
            (from, from + length, from + length, false)
        } else {
            continue;
        };
        clauses.push(Clause { from: plain, to: at, quoted: false, excluded: false });
        clauses.push(Clause { from, to, quoted, excluded });
        plain = end;
        before = ' ';
        while rest.next_if(|(next, _)| *next < end).is_some() {}
    }
    clauses.push(Clause { from: plain, to: text.len(), quoted: false, excluded: false });
    clauses.retain(|clause| clause.from < clause.to);
    clauses
}

/// The tokens that must follow each other: marked words where there are marks, pairs where there are no spaces.
fn phrase(pieces: &Pieces) -> Phrase {
    let mut phrase: Phrase = Vec::new();
    let list = &pieces.list;
    for piece in list.iter().filter(|piece| piece.indexed) {
        let marked = |other: &Piece| other.form == Form::Marked && other.position == piece.position;
        let pair =
            |other: &Piece| other.form == Form::Pair && (other.position == piece.position || other.to == piece.to);
        let taken = match piece.form {
            Form::Marked | Form::Pair => true,
            Form::Word => !list.iter().any(marked),
            Form::Unit => !list.iter().any(pair),
            // A dense word of one unit that says nothing by itself.
            Form::Dense => !list
                .iter()
                .any(|other| matches!(other.form, Form::Pair | Form::Unit) && other.indexed && overlaps(other, piece)),
            Form::Stem | Form::Chain => false,
        };
        if taken {
            phrase.push((piece.position as usize, pieces.token(piece).to_owned()));
        }
    }
    phrase.sort();
    phrase.truncate(4 * MAX_WORDS);
    let first = phrase.first().map_or(0, |(position, _)| *position);
    phrase.iter_mut().for_each(|(position, _)| *position -= first);
    phrase
}

fn overlaps(a: &Piece, b: &Piece) -> bool {
    a.from < b.to && b.from < a.to
}

/// Adds the words of a part of the text that are not there yet.
fn words(text: &str, base: usize, pieces: &Pieces, words: &mut Vec<Word>) {
    let list = &pieces.list;
    let chains: Vec<&Piece> = list.iter().filter(|piece| piece.form == Form::Chain).collect();
    let in_chain = |piece: &Piece| chains.iter().any(|chain| overlaps(chain, piece));
    for piece in list {
        let with = |form: Form| {
            list.iter()
                .filter(move |other| other.form == form && overlaps(other, piece))
                .map(|p| pieces.token(p).to_owned())
        };
        let mut word = match piece.form {
            Form::Word if !in_chain(piece) => {
                plain_word(pieces.token(piece), with(Form::Marked).next(), with(Form::Stem).next())
            }
            Form::Chain => chain_word(pieces.token(piece), with(Form::Word).collect()),
            Form::Dense => {
                let inside = |form: Form| {
                    let inside = move |p: &&Piece| p.form == form && p.from >= piece.from && p.to <= piece.to;
                    list.iter().filter(inside).map(|p| pieces.token(p).to_owned()).collect::<Vec<_>>()
                };
                dense_word(pieces.token(piece), inside(Form::Unit), inside(Form::Pair))
            }
            _ => continue,
        };
        (word.from, word.to) = (base + piece.from as usize, base + piece.to as usize);
        word.typed = text[piece.from as usize..piece.to as usize].to_owned();
        if !words.iter().any(|known| known.variants == word.variants) {
            words.push(word);
        }
    }
}

fn one(token: String, strength: f32) -> Variant {
    Variant { tokens: vec![token], strength, row: false }
}

fn plain_word(plain: &str, marked: Option<String>, stem: Option<String>) -> Word {
    let mut variants = Vec::new();
    // Whoever types marks means them, yet texts without them are found as well.
    let loose = if marked.is_some() { 0.5 } else { 1.0 };
    variants.extend(marked.map(|token| one(token, 1.0)));
    variants.push(one(plain.to_owned(), loose));
    match stem {
        Some(stem) => {
            variants.push(one(stem[STEM.len_utf8()..].to_owned(), 0.85 * loose));
            variants.push(one(stem, 0.85 * loose));
        }
        None => variants.push(one(format!("{STEM}{plain}"), 0.85 * loose)),
    }
    let letters = plain.chars().count() >= 5 && plain.chars().all(char::is_alphabetic);
    Word { variants, width: 1, spelling: letters.then(|| plain.to_owned()), ..Word::new() }
}

fn chain_word(whole: &str, parts: Vec<String>) -> Word {
    let width = parts.len().max(1) as u32;
    let mut variants = vec![one(whole.to_owned(), 1.0)];
    if !parts.is_empty() {
        variants.push(Variant { tokens: parts, strength: 0.6, row: false });
    }
    Word { variants, width, ..Word::new() }
}

fn dense_word(word: &str, units: Vec<String>, pairs: Vec<String>) -> Word {
    let width = units.len().max(1) as u32;
    let mut variants = vec![one(word.to_owned(), 1.0)];
    if pairs.is_empty() {
        variants.extend(units.into_iter().map(|unit| one(unit, 0.9)));
        return Word { variants, width, ..Word::new() };
    }
    variants.push(Variant { tokens: pairs, strength: 0.9, row: true });
    Word { variants, width, last_resort: Some(Variant { tokens: units, strength: 0.35, row: false }), ..Word::new() }
}

impl Word {
    fn new() -> Self {
        Self { typed: String::new(), from: 0, to: 0, variants: Vec::new(), last_resort: None, width: 1, spelling: None }
    }
}
