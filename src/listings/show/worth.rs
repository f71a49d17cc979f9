//! Labels, and what they are worth in other countries.

use crate::labels::{self, Certificate, Claim, In};
use crate::web::Page;

/// A certificate as the page shows it.
pub(super) struct LabelRow {
    /// Key of the certificate in the register, if everybody may see it there.
    pub(super) certificate: Option<i64>,
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
    /// A sentence on the countries of the region in which nothing is known by which it would count.
    pub(super) elsewhere: String,
}

pub(super) fn label(page: &Page, claim: &Claim, certificates: &[Certificate]) -> LabelRow {
    let today = page.now().date_naive();
    let known = certificates.iter().find(|known| known.claim.names_the_same(claim));
    let holds = known.is_some_and(|known| known.holds_on(today));
    let (worth, elsewhere) = if holds { labels::in_words(page, claim) } else { Default::default() };
    LabelRow {
        certificate: known.filter(|known| known.visible_to(page.actor())).map(|known| known.id),
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
