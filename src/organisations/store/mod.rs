//! SQL of organisations, their members and invitations.

mod members;

use std::collections::HashMap;
use std::ops::Deref;
use std::str::FromStr as _;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, EntityTrait,
    ExprTrait, JoinType, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select, TryInsertResult,
};
use serde_json::json;

pub use members::*;

use super::model::{Decision, NewOrganisation, Profile, Status, is_slug, slug};
use super::policy::{Add, AskVerification, Edit, Verify};
use crate::auth::Actor;
use crate::db;
use crate::entity::{account, listing, membership, organisation};
use crate::web::Can;

/// Organisations on a page of the directory.
pub const PER_PAGE: u64 = 20;

/// An organisation with what its policies ask.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its row.
    pub row: organisation::Model,
    /// The organisations that are focal points of its country.
    pub focal_points: Vec<i64>,
}

impl Deref for Organisation {
    type Target = organisation::Model;

    fn deref(&self) -> &organisation::Model {
        &self.row
    }
}

impl Organisation {
    /// How far it has been vouched for.
    pub fn status(&self) -> Status {
        Status::from_str(&self.row.status).unwrap_or(Status::Unverified)
    }

    /// Domains of its members' addresses.
    pub fn domains(&self) -> Vec<String> {
        serde_json::from_value(self.row.email_domains.clone()).unwrap_or_default()
    }
}

/// What the directory is asked.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words of name or description.
    pub q: String,
    /// Country; empty for all.
    pub country: String,
    /// Sector; empty for all.
    pub sector: String,
    /// State of the badge; empty for all but refused ones.
    pub status: String,
}

/// An organisation in the directory.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The organisation.
    pub row: organisation::Model,
    /// How many listings it has published.
    pub listings: i64,
}

/// Who gave the badge.
#[derive(Clone, Debug)]
pub struct Verifier {
    /// The person.
    pub name: String,
    /// The focal point to which the person belongs; none for a moderator.
    pub focal_point: Option<String>,
}

/// The organisations that an actor may know of: all but suspended ones; moderators know those too.
fn visible_to(actor: &Actor) -> Select<organisation::Entity> {
    let all = organisation::Entity::find();
    if actor.is_system() || actor.moderates() {
        return all;
    }
    all.filter(organisation::COLUMN.status.ne(Status::Suspended.code()))
}

async fn with_focal_points(db: &impl ConnectionTrait, row: organisation::Model) -> Result<Organisation, DbErr> {
    let focal_points = organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Id)
        .filter(organisation::COLUMN.focal_country.eq(row.country.as_str()))
        .filter(organisation::COLUMN.status.eq(Status::Verified.code()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(Organisation { row, focal_points })
}

/// The organisation of a name in addresses.
pub async fn find(db: &DatabaseConnection, actor: &Actor, slug: &str) -> Result<Option<Organisation>, DbErr> {
    if !is_slug(slug) {
        return Ok(None);
    }
    match visible_to(actor).filter(organisation::COLUMN.slug.eq(slug)).one(db).await? {
        Some(row) => with_focal_points(db, row).await.map(Some),
        None => Ok(None),
    }
}

/// A page of the directory, verified organisations first, and how many there are in all.
pub async fn directory(
    db: &DatabaseConnection,
    actor: &Actor,
    filter: &Filter,
    page: u64,
) -> Result<(Vec<Entry>, u64), DbErr> {
    let mut select = visible_to(actor);
    select = match filter.status.as_str() {
        "" => select.filter(organisation::COLUMN.status.ne(Status::Refused.code())),
        status => select.filter(organisation::COLUMN.status.eq(status)),
    };
    if !filter.country.is_empty() {
        select = select.filter(organisation::COLUMN.country.eq(filter.country.as_str()));
    }
    if !filter.sector.is_empty() {
        select = select.filter(organisation::COLUMN.sector.eq(filter.sector.as_str()));
    }
    for word in filter.q.split_whitespace().take(5) {
        select = select.filter(holds(word));
    }
    let total = select.clone().count(db).await?;
    let first = Expr::expr(Expr::case(organisation::Column::Status.eq(Status::Verified.code()), 0).finally(1));
    let rows = select
        .order_by(first, Order::Asc)
        .order_by_asc(organisation::Column::Name)
        .order_by_asc(organisation::Column::Id)
        .offset((page - 1) * PER_PAGE)
        .limit(PER_PAGE)
        .all(db)
        .await?;
    let counts = published(db, rows.iter().map(|row| row.id)).await?;
    let entry = |row: organisation::Model| Entry { listings: counts.get(&row.id).copied().unwrap_or(0), row };
    Ok((rows.into_iter().map(entry).collect(), total))
}

/// Whether name, legal name or description hold a word, whatever its case.
fn holds(word: &str) -> sea_orm::Condition {
    let columns = [organisation::Column::Name, organisation::Column::LegalName, organisation::Column::Description];
    columns.into_iter().fold(sea_orm::Condition::any(), |any, column| {
        any.add(db::holds(Expr::col((organisation::Entity, column)), word))
    })
}

async fn published(
    db: &DatabaseConnection,
    organisations: impl Iterator<Item = i64>,
) -> Result<HashMap<i64, i64>, DbErr> {
    let counts: Vec<(i64, i64)> = listing::Entity::find()
        .select_only()
        .column(listing::Column::OrganisationId)
        .column_as(listing::Column::Id.count(), "count")
        .filter(listing::COLUMN.organisation_id.is_in(organisations))
        .filter(listing::COLUMN.status.eq("published"))
        .group_by(listing::Column::OrganisationId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(counts.into_iter().collect())
}

/// Who gave an organisation that an actor sees its badge.
pub async fn verifier(
    db: &DatabaseConnection,
    _: &Actor,
    organisation: &Organisation,
) -> Result<Option<Verifier>, DbErr> {
    let Some(id) = organisation.verified_by else { return Ok(None) };
    let found: Option<(String, Option<String>)> = account::Entity::find_by_id(id)
        .select_only()
        .column(account::Column::Name)
        .column_as(organisation::Column::Name, "focal_point")
        .join_rev(
            JoinType::LeftJoin,
            membership::Entity::belongs_to(account::Entity)
                .from(membership::Column::AccountId)
                .to(account::Column::Id)
                .into(),
        )
        .join(
            JoinType::LeftJoin,
            membership::Entity::belongs_to(organisation::Entity)
                .from(membership::Column::OrganisationId)
                .to(organisation::Column::Id)
                .on_condition({
                    let country = organisation.country.clone();
                    move |_, right| Expr::col((right, organisation::Column::FocalCountry)).eq(country.as_str()).into()
                })
                .into(),
        )
        .order_by_desc(organisation::Column::Name.is_not_null())
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.map(|(name, focal_point)| Verifier { name, focal_point }))
}

fn filled(profile: &Profile) -> organisation::ActiveModel {
    organisation::ActiveModel {
        name: Set(profile.name.clone()),
        legal_name: Set(profile.legal_name.clone()),
        sector: Set(profile.sector.to_string()),
        country: Set(profile.country.clone()),
        registration_number: Set(profile.registration_number.clone()),
        website: Set(profile.website.clone()),
        size: Set(profile.size.to_string()),
        description: Set(profile.description.clone()),
        email_domains: Set(json!(profile.email_domains)),
        ..Default::default()
    }
}

/// Writes a new organisation with its first members; answers with its key and its name in addresses.
pub async fn insert(tx: &DatabaseTransaction, may: &Can<Add>, now: DateTime<Utc>) -> Result<(i64, String), DbErr> {
    let (id, slug) = insert_row(tx, may.thing(), now).await?;
    for (account_id, role) in &may.thing().members {
        insert_member(tx, id, *account_id, *role, now).await?;
    }
    Ok((id, slug))
}

/// Tries names in addresses until one is free: what was asked for, or one made from the names, or a number.
async fn insert_row(
    tx: &DatabaseTransaction,
    new: &NewOrganisation,
    now: DateTime<Utc>,
) -> Result<(i64, String), DbErr> {
    let profile = &new.profile;
    let made = new.slug.clone().or_else(|| slug(&profile.name)).or_else(|| slug(&profile.legal_name));
    let base = match made {
        Some(made) => made,
        None => {
            let series = format!("organisation-{}", profile.country.to_lowercase());
            format!("{series}-{}", db::next_number(tx, &series).await?)
        }
    };
    let mut wanted = base.clone();
    for number in 2.. {
        let row = organisation::ActiveModel {
            slug: Set(wanted.clone()),
            status: Set(new.status.to_string()),
            focal_country: Set(new.focal_country.clone()),
            verified_at: Set(new.verified.map(|(_, at)| at)),
            verified_by: Set(new.verified.map(|(by, _)| by)),
            created_at: Set(now),
            version: Set(1),
            ..filled(profile)
        };
        let taken = OnConflict::column(organisation::Column::Slug).do_nothing().to_owned();
        let inserted = organisation::Entity::insert(row).on_conflict(taken).try_insert().exec(tx).await?;
        if let TryInsertResult::Inserted(inserted) = inserted {
            return Ok((inserted.last_insert_id, wanted));
        }
        wanted = format!("{base}-{number}");
    }
    Err(DbErr::RecordNotInserted)
}

/// Changes what an organisation says of itself, if nobody changed it since `version`; `false` if somebody did.
pub async fn update(tx: &DatabaseTransaction, may: &Can<Edit>, profile: &Profile, version: i64) -> Result<bool, DbErr> {
    let row = organisation::ActiveModel { version: Set(version + 1), ..filled(profile) };
    let update = organisation::Entity::update_many().set(row).filter(organisation::COLUMN.id.eq(may.id));
    Ok(update.filter(organisation::COLUMN.version.eq(version)).exec(tx).await?.rows_affected == 1)
}

/// Gives an organisation another logo, or none. The version stays: nobody's form shows the logo.
pub async fn set_logo(tx: &DatabaseTransaction, may: &Can<Edit>, key: &str, size: u64) -> Result<(), DbErr> {
    let row = organisation::ActiveModel {
        logo: Set(key.to_owned()),
        logo_size: Set(i64::try_from(size).unwrap_or(i64::MAX)),
        ..Default::default()
    };
    organisation::Entity::update_many().set(row).filter(organisation::COLUMN.id.eq(may.id)).exec(tx).await?;
    Ok(())
}

/// Notes that an organisation waits for verification; `false` if somebody changed it meanwhile.
pub async fn ask_verification(tx: &DatabaseTransaction, may: &Can<AskVerification>) -> Result<bool, DbErr> {
    let row = organisation::ActiveModel {
        status: Set(Status::Pending.to_string()),
        version: Set(may.version + 1),
        ..Default::default()
    };
    let update = organisation::Entity::update_many().set(row).filter(organisation::COLUMN.id.eq(may.id));
    Ok(update.filter(organisation::COLUMN.version.eq(may.version)).exec(tx).await?.rows_affected == 1)
}

/// Gives or refuses the badge, if nobody changed the organisation since `version`; `false` if somebody did.
pub async fn decide(
    tx: &DatabaseTransaction,
    may: &Can<Verify>,
    decision: Decision,
    version: i64,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let verified = decision == Decision::Verify;
    let status = if verified { Status::Verified } else { Status::Refused };
    let row = organisation::ActiveModel {
        status: Set(status.to_string()),
        verified_at: Set(verified.then_some(now)),
        verified_by: Set(may.actor().account_id().filter(|_| verified)),
        version: Set(version + 1),
        ..Default::default()
    };
    let update = organisation::Entity::update_many().set(row).filter(organisation::COLUMN.id.eq(may.id));
    Ok(update.filter(organisation::COLUMN.version.eq(version)).exec(tx).await?.rows_affected == 1)
}
