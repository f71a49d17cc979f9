//! The rows that failed, as a table with a reason: corrected, it can be sent again.

use std::collections::BTreeMap;
use std::io::Write;
use std::ops::ControlFlow;

use super::faults::Fault;
use super::mapping::{REASONS, is_reason};
use super::record::{Gatherer, Plan};
use super::table::Table;
use crate::i18n::{At, Locale};
use crate::taxonomy::Lang;
use crate::web::tables::{guarded, open};

/// Writes the rows of the records that were refused, by their numbers.
///
/// # Errors
/// When the table cannot be read or the file cannot be written.
pub fn write(
    into: impl Write,
    table: &Table,
    plan: &Plan,
    refused: &BTreeMap<u64, Vec<Fault>>,
    locale: &'static Locale,
) -> anyhow::Result<()> {
    let mut writer = open(into)?;
    let kept: Vec<bool> = plan.headings.iter().map(|heading| !is_reason(heading)).collect();
    let reason = if locale.lang == Lang::Zh { REASONS[1] } else { REASONS[0] };
    let headings = plan.headings.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(heading, _)| guarded(heading));
    writer.write_record(headings.chain([reason.into()]).map(|cell| cell.into_owned()))?;
    let mut gatherer = Gatherer::new(plan);
    let mut last = None;
    let mut outcome = Ok(());
    table.rows(&mut |row| {
        gatherer.take(&row);
        let number = gatherer.number();
        let Some(faults) = refused.get(&number) else { return ControlFlow::Continue(()) };
        let first = last.replace(number) != Some(number);
        let width = plan.headings.len().max(row.cells.len());
        let cell = |place: usize| row.cells.get(place).map_or("", |cell| cell.text.as_str());
        let shown = (0..width).filter(|place| kept.get(*place).copied().unwrap_or(true));
        let mut cells: Vec<String> = shown.map(|place| guarded(cell(place)).into_owned()).collect();
        cells.push(guarded(&reasons(faults, row.line, first, locale)).into_owned());
        outcome = writer.write_record(cells);
        if outcome.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    outcome?;
    writer.flush()?;
    Ok(())
}

/// What is wrong with a line; the first line of a record says what stands at none of its own, and a line without a fault
/// where that of its record is.
fn reasons(faults: &[Fault], line: u64, first: bool, locale: &'static Locale) -> String {
    let here = faults.iter().filter(|fault| fault.line == line || (first && fault.line < line));
    let words = here.map(|fault| match fault.place(locale).as_str() {
        "" => fault.told.words(locale),
        place if fault.typed.is_empty() => format!("{place}: {}", fault.told.words(locale)),
        place => format!("{place}: {} ({})", fault.told.words(locale), fault.typed),
    });
    let said = words.collect::<Vec<_>>().join("; ");
    match faults.first() {
        Some(other) if said.is_empty() => t!(At { locale }, "problem-row-elsewhere", line = other.line),
        _ => said,
    }
}
