//! The open code lists: carried as CSV files in `data/`, each with names per language and words for search.

use std::collections::HashMap;
use std::sync::LazyLock;

use ahash::RandomState;

use super::Lang;

/// One entry of a list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The code.
    pub code: String,
    /// Further words by which people look for it, in any language.
    pub search: Vec<String>,
    columns: Columns,
}

/// What an entry says, by name of the column.
pub type Columns = HashMap<String, String, RandomState>;

impl Entry {
    fn new(code: String, columns: Columns) -> Self {
        let search = columns.get("search").map_or("", String::as_str);
        let search = search.split('|').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Self { code, search, columns }
    }

    /// All that it says.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The name in a language; English where that language has none.
    pub fn name(&self, lang: Lang) -> &str {
        match self.column(lang.code()) {
            "" => self.column("en"),
            name => name,
        }
    }

    /// The text of a column; empty if there is none.
    pub fn column(&self, name: &str) -> &str {
        self.columns.get(name).map_or("", String::as_str)
    }

    /// Names in all languages.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        Lang::ALL
            .iter()
            .map(|lang| self.column(lang.code()))
            .chain(std::iter::once(self.column("local_name")))
            .filter(|name| !name.is_empty())
    }

    /// Names in all languages and the search words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.names().chain(self.search.iter().map(String::as_str))
    }

    /// Whether it may no longer be chosen; it stays readable.
    pub fn retired(&self) -> bool {
        !self.column("retired").is_empty()
    }
}

/// A list of codes in the order of its file.
#[derive(Clone, Debug, Default)]
pub struct List {
    entries: Vec<Entry>,
    places: HashMap<String, usize, RandomState>,
}

impl List {
    fn read(file: &str) -> Self {
        let mut reader = csv::Reader::from_reader(file.as_bytes());
        let names: Vec<String> =
            reader.headers().map(|row| row.iter().map(str::to_owned).collect()).unwrap_or_default();
        let mut list = Self::default();
        for row in reader.records().filter_map(Result::ok) {
            let columns: Columns = names.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
            let code = columns.get("code").cloned().unwrap_or_default();
            list.put(code, columns);
        }
        list
    }

    /// Puts an entry in the place of the one with its code, or at the end.
    pub(super) fn put(&mut self, code: String, columns: Columns) {
        let entry = Entry::new(code, columns);
        match self.places.get(&entry.code) {
            Some(place) => self.entries[*place] = entry,
            None => {
                self.places.insert(entry.code.clone(), self.entries.len());
                self.entries.push(entry);
            }
        }
    }

    /// All entries, retired ones too.
    pub fn all(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries that may be chosen.
    pub fn current(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| !entry.retired())
    }

    /// The entry of a code.
    pub fn get(&self, code: &str) -> Option<&Entry> {
        self.places.get(code).map(|place| &self.entries[*place])
    }

    /// Whether it holds a code.
    pub fn has(&self, code: &str) -> bool {
        self.places.contains_key(code)
    }

    /// The name of a code in a language; the code itself if it is unknown.
    pub fn name<'a>(&'a self, code: &'a str, lang: Lang) -> &'a str {
        self.get(code).map_or(code, |entry| entry.name(lang))
    }

    /// The first entry whose column holds a value; several values in a column stand between `|`.
    pub fn find_by(&self, column: &str, value: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.column(column).split('|').any(|part| part == value))
    }
}

macro_rules! lists {
    ($($(#[$meta:meta])* $vis:vis $name:ident = $file:literal),+ $(,)?) => {
        $(
            $(#[$meta])*
            $vis fn $name() -> &'static List {
                static LIST: LazyLock<List> = LazyLock::new(|| List::read(include_str!(concat!("data/", $file))));
                &LIST
            }
        )+

        /// Every list as it was carried, with its name, for checks that go through all of them.
        pub fn every() -> Vec<(&'static str, &'static List)> {
            vec![$((stringify!($name), $name())),+]
        }
    };
}

lists! {
    /// The twelve themes.
    pub themes = "themes.csv",
    /// Technology keywords, each under a theme.
    pub(super) keywords = "keywords.csv",
    /// ISIC Rev.4 divisions (United Nations Statistics Division).
    pub industries = "industries.csv",
    /// The 17 Sustainable Development Goals.
    pub sdgs = "sdgs.csv",
    /// Technology readiness levels 1 to 9.
    pub readiness = "readiness.csv",
    /// Stages of readiness.
    pub stages = "stages.csv",
    /// States of intellectual property.
    pub ip = "ip.csv",
    /// Classes of the Cooperative Patent Classification for climate technology, Y02A to Y02W and Y04S (EPO and USPTO).
    pub cpc = "cpc.csv",
    /// Forms of cooperation.
    pub cooperation = "cooperation.csv",
    /// Sectors of organisations.
    pub sectors = "sectors.csv",
    /// Sizes of organisations.
    pub sizes = "sizes.csv",
    /// Steps of the evidence ladder.
    pub evidence = "evidence.csv",
    /// Types of cleaner-production audit.
    pub audits = "audits.csv",
    /// Classes of cleaner-production option.
    pub option_classes = "option_classes.csv",
    /// Types of cleaner-production option.
    pub option_types = "option_types.csv",
    /// What a benefit is counted over.
    pub bases = "bases.csv",
    /// Statistics of a measured performance.
    pub statistics = "statistics.csv",
    /// Scales at which performance is measured.
    pub scales = "scales.csv",
    /// Indicators of cleaner-production benefits.
    pub indicators = "indicators.csv",
    /// Units, with their factor to the canonical unit of their dimension (UN/ECE Recommendation 20 codes).
    pub units = "units.csv",
    /// Countries (ISO 3166-1 alpha-2); the eleven of the region have `region` = `member`.
    pub countries = "countries.csv",
    /// Currencies (ISO 4217).
    pub currencies = "currencies.csv",
    /// Languages of content.
    pub languages = "languages.csv",
    /// Eco-label schemes.
    pub(super) schemes = "schemes.csv",
    /// Parameters of measured performance.
    pub parameters = "parameters.csv",
    /// Treatment steps.
    pub treatments = "treatments.csv",
    /// Things that texts name and no other list holds; by their names in all languages such a text is found.
    pub subjects = "subjects.csv",
    /// Outcomes of a request.
    pub outcomes = "outcomes.csv",
    /// Industries of the wastewater technology database, with their ISIC divisions.
    pub iwtt_industries = "iwtt_industries.csv",
}

/// The eleven countries of the region, in the order of the list.
pub fn member_countries() -> impl ExactSizeIterator<Item = &'static Entry> {
    static MEMBERS: LazyLock<Vec<&'static Entry>> =
        LazyLock::new(|| countries().all().iter().filter(|entry| entry.column("region") == "member").collect());
    MEMBERS.iter().copied()
}
