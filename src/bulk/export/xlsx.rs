use std::io::Read as _;

use chrono::Datelike as _;
use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use tokio::sync::mpsc;

use super::rows::{Out, headings, rows};
use super::{Batches, Sender, Stopped, send};

/// Most rows of a sheet, headings included.
const ROWS: u32 = 1_048_576;
/// Most characters of a cell.
const CELL: usize = 32_767;
/// Bytes of a piece of the finished file.
const PIECE: usize = 64 * 1024;

/// Writes the workbook into a file of its own, and then that file piece by piece: a workbook is packed from its end.
pub async fn write(mut batches: Batches<'_>, sender: &Sender) -> Result<(), Stopped> {
    let (rows_in, rows_out) = mpsc::channel(1);
    let writing = tokio::task::spawn_blocking(move || workbook(rows_out));
    while let Some(batch) = batches.next().await? {
        let some: Vec<Vec<Out>> = batch.iter().flat_map(|given| rows(batches.export, given)).collect();
        if sender.is_closed() {
            return Err(Stopped::Left);
        }
        if rows_in.send(some).await.is_err() {
            break;
        }
    }
    drop(rows_in);
    let mut file = writing.await??;
    loop {
        let reading = tokio::task::spawn_blocking(move || {
            let mut piece = Vec::with_capacity(PIECE);
            file.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
            Ok::<_, std::io::Error>((file, piece))
        });
        let (back, piece) = reading.await??;
        if piece.is_empty() {
            return Ok(());
        }
        file = back;
        send(sender, piece).await?;
    }
}

/// Packs rows into a file without a name, which goes when it is closed.
fn workbook(mut rows: mpsc::Receiver<Vec<Vec<Out>>>) -> anyhow::Result<std::fs::File> {
    use std::io::Seek as _;
    let mut workbook = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let mut sheets = 1;
    let mut next = sheet(&mut workbook, sheets)?;
    let mut waiting: std::vec::IntoIter<Vec<Out>> = Vec::new().into_iter();
    let mut line = 1;
    loop {
        let row = match waiting.next() {
            Some(row) => row,
            None => match rows.blocking_recv() {
                Some(more) => {
                    waiting = more.into_iter();
                    continue;
                }
                None => break,
            },
        };
        if line == ROWS {
            sheets += 1;
            next = sheet(&mut workbook, sheets)?;
            line = 1;
        }
        for (column, out) in (0_u16..).zip(row) {
            put(next, (line, column), out, &day)?;
        }
        line += 1;
    }
    let mut file = tempfile::tempfile()?;
    workbook.save_to_writer(&mut file)?;
    file.rewind()?;
    Ok(file)
}

/// A sheet with its headings, of which one row at a time is in memory.
fn sheet(workbook: &mut Workbook, number: u32) -> Result<&mut Worksheet, XlsxError> {
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    sheet.set_name(if number == 1 { "listings".to_owned() } else { format!("listings {number}") })?;
    let bold = Format::new().set_bold();
    sheet.set_freeze_panes(1, 0)?;
    for (column, heading) in (0_u16..).zip(headings()) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
    }
    Ok(sheet)
}

fn put(sheet: &mut Worksheet, (row, column): (u32, u16), out: Out, day: &Format) -> Result<(), XlsxError> {
    match out {
        Out::Blank => {}
        // A spreadsheet keeps 15 digits; longer numbers stay whole as texts.
        Out::Number(number) if number.mantissa().unsigned_abs().to_string().len() <= 15 => {
            sheet.write_number(row, column, number.to_f64().unwrap_or_default())?;
        }
        Out::Number(number) => {
            sheet.write_string(row, column, number.to_string())?;
        }
        Out::Day(at) => {
            let year = u16::try_from(at.year()).unwrap_or_default();
            let (month, of_month) = (at.month() as u8, at.day() as u8);
            let at = ExcelDateTime::from_ymd(year, month, of_month)?;
            sheet.write_datetime_with_format(row, column, at, day)?;
        }
        Out::Text(text) => {
            let short: String = text.chars().take(CELL).collect();
            sheet.write_string(row, column, short)?;
        }
    }
    Ok(())
}
