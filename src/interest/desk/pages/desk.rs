//! The desk of one expression of interest: who sees to it, labels, and notes that the other side never sees.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::interest::desk::actions::{self, Refused};
use crate::interest::desk::forms::{DeskForm, NoteForm};
use crate::interest::desk::policy::Keep;
use crate::interest::desk::{Desk, Member, Note, store};
use crate::interest::policy::{See, takes_part};
use crate::interest::{Interest, store as interests};
use crate::web::form::{Errors, Form};
use crate::web::{Can, Error, Html, Page};

#[derive(Template)]
#[template(path = "interest/desk/show.html")]
struct DeskPage {
    page: Page,
    interest: Interest,
    desk: Desk,
    notes: Vec<Note>,
    members: Vec<Member>,
    keeps: bool,
    form: DeskForm,
    note: String,
    errors: Errors,
}

impl DeskPage {
    async fn of(app: &App, page: Page, may: Can<See>) -> Result<Self, Error> {
        let db = app.db.conn();
        let desk = store::desk(db, &may).await?;
        let notes = store::notes(db, &may).await?;
        let keeps = takes_part(page.actor(), &may);
        let members = if keeps { store::members(db, page.actor()).await? } else { Vec::new() };
        let form = DeskForm {
            assignee: desk.assignee.as_ref().map(|member| member.account_id.to_string()).unwrap_or_default(),
            labels: desk.labels.join(", "),
        };
        let interest = may.thing().clone();
        Ok(Self { page, interest, desk, notes, members, keeps, form, note: String::new(), errors: Errors::default() })
    }

    async fn again(app: &App, page: Page, may: &Can<Keep>) -> Result<Self, Error> {
        let now = interests::find_by_id(app.db.conn(), page.actor(), may.id).await?.ok_or(Error::NotFound)?;
        let may = Can::<See>::check(page.actor(), now)?;
        Self::of(app, page, may).await
    }

    fn options(&self) -> Vec<(String, String)> {
        self.members.iter().map(|member| (member.account_id.to_string(), member.name.clone())).collect()
    }

    fn refused(mut self, refused: Refused) -> Result<Response, Error> {
        match refused {
            Refused::Form(problems) => {
                self.errors = Errors::new(&self.page, &problems, |field| self.page.label("interest-field", field));
                Ok(Html(self).refused())
            }
            Refused::Db(error) => Err(error.into()),
        }
    }
}

/// The desk.
pub async fn show(State(app): State<App>, page: Page, may: Can<See>) -> Result<Html<impl Template>, Error> {
    Ok(Html(DeskPage::of(&app, page, may).await?))
}

/// Says who sees to it, and labels it.
pub async fn keep(
    State(app): State<App>,
    page: Page,
    may: Can<Keep>,
    Form(form): Form<DeskForm>,
) -> Result<Response, Error> {
    match actions::keep(&app, &may, &form.assignee, &crate::checks::plain(&form.labels)).await {
        Ok(()) => {
            let to = format!("/interests/{}/desk", may.reference);
            Ok(page.see(&to).with_notice("interest-desk-kept").into_response())
        }
        Err(refused) => {
            let mut again = DeskPage::again(&app, page, &may).await?;
            again.form = form;
            again.refused(refused)
        }
    }
}

/// Writes a note.
pub async fn write(
    State(app): State<App>,
    page: Page,
    may: Can<Keep>,
    Form(form): Form<NoteForm>,
) -> Result<Response, Error> {
    match actions::write(&app, &may, &crate::checks::plain(&form.note)).await {
        Ok(()) => {
            let to = format!("/interests/{}/desk", may.reference);
            Ok(page.see(&to).with_notice("interest-note-written").into_response())
        }
        Err(refused) => {
            let mut again = DeskPage::again(&app, page, &may).await?;
            again.note = form.note;
            again.refused(refused)
        }
    }
}
