use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::notifications::forms::OneClick;
use crate::notifications::policy::{Switch, SwitchOff};
use crate::notifications::{Kind, Scope, actions, letters};
use crate::web::form::AnyForm;
use crate::web::{Can, Error, Html, Page};

#[derive(Template)]
#[template(path = "notifications/unsubscribe.html")]
struct UnsubscribePage {
    page: Page,
    scope: Scope,
    /// Of what there would be no mails any more; nothing if that is so already.
    kinds: Vec<Kind>,
}

impl UnsubscribePage {
    fn new(page: Page, switch: &Switch) -> Self {
        Self { page, scope: switch.scope, kinds: switch.kinds() }
    }

    fn heading(&self) -> String {
        match (self.scope, self.kinds.is_empty()) {
            (Scope::Kind(kind), false) => {
                t!(self.page, "notice-off-ask", kind = letters::name(self.page.locale, kind))
            }
            (Scope::Kind(kind), true) => t!(self.page, "notice-off-is", kind = letters::name(self.page.locale, kind)),
            (Scope::Digest(digest), false) => t!(self.page, "notice-off-ask-digest", digest = digest.code()),
            (Scope::Digest(digest), true) => t!(self.page, "notice-off-is-digest", digest = digest.code()),
        }
    }

    fn is_digest(&self) -> bool {
        matches!(self.scope, Scope::Digest(_))
    }

    fn names(&self) -> Vec<String> {
        self.kinds.iter().map(|kind| letters::name(self.page.locale, *kind)).collect()
    }
}

/// Asks for the click, since programs open links too; says so when it was done before.
pub async fn show(page: Page, may: Can<SwitchOff>) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], Html(UnsubscribePage::new(page, &may))).into_response()
}

/// Switches the mails off. A person comes back to the page, which says what is so now; a program that asks for a person
/// gets its answer at once, since it follows no redirect, and sends its form in parts or urlencoded (RFC 8058).
pub async fn update(
    State(app): State<App>,
    page: Page,
    may: Can<SwitchOff>,
    Path(token): Path<String>,
    AnyForm(sent): AnyForm<OneClick>,
) -> Result<Response, Error> {
    actions::switch_off(&app, &may).await?;
    if sent.is_program() {
        return Ok("ok\n".into_response());
    }
    Ok(page.see(&format!("/unsubscribe/{token}")).with_notice("notifications-off").into_response())
}
