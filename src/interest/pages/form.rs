use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::{closed, refusal};
use crate::app::App;
use crate::checks::Problems;
use crate::interest::actions::{self, Done, Failed};
use crate::interest::answers::{self, Asked};
use crate::interest::forms::ProposalForm;
use crate::interest::messages::files::Came;
use crate::interest::messages::reply::{self, add_files};
use crate::interest::messages::{self, Attachment, MOST_FILES};
use crate::interest::policy::Send;
use crate::interest::{Interest, Rejected, State as Standing, store};
use crate::listings::files::Staging;
use crate::listings::{self, Listing};
use crate::taxonomy::{self, Cooperation};
use crate::web::form::Errors;
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
    /// The ways to be reached that were written, and of which the writer is asked whether they are really to be sent.
    asks: Option<String>,
    /// What a request asks besides.
    answer: Option<Asked>,
    /// Files that wait in the draft.
    files: Vec<Attachment>,
    /// Largest file and largest video, in megabytes.
    largest: (u32, u32),
}

impl NewPage {
    /// The form as it was sent, with the files that wait now.
    async fn again(app: &App, page: Page, may: &Can<Send>, form: ProposalForm) -> Result<Self, Error> {
        let own = may.actor().organisation_id().unwrap_or(0);
        let open = store::open_of_pair(app.db.conn(), may.actor(), own, may.id).await?;
        let draft = open.filter(|open| open.state == Standing::Draft);
        Self::of(app, page, may, form, draft.as_ref()).await
    }

    async fn of(
        app: &App,
        page: Page,
        may: &Can<Send>,
        form: ProposalForm,
        draft: Option<&Interest>,
    ) -> Result<Self, Error> {
        let db = app.db.conn();
        let content = listings::store::published(db, may).await?;
        Ok(Self {
            files: match draft {
                Some(draft) => messages::store::opening_files(db, may, draft).await?,
                None => Vec::new(),
            },
            largest: (app.config.files.largest_mb, app.config.files.largest_video_mb),
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

    /// Most files of the first words.
    fn most(&self) -> usize {
        MOST_FILES
    }

    /// The size of a file in words.
    fn size(&self, file: &Attachment) -> String {
        reply::size(&self.page, file.size)
    }

    fn refused(mut self, failed: Failed, files: &Staging, app: &App) -> Result<Response, Error> {
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
            add_files(&self.page, &mut self.errors, &files.fates, false, &app.config.files);
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
    let form = match &open {
        Some(interest) if interest.state != Standing::Draft => {
            let to = format!("/interests/{}", interest.reference);
            return Ok(page.see(&to).with_notice("interest-already-open").into_response());
        }
        Some(draft) => {
            let answer = Asked::of_draft(&app, &may, draft).await?;
            ProposalForm { answer, ..ProposalForm::from(&draft.proposal) }
        }
        None => ProposalForm { country: own.country.clone(), ..ProposalForm::default() },
    };
    Ok(Html(NewPage::of(&app, page, &may, form, open.as_ref()).await?).into_response())
}

impl Came<ProposalForm> {
    async fn express(&mut self, app: &App, may: &Can<Send>) -> Result<Done, Failed> {
        let form = &self.form;
        let closed = !may.takes_interest(app.clock.now());
        match form.read().and_then(|proposal| Ok((proposal, form.answer.read()?))) {
            Ok(_) if self.too_large => Ok(Done::WrongFile),
            // A draft that can never be sent helps nobody.
            Ok(_) if closed => {
                self.files.clear_but(app, &[]).await;
                Err(Rejected::ListingClosed.into())
            }
            Ok((proposal, answer)) => {
                actions::express(app, may, (&proposal, &answer), &form.wish(), &mut self.files).await
            }
            Err(_) => {
                let problems = wrong(form);
                actions::keep_files(app, may, &mut self.files).await?;
                Err(Rejected::Form(problems).into())
            }
        }
    }
}

/// Sends it, or keeps it as a draft. What has begun goes on when the sender goes away, so that nothing of the files is
/// left behind.
pub async fn create(State(app): State<App>, page: Page, may: Can<Send>, request: Request) -> Result<Response, Error> {
    let receiving = app.clone();
    let (may, came, done) = tokio::spawn(async move {
        let mut came = Came::<ProposalForm>::receive(&receiving, may.actor(), &may.reference, request).await?;
        let done = came.express(&receiving, &may).await;
        Ok::<_, Error>((may, came, done))
    })
    .await??;
    let again = format!("/listings/{}/interest", may.reference);
    let reference = match done {
        Ok(Done::Sent(reference)) => {
            return Ok(page.see(&format!("/interests/{reference}")).with_notice("interest-sent").into_response());
        }
        Ok(Done::Kept(reference)) => reference,
        other => {
            let mut shown = NewPage::again(&app, page, &may, came.form).await?;
            return match other {
                Ok(Done::Asks(found)) => {
                    shown.asks = Some(found);
                    Ok(Html(shown).refused())
                }
                Err(failed) => shown.refused(failed, &came.files, &app),
                Ok(_) => {
                    let status =
                        add_files(&shown.page, &mut shown.errors, &came.files.fates, came.too_large, &app.config.files);
                    Ok((StatusCode::from_u16(status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY), Html(shown))
                        .into_response())
                }
            };
        }
    };
    // The comparison and the files stand on the form itself, and an offer is written elsewhere; the draft waits here.
    let to = match came.form.then.as_str() {
        "compare" => page.see(&format!("{again}#answer")),
        "offer" => page.see("/listings/new").with_notice("answer-offer-first"),
        "draft" => page.see(&format!("/interests/{reference}")).with_notice("interest-saved"),
        _ => page.see(&format!("{again}#file")).with_notice("interest-saved"),
    };
    Ok(to.into_response())
}

/// All that is wrong with a form whose codes are not known, so that everything is said at once.
fn wrong(form: &ProposalForm) -> Problems {
    let mut problems = Problems::new();
    let known = ProposalForm { purpose: vec![Cooperation::Sale.to_string()], ..form.clone() };
    match (form.read(), known.read()) {
        (Ok(proposal), _) => problems.extend(proposal.check(form.sends())),
        (Err(codes), rest) => {
            problems.extend(codes);
            problems.extend(rest.map(|rest| rest.check(form.sends())).unwrap_or_default());
        }
    }
    problems.extend(form.answer.read().err().unwrap_or_default());
    problems
}
