//! SQL of what administrators see of jobs.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Query;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, EntityTrait,
    ExprTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

use super::JobRow;
use crate::entity::job;

/// Jobs of one kind in one state.
#[derive(Debug, FromQueryResult)]
pub struct CountRow {
    /// Kind.
    pub kind: String,
    /// `due`, `later`, `running` or `parked`.
    pub state: String,
    /// How many.
    pub number: i64,
}

/// How many jobs of each kind wait, run or are parked.
pub async fn counts(db: &DatabaseConnection, now: DateTime<Utc>) -> Result<Vec<CountRow>, DbErr> {
    let state = Expr::case(job::Column::ParkedAt.is_not_null(), "parked")
        .case(job::Column::LeasedUntil.gte(now), "running")
        .case(job::Column::RunAt.lte(now), "due")
        .finally("later");
    let states = Query::select()
        .column(job::Column::Kind)
        .expr_as(state, "state")
        .from(job::Entity)
        .and_where(job::Column::DoneAt.is_null())
        .to_owned();
    // The state is named in a select of its own, so that both databases group by it without its parameters.
    let select = Query::select()
        .columns(["kind", "state"])
        .expr_as(Expr::col("state").count(), "number")
        .from_subquery(states, "states")
        .group_by_col("kind")
        .group_by_col("state")
        .order_by("kind", sea_orm::Order::Asc)
        .to_owned();
    let rows = db.query_all(&select).await?;
    rows.iter().map(|row| CountRow::from_query_result(row, "")).collect()
}

/// Jobs that failed and are not done, parked ones first, then those that failed last.
pub async fn stuck(db: &DatabaseConnection, most: u64) -> Result<Vec<JobRow>, DbErr> {
    job::Entity::find()
        .filter(job::COLUMN.done_at.is_null())
        .filter(job::COLUMN.last_error.ne(""))
        .order_by_asc(job::Column::ParkedAt.is_null())
        .order_by_desc(job::Column::Id)
        .limit(most)
        .all(db)
        .await
}

/// Lets parked jobs run again as if they had never been tried: one, or all. Says how many.
pub async fn retry(tx: &DatabaseTransaction, id: Option<i64>, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let row = job::ActiveModel { parked_at: Set(None), attempts: Set(0), run_at: Set(now), ..Default::default() };
    let mut update = job::Entity::update_many().set(row).filter(job::COLUMN.parked_at.is_not_null());
    if let Some(id) = id {
        update = update.filter(job::COLUMN.id.eq(id));
    }
    Ok(update.exec(tx).await?.rows_affected)
}
