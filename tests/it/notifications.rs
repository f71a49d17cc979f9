//! Who is told of what, and how: the page, the settings, quiet hours, digests, and the ways out.

use axum::body::Body;
use axum::http::Method;
use chrono::Duration;
use greenbridge::entity::{notification, notification_setting};
use greenbridge::notifications::{self, Digest, Scope};
use sea_orm::{EntityTrait, QueryFilter};

use crate::support::{Browser, Mail, Market, PASSWORD, TestApp};

/// Mails to an address so far.
async fn mails(app: &TestApp, to: &str) -> Vec<Mail> {
    app.mails().await.into_iter().filter(|mail| mail.to == to).collect()
}

/// The agency sends an expression of interest and two messages; the provider is told of three things.
async fn three_things(market: &Market) -> String {
    let agency = market.app.sign_in(&market.agency).await;
    let thread = market.interest(&agency).await;
    for body in ["First.", "Second."] {
        agency.post(&format!("{thread}/messages"), &[("body", body)]).await.expect(303);
    }
    thread
}

async fn choose(browser: &Browser, fields: &[(&str, &str)]) {
    browser.post("/account/notifications", fields).await.expect(303);
}

#[tokio::test]
async fn what_happened_stands_on_a_page_until_it_is_read() {
    let market = Market::open().await;
    let app = &market.app;
    let provider = app.sign_in(&market.provider).await;
    let unread = async || provider.get("/").await.ok().first(".tools .badge");
    let thread = three_things(&market).await;
    assert_eq!(unread().await, "3");
    let page = provider.get("/notifications").await.ok();
    assert_eq!(page.count(".notices > .unread"), 3);
    let newest = page.first(".notices > li");
    assert!(newest.contains("Second.") && newest.contains("You get this because"), "{newest}");

    // Reading the page changes nothing; opening one leads to its thing.
    assert_eq!(unread().await, "3");
    let opened = provider.press(&page, &format!("Open {}", page.first(".notices h2")), &[]).await.expect(303);
    assert_eq!(opened.location().unwrap(), thread);
    assert_eq!(unread().await, "2");
    let page = provider.get("/notifications").await.ok();
    let button = format!("Mark as read {}", page.first(".notices > .unread h2"));
    let page = provider.submit(&page, &button, &[]).await.ok();
    assert_eq!((page.count(".notices > .unread"), unread().await.as_str()), (1, "1"));

    // What came after the page was drawn was not seen, and stays unread.
    market
        .app
        .sign_in(&market.agency)
        .await
        .post(&format!("{thread}/messages"), &[("body", "Third.")])
        .await
        .expect(303);
    let page = provider.submit(&page, "Mark all as read", &[]).await.ok();
    assert_eq!(page.notice(), "All notifications are marked as read.");
    assert_eq!(page.count(".notices > .unread"), 1);
    assert!(page.first(".notices > .unread").contains("Third."));
}

#[tokio::test]
async fn notifications_are_their_readers_alone() {
    let market = Market::open().await;
    let app = &market.app;
    three_things(&market).await;
    let of_provider =
        notification::Entity::find().filter(notification::COLUMN.account_id.eq(market.provider.account_id));
    let id = of_provider.one(app.db.conn()).await.unwrap().unwrap().id;
    let agency = app.sign_in(&market.agency).await;
    assert!(!agency.get("/notifications").await.ok().says("Second."));
    agency.post(&format!("/notifications/{id}"), &[]).await.expect(404);
    agency.post("/notifications/read", &[("until", "999999")]).await.expect(303);
    let page = app.sign_in(&market.provider).await.get("/notifications").await.ok();
    assert!(page.count(".notices > .unread") >= 3);
}

#[tokio::test]
async fn a_long_list_has_pages_and_costs_no_statement_more() {
    let market = Market::open().await;
    let agency = market.app.sign_in(&market.agency).await;
    let thread = market.interest(&agency).await;
    for number in 0..25 {
        agency.post(&format!("{thread}/messages"), &[("body", &format!("Number {number}"))]).await.expect(303);
    }
    let provider = market.app.sign_in(&market.provider).await;
    let page = provider.get("/notifications").await.ok();
    assert_eq!(page.count(".notices > li"), 20);
    let second = provider.get(&page.link("Next").unwrap()).await.ok();
    assert!(second.title().contains("page 2 of 2"), "{}", second.title());
    assert!(second.says("Number 0"));
    assert_eq!(provider.get("/notifications?page=99").await.ok().title(), second.title());
}

#[tokio::test]
async fn everybody_chooses_which_kinds_come_by_mail() {
    let market = Market::open().await;
    let app = &market.app;
    let provider = app.sign_in(&market.provider).await;
    let page = provider.open("/account").await.ok();
    let page = provider.get(&page.link("Choose which mails you get").unwrap()).await.ok();
    assert_eq!(page.value("mail[message]"), "at_once");
    let page = provider.submit(&page, "Save", &[("mail[message]", "off")]).await.ok();
    assert_eq!(page.notice(), "Your choice is saved.");
    assert_eq!((page.value("mail[message]"), page.value("mail[interest]")), ("off".to_owned(), "at_once".to_owned()));
    let before = mails(app, &market.provider.email).await.len();
    three_things(&market).await;
    let arrived = mails(app, &market.provider.email).await.split_off(before);
    assert_eq!(arrived.len(), 1, "the interest, without the messages");
    assert!(provider.get("/notifications").await.ok().says("Second."), "the page shows all");

    // What concerns the safety of the account cannot be switched off, whatever is sent.
    choose(&provider, &[("mail[security]", "off")]).await;
    provider.post("/account/password", &[("current", PASSWORD), ("password", "orchid tram lantern")]).await.expect(303);
    let last = app.last_mail(&market.provider.email).await;
    assert!(last.subject.contains("password"), "{}", last.subject);
    assert_eq!((last.unsubscribe.as_str(), last.unsubscribe_post.as_str()), ("", ""));
}

#[tokio::test]
async fn settings_that_cannot_be_are_refused_at_their_fields_and_kept() {
    let app = TestApp::start().await;
    let browser = app.sign_in(&app.person("Mei Lin").await).await;
    let fields = [
        ("mail[interest]", "hourly"),
        ("mail[message]", "daily"),
        ("quiet_from", "22"),
        ("quiet_until", ""),
        ("digest_hour", "24"),
        ("digest_day", "3"),
    ];
    let page = browser.post("/account/notifications", &fields).await.expect(422);
    assert_eq!(page.error("mail[interest]"), "Choose one of the list");
    assert_eq!(page.error("quiet_until"), "Choose both hours, or neither");
    assert!(!page.error("digest_hour").is_empty());
    assert_eq!((page.value("mail[message]"), page.value("quiet_from")), ("daily".to_owned(), "22".to_owned()));
    let page = browser.post("/account/notifications", &[("quiet_from", "7"), ("quiet_until", "7")]).await.expect(422);
    assert_eq!(page.error("quiet_until"), "Choose another hour than the first");
    assert!(notification_setting::Entity::find().one(app.db.conn()).await.unwrap().is_none());
}

#[tokio::test]
async fn mails_wait_for_the_end_of_the_quiet_hours_in_their_readers_zone() {
    let market = Market::open().await;
    let app = &market.app;
    // It is 17:00 in Singapore.
    let provider = app.sign_in(&market.provider).await;
    choose(&provider, &[("quiet_from", "16"), ("quiet_until", "8")]).await;
    let before = mails(app, &market.provider.email).await.len();
    three_things(&market).await;
    assert_eq!(mails(app, &market.provider.email).await.len(), before, "17:00");
    app.advance(Duration::hours(14));
    assert_eq!(mails(app, &market.provider.email).await.len(), before, "07:00");
    app.advance(Duration::hours(1));
    assert_eq!(mails(app, &market.provider.email).await.len(), before + 3, "08:00");
}

#[tokio::test]
async fn a_digest_is_one_mail_for_each_day_and_says_nothing_twice() {
    let market = Market::open().await;
    let app = &market.app;
    let provider = app.sign_in(&market.provider).await;
    choose(&provider, &[("mail[interest]", "daily"), ("mail[message]", "daily"), ("digest_hour", "18")]).await;
    let before = mails(app, &market.provider.email).await.len();
    let thread = three_things(&market).await;
    app.run_jobs().await;
    assert_eq!(mails(app, &market.provider.email).await.len(), before, "17:00 in Singapore");
    app.advance(Duration::hours(1));
    for _ in 0..3 {
        // However often it is asked for.
        notifications::write_digests(app).await.unwrap();
        app.run_jobs().await;
    }
    let arrived = mails(app, &market.provider.email).await.split_off(before);
    let [digest] = &arrived[..] else { panic!("{arrived:?}") };
    assert_eq!(digest.subject, "Your day on Greenbridge: 3 notifications");
    let headings = (digest.text.find("Expressions of interest\r\n"), digest.text.find("Messages\r\n"));
    assert!(headings.0.is_some() && headings.0 < headings.1, "{}", digest.text);
    assert!(digest.text.contains(&thread) && digest.text.contains("(UTC+8)"), "{}", digest.text);

    // A later thing waits for the next day, and a day without anything has no mail.
    let agency = app.sign_in(&market.agency).await;
    agency.post(&format!("{thread}/messages"), &[("body", "Third.")]).await.expect(303);
    app.advance(Duration::hours(23));
    assert_eq!(mails(app, &market.provider.email).await.len(), before + 1);
    app.advance(Duration::hours(1));
    let last = mails(app, &market.provider.email).await.split_off(before + 1);
    assert_eq!(
        last.iter().map(|mail| mail.subject.as_str()).collect::<Vec<_>>(),
        ["Your day on Greenbridge: 1 notification"]
    );
    app.advance(Duration::days(3));
    assert_eq!(mails(app, &market.provider.email).await.len(), before + 2);
}

#[tokio::test]
async fn a_weekly_digest_comes_on_its_day_and_what_is_switched_off_meanwhile_is_left_out() {
    let market = Market::open().await;
    let app = &market.app;
    let provider = app.sign_in(&market.provider).await;
    // It is Monday.
    choose(&provider, &[("mail[interest]", "weekly"), ("mail[message]", "weekly"), ("digest_day", "4")]).await;
    let before = mails(app, &market.provider.email).await.len();
    three_things(&market).await;
    app.advance(Duration::hours(62));
    app.run_jobs().await;
    assert_eq!(mails(app, &market.provider.email).await.len(), before, "Thursday, 07:00");
    choose(&provider, &[("mail[message]", "off")]).await;
    app.advance(Duration::hours(1));
    let arrived = mails(app, &market.provider.email).await.split_off(before);
    let [digest] = &arrived[..] else { panic!("{arrived:?}") };
    assert_eq!(digest.subject, "Your week on Greenbridge: 1 notification");
}

#[tokio::test]
async fn one_click_switches_a_kind_off_without_signing_in() {
    let market = Market::open().await;
    let app = &market.app;
    three_things(&market).await;
    let mail = app.last_mail(&market.provider.email).await;
    assert_eq!(mail.unsubscribe_post, "List-Unsubscribe=One-Click");
    let link = mail.link("/unsubscribe/");
    assert!(mail.unsubscribe.ends_with(&link), "{} {link}", mail.unsubscribe);

    // Opening the link asks and changes nothing.
    let visitor = app.visitor();
    let page = visitor.get(&link).await.ok();
    assert_eq!(page.heading(), "No more mails about “Messages”?");
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(notification_setting::Entity::find().one(app.db.conn()).await.unwrap().is_none());

    // A mail program posts as RFC 8058 says: no cookie, no origin, no redirect as answer.
    let program = app.visitor().with("origin", "").with("sec-fetch-site", "");
    let form = Some("application/x-www-form-urlencoded");
    program.send(Method::POST, &link, form, Body::from("List-Unsubscribe=One-Click")).await.expect(200);
    let page = visitor.get(&link).await.ok();
    assert_eq!(page.heading(), "You get no mails about “Messages”");
    assert!(page.says("Notifications still stand on your page"));
    let before = mails(app, &market.provider.email).await.len();
    let agency = app.sign_in(&market.agency).await;
    let thread = format!("/interests/{}", mail.link("/interests/").rsplit('/').next().unwrap());
    agency.post(&format!("{thread}/messages"), &[("body", "Third.")]).await.expect(303);
    assert_eq!(mails(app, &market.provider.email).await.len(), before);
    assert!(app.sign_in(&market.provider).await.get("/notifications").await.ok().says("Third."));

    // A person presses the button and is told what is so now.
    let sent = mails(app, &market.provider.email).await;
    let link = sent.iter().map(|mail| mail.link("/unsubscribe/")).find(|link| link.contains("-interest-")).unwrap();
    let page = visitor.get(&link).await.ok();
    let after = visitor.submit(&page, "Get no more of these mails", &[]).await.ok();
    assert_eq!(after.notice(), "These mails are switched off.");
    assert_eq!(after.heading(), "You get no mails about “Expressions of interest”");
}

#[tokio::test]
async fn a_mail_program_may_send_its_click_in_parts() {
    let market = Market::open().await;
    let app = &market.app;
    three_things(&market).await;
    let link = app.last_mail(&market.provider.email).await.link("/unsubscribe/");
    let program = app.visitor().with("origin", "").with("sec-fetch-site", "");
    let broken = Some("multipart/form-data; boundary=never");
    program.send(Method::POST, &link, broken, Body::from("List-Unsubscribe=One-Click")).await.expect(400);
    assert!(notification_setting::Entity::find().one(app.db.conn()).await.unwrap().is_none());
    let answer = program.post_files(&link, &[("List-Unsubscribe", "One-Click")], &[]).await.expect(200);
    assert_eq!(answer.bytes(), b"ok\n");
    assert_eq!(app.visitor().get(&link).await.ok().heading(), "You get no mails about “Messages”");
}

#[tokio::test]
async fn a_link_that_this_site_did_not_sign_switches_nothing_off() {
    let market = Market::open().await;
    let app = &market.app;
    three_things(&market).await;
    let link = app.last_mail(&market.provider.email).await.link("/unsubscribe/");
    let (front, token) = link.rsplit_once('/').unwrap();
    let mut parts = token.splitn(3, '-');
    let (account, kind, signature) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    let other = market.agency.account_id;
    for forged in [
        format!("{other}-{kind}-{signature}"),
        format!("{account}-interest-{signature}"),
        format!("{account}-security-{signature}"),
        format!("{account}-{kind}-"),
        format!("{account}-{kind}-AAAA"),
        format!("{account}-{kind}"),
        "anything".to_owned(),
    ] {
        app.visitor().get(&format!("{front}/{forged}")).await.expect(404);
        app.visitor().post(&format!("{front}/{forged}"), &[("List-Unsubscribe", "One-Click")]).await.expect(404);
    }
    assert!(notification_setting::Entity::find().one(app.db.conn()).await.unwrap().is_none());
}

#[tokio::test]
async fn the_link_of_a_digest_switches_off_what_came_with_it_and_leaves_the_rest() {
    let market = Market::open().await;
    let app = &market.app;
    let provider = app.sign_in(&market.provider).await;
    let choice = [
        ("mail[interest]", "daily"),
        ("mail[message]", "daily"),
        ("mail[review]", "weekly"),
        ("quiet_from", "1"),
        ("quiet_until", "3"),
    ];
    choose(&provider, &choice).await;
    let path = notifications::unsubscribe(app, market.provider.account_id, Scope::Digest(Digest::Daily)).unwrap();
    let page = app.visitor().get(&path).await.ok();
    assert_eq!(page.heading(), "No more daily digests?");
    assert_eq!(page.all("main li"), ["Expressions of interest", "Messages"]);
    app.visitor().submit(&page, "Get no more of these mails", &[]).await.ok();
    let page = provider.get("/account/notifications").await.ok();
    let values =
        ["mail[interest]", "mail[message]", "mail[review]", "mail[request]", "quiet_from"].map(|name| page.value(name));
    assert_eq!(values, ["off", "off", "weekly", "at_once", "1"]);
}
