//! The page of the realised effect of a period: what was entered, the form that confirms it and the one that enters it.

use askama::Template;
use askama::filters::Safe;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::actions::{self, Refused};
use super::forms::{ConfirmForm, ConsentForm, ReportForm, offered};
use super::policy::{Confirm, Consent, Due, Enter, Look};
use super::{Period, Report, Version, adopter, agreement, latest, ledger, store};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::Problems;
use crate::interest::Interest;
use crate::interest::policy::See;
use crate::listings::content::Content;
use crate::listings::editor::forms::BenefitRow;
use crate::listings::editor::options::{self, Choice};
use crate::listings::{self, editor};
use crate::taxonomy;
use crate::web::form::{Errors, Form};
use crate::web::{Access, Action as _, Can, Error, Html, Page, Routes};

/// Routes of realised effects.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/interests/{reference}/effects/{period}", Access::Member, show)
        .post("/interests/{reference}/effects/{period}", Access::Member, enter)
        .post("/interests/{reference}/effects/{period}/confirm", Access::Member, confirm)
        .post("/interests/{reference}/consent", Access::Member, consent)
        .with(ledger::routes)
}

/// The fields of the rows, as the form parts of the editor of listings draw them.
struct Fields {
    page: Page,
    errors: Errors,
}

impl Fields {
    fn at(&self, rows: &str, row: &usize, field: &str) -> String {
        format!("{rows}-{row}-{field}")
    }

    fn name(&self, id: &str) -> String {
        match id.split('-').collect::<Vec<_>>()[..] {
            [rows, row, field] => format!("{rows}[{row}][{field}]"),
            _ => id.to_owned(),
        }
    }

    fn plain(id: &str) -> String {
        id.rsplit('-').next().unwrap_or_default().replace('_', "-")
    }

    fn label(&self, id: &str) -> String {
        self.page.label("listing-field-benefits", &Self::plain(id))
    }

    /// Help for a field; empty if there is none.
    fn hint(&self, id: &str) -> String {
        self.page.label("listing-hint-benefits", &Self::plain(id))
    }

    fn error(&self, id: &str) -> &str {
        self.errors.at(id)
    }

    fn attributes(&self, kind: &str) -> Safe<&'static str> {
        Safe(if kind == "number" { r#"inputmode="decimal" autocomplete="off" class="mid""# } else { "" })
    }
}

#[derive(Template)]
#[template(path = "interest/effects/show.html")]
struct ShowPage {
    page: Page,
    interest: Interest,
    period: Period,
    /// Versions of the period, newest first.
    versions: Vec<Version>,
    /// Whether the reader may enter.
    enters: bool,
    /// Whether the reader may confirm the newest version.
    confirms: bool,
    /// The day from which it can be entered, if that is to come.
    early: Option<String>,
    /// Indicators of the listing, which are offered first.
    first: Vec<String>,
    form: ReportForm,
    name: String,
    fields: Fields,
    refused: Option<String>,
}

/// What the page is made of besides the exchange.
struct Known {
    reports: Vec<Report>,
    content: Option<Content>,
    offered: Vec<BenefitRow>,
}

impl Known {
    async fn of(app: &App, due: &Due) -> Result<Self, Error> {
        let see = Can::<See>::check(&Actor::System, due.interest.clone())?;
        let reports = store::of_interest(app.db.conn(), &see).await?;
        let listing = listings::store::find_by_id(app.db.conn(), &Actor::System, due.interest.listing_id).await?;
        let content = match &listing {
            Some(listing) => listings::store::published(app.db.conn(), listing).await?,
            None => None,
        };
        // After 12 months one goes on from what was entered after 6.
        let before = latest(&reports, Period::Six).filter(|_| due.period == Period::Twelve);
        let offered = offered(content.as_ref(), before);
        Ok(Self { reports, content, offered })
    }
}

impl ShowPage {
    fn of(page: Page, due: &Due, known: Known, form: Option<ReportForm>) -> Self {
        let Known { reports, content, offered } = known;
        let newest = latest(&reports, due.period);
        let form = form.unwrap_or_else(|| ReportForm::of(newest, &offered));
        let waits = newest.is_some_and(|report| report.confirmed.is_none());
        let starts = agreement(&due.interest).map(|agreement| agreement.starts);
        let day = starts.and_then(|starts| due.period.due(starts));
        let early = day.filter(|day| *day > page.now().date_naive()).map(|day| page.day(&day));
        let claimed = content.as_ref().and_then(Content::offer).map(|offer| offer.benefits.as_slice());
        let of_period = reports.iter().rev().filter(|report| report.period == due.period);
        Self {
            versions: of_period.map(|report| Version::of(&page, &due.interest, report)).collect(),
            enters: early.is_none() && Enter::allowed(page.actor(), due),
            confirms: waits && Confirm::allowed(page.actor(), due),
            early,
            first: claimed.unwrap_or_default().iter().map(|benefit| benefit.indicator.clone()).collect(),
            form,
            name: page.person().map(|person| person.name.clone()).unwrap_or_default(),
            fields: Fields { page: page.clone(), errors: Errors::default() },
            refused: None,
            interest: due.interest.clone(),
            period: due.period,
            page,
        }
    }

    fn months(&self) -> u32 {
        self.period.months()
    }

    fn waits(&self) -> bool {
        self.versions.first().is_some_and(|version| version.report.confirmed.is_none())
    }

    fn newest(&self) -> i64 {
        self.versions.first().map_or(0, |version| version.report.number)
    }

    /// The organisation that uses the technology.
    fn adopter(&self) -> String {
        let party = self.interest.party(adopter(self.interest.listing_kind));
        party.map(|party| party.name.clone()).unwrap_or_default()
    }

    fn kinds(&self) -> Vec<(String, String, bool)> {
        let kind = |code: &str, name| (code.to_owned(), name, self.form.kind == code);
        vec![kind("measured", t!(self.page, "effect-kind-measured")), kind("none", t!(self.page, "effect-kind-none"))]
    }

    /// Indicators to choose from, those of the listing first.
    fn indicators(&self, chosen: &str) -> Vec<Choice> {
        let mut choices = options::of_list(&self.page, taxonomy::indicators(), &[chosen.to_owned()]);
        choices.sort_by_key(|choice| !self.first.contains(&choice.code));
        choices
    }

    fn units(&self, chosen: &str) -> Vec<Choice> {
        options::benefit_units(&self.page, chosen)
    }

    fn bases(&self, chosen: &str) -> Vec<Choice> {
        options::of_list(&self.page, taxonomy::bases(), &[chosen.to_owned()])
    }

    /// The computed change of a row; empty while it cannot be computed.
    fn change(&self, row: &BenefitRow) -> String {
        row.change().map(|change| self.page.locale.formats().percent_change(change)).unwrap_or_default()
    }

    fn wrong(mut self, problems: &Problems, name: impl Fn(&Page, &str) -> String) -> Response {
        self.fields.errors = Errors::new(&self.page, problems, |field| name(&self.page, field));
        Html(self).refused()
    }

    fn refuse(mut self, refused: Refused) -> Result<Response, Error> {
        let (status, words) = match refused {
            Refused::Form(problems) => return Ok(self.wrong(&problems, field)),
            Refused::Early(day) => {
                let day = self.page.day(&day);
                (StatusCode::CONFLICT, t!(self.page, "effect-refused-early", day = day))
            }
            Refused::Changed => (StatusCode::CONFLICT, t!(self.page, "effect-refused-changed")),
            Refused::Web(error) => return Err(error),
        };
        self.refused = Some(words);
        Ok((status, Html(self)).into_response())
    }
}

/// The name of a field in the summary of errors.
fn field(page: &Page, field: &str) -> String {
    match field {
        "benefits" => String::new(),
        "kind" | "reason" | "name" => page.label("effect-field", field),
        _ => editor::field_name(page.locale, field),
    }
}

async fn show(State(app): State<App>, page: Page, may: Can<Look>) -> Result<Response, Error> {
    let known = Known::of(&app, &may).await?;
    Ok(Html(ShowPage::of(page, &may, known, None)).into_response())
}

/// Enters a version, or adds and removes rows before that.
async fn enter(
    State(app): State<App>,
    page: Page,
    may: Can<Enter>,
    Form(mut form): Form<ReportForm>,
) -> Result<Response, Error> {
    let known = Known::of(&app, &may).await?;
    if form.rework() {
        return Ok(Html(ShowPage::of(page, &may, known, Some(form))).into_response());
    }
    let asks = form.ask();
    let done = match form.read(&known.offered) {
        Ok(_) if asks => return Ok(Html(ShowPage::of(page, &may, known, Some(form))).refused()),
        Ok(effect) => actions::enter(&app, &may, &effect, form.number.parse().unwrap_or(-1)).await,
        Err(problems) => Err(Refused::Form(problems)),
    };
    let Err(refused) = done else {
        return Ok(page.see(&path(&may)).with_notice("effect-entered").into_response());
    };
    again(&app, page, &may, form, refused).await
}

/// The form with what was typed, beside what stands there now, after which it can then be entered.
async fn again(app: &App, page: Page, due: &Due, mut form: ReportForm, refused: Refused) -> Result<Response, Error> {
    let known = Known::of(app, due).await?;
    if matches!(refused, Refused::Changed) {
        form.number = latest(&known.reports, due.period).map_or(0, |report| report.number).to_string();
    }
    ShowPage::of(page, due, known, Some(form)).refuse(refused)
}

async fn confirm(
    State(app): State<App>,
    page: Page,
    may: Can<Confirm>,
    Form(form): Form<ConfirmForm>,
) -> Result<Response, Error> {
    let Err(refused) = actions::confirm(&app, &may, &form.name, form.number.parse().unwrap_or(-1)).await else {
        return Ok(page.see(&path(&may)).with_notice("effect-confirmed").into_response());
    };
    let known = Known::of(&app, &may).await?;
    ShowPage { name: form.name, ..ShowPage::of(page, &may, known, None) }.refuse(refused)
}

async fn consent(
    State(app): State<App>,
    page: Page,
    may: Can<Consent>,
    Form(form): Form<ConsentForm>,
) -> Result<Response, Error> {
    let (gives, notice) = match form.consent.as_str() {
        "give" => (true, "effect-consent-given"),
        "withdraw" => (false, "effect-consent-withdrawn"),
        _ => return Err(Error::BadRequest),
    };
    match actions::consent(&app, &may, gives).await {
        Ok(()) => Ok(page.see(&format!("/interests/{}", may.reference)).with_notice(notice).into_response()),
        Err(Refused::Web(error)) => Err(error),
        Err(_) => Err(Error::BadRequest),
    }
}

fn path(due: &Due) -> String {
    format!("/interests/{}/effects/{}", due.interest.reference, due.period)
}
