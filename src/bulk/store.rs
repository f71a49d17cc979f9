//! SQL of imports and of exports.

use std::str::FromStr as _;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    QueryFilter, QueryOrder, QuerySelect, Select, SqlErr,
};

use super::mapping::Mapping;
use super::policy::{Handle, Import};
use super::{Counts, Line, Mode, Outcome, Run, Setup, Stage};
use crate::auth::{Acting, Actor, MemberRole, PlatformRole, SignedIn};
use crate::entity::{account, import_mapping, import_row, import_run, membership, organisation};
use crate::taxonomy::Lang;
use crate::web::Can;

fn json<T: serde::Serialize>(value: &T) -> Result<serde_json::Value, DbErr> {
    serde_json::to_value(value).map_err(|error| DbErr::Json(error.to_string()))
}

fn from_json<T: serde::de::DeserializeOwned>(value: serde_json::Value) -> Result<T, DbErr> {
    serde_json::from_value(value).map_err(|error| DbErr::Json(error.to_string()))
}

impl TryFrom<import_run::Model> for Run {
    type Error = DbErr;

    fn try_from(row: import_run::Model) -> Result<Self, DbErr> {
        Ok(Self {
            id: row.id,
            organisation_id: row.organisation_id,
            account_id: row.account_id,
            stage: Stage::from_str(&row.stage).unwrap_or(Stage::Failed),
            mode: Mode::from_str(&row.mode).unwrap_or(Mode::Drafts),
            name: row.name,
            stored_as: row.stored_as,
            setup: from_json(row.setup)?,
            mapping: from_json(row.mapping)?,
            fingerprint: row.fingerprint,
            failure: row.failure,
            rows: row.row_count,
            rows_read: row.rows_read,
            records_read: row.records_read,
            counts: Counts { new: row.made, changed: row.changed, unchanged: row.unchanged, refused: row.refused },
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

/// An import that begins.
#[derive(Clone, Debug)]
pub struct NewRun {
    /// Name of the file.
    pub name: String,
    /// Name in storage.
    pub stored_as: String,
    /// How the file is read.
    pub setup: Setup,
    /// Rows below the headings.
    pub rows: i64,
    /// The first guess.
    pub mapping: Mapping,
    /// Of the headings.
    pub fingerprint: String,
}

/// Writes an import that begins and answers with its key.
pub async fn insert(
    tx: &DatabaseTransaction,
    may: &Can<Import>,
    new: &NewRun,
    now: DateTime<Utc>,
) -> Result<i64, DbErr> {
    let row = import_run::ActiveModel {
        organisation_id: Set(may.organisation_id),
        account_id: Set(may.actor().account_id().unwrap_or_default()),
        busy_organisation_id: Set(None),
        stage: Set(Stage::Uploaded.to_string()),
        mode: Set(Mode::Drafts.to_string()),
        name: Set(new.name.clone()),
        stored_as: Set(Some(new.stored_as.clone())),
        setup: Set(json(&new.setup)?),
        mapping: Set(json(&new.mapping)?),
        fingerprint: Set(new.fingerprint.clone()),
        failure: Set(String::new()),
        row_count: Set(new.rows),
        rows_read: Set(0),
        records_read: Set(0),
        made: Set(0),
        changed: Set(0),
        unchanged: Set(0),
        refused: Set(0),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    Ok(row.insert(tx).await?.id)
}

/// The imports that an actor may see: those of the organisation it acts for.
fn visible_to(actor: &Actor) -> Select<import_run::Entity> {
    let select = import_run::Entity::find();
    if actor.is_system() {
        return select;
    }
    select.filter(import_run::Column::OrganisationId.eq(actor.organisation_id().unwrap_or_default()))
}

/// The import of a key.
pub async fn find(db: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<Option<Run>, DbErr> {
    visible_to(actor).filter(import_run::Column::Id.eq(id)).one(db).await?.map(TryInto::try_into).transpose()
}

/// The imports that an actor may see, newest first.
pub async fn latest(db: &impl ConnectionTrait, actor: &Actor, limit: u64) -> Result<Vec<Run>, DbErr> {
    let rows = visible_to(actor).order_by_desc(import_run::Column::Id).limit(limit).all(db).await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// The imports whose file is kept and that nobody has touched since a moment.
pub async fn untouched_since(
    db: &impl ConnectionTrait,
    actor: &Actor,
    moment: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<Run>, DbErr> {
    let select = visible_to(actor)
        .filter(import_run::Column::StoredAs.is_not_null())
        .filter(import_run::Column::UpdatedAt.lt(moment));
    let rows = select.order_by_asc(import_run::Column::Id).limit(limit).all(db).await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// What became of writing a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is written.
    Yes,
    /// Somebody, or another worker, was first.
    Stale,
    /// Another import of the organisation works.
    Busy,
}

/// Writes how far an import is, if it stands as it was read.
pub async fn save(tx: &DatabaseTransaction, before: &Run, after: &Run, now: DateTime<Utc>) -> Result<Saved, DbErr> {
    let row = import_run::ActiveModel {
        busy_organisation_id: Set(after.stage.works().then_some(after.organisation_id)),
        stage: Set(after.stage.to_string()),
        mode: Set(after.mode.to_string()),
        stored_as: Set(after.stored_as.clone()),
        mapping: Set(json(&after.mapping)?),
        failure: Set(after.failure.clone()),
        rows_read: Set(after.rows_read),
        records_read: Set(after.records_read),
        made: Set(after.counts.new),
        changed: Set(after.counts.changed),
        unchanged: Set(after.counts.unchanged),
        refused: Set(after.counts.refused),
        updated_at: Set(now),
        ..Default::default()
    };
    let update = import_run::Entity::update_many()
        .set(row)
        .filter(import_run::Column::Id.eq(before.id))
        .filter(import_run::Column::Stage.eq(before.stage.code()))
        .filter(import_run::Column::RecordsRead.eq(before.records_read));
    match update.exec(tx).await {
        Ok(done) if done.rows_affected == 1 => Ok(Saved::Yes),
        Ok(_) => Ok(Saved::Stale),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(Saved::Busy),
        Err(error) => Err(error),
    }
}

/// Forgets what was said of the rows of an import.
pub async fn clear_lines(tx: &DatabaseTransaction, run_id: i64) -> Result<(), DbErr> {
    import_row::Entity::delete_many().filter(import_row::Column::RunId.eq(run_id)).exec(tx).await.map(|_| ())
}

/// Keeps what is said of rows.
pub async fn insert_lines(tx: &DatabaseTransaction, run_id: i64, lines: &[Line]) -> Result<(), DbErr> {
    // Few enough at once for the parameters that SQLite takes.
    for lines in lines.chunks(100) {
        let rows = lines.iter().map(|line| {
            Ok(import_row::ActiveModel {
                run_id: Set(run_id),
                number: Set(line.number),
                line: Set(line.line),
                outcome: Set(line.outcome.to_string()),
                title: Set(line.title.clone()),
                reference: Set(line.reference.clone()),
                faults: Set(json(&line.faults)?),
                ..Default::default()
            })
        });
        let rows = rows.collect::<Result<Vec<_>, DbErr>>()?;
        import_row::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// What is said of the rows of an import: those that were refused, or the others, in their order.
pub async fn lines(
    db: &impl ConnectionTrait,
    run: &Can<Handle>,
    refused: bool,
    limit: u64,
) -> Result<Vec<Line>, DbErr> {
    let outcome = import_row::Column::Outcome;
    let wanted = if refused { outcome.eq(Outcome::Refused.code()) } else { outcome.ne(Outcome::Refused.code()) };
    let select = import_row::Entity::find().filter(import_row::Column::RunId.eq(run.id)).filter(wanted);
    let rows = select.order_by_asc(import_row::Column::Number).limit(limit).all(db).await?;
    let line = |row: import_row::Model| {
        Ok(Line {
            number: row.number,
            line: row.line,
            outcome: Outcome::from_str(&row.outcome).unwrap_or(Outcome::Refused),
            title: row.title,
            reference: row.reference,
            faults: from_json(row.faults)?,
        })
    };
    rows.into_iter().map(line).collect()
}

/// The mapping that an organisation used last for such headings, and the file it was made for.
pub async fn remembered(
    db: &impl ConnectionTrait,
    may: &Can<Import>,
    fingerprint: &str,
) -> Result<Option<(String, Mapping)>, DbErr> {
    let select = import_mapping::Entity::find()
        .filter(import_mapping::Column::OrganisationId.eq(may.organisation_id))
        .filter(import_mapping::Column::Fingerprint.eq(fingerprint));
    select.one(db).await?.map(|row| Ok((row.name, from_json(row.mapping)?))).transpose()
}

/// Remembers the mapping of an import.
pub async fn remember(tx: &DatabaseTransaction, run: &Run, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = import_mapping::ActiveModel {
        organisation_id: Set(run.organisation_id),
        fingerprint: Set(run.fingerprint.clone()),
        name: Set(run.name.clone()),
        mapping: Set(json(&run.mapping)?),
        saved_at: Set(now),
        ..Default::default()
    };
    let on_conflict =
        OnConflict::columns([import_mapping::Column::OrganisationId, import_mapping::Column::Fingerprint])
            .update_columns([
                import_mapping::Column::Name,
                import_mapping::Column::Mapping,
                import_mapping::Column::SavedAt,
            ])
            .to_owned();
    import_mapping::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx).await.map(|_| ())
}

/// The person who began an import, acting for its organisation as it stands now; nothing if the person has left it, or
/// may not sign in any more.
pub async fn person(db: &impl ConnectionTrait, actor: &Actor, run: &Run) -> Result<Option<Actor>, DbErr> {
    let member = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(run.account_id))
        .filter(membership::Column::OrganisationId.eq(run.organisation_id));
    let account = account::Entity::find_by_id(run.account_id).filter(account::Column::Status.eq("active"));
    let organisation = organisation::Entity::find_by_id(run.organisation_id);
    let found = (member.one(db).await?, account.one(db).await?, organisation.one(db).await?);
    let (Some(member), Some(account), Some(organisation)) = found else { return Ok(None) };
    if !actor.is_system() || organisation.status == "suspended" {
        return Ok(None);
    }
    Ok(Some(Actor::Person(Arc::new(SignedIn {
        unread: 0,
        account_id: account.id,
        session_id: 0,
        name: account.name,
        email: account.email,
        role: PlatformRole::from_str(&account.role).unwrap_or(PlatformRole::None),
        locale: Lang::from_str(&account.locale).unwrap_or(Lang::En),
        zone: account.time_zone.parse().unwrap_or(chrono_tz::UTC),
        acting: Some(Acting {
            organisation_id: organisation.id,
            slug: organisation.slug,
            name: organisation.name,
            country: organisation.country,
            verified: organisation.status == "verified",
            focal_country: organisation.focal_country,
            role: MemberRole::from_str(&member.role).unwrap_or(MemberRole::Viewer),
        }),
        member_of: vec![organisation.id],
    }))))
}
