//! Which label scheme recognises which other one, as carried in `data/recognitions.csv`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Lang;

/// That one scheme recognises the certificates of another.
#[derive(Debug)]
pub struct Recognition {
    /// The scheme whose certificates are recognised.
    pub scheme: String,
    /// The scheme that recognises them.
    pub recognised_by: String,
    /// `bilateral` or `multilateral`.
    pub kind: String,
    /// Year or day from which it holds, as the source gives it.
    pub since: String,
    /// Whether the source itself was read.
    pub seen: bool,
    /// Where it is written.
    pub source: String,
    texts: HashMap<String, String>,
}

impl Recognition {
    /// Product groups or kinds of work that it covers; empty where the source does not say.
    pub fn scope(&self, lang: Lang) -> &str {
        self.text("scope", lang)
    }

    /// Name of the agreement.
    pub fn agreement(&self, lang: Lang) -> &str {
        self.text("agreement", lang)
    }

    fn text(&self, what: &str, lang: Lang) -> &str {
        let of = |lang: Lang| self.texts.get(&format!("{what}_{lang}")).filter(|text| !text.is_empty());
        of(lang).or_else(|| of(Lang::En)).map_or("", String::as_str)
    }
}

/// All recognitions, in the order of the file.
pub fn recognitions() -> &'static [Recognition] {
    static LIST: LazyLock<Vec<Recognition>> = LazyLock::new(|| read(include_str!("data/recognitions.csv")));
    &LIST
}

fn read(file: &str) -> Vec<Recognition> {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let rows = reader.deserialize::<HashMap<String, String>>().filter_map(Result::ok);
    rows.map(|mut row| {
        let mut take = |name: &str| row.remove(name).unwrap_or_default();
        Recognition {
            scheme: take("scheme"),
            recognised_by: take("recognised_by"),
            kind: take("kind"),
            since: take("since"),
            seen: take("confidence") == "seen",
            source: take("source"),
            texts: row,
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy;

    #[test]
    fn every_recognition_names_two_schemes_and_says_where_it_is_written() {
        assert_eq!(recognitions().len(), 11);
        for recognition in recognitions() {
            assert!(taxonomy::schemes().has(&recognition.scheme), "{}", recognition.scheme);
            assert!(taxonomy::schemes().has(&recognition.recognised_by), "{}", recognition.recognised_by);
            assert!(!recognition.source.is_empty() && !recognition.agreement(Lang::Zh).is_empty());
        }
    }
}
