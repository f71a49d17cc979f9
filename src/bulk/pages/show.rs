use std::collections::BTreeMap;
use std::str::FromStr as _;

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::refusal;
use crate::app::App;
use crate::bulk::actions::{self, Failed};
use crate::bulk::fields::{Field, TEXTS};
use crate::bulk::mapping::{Mapping, Target, Unfit, choices};
use crate::bulk::policy::Handle;
use crate::bulk::{Fault, Line, Mode, Run, Stage, store};
use crate::checks::{Problem, Problems, plain};
use crate::taxonomy::{Kind, Lang};
use crate::web::form::Errors;
use crate::web::{Can, Error, Form, Html, Page};

/// Refused listings on the page; all are in the file.
const REFUSED: u64 = 100;
/// Other listings on the page.
const OTHERS: u64 = 20;

/// What is said of the columns.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ColumnsForm {
    kind: String,
    language: String,
    separators: String,
    mode: String,
    columns: Vec<String>,
}

impl ColumnsForm {
    fn of(run: &Run) -> Self {
        let mapping = &run.mapping;
        let path = |heading: &String| mapping.columns.get(heading).cloned().unwrap_or_default();
        Self {
            kind: mapping.kind.map(|kind| kind.to_string()).unwrap_or_default(),
            language: mapping.language.to_string(),
            separators: mapping.separators.clone(),
            mode: run.mode.to_string(),
            columns: run.setup.headings.iter().map(path).collect(),
        }
    }

    fn read(&self, run: &Run) -> Result<(Mapping, Mode), Problems> {
        let mut problems = Problems::new();
        let kind = Kind::from_str(&self.kind).ok();
        problems.check("kind", kind.is_some() || self.kind.is_empty(), Problem::UnknownChoice);
        let language = Lang::from_str(&self.language).unwrap_or(Lang::En);
        problems.check("language", Lang::from_str(&self.language).is_ok(), Problem::UnknownChoice);
        let mode = Mode::from_str(&self.mode).ok().filter(|mode| *mode != Mode::Publish);
        problems.check("mode", mode.is_some(), Problem::UnknownChoice);
        let separators: String = plain(&self.separators).chars().filter(|sign| !sign.is_whitespace()).collect();
        problems.text("separators", &separators, false, 5);
        let columns: BTreeMap<String, String> =
            run.setup.headings.iter().cloned().zip(self.columns.iter().cloned()).collect();
        let mapping = Mapping { kind, language, separators, columns, constants: run.mapping.constants.clone() };
        if let Err(unfit) = mapping.targets(&run.setup.headings) {
            let at = |path: &str| {
                let place = self.columns.iter().rposition(|chosen| chosen == path).unwrap_or(0);
                format!("columns-{place}")
            };
            let (field, problem) = match &unfit {
                Unfit::Unknown(path) => (at(path), Problem::UnknownChoice),
                Unfit::Twice(path) => (at(path), Problem::Other("table-unfit-twice")),
                Unfit::NoTitle => ("columns-0".to_owned(), Problem::Other("table-unfit-title")),
                Unfit::NoKind => ("kind".to_owned(), Problem::Other("table-unfit-kind")),
            };
            problems.add(field, problem);
        }
        problems.or((mapping, mode.unwrap_or(Mode::Drafts)))
    }
}

/// Fields of one heading to choose from: path, words.
type Group = (String, Vec<(String, String)>);

#[derive(Template)]
#[template(path = "bulk/columns.html")]
struct ColumnsPage {
    page: Page,
    run: Run,
    form: ColumnsForm,
    errors: Errors,
    groups: Vec<Group>,
}

impl ColumnsPage {
    fn new(page: Page, run: Run, form: ColumnsForm, problems: &Problems) -> Self {
        let heading = |field: &str| match field.strip_prefix("columns-").and_then(|place| place.parse::<usize>().ok()) {
            Some(place) => run.setup.headings.get(place).cloned().unwrap_or_default(),
            None => page.text("table-ask", field),
        };
        let errors = Errors::new(&page, problems, heading);
        Self { groups: groups(&page, &form.columns), page, run, form, errors }
    }

    /// The columns: place, heading, samples, chosen path.
    fn columns<'a>(&'a self) -> Vec<(usize, &'a str, Vec<&'a str>, &'a str)> {
        let column = |(place, heading): (usize, &'a String)| {
            let samples = self.run.setup.samples.iter().filter_map(|row| row.get(place));
            let samples = samples.map(String::as_str).filter(|text| !text.is_empty()).collect();
            (place, heading.as_str(), samples, self.form.columns.get(place).map_or("", String::as_str))
        };
        self.run.setup.headings.iter().enumerate().map(column).collect()
    }

    fn languages(&self) -> Vec<(Lang, String, bool)> {
        let chosen = |lang: &Lang| lang.code() == self.form.language;
        Lang::ALL.iter().map(|lang| (*lang, self.page.native(*lang), chosen(lang))).collect()
    }
}

/// The words for a path.
fn path_words(page: &Page, path: &str, field: Option<&Field>) -> String {
    let Some(field) = field else { return page.text("table-field", path) };
    let label = page.label("listing-field", &field.label_id());
    if label.is_empty() { page.text("table-field", field.label_id()) } else { label }
}

fn group_words(page: &Page, group: &str) -> String {
    let label = page.label("listing-row", group);
    if label.is_empty() { page.text("table-group", group) } else { label }
}

/// All fields to choose from, under headings: those that stand once, then those of each group; numbered rows where a
/// column is guessed to fill one.
fn groups(page: &Page, chosen: &[String]) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![(t!(page, "table-once"), Vec::new())];
    let mut note =
        |heading: String, path: String, words: String| match groups.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, choices)) => choices.push((path, words)),
            None => groups.push((heading, vec![(path, words)])),
        };
    let numbered = |group: &str| {
        let number = |path: &String| match Target::of(path) {
            Some(Target::Row(known, Some(number), _)) if known == group => Some(number),
            _ => None,
        };
        chosen.iter().filter_map(number).max().map_or(0, |most| most + 1)
    };
    for (path, field) in choices() {
        let words = path_words(page, &path, field);
        match field.and_then(|field| field.group.as_deref()) {
            None => note(t!(page, "table-once"), path, words),
            Some(group) => {
                note(group_words(page, group), path.clone(), words.clone());
                for number in 1..=numbered(group) {
                    let path = path.replacen('.', &format!(".{number}."), 1);
                    note(format!("{} {number}", group_words(page, group)), path, words.clone());
                }
            }
        }
    }
    let languages = chosen.iter().filter_map(|path| match Target::of(path) {
        Some(Target::Text(lang, _)) => Some(lang),
        _ => None,
    });
    let languages: std::collections::BTreeSet<Lang> = languages.collect();
    for lang in languages {
        for (path, field) in choices() {
            let Some(field) = field.filter(|field| field.group.as_deref() == Some(TEXTS) && field.name != "language")
            else {
                continue;
            };
            note(page.native(lang), format!("{TEXTS}.{lang}.{}", field.name), path_words(page, &path, Some(field)));
        }
    }
    groups
}

#[derive(Template)]
#[template(path = "bulk/show.html")]
struct ShowPage {
    page: Page,
    run: Run,
    refused: Vec<Line>,
    others: Vec<Line>,
}

impl ShowPage {
    fn url(&self, end: &str) -> String {
        self.page.url(&format!("/workspace/import/{}{end}", self.run.id))
    }

    /// Counts with their names, and the state by which each is coloured.
    fn tiles(&self) -> Vec<(String, String, &'static str)> {
        let counts = self.run.counts;
        let of = [
            ("new", counts.new),
            ("changed", counts.changed),
            ("unchanged", counts.unchanged),
            ("refused", counts.refused),
        ];
        of.map(|(code, count)| (self.page.text("table-count", code), self.page.integer(count), code)).into()
    }

    fn good(&self) -> i64 {
        self.run.counts.new + self.run.counts.changed
    }

    fn failure(&self) -> String {
        self.page.locale.get(&self.run.failure)
    }

    fn fault(&self, fault: &Fault) -> (String, String, String) {
        let at = fault.place(self.page.locale);
        let row = self.page.integer(i64::try_from(fault.line).unwrap_or(i64::MAX));
        (row, at, fault.told.words(self.page.locale))
    }

    fn progress(&self) -> String {
        let (read, rows) = (self.page.integer(self.run.rows_read), self.page.integer(self.run.rows));
        t!(self.page, "table-progress", n = read, of = rows)
    }

    fn row(&self, line: &Line) -> String {
        self.page.integer(line.line)
    }

    fn listing(&self, line: &Line) -> Option<String> {
        let there = !line.reference.is_empty();
        there.then(|| self.page.url(&format!("/listings/{}/edit/check", line.reference)))
    }
}

/// The columns, the progress or the outcome of an import.
pub async fn show(State(app): State<App>, page: Page, may: Can<Handle>) -> Result<Response, Error> {
    let run = may.thing().clone();
    if run.stage == Stage::Uploaded {
        let form = ColumnsForm::of(&run);
        return Ok(Html(ColumnsPage::new(page, run, form, &Problems::new())).into_response());
    }
    let refused = store::lines(app.db.conn(), &may, true, REFUSED).await?;
    let others = store::lines(app.db.conn(), &may, false, OTHERS).await?;
    Ok(Html(ShowPage { page, run, refused, others }).into_response())
}

/// Takes the columns and begins to try the rows.
pub async fn columns(
    State(app): State<App>,
    page: Page,
    may: Can<Handle>,
    Form(form): Form<ColumnsForm>,
) -> Result<Response, Error> {
    let (mapping, mode) = match form.read(&may) {
        Ok(read) => read,
        Err(problems) => {
            let drawn = ColumnsPage::new(page, may.thing().clone(), form, &problems);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(drawn)).into_response());
        }
    };
    let done = actions::check(&app, &may, mapping, mode).await;
    answer(&page, &may, done)
}

fn answer(page: &Page, run: &Run, done: Result<(), Failed>) -> Result<Response, Error> {
    match done {
        Ok(()) => Ok(page.see(&format!("/workspace/import/{}", run.id)).into_response()),
        Err(failed) => Err(refusal(page, failed)),
    }
}

/// Which button was pressed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ActForm {
    action: String,
}

/// Starts an import, goes back to its columns, or stops it.
pub async fn act(
    State(app): State<App>,
    page: Page,
    may: Can<Handle>,
    Form(form): Form<ActForm>,
) -> Result<Response, Error> {
    let done = match form.action.as_str() {
        "start" => actions::start(&app, &may).await,
        "back" => actions::back(&app, &may).await,
        "cancel" => actions::cancel(&app, &may).await,
        _ => return Err(Error::BadRequest),
    };
    answer(&page, &may, done)
}

/// The rows that failed.
pub async fn failed(State(app): State<App>, page: Page, may: Can<Handle>) -> Result<Response, Error> {
    let file = actions::refused(&app, &may, page.locale).await?;
    let name = format!("attachment; filename=\"failed-{}.csv\"", may.id);
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, file).into_response())
}
