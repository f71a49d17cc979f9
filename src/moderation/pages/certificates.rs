use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::{PAGE, page_number, span};
use crate::app::App;
use crate::checks::plain;
use crate::labels::policy::Verify;
use crate::labels::store::Held;
use crate::labels::{self, Status};
use crate::moderation::forms::CertificateForm;
use crate::moderation::model::REASON;
use crate::moderation::{hints, store};
use crate::web::{Action as _, Can, Error, Form, Html, Page, Query};

/// The views of the certificates, with the states that each shows.
const VIEWS: [(&str, &[Status]); 3] = [
    ("waiting", &[Status::Claimed, Status::DocumentUploaded]),
    ("verified", &[Status::Verified]),
    ("refused", &[Status::Refused, Status::Revoked, Status::Superseded, Status::Expired]),
];

/// The query of the queue of certificates.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CertificatesQuery {
    show: String,
    page: String,
}

#[derive(Template)]
#[template(path = "moderation/certificates.html")]
struct CertificatesPage {
    page: Page,
    show: &'static str,
    waiting: Vec<Held>,
    /// Others with the same numbers.
    others: Vec<Held>,
    /// Names of those who decided, by account.
    deciders: Vec<(i64, String)>,
    /// Addresses of the documents, by key of the file.
    documents: Vec<(String, String)>,
    number: u64,
    pages: u64,
    total: u64,
    /// The certificate that cannot be revoked without a reason.
    unsaid: Option<i64>,
}

impl CertificatesPage {
    fn number(&self) -> String {
        self.page.integer(self.number)
    }

    fn pages(&self) -> String {
        self.page.integer(self.pages)
    }

    fn views(&self) -> Vec<(&'static str, String)> {
        VIEWS.iter().map(|(code, _)| (*code, self.page.text("review-certificates-show", code))).collect()
    }

    fn shows(&self, view: &str) -> bool {
        self.show == view
    }

    fn to_page(&self, number: u64) -> String {
        self.page.url(&format!("/moderation/certificates?show={}&page={number}", self.show))
    }

    fn age(&self, held: &Held) -> String {
        span(&self.page, self.page.now() - held.created_at)
    }

    fn state(&self, held: &Held) -> &'static str {
        held.certificate.shown_on(self.page.now().date_naive())
    }

    /// Who decided and when; nothing while nobody has.
    fn decided(&self, held: &Held) -> Option<String> {
        let at = held.certificate.verified_at?;
        let name = self.deciders.iter().find(|(id, _)| Some(*id) == held.certificate.verified_by);
        let name = name.map_or_else(String::new, |(_, name)| name.clone());
        Some(t!(self.page, "review-certificate-decided-by", name = name, date = self.page.date(&at)))
    }

    fn hints(&self, held: &Held) -> Vec<String> {
        hints::of_certificate(&self.page, held, &self.others)
    }

    fn is_verifiable(&self, held: &Held) -> bool {
        Verify::allowed(self.page.actor(), &held.certificate)
            && held.certificate.verifiable_on(self.page.now().date_naive())
    }

    fn allows(&self, held: &Held, next: Status) -> bool {
        Verify::allowed(self.page.actor(), &held.certificate) && held.certificate.status.leads_to(next)
    }

    fn is_refusable(&self, held: &Held) -> bool {
        self.allows(held, Status::Refused)
    }

    fn is_revocable(&self, held: &Held) -> bool {
        self.allows(held, Status::Revoked)
    }

    fn is_unsaid(&self, held: &Held) -> bool {
        self.unsaid == Some(held.certificate.id)
    }

    fn document(&self, held: &Held) -> Option<&str> {
        let key = held.certificate.claim.document.as_ref()?;
        self.documents.iter().find(|(known, _)| known == key).map(|(_, address)| address.as_str())
    }
}

/// The certificates that wait for somebody to look at them, or those that were looked at.
pub async fn index(
    State(app): State<App>,
    page: Page,
    Query(query): Query<CertificatesQuery>,
) -> Result<Html<impl Template>, Error> {
    draw(&app, page, &query).await.map(Html)
}

async fn draw(app: &App, page: Page, query: &CertificatesQuery) -> Result<CertificatesPage, Error> {
    let db = app.db.conn();
    let number = page_number(&query.page);
    let (show, states) = VIEWS.into_iter().find(|(code, _)| *code == query.show).unwrap_or(VIEWS[0]);
    let (waiting, total) = labels::store::in_states(db, page.actor(), states, (number, PAGE)).await?;
    let keys = waiting.iter().filter_map(|held| held.certificate.claim.document.clone()).collect();
    let documents = store::document_addresses(db, page.actor(), keys).await?;
    let others = labels::store::same_number(db, page.actor(), &waiting).await?;
    let deciders = labels::store::deciders(db, &waiting).await?;
    let pages = total.div_ceil(PAGE);
    Ok(CertificatesPage { page, show, waiting, others, deciders, documents, number, pages, total, unsaid: None })
}

/// Verifies, refuses or revokes a certificate.
pub async fn decide(
    State(app): State<App>,
    page: Page,
    may: Can<Verify>,
    Form(form): Form<CertificateForm>,
) -> Result<Response, Error> {
    let next = match form.decision.as_str() {
        "verified" => Status::Verified,
        "refused" => Status::Refused,
        "revoked" => Status::Revoked,
        _ => return Err(Error::BadRequest),
    };
    let reason: String = plain(&form.reason).chars().take(REASON).collect();
    if next == Status::Revoked && reason.is_empty() && may.status.leads_to(next) {
        return unsaid(&app, page, may.id).await;
    }
    let is_current = form.version.parse() == Ok(may.version);
    if !is_current || !labels::actions::decide(&app, &may, next, &reason).await? {
        return Err(Error::Conflict(t!(page, "review-certificate-moved")));
    }
    Ok(done(&page, &form, next))
}

/// The page again: nothing is revoked without a word.
async fn unsaid(app: &App, page: Page, id: i64) -> Result<Response, Error> {
    let query = CertificatesQuery { show: "verified".to_owned(), page: String::new() };
    let drawn = CertificatesPage { unsaid: Some(id), ..draw(app, page, &query).await? };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(drawn)).into_response())
}

fn done(page: &Page, form: &CertificateForm, next: Status) -> Response {
    let list =
        if next == Status::Revoked { "/moderation/certificates?show=verified" } else { "/moderation/certificates" };
    let back = form.case.parse::<i64>().map_or(list.to_owned(), |id| format!("/moderation/{id}"));
    let notice = match next {
        Status::Verified => "certificate-verified",
        Status::Revoked => "certificate-revoked",
        _ => "certificate-refused",
    };
    page.see(&back).with_notice(notice).into_response()
}
