//! Moderation: claims, decisions, what the owner is told, and who may do it.

use std::collections::HashMap;

use chrono::Duration;
use greenbridge::app::schedule::{Every, TASKS};
use greenbridge::auth::MemberRole;
use greenbridge::entity::{account, audit, job, review_case};
use greenbridge::listings::content::{Benefit, Body, Content};
use greenbridge::listings::policy::{Inspect, Submit, TakeBack};
use greenbridge::listings::{Listing, Status, actions, store};
use greenbridge::moderation::latest_reasons;
use greenbridge::taxonomy::{Basis, Evidence, Lang};
use greenbridge::web::Can;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::support::{Browser, Person, TestApp, offer, request};

/// Key of the newest case of a listing, and of the revision that it is about.
async fn case(app: &TestApp, listing: &Listing) -> (i64, i64) {
    let cases = review_case::Entity::find().filter(review_case::Column::ListingId.eq(listing.id));
    let case = cases.order_by_desc(review_case::Column::Id).one(app.db.conn()).await.unwrap().unwrap();
    (case.id, case.revision_id)
}

/// The key of the case of a listing that was handed in, claimed by a moderator, and that moderator's browser.
async fn claimed(app: &TestApp, listing: &Listing) -> (i64, Browser) {
    let (id, _) = case(app, listing).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    moderator.post(&format!("/moderation/{id}/claim"), &[]).await.expect(303);
    (id, moderator)
}

/// The newest revision of a listing, edited and handed in again.
async fn hand_in_again(app: &TestApp, of: &Person, listing: &Listing, change: impl FnOnce(&mut Content)) {
    let actor = app.actor(of).await;
    let inspect = Can::check(&actor, app.listing(listing.id).await).unwrap();
    let mut work = actions::work(app, &inspect).await.unwrap();
    change(&mut work.content);
    let may = Can::check(&actor, app.listing(listing.id).await).unwrap();
    actions::save(app, &may, &work).await.unwrap();
    let may = Can::<Submit>::check(&actor, app.listing(listing.id).await).unwrap();
    actions::submit(app, &may).await.unwrap();
}

async fn public_title(app: &TestApp, listing: &Listing) -> Option<String> {
    let content = store::published(app.db.conn(), &app.listing(listing.id).await).await.unwrap()?;
    Some(content.texts[&Lang::En].title.clone())
}

#[tokio::test]
async fn a_moderator_claims_a_case_and_approves_it_and_the_owner_is_told() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let editor = app.colleague("Linh Vo", &owner, MemberRole::Editor).await;
    let viewer = app.colleague("Hoa Le", &owner, MemberRole::Viewer).await;
    let listing = app.submitted(&owner, &offer("Membranes for dye houses")).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;

    let queue = moderator.open("/moderation").await.ok();
    assert!(queue.says("Membranes for dye houses") && queue.says("nobody"), "{}", queue.text());
    let case = moderator.submit(&queue, &format!("Claim {}", listing.reference), &[]).await.ok();
    assert_eq!(case.notice(), "You hold this case for 30 minutes.");
    assert_eq!(app.listing(listing.id).await.status, Status::InReview);
    assert!(case.says("30 minutes from now") && case.says("Membranes for dye houses, in short."));

    let done = moderator.submit(&case, "Approve", &[("checks[]", "claims")]).await.ok();
    assert_eq!(done.notice(), "Approved. The listing is public and its owner has been told.");
    assert!(app.listing(listing.id).await.is_public(app.now()));
    let mail = app.last_mail(&owner.email).await;
    assert_eq!(mail.subject, "Your listing is public: Membranes for dye houses");
    assert_eq!(mail.link("/listings/"), format!("/en/listings/{}", listing.reference));
    assert_eq!(app.last_mail(&editor.email).await.subject, mail.subject);
    assert!(app.mails().await.iter().all(|mail| mail.to != viewer.email));

    let rows = audit::Entity::find().filter(audit::Column::Action.eq("review.approved")).all(app.db.conn()).await;
    let rows = rows.unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].subject, format!("listing/{}", listing.reference));
    assert_eq!(rows[0].detail["checked"], serde_json::json!(["claims"]));
    assert!(moderator.open("/moderation?show=decided").await.ok().says("Siti Noor"));
}

#[tokio::test]
async fn changes_are_requested_field_by_field_mended_and_approved() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.submitted(&owner, &offer("Membranes")).await;
    let (id, moderator) = claimed(&app, &listing).await;
    let page = moderator.open(&format!("/moderation/{id}")).await.ok();

    let refused = moderator.submit(&page, "Request changes", &[]).await.expect(422);
    assert!(refused.error("reason-whole").starts_with("Say why"), "{:?}", refused.errors());
    assert!(refused.title().starts_with("Error:"));
    let reasons = [("reasons[title]", "Say what it treats."), ("reasons[whole]", "Nearly there.")];
    moderator.submit(&page, "Request changes", &reasons).await.ok();
    let back = app.listing(listing.id).await;
    assert_eq!(back.status, Status::ChangesRequested);

    let mail = app.last_mail(&owner.email).await;
    assert!(mail.text.contains("> Title: Say what it treats."), "{}", mail.text);
    assert!(mail.text.contains("> Nearly there."));
    assert_eq!(mail.link("/edit"), format!("/en/listings/{}/edit", listing.reference));
    let inspect = Can::<Inspect>::check(&app.actor(&owner).await, back).unwrap();
    let told = latest_reasons(app.db.conn(), &inspect).await.unwrap();
    let told: Vec<_> = told.iter().map(|reason| (reason.field.as_str(), reason.text.as_str())).collect();
    assert_eq!(told, [("whole", "Nearly there."), ("title", "Say what it treats.")]);

    // They stand above the form of the field, and above no other.
    let author = app.sign_in(&owner).await;
    let form = |section: &str| format!("/listings/{}/edit/{section}", listing.reference);
    let texts = author.get(&form("texts")).await.ok();
    assert!(texts.says("Say what it treats.") && !texts.says("Nearly there."), "{}", texts.text());
    let refused =
        author.press(&texts, "Save and return to the list", &[("title", &"long ".repeat(40))]).await.expect(422);
    assert!(refused.says("Say what it treats."), "{}", refused.text());
    assert!(!author.get(&form("cost")).await.ok().says("A moderator asks here"));

    hand_in_again(&app, &owner, &listing, |content| {
        content.texts.get_mut(&Lang::En).unwrap().title = "Membranes for dye houses".to_owned();
    })
    .await;
    assert!(latest_reasons(app.db.conn(), &inspect).await.unwrap().is_empty());
    let (id, _) = case(&app, &listing).await;
    moderator.post(&format!("/moderation/{id}/claim"), &[]).await.expect(303);
    let page = moderator.open(&format!("/moderation/{id}")).await.ok();
    assert!(page.says("Handed in before"));
    assert_eq!(page.all("table.diff ins"), [" for dye houses".trim()]);
    moderator.submit(&page, "Approve", &[]).await.ok();
    assert_eq!(public_title(&app, &listing).await.as_deref(), Some("Membranes for dye houses"));
}

#[tokio::test]
async fn twenty_moderators_who_claim_at_once_get_one_case_between_them() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.submitted(&owner, &offer("Membranes")).await;
    let (id, _) = case(&app, &listing).await;
    let mut browsers = Vec::new();
    for number in 1..=20 {
        browsers.push(app.sign_in(&app.moderator(&format!("Moderator {number}")).await).await);
    }
    let path = format!("/moderation/{id}/claim");
    let answers = futures::future::join_all(browsers.iter().map(|browser| browser.post(&path, &[]))).await;
    let (won, lost): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.status() == 303);
    assert_eq!((won.len(), lost.len()), (1, 19), "{:?}", answers.iter().map(|one| one.status()).collect::<Vec<_>>());
    let place = answers.iter().position(|answer| answer.status() == 303).unwrap();
    for answer in lost {
        assert_eq!(answer.status(), 409);
        assert!(answer.says(&format!("Moderator {} holds this case until", place + 1)), "{}", answer.text());
    }
}

/// Cases of the reliability line of the quality goals.
const CASES: usize = 200;
/// How many moderators decide a case at once, in turn.
const CROWDS: [usize; 10] = [2, 3, 20, 2, 5, 3, 12, 2, 8, 4];

#[tokio::test]
async fn two_hundred_cases_that_two_to_twenty_moderators_decide_at_once_get_one_decision_each() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let mut browsers = Vec::new();
    for number in 1..=20 {
        browsers.push(app.sign_in(&app.moderator(&format!("Moderator {number}")).await).await);
    }
    let mut expected = Vec::new();
    for round in 0..CASES {
        let listing = app.submitted(&owner, &offer(&format!("Process {round}"))).await;
        let (id, revision) = case(&app, &listing).await;
        let (path, revision) = (format!("/moderation/{id}/decide"), revision.to_string());
        let fields = |number: usize| {
            let decision = ["approved", "changes_requested", "rejected"][number % 3];
            vec![("revision", revision.as_str()), ("decision", decision), ("reasons[whole]", "Because.")]
        };
        // Two to twenty of them, and not always the same first.
        let people: Vec<usize> = (0..CROWDS[round % CROWDS.len()]).map(|number| (number + round) % 20).collect();
        let forms: Vec<_> = people.iter().map(|number| fields(*number)).collect();
        let posts = people.iter().zip(&forms).map(|(number, form)| browsers[*number].post(&path, form));
        let answers = futures::future::join_all(posts).await;
        let statuses: Vec<u16> = answers.iter().map(|answer| answer.status()).collect();
        let won: Vec<usize> = (0..people.len()).filter(|place| statuses[*place] == 303).collect();
        assert_eq!(won.len(), 1, "case {round}: {statuses:?}");
        let winner = people[won[0]];
        for (place, answer) in answers.iter().enumerate().filter(|(place, _)| *place != won[0]) {
            assert_eq!(answer.status(), 409, "case {round}, moderator {}", people[place] + 1);
            let words = format!("Moderator {} has decided this case", winner + 1);
            assert!(answer.html().contains(&words), "case {round}: {}", answer.text());
        }
        let status = [Status::Published, Status::ChangesRequested, Status::Rejected][winner % 3];
        assert_eq!(app.listing(listing.id).await.status, status, "case {round}");
        expected.push(format!("Moderator {}", winner + 1));
    }
    // The log names for each case the one moderator who was told so, and its owner got one mail.
    let rows = audit::Entity::find().filter(audit::Column::Action.starts_with("review.")).all(app.db.conn()).await;
    assert_eq!(rows.unwrap().len(), CASES);
    let cases = review_case::Entity::find().order_by_asc(review_case::Column::Id).all(app.db.conn()).await.unwrap();
    assert!(cases.len() == CASES && cases.iter().all(|case| case.state == "decided" && case.decided_at.is_some()));
    let names: HashMap<i64, String> =
        account::Entity::find().all(app.db.conn()).await.unwrap().into_iter().map(|row| (row.id, row.name)).collect();
    let decided: Vec<String> = cases.iter().map(|case| names[&case.decided_by.unwrap()].clone()).collect();
    assert_eq!(decided, expected);
    let mails = job::Entity::find().filter(job::Column::Kind.eq("mail")).count(app.db.conn()).await.unwrap();
    assert_eq!(mails, CASES as u64);
}

#[tokio::test]
async fn a_claim_ends_by_the_clock_and_saving_begins_it_anew() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.submitted(&owner, &offer("Membranes")).await;
    let (id, _) = case(&app, &listing).await;
    let path = format!("/moderation/{id}");
    let first = app.sign_in(&app.moderator("Siti Noor").await).await;
    let second = app.sign_in(&app.moderator("Dara Sok").await).await;
    first.post(&format!("{path}/claim"), &[]).await.expect(303);
    app.advance(Duration::minutes(29));
    let page = first.open(&path).await.ok();
    let kept = first.submit(&page, "Save and keep", &[("reasons[summary]", "Half a thought")]).await.ok();
    assert_eq!(kept.value("reasons[summary]"), "Half a thought");
    app.advance(Duration::minutes(29));
    second.post(&format!("{path}/claim"), &[]).await.expect(409);
    app.advance(Duration::minutes(1));
    assert!(second.open("/moderation").await.ok().says("nobody"));
    assert!(!first.open("/moderation?show=mine").await.ok().says("Membranes"));
    second.post(&format!("{path}/claim"), &[]).await.expect(303);
    let late = first.press(&kept, "Reject", &[("reasons[title]", "My words")]).await.expect(409);
    assert!(late.says("Dara Sok holds this case until"), "{}", late.text());
    assert_eq!(late.value("reasons[title]"), "My words");
}

#[tokio::test]
async fn the_calendar_frees_a_forgotten_case_so_that_its_owner_can_take_it_back() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.submitted(&owner, &offer("Membranes")).await;
    let (id, moderator) = claimed(&app, &listing).await;
    app.run_jobs().await;
    assert_eq!(app.listing(listing.id).await.status, Status::InReview);
    app.advance(Duration::hours(1));
    app.run_jobs().await;
    assert_eq!(app.listing(listing.id).await.status, Status::Submitted);

    let may = Can::<TakeBack>::check(&app.actor(&owner).await, app.listing(listing.id).await).unwrap();
    actions::take_back(&app, &may).await.unwrap();
    let answer = moderator.post(&format!("/moderation/{id}/claim"), &[]).await.expect(409);
    assert!(answer.says("no longer open"));
}

#[tokio::test]
async fn a_released_case_waits_again() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.submitted(&owner, &request("Clean dye-bath water")).await;
    let (id, moderator) = claimed(&app, &listing).await;
    let page = moderator.open(&format!("/moderation/{id}")).await.ok();
    let queue = moderator.submit(&page, "Release the case", &[]).await.ok();
    assert!(queue.says("nobody"));
    assert_eq!(app.listing(listing.id).await.status, Status::Submitted);
}

#[tokio::test]
async fn a_decision_binds_to_the_revision_that_was_read() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.published(&owner, &offer("First words")).await;
    let title = |text: &'static str| {
        move |content: &mut Content| content.texts.get_mut(&Lang::En).unwrap().title = text.to_owned()
    };
    hand_in_again(&app, &owner, &listing, title("Second words")).await;
    let (old, revision) = case(&app, &listing).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    moderator.post(&format!("/moderation/{old}/claim"), &[]).await.expect(303);
    let page = moderator.open(&format!("/moderation/{old}")).await.ok();
    assert!(page.says("Approved") && page.says("Proposed"));
    assert_eq!((page.first("table.diff del"), page.first("table.diff ins")), ("First".to_owned(), "Second".to_owned()));

    let may = Can::<TakeBack>::check(&app.actor(&owner).await, app.listing(listing.id).await).unwrap();
    actions::take_back(&app, &may).await.unwrap();
    hand_in_again(&app, &owner, &listing, title("Third words")).await;
    let late = moderator.press(&page, "Approve", &[]).await.expect(409);
    assert!(late.says("no longer open"), "{}", late.text());
    assert_eq!(public_title(&app, &listing).await.as_deref(), Some("First words"));
    let (new, _) = case(&app, &listing).await;
    let fields = [("revision", revision.to_string()), ("decision", "approved".to_owned())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    moderator.post(&format!("/moderation/{new}/decide"), &fields).await.expect(409);
    assert_eq!(public_title(&app, &listing).await.as_deref(), Some("First words"));
}

#[tokio::test]
async fn nobody_decides_on_a_listing_of_an_own_organisation_acting_for_it_or_not() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.submitted(&owner, &offer("Membranes")).await;
    let (id, revision) = case(&app, &listing).await;
    let moderator = app.moderator("Siti Noor").await;
    let tx = app.write_tx().await.unwrap();
    let row = greenbridge::entity::membership::ActiveModel {
        organisation_id: sea_orm::Set(owner.organisation_id.unwrap()),
        account_id: sea_orm::Set(moderator.account_id),
        role: sea_orm::Set("viewer".to_owned()),
        created_at: sea_orm::Set(app.now()),
        ..Default::default()
    };
    greenbridge::entity::membership::Entity::insert(row).exec(&tx).await.unwrap();
    app.commit(tx).await.unwrap();
    let browser = app.sign_in(&moderator).await;
    let page = browser.open(&format!("/moderation/{id}")).await.ok();
    assert!(page.says("somebody else must decide"));
    browser.post(&format!("/moderation/{id}/claim"), &[]).await.expect(403);
    let revision = revision.to_string();
    let fields = [("revision", revision.as_str()), ("decision", "approved")];
    browser.post(&format!("/moderation/{id}/decide"), &fields).await.expect(403);
    let member = app.sign_in(&owner).await;
    member.get(&format!("/moderation/{id}")).await.expect(403);
    member.post(&format!("/moderation/{id}/decide"), &fields).await.expect(403);
    assert_eq!(app.listing(listing.id).await.status, Status::Submitted);
}

#[tokio::test]
async fn hints_and_figures_stand_on_the_pages() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    app.submitted(&owner, &offer("Membranes for dye houses")).await;
    app.advance(Duration::hours(5));
    let mut content = offer("Membranes for dye-houses");
    content.texts.get_mut(&Lang::En).unwrap().summary = "Write to sales@example.org".to_owned();
    if let Body::Offer(offer) = &mut content.body {
        offer.benefits.push(Benefit {
            indicator: "water_use".to_owned(),
            baseline: 105.into(),
            achieved: 40.into(),
            unit: "m3".to_owned(),
            basis: Basis::PerYear,
            product: String::new(),
            baseline_year: None,
            period: String::new(),
            output: None,
            evidence: Evidence::SelfDeclared,
            compared: false,
            evidence_note: String::new(),
            document: None,
            audit: None,
            option_class: None,
            option_type: None,
        });
    }
    let listing = app.submitted(&owner, &content).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let page = moderator.open(&format!("/moderation/{}", case(&app, &listing).await.0)).await.ok();
    for words in ["sales@example.org", "Nearly the same title", "No document stands behind", "105 → 40 m³"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let queue = moderator.open("/moderation?order=risk").await.ok();
    assert_eq!(queue.first("tbody th a"), "Membranes for dye-houses");
    let queue = moderator.open("/moderation?order=nonsense&page=x").await.ok();
    assert_eq!(queue.first("tbody th a"), "Membranes for dye houses");
    assert!(queue.first(".figures").contains("5 hours"), "{}", queue.first(".figures"));
    assert!(moderator.open("/zh/moderation").await.ok().says("待审核"));
    assert!(moderator.open("/moderation?page=9").await.ok().says("Nothing waits"));
}

#[tokio::test]
async fn the_calendar_runs_each_task_once_an_hour_or_a_day_whoever_asks() {
    let app = TestApp::start().await;
    let hourly = TASKS.iter().filter(|task| task.every == Every::Hour).count();
    assert_eq!(app.run_jobs().await, TASKS.len());
    assert_eq!(app.run_jobs().await, 0);
    app.advance(Duration::hours(1));
    assert_eq!(app.run_jobs().await, hourly);
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.published(&owner, &offer("Membranes")).await;
    app.advance(Duration::days(366));
    app.run_jobs().await;
    assert_eq!(app.listing(listing.id).await.status, Status::Expired);
}
