//! Things that a text names, such as struvite or fly ash: their names in all languages go with the listing, so that it
//! is found in each of them.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::taxonomy::{self, Entry};

/// All words of the list in one automaton, with the entry of each.
static NAMES: LazyLock<Option<(AhoCorasick, Vec<&'static Entry>)>> = LazyLock::new(|| {
    let entries = taxonomy::subjects().all().iter();
    let (words, entries): (Vec<&str>, Vec<&Entry>) =
        entries.flat_map(|entry| entry.words().map(move |word| (word, entry))).unzip();
    let automaton =
        AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(words);
    Some((automaton.ok()?, entries))
});

/// The entries that a text names.
pub fn named_in(text: &str) -> impl Iterator<Item = &'static Entry> {
    let names = NAMES.as_ref();
    names.into_iter().flat_map(move |(automaton, entries)| {
        let found = automaton.find_iter(text).filter(|found| is_word(text, found.start(), found.end()));
        found.map(|found| entries[found.pattern()])
    })
}

/// Whether a passage is no part of a longer Latin word. Scripts without spaces have no such bounds.
fn is_word(text: &str, from: usize, to: usize) -> bool {
    let bytes = text.as_bytes();
    let joins = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let inner = bytes.get(from).is_some_and(u8::is_ascii);
    !inner || !(joins(from.checked_sub(1)) || joins(Some(to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&str> {
        named_in(text).map(|entry| entry.code.as_str()).collect()
    }

    #[test]
    fn a_thing_is_recognised_in_every_language_and_only_as_a_whole_word() {
        assert_eq!(codes("Struvite from digested sludge"), ["struvite"]);
        assert_eq!(codes("以鸟粪石形式回收磷"), ["struvite"]);
        assert_eq!(codes("limestone, sublime"), [""; 0]);
        assert_eq!(codes("dried with flue gas desulphurization gypsum"), ["flue_gas_desulfurization", "gypsum"]);
    }
}
