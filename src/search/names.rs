//! What things are called: the names and further words of a code, in all languages.
//!
//! The names of one thing are one term of the index, a line each: its *naming*. A document so holds one entry for each
//! code that it has, instead of hundreds of words that thousands of documents share. Which tokens lead to which namings
//! is kept here, in memory, for all namings that any document has; their documents are in the index.

use std::collections::{BTreeMap, HashMap};

use ahash::RandomState;
use levenshtein_automata::{DFA, Distance, SINK_STATE};

use super::analysis::{Analyser, Pieces};

/// Longest naming in bytes, well below the longest term that the index takes.
pub(super) const LONGEST: usize = 60_000;

/// The number of a naming; it stays the same as long as the process runs.
pub(super) type Naming = u32;

/// Where a token stands: in which naming, and at which position there. Names of one naming are no neighbours.
type Place = (Naming, u32);

/// All namings that were ever seen, by the tokens in them.
#[derive(Default)]
pub(super) struct Names {
    numbers: HashMap<Box<str>, Naming, RandomState>,
    /// By token, in order.
    places: HashMap<Box<str>, Vec<Place>, RandomState>,
    analyser: Option<Analyser>,
}

impl Names {
    /// The number of a naming; one that is new is cut into its tokens.
    pub(super) fn number(&mut self, naming: &str) -> Naming {
        if let Some(number) = self.numbers.get(naming) {
            return *number;
        }
        let number = Naming::try_from(self.numbers.len()).unwrap_or(Naming::MAX);
        self.numbers.insert(naming.into(), number);
        let analyser = self.analyser.get_or_insert_with(Analyser::new);
        let mut pieces = Pieces::default();
        let mut base = 0;
        for name in naming.lines() {
            // Stems are of use whatever the language: who asks may write English.
            analyser.analyse(name, true, &mut pieces);
            let mut next = base;
            for piece in pieces.list.iter().filter(|piece| piece.indexed) {
                let place = (number, base + piece.position);
                next = next.max(place.1 + 2);
                let token = pieces.token(piece);
                match self.places.get_mut(token) {
                    Some(places) => places.push(place),
                    None => {
                        self.places.insert(token.into(), vec![place]);
                    }
                }
            }
            base = next;
        }
        number
    }

    fn places(&self, token: &str) -> &[Place] {
        self.places.get(token).map(Vec::as_slice).unwrap_or_default()
    }

    /// The namings that have all of the tokens, in order.
    pub(super) fn with_all(&self, tokens: &[String]) -> Vec<Naming> {
        let mut all: Option<Vec<Naming>> = None;
        for token in tokens {
            let with = in_order(self.places(token).iter().map(|(naming, _)| *naming).collect());
            match &mut all {
                Some(all) => all.retain(|naming| with.binary_search(naming).is_ok()),
                None => all = Some(with),
            }
        }
        all.unwrap_or_default()
    }

    /// The namings in which the tokens stand at their distances.
    pub(super) fn in_row(&self, row: &[(usize, String)]) -> Vec<Naming> {
        let Some(((_, first), others)) = row.split_first() else { return Vec::new() };
        let mut starts = self.places(first).to_vec();
        for (offset, token) in others {
            let places = in_order(self.places(token).to_vec());
            starts.retain(|(naming, at)| places.binary_search(&(*naming, at + *offset as u32)).is_ok());
        }
        in_order(starts.into_iter().map(|(naming, _)| naming).collect())
    }

    /// The namings in which one of the second tokens stands `width` positions after one of the first.
    pub(super) fn neighbours<'a>(
        &self,
        first: impl Iterator<Item = &'a str>,
        second: impl Iterator<Item = &'a str>,
        width: u32,
    ) -> Vec<Naming> {
        let second = in_order(second.flat_map(|token| self.places(token)).copied().collect());
        let near = |(naming, at): &&Place| second.binary_search(&(*naming, at + width)).is_ok();
        in_order(first.flat_map(|token| self.places(token)).filter(near).map(|(naming, _)| *naming).collect())
    }

    /// The tokens that `near` takes, with the namings that have them.
    pub(super) fn similar(&self, near: &DFA) -> BTreeMap<&str, Vec<Naming>> {
        let taken = self.places.iter().filter(|(token, _)| takes(near, token));
        taken.map(|(token, places)| (&**token, in_order(places.iter().map(|place| place.0).collect()))).collect()
    }
}

/// In order, each once.
fn in_order<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list.dedup();
    list
}

/// Whether a token is near enough; most are given up after a few letters.
fn takes(near: &DFA, token: &str) -> bool {
    let mut state = near.initial_state();
    for byte in token.bytes() {
        state = near.transition(state, byte);
        if state == SINK_STATE {
            return false;
        }
    }
    matches!(near.distance(state), Distance::Exact(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(namings: &[&str]) -> Names {
        let mut names = Names::default();
        for naming in namings {
            names.number(naming);
        }
        names
    }

    fn row(words: &[&str]) -> Vec<(usize, String)> {
        words.iter().enumerate().map(|(at, word)| (at, (*word).to_owned())).collect()
    }

    #[test]
    fn a_naming_keeps_its_number() {
        let mut names = names(&["Wastewater\n废水", "Waste heat"]);
        assert_eq!((names.number("Waste heat"), names.number("Wastewater\n废水")), (1, 0));
    }

    #[test]
    fn all_tokens_must_stand_in_one_naming() {
        let names = names(&["Water treatment\nsewage", "Heat treatment"]);
        let with =
            |tokens: &[&str]| names.with_all(&tokens.iter().map(|token| (*token).to_owned()).collect::<Vec<_>>());
        assert_eq!(with(&["treatment"]), [0, 1]);
        assert_eq!(with(&["treatment", "heat"]), [1]);
        assert_eq!(with(&["sewage", "water"]), [0]);
        assert!(with(&["sewage", "heat"]).is_empty());
        assert!(with(&["furnace"]).is_empty());
    }

    #[test]
    fn names_of_one_naming_are_no_neighbours() {
        let names = names(&["Waste water\nheat recovery"]);
        assert_eq!(names.in_row(&row(&["waste", "water"])), [0]);
        assert!(names.in_row(&row(&["water", "heat"])).is_empty());
        let near =
            |first: &'static str, second: &'static str| names.neighbours([first].into_iter(), [second].into_iter(), 1);
        assert_eq!(near("heat", "recovery"), [0]);
        assert!(near("water", "heat").is_empty() && near("recovery", "heat").is_empty());
    }
}
