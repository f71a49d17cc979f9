use proptest::prelude::*;

use super::*;
use crate::listings::content::{Body, Offer};
use crate::taxonomy::{Bound, Comparator, Kind, Lang};

const COD: &str = "chemical_oxygen_demand";

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn measured(bound: Option<Bound>, value: &str) -> Option<Measured> {
    Some(Measured { bound, value: (!value.is_empty()).then(|| decimal(value)) })
}

fn row(parameter: &str, effluent: Option<Measured>, unit: &str) -> Performance {
    Performance {
        parameter: parameter.to_owned(),
        influent: None,
        effluent,
        unit: unit.to_owned(),
        removal: None,
        statistic: Statistic::Average,
        scale: Some(Scale::FullScale),
        conditions: String::new(),
        evidence: Evidence::SelfDeclared,
        compared: false,
        document: None,
    }
}

fn offer(performance: Vec<Performance>) -> Content {
    let mut content = Content::empty(Kind::Offer, Lang::En);
    content.body = Body::Offer(Box::new(Offer { performance, ..Offer::default() }));
    content
}

fn requirement(parameter: &str, comparator: Comparator, value: &str, unit: &str) -> Requirement {
    let measure = Measure { parameter: parameter.to_owned(), comparator, value: decimal(value), unit: unit.to_owned() };
    Requirement { essential: true, text: String::new(), measure: Some(measure) }
}

/// What one figure says of "COD at most 50 mg/L", or of another comparator.
fn says(comparator: Comparator, bound: Option<Bound>, value: &str) -> Verdict {
    let offer = offer(vec![row(COD, measured(bound, value), "mg_L")]);
    line(&requirement(COD, comparator, "50", "mg_L"), Some(&offer)).verdict
}

#[test]
fn a_bound_decides_only_where_it_can() {
    use Bound::{About, Above, Below, NotDetected};
    use Comparator::{AtLeast, AtMost, Equal};
    use Verdict::{Gap, Match, Unknown};
    for (comparator, bound, value, verdict) in [
        (AtMost, None, "50", Match),
        (AtMost, None, "50.01", Gap),
        (AtMost, Some(Below), "50", Match),
        (AtMost, Some(Below), "100", Unknown),
        (AtMost, Some(Above), "50", Gap),
        (AtMost, Some(Above), "10", Unknown),
        (AtMost, Some(About), "40", Match),
        (AtMost, Some(About), "48", Unknown),
        (AtMost, Some(About), "60", Gap),
        (AtMost, Some(NotDetected), "5", Match),
        (AtMost, Some(NotDetected), "80", Unknown),
        (AtMost, Some(NotDetected), "", Unknown),
        (AtLeast, None, "50", Match),
        (AtLeast, None, "49.99", Gap),
        (AtLeast, Some(Below), "50", Gap),
        (AtLeast, Some(Below), "60", Unknown),
        (AtLeast, Some(Above), "50", Match),
        (AtLeast, Some(Above), "40", Unknown),
        (AtLeast, Some(NotDetected), "50", Gap),
        (Equal, None, "50.0", Match),
        (Equal, None, "51", Gap),
        (Equal, Some(Below), "50", Gap),
        (Equal, Some(Below), "60", Unknown),
        (Equal, Some(Above), "50", Gap),
        (Equal, Some(About), "50", Unknown),
        (Equal, Some(About), "80", Gap),
    ] {
        assert_eq!(says(comparator, bound, value), verdict, "{bound:?} {value} {comparator} 50");
    }
}

#[test]
fn figures_are_compared_in_the_unit_of_the_requirement_and_shown_in_their_own() {
    let offer = offer(vec![row("selenium", measured(Some(Bound::Below), "25"), "ug_L")]);
    let line = line(&requirement("selenium", Comparator::AtMost, "0.05", "mg_L"), Some(&offer));
    assert_eq!((line.verdict, line.why), (Verdict::Match, None));
    let figure = &line.figures[0];
    assert_eq!((figure.measured.value, figure.unit.as_str()), (Some(decimal("25")), "ug_L"));
    assert_eq!(figure.converted, Some(decimal("0.025")));
}

#[test]
fn a_share_of_a_substance_is_its_removal_with_the_bound_that_follows() {
    let mut it = row(COD, measured(Some(Bound::Below), "25"), "mg_L");
    it.influent = measured(None, "900");
    let removal = |limit| line(&requirement(COD, Comparator::AtLeast, limit, PERCENT), Some(&offer(vec![it.clone()])));
    let met = removal("95");
    assert_eq!((met.verdict, met.figures[0].place), (Verdict::Match, Place::Removal));
    assert_eq!(met.figures[0].measured.bound, Some(Bound::Above));
    assert_eq!(removal("99").why, Some(Why::Undecided), "more than 97.2 % may be more than 99 %");
    let ash = offer(vec![row("ash_content", measured(None, "8"), PERCENT)]);
    let ash = line(&requirement("ash_content", Comparator::AtMost, "10", PERCENT), Some(&ash));
    assert_eq!((ash.verdict, ash.figures[0].place), (Verdict::Match, Place::Outlet), "what is a share itself");
}

#[test]
fn what_cannot_be_compared_says_why() {
    let words = Requirement { essential: false, text: "Spare parts within a week".to_owned(), measure: None };
    let cod = requirement(COD, Comparator::AtMost, "50", "mg_L");
    let with = |rows| Some(offer(rows));
    for (requirement, offer, why) in [
        (&words, with(vec![]), Why::NotMeasurable),
        (&words, None, Why::NotMeasurable),
        (&cod, None, Why::NoOffer),
        (&cod, with(vec![row("selenium", measured(None, "1"), "ug_L")]), Why::NoFigure),
        (&cod, with(vec![row(COD, measured(None, "3"), "kg_d")]), Why::OtherUnit),
        (&cod, with(vec![row(COD, measured(None, "3"), "grains per gallon")]), Why::OtherUnit),
        (&cod, with(vec![row(COD, None, "mg_L")]), Why::OtherUnit),
        (&cod, with(vec![row(COD, measured(Some(Bound::Below), "60"), "mg_L")]), Why::Undecided),
    ] {
        let line = line(requirement, offer.as_ref());
        assert_eq!((line.verdict, line.why), (Verdict::Unknown, Some(why)));
        assert!(!line.is_computed());
    }
}

#[test]
fn figures_that_disagree_decide_nothing_and_both_sides_are_shown() {
    let mut rows: Vec<_> = (0..20).map(|n| row(COD, measured(None, &n.to_string()), "mg_L")).collect();
    let mut peak = row(COD, measured(None, "80"), "mg_L");
    peak.statistic = Statistic::Maximum;
    rows.push(peak);
    let line = line(&requirement(COD, Comparator::AtMost, "50", "mg_L"), Some(&offer(rows)));
    assert_eq!(line.why, Some(Why::Differ));
    assert!(line.figures.iter().any(|figure| figure.statistic == Statistic::Maximum));
    assert!(line.figures.len() <= MOST_FIGURES);
}

#[test]
fn the_figure_with_the_strongest_evidence_stands_first_and_one_that_decides_before_one_that_does_not() {
    let declared = row(COD, measured(None, "30"), "mg_L");
    let mut verified = row(COD, measured(None, "41"), "mg_L");
    verified.evidence = Evidence::ThirdPartyVerified;
    let mut bound = row(COD, measured(Some(Bound::Below), "90"), "mg_L");
    bound.evidence = Evidence::GovernmentOrMra;
    let line = line(&requirement(COD, Comparator::AtMost, "50", "mg_L"), Some(&offer(vec![bound, declared, verified])));
    let shown: Vec<_> = line.figures.iter().filter_map(|figure| figure.measured.value).collect();
    assert_eq!((line.verdict, shown), (Verdict::Match, vec![decimal("41"), decimal("30"), decimal("90")]));
}

#[test]
fn what_was_found_comes_back_from_json_as_it_was() {
    let mut checked = row(COD, measured(Some(Bound::NotDetected), "0.50"), "mg_L");
    checked.evidence = Evidence::Checked;
    let line = line(&requirement(COD, Comparator::AtMost, "50", "mg_L"), Some(&offer(vec![checked])));
    let text = serde_json::to_string(&line).unwrap();
    assert_eq!(serde_json::from_str::<Line>(&text).unwrap(), line);
}

const UNITS: [&str; 4] = ["ng_L", "ug_L", "mg_L", "g_L"];

fn flag() -> impl Strategy<Value = Option<Bound>> {
    prop_oneof![Just(None), proptest::sample::select(Bound::ALL).prop_map(Some)]
}

proptest! {
    #[test]
    fn a_verdict_does_not_depend_on_the_units_in_which_it_is_asked(
        (value, limit) in (0_i64..1_000_000, 0_i64..1_000_000),
        comparator in proptest::sample::select(Comparator::ALL),
        flag in flag(),
        (given, asked) in (proptest::sample::select(&UNITS[..]), proptest::sample::select(&UNITS[..])),
    ) {
        let in_unit = |value: i64, unit: &str| taxonomy::convert(Decimal::new(value, 3), "mg_L", unit).unwrap();
        let compared = |given: &str, asked: &str| {
            let measured = Some(Measured { bound: flag, value: Some(in_unit(value, given)) });
            let limit = in_unit(limit, asked).to_string();
            line(&requirement(COD, comparator, &limit, asked), Some(&offer(vec![row(COD, measured, given)]))).verdict
        };
        prop_assert_eq!(compared(given, asked), compared("mg_L", "mg_L"));
    }

    #[test]
    fn what_decides_is_true_of_every_value_that_the_figure_can_stand_for(
        (value, limit, real) in (0_i64..2_000, 0_i64..2_000, 0_i64..4_000),
        comparator in proptest::sample::select(Comparator::ALL),
        flag in flag(),
    ) {
        let (value, limit, real) = (Decimal::from(value), Decimal::from(limit), Decimal::from(real));
        let possible = match flag {
            None => real == value,
            Some(Bound::Below | Bound::NotDetected) => real < value,
            Some(Bound::Above) => real > value,
            Some(Bound::About) => (real - value).abs() <= value / Decimal::TEN,
        };
        prop_assume!(possible || flag.is_none());
        let real = if flag.is_none() { value } else { real };
        let holds = match comparator {
            Comparator::AtMost => real <= limit,
            Comparator::AtLeast => real >= limit,
            Comparator::Equal => real == limit,
        };
        match Span::of(flag, Some(value)).unwrap().compared(comparator, limit) {
            Verdict::Match => prop_assert!(holds),
            Verdict::Gap => prop_assert!(!holds),
            Verdict::Unknown => prop_assert!(flag.is_some(), "an exact figure always decides"),
        }
    }
}
