//! The evidence ladder: who raises a claim, on what it rests, and when it falls back.

use greenbridge::listings::Listing;
use greenbridge::listings::content::{Benefit, Body, Content, FileKind, FileRef, Measured, Performance, Visibility};
use greenbridge::taxonomy::{Basis, Evidence, Statistic};

use crate::support::{Answer, Browser, Person, TestApp, offer};

/// An offer with a claim that has a document behind it and one that has none.
fn claiming(achieved: i64) -> Content {
    let mut content = offer("Ceramic membranes");
    content.files.push(FileRef {
        key: "report".to_owned(),
        kind: FileKind::Report,
        visibility: Visibility::Public,
        name: "Water balance.pdf".to_owned(),
        caption: String::new(),
        size: 1_000,
        media_type: "application/pdf".to_owned(),
        pixels: None,
        link: None,
    });
    let benefit = |indicator: &str, document: Option<&str>| Benefit {
        indicator: indicator.to_owned(),
        baseline: 100.into(),
        achieved: achieved.into(),
        unit: if indicator == "water_use" { "m3" } else { "kWh" }.to_owned(),
        basis: Basis::PerYear,
        product: String::new(),
        baseline_year: None,
        period: String::new(),
        output: None,
        // What a content says of its own evidence counts for nothing.
        evidence: Evidence::GovernmentOrMra,
        compared: false,
        evidence_note: String::new(),
        document: document.map(str::to_owned),
        audit: None,
        option_class: None,
        option_type: None,
    };
    if let Body::Offer(offer) = &mut content.body {
        offer.benefits = vec![benefit("water_use", Some("report")), benefit("electricity", None)];
    }
    content
}

async fn published(app: &TestApp) -> (Person, Listing) {
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.published(&owner, &claiming(40)).await;
    (owner, listing)
}

/// The steps that the listing's page shows, row by row.
async fn steps(app: &TestApp, listing: &Listing) -> Vec<String> {
    app.follow_changes().await;
    let page = app.visitor().open(&format!("/listings/{}", listing.reference)).await.ok();
    page.all("td .evidence")
}

async fn evidence(browser: &Browser, listing: &Listing) -> Answer {
    browser.open(&format!("/listings/{}/evidence", listing.reference)).await
}

/// The key of the claim that can be chosen.
fn claim(page: &Answer) -> String {
    page.attribute("input[name='claims[]']", "value")
}

#[tokio::test]
async fn a_moderator_raises_a_documented_claim_and_the_mark_search_and_owner_follow() {
    let app = TestApp::start().await;
    let (owner, listing) = published(&app).await;
    app.follow_changes().await;
    let found = async |step: u8| app.visitor().open(&format!("/listings?evidence={step}")).await.ok().says("Ceramic");
    assert_eq!(steps(&app, &listing).await, ["Document provided", "Self-declared"]);
    assert!(found(2).await && !found(3).await);

    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let page = evidence(&moderator, &listing).await.ok();
    assert_eq!(page.count("input[name='claims[]']"), 1, "only what is documented can be chosen");
    let key = claim(&page);
    let fields = [("claims[]", key.as_str()), ("step", "checked"), ("note", "Pages 3 and 4 of the balance.")];
    let done = moderator.submit(&page, "Note the check", &fields).await.ok();
    assert!(done.notice().starts_with("The check is noted."), "{}", done.text());
    assert!(done.says("Siti Noor") && done.says("Pages 3 and 4 of the balance."));
    assert_eq!(steps(&app, &listing).await, ["Checked by a moderator", "Self-declared"]);
    app.follow_changes().await;
    assert!(found(3).await && !found(4).await);
    let mail = app.last_mail(&owner.email).await;
    assert!(mail.text.contains("Checked by a moderator") && mail.text.contains("> Pages 3 and 4"), "{}", mail.text);

    let back = moderator.submit(&done, "Take back Checked by a moderator", &[]).await.ok();
    assert!(!back.says("Siti Noor ·"));
    assert_eq!(steps(&app, &listing).await, ["Document provided", "Self-declared"]);
}

#[tokio::test]
async fn a_figure_that_changes_has_to_be_checked_anew() {
    let app = TestApp::start().await;
    let (owner, listing) = published(&app).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let page = evidence(&moderator, &listing).await.ok();
    let key = claim(&page);
    moderator.submit(&page, "Note the check", &[("claims[]", &key), ("step", "checked")]).await.ok();
    app.revised(&owner, &listing, &claiming(30)).await;
    assert_eq!(steps(&app, &listing).await, ["Document provided", "Self-declared"]);
    assert!(evidence(&moderator, &listing).await.ok().says("The claims have changed since"));
    app.revised(&owner, &listing, &claiming(40)).await;
    assert_eq!(steps(&app, &listing).await[0], "Checked by a moderator", "the same figure again is the checked one");
}

#[test]
fn a_figure_measured_under_other_conditions_is_another_claim() {
    let row = |conditions: &str| Performance {
        parameter: "fluoride".to_owned(),
        influent: Some(Measured::exactly(480.into())),
        effluent: Some(Measured::exactly(14.into())),
        unit: "mg_L".to_owned(),
        removal: None,
        statistic: Statistic::Average,
        scale: None,
        conditions: conditions.to_owned(),
        evidence: Evidence::default(),
        compared: false,
        document: None,
    };
    let key = |conditions: &str| greenbridge::listings::evidence::key_of_performance(&row(conditions));
    assert_ne!(key("Two weeks, 20 L/h, tap water"), key("Twelve months, 400 m³/d, rinse water"));
    assert_eq!(key("Two weeks"), key("Two weeks"));
}

#[tokio::test]
async fn what_cannot_be_is_told_at_its_field_and_keeps_what_was_typed() {
    let app = TestApp::start().await;
    let (_, listing) = published(&app).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let path = format!("/listings/{}/evidence", listing.reference);
    let page = moderator.open(&path).await.ok();
    let key = claim(&page);
    let refused = moderator.post(&path, &[("note", "Pages 3 and 4")]).await.expect(422);
    assert_eq!(refused.error("claims"), "Choose at least one claim");
    assert!(!refused.error("step").is_empty() && refused.value("note") == "Pages 3 and 4");
    let gone = moderator.post(&path, &[("claims[]", "0123"), ("step", "checked")]).await.expect(422);
    assert!(gone.error("claims").contains("has changed"), "{}", gone.text());
    let unnamed = moderator.post(&path, &[("claims[]", &key), ("step", "third_party_verified")]).await.expect(422);
    assert!(!unnamed.error("verifier").is_empty());
    assert_eq!(unnamed.count("input[name='claims[]'][checked]"), 1, "{}", unnamed.html());
    let steps_down = moderator.post(&path, &[("claims[]", &key), ("step", "self_declared")]).await.expect(422);
    assert!(!steps_down.error("step").is_empty());
    moderator.post(&format!("{path}/999/withdraw"), &[]).await.expect(303);
}

#[tokio::test]
async fn owners_see_the_checks_and_give_none_and_others_see_neither() {
    let app = TestApp::start().await;
    let (owner, listing) = published(&app).await;
    let path = format!("/listings/{}/evidence", listing.reference);
    let seen = app.sign_in(&owner).await.open(&path).await.ok();
    assert!(
        seen.says("Water use") && seen.count("button") == seen.count("header button") + seen.count("footer button")
    );
    app.sign_in(&owner).await.post(&path, &[("step", "checked")]).await.expect(403);
    let other = app.owner("Somchai", "Elsewhere", "TH").await;
    app.sign_in(&other).await.open(&path).await.expect(403);
    app.visitor().get(&path).await.expect(303);
}

#[tokio::test]
async fn the_focal_point_speaks_for_its_own_country_only() {
    let app = TestApp::start().await;
    let (_, listing) = published(&app).await;
    let path = format!("/listings/{}/evidence", listing.reference);
    let thai = app.focal_point("Anong", "Thai agency", "TH").await;
    app.sign_in(&thai).await.open(&path).await.expect(403);
    let focal = app.sign_in(&app.focal_point("Linh", "Viet agency", "VN").await).await;
    let page = focal.open(&path).await.ok();
    let key = claim(&page);
    let third = [("claims[]", key.as_str()), ("step", "third_party_verified"), ("verifier", "A body")];
    focal.post(&path, &third).await.expect(422);
    let fields = [("claims[]", key.as_str()), ("step", "government_or_mra"), ("verifier", "Ministry of Environment")];
    let done = focal.submit(&page, "Note the check", &fields).await.ok();
    assert!(done.says("Viet agency") && done.says("Ministry of Environment"), "{}", done.text());
    assert!(steps(&app, &listing).await[0].starts_with("Approved by government"));
}
