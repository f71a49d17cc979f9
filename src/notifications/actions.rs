//! What can be done with notifications.

use chrono::{DateTime, Duration, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

use super::letters::{self, Scope};
use super::model::{Delivery, Notice, Settings};
use super::policy::{Choose, Open, SwitchOff, Tidy};
use super::store;
use crate::app::App;
use crate::jobs;
use crate::mail::{Letter, Mail};
use crate::web::{Can, Error};

/// How long a notification is kept after it was written.
const KEPT: Duration = Duration::days(400);
/// How long one that was read is kept.
const READ_KEPT: Duration = Duration::days(180);

/// Tells one person of something, in the transaction of the change that causes it: a row for the page of notifications,
/// and the mail as the reader wants it. A notice whose key is known is passed over. The letter's address says who is
/// told; where it belongs to no account, there is only the mail.
pub async fn send(app: &App, tx: &DatabaseTransaction, notice: Notice, now: DateTime<Utc>) -> Result<(), DbErr> {
    let Some(reader) = store::reader(tx, &notice.letter.to).await? else {
        let Notice { letter, stop, key, .. } = notice;
        let mail = drawn(letter, stop.into_iter().collect(), None)?;
        return jobs::enqueue_mail(tx, &mail, key.as_deref(), now).await;
    };
    let delivery = reader.settings.delivery(notice.kind);
    let path = notice.letter.action.as_ref().map_or("", |(_, link)| path(app, &notice.letter, link)).to_owned();
    if !store::insert(tx, reader.account_id, &notice, &path, delivery.mailing(), now).await? {
        return Ok(());
    }
    if delivery != Delivery::AtOnce {
        return Ok(());
    }
    let Notice { kind, letter, key, stop } = notice;
    let mut ends: Vec<(String, String)> = stop.into_iter().collect();
    let (at, unsubscribe) = if kind.is_optional() {
        let link = letters::unsubscribe(app, reader.account_id, Scope::Kind(kind)).map_err(custom)?;
        ends.push((letters::stop_words(&letter, kind), app.link(letter.locale, &link)));
        (reader.settings.after_quiet(now, reader.zone), Some(app.link(letter.locale, &link)))
    } else {
        (now, None)
    };
    jobs::enqueue_mail(tx, &drawn(letter, ends, unsubscribe)?, key.as_deref(), at).await
}

/// Marks a notification as read.
pub async fn open(app: &App, may: &Can<Open>) -> Result<(), Error> {
    let tx = app.write_tx().await?;
    store::mark_read(&tx, may, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Marks everything up to a notification as read.
pub async fn tidy(app: &App, may: &Can<Tidy>, until: i64) -> Result<(), Error> {
    let tx = app.write_tx().await?;
    store::mark_all(&tx, may, until, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Stores how somebody wants to be told of things.
pub async fn choose(app: &App, may: &Can<Choose>, settings: &Settings) -> Result<(), Error> {
    let tx = app.write_tx().await?;
    store::save(&tx, may, settings).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Switches mails off by a link.
pub async fn switch_off(app: &App, may: &Can<SwitchOff>) -> Result<(), Error> {
    let tx = app.write_tx().await?;
    let kinds = store::switch_off(&tx, may).await?;
    app.commit(tx).await?;
    tracing::info!(account = may.account_id, ?kinds, "mails were switched off by a link");
    Ok(())
}

fn drawn(letter: Letter, ends: Vec<(String, String)>, unsubscribe: Option<String>) -> Result<Mail, DbErr> {
    let mail = letter.draw_with(ends).map_err(custom)?;
    Ok(Mail { unsubscribe, ..mail })
}

fn custom(error: impl std::fmt::Display) -> DbErr {
    DbErr::Custom(error.to_string())
}

/// The path of a link to the site, without its language; an address elsewhere stays as it is.
fn path<'a>(app: &App, letter: &Letter, link: &'a str) -> &'a str {
    let path = link.strip_prefix(app.config.public_url().as_str()).unwrap_or(link);
    path.strip_prefix(letter.locale.prefix.as_str()).unwrap_or(path)
}

/// Takes away what was written long ago.
pub async fn sweep(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    store::sweep(&tx, now - KEPT, now - READ_KEPT).await?;
    app.commit(tx).await?;
    Ok(())
}
