//! A form that brings files beside its typed fields.

use std::collections::HashMap;

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Multipart, Request};
use axum::http::{HeaderMap, StatusCode, header};

use super::{Staging, largest_form};
use crate::app::App;
use crate::web::{Error, form};

/// Most bytes of a typed field that are read; much more than is allowed, so that what was typed can be shown again.
const TYPED: usize = 64 * 1024;

/// What came with such a form.
#[derive(Debug)]
pub struct Sent {
    fields: HashMap<&'static str, String>,
    /// The files, which are in storage and have no row yet.
    pub files: Staging,
    /// Whether more was sent than one form may bring; then nothing of it is kept.
    pub too_large: bool,
}

impl Sent {
    /// Reads a form, with files or without: the typed fields of these names, and files from the field `file`.
    pub async fn receive(
        app: &App,
        mut request: Request,
        names: &[&'static str],
        files: Staging,
    ) -> Result<Self, Error> {
        let (is_multipart, announced) = announced(request.headers());
        let mut sent = Self { fields: HashMap::new(), files, too_large: false };
        if !is_multipart {
            let mut fields: HashMap<String, String> = form::read(&form::body(request, app).await?)?;
            sent.fields = names.iter().filter_map(|name| Some((*name, fields.remove(*name)?))).collect();
            return Ok(sent);
        }
        let most = largest_form(&app.config.files);
        if announced.is_some_and(|length| length > most) {
            sent.too_large = true;
            return Ok(sent);
        }
        DefaultBodyLimit::max(most).apply(&mut request);
        let multipart = Multipart::from_request(request, app).await.map_err(|_| Error::BadRequest)?;
        if let Err(error) = sent.parts(app, multipart, names).await {
            sent.files.clear_but(app, &[]).await;
            if error.status() != StatusCode::PAYLOAD_TOO_LARGE {
                return Err(Error::BadRequest);
            }
            sent.too_large = true;
        }
        Ok(sent)
    }

    async fn parts(
        &mut self,
        app: &App,
        mut multipart: Multipart,
        names: &[&'static str],
    ) -> Result<(), MultipartError> {
        while let Some(field) = multipart.next_field().await? {
            let name = field.name().unwrap_or_default();
            if name == "file" {
                let named = field.file_name().unwrap_or_default().to_owned();
                self.files.take(app, &named, field).await?;
            } else if let Some(name) = names.iter().find(|known| **known == name) {
                self.fields.insert(name, typed(field).await?);
            }
        }
        Ok(())
    }

    /// What was typed into a field.
    pub fn text(&mut self, name: &str) -> String {
        self.fields.remove(name).unwrap_or_default()
    }
}

/// Whether a form comes in parts, and how many bytes are said to come.
fn announced(headers: &HeaderMap) -> (bool, Option<usize>) {
    let said = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    (said(header::CONTENT_TYPE).starts_with("multipart/form-data"), said(header::CONTENT_LENGTH).parse().ok())
}

/// What was typed into a field; what goes far beyond every limit is read and not kept.
pub async fn typed(mut field: Field<'_>) -> Result<String, MultipartError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await? {
        let room = TYPED.saturating_sub(bytes.len()).min(chunk.len());
        bytes.extend_from_slice(&chunk[..room]);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
