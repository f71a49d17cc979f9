//! The page of a certificate, which also is what is printed of it.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};

use super::words::{In, in_words};
use super::{country, iso};
use crate::app::App;
use crate::labels::policy::See;
use crate::labels::store::{self, ClaimedIn, Held};
use crate::labels::{Certificate, VERIFICATION};
use crate::taxonomy::Entry;
use crate::web::cache::Cacheable;
use crate::web::{Can, Error, Html, Page};

#[derive(Template)]
#[template(path = "labels/certificate.html")]
struct CertificatePage {
    page: Page,
    held: Held,
    /// Its scheme, while the register has it.
    scheme: Option<Entry>,
    /// The public listings that rest on it.
    listings: Vec<ClaimedIn>,
    /// Who decided on it.
    decider: Option<String>,
    /// What it is worth in countries of the region, and where nothing is known by which it would count.
    worth: (Vec<In>, String),
    /// Its whole address, for the printed sheet.
    address: String,
    /// Whether the reader is told why it was refused or revoked: its own organisation and moderators.
    concerned: bool,
}

impl CertificatePage {
    fn certificate(&self) -> &Certificate {
        &self.held.certificate
    }

    /// The name of its scheme, or its code when the register has it no more.
    fn name(&self) -> &str {
        self.scheme.as_ref().map_or(&self.certificate().claim.scheme, |scheme| scheme.name(self.page.lang()))
    }

    /// Its state on this day.
    fn state(&self) -> &'static str {
        self.certificate().shown_on(self.page.now().date_naive())
    }

    fn holds(&self) -> bool {
        self.certificate().holds_on(self.page.now().date_naive())
    }

    /// Who verified it and when, as long as that was its last decision.
    fn verified(&self) -> Option<String> {
        let (at, name) = (self.certificate().verified_at?, self.decider.clone()?);
        Some(t!(self.page, "label-verified-by", name = name, date = self.page.date(&at)))
    }

    /// What it says, in the order of a certificate; what it does not say is empty.
    fn facts(&self) -> Vec<(String, String)> {
        let claim = &self.certificate().claim;
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| self.page.day(&day)).unwrap_or_default();
        let mut facts = vec![
            ("holder", claim.holder.clone()),
            ("product", claim.product.clone()),
            ("product-group", claim.product_group.clone()),
            ("criteria", claim.criteria.clone()),
            ("issued", day(claim.issued)),
            ("valid-until", day(claim.valid_until)),
        ];
        if claim.scheme == VERIFICATION {
            facts.push(("verifier", claim.verifier.clone()));
        }
        let name = |name: &str| self.page.label("listing-field", &format!("certificates-{name}"));
        facts.into_iter().map(|(field, value)| (name(field), value)).collect()
    }

    /// The lines of what was verified of a technology.
    fn statement(&self) -> Vec<&str> {
        self.certificate().claim.verified.lines().filter(|line| !line.trim().is_empty()).collect()
    }

    /// The document, if one of the listings shows it to everybody: key and name.
    fn document(&self) -> Option<&(String, String)> {
        self.listings.iter().find_map(|listing| listing.document.as_ref())
    }

    fn country(&self) -> String {
        self.scheme.as_ref().map(|scheme| country(&self.page, scheme)).unwrap_or_default()
    }

    fn iso(&self) -> String {
        self.scheme.as_ref().map(|scheme| iso(&self.page, scheme)).unwrap_or_default()
    }
}

/// `GET /certificates/{id}`
pub(super) async fn show(State(app): State<App>, page: Page, may: Can<See>) -> Result<Response, Error> {
    let db = app.db.conn();
    let held = store::held_by(db, &may).await?.ok_or(Error::NotFound)?;
    let decider = store::deciders(db, std::slice::from_ref(&held)).await?.pop().map(|(_, name)| name);
    let listings = store::claimed_in(db, &[&held.certificate]).await?;
    let scheme = page.schemes().get(&may.claim.scheme).cloned();
    let concerned = page.actor().moderates() || page.actor().organisation_id() == Some(may.organisation_id);
    let worth = in_words(&page, &may.claim);
    let address = app.link(page.locale, &format!("/certificates/{}", may.id));
    let drawn = CertificatePage { page, held, scheme, listings, decider, worth, address, concerned };
    Ok((Cacheable, Html(drawn)).into_response())
}
