use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

use crate::mail::Letter;

crate::codes! {
    /// What people are told of. Who is told of a kind is said by the feature that sends it.
    pub enum Kind {
        /// The account itself: a new password, a sign-in that was stopped. It goes to the account's person.
        Security = "security",
        /// Something happened to an expression of interest; owners and editors of the other side, and the member whom a
        /// colleague has asked to see to it.
        Interest = "interest",
        /// Somebody wrote in an expression of interest; owners and editors of the other side.
        Message = "message",
        /// A question on a request waits for its owner, or an own question was dealt with.
        Question = "question",
        /// News of a request that somebody follows, asked about or is interested in.
        Request = "request",
        /// Decisions on listings and certificates; owners and editors.
        Review = "review",
        /// Claims of a listing were checked; owners and editors.
        Evidence = "evidence",
        /// Something is due or ends soon; those who can see to it.
        Reminder = "reminder",
        /// Decisions on the organisation; its owners.
        Organisation = "organisation",
    }
}

crate::codes! {
    /// When somebody gets a mail of a kind. The page of notifications shows everything, always.
    pub enum Delivery { AtOnce = "at_once", Daily = "daily", Weekly = "weekly", Off = "off" }
}

crate::codes! {
    /// The two digests.
    pub enum Digest { Daily = "daily", Weekly = "weekly" }
}

crate::codes! {
    /// What became, or becomes, of the mail of a notification.
    pub enum Mailing { None = "none", Sent = "sent", Daily = "daily", Weekly = "weekly" }
}

impl Kind {
    /// Whether mails of this kind can be put off or switched off. What concerns the safety of an account cannot.
    pub fn is_optional(self) -> bool {
        self != Self::Security
    }

    /// The kinds that people can choose about.
    pub fn optional() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|kind| kind.is_optional())
    }
}

impl Digest {
    /// The delivery that collects for it.
    pub fn delivery(self) -> Delivery {
        match self {
            Self::Daily => Delivery::Daily,
            Self::Weekly => Delivery::Weekly,
        }
    }

    /// The mark of what waits for it.
    pub fn mailing(self) -> Mailing {
        match self {
            Self::Daily => Mailing::Daily,
            Self::Weekly => Mailing::Weekly,
        }
    }
}

impl Delivery {
    /// The mark of a notification that is written under this setting.
    pub fn mailing(self) -> Mailing {
        match self {
            Self::AtOnce => Mailing::Sent,
            Self::Daily => Mailing::Daily,
            Self::Weekly => Mailing::Weekly,
            Self::Off => Mailing::None,
        }
    }
}

/// Something that one person is told of: a letter to that person, and what of it is needed to keep it.
pub struct Notice {
    /// Kind.
    pub kind: Kind,
    /// What is said, in the person's language. Its address says who is told.
    pub letter: Letter,
    /// A second one with this key is not written.
    pub key: Option<String>,
    /// A narrower way to get no more of this, such as to stop following one request: label and address.
    pub stop: Option<(String, String)>,
}

impl Notice {
    /// Tells of something.
    pub fn new(kind: Kind, letter: Letter) -> Self {
        Self { kind, letter, key: None, stop: None }
    }

    /// Tells of it only once, however often it is sent.
    pub fn once(mut self, key: String) -> Self {
        self.key = Some(key);
        self
    }

    /// Names a narrower way to get no more of this than to switch off its kind.
    pub fn with_stop(mut self, stop: Option<(String, String)>) -> Self {
        self.stop = stop;
        self
    }
}

/// Hours of the person's day in which no mail comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// The first hour, 0 to 23.
    pub from: u32,
    /// The hour with which mails come again, 0 to 23; another than `from`.
    pub until: u32,
}

impl Quiet {
    fn holds(self, hour: u32) -> bool {
        if self.from <= self.until {
            (self.from..self.until).contains(&hour)
        } else {
            hour >= self.from || hour < self.until
        }
    }
}

/// How somebody wants to be told of things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// What was chosen for kinds.
    pub deliveries: BTreeMap<Kind, Delivery>,
    /// When no mail comes.
    pub quiet: Option<Quiet>,
    /// Hour at which digests come, 0 to 23.
    pub digest_hour: u32,
    /// Day on which the weekly digest comes, 1 (Monday) to 7.
    pub digest_day: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { deliveries: BTreeMap::new(), quiet: None, digest_hour: 8, digest_day: 1 }
    }
}

impl Settings {
    /// When a mail of a kind comes.
    pub fn delivery(&self, kind: Kind) -> Delivery {
        let chosen = self.deliveries.get(&kind).filter(|_| kind.is_optional());
        chosen.copied().unwrap_or(Delivery::AtOnce)
    }

    /// The kinds that have a delivery.
    pub fn kinds_with(&self, delivery: Delivery) -> Vec<Kind> {
        Kind::optional().filter(|kind| self.delivery(*kind) == delivery).collect()
    }

    /// The first moment from `now` on at which a mail may come to somebody who lives in `zone`.
    pub fn after_quiet(&self, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let local = now.with_timezone(&zone);
        let Some(quiet) = self.quiet.filter(|quiet| quiet.holds(local.hour())) else { return now };
        let today = local.date_naive();
        let ends = moment(today, quiet.until, zone);
        if ends > now { ends } else { moment(today + Days::new(1), quiet.until, zone) }
    }

    /// The last moment up to `now` at which a digest was due to somebody who lives in `zone`. It holds what was written
    /// before that moment.
    pub fn last_digest(&self, digest: Digest, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let mut day = now.with_timezone(&zone).date_naive();
        let due = |day: NaiveDate| match digest {
            Digest::Daily => true,
            Digest::Weekly => day.weekday().number_from_monday() == self.digest_day,
        };
        // Eight days back at the most: today's weekly digest may be still to come.
        for _ in 0..8 {
            if due(day) && moment(day, self.digest_hour, zone) <= now {
                break;
            }
            day = day - Days::new(1);
        }
        moment(day, self.digest_hour, zone)
    }
}

/// An hour of a day in a zone. Where clocks are put forward over it, the moment at which they are.
fn moment(day: NaiveDate, hour: u32, zone: Tz) -> DateTime<Utc> {
    let local: NaiveDateTime = day.and_time(chrono::NaiveTime::MIN) + TimeDelta::hours(i64::from(hour));
    let there = |local: NaiveDateTime| zone.from_local_datetime(&local).earliest();
    let found = there(local).or_else(|| there(local + TimeDelta::hours(1)));
    found.map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn settings(quiet: Option<(u32, u32)>) -> Settings {
        Settings { quiet: quiet.map(|(from, until)| Quiet { from, until }), ..Settings::default() }
    }

    #[test]
    fn what_concerns_the_safety_of_an_account_comes_at_once_whatever_was_chosen() {
        let deliveries = Kind::ALL.iter().map(|kind| (*kind, Delivery::Off)).collect();
        let settings = Settings { deliveries, ..Settings::default() };
        let at_once: Vec<_> = Kind::ALL.iter().filter(|kind| settings.delivery(**kind) != Delivery::Off).collect();
        assert_eq!(at_once, [&Kind::Security]);
    }

    #[test]
    fn a_mail_waits_for_the_end_of_quiet_hours_in_the_zone_of_its_reader() {
        let night = settings(Some((22, 7)));
        let zone = chrono_tz::Asia::Bangkok;
        assert_eq!(night.after_quiet(at("2026-11-23T14:59:00Z"), zone), at("2026-11-23T14:59:00Z"), "21:59 there");
        assert_eq!(night.after_quiet(at("2026-11-23T15:00:00Z"), zone), at("2026-11-24T00:00:00Z"), "22:00 there");
        assert_eq!(night.after_quiet(at("2026-11-23T23:30:00Z"), zone), at("2026-11-24T00:00:00Z"), "06:30 there");
        assert_eq!(night.after_quiet(at("2026-11-24T00:00:00Z"), zone), at("2026-11-24T00:00:00Z"), "07:00 there");
        let noon = settings(Some((12, 14)));
        assert_eq!(noon.after_quiet(at("2026-11-23T06:10:00Z"), zone), at("2026-11-23T07:00:00Z"));
        assert_eq!(settings(None).after_quiet(at("2026-11-23T18:00:00Z"), zone), at("2026-11-23T18:00:00Z"));
    }

    #[test]
    fn quiet_hours_end_where_clocks_are_put_forward() {
        // On 29 March 2026 the hour from 2 to 3 is left out in Berlin.
        let quiet = settings(Some((0, 2)));
        assert_eq!(
            quiet.after_quiet(at("2026-03-28T23:30:00Z"), chrono_tz::Europe::Berlin),
            at("2026-03-29T01:00:00Z")
        );
    }

    #[test]
    fn digests_are_due_at_an_hour_and_day_of_the_reader() {
        let settings = Settings { digest_hour: 8, digest_day: 1, ..Settings::default() };
        let zone = chrono_tz::Asia::Singapore;
        let daily = |now: &str| settings.last_digest(Digest::Daily, at(now), zone);
        assert_eq!(daily("2026-11-23T23:59:59Z"), at("2026-11-23T00:00:00Z"));
        assert_eq!(daily("2026-11-24T00:00:00Z"), at("2026-11-24T00:00:00Z"));
        let weekly = |now: &str| settings.last_digest(Digest::Weekly, at(now), zone);
        assert_eq!(weekly("2026-11-22T23:59:59Z"), at("2026-11-16T00:00:00Z"), "07:59 on Monday there");
        assert_eq!(weekly("2026-11-23T00:00:00Z"), at("2026-11-23T00:00:00Z"), "08:00 on Monday there");
        assert_eq!(weekly("2026-11-29T12:00:00Z"), at("2026-11-23T00:00:00Z"), "Sunday");
    }
}
