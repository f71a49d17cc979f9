//! The file of rows that an import could not use.

use std::path::Path;

use anyhow::Context as _;

use crate::web::tables;

/// A row that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// The table it stands in.
    pub table: &'static str,
    /// Its line there.
    pub line: u64,
    /// Its identifier in the source.
    pub id: String,
    /// Why it was not used.
    pub reason: String,
}

/// Writes the rows as CSV that spreadsheets open as it is meant: with a byte-order mark, and without formulas.
pub fn write(path: &Path, rejects: &[Reject]) -> anyhow::Result<()> {
    let cannot = || format!("{} cannot be written", path.display());
    let file = std::fs::File::create(path).with_context(cannot)?;
    let mut writer = tables::open(file).with_context(cannot)?;
    writer.write_record(["table", "line", "identifier", "reason"]).with_context(cannot)?;
    for reject in rejects {
        let line = reject.line.to_string();
        let row = [reject.table, &line, &tables::guarded(&reject.id), &tables::guarded(&reject.reason)];
        writer.write_record(row).with_context(cannot)?;
    }
    writer.flush().with_context(cannot)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_opens_in_spreadsheets_and_runs_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rejects.csv");
        let reject = Reject { table: "T.csv", line: 7, id: "=cmd()".to_owned(), reason: "a, b".to_owned() };
        write(&path, &[reject]).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text, "\u{feff}table,line,identifier,reason\nT.csv,7,'=cmd(),\"a, b\"\n");
    }
}
