//! What the tests of this module share.

use rust_decimal::Decimal;

use crate::labels::Claim;
use crate::listings::content::{
    Benefit, Body, Content, Cost, Measured, Offer, Performance, Range, Reference, Source, Texts,
};
use crate::taxonomy::{
    Audit, Basis, Bound, Cooperation, Evidence, Ip, Kind, Lang, OptionClass, OptionType, Scale, Sector, Size, Statistic,
};

fn texts(title: &str) -> Texts {
    Texts {
        title: title.to_owned(),
        summary: "In short.".to_owned(),
        description: "At length,\nin **two** lines; and more.".to_owned(),
        advantages: "Less of everything.".to_owned(),
        background: String::new(),
        partner_role: "Sells it.".to_owned(),
    }
}

/// An offer with something in every field that a table can hold.
pub fn full_offer() -> Content {
    let decimal = |text: &str| text.parse::<Decimal>().unwrap();
    let offer = Offer {
        readiness: Some(8),
        ip: Some(Ip::Granted),
        patents: vec!["CN1234".to_owned(), "VN-5".to_owned()],
        patent_classes: vec!["Y02W".to_owned(), "Y02A".to_owned()],
        partner_sectors: vec![Sector::Private],
        partner_sizes: vec![Size::Small, Size::Large],
        developed_in: vec!["VN".to_owned()],
        deployed_in: vec!["TH".to_owned()],
        offered_to: vec!["TH".to_owned(), "VN".to_owned()],
        cost: Cost {
            currency: "USD".to_owned(),
            basis: "per m³/d".to_owned(),
            capital: Range { from: Some(decimal("120000")), to: Some(decimal("180000.5")) },
            operating: Range { from: None, to: Some(decimal("1.2345")) },
            annual_saving: Some(decimal("60000")),
            note: "Two lines,\nas typed.".to_owned(),
        },
        benefits: vec![Benefit {
            indicator: "water_use".to_owned(),
            baseline: decimal("1.234"),
            achieved: decimal("0.5"),
            unit: "m3".to_owned(),
            basis: Basis::PerUnit,
            product: "tonne of cloth".to_owned(),
            baseline_year: Some(2024),
            period: "12 months".to_owned(),
            output: None,
            evidence: Evidence::default(),
            compared: false,
            evidence_note: "Metered.".to_owned(),
            document: None,
            audit: Some(Audit::Voluntary),
            option_class: Some(OptionClass::NoLowCost),
            option_type: Some(OptionType::ProcessControl),
        }],
        performance: vec![Performance {
            parameter: "chemical_oxygen_demand".to_owned(),
            influent: Some(Measured { bound: Some(Bound::About), value: Some(decimal("900")) }),
            effluent: Some(Measured { bound: Some(Bound::NotDetected), value: None }),
            unit: "mg_L".to_owned(),
            removal: Some(Measured { bound: Some(Bound::Above), value: Some(decimal("95.5")) }),
            statistic: Statistic::Average,
            scale: Some(Scale::FullScale),
            evidence: Evidence::default(),
            compared: false,
            document: None,
            conditions: "In summer; at night".to_owned(),
        }],
        certificates: vec![Claim {
            scheme: "TH-TGL".to_owned(),
            number: "TGL-7".to_owned(),
            holder: "Red River".to_owned(),
            product: "Module".to_owned(),
            product_group: "Membranes".to_owned(),
            criteria: "TGL-1".to_owned(),
            issued: "2025-06-30".parse().ok(),
            valid_until: "2027-06-30".parse().ok(),
            ..Claim::default()
        }],
        references: vec![Reference {
            site: "A dye house".to_owned(),
            country: "VN".to_owned(),
            year: Some(2022),
            scale: "500 m³/d".to_owned(),
            result: "Less water.".to_owned(),
            contact_on_request: true,
        }],
    };
    Content {
        texts: [(Lang::En, texts("Ceramic membranes")), (Lang::Zh, texts("陶瓷膜"))].into(),
        themes: vec!["water".to_owned(), "air".to_owned()],
        keywords: vec!["WAT-IND".to_owned()],
        industries: vec!["01".to_owned(), "13".to_owned()],
        sdgs: vec![6, 12],
        treatments: ["membrane_bioreactor", "membrane_bioreactor", "reverse_osmosis"].map(str::to_owned).into(),
        cooperation: vec![Cooperation::Licence, Cooperation::Sale],
        source: Some(Source {
            id: "41T1".to_owned(),
            name: "A database".to_owned(),
            citation: "Somebody, 2020".to_owned(),
            year: Some(2020),
            industry: None,
        }),
        body: Body::Offer(Box::new(offer)),
        ..Content::empty(Kind::Offer, Lang::En)
    }
}
