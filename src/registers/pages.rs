use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::model::{Field, Input, check, check_code, choices, code_of, fields, is_named_by_content};
use super::policy::Keep;
use super::store::{self, Logged};
use super::{Entry, actions};
use crate::app::App;
use crate::checks::{Problems, plain};
use crate::taxonomy::{self, Columns, Lang, Register};
use crate::web::form::Errors;
use crate::web::{Access, Can, Error, Form, Html, Page, Query, Routes};

/// Changes on one page of the log.
const PAGE: u64 = 20;

/// Routes of administration.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/admin", Access::Administrator, index)
        .get("/admin/log", Access::Administrator, log)
        .get("/admin/registers/{register}", Access::Administrator, list)
        .get("/admin/registers/{register}/new", Access::Administrator, show)
        .post("/admin/registers/{register}/new", Access::Administrator, save)
        .get("/admin/registers/{register}/entries/{code}", Access::Administrator, show)
        .post("/admin/registers/{register}/entries/{code}", Access::Administrator, save)
}

#[derive(Template)]
#[template(path = "registers/index.html")]
struct IndexPage {
    page: Page,
    /// Registers with how many entries they have.
    registers: Vec<(Register, String)>,
}

async fn index(page: Page) -> Html<impl Template> {
    let known = page.registers();
    let count = |register: &Register| match register {
        Register::Keyword => known.keywords().all().len(),
        Register::Scheme => known.schemes().all().len(),
        Register::Recognition => known.recognitions().len(),
        Register::Holiday => known.holidays().all().len(),
    };
    let registers = Register::ALL.iter().map(|register| (*register, page.integer(count(register)))).collect();
    Html(IndexPage { page, registers })
}

#[derive(Template)]
#[template(path = "registers/list.html")]
struct ListPage {
    page: Page,
    register: Register,
    /// What is sought.
    q: String,
    /// Code, name, under what it stands, and whether it can no longer be chosen or has ended.
    entries: Vec<(String, String, String, bool)>,
}

/// The query of a list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ListQuery {
    q: String,
}

/// The entries of a register, or those whose code or words hold what is sought.
async fn list(page: Page, may: Can<Keep>, Query(query): Query<ListQuery>) -> Html<impl Template> {
    let lang = page.lang();
    let known = page.registers();
    let name = |code: &str| page.name(page.schemes(), code);
    let mut entries: Vec<_> = match may.register {
        Register::Keyword => {
            let theme = |entry: &taxonomy::Entry| page.name(taxonomy::themes(), entry.column("theme"));
            let all = known.keywords().all().iter();
            all.map(|entry| (entry.code.clone(), entry.name(lang).to_owned(), theme(entry), entry.retired())).collect()
        }
        Register::Scheme => {
            let body = |entry: &taxonomy::Entry| entry.column("body").to_owned();
            let all = known.schemes().all().iter();
            all.map(|entry| (entry.code.clone(), entry.name(lang).to_owned(), body(entry), entry.retired())).collect()
        }
        Register::Recognition => {
            let words = |one: &taxonomy::Recognition| format!("{} → {}", name(&one.scheme), name(&one.recognised_by));
            let all = known.recognitions().iter();
            all.map(|one| (one.code.clone(), words(one), one.agreement(lang).to_owned(), !one.holds())).collect()
        }
        Register::Holiday => {
            let under = |one: &taxonomy::Holiday| {
                let kind = page.text("register-choice", if one.worked { "working" } else { "holiday" });
                format!("{} · {} · {kind}", page.country(&one.country), page.day(&one.day))
            };
            let all = known.holidays().all();
            all.map(|one| (one.code.clone(), one.name(lang).to_owned(), under(one), one.retired())).collect()
        }
    };
    let register = may.register;
    let q: String = plain(&query.q).trim().chars().take(100).collect();
    let sought = q.to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&sought);
    entries.retain(|(code, name, under, _)| holds(code) || holds(name) || holds(under));
    Html(ListPage { page, register, q, entries })
}

#[derive(Template)]
#[template(path = "registers/edit.html")]
struct EditPage {
    page: Page,
    entry: Entry,
    errors: Errors,
    /// What somebody else saved meanwhile: field and text.
    theirs: Vec<(String, String)>,
}

impl EditPage {
    fn new(page: Page, entry: Entry, problems: &Problems) -> Self {
        let errors = Errors::new(&page, problems, |name| label(&page, name));
        Self { page, entry, errors, theirs: Vec::new() }
    }

    fn fields(&self) -> Vec<Field> {
        fields(self.entry.register, self.entry.code.is_empty())
    }

    fn label(&self, name: &str) -> String {
        label(&self.page, name)
    }

    fn hint(&self, name: &str) -> String {
        self.page.label("register-hint", name)
    }

    fn value(&self, name: &str) -> &str {
        self.entry.columns.get(name).map_or("", String::as_str)
    }

    fn options(&self, name: &str) -> Vec<(String, String)> {
        let page = &self.page;
        let words = |code: &str| match name {
            "theme" => page.name(taxonomy::themes(), code),
            "country" if code == "EU" => t!(page, "label-eu"),
            "country" if code == "INT" => t!(page, "label-international"),
            "country" => page.country(code),
            "scheme" | "recognised_by" => page.name(page.schemes(), code),
            "iso_type" => page.text("label-iso", code),
            _ => page.text("register-choice", code),
        };
        choices(page.registers(), name).into_iter().map(|code| (code.clone(), words(&code))).collect()
    }

    fn address(&self) -> String {
        let Entry { register, code, .. } = &self.entry;
        let path = if code.is_empty() { "new".to_owned() } else { format!("entries/{code}") };
        self.page.url(&format!("/admin/registers/{register}/{path}"))
    }

    fn heading(&self) -> String {
        let register = self.page.text("register-one", self.entry.register);
        if self.entry.code.is_empty() { register } else { format!("{register} {}", self.entry.code) }
    }
}

/// The label of a field: names say in which language.
fn label(page: &Page, name: &str) -> String {
    match name.parse::<Lang>() {
        Ok(lang) => t!(page, "register-name-in", language = page.native(lang)),
        Err(_) => page.text("register-field", name),
    }
}

async fn show(page: Page, may: Can<Keep>) -> Html<impl Template> {
    Html(EditPage::new(page, may.thing().clone(), &Problems::new()))
}

/// Adds or changes an entry.
async fn save(
    State(app): State<App>,
    page: Page,
    may: Can<Keep>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Response, Error> {
    let mut entry = typed(&may, &sent);
    let problems = problems(&page, &entry);
    if !problems.is_empty() {
        return Ok(EditPage::new(page, as_sent(entry, &sent), &problems).refused());
    }
    if entry.code.is_empty() {
        entry.code = code_of(entry.register, &entry.columns, page.registers());
    }
    if entry.version != may.version || !actions::keep(&app, &may, &entry).await? {
        return Ok(conflict(page, &may, entry));
    }
    Ok(page.see(&format!("/admin/registers/{}", entry.register)).with_notice("register-saved").into_response())
}

impl EditPage {
    fn refused(self) -> Response {
        Html(self).refused()
    }
}

fn problems(page: &Page, entry: &Entry) -> Problems {
    let mut problems = check(entry, page.registers(), page.now().date_naive());
    if entry.code.is_empty() && !is_named_by_content(entry.register) {
        let code = entry.columns.get("code").map_or("", String::as_str);
        problems.extend(check_code(entry.register, code, page.registers()));
    }
    problems
}

/// What was typed over what stood there: columns that the form does not have stay.
fn typed(may: &Entry, sent: &BTreeMap<String, String>) -> Entry {
    let mut columns: Columns = may.columns.clone();
    for Field { name, input, .. } in fields(may.register, may.code.is_empty()) {
        let text = plain(sent.get(name).map_or("", String::as_str));
        let text = if input == Input::Area { text } else { text.split_whitespace().collect::<Vec<_>>().join(" ") };
        columns.insert(name.to_owned(), text);
    }
    let version = sent.get("version").and_then(|version| version.parse().ok()).unwrap_or_default();
    Entry { register: may.register, code: may.code.clone(), columns, version }
}

/// An entry with every field as it was sent, for a form that is shown again: nothing typed is lost.
fn as_sent(mut entry: Entry, sent: &BTreeMap<String, String>) -> Entry {
    for (name, text) in &mut entry.columns {
        if let Some(typed) = sent.get(name) {
            text.clone_from(typed);
        }
    }
    entry
}

/// The form with what was typed, and what somebody else saved. Saving again takes what was typed.
fn conflict(page: Page, may: &Entry, mut entry: Entry) -> Response {
    entry.version = may.version;
    entry.code.clone_from(&may.code);
    let differs = |field: &Field| may.columns.get(field.name) != entry.columns.get(field.name);
    let text = |name: &str| may.columns.get(name).cloned().unwrap_or_default();
    let theirs = fields(may.register, false).into_iter().filter(differs);
    let theirs = theirs.map(|field| (label(&page, field.name), text(field.name))).collect();
    let drawn = EditPage { theirs, ..EditPage::new(page, entry, &Problems::new()) };
    (StatusCode::CONFLICT, Html(drawn)).into_response()
}

/// The query of the log.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct LogQuery {
    subject: String,
    page: String,
}

#[derive(Template)]
#[template(path = "registers/log.html")]
struct LogPage {
    page: Page,
    subject: String,
    logged: Vec<Logged>,
    number: u64,
    pages: u64,
}

impl LogPage {
    /// What a change changed: column, before, after.
    fn changes(&self, one: &Logged) -> Vec<(String, String, String)> {
        let names: std::collections::BTreeSet<&String> = one.before.keys().chain(one.after.keys()).collect();
        let text = |side: &Columns, name: &str| side.get(name).cloned().unwrap_or_default();
        let sides = names.into_iter().map(|name| (name, text(&one.before, name), text(&one.after, name)));
        let changed = sides.filter(|(_, before, after)| before != after);
        changed.map(|(name, before, after)| (label(&self.page, name), before, after)).collect()
    }

    fn to_page(&self, number: u64) -> String {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("subject", &self.subject)
            .append_pair("page", &number.to_string())
            .finish();
        self.page.url(&format!("/admin/log?{query}"))
    }
}

async fn log(State(app): State<App>, page: Page, Query(query): Query<LogQuery>) -> Result<Html<impl Template>, Error> {
    let number = query.page.parse().unwrap_or(1).clamp(1, 10_000);
    let subject: String = plain(&query.subject).chars().take(100).collect();
    let (logged, total) = store::log(app.db.conn(), page.actor(), &subject, (number, PAGE)).await?;
    Ok(Html(LogPage { page, subject, logged, number, pages: total.div_ceil(PAGE) }))
}
