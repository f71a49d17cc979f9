//! What an offer claims: benefits, measured performance, demonstration projects.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize};

use crate::taxonomy::{Audit, Basis, Bound, Evidence, OptionClass, OptionType, Scale, Statistic};

/// One claim of a cleaner-production benefit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Benefit {
    /// Code of the indicator.
    pub indicator: String,
    /// Value before.
    pub baseline: Decimal,
    /// Value after.
    pub achieved: Decimal,
    /// Code of the unit, of the indicator's dimension.
    pub unit: String,
    /// What it is counted over.
    pub basis: Basis,
    /// The product, when counted per unit of product, such as "tonne of fabric".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub product: String,
    /// Year of the baseline.
    #[serde(default)]
    pub baseline_year: Option<u16>,
    /// Over which time it was measured, in words, such as "12 months of 2025".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub period: String,
    /// What was produced over the same basis, from which the intensity follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<Output>,
    /// Step on the evidence ladder. It is no part of what is stored: [`super::evidence`] works it out from the document
    /// and from what others have checked.
    #[serde(default, skip_serializing)]
    pub evidence: Evidence,
    /// Whether only an import has compared it with its published source, when it stands on the step of what was checked;
    /// worked out like the step.
    #[serde(skip)]
    pub compared: bool,
    /// What the evidence is, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence_note: String,
    /// The document behind it: key of one of the listing's files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Audit type of the site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audit: Option<Audit>,
    /// Class of the option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option_class: Option<OptionClass>,
    /// Type of the option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option_type: Option<OptionType>,
}

/// What a site produced before and after, in the product that the benefit names, such as tonnes of fabric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Output {
    /// Before.
    pub baseline: Decimal,
    /// After.
    pub achieved: Decimal,
}

/// A measured value with its detection-limit flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// The flag, if the value is a bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// The value; absent when only "not detected" is known.
    pub value: Option<Decimal>,
}

/// One row of measured performance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Performance {
    /// Code of the parameter.
    pub parameter: String,
    /// At the inlet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub influent: Option<Measured>,
    /// At the outlet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effluent: Option<Measured>,
    /// Code of the unit of both; an unknown unit is kept as it was written.
    pub unit: String,
    /// Removal in percent as reported; where both ends are known it is computed and this stays empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removal: Option<Measured>,
    /// Which statistic.
    pub statistic: Statistic,
    /// Scale at which it was measured.
    #[serde(default, deserialize_with = "scale", skip_serializing_if = "Option::is_none")]
    pub scale: Option<Scale>,
    /// Conditions, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub conditions: String,
    /// Step on the evidence ladder, worked out like that of a benefit.
    #[serde(default, skip_serializing)]
    pub evidence: Evidence,
    /// Whether only an import has compared it with its published source, when it stands on the step of what was checked;
    /// worked out like the step.
    #[serde(skip)]
    pub compared: bool,
    /// The document behind it: key of one of the listing's files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// Reads a scale; earlier revisions have it in words, of which only those are understood that imports wrote.
fn scale<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Scale>, D::Error> {
    let written = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
    Ok(match written.as_str() {
        "full scale" => Some(Scale::FullScale),
        "pilot scale" => Some(Scale::Pilot),
        code => code.parse().ok(),
    })
}

/// A demonstration project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reference {
    /// The site.
    pub site: String,
    /// ISO 3166-1 country.
    pub country: String,
    /// Year of start.
    pub year: Option<u16>,
    /// Scale, in words.
    pub scale: String,
    /// Result, in words.
    pub result: String,
    /// Whether a contact is given on request.
    pub contact_on_request: bool,
}
