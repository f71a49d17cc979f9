use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::checks::{Problem, Problems};
use crate::interest::{Action, StateName, TABLE};
use crate::listings::content::Requirement;
use crate::matching::{Line, Verdict};
use crate::taxonomy;

/// Longest sentence or remark to a requirement, in characters.
const LONGEST_SAID: usize = 500;
/// Longest reason of the agency, in characters.
const LONGEST_REASON: usize = 2_000;

crate::codes! {
    /// What a provider says of a requirement that no figure decides.
    pub enum Word { Met = "met", Partly = "partly", NotMet = "not_met" }
}

/// What a provider says to a requirement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Said {
    /// Its word; counts only where no figure decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<Word>,
    /// A sentence to the word, or a remark to what was computed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// A requirement with what was found and what the provider says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// What was found.
    pub line: Line,
    /// What the provider says.
    #[serde(default)]
    pub said: Said,
}

/// The offer with which somebody answers, as it was then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offered {
    /// Key of the listing.
    pub listing_id: i64,
    /// Its number for people.
    pub reference: String,
    /// Its title in its original language.
    pub title: String,
    /// Key of the revision that was compared.
    pub revision_id: i64,
}

/// An answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The offer.
    pub offer: Option<Offered>,
    /// Key of the revision of the request that was compared.
    pub request_revision_id: Option<i64>,
    /// Its requirements, in their order.
    pub lines: Vec<Answered>,
    /// When it was sent.
    pub frozen_at: Option<DateTime<Utc>>,
}

/// What an expression of interest answers, as its page needs it.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The answer, if it is one.
    pub answer: Option<Answer>,
    /// Key of the approved revision of the offer, while it is published, and until when it is.
    pub offer: Option<(i64, Option<DateTime<Utc>>)>,
    /// What became of it.
    pub told: Option<Told>,
}

impl Answer {
    /// What it says to a requirement.
    pub fn to(&self, requirement: &Requirement) -> Option<&Answered> {
        self.lines.iter().find(|answered| answered.line.requirement == *requirement)
    }

    /// What was said, by requirement, for the requirements that are asked now.
    pub fn said_to(&self, requirements: &[Requirement]) -> Vec<Said> {
        let said = |requirement| self.to(requirement).map(|answered| answered.said.clone()).unwrap_or_default();
        requirements.iter().map(said).collect()
    }
}

/// What somebody entered to a request: the offer's number for people, and something to each requirement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    /// Number of the offer; empty without one.
    pub offer: String,
    /// The revision of the request that the form showed.
    pub revision: Option<i64>,
    /// What is said to its requirements, in their order.
    pub said: Vec<Said>,
}

/// What is wrong with what is said to lines; what is sent has a sentence to each "partly".
pub fn check(lines: &[Answered], complete: bool) -> Problems {
    let mut problems = Problems::new();
    for (place, answered) in lines.iter().enumerate() {
        let field = format!("answer-said-{place}");
        let explains = complete && !answered.line.is_computed() && answered.said.word == Some(Word::Partly);
        let missing = explains && answered.said.text.is_empty();
        problems.check(&field, !missing, Problem::Other("answer-problem-partly"));
        problems.text(&field, &answered.said.text, false, LONGEST_SAID);
    }
    problems
}

/// Lines with what is said to them. Where figures decide, the provider's word does not count and its remark stays.
pub fn answered(lines: Vec<Line>, said: &[Said]) -> Vec<Answered> {
    let with = |(place, line): (usize, Line)| {
        let said = said.get(place).cloned().unwrap_or_default();
        let word = said.word.filter(|_| !line.is_computed());
        Answered { said: Said { word, ..said }, line }
    };
    lines.into_iter().enumerate().map(with).collect()
}

/// What is said to requirements of one revision, for those of another: the same requirement keeps it.
pub fn moved(said: &[Said], from: &[Requirement], to: &[Requirement]) -> Vec<Said> {
    let place = |requirement| from.iter().position(|before| before == requirement);
    to.iter().map(|requirement| place(requirement).and_then(|at| said.get(at)).cloned().unwrap_or_default()).collect()
}

/// How many requirements of one kind were answered how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Figures meet them.
    pub matches: usize,
    /// Figures miss them.
    pub gaps: usize,
    /// The provider says that they are met.
    pub met: usize,
    /// The provider says that they are met in part.
    pub partly: usize,
    /// The provider says that they are not met.
    pub not_met: usize,
    /// Nothing is known.
    pub unknown: usize,
}

impl Tally {
    /// Counts the essential or the desirable ones of some requirements.
    pub fn of(answer: Option<&Answer>, requirements: &[Requirement], essential: bool) -> Self {
        let mut tally = Self::default();
        for requirement in requirements.iter().filter(|requirement| requirement.essential == essential) {
            let answered = answer.and_then(|answer| answer.to(requirement));
            let verdict = answered.map_or(Verdict::Unknown, |answered| answered.line.verdict);
            match (verdict, answered.and_then(|answered| answered.said.word)) {
                (Verdict::Match, _) => tally.matches += 1,
                (Verdict::Gap, _) => tally.gaps += 1,
                (_, Some(Word::Met)) => tally.met += 1,
                (_, Some(Word::Partly)) => tally.partly += 1,
                (_, Some(Word::NotMet)) => tally.not_met += 1,
                (_, None) => tally.unknown += 1,
            }
        }
        tally
    }

    /// The order in which answers stand: what figures show first, then what is said.
    fn rank(self) -> (Reverse<usize>, usize, Reverse<usize>, usize) {
        (Reverse(self.matches), self.gaps, Reverse(self.met), self.not_met)
    }
}

crate::codes! {
    /// What an agency decides of an answer while it looks at all.
    pub enum Decision { Kept = "kept", SetAside = "set_aside" }
}

/// One such decision, with its internal reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Counts from 1.
    pub number: i64,
    /// What.
    pub decision: Decision,
    /// Why.
    pub reason: String,
    /// Who; empty for closed accounts.
    pub person: String,
    /// The account.
    pub account_id: Option<i64>,
    /// When.
    pub at: DateTime<Utc>,
}

/// What became of an answer with an outcome of its request, as who answered was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Counts from 1.
    pub number: i64,
    /// Whether it was chosen.
    pub chosen: bool,
    /// The outcome.
    pub outcome: taxonomy::Outcome,
    /// Number of the outcome on its request.
    pub outcome_number: i64,
    /// The reason that was shared.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// An answer as the agency sees it among others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Key of the expression of interest.
    pub interest_id: i64,
    /// Its number for people.
    pub reference: String,
    /// Name of the organisation that answers.
    pub name: String,
    /// Its name in addresses.
    pub slug: String,
    /// Its country.
    pub country: String,
    /// State of the exchange.
    pub state: StateName,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// What was compared and said; nothing for an expression of interest that answers in its message alone.
    pub answer: Option<Answer>,
    /// What was decided of it, oldest first.
    pub judgements: Vec<Judgement>,
    /// What became of it, the latest.
    pub told: Option<Told>,
}

impl Entry {
    /// What stands of what was decided.
    pub fn decision(&self) -> Option<Decision> {
        self.judgements.last().map(|judgement| judgement.decision)
    }

    /// Whether it can be chosen: all but what was taken back.
    pub fn can_be_chosen(&self) -> bool {
        self.state != StateName::Withdrawn
    }

    /// Whether it is still to be told that it was not chosen. Who took it back, and who was declined before, know.
    pub fn waits_to_be_told(&self) -> bool {
        let told = self.told.as_ref().is_some_and(|told| !told.chosen);
        let knows = matches!(self.state, StateName::Withdrawn | StateName::Declined);
        !told && (!knows || self.told.is_some())
    }

    /// Whether not choosing it ends the exchange.
    pub fn can_be_declined(&self) -> bool {
        TABLE.iter().any(|edge| edge.from == self.state && edge.action == Action::Decline)
    }
}

/// Answers in the order in which they are compared: most essential requirements met first, those that came first before
/// others alike; what was taken back last.
pub fn ranked(mut entries: Vec<Entry>, requirements: &[Requirement]) -> Vec<Entry> {
    entries.sort_by_cached_key(|entry| {
        let tally = |essential| Tally::of(entry.answer.as_ref(), requirements, essential).rank();
        (!entry.can_be_chosen(), tally(true), tally(false), entry.sent_at, entry.interest_id)
    });
    entries
}

/// A reason of the agency, needed and bounded.
pub fn reason(field: &str, text: &str) -> Problems {
    let mut problems = Problems::new();
    problems.check(field, !text.trim().is_empty(), Problem::Other("answer-problem-reason"));
    problems.text(field, text, false, LONGEST_REASON);
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching;

    fn requirement(text: &str, essential: bool) -> Requirement {
        Requirement { essential, text: text.to_owned(), measure: None }
    }

    fn line(text: &str, verdict: Verdict) -> Line {
        Line { verdict, ..matching::line(&requirement(text, true), None) }
    }

    fn said(word: Word, text: &str) -> Said {
        Said { word: Some(word), text: text.to_owned() }
    }

    fn entry(id: i64, state: StateName, lines: Vec<Answered>) -> Entry {
        let answer = Answer { offer: None, request_revision_id: None, lines, frozen_at: None };
        Entry {
            interest_id: id,
            reference: format!("EOI-{id}"),
            name: String::new(),
            slug: String::new(),
            country: "VN".to_owned(),
            state,
            sent_at: Some(DateTime::UNIX_EPOCH),
            answer: Some(answer),
            judgements: Vec::new(),
            told: None,
        }
    }

    #[test]
    fn a_word_counts_only_where_no_figure_decides_and_a_remark_always() {
        let lines = vec![line("a", Verdict::Gap), line("b", Verdict::Unknown)];
        let all = answered(lines, &[said(Word::Met, "We can do better."), said(Word::Met, "")]);
        assert_eq!(all[0].said, Said { word: None, text: "We can do better.".to_owned() });
        assert_eq!(all[1].said.word, Some(Word::Met));
    }

    #[test]
    fn what_is_met_in_part_is_explained_when_it_is_sent() {
        let all = answered(vec![line("a", Verdict::Unknown)], &[said(Word::Partly, "")]);
        assert!(check(&all, false).is_empty());
        assert_eq!(check(&all, true).of("answer-said-0"), Some(&Problem::Other("answer-problem-partly")));
        let long = answered(vec![line("a", Verdict::Unknown)], &[said(Word::Met, &"水".repeat(501))]);
        assert_eq!(check(&long, false).of("answer-said-0"), Some(&Problem::TooLong { max: 500 }));
    }

    #[test]
    fn what_was_said_follows_its_requirement_to_another_revision() {
        let (a, b, c) = (requirement("a", true), requirement("b", true), requirement("c", true));
        let all = [said(Word::Met, "A"), said(Word::NotMet, "B")];
        let moved = moved(&all, &[a.clone(), b.clone()], &[b, c, a]);
        assert_eq!(moved, [all[1].clone(), Said::default(), all[0].clone()]);
    }

    #[test]
    fn answers_stand_in_the_order_of_what_figures_show_of_essential_requirements() {
        let asked = [requirement("a", true), requirement("b", true)];
        let with = |id, verdicts: [Verdict; 2]| {
            let lines = [line("a", verdicts[0]), line("b", verdicts[1])];
            entry(id, StateName::Sent, answered(lines.to_vec(), &[]))
        };
        let mut stated = with(4, [Verdict::Unknown, Verdict::Unknown]);
        if let Some(answer) = &mut stated.answer {
            answer.lines.iter_mut().for_each(|answered| answered.said = said(Word::Met, ""));
        }
        let mut withdrawn = with(5, [Verdict::Match, Verdict::Match]);
        withdrawn.state = StateName::Withdrawn;
        let all = vec![
            withdrawn,
            with(1, [Verdict::Match, Verdict::Gap]),
            stated,
            with(2, [Verdict::Match, Verdict::Match]),
            with(3, [Verdict::Match, Verdict::Unknown]),
        ];
        let order: Vec<i64> = ranked(all, &asked).iter().map(|entry| entry.interest_id).collect();
        assert_eq!(order, [2, 3, 1, 4, 5]);
    }

    #[test]
    fn who_took_it_back_or_was_declined_before_is_not_told_again() {
        let waits: Vec<_> = StateName::ALL
            .iter()
            .filter(|state| !entry(1, **state, Vec::new()).waits_to_be_told())
            .map(|state| state.code())
            .collect();
        assert_eq!(waits, ["declined", "withdrawn"]);
        let mut told = entry(1, StateName::Accepted, Vec::new());
        let outcome = |chosen| Told {
            number: 1,
            chosen,
            outcome: taxonomy::Outcome::Awarded,
            outcome_number: 1,
            reason: String::new(),
            at: DateTime::UNIX_EPOCH,
        };
        told.told = Some(outcome(false));
        assert!(!told.waits_to_be_told());
        told.told = Some(outcome(true));
        assert!(told.waits_to_be_told(), "a corrected outcome can choose another");
    }
}
