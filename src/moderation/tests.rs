//! The law of the difference: whatever an owner changes in a content, a moderator sees.

use serde_json::{Value, json};

use super::lines::lines;
use crate::i18n::Locale;
use crate::listings::content::Content;
use crate::taxonomy::{Lang, Registers};

/// Fields that no line shows, and why.
const EXCEPT: [(&str, &str); 10] = [
    ("schema", "the version of the document, not a word of its owner"),
    ("original", "only the order of the languages, which the lines follow"),
    ("files/0/key", "the name in storage; a file put in its place has a name of its own"),
    ("files/0/size", "measured from the file"),
    ("files/0/media_type", "found from the file"),
    ("files/0/pixels", "measured from the picture"),
    ("body/benefits/0/evidence", "worked out from document and checks, never stored"),
    ("body/performance/0/evidence", "worked out from document and checks, never stored"),
    ("body/performance/1/unit", "a removal in percent stands without the unit of its ends"),
    ("source/industry", "written by an import and by nobody else"),
];

fn around(kind: &str, body: Value) -> Value {
    let texts = json!({"title": "A", "summary": "B", "description": "C", "advantages": "D", "background": "E",
        "partner_role": "F"});
    let mut content = json!({"schema": 1, "original": "en", "texts": {"en": texts.clone(), "zh": texts},
        "themes": ["water"], "keywords": ["k"], "industries": ["C13"], "sdgs": [6], "treatments": ["t"],
        "cooperation": ["licence"],
        "files": [{"key": "k", "kind": "image", "visibility": "public", "name": "n", "caption": "c", "size": 1,
            "media_type": "image/webp", "pixels": [1, 1], "link": "https://example.org/"}],
        "source": {"id": "i", "name": "n", "citation": "c", "year": 2020, "industry": "x"},
        "body": body});
    content["body"]["kind"] = kind.into();
    content
}

fn offer() -> Value {
    let end = |value: &str| json!({"bound": "<", "value": value});
    around(
        "offer",
        json!({"readiness": 8, "ip": "granted", "patents": ["CN1"], "patent_classes": ["Y02W"], "partner_sectors": ["private"],
        "partner_sizes": ["small"], "developed_in": ["VN"], "deployed_in": ["TH"], "offered_to": ["LA"],
        "cost": {"currency": "USD", "basis": "b", "capital": {"from": "1", "to": "2"},
            "operating": {"from": "3", "to": "4"}, "annual_saving": "5", "note": "n"},
        "benefits": [{"indicator": "water_use", "baseline": "9", "achieved": "4", "unit": "m3", "basis": "per_unit",
            "product": "p", "baseline_year": 2024, "period": "12 months", "output": {"baseline": "2", "achieved": "3"}, "evidence": "checked", "evidence_note": "e", "document": "k",
            "audit": "voluntary", "option_class": "no_low_cost", "option_type": "process_control"}],
        "performance": [
            {"parameter": "chemical_oxygen_demand", "influent": {"value": "90"}, "effluent": end("9"), "unit": "mg_L",
                "statistic": "average", "scale": "pilot", "conditions": "c", "evidence": "checked", "document": "k"},
            {"parameter": "turbidity", "removal": end("90"), "unit": "NTU", "statistic": "average"}],
        "certificates": [{"scheme": "s", "number": "n", "holder": "h", "product": "p", "product_group": "g",
            "criteria": "c", "issued": "2024-01-01", "valid_until": "2027-01-01", "document": "k", "verifier": "v", "verified": "w"}],
        "references": [{"site": "s", "country": "VN", "year": 2020, "scale": "full", "result": "r",
            "contact_on_request": true}]}),
    )
}

fn request() -> Value {
    around(
        "request",
        json!({"site": "s", "country": "VN", "currency": "USD", "budget": {"from": "1", "to": "2"}, "timetable": "t",
        "closes": "2027-01-03T12:00:00", "questions_until": "2027-01-01T12:00:00",
        "answers_until": "2027-01-02T12:00:00", "zone": "Asia/Bangkok",
        "requirements": [{"essential": true, "text": "t", "measure": {"parameter": "chemical_oxygen_demand",
            "comparator": "at_most", "value": "80", "unit": "mg_L"}}]}),
    )
}

/// The paths of all single values.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| leaves(value, &format!("{path}/{name}"), found));
        }
        Value::Array(rows) if rows.iter().any(Value::is_object) => {
            rows.iter().enumerate().for_each(|(at, value)| leaves(value, &format!("{path}/{at}"), found));
        }
        _ => found.push(path.to_owned()),
    }
}

/// The same content with something else at the path, or nothing.
fn changed(full: &Value, path: &str) -> Option<Content> {
    let read = |value: &Value| serde_json::from_value::<Content>(value.clone()).ok();
    let whole = read(full)?;
    let others = [json!([]), json!(null), json!(false), json!(7), json!("7"), json!("per_year"), json!("median")];
    let more = [json!("report"), json!("after_nda"), json!("at_least"), json!("zh"), json!("claimed")];
    others.into_iter().chain(more).find_map(|other| {
        let mut value = full.clone();
        *value.pointer_mut(path)? = other;
        read(&value).filter(|content| *content != whole)
    })
}

#[test]
fn whatever_changes_in_a_content_a_moderator_sees() {
    for full in [offer(), request()] {
        let registers = Registers::carried();
        let shown = |content: &Content| lines(content, Locale::of(Lang::En), &registers);
        let before = shown(&serde_json::from_value(full.clone()).unwrap());
        let mut paths = Vec::new();
        leaves(&full, "", &mut paths);
        let hidden: Vec<_> = paths
            .iter()
            .filter(|path| path.as_str() != "/body/kind")
            .filter(|path| !EXCEPT.iter().any(|(except, _)| path.trim_start_matches('/') == *except))
            .filter(|path| changed(&full, path).is_none_or(|content| shown(&content) == before))
            .collect();
        assert!(hidden.is_empty(), "changed without a moderator seeing it: {hidden:?}");
    }
}
