use chrono::Duration;
use greenbridge::auth::Actor;
use greenbridge::listings::{Status, actions, store};
use greenbridge::taxonomy::Lang;

use crate::support::{Market, TestApp, full_offer, offer, request};

#[tokio::test]
async fn a_draft_is_seen_by_its_owner_only_and_a_published_listing_by_all() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let other = app.owner("Mei Lin", "Straits Filters", "SG").await;
    let draft = app.draft(&owner, &offer("Ceramic membranes")).await;
    let waiting = app.submitted(&owner, &offer("Hollow fibres")).await;
    let public = app.published(&owner, &request("Dye house effluent")).await;
    assert_eq!((draft.reference.as_str(), draft.status), ("TO-VN-2026-00001", Status::Draft));
    assert_eq!((waiting.reference.as_str(), waiting.status), ("TO-VN-2026-00002", Status::Submitted));
    assert_eq!((public.reference.as_str(), public.status), ("TR-VN-2026-00001", Status::Published));
    assert!(public.is_public(app.now()));

    let sees = async |actor: Actor| {
        let mut seen = Vec::new();
        for listing in [&draft, &waiting, &public] {
            seen.push(store::find(app.db.conn(), &actor, &listing.reference).await.unwrap().is_some());
        }
        seen
    };
    assert_eq!(sees(app.actor(&owner).await).await, [true, true, true]);
    assert_eq!(sees(app.actor(&other).await).await, [false, false, true]);
    assert_eq!(sees(Actor::Anonymous).await, [false, false, true]);
    assert_eq!(sees(app.actor(&app.moderator("Siti Noor").await).await).await, [true, true, true]);
}

#[tokio::test]
async fn a_moderator_takes_a_listing_off_with_a_reason_and_it_is_gone_at_once() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.published(&owner, &offer("Miracle membranes")).await;
    let path = format!("/listings/{}", listing.reference);
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let page = moderator.open(&path).await.ok();
    let confirm = moderator.open(&page.link("Take this listing off").unwrap()).await.ok();
    let silent = moderator.press(&confirm, "Take it off", &[]).await.expect(422);
    assert!(!silent.error("reason").is_empty());
    moderator.submit(&confirm, "Take it off", &[("reason", "It promises what physics forbids.")]).await.ok();

    assert_eq!(app.listing(listing.id).await.status, Status::Removed);
    app.visitor().get(&path).await.expect(410);
    app.follow_changes().await;
    assert!(!app.visitor().get("/listings?q=miracle").await.ok().says("Miracle membranes"));
    let mail = app.last_mail(&owner.email).await;
    assert!(mail.subject.contains("Miracle membranes") && mail.text.contains("> It promises what physics forbids."));
    let owners = app.sign_in(&owner).await;
    owners.post(&format!("{path}/resume"), &[]).await.expect(403);
    owners.post(&format!("{path}/remove"), &[("reason", "mine")]).await.expect(403);
}

#[tokio::test]
async fn the_history_shows_what_each_revision_changed_to_its_owner_and_to_moderators_only() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let mut content = offer("Ceramic membranes");
    let listing = app.published(&owner, &content).await;
    content.texts.get_mut(&Lang::En).unwrap().summary = "Ceramic membranes that last ten years.".to_owned();
    app.revised(&owner, &listing, &content).await;
    let path = format!("/listings/{}/history", listing.reference);
    let browser = app.sign_in(&owner).await;
    let page = browser.open(&path).await.ok();
    assert_eq!(page.all("section h2"), ["Revision 2", "Revision 1"]);
    assert!(page.says("Bao Tran") && page.says("The first revision."));
    assert_eq!(page.all("ins").join(" "), "that last ten years");
    assert!(app.sign_in(&app.moderator("Siti Noor").await).await.open(&path).await.ok().says("Revision 2"));
    let other = app.owner("Somchai", "Elsewhere", "TH").await;
    app.sign_in(&other).await.get(&path).await.expect(403);
    browser.get(&format!("{path}?page=2")).await.expect(404);
}

#[tokio::test]
async fn a_draft_can_be_seen_as_the_public_will_see_it_and_by_nobody_else() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.published(&owner, &offer("Ceramic membranes")).await;
    let browser = app.sign_in(&owner).await;
    let edit = browser.open(&format!("/listings/{}/edit/texts", listing.reference)).await.ok();
    browser.submit(&edit, "Save and go on", &[("title", "Better ceramic membranes")]).await.ok();
    let path = format!("/listings/{}/preview", listing.reference);
    let preview = browser.get(&path).await.ok();
    assert_eq!(preview.heading(), "Better ceramic membranes");
    assert!(preview.says("This is how readers will see"));
    assert_eq!(browser.get(&format!("/listings/{}", listing.reference)).await.heading(), "Ceramic membranes");
    app.visitor().get(&path).await.expect(303);
    let other = app.owner("Somchai", "Elsewhere", "TH").await;
    app.sign_in(&other).await.get(&path).await.expect(403);
}

#[tokio::test]
async fn owners_are_told_of_the_end_30_14_and_0_days_before_once_each_and_renew_with_one_click() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.published(&owner, &offer("Ceramic membranes")).await;
    let mut subjects = Vec::new();
    for days in [334, 1, 10, 6, 14] {
        app.advance(Duration::days(days));
        for _ in 0..2 {
            actions::remind(&app).await.unwrap();
        }
        app.run_jobs().await;
        subjects.push(app.mails().await.iter().filter(|mail| mail.subject.contains("ends")).count());
    }
    assert_eq!(subjects, [0, 1, 1, 2, 3], "31, 30, 20, 14 and 0 days before");
    let browser = app.sign_in(&owner).await;
    let page = browser.open(&format!("/listings/{}/edit", listing.reference)).await.ok();
    browser.submit(&page, "Renew for a year", &[]).await.ok();
    assert!(app.listing(listing.id).await.expires_at.unwrap() > app.now() + Duration::days(364));
}

#[tokio::test]
async fn listings_begun_at_the_same_time_have_different_numbers() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let content = offer("Membranes");
    let begun = futures::future::join_all((0..20).map(|_| app.draft(&owner, &content))).await;
    let numbers: std::collections::BTreeSet<String> = begun.into_iter().map(|listing| listing.reference).collect();
    assert_eq!(numbers.len(), 20);
    assert!(numbers.contains("TO-VN-2026-00020"), "and none is left out");
}

#[tokio::test]
async fn lists_name_a_listing_in_the_language_of_their_reader_and_mark_another() {
    let market = Market::open().await;
    let app = &market.app;
    let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
    let moderator = app.sign_in(&market.moderator).await;
    let mut foreign = offer("Màng gốm");
    foreign.original = Lang::Vi;
    let texts = foreign.texts.remove(&Lang::En).unwrap();
    foreign.texts.insert(Lang::Vi, texts);
    let foreign = app.published(&market.provider, &foreign).await;
    let thread = market.interest(&agency).await;
    let second = [("purpose[]", "sale"), ("country", "SG"), ("message", "And these?"), ("then", "send")];
    agency.post(&format!("/listings/{}/interest", foreign.reference), &second).await.expect(303);
    let organisation = format!("/organisations/{}", market.provider.slug);
    let visitor = app.visitor();
    for (reader, path) in [
        (&agency, "/interests?side=sent"),
        (&agency, "/interests/board?side=sent"),
        (&provider, "/interests"),
        (&provider, "/workspace/listings"),
        (&visitor, &organisation),
    ] {
        let chinese = reader.get(&format!("/zh{path}")).await.ok();
        assert!(chinese.says("印染废水陶瓷膜") && !chinese.says("Ceramic membranes for dye houses"), "{path}");
        assert!(chinese.all("span[lang=vi]").contains(&"Màng gốm".to_owned()), "{path} marks it");
        let english = reader.get(path).await.ok();
        assert!(english.says("Ceramic membranes for dye houses") && english.count("span[lang=zh]") == 0, "{path}");
    }
    app.submitted(&market.provider, &full_offer()).await;
    assert!(moderator.get("/zh/moderation").await.ok().says("印染废水陶瓷膜"));
    let page = agency.get(&format!("/zh{thread}")).await.ok();
    assert_eq!(page.heading(), "印染废水陶瓷膜");
    assert!(page.title().contains("印染废水陶瓷膜"), "{}", page.title());
    // What somebody seeks in any language is found among one's own.
    for words in ["%E5%8D%B0%E6%9F%93", "dye+houses"] {
        let found = agency.get(&format!("/interests?side=sent&q={words}")).await.ok();
        assert_eq!(found.count("ul.list > li"), 1, "{words}");
    }
    market.everybody_reads(Lang::Zh).await;
    provider.post(&format!("{thread}/messages"), &[("body", "可以。"), ("action", "send")]).await.expect(303);
    let mail = app.last_mail(&market.agency.email).await;
    assert!(mail.text.contains("印染废水陶瓷膜"), "{}", mail.text);
}
