//! The answer clock: reminders, lapse and revival, holidays that administrators change, and the responsiveness that is
//! told of an organisation.

use chrono::{DateTime, Duration, Utc};
use greenbridge::auth::Actor;
use greenbridge::interest::{StateName, store};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::support::{Browser, Market, TestApp, offer};

/// Lets the hours pass until a moment, with the calendar running as it does: once in each.
async fn until(app: &TestApp, moment: &str) {
    let moment: DateTime<Utc> = moment.parse().unwrap();
    while app.now() < moment {
        app.advance((moment - app.now()).min(Duration::hours(12)));
        greenbridge::interest::actions::tick(app).await.unwrap();
    }
}

/// Subjects of the mails to an address, oldest first.
async fn subjects(app: &TestApp, to: &str) -> Vec<String> {
    app.run_jobs().await;
    app.mails().await.into_iter().filter(|mail| mail.to == to).map(|mail| mail.subject).collect()
}

fn reference(thread: &str) -> &str {
    thread.rsplit('/').next().unwrap()
}

async fn state(app: &TestApp, thread: &str) -> StateName {
    store::find(app.db.conn(), &Actor::System, reference(thread)).await.unwrap().unwrap().state.name()
}

async fn due(app: &TestApp, thread: &str) -> String {
    let found = store::find(app.db.conn(), &Actor::System, reference(thread)).await.unwrap().unwrap();
    found.deadlines.unwrap().due.to_rfc3339()
}

#[tokio::test]
async fn an_answer_is_reminded_of_twice_lapses_and_is_revived_once() {
    // Monday 23 November 2026, 16:00 in Hanoi, where the Tuesday is a holiday.
    let market = Market::open().await;
    let app = &market.app;
    let agency = app.sign_in(&market.agency).await;
    let thread = market.interest(&agency).await;
    assert_eq!(due(app, &thread).await, "2026-12-08T17:00:00+00:00");
    let page = agency.get(&thread).await.ok();
    assert!(page.says("The answer is due by") && page.says("Dec 9"), "in Singapore: {}", page.text());
    let provider = market.provider.email.clone();
    let sent = subjects(app, &provider).await.len();

    until(app, "2026-12-01T00:59:00Z").await;
    assert_eq!(subjects(app, &provider).await.len(), sent, "not before the morning of the fifth day");
    until(app, "2026-12-01T01:00:00Z").await;
    let after = subjects(app, &provider).await;
    let says = "Straits Environment Office waits for your answer: Ceramic membranes for dye houses (EOI-2026-00001)";
    assert_eq!(after[sent..], [says]);
    let mail = app.last_mail(&provider).await;
    assert!(mail.text.contains("it lapses after Dec 16, 2026"), "the end of a day in Hanoi: {}", mail.text);
    until(app, "2026-12-04T00:59:00Z").await;
    assert_eq!(subjects(app, &provider).await.len(), sent + 1, "once");
    until(app, "2026-12-04T01:00:00Z").await;
    assert_eq!(subjects(app, &provider).await.len(), sent + 2, "again on the eighth");
    until(app, "2026-12-15T16:59:00Z").await;
    assert_eq!(state(app, &thread).await, StateName::Sent);
    let overdue = app.sign_in(&market.agency).await.get(&thread).await.ok();
    assert!(
        overdue.says("The answer was due by") && overdue.says("it lapses after Dec 16, 2026"),
        "{}",
        overdue.text()
    );
    until(app, "2026-12-15T17:00:00Z").await;
    assert_eq!(state(app, &thread).await, StateName::Lapsed);
    for party in [&market.provider, &market.agency] {
        let told = subjects(app, &party.email).await;
        assert!(told.last().unwrap().contains("lapsed"), "{told:?}");
    }

    // Revived, its clock begins anew, with reminders; the second lapse is the last.
    let agency = app.sign_in(&market.agency).await;
    let page = agency.get(&thread).await.ok();
    agency.submit(&page, "Open it again", &[]).await.ok();
    assert_eq!(due(app, &thread).await, "2026-12-30T17:00:00+00:00");
    let sent = subjects(app, &provider).await.len();
    until(app, "2026-12-29T00:00:00Z").await;
    assert_eq!(subjects(app, &provider).await.len(), sent + 2);
    until(app, "2027-01-08T00:00:00Z").await;
    assert_eq!(state(app, &thread).await, StateName::Lapsed);
    let page = app.sign_in(&market.agency).await.get(&thread).await.ok();
    assert!(!page.html().contains("/revive"), "{}", page.text());
}

#[tokio::test]
async fn an_answer_stops_the_clock_and_an_acknowledgement_does_not() {
    let market = Market::open().await;
    let app = &market.app;
    let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
    let thread = market.interest(&agency).await;
    provider.post(&format!("{thread}/acknowledge"), &[]).await.expect(303);
    let sent = subjects(app, &market.provider.email).await.len();
    until(app, "2026-12-02T00:00:00Z").await;
    assert_eq!(subjects(app, &market.provider.email).await.len(), sent + 1);
    let provider = app.sign_in(&market.provider).await;
    provider.post(&format!("{thread}/discuss"), &[]).await.expect(303);
    until(app, "2027-01-31T00:00:00Z").await;
    assert_eq!(subjects(app, &market.provider.email).await.len(), sent + 1);
    assert_eq!(state(app, &thread).await, StateName::InDiscussion);
}

#[tokio::test]
async fn after_days_without_the_program_one_reminder_says_all_and_what_is_over_lapses_without() {
    let market = Market::open().await;
    let app = &market.app;
    let agency = app.sign_in(&market.agency).await;
    let thread = market.interest(&agency).await;
    let sent = subjects(app, &market.provider.email).await.len();
    app.advance(Duration::days(12));
    for _ in 0..3 {
        greenbridge::interest::actions::tick(app).await.unwrap();
    }
    assert_eq!(subjects(app, &market.provider.email).await.len(), sent + 1);
    app.advance(Duration::days(30));
    greenbridge::interest::actions::tick(app).await.unwrap();
    let told = subjects(app, &market.provider.email).await;
    assert_eq!((told.len(), state(app, &thread).await), (sent + 2, StateName::Lapsed), "{told:?}");
}

#[tokio::test]
async fn a_holiday_that_an_administrator_adds_moves_what_is_due_in_its_country_alone() {
    let market = Market::open().await;
    let app = &market.app;
    let agency = app.sign_in(&market.agency).await;
    let thread = market.interest(&agency).await;
    let other = app.owner("Somchai Dee", "Chao Phraya Filters", "TH").await;
    let listing = app.published(&other, &offer("Thai filters")).await;
    let fields = [("purpose[]", "licence"), ("country", "SG"), ("message", "Does it fit?"), ("then", "send")];
    let abroad = agency.post(&format!("/listings/{}/interest", listing.reference), &fields).await.expect(303);
    let abroad = abroad.location().unwrap();
    let (here, there) = (due(app, &thread).await, due(app, &abroad).await);

    let admin = app.sign_in(&app.administrator("Ada Admin").await).await;
    let page = admin.get("/admin/registers/holiday/new").await.ok();
    let fields = [
        ("country", "VN"),
        ("date", "2026-12-01"),
        ("day", "holiday"),
        ("en", "Day of the new bridge"),
        ("zh", "新桥日"),
        ("source", "Decision 12/2026"),
    ];
    let list = admin.submit(&page, "Save", &fields).await.ok();
    assert!(list.notice().starts_with("Saved."), "{}", list.text());
    app.run_jobs().await;
    assert_eq!(due(app, &thread).await, "2026-12-09T17:00:00+00:00", "one day later than {here}");
    assert_eq!(due(app, &abroad).await, there);

    // The same day again is a conflict with itself, said at its field; nonsense is, too.
    let page = admin.get("/admin/registers/holiday/new").await.ok();
    let again = admin.submit(&page, "Save", &fields).await.expect(422);
    assert!(again.error("date").contains("entry for this day already"), "{}", again.error("date"));
    let mut wrong = fields;
    wrong[1] = ("date", "2026-02-30");
    let refused = admin.submit(&page, "Save", &wrong).await.expect(422);
    assert!(!refused.error("date").is_empty() && refused.value("en") == "Day of the new bridge");

    // Retired, it is worked again; it stays to be read, and can be sought.
    let list = admin.get("/admin/registers/holiday?q=new+bridge").await.ok();
    assert_eq!(list.count(".list li"), 1, "{}", list.text());
    let page = admin.get("/admin/registers/holiday/entries/VN-2026-12-01").await.ok();
    admin.submit(&page, "Save", &[("retired", "yes")]).await.ok();
    app.run_jobs().await;
    assert_eq!(due(app, &thread).await, here);
    assert!(admin.get("/admin/registers/holiday?q=VN-2026-09").await.ok().count(".list li") >= 1);
}

#[tokio::test]
async fn what_was_sent_before_there_was_a_clock_gets_its_deadline() {
    let market = Market::open().await;
    let app = &market.app;
    let agency = app.sign_in(&market.agency).await;
    let thread = market.interest(&agency).await;
    let expected = due(app, &thread).await;
    use greenbridge::entity::interest::{ActiveModel, Column, Entity};
    let none = ActiveModel {
        first_reminder_at: Set(None),
        second_reminder_at: Set(None),
        due_at: Set(None),
        lapses_at: Set(None),
        ..Default::default()
    };
    let update = Entity::update_many().set(none).filter(Column::Reference.eq(reference(&thread)));
    update.exec(app.db.conn()).await.unwrap();
    let page = agency.get(&thread).await.ok();
    assert!(!page.says("The answer is due"));
    app.advance(Duration::days(2));
    greenbridge::interest::actions::tick(app).await.unwrap();
    assert_eq!(due(app, &thread).await, expected);
}

/// Answers, or not, one expression of interest of the agency in a listing of its own.
async fn received(market: &Market, agency: &Browser, number: usize) -> String {
    let listing = market.app.published(&market.provider, &offer(&format!("Offer {number}"))).await;
    let fields = [("purpose[]", "licence"), ("country", "SG"), ("message", "Does it fit?"), ("then", "send")];
    let sent = agency.post(&format!("/listings/{}/interest", listing.reference), &fields).await.expect(303);
    sent.location().unwrap()
}

#[tokio::test]
async fn responsiveness_is_told_from_five_on_and_never_of_fewer() {
    let market = Market::open().await;
    let app = &market.app;
    let agency = app.sign_in(&market.agency).await;
    let page = async || app.visitor().get("/organisations/red-river-membranes").await.ok();
    let mut threads = Vec::new();
    for number in 0..6 {
        threads.push(received(&market, &agency, number).await);
    }
    assert!(!page().await.says("Answers to interest"), "nothing was answered, and nothing is overdue");
    // Withdrawn before an answer: it does not count.
    agency.post(&format!("{}/withdraw", threads[5]), &[("reason", "Not needed any more")]).await.expect(303);
    // Tuesday, a holiday in Hanoi: it counts as the same day.
    app.advance(Duration::days(1));
    let provider = app.sign_in(&market.provider).await;
    for thread in &threads[..2] {
        provider.post(&format!("{thread}/acknowledge"), &[]).await.expect(303);
        provider.post(&format!("{thread}/discuss"), &[]).await.expect(303);
    }
    app.advance(Duration::days(3));
    let provider = app.sign_in(&market.provider).await;
    for thread in &threads[2..4] {
        provider.post(&format!("{thread}/decline"), &[("reason", "We do not serve this region.")]).await.expect(303);
    }
    assert!(!page().await.says("Answers to interest"), "four are known, the fifth may still be answered");
    until(app, "2026-12-20T00:00:00Z").await;
    let told = page().await;
    assert!(told.says("80 % of 5 answered") && told.says("within 3 working days"), "{}", told.text());
    // After two years nothing of it is told any more.
    app.advance(Duration::days(740));
    assert!(!page().await.says("Answers to interest"));
}
