//! The site's own files: styles, scripts and pictures, inside the binary, under addresses that change with them.

use std::borrow::Cow;
use std::fmt::Write as _;

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use crate::web::cache::Cacheable;
use crate::web::{Access, Error, Routes};

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

/// The address of a file of the site, with the beginning of its SHA-256, so that it can be kept for ever.
pub fn url(name: &str) -> String {
    let mut url = format!("/static/{name}");
    if let Some(file) = Files::get(name) {
        url.push_str("?v=");
        for byte in &file.metadata.sha256_hash()[..6] {
            let _ = write!(url, "{byte:02x}");
        }
    }
    url
}

/// The routes of the site's files.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/static/{*name}", Access::Public, show)
}

async fn show(Path(name): Path<String>) -> Result<Response, Error> {
    let file = Files::get(&name).ok_or(Error::NotFound)?;
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    let body = match file.data {
        Cow::Borrowed(bytes) => bytes::Bytes::from_static(bytes),
        Cow::Owned(bytes) => bytes.into(),
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    ];
    Ok((Cacheable, headers, body).into_response())
}
