//! The scripts that write without spaces, and how letters of the Latin script lose their marks.

use std::borrow::Cow;
use std::sync::LazyLock;

use hanconv::TSCharacters;
use icu::normalizer::DecomposingNormalizerBorrowed;

/// A script whose words stand without spaces between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Chinese characters, and the Japanese ones that may stand among them.
    Han,
    Thai,
    Lao,
    Khmer,
    Burmese,
}

impl Script {
    /// The script of a letter, when it is one that writes without spaces.
    pub(super) fn of(c: char) -> Option<Self> {
        match c as u32 {
            0x0E01..=0x0E3A | 0x0E40..=0x0E4E => Some(Self::Thai),
            0x0E81..=0x0ECE | 0x0EDC..=0x0EDF => Some(Self::Lao),
            0x1000..=0x103F | 0x1050..=0x108F | 0xA9E0..=0xA9EF | 0xA9FA..=0xA9FE | 0xAA60..=0xAA7F => {
                Some(Self::Burmese)
            }
            0x1780..=0x17D3 | 0x17DD => Some(Self::Khmer),
            0x3005..=0x3007 | 0x3041..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF => Some(Self::Han),
            0xF900..=0xFAFF | 0x20000..=0x3FFFF => Some(Self::Han),
            _ => None,
        }
    }
}

/// Whether `c` belongs to the same written unit as the character before it: a vowel sign, a tone or a stacked letter.
pub(super) fn continues_unit(before: char, c: char) -> bool {
    match c as u32 {
        0x0E31 | 0x0E33..=0x0E3A | 0x0E47..=0x0E4E => true,
        0x0EB1 | 0x0EB3..=0x0EBC | 0x0EC8..=0x0ECE => true,
        0x102B..=0x103E | 0x1056..=0x1059 | 0x105E..=0x1060 | 0x1062..=0x1064 | 0x1067..=0x106D => true,
        0x1071..=0x1074 | 0x1082..=0x108D | 0x108F => true,
        0x17B4..=0x17D3 | 0x17DD => true,
        // Vowels of one sign that are also written as two.
        0x0E32 => before == '\u{0E4D}',
        0x0EB2 => before == '\u{0ECD}',
        // The letter under a stacking sign.
        _ => matches!(before as u32, 0x1039 | 0x17D2),
    }
}

/// Whether a letter of the Latin script carries marks or is a variant that people also type plainly.
fn is_marked_latin(c: char) -> bool {
    matches!(c as u32, 0x00C0..=0x024F | 0x0300..=0x036F | 0x1E00..=0x1EFF)
}

/// The letters with marks that have a place in [`PLAIN`].
const MARKED: std::ops::RangeInclusive<u32> = 0x00C0..=0x1EFF;

/// For each letter of [`MARKED`] the plain letter that [`fold`] makes of it, in lower case, if that is one of 26.
static PLAIN: LazyLock<Vec<Option<u8>>> = LazyLock::new(|| {
    let decompose = DecomposingNormalizerBorrowed::new_nfd();
    let plain = |code: u32| {
        let letter = char::from_u32(code).filter(|c| is_marked_latin(*c))?;
        let folded = fold(&letter.to_lowercase().collect::<String>(), &decompose)?;
        match *folded.as_bytes() {
            [plain] if plain.is_ascii_alphabetic() => Some(plain),
            _ => None,
        }
    };
    MARKED.map(plain).collect()
});

/// A letter or digit as a word without marks begins with it; nothing where that is not one letter of the plain Latin
/// alphabet.
pub(super) fn plain(c: char) -> Option<u8> {
    match c as u32 {
        code @ 0..=0x7F => c.is_ascii_alphanumeric().then_some((code as u8).to_ascii_lowercase()),
        code => PLAIN.get(code.checked_sub(*MARKED.start())? as usize).copied().flatten(),
    }
}

/// Whether a character from U+0080 to U+02FF is a letter; the standard library looks them up one by one.
pub(super) fn is_letter(code: u32) -> bool {
    matches!(code, 0xAA | 0xB5 | 0xBA | 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x2C1 | 0x2C6..=0x2D1 | 0x2E0..=0x2E4)
        || matches!(code, 0x2EC | 0x2EE)
}

/// The word without the marks of its Latin letters (`nước` → `nuoc`), or nothing when it has none. Other scripts keep
/// theirs, because there the marks are vowels.
pub(super) fn fold(word: &str, decompose: &DecomposingNormalizerBorrowed<'_>) -> Option<String> {
    if word.is_ascii() || !word.chars().any(is_marked_latin) {
        return None;
    }
    let plain = decompose.normalize_iter(word.chars()).filter(|c| !matches!(*c as u32, 0x0300..=0x036F));
    let mut folded = String::with_capacity(word.len());
    for c in plain {
        match c {
            'đ' | 'ð' => folded.push('d'),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            _ => folded.push(c),
        }
    }
    Some(folded)
}

/// The block of Chinese characters in which nearly all texts stay; each has three bytes.
const HAN: std::ops::RangeInclusive<char> = '\u{3400}'..='\u{9FFF}';

/// For each character of [`HAN`] the one that counts for it.
static SIMPLE: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut simple: Vec<char> = HAN.collect();
    let one = |text: &str| text.chars().next().filter(|c| HAN.contains(c));
    for (from, to) in TSCharacters.iter().filter_map(|(from, to)| Some((one(from)?, one(to)?))) {
        simple[from as usize - *HAN.start() as usize] = to;
    }
    simple
});

/// The text with simplified characters for traditional ones (`離子` → `离子`); every character keeps its place.
pub(super) fn simplified(text: &str) -> Cow<'_, str> {
    let simple = |c: char| if HAN.contains(&c) { SIMPLE[c as usize - *HAN.start() as usize] } else { c };
    if text.is_ascii() || text.chars().all(|c| simple(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(simple).collect())
}

#[cfg(test)]
mod tests {
    use icu::normalizer::DecomposingNormalizerBorrowed;

    use super::{fold, is_letter, plain, simplified};

    #[test]
    fn letters_are_known_as_the_standard_library_knows_them() {
        for c in '\u{80}'..='\u{2FF}' {
            assert_eq!(is_letter(c as u32), c.is_alphabetic(), "{c:?}");
        }
    }

    #[test]
    fn a_plain_letter_is_the_one_with_which_the_folded_word_begins() {
        let decompose = DecomposingNormalizerBorrowed::new_nfd();
        for c in ('a'..='\u{2FFF}').filter(|c| c.is_alphabetic()) {
            let Some(plain) = plain(c) else { continue };
            let word = c.to_lowercase().collect::<String>();
            let folded = fold(&word, &decompose).unwrap_or(word);
            assert_eq!(folded.as_bytes()[0], plain, "{c:?}");
        }
        assert_eq!(
            "Ướcßđ".chars().map(plain).collect::<Vec<_>>(),
            [Some(b'u'), Some(b'o'), Some(b'c'), None, Some(b'd')]
        );
    }

    #[test]
    fn traditional_characters_count_as_simplified_ones_in_the_same_place() {
        assert_eq!(simplified("離子交換 resin 廢水處理"), "离子交换 resin 废水处理");
        assert_eq!(simplified("离子交换").len(), "離子交換".len());
    }
}
