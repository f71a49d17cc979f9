//! The answer clock: until when the receiver answers, counted in working days of its country.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;

use crate::taxonomy::{Holidays, holidays};

/// Working days after which the receiver is reminded.
pub const REMINDED_ON: [u32; 2] = [5, 8];
/// Working days within which an answer is due.
pub const DUE_IN: u32 = 10;
/// Working days after which an unanswered one lapses.
pub const LAPSES_AFTER: u32 = 15;
/// Expressions of interest from which on the responsiveness of an organisation is told.
pub const TOLD_FROM: usize = 5;
/// The hour of the receiver's day at which it is reminded.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(8, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// The moments at which something happens while an answer is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadlines {
    /// The receiver is reminded: mornings of the fifth and the eighth working day.
    pub reminders: [DateTime<Utc>; 2],
    /// The tenth working day is over.
    pub due: DateTime<Utc>,
    /// The fifteenth working day is over.
    pub lapses: DateTime<Utc>,
}

impl Deadlines {
    /// The deadlines of what was sent at a moment to an organisation of a country. The day of sending is that of the
    /// receiver's capital, and does not count.
    pub fn starting(sent: DateTime<Utc>, country: &str, holidays: &Holidays) -> Self {
        let zone = holidays::zone(country);
        let first = sent.with_timezone(&zone).date_naive();
        let on = |working_days| holidays.after(country, first, working_days);
        let over = |working_days| moment(on(working_days) + Days::new(1), NaiveTime::MIN, zone);
        Self {
            reminders: REMINDED_ON.map(|working_days| moment(on(working_days), MORNING, zone)),
            due: over(DUE_IN),
            lapses: over(LAPSES_AFTER),
        }
    }

    /// The last moment at which an answer is in time, as it is shown: a day's end, not the next day's beginning.
    pub fn last_moment(&self) -> DateTime<Utc> {
        self.due - chrono::Duration::minutes(1)
    }

    /// The moment after which it lapses, as it is shown: a day's end, too.
    pub fn last_before_lapse(&self) -> DateTime<Utc> {
        self.lapses - chrono::Duration::minutes(1)
    }
}

/// A time of a day in a zone; where a clock is put forward over it, the next one that there is.
fn moment(day: NaiveDate, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    let local = day.and_time(time);
    let later = || zone.from_local_datetime(&(local + chrono::Duration::hours(1))).earliest();
    zone.from_local_datetime(&local).earliest().or_else(later).map_or_else(|| local.and_utc(), |at| at.to_utc())
}

/// How an organisation answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Responsiveness {
    /// Of how many expressions of interest.
    pub received: usize,
    /// Of a hundred, how many were answered before they lapsed.
    pub answered: u32,
    /// Median of the working days until an answer; none where nothing was answered.
    pub days: Option<u32>,
}

impl Responsiveness {
    /// From the working days until each answer, none for those that lapsed or are overdue. Nothing is said of fewer
    /// than [`TOLD_FROM`].
    pub fn of(answers: &[Option<u32>]) -> Option<Self> {
        if answers.len() < TOLD_FROM {
            return None;
        }
        let mut days: Vec<u32> = answers.iter().copied().flatten().collect();
        days.sort_unstable();
        let share = (days.len() * 100 + answers.len() / 2) / answers.len();
        // Of an even number, the later of the two in the middle: an organisation is not told to be quicker than it is.
        let median = days.get(days.len() / 2).copied();
        Some(Self { received: answers.len(), answered: u32::try_from(share).unwrap_or(100), days: median })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::Registers;

    fn starting(sent: &str, country: &str) -> Deadlines {
        Deadlines::starting(sent.parse().unwrap(), country, Registers::carried().holidays())
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn an_answer_is_due_when_the_tenth_working_day_is_over_in_the_receivers_capital() {
        // A Monday morning in Hanoi; no holiday until December.
        let clock = starting("2026-11-02T03:00:00Z", "VN");
        assert_eq!(clock.reminders, [at("2026-11-09T01:00:00Z"), at("2026-11-12T01:00:00Z")]);
        assert_eq!(clock.due, at("2026-11-16T17:00:00Z"), "the night after Monday 16 November");
        assert_eq!(clock.lapses, at("2026-11-23T17:00:00Z"));
        assert_eq!(clock.last_moment(), at("2026-11-16T16:59:00Z"));
    }

    #[test]
    fn holidays_weekends_and_days_worked_instead_move_it() {
        // Over the National Day week in China, with a Saturday worked.
        assert_eq!(starting("2026-09-24T02:00:00Z", "CN").due, at("2026-10-15T16:00:00Z"));
        assert_eq!(starting("2026-09-24T02:00:00Z", "SG").due, at("2026-10-08T16:00:00Z"));
        // Brunei works on Saturdays and rests on Fridays.
        assert_eq!(starting("2026-11-05T02:00:00Z", "BN").due, at("2026-11-19T16:00:00Z"));
    }

    #[test]
    fn what_is_sent_late_in_the_evening_counts_from_the_receivers_day() {
        // Sunday evening in London is Monday in Bangkok.
        assert_eq!(starting("2026-11-01T18:00:00Z", "TH").due, starting("2026-11-02T03:00:00Z", "TH").due);
    }

    #[test]
    fn of_fewer_than_five_nothing_is_told() {
        assert_eq!(Responsiveness::of(&[Some(1), Some(2), Some(3), Some(4)]), None);
        let told = Responsiveness::of(&[Some(9), None, Some(1), Some(2), None]).unwrap();
        assert_eq!(told, Responsiveness { received: 5, answered: 60, days: Some(2) });
        let even = Responsiveness::of(&[Some(1), Some(4), Some(2), Some(8), None, None]).unwrap();
        assert_eq!((even.answered, even.days), (67, Some(4)));
        assert_eq!(Responsiveness::of(&[None; 5]).unwrap().days, None);
    }
}
