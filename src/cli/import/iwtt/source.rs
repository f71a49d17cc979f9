//! The tables of the Industrial Wastewater Treatment Technology database as they were published: read, cleaned and
//! joined, without judging what they say.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::super::rejects::Reject;

/// Everything that was read, and the rows that belong to nothing.
#[derive(Debug, Default)]
pub struct Source {
    /// The treatment systems, in the order of their file.
    pub systems: Vec<System>,
    /// Rows that could not be used, with the reason.
    pub rejects: Vec<Reject>,
}

/// One treatment system with all that is known of it.
#[derive(Debug, Default)]
pub struct System {
    /// Line of its row.
    pub line: u64,
    /// Number of its reference.
    pub reference: String,
    /// Its identifier, such as `41T1`.
    pub name: String,
    /// Point source category, the database's own code of industries.
    pub industry: String,
    /// What the system is.
    pub description: String,
    /// `Direct` or `Indirect`, if known.
    pub discharge: String,
    /// What becomes of the treated water.
    pub reuse: String,
    /// Filter media, resins, membranes.
    pub media: String,
    /// Lowest and highest pH; `0` means unknown.
    pub ph: (String, String),
    /// Chemicals added.
    pub additions: String,
    /// `Pilot` or `Full`.
    pub scale: String,
    /// Operating conditions.
    pub conditions: String,
    /// Maker.
    pub maker: String,
    /// Capital cost in words.
    pub capital: String,
    /// Operating cost in words.
    pub operating: String,
    /// Codes of the treatment steps, in order; a step may come twice.
    pub steps: Vec<String>,
    /// What was measured.
    pub measurements: Vec<Measurement>,
    /// The paper behind it, for the few that have one.
    pub paper: Option<Paper>,
}

/// One measured parameter.
#[derive(Clone, Debug, Default)]
pub struct Measurement {
    /// Line of its row.
    pub line: u64,
    /// Number of the parameter; its name is not reliable.
    pub id: String,
    /// The parameter as written.
    pub name: String,
    /// Analytical method.
    pub method: String,
    /// Number of the statistic.
    pub statistic: String,
    /// The inlet: flag, figure, unit.
    pub influent: Figure,
    /// The outlet.
    pub effluent: Figure,
    /// Removal in percent as reported; its unit is empty.
    pub removal: Figure,
    /// Detection limit at the inlet, with its unit.
    pub influent_detection: (String, String),
    /// Detection limit at the outlet, with its unit.
    pub effluent_detection: (String, String),
    /// Limits that had to be kept: what it is, figure, unit.
    pub limits: Vec<(String, String, String)>,
}

/// A figure as written.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// `<`, `>`, `~`, `ND` and the like.
    pub flag: String,
    /// The figure.
    pub value: String,
    /// The unit.
    pub unit: String,
}

/// A paper or report.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    /// Authors.
    pub authors: String,
    /// Year.
    pub year: String,
    /// Title.
    pub title: String,
    /// Journal or publisher.
    pub journal: String,
    /// Abstract.
    pub summary: String,
    /// Key findings.
    pub findings: String,
    /// `USA` or `International`.
    pub country: String,
}

/// Reads the four tables of a folder.
pub fn read(folder: &Path) -> anyhow::Result<Source> {
    let mut rejects = Vec::new();
    let mut open = |name: &'static str, needed: &[&str]| Table::open(folder, name, needed, &mut rejects);
    let systems = open("TREATMENT_SYSTEM.csv", &["REF_ID", "SYSTEM_NAME", "PSC_CODE", "SCALE"])?;
    let units = open("TREATMENT_UNITS.csv", &["REF_ID", "SYSTEM_NAME", "TT_CODE_ORDER", "TT_CODE"])?;
    let parameters = open("PARAMETER.csv", &["REF_ID", "SYSTEM_NAME", "PARAMID", "PARAMETER"])?;
    let papers = open("REFERENCE_INFO.csv", &["REF_ID", "TITLE"])?;
    let mut source = Source { systems: Vec::new(), rejects };
    let mut places = HashMap::new();
    for row in systems.rows() {
        let system = system(&row);
        if system.name.is_empty() {
            source.rejects.push(row.reject("it has no SYSTEM_NAME"));
            continue;
        }
        match places.entry(row.key()) {
            Entry::Occupied(_) => source.rejects.push(row.reject("this system stands in the table already")),
            Entry::Vacant(place) => {
                place.insert(source.systems.len());
                source.systems.push(system);
            }
        }
    }
    if source.systems.is_empty() {
        bail!("{} holds no treatment system", folder.join(systems.name).display());
    }
    let mut steps: Vec<(usize, i64, String)> = Vec::new();
    for row in units.rows() {
        match places.get(&row.key()) {
            Some(place) => {
                steps.push((*place, row.text("TT_CODE_ORDER").parse().unwrap_or(i64::MAX), row.text("TT_CODE")))
            }
            None => source.rejects.push(row.reject("no treatment system has this REF_ID and SYSTEM_NAME")),
        }
    }
    steps.sort_by_key(|(place, order, _)| (*place, *order));
    for (place, _, code) in steps {
        source.systems[place].steps.push(code);
    }
    for row in parameters.rows() {
        match places.get(&row.key()) {
            Some(place) => source.systems[*place].measurements.push(measurement(&row)),
            None => source.rejects.push(row.reject("no treatment system has this REF_ID and SYSTEM_NAME")),
        }
    }
    for row in papers.rows() {
        let reference = row.text("REF_ID");
        let mut used = false;
        for system in source.systems.iter_mut().filter(|system| system.reference == reference) {
            system.paper = Some(paper(&row));
            used = true;
        }
        if !used {
            source.rejects.push(row.reject("no treatment system has this REF_ID"));
        }
    }
    Ok(source)
}

fn system(row: &Row<'_>) -> System {
    System {
        line: row.line,
        reference: row.text("REF_ID"),
        name: row.text("SYSTEM_NAME"),
        industry: row.text("PSC_CODE"),
        description: row.text("TREATMENT_TECH_DESCRIPTION"),
        discharge: row.text("DISCHARGE_DESIGNATION"),
        reuse: row.text("WW_USE"),
        media: row.line_of("MEDIA_TYPE"),
        ph: (row.text("LOW_PH_RANGE"), row.text("HIGH_PH_RANGE")),
        additions: row.line_of("CHEMICAL_ADDITION"),
        scale: row.text("SCALE"),
        conditions: row.text("ADDT_SYSTEM_PARAMETERS"),
        maker: row.line_of("MANUFACTURER"),
        capital: row.line_of("CAPITAL_COST"),
        operating: row.line_of("OANDM_COST"),
        ..System::default()
    }
}

fn measurement(row: &Row<'_>) -> Measurement {
    let figure = |flag: &str, value: &str, unit: &str| Figure {
        flag: row.text(flag),
        value: row.text(value),
        unit: if unit.is_empty() { String::new() } else { row.text(unit) },
    };
    let limits = ["", "2", "3"].into_iter().filter_map(|number| {
        let value =
            row.text(if number.is_empty() { "EFFLUENTLIMIT" } else { ["EL2", "EL3"][usize::from(number == "3")] });
        let (words, unit) = (format!("ELDESCRIPTION{number}"), format!("ELUNITS{number}"));
        (!value.is_empty()).then(|| (row.line_of(&words), value, row.text(&unit)))
    });
    Measurement {
        line: row.line,
        id: row.text("PARAMID"),
        name: row.line_of("PARAMETER"),
        method: row.line_of("ANALYTICAL_METHOD"),
        statistic: row.text("PERFORMSTATID"),
        influent: figure("INFLUENTFLAG", "INFLUENTCONCENTRATION", "INFLUENTUNITS"),
        effluent: figure("EFFLUENTFLAG", "EFFLUENTCONCENTRATION", "EFFLUENTUNITS"),
        removal: figure("REPORTEDREMOVALFLAG", "REPORTEDREMOVAL", ""),
        influent_detection: (row.text("INFLUENTDL"), row.text("INFLUENTDLUNITS")),
        effluent_detection: (row.text("EFFLUENTDL"), row.text("EFFLUENTDLUNITS")),
        limits: limits.collect(),
    }
}

fn paper(row: &Row<'_>) -> Paper {
    Paper {
        authors: row.line_of("AUTHORS").trim_end_matches(',').to_owned(),
        year: row.text("REFDATE"),
        title: row.line_of("TITLE"),
        journal: row.line_of("JOURNAL_PUBLISHER"),
        summary: row.text("ABSTRACT"),
        findings: row.text("KEY_FINDINGS"),
        country: row.text("COUNTRY"),
    }
}

/// One file.
struct Table {
    name: &'static str,
    columns: HashMap<String, usize>,
    rows: Vec<(u64, Vec<String>)>,
}

impl Table {
    fn open(folder: &Path, name: &'static str, needed: &[&str], rejects: &mut Vec<Reject>) -> anyhow::Result<Self> {
        let path = folder.join(name);
        let bytes = std::fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        Self::parse(name, &decode(&bytes), needed, rejects)
    }

    fn parse(name: &'static str, text: &str, needed: &[&str], rejects: &mut Vec<Reject>) -> anyhow::Result<Self> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let header = reader.headers().with_context(|| format!("{name} has no header line"))?.clone();
        let columns: HashMap<String, usize> =
            header.iter().enumerate().map(|(place, name)| (name.trim().to_uppercase(), place)).collect();
        if let Some(missing) = needed.iter().find(|column| !columns.contains_key(**column)) {
            bail!("{name} has no column {missing}");
        }
        let mut rows = Vec::new();
        for record in reader.records() {
            match record {
                Ok(record) if record.len() == header.len() => {
                    let line = record.position().map_or(0, csv::Position::line);
                    rows.push((line, record.iter().map(clean).collect()));
                }
                Ok(record) => {
                    let line = record.position().map_or(0, csv::Position::line);
                    let reason = format!("it has {} fields instead of {}", record.len(), header.len());
                    rejects.push(Reject {
                        table: name,
                        line,
                        id: record.get(1).unwrap_or_default().to_owned(),
                        reason,
                    });
                }
                Err(error) => rejects.push(Reject {
                    table: name,
                    line: error.position().map_or(0, csv::Position::line),
                    id: String::new(),
                    reason: error.to_string(),
                }),
            }
        }
        Ok(Self { name, columns, rows })
    }

    fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { table: self, line: *line, cells })
    }
}

/// One row of a file.
struct Row<'a> {
    table: &'a Table,
    line: u64,
    cells: &'a [String],
}

impl Row<'_> {
    /// A field; empty if there is no such column.
    fn text(&self, column: &str) -> String {
        self.table.columns.get(column).and_then(|place| self.cells.get(*place)).cloned().unwrap_or_default()
    }

    /// A field in one line.
    fn line_of(&self, column: &str) -> String {
        self.text(column).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What tables are joined on.
    fn key(&self) -> (String, String) {
        (self.text("REF_ID"), self.text("SYSTEM_NAME"))
    }

    fn reject(&self, reason: &str) -> Reject {
        let name = self.text("SYSTEM_NAME");
        let id = if name.is_empty() { self.text("REF_ID") } else { name };
        Reject { table: self.table.name, line: self.line, id, reason: reason.to_owned() }
    }
}

/// The text of a file: UTF-8 if it is that, otherwise Windows-1252, in which every byte means something.
fn decode(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// A field without what was damaged on its way: signs that stand for nothing are dropped, tabs and fixed spaces become
/// spaces, and an upside-down question mark between a number and C or F was a degree sign.
fn clean(field: &str) -> String {
    let mut text = String::with_capacity(field.len());
    let mut signs = field.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\t' | '\u{a0}' => text.push(' '),
            '\n' => text.push('\n'),
            '\u{fffd}' | '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            '¿' => {
                let after_number = text.trim_end().ends_with(|sign: char| sign.is_ascii_digit());
                let before_scale = matches!(signs.peek(), Some('C' | 'F'));
                text.push(if after_number && before_scale { '°' } else { sign });
            }
            sign if sign.is_control() => {}
            sign => text.push(sign),
        }
    }
    text.trim().to_owned()
}

#[cfg(test)]
mod tests;
