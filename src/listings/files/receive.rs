//! A form that brings files beside its typed fields.

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Multipart, Request};
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;
use url::form_urlencoded;

use super::{Staging, largest_form};
use crate::app::App;
use crate::web::Error;
use crate::web::form::{self, Parts};

/// Most bytes of a typed field that are read; much more than is allowed, so that what was typed can be shown again.
const TYPED: usize = 64 * 1024;
/// Most typed fields of a form.
const FIELDS: usize = 1_000;
/// Most bytes of all typed fields together.
const ALL_TYPED: usize = 2 * 1024 * 1024;

/// What came with such a form.
#[derive(Debug)]
pub struct Sent {
    /// The typed fields as a form without files sends them.
    typed: Vec<u8>,
    /// The files, which are in storage and have no row yet.
    pub files: Staging,
    /// Whether more was sent than one form may bring; then no file is kept, and what was typed before the files is.
    pub too_large: bool,
}

impl Sent {
    /// Reads a form, with files or without; files come from the field `file`.
    pub async fn receive(app: &App, mut request: Request, files: Staging) -> Result<Self, Error> {
        let mut sent = Self { typed: Vec::new(), files, too_large: false };
        if !form::comes_in_parts(request.headers()) {
            sent.typed = form::body(request, app).await?.into();
            return Ok(sent);
        }
        let most = largest_form(&app.config.files);
        sent.too_large = announced(request.headers()).is_some_and(|length| length > most);
        DefaultBodyLimit::max(most).apply(&mut request);
        let Parts(multipart) = Parts::from_request(request, app).await?;
        let mut typed = Typed::default();
        match sent.parts(app, multipart, &mut typed).await {
            Ok(true) => {}
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => sent.too_large = true,
            Ok(false) | Err(_) => {
                sent.files.clear_but(app, &[]).await;
                return Err(Error::BadRequest);
            }
        }
        if sent.too_large {
            sent.files.clear_but(app, &[]).await;
            sent.files.staged.clear();
        }
        sent.typed = form_urlencoded::Serializer::new(String::new()).extend_pairs(typed.fields).finish().into_bytes();
        Ok(sent)
    }

    /// Takes fields and files; `false` if there are more fields than any form has. Of a form that is too large, what
    /// stands before its files is enough.
    async fn parts(&mut self, app: &App, mut multipart: Multipart, typed: &mut Typed) -> Result<bool, MultipartError> {
        while let Some(field) = multipart.next_field().await? {
            let name = field.name().unwrap_or_default().to_owned();
            if name != "file" {
                if !typed.add(name, self::typed(field).await?) {
                    return Ok(false);
                }
            } else if self.too_large {
                return Ok(true);
            } else {
                let named = field.file_name().unwrap_or_default().to_owned();
                self.files.take(app, &named, field).await?;
            }
        }
        Ok(true)
    }

    /// What was typed.
    pub fn form<T: DeserializeOwned>(&self) -> Result<T, Error> {
        form::read(&self.typed)
    }
}

/// Typed fields on their way in.
#[derive(Default)]
struct Typed {
    fields: Vec<(String, String)>,
    bytes: usize,
}

impl Typed {
    /// Adds a field; `false` if that is more than any form has.
    fn add(&mut self, name: String, text: String) -> bool {
        self.bytes += name.len() + text.len();
        self.fields.push((name, text));
        self.fields.len() <= FIELDS && self.bytes <= ALL_TYPED
    }
}

/// How many bytes are said to come.
fn announced(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
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
