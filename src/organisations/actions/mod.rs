//! What can be done with organisations and their members.

mod letters;
mod logo;
mod members;

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use serde_json::{Value, json};

pub use logo::{Done as LogoDone, remove_logo, set_logo};
pub use members::{accept, change_role, invite, leave, remove, revoke_invitation};

use super::model::{Decision, NewOrganisation, Profile, Status};
use super::policy::{Add, AskVerification, Edit, Verify};
use super::store::{self, Organisation};
use crate::app::App;
use crate::audit;
use crate::auth::{self, Actor, MemberRole, limits};
use crate::checks::{Problem, Problems};
use crate::events::{self, Event};
use crate::notifications::{self, Kind, Notice};
use crate::web::{Can, Error};

/// Organisations that one account may make in an hour.
const MADE_PER_HOUR: u32 = 5;

/// Why something cannot be done.
#[derive(Debug, thiserror::Error)]
pub enum Rejected {
    /// Somebody changed the organisation meanwhile.
    #[error("the organisation was changed meanwhile")]
    Changed,
    /// It would be left without an owner.
    #[error("an organisation needs an owner")]
    LastOwner,
    /// Something else.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<DbErr> for Rejected {
    fn from(error: DbErr) -> Self {
        Self::Failed(error.into())
    }
}

/// The subject under which an organisation stands in the audit log.
fn subject(organisation: &Organisation) -> String {
    format!("organisation/{}", organisation.id)
}

/// Makes an organisation that the person owns and acts for from now on; answers with its name in addresses.
pub async fn create(app: &App, actor: &Actor, profile: Profile) -> Result<String, Error> {
    let account_id = actor.account_id().ok_or(Error::SignIn)?;
    let now = app.clock.now();
    let members = vec![(account_id, MemberRole::Owner)];
    let (status, focal_country, verified) = (Status::Unverified, None, None);
    let new = NewOrganisation { profile, slug: None, status, focal_country, verified, members };
    let may = Can::<Add>::check(actor, new)?;
    let (key, rate) = (format!("organisation {account_id}"), limits::Rate::per_hour(MADE_PER_HOUR));
    let taken = limits::take(&app.db, &key, rate, now).await?;
    taken.map_err(|wait| Error::TooMany(wait.num_seconds() + 1))?;
    let tx = app.write_tx().await?;
    let (id, slug) = store::insert(&tx, &may, now).await?;
    auth::switch_organisation(&tx, account_id, id).await?;
    app.commit(tx).await?;
    tracing::info!(account = account_id, organisation = id, "an organisation was made");
    Ok(slug)
}

/// Writes an organisation with its members; answers with its key and its name in addresses.
pub async fn add_organisation(
    tx: &DatabaseTransaction,
    may: &Can<Add>,
    now: DateTime<Utc>,
) -> Result<(i64, String), DbErr> {
    store::insert(tx, may, now).await
}

/// Changes what an organisation says of itself. The badge stays; when facts changed on which it rests, that is noted.
pub async fn edit(app: &App, may: &Can<Edit>, profile: &Profile, version: i64) -> Result<Result<(), Problems>, Error> {
    let changed = changes(may.thing(), profile);
    let tx = app.write_tx().await?;
    if !store::update(&tx, may, profile, version).await? {
        return Ok(Err(Problems::one("name", Problem::Other("organisations-changed-meanwhile"))));
    }
    if may.status() == Status::Verified && changed.as_object().is_some_and(|changed| !changed.is_empty()) {
        audit::append(&tx, may.actor(), "organisation.edit", &subject(may.thing()), changed, app.clock.now()).await?;
    }
    let shown = may.name != profile.name || may.country != profile.country || may.sector != profile.sector.code();
    if shown {
        events::emit(&tx, app.clock.now(), Event::OrganisationChanged { organisation_id: may.id }).await?;
    }
    app.commit(tx).await?;
    Ok(Ok(()))
}

/// The legal facts that change, each with its old and new value.
fn changes(old: &Organisation, new: &Profile) -> Value {
    let facts = [
        ("name", old.name.as_str(), new.name.as_str()),
        ("legal_name", &old.legal_name, &new.legal_name),
        ("sector", &old.sector, new.sector.code()),
        ("country", &old.country, &new.country),
        ("registration_number", &old.registration_number, &new.registration_number),
    ];
    let changed = facts.iter().filter(|(_, old, new)| old != new);
    changed.map(|(field, old, new)| ((*field).to_owned(), json!([old, new]))).collect::<serde_json::Map<_, _>>().into()
}

/// Asks for the verified badge.
pub async fn ask_verification(app: &App, may: &Can<AskVerification>) -> Result<(), Rejected> {
    let tx = app.write_tx().await?;
    if !store::ask_verification(&tx, may).await? {
        return Err(Rejected::Changed);
    }
    app.commit(tx).await?;
    Ok(())
}

/// Gives or refuses the verified badge of the organisation as it was at `version`, and tells its owners.
pub async fn decide(
    app: &App,
    may: &Can<Verify>,
    decision: Decision,
    reason: &str,
    version: i64,
) -> Result<(), Rejected> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    if !store::decide(&tx, may, decision, version, now).await? {
        return Err(Rejected::Changed);
    }
    let action = match decision {
        Decision::Verify => "organisation.verify",
        Decision::Refuse => "organisation.refuse",
    };
    let detail = json!({ "before": may.status, "reason": reason });
    audit::append(&tx, may.actor(), action, &subject(may.thing()), detail, now).await?;
    for owner in store::owners(&tx, may.id).await? {
        let letter = letters::decision(app, may.thing(), &owner, decision, reason);
        notifications::send(app, &tx, Notice::new(Kind::Organisation, letter), now).await?;
    }
    events::emit(&tx, app.clock.now(), Event::OrganisationChanged { organisation_id: may.id }).await?;
    app.commit(tx).await?;
    Ok(())
}
