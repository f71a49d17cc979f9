//! What people should know of the marketplace: about it, help, terms, privacy, accessibility, contact. The texts are
//! documents of their own, `i18n/<language>/pages/<name>.md`.

use askama::Template;
use askama::filters::Safe;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use comrak::Anchorizer;

use crate::app::App;
use crate::i18n;
use crate::web::cache::Cacheable;
use crate::web::{Access, Error, Html, Page, Routes, markdown};

/// From this many sections on, a page begins with a list of them.
const MANY: usize = 7;

/// Routes of these pages.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/about", Access::Public, async |app: State<App>, page: Page| show(&app, page, "about"))
        .get("/help", Access::Public, async |app: State<App>, page: Page| show(&app, page, "help"))
        .get("/terms", Access::Public, async |app: State<App>, page: Page| show(&app, page, "terms"))
        .get("/privacy", Access::Public, async |app: State<App>, page: Page| show(&app, page, "privacy"))
        .get("/accessibility", Access::Public, async |app: State<App>, page: Page| show(&app, page, "accessibility"))
        .get("/contact", Access::Public, async |app: State<App>, page: Page| show(&app, page, "contact"))
}

/// A heading with what stands under it.
#[derive(Debug, PartialEq, Eq)]
struct Section<'a> {
    anchor: String,
    title: &'a str,
    text: &'a str,
}

/// A document taken apart: its title, what stands before the first heading, and its sections.
fn parts(document: &str) -> (&str, &str, Vec<Section<'_>>) {
    let mut pieces = document.split("\n## ");
    let (title, lead) = pieces.next().unwrap_or_default().split_once('\n').unwrap_or_default();
    let mut anchors = Anchorizer::new();
    let sections = pieces.map(|piece| {
        let (title, text) = piece.split_once('\n').unwrap_or((piece, ""));
        Section { anchor: anchors.anchorize(title), title, text }
    });
    (title.trim_start_matches("# "), lead, sections.collect())
}

#[derive(Template)]
#[template(path = "about/show.html")]
struct ShowPage<'a> {
    page: Page,
    title: &'a str,
    lead: &'a str,
    sections: Vec<Section<'a>>,
}

impl ShowPage<'_> {
    fn lists_sections(&self) -> bool {
        self.sections.len() >= MANY
    }

    fn draw(&self, text: &str) -> Safe<String> {
        markdown::document(text, &self.page.url(""))
    }
}

fn show(app: &App, page: Page, name: &str) -> Result<Response, Error> {
    let document = i18n::document(page.lang(), name).ok_or(Error::NotFound)?;
    let operator = match app.config.operator.as_str() {
        "" => t!(page, "about-operator"),
        name => name.to_owned(),
    };
    let document = document.replace("{operator}", &operator).replace("{contact}", &app.config.contact);
    let (title, lead, sections) = parts(&document);
    Ok((Cacheable, Html(ShowPage { title, lead, sections, page })).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 6] = ["about", "help", "terms", "privacy", "accessibility", "contact"];

    #[test]
    fn a_document_is_a_title_a_lead_and_sections() {
        let (title, lead, sections) = parts("# Help\n\nBegin here.\n\n## Find it\nLook.\n\n## Read it\nSlowly.\n");
        assert_eq!((title, lead.trim()), ("Help", "Begin here."));
        assert_eq!(sections[0], Section { anchor: "find-it".to_owned(), title: "Find it", text: "Look.\n" });
        assert_eq!(sections.len(), 2);
    }

    #[test]
    fn every_document_is_there_in_every_offered_language_with_the_same_sections() {
        for name in NAMES {
            let counts = i18n::OFFERED.iter().map(|lang| parts(&i18n::document(*lang, name).unwrap()).2.len());
            let counts: Vec<usize> = counts.collect();
            assert!(counts[0] > 0 && counts.iter().all(|count| *count == counts[0]), "{name}: {counts:?}");
        }
    }

    #[test]
    fn links_of_the_documents_lead_to_pages_that_exist() {
        let routes = crate::app::route_table();
        for (lang, name) in i18n::OFFERED.iter().flat_map(|lang| NAMES.map(|name| (lang, name))) {
            let document = i18n::document(*lang, name).unwrap();
            for link in document.split("](/").skip(1).filter_map(|rest| rest.split([')', '#', '?']).next()) {
                let path = format!("/{link}");
                assert!(
                    routes.iter().any(|route| route.method == "GET" && route.path == path),
                    "{lang} {name}: {path}"
                );
            }
        }
    }
}
