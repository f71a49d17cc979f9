use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::taxonomy::Lang;

/// Words of content, such as a title, in the languages in which they were written. As text it is the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worded {
    original: String,
    stored: Stored,
}

/// What stands beside the original in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    /// Language of the original; unknown in rows that were written before it was noted.
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<Lang>,
    /// The words by language, the original among them.
    texts: BTreeMap<Lang, String>,
}

impl Worded {
    /// Words in several languages, of which one is the original; empty ones are left out.
    pub fn new(original: Lang, texts: impl IntoIterator<Item = (Lang, String)>) -> Self {
        let texts: BTreeMap<Lang, String> = texts.into_iter().filter(|(_, words)| !words.is_empty()).collect();
        let words = texts.get(&original).cloned().unwrap_or_default();
        Self { original: words, stored: Stored { original: Some(original), texts } }
    }

    /// As two columns of a row keep them: the original, and what [`Worded::stored`] gave.
    pub fn read(original: String, stored: Value) -> Self {
        Self { original, stored: serde_json::from_value(stored).unwrap_or_default() }
    }

    /// What a row keeps beside the original.
    pub fn stored(&self) -> Value {
        serde_json::to_value(&self.stored).unwrap_or_default()
    }

    /// The words for a reader and their language, if it is known: the reader's, else English, else the original.
    pub fn shown(&self, reader: Lang) -> (Option<Lang>, &str) {
        let Stored { original, texts } = &self.stored;
        let found = [reader, Lang::En].into_iter().find_map(|lang| Some((lang, texts.get(&lang)?)));
        found.map_or((*original, self.original.as_str()), |(lang, words)| (Some(lang), words))
    }

    /// The words for a reader.
    pub fn text(&self, reader: Lang) -> String {
        self.shown(reader).1.to_owned()
    }
}

impl Deref for Worded {
    type Target = str;

    fn deref(&self) -> &str {
        &self.original
    }
}

impl fmt::Display for Worded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.original)
    }
}

impl From<&str> for Worded {
    /// Words of which the language is not known.
    fn from(words: &str) -> Self {
        Self { original: words.to_owned(), stored: Stored::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_own_language_else_english_else_the_original() {
        let of = |lang: Lang, words: &str| (lang, words.to_owned());
        let words = Worded::new(Lang::Vi, [of(Lang::Vi, "Màng gốm"), of(Lang::Zh, "陶瓷膜"), of(Lang::En, "")]);
        assert_eq!(words.shown(Lang::Zh), (Some(Lang::Zh), "陶瓷膜"));
        assert_eq!(words.shown(Lang::Th), (Some(Lang::Vi), "Màng gốm"), "what is empty is not there");
        let words = Worded::new(Lang::Vi, [of(Lang::Vi, "Màng gốm"), of(Lang::En, "Ceramic membranes")]);
        assert_eq!(words.shown(Lang::Th), (Some(Lang::En), "Ceramic membranes"));
        assert_eq!((&*words, words.to_string().as_str()), ("Màng gốm", "Màng gốm"));
    }

    #[test]
    fn what_a_row_keeps_is_read_again_and_rows_of_before_have_the_original_alone() {
        let words = Worded::new(Lang::Zh, [(Lang::Zh, "陶瓷膜".to_owned()), (Lang::Lo, "ເຍື່ອ".to_owned())]);
        assert_eq!(Worded::read("陶瓷膜".to_owned(), words.stored()), words);
        let before = Worded::read("Membranes".to_owned(), serde_json::json!({}));
        assert_eq!(before.shown(Lang::Zh), (None, "Membranes"));
        assert_eq!(before, Worded::from("Membranes"));
    }
}
