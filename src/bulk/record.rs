//! From rows to records: rows of one key are one listing, whose repeated parts may stand in one row or in several.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::faults::{Fault, Told};
use super::fields::TEXTS;
use super::mapping::{Mapping, Target, Unfit};
use super::table::{Cell, Row};
use super::values;
use crate::checks::{Problem, plain};
use crate::listings::checks::TITLE;
use crate::taxonomy::Registers;
use crate::web::tables::unguarded;

/// Most characters of a key.
pub const KEY: usize = 120;

/// A mapping, fitted to the headings of a table.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The mapping.
    pub mapping: Mapping,
    /// The headings.
    pub headings: Vec<String>,
    /// Keywords and schemes as they are now.
    pub registers: Arc<Registers>,
    targets: Vec<Option<Target>>,
}

impl Plan {
    /// Fits a mapping to headings.
    ///
    /// # Errors
    /// When the mapping is not one for this table.
    pub fn new(mapping: Mapping, headings: Vec<String>, registers: Arc<Registers>) -> Result<Self, Unfit> {
        let targets = mapping.targets(&headings)?;
        Ok(Self { mapping, headings, registers, targets })
    }

    /// The heading of a column.
    pub fn heading(&self, column: Option<usize>) -> &str {
        column.and_then(|column| self.headings.get(column)).map_or("", String::as_str)
    }

    /// Whether any column, or constant, fills something.
    pub fn fills(&self, test: impl Fn(&Target) -> bool) -> bool {
        let constant = |path: &String| Target::of(path).is_some_and(|target| test(&target));
        self.targets.iter().flatten().any(&test) || self.mapping.constants.keys().any(constant)
    }

    fn has(&self, target: &Target) -> bool {
        self.targets.iter().flatten().any(|known| known == target)
    }
}

/// A cell with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The cell.
    pub cell: Cell,
    /// Its line.
    pub line: u64,
    /// Its column.
    pub column: usize,
}

/// Cells of a row of a group, by field.
pub type GroupRow = BTreeMap<String, Placed>;

/// What a table says of one listing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Its place among the records, from 0.
    pub number: u64,
    /// Rows below the headings before it.
    pub rows_before: u64,
    /// Its first line.
    pub line: u64,
    /// Its identity among those of the organisation.
    pub key: String,
    /// The reference number of a listing that exists; empty for others.
    pub reference: String,
    /// Kind and language, where columns say them.
    pub said: BTreeMap<&'static str, Placed>,
    /// Fields that stand once, by name.
    pub plain: BTreeMap<String, Placed>,
    /// Rows of groups.
    pub groups: BTreeMap<String, Vec<GroupRow>>,
    /// What is wrong with its rows as such.
    pub faults: Vec<Fault>,
}

impl Record {
    /// The title, for lists.
    pub fn title(&self) -> String {
        let title = self.plain.get("title").map(|placed| unguarded(placed.cell.text.trim()));
        plain(title.unwrap_or_default()).chars().take(TITLE).collect()
    }
}

/// Gathers rows into records.
#[derive(Debug)]
pub struct Gatherer<'a> {
    plan: &'a Plan,
    open: Option<Record>,
    seen: HashSet<String>,
    count: u64,
    rows: u64,
}

impl<'a> Gatherer<'a> {
    /// Nothing gathered yet.
    pub fn new(plan: &'a Plan) -> Self {
        Self { plan, open: None, seen: HashSet::new(), count: 0, rows: 0 }
    }

    /// Takes a row; gives the record before it, when this row begins another.
    pub fn take(&mut self, row: &Row) -> Option<Record> {
        let mut next = self.read(row);
        next.rows_before = self.rows;
        self.rows += 1;
        if let Some(open) = &mut self.open
            && continues(open, &next, self.plan)
        {
            add(open, next, self.plan);
            return None;
        }
        next.number = self.count;
        self.count += 1;
        self.name(&mut next, row.line);
        self.open.replace(next)
    }

    /// The number of the record to which the row that was taken last belongs.
    pub fn number(&self) -> u64 {
        self.count.saturating_sub(1)
    }

    /// The last record.
    pub fn finish(&mut self) -> Option<Record> {
        self.open.take()
    }

    fn read(&self, row: &Row) -> Record {
        let mut record = Record { line: row.line, ..Record::default() };
        let there = row.cells.len();
        let beyond = row.cells.iter().skip(self.plan.headings.len()).any(|cell| !cell.is_blank());
        if beyond || (!row.padded && there < self.plan.headings.len()) {
            record.faults.push(Fault::of_row(row.line, Told::cells(there, self.plan.headings.len())));
        }
        let mut short: BTreeMap<&str, GroupRow> = BTreeMap::new();
        let mut wide: BTreeMap<(&str, usize), GroupRow> = BTreeMap::new();
        for (column, target) in self.plan.targets.iter().enumerate() {
            let Some(target) = target else { continue };
            let cell = row.cells.get(column).cloned().unwrap_or_default();
            if let Some(id) = unclean(&cell, row.padded) {
                let column = self.plan.heading(Some(column)).to_owned();
                record.faults.push(Fault { column, ..Fault::of_row(row.line, Told::plain(id)) });
            }
            let placed = Placed { line: row.line, column, cell };
            match target {
                Target::Key => record.key = key_of(&placed.cell),
                Target::Reference => record.reference = key_of(&placed.cell),
                Target::Kind => drop(record.said.insert("kind", placed)),
                Target::Language => drop(record.said.insert("language", placed)),
                Target::Plain(name) => drop(record.plain.insert(name.clone(), placed)),
                Target::Row(group, None, name) => drop(short.entry(group).or_default().insert(name.clone(), placed)),
                Target::Row(group, Some(number), name) => {
                    wide.entry((group, *number)).or_default().insert(name.clone(), placed);
                }
                Target::Text(lang, name) => {
                    let row = wide.entry((TEXTS, *lang as usize)).or_default();
                    let code = Cell { text: lang.code().to_owned(), number: None };
                    row.entry("language".to_owned()).or_insert(Placed { cell: code, ..placed.clone() });
                    row.insert(name.clone(), placed);
                }
            }
        }
        let rows = wide.into_iter().map(|((group, _), row)| (group, row)).chain(short);
        for (group, cells) in rows {
            let said = |(name, placed): (&String, &Placed)| name != "language" && !placed.cell.is_blank();
            let rows = record.groups.entry(group.to_owned()).or_default();
            if cells.iter().any(said) {
                rows.push(cells);
            }
        }
        record
    }

    /// Gives a record that begins its key, and notes one that came before.
    fn name(&mut self, record: &mut Record, line: u64) {
        let column = |target: Target| self.plan.targets.iter().position(|known| known.as_ref() == Some(&target));
        let mut at = column(Target::Key);
        let mut told = None;
        if record.key.chars().count() > KEY {
            told = Some(Told::from(&Problem::TooLong { max: KEY }));
        }
        if at.is_none() && !record.reference.is_empty() {
            at = column(Target::Reference);
            record.key.clone_from(&record.reference);
        } else if at.is_none() {
            at = column(Target::Plain("title".to_owned()));
            record.key = record.title();
        } else if record.key.is_empty() {
            told = Some(Told::from(&Problem::Missing));
        }
        if !record.key.is_empty() && !self.seen.insert(record.key.clone()) {
            told = Some(Told::plain("problem-row-twice"));
        }
        if let Some(told) = told {
            let column = self.plan.heading(at).to_owned();
            record.faults.push(Fault { column, field: "key".to_owned(), ..Fault::of_row(line, told) });
        }
    }
}

fn key_of(cell: &Cell) -> String {
    plain(unguarded(cell.text.trim())).replace('\n', " ")
}

/// What no text has: broken signs, control characters, a formula in the place of its value.
fn unclean(cell: &Cell, workbook: bool) -> Option<&'static str> {
    let control = |sign: char| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t');
    if cell.text.contains('\u{fffd}') {
        return Some("problem-row-encoding");
    }
    if cell.text.contains(control) {
        return Some("problem-row-control");
    }
    // A workbook keeps formulas apart from their values, and what stands here is a value.
    (!workbook && values::is_formula(&cell.text)).then_some("problem-row-formula")
}

fn identity<'r>(record: &'r Record, plan: &Plan) -> &'r str {
    if plan.has(&Target::Key) { &record.key } else { &record.reference }
}

/// Whether a row goes on with the record before it: it has its key, or none and nothing but rows of groups.
fn continues(open: &Record, next: &Record, plan: &Plan) -> bool {
    if !plan.has(&Target::Key) && !plan.has(&Target::Reference) {
        return false;
    }
    let same = identity(next, plan) == identity(open, plan) && !identity(next, plan).is_empty();
    let rows = next.groups.values().any(|rows| !rows.is_empty());
    let bare = identity(next, plan).is_empty() && next.plain.values().all(|placed| placed.cell.is_blank());
    rows && (same || bare)
}

/// Adds the rows of groups; what stands once may be repeated and must not differ.
fn add(open: &mut Record, next: Record, plan: &Plan) {
    let told = |placed: &Placed| {
        let column = plan.heading(Some(placed.column)).to_owned();
        let fault = Fault { column, ..Fault::of_row(placed.line, Told::plain("problem-row-differs")) };
        fault.with_typed(&placed.cell.text)
    };
    open.faults.extend(next.faults);
    for (name, placed) in &next.plain {
        let first = open.plain.get(name).map_or("", |first| first.cell.text.trim());
        if !placed.cell.is_blank() && placed.cell.text.trim() != first {
            open.faults.push(told(placed));
        }
    }
    for (group, rows) in next.groups {
        open.groups.entry(group).or_default().extend(rows);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::Kind;

    fn gather(columns: &[(&str, &str)], rows: &[&[&str]]) -> Vec<Record> {
        let mapping = Mapping {
            kind: Some(Kind::Offer),
            columns: columns.iter().map(|(heading, path)| ((*heading).to_owned(), (*path).to_owned())).collect(),
            ..Mapping::default()
        };
        let headings = columns.iter().map(|(heading, _)| (*heading).to_owned()).collect();
        let plan = Plan::new(mapping, headings, Registers::carried()).unwrap();
        let mut gatherer = Gatherer::new(&plan);
        let mut records = Vec::new();
        for (number, row) in rows.iter().enumerate() {
            let cells = row.iter().map(|text| Cell { text: (*text).to_owned(), number: None }).collect();
            records.extend(gatherer.take(&Row { line: number as u64 + 2, cells, padded: false }));
        }
        records.extend(gatherer.finish());
        records
    }

    const LONG: [(&str, &str); 4] =
        [("Key", "key"), ("Title", "title"), ("Indicator", "benefits.indicator"), ("Unit", "benefits.unit")];

    #[test]
    fn rows_of_one_key_are_one_record() {
        let records = gather(&LONG, &[&["1", "A", "water", "m3"], &["1", "", "energy", "kWh"], &["2", "B", "", ""]]);
        assert_eq!(records.len(), 2);
        assert_eq!(records[0].groups["benefits"].len(), 2);
        assert_eq!((records[1].key.as_str(), records[1].groups["benefits"].len(), records[1].number), ("2", 0, 1));
        assert!(records.iter().all(|record| record.faults.is_empty()));
    }

    #[test]
    fn a_row_without_a_key_that_has_only_rows_of_groups_goes_on() {
        let records = gather(&LONG, &[&["1", "A", "water", "m3"], &["", "", "energy", "kWh"]]);
        assert_eq!(records.len(), 1);
        let records = gather(&LONG, &[&["1", "A", "", ""], &["", "B", "", ""]]);
        assert_eq!(records[1].faults.len(), 1, "a key is missing");
    }

    #[test]
    fn a_key_that_comes_again_and_a_title_that_differs_are_faults() {
        let records = gather(&LONG, &[&["1", "A", "", ""], &["1", "A", "", ""]]);
        assert_eq!(records[1].faults[0].told, Told::plain("problem-row-twice"));
        let records = gather(&LONG, &[&["1", "A", "x", ""], &["1", "B", "y", ""]]);
        assert_eq!((records[0].faults[0].line, records[0].faults[0].column.as_str()), (3, "Title"));
    }

    #[test]
    fn columns_of_numbered_rows_and_of_languages_make_rows() {
        let columns = [
            ("Title", "title"),
            ("Zh", "texts.zh.title"),
            ("I2", "benefits.2.indicator"),
            ("I1", "benefits.1.indicator"),
        ];
        let records = gather(&columns, &[&["A", "甲", "two", "one"], &["B", "", "", ""]]);
        let rows: Vec<&str> =
            records[0].groups["benefits"].iter().map(|row| row["indicator"].cell.text.as_str()).collect();
        assert_eq!(rows, ["one", "two"]);
        assert_eq!(records[0].groups["texts"][0]["language"].cell.text, "zh");
        assert!(records[1].groups["texts"].is_empty());
    }

    #[test]
    fn cells_that_are_no_text_and_rows_of_another_width_are_faults() {
        let columns = [("Title", "title"), ("Summary", "summary")];
        let ids = |row: &[&str]| {
            let records = gather(&columns, &[row]);
            records[0].faults.iter().map(|fault| fault.told.clone()).collect::<Vec<_>>()
        };
        assert_eq!(ids(&["A\0", "x"]), [Told::plain("problem-row-control")]);
        assert_eq!(ids(&["A\u{fffd}", "x"]), [Told::plain("problem-row-encoding")]);
        assert_eq!(ids(&["=1+1", "x"]), [Told::plain("problem-row-formula")]);
        assert_eq!(ids(&["A"]), [Told::cells(1, 2)]);
        assert_eq!(ids(&["A", "b", "c"]), [Told::cells(3, 2)]);
        assert_eq!(ids(&["A", "b", ""]), []);
    }
}
