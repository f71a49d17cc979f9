use askama::Template;
use askama::filters::Safe;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use super::{Key, options, wrong};
use crate::app::App;
use crate::checks::Problems;
use crate::events::{self, Responsiveness};
use crate::listings::{self, Listing};
use crate::organisations::Status;
use crate::organisations::actions;
use crate::organisations::forms::{DirectoryForm, ProfileForm, page_number};
use crate::organisations::policy::{AskVerification, Edit, SeeMembers, Verify};
use crate::organisations::store::{self, Organisation, PER_PAGE, Verifier};
use crate::taxonomy;
use crate::web::form::Errors;
use crate::web::{Action, Can, Error, Form, Html, Page, Query, markdown};

#[derive(Template)]
#[template(path = "organisations/show.html")]
struct ShowPage {
    page: Page,
    organisation: Organisation,
    description: Safe<String>,
    verifier: Option<Verifier>,
    responsiveness: Option<Responsiveness>,
    listings: Vec<Listing>,
    total: u64,
    number: u64,
}

impl ShowPage {
    fn pages(&self) -> u64 {
        self.total.div_ceil(PER_PAGE).max(1)
    }

    fn verified(&self) -> bool {
        self.organisation.status() == Status::Verified
    }

    /// Who gave the badge, and when.
    fn verified_by(&self) -> String {
        let Some(at) = &self.organisation.verified_at else { return String::new() };
        let date = self.page.date(at);
        match &self.verifier {
            Some(Verifier { name, focal_point: Some(focal) }) => {
                t!(
                    self.page,
                    "organisations-verified-by-focal",
                    name = name.as_str(),
                    focal = focal.as_str(),
                    date = date
                )
            }
            Some(Verifier { name, focal_point: None }) => {
                t!(self.page, "organisations-verified-by", name = name.as_str(), date = date)
            }
            None => t!(self.page, "organisations-verified-on", date = date),
        }
    }

    fn may_edit(&self) -> bool {
        Edit::allowed(self.page.actor(), &self.organisation)
    }

    fn may_ask(&self) -> bool {
        AskVerification::allowed(self.page.actor(), &self.organisation)
    }

    fn may_verify(&self) -> bool {
        Verify::allowed(self.page.actor(), &self.organisation)
    }

    fn may_see_members(&self) -> bool {
        SeeMembers::allowed(self.page.actor(), &self.organisation)
    }
}

/// The public page of an organisation.
pub async fn show(
    State(app): State<App>,
    page: Page,
    Path(key): Path<Key>,
    Query(sent): Query<DirectoryForm>,
) -> Result<Html<impl Template>, Error> {
    let (db, number) = (app.db.conn(), page_number(&sent.page));
    let organisation = store::find(db, page.actor(), &key.slug).await?.ok_or(Error::NotFound)?;
    let verifier = store::verifier(db, page.actor(), &organisation).await?;
    let (listings, total) =
        listings::store::of_organisation(db, page.actor(), organisation.id, true, (number, PER_PAGE)).await?;
    let description = markdown::html(&organisation.description);
    let responsiveness = events::responsiveness(&app, organisation.id, &organisation.country).await?;
    Ok(Html(ShowPage { page, organisation, description, verifier, responsiveness, listings, total, number }))
}

#[derive(Template)]
#[template(path = "organisations/edit.html")]
struct EditPage {
    page: Page,
    /// The organisation that is edited; none for a new one.
    organisation: Option<Organisation>,
    sent: ProfileForm,
    errors: Errors,
    countries: Vec<(String, String)>,
    sectors: Vec<(String, String)>,
    sizes: Vec<(String, String)>,
}

fn form(page: Page, organisation: Option<Organisation>, sent: ProfileForm, problems: &Problems) -> Html<EditPage> {
    let countries = options(&page, taxonomy::countries());
    let (sectors, sizes) = (options(&page, taxonomy::sectors()), options(&page, taxonomy::sizes()));
    let errors = wrong(&page, problems);
    Html(EditPage { page, organisation, sent, errors, countries, sectors, sizes })
}

pub async fn new(page: Page) -> Html<impl Template> {
    form(page, None, ProfileForm::default(), &Problems::new())
}

/// Makes an organisation; its maker acts for it from now on.
pub async fn create(State(app): State<App>, page: Page, Form(sent): Form<ProfileForm>) -> Result<Response, Error> {
    match sent.check() {
        Ok(profile) => {
            let slug = actions::create(&app, page.actor(), profile).await?;
            Ok(page.see(&format!("/organisations/{slug}")).with_notice("organisations-made").into_response())
        }
        Err(problems) => Ok(form(page, None, sent, &problems).refused()),
    }
}

pub async fn edit(page: Page, may: Can<Edit>) -> Html<impl Template> {
    form(page, Some(may.thing().clone()), ProfileForm::of(&may), &Problems::new())
}

/// Changes what an organisation says of itself.
pub async fn update(
    State(app): State<App>,
    page: Page,
    may: Can<Edit>,
    Form(mut sent): Form<ProfileForm>,
) -> Result<Response, Error> {
    let version = sent.version.parse().unwrap_or_default();
    let done = match sent.check() {
        Ok(profile) => actions::edit(&app, &may, &profile, version).await?,
        Err(problems) => Err(problems),
    };
    match done {
        Ok(()) => {
            Ok(page.see(&format!("/organisations/{}", may.slug)).with_notice("organisations-saved").into_response())
        }
        Err(problems) => {
            sent.version = may.version.to_string();
            Ok(form(page, Some(may.thing().clone()), sent, &problems).refused())
        }
    }
}
