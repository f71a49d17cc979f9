use std::collections::BTreeMap;
use std::str::FromStr;

use serde::Deserialize;

use super::model::{self, Answer, Decision, Entered, Said, Word};
use crate::checks::{Problem, Problems, plain};
use crate::listings::content::Requirement;

/// The part of the form of interest that answers a request.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    /// Number of the offer.
    pub offer: String,
    /// Key of the revision of the request that the form shows.
    pub revision: String,
    /// What is said to each requirement.
    pub said: Vec<SaidForm>,
}

/// What is said to one requirement.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SaidForm {
    /// Code of the word.
    pub word: String,
    /// Sentence or remark.
    pub text: String,
}

impl SaidForm {
    fn of(said: &Said) -> Self {
        Self { word: said.word.map(|word| word.to_string()).unwrap_or_default(), text: said.text.clone() }
    }
}

impl AnswerForm {
    /// The form filled from an answer, for the requirements that are asked now.
    pub fn of(answer: &Answer, requirements: &[Requirement], revision: Option<i64>) -> Self {
        Self {
            offer: answer.offer.as_ref().map(|offer| offer.reference.clone()).unwrap_or_default(),
            revision: revision.map(|id| id.to_string()).unwrap_or_default(),
            said: answer.said_to(requirements).iter().map(SaidForm::of).collect(),
        }
    }

    /// The revision of the request that the form showed.
    pub fn revision(&self) -> Option<i64> {
        self.revision.parse().ok()
    }

    /// What is said, however it is to be read: words that nobody offers are none.
    pub fn said(&self) -> Vec<Said> {
        let said = |form: &SaidForm| Said { word: Word::from_str(&form.word).ok(), text: plain(&form.text) };
        self.said.iter().map(said).collect()
    }

    /// The same form for other requirements.
    pub fn moved(&self, from: &[Requirement], to: &[Requirement], revision: Option<i64>) -> Self {
        Self {
            offer: self.offer.clone(),
            revision: revision.map(|id| id.to_string()).unwrap_or_default(),
            said: model::moved(&self.said(), from, to).iter().map(SaidForm::of).collect(),
        }
    }

    /// What it says, as far as its codes are known.
    pub fn read(&self) -> Result<Entered, Problems> {
        let mut problems = Problems::new();
        for (place, said) in self.said.iter().enumerate() {
            let known = said.word.is_empty() || Word::from_str(&said.word).is_ok();
            problems.check(&format!("answer-said-{place}"), known, Problem::UnknownChoice);
        }
        problems.or(Entered { offer: plain(&self.offer), revision: self.revision(), said: self.said() })
    }
}

/// The form by which an answer is kept or set aside.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct JudgeForm {
    /// The button that was pressed.
    pub decision: String,
    /// Why.
    pub reason: String,
    /// Number of the decision that the page showed last.
    pub seen: String,
}

impl JudgeForm {
    /// Decision, reason and what was seen, or what is wrong at the fields of an answer.
    pub fn read(&self, answer: &str) -> Result<(Decision, String, i64), Problems> {
        let field = format!("reason-{answer}");
        let reason = plain(&self.reason);
        let mut problems = model::reason(&field, &reason);
        let Ok(decision) = Decision::from_str(&self.decision) else {
            problems.add(field, Problem::UnknownChoice);
            return Err(problems);
        };
        problems.or((decision, reason, self.seen.parse().unwrap_or(0)))
    }
}

/// The part of the form of an outcome that chooses among answers.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ChoiceForm {
    /// Numbers of the expressions of interest that were chosen.
    pub chosen: Vec<String>,
    /// The reason that is shared with each, by its number.
    pub reasons: BTreeMap<String, String>,
    /// The reason that is shared with all that have none of their own.
    pub reason: String,
    /// Number of the outcome that the page showed.
    pub seen: String,
}

impl ChoiceForm {
    /// Whether an answer is chosen.
    pub fn chooses(&self, reference: &str) -> bool {
        self.chosen.iter().any(|chosen| chosen == reference)
    }

    /// What was typed as the reason for one answer.
    pub fn typed(&self, reference: &str) -> &str {
        self.reasons.get(reference).map_or("", String::as_str)
    }

    /// The reason that is shared with one answer: its own, else that for all.
    pub fn reason_for(&self, reference: &str) -> String {
        let own = plain(self.typed(reference));
        if own.is_empty() { plain(&self.reason) } else { own }
    }

    /// The outcome that the page showed, if it said so.
    pub fn seen(&self) -> Option<i64> {
        self.seen.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_for_all_counts_where_there_is_none_for_one() {
        let form = ChoiceForm {
            reasons: [("A".to_owned(), " Too dear. ".to_owned()), ("B".to_owned(), " ".to_owned())].into(),
            reason: "Another was better.".to_owned(),
            ..ChoiceForm::default()
        };
        assert_eq!(form.reason_for("A"), "Too dear.");
        assert_eq!([form.reason_for("B"), form.reason_for("C")], ["Another was better."; 2]);
    }

    #[test]
    fn nobody_decides_without_a_reason_and_a_button() {
        let form = JudgeForm { decision: "kept".to_owned(), reason: " ".to_owned(), ..JudgeForm::default() };
        assert!(form.read("EOI-1").unwrap_err().of("reason-EOI-1").is_some());
        let form = JudgeForm { decision: "x".to_owned(), reason: "Good.".to_owned(), ..JudgeForm::default() };
        assert!(form.read("EOI-1").is_err());
    }

    #[test]
    fn words_that_nobody_offers_are_refused_at_their_requirement() {
        let said = vec![SaidForm::default(), SaidForm { word: "surely".to_owned(), text: String::new() }];
        let form = AnswerForm { said, ..AnswerForm::default() };
        assert_eq!(form.read().unwrap_err().of("answer-said-1"), Some(&Problem::UnknownChoice));
    }
}
