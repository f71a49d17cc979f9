//! Facts, files and the shorter texts of a listing, as its page shows them.

use crate::listings::content::{Content, FileRef, Texts, Visibility};
use crate::listings::{Listing, files, words};
use crate::media::Type;
use crate::taxonomy;
use crate::web::{Page, listed};

/// A picture as the page shows it, with the size that it will take.
pub(super) struct Picture {
    pub(super) file: FileRef,
    pub(super) sizes: String,
    pub(super) width: Option<u32>,
    pub(super) height: Option<u32>,
}

/// A file as the page lists it; its address is empty for readers who may not open it.
pub(super) struct FileRow {
    pub(super) name: String,
    pub(super) caption: String,
    pub(super) words: String,
    pub(super) address: String,
    /// Whether it is a link to somewhere else.
    pub(super) elsewhere: bool,
    /// Whether it is a video that can be watched here.
    pub(super) plays: bool,
}

pub(super) fn passages(page: &Page, texts: &Texts) -> Vec<(String, Vec<String>)> {
    let passages = [
        (t!(page, "listing-advantages"), &texts.advantages),
        (t!(page, "listing-background"), &texts.background),
        (t!(page, "listing-partner-role"), &texts.partner_role),
    ];
    let lines = |text: &String| text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    passages.into_iter().map(|(heading, text)| (heading, lines(text))).filter(|(_, lines)| !lines.is_empty()).collect()
}

/// Patent classes as people who know the classification read them, with what they hold.
fn patent_classes(page: &Page, codes: &[String]) -> String {
    listed(codes.iter().map(|code| format!("{code} {}", page.name(taxonomy::cpc(), code))))
}

pub(super) fn requirements(page: &Page, content: &Content) -> Vec<(bool, String)> {
    let Some(request) = content.request() else { return Vec::new() };
    let said = request.requirements.iter();
    said.map(|requirement| (requirement.essential, words::requirement(page, requirement))).collect()
}

/// What stands at a glance: names and texts, in order.
pub(super) fn pairs(page: &Page, listing: &Listing, content: &Content) -> Vec<(String, String)> {
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
        add(page.text("listing-field", "patent_classes"), patent_classes(page, &offer.patent_classes));
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
    pub(super) fn new(file: FileRef) -> Self {
        let (width, height) = file.pixels.unzip();
        Self { sizes: files::sizes(&file), width, height, file }
    }
}

impl FileRow {
    pub(super) fn new(page: &Page, file: FileRef, opened: &[Visibility]) -> Self {
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
