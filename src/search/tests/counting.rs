use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::search::{Claim, Facet};

fn offer(id: i64, theme: &str, country: &str, evidence: u8) -> Document {
    let themes = theme.split(' ').map(str::to_owned).collect();
    Document { themes, country: country.into(), evidence, ..titled(id, Lang::En, "Filter") }
}

fn narrowed(index: &Index, text: &str, filters: &[(Facet, &[&str])]) -> Found {
    let filters = filters
        .iter()
        .map(|(facet, codes)| (*facet, codes.iter().map(|code| (*code).to_owned()).collect()))
        .collect::<BTreeMap<_, Vec<_>>>();
    let query = Query { text: text.into(), filters, ..Query::everything(Lang::En, 0) };
    index.search(&query).expect("an answer")
}

fn counts(found: &Found, facet: Facet) -> Vec<(&str, usize)> {
    found.facets[&facet].iter().map(|(code, count)| (code.as_str(), *count)).collect()
}

#[test]
fn codes_of_one_facet_widen_and_facets_narrow_each_other() {
    let index = index_of(vec![
        offer(1, "water", "VN", 0),
        offer(2, "water air", "TH", 0),
        offer(3, "air", "VN", 0),
        offer(4, "waste", "CN", 0),
    ]);
    for text in ["", "filter"] {
        let found = narrowed(&index, text, &[(Facet::Theme, &["water", "waste"])]);
        assert_eq!(found.total, 3);
        assert_eq!(counts(&found, Facet::Theme), [("air", 2), ("water", 2), ("waste", 1)], "as if none were chosen");
        assert_eq!(counts(&found, Facet::Country), [("CN", 1), ("TH", 1), ("VN", 1)]);
        let found = narrowed(&index, text, &[(Facet::Theme, &["water"]), (Facet::Country, &["VN", "XX"])]);
        assert_eq!(found.total, 1);
        assert_eq!(counts(&found, Facet::Theme), [("air", 1), ("water", 1)]);
        assert_eq!(counts(&found, Facet::Country), [("TH", 1), ("VN", 1), ("XX", 0)], "what is chosen is shown");
    }
}

#[test]
fn evidence_counts_what_reaches_at_least_the_step() {
    let index = index_of((0..=5).map(|step| offer(i64::from(step) + 1, "water", "VN", step)).collect());
    let query = Query { evidence_at_least: Some(4), ..Query::everything(Lang::En, 0) };
    let found = index.search(&query).expect("an answer");
    assert_eq!(found.total, 2);
    assert_eq!(counts(&found, Facet::Evidence), [("1", 5), ("2", 4), ("3", 3), ("4", 2), ("5", 1)]);
    assert_eq!(narrowed(&index, "", &[(Facet::Evidence, &["3"])]).total, 3);
}

fn claiming(id: i64, claims: &[(&str, Option<f64>, u8, &str)]) -> Document {
    let claim = |(subject, effect, evidence, scale): &(&str, Option<f64>, u8, &str)| Claim {
        subject: (*subject).to_owned(),
        effect: *effect,
        evidence: *evidence,
        scale: (*scale).to_owned(),
    };
    let highest = claims.iter().map(|claim| claim.2).max().unwrap_or_default();
    Document { claims: claims.iter().map(claim).collect(), ..offer(id, "water", "VN", highest) }
}

#[test]
fn one_and_the_same_claim_must_have_all_that_is_asked_of_claims() {
    let index = index_of(vec![
        claiming(1, &[("cod", Some(97.0), 3, "full_scale")]),
        claiming(2, &[("cod", Some(97.0), 1, "full_scale"), ("colour", Some(99.0), 3, "full_scale")]),
        claiming(3, &[("cod", Some(97.0), 3, "pilot"), ("cod", Some(50.0), 5, "full_scale")]),
        claiming(4, &[("cod", Some(94.99), 4, "full_scale"), ("cod", None, 5, "full_scale")]),
        Document { claims: Vec::new(), ..offer(5, "water", "TH", 5) },
    ]);
    for text in ["", "filter"] {
        let ask = |evidence_at_least: Option<u8>| {
            let query = Query {
                text: text.into(),
                filters: BTreeMap::from([(Facet::Indicator, vec!["cod".to_owned()])]),
                least_effect: Some(95.0),
                scale: Some("full_scale".to_owned()),
                evidence_at_least,
                ..Query::everything(Lang::En, 0)
            };
            index.search(&query).expect("an answer")
        };
        let found = ask(Some(3));
        assert_eq!(found.hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [1]);
        assert_eq!(
            counts(&found, Facet::Evidence),
            [("1", 2), ("2", 1), ("3", 1)],
            "steps of the claim that is asked for"
        );
        assert_eq!(counts(&found, Facet::Country), [("VN", 1)]);
        assert_eq!(ask(None).total, 2);
    }
    let checked = Query {
        filters: BTreeMap::from([(Facet::Indicator, vec!["colour".to_owned()])]),
        evidence_at_least: Some(3),
        ..Query::everything(Lang::En, 0)
    };
    assert_eq!(index.search(&checked).expect("an answer").total, 1);
    let unknown = Query { scale: Some("lab".to_owned()), ..Query::everything(Lang::En, 0) };
    assert_eq!(index.search(&unknown).expect("an answer").total, 0);
}

#[test]
fn a_payback_is_asked_for_in_months_and_a_listing_without_one_is_left_out() {
    let paying = |id, payback| Document { payback, ..offer(id, "water", "VN", 1) };
    let index = index_of(vec![paying(1, Some(12)), paying(2, Some(24)), paying(3, Some(25)), paying(4, None)]);
    for text in ["", "filter"] {
        let query = Query { text: text.into(), payback_within: Some(24), ..Query::everything(Lang::En, 0) };
        let found = index.search(&query).expect("an answer");
        assert_eq!((found.total, counts(&found, Facet::Theme)), (2, vec![("water", 2)]));
        assert_eq!(counts(&found, Facet::Evidence), [("1", 2)]);
    }
}

#[derive(Clone, Debug)]
struct Sample {
    themes: Vec<u8>,
    country: u8,
    stage: u8,
    water: bool,
}

fn sample() -> impl Strategy<Value = Sample> {
    (proptest::collection::vec(0..4_u8, 0..3), 0..3_u8, 0..3_u8, any::<bool>())
        .prop_map(|(themes, country, stage, water)| Sample { themes, country, stage, water })
}

impl Sample {
    fn has(&self, facet: Facet, code: u8) -> bool {
        match facet {
            Facet::Theme => self.themes.contains(&code),
            Facet::Country => self.country == code,
            _ => self.stage == code,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn totals_and_counts_are_those_of_counting_by_hand(
        samples in proptest::collection::vec(sample(), 0..40),
        removed in proptest::collection::vec(0..40_i64, 0..5),
        chosen in proptest::collection::vec(proptest::collection::vec(0..4_u8, 0..3), 3),
        with_text: bool,
    ) {
        let index = Index::in_memory().expect("an index");
        let facets = [Facet::Theme, Facet::Country, Facet::Stage];
        for (half, samples) in samples.chunks(20).enumerate() {
            put(&index, samples.iter().enumerate().map(|(at, sample)| Document {
                themes: sample.themes.iter().map(u8::to_string).collect(),
                country: sample.country.to_string(),
                stage: sample.stage.to_string(),
                ..titled((half * 20 + at) as i64, Lang::En, if sample.water { "water filter" } else { "dust filter" })
            }).collect());
        }
        index.apply(removed.iter().map(|id| Change::Remove { id: *id, change: 99 }).collect()).expect("removed");
        let left: Vec<&Sample> = samples.iter().enumerate()
            .filter(|(id, sample)| !removed.contains(&(*id as i64)) && (sample.water || !with_text))
            .map(|(_, sample)| sample)
            .collect();
        let passes = |sample: &Sample, but: Option<Facet>| facets.iter().zip(&chosen).all(|(facet, codes)| {
            but == Some(*facet) || codes.is_empty() || codes.iter().any(|code| sample.has(*facet, *code))
        });
        let filters = facets.iter().zip(&chosen)
            .map(|(facet, codes)| (*facet, codes.iter().map(u8::to_string).collect()))
            .collect();
        let text = if with_text { "water" } else { "" };
        let query = Query { text: text.into(), filters, per_page: 100, ..Query::everything(Lang::En, 0) };
        let found = index.search(&query).expect("an answer");
        let total = left.iter().filter(|sample| passes(sample, None)).count();
        prop_assert_eq!(found.total, total);
        prop_assert_eq!(found.hits.len(), total);
        for facet in facets {
            for code in 0..4 {
                let by_hand = left.iter().filter(|sample| passes(sample, Some(facet)) && sample.has(facet, code)).count();
                let counted = found.facets[&facet].iter().find(|(known, _)| *known == code.to_string());
                prop_assert_eq!(counted.map_or(0, |(_, count)| *count), by_hand, "{} {}", facet, code);
            }
        }
    }
}
