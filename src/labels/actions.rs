//! What can be done with certificates; pages and the calendar share it.

use chrono::{DateTime, Days, NaiveDate, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

use super::model::{WAITS, Waits};
use super::policy::Verify;
use super::{Certificate, Claim, Status, store};
use crate::app::App;
use crate::audit;
use crate::auth::Actor;
use crate::events::{Event, emit};
use crate::i18n::Locale;
use crate::jobs;
use crate::mail::{self, Letter, Receiver};
use crate::notifications::{self, Kind, Notice};
use crate::taxonomy::Registers;
use crate::web::{Can, Error};

/// Enters the claims of a listing that became public into the register. What did not change keeps its state; a claim
/// that changed must be verified again, and its owner is told. `before` is what the listing claimed the last time. Answers
/// with the keys of the listings whose badges go by this.
pub async fn register(
    tx: &DatabaseTransaction,
    organisation_id: i64,
    claims: &[Claim],
    before: &[Claim],
    now: DateTime<Utc>,
) -> Result<Vec<i64>, DbErr> {
    let mut badges = Vec::new();
    let known = known(tx, organisation_id, claims).await?;
    for claim in claims {
        let last = before.iter().find(|before| before.names_the_same(claim));
        match known.iter().find(|known| known.claim.names_the_same(claim)) {
            Some(known) if known.is_changed_by(claim, last) => {
                if known.status == Status::Verified {
                    badges.extend(store::claimed_in(tx, &[known]).await?.iter().map(|claimed| claimed.listing_id));
                }
                claim_again(tx, known, claim, now).await?;
            }
            Some(_) => {}
            None => store::insert(tx, organisation_id, claim, now).await?,
        }
    }
    Ok(badges)
}

/// Enters the claims of a submission that the register does not know, so that they can be verified with it; one that was
/// refused and says something else now waits again. What else is known stays as the public sees it until the
/// submission is approved.
pub async fn announce(
    tx: &DatabaseTransaction,
    organisation_id: i64,
    claims: &[Claim],
    before: &[Claim],
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let known = known(tx, organisation_id, claims).await?;
    for claim in claims {
        match known.iter().find(|known| known.claim.names_the_same(claim)) {
            Some(known) if known.status == Status::Refused && known.claim != *claim && !before.contains(claim) => {
                claim_again(tx, known, claim, now).await?;
            }
            Some(_) => {}
            None => store::insert(tx, organisation_id, claim, now).await?,
        }
    }
    Ok(())
}

/// What the register knows, if there is anything to compare with it.
async fn known(tx: &DatabaseTransaction, organisation_id: i64, claims: &[Claim]) -> Result<Vec<Certificate>, DbErr> {
    if claims.is_empty() { Ok(Vec::new()) } else { store::of_organisation(tx, organisation_id).await }
}

/// A certificate waits again with what is claimed of it now. Its owner is told if it was decided on.
async fn claim_again(
    tx: &DatabaseTransaction,
    known: &Certificate,
    claim: &Claim,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    store::claim_again(tx, known, claim, now).await?;
    if matches!(known.status, Status::Claimed | Status::DocumentUploaded) {
        return Ok(());
    }
    jobs::enqueue(tx, WAITS, &Waits { id: known.id, version: known.version + 1 }, None, now).await
}

/// Tells an owner that a certificate waits again, unless it was decided on or changed meanwhile. It may run any number of
/// times.
pub async fn tell_waiting(app: &App, waits: Waits) -> Result<(), Error> {
    let known = store::find(app.db.conn(), waits.id).await?;
    let undecided = |known: &Certificate| matches!(known.status, Status::Claimed | Status::DocumentUploaded);
    let Some(known) = known.filter(|known| known.version == waits.version && undecided(known)) else { return Ok(()) };
    let tx = app.write_tx().await?;
    for receiver in mail::receivers(&tx, known.organisation_id).await? {
        let key = format!("certificate-waits:{}:{}:{}", known.id, known.version, receiver.email);
        let notice = Notice::new(Kind::Review, waiting_letter(app, &receiver, &known)).once(key);
        notifications::send(app, &tx, notice, app.clock.now()).await?;
    }
    app.commit(tx).await?;
    Ok(())
}

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

fn waiting_letter(app: &App, to: &Receiver, certificate: &Certificate) -> Letter {
    let name = named(to.locale, &app.registers.get(), certificate);
    Letter {
        locale: to.locale,
        to: to.email.clone(),
        subject: t!(to, "label-mail-waits", name = name.clone()),
        paragraphs: vec![t!(to, "label-mail-waits-text", name = name)],
        quote: None,
        action: Some((t!(to, "label-mail-open"), app.link(to.locale, "/workspace"))),
        reason: t!(to, "label-mail-why"),
    }
}
