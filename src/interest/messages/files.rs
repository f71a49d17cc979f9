//! Files of messages: who may open one, and how they come in with the form of a message.

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Multipart, Request};
use axum::http::{HeaderMap, StatusCode, header};
use sea_orm::DbErr;

use super::forms::MessageForm;
use super::model::MOST_FILES;
use super::store;
use crate::app::App;
use crate::auth::Actor;
use crate::entity::file;
use crate::interest::policy::{See, Write};
use crate::interest::{reports, store as interests};
use crate::listings::files::{MEGABYTE, Room, Staging, bytes_of};
use crate::web::{Can, Error, form};

/// Most bytes of a typed field that are read; much more than is allowed, so that what was typed can be shown again.
const TYPED: usize = 64 * 1024;

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
    pub async fn receive(app: &App, may: &Can<Write>, mut request: Request) -> Result<Self, Error> {
        let used = bytes_of(app.db.conn(), may.actor()).await?;
        let files = Staging::begin(app, &may.reference, Room { count: 0, most: MOST_FILES, used });
        let (is_multipart, announced) = announced(request.headers());
        if !is_multipart {
            let form = form::read(&form::body(request, app).await?)?;
            return Ok(Self { form, files, too_large: false });
        }
        let most = usize::try_from((u64::from(app.config.files.quota_mb) + 1) * MEGABYTE).unwrap_or(usize::MAX);
        let mut came = Self { form: MessageForm::default(), files, too_large: false };
        if announced.is_some_and(|length| length > most) {
            came.too_large = true;
            return Ok(came);
        }
        DefaultBodyLimit::max(most).apply(&mut request);
        let multipart = Multipart::from_request(request, app).await.map_err(|_| Error::BadRequest)?;
        if let Err(error) = came.parts(app, multipart).await {
            came.files.clear_but(app, &[]).await;
            if error.status() != StatusCode::PAYLOAD_TOO_LARGE {
                return Err(Error::BadRequest);
            }
            came.too_large = true;
        }
        Ok(came)
    }

    async fn parts(&mut self, app: &App, mut multipart: Multipart) -> Result<(), MultipartError> {
        while let Some(field) = multipart.next_field().await? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "file" {
                let sent = field.file_name().unwrap_or_default().to_owned();
                self.files.take(app, &sent, field).await?;
                continue;
            }
            let text = typed(field).await?;
            match name.as_str() {
                "body" => self.form.body = text,
                "action" => self.form.action = text,
                "upto" => self.form.upto = text,
                "warned" => self.form.warned = text,
                _ => {}
            }
        }
        Ok(())
    }
}

/// Whether a form comes in parts, and how many bytes are said to come.
fn announced(headers: &HeaderMap) -> (bool, Option<usize>) {
    let said = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    (said(header::CONTENT_TYPE).starts_with("multipart/form-data"), said(header::CONTENT_LENGTH).parse().ok())
}

/// What was typed into a field; what goes far beyond every limit is read and not kept.
async fn typed(mut field: Field<'_>) -> Result<String, MultipartError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await? {
        let room = TYPED.saturating_sub(bytes.len()).min(chunk.len());
        bytes.extend_from_slice(&chunk[..room]);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
