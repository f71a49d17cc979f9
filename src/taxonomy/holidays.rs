//! Which days are worked in a country: weekends, public holidays and the days that are worked instead of them. Carried in
//! `data/holidays.csv` year by year, changed by administrators.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use chrono_tz::Tz;

use super::{Columns, Lang, lists};

/// A day that is not what its weekday says.
#[derive(Clone, Debug)]
pub struct Holiday {
    /// Its code: country and day, such as `VN-2026-09-02`.
    pub code: String,
    /// ISO 3166-1 country.
    pub country: String,
    /// The day.
    pub day: NaiveDate,
    /// Whether it is worked, although it falls on a weekend.
    pub worked: bool,
    columns: Columns,
}

impl Holiday {
    /// Reads the columns of a row; `None` if its day is none.
    pub(super) fn new(columns: Columns) -> Option<Self> {
        let part = |name: &str| columns.get(name).map_or("", String::as_str);
        let (country, day) = (part("country").to_owned(), part("date").parse().ok()?);
        Some(Self { code: code(&country, day), country, day, worked: part("day") == "working", columns })
    }

    /// All that it says.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Its name in a language; English where that language has none.
    pub fn name(&self, lang: Lang) -> &str {
        let of = |lang: Lang| self.columns.get(lang.code()).filter(|text| !text.is_empty());
        of(lang).or_else(|| of(Lang::En)).map_or("", String::as_str)
    }

    /// Whether it does not hold any more, such as one that was announced and moved.
    pub fn retired(&self) -> bool {
        self.columns.get("retired").is_some_and(|text| !text.is_empty())
    }
}

/// The code of a day in a country.
pub fn code(country: &str, day: NaiveDate) -> String {
    format!("{country}-{day}")
}

/// The days of all countries that are not what their weekday says.
#[derive(Clone, Debug, Default)]
pub struct Holidays(BTreeMap<String, Holiday>);

impl Holidays {
    /// As they were carried. Source: the `holidays` library (MIT), which follows the official announcements; rows marked
    /// as estimated are computed for years that no government has announced yet.
    pub(super) fn carried() -> Self {
        let mut reader = csv::Reader::from_reader(include_str!("data/holidays.csv").as_bytes());
        let mut holidays = Self::default();
        for columns in reader.deserialize::<Columns>().filter_map(Result::ok) {
            holidays.put(columns);
        }
        holidays
    }

    /// Puts a day in the place of what was said of it.
    pub(super) fn put(&mut self, columns: Columns) {
        if let Some(holiday) = Holiday::new(columns) {
            self.0.insert(holiday.code.clone(), holiday);
        }
    }

    /// All days, by country and date.
    pub fn all(&self) -> impl ExactSizeIterator<Item = &Holiday> {
        self.0.values()
    }

    /// What is said of a code.
    pub fn get(&self, code: &str) -> Option<&Holiday> {
        self.0.get(code)
    }

    /// Whether a day is worked in a country. Of a year that nobody has entered, weekends are known and no more.
    pub fn is_worked(&self, country: &str, day: NaiveDate) -> bool {
        match self.0.get(&code(country, day)).filter(|holiday| !holiday.retired()) {
            Some(holiday) => holiday.worked,
            None => !is_weekend(country, day.weekday()),
        }
    }

    /// The working day that comes so many after a day; the day itself does not count.
    pub fn after(&self, country: &str, day: NaiveDate, working_days: u32) -> NaiveDate {
        let mut left = working_days;
        let mut day = day;
        while left > 0
            && let Some(next) = day.checked_add_days(Days::new(1))
        {
            day = next;
            left -= u32::from(self.is_worked(country, day));
        }
        day
    }

    /// How many working days after the first the second day is; 0 for the same day.
    pub fn between(&self, country: &str, from: NaiveDate, to: NaiveDate) -> u32 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        days.map(|day| u32::from(self.is_worked(country, day))).sum()
    }
}

/// Whether a weekday is none for work in a country. Source: Unicode CLDR, week data; for Brunei its government's own
/// week, which rests on Friday and Sunday.
fn is_weekend(country: &str, weekday: Weekday) -> bool {
    let weekend = lists::countries().get(country).map_or("", |entry| entry.column("weekend"));
    let weekend = if weekend.is_empty() { "sat|sun" } else { weekend };
    weekend.split('|').any(|name| name.parse() == Ok(weekday))
}

/// The zone of a country's capital; UTC for a country that is not known.
pub fn zone(country: &str) -> Tz {
    lists::countries().get(country).and_then(|entry| entry.column("time_zone").parse().ok()).unwrap_or(Tz::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_member_country_has_its_holidays_in_every_year_with_names_and_source() {
        let carried = Holidays::carried();
        for country in lists::member_countries() {
            for year in 2025..=2028 {
                let of_year = carried.all().filter(|one| one.country == country.code && one.day.year() == year);
                let count = of_year.filter(|one| !one.worked).count();
                assert!((8..=45).contains(&count), "{} {year}: {count}", country.code);
            }
        }
        for one in carried.all() {
            assert!(!one.name(Lang::En).is_empty() && !one.name(Lang::Zh).is_empty(), "{}", one.code);
            assert!(!one.columns()["source"].is_empty(), "{}", one.code);
            assert_eq!(one.worked, one.columns()["day"] == "working");
        }
    }

    #[test]
    fn weekends_are_those_of_the_country() {
        let none = Holidays::default();
        let (friday, saturday, sunday) = (day("2026-11-27"), day("2026-11-28"), day("2026-11-29"));
        assert_eq!([friday, saturday, sunday].map(|day| none.is_worked("VN", day)), [true, false, false]);
        assert_eq!([friday, saturday, sunday].map(|day| none.is_worked("BN", day)), [false, true, false]);
        assert_eq!([friday, saturday, sunday].map(|day| none.is_worked("XX", day)), [true, false, false]);
    }

    #[test]
    fn holidays_are_not_worked_and_days_worked_instead_are() {
        let carried = Holidays::carried();
        // China's National Day 2026, and a Sunday in exchange for its week.
        assert!(!carried.is_worked("CN", day("2026-10-01")));
        assert!(carried.is_worked("CN", day("2026-09-20")));
        assert!(carried.is_worked("VN", day("2026-10-01")));
        // A Thursday before the week of the holiday: the next working days are the Friday and those after it.
        assert_eq!(carried.after("CN", day("2026-09-29"), 2), day("2026-10-08"));
        assert_eq!(carried.after("SG", day("2026-09-29"), 2), day("2026-10-01"));
    }

    #[test]
    fn a_day_that_administrators_retire_is_worked_again() {
        let mut holidays = Holidays::carried();
        let mut columns = holidays.get("VN-2026-09-02").unwrap().columns().clone();
        assert!(!holidays.is_worked("VN", day("2026-09-02")));
        columns.insert("retired".to_owned(), "yes".to_owned());
        holidays.put(columns);
        assert!(holidays.is_worked("VN", day("2026-09-02")));
    }

    proptest::proptest! {
        #[test]
        fn counting_forth_and_back_agrees(start in 0_u64..1_200, days in 1_u32..40, country in 0_usize..11) {
            let holidays = Holidays::carried();
            let country = &lists::member_countries().nth(country).unwrap().code;
            let from = day("2025-01-01") + Days::new(start);
            let to = holidays.after(country, from, days);
            proptest::prop_assert_eq!(holidays.between(country, from, to), days);
            proptest::prop_assert!(holidays.is_worked(country, to) && to > from);
        }
    }
}
