//! SQL of notifications.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, ExprTrait, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, RelationTrait, Select, SelectTwo, UpdateMany,
};

use super::model::{Delivery, Digest, Kind, Mailing, Notice, Quiet, Settings};
use super::policy::{Choose, Item, Open, Switch, SwitchOff, Tidy};
use crate::auth::Actor;
use crate::entity::{account, notification, notification_setting};
use crate::i18n::Locale;
use crate::web::Can;

/// Notifications on one page.
pub const PAGE: u64 = 20;

/// Somebody who is told of things.
pub struct Reader {
    /// Whose account.
    pub account_id: i64,
    /// Address.
    pub email: String,
    /// Language.
    pub locale: &'static Locale,
    /// Where the person's hours are counted.
    pub zone: Tz,
    /// How the person wants to be told.
    pub settings: Settings,
}

/// Settings as they are stored; what cannot be read is as usual.
fn settings(row: Option<notification_setting::Model>) -> Settings {
    let Some(row) = row else { return Settings::default() };
    let usual = Settings::default();
    let hour = |hour: i64| u32::try_from(hour).ok().filter(|hour| *hour < 24);
    let chosen: BTreeMap<String, String> = serde_json::from_value(row.deliveries).unwrap_or_default();
    let chosen = chosen.iter().filter_map(|(kind, delivery)| Some((kind.parse().ok()?, delivery.parse().ok()?)));
    let quiet = row.quiet_from.and_then(hour).zip(row.quiet_until.and_then(hour));
    Settings {
        deliveries: chosen.collect(),
        quiet: quiet.filter(|(from, until)| from != until).map(|(from, until)| Quiet { from, until }),
        digest_hour: hour(row.digest_hour).unwrap_or(usual.digest_hour),
        digest_day: u32::try_from(row.digest_day).ok().filter(|day| (1..=7).contains(day)).unwrap_or(usual.digest_day),
    }
}

fn reader_of((account, row): (account::Model, Option<notification_setting::Model>)) -> Reader {
    Reader {
        account_id: account.id,
        email: account.email,
        locale: Locale::of_code(&account.locale),
        zone: account.time_zone.parse().unwrap_or(chrono_tz::UTC),
        settings: settings(row),
    }
}

/// The reader to whom an address belongs.
pub async fn reader(tx: &DatabaseTransaction, email: &str) -> Result<Option<Reader>, DbErr> {
    let found = readers().filter(account::Column::Email.eq(email)).one(tx).await?;
    Ok(found.map(reader_of))
}

/// Accounts with their settings.
fn readers() -> SelectTwo<account::Entity, notification_setting::Entity> {
    let setting = notification_setting::Relation::Account.def();
    account::Entity::find().join_rev(JoinType::LeftJoin, setting).select_also(notification_setting::Entity)
}

/// Writes a notification; `false` if one with its key is there.
pub async fn insert(
    tx: &DatabaseTransaction,
    account_id: i64,
    notice: &Notice,
    path: &str,
    mailing: Mailing,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let letter = &notice.letter;
    let row = notification::ActiveModel {
        account_id: Set(account_id),
        kind: Set(notice.kind.to_string()),
        locale: Set(letter.locale.lang.to_string()),
        subject: Set(letter.subject.clone()),
        body: Set(letter.paragraphs.join("\n\n")),
        quote: Set(letter.quote.clone().unwrap_or_default()),
        path: Set(path.to_owned()),
        reason: Set(letter.reason.clone()),
        mailing: Set(mailing.to_string()),
        dedupe_key: Set(notice.key.clone()),
        at: Set(now),
        read_at: Set(None),
        ..Default::default()
    };
    let on_conflict = OnConflict::column(notification::Column::DedupeKey).do_nothing().to_owned();
    let insert = notification::Entity::insert(row).on_conflict(on_conflict);
    Ok(insert.exec_without_returning(tx).await? > 0)
}

/// One notification of the person who asks.
pub async fn find(db: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<Option<Item>, DbErr> {
    let found = own(actor).filter(notification::Column::Id.eq(id)).one(db).await?;
    Ok(found.map(|row| Item { id: row.id, account_id: row.account_id, path: row.path }))
}

/// The notifications of the person who asks; nobody else has any.
fn own(actor: &Actor) -> Select<notification::Entity> {
    notification::Entity::find().filter(notification::Column::AccountId.eq(actor.account_id().unwrap_or(0)))
}

/// How many notifications there are.
pub async fn count(db: &impl ConnectionTrait, actor: &Actor) -> Result<u64, DbErr> {
    own(actor).count(db).await
}

/// A page of notifications, newest first.
pub async fn list(db: &impl ConnectionTrait, actor: &Actor, number: u64) -> Result<Vec<notification::Model>, DbErr> {
    let offset = number.saturating_sub(1).saturating_mul(PAGE);
    own(actor).order_by_desc(notification::Column::Id).offset(offset).limit(PAGE).all(db).await
}

/// Marks a notification as read.
pub async fn mark_read(tx: &DatabaseTransaction, may: &Can<Open>, now: DateTime<Utc>) -> Result<(), DbErr> {
    read(may.account_id, now).filter(notification::Column::Id.eq(may.id)).exec(tx).await.map(|_| ())
}

/// Marks as read what was there when the page was drawn: everything up to a notification.
pub async fn mark_all(tx: &DatabaseTransaction, may: &Can<Tidy>, until: i64, now: DateTime<Utc>) -> Result<(), DbErr> {
    read(may.account_id, now).filter(notification::Column::Id.lte(until)).exec(tx).await.map(|_| ())
}

fn read(account_id: i64, now: DateTime<Utc>) -> UpdateMany<notification::Entity> {
    notification::Entity::update_many()
        .col_expr(notification::Column::ReadAt, now.into())
        .filter(notification::Column::AccountId.eq(account_id))
        .filter(notification::Column::ReadAt.is_null())
}

/// How an account is told of things; `None` if there is no such account. The actor is the account's person, or holds a
/// link that was mailed to it.
pub async fn settings_of(db: &impl ConnectionTrait, _: &Actor, account_id: i64) -> Result<Option<Settings>, DbErr> {
    let found = readers().filter(account::Column::Id.eq(account_id)).one(db).await?;
    Ok(found.map(|(_, row)| settings(row)))
}

/// Stores how a person wants to be told of things.
pub async fn save(tx: &DatabaseTransaction, may: &Can<Choose>, settings: &Settings) -> Result<(), DbErr> {
    write(tx, may.account_id, settings).await
}

/// Switches mails of some kinds off and leaves all else as it is; says which were on.
pub async fn switch_off(tx: &DatabaseTransaction, may: &Can<SwitchOff>) -> Result<Vec<Kind>, DbErr> {
    // The account's row is locked, since there may be no row of settings yet.
    account::Entity::find_by_id(may.account_id).lock_exclusive().one(tx).await?;
    let found = readers().filter(account::Column::Id.eq(may.account_id)).one(tx).await?;
    let switch = Switch { settings: settings(found.and_then(|(_, row)| row)), ..may.thing().clone() };
    let kinds = switch.kinds();
    let mut settings = switch.settings;
    settings.deliveries.extend(kinds.iter().map(|kind| (*kind, Delivery::Off)));
    write(tx, may.account_id, &settings).await?;
    Ok(kinds)
}

async fn write(tx: &DatabaseTransaction, account_id: i64, settings: &Settings) -> Result<(), DbErr> {
    let hour = |quiet: fn(Quiet) -> u32| settings.quiet.map(|quiet_hours| i64::from(quiet(quiet_hours)));
    let row = notification_setting::ActiveModel {
        account_id: Set(account_id),
        deliveries: Set(serde_json::to_value(&settings.deliveries).map_err(|error| DbErr::Json(error.to_string()))?),
        quiet_from: Set(hour(|quiet| quiet.from)),
        quiet_until: Set(hour(|quiet| quiet.until)),
        digest_hour: Set(settings.digest_hour.into()),
        digest_day: Set(settings.digest_day.into()),
    };
    use notification_setting::Column::{AccountId, Deliveries, DigestDay, DigestHour, QuietFrom, QuietUntil};
    let on_conflict = OnConflict::column(AccountId)
        .update_columns([Deliveries, QuietFrom, QuietUntil, DigestHour, DigestDay])
        .to_owned();
    notification_setting::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx).await?;
    // What waits for a digest goes where its kind goes now; what comes at once from now on still comes with its digest.
    for delivery in [Delivery::Off, Delivery::Daily, Delivery::Weekly] {
        let kinds = settings.kinds_with(delivery);
        notification::Entity::update_many()
            .col_expr(notification::Column::Mailing, delivery.mailing().code().into())
            .filter(notification::Column::AccountId.eq(account_id))
            .filter(notification::Column::Mailing.is_in(Digest::ALL.iter().map(|digest| digest.mailing().code())))
            .filter(notification::Column::Kind.is_in(kinds.iter().map(|kind| kind.code())))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// The people for whom something waits for a digest and who can be written to.
pub async fn waiting(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<Reader>, DbErr> {
    if !actor.is_system() {
        return Ok(Vec::new());
    }
    let digests = Digest::ALL.iter().map(|digest| digest.mailing().code());
    let accounts = notification::Entity::find()
        .select_only()
        .column(notification::Column::AccountId)
        .filter(notification::Column::Mailing.is_in(digests))
        .into_query();
    let found = readers()
        .filter(account::Column::Id.in_subquery(accounts))
        .filter(account::Column::Status.eq("active"))
        .filter(account::Column::EmailVerifiedAt.is_not_null())
        .order_by_asc(account::Column::Id)
        .all(db)
        .await?;
    Ok(found.into_iter().map(reader_of).collect())
}

/// What waits for somebody's digest and was written before a moment, oldest first. The rows are locked.
pub async fn due(
    tx: &DatabaseTransaction,
    account_id: i64,
    digest: Digest,
    before: DateTime<Utc>,
) -> Result<Vec<notification::Model>, DbErr> {
    notification::Entity::find()
        .filter(notification::Column::AccountId.eq(account_id))
        .filter(notification::Column::Mailing.eq(digest.mailing().code()))
        .filter(notification::Column::At.lt(before))
        .order_by_asc(notification::Column::Id)
        .lock_exclusive()
        .all(tx)
        .await
}

/// Notes that notifications were mailed.
pub async fn mark_sent(tx: &DatabaseTransaction, rows: &[notification::Model]) -> Result<(), DbErr> {
    for rows in rows.chunks(500) {
        notification::Entity::update_many()
            .col_expr(notification::Column::Mailing, Mailing::Sent.code().into())
            .filter(notification::Column::Id.is_in(rows.iter().map(|row| row.id)))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Takes away what was written before `written`, and what was read and written before `read`. What waits for a digest
/// of somebody who cannot be written to goes with it.
pub async fn sweep(tx: &DatabaseTransaction, written: DateTime<Utc>, read: DateTime<Utc>) -> Result<(), DbErr> {
    let old = notification::Column::At.lt(written);
    let read = notification::Column::At.lt(read).and(notification::Column::ReadAt.is_not_null());
    notification::Entity::delete_many().filter(old.or(read)).exec(tx).await.map(|_| ())
}

/// The kind of a row.
pub fn kind(row: &notification::Model) -> Kind {
    row.kind.parse().unwrap_or(Kind::Reminder)
}
