//! The fields of a listing as columns: their names, what stands in them, and the way from a content to a document of
//! typed texts and back. The forms of the editor do the reading, so that a table is judged as a form is.

use std::str::FromStr as _;
use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::extra::{self, SourceForm};
use super::table::Cell;
use super::values;
use crate::checks::{Problem, Problems};
use crate::listings::content::Content;
use crate::listings::editor::forms::{
    BenefitsForm, CertificatesForm, CooperationForm, CostForm, CountriesForm, IpForm, LanguageForm, PerformanceForm,
    ReadinessForm, ReferencesForm, RequestForm, SectionForm, Spot, TextsForm, ThemesForm, TreatmentsForm,
};
use crate::taxonomy::{self, Kind, Lang, List, Registers};

/// A content as typed texts: by name a text, a list of texts, or rows of texts by name.
pub type Document = Map<String, Value>;

/// The group of texts in other languages than the original.
pub const TEXTS: &str = "texts";

/// One form of the editor, whichever it is.
struct Part {
    of: fn(&Content, Spot) -> Document,
    put: fn(&Document, &mut Content, Spot) -> Problems,
}

const fn part<S: SectionForm>() -> Part {
    Part {
        of: |content, spot| match serde_json::to_value(S::of(content, spot)) {
            Ok(Value::Object(fields)) => fields,
            _ => Map::new(),
        },
        put: |document, content, spot| match serde_json::from_value::<S>(Value::Object(document.clone())) {
            Ok(form) => form.put(content, spot),
            Err(_) => Problems::one("title", Problem::UnknownChoice),
        },
    }
}

static OFFER: [Part; 12] = [
    part::<TextsForm>(),
    part::<ThemesForm>(),
    part::<ReadinessForm>(),
    part::<IpForm>(),
    part::<CooperationForm>(),
    part::<CountriesForm>(),
    part::<CostForm>(),
    part::<BenefitsForm>(),
    part::<PerformanceForm>(),
    part::<CertificatesForm>(),
    part::<TreatmentsForm>(),
    part::<ReferencesForm>(),
];
static REQUEST: [Part; 1] = [part::<RequestForm>()];
static LANGUAGE: Part = part::<LanguageForm>();

fn parts(kind: Kind) -> &'static [Part] {
    match kind {
        Kind::Offer => &OFFER,
        Kind::Request => &REQUEST,
    }
}

/// Where forms are read for a table: names of parameters stand in English.
const SPOT: Spot = Spot { reader: Lang::En, lang: None };

/// The document of a content; groups without a row have one blank row, as a form has.
pub fn document(content: &Content) -> Document {
    let mut document: Document = parts(content.kind()).iter().flat_map(|part| (part.of)(content, SPOT)).collect();
    extra::steps_as_list(&mut document);
    document.extend(extra::document(content));
    let others = content.texts.keys().filter(|lang| **lang != content.original);
    let row = |lang: &Lang| {
        let mut row = (LANGUAGE.of)(content, Spot { lang: Some(*lang), ..SPOT });
        row.remove("remove");
        row.insert("language".to_owned(), lang.code().into());
        Value::Object(row)
    };
    document.insert(TEXTS.to_owned(), others.map(row).collect());
    document
}

/// Writes a document into a content, and says what is wrong with it.
pub fn put(document: &Document, content: &mut Content) -> Problems {
    let mut problems = extra::unclear(document);
    let mut forms = document.clone();
    extra::steps_as_rows(&mut forms);
    for part in parts(content.kind()) {
        problems.extend((part.put)(&forms, content, SPOT));
    }
    problems.extend(SourceForm::read(document, content));
    let rows = document.get(TEXTS).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for (number, row) in rows.iter().filter_map(Value::as_object).enumerate() {
        let code = row.get("language").and_then(Value::as_str).unwrap_or_default();
        match Lang::from_str(code) {
            Ok(lang) if lang != content.original => {
                problems.extend((LANGUAGE.put)(row, content, Spot { lang: Some(lang), ..SPOT }));
            }
            _ => problems.add(format!("{TEXTS}-{number}-language"), Problem::UnknownChoice),
        }
    }
    problems
}

/// What stands in a field.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// A text.
    Text,
    /// A number.
    Number,
    /// A year.
    Year,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// An entry of a list of codes; its name in any language and its other words are understood.
    Code(fn() -> &'static List),
    /// A technology keyword, likewise.
    Keyword,
    /// A label scheme, likewise.
    Scheme,
    /// A unit, by its code.
    Unit,
    /// A unit, as it is typed.
    Symbol,
    /// A parameter.
    Parameter,
    /// A number with a detection-limit flag, such as `<5` or `ND`.
    Measured,
    /// Such a flag.
    Flag,
    /// Essential or desirable.
    Importance,
    /// How a requirement compares.
    Comparator,
    /// Yes or no.
    Switch,
}

/// A field that a column can fill.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its group, such as `benefits`, if it repeats.
    pub group: Option<String>,
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub holds: Holds,
    /// Whether several values stand in a cell.
    pub many: bool,
    /// Whether offers have it.
    pub offer: bool,
    /// Whether requests have it.
    pub request: bool,
}

impl Field {
    /// Its path: `title`, `benefits.unit`.
    pub fn path(&self) -> String {
        self.group.as_ref().map_or_else(|| self.name.clone(), |group| format!("{group}.{}", self.name))
    }

    /// The name under which its label stands in the language files.
    pub fn label_id(&self) -> String {
        match self.group.as_deref() {
            Some(TEXTS) | None => self.name.clone(),
            Some(group) => format!("{group}-{}", self.name),
        }
    }

    /// What a cell says, as the form would have it; what is not understood stays as it was typed, and the form says so.
    pub fn read(&self, registers: &Registers, cell: &Cell) -> String {
        values::read(registers, self.holds, cell)
    }
}

/// All fields, in the order in which they are exported.
pub fn all() -> &'static [Field] {
    static ALL: LazyLock<Vec<Field>> = LazyLock::new(|| {
        let mut fields: Vec<Field> = Vec::new();
        for kind in [Kind::Offer, Kind::Request] {
            for (name, value) in document(&Content::empty(kind, Lang::En)) {
                match &value {
                    _ if name == TEXTS => {}
                    Value::Array(rows) if rows.first().is_some_and(Value::is_object) => {
                        let row = rows.first().and_then(Value::as_object).into_iter().flatten();
                        row.for_each(|(field, _)| note(&mut fields, kind, Some(&name), field, false));
                    }
                    value => note(&mut fields, kind, None, &name, value.is_array() || name == "patents"),
                }
            }
        }
        for name in ["language", "title", "summary", "description", "advantages", "background", "partner_role"] {
            note(&mut fields, Kind::Offer, Some(TEXTS), name, false);
            note(&mut fields, Kind::Request, Some(TEXTS), name, false);
        }
        let place = |field: &Field| {
            let known = ORDER.iter().position(|name| *name == field.group.as_deref().unwrap_or(&field.name));
            (field.group.is_some(), known.unwrap_or(ORDER.len()))
        };
        fields.sort_by_key(place);
        fields
    });
    &ALL
}

/// The order of columns, as people would look for them; what is not named follows.
const ORDER: [&str; 17] = [
    "title",
    "summary",
    "description",
    "advantages",
    "background",
    "themes",
    "keywords",
    "industries",
    "sdgs",
    "readiness",
    "country",
    "site",
    "benefits",
    "performance",
    "requirements",
    "certificates",
    "references",
];

fn note(fields: &mut Vec<Field>, kind: Kind, group: Option<&str>, name: &str, many: bool) {
    let same = |field: &&mut Field| field.group.as_deref() == group && field.name == name;
    let (offer, request) = (kind == Kind::Offer, kind == Kind::Request);
    match fields.iter_mut().find(same) {
        Some(field) => {
            field.offer |= offer;
            field.request |= request;
        }
        None => fields.push(Field {
            group: group.map(str::to_owned),
            name: name.to_owned(),
            holds: holds(group, name),
            many,
            offer,
            request,
        }),
    }
}

/// The field of a path.
pub fn find(group: Option<&str>, name: &str) -> Option<&'static Field> {
    all().iter().find(|field| field.group.as_deref() == group && field.name == name)
}

fn holds(group: Option<&str>, name: &str) -> Holds {
    use Holds as H;
    match (group, name) {
        (_, "themes") => H::Code(taxonomy::themes),
        (_, "keywords") => H::Keyword,
        (_, "industries") => H::Code(taxonomy::industries),
        (_, "sdgs") => H::Code(taxonomy::sdgs),
        (_, "treatments") => H::Code(taxonomy::treatments),
        (_, "readiness") => H::Code(taxonomy::readiness),
        (_, "ip") => H::Code(taxonomy::ip),
        (_, "patent_classes") => H::Code(taxonomy::cpc),
        (_, "cooperation") => H::Code(taxonomy::cooperation),
        (_, "partner_sectors") => H::Code(taxonomy::sectors),
        (_, "partner_sizes") => H::Code(taxonomy::sizes),
        (_, "developed_in" | "deployed_in" | "offered_to" | "country") => H::Code(taxonomy::countries),
        (_, "currency") => H::Code(taxonomy::currencies),
        (_, "language") => H::Code(taxonomy::languages),
        (Some("benefits"), "indicator") => H::Code(taxonomy::indicators),
        (Some("benefits"), "basis") => H::Code(taxonomy::bases),
        (Some("performance"), "scale") => H::Code(taxonomy::stages),
        (_, "audit") => H::Code(taxonomy::audits),
        (_, "option_class") => H::Code(taxonomy::option_classes),
        (_, "option_type") => H::Code(taxonomy::option_types),
        (_, "statistic") => H::Code(taxonomy::statistics),
        (_, "scheme") => H::Scheme,
        (Some("benefits"), "unit") => H::Unit,
        (_, "unit") => H::Symbol,
        (_, "parameter") => H::Parameter,
        (_, "influent" | "effluent" | "removal") => H::Measured,
        (_, "influent_flag" | "effluent_flag" | "removal_flag") => H::Flag,
        (_, "importance") => H::Importance,
        (_, "comparator") => H::Comparator,
        (_, "contact") => H::Switch,
        (_, "issued" | "valid_until" | "closes" | "questions_until" | "answers_until") => H::Day,
        (_, "closes_time" | "questions_until_time" | "answers_until_time") => H::Time,
        (_, "baseline_year" | "year" | "source_year") => H::Year,
        (
            _,
            "baseline" | "achieved" | "output_baseline" | "output_achieved" | "value" | "capital_from" | "capital_to"
            | "operating_from" | "operating_to" | "annual_saving" | "budget_from" | "budget_to",
        ) => H::Number,
        _ => H::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bulk::tests::full_offer;

    #[test]
    fn every_field_of_a_content_has_a_column() {
        let paths: Vec<String> = all().iter().map(Field::path).collect();
        for path in [
            "title",
            "themes",
            "patents",
            "patent_classes",
            "benefits.indicator",
            "benefits.option_type",
            "performance.influent_flag",
            "certificates.scheme",
            "requirements.comparator",
            "references.site",
            "texts.language",
            "texts.background",
            "closes_time",
            "zone",
            "treatments",
            "source_citation",
        ] {
            assert!(paths.iter().any(|known| known == path), "{path}");
        }
        let mut once = paths.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), paths.len());
    }

    #[test]
    fn a_content_that_is_written_into_a_document_and_back_is_the_same() {
        let content = full_offer();
        let mut again = Content::empty(Kind::Offer, content.original);
        let mut document = document(&content);
        super::super::build::leave_out_blank_rows(&mut document);
        assert!(put(&document, &mut again).is_empty());
        assert_eq!(again, content);
    }
}
