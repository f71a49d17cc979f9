use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::{PAGE, page_number, span};
use crate::app::App;
use crate::labels::policy::{See, Verify};
use crate::labels::store::Held;
use crate::labels::{self, Status};
use crate::moderation::forms::CertificateForm;
use crate::moderation::{hints, store};
use crate::web::{Action as _, Can, Error, Form, Html, Page, Query, form};

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
    /// The decision that was not taken, with what was typed.
    refused: Option<Refused>,
}

/// A decision that was not taken.
struct Refused {
    /// Key of the certificate.
    id: i64,
    /// What is wrong with its reason.
    words: String,
    /// The reason as it was typed.
    typed: String,
    /// The case from which it was sent.
    case: String,
}

/// The certificates of a page.
struct List {
    show: &'static str,
    held: Vec<Held>,
    number: u64,
    total: u64,
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

    fn refused(&self, held: &Held) -> Option<&Refused> {
        self.refused.as_ref().filter(|refused| refused.id == held.certificate.id)
    }

    /// What the field of the reason asks.
    fn asks(&self, held: &Held) -> String {
        match held.certificate.claim.document {
            _ if self.is_revocable(held) => t!(self.page, "review-certificate-why-revoke"),
            None if self.is_verifiable(held) => t!(self.page, "review-certificate-reason-or-place"),
            _ => t!(self.page, "review-certificate-reason"),
        }
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
    let number = page_number(&query.page);
    let (show, states) = VIEWS.into_iter().find(|(code, _)| *code == query.show).unwrap_or(VIEWS[0]);
    let (held, total) = labels::store::in_states(app.db.conn(), page.actor(), states, (number, PAGE)).await?;
    draw(&app, page, List { show, held, number, total }, None).await.map(Html)
}

async fn draw(app: &App, page: Page, list: List, refused: Option<Refused>) -> Result<CertificatesPage, Error> {
    let db = app.db.conn();
    let List { show, held: waiting, number, total } = list;
    let keys = waiting.iter().filter_map(|held| held.certificate.claim.document.clone()).collect();
    let documents = store::document_addresses(db, page.actor(), keys).await?;
    let others = labels::store::same_number(db, page.actor(), &waiting).await?;
    let deciders = labels::store::deciders(db, &waiting).await?;
    let pages = total.div_ceil(PAGE);
    Ok(CertificatesPage { page, show, waiting, others, deciders, documents, number, pages, total, refused })
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
    let is_current = form.version.parse() == Ok(may.version);
    let said = form.said(next, may.claim.document.is_some());
    let reason = match said {
        Ok(reason) => reason,
        // What cannot be decided any more needs no better reason.
        Err(_) if !is_current || !may.status.leads_to(next) => String::new(),
        Err(problem) => {
            let (words, typed) = (form::words(&page, &problem), form.reason);
            let refused = Refused { id: may.id, words, typed, case: form.case };
            return again(&app, page, &may, refused).await;
        }
    };
    if !is_current || !labels::actions::decide(&app, &may, next, &reason).await? {
        return Err(Error::Conflict(t!(page, "review-certificate-moved")));
    }
    Ok(done(&page, &form, next))
}

/// The certificate again, with what was typed.
async fn again(app: &App, page: Page, may: &Can<Verify>, refused: Refused) -> Result<Response, Error> {
    let see = Can::<See>::check(may.actor(), may.thing().clone())?;
    let held = labels::store::held_by(app.db.conn(), &see).await?.ok_or(Error::NotFound)?;
    let (show, _) = VIEWS.into_iter().find(|(_, states)| states.contains(&may.status)).unwrap_or(VIEWS[0]);
    let list = List { show, held: vec![held], number: 1, total: 1 };
    Ok(Html(draw(app, page, list, Some(refused)).await?).refused())
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
