//! One step of an interest's history; never changed.

use sea_orm::entity::prelude::*;

/// One step of an interest's history; never changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "interest_event")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The interest.
    pub interest_id: i64,
    /// At.
    pub at: DateTimeUtc,
    /// Actor account id.
    pub actor_account_id: Option<i64>,
    /// Actor organisation id.
    pub actor_organisation_id: Option<i64>,
    /// Action.
    pub action: String,
    /// From state.
    pub from_state: String,
    /// To state.
    pub to_state: String,
    /// Reason.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// The interest behind `interest_id`.
    #[sea_orm(belongs_to, from = "interest_id", to = "id")]
    pub interest: BelongsTo<super::interest::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
