//! Closed code lists: each is an enum whose codes are stored, sent and used in addresses as written here.

/// Declares an enum of codes with its text form, its full list and its serde form.
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        $vis enum $name { $($(#[$variant_meta])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as it is stored and sent.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::taxonomy::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err($crate::taxonomy::UnknownCode { list: stringify!($name), code: code.to_owned() }),
                }
            }
        }
    };
}

/// A code that its list does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{list} has no code {code:?}")]
pub struct UnknownCode {
    /// The list that was asked.
    pub list: &'static str,
    /// The code that was given.
    pub code: String,
}

codes! {
    /// Languages in which content can be written: English and the official languages of the eleven countries (BCP 47).
    pub enum Lang {
        En = "en", Zh = "zh", Th = "th", Vi = "vi", Id = "id", Ms = "ms", Km = "km", Lo = "lo", My = "my", Fil = "fil", Ta = "ta",
    }
}

codes! {
    /// The two kinds of listing.
    pub enum Kind { Offer = "offer", Request = "request" }
}

codes! {
    /// Sector of an organisation.
    pub enum Sector {
        Public = "public", Private = "private", Research = "research", CivilSociety = "civil_society", International = "international",
    }
}

codes! {
    /// Size of an organisation.
    pub enum Size { Micro = "micro", Small = "small", Medium = "medium", Large = "large" }
}

codes! {
    /// Stages of readiness, each a span of technology readiness levels.
    pub enum Stage { Concept = "concept", Lab = "lab", Pilot = "pilot", FullScale = "full_scale", Market = "market" }
}

impl Stage {
    /// The stage of a technology readiness level (1 to 9); levels outside are held to the nearest.
    pub const fn of_level(level: u8) -> Self {
        match level {
            0..=2 => Self::Concept,
            3..=4 => Self::Lab,
            5..=6 => Self::Pilot,
            7..=8 => Self::FullScale,
            _ => Self::Market,
        }
    }
}

codes! {
    /// State of intellectual property.
    pub enum Ip { None = "none", Secret = "secret", Applied = "applied", Granted = "granted" }
}

codes! {
    /// Cooperation that an organisation seeks or asks for.
    pub enum Cooperation {
        Licence = "licence", Sale = "sale", JointVenture = "joint_venture", TechnicalAssistance = "technical_assistance",
        Turnkey = "turnkey", Operation = "operation", Research = "research", Demonstration = "demonstration", Training = "training",
    }
}

codes! {
    /// The evidence ladder, lowest step first.
    pub enum Evidence {
        SelfDeclared = "self_declared", DocumentProvided = "document_provided", Checked = "checked",
        ThirdPartyVerified = "third_party_verified", GovernmentOrMra = "government_or_mra",
    }
}

impl Default for Evidence {
    /// What nobody has shown is declared.
    fn default() -> Self {
        Self::SelfDeclared
    }
}

impl Evidence {
    /// The step on the ladder, 1 to 5.
    pub const fn step(self) -> u8 {
        self as u8 + 1
    }
}

codes! {
    /// What a benefit is counted over.
    pub enum Basis { PerYear = "per_year", PerUnit = "per_unit", PerM3 = "per_m3", AtSite = "at_site" }
}

codes! {
    /// Scale at which a performance was measured.
    pub enum Scale { Lab = "lab", Pilot = "pilot", FullScale = "full_scale" }
}

codes! {
    /// Statistic of a measured performance.
    pub enum Statistic {
        Average = "average", Median = "median", Maximum = "maximum", Minimum = "minimum", Single = "single",
        Percentile95 = "percentile_95", Other = "other",
    }
}

codes! {
    /// Detection-limit flag of a measured value.
    pub enum Bound { Below = "<", Above = ">", About = "~", NotDetected = "ND" }
}

impl Bound {
    /// The sign before a figure; words are needed for [`Bound::NotDetected`].
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Below => "< ",
            Self::Above => "> ",
            Self::About => "≈ ",
            Self::NotDetected => "",
        }
    }
}

codes! {
    /// Cleaner-production audit (China, order of 2016).
    pub enum Audit { Voluntary = "voluntary", Mandatory = "mandatory" }
}

codes! {
    /// Class of a cleaner-production option.
    pub enum OptionClass { NoLowCost = "no_low_cost", MediumHighCost = "medium_high_cost" }
}

codes! {
    /// Type of a cleaner-production option.
    pub enum OptionType {
        GoodHousekeeping = "good_housekeeping", InputChange = "input_change", ProcessControl = "process_control",
        EquipmentChange = "equipment_change", OnSiteReuse = "on_site_reuse", ByProduct = "by_product", ProductChange = "product_change",
    }
}

codes! {
    /// How a measurable requirement compares.
    pub enum Comparator { AtMost = "at_most", AtLeast = "at_least", Equal = "equal" }
}

impl Comparator {
    /// The sign before a limit.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtMost => "≤",
            Self::AtLeast => "≥",
            Self::Equal => "=",
        }
    }
}

codes! {
    /// How a request ended.
    pub enum Outcome { Awarded = "awarded", Pilot = "pilot", NoneSuitable = "none_suitable", Cancelled = "cancelled" }
}

impl Outcome {
    /// Whether somebody was chosen, so that there is a value and a name.
    pub const fn chooses(self) -> bool {
        matches!(self, Self::Awarded | Self::Pilot)
    }
}
