//! Which label scheme recognises which other one: carried in `data/recognitions.csv`, changed by administrators.

use super::{Columns, Lang};

/// That one scheme recognises the certificates of another.
#[derive(Clone, Debug)]
pub struct Recognition {
    /// Its code: both schemes, such as `CN-CEL.TH-TGL`; further ones of the same two with a number behind.
    pub code: String,
    /// The scheme whose certificates are recognised.
    pub scheme: String,
    /// The scheme that recognises them.
    pub recognised_by: String,
    /// `bilateral` or `multilateral`.
    pub kind: String,
    /// Year or day from which it holds, as the source gives it.
    pub since: String,
    /// Year or day with which it ended; empty while it holds.
    pub ended: String,
    /// Whether the source itself was read.
    pub seen: bool,
    /// Where it is written.
    pub source: String,
    columns: Columns,
}

impl Recognition {
    /// Reads the columns of a row.
    pub(super) fn new(code: String, columns: Columns) -> Self {
        let take = |name: &str| columns.get(name).cloned().unwrap_or_default();
        Self {
            code,
            scheme: take("scheme"),
            recognised_by: take("recognised_by"),
            kind: take("kind"),
            since: take("since"),
            ended: take("ended"),
            seen: take("confidence") == "seen",
            source: take("source"),
            columns,
        }
    }

    /// Whether it holds: not once it has ended.
    pub fn holds(&self) -> bool {
        self.ended.is_empty()
    }

    /// Product groups or kinds of work that it covers; empty where the source does not say.
    pub fn scope(&self, lang: Lang) -> &str {
        self.text("scope", lang)
    }

    /// Name of the agreement.
    pub fn agreement(&self, lang: Lang) -> &str {
        self.text("agreement", lang)
    }

    /// All that it says.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    fn text(&self, what: &str, lang: Lang) -> &str {
        let of = |lang: Lang| self.columns.get(&format!("{what}_{lang}")).filter(|text| !text.is_empty());
        of(lang).or_else(|| of(Lang::En)).map_or("", String::as_str)
    }
}

/// The recognitions as they were carried, in the order of the file.
pub(super) fn carried() -> Vec<Recognition> {
    let mut reader = csv::Reader::from_reader(include_str!("data/recognitions.csv").as_bytes());
    let rows = reader.deserialize::<Columns>().filter_map(Result::ok);
    rows.map(|columns| {
        let part = |name: &str| columns.get(name).map_or("", String::as_str);
        Recognition::new(format!("{}.{}", part("scheme"), part("recognised_by")), columns)
    })
    .collect()
}
