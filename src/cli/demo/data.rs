//! The files of the sample marketplace. A text that begins with `@` is a day counted from today: `@+20d`, `@-400d`,
//! with a time of day `@+12dT17:00`.

use std::collections::BTreeMap;

use anyhow::{Context as _, anyhow};
use chrono::{Duration, NaiveDate};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::auth::{MemberRole, PlatformRole};
use crate::listings::Status;
use crate::listings::content::{Benefit, Content, Visibility};
use crate::organisations;
use crate::taxonomy::{Cooperation, Evidence, Lang, Sector, Size};

const ACCOUNTS: &str = include_str!("data/accounts.json");
const ORGANISATIONS: &str = include_str!("data/organisations.json");
const LISTINGS: &[&str] =
    &[include_str!("data/listings-1.json"), include_str!("data/listings-2.json"), include_str!("data/listings-3.json")];
const INTERESTS: &[&str] = &[include_str!("data/interests.json"), include_str!("data/agreements.json")];

/// Everything, with the days counted from one day.
pub struct Data {
    /// Accounts.
    pub accounts: Vec<Account>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Listings.
    pub listings: Vec<Listing>,
    /// Expressions of interest.
    pub interests: Vec<Interest>,
}

/// An account.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    pub email: String,
    pub name: String,
    pub locale: Lang,
    pub time_zone: chrono_tz::Tz,
    pub role: PlatformRole,
}

/// An organisation with its members.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub slug: String,
    pub name: String,
    pub legal_name: String,
    pub sector: Sector,
    pub country: String,
    pub registration_number: String,
    pub website: String,
    pub size: Size,
    pub description: String,
    pub email_domains: Vec<String>,
    pub status: organisations::Status,
    pub focal_for: Option<String>,
    pub members: Vec<Member>,
}

/// A member of an organisation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub email: String,
    pub role: MemberRole,
}

/// A listing and how far it has come.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listing {
    /// Name by which interests refer to it.
    pub key: String,
    /// Slug of its organisation.
    pub organisation: String,
    pub status: Status,
    /// When it reached that state, or was published.
    pub days_ago: i64,
    /// State of each certificate by its number.
    #[serde(default)]
    pub certificates: Option<BTreeMap<String, crate::labels::Status>>,
    /// Why a certificate was refused or revoked, by its number.
    #[serde(default)]
    pub certificate_reasons: Option<BTreeMap<String, String>>,
    /// Who raised its claims to a step; a moderator unless this says else.
    #[serde(default)]
    pub checks: Vec<Check>,
    /// Who may open the report behind its claims; everybody unless this says else.
    #[serde(default)]
    pub report: Option<Visibility>,
    /// What a moderator asked for.
    #[serde(default)]
    pub reasons: Option<Vec<crate::moderation::Reason>>,
    /// A newer revision that waits while this one is public.
    #[serde(default)]
    pub revision: Option<Content>,
    /// What happened to a request after it was published.
    #[serde(default)]
    pub after: Option<After>,
    pub content: Content,
}

/// A check that raised claims to a step.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    pub step: Evidence,
    /// Slug of the focal point that checked, if it was no moderator.
    #[serde(default)]
    pub by: Option<String>,
    /// Who verified or approved.
    #[serde(default)]
    pub verifier: String,
    /// What was compared with what.
    #[serde(default)]
    pub note: String,
}

/// What happened to a request after it was published.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    #[serde(default)]
    pub questions: Vec<Question>,
    #[serde(default)]
    pub addenda: Vec<Addendum>,
    #[serde(default)]
    pub endorsement: Option<Endorsement>,
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

/// A question, with its answer if there is one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Slug of the organisation that asks.
    pub from: String,
    pub days_ago: i64,
    pub text: String,
    #[serde(default)]
    pub answer: Option<(i64, String)>,
}

/// An addendum; the new closing is on the clock of the request.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addendum {
    pub days_ago: i64,
    pub text: String,
    #[serde(default)]
    pub closes: Option<chrono::NaiveDateTime>,
}

/// What a focal point says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endorsement {
    /// Slug of the focal point.
    pub by: String,
    pub days_ago: i64,
    pub text: String,
}

/// How a request ended.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    pub days_ago: i64,
    pub outcome: crate::taxonomy::Outcome,
    pub day: NaiveDate,
    pub text: String,
    #[serde(default)]
    pub organisation: String,
    #[serde(default)]
    pub value: Option<rust_decimal::Decimal>,
    #[serde(default)]
    pub currency: String,
}

/// An expression of interest with its history.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interest {
    /// Key of the listing.
    pub listing: String,
    /// Slug of the sending organisation.
    pub from: String,
    pub purpose: Vec<Cooperation>,
    pub country: String,
    pub site: String,
    pub message: String,
    #[serde(default)]
    pub budget: String,
    #[serde(default)]
    pub timetable: String,
    #[serde(default)]
    pub nda: bool,
    /// A file with the first words.
    #[serde(default)]
    pub file: Option<Sheet>,
    /// What it answers to the requirements of a request.
    #[serde(default)]
    pub answer: Option<Answer>,
    pub sender: String,
    pub receiver: String,
    pub steps: Vec<Step>,
    #[serde(default)]
    pub agreement: Option<Value>,
    /// What was reported after the agreement.
    #[serde(default)]
    pub effects: Vec<Report>,
    /// Since how many days each side consents to show it.
    #[serde(default)]
    pub consents: BTreeMap<String, i64>,
}

/// The realised effect of an agreement after a period.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// `6` or `12`.
    pub period: String,
    pub by: String,
    pub days_ago: i64,
    pub figures: Vec<Benefit>,
    #[serde(default)]
    pub confirmed: Option<Confirmed>,
}

/// Who confirmed a report.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    pub days_ago: i64,
    pub name: String,
}

/// An answer to a request, with what its agency decided of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Key of the offer; empty without one.
    #[serde(default)]
    pub offer: String,
    /// What is said to each requirement, in their order.
    #[serde(default)]
    pub said: Vec<crate::interest::answers::Said>,
    #[serde(default)]
    pub judged: Vec<Judged>,
}

/// A decision on an answer, with its internal reason.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    pub days_ago: i64,
    pub decision: crate::interest::answers::Decision,
    pub reason: String,
}

/// One step: an action, a message, or a word on non-disclosure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub days_ago: i64,
    pub by: String,
    #[serde(default)]
    pub action: Option<String>,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub message: Option<String>,
    /// A file on the message.
    #[serde(default)]
    pub file: Option<Sheet>,
    /// Whose text is proposed, or `accept`.
    #[serde(default)]
    pub nda: Option<String>,
}

/// A file of a message, drawn as PDF.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    pub name: String,
    pub title: String,
    pub lines: Vec<String>,
}

/// Reads the files.
pub fn read(today: NaiveDate) -> anyhow::Result<Data> {
    let mut listings = Vec::new();
    for file in LISTINGS {
        listings.extend(list(file, today)?);
    }
    let mut interests = Vec::new();
    for file in INTERESTS {
        interests.extend(list(file, today)?);
    }
    Ok(Data { accounts: list(ACCOUNTS, today)?, organisations: list(ORGANISATIONS, today)?, listings, interests })
}

fn list<T: DeserializeOwned>(file: &str, today: NaiveDate) -> anyhow::Result<Vec<T>> {
    let rows: Vec<Value> = serde_json::from_str(file)?;
    rows.into_iter()
        .map(|mut row| {
            date(&mut row, today)?;
            let name = ["key", "slug", "email", "listing"].iter().find_map(|key| row.get(key)).cloned();
            serde_json::from_value(row).with_context(|| format!("sample {}", name.unwrap_or_default()))
        })
        .collect()
}

/// Replaces every day that is counted from today.
fn date(value: &mut Value, today: NaiveDate) -> anyhow::Result<()> {
    match value {
        Value::String(text) => {
            if let Some(rest) = text.strip_prefix('@') {
                *text = day(rest, today).ok_or_else(|| anyhow!("{text} is no day"))?;
            }
        }
        Value::Array(items) => items.iter_mut().try_for_each(|item| date(item, today))?,
        Value::Object(fields) => fields.values_mut().try_for_each(|field| date(field, today))?,
        _ => {}
    }
    Ok(())
}

fn day(text: &str, today: NaiveDate) -> Option<String> {
    let (days, time) = text.split_once('d')?;
    let day = today.checked_add_signed(Duration::try_days(days.parse().ok()?)?)?;
    Some(match time.strip_prefix('T') {
        Some(time) if time.len() == 5 => format!("{day}T{time}:00"),
        Some(time) => format!("{day}T{time}"),
        None if time.is_empty() => day.to_string(),
        None => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listings::checks;

    #[test]
    fn days_are_counted_from_today() {
        let today = "2026-11-23".parse().unwrap();
        assert_eq!(day("+8d", today).as_deref(), Some("2026-12-01"));
        assert_eq!(day("-1dT17:00", today).as_deref(), Some("2026-11-22T17:00:00"));
        assert_eq!(day("tomorrow", today), None);
    }

    #[test]
    fn all_samples_can_be_read_and_all_that_were_handed_in_are_complete() {
        let data = read("2026-11-23".parse().unwrap()).unwrap();
        for listing in &data.listings {
            let contents = std::iter::once(&listing.content).chain(&listing.revision);
            for content in contents.filter(|_| listing.status != Status::Draft) {
                let problems = checks::submission(content);
                assert!(problems.is_empty(), "{}: {problems:?}", listing.key);
            }
            assert!(data.organisations.iter().any(|known| known.slug == listing.organisation), "{}", listing.key);
        }
        for organisation in &data.organisations {
            for member in &organisation.members {
                assert!(data.accounts.iter().any(|account| account.email == member.email), "{}", member.email);
            }
        }
        for interest in &data.interests {
            assert!(data.listings.iter().any(|listing| listing.key == interest.listing), "{}", interest.listing);
            for (row, figure) in interest.effects.iter().flat_map(|report| report.figures.iter().enumerate()) {
                assert!(checks::benefit(row, figure).is_empty(), "{}: {figure:?}", interest.listing);
            }
        }
    }
}
