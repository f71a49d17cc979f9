//! Labels, and what they are worth in other countries.

use crate::labels::{self, Certificate, Claim};
use crate::taxonomy::Recognition;
use crate::web::{Page, listed};

/// A certificate as the page shows it.
pub(super) struct LabelRow {
    pub(super) scheme: String,
    pub(super) code: String,
    pub(super) number: String,
    pub(super) until: Option<String>,
    /// State on this day.
    pub(super) state: &'static str,
    pub(super) holds: bool,
    pub(super) verified: Option<String>,
    /// What it is worth in countries of the region. Empty unless it holds.
    pub(super) worth: Vec<In>,
    /// The countries of the region in which nothing is known by which it would count.
    pub(super) elsewhere: String,
}

/// A country with what a label is worth there: its name, code of the worth, agreements.
type In = (String, &'static str, Vec<Agreement>);

/// An agreement under which a label counts.
pub(super) struct Agreement {
    /// The scheme that recognises it.
    pub(super) by: String,
    pub(super) code: String,
    /// Name of the agreement, from when, for what, and where that is written.
    pub(super) words: String,
}

pub(super) fn label(page: &Page, claim: &Claim, certificates: &[Certificate]) -> LabelRow {
    let today = page.now().date_naive();
    let known =
        certificates.iter().find(|known| known.claim.scheme == claim.scheme && known.claim.number == claim.number);
    let holds = known.is_some_and(|known| known.holds_on(today));
    let (worth, elsewhere) = if holds { worth(page, &claim.scheme) } else { Default::default() };
    LabelRow {
        worth,
        elsewhere,
        scheme: page.name(page.schemes(), &claim.scheme),
        code: claim.scheme.clone(),
        number: claim.number.clone(),
        until: claim.valid_until.map(|day| page.day(&day)),
        state: known.map_or("claimed", |known| known.shown_on(today)),
        holds,
        verified: known.and_then(|known| known.verified_at).map(|at| page.date(&at)),
    }
}

/// What a label is worth in the countries of the region, that of the reader's organisation first.
pub(super) fn worth(page: &Page, scheme: &str) -> (Vec<In>, String) {
    let own = page.actor().acting().map(|acting| acting.country.as_str());
    let all = labels::in_the_region(page.registers(), scheme, own);
    let said = |code: &str, worth: &labels::Worth<'_>| worth.code() != "none" || own == Some(code);
    let (here, elsewhere): (Vec<_>, Vec<_>) = all.into_iter().partition(|(country, worth)| said(&country.code, worth));
    let agreement = |known: &&Recognition| Agreement {
        by: page.name(page.schemes(), &known.recognised_by),
        code: known.recognised_by.clone(),
        words: listed([
            known.agreement(page.lang()).to_owned(),
            t!(page, "label-since-day", day = labels::since(page, known)),
            known.scope(page.lang()).to_owned(),
            t!(page, "label-source-of", source = known.source.clone()),
        ]),
    };
    let here = here.into_iter().map(|(country, worth)| {
        (page.country(&country.code), worth.code(), worth.recognitions().iter().map(agreement).collect())
    });
    let elsewhere: Vec<String> = elsewhere.into_iter().map(|(country, _)| country.code.clone()).collect();
    (here.collect(), page.country_names(&elsewhere))
}
