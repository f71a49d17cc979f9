//! Listings as rows: what stands once in the first row, what repeats in as many as are needed.

use rust_decimal::Decimal;
use serde_json::Value;

use super::{Export, Given};
use crate::bulk::build::leave_out_blank_rows;
use crate::bulk::fields::{self, Document, Field, Holds};
use crate::bulk::mapping::COMPUTED;
use crate::listings::content::{Benefit, Performance};
use crate::listings::figures::Removal;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Out {
    /// Nothing.
    Blank,
    /// A text.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A day.
    Day(chrono::NaiveDate),
}

impl Out {
    fn text(text: impl Into<String>) -> Self {
        let text: String = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    fn of(field: &Field, text: &str) -> Self {
        match field.holds {
            _ if text.is_empty() => Self::Blank,
            Holds::Number | Holds::Measured | Holds::Year => {
                text.parse().map_or_else(|_| Self::text(text), |number: Decimal| Self::Number(number.normalize()))
            }
            Holds::Day => text.parse().map_or_else(|_| Self::text(text), Self::Day),
            _ => Self::text(text),
        }
    }
}

/// What every listing begins with: an import reads the first three, the others are for people.
const LEADING: [&str; 8] = ["reference", "kind", "language", "status", "url", "organisation", "published", "valid"];

/// The headings.
pub fn headings() -> Vec<String> {
    let leading = LEADING.iter().map(|name| (*name).to_owned());
    let computed = COMPUTED.iter().map(|name| (*name).to_owned());
    leading.chain(fields::all().iter().map(Field::path)).chain(computed).collect()
}

/// The rows of a listing.
pub fn rows(export: &Export, given: &Given) -> Vec<Vec<Out>> {
    let mut document = fields::document(&given.content);
    leave_out_blank_rows(&mut document);
    let group = |name: &str| document.get(name).and_then(Value::as_array).map_or(0, Vec::len);
    let most = fields::all().iter().filter_map(|field| field.group.as_deref()).map(group).max().unwrap_or(0).max(1);
    (0..most).map(|place| row(export, given, &document, place)).collect()
}

fn row(export: &Export, given: &Given, document: &Document, place: usize) -> Vec<Out> {
    let Given { listing, content, .. } = given;
    let first = place == 0;
    let once = |text: String| if first { Out::text(text) } else { Out::Blank };
    let day = |at: Option<chrono::DateTime<chrono::Utc>>| match at {
        Some(at) if first => Out::Day(at.date_naive()),
        _ => Out::Blank,
    };
    let mut row = vec![
        Out::text(listing.reference.clone()),
        once(listing.kind.to_string()),
        once(content.original.to_string()),
        once(listing.status.to_string()),
        once(export.app.link(export.locale, &format!("/listings/{}", listing.reference))),
        once(listing.organisation_name.clone()),
        day(listing.published_at),
        day(listing.expires_at),
    ];
    row.extend(fields::all().iter().map(|field| match &field.group {
        Some(group) => {
            let value = document.get(group).and_then(|rows| rows.get(place)?.get(&field.name)?.as_str());
            Out::of(field, value.unwrap_or_default())
        }
        None if first => Out::of(field, &joined(document.get(&field.name))),
        None => Out::Blank,
    }));
    row.extend(computed(given, place));
    row
}

/// What is computed from the rows of this place, or was checked of them, in the order of [`COMPUTED`].
fn computed(given: &Given, place: usize) -> [Out; COMPUTED.len()] {
    let offer = given.content.offer();
    let number = |number: Option<Decimal>| number.map_or(Out::Blank, |number| Out::Number(number.normalize()));
    let benefit = offer.and_then(|offer| offer.benefits.get(place));
    let row = offer.and_then(|offer| offer.performance.get(place));
    let removal = row.and_then(Performance::removal_percent);
    let payback = offer.and_then(|offer| offer.cost.payback_months()).filter(|_| place == 0);
    [
        benefit.map_or(Out::Blank, |benefit| Out::text(benefit.evidence.code())),
        number(benefit.and_then(Benefit::change_percent).map(|change| change.round_dp(2))),
        number(benefit.and_then(Benefit::saving)),
        row.map_or(Out::Blank, |row| Out::text(row.evidence.code())),
        number(removal.as_ref().map(Removal::shown)),
        removal.and_then(|removal| removal.bound).map_or(Out::Blank, |bound| Out::text(bound.code())),
        given.states.get(place).map_or(Out::Blank, |state| Out::text(*state)),
        number(payback.map(Decimal::from)),
    ]
}

/// Several values in one cell.
fn joined(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(values)) => values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; "),
        _ => String::new(),
    }
}
