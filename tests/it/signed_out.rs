//! Forms that are sent after a sign-in has ended: nothing that was typed is lost.

use axum::body::Body;
use axum::http::Method;
use chrono::Duration;
use greenbridge::web::Access;

use crate::support::{Answer, Browser, File, Market, Person, TestApp, offer};

const SAVE: &str = "Save and return to the list";
const AGAIN: &str = "Send again";
const FORM: Option<&str> = Some("application/x-www-form-urlencoded");
/// Long enough to be worth copying, with what would end an attribute, a tag or an area of text.
const LONG: &str =
    "At length: \"fibres\" <of> clay &amp; 'ash',\nfired at 1 200 °C. </textarea><script>alert(1)</script>";

/// Signs in anew in the same browser, as in another tab.
async fn back(app: &TestApp, browser: &Browser, person: &Person) {
    let cookies = greenbridge::auth::start_session(app.sessions(app.now()), person.account_id, "test").await;
    cookies.unwrap().iter().for_each(|cookie| browser.keep(cookie));
}

async fn begun() -> (TestApp, Person, Browser, String) {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.draft(&owner, &offer("Ceramic membranes")).await;
    let browser = app.sign_in(&owner).await;
    (app, owner, browser, format!("/listings/{}/edit/texts", listing.reference))
}

/// The page that keeps what was typed, judged by what holds for each.
fn kept(answer: Answer) -> Answer {
    let page = answer.expect(401);
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.heading(), "You are signed out");
    assert_eq!(page.attribute("main a[target=_blank]", "rel"), "noopener");
    assert_eq!(page.count("script:not([src])"), 0);
    page
}

#[tokio::test]
async fn the_texts_of_a_listing_are_sent_again_after_signing_in_elsewhere() {
    let (app, owner, browser, at) = begun().await;
    let page = browser.get(&at).await.ok();
    app.advance(Duration::days(60));
    let typed = [("title", "Finer membranes"), ("description", LONG), ("advantages", "")];
    let out = kept(browser.press(&page, SAVE, &typed).await);
    let form = out.form(AGAIN);
    assert_eq!((form.action.as_str(), form.files), (page.form(SAVE).action.as_str(), false));
    assert_eq!(out.all("details textarea[readonly]"), [LONG.split_whitespace().collect::<Vec<_>>().join(" ")]);
    let sign_in = out.link("Sign in (opens a new tab)").unwrap();
    assert!(sign_in.starts_with("/sign-in?next=%2Flistings%2F"), "{sign_in}");

    // Too early, it is kept once more.
    let out = kept(browser.press(&out, AGAIN, &[]).await);
    back(&app, &browser, &owner).await;
    assert_eq!(browser.open(&sign_in).await.ok().value("title"), "Ceramic membranes");
    browser.press(&out, AGAIN, &[]).await.expect(303);
    let saved = browser.get(&at).await.ok();
    assert_eq!(saved.value("title"), "Finer membranes");
    assert_eq!(saved.value("description"), LONG);
}

#[tokio::test]
async fn the_page_that_keeps_what_was_typed_reads_in_both_languages() {
    let (_app, _, browser, at) = begun().await;
    browser.post("/sign-out", &[]).await.expect(303);
    let mut outlines = String::new();
    for prefix in ["", "/zh"] {
        let fields = [("title", "Finer membranes"), ("description", LONG), ("password", "hush"), ("action", "stay")];
        let file = File { field: "file", name: "plan.pdf", media_type: "application/pdf", bytes: b"%PDF-1.7" };
        let answer = browser.post_files(&format!("{prefix}{at}"), &fields, &[file]).await.expect(401);
        assert_eq!(answer.attribute("main form", "action"), format!("{prefix}{at}"));
        outlines.push_str(&crate::support::without_chance(&answer.outline()));
    }
    insta::assert_snapshot!(outlines);
}

#[tokio::test]
async fn an_expression_of_interest_is_kept_and_its_file_is_chosen_again() {
    let market = Market::open().await;
    let at = format!("/listings/{}/interest", market.offer.reference);
    let agency = market.app.sign_in(&market.agency).await;
    agency.post("/sign-out", &[]).await.expect(303);
    let message = "Could your modules be fitted into the present tanks of our dye house in Tuas?";
    let fields = [("purpose[]", "licence"), ("country", "SG"), ("message", message), ("then", "send")];
    // More than is read of a form without files.
    let (plan, none) =
        (vec![b' '; 3 << 20], File { field: "other", name: "", media_type: "application/pdf", bytes: b"" });
    let plan = File { field: "file", name: "<b>plan</b>.pdf", media_type: "application/pdf", bytes: &plan };
    let out = kept(agency.post_files(&at, &fields, &[plan, none]).await);
    assert!(out.says("Choose the files again"), "{}", out.text());
    assert_eq!(out.first("label[for=file-1]"), "Choose again: <b>plan</b>.pdf");
    assert_eq!(
        (out.count("main input[type=file]"), out.attribute("main input[type=file]", "name").as_str()),
        (1, "file")
    );

    back(&market.app, &agency, &market.agency).await;
    let form = out.form(AGAIN);
    assert!(form.files, "its files go with it");
    let again: Vec<_> = form.fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let chosen = File { field: "file", name: "plan.pdf", media_type: "application/pdf", bytes: b"%PDF-1.7\n%%EOF" };
    let sent = agency.post_files(&form.action, &again, &[chosen]).await.expect(303);
    let thread = agency.follow(sent).await.ok();
    assert!(thread.says(message) && thread.says("plan.pdf"), "{}", thread.text());
}

#[tokio::test]
async fn a_message_that_was_typed_without_a_file_is_sent_again_as_it_was() {
    let market = Market::open().await;
    let agency = market.app.sign_in(&market.agency).await;
    let thread = market.interest(&agency).await;
    let page = agency.get(&thread).await.ok();
    market.app.advance(Duration::days(60));
    let out = kept(agency.press(&page, "Send message", &[("body", "We measured it anew.")]).await);
    assert_eq!(out.count("main input[type=file]"), 0);
    back(&market.app, &agency, &market.agency).await;
    let read = agency.submit(&out, AGAIN, &[]).await.ok();
    assert!(read.says("We measured it anew."), "{}", read.text());
}

#[tokio::test]
async fn a_password_never_stands_on_a_page_again() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let typed = [("name", "Bao Tran"), ("password", "orchid tram lantern"), ("current", "old tram lantern")];
    for answer in [visitor.post("/account", &typed).await, visitor.post_files("/account", &typed, &[]).await] {
        let out = kept(answer);
        assert!(!out.html().contains("tram lantern") && out.says("Passwords are not kept"), "{}", out.text());
        assert_eq!(out.form(AGAIN).fields, [("name".to_owned(), "Bao Tran".to_owned())]);
    }
    // Where nothing else was typed, nothing is left to keep.
    let to = visitor.post("/account/password", &typed[1..]).await.expect(303).location();
    assert_eq!(to.as_deref(), Some("/sign-in?next=%2Faccount"));
}

#[tokio::test]
async fn nothing_that_was_typed_becomes_part_of_the_page() {
    let (_app, _, browser, at) = begun().await;
    browser.post("/sign-out", &[]).await.expect(303);
    let wicked = "\"><script>alert(1)</script><a href='javascript:x'>";
    let file = File { field: "'><script>", name: "<script>x</script>", media_type: "text/html", bytes: b"x" };
    let fields = [(wicked, wicked), ("title", LONG)];
    let mut answers = vec![browser.post(&at, &fields).await];
    answers.push(browser.post(&format!("{at}?a=%22%3E'"), &fields).await);
    answers.push(browser.post_files(&at, &[("title", wicked)], &[file]).await);
    for answer in answers {
        let out = kept(answer);
        assert!(!out.html().contains("<script>") && !out.html().contains("<a href='java"), "{}", out.html());
        assert!(out.form(AGAIN).fields.iter().any(|(_, text)| text == wicked));
        assert!(out.form(AGAIN).action.starts_with(&at));
    }
}

#[tokio::test]
async fn what_cannot_be_kept_leads_to_signing_in_as_reading_does() {
    let (_app, _, browser, at) = begun().await;
    browser.post("/sign-out", &[]).await.expect(303);
    let long = "x".repeat(600_000);
    let many: Vec<_> = (0..1_001).map(|_| ("title", "x")).collect();
    let next = Some(format!("/sign-in?next={}", at.replace('/', "%2F")));
    let json = Body::from("{\"title\":\"x\"}");
    for answer in [
        browser.post(&at, &[("title", "x"), ("description", &long)]).await,
        browser.post_files(&at, &[("title", "x"), ("description", &long)], &[]).await,
        browser.post(&at, &many).await,
        browser.send(Method::POST, &at, Some("application/json"), json).await,
        browser.send(Method::POST, &at, None, Body::from("title=x")).await,
        browser.send(Method::POST, &at, Some("multipart/form-data; boundary=x"), Body::from("title=x")).await,
        // Only a button was pressed.
        browser.post(&at, &[("version", "1"), ("title", " "), ("action", "stay")]).await,
        browser.post(&at, &[]).await,
    ] {
        assert_eq!(answer.expect(303).location(), next);
    }
    // What comes from another site is neither kept nor led anywhere.
    let elsewhere = browser.with("sec-fetch-site", "cross-site").with("origin", "https://elsewhere.example");
    elsewhere.post(&at, &[("title", "x")]).await.expect(403);
    browser.send(Method::POST, &at, FORM, Body::from("title=%ff%00&title=%")).await.expect(401);
}

#[tokio::test]
async fn after_signing_in_everybody_comes_to_a_page_and_never_to_an_address_that_only_takes_forms() {
    let app = TestApp::start().await;
    let administrator = app.sign_in(&app.administrator("Ada Admin").await).await;
    let member = app.sign_in(&app.owner("Bao Tran", "Red River Membranes", "VN").await).await;
    let routes = greenbridge::app::route_table().into_iter().filter(|route| route.method == "POST");
    for route in routes.filter(|route| !matches!(route.access, Access::Public | Access::Demo | Access::Local)) {
        let path = super::security::filled(route.path);
        let to = app.visitor().post(&path, &[]).await.expect(303).location().unwrap();
        let next = to.strip_prefix("/sign-in?next=").unwrap().replace("%2F", "/");
        for browser in [&administrator, &member] {
            assert_ne!(browser.get(&next).await.status(), 405, "{path} leads to {next}");
        }
        assert!(path.starts_with(&next) && next.len() > 1, "{path} leads to {next}");
    }
}

#[tokio::test]
async fn a_script_that_saves_while_somebody_writes_learns_that_they_are_signed_out() {
    let (_app, _, browser, at) = begun().await;
    let page = browser.get(&at).await.ok();
    assert!(page.attribute("#autosave", "data-out").contains("you are signed out"));
    browser.post("/sign-out", &[]).await.expect(303);
    browser.post(&at, &[("title", "Finer membranes"), ("action", "autosave")]).await.expect(401);
}
