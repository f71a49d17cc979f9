//! What the page of a listing shows of a request beyond its content.

use askama::filters::Safe;
use chrono::{DateTime, Utc};

use crate::app::App;
use crate::listings::Listing;
use crate::listings::content::Content;
use crate::listings::requests::policy::{Endorse, TakeEndorsementBack};
use crate::listings::requests::{Added, Addendum, Ending, QuestionState, Request, store};
use crate::taxonomy;
use crate::web::{Action as _, Error, Page, markdown};

/// A moment on the clock of the request and on that of the reader, if they differ.
pub(in crate::listings) struct Moment {
    pub(in crate::listings) there: String,
    /// For the reader, in words.
    pub(in crate::listings) here: Option<String>,
    pub(in crate::listings) relative: String,
    pub(in crate::listings) over: bool,
}

/// An answered question.
pub(in crate::listings) struct Answered {
    pub(in crate::listings) number: i64,
    pub(in crate::listings) who: String,
    pub(in crate::listings) question: String,
    pub(in crate::listings) answer: String,
    pub(in crate::listings) when: String,
}

/// An addendum with its new closing moment.
pub(in crate::listings) struct Notice {
    pub(in crate::listings) number: i64,
    pub(in crate::listings) when: String,
    pub(in crate::listings) text: Safe<String>,
    pub(in crate::listings) closes: Option<String>,
}

/// An endorsement.
pub(in crate::listings) struct Backed {
    pub(in crate::listings) name: String,
    pub(in crate::listings) slug: String,
    pub(in crate::listings) country: String,
    pub(in crate::listings) when: String,
    pub(in crate::listings) text: String,
}

/// How it ended.
pub(in crate::listings) struct Ended {
    pub(in crate::listings) name: String,
    pub(in crate::listings) day: String,
    pub(in crate::listings) value: Option<String>,
    pub(in crate::listings) ending: Ending,
}

/// What the page of a request shows and lets its reader do.
pub struct OnPage {
    pub(in crate::listings) closes: Option<Moment>,
    pub(in crate::listings) questions_until: Option<Moment>,
    pub(in crate::listings) answers_until: Option<Moment>,
    pub(in crate::listings) answered: Vec<Answered>,
    /// Questions that wait for an answer and that the reader may see.
    pub(in crate::listings) waiting: usize,
    pub(in crate::listings) addenda: Vec<Notice>,
    pub(in crate::listings) backed: Option<Backed>,
    pub(in crate::listings) ended: Option<Ended>,
    /// Whether the reader follows; `None` for visitors.
    pub(in crate::listings) follows: Option<bool>,
    pub(in crate::listings) takes_questions: bool,
    pub(in crate::listings) endorses: bool,
    pub(in crate::listings) takes_back: bool,
    /// The reader is an owner or editor of a request that still runs.
    pub(in crate::listings) runs: bool,
    pub(in crate::listings) takes_addenda: bool,
}

impl OnPage {
    /// Reads what a page needs: one statement for everybody, one more for somebody who is signed in.
    pub async fn read(app: &App, page: &Page, listing: &Listing, content: &Content) -> Result<Option<Self>, Error> {
        let Some(needs) = content.request() else { return Ok(None) };
        let (db, actor) = (app.db.conn(), page.actor());
        let added = store::added(db, actor, listing).await?;
        let signed_in = actor.person().is_some();
        let follows = if signed_in { Some(store::follows(db, actor, listing).await?) } else { None };
        let request = Request { listing: listing.clone(), needs: needs.clone() };
        Ok(Some(Self::new(page, &request, added, follows)))
    }

    fn new(page: &Page, request: &Request, added: Added, follows: Option<bool>) -> Self {
        let (now, actor, listing) = (page.now(), page.actor(), &request.listing);
        // Before it was published, the envelope knows no closing: its owner sees what the content says.
        let closes = listing.closes_at.or_else(|| request.needs.moment(request.needs.closes));
        let moment = |at: DateTime<Utc>| moment(page, request, at);
        let said = request.needs.questions_until.or(request.needs.answers_until);
        let open = |state: QuestionState| state == QuestionState::Open;
        Self {
            closes: closes.map(moment),
            questions_until: said.and(request.questions_until()).map(moment),
            answers_until: request.needs.moment(request.needs.answers_until).map(moment),
            waiting: added.questions.iter().filter(|question| open(question.state)).count(),
            answered: answered(page, &added),
            addenda: added.addenda.iter().map(|addendum| notice(page, request, addendum)).collect(),
            endorses: Endorse::allowed(actor, request) && request.takes_endorsement(now).is_ok(),
            takes_back: TakeEndorsementBack::allowed(actor, request) && added.endorsement.is_some(),
            backed: added.endorsement.map(|backed| Backed {
                when: page.date(&backed.at),
                country: page.country(&request.needs.country),
                name: backed.name,
                slug: backed.slug,
                text: backed.text,
            }),
            ended: added.ending.map(|recorded| ended(page, recorded.ending)),
            follows,
            takes_questions: request.takes_questions(now).is_ok(),
            runs: actor.edits_for(listing.organisation_id) && request.runs(),
            takes_addenda: request.takes_addenda().is_ok(),
        }
    }
}

/// How a request ended, as everybody may read it; `None` while that is not recorded.
pub(in crate::listings) async fn outcome(app: &App, page: &Page, listing: &Listing) -> Result<Option<Ended>, Error> {
    if listing.outcome.is_none() {
        return Ok(None);
    }
    let added = store::added(app.db.conn(), page.actor(), listing).await?;
    Ok(added.ending.map(|recorded| ended(page, recorded.ending)))
}

fn moment(page: &Page, request: &Request, at: DateTime<Utc>) -> Moment {
    let there = page.locale.formats().moment(at, request.zone());
    let here = Some(page.moment(&at)).filter(|here| *here != there);
    // Of a visitor no clock is known: the moment is given in UTC, which its end says.
    let here =
        here.map(|here| if page.person().is_some() { t!(page, "request-your-time", moment = here) } else { here });
    Moment { there, here, relative: page.relative(&at), over: at <= page.now() }
}

fn answered(page: &Page, added: &Added) -> Vec<Answered> {
    let all = added.questions.iter().filter(|question| question.state == QuestionState::Answered);
    let shown = all.map(|question| Answered {
        number: question.number,
        who: t!(page, "request-asked-by", country = page.country(&question.country)),
        question: question.text.clone(),
        answer: question.reply.clone(),
        when: question.replied_at.map(|at| page.date(&at)).unwrap_or_default(),
    });
    shown.collect()
}

fn notice(page: &Page, request: &Request, addendum: &Addendum) -> Notice {
    Notice {
        number: addendum.number,
        when: page.moment(&addendum.at),
        text: markdown::html(&addendum.text),
        closes: addendum.closes_at.map(|at| page.locale.formats().moment(at, request.zone())),
    }
}

fn ended(page: &Page, ending: Ending) -> Ended {
    Ended {
        name: page.name(taxonomy::outcomes(), ending.outcome),
        day: page.day(&ending.day),
        value: ending.value.map(|value| page.money(&value, &ending.currency)),
        ending,
    }
}
