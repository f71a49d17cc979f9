use std::net::IpAddr;

use axum_extra::extract::cookie::Cookie;

use crate::accounts::model::Purpose;
use crate::accounts::policy::{AskLink, SignIn};
use crate::accounts::store::{self, Account};
use crate::app::App;
use crate::auth::{self, limits, limits::Rate};
use crate::ids::token_hash;
use crate::web::{Can, Error};

/// From addresses all over the world an account takes this many times the attempts of one address.
const FROM_EVERYWHERE: u32 = 10;
/// A longer password is none of ours and is not hashed.
const LONGEST: usize = 1024;

/// What is known of the browser that sends a form.
#[derive(Clone, Debug)]
pub struct Client {
    /// Its address.
    pub address: IpAddr,
    /// What it says it is.
    pub user_agent: String,
    /// The mark it got when it signed in before.
    pub device: Option<String>,
}

/// How a sign-in ended.
#[derive(Debug)]
pub enum Outcome {
    /// The password is right.
    Right(Box<Account>),
    /// The password is right and the address not yet proved; a new link was mailed.
    Unproved,
    /// It is wrong, or there is no such account.
    Wrong,
}

/// How often passwords may be tried.
pub fn rate(app: &App) -> Rate {
    Rate::per_minute(app.config.limits.sign_in_per_minute)
}

/// Tries a password. Wrong ones count against the client's address and against the account. A browser that has signed
/// in to this account before has an allowance of its own, so that strangers cannot lock its owner out.
pub async fn sign_in(
    app: &App,
    may: &Can<SignIn>,
    password: String,
    next: &str,
    client: &Client,
) -> Result<Outcome, Error> {
    let now = app.clock.now();
    let account = store::tried(app.db.conn(), may).await?;
    let allowances = allowances(app, &may.0, account.as_ref(), client);
    for (key, rate) in &allowances {
        let taken = limits::take(&app.db, key, *rate, now).await?;
        taken.map_err(|wait| Error::TooMany(wait.num_seconds() + 1))?;
    }
    let password = if password.len() > LONGEST { String::new() } else { password };
    let hash = account.as_ref().filter(|account| account.status == "active").map(|found| found.password_hash.clone());
    let right = app.hashing.verify(password, hash).await?;
    let Some(account) = account.filter(|_| right) else {
        tracing::info!(client = %client.address, "a sign-in was refused");
        return Ok(Outcome::Wrong);
    };
    for (key, rate) in &allowances {
        limits::give_back(&app.db, key, *rate).await?;
    }
    if account.email_verified_at.is_none() {
        let ask = Can::<AskLink>::check(may.actor(), may.thing().clone())?;
        super::ask_link(app, &ask, Purpose::VerifyEmail, next).await?;
        return Ok(Outcome::Unproved);
    }
    Ok(Outcome::Right(Box::new(account)))
}

fn allowances(app: &App, email: &str, account: Option<&Account>, client: &Client) -> Vec<(String, Rate)> {
    let mark = client.device.as_deref();
    let known = mark.and_then(|mark| app.keys.device(mark, app.clock.now()));
    match (known, account, mark) {
        (Some(known), Some(account), Some(mark)) if known == account.id => {
            vec![(format!("sign-in device {}", token_hash(mark)), rate(app))]
        }
        _ => {
            let everywhere = Rate::per_minute(app.config.limits.sign_in_per_minute.saturating_mul(FROM_EVERYWHERE));
            vec![
                (format!("sign-in client {}", limits::client(client.address)), rate(app)),
                (format!("sign-in account {}", token_hash(email)), everywhere),
            ]
        }
    }
}

/// Begins a session and answers with its cookies and the browser's mark.
pub async fn begin_session(app: &App, account_id: i64, client: &Client) -> Result<Vec<Cookie<'static>>, Error> {
    let now = app.clock.now();
    let mut cookies = auth::start_session(app.sessions(now), account_id, &client.user_agent).await?;
    cookies.push(device(app, account_id)?);
    tracing::info!(account = account_id, client = %client.address, "signed in");
    Ok(cookies)
}

/// The mark of a browser that has proved whose it is.
pub fn device(app: &App, account_id: i64) -> Result<Cookie<'static>, Error> {
    let mark = app.keys.sign_device(account_id, app.clock.now())?;
    Ok(app.cookies().make(app.cookies().device(), mark, auth::device_life()))
}
