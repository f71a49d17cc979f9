//! One state of the index, ready to be asked: the readers of its segments and, in memory, what every query needs of
//! every document (facet values, dates, lengths), numbered through all segments.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock, RwLockReadGuard};

use ahash::RandomState;
use tantivy::index::SegmentId;
use tantivy::postings::{SegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{InvertedIndexReader, Searcher, SegmentReader};

use super::document::Facet;
use super::facets::Bits;
use super::names::{Names, Naming};
use super::schema::{Fields, NEVER, NO_EFFECT, Part, columns, facet_term, parse_claim_term, parse_facet_term, unpack};

/// A document's number in a view: the base of its segment and its number there.
pub(super) type Doc = u32;

/// Every facet value that was ever seen, by its number.
pub(super) type Codes = Vec<(Facet, Arc<str>)>;

/// What is kept in memory of the documents of a segment; a segment never changes, so views share it.
#[derive(Debug)]
struct Columns {
    ids: Vec<i64>,
    published: Vec<i64>,
    closes: Vec<i64>,
    effect: Vec<f64>,
    lengths: Vec<[u32; 3]>,
    paybacks: Vec<u32>,
    /// Where the claims of a document begin in `claims`; one longer than there are documents.
    claim_starts: Vec<u32>,
    claims: Vec<Figure>,
    /// Where the values of a document begin in `values`; one longer than there are documents.
    starts: Vec<u32>,
    values: Vec<FacetValue>,
    /// Where the documents of each naming are; by [`Part::LISTS`].
    namings: [HashMap<Naming, TermInfo, RandomState>; 2],
}

/// The number of a facet value, and in its upper eighth the facet, so that counting need not look it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FacetValue(u32);

impl FacetValue {
    fn new(number: u32, facet: Facet) -> Self {
        Self((facet as u32) << 24 | number & 0xFF_FFFF)
    }

    /// Place of the value in [`View::codes`].
    pub(super) fn number(self) -> usize {
        (self.0 & 0xFF_FFFF) as usize
    }

    /// Whether it is a value of this facet.
    pub(super) fn is_of(self, facet: Facet) -> bool {
        self.0 >> 24 == facet as u32
    }
}

/// A claim with its codes as numbers, see [`Views::name`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    pub subject: u16,
    pub scale: u16,
    pub evidence: u8,
    /// Per cent; not a number when none is known.
    pub effect: f32,
}

/// No payback is known.
const NO_PAYBACK: u32 = u32::MAX;

/// One segment of a view.
pub(super) struct Segment {
    /// Number of its first document.
    pub base: Doc,
    pub reader: SegmentReader,
    /// By [`Part`]; of lists of names use [`Segment::named`].
    pub parts: [Arc<InvertedIndexReader>; 5],
    pub identifiers: Arc<InvertedIndexReader>,
    pub facets: Arc<InvertedIndexReader>,
    columns: Arc<Columns>,
}

/// One state of the index.
pub(super) struct View {
    pub fields: Fields,
    pub searcher: Searcher,
    pub segments: Vec<Segment>,
    pub codes: Codes,
    /// Numbers of the codes in claims.
    claim_codes: Arc<HashMap<String, u16>>,
    names: Arc<RwLock<Names>>,
    /// How many numbers documents may have.
    pub size: u32,
    /// Documents that were not removed.
    pub alive: Bits,
    pub total: usize,
    /// Mean lengths in words of title, summary and body.
    pub mean_lengths: [f32; 3],
    /// Documents, newest first.
    pub newest: Vec<Doc>,
    /// Place of each document in `newest`.
    pub rank: Vec<u32>,
    /// How many documents have each facet value, for the page that narrows nothing: counted once a view.
    pub all_counts: Vec<u32>,
    closing: OnceLock<Vec<Doc>>,
    effects: OnceLock<Vec<Doc>>,
    /// Documents of the facet values that were asked for in this view.
    sets: Mutex<HashMap<String, Arc<Bits>>>,
}

/// Makes views, and remembers what they share.
#[derive(Default)]
pub(super) struct Views {
    codes: Codes,
    numbers: HashMap<String, FacetValue>,
    claim_codes: Arc<HashMap<String, u16>>,
    /// Only ever added to, so all views share them.
    names: Arc<RwLock<Names>>,
    known: HashMap<SegmentId, Arc<Columns>>,
}

impl Views {
    /// The view of what `searcher` sees.
    pub(super) fn view(&mut self, searcher: Searcher, fields: Fields) -> tantivy::Result<View> {
        let mut segments = Vec::new();
        let mut size = 0;
        let mut known = HashMap::new();
        for reader in searcher.segment_readers() {
            let columns = match self.known.get(&reader.segment_id()) {
                Some(columns) => Arc::clone(columns),
                None => Arc::new(self.columns(reader, fields)?),
            };
            known.insert(reader.segment_id(), Arc::clone(&columns));
            let [title, terms, summary, body, related] = fields.parts;
            segments.push(Segment {
                base: size,
                parts: [
                    reader.inverted_index(title)?,
                    reader.inverted_index(terms)?,
                    reader.inverted_index(summary)?,
                    reader.inverted_index(body)?,
                    reader.inverted_index(related)?,
                ],
                identifiers: reader.inverted_index(fields.identifiers)?,
                facets: reader.inverted_index(fields.facets)?,
                reader: reader.clone(),
                columns,
            });
            size += reader.max_doc();
        }
        self.known = known;
        let mut view = View {
            fields,
            searcher,
            segments,
            codes: self.codes.clone(),
            claim_codes: Arc::clone(&self.claim_codes),
            names: Arc::clone(&self.names),
            size,
            alive: Bits::none(size),
            total: 0,
            mean_lengths: [1.0; 3],
            newest: Vec::new(),
            rank: vec![u32::MAX; size as usize],
            all_counts: vec![0; self.codes.len()],
            closing: OnceLock::new(),
            effects: OnceLock::new(),
            sets: Mutex::default(),
        };
        view.fill();
        Ok(view)
    }

    fn columns(&mut self, reader: &SegmentReader, fields: Fields) -> tantivy::Result<Columns> {
        let fast = reader.fast_fields();
        let docs = 0..reader.max_doc();
        let (ids, published) = (fast.i64(columns::ID)?, fast.i64(columns::PUBLISHED)?);
        let (closes, effect) = (fast.i64(columns::CLOSES)?, fast.f64(columns::EFFECT)?);
        let lengths = fast.u64(columns::LENGTHS)?;
        let mut starts = vec![0];
        let mut values = Vec::new();
        if let Some(facets) = fast.str(columns::FACETS)? {
            let mut numbers = Vec::with_capacity(facets.num_terms());
            let mut term = String::new();
            for ord in 0..facets.num_terms() as u64 {
                facets.ord_to_str(ord, &mut term)?;
                numbers.push(self.number(&term));
            }
            for doc in docs.clone() {
                values.extend(facets.term_ords(doc).filter_map(|ord| numbers.get(ord as usize).copied()));
                starts.push(values.len() as u32);
            }
        } else {
            starts.resize(docs.len() + 1, 0);
        }
        let (claim_starts, claims) = self.claims(reader)?;
        let paybacks = fast.u64(columns::PAYBACK)?;
        let payback =
            |doc| paybacks.first(doc).map_or(NO_PAYBACK, |months| u32::try_from(months).unwrap_or(NO_PAYBACK));
        Ok(Columns {
            claim_starts,
            claims,
            paybacks: docs.clone().map(payback).collect(),
            ids: docs.clone().map(|doc| ids.first(doc).unwrap_or_default()).collect(),
            published: docs.clone().map(|doc| published.first(doc).unwrap_or_default()).collect(),
            closes: docs.clone().map(|doc| closes.first(doc).unwrap_or(NEVER)).collect(),
            effect: docs.clone().map(|doc| effect.first(doc).unwrap_or(NO_EFFECT)).collect(),
            lengths: docs.map(|doc| unpack(lengths.first(doc).unwrap_or_default())).collect(),
            starts,
            values,
            namings: [
                self.namings(&*reader.inverted_index(fields.parts[Part::Terms as usize])?)?,
                self.namings(&*reader.inverted_index(fields.parts[Part::Related as usize])?)?,
            ],
        })
    }

    /// The namings of a list of names of a segment.
    fn namings(&mut self, list: &InvertedIndexReader) -> tantivy::Result<HashMap<Naming, TermInfo, RandomState>> {
        let mut names = self.names.write().unwrap_or_else(PoisonError::into_inner);
        let mut namings = HashMap::default();
        let mut terms = list.terms().stream()?;
        while terms.advance() {
            if let Ok(naming) = std::str::from_utf8(terms.key()) {
                namings.insert(names.number(naming), terms.value().clone());
            }
        }
        Ok(namings)
    }

    /// The claims of all documents of a segment, and where those of each begin.
    fn claims(&mut self, reader: &SegmentReader) -> tantivy::Result<(Vec<u32>, Vec<Figure>)> {
        let (mut starts, mut claims) = (vec![0], Vec::new());
        let Some(column) = reader.fast_fields().str(columns::CLAIMS)? else {
            starts.resize(reader.max_doc() as usize + 1, 0);
            return Ok((starts, claims));
        };
        let mut figures = Vec::with_capacity(column.num_terms());
        // Terms one after the other: to look one up by its number costs reading half a block of others.
        let mut terms = column.dictionary().stream()?;
        while terms.advance() {
            let claim = std::str::from_utf8(terms.key()).ok().and_then(parse_claim_term);
            figures.push(claim.map(|claim| Figure {
                subject: self.name(&claim.subject),
                scale: self.name(&claim.scale),
                evidence: claim.evidence,
                effect: claim.effect.map_or(f32::NAN, |effect| effect as f32),
            }));
        }
        for doc in 0..reader.max_doc() {
            claims.extend(column.term_ords(doc).filter_map(|ord| *figures.get(ord as usize)?));
            starts.push(claims.len() as u32);
        }
        Ok((starts, claims))
    }

    /// The number of a code in claims.
    fn name(&mut self, code: &str) -> u16 {
        let next = u16::try_from(self.claim_codes.len()).unwrap_or(u16::MAX);
        *Arc::make_mut(&mut self.claim_codes).entry(code.to_owned()).or_insert(next)
    }

    /// The number of a facet value; a term that is none of ours gets the number of an empty kind.
    fn number(&mut self, term: &str) -> FacetValue {
        if let Some(number) = self.numbers.get(term) {
            return *number;
        }
        let (facet, code) = parse_facet_term(term).unwrap_or((Facet::Kind, ""));
        let number = FacetValue::new(self.codes.len() as u32, facet);
        self.codes.push((facet, Arc::from(code)));
        self.numbers.insert(term.to_owned(), number);
        number
    }
}

impl View {
    /// Works out what every query needs, once for all of them.
    fn fill(&mut self) {
        let mut sums = [0_u64; 3];
        let mut newest: Vec<(i64, i64, Doc)> = Vec::with_capacity(self.size as usize);
        for segment in &self.segments {
            for local in segment.reader.doc_ids_alive() {
                let doc = segment.base + local;
                let columns = &segment.columns;
                self.alive.set(doc);
                newest.push((columns.published[local as usize], columns.ids[local as usize], doc));
                for (sum, length) in sums.iter_mut().zip(columns.lengths[local as usize]) {
                    *sum += u64::from(length);
                }
                for value in columns.values_of(local) {
                    self.all_counts[value.number()] += 1;
                }
            }
        }
        newest.sort_unstable_by(|a, b| b.cmp(a));
        self.total = newest.len();
        self.newest = newest.into_iter().map(|(_, _, doc)| doc).collect();
        for (rank, doc) in self.newest.iter().enumerate() {
            self.rank[*doc as usize] = rank as u32;
        }
        self.mean_lengths = sums.map(|sum| (sum as f32 / self.total.max(1) as f32).max(1.0));
    }

    /// The segment that a document is in.
    pub(super) fn segment(&self, doc: Doc) -> usize {
        self.segments.partition_point(|segment| segment.base <= doc).saturating_sub(1)
    }

    fn place(&self, doc: Doc) -> (&Columns, usize) {
        let segment = &self.segments[self.segment(doc)];
        (&segment.columns, (doc - segment.base) as usize)
    }

    /// The listing's number.
    pub(super) fn id(&self, doc: Doc) -> i64 {
        let (columns, local) = self.place(doc);
        columns.ids[local]
    }

    /// The documents with a facet value; nothing when there is none. Kept, because the same few are asked for again and
    /// again; what no document has is not kept, so that questions cannot fill the memory.
    pub(super) fn with_code(&self, facet: Facet, code: &str) -> tantivy::Result<Option<Arc<Bits>>> {
        let term = facet_term(facet, code);
        if let Some(set) = self.sets.lock().unwrap_or_else(PoisonError::into_inner).get(&term) {
            return Ok(Some(Arc::clone(set)));
        }
        let mut set: Option<Bits> = None;
        for segment in &self.segments {
            let Some(info) = segment.facets.terms().get(term.as_bytes())? else { continue };
            let bits = set.get_or_insert_with(|| Bits::none(self.size));
            let mut blocks = segment.facets.read_block_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
            while !blocks.docs().is_empty() {
                blocks.docs().iter().for_each(|doc| bits.set(segment.base + doc));
                blocks.advance();
            }
        }
        let Some(set) = set.map(Arc::new) else { return Ok(None) };
        self.sets.lock().unwrap_or_else(PoisonError::into_inner).insert(term, Arc::clone(&set));
        Ok(Some(set))
    }

    /// The number of a code in claims; `None` when no claim has it.
    pub(super) fn name(&self, code: &str) -> Option<u16> {
        self.claim_codes.get(code).copied()
    }

    /// What things are called.
    pub(super) fn names(&self) -> RwLockReadGuard<'_, Names> {
        self.names.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many documents have one of the namings; one that has several counts for each.
    pub(super) fn count_named(&self, namings: &[Naming]) -> u64 {
        let lists = self.segments.iter().flat_map(|segment| &segment.columns.namings);
        lists.flat_map(|list| namings.iter().filter_map(|naming| list.get(naming))).map(|i| u64::from(i.doc_freq)).sum()
    }

    /// Every document that was not removed, with its claims and its payback in months.
    pub(super) fn figures(&self) -> impl Iterator<Item = (Doc, &[Figure], Option<u32>)> {
        self.segments.iter().flat_map(|segment| {
            segment.reader.doc_ids_alive().map(|local| {
                let (columns, place) = (&segment.columns, local as usize);
                let claims = columns.claim_starts[place] as usize..columns.claim_starts[place + 1] as usize;
                let payback = Some(columns.paybacks[place]).filter(|months| *months != NO_PAYBACK);
                (segment.base + local, &columns.claims[claims], payback)
            })
        })
    }

    /// Documents in the order of when they close: first those that close, soonest first, with their time; then the
    /// others, newest first.
    pub(super) fn closing(&self) -> &[Doc] {
        self.closing.get_or_init(|| {
            let mut docs: Vec<(i64, u32)> =
                self.newest.iter().enumerate().map(|(rank, doc)| (self.closes(*doc), rank as u32)).collect();
            docs.sort_unstable();
            docs.into_iter().map(|(_, rank)| self.newest[rank as usize]).collect()
        })
    }

    /// When a document closes; [`NEVER`] when it does not.
    pub(super) fn closes(&self, doc: Doc) -> i64 {
        let (columns, local) = self.place(doc);
        columns.closes[local]
    }

    /// Documents, greatest effect first, those without one last.
    pub(super) fn effects(&self) -> &[Doc] {
        self.effects.get_or_init(|| {
            let effect = |doc: Doc| {
                let (columns, local) = self.place(doc);
                columns.effect[local]
            };
            let mut docs: Vec<(f64, u32)> =
                self.newest.iter().enumerate().map(|(rank, doc)| (effect(*doc), rank as u32)).collect();
            docs.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            docs.into_iter().map(|(_, rank)| self.newest[rank as usize]).collect()
        })
    }
}

impl Segment {
    /// Numbers of the facet values of a document of this segment.
    pub(super) fn values_of(&self, local: u32) -> &[FacetValue] {
        self.columns.values_of(local)
    }

    /// The documents of this segment that have a naming in a list of names, a list for each naming.
    pub(super) fn named<'a>(
        &'a self,
        part: Part,
        namings: &'a [Naming],
    ) -> impl Iterator<Item = tantivy::Result<SegmentPostings>> + 'a {
        let list = Part::LISTS.iter().position(|list| *list == part).map(|index| &self.columns.namings[index]);
        let reader = &self.parts[part as usize];
        namings
            .iter()
            .filter_map(move |naming| list?.get(naming))
            .map(|info| Ok(reader.read_postings_from_terminfo(info, IndexRecordOption::Basic)?))
    }

    /// Length in words of a part of a document of this segment; 0 for lists of names, whose number says nothing.
    pub(super) fn length(&self, part: Part, local: u32) -> u32 {
        let lengths = &self.columns.lengths[local as usize];
        match part {
            Part::Title => lengths[0],
            Part::Terms | Part::Related => 0,
            Part::Summary => lengths[1],
            Part::Body => lengths[2],
        }
    }
}

impl Columns {
    fn values_of(&self, local: u32) -> &[FacetValue] {
        let local = local as usize;
        &self.values[self.starts[local] as usize..self.starts[local + 1] as usize]
    }
}
