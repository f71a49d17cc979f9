//! The lists that administrators extend: keywords, label schemes, recognitions and public holidays. What the project carries is the
//! base; entries kept in the database lie over it. A register never changes: an edit makes a new one, which takes the
//! place of the old in its app, so that a page reads one state from its beginning to its end.

use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use super::{Columns, Entry, Holiday, Holidays, List, Recognition, lists, recognitions};

crate::codes! {
    /// The lists that administrators extend.
    pub enum Register {
        /// Technology keywords.
        Keyword = "keyword",
        /// Eco-label schemes.
        Scheme = "scheme",
        /// Which scheme recognises which.
        Recognition = "recognition",
        /// Public holidays, and weekends that are worked instead.
        Holiday = "holiday",
    }
}

/// An entry that lies over the base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// The list.
    pub register: Register,
    /// The code: a new one, or one of the base, whose entry it replaces.
    pub code: String,
    /// All that it says.
    pub columns: Columns,
}

/// All registers at one moment.
#[derive(Debug)]
pub struct Registers {
    keywords: List,
    schemes: List,
    recognitions: Vec<Recognition>,
    holidays: Holidays,
    version: i64,
}

impl Registers {
    /// What the project carries.
    pub fn carried() -> Arc<Self> {
        static CARRIED: LazyLock<Arc<Registers>> = LazyLock::new(|| Arc::new(Registers::with(Vec::new(), 0)));
        Arc::clone(&CARRIED)
    }

    /// What the project carries with entries over it, in the order in which they were added.
    pub fn with(overlays: Vec<Overlay>, version: i64) -> Self {
        let mut registers = Self {
            keywords: lists::keywords().clone(),
            schemes: lists::schemes().clone(),
            recognitions: recognitions::carried(),
            holidays: Holidays::carried(),
            version,
        };
        for Overlay { register, code, columns } in overlays {
            match register {
                Register::Keyword => registers.keywords.put(code, columns),
                Register::Scheme => registers.schemes.put(code, columns),
                Register::Recognition => registers.put(Recognition::new(code, columns)),
                Register::Holiday => registers.holidays.put(columns),
            }
        }
        registers
    }

    fn put(&mut self, recognition: Recognition) {
        match self.recognitions.iter_mut().find(|known| known.code == recognition.code) {
            Some(known) => *known = recognition,
            None => self.recognitions.push(recognition),
        }
    }

    /// Technology keywords, each under a theme.
    pub fn keywords(&self) -> &List {
        &self.keywords
    }

    /// Eco-label schemes.
    pub fn schemes(&self) -> &List {
        &self.schemes
    }

    /// All recognitions, ended ones too.
    pub fn recognitions(&self) -> &[Recognition] {
        &self.recognitions
    }

    /// Public holidays.
    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// A recognition by its code.
    pub fn recognition(&self, code: &str) -> Option<&Recognition> {
        self.recognitions.iter().find(|known| known.code == code)
    }

    /// What an entry says; `None` if there is none of that code.
    pub fn columns(&self, register: Register, code: &str) -> Option<&Columns> {
        match register {
            Register::Keyword => self.keywords.get(code).map(Entry::columns),
            Register::Scheme => self.schemes.get(code).map(Entry::columns),
            Register::Recognition => self.recognition(code).map(Recognition::columns),
            Register::Holiday => self.holidays.get(code).map(Holiday::columns),
        }
    }

    /// Grows with every edit; 0 while there was none.
    pub fn version(&self) -> i64 {
        self.version
    }
}

/// The present registers of an app. Each app has its own, since each has its own database.
#[derive(Debug)]
pub struct Present(RwLock<Arc<Registers>>);

impl Default for Present {
    fn default() -> Self {
        Self(RwLock::new(Registers::carried()))
    }
}

impl Present {
    /// The registers as they are now.
    pub fn get(&self) -> Arc<Registers> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes newer ones, and says whether they were newer: of two that were read at the same time the older may come
    /// last.
    pub fn take(&self, registers: Registers) -> bool {
        let mut present = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let newer = registers.version > present.version;
        if newer {
            *present = Arc::new(registers);
        }
        newer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::Lang;

    fn overlay(register: Register, code: &str, columns: &[(&str, &str)]) -> Overlay {
        let columns = columns.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        Overlay { register, code: code.to_owned(), columns }
    }

    #[test]
    fn an_entry_replaces_that_of_its_code_and_a_new_one_comes_last() {
        let registers = Registers::with(
            vec![
                overlay(
                    Register::Keyword,
                    "WAT-IND",
                    &[("theme", "water"), ("en", "Factory water"), ("search", "a | b")],
                ),
                overlay(Register::Keyword, "WAT-NEW", &[("theme", "water"), ("en", "New"), ("retired", "2026")]),
            ],
            2,
        );
        let keywords = registers.keywords();
        assert_eq!(keywords.all().len(), Registers::carried().keywords().all().len() + 1);
        assert_eq!(keywords.all()[0].words().collect::<Vec<_>>(), ["Factory water", "a", "b"]);
        assert_eq!(keywords.name("WAT-NEW", Lang::Zh), "New");
        assert!(keywords.current().all(|entry| entry.code != "WAT-NEW"), "retired ones cannot be chosen");
        assert_ne!(Registers::carried().keywords().name("WAT-IND", Lang::En), "Factory water");
    }

    #[test]
    fn a_recognition_that_ended_holds_no_longer() {
        let ended = [("scheme", "CN-CEL"), ("recognised_by", "TH-TGL"), ("ended", "2026-01-01")];
        let registers = Registers::with(vec![overlay(Register::Recognition, "CN-CEL.TH-TGL", &ended)], 1);
        assert!(!registers.recognition("CN-CEL.TH-TGL").unwrap().holds());
        assert_eq!(registers.recognitions().len(), Registers::carried().recognitions().len());
    }

    #[test]
    fn older_registers_never_replace_newer_ones() {
        let present = Present::default();
        assert!(present.take(Registers::with(Vec::new(), 3)) && !present.take(Registers::with(Vec::new(), 2)));
        assert_eq!(present.get().version(), 3);
    }

    #[test]
    fn every_recognition_names_two_schemes_and_says_where_it_is_written() {
        let registers = Registers::carried();
        assert_eq!(registers.recognitions().len(), 11);
        for recognition in registers.recognitions() {
            assert!(registers.schemes().has(&recognition.scheme), "{}", recognition.scheme);
            assert!(registers.schemes().has(&recognition.recognised_by), "{}", recognition.recognised_by);
            assert!(!recognition.source.is_empty() && !recognition.agreement(Lang::Zh).is_empty());
        }
    }
}
