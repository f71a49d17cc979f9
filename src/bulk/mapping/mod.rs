//! Which column fills which field.

mod guess;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::str::FromStr as _;

use anyhow::Context as _;
use figment::Figment;
use figment::providers::{Format as _, Toml};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::fields::{self, Field, TEXTS};
use crate::taxonomy::{Kind, Lang};

pub use guess::{guess, recognises};

/// What stands between several values in a cell, unless a mapping says otherwise.
pub const SEPARATORS: &str = ";|";
/// Headings under which an import writes why a row failed; they are no column of the table.
pub const REASONS: [&str; 2] = ["Reason", "原因"];

/// Headings of an export under which stands what is computed from a listing, or was checked of it; an import passes over
/// them.
pub const COMPUTED: [&str; 8] = [
    "benefits.evidence",
    "benefits.change_percent",
    "benefits.saving",
    "performance.evidence",
    "performance.removal_percent",
    "performance.removal_percent_flag",
    "certificates.status",
    "payback_months",
];

/// Which column fills which field, and what all rows share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// The kind of all listings; without it a column must say it.
    pub kind: Option<Kind>,
    /// The language of the texts, where no column says it.
    pub language: Lang,
    /// Signs that divide several values in a cell.
    pub separators: String,
    /// Path of a field by heading; an empty path leaves a column out.
    pub columns: BTreeMap<String, String>,
    /// What an empty cell, or a missing column, of a field stands for, by path.
    pub constants: BTreeMap<String, String>,
}

impl Default for Mapping {
    fn default() -> Self {
        Self {
            kind: None,
            language: Lang::En,
            separators: SEPARATORS.to_owned(),
            columns: BTreeMap::new(),
            constants: BTreeMap::new(),
        }
    }
}

/// What a column fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The identity of a listing among those of its organisation.
    Key,
    /// The reference number of a listing that exists.
    Reference,
    /// The kind.
    Kind,
    /// The original language.
    Language,
    /// A field that stands once.
    Plain(String),
    /// A field of a row of a group: of a numbered row, or of the row that stands in this line.
    Row(String, Option<usize>, String),
    /// A text in a language.
    Text(Lang, String),
}

impl Target {
    /// What a path names; `None` if it names nothing.
    pub fn of(path: &str) -> Option<Self> {
        let known = |group: Option<&str>, name: &str| fields::find(group, name).is_some();
        match path.split('.').collect::<Vec<_>>()[..] {
            ["key"] => Some(Self::Key),
            ["reference"] => Some(Self::Reference),
            ["kind"] => Some(Self::Kind),
            ["language"] => Some(Self::Language),
            [name] => known(None, name).then(|| Self::Plain(name.to_owned())),
            [group, name] => known(Some(group), name).then(|| Self::Row(group.to_owned(), None, name.to_owned())),
            [TEXTS, lang, name] => {
                let lang = Lang::from_str(lang).ok()?;
                known(Some(TEXTS), name).then(|| Self::Text(lang, name.to_owned()))
            }
            [group, number, name] => {
                let number = number.parse().ok().filter(|number| (1..=60).contains(number))?;
                known(Some(group), name).then(|| Self::Row(group.to_owned(), Some(number), name.to_owned()))
            }
            _ => None,
        }
    }
}

/// Why a mapping cannot be used with a table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// A path names no field.
    #[error("{0:?} is not the name of a field")]
    Unknown(String),
    /// Two columns fill one field.
    #[error("two columns fill {0:?}")]
    Twice(String),
    /// No column is a title.
    #[error("no column fills \"title\", and none \"reference\"")]
    NoTitle,
    /// Neither the mapping nor a column says whether they are offers or requests.
    #[error("neither `kind` nor a column says whether these are offers or requests")]
    NoKind,
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// When it cannot be read, or is no mapping.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
        Figment::from(Toml::string(&text)).extract().with_context(|| format!("{} is not a mapping", path.display()))
    }

    /// The same mapping for headings that are written a little differently.
    pub fn for_headings(&self, headings: &[String]) -> Self {
        let path = |heading: &String| {
            let same = |known: &&String| plain(known) == plain(heading);
            self.columns.get(heading).or_else(|| self.columns.keys().find(same).and_then(|key| self.columns.get(key)))
        };
        let columns = headings.iter().filter_map(|heading| Some((heading.clone(), path(heading)?.clone()))).collect();
        Self { columns, ..self.clone() }
    }

    /// The mapping of what this program exports: every heading is the path of its field.
    pub fn of_export(headings: &[String]) -> Self {
        let columns = headings.iter().filter(|heading| Target::of(heading).is_some());
        Self { columns: columns.map(|heading| (heading.clone(), heading.clone())).collect(), ..Self::default() }
    }

    /// As a file.
    pub fn written(&self) -> String {
        // What JSON writes between quotes, TOML reads.
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let mut file = String::new();
        if let Some(kind) = self.kind {
            let _ = writeln!(file, "kind = {}", quoted(kind.code()));
        }
        let _ = writeln!(file, "language = {}", quoted(self.language.code()));
        let _ = writeln!(file, "separators = {}", quoted(&self.separators));
        for (name, table) in [("columns", &self.columns), ("constants", &self.constants)] {
            let _ = writeln!(file, "\n[{name}]");
            for (left, right) in table {
                let _ = writeln!(file, "{} = {}", quoted(left), quoted(right));
            }
        }
        file
    }

    /// What each of the headings fills.
    ///
    /// # Errors
    /// When the mapping is not one for this table.
    pub fn targets(&self, headings: &[String]) -> Result<Vec<Option<Target>>, Unfit> {
        let mut targets: Vec<Option<Target>> = Vec::with_capacity(headings.len());
        for heading in headings {
            let path = self.columns.get(heading).map_or("", String::as_str);
            let target = match path {
                "" => None,
                path => Some(Target::of(path).ok_or_else(|| Unfit::Unknown(path.to_owned()))?),
            };
            if target.is_some() && targets.contains(&target) {
                return Err(Unfit::Twice(path.to_owned()));
            }
            targets.push(target);
        }
        for path in self.constants.keys() {
            let fits = matches!(Target::of(path), Some(Target::Plain(_) | Target::Row(_, None, _)));
            if !fits {
                return Err(Unfit::Unknown(path.clone()));
            }
        }
        let has = |wanted: &Target| targets.iter().flatten().any(|target| target == wanted);
        if !has(&Target::Plain("title".to_owned())) && !has(&Target::Reference) {
            return Err(Unfit::NoTitle);
        }
        if self.kind.is_none() && !has(&Target::Kind) {
            return Err(Unfit::NoKind);
        }
        Ok(targets)
    }

    /// The signs between several values in a cell.
    pub fn divides(&self, sign: char) -> bool {
        sign == '\n' || self.separators.contains(sign)
    }
}

/// By what a mapping is remembered: the headings, whatever their order, and without the reasons of a failed import.
pub fn fingerprint(headings: &[String]) -> String {
    let mut known: Vec<String> = headings.iter().filter(|heading| !is_reason(heading)).map(|h| plain(h)).collect();
    known.sort();
    let digest = Sha256::digest(known.join("\u{1f}").as_bytes());
    digest.iter().take(16).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Whether a column holds the reasons of a failed import.
pub fn is_reason(heading: &str) -> bool {
    REASONS.contains(&heading)
}

/// A heading without what makes no difference.
fn plain(heading: &str) -> String {
    heading.to_lowercase().chars().filter(|sign| sign.is_alphanumeric()).collect()
}

/// All paths that can be chosen, without the numbered ones: path and field; `None` for what is no field of a content.
pub fn choices() -> Vec<(String, Option<&'static Field>)> {
    let own = ["key", "reference", "kind", "language"].map(|name| (name.to_owned(), None));
    own.into_iter().chain(fields::all().iter().map(|field| (field.path(), Some(field)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_that_is_written_can_be_read_again() {
        let mut mapping = Mapping { kind: Some(Kind::Offer), ..Mapping::default() };
        mapping.columns.insert("Title \"short\", in 3.5 \\ words".to_owned(), "title".to_owned());
        mapping.columns.insert("基准.单位".to_owned(), "benefits.1.unit".to_owned());
        mapping.constants.insert("benefits.basis".to_owned(), "at_site".to_owned());
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.toml");
        std::fs::write(&path, mapping.written()).unwrap();
        assert_eq!(Mapping::read(&path).unwrap(), mapping);
        std::fs::write(&path, "colums = 1").unwrap();
        assert!(Mapping::read(&path).is_err());
    }

    #[test]
    fn a_mapping_that_does_not_fit_says_why() {
        let headings = ["A", "B"].map(str::to_owned);
        let map = |a: &str, b: &str, kind: Option<Kind>| {
            let columns = [("A", a), ("B", b)].map(|(heading, path)| (heading.to_owned(), path.to_owned())).into();
            Mapping { kind, columns, ..Mapping::default() }.targets(&headings)
        };
        assert_eq!(map("titel", "", None), Err(Unfit::Unknown("titel".to_owned())));
        assert_eq!(map("title", "title", None), Err(Unfit::Twice("title".to_owned())));
        assert_eq!(map("summary", "", Some(Kind::Offer)), Err(Unfit::NoTitle));
        assert_eq!(map("title", "summary", None), Err(Unfit::NoKind));
        assert_eq!(map("title", "benefits.61.unit", Some(Kind::Offer)), Err(Unfit::Unknown("benefits.61.unit".into())));
        assert!(map("title", "texts.zh.title", Some(Kind::Offer)).is_ok());
    }

    #[test]
    fn reasons_and_order_make_no_other_table() {
        let print = |headings: &[&str]| fingerprint(&headings.iter().map(|h| (*h).to_owned()).collect::<Vec<_>>());
        assert_eq!(print(&["Title", "Unit"]), print(&["unit", "TITLE ", "Reason"]));
        assert_ne!(print(&["Title", "Unit"]), print(&["Title"]));
    }
}
