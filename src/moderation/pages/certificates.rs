use askama::Template;
use axum::extract::State;
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
use crate::moderation::store;
use crate::web::{Action as _, Can, Error, Form, Html, Page, Query};

/// The query of the queue of certificates.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CertificatesQuery {
    page: String,
}

#[derive(Template)]
#[template(path = "moderation/certificates.html")]
struct CertificatesPage {
    page: Page,
    waiting: Vec<Held>,
    /// Addresses of the documents, by key of the file.
    documents: Vec<(String, String)>,
    number: u64,
    pages: u64,
    total: u64,
}

impl CertificatesPage {
    fn number(&self) -> String {
        self.page.integer(self.number)
    }

    fn pages(&self) -> String {
        self.page.integer(self.pages)
    }

    fn age(&self, held: &Held) -> String {
        span(&self.page, self.page.now() - held.created_at)
    }

    fn is_verifiable(&self, held: &Held) -> bool {
        Verify::allowed(self.page.actor(), &held.certificate)
            && held.certificate.verifiable_on(self.page.now().date_naive())
    }

    fn is_refusable(&self, held: &Held) -> bool {
        Verify::allowed(self.page.actor(), &held.certificate) && held.certificate.status.leads_to(Status::Refused)
    }

    fn document(&self, held: &Held) -> Option<&str> {
        let key = held.certificate.claim.document.as_ref()?;
        self.documents.iter().find(|(known, _)| known == key).map(|(_, address)| address.as_str())
    }
}

/// The certificates that wait for somebody to look at them.
pub async fn index(
    State(app): State<App>,
    page: Page,
    Query(query): Query<CertificatesQuery>,
) -> Result<Html<impl Template>, Error> {
    let number = page_number(&query.page);
    let (waiting, total) = labels::store::waiting(app.db.conn(), page.actor(), (number, PAGE)).await?;
    let keys = waiting.iter().filter_map(|held| held.certificate.claim.document.clone()).collect();
    let documents = store::document_addresses(app.db.conn(), page.actor(), keys).await?;
    Ok(Html(CertificatesPage { page, waiting, documents, number, pages: total.div_ceil(PAGE), total }))
}

/// Verifies or refuses a certificate.
pub async fn decide(
    State(app): State<App>,
    page: Page,
    may: Can<Verify>,
    Form(form): Form<CertificateForm>,
) -> Result<Response, Error> {
    let verified = match form.decision.as_str() {
        "verified" => true,
        "refused" => false,
        _ => return Err(Error::BadRequest),
    };
    let reason: String = plain(&form.reason).chars().take(REASON).collect();
    let is_current = form.version.parse() == Ok(may.version);
    if !is_current || !labels::actions::decide(&app, &may, verified, &reason).await? {
        return Err(Error::Conflict(t!(page, "review-certificate-moved")));
    }
    let back = form.case.parse::<i64>().map_or("/moderation/certificates".to_owned(), |id| format!("/moderation/{id}"));
    let notice = if verified { "certificate-verified" } else { "certificate-refused" };
    Ok(page.see(&back).with_notice(notice).into_response())
}
