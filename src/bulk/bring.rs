//! Brings a record into the marketplace.

use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;

use super::build;
use super::faults::{Fault, Told};
use super::model::{Mode, Outcome};
use super::record::{Plan, Record};
use crate::app::App;
use crate::auth::Actor;
use crate::listings::actions::{self, Failed};
use crate::listings::content::Content;
use crate::listings::policy::{Create, Decide, Edit, Inspect, Owner, Submit};
use crate::listings::{Listing, Rejected, Status, store};
use crate::moderation;
use crate::web::{Can, Error};

/// Begins the identity of every listing of a table.
const KEY: &str = "table:";

/// For whom records are brought in, and how.
#[derive(Clone)]
pub struct Bringer<'a> {
    /// The app.
    pub app: &'a App,
    /// Who does it.
    pub actor: &'a Actor,
    /// The organisation of the listings.
    pub owner: &'a Owner,
    /// Which column fills which field.
    pub plan: &'a Plan,
    /// What is done with good records.
    pub mode: Mode,
}

/// What would happen with a record.
#[derive(Clone, Debug)]
pub struct Look {
    /// What becomes of it.
    pub outcome: Outcome,
    /// Its listing, if there is one.
    pub listing: Option<Listing>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// The content to write, and the version of the draft that it goes over.
    pub(super) content: Option<(Content, i64)>,
}

impl Look {
    fn refused(faults: Vec<Fault>, listing: Option<Listing>) -> Self {
        Self { outcome: Outcome::Refused, listing, faults, content: None }
    }

    /// The reference number of its listing; empty if there is none.
    pub fn reference(&self) -> String {
        self.listing.as_ref().map(|listing| listing.reference.clone()).unwrap_or_default()
    }
}

/// Whether two contents are written down alike. Steps of evidence are not written down: they come from others.
fn says_the_same(one: &Content, other: &Content) -> bool {
    let written = |content: &Content| serde_json::to_value(content).ok();
    written(one).is_some() && written(one) == written(other)
}

fn fault(record: &Record, id: &str) -> Vec<Fault> {
    vec![Fault::of_row(record.line, Told::plain(id))]
}

impl Bringer<'_> {
    /// Says what would happen with a record. Nothing is changed.
    pub async fn look(&self, record: &Record) -> Result<Look, Error> {
        let listing = match self.find(record).await? {
            Ok(listing) => listing,
            Err(faults) => return Ok(Look::refused(faults, None)),
        };
        let Some(listing) = listing else {
            return Ok(match build::content(self.plan, record, None, self.mode.is_whole()) {
                Ok(content) => {
                    Look { outcome: Outcome::New, listing: None, faults: Vec::new(), content: Some((content, 0)) }
                }
                Err(faults) => Look::refused(faults, None),
            });
        };
        let ended = match listing.status {
            Status::Archived => Some("problem-row-archived"),
            Status::Removed => Some("problem-row-removed"),
            _ => None,
        };
        if let Some(id) = ended {
            return Ok(Look::refused(fault(record, id), Some(listing)));
        }
        let inspect = Can::<Inspect>::check(self.actor, listing.clone())?;
        let work = actions::work(self.app, &inspect).await?;
        let content = match build::content(self.plan, record, Some(&work.content), self.mode.is_whole()) {
            Ok(content) => content,
            // What the editor has kept as it is need not be mended by a table that says the same.
            Err(faults) => match build::same(self.plan, record, &work.content) {
                true => work.content.clone(),
                false => return Ok(Look::refused(faults, Some(listing))),
            },
        };
        // A draft that waits to be handed in is not done yet, though it says the same.
        let waits = self.mode.is_whole() && work.version > 0;
        if says_the_same(&content, &work.content) && !waits {
            return Ok(Look { outcome: Outcome::Unchanged, listing: Some(listing), faults: Vec::new(), content: None });
        }
        if work.under_review {
            return Ok(Look::refused(fault(record, "problem-row-under-review"), Some(listing)));
        }
        let content = Some((content, work.version));
        Ok(Look { outcome: Outcome::Changed, listing: Some(listing), faults: Vec::new(), content })
    }

    /// The listing of a record, found by its reference number, else by its key.
    async fn find(&self, record: &Record) -> Result<Result<Option<Listing>, Vec<Fault>>, Error> {
        let (db, id) = (self.app.db.conn(), self.owner.organisation_id);
        if !record.reference.is_empty() {
            let found = store::find(db, self.actor, &record.reference).await?;
            let own = found.filter(|listing| listing.organisation_id == id);
            return Ok(own.map(Some).ok_or_else(|| fault(record, "problem-row-reference")));
        }
        if record.key.is_empty() {
            return Ok(Ok(None));
        }
        Ok(Ok(store::find_imported(db, self.actor, id, &format!("{KEY}{}", record.key)).await?))
    }

    /// Writes what was looked at, inside a transaction, and answers with the listing's reference number.
    ///
    /// # Errors
    /// [`Rejected::Stale`] when somebody changed the listing since it was looked at.
    pub async fn write(
        &self,
        tx: &DatabaseTransaction,
        look: &Look,
        record: &Record,
        now: DateTime<Utc>,
    ) -> Result<String, Failed> {
        let Some((content, version)) = &look.content else { return Ok(look.reference()) };
        let listing = match &look.listing {
            Some(listing) => {
                let may = Can::<Edit>::check(self.actor, listing.clone())?;
                actions::save_in(tx, &may, content, *version, now).await?;
                listing.clone()
            }
            None => {
                let may = Can::<Create>::check(self.actor, self.owner.clone())?;
                let key = Some(format!("{KEY}{}", record.key)).filter(|_| !record.key.is_empty());
                actions::create_in(tx, &may, content, key.as_deref(), now).await?
            }
        };
        let (id, reference) = (listing.id, listing.reference.clone());
        if self.mode == Mode::Drafts {
            return Ok(reference);
        }
        let may = Can::<Submit>::check(self.actor, listing)?;
        let revision_id = actions::submit_in(tx, &may, now).await?;
        if self.mode == Mode::Publish {
            let submitted = store::find_by_id(tx, self.actor, id).await?.ok_or(Error::NotFound)?;
            let may = Can::<Decide>::check(self.actor, submitted)?;
            moderation::actions::settle_in(tx, &may, revision_id, (moderation::Outcome::Approved, &[]), now).await?;
        }
        Ok(reference)
    }
}

/// What a refusal of an action says of the record.
pub fn rejected(record: &Record, rejected: &Rejected) -> Vec<Fault> {
    match rejected {
        Rejected::State(_) => fault(record, "problem-row-under-review"),
        Rejected::Stale => fault(record, "problem-row-stale"),
        Rejected::Content(problems) => {
            let told = |(field, problem): (&str, &crate::checks::Problem)| Fault {
                line: record.line,
                column: String::new(),
                field: field.to_owned(),
                typed: String::new(),
                told: Told::from(problem),
            };
            problems.iter().map(told).collect()
        }
    }
}
