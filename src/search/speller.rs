//! Words of the index that resemble a misspelt one.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use levenshtein_automata::LevenshteinAutomatonBuilder;
use tantivy::Term;
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::Field;

use super::schema::Part;
use super::view::View;

/// Most similar words that stand in for a misspelt one.
const MOST: usize = 5;

/// Words of so many letters may have two errors.
const LONG: usize = 8;

/// A word of the index.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Similar {
    pub word: String,
    /// How good a stand-in it is, below what the word itself would be.
    pub strength: f32,
    documents: u64,
}

/// The words nearest to `word`, those of most documents first; two errors only when nothing has one.
pub(super) fn similar(view: &View, word: &str) -> tantivy::Result<Vec<Similar>> {
    let near = within(view, word, 1, 0.55)?;
    if !near.is_empty() || word.chars().count() < LONG {
        return Ok(near);
    }
    within(view, word, 2, 0.5)
}

/// The same automata as tantivy's own, for the tokens of names, which are not in its dictionaries.
fn automata(errors: u8) -> &'static LevenshteinAutomatonBuilder {
    static ONE_OR_TWO: [OnceLock<LevenshteinAutomatonBuilder>; 2] = [const { OnceLock::new() }; 2];
    ONE_OR_TWO[usize::from(errors > 1)].get_or_init(|| LevenshteinAutomatonBuilder::new(errors, true))
}

fn within(view: &View, word: &str, errors: u8, strength: f32) -> tantivy::Result<Vec<Similar>> {
    let query = FuzzyTermQuery::new(Term::from_field_text(Field::from_field_id(0), word), errors, true);
    let mut found: BTreeMap<String, u64> = BTreeMap::new();
    // Stems and units are not words that one could have meant.
    let meant = |token: &str| token != word && token.chars().all(char::is_alphabetic);
    for (token, namings) in view.names().similar(&automata(errors).build_dfa(word)) {
        let documents = view.count_named(&namings);
        if meant(token) && documents > 0 {
            *found.entry(token.to_owned()).or_default() += documents;
        }
    }
    for segment in &view.segments {
        for part in Part::TEXTS {
            let mut stream = segment.parts[part as usize].terms().search(query.automaton()?).into_stream()?;
            while let Some((key, info)) = stream.next() {
                let Ok(token) = std::str::from_utf8(key) else { continue };
                if meant(token) {
                    *found.entry(token.to_owned()).or_default() += u64::from(info.doc_freq);
                }
            }
        }
    }
    let mut found: Vec<Similar> =
        found.into_iter().map(|(word, documents)| Similar { word, strength, documents }).collect();
    found.sort_by(|a, b| b.documents.cmp(&a.documents).then_with(|| a.word.cmp(&b.word)));
    found.truncate(MOST);
    Ok(found)
}
