//! SQL of registers and of the log of their changes.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{ExprTrait as _, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::Entry;
use super::policy::Keep;
use crate::auth::Actor;
use crate::entity::{account, audit, register_entry};
use crate::taxonomy::{Columns, Overlay, Register};
use crate::web::Can;

/// The action of a change in the audit log.
pub const CHANGE: &str = "register.change";

fn entry(row: register_entry::Model) -> Option<Entry> {
    let columns: Columns = serde_json::from_value(row.columns).ok()?;
    Some(Entry { register: Register::from_str(&row.register).ok()?, code: row.code, columns, version: row.version })
}

/// Grows with every change of any entry; public, since everybody reads what is behind it.
pub async fn version(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let sum = register_entry::Column::Version.sum().cast_as("bigint");
    let sum: Option<Option<i64>> =
        register_entry::Entity::find().select_only().expr_as(sum, "version").into_tuple().one(db).await?;
    Ok(sum.flatten().unwrap_or(0))
}

/// All entries in the order in which they were added, with the version that they make together; public.
pub async fn all(db: &impl ConnectionTrait) -> Result<(Vec<Overlay>, i64), DbErr> {
    let rows = register_entry::Entity::find().order_by_asc(register_entry::Column::Id).all(db).await?;
    let version = rows.iter().map(|row| row.version).sum();
    let overlay = |Entry { register, code, columns, .. }| Overlay { register, code, columns };
    Ok((rows.into_iter().filter_map(entry).map(overlay).collect(), version))
}

/// What administrators laid over an entry or added; only they see it as an entry of its own.
pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    register: Register,
    code: &str,
) -> Result<Option<Entry>, DbErr> {
    if !actor.administers() {
        return Ok(None);
    }
    let select = register_entry::Entity::find()
        .filter(register_entry::Column::Register.eq(register.code()))
        .filter(register_entry::Column::Code.eq(code));
    Ok(select.one(db).await?.and_then(entry))
}

/// Stores what an entry says from now on, if nobody changed it since it was read; `false` if somebody did.
pub async fn save(tx: &DatabaseTransaction, may: &Can<Keep>, entry: &Entry, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let columns = serde_json::to_value(&entry.columns).map_err(|error| DbErr::Json(error.to_string()))?;
    let mut row = register_entry::ActiveModel {
        columns: Set(columns),
        version: Set(entry.version + 1),
        changed_at: Set(now),
        changed_by: Set(may.actor().account_id()),
        ..Default::default()
    };
    let (register, code) = (register_entry::Column::Register, register_entry::Column::Code);
    if entry.version == 0 {
        row.register = Set(entry.register.to_string());
        row.code = Set(entry.code.clone());
        let once = OnConflict::columns([register, code]).do_nothing().to_owned();
        let written = register_entry::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
        return Ok(written == 1);
    }
    let update = register_entry::Entity::update_many().set(row);
    let update = update.filter(register.eq(entry.register.code())).filter(code.eq(entry.code.as_str()));
    Ok(update.filter(register_entry::Column::Version.eq(entry.version)).exec(tx).await?.rows_affected == 1)
}

/// A change in the log.
#[derive(Clone, Debug)]
pub struct Logged {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub name: String,
    /// Register and code, such as `keyword/WAT-IND`.
    pub subject: String,
    /// What it said before; empty for what was added.
    pub before: Columns,
    /// What it says since.
    pub after: Columns,
}

/// Changes of registers whose subject holds a text, newest first, and how many there are; only administrators see them.
pub async fn log(
    db: &impl ConnectionTrait,
    actor: &Actor,
    subject: &str,
    (number, size): (u64, u64),
) -> Result<(Vec<Logged>, u64), DbErr> {
    if !actor.administers() {
        return Ok((Vec::new(), 0));
    }
    let select = audit::Entity::find().filter(audit::Column::Action.eq(CHANGE));
    let select = if subject.is_empty() { select } else { select.filter(audit::Column::Subject.contains(subject)) };
    let total = select.clone().count(db).await?;
    let select = select.order_by_desc(audit::Column::Id).offset(number.saturating_sub(1) * size).limit(size);
    let rows = select.all(db).await?;
    let ids = rows.iter().filter_map(|row| row.account_id);
    let people = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db).await?;
    let logged = rows.into_iter().map(|mut row| {
        let mut take = |side: &str| serde_json::from_value(row.detail[side].take()).unwrap_or_default();
        let (before, after) = (take("before"), take("after"));
        let person = people.iter().find(|person| Some(person.id) == row.account_id);
        let name = person.map(|person| person.name.clone()).unwrap_or_default();
        Logged { at: row.at, name, subject: row.subject, before, after }
    });
    Ok((logged.collect(), total))
}
