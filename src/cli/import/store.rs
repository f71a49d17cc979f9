//! SQL of imports: the organisation that listings are made for.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::entity::organisation;
use crate::listings::policy::Owner;

/// The organisation of a name in addresses.
pub async fn owner(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Owner>, DbErr> {
    let row = organisation::Entity::find().filter(organisation::Column::Slug.eq(slug)).one(db).await?;
    Ok(row.map(|row| Owner { organisation_id: row.id, country: row.country }))
}
