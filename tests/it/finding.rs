use greenbridge::listings::content::{Body, Measured, Performance};
use greenbridge::taxonomy::{Bound, Evidence, Scale, Statistic};

use crate::support::{TestApp, offer, request};

#[tokio::test]
async fn the_home_page_speaks_the_language_of_its_address() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let english = visitor.get("/").await.ok();
    let chinese = visitor.get("/zh/").await.ok();
    assert_eq!(english.attribute("html", "lang"), "en");
    assert_eq!(chinese.attribute("html", "lang"), "zh");
    assert_eq!(english.link("简体中文").as_deref(), Some("/zh/"));
    assert_eq!(chinese.link("English").as_deref(), Some("/en/"));
}

#[tokio::test]
async fn a_person_is_known_until_the_session_ends() {
    let app = TestApp::start().await;
    let person = app.person("Mei Lin").await;
    let browser = app.sign_in(&person).await;
    let known = async || browser.get("/").await.ok().first("header").contains("Mei Lin");
    assert!(known().await);
    app.advance(chrono::Duration::minutes(20));
    assert!(known().await, "tokens are exchanged");
    app.advance(chrono::Duration::days(31));
    assert!(!known().await);
}

#[tokio::test]
async fn what_was_approved_is_found_by_words_and_by_facets() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    app.published(&owner, &offer("Ceramic membranes for dye houses")).await;
    app.published(&owner, &request("Struvite from manure")).await;
    app.draft(&owner, &offer("Ceramic kilns")).await;
    let visitor = app.visitor();

    let all = visitor.get("/listings").await.ok();
    assert!(all.says("Ceramic membranes for dye houses") && all.says("Struvite from manure"));
    assert!(!all.says("Ceramic kilns"), "a draft is not found");
    let by_words = visitor.get("/listings?q=ceramic").await.ok();
    assert!(by_words.says("Ceramic membranes") && !by_words.says("Struvite"));
    let by_facet = visitor.get("/listings?kind=request").await.ok();
    assert!(!by_facet.says("Ceramic membranes") && by_facet.says("Struvite"));
    let chinese = visitor.get("/zh/listings?q=工业水处理").await.ok();
    assert!(chinese.says("Ceramic membranes"), "found by the name of its keyword");
}

#[tokio::test]
async fn who_searches_too_often_waits_while_others_search_and_browsing_goes_on() {
    let app = TestApp::start_with(|config| config.limits.search_per_minute = 5).await;
    let visitor = app.visitor();
    for word in ["dye", "salt", "heat", "dust", "lead"] {
        visitor.get(&format!("/listings?q={word}")).await.ok();
    }
    let refused = visitor.get("/listings?q=noise").await.expect(429);
    let wait: i64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=13).contains(&wait), "five in a minute are one in twelve seconds, not {wait}");
    visitor.get("/listings.atom?q=noise").await.expect(429);
    visitor.get("/listings?q=dye").await.ok();
    visitor.get("/listings?kind=request").await.ok();
    let member = app.sign_in(&app.person("Mei Lin").await).await;
    member.get("/listings?q=noise").await.ok();
    app.advance(chrono::Duration::seconds(wait));
    visitor.get("/listings?q=noise").await.ok();
    visitor.get("/listings?q=smoke").await.expect(429);
}

#[tokio::test]
async fn a_claim_is_found_by_how_much_it_removes_and_what_cannot_be_read_is_told_at_its_field() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let mut content = offer("Ceramic membranes");
    if let Body::Offer(offer) = &mut content.body {
        offer.performance.push(Performance {
            parameter: "chemical_oxygen_demand".to_owned(),
            influent: Some(Measured::exactly(1_000.into())),
            effluent: Some(Measured { bound: Some(Bound::Below), value: Some(25.into()) }),
            unit: "mg_L".to_owned(),
            removal: None,
            statistic: Statistic::Average,
            scale: Some(Scale::FullScale),
            conditions: String::new(),
            evidence: Evidence::SelfDeclared,
            compared: false,
            document: None,
        });
        offer.cost.currency = "USD".to_owned();
        offer.cost.capital.from = Some(100.into());
        offer.cost.annual_saving = Some(100.into());
    }
    app.published(&owner, &content).await;
    let visitor = app.visitor();
    let found = async |query: &str| visitor.get(&format!("/listings?{query}")).await.ok().says("Ceramic membranes");
    assert!(found("indicator=chemical_oxygen_demand&least=97.5&scale=full_scale").await);
    assert!(found("indicator=chemical_oxygen_demand&least=97,5+%25").await, "as people write it");
    assert!(!found("indicator=chemical_oxygen_demand&least=97.6").await);
    assert!(!found("indicator=chemical_oxygen_demand&least=95&scale=pilot").await);
    assert!(!found("indicator=chemical_oxygen_demand&least=95&evidence=3").await);
    assert!(found("payback=12").await && !found("payback=11").await);
    let page = visitor.get("/listings?indicator=chemical_oxygen_demand&least=95&scale=full_scale").await.ok();
    assert!(page.says("Chemical oxygen demand (COD) ≥ 95 % Full scale"), "{}", page.text());
    assert_eq!((page.value("indicator"), page.value("least")), ("chemical_oxygen_demand".into(), "95".into()));
    let refused = visitor.get("/listings?least=lots&payback=1,234&theme=water").await.expect(422);
    assert!(refused.title().starts_with("Error:") && !refused.error("least").is_empty());
    assert_eq!((refused.value("least"), refused.value("payback")), ("lots".into(), "1,234".into()));
    assert_eq!(refused.errors().len(), 2);
}

#[tokio::test]
async fn a_card_shows_the_strongest_claim_and_where_one_was_asked_for_that_one() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let mut content = offer("Ceramic membranes");
    let removal = |parameter: &str, effluent: i64, scale| Performance {
        parameter: parameter.to_owned(),
        influent: Some(Measured::exactly(1_000.into())),
        effluent: Some(Measured::exactly(effluent.into())),
        unit: "mg_L".to_owned(),
        removal: None,
        statistic: Statistic::Average,
        scale: Some(scale),
        conditions: String::new(),
        evidence: Evidence::SelfDeclared,
        compared: false,
        document: None,
    };
    if let Body::Offer(offer) = &mut content.body {
        offer.benefits.clear();
        offer.performance = vec![
            removal("suspended_solids", 10, Scale::FullScale),
            removal("chemical_oxygen_demand", 40, Scale::FullScale),
            removal("chemical_oxygen_demand", 20, Scale::Pilot),
        ];
    }
    app.published(&owner, &content).await;
    let visitor = app.visitor();
    let proof = async |query: &str| visitor.get(&format!("/listings?{query}")).await.ok().first(".proof");
    assert!(proof("").await.contains("99 %"), "{}", proof("").await);
    assert!(proof("indicator=chemical_oxygen_demand").await.contains("98 %"));
    let asked = proof("indicator=chemical_oxygen_demand&least=95&scale=full_scale").await;
    assert!(asked.contains("96 %") && asked.contains("Chemical oxygen demand"), "{asked}");
}

#[tokio::test]
async fn feeds_and_site_map_hold_what_is_public_and_lose_at_once_what_is_withdrawn() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let kept = app.published(&owner, &offer("Ceramic <membranes> & more")).await;
    let paused = app.published(&owner, &offer("Hollow fibres")).await;
    app.draft(&owner, &offer("Ceramic kilns")).await;
    let visitor = app.visitor();
    let feed = visitor.get("/listings.atom?q=ceramic&theme=water").await.ok();
    assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
    let text = feed.html();
    assert!(text.contains("Ceramic &#60;membranes&#62; &#38; more") && !text.contains("kilns"), "{text}");
    assert!(text.contains(&format!("/listings/{}", kept.reference)) && !text.contains("Hollow fibres"));
    let index = visitor.get("/sitemap.xml").await.ok().html();
    assert!(index.contains("/sitemap/0.xml") && !index.contains("/sitemap/1.xml"));
    let map = async || visitor.get("/sitemap/0.xml").await.ok().html();
    assert!(map().await.contains(&format!("/zh/listings/{}", paused.reference)));

    let browser = app.sign_in(&owner).await;
    browser.post(&format!("/listings/{}/pause", paused.reference), &[]).await.expect(303);
    visitor.get(&format!("/listings/{}", paused.reference)).await.expect(410);
    app.follow_changes().await;
    assert!(!visitor.get("/listings.atom").await.ok().html().contains("Hollow fibres"));
    assert!(!map().await.contains(&paused.reference));
    visitor.get("/sitemap/x.xml").await.expect(404);
    visitor.get("/listings.atom?theme=nonsense").await.expect(400);
}

#[tokio::test]
async fn the_filters_beside_the_results_are_those_of_the_search_on_every_page_and_follow_each_change() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    for number in 0..21 {
        app.published(&owner, &offer(&format!("Membrane {number}"))).await;
    }
    let reader = app.sign_in(&owner).await;
    let filters = async |path: &str| reader.get(path).await.ok().all("aside label");
    let first = filters("/listings").await;
    assert!(first.iter().any(|label| label.starts_with("Offers") && label.ends_with("21")), "{first:?}");
    for path in ["/listings?page=2", "/listings?sort=newest", "/listings"] {
        assert_eq!(filters(path).await, first, "{path}");
    }
    assert_eq!(reader.get("/listings?page=2").await.ok().count("article"), 1);
    assert_ne!(filters("/zh/listings").await, first, "each language has its own");
    let narrowed = reader.get("/listings?kind=request&page=1").await.ok();
    assert_eq!(narrowed.attribute("aside input[name=kind][checked]", "value"), "request");
    assert_eq!(reader.get("/listings").await.ok().count("aside input[checked]"), 0);

    app.published(&owner, &request("Colour out of effluent")).await;
    let grown = filters("/listings?page=2").await;
    assert!(grown.iter().any(|label| label.starts_with("Requests") && label.ends_with('1')), "{grown:?}");
    let wrong = reader.get("/listings?least=much").await.expect(422);
    assert_eq!(wrong.attribute("#least", "value"), "much");
    assert_eq!(reader.get("/listings?least=").await.ok().attribute("#least", "value"), "", "nobody else sees it");
}
