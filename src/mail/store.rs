//! SQL of receivers.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::auth::MemberRole;
use crate::entity::{account, membership};
use crate::i18n::Locale;

/// Somebody who gets mail for an organisation.
#[derive(Clone)]
pub struct Receiver {
    /// Address.
    pub email: String,
    /// Language of the mail.
    pub locale: &'static Locale,
}

/// Who gets the mails about an organisation's listings and certificates: its owners and editors.
pub async fn receivers(db: &impl ConnectionTrait, organisation_id: i64) -> Result<Vec<Receiver>, DbErr> {
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganisationId.eq(organisation_id))
        .filter(membership::Column::Role.is_in([MemberRole::Owner.code(), MemberRole::Editor.code()]))
        .find_also_related(account::Entity)
        .filter(account::Column::Status.eq("active"))
        .order_by_asc(membership::Column::Id)
        .all(db)
        .await?;
    let accounts = rows.into_iter().filter_map(|(_, account)| account);
    let receiver =
        |account: account::Model| Receiver { locale: Locale::of_code(&account.locale), email: account.email };
    Ok(accounts.map(receiver).collect())
}
