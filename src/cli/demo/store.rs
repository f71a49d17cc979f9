//! SQL of the sample marketplace: what its story needs besides the actions of the features.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter,
};

use crate::entity::{account, job, review_case};

/// Whether nothing was loaded yet.
pub async fn is_empty(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    Ok(account::Entity::find().count(db).await? == 0)
}

/// Whether an account has this address.
pub async fn has_account(db: &impl ConnectionTrait, email: &str) -> Result<bool, DbErr> {
    Ok(account::Entity::find().filter(account::Column::Email.eq(email)).count(db).await? > 0)
}

/// Gives the case of a revision to a moderator.
pub async fn claim(
    tx: &DatabaseTransaction,
    revision_id: i64,
    moderator: i64,
    until: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = review_case::ActiveModel {
        state: Set("claimed".to_owned()),
        claimed_by: Set(Some(moderator)),
        claimed_until: Set(Some(until)),
        ..Default::default()
    };
    let update = review_case::Entity::update_many().set(row).filter(review_case::Column::RevisionId.eq(revision_id));
    update.exec(tx).await.map(|_| ())
}

/// Drops the jobs that loading has caused: nobody is to get mails about what happened before the demonstration began.
pub async fn forget_jobs(tx: &DatabaseTransaction) -> Result<(), DbErr> {
    job::Entity::delete_many().exec(tx).await.map(|_| ())
}
