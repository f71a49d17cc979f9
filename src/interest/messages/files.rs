//! Files of messages: who may open one, and how they come in with the form of a message.

use axum::extract::Request;
use bytes::Bytes;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use serde::de::DeserializeOwned;

use super::model::MOST_FILES;
use super::{Attachment, store};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::Problems;
use crate::entity::file;
use crate::interest::actions::Failed;
use crate::interest::policy::{See, Send, Write};
use crate::interest::{Interest, Rejected, reports, store as interests};
use crate::listings::files::{MEGABYTE, Refusal, Room, Sent, Staging, bytes_of};
use crate::web::{Can, Error};

/// Whether an actor may open a file: whoever writes the message while it is a draft; then whoever reads the
/// exchange, unless what it came with was hidden; and moderators once something in the exchange was reported.
pub async fn opens_file(app: &App, actor: &Actor, file: &file::Model) -> Result<bool, DbErr> {
    let db = app.db.conn();
    let Some(interest_id) = file.interest_id else { return Ok(false) };
    if file.message_id.is_none() && !file.opening {
        return Ok(file.created_by == actor.account_id() && actor.acts_for(file.organisation_id));
    }
    if let Some(interest) = interests::find_by_id(db, actor, interest_id).await?
        && let Ok(may) = Can::<See>::check(actor, interest)
    {
        let Some(message_id) = file.message_id else {
            return Ok(may.opening().is_none_or(|opening| opening.hidden.is_none()));
        };
        return store::is_shown(db, &may, message_id).await;
    }
    reports::store::opens(db, actor, interest_id).await
}

/// Where files go that come in, for somebody who may put them there.
pub(in crate::interest) struct Place<'a> {
    pub actor: &'a Actor,
    pub listing_id: i64,
    pub interest_id: i64,
    /// Whether they come with the first words.
    pub opening: bool,
}

impl<'a> Place<'a> {
    /// What the writer is about to say.
    pub fn reply(may: &'a Can<Write>) -> Self {
        Self { actor: may.actor(), listing_id: may.listing_id, interest_id: may.id, opening: false }
    }

    /// The first words of a draft of the actor's organisation.
    pub fn opening(may: &'a Can<Send>, draft: &Interest) -> Self {
        Self { actor: may.actor(), listing_id: may.id, interest_id: draft.id, opening: true }
    }
}

/// Writes the rows of the files that came, as far as there is room; one that waits already is not kept twice.
pub(in crate::interest) async fn take_rows(
    app: &App,
    tx: &DatabaseTransaction,
    place: &Place<'_>,
    files: &mut Staging,
    (waiting, kept): (&mut Vec<Attachment>, &mut Vec<String>),
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    if files.staged.is_empty() {
        return Ok(());
    }
    let quota = u64::from(app.config.files.quota_mb) * MEGABYTE;
    let mut used = bytes_of(tx, place.actor).await?;
    for staged in &files.staged {
        if waiting.iter().any(|file| file.sha256 == staged.sha256) {
            continue;
        }
        let full = if waiting.len() >= MOST_FILES {
            Some(Refusal::Count)
        } else {
            (used + staged.file.size > quota).then_some(Refusal::Quota)
        };
        if full.is_some() {
            files.fates[staged.place].refusal = full;
            continue;
        }
        store::insert_file(tx, place, staged, now).await?;
        used += staged.file.size;
        kept.push(staged.file.key.clone());
        waiting.push(Attachment {
            key: staged.file.key.clone(),
            message_id: None,
            opening: place.opening,
            name: staged.file.name.clone(),
            media_type: staged.file.media_type.clone(),
            size: staged.file.size,
            sha256: staged.sha256.clone(),
        });
    }
    Ok(())
}

/// Takes files that are there whole, inside a transaction, for sample data; all of them or none.
pub(in crate::interest) async fn take_whole(
    app: &App,
    tx: &DatabaseTransaction,
    place: &Place<'_>,
    (reference, sent): (&str, &[(String, Bytes)]),
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    let room = Room { count: 0, most: MOST_FILES, used: bytes_of(tx, place.actor).await? };
    let mut staging = Staging::begin(app, reference, room);
    for (name, content) in sent {
        staging.take_whole(app, name, content.clone()).await;
    }
    take_rows(app, tx, place, &mut staging, (&mut Vec::new(), &mut Vec::new()), now).await?;
    if let Some(refusal) = staging.fates.iter().find_map(|fate| fate.refusal) {
        staging.clear_but(app, &[]).await;
        return Err(Rejected::Form(Problems::one("file", refusal.problem(&app.config.files))).into());
    }
    Ok(())
}

/// What came with a form of an exchange.
pub struct Came<F> {
    /// What was typed.
    pub form: F,
    /// The files.
    pub files: Staging,
    /// Whether more was sent than one form may bring; then no file is kept, and what was typed before the files is.
    pub too_large: bool,
}

impl<F: DeserializeOwned> Came<F> {
    /// Reads the form, with files or without, for the thing of a reference number.
    pub async fn receive(app: &App, actor: &Actor, reference: &str, request: Request) -> Result<Self, Error> {
        let used = bytes_of(app.db.conn(), actor).await?;
        let files = Staging::begin(app, reference, Room { count: 0, most: MOST_FILES, used });
        let sent = Sent::receive(app, request, files).await?;
        let form = sent.form();
        if form.is_err() {
            sent.files.clear_but(app, &[]).await;
        }
        Ok(Self { form: form?, files: sent.files, too_large: sent.too_large })
    }
}
