//! Numbers, money, dates and times as a language writes them (Unicode CLDR through ICU4X).

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Offset as _, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use fixed_decimal::Decimal as Fixed;
use icu::calendar::Gregorian;
use icu::datetime::fieldsets::{YMD, YMDT};
use icu::datetime::{FixedCalendarDateTimeFormatter, input};
use icu::decimal::DecimalFormatter;
use icu::locale::Locale;
use rust_decimal::Decimal;

use crate::taxonomy::Lang;

/// The forms of one language. Dates are Gregorian and digits Latin everywhere, so that a deadline reads the same to
/// both sides.
pub struct Formats {
    decimal: Option<DecimalFormatter>,
    date: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    moment: Option<FixedCalendarDateTimeFormatter<Gregorian, YMDT>>,
}

impl Formats {
    /// The forms of a language.
    pub fn new(lang: Lang) -> Self {
        let locale: Locale = format!("{lang}-u-nu-latn").parse().unwrap_or(Locale::UNKNOWN);
        Self {
            decimal: DecimalFormatter::try_new(locale.clone().into(), Default::default()).ok(),
            date: FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YMD::medium()).ok(),
            moment: FixedCalendarDateTimeFormatter::try_new(locale.into(), YMD::medium().with_time_hm()).ok(),
        }
    }

    /// A whole number.
    pub fn integer(&self, number: i64) -> String {
        match &self.decimal {
            Some(decimal) => decimal.format(&Fixed::from(number)).to_string(),
            None => number.to_string(),
        }
    }

    /// A decimal number, without zeros at its end.
    pub fn number(&self, number: Decimal) -> String {
        let text = number.normalize().to_string();
        match (&self.decimal, text.parse::<Fixed>()) {
            (Some(decimal), Ok(fixed)) => decimal.format(&fixed).to_string(),
            _ => text,
        }
    }

    /// An amount of money with its ISO 4217 code: `USD 1,200`.
    pub fn money(&self, amount: Decimal, currency: &str) -> String {
        format!("{currency}\u{a0}{}", self.number(amount))
    }

    /// A change in percent with its sign and at most one decimal: `−62 %`.
    pub fn percent_change(&self, change: Decimal) -> String {
        let rounded = if change.abs() >= Decimal::TEN { change.round() } else { change.round_dp(1) };
        let sign = if rounded.is_sign_negative() && !rounded.is_zero() {
            "−"
        } else if rounded.is_zero() {
            "±"
        } else {
            "+"
        };
        format!("{sign}{}\u{a0}%", self.number(rounded.abs()))
    }

    /// A day.
    pub fn day(&self, day: NaiveDate) -> String {
        let written = self.date.as_ref().zip(gregorian(day)).map(|(form, day)| form.format(&day).to_string());
        written.unwrap_or_else(|| day.to_string())
    }

    /// The day of a moment, seen in a time zone.
    pub fn date(&self, at: DateTime<Utc>, zone: Tz) -> String {
        self.day(at.with_timezone(&zone).date_naive())
    }

    /// A moment, seen in a time zone, with the zone's name.
    pub fn moment(&self, at: DateTime<Utc>, zone: Tz) -> String {
        let local = at.with_timezone(&zone);
        format!("{} ({})", self.clock(local.naive_local()), zone_name(&local))
    }

    /// A day and time on the clock of some zone, with that zone's name.
    pub fn local_moment(&self, local: NaiveDateTime, zone: Tz) -> String {
        match zone.from_local_datetime(&local).earliest() {
            Some(at) => format!("{} ({})", self.clock(local), zone_name(&at)),
            None => self.clock(local),
        }
    }

    fn clock(&self, local: NaiveDateTime) -> String {
        let time = input::Time::try_new(local.hour() as u8, local.minute() as u8, 0, 0).ok();
        let written = self.moment.as_ref().zip(gregorian(local.date())).zip(time);
        written
            .map(|((form, date), time)| form.format(&input::DateTime { date, time }).to_string())
            .unwrap_or_else(|| local.format("%Y-%m-%d %H:%M").to_string())
    }
}

/// The abbreviations that mean one zone alone. Others do not: `CST` is said in China and in Chicago, `PST` in Manila and
/// in Los Angeles.
const PLAIN_ZONES: [&str; 8] = ["UTC", "ICT", "WIB", "WITA", "WIT", "HKT", "JST", "KST"];

/// The name of a zone at a moment: its abbreviation where everybody knows it, else its distance from UTC.
fn zone_name(at: &DateTime<Tz>) -> String {
    let abbreviation = at.format("%Z").to_string();
    if PLAIN_ZONES.contains(&abbreviation.as_str()) {
        return abbreviation;
    }
    let minutes = at.offset().fix().local_minus_utc() / 60;
    let sign = if minutes < 0 { '−' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

fn gregorian(day: NaiveDate) -> Option<input::Date<Gregorian>> {
    input::Date::try_new_gregorian(day.year(), day.month() as u8, day.day() as u8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_named_so_that_nobody_takes_it_for_another() {
        for (zone, name) in [
            (Tz::UTC, "UTC"),
            (chrono_tz::Asia::Manila, "UTC+8"),
            (chrono_tz::Asia::Shanghai, "UTC+8"),
            (chrono_tz::Asia::Singapore, "UTC+8"),
            (chrono_tz::Asia::Bangkok, "UTC+7"),
            (chrono_tz::Asia::Yangon, "UTC+6:30"),
            (chrono_tz::Asia::Jakarta, "WIB"),
            (chrono_tz::Asia::Makassar, "WITA"),
            (chrono_tz::Asia::Hong_Kong, "HKT"),
            (chrono_tz::Asia::Tokyo, "JST"),
            (chrono_tz::Asia::Seoul, "KST"),
            (chrono_tz::Europe::London, "UTC"),
            (chrono_tz::America::St_Johns, "UTC−3:30"),
        ] {
            let at = zone.with_ymd_and_hms(2026, 12, 1, 12, 0, 0).earliest().unwrap();
            assert_eq!(zone_name(&at), name, "{zone}");
            let written = Formats::new(Lang::En).moment(at.to_utc(), zone);
            assert!(written.starts_with("Dec 1, 2026") && written.ends_with(&format!("({name})")), "{written}");
        }
    }
}
