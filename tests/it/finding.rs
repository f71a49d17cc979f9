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
