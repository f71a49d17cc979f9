use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::CookieJar;
use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;

use crate::app::App;
use crate::auth::{self, Actor};
use crate::i18n::{self, Locale};
use crate::taxonomy::{Lang, Registers};
use crate::web::{Error, Notice};

/// Cookie that keeps the language that was chosen last.
pub const LANGUAGE: &str = "language";
/// Cookie that carries what a form achieved to the page that follows it.
pub const NOTICE: &str = "notice";

/// The language that a path began with, before it was taken off.
#[derive(Clone, Copy, Debug)]
pub struct Prefix(pub Lang);

/// What every page knows of its request.
#[derive(Clone)]
pub struct Context {
    /// Who sends it.
    pub actor: Actor,
    /// Language of the page.
    pub locale: &'static Locale,
    /// Language prefix of links, such as `/zh`; empty when the address had none.
    pub prefix: &'static str,
    /// Path without prefix.
    pub path: String,
    /// Query, without the question mark.
    pub query: String,
    /// Zone in which dates are shown.
    pub zone: Tz,
    /// When the request came.
    pub now: DateTime<Utc>,
    /// Number by which logs and error pages name the request.
    pub request_id: String,
    /// Address of the client: the peer, or what a trusted proxy says.
    pub client: IpAddr,
    /// What the form before achieved.
    pub notice: Option<Notice>,
    /// Whether this is the demonstration.
    pub demo: bool,
    /// Keywords, label schemes and recognitions as they stood when it came.
    pub registers: Arc<Registers>,
}

impl Context {
    /// The context of a request.
    pub fn of(parts: &Parts) -> Result<&Self, Error> {
        parts.extensions.get::<Self>().ok_or_else(|| Error::Internal(anyhow::anyhow!("a request without context")))
    }
}

/// Takes a language off the front of a path: `/zh/listings` becomes `/listings` in Chinese.
pub fn language_prefix(mut request: Request) -> Request {
    let path = request.uri().path();
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    let Some(lang) = Lang::from_str(first).ok().filter(|lang| i18n::OFFERED.contains(lang)) else { return request };
    let rest = &path[1 + first.len()..];
    let rest = if rest.is_empty() { "/" } else { rest };
    let target = match request.uri().query() {
        Some(query) => format!("{rest}?{query}"),
        None => rest.to_owned(),
    };
    if let Ok(uri) = Uri::try_from(target) {
        *request.uri_mut() = uri;
        request.extensions_mut().insert(Prefix(lang));
    }
    request
}

/// The language of a request: prefix, cookie, account, header, English.
pub fn language(parts_prefix: Option<Prefix>, headers: &HeaderMap, actor: &Actor) -> Lang {
    let cookie = || {
        let jar = CookieJar::from_headers(headers);
        Lang::from_str(jar.get(LANGUAGE)?.value()).ok().filter(|lang| i18n::OFFERED.contains(lang))
    };
    let account = || actor.person().map(|person| person.locale).filter(|lang| i18n::OFFERED.contains(lang));
    let header = || i18n::negotiate(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?);
    parts_prefix.map(|prefix| prefix.0).or_else(cookie).or_else(account).or_else(header).unwrap_or(Lang::En)
}

/// Finds who sends the request and in which language it is answered, for everything behind it.
pub async fn context(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let now = app.clock.now();
    let (actor, mut cookies) = match auth::resolve(app.sessions(now), request.headers()).await {
        Ok(found) => found,
        Err(error) => return Error::from(error).into_response(),
    };
    let headers = request.headers();
    let prefix = request.extensions().get::<Prefix>().copied();
    let locale = Locale::of(language(prefix, headers, &actor));
    let notice = CookieJar::from_headers(headers).get(NOTICE).and_then(|cookie| Notice::read(cookie.value(), locale));
    let context = Context {
        locale,
        prefix: prefix.map_or("", |prefix| Locale::of(prefix.0).prefix.as_str()),
        path: request.uri().path().to_owned(),
        query: request.uri().query().unwrap_or_default().to_owned(),
        zone: actor.person().map_or(chrono_tz::UTC, |person| person.zone),
        now,
        request_id: headers.get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or_default().to_owned(),
        client: client(&app, &request),
        notice,
        demo: app.config.demo,
        registers: app.registers.get(),
        actor,
    };
    let shows_notice = context.notice.is_some() && request.method() == axum::http::Method::GET;
    let personal = context.actor.person().is_some();
    request.extensions_mut().insert(context);
    let mut response = next.run(request).await;
    if shows_notice && !response.status().is_redirection() {
        cookies.push(app.cookies().make(NOTICE, String::new(), Duration::zero()));
    }
    // Cookies that the handler sets, as sign-out does, are not overruled by an exchange of tokens; all others are kept,
    // or the chain of refresh tokens would break at every form that sets a notice.
    let set: Vec<String> = response.headers().get_all(header::SET_COOKIE).iter().filter_map(cookie_name).collect();
    for cookie in cookies.iter().filter(|cookie| !set.iter().any(|name| name == cookie.name())) {
        if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    if personal {
        response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
    response
}

fn cookie_name(value: &HeaderValue) -> Option<String> {
    value.to_str().ok()?.split('=').next().map(str::to_owned)
}

/// The client's address. `X-Forwarded-For` is believed only from configured proxies, and only its last entry that is
/// no such proxy.
fn client(app: &App, request: &Request) -> IpAddr {
    let peer =
        request.extensions().get::<ConnectInfo<SocketAddr>>().map_or(IpAddr::from([127, 0, 0, 1]), |info| info.0.ip());
    let trusted = &app.config.trusted_proxies;
    if !trusted.contains(&peer) {
        return peer;
    }
    let forwarded = request.headers().get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let hops: Vec<IpAddr> =
        forwarded.flat_map(|value| value.split(',')).filter_map(|hop| hop.trim().parse().ok()).collect();
    hops.into_iter().rev().find(|hop| !trusted.contains(hop)).unwrap_or(peer)
}
