//! SQL of certificates.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use serde::Deserialize;

use super::policy::{See, Verify};
use super::{Certificate, Claim, Status};
use crate::auth::Actor;
use crate::entity::{account, certificate, listing, organisation, revision};
use crate::i18n::Worded;
use crate::web::Can;

impl From<certificate::Model> for Certificate {
    fn from(row: certificate::Model) -> Self {
        Self {
            id: row.id,
            organisation_id: row.organisation_id,
            claim: Claim {
                scheme: row.scheme,
                number: row.number,
                holder: row.holder,
                product: row.product,
                product_group: row.product_group,
                criteria: row.criteria,
                issued: row.issued,
                valid_until: row.valid_until,
                document: row.document_key,
                verifier: row.verifier,
                verified: row.verified,
            },
            status: Status::from_str(&row.status).unwrap_or(Status::Claimed),
            verified_at: row.verified_at,
            verified_by: row.verified_by,
            reason: row.reason,
            version: row.version,
        }
    }
}

/// The certificates of an organisation; they are public with the listings that claim them.
pub async fn of_organisation(db: &impl ConnectionTrait, organisation_id: i64) -> Result<Vec<Certificate>, DbErr> {
    let rows = certificate::Entity::find()
        .filter(certificate::COLUMN.organisation_id.eq(organisation_id))
        .order_by_asc(certificate::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The certificates of several organisations.
pub async fn of_organisations(db: &impl ConnectionTrait, ids: &[i64]) -> Result<Vec<Certificate>, DbErr> {
    let rows = certificate::Entity::find()
        .filter(certificate::COLUMN.organisation_id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// One certificate.
pub async fn find(db: &impl ConnectionTrait, id: i64) -> Result<Option<Certificate>, DbErr> {
    Ok(certificate::Entity::find_by_id(id).one(db).await?.map(Into::into))
}

/// What was known says something else from now on, and waits to be looked at again.
pub async fn claim_again(
    tx: &DatabaseTransaction,
    known: &Certificate,
    claim: &Claim,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut row = claimed(claim);
    row.id = Set(known.id);
    row.version = Set(known.version + 1);
    row.claimed_at = Set(Some(now));
    row.update(tx).await.map(|_| ())
}

/// Enters a claim on a certificate that the register does not know.
pub async fn insert(
    tx: &DatabaseTransaction,
    organisation_id: i64,
    claim: &Claim,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = certificate::ActiveModel {
        organisation_id: Set(organisation_id),
        scheme: Set(claim.scheme.clone()),
        number: Set(claim.number.clone()),
        created_at: Set(now),
        version: Set(1),
        ..claimed(claim)
    };
    let columns = [certificate::Column::OrganisationId, certificate::Column::Scheme, certificate::Column::Number];
    let on_conflict = OnConflict::columns(columns).do_nothing().to_owned();
    certificate::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx).await.map(|_| ())
}

fn claimed(claim: &Claim) -> certificate::ActiveModel {
    let status = if claim.document.is_some() { Status::DocumentUploaded } else { Status::Claimed };
    certificate::ActiveModel {
        holder: Set(claim.holder.clone()),
        product: Set(claim.product.clone()),
        product_group: Set(claim.product_group.clone()),
        criteria: Set(claim.criteria.clone()),
        issued: Set(claim.issued),
        valid_until: Set(claim.valid_until),
        document_key: Set(claim.document.clone()),
        verifier: Set(claim.verifier.clone()),
        verified: Set(claim.verified.clone()),
        status: Set(status.to_string()),
        reason: Set(String::new()),
        verified_by: Set(None),
        verified_at: Set(None),
        ..Default::default()
    }
}

/// Notes what a moderator found, or that the last day is over, if nobody changed the certificate since it was read;
/// `false` if somebody did.
pub async fn decide(
    tx: &DatabaseTransaction,
    may: &Can<Verify>,
    status: Status,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let mut row = certificate::ActiveModel {
        status: Set(status.to_string()),
        reason: Set(reason.to_owned()),
        version: Set(may.version + 1),
        ..Default::default()
    };
    // Who verified it, and when, stays readable after it has expired or was replaced.
    if !matches!(status, Status::Expired | Status::Superseded) {
        row.verified_by = Set(may.actor().account_id());
        row.verified_at = Set(Some(now));
    }
    let update = certificate::Entity::update_many().set(row).filter(certificate::Column::Id.eq(may.id));
    Ok(update.filter(certificate::Column::Version.eq(may.version)).exec(tx).await?.rows_affected == 1)
}

/// A certificate with the organisation that claims it.
#[derive(Clone, Debug)]
pub struct Held {
    /// The certificate.
    pub certificate: Certificate,
    /// The organisation's name in addresses.
    pub slug: String,
    /// The organisation's name.
    pub name: String,
    /// The organisation's country.
    pub country: String,
    /// When it was entered, or what it claims changed last.
    pub created_at: DateTime<Utc>,
}

async fn held(db: &impl ConnectionTrait, select: Select<certificate::Entity>) -> Result<Vec<Held>, DbErr> {
    let rows = select.find_also_related(organisation::Entity).all(db).await?;
    let both = rows.into_iter().filter_map(|(row, organisation)| Some((row, organisation?)));
    let held = |(row, organisation): (certificate::Model, organisation::Model)| Held {
        created_at: row.claimed_at.unwrap_or(row.created_at),
        certificate: row.into(),
        slug: organisation.slug,
        name: organisation.name,
        country: organisation.country,
    };
    Ok(both.map(held).collect())
}

/// A certificate with the organisation that claims it; whoever may see it has asked the policy.
pub async fn held_by(db: &impl ConnectionTrait, may: &Can<See>) -> Result<Option<Held>, DbErr> {
    Ok(held(db, certificate::Entity::find_by_id(may.id)).await?.pop())
}

/// Certificates that nobody has looked at, those with a document first, then by age; only moderators see them.
pub async fn waiting(db: &impl ConnectionTrait, actor: &Actor, page: (u64, u64)) -> Result<(Vec<Held>, u64), DbErr> {
    in_states(db, actor, &[Status::Claimed, Status::DocumentUploaded], page).await
}

/// Certificates in some states, by state and age; only moderators see them.
pub async fn in_states(
    db: &impl ConnectionTrait,
    actor: &Actor,
    states: &[Status],
    page: (u64, u64),
) -> Result<(Vec<Held>, u64), DbErr> {
    if !actor.moderates() {
        return Ok((Vec::new(), 0));
    }
    let select =
        certificate::Entity::find().filter(certificate::Column::Status.is_in(states.iter().map(|state| state.code())));
    let total = select.clone().count(db).await?;
    let (number, size) = page;
    let select = select
        .order_by_desc(certificate::Column::Status)
        .order_by_asc(certificate::Column::CreatedAt)
        .order_by_asc(certificate::Column::Id);
    Ok((held(db, select.offset(number.saturating_sub(1) * size).limit(size)).await?, total))
}

/// Certificates of other organisations with the number and scheme of one of these, with the organisation's name; only
/// moderators see them.
pub async fn same_number(db: &impl ConnectionTrait, actor: &Actor, of: &[Held]) -> Result<Vec<Held>, DbErr> {
    if !actor.moderates() || of.is_empty() {
        return Ok(Vec::new());
    }
    let numbers = of.iter().map(|held| held.certificate.claim.number.clone());
    held(db, certificate::Entity::find().filter(certificate::Column::Number.is_in(numbers))).await
}

/// Names of the people who decided on some certificates, by account; public, as those who verify organisations are.
pub async fn deciders(db: &impl ConnectionTrait, of: &[Held]) -> Result<Vec<(i64, String)>, DbErr> {
    let ids: Vec<i64> = of.iter().filter_map(|held| held.certificate.verified_by).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

fn valid_on(day: NaiveDate) -> Select<certificate::Entity> {
    let lasting =
        Condition::any().add(certificate::Column::ValidUntil.is_null()).add(certificate::Column::ValidUntil.gte(day));
    certificate::Entity::find().filter(certificate::Column::Status.eq(Status::Verified.code())).filter(lasting)
}

/// How many certificates of each scheme hold on a day; public.
pub async fn count_valid(db: &impl ConnectionTrait, day: NaiveDate) -> Result<Vec<(String, i64)>, DbErr> {
    valid_on(day)
        .select_only()
        .column(certificate::Column::Scheme)
        .column_as(certificate::Column::Id.count(), "count")
        .group_by(certificate::Column::Scheme)
        .into_tuple()
        .all(db)
        .await
}

/// The certificates of a scheme that hold on a day, by name of their organisation; public.
pub async fn valid_of_scheme(
    db: &impl ConnectionTrait,
    scheme: &str,
    day: NaiveDate,
    limit: u64,
) -> Result<Vec<Held>, DbErr> {
    let select = valid_on(day).filter(certificate::Column::Scheme.eq(scheme));
    held(db, select.order_by_asc(certificate::Column::OrganisationId).limit(limit)).await
}

/// Verified certificates whose last day comes before a day.
pub async fn ending_before(db: &impl ConnectionTrait, day: NaiveDate) -> Result<Vec<Certificate>, DbErr> {
    let rows = certificate::Entity::find()
        .filter(certificate::Column::Status.eq(Status::Verified.code()))
        .filter(certificate::Column::ValidUntil.lt(day))
        .order_by_asc(certificate::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A public listing that claims a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedIn {
    /// Key of the certificate.
    pub certificate_id: i64,
    /// Key of the listing.
    pub listing_id: i64,
    /// The listing's reference number.
    pub reference: String,
    /// The listing's title.
    pub title: Worded,
    /// Key and name of the certificate's document, if the listing shows it to everybody.
    pub document: Option<(String, String)>,
}

/// What this feature reads of a listing's content.
#[derive(Deserialize)]
struct Claims {
    #[serde(default)]
    files: Vec<FileOfClaims>,
    body: ClaimsOfBody,
}

#[derive(Deserialize)]
struct FileOfClaims {
    key: String,
    name: String,
    visibility: String,
}

impl Claims {
    /// The document of a claim, if everybody may open it and it is the one that the register knows: no other was looked
    /// at.
    fn document(&self, claim: &Claim, known: &Certificate) -> Option<(String, String)> {
        let key = claim.document.as_ref().filter(|_| claim.document == known.claim.document)?;
        let file = self.files.iter().find(|file| file.key == *key && file.visibility == "public")?;
        Some((file.key.clone(), file.name.clone()))
    }
}

#[derive(Deserialize)]
struct ClaimsOfBody {
    #[serde(default)]
    certificates: Vec<Claim>,
}

/// The public listings that claim some certificates.
pub async fn claimed_in(db: &impl ConnectionTrait, certificates: &[&Certificate]) -> Result<Vec<ClaimedIn>, DbErr> {
    if certificates.is_empty() {
        return Ok(Vec::new());
    }
    let listings = listing::Entity::find()
        .filter(listing::Column::Status.eq("published"))
        .filter(listing::Column::OrganisationId.is_in(certificates.iter().map(|known| known.organisation_id)))
        .order_by_asc(listing::Column::Reference)
        .all(db)
        .await?;
    let ids = listings.iter().filter_map(|listing| listing.published_revision_id);
    let revisions = revision::Entity::find().filter(revision::Column::Id.is_in(ids)).all(db).await?;
    let mut found = Vec::new();
    for listing in listings {
        let Some(row) = revisions.iter().find(|row| Some(row.id) == listing.published_revision_id) else { continue };
        let claims = Claims::deserialize(&row.content).map_err(|error| DbErr::Json(error.to_string()))?;
        let of_owner = certificates.iter().filter(|known| known.organisation_id == listing.organisation_id);
        for known in of_owner {
            let mut claimed = claims.body.certificates.iter();
            let Some(claim) = claimed.find(|claim| known.claim.names_the_same(claim)) else { continue };
            found.push(ClaimedIn {
                document: claims.document(claim, known),
                certificate_id: known.id,
                listing_id: listing.id,
                reference: listing.reference.clone(),
                title: Worded::read(listing.title.clone(), listing.titles.clone()),
            });
        }
    }
    Ok(found)
}

/// Organisations with a verified certificate whose last day was within a span; their listings are indexed again.
pub async fn ended_between(db: &impl ConnectionTrait, after: NaiveDate, until: NaiveDate) -> Result<Vec<i64>, DbErr> {
    let rows = certificate::Entity::find()
        .filter(certificate::COLUMN.status.eq(Status::Verified.code()))
        .filter(certificate::COLUMN.valid_until.gte(after))
        .filter(certificate::COLUMN.valid_until.lt(until))
        .all(db)
        .await?;
    let mut ids: Vec<i64> = rows.into_iter().map(|row| row.organisation_id).collect();
    ids.dedup();
    Ok(ids)
}
