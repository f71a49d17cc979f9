//! Files of messages: who may open one, and how they come in with the form of a message.

use axum::extract::Request;
use sea_orm::DbErr;

use super::forms::MessageForm;
use super::model::MOST_FILES;
use super::store;
use crate::app::App;
use crate::auth::Actor;
use crate::entity::file;
use crate::interest::policy::{See, Write};
use crate::interest::{reports, store as interests};
use crate::listings::files::{Room, Sent, Staging, bytes_of};
use crate::web::{Can, Error};

/// Whether an actor may open a file: whoever writes the message while it is a draft; then both organisations of the
/// exchange, unless the message was hidden; and moderators once something in the exchange was reported.
pub async fn opens_file(app: &App, actor: &Actor, file: &file::Model) -> Result<bool, DbErr> {
    let db = app.db.conn();
    let Some(interest_id) = file.interest_id else { return Ok(false) };
    let Some(message_id) = file.message_id else {
        return Ok(file.created_by == actor.account_id() && actor.acts_for(file.organisation_id));
    };
    if let Some(interest) = interests::find_by_id(db, actor, interest_id).await?
        && let Ok(may) = Can::<See>::check(actor, interest)
    {
        return store::is_shown(db, &may, message_id).await;
    }
    reports::store::opens(db, actor, interest_id).await
}

/// What came with the form of a message.
pub struct Came {
    /// What was typed.
    pub form: MessageForm,
    /// The files.
    pub files: Staging,
    /// Whether more was sent than one form may bring; then nothing of it is kept.
    pub too_large: bool,
}

impl Came {
    /// Reads the form, with files or without.
    pub async fn receive(app: &App, may: &Can<Write>, request: Request) -> Result<Self, Error> {
        let used = bytes_of(app.db.conn(), may.actor()).await?;
        let files = Staging::begin(app, &may.reference, Room { count: 0, most: MOST_FILES, used });
        let mut sent = Sent::receive(app, request, &["body", "action", "upto", "warned"], files).await?;
        let form = MessageForm {
            body: sent.text("body"),
            action: sent.text("action"),
            upto: sent.text("upto"),
            warned: sent.text("warned"),
        };
        Ok(Self { form, files: sent.files, too_large: sent.too_large })
    }
}
