//! What can be done with accounts; every answer to somebody unknown is the same whether an address has an account.

mod letters;
mod sign_in;

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use serde_json::json;

pub use sign_in::{Client, Outcome, begin_session, device, sign_in};

use super::model::{self, Profile, Purpose, SignUp};
use super::policy::{Add, Address, AskLink, Edit, EndSession, Promote, UseLink};
use super::store::{self, Account};
use crate::app::App;
use crate::auth::{self, Actor, PlatformRole, limits};
use crate::checks::{Problem, Problems};
use crate::ids::token_hash;
use crate::notifications::{self, Kind, Notice};
use crate::taxonomy::Lang;
use crate::web::{Can, Error};
use crate::{audit, jobs};

/// Takes one sign-up or reset from the allowance of a client.
pub async fn allow_mail_request(app: &App, what: &str, client: &Client) -> Result<(), Error> {
    let rate = limits::Rate::per_hour(app.config.limits.sign_up_per_hour);
    let key = format!("{what} {}", limits::client(client.address));
    let taken = limits::take(&app.db, &key, rate, app.clock.now()).await?;
    taken.map_err(|wait| Error::TooMany(wait.num_seconds() + 1))
}

/// Whether one more mail of a kind may go to an address. The answer to the request does not depend on it: whoever is
/// not mailed has had several within the hour.
async fn may_mail(app: &App, purpose: Purpose, email: &str) -> Result<bool, DbErr> {
    let rate = limits::Rate::per_hour(app.config.limits.sign_up_per_hour);
    let key = format!("mail {purpose} {}", token_hash(email));
    Ok(limits::take(&app.db, &key, rate, app.clock.now()).await?.is_ok())
}

/// Signs somebody up. The mail says what the page does not: how to go on, or that there is an account already.
pub async fn sign_up(app: &App, actor: &Actor, wanted: SignUp, next: &str) -> Result<(), Error> {
    let now = app.clock.now();
    let hash = app.hashing.hash(wanted.password).await?;
    let mailed = may_mail(app, Purpose::VerifyEmail, &wanted.account.email).await?;
    let ask = Can::<AskLink>::check(actor, Address(wanted.account.email.clone()))?;
    let may = Can::<Add>::check(actor, wanted.account)?;
    let tx = app.write_tx().await?;
    match store::holder(&tx, &may).await? {
        None => {
            if let Some(id) = store::insert(&tx, &may, &hash, now).await? {
                mail_link(app, &tx, &ask, (id, may.locale), Purpose::VerifyEmail, next).await?;
            }
        }
        Some(_) if !mailed => {}
        Some(account) if account.status == "active" && account.email_verified_at.is_none() => {
            store::overwrite(&tx, &may, account.id, &hash, now).await?;
            mail_link(app, &tx, &ask, (account.id, may.locale), Purpose::VerifyEmail, next).await?;
        }
        Some(account) => jobs::enqueue_mail(&tx, &letters::exists(app, &account)?, None, now).await?,
    }
    app.commit(tx).await?;
    Ok(())
}

/// Mails a link to an address, if it has an account for which the link makes sense.
pub async fn ask_link(app: &App, may: &Can<AskLink>, purpose: Purpose, next: &str) -> Result<(), Error> {
    // The work of one hash, done for every address alike, hides how long the rest takes.
    app.hashing.verify(String::new(), None).await?;
    let mailed = may_mail(app, purpose, &may.0).await?;
    let tx = app.write_tx().await?;
    let found = store::addressee(&tx, may).await?;
    let wanted = |account: &Account| purpose == Purpose::ResetPassword || account.email_verified_at.is_none();
    if let Some(account) = found.filter(|account| mailed && account.status == "active" && wanted(account)) {
        let locale = account.locale.parse().unwrap_or(Lang::En);
        mail_link(app, &tx, may, (account.id, locale), purpose, next).await?;
    }
    app.commit(tx).await?;
    Ok(())
}

async fn mail_link(
    app: &App,
    tx: &DatabaseTransaction,
    may: &Can<AskLink>,
    (account_id, locale): (i64, Lang),
    purpose: Purpose,
    next: &str,
) -> Result<(), Error> {
    let (now, token) = (app.clock.now(), app.ids.token());
    store::insert_link(tx, may, account_id, purpose, &token_hash(&token), now).await?;
    let mail = letters::link(app, &may.0, locale, purpose, &letters::path(purpose, &token, next))?;
    Ok(jobs::enqueue_mail(tx, &mail, None, now).await?)
}

/// The link of a token, if it still works.
pub async fn link(app: &App, actor: &Actor, token: &str, purpose: Purpose) -> Result<Option<Can<UseLink>>, Error> {
    let found = store::link(app.db.conn(), actor, &token_hash(token), purpose, app.clock.now()).await?;
    found.map(|link| Can::check(actor, link)).transpose()
}

/// Notes that an address is proved; `false` if the link was used meanwhile.
pub async fn verify(app: &App, may: &Can<UseLink>) -> Result<bool, Error> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    if !store::use_link(&tx, may, now).await? {
        return Ok(false);
    }
    store::prove_address(&tx, may, now).await?;
    app.commit(tx).await?;
    tracing::info!(account = may.account.id, "an address is proved");
    Ok(true)
}

/// Sets a new password by a mailed link and ends all sessions; `false` if the link was used meanwhile.
pub async fn reset(app: &App, may: &Can<UseLink>, password: &str) -> Result<Result<bool, Problems>, Error> {
    let mut problems = Problems::new();
    model::check_password("password", password, &may.account.name, &may.account.email, &mut problems);
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let now = app.clock.now();
    let hash = app.hashing.hash(password.to_owned()).await?;
    let tx = app.write_tx().await?;
    if !store::use_link(&tx, may, now).await? {
        return Ok(Ok(false));
    }
    store::reset_password(&tx, may, &hash).await?;
    store::prove_address(&tx, may, now).await?;
    auth::end_all(&tx, may.account.id, now).await?;
    let letter = letters::password_changed(app, &may.account);
    notifications::send(app, &tx, Notice::new(Kind::Security, letter), now).await?;
    app.commit(tx).await?;
    tracing::info!(account = may.account.id, "a password was reset");
    Ok(Ok(true))
}

/// Changes name, language and zone.
pub async fn change_profile(app: &App, may: &Can<Edit>, profile: &Profile) -> Result<(), Error> {
    let tx = app.write_tx().await?;
    store::change_profile(&tx, may, profile).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Changes the password of somebody who knows the old one, and ends the other sessions.
pub async fn change_password(
    app: &App,
    may: &Can<Edit>,
    current: String,
    password: String,
) -> Result<Result<(), Problems>, Error> {
    let now = app.clock.now();
    let (rate, key) = (sign_in::rate(app), format!("password {}", may.id));
    let taken = limits::take(&app.db, &key, rate, now).await?;
    taken.map_err(|wait| Error::TooMany(wait.num_seconds() + 1))?;
    let mut problems = Problems::new();
    let proved = app.hashing.verify(current, Some(may.password_hash.clone())).await?;
    problems.check("current", proved, Problem::Other("accounts-current-wrong"));
    model::check_password("password", &password, &may.name, &may.email, &mut problems);
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    limits::give_back(&app.db, &key, rate).await?;
    let hash = app.hashing.hash(password).await?;
    let tx = app.write_tx().await?;
    if !store::change_password(&tx, may, &hash).await? {
        return Ok(Err(Problems::one("current", Problem::Other("accounts-current-wrong"))));
    }
    let kept = may.actor().person().map_or(0, |person| person.session_id);
    auth::end_others(&tx, may.id, kept, now).await?;
    notifications::send(app, &tx, Notice::new(Kind::Security, letters::password_changed(app, may)), now).await?;
    app.commit(tx).await?;
    tracing::info!(account = may.id, "a password was changed");
    Ok(Ok(()))
}

/// Ends one session of the person who asks.
pub async fn end_session(app: &App, may: &Can<EndSession>) -> Result<(), Error> {
    let tx = app.write_tx().await?;
    store::end_session(&tx, may, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Ends all sessions of a person but the one that asks.
pub async fn end_other_sessions(app: &App, may: &Can<Edit>) -> Result<(), Error> {
    let kept = may.actor().person().map_or(0, |person| person.session_id);
    let tx = app.write_tx().await?;
    auth::end_others(&tx, may.id, kept, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Writes an account with a password that was hashed before; `None` if its address has one already.
pub async fn add_account(
    tx: &DatabaseTransaction,
    may: &Can<Add>,
    password_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<i64>, DbErr> {
    store::insert(tx, may, password_hash, now).await
}

/// Makes an administrator, for the operator's command. An account that has the address becomes one, gets the password
/// and is signed out everywhere.
pub async fn create_administrator(
    app: &App,
    email: &str,
    name: &str,
    password: &str,
) -> Result<Result<i64, Problems>, Error> {
    let mut wanted = match SignUp::check(name, email, password, true, Lang::En) {
        Ok(wanted) => wanted,
        Err(problems) => return Ok(Err(problems)),
    };
    (wanted.account.role, wanted.account.verified) = (PlatformRole::Administrator, true);
    let now = app.clock.now();
    let hash = app.hashing.hash(wanted.password).await?;
    let may = Can::<Add>::check(&Actor::System, wanted.account)?;
    let tx = app.write_tx().await?;
    let id = match store::insert(&tx, &may, &hash, now).await? {
        Some(id) => id,
        None => {
            let account = store::holder(&tx, &may).await?.ok_or(Error::NotFound)?;
            let may = Can::<Promote>::check(&Actor::System, account)?;
            store::promote(&tx, &may, &hash, now).await?;
            auth::end_all(&tx, may.id, now).await?;
            may.id
        }
    };
    let detail = json!({ "role": PlatformRole::Administrator });
    audit::append(&tx, &Actor::System, "account.promote", &format!("account/{id}"), detail, now).await?;
    app.commit(tx).await?;
    Ok(Ok(id))
}
