//! Sheets of XLSX workbooks.

use std::io::{Cursor, Read as _};
use std::ops::ControlFlow;

use bytes::Bytes;
use calamine::{DataRef, DataType as _, Reader as _, Xlsx};
use rust_decimal::Decimal;

use super::{COLUMNS, Cell, Format, Row, Unreadable};

/// Most bytes of all parts of a workbook, unpacked. A workbook of the largest table has a fifth of it.
const UNPACKED: u64 = 256 * 1024 * 1024;
/// Most bytes of the texts that all sheets share, which are held in memory.
const TEXTS: u64 = 64 * 1024 * 1024;
/// Most parts of a workbook.
const PARTS: usize = 1_000;

type Workbook = Xlsx<Cursor<Bytes>>;

/// Most sheets that are looked at for headings; the others are read when they are named.
const SHEETS: usize = 20;

/// The sheet of a name, or the first ones.
pub fn recognise(bytes: &Bytes, name: Option<&str>) -> Result<Vec<Format>, Unreadable> {
    weigh(bytes)?;
    let mut names = open(bytes)?.sheet_names();
    match name {
        Some(name) => names.retain(|known| known.trim().eq_ignore_ascii_case(name.trim())),
        None => names.truncate(SHEETS),
    }
    if names.is_empty() {
        Err(Unreadable::NoSheet)
    } else {
        Ok(names.into_iter().map(|name| Format::Sheet { name }).collect())
    }
}

/// Unpacks all parts into nothing: what a workbook says of its own size is not believed.
fn weigh(bytes: &Bytes) -> Result<(), Unreadable> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    if archive.len() > PARTS {
        return Err(Unreadable::TooLarge);
    }
    let mut left = UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Unreadable::Broken)?;
        let most =
            if part.name().is_ok_and(|name| name.ends_with("sharedStrings.xml")) { TEXTS.min(left) } else { left };
        let unpacked = std::io::copy(&mut part.take(most + 1), &mut std::io::sink());
        let unpacked = unpacked.map_err(|_| Unreadable::Broken)?;
        if unpacked > most {
            return Err(Unreadable::TooLarge);
        }
        left -= unpacked;
    }
    Ok(())
}

fn open(bytes: &Bytes) -> Result<Workbook, Unreadable> {
    Xlsx::new(Cursor::new(bytes.clone())).map_err(|_| Unreadable::Broken)
}

/// Reads all rows.
pub fn read(bytes: &Bytes, name: &str, each: &mut dyn FnMut(Row) -> ControlFlow<()>) -> Result<(), Unreadable> {
    let mut workbook = open(bytes)?;
    let mut cells = workbook.worksheet_cells_reader(name).map_err(|_| Unreadable::NoSheet)?;
    let mut row = Row::default();
    while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::Broken)? {
        let (number, column) = cell.get_position();
        let line = u64::from(number) + 1;
        if line != row.line && row.line > 0 && each(std::mem::take(&mut row)).is_break() {
            return Ok(());
        }
        (row.line, row.padded) = (line, true);
        let column = column as usize;
        let value = value(cell.get_value());
        if value.is_blank() {
            continue;
        }
        // One cell far to the right would otherwise make a row of thousands of empty ones.
        if column > COLUMNS {
            return Err(Unreadable::TooManyColumns);
        }
        if row.cells.len() <= column {
            row.cells.resize(column + 1, Cell::default());
        }
        row.cells[column] = value;
    }
    if row.line > 0 {
        let _ = each(row);
    }
    Ok(())
}

fn value(data: &DataRef<'_>) -> Cell {
    let plain = |text: String| Cell { text, number: None };
    match data {
        DataRef::Empty => Cell::default(),
        DataRef::String(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Int(number) => counted(Decimal::from(*number)),
        DataRef::Float(number) => match decimal(*number) {
            Some(number) => counted(number),
            None => plain(number.to_string()),
        },
        DataRef::Bool(holds) => plain(if *holds { "yes" } else { "no" }.to_owned()),
        DataRef::DateTime(_) | DataRef::DateTimeIso(_) => plain(moment(data)),
        DataRef::DurationIso(text) => Cell::text(text),
        DataRef::Error(error) => plain(error.to_string()),
    }
}

fn counted(number: Decimal) -> Cell {
    let number = number.normalize();
    Cell { text: number.to_string(), number: Some(number) }
}

/// A number with the 15 digits that a spreadsheet shows: 0.1 + 0.2 is 0.3 there.
fn decimal(number: f64) -> Option<Decimal> {
    let number = Decimal::from_scientific(&format!("{number:.14e}")).ok()?;
    Some(number.normalize())
}

/// A day, a time, or both.
fn moment(data: &DataRef<'_>) -> String {
    let midnight = chrono::NaiveTime::MIN;
    match data.as_datetime() {
        // Times alone stand on the day on which spreadsheets begin to count.
        Some(at) if at.date().format("%Y").to_string().as_str() < "1901" => at.format("%H:%M").to_string(),
        Some(at) if at.time() == midnight => at.date().to_string(),
        Some(at) => at.format("%Y-%m-%dT%H:%M").to_string(),
        None => data.as_string().unwrap_or_default(),
    }
}
