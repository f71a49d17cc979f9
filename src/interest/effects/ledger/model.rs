use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use crate::interest::effects::{About, Period};
use crate::listings::content::Benefit;
use crate::taxonomy::{self, Basis, convert};

/// Dimensions whose amounts of different places make one amount.
const ADDED: [&str; 4] = ["energy", "volume", "mass", "co2e"];

/// An organisation as the ledger names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// One row of a confirmed report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Key of the exchange.
    pub interest_id: i64,
    /// The period.
    pub period: Period,
    /// When it was confirmed.
    pub confirmed_at: DateTime<Utc>,
    /// What the listing was about.
    pub about: About,
    /// The listing's number for people.
    pub listing: String,
    /// Whether the page of the listing can be read.
    pub has_page: bool,
    /// Who provides the technology.
    pub provider: Organisation,
    /// Who uses it.
    pub adopter: Organisation,
    /// Country of the provider.
    pub from: String,
    /// Country in which it is used.
    pub to: String,
    /// The row; what it was before and after is not shown.
    pub figure: Benefit,
}

impl Line {
    /// What is saved or gained, below nothing where it became worse, in the canonical unit of the indicator: amount and
    /// code of the unit.
    pub fn saving(&self) -> Option<(Decimal, &'static str)> {
        let unit = taxonomy::indicators().get(&self.figure.indicator)?.column("canonical_unit");
        Some((convert(self.figure.saving()?, &self.figure.unit, unit)?, unit))
    }
}

/// What is looked for; what is empty holds for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Code of a theme of the listing.
    pub theme: String,
    /// Country of either side.
    pub country: String,
    /// Code of an indicator.
    pub indicator: String,
    /// Number of a listing.
    pub listing: String,
}

impl Filter {
    /// Reads what an address says; what no list has is left out.
    pub fn read(theme: &str, country: &str, indicator: &str, listing: &str) -> Self {
        let known = |list: &taxonomy::List, code: &str| if list.has(code) { code.to_owned() } else { String::new() };
        Self {
            theme: known(taxonomy::themes(), theme),
            country: known(taxonomy::countries(), country),
            indicator: known(taxonomy::indicators(), indicator),
            listing: if is_reference(listing) { listing.to_owned() } else { String::new() },
        }
    }

    /// Whether it holds for all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a line is looked for.
    pub fn takes(&self, line: &Line) -> bool {
        (self.theme.is_empty() || line.about.themes.contains(&self.theme))
            && (self.country.is_empty() || self.country == line.from || self.country == line.to)
            && (self.indicator.is_empty() || self.indicator == line.figure.indicator)
            && (self.listing.is_empty() || self.listing == line.listing)
    }

    /// Its part of an address.
    pub fn query(&self) -> String {
        let parts = [
            ("theme", &self.theme),
            ("country", &self.country),
            ("indicator", &self.indicator),
            ("listing", &self.listing),
        ];
        let parts = parts.into_iter().filter(|(_, code)| !code.is_empty());
        parts.map(|(name, code)| format!("{name}={code}")).collect::<Vec<_>>().join("&")
    }
}

/// Whether a text looks like the number of a listing, such as `TO-VN-2026-00042`.
fn is_reference(text: &str) -> bool {
    text.len() <= 32 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// What comes together in an indicator, a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// Code of the indicator.
    pub indicator: String,
    /// Code of its canonical unit.
    pub unit: &'static str,
    /// The sum; what became worse is taken off.
    pub saving: Decimal,
    /// Agreements behind it.
    pub agreements: usize,
}

/// Totals of what is counted per year in amounts that can be added, in the order of the list of indicators. Of an
/// agreement that was reported on twice the later report counts, or its saving would count twice.
pub fn totals(lines: &[Line]) -> Vec<Total> {
    let dimension = |line: &Line| taxonomy::indicators().get(&line.figure.indicator).map(|it| it.column("dimension"));
    let comparable = |line: &&Line| {
        line.figure.basis == Basis::PerYear && dimension(line).is_some_and(|dimension| ADDED.contains(&dimension))
    };
    let lines: Vec<&Line> = lines.iter().filter(comparable).collect();
    let mut last: BTreeMap<(i64, &str), Period> = BTreeMap::new();
    for line in &lines {
        let period = last.entry((line.interest_id, &line.figure.indicator)).or_insert(line.period);
        *period = line.period.max(*period);
    }
    let mut totals = Vec::new();
    for indicator in taxonomy::indicators().all() {
        let mut total: Option<Total> = None;
        let mut agreements = BTreeSet::new();
        for line in lines.iter().filter(|line| line.figure.indicator == indicator.code) {
            let counts = last.get(&(line.interest_id, indicator.code.as_str())) == Some(&line.period);
            let Some((saving, unit)) = line.saving().filter(|_| counts) else { continue };
            let sum = total.get_or_insert(Total {
                indicator: indicator.code.clone(),
                unit,
                saving: Decimal::ZERO,
                agreements: 0,
            });
            // What no decimal can hold stays out rather than breaking the page.
            sum.saving = sum.saving.checked_add(saving).unwrap_or(sum.saving);
            agreements.insert(line.interest_id);
            sum.agreements = agreements.len();
        }
        totals.extend(total);
    }
    totals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::{Evidence, Lang};

    fn line(interest_id: i64, period: Period, (indicator, unit): (&str, &str), saved: i64, basis: Basis) -> Line {
        let organisation = |name: &str| Organisation { slug: name.to_lowercase(), name: name.to_owned() };
        Line {
            interest_id,
            period,
            confirmed_at: "2027-07-20T00:00:00Z".parse().unwrap(),
            about: About { original: Lang::En, titles: BTreeMap::new(), themes: vec!["water".to_owned()] },
            listing: "TO-VN-2026-00001".to_owned(),
            has_page: true,
            provider: organisation("Provider"),
            adopter: organisation("Adopter"),
            from: "VN".to_owned(),
            to: "SG".to_owned(),
            figure: Benefit {
                indicator: indicator.to_owned(),
                baseline: Decimal::from(1_000),
                achieved: Decimal::from(1_000 - saved),
                unit: unit.to_owned(),
                basis,
                product: String::new(),
                baseline_year: None,
                period: String::new(),
                output: None,
                evidence: Evidence::SelfDeclared,
                compared: false,
                evidence_note: String::new(),
                document: None,
                audit: None,
                option_class: None,
                option_type: None,
            },
        }
    }

    #[test]
    fn totals_add_what_is_saved_in_a_year_in_one_unit_and_each_agreement_once() {
        use Basis::{AtSite, PerUnit, PerYear};
        let water = ("water_use", "m3");
        let lines = [
            line(1, Period::Six, water, 100, PerYear),
            line(1, Period::Twelve, water, 400, PerYear),
            line(2, Period::Six, ("water_use", "ML"), 2, PerYear),
            line(3, Period::Six, water, 900, PerUnit),
            line(3, Period::Six, water, 900, AtSite),
            line(1, Period::Six, ("electricity", "MWh"), 3, PerYear),
            line(4, Period::Six, ("noise", "dB_A"), 5, PerYear),
            line(5, Period::Six, ("electricity", "MWh"), -1, PerYear),
            line(5, Period::Six, ("ghg", "kg"), -40, PerYear),
        ];
        let found = totals(&lines);
        let shown: Vec<_> = found
            .iter()
            .map(|total| (total.indicator.as_str(), total.saving.normalize().to_string(), total.unit, total.agreements))
            .collect();
        let expected = [
            ("electricity", "2000".to_owned(), "kWh", 2),
            ("water_use", "2400".to_owned(), "m3", 2),
            ("ghg", "-40".to_owned(), "kg", 1),
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_filter_holds_for_either_country_and_leaves_out_what_no_list_has() {
        let line = line(1, Period::Six, ("water_use", "m3"), 1, Basis::PerYear);
        for (theme, country, indicator, takes) in [
            ("", "", "", true),
            ("water", "VN", "water_use", true),
            ("", "SG", "", true),
            ("", "TH", "", false),
            ("air", "", "", false),
            ("", "", "fuel", false),
            ("nonsense", "XX", "'", true),
        ] {
            assert_eq!(
                Filter::read(theme, country, indicator, "").takes(&line),
                takes,
                "{theme} {country} {indicator}"
            );
        }
        assert_eq!(Filter::read("water", "", "fuel", "a&b").query(), "theme=water&indicator=fuel");
        assert!(Filter::read("", "", "", &line.listing).takes(&line));
        assert!(!Filter::read("", "", "", "TO-TH-2026-00001").takes(&line));
    }
}
