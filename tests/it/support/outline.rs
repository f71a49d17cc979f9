use scraper::node::Node;
use scraper::{ElementRef, Html, Selector};

use super::Answer;

/// Elements that begin a line of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "tr",
    "ul",
];

/// A page as its readers meet it, a line for each block: headings with `#`, links with their addresses, tables with bars
/// between cells, forms with their fields, values, errors and buttons.
pub fn outline(html: &str, css: &str) -> String {
    let document = Html::parse_document(html);
    let selector = Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"));
    let mut pen = Pen::default();
    for element in document.select(&selector) {
        pen.element(element, 0);
        pen.end_line(0);
    }
    pen.lines.join("\n") + "\n"
}

impl Answer {
    /// Status, language, title and main part of a page; what changes from run to run is left out.
    pub fn outline(&self) -> String {
        let (lang, title) = (self.attribute("html", "lang"), self.title());
        let main = outline(&self.html(), "main");
        format!("{} {} {title}\n{}", self.status(), lang, without_chance(&main))
    }
}

/// Replaces what chance gives: numbers of requests, tokens, names of files and marks of contents.
pub fn without_chance(text: &str) -> String {
    let chance = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(chance) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|c| !chance(c)).unwrap_or(rest.len());
        let word = &rest[..end];
        let mixed =
            word.bytes().any(|byte| byte.is_ascii_digit()) && word.bytes().any(|byte| byte.is_ascii_lowercase());
        out.push_str(if end >= 22 && mixed && !word.contains("--") && word.matches('-').count() < 3 {
            "…"
        } else {
            word
        });
        rest = &rest[end..];
    }
    out + rest
}

#[derive(Default)]
struct Pen {
    lines: Vec<String>,
    line: String,
    /// What the next line begins with.
    mark: String,
}

impl Pen {
    fn write(&mut self, text: &str) {
        let mut words = text.split_whitespace().peekable();
        if words.peek().is_none() {
            if !text.is_empty() && !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
            return;
        }
        if text.starts_with(char::is_whitespace) && !self.line.is_empty() && !self.line.ends_with(' ') {
            self.line.push(' ');
        }
        self.line.push_str(&words.collect::<Vec<_>>().join(" "));
        if text.ends_with(char::is_whitespace) {
            self.line.push(' ');
        }
    }

    fn end_line(&mut self, depth: usize) {
        let line = self.line.trim_end();
        if !line.is_empty() {
            self.lines.push(format!("{}{}{line}", "  ".repeat(depth), std::mem::take(&mut self.mark)));
        }
        self.line.clear();
    }

    fn children(&mut self, element: ElementRef<'_>, depth: usize) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.write(text),
                Node::Element(_) => self.element(ElementRef::wrap(child).unwrap(), depth),
                _ => {}
            }
        }
    }

    fn element(&mut self, element: ElementRef<'_>, depth: usize) {
        let name = element.value().name();
        let attribute = |name: &str| element.attr(name).unwrap_or_default().to_owned();
        if matches!(name, "script" | "style" | "head" | "template" | "option" | "datalist") {
            return;
        }
        if BLOCKS.contains(&name) {
            self.end_line(depth);
            self.mark.clear();
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.mark = "#".repeat(name[1..].parse().unwrap_or(1)) + " ";
            }
            "li" => self.mark = "- ".to_owned(),
            "dt" => self.mark = ": ".to_owned(),
            "dd" => self.mark = ":   ".to_owned(),
            "summary" => self.mark = "▸ ".to_owned(),
            "legend" => self.mark = "§ ".to_owned(),
            "p" if attribute("class").split(' ').any(|class| class == "error") => self.mark = "! ".to_owned(),
            "form" => {
                let method = if attribute("method").eq_ignore_ascii_case("post") { "post" } else { "get" };
                self.write(&format!("form {method} {}", attribute("action")));
                self.end_line(depth);
                self.children(element, depth + 1);
                self.end_line(depth + 1);
                return;
            }
            "br" => return self.end_line(depth),
            _ => {}
        }
        if let Some(lang) = element.attr("lang").filter(|_| name != "html") {
            self.line.push_str(&format!("{{{lang}}}"));
        }
        match name {
            "a" if element.attr("href").is_some() => {
                self.around(element, depth, "[", &format!("]({})", attribute("href")))
            }
            "img" => self.line.push_str(&format!("![{}]({})", attribute("alt"), attribute("src"))),
            "svg" => {
                if element.attr("role") == Some("img") {
                    self.around(element, depth, "<picture: ", ">");
                }
            }
            "td" | "th" => {
                if element.prev_siblings().any(|before| before.value().is_element()) {
                    self.line.push_str(" | ");
                }
                self.inline(element);
            }
            "ins" => self.around(element, depth, "{+", "+}"),
            "del" => self.around(element, depth, "{-", "-}"),
            "mark" => self.around(element, depth, "**", "**"),
            "button" => {
                let sends = element.attr("name").map(|name| format!(" {name}={}", attribute("value")));
                self.around(element, depth, "<", &format!("{}> ", sends.unwrap_or_default()));
            }
            "input" | "select" | "textarea" => self.field(element),
            _ => self.children(element, depth),
        }
        if BLOCKS.contains(&name) {
            self.end_line(depth);
            self.mark.clear();
        }
    }

    fn around(&mut self, element: ElementRef<'_>, depth: usize, before: &str, after: &str) {
        if before.starts_with('[') {
            return self.wrapped(element, before, after);
        }
        self.line.push_str(before);
        self.children(element, depth);
        let line = self.line.trim_end().to_owned() + after;
        self.line = line;
    }

    fn wrapped(&mut self, element: ElementRef<'_>, before: &str, after: &str) {
        let mut inner = Pen::default();
        inner.children(element, 0);
        inner.end_line(0);
        self.line.push_str(&format!("{before}{}{after}", inner.lines.join(" / ")));
    }

    /// Everything in a cell on one line.
    fn inline(&mut self, element: ElementRef<'_>) {
        self.wrapped(element, "", "");
    }

    fn field(&mut self, element: ElementRef<'_>) {
        let attribute = |name: &str| element.attr(name).unwrap_or_default().to_owned();
        let (name, value) = (attribute("name"), attribute("value"));
        let text = match (element.value().name(), attribute("type").as_str()) {
            ("input", "hidden") => format!("{{{name}={value}}}"),
            ("input", kind @ ("checkbox" | "radio")) => {
                let on = if element.attr("checked").is_some() { "x" } else { " " };
                let (open, close) = if kind == "radio" { ("(", ")") } else { ("[", "]") };
                format!("{open}{on}{close} {name}={value} ")
            }
            ("input", "submit") => format!("<{value}> "),
            ("input", kind) => format!(" [{name} {}: {value}] ", if kind.is_empty() { "text" } else { kind }),
            ("textarea", _) => format!(" [{name} area: {}] ", element.text().collect::<String>().replace('\n', "⏎")),
            _ => {
                let options = Selector::parse("option").unwrap();
                let all: Vec<ElementRef<'_>> = element.select(&options).collect();
                let words = |option: &ElementRef<'_>| option.text().collect::<String>().trim().to_owned();
                let chosen: Vec<String> =
                    all.iter().filter(|option| option.attr("selected").is_some()).map(words).collect();
                let few = all.len() <= 8;
                let of =
                    if few { all.iter().map(words).collect::<Vec<_>>().join(" / ") } else { all.len().to_string() };
                format!(" [{name} one of {of}: {}] ", chosen.join(", "))
            }
        };
        self.line.push_str(&text);
    }
}
