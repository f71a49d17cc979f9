//! The public page of a listing. Its owner and moderators see it in every state, as the public will see it.

use std::str::FromStr;

use askama::Template;
use askama::filters::Safe;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::content::{Content, FileKind, FileRef, Measured, Performance, Texts, Visibility};
use super::policy::{Inspect, Remove, SeeEvidence};
use super::requests::OnPage;
use super::{Listing, actions, evidence, files, store, words};
use crate::app::App;
use crate::labels::{self, Certificate, Claim};
use crate::media::Type;
use crate::taxonomy::{self, Bound, Lang, Recognition};
use crate::web::cache::Cacheable;
use crate::web::{Action as _, Can, Error, Html, Page, listed, markdown};

/// A benefit as the page shows it.
struct BenefitRow {
    name: String,
    unit: String,
    before: String,
    after: String,
    change: String,
    /// What is saved or gained.
    saving: String,
    better: bool,
    /// Lengths of both bars, of 200.
    bars: Option<(u32, u32)>,
    evidence: (u8, String),
    note: String,
}

/// A measured row as the page shows it.
struct PerformanceRow {
    parameter: String,
    influent: String,
    effluent: String,
    removal: String,
    /// Length of the bar of what is removed, of 200.
    bar: Option<u32>,
    conditions: String,
    evidence: (u8, String),
}

/// A certificate as the page shows it.
struct LabelRow {
    scheme: String,
    code: String,
    number: String,
    until: Option<String>,
    /// State on this day.
    state: &'static str,
    holds: bool,
    verified: Option<String>,
    /// What it is worth in countries of the region: name, code of the worth, agreements. Empty unless it holds.
    worth: Vec<(String, &'static str, Vec<Agreement>)>,
    /// The countries of the region in which nothing is known by which it would count.
    elsewhere: String,
}

/// An agreement under which a label counts.
struct Agreement {
    /// The scheme that recognises it.
    by: String,
    code: String,
    /// Name of the agreement, from when, for what, and where that is written.
    words: String,
}

/// A picture as the page shows it, with the size that it will take.
struct Picture {
    file: FileRef,
    sizes: String,
    width: Option<u32>,
    height: Option<u32>,
}

/// A file as the page lists it; its address is empty for readers who may not open it.
struct FileRow {
    name: String,
    caption: String,
    words: String,
    address: String,
    /// Whether it is a link to somewhere else.
    elsewhere: bool,
    /// Whether it is a video that can be watched here.
    plays: bool,
}

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
    figures: Vec<(String, String)>,
    performance: Vec<PerformanceRow>,
    labels: Vec<LabelRow>,
    requirements: Vec<(bool, String)>,
    needs: Option<OnPage>,
    pairs: Vec<(String, String)>,
    pictures: Vec<Picture>,
    files: Vec<FileRow>,
    is_public: bool,
    is_preview: bool,
    takes_interest: bool,
    mine: bool,
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
    let (listing, published) = store::find_shown(db, actor, &reference).await?.ok_or(Error::NotFound)?;
    let is_public = listing.is_public(page.now());
    if !is_public && !Inspect::allowed(actor, &listing) {
        return Err(if listing.published_at.is_some() { Error::Gone } else { Error::NotFound });
    }
    let mut content = match published {
        Some(content) => content,
        None => actions::unpublished(&app, &Can::check(actor, listing.clone())?).await?,
    };
    fill(&app, &listing, &mut content).await?;
    let certificates = certificates(&app, &listing, &content).await?;
    let wanted = wanted_language(query.as_deref().unwrap_or_default())?;
    let needs = OnPage::read(&app, &page, &listing, &content).await?;
    let opened = files::opened(&app, page.actor(), &listing, &content).await?;
    let drawn = ShowPage::new(page, listing, content, &certificates, needs, wanted, &opened);
    Ok(if is_public { (Cacheable, Html(drawn)).into_response() } else { Html(drawn).into_response() })
}

/// Raises the claims of a content to the steps that were checked.
async fn fill(app: &App, listing: &Listing, content: &mut Content) -> Result<(), Error> {
    if content.evidence().is_some() {
        evidence::fill(content, &evidence::store::of_listing(app.db.conn(), listing).await?);
    }
    Ok(())
}

/// What the register knows of the certificates that a content claims.
async fn certificates(app: &App, listing: &Listing, content: &Content) -> Result<Vec<Certificate>, Error> {
    if content.offer().is_none_or(|offer| offer.certificates.is_empty()) {
        return Ok(Vec::new());
    }
    Ok(labels::store::of_organisation(app.db.conn(), listing.organisation_id).await?)
}

/// What the public would see if what is being written were approved.
pub async fn preview(
    State(app): State<App>,
    page: Page,
    may: Can<Inspect>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let mut content = actions::work(&app, &may).await?.content;
    fill(&app, &may, &mut content).await?;
    let certificates = certificates(&app, &may, &content).await?;
    let wanted = wanted_language(query.as_deref().unwrap_or_default())?;
    let opened = files::opened(&app, page.actor(), &may, &content).await?;
    let needs = OnPage::read(&app, &page, &may, &content).await?;
    let drawn = ShowPage::new(page, may.thing().clone(), content, &certificates, needs, wanted, &opened);
    Ok(Html(ShowPage { is_preview: true, ..drawn }).into_response())
}

/// The language of content that an address asks for with `text=`.
fn wanted_language(query: &str) -> Result<Option<Lang>, Error> {
    let asked = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "text");
    asked.filter(|(_, code)| !code.is_empty()).map(|(_, code)| Ok(Lang::from_str(&code)?)).transpose()
}

impl ShowPage {
    fn new(
        page: Page,
        listing: Listing,
        content: Content,
        certificates: &[Certificate],
        needs: Option<OnPage>,
        wanted: Option<Lang>,
        opened: &[Visibility],
    ) -> Self {
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
            evidence: content.evidence().map(|evidence| (evidence.step(), page.name(taxonomy::evidence(), evidence))),
            figures: figures(&page, &content),
            performance: offer
                .map(|offer| offer.performance.iter().map(|row| performance(&page, row)).collect())
                .unwrap_or_default(),
            labels: claims.iter().map(|claim| label(&page, claim, certificates)).collect(),
            requirements: requirements(&page, &content),
            needs,
            pairs: pairs(&page, &listing, &content),
            files: others.into_iter().map(|file| FileRow::new(&page, file, opened)).collect(),
            pictures: pictures.into_iter().map(Picture::new).collect(),
            is_public: listing.is_public(page.now()),
            is_preview: false,
            takes_interest: listing.takes_interest(page.now()),
            mine: page.actor().acts_for(listing.organisation_id),
            removes: Remove::allowed(page.actor(), &listing) && listing.published_at.is_some(),
            sees_evidence: SeeEvidence::allowed(page.actor(), &listing),
            lang,
            texts,
            content,
            listing,
            page,
        }
    }

    /// The language of the texts, when it is not that of the page.
    fn foreign(&self) -> Option<Lang> {
        (self.lang != self.page.lang()).then_some(self.lang)
    }
}

fn passages(page: &Page, texts: &Texts) -> Vec<(String, Vec<String>)> {
    let passages = [
        (t!(page, "listing-advantages"), &texts.advantages),
        (t!(page, "listing-background"), &texts.background),
        (t!(page, "listing-partner-role"), &texts.partner_role),
    ];
    let lines = |text: &String| text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    passages.into_iter().map(|(heading, text)| (heading, lines(text))).filter(|(_, lines)| !lines.is_empty()).collect()
}

fn benefits(page: &Page, content: &Content) -> Vec<BenefitRow> {
    let rows = content.offer().map(|offer| offer.benefits.as_slice()).unwrap_or_default();
    rows.iter()
        .map(|row| {
            let symbol = words::unit(&row.unit);
            let over = words::basis(page, row.basis, &row.product);
            let year = row.baseline_year.map(|year| format!(" ({year})")).unwrap_or_default();
            BenefitRow {
                name: page.name(taxonomy::indicators(), &row.indicator),
                unit: listed([symbol.to_owned(), format!("{over}{year}")]),
                before: page.number(&row.baseline),
                after: page.number(&row.achieved),
                change: row
                    .change_percent()
                    .map(|change| page.locale.formats().percent_change(change))
                    .unwrap_or_default(),
                saving: row
                    .saving()
                    .map(|saving| {
                        let amount = format!("{}\u{a0}{symbol}", page.number(&saving.abs()));
                        match (row.higher_is_better(), saving.is_sign_negative()) {
                            (false, false) => t!(page, "listing-saves", amount = amount),
                            (true, false) => t!(page, "listing-gains", amount = amount),
                            _ => String::new(),
                        }
                    })
                    .unwrap_or_default(),
                better: row.improvement().is_some_and(|improvement| improvement >= Decimal::ZERO),
                bars: bars(row.baseline, row.achieved),
                evidence: (row.evidence.step(), page.name(taxonomy::evidence(), row.evidence)),
                note: row.evidence_note.clone(),
            }
        })
        .collect()
}

/// Lengths of the bars of before and after, the longer being 200.
fn bars(before: Decimal, after: Decimal) -> Option<(u32, u32)> {
    let most = before.max(after);
    let length = |value: Decimal| value.checked_mul(Decimal::from(200))?.checked_div(most)?.round().to_u32();
    Some((length(before)?.max(1), length(after)?.max(1)))
}

fn figures(page: &Page, content: &Content) -> Vec<(String, String)> {
    let Some(offer) = content.offer() else { return Vec::new() };
    let cost = &offer.cost;
    let mut figures = Vec::new();
    if let Some(months) = cost.payback_months() {
        figures.push((t!(page, "listing-months", n = months), t!(page, "show-payback")));
    }
    let basis = cost.basis.clone();
    if cost.capital.from.or(cost.capital.to).is_some() {
        let amount = words::range(page, &cost.capital, &cost.currency);
        figures.push((amount, listed([t!(page, "listing-capital"), basis.clone()])));
    }
    if cost.operating.from.or(cost.operating.to).is_some() {
        let amount = words::range(page, &cost.operating, &cost.currency);
        figures.push((amount, listed([t!(page, "listing-operating"), basis])));
    }
    if let Some(saving) = cost.annual_saving {
        figures.push((page.money(&saving, &cost.currency), t!(page, "listing-saving")));
    }
    figures
}

fn measured(page: &Page, value: Option<Measured>, unit: &str) -> String {
    match value {
        None => "–".to_owned(),
        Some(Measured { bound: Some(Bound::NotDetected), value: None }) => t!(page, "listing-not-detected"),
        Some(Measured { value: None, .. }) => "–".to_owned(),
        Some(Measured { bound, value: Some(value) }) => {
            let sign = bound.map_or("", Bound::sign);
            let number = format!("{sign}{}\u{a0}{unit}", page.number(&value));
            if bound == Some(Bound::NotDetected) {
                format!("{} ({number})", t!(page, "listing-not-detected"))
            } else {
                number
            }
        }
    }
}

fn performance(page: &Page, row: &Performance) -> PerformanceRow {
    let unit = words::unit(&row.unit);
    let removal = row.removal_percent();
    let percent = removal.map(|removal| removal.percent).filter(|percent| *percent >= Decimal::ZERO);
    let removal = removal
        .map(|removal| format!("{}{}\u{a0}%", removal.bound.map_or("", Bound::sign), page.number(&removal.shown())));
    let statistic = page.name(taxonomy::statistics(), row.statistic);
    let scale = row.scale.map(|scale| page.name(taxonomy::scales(), scale)).unwrap_or_default();
    let said = [statistic, scale, row.conditions.clone()];
    PerformanceRow {
        parameter: page.name(taxonomy::parameters(), &row.parameter),
        influent: measured(page, row.influent, unit),
        effluent: measured(page, row.effluent, unit),
        removal: removal.unwrap_or_else(|| "–".to_owned()),
        bar: percent.and_then(|percent| (percent.min(Decimal::ONE_HUNDRED) * Decimal::TWO).round().to_u32()),
        conditions: listed(said),
        evidence: (row.evidence.step(), page.name(taxonomy::evidence(), row.evidence)),
    }
}

fn label(page: &Page, claim: &Claim, certificates: &[Certificate]) -> LabelRow {
    let today = page.now().date_naive();
    let known =
        certificates.iter().find(|known| known.claim.scheme == claim.scheme && known.claim.number == claim.number);
    let holds = known.is_some_and(|known| known.holds_on(today));
    let (worth, elsewhere) = if holds { worth(page, &claim.scheme) } else { Default::default() };
    LabelRow {
        worth,
        elsewhere,
        scheme: page.name(page.schemes(), &claim.scheme),
        code: claim.scheme.clone(),
        number: claim.number.clone(),
        until: claim.valid_until.map(|day| page.day(&day)),
        state: known.map_or("claimed", |known| known.shown_on(today)),
        holds,
        verified: known.and_then(|known| known.verified_at).map(|at| page.date(&at)),
    }
}

/// What a label is worth in the countries of the region, that of the reader's organisation first.
fn worth(page: &Page, scheme: &str) -> (Vec<(String, &'static str, Vec<Agreement>)>, String) {
    let own = page.actor().acting().map(|acting| acting.country.as_str());
    let all = labels::in_the_region(page.registers(), scheme, own);
    let said = |code: &str, worth: &labels::Worth<'_>| worth.code() != "none" || own == Some(code);
    let (here, elsewhere): (Vec<_>, Vec<_>) = all.into_iter().partition(|(country, worth)| said(&country.code, worth));
    let agreement = |known: &&Recognition| Agreement {
        by: page.name(page.schemes(), &known.recognised_by),
        code: known.recognised_by.clone(),
        words: listed([
            known.agreement(page.lang()).to_owned(),
            t!(page, "label-since-day", day = labels::since(page, known)),
            known.scope(page.lang()).to_owned(),
            t!(page, "label-source-of", source = known.source.clone()),
        ]),
    };
    let here = here.into_iter().map(|(country, worth)| {
        (page.country(&country.code), worth.code(), worth.recognitions().iter().map(agreement).collect())
    });
    let elsewhere: Vec<String> = elsewhere.into_iter().map(|(country, _)| country.code.clone()).collect();
    (here.collect(), page.country_names(&elsewhere))
}

fn requirements(page: &Page, content: &Content) -> Vec<(bool, String)> {
    let Some(request) = content.request() else { return Vec::new() };
    let said = request.requirements.iter().map(|requirement| {
        let measure = requirement.measure.as_ref().map(|measure| {
            let parameter = page.name(taxonomy::parameters(), &measure.parameter);
            format!(
                "{parameter} {} {}\u{a0}{}",
                measure.comparator.sign(),
                page.number(&measure.value),
                words::unit(&measure.unit)
            )
        });
        let parts = measure.into_iter().chain((!requirement.text.is_empty()).then(|| requirement.text.clone()));
        (requirement.essential, parts.collect::<Vec<_>>().join(": "))
    });
    said.collect()
}

/// What stands at a glance: names and texts, in order.
fn pairs(page: &Page, listing: &Listing, content: &Content) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut add = |name: String, value: String| {
        if !value.is_empty() {
            pairs.push((name, value));
        }
    };
    if let Some(offer) = content.offer() {
        add(t!(page, "listing-offered-to"), page.country_names(&offer.offered_to));
        add(t!(page, "listing-developed-in"), page.country_names(&offer.developed_in));
        add(t!(page, "listing-deployed-in"), page.country_names(&offer.deployed_in));
        add(t!(page, "listing-cooperation"), page.names(taxonomy::cooperation(), &content.cooperation));
        let ip = offer.ip.map(|ip| page.name(taxonomy::ip(), ip)).unwrap_or_default();
        let patents = listed(offer.patents.iter().cloned());
        add(t!(page, "listing-ip"), if patents.is_empty() { ip } else { format!("{ip} ({patents})") });
        add(t!(page, "listing-partner"), page.names(taxonomy::sectors(), &offer.partner_sectors));
        add(t!(page, "listing-partner-size"), page.names(taxonomy::sizes(), &offer.partner_sizes));
    }
    if let Some(request) = content.request() {
        add(t!(page, "listing-site"), listed([request.site.clone(), page.country(&request.country)]));
        add(t!(page, "listing-budget"), words::range(page, &request.budget, &request.currency));
        add(t!(page, "listing-timetable"), request.timetable.clone());
        add(t!(page, "listing-cooperation-wanted"), page.names(taxonomy::cooperation(), &content.cooperation));
    }
    add(t!(page, "listing-themes"), page.names(taxonomy::themes(), &content.themes));
    add(t!(page, "listing-keywords"), page.names(page.keywords(), &content.keywords));
    add(t!(page, "listing-treatments"), page.names(taxonomy::treatments(), &content.treatments));
    add(t!(page, "listing-industries"), page.names(taxonomy::industries(), &content.industries));
    add(t!(page, "listing-sdgs"), page.names(taxonomy::sdgs(), &content.sdgs));
    if let Some(source) = &content.source {
        let year = source.year.map(|year| format!(", {year}")).unwrap_or_default();
        add(t!(page, "listing-source"), format!("{} {}{year}", source.name, source.id));
        add(t!(page, "listing-citation"), source.citation.clone());
    }
    add(t!(page, "listing-reference"), listing.reference.clone());
    pairs
}

impl Picture {
    fn new(file: FileRef) -> Self {
        let (width, height) = file.pixels.unzip();
        Self { sizes: files::sizes(&file), width, height, file }
    }
}

impl FileRow {
    fn new(page: &Page, file: FileRef, opened: &[Visibility]) -> Self {
        let open = opened.contains(&file.visibility);
        let size = match &file.link {
            Some(_) => t!(page, "listing-file-elsewhere"),
            None => t!(page, "listing-kilobytes", n = page.integer(file.size.div_ceil(1024))),
        };
        let public = file.visibility == Visibility::Public;
        let who = if public { String::new() } else { page.text("visibility", file.visibility) };
        let plays = open && Type::kept(&file.media_type).is_some_and(Type::is_video);
        Self {
            words: listed([who, if open { size } else { String::new() }]),
            address: if open { files::url(&file) } else { String::new() },
            name: file.name,
            caption: file.caption,
            elsewhere: file.link.is_some(),
            plays,
        }
    }
}
