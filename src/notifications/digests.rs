//! Digests: one mail with everything that waited, by kind. Each account gets one for a day or week, whatever happens:
//! the key of its mail is the moment at which it was due, and what it says is marked in the same transaction.

use chrono::{DateTime, Utc};

use super::letters::{self, Scope};
use super::model::{Digest, Kind};
use super::store::{self, Reader};
use crate::app::App;
use crate::auth::Actor;
use crate::entity::notification;
use crate::i18n::At;
use crate::jobs;
use crate::mail::{Group, Letter, Mail};
use crate::web::Error;

/// Most notifications that one mail names; the rest is counted.
const NAMED: usize = 50;

/// Writes the digests that are due.
pub async fn write(app: &App) -> Result<(), Error> {
    for reader in store::waiting(app.db.conn(), &Actor::System).await? {
        for digest in Digest::ALL {
            write_one(app, &reader, *digest, app.clock.now()).await?;
        }
    }
    Ok(())
}

async fn write_one(app: &App, reader: &Reader, digest: Digest, now: DateTime<Utc>) -> Result<(), Error> {
    let due = reader.settings.last_digest(digest, now, reader.zone);
    let key = format!("digest:{}:{digest}:{}", reader.account_id, due.timestamp());
    let tx = app.write_tx().await?;
    let rows = store::due(&tx, reader.account_id, digest, due).await?;
    // What was written before that moment and came to light after its digest waits for the next one.
    if rows.is_empty() || !jobs::known_keys(&tx, std::slice::from_ref(&key)).await?.is_empty() {
        return Ok(());
    }
    let mail = mail(app, reader, digest, &rows)?;
    jobs::enqueue_mail(&tx, &mail, Some(&key), reader.settings.after_quiet(now, reader.zone)).await?;
    store::mark_sent(&tx, &rows).await?;
    app.commit(tx).await?;
    Ok(())
}

fn mail(app: &App, reader: &Reader, digest: Digest, rows: &[notification::Model]) -> Result<Mail, Error> {
    let at = At { locale: reader.locale };
    let link = |path: &str| app.link(reader.locale, path);
    let named = &rows[..rows.len().min(NAMED)];
    let group = |kind: &Kind| {
        let lines = named.iter().filter(|row| store::kind(row) == *kind).map(|row| line(app, reader, row));
        Group { heading: letters::name(reader.locale, *kind), lines: lines.collect() }
    };
    let groups: Vec<Group> = Kind::ALL.iter().map(group).filter(|group| !group.lines.is_empty()).collect();
    let more = rows.len() - named.len();
    let letter = letter(app, reader, digest, rows.len(), more);
    let stop = link(&letters::unsubscribe(app, reader.account_id, Scope::Digest(digest))?);
    let ends = vec![
        (t!(at, "notice-mail-settings"), link("/account/notifications")),
        (t!(at, "notice-digest-stop", digest = digest.code()), stop.clone()),
    ];
    Ok(Mail { unsubscribe: Some(stop), ..letter.draw_digest(groups, ends)? })
}

fn letter(app: &App, reader: &Reader, digest: Digest, count: usize, more: usize) -> Letter {
    let at = At { locale: reader.locale };
    let mut paragraphs = vec![t!(at, "notice-digest-text", n = count)];
    paragraphs.extend((more > 0).then(|| t!(at, "notice-digest-more", n = more)));
    Letter {
        locale: reader.locale,
        to: reader.email.clone(),
        subject: t!(at, "notice-digest-subject", digest = digest.code(), n = count),
        paragraphs,
        quote: None,
        action: Some((t!(at, "notice-digest-open"), app.link(reader.locale, "/notifications"))),
        reason: t!(at, "notice-digest-reason", digest = digest.code()),
    }
}

/// A line of a digest: what happened, when in the reader's zone, and where to read on.
fn line(app: &App, reader: &Reader, row: &notification::Model) -> (String, String, String) {
    let path = if row.path.is_empty() { "/notifications" } else { row.path.as_str() };
    (row.subject.clone(), reader.locale.formats().moment(row.at, reader.zone), app.link(reader.locale, path))
}
