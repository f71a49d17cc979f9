//! Sessions of browsers: an access token of some minutes and a chain of refresh tokens, each used once.

use std::str::FromStr;
use std::sync::Arc;

use axum::http::HeaderMap;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use chrono::{DateTime, Duration, Utc};
use sea_orm::DbErr;

use super::{Acting, Actor, Keys, MemberRole, PlatformRole, SignedIn, store};
use crate::db::Db;
use crate::ids::{Ids, token_hash};
use crate::taxonomy::Lang;

/// Longest stay without signing in again.
const STAY: Duration = Duration::days(30);
/// A used refresh token still answers this long, since a browser may send several requests at once.
const OVERLAP: Duration = Duration::seconds(30);

/// Names and marks of the session's cookies.
#[derive(Clone, Copy, Debug)]
pub struct Cookies {
    /// Over TLS: `__Host-` names and `Secure`. Plain http is for loopback only.
    pub secure: bool,
}

impl Cookies {
    /// Name of the access token's cookie.
    pub const fn access(self) -> &'static str {
        if self.secure { "__Host-session" } else { "session" }
    }

    /// Name of the refresh token's cookie.
    pub const fn refresh(self) -> &'static str {
        if self.secure { "__Host-refresh" } else { "refresh" }
    }

    /// Name of the cookie by which a browser is known that has signed in before.
    pub const fn device(self) -> &'static str {
        if self.secure { "__Host-device" } else { "device" }
    }

    /// Whether a request carries a session of any kind, valid or not.
    pub fn any(self, headers: &HeaderMap) -> bool {
        let jar = CookieJar::from_headers(headers);
        jar.get(self.access()).is_some() || jar.get(self.refresh()).is_some()
    }

    /// A cookie of ours: for this host, not for scripts, not sent from elsewhere.
    pub fn make(self, name: &'static str, value: String, life: Duration) -> Cookie<'static> {
        Cookie::build((name, value))
            .path("/")
            .http_only(true)
            .secure(self.secure)
            .same_site(SameSite::Lax)
            .max_age(cookie::time::Duration::seconds(life.num_seconds()))
            .build()
    }

    /// Both cookies, emptied.
    pub fn cleared(self) -> [Cookie<'static>; 2] {
        [self.access(), self.refresh()].map(|name| self.make(name, String::new(), Duration::zero()))
    }
}

/// What of the app sessions need.
#[derive(Clone, Copy, Debug)]
pub struct Needs<'a> {
    /// The database.
    pub db: &'a Db,
    /// Keys of access tokens.
    pub keys: &'a Keys,
    /// Randomness.
    pub ids: &'a Ids,
    /// Cookies.
    pub cookies: Cookies,
    /// Now.
    pub now: DateTime<Utc>,
}

/// Begins a session and answers with its cookies.
pub async fn start_session(
    needs: Needs<'_>,
    account_id: i64,
    user_agent: &str,
) -> anyhow::Result<Vec<Cookie<'static>>> {
    let tx = needs.db.write_tx().await?;
    let session_id = store::insert_session(&tx, account_id, user_agent, needs.now, needs.now + STAY).await?;
    let refresh = needs.ids.token();
    store::insert_refresh(&tx, session_id, &token_hash(&refresh), needs.now).await?;
    tx.commit().await?;
    let access = needs.keys.sign(account_id, session_id, needs.now)?;
    Ok(vec![
        needs.cookies.make(needs.cookies.access(), access, super::tokens::access_life()),
        needs.cookies.make(needs.cookies.refresh(), refresh, STAY),
    ])
}

/// Finds who sends a request, and the cookies to set on the answer when tokens were exchanged or are worthless.
pub async fn resolve(needs: Needs<'_>, headers: &HeaderMap) -> anyhow::Result<(Actor, Vec<Cookie<'static>>)> {
    let jar = CookieJar::from_headers(headers);
    let access = jar.get(needs.cookies.access()).map(|cookie| cookie.value().to_owned());
    if let Some(session_id) = access.as_deref().and_then(|token| needs.keys.session(token, needs.now)) {
        return Ok(match person(needs, session_id).await? {
            Some(person) => (Actor::Person(Arc::new(person)), Vec::new()),
            None => (Actor::Anonymous, needs.cookies.cleared().into()),
        });
    }
    match jar.get(needs.cookies.refresh()).map(|cookie| cookie.value().to_owned()) {
        Some(refresh) => exchange(needs, &refresh).await,
        None if access.is_some() => Ok((Actor::Anonymous, needs.cookies.cleared().into())),
        None => Ok((Actor::Anonymous, Vec::new())),
    }
}

/// Exchanges a refresh token for the next one. One that was used before ends the session, because somebody else has it.
async fn exchange(needs: Needs<'_>, refresh: &str) -> anyhow::Result<(Actor, Vec<Cookie<'static>>)> {
    let signed_out = || (Actor::Anonymous, needs.cookies.cleared().into());
    let tx = needs.db.write_tx().await?;
    let Some(token) = store::refresh(&tx, &token_hash(refresh)).await? else { return Ok(signed_out()) };
    let overlapping = match token.used_at {
        Some(used) if needs.now - used > OVERLAP => {
            store::revoke(&tx, token.session_id, needs.now).await?;
            tx.commit().await?;
            tracing::warn!(session = token.session_id, "a used refresh token came again; the session is ended");
            return Ok(signed_out());
        }
        used => used.is_some(),
    };
    let mut cookies = Vec::new();
    if !overlapping {
        let next = needs.ids.token();
        store::use_refresh(&tx, token.id, needs.now).await?;
        store::insert_refresh(&tx, token.session_id, &token_hash(&next), needs.now).await?;
        cookies.push(needs.cookies.make(needs.cookies.refresh(), next, STAY));
    }
    tx.commit().await?;
    let Some(person) = person(needs, token.session_id).await? else { return Ok(signed_out()) };
    let access = needs.keys.sign(person.account_id, person.session_id, needs.now)?;
    cookies.push(needs.cookies.make(needs.cookies.access(), access, super::tokens::access_life()));
    Ok((Actor::Person(Arc::new(person)), cookies))
}

/// The person of a session that is neither ended nor expired, of an account that is active.
async fn person(needs: Needs<'_>, session_id: i64) -> Result<Option<SignedIn>, DbErr> {
    let rows = store::session(needs.db.conn(), session_id).await?;
    let member_of = rows.iter().filter_map(|row| row.member_of).collect();
    let Some(row) = rows.into_iter().next() else { return Ok(None) };
    if row.revoked_at.is_some() || row.expires_at <= needs.now || row.status != "active" {
        return Ok(None);
    }
    let acting = match (row.organisation_id, row.member_role.as_deref().map(MemberRole::from_str)) {
        (Some(organisation_id), Some(Ok(role))) if row.organisation_status.as_deref() != Some("suspended") => {
            Some(Acting {
                organisation_id,
                slug: row.organisation_slug.unwrap_or_default(),
                name: row.organisation_name.unwrap_or_default(),
                country: row.organisation_country.unwrap_or_default(),
                verified: row.organisation_status.as_deref() == Some("verified"),
                focal_country: row.organisation_focal_country,
                role,
            })
        }
        _ => None,
    };
    Ok(Some(SignedIn {
        account_id: row.account_id,
        session_id,
        name: row.name,
        email: row.email,
        role: PlatformRole::from_str(&row.role).unwrap_or(PlatformRole::None),
        locale: Lang::from_str(&row.locale).unwrap_or(Lang::En),
        zone: row.time_zone.parse().unwrap_or(chrono_tz::UTC),
        acting,
        unread: row.unread,
        member_of,
    }))
}

/// Ends one session.
pub async fn end_session(db: &Db, session_id: i64, now: DateTime<Utc>) -> Result<(), DbErr> {
    let tx = db.write_tx().await?;
    store::revoke(&tx, session_id, now).await?;
    tx.commit().await
}

/// Ends all sessions of an account, inside the transaction of the change that calls for it.
pub async fn end_all(tx: &sea_orm::DatabaseTransaction, account_id: i64, now: DateTime<Utc>) -> Result<(), DbErr> {
    store::revoke_all(tx, account_id, now).await
}

/// Ends all sessions of an account but one, inside the transaction of the change that calls for it.
pub async fn end_others(
    tx: &sea_orm::DatabaseTransaction,
    account_id: i64,
    kept: i64,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    store::revoke_others(tx, account_id, kept, now).await
}

/// Sets the organisation for which an account acts; `false` if it is no member.
pub async fn switch_organisation(
    tx: &sea_orm::DatabaseTransaction,
    account_id: i64,
    organisation_id: i64,
) -> Result<bool, DbErr> {
    store::set_acting(tx, account_id, organisation_id).await
}
