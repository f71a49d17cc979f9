use serde::Deserialize;

use super::model::{NOTE, VERIFIER, names_verifier};
use super::{ClaimKey, Raised};
use crate::checks::{Problem, Problems, plain};
use crate::taxonomy::Evidence;

/// What somebody sends who raises claims.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RaiseForm {
    /// Keys of the claims.
    pub claims: Vec<String>,
    /// Code of the step.
    pub step: String,
    /// The verifying body, authority or arrangement.
    pub verifier: String,
    /// What was compared with what.
    pub note: String,
}

impl RaiseForm {
    /// What is to be written. `documented` are the claims that have something to compare with; a claim that the listing
    /// no longer makes has changed since the page was drawn.
    pub fn read(&self, steps: &[Evidence], all: &[ClaimKey], documented: &[ClaimKey]) -> Result<Raised, Problems> {
        let mut problems = Problems::new();
        problems.check("claims", !self.claims.is_empty(), Problem::Other("problem-evidence-no-claim"));
        let there = self.claims.iter().all(|claim| all.contains(claim));
        problems.check("claims", there, Problem::Other("problem-evidence-changed"));
        let shown = !there || self.claims.iter().all(|claim| documented.contains(claim));
        problems.check("claims", shown, Problem::Other("problem-evidence-undocumented"));
        let step = self.step.parse().ok().filter(|step| steps.contains(step));
        problems.check("step", step.is_some(), Problem::UnknownChoice);
        let (verifier, note) = (plain(&self.verifier.replace('\n', " ")), plain(&self.note));
        problems.text("verifier", &verifier, step.is_some_and(names_verifier), VERIFIER);
        problems.text("note", &note, false, NOTE);
        let step = step.unwrap_or_default();
        let mut claims = self.claims.clone();
        claims.sort();
        claims.dedup();
        problems.or(Raised { step, claims, verifier, note })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(claims: &[&str], step: &str, verifier: &str) -> RaiseForm {
        RaiseForm {
            claims: claims.iter().map(|key| (*key).to_owned()).collect(),
            step: step.to_owned(),
            verifier: verifier.to_owned(),
            note: String::new(),
        }
    }

    fn read(form: &RaiseForm) -> Result<Raised, Problems> {
        let steps = [Evidence::Checked, Evidence::GovernmentOrMra];
        form.read(&steps, &["a".to_owned(), "b".to_owned()], &["a".to_owned()])
    }

    #[test]
    fn only_documented_claims_that_still_stand_are_raised_and_only_to_steps_that_one_may_give() {
        assert_eq!(read(&form(&["a", "a"], "checked", "")).unwrap().claims, ["a"]);
        let wrong = |form: RaiseForm, field: &str| assert!(read(&form).unwrap_err().of(field).is_some(), "{form:?}");
        wrong(form(&[], "checked", ""), "claims");
        wrong(form(&["b"], "checked", ""), "claims");
        wrong(form(&["z"], "checked", ""), "claims");
        wrong(form(&["a"], "", ""), "step");
        wrong(form(&["a"], "self_declared", ""), "step");
        wrong(form(&["a"], "third_party_verified", "TÜV"), "step");
    }

    #[test]
    fn who_approved_is_named() {
        assert!(read(&form(&["a"], "government_or_mra", " ")).unwrap_err().of("verifier").is_some());
        assert!(read(&form(&["a"], "government_or_mra", "Ministry of Environment")).is_ok());
    }
}
