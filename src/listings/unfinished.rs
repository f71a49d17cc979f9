//! Sections of a draft that are kept as they were typed although something in them is missing or wrong.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::checks::plain;

/// Such sections by the end of their address in the editor: `performance`, `languages/th`.
pub type Unfinished = BTreeMap<String, Typed>;

/// A section as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// Its form.
    pub form: Value,
    /// Fingerprint of what was saved of the section when it was kept: another one has been saved beside it since.
    pub over: String,
}

impl Typed {
    /// Most bytes of a form that is kept; nothing that somebody types comes near.
    const MOST: usize = 1024 * 1024;

    /// A form to be kept; nothing if it is larger than any that is typed.
    pub fn new(form: Value, over: String) -> Option<Self> {
        let form = cleaned(form);
        (form.to_string().len() <= Self::MOST).then_some(Self { form, over })
    }
}

/// A form without what no text may hold.
fn cleaned(form: Value) -> Value {
    match form {
        Value::String(text) => Value::String(plain(&text)),
        Value::Array(rows) => rows.into_iter().map(cleaned).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, field)| (name, cleaned(field))).collect(),
        other => other,
    }
}
