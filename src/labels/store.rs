//! SQL of certificates.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QueryOrder,
};

use super::policy::Verify;
use super::{Certificate, Claim, Status};
use crate::entity::certificate;
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
            },
            status: Status::from_str(&row.status).unwrap_or(Status::Claimed),
            verified_at: row.verified_at,
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

/// Enters the claims of a listing into the register. What says the same as before keeps its state; a claim that
/// changed must be verified again.
pub async fn register(
    tx: &DatabaseTransaction,
    organisation_id: i64,
    claims: &[Claim],
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let known = of_organisation(tx, organisation_id).await?;
    for claim in claims {
        let same = known.iter().find(|known| known.claim.scheme == claim.scheme && known.claim.number == claim.number);
        let status = if claim.document.is_some() { Status::DocumentUploaded } else { Status::Claimed };
        let mut row = certificate::ActiveModel {
            holder: Set(claim.holder.clone()),
            product: Set(claim.product.clone()),
            product_group: Set(claim.product_group.clone()),
            criteria: Set(claim.criteria.clone()),
            issued: Set(claim.issued),
            valid_until: Set(claim.valid_until),
            document_key: Set(claim.document.clone()),
            status: Set(status.to_string()),
            verified_by: Set(None),
            verified_at: Set(None),
            ..Default::default()
        };
        match same {
            Some(known) if known.claim == *claim => {}
            Some(known) => {
                row.id = Set(known.id);
                row.update(tx).await?;
            }
            None => {
                row.organisation_id = Set(organisation_id);
                row.scheme = Set(claim.scheme.clone());
                row.number = Set(claim.number.clone());
                row.created_at = Set(now);
                row.version = Set(1);
                row.insert(tx).await?;
            }
        }
    }
    Ok(())
}

/// Notes what a moderator found.
pub async fn decide(
    tx: &DatabaseTransaction,
    may: &Can<Verify>,
    status: Status,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = certificate::ActiveModel {
        id: Set(may.id),
        status: Set(status.to_string()),
        verified_by: Set(may.actor().account_id()),
        verified_at: Set(Some(now)),
        ..Default::default()
    };
    row.update(tx).await.map(|_| ())
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
