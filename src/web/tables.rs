//! Tables that people open in a spreadsheet.

use std::borrow::Cow;
use std::io::Write;

/// A cell that a spreadsheet would take for a formula, with a quote before it, which an import takes off.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    let formula = cell.trim_start_matches([' ', '\n']).starts_with(['=', '+', '-', '@', '\t', '\r']);
    // What begins with such a quote by itself gets a second one, so that the first is kept.
    if formula || unguarded(cell) != cell { format!("'{cell}").into() } else { cell.into() }
}

/// A text without the quote that keeps a spreadsheet from reading it as a formula.
pub fn unguarded(text: &str) -> &str {
    let formula =
        |rest: &&str| rest.trim_start_matches(['\'', ' ', '\n']).starts_with(['=', '+', '-', '@', '\t', '\r']);
    text.strip_prefix('\'').filter(formula).unwrap_or(text)
}

/// A CSV file that spreadsheets read as UTF-8.
///
/// # Errors
/// When it cannot be written.
pub fn open<W: Write>(mut into: W) -> std::io::Result<csv::Writer<W>> {
    into.write_all("\u{feff}".as_bytes())?;
    Ok(csv::WriterBuilder::new().flexible(true).from_writer(into))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_come_back_as_they_were() {
        for cell in ["=1+1", "+84 123", "-x", "@SUM(A1)", "\tx", "'=x", "'tis", "plain", "", "水"] {
            let safe = guarded(cell);
            assert!(!safe.starts_with(['=', '+', '-', '@', '\t', '\r']), "{safe}");
            assert_eq!(unguarded(&safe), cell);
        }
    }
}
