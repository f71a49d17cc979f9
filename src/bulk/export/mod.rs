//! Listings given out: CSV and XLSX whose columns an import reads again, and JSON-LD for machines. Whatever the number of
//! listings, a few of them are in memory at a time.

mod csv;
mod jsonld;
mod pages;
mod rows;
mod xlsx;

use std::collections::HashMap;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use tokio::sync::mpsc;

use crate::app::App;
use crate::auth::Actor;
use crate::i18n::Locale;
use crate::labels::{self, Certificate};
use crate::listings::content::{Body, Content};
use crate::listings::evidence::{self, Check};
use crate::listings::{Listing, store};
use crate::web::Error;

pub use pages::routes;

crate::codes! {
    /// The form in which listings are given out; the code is the end of the file's name.
    pub enum Format { Csv = "csv", Xlsx = "xlsx", JsonLd = "jsonld" }
}

impl Format {
    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::JsonLd => "application/ld+json",
        }
    }
}

/// Listings that are read at a time.
const BATCH: usize = 200;
/// Pieces of a file that wait for their reader.
const AHEAD: usize = 4;

/// Which listings are given out.
#[derive(Clone, Debug)]
pub enum Which {
    /// Public ones by their keys, in this order.
    Found(Vec<i64>),
    /// All public ones.
    Public,
    /// Those of an organisation, as its members see them.
    Own(i64),
}

/// What is given out, to whom, and how.
#[derive(Clone)]
pub struct Export {
    /// The app.
    pub app: App,
    /// Who reads.
    pub actor: Actor,
    /// Which listings.
    pub which: Which,
    /// In which form.
    pub format: Format,
    /// The language of addresses and of what has a language.
    pub locale: &'static Locale,
}

/// A file on its way, piece by piece. A piece that is an error ends it: the file is not whole.
pub type Pieces = mpsc::Receiver<std::io::Result<Bytes>>;

/// Begins to write the file.
pub fn begin(export: Export) -> Pieces {
    let (sender, receiver) = mpsc::channel(AHEAD);
    tokio::spawn(async move {
        let batches = Batches::new(&export);
        let done = match export.format {
            Format::Csv => csv::write(batches, &sender).await,
            Format::JsonLd => jsonld::write(batches, &sender).await,
            Format::Xlsx => xlsx::write(batches, &sender).await,
        };
        match done {
            Ok(()) | Err(Stopped::Left) => {}
            Err(Stopped::Failed(error)) => {
                tracing::warn!(error = format!("{error:#}"), "an export was cut");
                let _ = sender.send(Err(std::io::Error::other("the export was cut"))).await;
            }
        }
    });
    receiver
}

/// Why a file did not come to its end.
#[derive(Debug)]
enum Stopped {
    /// Its reader has gone.
    Left,
    /// Something failed.
    Failed(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Stopped {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// Where the pieces of a file go.
type Sender = mpsc::Sender<std::io::Result<Bytes>>;

async fn send(sender: &Sender, piece: Vec<u8>) -> Result<(), Stopped> {
    if piece.is_empty() {
        return Ok(());
    }
    sender.send(Ok(piece.into())).await.map_err(|_| Stopped::Left)
}

/// A listing that is given out.
struct Given {
    listing: Listing,
    /// What it says, with each claim on the step on which it stands.
    content: Content,
    /// The state of each certificate that it claims, in the order of the claims.
    states: Vec<&'static str>,
}

/// The listings of an export with their contents, some at a time.
struct Batches<'a> {
    export: &'a Export,
    now: DateTime<Utc>,
    /// How many keys were taken, or the key of the last listing.
    at: i64,
}

impl<'a> Batches<'a> {
    fn new(export: &'a Export) -> Self {
        Self { export, now: export.app.clock.now(), at: 0 }
    }

    /// The next listings; nothing at the end.
    async fn next(&mut self) -> Result<Option<Vec<Given>>, Error> {
        let Export { app, actor, which, .. } = self.export;
        let db = app.db.conn();
        let size = BATCH as u64;
        match which {
            Which::Own(id) => {
                let batch = store::works_after(db, actor, *id, self.at, size).await?;
                let Some((last, _)) = batch.last() else { return Ok(None) };
                self.at = last.id;
                self.given(batch).await.map(Some)
            }
            Which::Public => {
                let listings = store::published_after(db, actor, self.at, size).await?;
                let Some(last) = listings.last() else { return Ok(None) };
                self.at = last.id;
                self.public(listings).await.map(Some)
            }
            Which::Found(ids) => {
                let from = usize::try_from(self.at).unwrap_or(usize::MAX).min(ids.len());
                let some = &ids[from..ids.len().min(from + BATCH)];
                if some.is_empty() {
                    return Ok(None);
                }
                self.at = i64::try_from(from + some.len()).unwrap_or(i64::MAX);
                let mut listings = store::of_ids(db, actor, some).await?;
                let place: HashMap<i64, usize> = some.iter().enumerate().map(|(place, id)| (*id, place)).collect();
                listings.sort_by_key(|listing| place.get(&listing.id).copied());
                self.public(listings).await.map(Some)
            }
        }
    }

    /// What the public reads of listings; what is not public any more is left out.
    async fn public(&self, mut listings: Vec<Listing>) -> Result<Vec<Given>, Error> {
        listings.retain(|listing| listing.is_public(self.now));
        let contents = store::published_many(self.export.app.db.conn(), &listings).await?;
        let mut contents: HashMap<i64, Content> = contents.into_iter().collect();
        let with_content = |listing: Listing| contents.remove(&listing.id).map(|content| (listing, content));
        self.given(listings.into_iter().filter_map(with_content).collect()).await
    }

    /// Listings with what stands beside their contents: steps of evidence, and what the register knows of certificates.
    async fn given(&self, batch: Vec<(Listing, Content)>) -> Result<Vec<Given>, Error> {
        let db = self.export.app.db.conn();
        let ids: Vec<i64> = batch.iter().map(|(listing, _)| listing.id).collect();
        let mut checks: HashMap<i64, Vec<Check>> = HashMap::new();
        for check in evidence::store::of_listings(db, &ids).await? {
            checks.entry(check.listing_id).or_default().push(check);
        }
        let mut owners: Vec<i64> = batch.iter().map(|(listing, _)| listing.organisation_id).collect();
        owners.sort_unstable();
        owners.dedup();
        let mut certificates: HashMap<i64, Vec<Certificate>> = HashMap::new();
        for known in labels::store::of_organisations(db, &owners).await? {
            certificates.entry(known.organisation_id).or_default().push(known);
        }
        let given = |(listing, content): (Listing, Content)| {
            let checks: &[Check] = checks.get(&listing.id).map_or(&[], Vec::as_slice);
            let known: &[Certificate] = certificates.get(&listing.organisation_id).map_or(&[], Vec::as_slice);
            self.one(listing, content, checks, known)
        };
        Ok(batch.into_iter().map(given).collect())
    }

    /// One listing. Its own organisation is given its own words, to work on; everybody else what its page shows.
    fn one(&self, listing: Listing, mut content: Content, checks: &[Check], known: &[Certificate]) -> Given {
        let own = matches!(self.export.which, Which::Own(_));
        let today = self.now.date_naive();
        evidence::fill(&mut content, checks);
        let mut states = Vec::new();
        if let Body::Offer(offer) = &mut content.body {
            let of = |claim: &labels::Claim| known.iter().find(|known| known.claim.names_the_same(claim));
            let state =
                |claim: &labels::Claim| of(claim).map_or(labels::Status::Claimed.code(), |known| known.shown_on(today));
            states = offer.certificates.iter().map(state).collect();
            if !own {
                labels::as_registered(&mut offer.certificates, known);
            }
        }
        Given { listing, content: if own { content } else { as_shown(content) }, states }
    }
}

/// A content without what the page of a listing does not show.
fn as_shown(mut content: Content) -> Content {
    content.files.clear();
    if let Some(source) = &mut content.source {
        source.industry = None;
    }
    if let Body::Offer(offer) = &mut content.body {
        for benefit in &mut offer.benefits {
            benefit.document = None;
        }
        for row in &mut offer.performance {
            row.document = None;
        }
        for claim in &mut offer.certificates {
            claim.document = None;
            claim.issued = None;
            for hidden in [
                &mut claim.holder,
                &mut claim.product,
                &mut claim.product_group,
                &mut claim.criteria,
                &mut claim.verifier,
                &mut claim.verified,
            ] {
                hidden.clear();
            }
        }
    }
    content
}
