//! The code lists: every file can be read whole, names are complete in the offered languages, references resolve, and
//! closed lists agree with their enums.

use std::collections::HashSet;

use greenbridge::i18n::OFFERED;
use greenbridge::taxonomy::{self, List, Registers};

fn data() -> std::path::PathBuf {
    concat!(env!("CARGO_MANIFEST_DIR"), "/src/taxonomy/data").into()
}

#[test]
fn every_file_can_be_read_and_is_a_list() {
    let mut files = Vec::new();
    for file in std::fs::read_dir(data()).unwrap() {
        let path = file.unwrap().path();
        let mut reader = csv::Reader::from_path(&path).unwrap();
        let columns = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
        assert!(!rows.is_empty(), "{}", path.display());
        for row in &rows {
            assert!(row.iter().all(|cell| cell.trim() == cell), "blanks at an end in {}: {row:?}", path.display());
        }
        if columns.iter().next() == Some("code") {
            files.push((path.file_stem().unwrap().to_str().unwrap().to_owned(), rows.len()));
        }
    }
    files.sort();
    let mut lists: Vec<_> =
        taxonomy::every().into_iter().map(|(name, list)| (name.to_owned(), list.all().len())).collect();
    lists.sort();
    assert_eq!(files, lists);
}

#[test]
fn every_entry_has_a_code_of_its_own_and_a_name_in_each_offered_language() {
    for (name, list) in taxonomy::every() {
        let codes: HashSet<&str> = list.all().iter().map(|entry| entry.code.as_str()).collect();
        assert_eq!(codes.len(), list.all().len(), "a code stands twice in {name}");
        for entry in list.all() {
            assert!(!entry.code.is_empty(), "{name}");
            for lang in OFFERED {
                assert!(!entry.column(lang.code()).is_empty(), "{name} {} has no name in {lang}", entry.code);
            }
        }
    }
}

#[track_caller]
fn refers(from: &str, list: &List, column: &str, to: &List) {
    for entry in list.all() {
        for code in entry.column(column).split('|').filter(|code| !code.is_empty()) {
            assert!(to.has(code), "{from} {}: {column} {code} is unknown", entry.code);
        }
    }
}

#[test]
fn references_from_list_to_list_resolve() {
    refers("keywords", Registers::carried().keywords(), "theme", taxonomy::themes());
    refers("readiness", taxonomy::readiness(), "stage", taxonomy::stages());
    refers("countries", taxonomy::countries(), "currency", taxonomy::currencies());
    let registers = Registers::carried();
    for scheme in registers.schemes().all() {
        // Schemes of the European Union and international ones belong to no country of the list.
        let country = scheme.column("country");
        assert!(["EU", "INT"].contains(&country) || taxonomy::countries().has(country), "{} {country}", scheme.code);
    }
    for parameter in taxonomy::parameters().all() {
        // Parameters name their usual unit by its symbol, as reports write it.
        let unit = parameter.column("unit");
        assert!(unit.is_empty() || taxonomy::units().find_by("symbol", unit).is_some(), "{} {unit}", parameter.code);
    }
    refers("treatments", taxonomy::treatments(), "keywords", Registers::carried().keywords());
    refers("iwtt_industries", taxonomy::iwtt_industries(), "isic", taxonomy::industries());
    refers("indicators", taxonomy::indicators(), "canonical_unit", taxonomy::units());
    for indicator in taxonomy::indicators().all() {
        let unit = taxonomy::units().get(indicator.column("canonical_unit")).unwrap();
        assert_eq!(unit.column("dimension"), indicator.column("dimension"), "{}", indicator.code);
    }
    for country in taxonomy::countries().all() {
        let zone = country.column("time_zone");
        assert!(zone.is_empty() || zone.parse::<chrono_tz::Tz>().is_ok(), "{} {zone}", country.code);
    }
    for unit in taxonomy::units().all() {
        let factor = unit.column("factor");
        assert!(factor.is_empty() || factor.parse::<rust_decimal::Decimal>().is_ok(), "{} {factor}", unit.code);
    }
    let mut recognitions = csv::Reader::from_path(data().join("recognitions.csv")).unwrap();
    for row in recognitions.records() {
        let row = row.unwrap();
        assert!(Registers::carried().schemes().has(&row[0]) && Registers::carried().schemes().has(&row[1]), "{row:?}");
    }
}

#[test]
fn closed_lists_hold_exactly_their_codes() {
    macro_rules! same {
        ($($code:ident = $list:ident),+ $(,)?) => {$({
            let codes: HashSet<String> = taxonomy::$code::ALL.iter().map(ToString::to_string).collect();
            let listed: HashSet<String> = taxonomy::$list().all().iter().map(|entry| entry.code.clone()).collect();
            assert_eq!(codes, listed, stringify!($list));
        })+};
    }
    same! {
        Lang = languages, Sector = sectors, Size = sizes, Stage = stages, Ip = ip, Cooperation = cooperation,
        Evidence = evidence, Basis = bases, Statistic = statistics, Audit = audits, OptionClass = option_classes,
        OptionType = option_types, Scale = scales,
    }
}

#[test]
fn the_region_has_eleven_countries() {
    let mut codes: Vec<&str> = taxonomy::member_countries().map(|country| country.code.as_str()).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["BN", "CN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "VN"]);
    assert_eq!(taxonomy::themes().all().len(), 12);
}

#[test]
fn public_code_lists_are_carried_whole() {
    let count = |name: &str| taxonomy::every().into_iter().find(|(list, _)| *list == name).unwrap().1.all().len();
    for (name, whole) in [("readiness", 9), ("sdgs", 17), ("industries", 88), ("cpc", 9), ("ip", 4), ("stages", 5)] {
        assert_eq!(count(name), whole, "{name}");
    }
    assert!(count("countries") >= 249 && count("currencies") >= 150);
    let classes: Vec<&str> = taxonomy::cpc().all().iter().map(|class| class.code.as_str()).collect();
    assert_eq!(classes, ["Y02A", "Y02B", "Y02C", "Y02D", "Y02E", "Y02P", "Y02T", "Y02W", "Y04S"]);
}

#[test]
fn a_unit_has_the_code_of_recommendation_20_or_of_no_other_unit() {
    let mut seen = HashSet::new();
    for unit in taxonomy::units().all() {
        let code = unit.column("rec20");
        let formed =
            (2..=3).contains(&code.len()) && code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        assert!(code.is_empty() || (formed && seen.insert(code)), "{} {code}", unit.code);
    }
    assert_eq!((seen.contains("KWH"), seen.contains("MTQ"), seen.contains("CEL")), (true, true, true));
}
