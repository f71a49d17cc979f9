use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};

use crate::checks::{Problem, Problems};
use crate::i18n::{self, OFFERED};
use crate::interest::{Interest, Side, StateName};
use crate::taxonomy;

/// Longest text of an organisation, in characters.
const LONGEST: usize = 20_000;
/// Longest name under an agreement, in characters.
const LONGEST_NAME: usize = 120;
/// What stands between the languages of the platform's text.
const BETWEEN: &str = "\n\n---\n\n";

crate::codes! {
    /// Whose text an agreement is.
    pub enum Whose { Receiver = "receiver", Sender = "sender", Platform = "platform" }
}

impl Whose {
    /// The side whose text it is; the platform's is of none.
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Receiver => Some(Side::Receiver),
            Self::Sender => Some(Side::Sender),
            Self::Platform => None,
        }
    }
}

/// Whether an agreement in force opens files in this state: while the exchange is under way, and after an agreement.
pub const fn opens_files(state: StateName) -> bool {
    match state {
        StateName::Sent
        | StateName::Acknowledged
        | StateName::InDiscussion
        | StateName::InfoRequested
        | StateName::Accepted
        | StateName::Negotiating
        | StateName::Agreement => true,
        StateName::Draft | StateName::NoAgreement | StateName::Declined | StateName::Withdrawn | StateName::Lapsed => {
            false
        }
    }
}

/// Whether an agreement can be proposed and accepted in this state.
pub const fn takes_agreements(state: StateName) -> bool {
    state.is_open() && !matches!(state, StateName::Draft)
}

/// One version of the text that an organisation offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnText {
    /// Counts the versions from 1.
    pub number: i64,
    /// Code of its language.
    pub lang: String,
    /// Markdown; empty where the organisation went back to the platform's text.
    pub body: String,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// The name of who wrote it; empty for closed accounts.
    pub person: String,
}

/// A text as it would be accepted in an exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Whose it is.
    pub whose: Whose,
    /// Version of the organisation's text.
    pub number: Option<i64>,
    /// Codes of the languages of its parts.
    pub languages: String,
    /// Markdown.
    pub body: String,
}

impl Text {
    /// The platform's text in every language of the site, one below the other, for an exchange.
    pub fn of_platform(interest: &Interest) -> Self {
        let parts = OFFERED.iter().filter_map(|lang| i18n::document(*lang, "nda"));
        let body = parts.map(|part| part.trim().to_owned()).collect::<Vec<_>>().join(BETWEEN);
        let languages = OFFERED.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        Self { whose: Whose::Platform, number: None, languages, body: filled(&body, interest) }
    }

    /// The text of one of the two organisations for an exchange.
    pub fn of_party(whose: Whose, own: &OwnText, interest: &Interest) -> Self {
        let body = filled(&own.body, interest);
        Self { whose, number: Some(own.number), languages: own.lang.clone(), body }
    }

    /// SHA-256 of its UTF-8 bytes, in hexadecimal.
    pub fn sha256(&self) -> String {
        sha256(&self.body)
    }
}

/// SHA-256 of a text's UTF-8 bytes, in hexadecimal.
pub fn sha256(text: &str) -> String {
    let mut hash = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

/// A text with the names of the exchange in place of their marks. One pass: a name that looks like a mark stays a name.
fn filled(text: &str, interest: &Interest) -> String {
    let marks = [
        ("{sender}", &interest.sender.name),
        ("{receiver}", &interest.receiver.name),
        ("{listing}", &interest.listing_reference),
        ("{reference}", &interest.reference),
    ];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find('{') {
        out.push_str(&rest[..place]);
        rest = &rest[place..];
        let known = marks.iter().find(|(mark, _)| rest.starts_with(mark));
        let (said, taken) = known.map_or(("{", 1), |(mark, name)| (name.as_str(), mark.len()));
        out.push_str(said);
        rest = &rest[taken..];
    }
    out.push_str(rest);
    out
}

/// The parts of a text with the language of each.
pub fn parts<'a>(languages: &'a str, body: &'a str) -> Vec<(&'a str, &'a str)> {
    let languages: Vec<&str> = languages.split(',').collect();
    if languages.len() < 2 {
        return vec![(languages.first().copied().unwrap_or_default(), body)];
    }
    languages.iter().copied().zip(body.split(BETWEEN)).collect()
}

/// One side's acceptance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The side.
    pub organisation_id: i64,
    /// The name as it was typed.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// An agreement proposed in an exchange. Its text never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nda {
    /// Key.
    pub id: i64,
    /// Counts the proposals of the exchange from 1.
    pub number: i64,
    /// The text.
    pub text: Text,
    /// SHA-256 of the text as it was proposed.
    pub sha256: String,
    /// The organisation that proposed it.
    pub organisation_id: i64,
    /// When.
    pub proposed_at: DateTime<Utc>,
    /// When the second side accepted.
    pub signed_at: Option<DateTime<Utc>>,
    /// When another text was proposed in its place.
    pub replaced_at: Option<DateTime<Utc>>,
    /// Who has accepted, in order.
    pub acceptances: Vec<Acceptance>,
}

impl Nda {
    /// Whether an organisation has accepted it.
    pub fn is_accepted_by(&self, organisation_id: Option<i64>) -> bool {
        self.acceptances.iter().any(|acceptance| Some(acceptance.organisation_id) == organisation_id)
    }
}

/// The agreement that stands, of all that were proposed.
pub fn current(ndas: &[Nda]) -> Option<&Nda> {
    ndas.iter().rev().find(|nda| nda.replaced_at.is_none())
}

/// A name under an agreement, or what is wrong with what was entered.
pub fn signature(name: &str, agrees: bool) -> Result<String, Problems> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut problems = Problems::new();
    problems.text("name", &name, true, LONGEST_NAME);
    problems.check("agree", agrees, Problem::Other("interest-problem-agree"));
    problems.or(name)
}

/// The text of an organisation as it is stored, with its language, or what is wrong with it; without a text of its own
/// an organisation uses the platform's.
pub fn own_text(kind: &str, lang: &str, body: &str) -> Result<(String, String), Problems> {
    let mut problems = Problems::new();
    let own = kind == "own";
    problems.check("kind", own || kind == "platform", Problem::UnknownChoice);
    problems.check("lang", (!own && lang.is_empty()) || taxonomy::languages().has(lang), Problem::UnknownChoice);
    problems.text("body", body, own, LONGEST);
    problems.or((lang.to_owned(), if own { body.trim().to_owned() } else { String::new() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_platforms_text_has_a_part_for_each_language() {
        let raw = OFFERED.iter().map(|lang| i18n::document(*lang, "nda").unwrap()).collect::<Vec<_>>();
        for part in &raw {
            assert!(!part.contains(BETWEEN), "the rule divides the languages");
            for mark in ["{sender}", "{receiver}", "{listing}", "{reference}"] {
                assert!(part.contains(mark), "{mark}");
            }
        }
        let joined = raw.iter().map(|part| part.trim()).collect::<Vec<_>>().join(BETWEEN);
        let found = parts("en,zh", &joined);
        assert_eq!(found.iter().map(|(lang, _)| *lang).collect::<Vec<_>>(), ["en", "zh"]);
        assert!(found[0].1.starts_with("# Mutual") && found[1].1.starts_with("# 双方"));
        assert_eq!(parts("vi", "a\n\n---\n\nb"), [("vi", "a\n\n---\n\nb")]);
    }

    #[test]
    fn a_hash_is_that_of_the_bytes() {
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn files_are_open_until_it_ends_otherwise_than_by_agreement() {
        let open: Vec<_> =
            StateName::ALL.iter().filter(|state| opens_files(**state)).map(|state| state.code()).collect();
        let all = "sent acknowledged in_discussion info_requested accepted negotiating agreement";
        assert_eq!(open.join(" "), all);
    }

    #[test]
    fn nobody_accepts_without_a_name_and_a_tick() {
        let problems = signature(" ", false).unwrap_err();
        assert!(problems.of("name").is_some() && problems.of("agree").is_some());
        assert_eq!(signature("  Mei\n Lin ", true).unwrap(), "Mei Lin");
        assert!(own_text("own", "xx", "x").is_err() && own_text("own", "en", &"x".repeat(20_001)).is_err());
        assert!(own_text("", "en", "x").is_err() && own_text("own", "en", "").is_err());
        assert_eq!(own_text("platform", "en", "x").unwrap().1, "");
    }
}
