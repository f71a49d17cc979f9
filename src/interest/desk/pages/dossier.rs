//! The dossier: the whole exchange on paper, with what was agreed, every step, every message and the hashes of files and
//! texts.

use askama::Template;
use axum::extract::State;

use crate::app::App;
use crate::interest::desk::Note;
use crate::interest::desk::forms::DossierQuery;
use crate::interest::effects::{Effects, Version};
use crate::interest::messages::Attachment;
use crate::interest::messages::reply;
use crate::interest::messages::thread::{self as exchange, Exchange, Item, organisation};
use crate::interest::nda::Nda;
use crate::interest::policy::See;
use crate::interest::store::{self as interests, Contacts};
use crate::interest::{Agreement, Event, Interest, State as Standing};
use crate::taxonomy;
use crate::web::{Can, Error, Html, Page, listed};

#[derive(Template)]
#[template(path = "interest/desk/dossier.html")]
struct DossierPage {
    page: Page,
    interest: Interest,
    items: Vec<Item>,
    files: Vec<Attachment>,
    ndas: Vec<Nda>,
    contacts: Contacts,
    /// What was entered of the realised effect, oldest first.
    versions: Vec<Version>,
    /// Who consents to show it, once there is an agreement.
    effects: Option<Effects>,
    /// Notes of the reader's own organisation, if they are to stand in it.
    notes: Option<Vec<Note>>,
}

impl DossierPage {
    fn agreement(&self) -> Option<&Agreement> {
        match &self.interest.state {
            Standing::Agreement(agreement) => Some(agreement),
            _ => None,
        }
    }

    fn value(&self) -> Option<String> {
        let agreement = self.agreement()?;
        agreement.value.map(|value| self.page.money(&value, &agreement.currency))
    }

    fn purposes(&self) -> String {
        self.page.names(taxonomy::cooperation(), &self.interest.proposal.purpose)
    }

    fn place(&self) -> String {
        let proposal = &self.interest.proposal;
        let country = if proposal.country.is_empty() { String::new() } else { self.page.country(&proposal.country) };
        listed([proposal.site.as_str(), country.as_str()])
    }

    fn step(&self, event: &Event) -> String {
        t!(
            self.page,
            "interest-event",
            action = event.action.code(),
            organisation = organisation(&self.interest, event)
        )
    }

    fn by(&self, event: &Event) -> String {
        let name = organisation(&self.interest, event);
        if name.is_empty() { t!(self.page, "interest-by-system") } else { listed([event.person.as_str(), &name]) }
    }

    fn size(&self, file: &Attachment) -> String {
        reply::size(&self.page, file.size)
    }

    fn party(&self, organisation_id: i64) -> &str {
        let side = self.interest.side_of(organisation_id);
        side.and_then(|side| self.interest.party(side)).map_or("", |party| &party.name)
    }
}

/// The dossier.
pub async fn show(
    State(app): State<App>,
    page: Page,
    may: Can<See>,
    crate::web::Query(query): crate::web::Query<DossierQuery>,
) -> Result<Html<impl Template>, Error> {
    let db = app.db.conn();
    let read = Exchange::of(db, &may).await?;
    let (contacts, notes) = interests::contacts_and_notes(db, &may).await?;
    let notes = Some(notes).filter(|_| query.notes == "yes");
    let interest = may.thing().clone();
    let items = exchange::items(&page, &interest, &read, false);
    let versions = read.effects.iter().map(|report| Version::of(&page, &interest, report)).collect();
    let effects = Effects::of(&page, &interest, &read.effects, &read.consents);
    let files = read.files.into_iter().filter(|file| file.message_id.is_some() || file.opening).collect();
    let ndas = read.ndas;
    Ok(Html(DossierPage { page, interest, items, files, ndas, contacts, versions, effects, notes }))
}
