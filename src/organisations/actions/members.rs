use serde_json::json;

use super::{Rejected, letters, subject};
use crate::app::App;
use crate::auth::{self, MemberRole, limits};
use crate::i18n::Locale;
use crate::ids::token_hash;
use crate::organisations::model::loses_last_owner;
use crate::organisations::policy::{Accept, ChangeRole, Invite, Leave, Remove, RevokeInvitation};
use crate::organisations::store;
use crate::web::{Can, Error};
use crate::{audit, jobs};

/// Invitations that an organisation may send in an hour.
const INVITED_PER_HOUR: u32 = 20;

/// Invites somebody by mail. Whether the address has an account makes no difference that the owner could see.
pub async fn invite(
    app: &App,
    may: &Can<Invite>,
    email: &str,
    role: MemberRole,
    locale: &'static Locale,
) -> Result<(), Error> {
    let (now, token) = (app.clock.now(), app.ids.token());
    let rate = limits::Rate::per_hour(INVITED_PER_HOUR);
    let taken = limits::take(&app.db, &format!("invite {}", may.id), rate, now).await?;
    taken.map_err(|wait| Error::TooMany(wait.num_seconds() + 1))?;
    let tx = app.write_tx().await?;
    store::insert_invitation(&tx, may, (email, role), &token_hash(&token), now).await?;
    let known = store::locale_of(&tx, may, email).await?;
    let locale = known.map_or(locale, |code| Locale::of_code(&code));
    let inviter = may.actor().person().map_or("", |person| person.name.as_str());
    let mail = letters::invitation(app, locale, email, (inviter, &may.name), &token)?;
    jobs::enqueue_mail(&tx, &mail, None, now).await?;
    let detail = json!({ "role": role });
    audit::append(&tx, may.actor(), "organisation.invite", &subject(may.thing()), detail, now).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Takes an invitation back.
pub async fn revoke_invitation(app: &App, may: &Can<RevokeInvitation>) -> Result<(), Error> {
    let tx = app.write_tx().await?;
    store::revoke_invitation(&tx, may, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Makes the invited person a member who acts for the organisation; `false` if the invitation was used meanwhile.
pub async fn accept(app: &App, may: &Can<Accept>) -> Result<bool, Error> {
    let now = app.clock.now();
    let account_id = may.actor().account_id().ok_or(Error::SignIn)?;
    let tx = app.write_tx().await?;
    if !store::accept(&tx, may, now).await? {
        return Ok(false);
    }
    auth::switch_organisation(&tx, account_id, may.organisation.id).await?;
    let detail = json!({ "role": may.role });
    audit::append(&tx, may.actor(), "organisation.join", &subject(&may.organisation), detail, now).await?;
    app.commit(tx).await?;
    Ok(true)
}

/// Gives a member another role; an organisation keeps at least one owner.
pub async fn change_role(app: &App, may: &Can<ChangeRole>, role: MemberRole) -> Result<(), Rejected> {
    let tx = app.write_tx().await?;
    let (owners, now_role) = store::locked_role(&tx, may.thing()).await?;
    let before = now_role.ok_or(Error::NotFound)?;
    if loses_last_owner(owners, before, Some(role)) {
        return Err(Rejected::LastOwner);
    }
    store::set_role(&tx, may, role).await?;
    let detail = json!({ "account": may.account_id, "before": before, "after": role });
    let (subject, now) = (subject(&may.organisation), app.clock.now());
    audit::append(&tx, may.actor(), "organisation.change_role", &subject, detail, now).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Takes a member out; an organisation keeps at least one owner.
pub async fn remove(app: &App, may: &Can<Remove>) -> Result<(), Rejected> {
    let tx = app.write_tx().await?;
    let (owners, role) = store::locked_role(&tx, may.thing()).await?;
    let role = role.ok_or(Error::NotFound)?;
    if loses_last_owner(owners, role, None) {
        return Err(Rejected::LastOwner);
    }
    store::remove(&tx, may).await?;
    let detail = json!({ "account": may.account_id, "role": role });
    let (subject, now) = (subject(&may.organisation), app.clock.now());
    audit::append(&tx, may.actor(), "organisation.remove_member", &subject, detail, now).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Leaves; an organisation keeps at least one owner.
pub async fn leave(app: &App, may: &Can<Leave>) -> Result<(), Rejected> {
    let tx = app.write_tx().await?;
    let own = store::own_membership(&tx, may).await?.ok_or(Error::NotFound)?;
    let (owners, role) = store::locked_role(&tx, &own).await?;
    let role = role.ok_or(Error::NotFound)?;
    if loses_last_owner(owners, role, None) {
        return Err(Rejected::LastOwner);
    }
    store::leave(&tx, may, &own).await?;
    let (subject, now) = (subject(may.thing()), app.clock.now());
    audit::append(&tx, may.actor(), "organisation.leave", &subject, json!({ "role": role }), now).await?;
    app.commit(tx).await?;
    Ok(())
}
