//! SQL of the ledger.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait,
};

use super::{Line, Organisation};
use crate::entity::{effect_report, interest, listing, organisation};
use crate::interest::Side;
use crate::interest::effects::store::damaged;
use crate::interest::effects::{Period, adopter};
use crate::listings::Status;
use crate::listings::content::Benefit;
use crate::listings::store::is_public_effect;
use crate::taxonomy::Kind;

#[derive(FromQueryResult)]
struct Row {
    interest_id: i64,
    period: String,
    figures: serde_json::Value,
    about: serde_json::Value,
    confirmed_at: Option<DateTime<Utc>>,
    country: String,
    listing_reference: String,
    listing_kind: String,
    listing_status: String,
    listing_expires_at: Option<DateTime<Utc>>,
    sender_slug: String,
    sender_name: String,
    sender_country: String,
    receiver_slug: String,
    receiver_name: String,
    receiver_country: String,
}

impl Row {
    fn lines(self, now: DateTime<Utc>) -> Result<Vec<Line>, DbErr> {
        let figures: Vec<Benefit> = serde_json::from_value(self.figures).map_err(damaged)?;
        let kind = Kind::from_str(&self.listing_kind).map_err(damaged)?;
        let sender = (Organisation { slug: self.sender_slug, name: self.sender_name }, self.sender_country);
        let receiver = (Organisation { slug: self.receiver_slug, name: self.receiver_name }, self.receiver_country);
        let (provider, adopter) = if adopter(kind) == Side::Sender { (receiver, sender) } else { (sender, receiver) };
        let valid = self.listing_expires_at.is_none_or(|end| now < end);
        let first = Line {
            interest_id: self.interest_id,
            period: Period::from_str(&self.period).map_err(damaged)?,
            confirmed_at: self.confirmed_at.ok_or_else(|| damaged("not confirmed"))?,
            about: serde_json::from_value(self.about).map_err(damaged)?,
            listing: self.listing_reference,
            has_page: valid && self.listing_status == Status::Published.code(),
            provider: provider.0,
            adopter: adopter.0,
            from: provider.1,
            to: if self.country.is_empty() { adopter.1 } else { self.country },
            figure: match figures.first() {
                Some(figure) => figure.clone(),
                None => return Ok(Vec::new()),
            },
        };
        Ok(figures.into_iter().map(|figure| Line { figure, ..first.clone() }).collect())
    }
}

/// What both sides let everybody see of what is confirmed, newest first. What moderators have removed, and what a
/// suspended organisation takes part in, is not shown.
pub async fn confirmed(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Line>, DbErr> {
    let of = |alias: &'static str, column: organisation::Column| Expr::col((alias, column));
    let rows = effect_report::Entity::find()
        .join(JoinType::InnerJoin, effect_report::Relation::Interest.def())
        .join(JoinType::InnerJoin, interest::Relation::Listing.def())
        .join_as(JoinType::InnerJoin, interest::Relation::SenderOrganisation.def(), "sender")
        .join_as(JoinType::InnerJoin, interest::Relation::ReceiverOrganisation.def(), "receiver")
        .column_as(interest::Column::Country, "country")
        .column_as(listing::Column::Reference, "listing_reference")
        .column_as(listing::Column::Kind, "listing_kind")
        .column_as(listing::Column::Status, "listing_status")
        .column_as(listing::Column::ExpiresAt, "listing_expires_at")
        .expr_as(of("sender", organisation::Column::Slug), "sender_slug")
        .expr_as(of("sender", organisation::Column::Name), "sender_name")
        .expr_as(of("sender", organisation::Column::Country), "sender_country")
        .expr_as(of("receiver", organisation::Column::Slug), "receiver_slug")
        .expr_as(of("receiver", organisation::Column::Name), "receiver_name")
        .expr_as(of("receiver", organisation::Column::Country), "receiver_country")
        .filter(is_public_effect())
        .filter(listing::Column::Status.ne(Status::Removed.code()))
        .order_by_desc(effect_report::Column::ConfirmedAt)
        .order_by_desc(effect_report::Column::Id)
        .into_model::<Row>()
        .all(db)
        .await?;
    let mut lines = Vec::new();
    for row in rows {
        lines.extend(row.lines(now)?);
    }
    Ok(lines)
}
