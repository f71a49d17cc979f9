use std::str::FromStr as _;

use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, EntityTrait,
    FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
};

use super::{Organisation, Status, visible_to, with_focal_points};
use crate::auth::{Actor, MemberRole};
use crate::entity::{account, invitation, membership, organisation};
use crate::organisations::policy::{Accept, ChangeRole, Invite, Leave, Remove, RevokeInvitation, SeeMembers};
use crate::web::Can;

/// How long an invitation is open.
fn invitation_life() -> Duration {
    Duration::days(14)
}

/// A member with the organisation.
#[derive(Clone, Debug)]
pub struct Member {
    /// Key of the membership.
    pub id: i64,
    /// The account.
    pub account_id: i64,
    /// Its role.
    pub role: MemberRole,
    /// The organisation.
    pub organisation: Organisation,
}

/// An open invitation with its organisation.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Key.
    pub id: i64,
    /// To whom it was mailed.
    pub email: String,
    /// The role that it offers.
    pub role: MemberRole,
    /// Name of who invites.
    pub inviter: String,
    /// The organisation.
    pub organisation: Organisation,
}

/// A member as colleagues see it.
#[derive(Debug, FromQueryResult)]
pub struct MemberRow {
    /// Key of the membership.
    pub id: i64,
    /// The account.
    pub account_id: i64,
    /// Code of the role.
    pub role: String,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
}

/// An organisation of the person who asks.
#[derive(Debug, FromQueryResult)]
pub struct OwnRow {
    /// The organisation.
    pub organisation_id: i64,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: String,
    /// The person's role in it.
    pub role: String,
}

/// An address to which an organisation's owners are written.
#[derive(Debug, FromQueryResult)]
pub struct Owner {
    /// Address.
    pub email: String,
    /// Language of mails.
    pub locale: String,
}

fn role(code: &str) -> MemberRole {
    MemberRole::from_str(code).unwrap_or(MemberRole::Viewer)
}

/// Makes an account a member; one that is a member stays as it is.
pub(super) async fn insert_member(
    tx: &DatabaseTransaction,
    organisation_id: i64,
    account_id: i64,
    role: MemberRole,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = membership::ActiveModel {
        organisation_id: Set(organisation_id),
        account_id: Set(account_id),
        role: Set(role.to_string()),
        created_at: Set(now),
        ..Default::default()
    };
    let member = [membership::Column::OrganisationId, membership::Column::AccountId];
    let known = OnConflict::columns(member).do_nothing().to_owned();
    membership::Entity::insert(row).on_conflict(known).exec_without_returning(tx).await.map(|_| ())
}

/// The members, owners first.
pub async fn members(db: &DatabaseConnection, may: &Can<SeeMembers>) -> Result<Vec<MemberRow>, DbErr> {
    let mut rows: Vec<MemberRow> = membership::Entity::find()
        .select_only()
        .columns([
            membership::Column::Id,
            membership::Column::AccountId,
            membership::Column::Role,
            membership::Column::CreatedAt,
        ])
        .columns([account::Column::Name, account::Column::Email])
        .join(JoinType::InnerJoin, membership::Relation::Account.def())
        .filter(membership::COLUMN.organisation_id.eq(may.id))
        .order_by_asc(account::Column::Name)
        .into_model()
        .all(db)
        .await?;
    rows.sort_by_key(|row| role(&row.role));
    Ok(rows)
}

/// A member of the organisation that an address names; only its members and moderators know of it.
pub async fn member(db: &DatabaseConnection, actor: &Actor, slug: &str, id: i64) -> Result<Option<Member>, DbErr> {
    let Some(organisation) = super::find(db, actor, slug).await? else { return Ok(None) };
    if !actor.acts_for(organisation.id) && !actor.moderates() {
        return Ok(None);
    }
    let found = membership::Entity::find_by_id(id)
        .filter(membership::COLUMN.organisation_id.eq(organisation.id))
        .one(db)
        .await?;
    Ok(found.map(|row| Member { id: row.id, account_id: row.account_id, role: role(&row.role), organisation }))
}

/// Locks an organisation's members and says how many own it. Its row is the lock, so that two owners who step down at
/// once go one after the other, on either database.
async fn lock_owners(tx: &DatabaseTransaction, organisation_id: i64) -> Result<u64, DbErr> {
    organisation::Entity::find_by_id(organisation_id).lock_exclusive().one(tx).await?;
    membership::Entity::find()
        .filter(membership::COLUMN.organisation_id.eq(organisation_id))
        .filter(membership::COLUMN.role.eq(MemberRole::Owner.code()))
        .count(tx)
        .await
}

/// The number of owners and the member's role as they are now, locked; no role if the member is gone.
pub async fn locked_role(tx: &DatabaseTransaction, member: &Member) -> Result<(u64, Option<MemberRole>), DbErr> {
    let owners = lock_owners(tx, member.organisation.id).await?;
    let found = membership::Entity::find_by_id(member.id).one(tx).await?;
    Ok((owners, found.map(|row| role(&row.role))))
}

/// The membership of the person who wants to leave.
pub async fn own_membership(tx: &DatabaseTransaction, may: &Can<Leave>) -> Result<Option<Member>, DbErr> {
    let found = membership::Entity::find()
        .filter(membership::COLUMN.organisation_id.eq(may.id))
        .filter(membership::COLUMN.account_id.eq(may.actor().account_id().unwrap_or_default()))
        .one(tx)
        .await?;
    let organisation = may.thing().clone();
    Ok(found.map(|row| Member { id: row.id, account_id: row.account_id, role: role(&row.role), organisation }))
}

/// Gives a member another role.
pub async fn set_role(tx: &DatabaseTransaction, may: &Can<ChangeRole>, role: MemberRole) -> Result<(), DbErr> {
    let row = membership::ActiveModel { id: Set(may.id), role: Set(role.to_string()), ..Default::default() };
    row.update(tx).await.map(|_| ())
}

/// Takes a member out.
pub async fn remove(tx: &DatabaseTransaction, may: &Can<Remove>) -> Result<(), DbErr> {
    delete(tx, may.thing()).await
}

/// Takes the person out who leaves.
pub async fn leave(tx: &DatabaseTransaction, _: &Can<Leave>, own: &Member) -> Result<(), DbErr> {
    delete(tx, own).await
}

/// Deletes a membership; whoever acted for the organisation acts for another of the same person, or for none.
async fn delete(tx: &DatabaseTransaction, member: &Member) -> Result<(), DbErr> {
    membership::Entity::delete_by_id(member.id).exec(tx).await?;
    let other: Option<i64> = membership::Entity::find()
        .select_only()
        .column(membership::Column::OrganisationId)
        .filter(membership::COLUMN.account_id.eq(member.account_id))
        .order_by_asc(membership::Column::Id)
        .into_tuple()
        .one(tx)
        .await?;
    let row = account::ActiveModel { acting_organisation_id: Set(other), ..Default::default() };
    account::Entity::update_many()
        .set(row)
        .filter(account::COLUMN.id.eq(member.account_id))
        .filter(account::COLUMN.acting_organisation_id.eq(member.organisation.id))
        .exec(tx)
        .await
        .map(|_| ())
}

/// The organisations of the person who asks.
pub async fn own(db: &DatabaseConnection, actor: &Actor) -> Result<Vec<OwnRow>, DbErr> {
    membership::Entity::find()
        .select_only()
        .columns([membership::Column::OrganisationId, membership::Column::Role])
        .columns([organisation::Column::Slug, organisation::Column::Name, organisation::Column::Country])
        .join(JoinType::InnerJoin, membership::Relation::Organisation.def())
        .filter(membership::COLUMN.account_id.eq(actor.account_id().unwrap_or_default()))
        .filter(organisation::COLUMN.status.ne(Status::Suspended.code()))
        .order_by_asc(organisation::Column::Name)
        .into_model()
        .all(db)
        .await
}

/// Where the owners of an organisation are written.
pub async fn owners(tx: &DatabaseTransaction, organisation_id: i64) -> Result<Vec<Owner>, DbErr> {
    membership::Entity::find()
        .select_only()
        .columns([account::Column::Email, account::Column::Locale])
        .join(JoinType::InnerJoin, membership::Relation::Account.def())
        .filter(membership::COLUMN.organisation_id.eq(organisation_id))
        .filter(membership::COLUMN.role.eq(MemberRole::Owner.code()))
        .filter(account::COLUMN.status.eq("active"))
        .into_model()
        .all(tx)
        .await
}

/// The language in which an address is written to, if it has an account. Nobody but its holder sees it.
pub async fn locale_of(tx: &DatabaseTransaction, _: &Can<Invite>, email: &str) -> Result<Option<String>, DbErr> {
    let found = account::Entity::find().filter(account::COLUMN.email.eq(email)).one(tx).await?;
    Ok(found.map(|account| account.locale))
}

fn open(now: DateTime<Utc>) -> sea_orm::Select<invitation::Entity> {
    invitation::Entity::find()
        .filter(invitation::COLUMN.accepted_at.is_null())
        .filter(invitation::COLUMN.revoked_at.is_null())
        .filter(invitation::COLUMN.expires_at.gt(now))
}

/// The open invitations of an organisation, the latest first.
pub async fn invitations(
    db: &DatabaseConnection,
    may: &Can<Invite>,
    now: DateTime<Utc>,
) -> Result<Vec<invitation::Model>, DbErr> {
    let select = open(now).filter(invitation::COLUMN.organisation_id.eq(may.id));
    select.order_by_desc(invitation::Column::Id).limit(100).all(db).await
}

/// Writes an invitation; an older one to the same address is worthless from now on.
pub async fn insert_invitation(
    tx: &DatabaseTransaction,
    may: &Can<Invite>,
    (email, role): (&str, MemberRole),
    hash: &str,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let older = invitation::ActiveModel { revoked_at: Set(Some(now)), ..Default::default() };
    invitation::Entity::update_many()
        .set(older)
        .filter(invitation::COLUMN.organisation_id.eq(may.id))
        .filter(invitation::COLUMN.email.eq(email))
        .filter(invitation::COLUMN.accepted_at.is_null())
        .filter(invitation::COLUMN.revoked_at.is_null())
        .exec(tx)
        .await?;
    let row = invitation::ActiveModel {
        organisation_id: Set(may.id),
        email: Set(email.to_owned()),
        role: Set(role.to_string()),
        token_hash: Set(hash.to_owned()),
        invited_by: Set(may.actor().account_id().unwrap_or_default()),
        created_at: Set(now),
        expires_at: Set(now + invitation_life()),
        accepted_at: Set(None),
        revoked_at: Set(None),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}

async fn read(
    db: &impl ConnectionTrait,
    actor: &Actor,
    found: Option<invitation::Model>,
) -> Result<Option<Invitation>, DbErr> {
    let Some(row) = found else { return Ok(None) };
    let organisation = visible_to(actor).filter(organisation::COLUMN.id.eq(row.organisation_id)).one(db).await?;
    let inviter = account::Entity::find_by_id(row.invited_by).one(db).await?;
    let (Some(organisation), Some(inviter)) = (organisation, inviter) else { return Ok(None) };
    let organisation = with_focal_points(db, organisation).await?;
    Ok(Some(Invitation { id: row.id, email: row.email, role: role(&row.role), inviter: inviter.name, organisation }))
}

/// The open invitation of a token.
pub async fn invitation_of(
    db: &DatabaseConnection,
    actor: &Actor,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<Invitation>, DbErr> {
    let found = open(now).filter(invitation::COLUMN.token_hash.eq(hash)).one(db).await?;
    read(db, actor, found).await
}

/// An open invitation of the organisation that an address names and for which the person acts.
pub async fn invitation(
    db: &DatabaseConnection,
    actor: &Actor,
    slug: &str,
    id: i64,
    now: DateTime<Utc>,
) -> Result<Option<Invitation>, DbErr> {
    let found = open(now)
        .filter(invitation::COLUMN.id.eq(id))
        .filter(invitation::COLUMN.organisation_id.eq(actor.organisation_id().unwrap_or_default()))
        .one(db)
        .await?;
    let found = read(db, actor, found).await?;
    Ok(found.filter(|invitation| invitation.organisation.slug == slug))
}

/// Takes an invitation back.
pub async fn revoke_invitation(
    tx: &DatabaseTransaction,
    may: &Can<RevokeInvitation>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = invitation::ActiveModel { id: Set(may.id), revoked_at: Set(Some(now)), ..Default::default() };
    row.update(tx).await.map(|_| ())
}

/// Uses an invitation up and makes the person a member; `false` if it was used or taken back meanwhile.
pub async fn accept(tx: &DatabaseTransaction, may: &Can<Accept>, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let row = invitation::ActiveModel { accepted_at: Set(Some(now)), ..Default::default() };
    let accepted = invitation::Entity::update_many()
        .set(row)
        .filter(invitation::COLUMN.id.eq(may.id))
        .filter(invitation::COLUMN.accepted_at.is_null())
        .filter(invitation::COLUMN.revoked_at.is_null())
        .exec(tx)
        .await?;
    if accepted.rows_affected != 1 {
        return Ok(false);
    }
    let account_id = may.actor().account_id().unwrap_or_default();
    insert_member(tx, may.organisation.id, account_id, may.role, now).await?;
    Ok(true)
}
