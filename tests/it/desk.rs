//! Working on expressions of interest within one's own organisation.

use chrono::Duration;
use greenbridge::auth::{Actor, MemberRole};
use greenbridge::entity::{interest, organisation};
use greenbridge::interest::{StateName, store};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::messages::Talk;
use crate::support::{Answer, Browser, Market, TestApp, offer};

/// Sends an expression of interest in a new listing of the provider.
async fn received(market: &Market, agency: &Browser, title: &str) -> String {
    let listing = market.app.published(&market.provider, &offer(title)).await;
    let fields = [("purpose[]", "licence"), ("country", "SG"), ("message", "Would it fit?"), ("then", "send")];
    let sent = agency.post(&format!("/listings/{}/interest", listing.reference), &fields).await.expect(303);
    sent.location().unwrap()
}

fn reference(thread: &str) -> &str {
    thread.rsplit('/').next().unwrap()
}

async fn state(app: &TestApp, thread: &str) -> StateName {
    store::find(app.db.conn(), &Actor::System, reference(thread)).await.unwrap().unwrap().state.name()
}

#[tokio::test]
async fn what_stands_at_the_desk_is_seen_by_ones_own_organisation_alone() {
    let market = Market::open().await;
    let app = &market.app;
    let agency = app.sign_in(&market.agency).await;
    let provider = app.sign_in(&market.provider).await;
    let colleague = app.colleague("Linh Vo", &market.provider, MemberRole::Editor).await;
    let viewer = app.sign_in(&app.colleague("Anh Vu", &market.provider, MemberRole::Viewer).await).await;
    let thread = received(&market, &agency, "Ceramic membranes").await;
    let desk = format!("{thread}/desk");

    let page = provider.get(&desk).await.ok();
    let assignee = colleague.account_id.to_string();
    let kept = [("assignee", assignee.as_str()), ("labels", "urgent, 水处理, Urgent")];
    let page = provider.submit(&page, "Save", &kept).await.ok();
    assert_eq!((page.value("labels").as_str(), page.notice().as_str()), ("urgent, 水处理", "Saved."));
    let page = provider.submit(&page, "Add the note", &[("note", "Ask the *ministry* first.")]).await.ok();
    assert!(page.says("Ask the ministry first.") && page.count(".internal em") == 1);
    // The same form sent again writes nothing new.
    provider.post(&format!("{thread}/notes"), &[("note", "Ask the *ministry* first.")]).await.expect(303);
    assert_eq!(provider.get(&desk).await.ok().count("article.internal"), 1);

    for (who, browser) in [("colleague", &app.sign_in(&colleague).await), ("viewer", &viewer)] {
        let page = browser.get(&desk).await.ok();
        assert!(page.says("Ask the ministry first.") && page.says("Linh Vo") && page.says("urgent"), "{who}");
        let thread = browser.get(&thread).await.ok();
        assert!(thread.says("Seen to by Linh Vo") && thread.says("1 note"), "{who}");
    }
    assert_eq!(viewer.get(&desk).await.ok().count("textarea"), 0);
    viewer.post(&desk, &kept).await.expect(403);
    viewer.post(&format!("{thread}/notes"), &[("note", "Mine")]).await.expect(403);

    // The other side has a desk of its own, and strangers and moderators none.
    for path in [&thread, &desk, &format!("{thread}/dossier?notes=yes")] {
        let page = agency.get(path).await.ok();
        assert!(!page.html().contains("ministry") && !page.html().contains("Linh Vo"), "{path}: {}", page.text());
        assert!(!page.html().contains("水处理"), "{path}");
    }
    let stranger = app.sign_in(&app.owner("An Le", "Delta Filters", "VN").await).await;
    // A moderator acts for no organisation, and is asked for one.
    let moderator = app.sign_in(&market.moderator).await;
    for (browser, status) in [(&stranger, 404), (&moderator, 303)] {
        browser.get(&desk).await.expect(status);
        browser.get(&format!("{thread}/dossier")).await.expect(status);
        browser.post(&format!("{thread}/notes"), &[("note", "Mine")]).await.expect(status);
    }
    // Nobody of another organisation can be assigned, and wrong labels lose nothing.
    let other = market.agency.account_id.to_string();
    let page = provider.post(&desk, &[("assignee", &other), ("labels", &"x".repeat(31))]).await.expect(422);
    assert!(!page.error("assignee").is_empty() && !page.error("labels").is_empty());
    assert_eq!(page.value("labels"), "x".repeat(31));
    provider.post(&format!("{thread}/notes"), &[("note", "  ")]).await.expect(422);
}

#[tokio::test]
async fn a_member_is_told_once_of_what_a_colleague_gives_them_to_see_to() {
    let market = Market::open().await;
    let app = &market.app;
    let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
    let thread = received(&market, &agency, "Ceramic membranes").await;
    let colleague = app.colleague("Linh Vo", &market.provider, MemberRole::Editor).await;
    let desk = format!("{thread}/desk");
    let told = async |to: &str| {
        let mails = app.mails().await.into_iter().filter(|mail| mail.to == to);
        mails.filter(|mail| mail.subject.contains("asks you to see to")).collect::<Vec<_>>()
    };
    let (own, other) = (market.provider.account_id.to_string(), colleague.account_id.to_string());
    // Whoever takes something on knows of it.
    provider.post(&desk, &[("assignee", &own)]).await.expect(303);
    assert!(told(&market.provider.email).await.is_empty());
    // The colleague is told, once however often the form is sent, and whatever else is changed.
    for labels in ["", "", "urgent"] {
        provider.post(&desk, &[("assignee", &other), ("labels", labels)]).await.expect(303);
    }
    let mails = told(&colleague.email).await;
    let [mail] = &mails[..] else { panic!("{mails:?}") };
    let says =
        format!("Bao Tran asks you to see to an expression of interest: Ceramic membranes ({})", reference(&thread));
    assert_eq!(mail.subject, says);
    assert!(mail.text.contains("You get this because a colleague at Red River Membranes"), "{}", mail.text);
    let page = app.sign_in(&colleague).await.get("/notifications").await.ok();
    assert!(page.first(".notices h2").contains("asks you to see to"), "{}", page.text());
    // Given to nobody and to the same person again, it is new.
    provider.post(&desk, &[]).await.expect(303);
    provider.post(&desk, &[("assignee", &other)]).await.expect(303);
    assert_eq!(told(&colleague.email).await.len(), 2);
    assert!(told(&market.agency.email).await.is_empty() && told(&market.provider.email).await.is_empty());
}

#[tokio::test]
async fn the_list_is_filtered_by_who_sees_to_it_by_label_by_day_and_by_words() {
    let market = Market::open().await;
    let app = &market.app;
    let agency = app.sign_in(&market.agency).await;
    let provider = app.sign_in(&market.provider).await;
    let membranes = received(&market, &agency, "Ceramic membranes").await;
    app.advance(Duration::days(2));
    let pumps = received(&market, &agency, "Screw pumps").await;
    let me = market.provider.account_id.to_string();
    provider
        .post(&format!("{membranes}/desk"), &[("assignee", &me), ("labels", "urgent, pilot 100%")])
        .await
        .expect(303);
    provider.post(&format!("{pumps}/notes"), &[("note", "The quayside again")]).await.expect(303);
    provider.post(&format!("{pumps}/messages"), &[("body", "Which head do you need?")]).await.expect(303);
    let shows = async |browser: &Browser, query: &str| {
        let page = browser.get(&format!("/interests?{query}")).await.ok();
        (page.says("Ceramic membranes"), page.says("Screw pumps"))
    };
    for (query, expected) in [
        ("assigned=me", (true, false)),
        ("assigned=nobody", (false, true)),
        ("label=urgent", (true, false)),
        ("label=pilot+100%25", (true, false)),
        ("label=urg", (false, false)),
        ("label=pilot+100_", (false, false)),
        ("q=ceramic", (true, false)),
        ("q=QUAYSIDE", (false, true)),
        ("q=head+screw", (false, true)),
        ("q=straits", (true, true)),
        ("q=%25", (false, false)),
        ("q=head+ceramic", (false, false)),
        ("state=sent", (true, false)),
        ("state=acknowledged", (false, true)),
        ("due=today", (false, false)),
        ("due=overdue", (false, false)),
    ] {
        assert_eq!(shows(&provider, query).await, expected, "{query}");
    }
    assert_eq!(shows(&agency, "side=sent&q=quayside").await, (false, false), "notes of the other side are not sought");
    assert_eq!(shows(&agency, "side=sent&label=urgent").await, (false, false));
    // 8 December in Hanoi is the tenth working day of the first, the day after that of the other: the early hours of the
    // next day to a reader in Singapore, who reads half an hour before the end.
    app.advance(Duration::minutes(13 * 24 * 60 + 7 * 60 + 30));
    let provider = app.sign_in(&market.provider).await;
    assert_eq!(shows(&provider, "due=today").await, (true, false));
    app.advance(Duration::days(1));
    let provider = app.sign_in(&market.provider).await;
    assert_eq!(shows(&provider, "due=today").await, (false, true));
    assert_eq!(shows(&provider, "due=overdue").await, (true, false));
    let page = provider.get("/interests?due=overdue&label=urgent&q=ceramic").await.ok();
    let chips = page.all(".found .chip");
    assert_eq!(chips.len(), 3, "{chips:?}");
    assert!(page.says("1 expression of interest") && page.says("overdue"));
}

#[tokio::test]
async fn the_board_shows_a_column_for_each_stage_and_moves_cards_without_scripts() {
    let market = Market::open().await;
    let app = &market.app;
    let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
    let thread = received(&market, &agency, "Ceramic membranes").await;
    let other = received(&market, &agency, "Screw pumps").await;
    agency.post(&format!("{other}/withdraw"), &[]).await.expect(303);
    let page = provider.get("/interests/board").await.ok();
    assert_eq!(page.all(".column h2 a").len(), 6, "nobody receives drafts");
    assert!(page.first("#c1 + ul").contains("Ceramic membranes"), "{}", page.text());
    assert!(page.first("#c6 + ul").contains("Screw pumps"));
    let page = provider.submit(&page, &format!("Acknowledge {}", reference(&thread)), &[]).await.ok();
    // The address leads to the card where it stands now, so that the keyboard goes on from there.
    let card = format!("/interests/board?side=received#{}", reference(&thread));
    assert_eq!((page.path(), state(app, &thread).await), (card.as_str(), StateName::Acknowledged));
    assert_eq!(page.attribute("#c2 + ul > li", "id"), reference(&thread));
    assert_eq!(page.attribute("#c2 + ul > li", "tabindex"), "-1");
    assert!(page.first("#c2 + ul").contains("Ceramic membranes"));
    let page = provider.submit(&page, &format!("Begin discussion {}", reference(&thread)), &[]).await;
    assert!(page.first("#c3 + ul").contains("Ceramic membranes"), "{}", page.text());
    let sent = agency.get("/interests/board?side=sent").await.ok();
    assert_eq!((sent.all(".column h2 a").len(), sent.count(".column form")), (7, 0), "it waits for the receiver");
    // What ended a month ago has left the board.
    app.advance(Duration::days(31));
    let page = app.sign_in(&market.provider).await.get("/interests/board").await.ok();
    assert!(!page.says("Screw pumps"));
}

#[tokio::test]
async fn several_are_closed_at_once_each_by_its_own_step_and_what_changed_meanwhile_is_told() {
    let market = Market::open().await;
    let app = &market.app;
    let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
    let first = received(&market, &agency, "Ceramic membranes").await;
    let second = received(&market, &agency, "Screw pumps").await;
    let third = received(&market, &agency, "Belt presses").await;
    agency.post(&format!("{third}/withdraw"), &[]).await.expect(303);
    let picks: Vec<(&str, &str)> = [&first, &second, &third].map(|thread| ("pick[]", reference(thread))).to_vec();
    let query: String = form_urlencoded(&picks);
    let page = provider.get(&format!("/interests/close?{query}")).await.ok();
    assert!(page.says("Decline") && page.says("Cannot be closed as it stands"), "{}", page.text());
    assert!(page.says("Close 2"));
    let refused = provider.submit(&page, "Close 2", &[("reason", " ")]).await.expect(422);
    assert!(!refused.error("reason").is_empty());
    // The agency acts between look and press: this one is not overruled, the other is closed.
    agency.post(&format!("{second}/withdraw"), &[("reason", "Not needed")]).await.expect(303);
    let mixed = provider.press(&page, "Close 2", &[("reason", "We do not serve this region.")]).await.expect(409);
    assert!(mixed.says("Closed") && mixed.says("Cannot be closed"), "{}", mixed.text());
    assert_eq!(state(app, &first).await, StateName::Declined);
    assert_eq!(state(app, &second).await, StateName::Withdrawn);
    assert!(app.last_mail(&market.agency.email).await.text.contains("We do not serve this region."));
    // Sent again, nothing happens twice.
    let mails = app.mails().await.len();
    provider.press(&page, "Close 2", &[("reason", "We do not serve this region.")]).await.expect(409);
    app.run_jobs().await;
    assert_eq!(app.mails().await.len(), mails);
    // Others cannot close what is not theirs.
    let fourth = received(&market, &agency, "Settlers").await;
    let stranger = app.sign_in(&app.owner("An Le", "Delta Filters", "VN").await).await;
    let pick = format!("{}@2", reference(&fourth));
    stranger.post("/interests/close", &[("pick[]", &pick), ("reason", "Mine")]).await.expect(409);
    let viewer = app.sign_in(&app.colleague("Anh Vu", &market.provider, MemberRole::Viewer).await).await;
    viewer.post("/interests/close", &[("pick[]", &pick), ("reason", "Mine")]).await.expect(409);
    assert_eq!(state(app, &fourth).await, StateName::Sent);
    // The sender withdraws by the same form, and is asked about a way to be reached.
    let page = agency.get(&format!("/interests/close?pick[]={}", reference(&fourth))).await.ok();
    let reason = [("reason", "The budget is gone. Ask mei.lin@example.org.")];
    let asked = agency.submit(&page, "Close 1", &reason).await.expect(422);
    assert!(asked.first("#asks").contains("mei.lin@example.org") && asked.value("reason") == reason[0].1);
    assert_eq!(state(app, &fourth).await, StateName::Sent);
    let done = agency.submit(&asked, "Send anyway", &[]).await.ok();
    assert_eq!((done.path(), state(app, &fourth).await), ("/interests?side=sent", StateName::Withdrawn));
}

#[tokio::test]
async fn organisations_of_one_name_are_not_taken_for_each_other() {
    let app = TestApp::start().await;
    let provider = app.owner("Bao Tran", "Clean Water", "VN").await;
    let agency = app.owner("Mei Lin", "Clear Water", "SG").await;
    let row = organisation::ActiveModel {
        id: Set(agency.organisation_id.unwrap()),
        name: Set("Clean Water".to_owned()),
        ..Default::default()
    };
    row.update(app.db.conn()).await.unwrap();
    let listing = app.published(&provider, &offer("Ceramic membranes")).await;
    let sender = app.sign_in(&agency).await;
    let fields = [("purpose[]", "licence"), ("country", "SG"), ("message", "Would it fit?"), ("then", "send")];
    let sent = sender.post(&format!("/listings/{}/interest", listing.reference), &fields).await.expect(303);
    let thread = sent.location().unwrap();
    let close = format!("/interests/close?pick[]={}", reference(&thread));
    assert!(sender.get(&close).await.ok().first(".list").contains("Withdraw"));
    let receiver = app.sign_in(&provider).await;
    let page = receiver.get(&close).await.ok();
    assert!(page.first(".list").contains("Decline"), "{}", page.text());
    receiver.submit(&page, "Close 1", &[("reason", "We do not serve this region.")]).await.ok();
    assert_eq!(state(&app, &thread).await, StateName::Declined);
}

fn form_urlencoded(pairs: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

#[tokio::test]
async fn the_table_has_what_the_list_shows_and_no_formula() {
    let market = Market::open().await;
    let app = &market.app;
    let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
    let thread = received(&market, &agency, "=1+1 membranes").await;
    received(&market, &agency, "Screw pumps").await;
    provider.post(&format!("{thread}/desk"), &[("labels", "urgent")]).await.expect(303);
    let table = provider.get("/interests/export.csv?label=urgent").await.ok();
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
    let text = table.html();
    assert!(text.starts_with('\u{feff}'), "{text}");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.headers().unwrap().get(8), Some("Answer due"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 1);
    let of = |place: usize| rows[0].get(place).unwrap();
    assert_eq!(
        (of(2), of(3), of(8), of(10)),
        ("'=1+1 membranes", "Straits Environment Office", "2026-12-09", "urgent")
    );
    agency.get("/interests/export.csv?side=sent&label=urgent").await.ok();
}

#[tokio::test]
async fn a_calendar_feed_tells_what_is_due_until_it_is_revoked() {
    let market = Market::open().await;
    let app = &market.app;
    let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
    received(&market, &agency, "Ceramic membranes; for textiles, and more").await;
    let page = provider.get("/interests/calendar").await.ok();
    let made = provider.submit(&page, "Make an address", &[]).await.ok();
    let address = made.first("code.long");
    let path = address.split_once("/calendar/").map(|(_, token)| format!("/calendar/{token}")).unwrap();
    let visitor = app.visitor();
    let feed = visitor.get(&path).await.ok();
    assert_eq!(feed.header("content-type"), "text/calendar; charset=utf-8");
    assert!(feed.header("cache-control").contains("no-store"));
    let text = feed.html().replace("\r\n ", "");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 2, "{text}");
    // The end of the fifteenth working day in Hanoi, on which it lapses.
    assert!(text.contains("DTEND:20261215T165900Z") && text.contains("SUMMARY:Lapses without an answer"), "{text}");
    // Read again, everything is the same, so that an alarm that was dismissed stays so.
    assert_eq!(visitor.get(&path).await.ok().html(), feed.html());
    assert!(text.contains("UID:EOI-2026-00001-due-alarm@greenbridge"), "{text}");
    assert!(text.contains("DTEND:20261208T165900Z") && text.contains("BEGIN:VALARM"), "{text}");
    assert!(text.contains(r"membranes\; for textiles\, and more"), "{text}");
    assert!(!text.contains('@') || !text.contains("example.org"), "no address of anybody: {text}");
    // The address is nowhere to be read again, and a guess finds nothing.
    let page = provider.get("/interests/calendar").await.ok();
    assert!(!page.html().contains(&path) && page.says("last read"), "{}", page.text());
    visitor.get("/calendar/guess.ics").await.expect(404);
    // An answered one is gone from it.
    let thread = "/interests/EOI-2026-00001";
    provider.post(&format!("{thread}/decline"), &[("reason", "No")]).await.expect(303);
    assert_eq!(visitor.get(&path).await.ok().html().matches("BEGIN:VEVENT").count(), 0);
    // Others cannot revoke it; its person can.
    let colleague = app.sign_in(&app.colleague("Linh Vo", &market.provider, MemberRole::Owner).await).await;
    colleague.post("/interests/calendar/1/revoke", &[]).await.expect(404);
    visitor.get(&path).await.ok();
    provider.submit(&page, "Revoke", &[]).await.ok();
    visitor.get(&path).await.expect(404);
    // The dates of realised effects, at 6 and 12 months.
    let thread = received(&market, &agency, "Screw pumps").await;
    for step in ["acknowledge", "discuss", "accept", "negotiate", "agree"] {
        let terms = [("kind", "licence"), ("starts", "2027-01-15")];
        provider.post(&format!("{thread}/{step}"), &terms).await.expect(303);
    }
    let made = agency.post("/interests/calendar", &[]).await.expect(200).first("code.long");
    let feed = visitor.get(&format!("/calendar/{}", made.rsplit('/').next().unwrap())).await.ok().html();
    for day in ["DTSTART;VALUE=DATE:20270715", "DTSTART;VALUE=DATE:20280115"] {
        assert!(feed.contains(day), "{day}: {feed}");
    }
    for _ in 0..5 {
        provider.post("/interests/calendar", &[]).await.expect(200);
    }
    provider.post("/interests/calendar", &[]).await.expect(409);
}

#[tokio::test]
async fn the_form_of_a_feed_that_is_sent_twice_makes_one() {
    let market = Market::open().await;
    let app = &market.app;
    let provider = app.sign_in(&market.provider).await;
    let page = provider.get("/interests/calendar").await.ok();
    let address = |made: &Answer| format!("/calendar/{}", made.first("code.long").rsplit('/').next().unwrap());
    let (one, two) =
        tokio::join!(provider.press(&page, "Make an address", &[]), provider.press(&page, "Make an address", &[]));
    let opened = [app.visitor().get(&address(&one)).await.status(), app.visitor().get(&address(&two)).await.status()];
    assert!(opened == [200, 404] || opened == [404, 200], "{opened:?}");
    // A program reads it: the form changes nothing any more.
    let again = provider.submit(&page, "Make an address", &[]).await.ok();
    assert_eq!((again.count("code.long"), again.count(".list li")), (0, 1));
    // The page as it stands now makes another one.
    let page = provider.submit(&again, "Make an address", &[]).await.ok();
    assert_eq!((page.count("code.long"), page.count(".list li")), (1, 2));
}

#[tokio::test]
async fn a_feed_falls_silent_when_its_person_leaves_the_organisation() {
    let market = Market::open().await;
    let app = &market.app;
    let colleague = app.colleague("Linh Vo", &market.provider, MemberRole::Editor).await;
    let browser = app.sign_in(&colleague).await;
    let page = browser.get("/interests/calendar").await.ok();
    let made = browser.submit(&page, "Make an address", &[]).await.ok();
    let address = made.first("code.long");
    let path = address.split_once("/calendar/").map(|(_, token)| format!("/calendar/{token}")).unwrap();
    app.visitor().get(&path).await.ok();
    browser.post("/organisations/red-river-membranes/leave", &[]).await.expect(303);
    app.visitor().get(&path).await.expect(404);
}

#[tokio::test]
async fn the_dossier_holds_the_whole_exchange() {
    let market = Market::open().await;
    let app = &market.app;
    let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
    let thread = received(&market, &agency, "Ceramic membranes").await;
    for (browser, step) in [(&provider, "acknowledge"), (&provider, "discuss")] {
        browser.post(&format!("{thread}/{step}"), &[]).await.expect(303);
    }
    provider.post(&format!("{thread}/messages"), &[("body", "Which tanks do you have?")]).await.expect(303);
    provider.post(&format!("{thread}/notes"), &[("note", "Margin is thin")]).await.expect(303);
    let dossier = provider.get(&format!("{thread}/dossier")).await.ok();
    for words in
        ["Would it fit?", "Which tanks do you have?", "Straits Environment Office", "Answer due", "Acknowledge"]
    {
        assert!(dossier.says(words), "{words}: {}", dossier.text());
    }
    assert_eq!(dossier.count("table.data tbody tr"), 3);
    assert!(!dossier.says("Margin is thin") && !dossier.html().contains("@example.org"));
    assert!(provider.get(&format!("{thread}/dossier?notes=yes")).await.ok().says("Margin is thin"));
}

#[tokio::test]
async fn the_parties_of_an_agreement_keep_the_names_that_they_had_when_it_was_recorded() {
    let talk = Talk::begin().await;
    talk.accept().await;
    talk.steps(&[(&talk.agency, "negotiate")]).await;
    let terms = [("kind", "sale"), ("starts", "2027-01-15"), ("further", "Delta Bank")];
    talk.agency.post(&talk.at("/agree"), &terms).await.expect(303);
    let renamed = organisation::Entity::update_many().col_expr(organisation::Column::Name, Expr::value("River Works"));
    let renamed = renamed.filter(organisation::Column::Slug.eq("red-river-membranes"));
    assert_eq!(renamed.exec(talk.app.db.conn()).await.unwrap().rows_affected, 1);
    for path in [talk.path.clone(), talk.at("/dossier")] {
        let page = talk.agency.get(&path).await.ok();
        let facts = page.all(".pairs dd");
        let parties = facts.iter().find(|fact| fact.contains("Red River Membranes"));
        assert!(parties.is_some_and(|parties| parties.contains("Straits Environment Office")), "{path}: {facts:?}");
        assert!(facts.iter().any(|fact| fact == "Delta Bank") && page.says("River Works"), "{path}: {facts:?}");
    }
    let table = talk.agency.get("/interests/export.csv?side=sent").await.ok().html();
    assert!(table.contains("Straits Environment Office; Red River Membranes,Delta Bank"), "{table}");
    // What was recorded before names were kept shows the organisations as they are called now.
    let old = serde_json::json!({ "kind": "sale", "starts": "2027-01-15" });
    let old = interest::Entity::update_many().col_expr(interest::Column::Agreement, Expr::value(old));
    old.filter(interest::Column::Id.gt(0)).exec(talk.app.db.conn()).await.unwrap();
    let facts = talk.agency.get(&talk.path).await.ok().all(".pairs dd");
    assert!(facts.iter().any(|fact| fact.contains("River Works")), "{facts:?}");
    let table = talk.agency.get("/interests/export.csv?side=sent").await.ok().html();
    assert!(table.contains("Straits Environment Office; River Works"), "{table}");
}
