//! A record written over a content: what the table says replaces what was there, what it is silent about stays.

use std::collections::BTreeMap;
use std::str::FromStr as _;

use serde_json::{Map, Value};

use super::faults::{Fault, Told};
use super::fields::{self, Document, Holds, TEXTS};
use super::mapping::Target;
use super::record::{GroupRow, Placed, Plan, Record};
use super::table::Cell;
use super::values;
use crate::checks::{Problem, Problems};
use crate::listings::checks;
use crate::listings::content::Content;
use crate::taxonomy::{self, Kind, Lang};
use crate::web::tables::unguarded;

/// Where the rows of a group stand in the table, in the order of the document; those without a place were there.
type Places = BTreeMap<String, Vec<Option<GroupRow>>>;

/// The content that a record makes of another, or of nothing.
///
/// # Errors
/// All that is wrong with the record; `whole` asks for all that a submission needs.
pub fn content(plan: &Plan, record: &Record, before: Option<&Content>, whole: bool) -> Result<Content, Vec<Fault>> {
    if !record.faults.is_empty() {
        return Err(record.faults.clone());
    }
    let mut builder = Builder { plan, record, faults: Vec::new(), places: Places::new() };
    let mut content = builder.begin(before)?;
    let document = builder.document(&content);
    let problems = fields::put(&document, &mut content);
    let mut further = if whole { checks::submission(&content) } else { checks::limits(&content) };
    let empty = Content::empty(content.kind(), content.original);
    further.extend(checks::registered(&plan.registers, &content, before.unwrap_or(&empty)));
    let title = content.texts.get(&content.original).is_some_and(|texts| !texts.title.is_empty());
    further.check("title", title || further.of("title").is_some(), Problem::Missing);
    builder.note(&problems);
    // Rows of which some could not be read stand at other places in the content, so nothing more is said of their group.
    let group = |field: &str| field.split('-').next().unwrap_or_default().to_owned();
    let told: Vec<String> = problems.iter().map(|(field, _)| group(field)).collect();
    let mut rest = Problems::new();
    for (field, problem) in further.iter().filter(|(field, _)| !told.contains(&group(field))) {
        rest.add(field, problem.clone());
    }
    builder.note(&rest);
    if builder.faults.is_empty() { Ok(content) } else { Err(builder.faults) }
}

/// Whether a record says of a content nothing but what it says already.
pub fn same(plan: &Plan, record: &Record, content: &Content) -> bool {
    let mut builder = Builder { plan, record, faults: Vec::new(), places: Places::new() };
    let mut before = fields::document(content);
    leave_out_blank_rows(&mut before);
    record.faults.is_empty() && builder.document(content) == before && builder.faults.is_empty()
}

/// Takes away the blank row with which a form begins a group.
pub fn leave_out_blank_rows(document: &mut Document) {
    let blank = |value: &Value| {
        let text = |text: &Value| text.as_str().is_some_and(str::is_empty);
        value.as_object().is_some_and(|row| row.values().all(text))
    };
    for rows in document.values_mut().filter_map(Value::as_array_mut) {
        rows.retain(|row| !blank(row));
    }
}

struct Builder<'a> {
    plan: &'a Plan,
    record: &'a Record,
    faults: Vec<Fault>,
    places: Places,
}

impl Builder<'_> {
    /// The content before, or an empty one of the kind and language that the table says.
    fn begin(&mut self, before: Option<&Content>) -> Result<Content, Vec<Fault>> {
        let said = |name: &str| self.record.said.get(name).filter(|placed| !placed.cell.is_blank());
        let kind = match said("kind") {
            None => self.plan.mapping.kind.or(before.map(Content::kind)),
            Some(placed) => kind_of(placed.cell.text.trim()),
        };
        let code = said("language")
            .map(|placed| values::read(&self.plan.registers, Holds::Code(taxonomy::languages), &placed.cell));
        let lang = code.as_deref().map_or(Ok(self.plan.mapping.language), Lang::from_str);
        let (Some(kind), Ok(lang)) = (kind, lang) else {
            let name = if kind.is_none() { "kind" } else { "language" };
            return Err(vec![self.fault(said(name), name, Told::from(&Problem::UnknownChoice))]);
        };
        let Some(before) = before else { return Ok(Content::empty(kind, lang)) };
        if before.kind() != kind {
            return Err(vec![self.fault(said("kind"), "kind", Told::plain("problem-row-kind"))]);
        }
        if before.original != lang && self.plan.fills(|target| *target == Target::Plain("title".to_owned())) {
            return Err(vec![self.fault(said("language"), "language", Told::plain("problem-row-language"))]);
        }
        Ok(before.clone())
    }

    /// The document of a content, with what the record says.
    fn document(&mut self, content: &Content) -> Document {
        let mut document = fields::document(content);
        leave_out_blank_rows(&mut document);
        self.plain(&mut document, content.kind());
        self.groups(&mut document, content.kind(), content.original);
        document
    }

    fn fault(&self, placed: Option<&Placed>, field: &str, told: Told) -> Fault {
        let fault = Fault { field: field.to_owned(), ..Fault::of_row(self.record.line, told) };
        let Some(placed) = placed else { return fault };
        let column = self.plan.heading(Some(placed.column)).to_owned();
        Fault { line: placed.line, column, ..fault }.with_typed(&placed.cell.text)
    }

    /// Fields that stand once.
    fn plain(&mut self, document: &mut Document, kind: Kind) {
        let blank = Cell::default();
        for field in fields::all().iter().filter(|field| field.group.is_none()) {
            let constant = self.plan.mapping.constants.get(&field.name);
            let placed = self.record.plain.get(&field.name);
            if placed.is_none() && constant.is_none() {
                continue;
            }
            let typed = placed.map(|placed| &placed.cell).filter(|cell| !cell.is_blank());
            let constant = constant.map(|text| Cell { text: text.clone(), number: None });
            let cell = typed.or(constant.as_ref()).unwrap_or(&blank);
            if !(if kind == Kind::Offer { field.offer } else { field.request }) {
                if typed.is_some() {
                    let fault = self.fault(placed, &field.name, Told::plain("problem-row-other-kind"));
                    self.faults.push(fault);
                }
                continue;
            }
            let value = match field.many {
                false => Value::from(field.read(&self.plan.registers, cell)),
                true => several(self.plan, field, cell),
            };
            document.insert(field.name.clone(), value);
            if field.name == "closes" {
                self.closing(document, cell);
            }
        }
    }

    /// A closing day may bring its time; without a zone that of the country holds, if it has one only.
    fn closing(&self, document: &mut Document, cell: &Cell) {
        let mapped = |name: &str| self.plan.fills(|target| *target == Target::Plain(name.to_owned()));
        let time = cell.text.trim().split_once(['T', ' ']).map(|(_, time)| time).filter(|time| time.contains(':'));
        if !mapped("closes_time") {
            document.insert("closes_time".to_owned(), time.unwrap_or_default().into());
        }
        let country = self.record.plain.get("country").map(|placed| &placed.cell).cloned().unwrap_or_default();
        let country = values::read(&self.plan.registers, Holds::Code(taxonomy::countries), &country);
        let zone = taxonomy::countries().get(&country).map_or("", |entry| entry.column("time_zone"));
        if !mapped("zone") && !cell.is_blank() && !zone.is_empty() && !zone.contains('|') {
            document.insert("zone".to_owned(), zone.into());
        }
    }

    /// Fields that repeat. The rows of a table take the place of those that were there; a row that says nothing new
    /// keeps what the table is silent about, such as the document behind a claim.
    fn groups(&mut self, document: &mut Document, kind: Kind, original: Lang) {
        for (group, rows) in &self.record.groups {
            let of_kind = |field: &&fields::Field| {
                field.group.as_ref() == Some(group) && if kind == Kind::Offer { field.offer } else { field.request }
            };
            let known: Vec<&fields::Field> = fields::all().iter().filter(of_kind).collect();
            let Some(first) = rows.first() else {
                if !known.is_empty() && group != TEXTS {
                    document.insert(group.clone(), Value::Array(Vec::new()));
                }
                continue;
            };
            if known.is_empty() {
                let fault = self.fault(first.values().next(), group, Told::plain("problem-row-other-kind"));
                self.faults.push(fault);
                continue;
            }
            let mut before: Vec<Map<String, Value>> = match document.remove(group) {
                Some(Value::Array(rows)) => rows.into_iter().filter_map(|row| row.as_object().cloned()).collect(),
                _ => Vec::new(),
            };
            let mut made: Vec<Value> = Vec::new();
            let mut places = Vec::new();
            for row in rows {
                let said = self.row(group, &known, row);
                if group == TEXTS && said.get("language").is_some_and(|code| *code == original.code()) {
                    let fault = self.fault(row.get("language"), "texts", Told::plain("problem-row-original"));
                    self.faults.push(fault);
                    continue;
                }
                let same = |old: &Map<String, Value>| match group.as_str() {
                    TEXTS => old.get("language") == said.get("language"),
                    _ => said.iter().all(|(name, value)| old.get(name) == Some(value)),
                };
                let mut whole = match before.iter().position(same) {
                    Some(place) => before.remove(place),
                    None => blank_row(&known),
                };
                whole.extend(said);
                made.push(Value::Object(whole));
                places.push(Some(row.clone()));
            }
            if group == TEXTS {
                // Languages of which the table says nothing stay.
                places.extend(before.iter().map(|_| None));
                made.extend(before.into_iter().map(Value::Object));
            }
            self.places.insert(group.clone(), places);
            document.insert(group.clone(), Value::Array(made));
        }
    }

    /// What a row of a table says, by field.
    fn row(&self, group: &str, known: &[&fields::Field], row: &GroupRow) -> Map<String, Value> {
        let mut said = Map::new();
        for field in known {
            let typed = row.get(&field.name).map(|placed| &placed.cell);
            let constant = self.plan.mapping.constants.get(&format!("{group}.{}", field.name));
            let constant = constant.map(|text| Cell { text: text.clone(), number: None });
            let Some(cell) = typed.filter(|cell| !cell.is_blank()).or(constant.as_ref()).or(typed) else { continue };
            if !matches!(field.holds, Holds::Measured) {
                said.insert(field.name.clone(), field.read(&self.plan.registers, cell).into());
                continue;
            }
            let (flag, rest) = match cell.number {
                Some(_) => (None, cell.typed()),
                None => {
                    let (flag, rest) = values::measured(&cell.text);
                    (flag, field.read(&self.plan.registers, &Cell { text: rest.to_owned(), number: None }))
                }
            };
            said.insert(field.name.clone(), rest.into());
            let name = format!("{}_flag", field.name);
            if let Some(flag) = flag {
                said.insert(name, flag.to_string().into());
            } else if !row.contains_key(&name) {
                said.insert(name, "".into());
            }
        }
        // A flag of its own column came first or comes later; it holds where the value has none.
        for field in known.iter().filter(|field| matches!(field.holds, Holds::Flag)) {
            let own = row.get(&field.name);
            let value = field.name.trim_end_matches("_flag");
            let flagged = row.get(value).is_some_and(|placed| values::measured(&placed.cell.text).0.is_some());
            match (own, flagged) {
                (Some(own), false) => {
                    drop(said.insert(field.name.clone(), field.read(&self.plan.registers, &own.cell).into()))
                }
                (_, true) => {
                    let flag = row.get(value).and_then(|placed| values::measured(&placed.cell.text).0);
                    said.insert(field.name.clone(), flag.map(|flag| flag.to_string()).unwrap_or_default().into());
                }
                _ => {}
            }
        }
        said
    }

    /// Turns problems of fields into faults of cells.
    fn note(&mut self, problems: &Problems) {
        for (field, problem) in problems.iter() {
            let told = match (problem, self.place(field)) {
                (Problem::UnknownChoice, Some(placed)) if self.holds_several(field, placed) => {
                    Told::plain("problem-several-values")
                }
                _ => Told::from(problem),
            };
            let fault = match (self.place(field), self.near(field)) {
                (Some(placed), _) => self.fault(Some(placed), field, told),
                // No column fills the field, so it is named itself, at the line where it would stand.
                (None, line) => Fault { line, ..self.fault(None, field, told) },
            };
            if !self.faults.iter().any(|known| known.field == fault.field) {
                self.faults.push(fault);
            }
        }
    }

    /// Whether a cell of a field that takes several values has signs between them that this table does not divide by.
    fn holds_several(&self, field: &str, placed: &Placed) -> bool {
        let signs = [';', '；', '|', ',', '，', '、', '/'];
        fields::find(None, field).is_some_and(|field| field.many)
            && placed.cell.text.contains(|sign| signs.contains(&sign) && !self.plan.mapping.divides(sign))
    }

    /// The row of a group in which a field would stand.
    fn group_row(&self, group: &str, number: &str) -> Option<&GroupRow> {
        self.places.get(group)?.get(number.parse::<usize>().ok()?)?.as_ref()
    }

    /// The line at which a field would stand that no cell fills.
    fn near(&self, field: &str) -> u64 {
        let pieces: Vec<&str> = field.split('-').collect();
        let row = match pieces[..] {
            [group, number, _] => self.group_row(group, number),
            _ => None,
        };
        row.and_then(|row| row.values().next()).map_or(self.record.line, |placed| placed.line)
    }

    /// The cell that fills a field.
    fn place(&self, field: &str) -> Option<&Placed> {
        let pieces: Vec<&str> = field.split('-').collect();
        match pieces[..] {
            [group, number, name] => {
                if !self.places.contains_key(group) {
                    return self.record.plain.get(group);
                }
                let row = self.group_row(group, number)?;
                row.get(name).or_else(|| row.get(name.trim_end_matches("_flag")))
            }
            [lang, name] => {
                let rows = self.places.get(TEXTS)?.iter().flatten();
                let row = rows.clone().find(|row| {
                    row.get("language").is_some_and(|placed| {
                        values::read(&self.plan.registers, Holds::Code(taxonomy::languages), &placed.cell) == lang
                    })
                });
                row?.get(name)
            }
            [name] => {
                self.record.plain.get(name).or_else(|| self.places.get(name)?.iter().flatten().next()?.values().next())
            }
            _ => None,
        }
    }
}

fn kind_of(typed: &str) -> Option<Kind> {
    match typed.to_lowercase().as_str() {
        "offer" | "offers" | "提供" | "供给" | "技术供给" => Some(Kind::Offer),
        "request" | "requests" | "需求" | "技术需求" => Some(Kind::Request),
        _ => None,
    }
}

fn blank_row(known: &[&fields::Field]) -> Map<String, Value> {
    known.iter().map(|field| (field.name.clone(), "".into())).collect()
}

/// The values of a cell.
fn several(plan: &Plan, field: &fields::Field, cell: &Cell) -> Value {
    let parts = unguarded(cell.text.trim()).split(|sign| plan.mapping.divides(sign));
    let read = |part: &str| field.read(&plan.registers, &Cell { text: part.to_owned(), number: None });
    let several: Vec<String> = parts.map(str::trim).filter(|part| !part.is_empty()).map(read).collect();
    // Patent numbers are one text of several lines in their form.
    if field.name == "patents" { several.join("\n").into() } else { several.into() }
}
