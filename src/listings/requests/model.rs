use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::checks::{Problem, Problems, contact};
use crate::listings::content::Request as Needs;
use crate::listings::{Listing, Status};
use crate::taxonomy::Outcome;

/// Most characters of a question.
pub const QUESTION: usize = 1_000;
/// Most characters of an answer, and of an addendum.
pub const NOTICE: usize = 2_000;
/// Most characters of a reason, and of the sentence of an endorsement or an outcome.
pub const SENTENCE: usize = 500;
/// Most characters of a name.
const NAME: usize = 200;
/// Most questions of one organisation on one request that wait for an answer.
pub const OPEN_QUESTIONS: usize = 10;
/// Days after the closing on which the owner is asked for the outcome.
const REMINDERS: [i64; 3] = [14, 30, 60];
/// After so many days nobody is asked any more.
pub const REMINDED_FOR: i64 = 90;

crate::codes! {
    /// What was added to a request.
    pub enum Kind { Question = "question", Addendum = "addendum", Endorsement = "endorsement", Outcome = "outcome" }
}

crate::codes! {
    /// How far a question has come.
    pub enum QuestionState {
        /// Nobody has answered it; only its asker, the owner and moderators see it.
        Open = "open",
        /// Answered, and public.
        Answered = "answered",
        /// The owner gives no answer.
        Declined = "declined",
        /// A moderator took it off.
        Removed = "removed",
    }
}

/// State of an entry that counts.
pub const STANDING: &str = "standing";
/// State of an entry that was taken back or corrected.
pub const ENDED: &str = "ended";

crate::codes! {
    /// What people are told.
    pub enum News {
        /// The owner: somebody asks.
        Asked = "asked",
        /// The asker: there is an answer.
        Answered = "answered",
        /// The asker: there will be none.
        Declined = "declined",
        /// The asker: a moderator took the question off.
        TakenOff = "taken_off",
        /// Everybody concerned: an addendum.
        Addendum = "addendum",
        /// Everybody concerned: how it ended.
        Outcome = "outcome",
        /// Everybody concerned: the owner withdrew it.
        Withdrawn = "withdrawn",
        /// Everybody concerned: a moderator took it off.
        Removed = "removed",
        /// The owner: how did it end?
        Reminder = "reminder",
    }
}

/// A request with what its rules need to know.
#[derive(Clone, Debug)]
pub struct Request {
    /// The envelope.
    pub listing: Listing,
    /// What its published content says.
    pub needs: Needs,
}

impl Request {
    /// The zone of its times.
    pub fn zone(&self) -> Tz {
        self.needs.zone.parse().unwrap_or(Tz::UTC)
    }

    /// Until when questions are taken: as it says, else until answers end; `None` without any deadline.
    pub fn questions_until(&self) -> Option<DateTime<Utc>> {
        let said = self.needs.moment(self.needs.questions_until).or_else(|| self.answers_until());
        said.into_iter().chain(self.listing.closes_at).min()
    }

    /// Until when questions are answered: as it says, else until it closes.
    pub fn answers_until(&self) -> Option<DateTime<Utc>> {
        self.needs.moment(self.needs.answers_until).or(self.listing.closes_at)
    }

    /// Whether the owner still runs it: it was published and has not been taken off.
    pub fn runs(&self) -> bool {
        matches!(self.listing.status, Status::Published | Status::Paused | Status::Expired)
    }

    /// Whether a question can be asked now, or why not.
    pub fn takes_questions(&self, now: DateTime<Utc>) -> Result<(), Rejected> {
        if !self.listing.is_public(now) || self.listing.is_closed(now) {
            return Err(Rejected::Closed);
        }
        if self.questions_until().is_some_and(|end| end <= now) { Err(Rejected::QuestionsOver) } else { Ok(()) }
    }

    /// Whether a question can be answered now, or why not.
    pub fn takes_answers(&self, now: DateTime<Utc>) -> Result<(), Rejected> {
        if !self.runs() || self.listing.outcome.is_some() {
            return Err(Rejected::Closed);
        }
        if self.answers_until().is_some_and(|end| end <= now) { Err(Rejected::AnswersOver) } else { Ok(()) }
    }

    /// Whether an addendum can be published now, or why not.
    pub fn takes_addenda(&self) -> Result<(), Rejected> {
        if self.runs() && self.listing.outcome.is_none() { Ok(()) } else { Err(Rejected::Closed) }
    }

    /// Whether the closing can still be postponed.
    pub fn can_be_postponed(&self, now: DateTime<Utc>) -> bool {
        self.listing.closes_at.is_some_and(|end| now < end)
    }

    /// Whether a focal point can endorse it now, or why not.
    pub fn takes_endorsement(&self, now: DateTime<Utc>) -> Result<(), Rejected> {
        if self.listing.is_public(now) && self.listing.outcome.is_none() { Ok(()) } else { Err(Rejected::Closed) }
    }
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Key.
    pub id: i64,
    /// 1, 2, 3 … on this request.
    pub number: i64,
    /// How far it has come.
    pub state: QuestionState,
    /// The organisation that asked.
    pub organisation_id: i64,
    /// Its name, which the public does not see.
    pub organisation_name: String,
    /// Its country.
    pub country: String,
    /// Who asked.
    pub account_id: Option<i64>,
    /// When.
    pub at: DateTime<Utc>,
    /// What is asked.
    pub text: String,
    /// The answer, or the reason for none.
    pub reply: String,
    /// When it was answered.
    pub replied_at: Option<DateTime<Utc>>,
}

/// A notice on a published request; it never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addendum {
    /// 1, 2, 3 … on this request.
    pub number: i64,
    /// When it was published.
    pub at: DateTime<Utc>,
    /// What it says (Markdown).
    pub text: String,
    /// The new closing moment, if it postpones it.
    pub closes_at: Option<DateTime<Utc>>,
}

/// That the focal point of its country stands behind a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endorsement {
    /// 1, 2, 3 … on this request.
    pub number: i64,
    /// The focal point.
    pub organisation_id: i64,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Since when.
    pub at: DateTime<Utc>,
    /// What it says to it.
    pub text: String,
}

/// How a request ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// Outcome.
    pub outcome: Outcome,
    /// Value of an award or a pilot, in units of `currency`.
    pub value: Option<Decimal>,
    /// ISO 4217 code.
    pub currency: String,
    /// The day of the decision, on the request's calendar.
    pub day: NaiveDate,
    /// What the public reads of it.
    #[serde(skip)]
    pub text: String,
    /// Who was chosen, by name.
    pub organisation: String,
    /// Reference number of the offer that was chosen.
    pub offer: String,
}

/// An ending as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// 1, 2, 3 … on this request.
    pub number: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub ending: Ending,
}

/// Everything that was added to a request and that a reader may see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Questions, oldest first.
    pub questions: Vec<Question>,
    /// Addenda, oldest first.
    pub addenda: Vec<Addendum>,
    /// The endorsement that stands.
    pub endorsement: Option<Endorsement>,
    /// How it ended.
    pub ending: Option<Recorded>,
    /// What was recorded before and corrected, oldest first.
    pub corrected: Vec<Recorded>,
}

/// Why something cannot be done with a request.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    /// It is not public, closed, or has an outcome.
    #[error("the request is closed")]
    Closed,
    /// The time for questions is over.
    #[error("the time for questions is over")]
    QuestionsOver,
    /// The time for answers is over.
    #[error("the time for answers is over")]
    AnswersOver,
    /// The organisation has as many open questions as it may.
    #[error("too many open questions")]
    TooMany,
    /// The organisation is suspended.
    #[error("the organisation is suspended")]
    Suspended,
    /// Somebody has answered or declined the question.
    #[error("the question is not open any more")]
    Settled,
    /// Something in the form is not right.
    #[error("the form has problems")]
    Form(Problems),
    /// Somebody changed the request in the meantime.
    #[error("it was changed in the meantime")]
    Stale,
}

/// What is wrong with a text: it is needed, bounded, and, where others would go around an expression of interest, free
/// of ways to be reached.
pub fn check_text(field: &str, text: &str, max: usize, hides_contacts: bool) -> Result<(), Rejected> {
    let mut problems = Problems::new();
    problems.text(field, text, true, max);
    let reached = hides_contacts && contact(text).is_some();
    problems.check(field, !reached, Problem::Other("problem-contact-in-text"));
    problems.or(()).map_err(Rejected::Form)
}

/// What is wrong with an ending, on a day of the request's calendar.
pub fn check_ending(request: &Request, ending: &Ending, today: NaiveDate) -> Problems {
    let mut problems = Problems::new();
    let chooses = ending.outcome.chooses();
    let begun = request.listing.published_at.map(|at| at.with_timezone(&request.zone()).date_naive());
    problems.check("day", ending.day <= today, Problem::Other("problem-day-to-come"));
    problems.check("day", begun.is_none_or(|begun| begun <= ending.day), Problem::Other("problem-day-before-request"));
    problems.text("text", &ending.text, true, SENTENCE);
    problems.text("organisation", &ending.organisation, false, NAME);
    let negative = ending.value.is_some_and(|value| value < Decimal::ZERO);
    problems.check("value", !negative, Problem::Other("problem-negative"));
    problems.check("value", chooses || ending.value.is_none(), Problem::Other("problem-nobody-chosen"));
    problems.check("organisation", chooses || ending.organisation.is_empty(), Problem::Other("problem-nobody-chosen"));
    problems.check("offer", chooses || ending.offer.is_empty(), Problem::Other("problem-nobody-chosen"));
    problems.check("currency", ending.value.is_none() || !ending.currency.is_empty(), Problem::Missing);
    problems
}

/// The reminder that is due so long after the closing: 14, 30 or 60 days.
pub fn reminder_on(closes_at: DateTime<Utc>, now: DateTime<Utc>) -> Option<i64> {
    let days = (now - closes_at).num_days();
    REMINDERS.into_iter().rev().find(|step| *step <= days).filter(|_| days < REMINDED_FOR)
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::*;

    #[test]
    fn the_owner_is_asked_for_the_outcome_three_times_and_then_no_more() {
        let end = DateTime::UNIX_EPOCH;
        let on = |days| reminder_on(end, end + Duration::days(days));
        let steps =
            [(0, None), (13, None), (14, Some(14)), (29, Some(14)), (30, Some(30)), (60, Some(60)), (89, Some(60))];
        for (days, step) in steps {
            assert_eq!(on(days), step, "{days} days");
        }
        assert_eq!(on(90), None);
    }

    #[test]
    fn what_the_public_reads_holds_no_way_to_be_reached_and_a_reason_may() {
        let text = "Please call +84 24 3825 1234.";
        let refused = Problems::one("text", Problem::Other("problem-contact-in-text"));
        assert_eq!(check_text("text", text, QUESTION, true), Err(Rejected::Form(refused)));
        assert_eq!(check_text("text", text, NOTICE, false), Ok(()));
        assert!(check_text("text", " ", NOTICE, false).is_err());
    }
}
