use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::wrong;
use crate::app::App;
use crate::auth::MemberRole;
use crate::checks::{self, Problem, Problems};
use crate::entity::invitation;
use crate::organisations::actions::{self, Rejected};
use crate::organisations::forms::MemberForm;
use crate::organisations::policy::{ChangeRole, Invite, Leave, Remove, SeeMembers};
use crate::organisations::store::{self, MemberRow, Organisation};
use crate::web::form::Errors;
use crate::web::{Can, Error, Form, Html, Page};

#[derive(Template)]
#[template(path = "organisations/members.html")]
struct MembersPage {
    page: Page,
    organisation: Organisation,
    owns: bool,
    members: Vec<MemberRow>,
    invitations: Vec<invitation::Model>,
    sent: MemberForm,
    errors: Errors,
    roles: Vec<(String, String)>,
}

impl MembersPage {
    fn is_me(&self, member: &MemberRow) -> bool {
        self.page.actor().account_id() == Some(member.account_id)
    }
}

async fn draw(
    app: &App,
    page: Page,
    organisation: &Organisation,
    sent: MemberForm,
    problems: &Problems,
) -> Result<Html<MembersPage>, Error> {
    let db = app.db.conn();
    let members = store::members(db, &Can::<SeeMembers>::check(page.actor(), organisation.clone())?).await?;
    let owner = Can::<Invite>::check(page.actor(), organisation.clone()).ok();
    let invitations = match &owner {
        Some(may) => store::invitations(db, may, page.now()).await?,
        None => Vec::new(),
    };
    let roles = MemberRole::ALL.iter().map(|role| (role.to_string(), page.text("member-role", role))).collect();
    let (errors, organisation) = (wrong(&page, problems), organisation.clone());
    Ok(Html(MembersPage { page, organisation, owns: owner.is_some(), members, invitations, sent, errors, roles }))
}

/// The members of an organisation, for its members.
pub async fn index(State(app): State<App>, page: Page, may: Can<SeeMembers>) -> Result<Html<impl Template>, Error> {
    let sent = MemberForm { role: MemberRole::Editor.to_string(), ..MemberForm::default() };
    draw(&app, page, &may, sent, &Problems::new()).await
}

/// Invites somebody by mail.
pub async fn invite(
    State(app): State<App>,
    page: Page,
    may: Can<Invite>,
    Form(sent): Form<MemberForm>,
) -> Result<Response, Error> {
    let mut problems = Problems::new();
    let email = checks::email(&sent.email);
    problems.check("email", email.is_some(), Problem::NotEmail);
    let role = sent.role.parse().ok();
    problems.check("role", role.is_some(), Problem::UnknownChoice);
    let (Some(email), Some(role)) = (email, role) else {
        return Ok(draw(&app, page, &may, sent, &problems).await?.refused());
    };
    actions::invite(&app, &may, &email, role, page.locale).await?;
    Ok(page.see(&members_of(&may)).with_notice("organisations-invited").into_response())
}

fn members_of(organisation: &Organisation) -> String {
    format!("/organisations/{}/members", organisation.slug)
}

/// What is shown when an organisation would lose its last owner.
fn last_owner() -> Problems {
    Problems::one("members", Problem::Other("organisations-last-owner"))
}

/// Gives a member another role.
pub async fn change_role(
    State(app): State<App>,
    page: Page,
    may: Can<ChangeRole>,
    Form(sent): Form<MemberForm>,
) -> Result<Response, Error> {
    let role = sent.role.parse()?;
    match actions::change_role(&app, &may, role).await {
        Ok(()) => {
            Ok(page.see(&members_of(&may.organisation)).with_notice("organisations-role-changed").into_response())
        }
        Err(Rejected::Failed(error)) => Err(error),
        Err(_) => Ok(draw(&app, page, &may.organisation, MemberForm::default(), &last_owner()).await?.refused()),
    }
}

#[derive(Template)]
#[template(path = "organisations/remove.html")]
struct RemovePage {
    page: Page,
    organisation: Organisation,
    /// Who is taken out; none for oneself.
    member: Option<MemberRow>,
    action: String,
}

/// Asks whether a member is to be taken out.
pub async fn confirm_remove(
    State(app): State<App>,
    page: Page,
    may: Can<Remove>,
) -> Result<Html<impl Template>, Error> {
    let organisation = may.organisation.clone();
    let see = Can::<SeeMembers>::check(page.actor(), organisation.clone())?;
    let members = store::members(app.db.conn(), &see).await?;
    let member = Some(members.into_iter().find(|member| member.id == may.id).ok_or(Error::NotFound)?);
    let action = format!("/organisations/{}/members/{}/remove", organisation.slug, may.id);
    Ok(Html(RemovePage { page, organisation, member, action }))
}

/// Takes a member out.
pub async fn remove(State(app): State<App>, page: Page, may: Can<Remove>) -> Result<Response, Error> {
    match actions::remove(&app, &may).await {
        Ok(()) => Ok(page.see(&members_of(&may.organisation)).with_notice("organisations-removed").into_response()),
        Err(Rejected::Failed(error)) => Err(error),
        Err(_) => Ok(draw(&app, page, &may.organisation, MemberForm::default(), &last_owner()).await?.refused()),
    }
}

/// Asks whether one wants to leave.
pub async fn confirm_leave(page: Page, may: Can<Leave>) -> Html<impl Template> {
    let action = format!("/organisations/{}/leave", may.slug);
    Html(RemovePage { page, organisation: may.thing().clone(), member: None, action })
}

/// Leaves an organisation.
pub async fn leave(State(app): State<App>, page: Page, may: Can<Leave>) -> Result<Response, Error> {
    match actions::leave(&app, &may).await {
        Ok(()) => Ok(page.see("/acting").with_notice("organisations-left").into_response()),
        Err(Rejected::Failed(error)) => Err(error),
        Err(_) => Ok(draw(&app, page, &may, MemberForm::default(), &last_owner()).await?.refused()),
    }
}
