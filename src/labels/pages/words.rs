//! What a label is worth in other countries, in words.

use super::super::{Claim, Worth, in_the_region};
use super::since;
use crate::taxonomy::Recognition;
use crate::web::{Page, listed};

/// A country with what a label is worth there.
pub struct In {
    /// Its name.
    pub country: String,
    /// What it is worth there, in words.
    pub worth: String,
    /// The mark by which it is drawn.
    pub mark: &'static str,
    /// Under which agreements.
    pub agreements: Vec<Agreement>,
}

/// An agreement under which a label counts.
pub struct Agreement {
    /// The scheme that recognises it.
    pub by: String,
    /// Its code.
    pub code: String,
    /// Name of the agreement, from when, for what, and where that is written.
    pub words: String,
}

/// The product groups of recognitions that are limited to some.
fn groups(page: &Page, worth: &Worth<'_>) -> String {
    let mut groups: Vec<&str> = worth.recognitions().iter().map(|known| known.scope(page.lang())).collect();
    groups.dedup();
    groups.join("; ")
}

/// What a label is worth somewhere, in words.
pub(super) fn worth_in_words(page: &Page, worth: &Worth<'_>) -> String {
    match worth {
        Worth::Limited(_) => t!(page, "label-worth-limited", groups = groups(page, worth)),
        _ => page.text("label-worth", worth.code()),
    }
}

/// The same in the fewest words, for a cell of the matrix.
pub(super) fn cell(page: &Page, worth: &Worth<'_>) -> String {
    match worth {
        Worth::Limited(_) => t!(page, "label-cell-limited", groups = groups(page, worth)),
        _ => page.text("label-cell", worth.code()),
    }
}

/// The mark by which a worth is drawn.
pub(super) const fn mark(worth: &Worth<'_>) -> &'static str {
    match worth {
        Worth::Direct => "verified",
        Worth::Recognised(_) => "match",
        Worth::Limited(_) | Worth::None => "unknown",
    }
}

/// What a certificate is worth in the countries of the region, that of the reader's organisation first; and a sentence on
/// those in which nothing is known by which it would count.
pub fn in_words(page: &Page, claim: &Claim) -> (Vec<In>, String) {
    let own = page.actor().acting().map(|acting| acting.country.as_str());
    let all = in_the_region(page.registers(), &claim.scheme, &claim.products(), own);
    let said = |code: &str, worth: &Worth<'_>| worth.code() != "none" || own == Some(code);
    let (here, elsewhere): (Vec<_>, Vec<_>) = all.into_iter().partition(|(country, worth)| said(&country.code, worth));
    let agreement = |known: &&Recognition| Agreement {
        by: page.name(page.schemes(), &known.recognised_by),
        code: known.recognised_by.clone(),
        words: listed([
            known.agreement(page.lang()).to_owned(),
            t!(page, "label-since-day", day = since(page, known)),
            known.scope(page.lang()).to_owned(),
            t!(page, "label-source-of", source = known.source.clone()),
        ]),
    };
    let here = here.into_iter().map(|(country, worth)| In {
        country: page.country(&country.code),
        worth: worth_in_words(page, &worth),
        mark: mark(&worth),
        agreements: worth.recognitions().iter().map(agreement).collect(),
    });
    let elsewhere: Vec<String> = elsewhere.into_iter().map(|(country, _)| country.code.clone()).collect();
    let rest = match elsewhere.is_empty() {
        true => String::new(),
        false => t!(page, "listing-label-elsewhere", countries = page.country_names(&elsewhere)),
    };
    (here.collect(), rest)
}
