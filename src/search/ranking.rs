//! The way of a query: read it, match, narrow and count, put in order, and fetch the page.

use super::facets::{Bits, Filters, Verdict};
use super::matching::{self, Matches, Scratch};
use super::parse::{Parsed, parse};
use super::proximity;
use super::query::{Found, MAX_PER_PAGE, Query, Sort};
use super::snippet::Highlighter;
use super::view::{Doc, View};

/// Answers a query.
pub(super) fn search(view: &View, query: &Query, scratch: &mut Scratch) -> tantivy::Result<Found> {
    let mut parsed = parse(&query.text, scratch.analyser());
    let filters = Filters::new(view, query)?;
    scratch.counts.reset(view, &filters);
    let mut ask = Ask { view, query, filters, page: Page::of(query), scratch };
    let mut found = Found::default();
    let docs;
    if parsed.words.is_empty() && parsed.phrases.is_empty() {
        (found.total, docs) = ask.without_words(&parsed)?;
    } else {
        let matches = ask.scratch.run(view, &mut parsed)?;
        found.unknown = matches.unknown.iter().map(|index| parsed.words[*index].typed.clone()).collect();
        found.suggestion = suggestion(&parsed, &matches);
        (found.total, docs) = ask.with_words(&parsed, matches.scored)?;
    }
    if query.counted {
        found.facets = scratch.counts.facets(view, query);
    }
    let mut highlighter = Highlighter::new(view, &parsed, query.lang, scratch.analyser());
    found.hits = docs.into_iter().map(|doc| highlighter.hit(doc)).collect::<tantivy::Result<_>>()?;
    Ok(found)
}

/// The numbers of all listings that a query finds, in its order. Nothing is counted and nothing is read of them, so
/// that a long list costs little.
pub(super) fn ids(view: &View, query: &Query, scratch: &mut Scratch) -> tantivy::Result<Vec<i64>> {
    let mut parsed = parse(&query.text, scratch.analyser());
    let query = Query { counted: false, ..query.clone() };
    let filters = Filters::new(view, &query)?;
    scratch.counts.reset(view, &filters);
    let page = Page { from: 0, to: usize::MAX };
    let mut ask = Ask { view, query: &query, filters, page, scratch };
    let (_, docs) = if parsed.words.is_empty() && parsed.phrases.is_empty() {
        ask.without_words(&parsed)?
    } else {
        let matches = ask.scratch.run(view, &mut parsed)?;
        ask.with_words(&parsed, matches.scored)?
    };
    Ok(docs.into_iter().map(|doc| view.id(doc)).collect())
}

/// Which hits the page shows.
struct Page {
    from: usize,
    to: usize,
}

impl Page {
    fn of(query: &Query) -> Self {
        let per_page = query.per_page.clamp(1, MAX_PER_PAGE);
        let from = query.page.max(1).saturating_sub(1).saturating_mul(per_page);
        Self { from, to: from.saturating_add(per_page) }
    }

    fn cut<T: Copy>(&self, list: &[T]) -> Vec<T> {
        list.get(self.from.min(list.len())..self.to.min(list.len())).unwrap_or_default().to_vec()
    }
}

/// A query on its way.
struct Ask<'a> {
    view: &'a View,
    query: &'a Query,
    filters: Filters,
    page: Page,
    scratch: &'a mut Scratch,
}

impl Ask<'_> {
    /// A query that names nothing to find: everything, but for filters and exclusions.
    fn without_words(&mut self, parsed: &Parsed) -> tantivy::Result<(usize, Vec<Doc>)> {
        let view = self.view;
        if !parsed.excluded.is_empty() {
            let rest = matching::without(view, &parsed.excluded)?;
            return Ok(self.in_order(rest.docs()));
        }
        if self.filters.is_empty() {
            self.scratch.counts.set_to_all(view);
            return Ok((view.total, in_order(view, self.query, &self.page, |_| true)));
        }
        let passing = self.filters.passing(view.alive.clone());
        if self.query.counted {
            self.scratch.counts.add_all(view, &self.filters, &passing);
        }
        Ok((passing.count(), in_order(view, self.query, &self.page, |doc| passing.has(doc))))
    }

    fn with_words(&mut self, parsed: &Parsed, mut scored: Vec<(Doc, f32)>) -> tantivy::Result<(usize, Vec<Doc>)> {
        if self.query.sort != Sort::Relevance {
            return Ok(self.in_order(scored.iter().map(|(doc, _)| *doc)));
        }
        let (view, filters, counts) = (self.view, &self.filters, &mut self.scratch.counts);
        scored.retain(|(doc, _)| {
            let verdict = filters.judge(*doc);
            counts.add(view, view.segment(*doc), *doc, filters, verdict);
            verdict == Verdict::Passes
        });
        let total = scored.len();
        Ok((total, best(view, parsed, scored, &self.page)?))
    }

    /// Counts documents in their facets, and gives the page of those that pass in the order that is asked for.
    fn in_order(&mut self, docs: impl Iterator<Item = Doc>) -> (usize, Vec<Doc>) {
        let mut passing = Bits::none(self.view.size);
        for doc in docs {
            let verdict = self.filters.judge(doc);
            self.scratch.counts.add(self.view, self.view.segment(doc), doc, &self.filters, verdict);
            if verdict == Verdict::Passes {
                passing.set(doc);
            }
        }
        (passing.count(), in_order(self.view, self.query, &self.page, |doc| passing.has(doc)))
    }
}

/// The page of the best documents; of equally good ones the newer comes first.
fn best(view: &View, parsed: &Parsed, mut scored: Vec<(Doc, f32)>, page: &Page) -> tantivy::Result<Vec<Doc>> {
    let order = |a: &(Doc, f32), b: &(Doc, f32)| {
        b.1.total_cmp(&a.1).then_with(|| view.rank[a.0 as usize].cmp(&view.rank[b.0 as usize]))
    };
    // The same documents are looked at more closely on every page, so that pages fit together.
    let near = proximity::LOOKED_AT.min(scored.len());
    if near < scored.len() {
        scored.select_nth_unstable_by(near, order);
    }
    proximity::reward(view, &parsed.words, &mut scored[..near])?;
    scored[..near].sort_unstable_by(order);
    if page.to > near && near < scored.len() {
        let rest = &mut scored[near..];
        let wanted = (page.to - near).min(rest.len());
        if wanted < rest.len() {
            rest.select_nth_unstable_by(wanted, order);
        }
        rest[..wanted].sort_unstable_by(order);
    }
    Ok(page.cut(&scored).into_iter().map(|(doc, _)| doc).collect())
}

/// The page of the documents that `passes` lets through, in the order that the query asks for.
fn in_order(view: &View, query: &Query, page: &Page, passes: impl Fn(Doc) -> bool) -> Vec<Doc> {
    let cut = |docs: &mut dyn Iterator<Item = Doc>| -> Vec<Doc> {
        docs.filter(|doc| passes(*doc)).skip(page.from).take(page.to - page.from).collect()
    };
    match query.sort {
        Sort::Relevance | Sort::Newest => cut(&mut view.newest.iter().copied()),
        Sort::GreatestEffect => cut(&mut view.effects().iter().copied()),
        Sort::ClosingSoon => {
            let closing = view.closing();
            let open = closing.partition_point(|doc| view.closes(*doc) < query.now);
            let (closed, open) = closing.split_at(open);
            cut(&mut open.iter().chain(closed.iter().rev()).copied())
        }
    }
}

/// The text with the words that stand nowhere replaced by similar ones.
fn suggestion(parsed: &Parsed, matches: &Matches) -> Option<String> {
    let mut text = parsed.text.clone();
    let mut similar: Vec<_> = matches.similar.iter().map(|(index, word)| (&parsed.words[*index], word)).collect();
    // From the end, so that the places of the earlier words stay true.
    similar.sort_by_key(|(word, _)| std::cmp::Reverse(word.from));
    for (word, replacement) in &similar {
        text.replace_range(word.from..word.to, replacement);
    }
    (!similar.is_empty()).then(|| text.trim().to_owned())
}
