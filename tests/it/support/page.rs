use axum::http::response::Parts;
use axum::http::{HeaderMap, header};
use bytes::Bytes;
use scraper::{ElementRef, Html, Selector};

use super::browser::SITE;

/// What the service answered, and how to read it as a page.
#[derive(Clone, Debug)]
pub struct Answer {
    path: String,
    status: u16,
    headers: HeaderMap,
    body: Bytes,
}

/// A form on a page with its fields as they stand.
pub struct Form {
    pub action: String,
    pub post: bool,
    pub files: bool,
    pub fields: Vec<(String, String)>,
}

/// A form that posts, with one of its buttons pressed: what a browser would send, and every control that it has.
#[derive(Clone, Debug)]
pub struct Post {
    pub action: String,
    pub files: bool,
    /// Name and value of the pressed button, if it has them.
    pub button: Option<(String, String)>,
    pub fields: Vec<(String, String)>,
    /// Names of the controls and their kinds: `textarea`, `select`, or the type of an input.
    pub controls: Vec<(String, String)>,
}

impl Answer {
    pub fn new(path: String, parts: Parts, body: Bytes) -> Self {
        Self { path, status: parts.status.as_u16(), headers: parts.headers, body }
    }

    /// The address that was asked.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Fails unless the status is `status`, and says what came instead.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        if self.status != status {
            let said = [self.location().unwrap_or_default(), self.text(), self.errors().join("; ")].join("\n");
            panic!("{}: {} instead of {status}\n{said}", self.path, self.status);
        }
        self
    }

    /// Fails unless the status is 200.
    #[track_caller]
    pub fn ok(self) -> Self {
        self.expect(200)
    }

    /// A header; empty if it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// All headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Where a redirect points, without the site's own address.
    pub fn location(&self) -> Option<String> {
        let to = self.headers.get(header::LOCATION)?.to_str().ok()?;
        Some(to.strip_prefix(SITE).unwrap_or(to).to_owned())
    }

    /// The body as it came.
    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    /// The body as text.
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    fn document(&self) -> Html {
        Html::parse_document(&self.html())
    }

    /// What stands in all elements that a CSS selector finds, with runs of white space as one space.
    pub fn all(&self, css: &str) -> Vec<String> {
        self.document().select(&selector(css)).map(words).collect()
    }

    /// What stands in the first element that a CSS selector finds; empty if there is none.
    pub fn first(&self, css: &str) -> String {
        self.all(css).into_iter().next().unwrap_or_default()
    }

    /// How many elements a CSS selector finds.
    pub fn count(&self, css: &str) -> usize {
        self.document().select(&selector(css)).count()
    }

    /// An attribute of the first element that a CSS selector finds; empty if there is none.
    pub fn attribute(&self, css: &str, name: &str) -> String {
        let document = self.document();
        let found = document.select(&selector(css)).next();
        found.and_then(|element| element.attr(name)).unwrap_or_default().to_owned()
    }

    /// The heading of the page.
    pub fn heading(&self) -> String {
        self.first("h1")
    }

    /// The title of the page.
    pub fn title(&self) -> String {
        self.first("title")
    }

    /// What stands in the main part, or in the whole body of an answer that is no page.
    pub fn text(&self) -> String {
        match self.first("main") {
            text if text.is_empty() => self.first("body"),
            text => text,
        }
    }

    /// Whether the main part says something.
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// What the page before achieved.
    pub fn notice(&self) -> String {
        self.first(".notice[role=status]")
    }

    /// The errors of a form as its summary lists them.
    pub fn errors(&self) -> Vec<String> {
        self.all(".summary li")
    }

    /// The error at a field; empty if it is right. Fails if the summary does not say the same, after the field's name.
    #[track_caller]
    pub fn error(&self, field: &str) -> String {
        let document = self.document();
        let at_field = document.select(&selector("p.error")).find(|p| p.attr("id") == Some(&format!("{field}-error")));
        let in_summary = document
            .select(&selector(".summary a"))
            .find(|link| link.attr("href") == Some(&format!("#{field}")))
            .map(words);
        let at_field = at_field.map(words);
        let same = match (&at_field, &in_summary) {
            (Some(at_field), Some(in_summary)) => in_summary.ends_with(at_field.as_str()),
            (at_field, in_summary) => at_field == in_summary,
        };
        assert!(same, "summary and field differ at {field}: {in_summary:?}, {at_field:?}");
        at_field.unwrap_or_default()
    }

    /// All links of the page: words and address.
    pub fn links(&self) -> Vec<(String, String)> {
        let document = self.document();
        let links = selector("a[href]");
        let links = document.select(&links);
        links.map(|link| (words(link), link.attr("href").unwrap_or_default().to_owned())).collect()
    }

    /// The address of the first link with these words.
    pub fn link(&self, text: &str) -> Option<String> {
        self.links().into_iter().find(|(words, _)| words == text).map(|(_, address)| address)
    }

    /// The value of a field as it stands on the page: text, area, selected or checked choice; empty if there is none.
    pub fn value(&self, field: &str) -> String {
        let document = self.document();
        let all = fields(document.root_element());
        all.into_iter().find(|(name, _)| name == field).map(|(_, value)| value).unwrap_or_default()
    }

    /// The form with a button of this label.
    #[track_caller]
    pub fn form(&self, button: &str) -> Form {
        let document = self.document();
        let buttons = selector("button, input[type=submit]");
        let label = |found: &ElementRef<'_>| match found.attr("value") {
            Some(value) if found.value().name() == "input" => value.to_owned(),
            _ => words(*found),
        };
        let found = document
            .select(&selector("form"))
            .find_map(|form| form.select(&buttons).find(|found| label(found) == button).map(|button| (form, button)));
        let Some((form, pressed)) = found else {
            let there: Vec<String> = document.select(&buttons).map(|found| label(&found)).collect();
            panic!("{}: no button {button:?}, only {there:?}", self.path);
        };
        let mut fields = fields(form);
        if let Some(name) = pressed.attr("name") {
            fields.push((name.to_owned(), pressed.attr("value").unwrap_or_default().to_owned()));
        }
        let action = pressed.attr("formaction").or(form.attr("action")).unwrap_or_default().to_owned();
        Form {
            action,
            post: form.attr("method").is_some_and(|method| method.eq_ignore_ascii_case("post")),
            files: form.attr("enctype") == Some("multipart/form-data"),
            fields,
        }
    }

    /// All forms of the main part that post, once for each of their buttons.
    pub fn posts(&self) -> Vec<Post> {
        let document = self.document();
        let mut posts = Vec::new();
        for form in document.select(&selector("main form[method=post]")) {
            let mut controls: Vec<(String, String)> = Vec::new();
            for control in form.select(&selector("input[name], select[name], textarea[name]")) {
                let name = control.attr("name").unwrap_or_default().to_owned();
                let kind = match control.value().name() {
                    "input" => control.attr("type").unwrap_or("text"),
                    other => other,
                };
                if !controls.iter().any(|(known, _)| *known == name) {
                    controls.push((name, kind.to_owned()));
                }
            }
            let fields = fields(form);
            for button in form.select(&selector("button")) {
                let action = button.attr("formaction").or(form.attr("action")).unwrap_or_default();
                let pressed = button.attr("name").map(|name| (name, button.attr("value").unwrap_or_default()));
                posts.push(Post {
                    action: if action.is_empty() { self.path.clone() } else { action.to_owned() },
                    files: form.attr("enctype") == Some("multipart/form-data"),
                    button: pressed.map(|(name, value)| (name.to_owned(), value.to_owned())),
                    fields: fields.clone(),
                    controls: controls.clone(),
                });
            }
        }
        posts
    }

    /// All fields of the main part as they stand: names and values.
    pub fn values(&self) -> Vec<(String, String)> {
        self.document().select(&selector("main")).flat_map(fields).collect()
    }

    /// Links of the error summary that lead to nothing on the page.
    pub fn dangling_errors(&self) -> Vec<String> {
        let document = self.document();
        let ids: Vec<&str> = document.select(&selector("[id]")).filter_map(|element| element.attr("id")).collect();
        let links = selector(".summary a");
        let links = document.select(&links).filter_map(|link| link.attr("href")?.strip_prefix('#'));
        links.filter(|id| !ids.contains(id)).map(str::to_owned).collect()
    }
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The fields that a browser would send of what stands inside an element.
fn fields(inside: ElementRef<'_>) -> Vec<(String, String)> {
    let mut sent = Vec::new();
    for field in inside.select(&selector("input[name], select[name], textarea[name]")) {
        let Some(name) = field.attr("name") else { continue };
        let value = field.attr("value").unwrap_or_default();
        match (field.value().name(), field.attr("type").unwrap_or("text")) {
            _ if field.attr("disabled").is_some() => {}
            ("input", "submit" | "button" | "reset" | "image" | "file") => {}
            ("input", "checkbox" | "radio") => {
                if field.attr("checked").is_some() {
                    sent.push((name.to_owned(), field.attr("value").unwrap_or("on").to_owned()));
                }
            }
            ("textarea", _) => sent.push((name.to_owned(), field.text().collect())),
            ("select", _) => {
                let options: Vec<_> = field.select(&selector("option")).collect();
                let chosen: Vec<_> = options.iter().filter(|option| option.attr("selected").is_some()).collect();
                let chosen = match (chosen.is_empty(), field.attr("multiple").is_some()) {
                    (true, false) => options.first().into_iter().collect(),
                    _ => chosen,
                };
                for option in chosen {
                    let value = option.attr("value").map_or_else(|| words(*option), str::to_owned);
                    sent.push((name.to_owned(), value));
                }
            }
            _ => sent.push((name.to_owned(), value.to_owned())),
        }
    }
    sent
}
