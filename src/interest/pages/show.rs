use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::thread::{self, Stop};
use super::{closed, refusal, state_name};
use crate::app::App;
use crate::auth::{Actor, MemberRole};
use crate::checks::{Problem, Problems};
use crate::interest::actions::{self, Failed};
use crate::interest::answers::Shown;
use crate::interest::desk::Desk;
use crate::interest::effects::Effects;
use crate::interest::forms::ActForm;
use crate::interest::messages::Attachment;
use crate::interest::messages::reply::{self, Reply};
use crate::interest::messages::thread::{self as exchange, Exchange, Item};
use crate::interest::model::offered;
use crate::interest::nda::{self, Nda};
use crate::interest::policy::{self, Act, Discard, See};
use crate::interest::store::{self, Beside, Contacts};
use crate::interest::{Action, Agreement, Guard, Interest, Rejected, Side, State as Standing, StateName};
use crate::listings;
use crate::taxonomy::{self, Cooperation};
use crate::web::form::{Errors, Form};
use crate::web::{Can, Error, Html, Page, listed};

/// Something that the reader can do now.
struct Choice {
    action: Action,
    /// Done with one press; the others open a small form first.
    at_once: bool,
    /// Whether it ends the exchange without an agreement.
    ends: bool,
    needs_reason: bool,
    agrees: bool,
}

#[derive(Template)]
#[template(path = "interest/show.html")]
pub struct ShowPage {
    pub(in crate::interest) page: Page,
    interest: Interest,
    side: Side,
    /// Whether the reader may write and act.
    takes_part: bool,
    items: Vec<Item>,
    track: Vec<Stop>,
    contacts: Contacts,
    pub(in crate::interest) errors: Errors,
    /// Why what the reader tried was not done.
    refused: Option<String>,
    /// The action whose form was sent, with what was entered.
    tried: Option<Action>,
    entered: ActForm,
    /// The ways to be reached in what was entered, about which the reader is asked.
    asks: Option<String>,
    /// The answer as far as it is written.
    pub(in crate::interest) reply: Reply,
    /// The non-disclosure agreement that stands.
    nda: Option<Nda>,
    /// What the reader's organisation keeps beside it.
    desk: Desk,
    /// The realised effect, once there is an agreement.
    effects: Option<Effects>,
    /// What is answered to a request.
    answer: Option<Shown>,
    /// Why a lapsed one cannot be opened again, if the listing takes no interest any more.
    closed: Option<String>,
}

/// Why the listing of one that could be opened again takes no interest; of others nothing is asked.
async fn stays_closed(app: &App, page: &Page, interest: &Interest) -> Result<Option<String>, Error> {
    if interest.state != (Standing::Lapsed { revived: false }) {
        return Ok(None);
    }
    let listing = listings::store::find_by_id(app.db.conn(), &Actor::System, interest.listing_id).await?;
    let listing = listing.filter(|listing| !listing.takes_interest(page.now()));
    Ok(listing.map(|listing| closed(page, &listing)))
}

impl ShowPage {
    async fn of(app: &App, page: Page, may: Can<See>) -> Result<Self, Error> {
        let exchange = Exchange::of(app.db.conn(), &may).await?;
        let takes_part = page.actor().acting().is_some_and(|acting| acting.role <= MemberRole::Editor);
        let Beside { desk, draft, contacts, answer } = store::beside(app.db.conn(), &may).await?;
        let interest = may.thing().clone();
        let effects = Effects::of(&page, &interest, &exchange.effects, &exchange.consents);
        Ok(Self {
            closed: stays_closed(app, &page, &interest).await?,
            answer: Shown::of(&page, &interest, answer),
            side: policy::side(page.actor(), &interest).ok_or(Error::NotFound)?,
            takes_part,
            items: exchange::items(&page, &interest, &exchange, false),
            track: thread::track(&page, &interest),
            contacts,
            errors: Errors::default(),
            refused: None,
            tried: None,
            entered: ActForm::default(),
            asks: None,
            reply: Reply::of(&page, &exchange, draft, &app.config.files),
            nda: nda::current(&exchange.ndas).cloned(),
            desk,
            effects,
            interest,
            page,
        })
    }

    /// The page as things stand now, which is not always as they stood when the request came.
    pub(in crate::interest) async fn again(app: &App, page: Page, interest: &Interest) -> Result<Self, Error> {
        let now = store::find_by_id(app.db.conn(), page.actor(), interest.id).await?.ok_or(Error::NotFound)?;
        let may = Can::<See>::check(page.actor(), now).map_err(|_| Error::NotFound)?;
        Self::of(app, page, may).await
    }

    fn state(&self) -> StateName {
        self.interest.state.name()
    }

    fn state_words(&self) -> String {
        state_name(&self.page, self.state())
    }

    fn is_draft(&self) -> bool {
        self.interest.state == Standing::Draft
    }

    fn next(&self) -> String {
        match &self.closed {
            Some(why) => t!(self.page, "interest-next-closed", why = why.clone()),
            None => thread::sentence(&self.page, &self.interest, self.side),
        }
    }

    /// Until when an answer is awaited.
    fn answer_due(&self) -> Option<String> {
        thread::due(&self.page, &self.interest)
    }

    fn sends(&self) -> bool {
        self.side == Side::Sender
    }

    /// Whether it is this side's turn.
    fn due(&self) -> bool {
        self.state().awaits() == Some(self.side)
    }

    fn writes(&self) -> bool {
        self.takes_part && self.state().takes_messages()
    }

    /// What the reader can do, what needs one press first.
    fn choices(&self) -> Vec<Choice> {
        if !self.takes_part {
            return Vec::new();
        }
        let choice = |edge: &crate::interest::Edge| Choice {
            action: edge.action,
            at_once: edge.action.is_at_once(),
            ends: edge.to.is_ended() && edge.to != StateName::Agreement,
            needs_reason: edge.guard == Guard::ReasonGiven,
            agrees: edge.guard == Guard::AgreementGiven,
        };
        let offered = offered(&self.interest.state, self.side, self.closed.is_none());
        let mut choices: Vec<Choice> = offered.map(choice).collect();
        choices.sort_by_key(|choice| !choice.at_once);
        choices
    }

    fn label(&self, choice: &Choice) -> String {
        self.page.text("interest-act", choice.action)
    }

    fn explains(&self, choice: &Choice) -> String {
        self.page.text("interest-act-hint", choice.action)
    }

    fn reason_label(&self, choice: &Choice) -> String {
        t!(self.page, "interest-reason", action = choice.action.code(), needed = choice.needs_reason.to_string())
    }

    fn reason_of(&self, choice: &Choice) -> &str {
        if self.tried == Some(choice.action) { &self.entered.reason } else { "" }
    }

    fn reason_error(&self, choice: &Choice) -> &str {
        self.errors.at(&format!("{}-reason", choice.action))
    }

    fn opens(&self, choice: &Choice) -> bool {
        self.tried == Some(choice.action)
    }

    /// Whether it is done with one press, without words that would be lost.
    fn at_once(&self, choice: &Choice) -> bool {
        choice.at_once && self.reason_of(choice).is_empty()
    }

    /// The ways to be reached in the words of an action about which the reader is asked.
    fn asks_of(&self, choice: &Choice) -> Option<String> {
        self.asks.clone().filter(|_| self.opens(choice))
    }

    fn kinds(&self) -> Vec<(String, String)> {
        let chosen = &self.interest.proposal.purpose;
        let rest = Cooperation::ALL.iter().filter(|code| !chosen.contains(code));
        let option = |code: &Cooperation| (code.to_string(), self.page.name(taxonomy::cooperation(), code));
        chosen.iter().chain(rest).map(option).collect()
    }

    fn currencies(&self) -> Vec<(String, String)> {
        let option = |entry: &taxonomy::Entry| {
            (entry.code.clone(), format!("{} · {}", entry.code, entry.name(self.page.lang())))
        };
        taxonomy::currencies().current().map(option).collect()
    }

    fn value_hint(&self) -> String {
        format!("{} {}", t!(self.page, "interest-agreement-value-hint"), t!(self.page, "listing-numbers"))
    }

    fn starts_hint(&self) -> String {
        let first = *self.interest.may_begin(self.page.now()).start();
        t!(self.page, "interest-agreement-starts-hint", day = self.page.day(&first))
    }

    fn further_hint(&self) -> String {
        let Interest { sender, receiver, .. } = &self.interest;
        t!(self.page, "interest-further-hint", sender = sender.name.clone(), receiver = receiver.name.clone())
    }

    fn purposes(&self) -> String {
        self.page.names(taxonomy::cooperation(), &self.interest.proposal.purpose)
    }

    fn place(&self) -> String {
        let proposal = &self.interest.proposal;
        let country = if proposal.country.is_empty() { String::new() } else { self.page.country(&proposal.country) };
        listed([proposal.site.as_str(), country.as_str()])
    }

    fn agreement(&self) -> Option<&Agreement> {
        match &self.interest.state {
            Standing::Agreement(agreement) => Some(agreement),
            _ => None,
        }
    }

    fn value(&self) -> Option<String> {
        let agreement = self.agreement()?;
        agreement.value.map(|value| self.page.money(&value, &agreement.currency))
    }

    /// The size of a file in words.
    fn size(&self, file: &Attachment) -> String {
        reply::size(&self.page, file.size)
    }

    fn party(&self, contact: &crate::interest::Contact) -> &str {
        self.interest.party(contact.side).map_or("", |party| &party.name)
    }

    pub(in crate::interest) fn refuse(mut self, tried: Option<Action>, failed: Failed) -> Result<Response, Error> {
        let rejected = match failed {
            Failed::Rejected(rejected) => rejected,
            Failed::Db(error) => return Err(error.into()),
            Failed::Web(error) => return Err(error),
        };
        let problems = match &rejected {
            Rejected::Form(problems) => problems.clone(),
            Rejected::NoReason => {
                let action = tried.map_or("", Action::code);
                Problems::one(format!("{action}-reason"), Problem::Other("interest-problem-reason"))
            }
            Rejected::NoAgreement => Problems::one("kind", Problem::Other("interest-problem-kind")),
            _ => Problems::new(),
        };
        self.tried = tried;
        self.errors = Errors::new(&self.page, &problems, |field| self.page.label("interest-field", field));
        if !problems.is_empty() {
            return Ok(Html(self).refused());
        }
        self.refused = Some(refusal(&self.page, &rejected));
        Ok((StatusCode::CONFLICT, Html(self)).into_response())
    }
}

/// The exchange.
pub async fn show(State(app): State<App>, page: Page, may: Can<See>) -> Result<Response, Error> {
    Ok(Html(ShowPage::of(&app, page, may).await?).into_response())
}

/// Changes the state.
pub async fn act(
    State(app): State<App>,
    page: Page,
    may: Can<Act>,
    Form(form): Form<ActForm>,
) -> Result<Response, Error> {
    let done = match form.read(may.action, &may.interest.may_begin(page.now())) {
        Ok(said) => actions::act(&app, &may, &said).await,
        Err(rejected) => Err(rejected.into()),
    };
    if matches!(done, Ok(None)) {
        let reference = &may.interest.reference;
        let side = if policy::side(page.actor(), &may.interest) == Some(Side::Sender) { "sent" } else { "received" };
        // On the board the focus stays with the card, wherever it has moved.
        let board = format!("/interests/board?side={side}#{reference}");
        let to = if form.to == "board" { board } else { format!("/interests/{reference}") };
        return Ok(page.see(&to).with_notice("interest-changed").into_response());
    }
    let mut again = ShowPage::again(&app, page, &may.interest).await?;
    again.entered = form;
    match done {
        Ok(asks) => {
            (again.tried, again.asks) = (Some(may.action), asks);
            Ok(Html(again).refused())
        }
        Err(failed) => again.refuse(Some(may.action), failed),
    }
}

/// Throws a draft away.
pub async fn discard(State(app): State<App>, page: Page, may: Can<Discard>) -> Result<Response, Error> {
    match actions::discard(&app, &may).await {
        Ok(()) => Ok(page.see("/interests?side=sent").with_notice("interest-discarded").into_response()),
        Err(failed) => ShowPage::again(&app, page, &may).await?.refuse(None, failed),
    }
}
