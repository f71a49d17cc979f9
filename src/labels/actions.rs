//! What can be done with certificates; pages and the calendar share it.

use chrono::{DateTime, Days, NaiveDate, Utc};
use sea_orm::DatabaseTransaction;

use super::policy::Verify;
use super::{Certificate, Status, store};
use crate::app::App;
use crate::audit;
use crate::auth::Actor;
use crate::events::{Event, emit};
use crate::i18n::Locale;
use crate::mail::{self, Letter, Receiver};
use crate::notifications::{self, Kind, Notice};
use crate::taxonomy::Registers;
use crate::web::{Can, Error};

/// Writes down whether a certificate holds (`next` is verified, refused or revoked), tells its owner, and makes the badges
/// of its listings follow. One that is verified takes the place of its owner's older ones for the same product. `false`
/// when somebody changed it since it was read, or when its state or its last day does not allow it.
pub async fn decide(app: &App, may: &Can<Verify>, next: Status, reason: &str) -> Result<bool, Error> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    if !decide_in(&tx, may, next, reason, now).await? {
        return Ok(false);
    }
    for receiver in mail::receivers(&tx, may.organisation_id).await? {
        let letter = decision_letter(app, &receiver, may, next, reason);
        notifications::send(app, &tx, Notice::new(Kind::Review, letter), now).await?;
    }
    app.commit(tx).await?;
    Ok(true)
}

/// Writes it down inside a transaction and tells nobody, for sample data.
pub async fn decide_in(
    tx: &DatabaseTransaction,
    may: &Can<Verify>,
    next: Status,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<bool, Error> {
    let verified = next == Status::Verified;
    if !may.status.leads_to(next) || (verified && !may.verifiable_on(now.date_naive())) {
        return Ok(false);
    }
    if !change(tx, may, next, reason, now).await? {
        return Ok(false);
    }
    if verified {
        supersede(tx, may, now).await?;
    }
    Ok(true)
}

/// The older certificates for the product of one that was verified give way to it, in the name of the program: the
/// moderator decided on the newer one only.
async fn supersede(tx: &DatabaseTransaction, newer: &Certificate, now: DateTime<Utc>) -> Result<(), Error> {
    let known = store::of_organisation(tx, newer.organisation_id).await?;
    for older in known.into_iter().filter(|older| newer.supersedes(older)) {
        let may = Can::<Verify>::check(&Actor::System, older)?;
        change(tx, &may, Status::Superseded, &newer.claim.number, now).await?;
    }
    Ok(())
}

/// Ends certificates whose last day is over and reminds the owners of those whose last day comes near. It may run any
/// number of times a day: a reminder has its own key for each certificate, last day and step.
pub async fn expire(app: &App) -> Result<(), Error> {
    let today = app.clock.today();
    let horizon = today.checked_add_days(Days::new(91)).unwrap_or(today);
    let ending = store::ending_before(app.db.conn(), horizon).await?;
    for certificate in ending.into_iter().filter(|known| known.expired_on(today) || known.reminder_on(today).is_some())
    {
        let may = Can::<Verify>::check(&Actor::System, certificate)?;
        let tx = app.write_tx().await?;
        if may.expired_on(today) {
            change(&tx, &may, Status::Expired, "", app.clock.now()).await?;
        } else {
            remind(app, &tx, &may, today).await?;
        }
        app.commit(tx).await?;
    }
    Ok(())
}

async fn change(
    tx: &DatabaseTransaction,
    may: &Can<Verify>,
    next: Status,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<bool, Error> {
    if !store::decide(tx, may, next, reason, now).await? {
        return Ok(false);
    }
    let listings: Vec<i64> =
        store::claimed_in(tx, &[may.thing()]).await?.iter().map(|claimed| claimed.listing_id).collect();
    emit(tx, now, Event::BadgeChanged { listings: &listings }).await?;
    let detail = serde_json::json!({ "from": may.status, "to": next, "reason": reason });
    audit::append(tx, may.actor(), "certificate.decide", &format!("certificate/{}", may.id), detail, now).await?;
    Ok(true)
}

async fn remind(app: &App, tx: &DatabaseTransaction, may: &Can<Verify>, today: NaiveDate) -> Result<(), Error> {
    let (Some(step), Some(last)) = (may.reminder_on(today), may.claim.valid_until) else { return Ok(()) };
    for receiver in mail::receivers(tx, may.organisation_id).await? {
        let key = format!("certificate-ends:{}:{last}:{step}:{}", may.id, receiver.email);
        let notice = Notice::new(Kind::Reminder, reminder_letter(app, &receiver, may, today, last)).once(key);
        notifications::send(app, tx, notice, app.clock.now()).await?;
    }
    Ok(())
}

/// The certificate as mails name it: scheme and number.
fn named(locale: &Locale, registers: &Registers, certificate: &Certificate) -> String {
    let claim = &certificate.claim;
    format!("{} {}", registers.schemes().name(&claim.scheme, locale.lang), claim.number)
}

fn decision_letter(app: &App, to: &Receiver, certificate: &Certificate, next: Status, reason: &str) -> Letter {
    let name = named(to.locale, &app.registers.get(), certificate);
    let (subject, text) = match next {
        Status::Verified => {
            (t!(to, "label-mail-verified", name = name.clone()), t!(to, "label-mail-verified-text", name = name))
        }
        Status::Revoked => {
            (t!(to, "label-mail-revoked", name = name.clone()), t!(to, "label-mail-revoked-text", name = name))
        }
        _ => (t!(to, "label-mail-refused", name = name.clone()), t!(to, "label-mail-refused-text", name = name)),
    };
    Letter {
        locale: to.locale,
        to: to.email.clone(),
        subject,
        paragraphs: vec![text],
        quote: (!reason.is_empty()).then(|| reason.to_owned()),
        action: Some((t!(to, "label-mail-open"), app.link(to.locale, "/workspace"))),
        reason: t!(to, "label-mail-why"),
    }
}

fn reminder_letter(app: &App, to: &Receiver, certificate: &Certificate, today: NaiveDate, last: NaiveDate) -> Letter {
    let name = named(to.locale, &app.registers.get(), certificate);
    let days = (last - today).num_days();
    let day = to.locale.formats().day(last);
    Letter {
        locale: to.locale,
        to: to.email.clone(),
        subject: t!(to, "label-mail-ends", name = name.clone(), n = days),
        paragraphs: vec![t!(to, "label-mail-ends-text", name = name, day = day)],
        quote: None,
        action: Some((t!(to, "label-mail-open"), app.link(to.locale, "/workspace"))),
        reason: t!(to, "label-mail-why"),
    }
}
