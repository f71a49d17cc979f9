//! Sets of documents, filters, and truthful counts.

use std::collections::{BTreeMap, BTreeSet};

use super::document::Facet;
use super::query::Query;
use super::view::{Doc, Figure, View};

/// A set of documents.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// The empty set of documents numbered below `size`.
    pub(super) fn none(size: u32) -> Self {
        Self { words: vec![0; size.div_ceil(64) as usize] }
    }

    /// Puts a document in.
    pub(super) fn set(&mut self, doc: Doc) {
        self.words[doc as usize / 64] |= 1 << (doc % 64);
    }

    /// Whether the document is in.
    pub(super) fn has(&self, doc: Doc) -> bool {
        self.words[doc as usize / 64] >> (doc % 64) & 1 == 1
    }

    /// Keeps what `other` has too.
    pub(super) fn keep(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Takes in what `other` has.
    pub(super) fn add(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// Takes out what `other` has.
    pub(super) fn remove(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// How many documents are in.
    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The documents, in order.
    pub(super) fn docs(&self) -> impl Iterator<Item = Doc> + '_ {
        self.words.iter().enumerate().flat_map(|(index, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(index as u32 * 64 + bit)
            })
        })
    }
}

/// The filters of a query: for each facet that narrows, the documents that pass; and what is asked of figures.
pub(super) struct Filters {
    active: Vec<(Facet, Bits)>,
    /// The documents whose figures are as the query wants them, if it asks for that.
    figures: Option<Bits>,
    /// When the query asks something of claims: the highest step of evidence among the claims that have it, by document.
    steps: Option<Vec<u8>>,
}

impl Filters {
    pub(super) fn new(view: &View, query: &Query) -> tantivy::Result<Self> {
        let Wanted { figures, steps } = Wanted::of(view, query);
        let mut active = Vec::new();
        for (facet, codes) in chosen(query) {
            let mut bits = Bits::none(view.size);
            match (&steps, facet) {
                (Some(_), Facet::Indicator) => continue,
                (Some(steps), Facet::Evidence) => {
                    let least = codes.iter().filter_map(|code| code.parse::<u8>().ok()).min().unwrap_or_default();
                    (0..view.size).filter(|doc| steps[*doc as usize] >= least).for_each(|doc| bits.set(doc));
                }
                _ => {
                    for code in codes {
                        if let Some(set) = view.with_code(facet, &code)? {
                            bits.add(&set);
                        }
                    }
                }
            }
            active.push((facet, bits));
        }
        Ok(Self { active, figures, steps })
    }

    /// Whether nothing is narrowed.
    pub(super) fn is_empty(&self) -> bool {
        self.active.is_empty() && self.figures.is_none()
    }

    /// The documents of `matching` that pass all filters.
    pub(super) fn passing(&self, mut matching: Bits) -> Bits {
        self.active.iter().map(|(_, bits)| bits).chain(&self.figures).for_each(|bits| matching.keep(bits));
        matching
    }

    /// Where a document stands.
    pub(super) fn judge(&self, doc: Doc) -> Verdict {
        let mut verdict = Verdict::Passes;
        if self.figures.as_ref().is_some_and(|bits| !bits.has(doc)) {
            return Verdict::Fails;
        }
        for (facet, bits) in &self.active {
            if !bits.has(doc) {
                if verdict != Verdict::Passes {
                    return Verdict::Fails;
                }
                verdict = Verdict::FailsOnly(*facet);
            }
        }
        verdict
    }
}

/// What the figures of documents say to a query.
struct Wanted {
    figures: Option<Bits>,
    steps: Option<Vec<u8>>,
}

impl Wanted {
    fn of(view: &View, query: &Query) -> Self {
        let of_claims = query.asks_of_claims();
        if !of_claims && query.payback_within.is_none() {
            return Self { figures: None, steps: None };
        }
        let number = |code: &String| view.name(code).unwrap_or(u16::MAX);
        let subjects = query.filters.get(&Facet::Indicator).filter(|codes| !codes.is_empty());
        let subjects: Option<Vec<u16>> = subjects.map(|codes| codes.iter().map(number).collect());
        let scale = query.scale.as_ref().map(number);
        let least = query.least_effect.map(|least| least as f32);
        let holds = |claim: &&Figure| {
            subjects.as_ref().is_none_or(|subjects| subjects.contains(&claim.subject))
                && scale.is_none_or(|scale| claim.scale == scale)
                && least.is_none_or(|least| claim.effect >= least)
        };
        let mut figures = Bits::none(view.size);
        let mut steps = vec![0; if of_claims { view.size as usize } else { 0 }];
        for (doc, claims, payback) in view.figures() {
            let in_time = query.payback_within.is_none_or(|most| payback.is_some_and(|months| months <= most));
            let step = claims.iter().filter(holds).map(|claim| claim.evidence).max();
            if in_time && (step.is_some() || !of_claims) {
                figures.set(doc);
            }
            if let (Some(place), Some(step)) = (steps.get_mut(doc as usize), step) {
                *place = step;
            }
        }
        Self { figures: Some(figures), steps: of_claims.then_some(steps) }
    }
}

/// How a document stands to the filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Passes,
    /// It would pass if this facet did not narrow, so it counts in this facet.
    FailsOnly(Facet),
    Fails,
}

/// Counts by the numbers of facet values.
#[derive(Default)]
pub(super) struct Counts {
    counts: Vec<u32>,
    /// By step of evidence, when that is counted over the claims that the query asks for.
    steps: Option<[u32; 6]>,
}

impl Counts {
    pub(super) fn reset(&mut self, view: &View, filters: &Filters) {
        self.counts.clear();
        self.counts.resize(view.codes.len(), 0);
        self.steps = filters.steps.as_ref().map(|_| [0; 6]);
    }

    /// Counts a document, as far as its verdict lets it count.
    pub(super) fn add(&mut self, view: &View, segment: usize, doc: Doc, filters: &Filters, verdict: Verdict) {
        if let (Some(counts), Some(steps)) = (&mut self.steps, &filters.steps)
            && matches!(verdict, Verdict::Passes | Verdict::FailsOnly(Facet::Evidence))
        {
            counts[usize::from(steps[doc as usize]).min(5)] += 1;
        }
        let segment = &view.segments[segment];
        let values = segment.values_of(doc - segment.base);
        match verdict {
            Verdict::Passes => values.iter().for_each(|value| self.counts[value.number()] += 1),
            Verdict::FailsOnly(facet) => {
                values.iter().filter(|value| value.is_of(facet)).for_each(|value| self.counts[value.number()] += 1);
            }
            Verdict::Fails => {}
        }
    }

    /// Counts a set of documents without text: everything that passes, and for each facet that narrows what fails
    /// there only.
    pub(super) fn add_all(&mut self, view: &View, filters: &Filters, passing: &Bits) {
        self.add_set(view, filters, passing, Verdict::Passes);
        for (index, (facet, bits)) in filters.active.iter().enumerate() {
            if filters.active.len() == 1 && filters.figures.is_none() {
                // The others of the only facet that narrows are those of the page that narrows nothing.
                for (count, (all, code)) in self.counts.iter_mut().zip(view.all_counts.iter().zip(&view.codes)) {
                    if code.0 == *facet {
                        *count = *all;
                    }
                }
                continue;
            }
            let mut failing = view.alive.clone();
            failing.remove(bits);
            filters.figures.iter().for_each(|figures| failing.keep(figures));
            let others = filters.active.iter().enumerate().filter(|(other, _)| *other != index);
            others.for_each(|(_, (_, bits))| failing.keep(bits));
            self.add_set(view, filters, &failing, Verdict::FailsOnly(*facet));
        }
    }

    fn add_set(&mut self, view: &View, filters: &Filters, docs: &Bits, verdict: Verdict) {
        let mut segment = 0;
        for doc in docs.docs() {
            while view.segments.get(segment + 1).is_some_and(|next| next.base <= doc) {
                segment += 1;
            }
            self.add(view, segment, doc, filters, verdict);
        }
    }

    /// The counts of the page that narrows nothing.
    pub(super) fn set_to_all(&mut self, view: &View) {
        self.counts.clone_from(&view.all_counts);
    }

    /// The counts as the reader gets them.
    pub(super) fn facets(&self, view: &View, query: &Query) -> BTreeMap<Facet, Vec<(String, usize)>> {
        let mut facets: BTreeMap<Facet, Vec<(String, usize)>> =
            Facet::ALL.iter().map(|facet| (*facet, Vec::new())).collect();
        for ((facet, code), count) in view.codes.iter().zip(&self.counts).filter(|(_, count)| **count > 0) {
            facets.entry(*facet).or_default().push((code.to_string(), *count as usize));
        }
        if let Some(steps) = &self.steps {
            let counted = steps.iter().enumerate().skip(1).filter(|(_, count)| **count > 0);
            let counted = counted.map(|(step, count)| (step.to_string(), *count as usize)).collect();
            facets.insert(Facet::Evidence, counted);
        }
        for (facet, codes) in &query.filters {
            let counted = facets.entry(*facet).or_default();
            for code in codes {
                if !counted.iter().any(|(known, _)| known == code) {
                    counted.push((code.clone(), 0));
                }
            }
        }
        for (facet, counted) in &mut facets {
            if *facet == Facet::Evidence {
                *counted = at_least(counted);
            } else {
                counted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            }
        }
        facets
    }
}

/// The codes by facet that narrow; steps of evidence stand for themselves and all above.
fn chosen(query: &Query) -> BTreeMap<Facet, BTreeSet<String>> {
    let mut chosen: BTreeMap<Facet, BTreeSet<String>> = BTreeMap::new();
    for (facet, codes) in query.filters.iter().filter(|(_, codes)| !codes.is_empty()) {
        chosen.insert(*facet, codes.iter().cloned().collect());
    }
    let steps = query.filters.get(&Facet::Evidence).into_iter().flatten().filter_map(|code| code.parse().ok());
    if let Some(step) = query.evidence_at_least.or_else(|| steps.min()).filter(|step| *step > 0) {
        chosen.insert(Facet::Evidence, (step..=5).map(|step: u8| step.to_string()).collect());
    }
    chosen
}

/// Counts of single steps to counts of what reaches at least that step, the lowest step first.
fn at_least(steps: &[(String, usize)]) -> Vec<(String, usize)> {
    let reach = |step: u8| {
        steps.iter().filter(|(code, _)| code.parse().is_ok_and(|other: u8| other >= step)).map(|(_, count)| count).sum()
    };
    (1..=5).map(|step| (step.to_string(), reach(step))).filter(|(_, count): &(String, usize)| *count > 0).collect()
}
