//! The difference between two contents, field by field and row by row, down to words.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::lines::Line;
use crate::taxonomy::Lang;

/// An unchanged passage longer than this is shown with its middle left out.
const LONG: usize = 240;
/// How much is shown at each end of such a passage.
const END: usize = 90;

/// A passage that stands on both sides or only on one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The passage.
    pub text: String,
    /// Whether the other side does not have it.
    pub changed: bool,
}

/// One field, or one row of it, that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The field.
    pub field: &'static str,
    /// Language of the text, if it is one.
    pub lang: Option<Lang>,
    /// What stood there; empty if nothing.
    pub old: Vec<Piece>,
    /// What stands there now; empty if nothing.
    pub new: Vec<Piece>,
}

/// All that differs, in the order of the fields.
pub fn changes(old: &[Line], new: &[Line]) -> Vec<Change> {
    let mut keys: Vec<(&'static str, Option<Lang>)> = Vec::new();
    for line in new.iter().chain(old) {
        if !keys.contains(&(line.field, line.lang)) {
            keys.push((line.field, line.lang));
        }
    }
    let of = |lines: &[Line], key: (&'static str, Option<Lang>)| -> Vec<String> {
        lines.iter().filter(|line| (line.field, line.lang) == key).map(|line| line.text.clone()).collect()
    };
    keys.into_iter().flat_map(|key| rows(key, &of(old, key), &of(new, key))).collect()
}

/// Aligns the rows of a field, so that one that was put in between does not make all that follow look changed.
fn rows((field, lang): (&'static str, Option<Lang>), old: &[String], new: &[String]) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut add = |old: Option<&String>, new: Option<&String>| {
        let (old, new) = words(old.map_or("", String::as_str), new.map_or("", String::as_str));
        changes.push(Change { field, lang, old, new });
    };
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        match op {
            DiffOp::Equal { .. } => {}
            DiffOp::Delete { old_index, old_len, .. } => {
                old[old_index..old_index + old_len].iter().for_each(|row| add(Some(row), None));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                new[new_index..new_index + new_len].iter().for_each(|row| add(None, Some(row)));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                for place in 0..old_len.max(new_len) {
                    let old = (place < old_len).then(|| &old[old_index + place]);
                    let new = (place < new_len).then(|| &new[new_index + place]);
                    add(old, new);
                }
            }
        }
    }
    changes
}

/// Compares two texts by words, which ICU finds in scripts without spaces too.
pub fn words(old: &str, new: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (before, after) = (split(old), split(new));
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
        match op {
            DiffOp::Equal { old_index, len, .. } => {
                let text = before[old_index..old_index + len].concat();
                left.push(Piece { text: text.clone(), changed: false });
                right.push(Piece { text, changed: false });
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                left.push(Piece { text: before[old_index..old_index + old_len].concat(), changed: true });
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                right.push(Piece { text: after[new_index..new_index + new_len].concat(), changed: true });
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                left.push(Piece { text: before[old_index..old_index + old_len].concat(), changed: true });
                right.push(Piece { text: after[new_index..new_index + new_len].concat(), changed: true });
            }
        }
    }
    (fold(left), fold(right))
}

fn split(text: &str) -> Vec<&str> {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let breaks: Vec<usize> = segmenter.segment_str(text).collect();
    breaks.windows(2).filter_map(|pair| text.get(pair[0]..pair[1])).collect()
}

/// Leaves out the middle of long unchanged passages, between words.
fn fold(mut pieces: Vec<Piece>) -> Vec<Piece> {
    for piece in pieces.iter_mut().filter(|piece| !piece.changed && piece.text.chars().count() > LONG) {
        let words = split(&piece.text);
        let head: String = end(words.iter()).concat();
        let mut tail = end(words.iter().rev());
        tail.reverse();
        piece.text = format!("{} … {}", head.trim_end(), tail.concat().trim_start());
    }
    pieces
}

/// Words from one end, as many as fit into [`END`] characters.
fn end<'a>(words: impl Iterator<Item = &'a &'a str>) -> Vec<&'a str> {
    let mut room = END;
    let fitting = words.take_while(|word| {
        let count = word.chars().count();
        let fits = count <= room;
        room = room.saturating_sub(count);
        fits
    });
    fitting.copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(field: &'static str, lang: Option<Lang>, text: &str) -> Line {
        Line { field, lang, text: text.to_owned() }
    }

    fn marked(pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| if piece.changed { format!("[{}]", piece.text) } else { piece.text.clone() })
            .collect()
    }

    #[test]
    fn words_are_marked_on_both_sides() {
        let (old, new) = words("Dye-bath reuse with chlorine", "Dye-bath reuse with ozone and carbon");
        assert_eq!(marked(&old), "Dye-bath reuse with [chlorine]");
        assert_eq!(marked(&new), "Dye-bath reuse with [ozone and carbon]");
    }

    #[test]
    fn words_are_found_where_no_spaces_are_written() {
        let (old, new) = words("染浴废水经氯脱色后回用", "染浴废水经臭氧脱色后回用");
        assert_eq!(marked(&old), "染浴废水经[氯]脱色后回用");
        assert_eq!(marked(&new), "染浴废水经[臭氧]脱色后回用");
    }

    #[test]
    fn fields_that_stay_are_left_out_and_languages_are_kept_apart() {
        let old = [line("title", Some(Lang::En), "Ozone"), line("title", Some(Lang::Zh), "臭氧")];
        let new = [line("title", Some(Lang::En), "Ozone"), line("title", Some(Lang::Zh), "活性炭")];
        let changes = changes(&old, &new);
        assert_eq!(changes.len(), 1);
        assert_eq!((changes[0].field, changes[0].lang), ("title", Some(Lang::Zh)));
    }

    #[test]
    fn a_row_put_in_between_is_one_change() {
        let row = |text| line("benefits", None, text);
        let old = [row("Water use: 105 → 40"), row("Energy use: 9 → 7")];
        let new = [row("Water use: 105 → 40"), row("Solid waste: 3 → 1"), row("Energy use: 9 → 6")];
        let changes = changes(&old, &new);
        assert_eq!(changes.len(), 2, "{changes:?}");
        let texts: Vec<_> = changes.iter().map(|change| (marked(&change.old), marked(&change.new))).collect();
        assert!(texts.iter().all(|(_, new)| !new.contains("Water use")));
    }

    #[test]
    fn a_field_that_went_has_an_old_side_only() {
        let changes = changes(&[line("patents", None, "VN 1")], &[]);
        assert_eq!((marked(&changes[0].old).as_str(), changes[0].new.len()), ("[VN 1]", 0));
    }

    #[test]
    fn long_passages_that_stay_are_shortened() {
        let long = "word ".repeat(400);
        let (old, new) = words(&format!("{long}one"), &format!("{long}two"));
        assert!(marked(&old).chars().count() < 300 && marked(&new).ends_with("[two]"));
        assert!(marked(&new).contains("word … word"), "{}", marked(&new));
    }
}
