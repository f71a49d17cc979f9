use serde::Deserialize;

use super::model::{Entered, Profile};
use super::store::{Filter, Organisation};
use crate::checks::Problems;

/// The form of an organisation.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ProfileForm {
    pub name: String,
    pub legal_name: String,
    pub sector: String,
    pub country: String,
    pub registration_number: String,
    pub website: String,
    pub size: String,
    pub description: String,
    pub email_domains: String,
    /// Version that the form shows, so that nobody overwrites what a colleague changed meanwhile.
    pub version: String,
}

impl ProfileForm {
    /// The form filled with what is stored.
    pub fn of(organisation: &Organisation) -> Self {
        Self {
            name: organisation.name.clone(),
            legal_name: organisation.legal_name.clone(),
            sector: organisation.sector.clone(),
            country: organisation.country.clone(),
            registration_number: organisation.registration_number.clone(),
            website: organisation.website.clone(),
            size: organisation.size.clone(),
            description: organisation.description.clone(),
            email_domains: organisation.domains().join(", "),
            version: organisation.version.to_string(),
        }
    }

    /// Checks it.
    pub fn check(&self) -> Result<Profile, Problems> {
        Profile::check(Entered {
            name: &self.name,
            legal_name: &self.legal_name,
            sector: &self.sector,
            country: &self.country,
            registration_number: &self.registration_number,
            website: &self.website,
            size: &self.size,
            description: &self.description,
            email_domains: &self.email_domains,
        })
    }
}

/// The form that decides on the badge.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct DecisionForm {
    pub decision: String,
    pub reason: String,
    pub version: String,
}

/// The form that invites somebody, and the one that changes a role.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct MemberForm {
    pub email: String,
    pub role: String,
}

/// The form that switches the organisation acted for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ActingForm {
    pub organisation: String,
    pub next: String,
}

/// The query of the directory.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct DirectoryForm {
    pub q: String,
    pub country: String,
    pub sector: String,
    pub status: String,
    pub page: String,
}

impl DirectoryForm {
    /// What is asked, without what makes no sense.
    pub fn filter(&self) -> Filter {
        let words = self.q.replace(char::is_control, " ");
        Filter {
            q: words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(100).collect(),
            country: known(&self.country, |code| crate::taxonomy::countries().has(code)),
            sector: known(&self.sector, |code| crate::taxonomy::sectors().has(code)),
            status: known(&self.status, |code| code.parse::<super::Status>().is_ok()),
        }
    }
}

/// The number of a page that a query asks for; the first if it makes no sense.
pub fn page_number(text: &str) -> u64 {
    text.parse::<u64>().ok().filter(|page| (1..=10_000).contains(page)).unwrap_or(1)
}

fn known(code: &str, is_known: impl Fn(&str) -> bool) -> String {
    Some(code).filter(|code| is_known(code)).unwrap_or_default().to_owned()
}
