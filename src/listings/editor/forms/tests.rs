//! The way from a content into every form and back changes nothing.

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::Value;

use super::*;
use crate::listings::content::{Benefit, Body, Cost, Offer, Range, Texts};
use crate::listings::editor::sections::problems;
use crate::listings::evidence;
use crate::taxonomy::{Basis, Evidence, Kind};
use crate::web::form;

fn here() -> Spot {
    Spot { reader: Lang::En, lang: None }
}

/// A form as a browser sends it back.
fn posted<S: Serialize>(form: &S) -> Vec<u8> {
    let mut pairs = Vec::new();
    flatten("", &serde_json::to_value(form).unwrap(), &mut pairs);
    let mut sent = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in &pairs {
        sent.append_pair(name, &value.replace('\n', "\r\n"));
    }
    sent.finish().into_bytes()
}

fn flatten(name: &str, value: &Value, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                let inner = if name.is_empty() { field.clone() } else { format!("{name}[{field}]") };
                flatten(&inner, value, pairs);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                let inner = if item.is_object() { format!("{name}[{place}]") } else { format!("{name}[]") };
                flatten(&inner, item, pairs);
            }
        }
        Value::String(text) => pairs.push((name.to_owned(), text.clone())),
        other => panic!("{other}"),
    }
}

fn unchanged<S: SectionForm>(content: &Content, spot: Spot) {
    if !S::stands(content, spot) {
        return;
    }
    let mut form: S = form::read(&posted(&S::of(content, spot))).unwrap();
    form.tidy();
    let mut again = content.clone();
    let problems = problems(&form, &mut again, spot);
    assert!(problems.is_empty(), "{:?}: {problems:?}", S::SECTION);
    assert_eq!(&again, content, "{:?}", S::SECTION);
}

fn unchanged_everywhere(content: &Content) {
    for reader in [Lang::En, Lang::Zh] {
        let spot = Spot { reader, lang: None };
        unchanged::<TextsForm>(content, spot);
        unchanged::<ThemesForm>(content, spot);
        unchanged::<ReadinessForm>(content, spot);
        unchanged::<IpForm>(content, spot);
        unchanged::<CooperationForm>(content, spot);
        unchanged::<CountriesForm>(content, spot);
        unchanged::<CostForm>(content, spot);
        unchanged::<BenefitsForm>(content, spot);
        unchanged::<PerformanceForm>(content, spot);
        unchanged::<CertificatesForm>(content, spot);
        unchanged::<RequestForm>(content, spot);
        for lang in Lang::ALL {
            unchanged::<LanguageForm>(content, Spot { reader, lang: Some(*lang) });
        }
    }
}

/// Sample data says days relative to the day on which it is loaded; any day does here.
fn dated(value: Value) -> Value {
    match value {
        Value::String(text) if text.starts_with('@') => {
            let time = text.split_once('T').map(|(_, time)| format!("T{time}:00")).unwrap_or_default();
            Value::String(format!("2026-11-23{time}"))
        }
        Value::Array(items) => items.into_iter().map(dated).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, dated(value))).collect(),
        other => other,
    }
}

#[test]
fn every_sample_listing_survives_every_form_unchanged() {
    let mut seen = 0;
    for file in [
        include_str!("../../../cli/demo/data/listings-1.json"),
        include_str!("../../../cli/demo/data/listings-2.json"),
        include_str!("../../../cli/demo/data/listings-3.json"),
    ] {
        for listing in serde_json::from_str::<Vec<Value>>(file).unwrap() {
            let mut content: Content = serde_json::from_value(dated(listing["content"].clone())).unwrap();
            evidence::checked(&mut content);
            unchanged_everywhere(&content);
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn empty_contents_survive_every_form_unchanged() {
    unchanged_everywhere(&Content::empty(Kind::Offer, Lang::Th));
    unchanged_everywhere(&Content::empty(Kind::Request, Lang::My));
}

#[test]
fn a_row_that_is_begun_must_be_finished_and_an_empty_one_is_left_out() {
    let mut content = Content::empty(Kind::Offer, Lang::En);
    let begun = BenefitRow { indicator: "water_use".to_owned(), ..BenefitRow::default() };
    let mut form = BenefitsForm { benefits: vec![BenefitRow::default(), begun] };
    form.tidy();
    let problems = problems(&form, &mut content, here());
    for field in ["baseline", "achieved", "unit", "basis"] {
        assert!(problems.of(&format!("benefits-0-{field}")).is_some(), "{field}: {problems:?}");
    }
}

#[test]
fn the_eleven_countries_are_chosen_at_once_and_unknown_ones_refused() {
    let mut content = Content::empty(Kind::Offer, Lang::En);
    let form = CountriesForm { offered_to: vec!["all".to_owned(), "JP".to_owned()], ..CountriesForm::default() };
    assert!(problems(&form, &mut content, here()).is_empty());
    assert_eq!(content.offer().unwrap().offered_to.len(), 12);
    let form = CountriesForm { offered_to: vec!["XX".to_owned()], ..CountriesForm::default() };
    assert!(problems(&form, &mut content, here()).of("offered_to").is_some());
}

#[test]
fn limits_are_told_at_the_field_in_the_language_of_the_form() {
    let mut content = Content::empty(Kind::Offer, Lang::En);
    let long = LanguageForm { title: "x".repeat(121), ..LanguageForm::default() };
    let spot = Spot { reader: Lang::En, lang: Some(Lang::Th) };
    assert!(problems(&long, &mut content, spot).of("th-title").is_some());
    assert!(problems(&TextsForm::default(), &mut content, here()).is_empty());
}

prop_compose! {
    fn amount()(units in 0_i64..1_000_000_000, scale in 0_u32..6) -> Decimal {
        Decimal::new(units, scale).normalize()
    }
}

prop_compose! {
    fn benefits()(baseline in amount(), share in 0_i64..=100, year in proptest::option::of(1950_u16..2100)) -> Benefit {
        let baseline = baseline + Decimal::ONE;
        Benefit {
            indicator: "cod".to_owned(),
            baseline,
            achieved: (baseline * Decimal::new(share, 2)).normalize(),
            unit: "kg".to_owned(),
            basis: Basis::PerYear,
            product: String::new(),
            baseline_year: year,
            period: String::new(),
            output: None,
            evidence: Evidence::SelfDeclared,
            compared: false,
            evidence_note: String::new(),
            document: None,
            audit: None,
            option_class: None,
            option_type: None,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn figures_and_texts_of_any_kind_survive(
        rows in proptest::collection::vec(benefits(), 0..4),
        low in proptest::option::of(amount()),
        more in proptest::option::of(amount()),
        title in "[^\\p{C}\\s]{1,40}( [^\\p{C}\\s]{1,10}){0,3}",
    ) {
        let mut content = Content::empty(Kind::Offer, Lang::Vi);
        content.texts.insert(Lang::Vi, Texts { title, ..Texts::default() });
        let to = low.zip(more).map(|(low, more)| low + more);
        let cost = Cost { currency: "VND".to_owned(), capital: Range { from: low, to }, ..Cost::default() };
        content.body = Body::Offer(Box::new(Offer { benefits: rows, cost, ..Offer::default() }));
        unchanged_everywhere(&content);
    }
}
