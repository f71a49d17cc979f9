//! What the pages say: their main parts as outlines, in English and in Chinese where that costs nothing. A change of a
//! text, a link, a field or an order is seen in review.

use greenbridge::listings::actions;
use greenbridge::listings::content::Body;
use greenbridge::listings::policy::Submit;
use greenbridge::taxonomy::Lang;
use greenbridge::web::Can;

use crate::support::{Answer, Browser, Market, outline, request, without_chance};

/// Answers under one another, as one snapshot.
fn join(answers: &[Answer]) -> String {
    answers.iter().map(Answer::outline).collect::<Vec<_>>().join("\n")
}

/// A page in both languages.
async fn both(browser: &Browser, path: &str) -> String {
    let mut answers = Vec::new();
    for prefix in ["", "/zh"] {
        answers.push(browser.get(&format!("{prefix}{path}")).await);
    }
    join(&answers)
}

#[tokio::test]
async fn what_visitors_read() {
    let market = Market::open().await;
    let visitor = market.app.visitor();
    let offer = format!("/listings/{}", market.offer.reference);
    let request = format!("/listings/{}", market.request.reference);
    let pages = [
        ("home", "/"),
        ("search", "/listings?q=membranes&theme=water"),
        ("search_without_result", "/listings?q=nothing+like+it"),
        ("offer", &offer),
        ("request", &request),
        ("organisations", "/organisations"),
        ("organisation", "/organisations/red-river-membranes"),
        ("labels", "/labels"),
        ("scheme", "/labels/TH-TGL"),
        ("sign_up", "/sign-up?next=/workspace"),
        ("sign_in", "/sign-in"),
        ("forgot", "/forgot"),
    ];
    for (name, path) in pages {
        insta::assert_snapshot!(name, both(&visitor, path).await);
    }
}

#[tokio::test]
async fn what_stands_around_every_page() {
    let market = Market::open().await;
    let app = &market.app;
    let (member, moderator) = (app.sign_in(&market.provider).await, app.sign_in(&market.moderator).await);
    let mut text = String::new();
    for (who, browser) in [("visitor", &app.visitor()), ("member", &member), ("moderator", &moderator)] {
        let page = browser.get("/zh/labels?x=1").await.ok();
        text.push_str(&format!("= {who}\n{}\n", outline(&page.html(), "body > :not(main)")));
    }
    insta::assert_snapshot!(without_chance(&text));
}

#[tokio::test]
async fn what_a_form_says_that_is_not_right() {
    let market = Market::open().await;
    let app = &market.app;
    let (visitor, owner) = (app.visitor(), app.sign_in(&market.provider).await);
    let edit = format!("/listings/{}/edit", market.draft.reference);
    let benefits = [
        ("benefits[0][indicator]", "water_use"),
        ("benefits[0][baseline]", "much"),
        ("benefits[0][achieved]", "1,234"),
        ("benefits[0][baseline_year]", "24"),
        ("benefits[0][unit]", "kWh"),
    ];
    type Refused<'a> = (&'a str, &'a Browser, &'a str, &'a [(&'a str, &'a str)]);
    let forms: [Refused<'_>; 4] = [
        ("sign_up_refused", &visitor, "/sign-up", &[("name", "Lin <b>"), ("email", "lin"), ("password", "short")]),
        ("organisation_refused", &owner, "/organisations/new", &[("name", ""), ("country", "XX"), ("website", "x")]),
        ("benefits_refused", &owner, &format!("{edit}/benefits"), &benefits),
        ("texts_refused", &owner, &format!("{edit}/texts"), &[("title", &"long ".repeat(30))]),
    ];
    for (name, browser, path, fields) in forms {
        let mut answers = Vec::new();
        for prefix in ["", "/zh"] {
            answers.push(browser.post(&format!("{prefix}{path}"), fields).await.expect(422));
        }
        insta::assert_snapshot!(name, join(&answers));
    }
}

#[tokio::test]
async fn what_owners_read() {
    let market = Market::open().await;
    let agency = market.app.sign_in(&market.agency).await;
    market.interest(&agency).await;
    let owner = market.app.sign_in(&market.provider).await;
    let (draft, offer) = (&market.draft.reference, &market.offer.reference);
    let pages = [
        ("workspace", "/workspace"),
        ("workspace_listings", "/workspace/listings"),
        ("editor", &format!("/listings/{draft}/edit")),
        ("editor_of_a_public_offer", &format!("/listings/{offer}/edit")),
        ("editor_benefits", &format!("/listings/{offer}/edit/benefits")),
        ("editor_check", &format!("/listings/{draft}/edit/check")),
        ("members", "/organisations/red-river-membranes/members"),
        ("account", "/account"),
    ];
    for (name, path) in pages {
        insta::assert_snapshot!(name, both(&owner, path).await);
    }
    let request = format!("/listings/{}/edit/request", market.request.reference);
    insta::assert_snapshot!("editor_request", both(&agency, &request).await);
}

#[tokio::test]
async fn what_moderators_read() {
    let market = Market::open().await;
    let app = &market.app;
    let actor = app.actor(&market.provider).await;
    let may = Can::check(&actor, app.listing(market.offer.id).await).unwrap();
    let mut work = actions::work(app, &may).await.unwrap();
    let texts = work.content.texts.get_mut(&Lang::En).unwrap();
    texts.title = "Ceramic membranes for tanneries".to_owned();
    texts.advantages = "Write to sales@example.org".to_owned();
    let may = Can::check(&actor, app.listing(market.offer.id).await).unwrap();
    actions::save(app, &may, &work).await.unwrap();
    let may = Can::<Submit>::check(&actor, app.listing(market.offer.id).await).unwrap();
    actions::submit(app, &may).await.unwrap();

    let moderator = app.sign_in(&market.moderator).await;
    let case = market.case().await;
    insta::assert_snapshot!("review_queue", both(&moderator, "/moderation").await);
    insta::assert_snapshot!("review_case_unclaimed", both(&moderator, &case).await);
    moderator.post(&format!("{case}/claim"), &[]).await.expect(303);
    insta::assert_snapshot!("review_case", both(&moderator, &case).await);
    insta::assert_snapshot!("review_certificates", both(&moderator, "/moderation/certificates").await);
    let evidence = format!("/listings/{}/evidence", market.offer.reference);
    insta::assert_snapshot!("evidence", both(&moderator, &evidence).await);
    let second = app.sign_in(&app.moderator("Dara Sok").await).await;
    let mut late = Vec::new();
    for prefix in ["", "/zh"] {
        late.push(second.post(&format!("{prefix}{case}/claim"), &[]).await.expect(409));
    }
    insta::assert_snapshot!("review_case_held_by_another", join(&late));
}

#[tokio::test]
async fn what_both_sides_of_an_interest_read() {
    let market = Market::open().await;
    let app = &market.app;
    let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
    let form = format!("/listings/{}/interest", market.offer.reference);
    insta::assert_snapshot!("interest_form", both(&agency, &form).await);
    let thread = market.interest(&agency).await;
    let sides = async |name: &str| {
        insta::assert_snapshot!(format!("{name}_sender"), both(&agency, &thread).await);
        insta::assert_snapshot!(format!("{name}_receiver"), both(&provider, &thread).await);
    };
    sides("interest_sent").await;
    provider.post(&format!("{thread}/acknowledge"), &[]).await.expect(303);
    provider.post(&format!("{thread}/discuss"), &[("reason", "Which flow?")]).await.expect(303);
    agency.post(&format!("{thread}/messages"), &[("body", "1,200 m³ a day.\nIn two lines.")]).await.expect(303);
    provider.post(&format!("{thread}/accept"), &[]).await.expect(303);
    sides("interest_accepted").await;
    insta::assert_snapshot!("interests", both(&provider, "/interests").await);
}

#[tokio::test]
async fn what_people_read_of_a_request_after_it_is_published() {
    let market = Market::open().await;
    let app = &market.app;
    let mut content = request("Colour out of a river");
    if let Body::Request(needs) = &mut content.body {
        needs.zone = "Asia/Ho_Chi_Minh".to_owned();
        needs.closes = "2026-12-10T17:00:00".parse().ok();
        needs.questions_until = "2026-12-01T12:00:00".parse().ok();
        needs.answers_until = "2026-12-05T12:00:00".parse().ok();
    }
    let listing = app.published(&market.agency, &content).await;
    let path = format!("/listings/{}", listing.reference);
    let focal = app.sign_in(&app.focal_point("Thu Ha", "Agency for Clean Production", "VN").await).await;
    let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
    let moderator = app.sign_in(&market.moderator).await;
    for question in ["Where is it?", "Who <b>pays</b>?"] {
        provider.post(&format!("{path}/questions"), &[("question", question)]).await.expect(303);
    }
    let answer = [("reply", "On the river.\nNear the bridge."), ("then", "answer")];
    agency.post(&format!("{path}/questions/1"), &answer).await.expect(303);
    focal.post(&format!("{path}/endorsement"), &[("text", "It is needed.")]).await.expect(303);
    let addendum = [("text", "More **time**."), ("closes", "2026-12-20"), ("closes_time", "12:00")];
    agency.post(&format!("{path}/addenda"), &addendum).await.expect(303);
    for (name, browser, part) in [
        ("request_open", &app.visitor(), ""),
        ("request_of_its_owner", &agency, ""),
        ("request_for_its_focal_point", &focal, ""),
        ("questions_for_the_owner", &agency, "/questions"),
        ("questions_for_an_asker", &provider, "/questions"),
        ("questions_for_a_moderator", &moderator, "/questions"),
        ("addendum_form", &agency, "/addenda"),
        ("endorsement_form", &focal, "/endorsement"),
        ("follow_form", &provider, "/follow"),
        ("withdrawal", &agency, "/archive"),
    ] {
        insta::assert_snapshot!(name, both(browser, &format!("{path}{part}")).await);
    }
    let pilot =
        [("outcome", "pilot"), ("day", "2026-11-23"), ("text", "A trial of a year."), ("organisation", "Lumen")];
    agency.post(&format!("{path}/outcome"), &pilot).await.expect(303);
    app.follow_changes().await;
    insta::assert_snapshot!("request_ended", both(&app.visitor(), &path).await);
    insta::assert_snapshot!("outcome_form", both(&agency, &format!("{path}/outcome")).await);
}

#[tokio::test]
async fn what_error_pages_say() {
    let market = Market::open().await;
    let app = &market.app;
    let visitor = app.visitor();
    let agency = app.sign_in(&market.agency).await;
    let provider = app.sign_in(&market.provider).await;
    let paused = format!("/listings/{}", market.request.reference);
    agency.post(&format!("{paused}/pause"), &[]).await.expect(303);
    let mut answers = Vec::new();
    for prefix in ["", "/zh"] {
        answers.push(visitor.get(&format!("{prefix}/nothing/here")).await.expect(404));
        answers.push(provider.get(&format!("{prefix}/moderation")).await.expect(403));
        answers.push(visitor.get(&format!("{prefix}{paused}")).await.expect(410));
        let renew = format!("{prefix}/listings/{}/renew", market.draft.reference);
        answers.push(provider.post(&renew, &[]).await.expect(409));
        answers.push(provider.get(&format!("{prefix}/workspace/listings?page=x")).await.expect(400));
        answers.push(visitor.post(&format!("{prefix}/labels"), &[]).await.expect(405));
    }
    insta::assert_snapshot!(join(&answers));
}

#[tokio::test]
async fn what_pages_of_notifications_and_jobs_say() {
    let market = Market::open().await;
    let app = &market.app;
    let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
    market.interest(&agency).await;
    let link = app.last_mail(&market.provider.email).await.link("/unsubscribe/").replace("/en/", "/");
    insta::assert_snapshot!("notifications", both(&provider, "/notifications").await);
    insta::assert_snapshot!(
        "notifications_none",
        both(&app.sign_in(&app.person("New").await).await, "/notifications").await
    );
    insta::assert_snapshot!("notification_settings", both(&provider, "/account/notifications").await);
    let wrong = [("mail[interest]", "never"), ("quiet_from", "22")];
    let refused = provider.post("/account/notifications", &wrong).await.expect(422);
    insta::assert_snapshot!("notification_settings_refused", refused.outline());
    insta::assert_snapshot!("unsubscribe", without_chance(&both(&app.visitor(), &link).await));
    app.visitor().post(&link, &[]).await.expect(303);
    insta::assert_snapshot!("unsubscribed", both(&app.visitor(), &link).await);
    let administrator = app.sign_in(&app.administrator("Ada Admin").await).await;
    let tx = app.write_tx().await.unwrap();
    greenbridge::jobs::enqueue(&tx, "unheard-of", &["payload"], None, app.now()).await.unwrap();
    app.commit(tx).await.unwrap();
    app.run_jobs().await;
    let page = administrator.get("/admin/jobs").await.ok();
    let number = page.first(".list .ref");
    let masked = |text: String| text.replace(&format!(" {number}"), " {id}").replace(&format!("/{number}/"), "/{id}/");
    insta::assert_snapshot!("jobs", masked(both(&administrator, "/admin/jobs").await));
}
