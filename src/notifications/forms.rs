use std::collections::BTreeMap;

use serde::Deserialize;

use super::model::{Delivery, Kind, Quiet, Settings};
use crate::checks::{Problem, Problems};

/// The form that says how somebody wants to be told of things.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SettingsForm {
    /// Kind to delivery.
    pub mail: BTreeMap<String, String>,
    pub quiet_from: String,
    pub quiet_until: String,
    pub digest_hour: String,
    pub digest_day: String,
}

/// The name of the field of a kind.
pub fn field(kind: Kind) -> String {
    format!("mail[{kind}]")
}

impl From<&Settings> for SettingsForm {
    fn from(settings: &Settings) -> Self {
        let hour = |quiet: Option<u32>| quiet.map_or_else(String::new, |hour| hour.to_string());
        let chosen = |kind: Kind| (kind.to_string(), settings.delivery(kind).to_string());
        Self {
            mail: Kind::optional().map(chosen).collect(),
            quiet_from: hour(settings.quiet.map(|quiet| quiet.from)),
            quiet_until: hour(settings.quiet.map(|quiet| quiet.until)),
            digest_hour: settings.digest_hour.to_string(),
            digest_day: settings.digest_day.to_string(),
        }
    }
}

impl SettingsForm {
    /// Reads it; what was not sent stays as it is in `before`.
    pub fn check(&self, before: &Settings) -> Result<Settings, Problems> {
        let mut problems = Problems::new();
        let mut settings = before.clone();
        for kind in Kind::optional() {
            match self.mail.get(kind.code()).map(|code| code.parse::<Delivery>()) {
                Some(Ok(delivery)) => drop(settings.deliveries.insert(kind, delivery)),
                Some(Err(_)) => problems.add(field(kind), Problem::UnknownChoice),
                None => {}
            }
        }
        let from = choice("quiet_from", &self.quiet_from, 0..=23, &mut problems);
        let until = choice("quiet_until", &self.quiet_until, 0..=23, &mut problems);
        if self.quiet_from.is_empty() != self.quiet_until.is_empty() {
            let missing = if self.quiet_from.is_empty() { "quiet_from" } else { "quiet_until" };
            problems.add(missing, Problem::Other("notice-quiet-both"));
        }
        if from.is_some() && from == until {
            problems.add("quiet_until", Problem::Other("notice-quiet-same"));
        }
        settings.quiet = from.zip(until).map(|(from, until)| Quiet { from, until });
        settings.digest_hour =
            choice("digest_hour", &self.digest_hour, 0..=23, &mut problems).unwrap_or(before.digest_hour);
        settings.digest_day = choice("digest_day", &self.digest_day, 1..=7, &mut problems).unwrap_or(before.digest_day);
        if problems.is_empty() { Ok(settings) } else { Err(problems) }
    }
}

fn choice(field: &str, sent: &str, range: std::ops::RangeInclusive<u32>, problems: &mut Problems) -> Option<u32> {
    let read = sent.parse().ok().filter(|number| range.contains(number));
    if read.is_none() && !sent.is_empty() {
        problems.add(field, Problem::UnknownChoice);
    }
    read
}

/// The page of the list of notifications.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    page: String,
}

impl ListQuery {
    /// Its number, from 1.
    pub fn number(&self) -> u64 {
        self.page.parse().unwrap_or(1).max(1)
    }
}

/// Up to which notification everything was read.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct TidyForm {
    /// Key of the newest that was on the page.
    pub until: String,
}

/// What follows when a notification was read.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct OpenForm {
    /// `open` goes to the thing, all else stays on the list.
    pub then: String,
}

/// What a program sends for a reader who pressed the button of their mail program (RFC 8058).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct OneClick {
    #[serde(rename = "List-Unsubscribe")]
    pub unsubscribe: String,
}

impl OneClick {
    /// Whether a program asks, which reads no page.
    pub fn is_program(&self) -> bool {
        self.unsubscribe == "One-Click"
    }
}
