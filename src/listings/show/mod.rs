//! The public page of a listing. Its owner and moderators see it in every state, as the public will see it.

mod claims;
mod facts;
mod gone;
mod worth;

use std::str::FromStr;

use askama::Template;
use askama::filters::Safe;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};

use super::actions::Work;
use super::content::{Benefit, Body, Content, FileKind, FileRef, Texts, Visibility};
use super::editor::section_name;
use super::policy::{Edit, Inspect, Remove, SeeEvidence};
use super::requests::OnPage;
use super::{Listing, actions, evidence, files, store, words};
use crate::app::App;
use crate::labels::{self, Certificate};
use crate::taxonomy::Lang;
use crate::web::cache::Cacheable;
use crate::web::{Action as _, Can, Error, Html, Page, markdown};
use claims::{BenefitRow, PerformanceRow, benefits, figures, performance, realised};
use facts::{FileRow, Picture, pairs, passages, requirements};
use worth::{LabelRow, label};

#[derive(Template)]
#[template(path = "listings/show.html")]
struct ShowPage {
    page: Page,
    listing: Listing,
    content: Content,
    lang: Lang,
    texts: Texts,
    description: Safe<String>,
    /// Headings and lines of the shorter texts.
    passages: Vec<(String, Vec<String>)>,
    /// Languages in which it can be read: code, own name, whether it is the original.
    languages: Vec<(Lang, String, bool)>,
    readiness: Option<(u8, String)>,
    benefits: Vec<BenefitRow>,
    evidence: Option<(u8, String)>,
    /// Whether a mark among the benefits, and among the measured performance, needs the words on what an import compared.
    explained: (bool, bool),
    figures: Vec<(String, String)>,
    performance: Vec<PerformanceRow>,
    /// What was realised with it, in one line; empty while nothing is public.
    realised: String,
    /// Whether none of it became worse.
    realised_well: bool,
    labels: Vec<LabelRow>,
    requirements: Vec<(bool, String)>,
    needs: Option<OnPage>,
    pairs: Vec<(String, String)>,
    pictures: Vec<Picture>,
    files: Vec<FileRow>,
    is_public: bool,
    is_preview: bool,
    /// Sections that a preview shows as they were saved last, since what was typed there is unfinished.
    unfinished: Vec<String>,
    takes_interest: bool,
    mine: bool,
    /// Whether the reader may change it.
    edits: bool,
    /// Whether the reader may see on what each claim rests.
    sees_evidence: bool,
    /// Whether the reader may take it off.
    removes: bool,
}

/// `GET /listings/{reference}`
pub async fn show(
    State(app): State<App>,
    page: Page,
    Path(reference): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let (db, actor) = (app.db.conn(), page.actor());
    let shown = store::find_shown(db, actor, &reference).await?.ok_or(Error::NotFound)?;
    let (listing, checked) = (shown.listing, shown.checked);
    let is_public = listing.is_public(page.now());
    if !is_public && !Inspect::allowed(actor, &listing) {
        let gone = listing.published_at.is_some();
        return if gone { gone::answer(&app, page, listing).await } else { Err(Error::NotFound) };
    }
    let mut content = match shown.content {
        Some(content) => content,
        None => actions::unpublished(&app, &Can::check(actor, listing.clone())?).await?,
    };
    let around = Around::read(&app, &page, &listing, &mut content, checked).await?;
    let around = Around { realised: shown.realised, ..around };
    let wanted = wanted_language(query.as_deref().unwrap_or_default())?;
    let drawn = ShowPage::new(page, listing, content, around, wanted);
    Ok(if is_public { (Cacheable, Html(drawn)).into_response() } else { Html(drawn).into_response() })
}

/// What stands around a content, in tables of its own.
struct Around {
    /// What the register knows of the certificates that it claims.
    certificates: Vec<Certificate>,
    /// What happens to a published request.
    needs: Option<OnPage>,
    /// Which of its files the reader may open.
    opened: Vec<Visibility>,
    /// The newest effect that everybody may see.
    realised: Vec<Benefit>,
}

impl Around {
    /// Reads it, and raises the claims of the content to the steps that were checked. What a content has nothing of is
    /// not asked for; `checked` says whether any claim may have been.
    async fn read(
        app: &App,
        page: &Page,
        listing: &Listing,
        content: &mut Content,
        checked: bool,
    ) -> Result<Self, Error> {
        let db = app.db.conn();
        let checks = if checked { evidence::store::of_listing(db, listing).await? } else { Vec::new() };
        evidence::fill(content, &checks);
        let labelled = content.offer().is_some_and(|offer| !offer.certificates.is_empty());
        let certificates =
            if labelled { labels::store::of_organisation(db, listing.organisation_id).await? } else { Vec::new() };
        if let Body::Offer(offer) = &mut content.body {
            labels::as_registered(&mut offer.certificates, &certificates);
        }
        let needs = OnPage::read(app, page, listing, content).await?;
        let opened = files::opened(app, page.actor(), listing, content).await?;
        Ok(Self { certificates, needs, opened, realised: Vec::new() })
    }
}

/// What the public would see if what is being written were approved.
pub async fn preview(
    State(app): State<App>,
    page: Page,
    may: Can<Inspect>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let Work { mut content, unfinished, .. } = actions::work(&app, &may).await?;
    let unfinished = unfinished.keys().map(|section| section_name(&page, section)).collect();
    let around = Around::read(&app, &page, &may, &mut content, true).await?;
    let wanted = wanted_language(query.as_deref().unwrap_or_default())?;
    let drawn = ShowPage::new(page, may.thing().clone(), content, around, wanted);
    Ok(Html(ShowPage { is_preview: true, unfinished, ..drawn }).into_response())
}

/// The language of content that an address asks for with `text=`.
fn wanted_language(query: &str) -> Result<Option<Lang>, Error> {
    let asked = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "text");
    asked.filter(|(_, code)| !code.is_empty()).map(|(_, code)| Ok(Lang::from_str(&code)?)).transpose()
}

impl ShowPage {
    fn new(page: Page, listing: Listing, content: Content, around: Around, wanted: Option<Lang>) -> Self {
        let Around { certificates, needs, opened, realised: effect } = around;
        let (lang, texts) = content.texts_for(wanted.unwrap_or(page.lang()));
        let texts = texts.clone();
        let offer = content.offer();
        let claims = offer.map(|offer| offer.certificates.as_slice()).unwrap_or_default();
        let (pictures, others): (Vec<FileRef>, Vec<FileRef>) = content
            .files
            .iter()
            .cloned()
            .partition(|file| file.kind == FileKind::Image && opened.contains(&file.visibility));
        Self {
            description: markdown::html(&texts.description),
            passages: passages(&page, &texts),
            languages: content
                .texts
                .keys()
                .map(|code| (*code, page.native(*code), *code == content.original))
                .collect(),
            readiness: offer.and_then(|offer| offer.readiness).map(|level| (level, words::readiness(&page, level))),
            benefits: benefits(&page, &content),
            evidence: content.evidence().map(|(step, compared)| words::evidence(&page, step, compared)),
            explained: (
                offer.is_some_and(|offer| offer.benefits.iter().any(|row| row.compared)),
                offer.is_some_and(|offer| offer.performance.iter().any(|row| row.compared)),
            ),
            figures: figures(&page, &content),
            performance: offer
                .map(|offer| offer.performance.iter().map(|row| performance(&page, row)).collect())
                .unwrap_or_default(),
            realised: realised(&page, &effect),
            realised_well: !effect.iter().any(Benefit::is_worse),
            labels: claims.iter().map(|claim| label(&page, claim, &certificates)).collect(),
            requirements: requirements(&page, &content),
            needs,
            pairs: pairs(&page, &listing, &content),
            files: others.into_iter().map(|file| FileRow::new(&page, file, &opened)).collect(),
            pictures: pictures.into_iter().map(Picture::new).collect(),
            is_public: listing.is_public(page.now()),
            is_preview: false,
            unfinished: Vec::new(),
            takes_interest: listing.takes_interest(page.now()),
            mine: page.actor().acts_for(listing.organisation_id),
            edits: Edit::allowed(page.actor(), &listing),
            removes: Remove::allowed(page.actor(), &listing) && listing.published_at.is_some(),
            sees_evidence: SeeEvidence::allowed(page.actor(), &listing),
            lang,
            texts,
            content,
            listing,
            page,
        }
    }

    /// The day, for the foot of a printed sheet.
    fn printed(&self) -> String {
        t!(self.page, "listing-printed", day = self.page.date(&self.page.now()))
    }

    /// The language of the texts, when it is not that of the page.
    fn foreign(&self) -> Option<Lang> {
        (self.lang != self.page.lang()).then_some(self.lang)
    }
}
