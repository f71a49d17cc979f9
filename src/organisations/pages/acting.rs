use askama::Template;
use axum::extract::State;

use crate::accounts::local_path;
use crate::app::App;
use crate::auth;
use crate::organisations::forms::ActingForm;
use crate::organisations::store::{self, OwnRow};
use crate::web::{Error, Form, Html, Page, Redirect};

#[derive(Template)]
#[template(path = "organisations/acting.html")]
struct ActingPage {
    page: Page,
    organisations: Vec<OwnRow>,
}

/// The organisations of a person, and for which one the person acts.
pub async fn show(State(app): State<App>, page: Page) -> Result<Html<impl Template>, Error> {
    let organisations = store::own(app.db.conn(), page.actor()).await?;
    Ok(Html(ActingPage { page, organisations }))
}

/// Acts for another organisation from now on; it must be one of the person's own.
pub async fn switch(State(app): State<App>, page: Page, Form(sent): Form<ActingForm>) -> Result<Redirect, Error> {
    let account_id = page.actor().account_id().ok_or(Error::SignIn)?;
    let own = store::own(app.db.conn(), page.actor()).await?;
    let wanted = own.iter().find(|row| row.slug == sent.organisation).ok_or(Error::NotFound)?;
    let tx = app.write_tx().await?;
    if !auth::switch_organisation(&tx, account_id, wanted.organisation_id).await? {
        return Err(Error::NotFound);
    }
    app.commit(tx).await?;
    Ok(page.see(local_path(&sent.next).unwrap_or("/workspace")).with_notice("organisations-switched"))
}
