//! SQL of listings: envelopes, drafts and revisions.

mod batches;
mod realised;
mod write;

use std::str::FromStr;
use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, DbErr, EntityTrait, FromJsonQueryResult, FromQueryResult,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, RelationTrait, Select, Statement,
};

use serde::{Deserialize, Serialize};

use super::content::{Benefit, Content};
use super::model::stored_status;
use super::policy::Inspect;
use super::{Listing, Status, Unfinished, evidence};
use crate::auth::Actor;
use crate::entity::{draft, evidence_check, listing, organisation, revision};
use crate::i18n::Worded;
use crate::taxonomy::{Kind, Outcome};
use crate::web::Can;

pub use batches::{of_ids, published_after, works_after};
pub use realised::is_public_effect;
pub use write::{
    Written, begin_draft, change, delete_draft, insert, insert_revision, keep_unfinished, put_draft, save_draft, touch,
};

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    reference: String,
    kind: String,
    organisation_id: i64,
    organisation_slug: String,
    organisation_logo: String,
    organisation_name: String,
    organisation_sector: String,
    organisation_status: String,
    country: String,
    status: String,
    title: String,
    titles: serde_json::Value,
    accepting_interest: bool,
    published_revision_id: Option<i64>,
    source_key: Option<String>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    submitted_at: Option<DateTime<Utc>>,
    published_at: Option<DateTime<Utc>>,
    expires_at: Option<DateTime<Utc>>,
    closes_at: Option<DateTime<Utc>>,
    outcome: Option<String>,
    endorsed: bool,
    changed: i64,
    version: i64,
}

impl From<Row> for Listing {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            reference: row.reference,
            kind: Kind::from_str(&row.kind).unwrap_or(Kind::Offer),
            organisation_id: row.organisation_id,
            organisation_slug: row.organisation_slug,
            organisation_logo: row.organisation_logo,
            organisation_name: row.organisation_name,
            organisation_sector: row.organisation_sector,
            organisation_verified: row.organisation_status == "verified",
            country: row.country,
            status: stored_status(&row.status),
            title: Worded::read(row.title, row.titles),
            accepting_interest: row.accepting_interest,
            published_revision_id: row.published_revision_id,
            source_key: row.source_key,
            created_at: row.created_at,
            updated_at: row.updated_at,
            submitted_at: row.submitted_at,
            published_at: row.published_at,
            expires_at: row.expires_at,
            closes_at: row.closes_at,
            outcome: row.outcome.and_then(|code| Outcome::from_str(&code).ok()),
            endorsed: row.endorsed,
            changed: row.changed,
            version: row.version,
        }
    }
}

/// The listings that an actor may know of: what is or was public for all, all for moderators, and one's own
/// organisation's.
pub(super) fn visible_to(actor: &Actor) -> Select<listing::Entity> {
    let select = listing::Entity::find()
        .join(sea_orm::JoinType::InnerJoin, listing::Relation::Organisation.def())
        .column_as(organisation::Column::Slug, "organisation_slug")
        .column_as(organisation::Column::Logo, "organisation_logo")
        .column_as(organisation::Column::Name, "organisation_name")
        .column_as(organisation::Column::Sector, "organisation_sector")
        .column_as(organisation::Column::Status, "organisation_status");
    if actor.is_system() || actor.moderates() {
        return select;
    }
    let mut visible = Condition::any().add(listing::Column::PublishedRevisionId.is_not_null());
    if let Some(id) = actor.organisation_id() {
        visible = visible.add(listing::Column::OrganisationId.eq(id));
    }
    select.filter(visible)
}

async fn one(db: &impl ConnectionTrait, select: Select<listing::Entity>) -> Result<Option<Listing>, DbErr> {
    Ok(select.into_model::<Row>().one(db).await?.map(Into::into))
}

pub(super) async fn many(db: &impl ConnectionTrait, select: Select<listing::Entity>) -> Result<Vec<Listing>, DbErr> {
    Ok(select.into_model::<Row>().all(db).await?.into_iter().map(Into::into).collect())
}

/// The listing of a reference number.
pub async fn find(db: &impl ConnectionTrait, actor: &Actor, reference: &str) -> Result<Option<Listing>, DbErr> {
    one(db, visible_to(actor).filter(listing::Column::Reference.eq(reference))).await
}

#[derive(FromQueryResult)]
struct ShownRow {
    #[sea_orm(nested)]
    row: Row,
    published_content: Option<Stored>,
    checked: bool,
    realised: Option<Figures>,
}

#[derive(Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
struct Figures(Vec<Benefit>);

/// A content as it was written. Where many are read, reading each straight from its text saves half of the time.
#[derive(Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
struct Stored(Content);

impl From<Stored> for Content {
    fn from(Stored(mut content): Stored) -> Self {
        evidence::fill(&mut content, &[]);
        content
    }
}

/// A listing as its page shows it.
#[derive(Debug)]
pub struct Shown {
    /// The listing.
    pub listing: Listing,
    /// What the public sees of it; nothing when it was never published.
    pub content: Option<Content>,
    /// Whether any of its claims was checked.
    pub checked: bool,
    /// The newest effect that was realised with it, if everybody may see one.
    pub realised: Vec<Benefit>,
}

/// The listing of a reference number with what its page shows.
fn select_shown(actor: &Actor, reference: &str) -> Select<listing::Entity> {
    let checks = evidence_check::Entity::find()
        .select_only()
        .column(evidence_check::Column::Id)
        .filter(
            Expr::col(evidence_check::Column::ListingId.as_column_ref()).equals(listing::Column::Id.as_column_ref()),
        )
        .filter(evidence_check::Column::WithdrawnAt.is_null())
        .into_query();
    let published = listing::Entity::belongs_to(revision::Entity)
        .from(listing::Column::PublishedRevisionId)
        .to(revision::Column::Id);
    visible_to(actor)
        .join(sea_orm::JoinType::LeftJoin, published.into())
        .column_as(revision::Column::Content, "published_content")
        .expr_as(Expr::exists(checks), "checked")
        .expr_as(Expr::SubQuery(None, Box::new(realised::newest().into())), "realised")
        .filter(listing::Column::Reference.eq(reference))
        .limit(1)
}

/// The statement for a visitor, who asks for it more often than anybody for anything, is built once for each kind of
/// database; a reference number stands in the place of this text.
const ANY: &str = "\u{0}";

fn shown(backend: DbBackend, actor: &Actor, reference: &str) -> Statement {
    static OF_VISITORS: [OnceLock<Statement>; 2] = [const { OnceLock::new() }; 2];
    if !matches!(actor, Actor::Anonymous) {
        return select_shown(actor, reference).build(backend);
    }
    let built = &OF_VISITORS[usize::from(backend == DbBackend::Postgres)];
    let mut statement = built.get_or_init(|| select_shown(actor, ANY).build(backend)).clone();
    for value in statement.values.iter_mut().flat_map(|values| &mut values.0) {
        if *value == ANY.into() {
            *value = reference.into();
        }
    }
    statement
}

/// The listing of a reference number with what its page shows, in one statement.
pub async fn find_shown(db: &impl ConnectionTrait, actor: &Actor, reference: &str) -> Result<Option<Shown>, DbErr> {
    let statement = shown(db.get_database_backend(), actor, reference);
    let Some(shown) = ShownRow::find_by_statement(statement).one(db).await? else { return Ok(None) };
    let content = shown.published_content.map(Into::into);
    let realised = shown.realised.map(|figures| figures.0).unwrap_or_default();
    Ok(Some(Shown { listing: shown.row.into(), content, checked: shown.checked, realised }))
}

/// The listing of a key.
pub async fn find_by_id(db: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<Option<Listing>, DbErr> {
    one(db, visible_to(actor).filter(listing::Column::Id.eq(id))).await
}

/// The listing of an organisation that an import made under this identity.
pub async fn find_imported(
    db: &impl ConnectionTrait,
    actor: &Actor,
    organisation_id: i64,
    source_key: &str,
) -> Result<Option<Listing>, DbErr> {
    let select = visible_to(actor).filter(listing::Column::OrganisationId.eq(organisation_id));
    one(db, select.filter(listing::Column::SourceKey.eq(source_key))).await
}

/// The listings of an organisation that an actor may see, newest change first.
pub async fn of_organisation(
    db: &impl ConnectionTrait,
    actor: &Actor,
    organisation_id: i64,
    public_only: bool,
    page: (u64, u64),
) -> Result<(Vec<Listing>, u64), DbErr> {
    let mut select = visible_to(actor).filter(listing::Column::OrganisationId.eq(organisation_id));
    if public_only {
        select = select.filter(listing::Column::Status.eq(Status::Published.code()));
    }
    let total = select.clone().count(db).await?;
    let (number, size) = page;
    let select = select.order_by_desc(listing::Column::UpdatedAt).order_by_desc(listing::Column::Id);
    Ok((many(db, select.offset(number.saturating_sub(1) * size).limit(size)).await?, total))
}

/// How many listings of an organisation are in each state.
pub async fn count_by_status(
    db: &impl ConnectionTrait,
    actor: &Actor,
    organisation_id: i64,
) -> Result<Vec<(Status, i64)>, DbErr> {
    let rows: Vec<(String, i64)> = visible_to(actor)
        .select_only()
        .column(listing::Column::Status)
        .column_as(listing::Column::Id.count(), "count")
        .filter(listing::Column::OrganisationId.eq(organisation_id))
        .group_by(listing::Column::Status)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(status, count)| (stored_status(&status), count)).collect())
}

/// The listings whose public view changed after a number of the change sequence, in its order, for the search index.
pub async fn changed_after(
    db: &impl ConnectionTrait,
    actor: &Actor,
    changed: i64,
    limit: u64,
) -> Result<Vec<Listing>, DbErr> {
    many(
        db,
        visible_to(actor)
            .filter(listing::Column::Changed.gt(changed))
            .order_by_asc(listing::Column::Changed)
            .limit(limit),
    )
    .await
}

/// Published listings whose validity is over.
pub async fn overdue(
    db: &impl ConnectionTrait,
    actor: &Actor,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<Listing>, DbErr> {
    let select = visible_to(actor)
        .filter(listing::Column::Status.is_in([Status::Published.code(), Status::Paused.code()]))
        .filter(listing::Column::ExpiresAt.lte(now));
    many(db, select.order_by_asc(listing::Column::Id).limit(limit)).await
}

/// Published or paused listings whose validity ends between two moments.
pub async fn ending_soon(
    db: &impl ConnectionTrait,
    actor: &Actor,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Listing>, DbErr> {
    let select = visible_to(actor)
        .filter(listing::Column::Status.is_in([Status::Published.code(), Status::Paused.code()]))
        .filter(listing::Column::ExpiresAt.between(from, to + chrono::Duration::days(1)));
    many(db, select.order_by_asc(listing::Column::Id)).await
}

/// The highest key of a listing that an actor may know of; 0 when there is none.
pub async fn last_id(db: &impl ConnectionTrait, actor: &Actor) -> Result<i64, DbErr> {
    let newest = visible_to(actor).select_only().column(listing::Column::Id).order_by_desc(listing::Column::Id);
    Ok(newest.into_tuple().one(db).await?.unwrap_or_default())
}

/// Reference and last change of the listings with keys from `from` to below `to` that the public can read.
pub async fn public_between(
    db: &impl ConnectionTrait,
    actor: &Actor,
    from: i64,
    to: i64,
    now: DateTime<Utc>,
) -> Result<Vec<(String, DateTime<Utc>)>, DbErr> {
    let valid = Condition::any().add(listing::Column::ExpiresAt.is_null()).add(listing::Column::ExpiresAt.gt(now));
    visible_to(actor)
        .select_only()
        .columns([listing::Column::Reference, listing::Column::UpdatedAt])
        .filter(listing::Column::Id.gte(from))
        .filter(listing::Column::Id.lt(to))
        .filter(listing::Column::Status.eq(Status::Published.code()))
        .filter(listing::Column::PublishedRevisionId.is_not_null())
        .filter(valid)
        .order_by_asc(listing::Column::Id)
        .into_tuple()
        .all(db)
        .await
}

/// The published listings of some organisations, for indexing them again.
pub async fn published_of(
    db: &impl ConnectionTrait,
    actor: &Actor,
    organisations: &[i64],
) -> Result<Vec<Listing>, DbErr> {
    let select = visible_to(actor)
        .filter(listing::Column::OrganisationId.is_in(organisations.iter().copied()))
        .filter(listing::Column::Status.eq(Status::Published.code()));
    many(db, select).await
}

/// A content as it was written, with the steps of evidence that its documents give.
fn read(content: serde_json::Value) -> Result<Content, DbErr> {
    let mut content = serde_json::from_value(content).map_err(|error| DbErr::Json(error.to_string()))?;
    evidence::fill(&mut content, &[]);
    Ok(content)
}

/// One revision of a listing: its number, content and time.
#[derive(Clone, Debug)]
pub struct Revision {
    /// Key.
    pub id: i64,
    /// The listing.
    pub listing_id: i64,
    /// 1, 2, 3 …
    pub number: i64,
    /// What it says.
    pub content: Content,
    /// When it was handed in.
    pub created_at: DateTime<Utc>,
}

impl TryFrom<revision::Model> for Revision {
    type Error = DbErr;

    fn try_from(row: revision::Model) -> Result<Self, DbErr> {
        let content = read(row.content)?;
        Ok(Self { id: row.id, listing_id: row.listing_id, number: row.number, content, created_at: row.created_at })
    }
}

/// The content that the public sees of a listing that the caller was allowed to find.
pub async fn published(db: &impl ConnectionTrait, listing: &Listing) -> Result<Option<Content>, DbErr> {
    let Some(id) = listing.published_revision_id else { return Ok(None) };
    revision::Entity::find_by_id(id).one(db).await?.map(|row| read(row.content)).transpose()
}

/// The contents that the public sees of several listings, by key of the listing.
pub async fn published_many(db: &impl ConnectionTrait, listings: &[Listing]) -> Result<Vec<(i64, Content)>, DbErr> {
    let ids: Vec<i64> = listings.iter().filter_map(|listing| listing.published_revision_id).collect();
    let select = revision::Entity::find()
        .select_only()
        .columns([revision::Column::ListingId, revision::Column::Content])
        .filter(revision::Column::Id.is_in(ids));
    let rows: Vec<(i64, Stored)> = select.into_tuple().all(db).await?;
    Ok(rows.into_iter().map(|(id, content)| (id, content.into())).collect())
}

/// The newest revision of a listing, for those who may inspect it.
pub async fn newest_revision(db: &impl ConnectionTrait, listing: &Can<Inspect>) -> Result<Option<Revision>, DbErr> {
    newest(db, listing.id).await
}

async fn newest(db: &impl ConnectionTrait, listing_id: i64) -> Result<Option<Revision>, DbErr> {
    let select = revision::Entity::find().filter(revision::Column::ListingId.eq(listing_id));
    select.order_by_desc(revision::Column::Number).one(db).await?.map(TryInto::try_into).transpose()
}

/// One revision, for those who may inspect the listing.
pub async fn revision(db: &impl ConnectionTrait, listing: &Can<Inspect>, id: i64) -> Result<Option<Revision>, DbErr> {
    let row = revision::Entity::find_by_id(id).filter(revision::Column::ListingId.eq(listing.id)).one(db).await?;
    row.map(TryInto::try_into).transpose()
}

/// The revision before another one, for those who may inspect the listing.
pub async fn revision_before(
    db: &impl ConnectionTrait,
    listing: &Can<Inspect>,
    id: i64,
) -> Result<Option<Revision>, DbErr> {
    let earlier = revision::Entity::find().filter(revision::Column::Id.lt(id));
    let of_listing = earlier.filter(revision::Column::ListingId.eq(listing.id));
    let row = of_listing.order_by_desc(revision::Column::Id).limit(1).one(db).await?;
    row.map(TryInto::try_into).transpose()
}

/// The contents of some revisions of a listing, for those who may inspect it.
pub async fn revisions(
    db: &impl ConnectionTrait,
    listing: &Can<Inspect>,
    ids: &[i64],
) -> Result<Vec<(i64, Content)>, DbErr> {
    let select = revision::Entity::find().filter(revision::Column::Id.is_in(ids.iter().copied()));
    let rows = select.filter(revision::Column::ListingId.eq(listing.id)).all(db).await?;
    rows.into_iter().map(|row| Ok((row.id, read(row.content)?))).collect()
}

/// The draft of a listing: content, version, and the sections that are unfinished.
pub async fn draft(
    db: &impl ConnectionTrait,
    listing: &Can<Inspect>,
) -> Result<Option<(Content, i64, Unfinished)>, DbErr> {
    let Some(row) = draft::Entity::find_by_id(listing.id).one(db).await? else { return Ok(None) };
    let unfinished = row.unfinished.map(serde_json::from_value).transpose();
    let unfinished: Option<Unfinished> = unfinished.map_err(|error| DbErr::Json(error.to_string()))?;
    Ok(Some((read(row.content)?, row.version, unfinished.unwrap_or_default())))
}

/// Keys of public listings whose published content names one of some codes, after a key, in order.
pub async fn naming(
    db: &impl ConnectionTrait,
    actor: &Actor,
    codes: &[String],
    after: i64,
    limit: u64,
) -> Result<Vec<i64>, DbErr> {
    let content = || Expr::col(revision::Column::Content).cast_as("text");
    let any = codes.iter().fold(Condition::any(), |any, code| any.add(content().like(format!("%\"{code}\"%"))));
    let said = revision::Entity::find().select_only().column(revision::Column::Id).filter(any).into_query();
    visible_to(actor)
        .filter(listing::Column::Status.eq(Status::Published.code()))
        .filter(listing::Column::PublishedRevisionId.in_subquery(said))
        .filter(listing::Column::Id.gt(after))
        .order_by_asc(listing::Column::Id)
        .limit(limit)
        .select_only()
        .column(listing::Column::Id)
        .into_tuple()
        .all(db)
        .await
}
