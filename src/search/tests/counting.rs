use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::search::Facet;

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
