use greenbridge::labels::Claim;
use greenbridge::listings::Listing;
use greenbridge::listings::content::{Benefit, Body, Content, Cost, FileKind, FileRef, Range, Texts, Visibility};
use greenbridge::taxonomy::{Basis, Evidence, Lang};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};

use super::{Browser, Person, TestApp, offer, request};

/// A small marketplace: a provider with listings in several states, an agency, and a moderator.
pub struct Market {
    pub app: TestApp,
    pub provider: Person,
    pub agency: Person,
    pub moderator: Person,
    /// Public, with a benefit, a cost and a certificate.
    pub offer: Listing,
    /// Public, of the agency.
    pub request: Listing,
    /// Not handed in yet.
    pub draft: Listing,
}

/// An offer with something in every part that a reader sees.
pub fn full_offer() -> Content {
    let mut content = offer("Ceramic membranes for dye houses");
    let chinese = Texts {
        title: "印染废水陶瓷膜".to_owned(),
        summary: "陶瓷膜组件，可装入现有水池。".to_owned(),
        description: "用于**印染**废水的陶瓷膜。".to_owned(),
        ..Texts::default()
    };
    content.texts.insert(Lang::Zh, chinese);
    content.files.push(FileRef {
        key: "water-balance".to_owned(),
        kind: FileKind::Report,
        visibility: Visibility::AfterAcceptance,
        name: "Water balance.pdf".to_owned(),
        caption: String::new(),
        size: 48_000,
        media_type: "application/pdf".to_owned(),
        pixels: None,
        link: None,
    });
    if let Body::Offer(offer) = &mut content.body {
        offer.benefits.push(Benefit {
            indicator: "water_use".to_owned(),
            baseline: 100.into(),
            achieved: 40.into(),
            unit: "m3".to_owned(),
            basis: Basis::PerYear,
            product: String::new(),
            baseline_year: Some(2024),
            period: String::new(),
            output: None,
            evidence: Evidence::SelfDeclared,
            compared: false,
            evidence_note: "Metered at one site.".to_owned(),
            document: Some("water-balance".to_owned()),
            audit: None,
            option_class: None,
            option_type: None,
        });
        offer.certificates.push(Claim {
            scheme: "TH-TGL".to_owned(),
            number: "TGL-7".to_owned(),
            holder: "Red River Membranes".to_owned(),
            product: "Membrane module".to_owned(),
            valid_until: "2027-06-30".parse().ok(),
            ..Claim::default()
        });
        offer.cost = Cost {
            currency: "USD".to_owned(),
            capital: Range { from: Some(120_000.into()), to: Some(180_000.into()) },
            annual_saving: Some(60_000.into()),
            ..Cost::default()
        };
    }
    content
}

impl Market {
    pub async fn open() -> Self {
        Self::open_in(TestApp::start_with(|config| config.limits.sign_up_per_hour = 100_000).await).await
    }

    pub async fn open_in(app: TestApp) -> Self {
        let provider = app.owner("Bao Tran", "Red River Membranes", "VN").await;
        let agency = app.owner("Mei Lin", "Straits Environment Office", "SG").await;
        let moderator = app.moderator("Siti Noor").await;
        let offer = app.published(&provider, &full_offer()).await;
        let request = app.published(&agency, &request("Colour out of dye house effluent")).await;
        let draft = app.draft(&provider, &super::offer("Hollow fibres for tanneries")).await;
        Self { app, provider, agency, moderator, offer, request, draft }
    }

    /// Interest of the agency in the provider's offer, sent; its path.
    pub async fn interest(&self, agency: &Browser) -> String {
        let fields = [
            ("purpose[]", "licence"),
            ("country", "SG"),
            ("site", "Tuas"),
            ("message", "Could your modules be fitted into the present tanks?"),
            ("then", "send"),
        ];
        let form = format!("/listings/{}/interest", self.offer.reference);
        agency.post(&form, &fields).await.expect(303).location().unwrap()
    }

    /// The path of the newest review case.
    pub async fn case(&self) -> String {
        use greenbridge::entity::review_case::{Column, Entity};
        let newest = Entity::find().order_by_desc(Column::Id).one(self.app.db.conn()).await.unwrap();
        format!("/moderation/{}", newest.unwrap().id)
    }

    /// Makes everybody a reader of a language.
    pub async fn everybody_reads(&self, lang: Lang) {
        use greenbridge::entity::account::{Column, Entity};
        let update = Entity::update_many().col_expr(Column::Locale, Expr::value(lang.code()));
        update.filter(Column::Id.gt(0)).exec(self.app.db.conn()).await.unwrap();
    }
}
