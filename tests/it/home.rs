use crate::support::TestApp;

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
    assert!(browser.get("/").await.ok().link("Mei Lin").is_some());
    app.advance(chrono::Duration::minutes(20));
    assert!(browser.get("/").await.ok().link("Mei Lin").is_some(), "tokens are exchanged");
    app.advance(chrono::Duration::days(31));
    assert!(browser.get("/").await.ok().link("Mei Lin").is_none());
}
