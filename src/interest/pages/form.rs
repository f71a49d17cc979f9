use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::refusal;
use crate::app::App;
use crate::checks::Problems;
use crate::interest::actions::{self, Failed};
use crate::interest::answers::{self, Asked};
use crate::interest::forms::ProposalForm;
use crate::interest::policy::Send;
use crate::interest::{Rejected, State as Standing, store};
use crate::listings::{self, Listing};
use crate::taxonomy::{self, Cooperation};
use crate::web::form::{Errors, Form};
use crate::web::{Can, Error, Html, Page};

/// Seconds after which an organisation that reached its daily limit is told to come back.
const AN_HOUR: u64 = 3_600;

#[derive(Template)]
#[template(path = "interest/new.html")]
struct NewPage {
    page: Page,
    listing: Listing,
    sender: String,
    form: ProposalForm,
    errors: Errors,
    /// Codes that the listing seeks.
    sought: Vec<Cooperation>,
    refused: Option<String>,
    /// A way to be reached that was written, and of which the writer is asked whether it is really to be sent.
    asks: Option<String>,
    /// What a request asks besides.
    answer: Option<Asked>,
}

impl NewPage {
    async fn of(app: &App, page: Page, may: &Can<Send>, form: ProposalForm) -> Result<Self, Error> {
        let content = listings::store::published(app.db.conn(), may).await?;
        Ok(Self {
            answer: Asked::of(app, &page, may, content.as_ref(), &form.answer).await?,
            sender: page.actor().acting().map(|acting| acting.name.clone()).unwrap_or_default(),
            listing: may.thing().clone(),
            form,
            errors: Errors::default(),
            sought: content.map(|content| content.cooperation).unwrap_or_default(),
            refused: None,
            asks: None,
            page,
        })
    }

    /// The forms of cooperation with what was chosen: those that the listing seeks first.
    fn purposes(&self) -> Vec<(String, String, bool)> {
        let rest = Cooperation::ALL.iter().filter(|code| !self.sought.contains(code));
        let option = |code: &Cooperation| {
            let chosen = self.form.purpose.iter().any(|chosen| chosen == code.code());
            (code.to_string(), self.page.name(taxonomy::cooperation(), code), chosen)
        };
        self.sought.iter().chain(rest).map(option).collect()
    }

    fn purpose_hint(&self) -> String {
        if self.sought.is_empty() {
            return t!(self.page, "interest-purpose-hint");
        }
        t!(self.page, "interest-purpose-sought", names = self.page.names(taxonomy::cooperation(), &self.sought))
    }

    /// Countries with their names: those of the region first.
    fn countries(&self) -> Vec<(String, String)> {
        let all = taxonomy::countries().current();
        let (members, others): (Vec<_>, Vec<_>) = all.partition(|entry| entry.column("region") == "member");
        let option = |entry: &taxonomy::Entry| (entry.code.clone(), entry.name(self.page.lang()).to_owned());
        members.into_iter().chain(others).map(option).collect()
    }

    fn nda(&self) -> Vec<(String, String, bool)> {
        vec![("yes".to_owned(), t!(self.page, "interest-nda-yes"), !self.form.nda.is_empty())]
    }

    fn refused(mut self, failed: Failed) -> Result<Response, Error> {
        let rejected = match failed {
            Failed::Rejected(rejected) => rejected,
            Failed::Db(error) => return Err(error.into()),
            Failed::Web(error) => return Err(error),
        };
        if let Rejected::Form(problems) = &rejected {
            self.errors = Errors::new(&self.page, problems, |field| match answers::label(&self.page, field) {
                none if none.is_empty() => self.page.label("interest-field", field),
                label => label,
            });
            return Ok(Html(self).refused());
        }
        self.refused = Some(match &rejected {
            Rejected::ListingClosed => closed(&self.page, &self.listing),
            other => refusal(&self.page, other),
        });
        if rejected == Rejected::TooManyToday {
            let wait = [(header::RETRY_AFTER, HeaderValue::from(AN_HOUR))];
            return Ok((StatusCode::TOO_MANY_REQUESTS, wait, Html(self)).into_response());
        }
        Ok((StatusCode::CONFLICT, Html(self)).into_response())
    }
}

/// The form, with the organisation's draft if it has one; what is under way already is shown instead.
pub async fn new(State(app): State<App>, page: Page, may: Can<Send>) -> Result<Response, Error> {
    if !may.takes_interest(page.now()) {
        return Err(Error::Conflict(closed(&page, &may)));
    }
    let own = may.actor().acting().ok_or(Error::NoOrganisation)?;
    let open = store::open_of_pair(app.db.conn(), may.actor(), own.organisation_id, may.id).await?;
    let form = match open {
        Some(interest) if interest.state != Standing::Draft => {
            let to = format!("/interests/{}", interest.reference);
            return Ok(page.see(&to).with_notice("interest-already-open").into_response());
        }
        Some(draft) => {
            let answer = Asked::of_draft(&app, &may, &draft).await?;
            ProposalForm { answer, ..ProposalForm::from(&draft.proposal) }
        }
        None => ProposalForm { country: own.country.clone(), ..ProposalForm::default() },
    };
    Ok(Html(NewPage::of(&app, page, &may, form).await?).into_response())
}

/// Sends it, or keeps it as a draft.
pub async fn create(
    State(app): State<App>,
    page: Page,
    may: Can<Send>,
    Form(form): Form<ProposalForm>,
) -> Result<Response, Error> {
    let done = match form.read().and_then(|proposal| Ok((proposal, form.answer.read()?))) {
        Err(_) => Err(Rejected::Form(wrong(&form)).into()),
        // A draft that can never be sent helps nobody.
        Ok(_) if !may.takes_interest(page.now()) => Err(Rejected::ListingClosed.into()),
        Ok((proposal, answer)) if form.keeps() => actions::save(&app, &may, &proposal, &answer).await,
        Ok((proposal, answer)) => {
            let asks = proposal.reveals().filter(|found| *found != form.warned);
            if let Some(found) = asks.filter(|_| proposal.check(true).is_empty()) {
                let mut again = NewPage::of(&app, page, &may, form).await?;
                again.asks = Some(found);
                return Ok(Html(again).refused());
            }
            actions::send(&app, &may, &proposal, &answer).await
        }
    };
    match done {
        // The comparison stands on the form itself, and an offer is written elsewhere; the draft waits here.
        Ok(_) if form.then == "compare" => {
            Ok(page.see(&format!("/listings/{}/interest#answer", may.reference)).into_response())
        }
        Ok(_) if form.then == "offer" => {
            Ok(page.see("/listings/new").with_notice("answer-offer-first").into_response())
        }
        Ok(reference) => {
            let notice = if form.keeps() { "interest-saved" } else { "interest-sent" };
            Ok(page.see(&format!("/interests/{reference}")).with_notice(notice).into_response())
        }
        Err(failed) => NewPage::of(&app, page, &may, form).await?.refused(failed),
    }
}

/// Why a listing takes no interest.
fn closed(page: &Page, listing: &Listing) -> String {
    match listing.closes_at.filter(|end| *end <= page.now()) {
        _ if listing.outcome.is_some() => t!(page, "interest-refused-outcome"),
        Some(end) => t!(page, "interest-refused-closed", moment = page.moment(&end)),
        None => refusal(page, &Rejected::ListingClosed),
    }
}

/// All that is wrong with a form whose codes are not known, so that everything is said at once.
fn wrong(form: &ProposalForm) -> Problems {
    let mut problems = Problems::new();
    let known = ProposalForm { purpose: vec![Cooperation::Sale.to_string()], ..form.clone() };
    match (form.read(), known.read()) {
        (Ok(proposal), _) => problems.extend(proposal.check(!form.keeps())),
        (Err(codes), rest) => {
            problems.extend(codes);
            problems.extend(rest.map(|rest| rest.check(!form.keeps())).unwrap_or_default());
        }
    }
    problems.extend(form.answer.read().err().unwrap_or_default());
    problems
}
