//! Reading tables: CSV in any of the region's encodings and XLSX, row by row, so that a long table needs no more memory
//! than a short one.

mod sheet;
mod text;

use std::ops::ControlFlow;

use bytes::Bytes;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::listings::editor::numbers;

/// Largest table that is taken, in bytes.
pub const LARGEST: usize = 20 * 1024 * 1024;
/// Most rows below the headings.
pub const ROWS: u64 = 10_000;
/// Most columns.
pub const COLUMNS: usize = 400;
/// Rows at the beginning among which the headings are sought.
const HEAD: usize = 20;

/// Why a table cannot be read; the code is the end of a message's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing is in it, or nothing below the headings.
    #[error("the table is empty")]
    Empty,
    /// It is neither a text nor a workbook.
    #[error("the file is neither CSV nor XLSX")]
    Unknown,
    /// It is larger than is taken, packed or unpacked.
    #[error("the table is too large")]
    TooLarge,
    /// It has more rows than are taken.
    #[error("the table has more than {ROWS} rows")]
    TooManyRows,
    /// It has more columns than are taken.
    #[error("the table has more than {COLUMNS} columns")]
    TooManyColumns,
    /// The workbook is damaged or locked by a password.
    #[error("the workbook is damaged or locked")]
    Broken,
    /// The workbook has no sheet of the name.
    #[error("the workbook has no such sheet")]
    NoSheet,
}

impl Unreadable {
    /// The id of the message that says so.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Empty => "problem-table-empty",
            Self::Unknown => "problem-table-unknown",
            Self::TooLarge => "problem-table-large",
            Self::TooManyRows => "problem-table-rows",
            Self::TooManyColumns => "problem-table-columns",
            Self::Broken => "problem-table-broken",
            Self::NoSheet => "problem-table-sheet",
        }
    }
}

/// How a table is to be read, found once and kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Format {
    /// A text with separators.
    Text {
        /// Name of the encoding.
        encoding: String,
        /// What stands between the cells.
        separator: char,
    },
    /// A sheet of a workbook.
    Sheet {
        /// Its name.
        name: String,
    },
}

/// A cell as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text; days of a workbook are written `2026-12-05`.
    pub text: String,
    /// Its number, where a workbook says that it is one.
    pub number: Option<Decimal>,
}

impl Cell {
    fn text(text: &str) -> Self {
        Self { text: text.to_owned(), number: None }
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// As a number is typed: what a workbook holds as a number cannot be read two ways.
    pub fn typed(&self) -> String {
        self.number.map_or_else(|| self.text.trim().to_owned(), numbers::write)
    }
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its line or row number in the file, from 1.
    pub line: u64,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Whether the format pads rows, so that a short row says nothing.
    pub padded: bool,
}

impl Row {
    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }

    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_blank()).count()
    }
}

/// A table that can be read again and again.
#[derive(Clone, Debug)]
pub struct Table {
    bytes: Bytes,
    /// How it is read.
    pub format: Format,
    /// The line of its headings.
    pub head: u64,
    /// Its headings, each once: a second "Unit" is "Unit (2)".
    pub headings: Vec<String>,
}

impl Table {
    /// Finds out how a file is to be read. `known` says how many headings it recognises in a row, by which the row of
    /// headings is found; `sheet` names a sheet of a workbook, else the first is read of those with most such headings.
    ///
    /// # Errors
    /// When it is no table, or a larger one than is taken.
    pub fn open(bytes: Bytes, sheet: Option<&str>, known: impl Fn(&str) -> bool) -> Result<Self, Unreadable> {
        if bytes.len() > LARGEST {
            return Err(Unreadable::TooLarge);
        }
        let formats = match bytes.starts_with(b"PK\x03\x04") {
            true => sheet::recognise(&bytes, sheet)?,
            false => vec![text::recognise(&bytes)?],
        };
        let mut best: Option<(usize, Row, Format)> = None;
        for format in formats {
            let Some((recognised, head)) = head(&bytes, &format, &known)? else { continue };
            if best.as_ref().is_none_or(|(most, ..)| recognised > *most) {
                best = Some((recognised, head, format));
            }
        }
        let (_, head, format) = best.ok_or(Unreadable::Empty)?;
        let last = head.cells.iter().rposition(|cell| !cell.is_blank()).unwrap_or(0);
        if last >= COLUMNS {
            return Err(Unreadable::TooManyColumns);
        }
        let headings = once_each(head.cells[..=last].iter().map(|cell| cell.text.trim()));
        Ok(Self { head: head.line, headings, bytes: bytes.clone(), format })
    }

    /// A table that was opened before.
    pub fn known(bytes: Bytes, format: Format, head: u64, headings: Vec<String>) -> Self {
        Self { bytes, format, head, headings }
    }

    /// Reads the rows below the headings, blank ones left out, until `each` has enough.
    ///
    /// # Errors
    /// When the file cannot be read to its end, or has more rows than are taken.
    pub fn rows(&self, each: &mut dyn FnMut(Row) -> ControlFlow<()>) -> Result<(), Unreadable> {
        let (mut count, mut too_many) = (0, false);
        let mut below = |row: Row| {
            if row.line <= self.head || row.is_blank() {
                return ControlFlow::Continue(());
            }
            count += 1;
            too_many = count > ROWS;
            if too_many { ControlFlow::Break(()) } else { each(row) }
        };
        read(&self.bytes, &self.format, &mut below)?;
        if too_many { Err(Unreadable::TooManyRows) } else { Ok(()) }
    }

    /// How many rows stand below the headings.
    ///
    /// # Errors
    /// As [`Table::rows`], and when there is none.
    pub fn count(&self) -> Result<u64, Unreadable> {
        let mut count = 0;
        self.rows(&mut |_| {
            count += 1;
            ControlFlow::Continue(())
        })?;
        if count == 0 { Err(Unreadable::Empty) } else { Ok(count) }
    }

    /// The first rows below the headings, for people to look at.
    ///
    /// # Errors
    /// As [`Table::rows`].
    pub fn samples(&self, most: usize) -> Result<Vec<Row>, Unreadable> {
        let mut rows = Vec::new();
        self.rows(&mut |row| {
            rows.push(row);
            if rows.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        Ok(rows)
    }
}

/// The row of headings, and how many of them are recognised; `None` where nothing is written.
fn head(bytes: &Bytes, format: &Format, known: &impl Fn(&str) -> bool) -> Result<Option<(usize, Row)>, Unreadable> {
    let mut first: Vec<Row> = Vec::new();
    let mut begin = |row: Row| {
        first.push(row);
        if first.len() < HEAD { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    read(bytes, format, &mut begin)?;
    let recognised = |row: &Row| row.cells.iter().filter(|cell| !cell.is_blank() && known(cell.text.trim())).count();
    let head = first.into_iter().rev().max_by_key(|row| (recognised(row), row.filled()));
    Ok(head.filter(|row| !row.is_blank()).map(|row| (recognised(&row), row)))
}

fn read(bytes: &Bytes, format: &Format, each: &mut dyn FnMut(Row) -> ControlFlow<()>) -> Result<(), Unreadable> {
    match format {
        Format::Text { encoding, separator } => text::read(bytes, encoding, *separator, each),
        Format::Sheet { name } => sheet::read(bytes, name, each),
    }
}

fn once_each<'a>(headings: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for heading in headings {
        let clean: String = heading.chars().filter(|sign| !sign.is_control()).take(200).collect();
        let mut name = clean.clone();
        let mut number = 2;
        while !name.is_empty() && known.contains(&name) {
            name = format!("{clean} ({number})");
            number += 1;
        }
        known.push(name);
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(bytes: &[u8]) -> Result<Table, Unreadable> {
        Table::open(Bytes::copy_from_slice(bytes), None, |heading| heading.eq_ignore_ascii_case("title"))
    }

    fn cells(table: &Table) -> Vec<Vec<String>> {
        let rows = table.samples(100).unwrap();
        rows.into_iter().map(|row| row.cells.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn separators_quotes_and_line_ends_are_recognised() {
        for text in [
            "Title,Unit\r\n\"a, b\",m\r\n",
            "Title;Unit\n\"a, b\";m\n",
            "Title\tUnit\n\"a, b\"\tm\n",
            "Title|Unit\n\"a, b\"|m",
        ] {
            let table = open(text.as_bytes()).unwrap();
            assert_eq!(table.headings, ["Title", "Unit"], "{text:?}");
            assert_eq!(cells(&table), [["a, b", "m"]], "{text:?}");
        }
    }

    #[test]
    fn encodings_of_the_region_are_recognised() {
        let text = "Title,Summary\n膜生物反应器处理印染废水,用于纺织行业的废水处理与回用技术\n";
        let gb18030 = encoding_rs::GB18030.encode(text).0.into_owned();
        let utf16: Vec<u8> =
            std::iter::once(0xfeff_u16).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let bare: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = format!("\u{feff}{text}").into_bytes();
        for bytes in [gb18030, utf16, bare, marked, text.as_bytes().to_vec()] {
            let table = open(&bytes).unwrap();
            assert_eq!(table.headings, ["Title", "Summary"]);
            assert_eq!(cells(&table)[0][0], "膜生物反应器处理印染废水");
        }
        let thai = "Title,Summary\nระบบบำบัดน้ำเสียสำหรับโรงงานสิ่งทอ,ระบบบำบัดน้ำเสียแบบเมมเบรน\n";
        let table = open(&encoding_rs::WINDOWS_874.encode(thai).0).unwrap();
        assert_eq!(cells(&table)[0][0], "ระบบบำบัดน้ำเสียสำหรับโรงงานสิ่งทอ");
        let french = "Title,Summary\nProcédé de dépollution,Une méthode éprouvée à l'échelle réelle\n";
        let table = open(&encoding_rs::WINDOWS_1252.encode(french).0).unwrap();
        assert_eq!(cells(&table)[0][0], "Procédé de dépollution");
    }

    #[test]
    fn headings_are_found_below_a_title_and_come_once_each() {
        let table = open(b"Our technologies,,\n\nNo,Title,Unit,Unit\n1,x,m,kg\n").unwrap();
        assert_eq!((table.head, table.headings.join("|")), (3, "No|Title|Unit|Unit (2)".to_owned()));
        assert_eq!(cells(&table).len(), 1);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert_eq!(open(b"").unwrap_err(), Unreadable::Empty);
        assert_eq!(open(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap_err(), Unreadable::Unknown);
        assert_eq!(open(b"%PDF-1.7\n").unwrap_err(), Unreadable::Unknown);
        assert_eq!(open(b"PK\x03\x04nonsense").unwrap_err(), Unreadable::Broken);
        assert_eq!(open(b"Title,Unit\n").unwrap().count().unwrap_err(), Unreadable::Empty);
        let long = format!("Title\n{}", "x\n".repeat(10_001));
        assert_eq!(open(long.as_bytes()).unwrap().count().unwrap_err(), Unreadable::TooManyRows);
    }
}
