//! Messages of an exchange with their files, drafts, read marks, changes and reports; and non-disclosure agreements.

mod files;
mod nda;
mod opening;
mod reports;
mod writing;

use greenbridge::auth::Actor;
use greenbridge::interest::{Interest, store};
use greenbridge::listings::content::Content;

use crate::support::{Answer, Browser, File, Market, Person, TestApp, offer};

pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
pub const ADDRESS: &str = "sales@lumen-water.example.com";

/// An agency and a provider who talk about an offer.
pub struct Talk {
    pub app: TestApp,
    pub agency: Browser,
    pub provider: Browser,
    pub agency_person: Person,
    pub provider_person: Person,
    /// The listing's number for people.
    pub listing: String,
    /// Path of the exchange.
    pub path: String,
}

impl Talk {
    pub async fn begin() -> Self {
        Self::about(TestApp::start().await, &offer("Ceramic membranes"), &[]).await
    }

    /// The same about an offer of this content; `fields` are sent with the expression of interest.
    pub async fn about(app: TestApp, content: &Content, fields: &[(&str, &str)]) -> Self {
        let market = Market::open_in(app).await;
        let (agency, provider) = (market.app.sign_in(&market.agency).await, market.app.sign_in(&market.provider).await);
        let listing = market.app.published(&market.provider, content).await.reference;
        let said = [("purpose[]", "licence"), ("country", "SG"), ("message", "May we try **one**?"), ("then", "send")];
        let fields: Vec<_> = said.iter().chain(fields).copied().collect();
        let sent = agency.post(&format!("/listings/{listing}/interest"), &fields).await.expect(303);
        Self {
            path: sent.location().unwrap(),
            agency,
            provider,
            agency_person: market.agency,
            provider_person: market.provider,
            listing,
            app: market.app,
        }
    }

    pub async fn interest(&self) -> Interest {
        let reference = self.path.rsplit('/').next().unwrap();
        store::find(self.app.db.conn(), &Actor::System, reference).await.unwrap().unwrap()
    }

    pub fn at(&self, part: &str) -> String {
        format!("{}{part}", self.path)
    }

    /// Sends a message with files.
    pub async fn send(&self, from: &Browser, body: &str, files: &[(&str, &[u8])]) -> Answer {
        self.press(from, &[("body", body), ("action", "send")], files).await
    }

    pub async fn press(&self, from: &Browser, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answer {
        let files: Vec<File<'_>> = files
            .iter()
            .map(|(name, bytes)| File { field: "file", name, media_type: "application/octet-stream", bytes })
            .collect();
        from.post_files(&self.at("/messages"), fields, &files).await
    }

    /// Takes steps of the exchange.
    pub async fn steps(&self, steps: &[(&Browser, &str)]) {
        for (who, action) in steps {
            let fields = [("reason", "So it is."), ("kind", "licence"), ("starts", "2027-01-15")];
            who.post(&self.at(&format!("/{action}")), &fields).await.expect(303);
        }
    }

    /// Up to acceptance.
    pub async fn accept(&self) {
        self.steps(&[(&self.provider, "acknowledge"), (&self.provider, "discuss"), (&self.provider, "accept")]).await;
    }
}

/// Addresses of files on a page.
pub fn files_on(page: &Answer) -> Vec<String> {
    page.links().into_iter().map(|(_, to)| to).filter(|to| to.starts_with("/files/")).collect()
}
