//! What a listing says: one typed, versioned document that draft, revision, diff, search, import and export share.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use super::claims::{Benefit, Measured, Output, Performance, Reference};
use crate::labels::Claim;
use crate::taxonomy::{Comparator, Cooperation, Ip, Kind, Lang, Sector, Size};

/// The version of this document's shape; readers of older versions live beside [`Content`].
pub const SCHEMA: u16 = 1;

/// The whole content of one revision of a listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Version of the shape, see [`SCHEMA`].
    pub schema: u16,
    /// The language in which the listing was first written.
    pub original: Lang,
    /// The texts, by language.
    #[serde(default)]
    pub texts: BTreeMap<Lang, Texts>,
    /// Theme codes; at least one before submission.
    #[serde(default)]
    pub themes: Vec<String>,
    /// Technology keyword codes, at most five.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// ISIC Rev.4 divisions, two digits.
    #[serde(default)]
    pub industries: Vec<String>,
    /// Sustainable Development Goals, 1 to 17.
    #[serde(default)]
    pub sdgs: Vec<u8>,
    /// Treatment steps in their order (codes of the treatments list), for offers that are a chain of steps.
    #[serde(default)]
    pub treatments: Vec<String>,
    /// Cooperation sought or asked for.
    #[serde(default)]
    pub cooperation: Vec<Cooperation>,
    /// Files, in the order in which they are shown.
    #[serde(default)]
    pub files: Vec<FileRef>,
    /// Where an imported listing came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What only offers or only requests have.
    pub body: Body,
}

/// The texts of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Texts {
    /// At most 120 characters.
    pub title: String,
    /// At most 500 characters.
    pub summary: String,
    /// Markdown, at most 8,000 characters.
    pub description: String,
    /// Offers: what is better than the usual way, at most 2,000 characters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub advantages: String,
    /// Requests: what led to the need, at most 2,000 characters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub background: String,
    /// Offers: the role of the partner sought, at most 2,000 characters.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub partner_role: String,
}

impl Texts {
    /// All texts with the names of their fields, in the order of a page.
    pub fn fields(&self) -> [(&'static str, &str); 6] {
        [
            ("title", &self.title),
            ("summary", &self.summary),
            ("description", &self.description),
            ("advantages", &self.advantages),
            ("background", &self.background),
            ("partner_role", &self.partner_role),
        ]
    }
}

/// The part that differs between the two kinds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// A technology or solution that someone provides.
    Offer(Box<Offer>),
    /// A need.
    Request(Box<Request>),
}

/// What only an offer has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Offer {
    /// Technology readiness level, 1 to 9.
    pub readiness: Option<u8>,
    /// State of intellectual property.
    pub ip: Option<Ip>,
    /// Patent numbers, when applied for or granted.
    pub patents: Vec<String>,
    /// Classes of the Cooperative Patent Classification that the patents are in.
    pub patent_classes: Vec<String>,
    /// Sectors of the partner sought.
    pub partner_sectors: Vec<Sector>,
    /// Sizes of the partner sought.
    pub partner_sizes: Vec<Size>,
    /// Countries (ISO 3166-1) in which it was developed.
    pub developed_in: Vec<String>,
    /// Countries in which it runs.
    pub deployed_in: Vec<String>,
    /// Countries to which it is offered.
    pub offered_to: Vec<String>,
    /// What it costs.
    pub cost: Cost,
    /// Cleaner-production benefits.
    pub benefits: Vec<Benefit>,
    /// Measured performance.
    pub performance: Vec<Performance>,
    /// Eco-labels and other certificates claimed.
    pub certificates: Vec<Claim>,
    /// Demonstration projects.
    pub references: Vec<Reference>,
}

/// Cost of an offer; amounts are in whole or decimal units of `currency`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Cost {
    /// ISO 4217 code; needed as soon as there is an amount.
    pub currency: String,
    /// What the amounts are for, such as "per m³/d of capacity".
    pub basis: String,
    /// Capital cost.
    pub capital: Range,
    /// Operating cost.
    pub operating: Range,
    /// Saving a year at the reference site; with the lower capital cost it gives the simple payback.
    pub annual_saving: Option<Decimal>,
    /// Cost as it was written, where there are no amounts.
    pub note: String,
}

/// A range of amounts; one end may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Range {
    /// The lower end.
    pub from: Option<Decimal>,
    /// The upper end.
    pub to: Option<Decimal>,
}

/// What only a request has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Request {
    /// The site.
    pub site: String,
    /// ISO 3166-1 country of the site.
    pub country: String,
    /// ISO 4217 code of the budget.
    pub currency: String,
    /// Budget.
    pub budget: Range,
    /// Timetable, in words.
    pub timetable: String,
    /// Closing date and time on the clock of `zone`, such as `2026-12-05T17:00`.
    pub closes: Option<chrono::NaiveDateTime>,
    /// Until when questions can be asked, on the same clock; no later than the closing time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub questions_until: Option<chrono::NaiveDateTime>,
    /// Until when questions are answered, on the same clock; no earlier than they can be asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers_until: Option<chrono::NaiveDateTime>,
    /// IANA time zone of these times.
    pub zone: String,
    /// At most 20.
    pub requirements: Vec<Requirement>,
}

/// One requirement of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Essential, or only desirable.
    pub essential: bool,
    /// The requirement in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The measurable form, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
}

/// A measurable requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Code of the parameter.
    pub parameter: String,
    /// How it compares.
    pub comparator: Comparator,
    /// The limit.
    pub value: Decimal,
    /// Code of the unit.
    pub unit: String,
}

crate::codes! {
    /// What a file is.
    pub enum FileKind { Image = "image", Report = "report", Video = "video", Certificate = "certificate" }
}

crate::codes! {
    /// Who may open a file.
    pub enum Visibility { Public = "public", AfterAcceptance = "after_acceptance", AfterNda = "after_nda" }
}

/// A file of the listing; the bytes are in storage under `key`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRef {
    /// Generated name in storage, and in addresses.
    pub key: String,
    /// What it is.
    pub kind: FileKind,
    /// Who may open it.
    pub visibility: Visibility,
    /// Name that its owner gave it, shown and used for the download.
    pub name: String,
    /// Caption, also the alternative text of an image.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
    /// Size in bytes; 0 for a link.
    pub size: u64,
    /// Media type found from the content; empty for a link.
    pub media_type: String,
    /// Width and height in pixels of the largest size of a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pixels: Option<(u32, u32)>,
    /// Address of a video that lies elsewhere; nothing of it is in storage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// Where an imported listing came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Source {
    /// Identifier in the source, such as `41T1`; shown and searched.
    pub id: String,
    /// Name of the source.
    pub name: String,
    /// Citation of the paper or report behind it.
    pub citation: String,
    /// Year of the source.
    pub year: Option<u16>,
    /// Code of the source's own industry, in the list of that source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub industry: Option<String>,
}

impl Request {
    /// A time on the request's clock as a moment; of a time that a clock shows twice, the first. Without a known zone
    /// there is none.
    pub fn moment(&self, local: Option<chrono::NaiveDateTime>) -> Option<chrono::DateTime<chrono::Utc>> {
        use chrono::TimeZone as _;
        let zone: chrono_tz::Tz = self.zone.parse().ok()?;
        zone.from_local_datetime(&local?).earliest().map(|at| at.to_utc())
    }
}

impl Content {
    /// An empty document of a kind, written first in `original`.
    pub fn empty(kind: Kind, original: Lang) -> Self {
        let body = match kind {
            Kind::Offer => Body::Offer(Box::default()),
            Kind::Request => Body::Request(Box::default()),
        };
        Self {
            schema: SCHEMA,
            original,
            texts: BTreeMap::from([(original, Texts::default())]),
            themes: Vec::new(),
            keywords: Vec::new(),
            industries: Vec::new(),
            sdgs: Vec::new(),
            treatments: Vec::new(),
            cooperation: Vec::new(),
            files: Vec::new(),
            source: None,
            body,
        }
    }

    /// Which kind it is.
    pub fn kind(&self) -> Kind {
        match self.body {
            Body::Offer(_) => Kind::Offer,
            Body::Request(_) => Kind::Request,
        }
    }

    /// The offer's part, if it is one.
    pub fn offer(&self) -> Option<&Offer> {
        match &self.body {
            Body::Offer(offer) => Some(offer),
            Body::Request(_) => None,
        }
    }

    /// The request's part, if it is one.
    pub fn request(&self) -> Option<&Request> {
        match &self.body {
            Body::Request(request) => Some(request),
            Body::Offer(_) => None,
        }
    }

    /// The texts for a reader and the language they are in: the reader's, else English, else the original.
    pub fn texts_for(&self, reader: Lang) -> (Lang, &Texts) {
        static NOTHING: std::sync::LazyLock<Texts> = std::sync::LazyLock::new(Texts::default);
        [reader, Lang::En, self.original]
            .into_iter()
            .find_map(|lang| self.texts.get(&lang).filter(|texts| !texts.title.is_empty()).map(|texts| (lang, texts)))
            .unwrap_or((self.original, self.texts.get(&self.original).unwrap_or(&NOTHING)))
    }
}
