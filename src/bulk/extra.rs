//! The parts of a content that a table holds in another way than the forms of the editor: the steps of a treatment chain
//! in one cell, and where an imported listing came from.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::fields::Document;
use crate::checks::{Problem, Problems};
use crate::listings::checks::LINE;
use crate::listings::content::{Content, Source};
use crate::listings::editor::typed;

/// The name of the steps, and of a step in its row.
const STEPS: (&str, &str) = ("treatments", "step");
/// Most characters of a citation.
const CITATION: usize = 1_200;

/// Turns the rows of steps, as their form has them, into a list.
pub fn steps_as_list(document: &mut Document) {
    if let Some(Value::Array(rows)) = document.get_mut(STEPS.0) {
        let step = |row: &Value| row.get(STEPS.1).filter(|step| *step != "").cloned();
        *rows = rows.iter().filter_map(step).collect();
    }
}

/// Turns the list of steps into the rows of their form.
pub fn steps_as_rows(document: &mut Document) {
    if let Some(Value::Array(steps)) = document.get_mut(STEPS.0) {
        let row = |step: &Value| Value::Object(Map::from_iter([(STEPS.1.to_owned(), step.clone())]));
        *steps = steps.iter().map(row).collect();
    }
}

/// What a form cannot be asked wrongly: a box is ticked or not, a cell may say anything.
pub fn unclear(document: &Document) -> Problems {
    let mut problems = Problems::new();
    let rows = document.get("references").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for (number, row) in rows.iter().enumerate() {
        let said = row.get("contact").and_then(Value::as_str).unwrap_or_default();
        let clear = matches!(said, "" | "yes" | "no");
        problems.check(&format!("references-{number}-contact"), clear, Problem::UnknownChoice);
    }
    problems
}

/// Where a listing came from, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceForm {
    source_id: String,
    source_name: String,
    source_citation: String,
    source_year: String,
}

/// The document of a listing's source.
pub fn document(content: &Content) -> Document {
    let source = content.source.clone().unwrap_or_default();
    let form = SourceForm {
        source_id: source.id,
        source_name: source.name,
        source_citation: source.citation,
        source_year: typed::sent_some(source.year),
    };
    match serde_json::to_value(&form) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

impl SourceForm {
    /// Writes the source of a document into a content.
    pub fn read(document: &Document, content: &mut Content) -> Problems {
        let form: Self = serde_json::from_value(Value::Object(document.clone())).unwrap_or_default();
        let mut problems = Problems::new();
        problems.text("source_id", &form.source_id, false, LINE);
        problems.text("source_name", &form.source_name, false, LINE);
        problems.text("source_citation", &form.source_citation, false, CITATION);
        let before = content.source.take();
        let source = Source {
            id: typed::line(&form.source_id),
            name: typed::line(&form.source_name),
            citation: typed::line(&form.source_citation),
            year: typed::year(&mut problems, "source_year", &form.source_year),
            industry: before.and_then(|before| before.industry),
        };
        content.source = (source != Source::default()).then_some(source);
        problems
    }
}
