//! What happens to a request after it is published, as its owner, others, a focal point and moderators meet it.

use chrono::{Duration, NaiveDateTime};
use greenbridge::entity::{audit, request_entry, request_follower};
use greenbridge::listings::content::{Body, Content};
use greenbridge::listings::policy::{Remove, Submit};
use greenbridge::listings::store::put_draft;
use greenbridge::listings::{Listing, actions};
use greenbridge::moderation;
use greenbridge::taxonomy::Lang;
use greenbridge::web::Can;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::support::{Browser, Person, TestApp, counted, offer, request};

const QUESTION: &str = "Is the effluent collected at one point?";

/// An agency with a request that is open, two others who could answer it, and the focal point of its country.
struct Tender {
    app: TestApp,
    agency: Person,
    provider: Person,
    rival: Person,
    focal: Person,
    request: Listing,
}

fn on(text: &str) -> Option<NaiveDateTime> {
    Some(text.parse().unwrap())
}

/// A request that closes on 10 December, 17:00 in Hanoi (10:00 UTC), with questions until the 1st and answers until the 5th.
fn dated(title: &str) -> Content {
    let mut content = request(title);
    if let Body::Request(needs) = &mut content.body {
        needs.zone = "Asia/Ho_Chi_Minh".to_owned();
        needs.closes = on("2026-12-10T17:00:00");
        needs.questions_until = on("2026-12-01T12:00:00");
        needs.answers_until = on("2026-12-05T12:00:00");
    }
    content
}

impl Tender {
    async fn open() -> Self {
        let app = TestApp::start().await;
        let agency = app.owner("Mei Lin", "Straits Environment Office", "SG").await;
        let provider = app.owner("Bao Tran", "Red River Membranes", "VN").await;
        let rival = app.owner("Dara Sok", "Mekong Filters", "KH").await;
        let focal = app.focal_point("Thu Ha", "Agency for Clean Production", "VN").await;
        let request = app.published(&agency, &dated("Colour out of dye house effluent")).await;
        Self { app, agency, provider, rival, focal, request }
    }

    fn path(&self, part: &str) -> String {
        format!("/listings/{}{part}", self.request.reference)
    }

    async fn ask(&self, who: &Person, question: &str) -> Browser {
        let browser = self.app.sign_in(who).await;
        browser.post(&self.path("/questions"), &[("question", question)]).await.expect(303);
        browser
    }

    async fn answer(&self, number: i64, then: &str, reply: &str) -> crate::support::Answer {
        let agency = self.app.sign_in(&self.agency).await;
        agency.post(&self.path(&format!("/questions/{number}")), &[("reply", reply), ("then", then)]).await
    }

    async fn interest(&self, who: &Person) -> crate::support::Answer {
        let fields = [("purpose[]", "sale"), ("country", "VN"), ("message", "We can do that."), ("then", "send")];
        self.app.sign_in(who).await.post(&self.path("/interest"), &fields).await
    }

    /// Letters to somebody, by subject.
    async fn told(&self, who: &Person) -> Vec<String> {
        let mails = self.app.mails().await;
        mails.into_iter().filter(|mail| mail.to == who.email).map(|mail| mail.subject).collect()
    }

    async fn entries(&self) -> u64 {
        request_entry::Entity::find().count(self.app.db.conn()).await.unwrap()
    }

    async fn logged(&self, action: &str) -> u64 {
        let select = audit::Entity::find().filter(audit::Column::Action.eq(action));
        select.count(self.app.db.conn()).await.unwrap()
    }

    async fn conclude(&self, fields: &[(&str, &str)]) -> crate::support::Answer {
        let common = [("day", "2026-11-23"), ("text", "The board has decided.")];
        let all: Vec<(&str, &str)> = common.into_iter().chain(fields.iter().copied()).collect();
        self.app.sign_in(&self.agency).await.post(&self.path("/outcome"), &all).await
    }
}

#[tokio::test]
async fn a_closed_request_takes_no_interest_and_says_so_in_both_zones() {
    let tender = Tender::open().await;
    let app = &tender.app;
    let page = app.visitor().get(&tender.path("")).await.ok();
    let times = page.all("#times dd");
    assert!(
        times[0].contains("Dec 10, 2026") && times[0].contains("(UTC+7)") && times[0].contains("(UTC)"),
        "{times:?}"
    );
    let reader = app.sign_in(&tender.rival).await.get(&tender.path("")).await.ok();
    assert!(reader.first("#times dd").contains("On your clock: Dec 10, 2026"), "{:?}", reader.all("#times dd"));
    assert!(tender.interest(&tender.provider).await.status() == 303);
    app.advance(Duration::days(17) + Duration::minutes(61));
    let page = app.visitor().get(&tender.path("?again")).await.ok();
    assert!(page.says("Closed") && page.says("takes no more expressions of interest"), "{}", page.text());
    let refused = tender.interest(&tender.rival).await.expect(409);
    assert!(refused.says("This request closed on") && refused.value("message") == "We can do that.");
    app.sign_in(&tender.rival).await.get(&tender.path("/interest")).await.expect(409);
}

#[tokio::test]
async fn a_question_is_public_once_it_is_answered_and_never_names_who_asked() {
    let tender = Tender::open().await;
    let app = &tender.app;
    let provider = tender.ask(&tender.provider, QUESTION).await;
    let asked = app.last_mail(&tender.agency.email).await;
    assert!(asked.subject.starts_with("A question about your request") && asked.text.contains(QUESTION));
    let rival = app.sign_in(&tender.rival).await;
    for (who, browser) in [("visitor", &app.visitor()), ("rival", &rival)] {
        assert!(!browser.get(&tender.path("")).await.ok().says(QUESTION), "{who} reads an open question");
    }
    assert!(!rival.get(&tender.path("/questions")).await.ok().says(QUESTION));
    assert!(provider.get(&tender.path("/questions")).await.ok().says(QUESTION), "its asker reads it");
    let agency = app.sign_in(&tender.agency).await;
    let page = agency.get(&tender.path("/questions")).await.ok();
    assert!(page.says(QUESTION) && page.says("Red River Membranes"), "the owner reads who asks");

    let page = agency.submit(&page, "Answer in public", &[("reply", "At two points, <b>both</b> metered.")]).await.ok();
    assert!(!page.says("waits for an answer") && page.says("answered"));
    app.follow_changes().await;
    let page = app.visitor().get(&tender.path("")).await.ok();
    assert!(page.says(QUESTION) && page.says("At two points, <b>both</b> metered."));
    assert!(page.says("Asked by an organisation from") && !page.html().contains("Red River Membranes"));
    let told = app.last_mail(&tender.provider.email).await;
    assert!(told.subject.starts_with("Your question was answered") && told.text.contains("At two points"));
    // The same answer again is no news, another one comes too late.
    tender.answer(1, "answer", "At two points, <b>both</b> metered.").await.expect(303);
    let late = tender.answer(1, "answer", "At three points.").await.expect(409);
    assert!(late.says("has answered or declined this question already"));
    assert_eq!(tender.told(&tender.provider).await.len(), 1);
}

#[tokio::test]
async fn the_card_of_a_request_counts_the_questions_that_were_answered() {
    let tender = Tender::open().await;
    let app = &tender.app;
    let list = async || {
        app.follow_changes().await;
        app.visitor().get("/listings?kind=request").await.ok()
    };
    for (number, question) in [(1, QUESTION), (2, "Is there room for a basin?"), (3, "What is the peak flow?")] {
        tender.ask(&tender.provider, question).await;
        assert!(number > 1 || !list().await.says("answered"), "an open question counts");
    }
    tender.answer(1, "answer", "At one point.").await.expect(303);
    assert!(list().await.says("1 question answered"));
    tender.answer(2, "answer", "For one of 40 m³.").await.expect(303);
    tender.answer(3, "decline", "It is in the annex, page 4.").await.expect(303);
    assert!(list().await.says("2 questions answered"));
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let reason = [("reason", "It names a competitor.")];
    moderator.post(&tender.path("/questions/1/remove"), &reason).await.expect(303);
    assert!(list().await.says("1 question answered"), "one that was taken off counts");
}

#[tokio::test]
async fn a_question_that_is_declined_stays_between_its_asker_and_the_owner() {
    let tender = Tender::open().await;
    tender.ask(&tender.provider, QUESTION).await;
    let page = tender.answer(1, "decline", "").await.expect(422);
    assert_eq!(page.error("reply-1"), "This is needed");
    tender.answer(1, "decline", "It is in the annex, page 4.").await.expect(303);
    let told = tender.app.last_mail(&tender.provider.email).await;
    assert!(told.subject.starts_with("Your question will not be answered") && told.text.contains("annex, page 4"));
    assert!(!tender.app.visitor().get(&tender.path("")).await.ok().says(QUESTION));
    let provider = tender.app.sign_in(&tender.provider).await;
    assert!(provider.get(&tender.path("/questions")).await.ok().says("It is in the annex, page 4."));
}

#[tokio::test]
async fn questions_and_answers_end_at_their_own_deadlines() {
    let tender = Tender::open().await;
    let app = &tender.app;
    tender.ask(&tender.provider, QUESTION).await;
    tender.ask(&tender.provider, "And at which temperature?").await;
    // 1 December, 12:00 in Hanoi is 05:00 UTC.
    app.advance(Duration::days(7) + Duration::hours(20));
    let rival = app.sign_in(&tender.rival).await;
    let late = rival.post(&tender.path("/questions"), &[("question", "May we visit?")]).await.expect(409);
    assert!(late.says("The time for questions is over.") && late.says("May we visit?"), "what was typed is not lost");
    tender.answer(1, "answer", "At one point.").await.expect(303);
    app.advance(Duration::days(4));
    let late = tender.answer(2, "answer", "At 60 °C.").await.expect(409);
    assert!(late.says("The time for answers is over."));
    assert_eq!(late.value("reply"), "At 60 °C.");
    tender.answer(2, "decline", "We cannot measure it in time.").await.expect(303);
}

#[tokio::test]
async fn bad_questions_are_refused_at_the_field_and_kept() {
    let tender = Tender::open().await;
    let provider = tender.app.sign_in(&tender.provider).await;
    let long = "x".repeat(1_001);
    for (typed, said) in [
        (" ", "This is needed"),
        (long.as_str(), "At most 1000 characters"),
        ("Call +84 24 3825 1234", "Leave out e-mail addresses, telephone numbers and messengers"),
        ("sales@lumen.example.com?", "Leave out e-mail addresses, telephone numbers and messengers"),
    ] {
        let page = provider.post(&tender.path("/questions"), &[("question", typed)]).await.expect(422);
        assert!(page.error("question").replace(',', "").starts_with(&said.replace(',', "")), "{typed}");
        assert_eq!(page.value("question").trim(), typed.trim());
    }
    assert_eq!(tender.entries().await, 0);
}

#[tokio::test]
async fn an_organisation_has_at_most_ten_open_questions_and_the_same_one_once() {
    let tender = Tender::open().await;
    let provider = tender.ask(&tender.provider, QUESTION).await;
    for number in 0..9 {
        provider.post(&tender.path("/questions"), &[("question", &format!("Question {number}"))]).await.expect(303);
    }
    provider.post(&tender.path("/questions"), &[("question", QUESTION)]).await.expect(303);
    assert_eq!(tender.entries().await, 10);
    let refused = provider.post(&tender.path("/questions"), &[("question", "One more")]).await.expect(409);
    assert!(refused.says("10 questions of your organisation wait") && refused.value("question") == "One more");
    tender.ask(&tender.rival, "Another organisation may still ask").await;
    tender.answer(1, "answer", "Yes.").await.expect(303);
    provider.post(&tender.path("/questions"), &[("question", "One more")]).await.expect(303);
}

#[tokio::test]
async fn people_ask_about_the_requests_of_others_only() {
    let tender = Tender::open().await;
    let app = &tender.app;
    let owner = app.sign_in(&tender.agency).await;
    owner.post(&tender.path("/questions"), &[("question", QUESTION)]).await.expect(403);
    let offer = app.published(&tender.provider, &offer("Membranes")).await;
    let rival = app.sign_in(&tender.rival).await;
    for part in ["questions", "follow", "outcome", "addenda", "endorsement"] {
        rival.get(&format!("/listings/{}/{part}", offer.reference)).await.expect(404);
    }
    tender.ask(&tender.provider, QUESTION).await;
    // Another organisation neither sees nor answers the open question.
    let fields = [("reply", "No."), ("then", "answer")];
    rival.post(&tender.path("/questions/1"), &fields).await.expect(404);
    let provider = app.sign_in(&tender.provider).await;
    provider.post(&tender.path("/questions/1"), &fields).await.expect(403);
    for part in ["outcome", "addenda", "endorsement"] {
        rival.get(&tender.path(&format!("/{part}"))).await.expect(403);
    }
}

#[tokio::test]
async fn a_moderator_takes_a_question_off_with_a_reason_that_is_logged() {
    let tender = Tender::open().await;
    let app = &tender.app;
    tender.ask(&tender.provider, QUESTION).await;
    tender.answer(1, "answer", "At one point.").await.expect(303);
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let page = moderator.get(&tender.path("/questions")).await.ok();
    let refused = moderator.submit(&page, "Take this question off", &[]).await.expect(422);
    assert_eq!(refused.error("reason-1"), "This is needed");
    let fields = [("reason", "It names a competitor.")];
    moderator.submit(&page, "Take this question off", &fields).await.ok();
    moderator.post(&tender.path("/questions/1/remove"), &fields).await.expect(303);
    app.follow_changes().await;
    assert!(!app.visitor().get(&tender.path("")).await.ok().says(QUESTION));
    assert_eq!(tender.logged("request.take_question_off").await, 1);
    assert!(app.last_mail(&tender.provider.email).await.text.contains("It names a competitor."));
}

#[tokio::test]
async fn an_addendum_tells_everybody_concerned_once_and_may_postpone_the_closing() {
    let tender = Tender::open().await;
    let app = &tender.app;
    // The provider has three reasons to be told, the rival follows.
    tender.interest(&tender.provider).await.expect(303);
    let provider = tender.ask(&tender.provider, QUESTION).await;
    provider.post(&tender.path("/follow"), &[("follow", "yes")]).await.expect(303);
    let rival = app.sign_in(&tender.rival).await;
    let page = rival.get(&tender.path("")).await.ok();
    rival.submit(&page, "Follow this request", &[]).await.ok();
    rival.post(&tender.path("/follow"), &[("follow", "yes")]).await.expect(303);
    assert_eq!(request_follower::Entity::find().count(app.db.conn()).await.unwrap(), 2);
    let before = (tender.told(&tender.provider).await.len(), tender.told(&tender.rival).await.len());

    let agency = app.sign_in(&tender.agency).await;
    let page = agency.get(&tender.path("/addenda")).await.ok();
    let fields = [("text", "The flow is **2,400** m³/d."), ("closes", "2026-12-15"), ("closes_time", "12:00")];
    agency.submit(&page, "Publish the addendum", &fields).await.ok();
    agency.post(&tender.path("/addenda"), &fields).await.expect(303);
    assert_eq!(app.listing(tender.request.id).await.closes_at.unwrap().to_rfc3339(), "2026-12-15T05:00:00+00:00");
    let after = (tender.told(&tender.provider).await, tender.told(&tender.rival).await);
    assert_eq!((after.0.len(), after.1.len()), (before.0 + 1, before.1 + 1), "{after:?}");
    let mail = app.last_mail(&tender.rival.email).await;
    assert!(mail.text.contains("postpones the closing") && mail.text.contains("The flow is 2,400 m³/d."));
    assert!(mail.text.contains("because you follow this request"));
    let mail = app.last_mail(&tender.provider.email).await;
    assert!(mail.text.contains("open expression of interest") && !mail.text.contains("Stop following"));

    app.follow_changes().await;
    let page = app.visitor().get(&tender.path("")).await.ok();
    assert_eq!(page.all("#addenda .prose strong"), ["2,400"]);
    assert!(page.says("Addendum 1") && page.says("New closing"));
    // It is past the first closing and before the new one.
    app.advance(Duration::days(18));
    assert_eq!(tender.interest(&tender.rival).await.status(), 303);
    // The link in the mail leads to a page with a button.
    let mail = app.mails().await.into_iter().rfind(|mail| mail.text.contains("because you follow")).unwrap();
    let rival = app.sign_in(&tender.rival).await;
    let page = rival.open(&mail.link("/follow")).await.ok();
    rival.submit(&page, "Stop following", &[]).await.ok();
    assert_eq!(request_follower::Entity::find().count(app.db.conn()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_closing_is_never_brought_forward_by_an_addendum_nor_opened_again() {
    let tender = Tender::open().await;
    let app = &tender.app;
    let agency = app.sign_in(&tender.agency).await;
    let post = async |agency: &Browser, closes: &str, time: &str| {
        let fields = [("text", "Note."), ("closes", closes), ("closes_time", time)];
        agency.post(&tender.path("/addenda"), &fields).await.expect(422)
    };
    let page = post(&agency, "2026-12-01", "").await;
    assert!(page.error("closes").starts_with("A closing can only be postponed"));
    assert_eq!(page.value("closes"), "2026-12-01");
    assert!(post(&agency, "soon", "").await.error("closes").starts_with("Give a day"));
    assert!(post(&agency, "2026-12-20", "noon").await.error("closes_time").starts_with("Give a time"));
    assert_eq!(post(&agency, "", "12:00").await.error("closes"), "This is needed");
    let refused = agency.post(&tender.path("/addenda"), &[("text", "Write to a@example.org")]).await.expect(422);
    assert!(refused.error("text").starts_with("Leave out e-mail addresses"));
    app.advance(Duration::days(18));
    let agency = app.sign_in(&tender.agency).await;
    let page = agency.post(&tender.path("/addenda"), &[("text", "Note."), ("closes", "2026-12-30")]).await.expect(422);
    assert!(page.errors()[0].contains("cannot be postponed"), "{:?}", page.errors());
    agency.post(&tender.path("/addenda"), &[("text", "We read what came in.")]).await.expect(303);
    assert_eq!(tender.entries().await, 1);
}

/// Publishes another content of a listing, as an owner and a moderator do.
async fn revise(app: &TestApp, owner: &Person, id: i64, content: &Content) {
    use greenbridge::auth::Actor;
    use greenbridge::listings::actions::{Decision, decide_in, submit_in};
    let actor = app.actor(owner).await;
    let tx = app.write_tx().await.unwrap();
    put_draft(&tx, id, content, &actor, app.now()).await.unwrap();
    let listing = greenbridge::listings::store::find_by_id(&tx, &Actor::System, id).await.unwrap().unwrap();
    let may = Can::<Submit>::check(&actor, listing).unwrap();
    let revision = submit_in(&tx, &may, app.now()).await.unwrap();
    let listing = greenbridge::listings::store::find_by_id(&tx, &Actor::System, id).await.unwrap().unwrap();
    let may = Can::check(&Actor::System, listing).unwrap();
    decide_in(&tx, &may, revision, Decision::Approve, app.now()).await.unwrap();
    moderation::withdraw_case(&tx, id, app.now()).await.unwrap();
    app.commit(tx).await.unwrap();
}

#[tokio::test]
async fn a_revision_moves_the_closing_but_not_before_what_an_addendum_announced() {
    let tender = Tender::open().await;
    let app = &tender.app;
    let closes = async || app.listing(tender.request.id).await.closes_at.unwrap().format("%m-%d %H:%M").to_string();
    assert_eq!(closes().await, "12-10 10:00");
    let mut content = dated("Colour out of dye house effluent");
    let mut to = |text: &str| {
        if let Body::Request(needs) = &mut content.body {
            needs.closes = on(text);
        }
        content.clone()
    };
    revise(app, &tender.agency, tender.request.id, &to("2026-12-08T17:00:00")).await;
    assert_eq!(closes().await, "12-08 10:00");
    let agency = app.sign_in(&tender.agency).await;
    agency.post(&tender.path("/addenda"), &[("text", "Later."), ("closes", "2026-12-20")]).await.expect(303);
    assert_eq!(closes().await, "12-20 16:59");
    revise(app, &tender.agency, tender.request.id, &to("2026-12-12T17:00:00")).await;
    assert_eq!(closes().await, "12-20 16:59");
    revise(app, &tender.agency, tender.request.id, &to("2027-01-12T17:00:00")).await;
    assert_eq!(closes().await, "01-12 10:00");
}

#[tokio::test]
async fn the_focal_point_of_the_sites_country_stands_behind_a_request_and_takes_it_back() {
    let tender = Tender::open().await;
    let app = &tender.app;
    let focal = app.sign_in(&tender.focal).await;
    let page = focal.get(&tender.path("")).await.ok();
    let form = focal.get(&page.link("Endorse this request").unwrap()).await.ok();
    focal.submit(&form, "Endorse this request", &[("text", "A need of the whole district.")]).await.ok();
    focal.post(&tender.path("/endorsement"), &[("text", "A need of the whole district.")]).await.expect(303);
    assert_eq!((tender.entries().await, tender.logged("request.endorse").await), (1, 1));
    app.follow_changes().await;
    let page = app.visitor().get(&tender.path("")).await.ok();
    assert!(page.says("Endorsed by Agency for Clean Production") && page.says("A need of the whole district."));
    assert!(app.visitor().get("/listings?kind=request").await.ok().says("Endorsed by the focal point"));

    let form = focal.get(&tender.path("/endorsement")).await.ok();
    focal.submit(&form, "Take the endorsement back", &[]).await.ok();
    focal.post(&tender.path("/endorsement/take-back"), &[]).await.expect(303);
    app.follow_changes().await;
    assert!(!app.visitor().get(&tender.path("")).await.ok().says("Endorsed by"));
    assert!(!app.visitor().get("/listings?kind=request").await.ok().says("Endorsed by"));
    assert_eq!(tender.logged("request.take_endorsement_back").await, 1);
    let other = app.sign_in(&app.focal_point("Kim Ly", "Ministry of Rivers", "KH").await).await;
    other.post(&tender.path("/endorsement"), &[]).await.expect(403);
}

#[tokio::test]
async fn an_outcome_ends_interest_and_questions_and_can_be_corrected() {
    let tender = Tender::open().await;
    let app = &tender.app;
    tender.interest(&tender.provider).await.expect(303);
    tender.ask(&tender.rival, "Who pays?").await;
    let offer = app.published(&tender.provider, &offer("Ceramic membranes")).await;
    let award = [
        ("outcome", "awarded"),
        ("value", "184500"),
        ("currency", "USD"),
        ("offer", &offer.reference[..]),
        ("reason", "It came outside of this platform."),
    ];
    tender.conclude(&award).await.expect(303);
    tender.conclude(&award).await.expect(303);
    assert_eq!((tender.entries().await, tender.logged("request.outcome").await), (2, 1), "a question and an outcome");
    app.follow_changes().await;
    let page = app.visitor().get(&tender.path("")).await.ok();
    for words in ["Awarded", "The board has decided.", "Red River Membranes", "USD 184,500", &offer.reference] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(app.visitor().get("/listings?kind=request").await.ok().says("Awarded"));
    let refused = tender.interest(&tender.rival).await.expect(409);
    assert!(refused.says("The outcome of this request is known"));
    let rival = app.sign_in(&tender.rival).await;
    rival.post(&tender.path("/questions"), &[("question", QUESTION)]).await.expect(409);
    // Who answered hears what became of the answer, and nothing else of it; all others hear of the outcome.
    assert!(app.last_mail(&tender.provider.email).await.subject.ends_with("was not chosen"));
    assert_eq!(tender.told(&tender.provider).await.iter().filter(|it| it.starts_with("Outcome")).count(), 0);
    assert!(app.last_mail(&tender.rival.email).await.subject.starts_with("Outcome of a request"));

    let news = tender.told(&tender.rival).await.len();
    tender.conclude(&[("outcome", "awarded"), ("value", "190000"), ("currency", "USD")]).await.expect(303);
    assert_eq!(tender.told(&tender.rival).await.len(), news, "a sum that is put right is no news");
    tender.conclude(&[("outcome", "none_suitable")]).await.expect(303);
    assert_eq!(tender.told(&tender.rival).await.len(), news + 1);
    let agency = app.sign_in(&tender.agency).await;
    let form = agency.get(&tender.path("/outcome")).await.ok();
    assert!(form.says("Recorded before") && form.says("USD 184,500") && form.says("USD 190,000"));
    app.follow_changes().await;
    let page = app.visitor().get(&tender.path("")).await.ok();
    assert!(page.says("No suitable solution found") && !page.says("184,500"));
}

/// What an award of the tender says.
const AWARD: [(&str, &str); 5] = [
    ("outcome", "awarded"),
    ("value", "184500"),
    ("currency", "USD"),
    ("organisation", "Red River Membranes"),
    ("reason", "It came outside of this platform."),
];

#[tokio::test]
async fn the_outcome_of_an_expired_request_stays_public_whether_it_was_recorded_before_or_after() {
    for after in [false, true] {
        let tender = Tender::open().await;
        let app = &tender.app;
        if !after {
            tender.conclude(&AWARD).await.expect(303);
        }
        app.advance(Duration::days(366));
        let visitor = app.visitor();
        if after {
            let gone = visitor.get(&tender.path("")).await.expect(410);
            assert!(gone.says("Its time is over") && !gone.says("Colour out of dye house effluent"), "{}", gone.text());
            let form = app.sign_in(&tender.agency).await.get(&tender.path("/outcome")).await.ok();
            assert!(form.says("shows the public its title, its number and this outcome"), "{}", form.text());
            tender.conclude(&AWARD).await.expect(303);
        }
        let (gone, sent) = counted(visitor.get(&tender.path(""))).await;
        let gone = gone.expect(410);
        assert!(sent.len() <= 2, "{sent:#?}");
        let wanted = ["Colour out of dye house effluent", &tender.request.reference, "Awarded", "Nov 23, 2026"];
        for words in wanted.into_iter().chain(["The board has decided.", "Red River Membranes", "USD 184,500"]) {
            assert!(gone.says(words), "{words}: {}", gone.text());
        }
        let content = request("Colour out of dye house effluent");
        assert!(!gone.says(&content.texts[&Lang::En].summary), "nothing else of it: {}", gone.text());
        let chinese = visitor.get(&format!("/zh{}", tender.path(""))).await.expect(410);
        assert!(chinese.says("其结果仍然公开") && chinese.says("已授予"), "{}", chinese.text());
        actions::expire_overdue(app).await.unwrap();
        assert!(visitor.get(&tender.path("")).await.expect(410).says("Awarded"));
        app.follow_changes().await;
        for place in ["/listings?kind=request", "/listings.atom", "/sitemap/0.xml"] {
            let page = visitor.get(place).await;
            assert!(!page.html().contains(&tender.request.reference), "{place}");
        }
    }
}

#[tokio::test]
async fn what_was_withdrawn_or_removed_says_nothing_of_its_outcome() {
    for removed in [false, true] {
        let tender = Tender::open().await;
        let app = &tender.app;
        tender.conclude(&AWARD).await.expect(303);
        if removed {
            let moderator = app.actor(&app.moderator("Siti Noor").await).await;
            let may = Can::<Remove>::check(&moderator, app.listing(tender.request.id).await).unwrap();
            actions::remove(app, &may, "It breaks the rules.").await.unwrap();
        } else {
            let agency = app.sign_in(&tender.agency).await;
            let page = agency.get(&tender.path("/archive")).await.ok();
            agency.submit(&page, "Archive", &[]).await.ok();
        }
        app.advance(Duration::days(366));
        let gone = app.visitor().get(&tender.path("")).await.expect(410);
        assert!(!gone.says("Awarded") && !gone.says("184,500") && !gone.says("Colour out of"), "{}", gone.text());
    }
}

#[tokio::test]
async fn an_outcome_that_cannot_be_is_refused_at_its_field() {
    let tender = Tender::open().await;
    type Case<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a str);
    let cases: [Case<'_>; 9] = [
        (&[], "outcome", "This is needed"),
        (&[("outcome", "lost")], "outcome", "Choose one of the list"),
        (&[("outcome", "pilot"), ("value", "much")], "value", "Give a number"),
        (&[("outcome", "pilot"), ("value", "-1"), ("currency", "USD")], "value", "This cannot be below zero"),
        (&[("outcome", "pilot"), ("value", "1")], "currency", "This is needed"),
        (&[("outcome", "pilot"), ("value", "1"), ("currency", "XXZ")], "currency", "Choose one of the list"),
        (&[("outcome", "cancelled"), ("value", "1"), ("currency", "USD")], "value", "Only an award or a pilot"),
        (&[("outcome", "pilot"), ("offer", "TO-VN-2026-99999")], "offer", "There is no public offer"),
        (&[("outcome", "pilot"), ("organisation", "ask a@example.org")], "organisation", "Leave out e-mail"),
    ];
    for (fields, field, said) in cases {
        let page = tender.conclude(fields).await.expect(422);
        assert!(page.error(field).starts_with(said), "{fields:?}: {:?}", page.errors());
    }
    let agency = tender.app.sign_in(&tender.agency).await;
    for (day, said) in [("2026-11-25", "This day is still to come"), ("2026-11-01", "The request was published after")]
    {
        let fields = [("outcome", "cancelled"), ("text", "Over."), ("day", day)];
        let page = agency.post(&tender.path("/outcome"), &fields).await.expect(422);
        assert!(page.error("day").starts_with(said) && page.value("text") == "Over.", "{day}");
    }
    let wordless = [("outcome", "cancelled"), ("text", " "), ("day", "2026-11-23")];
    let page = agency.post(&tender.path("/outcome"), &wordless).await.expect(422);
    assert!(!page.error("text").is_empty());
    assert!(page.errors().iter().any(|error| error.starts_with("What the public reads")), "{:?}", page.errors());
    assert_eq!(tender.entries().await, 0);
}

#[tokio::test]
async fn the_owner_is_asked_for_the_outcome_after_14_30_and_60_days_and_once_each() {
    let tender = Tender::open().await;
    let app = &tender.app;
    let reminders = async || {
        greenbridge::listings::requests::actions::remind(app).await.unwrap();
        greenbridge::listings::requests::actions::remind(app).await.unwrap();
        tender
            .told(&tender.agency)
            .await
            .iter()
            .filter(|subject| subject.starts_with("How did your request end"))
            .count()
    };
    app.advance(Duration::days(30));
    assert_eq!(reminders().await, 0, "13 days after the closing");
    app.advance(Duration::days(2));
    assert_eq!(reminders().await, 1);
    app.advance(Duration::days(20));
    assert_eq!(reminders().await, 2);
    app.advance(Duration::days(30));
    assert_eq!(reminders().await, 3);
    app.advance(Duration::days(300));
    assert_eq!(reminders().await, 3);
}

#[tokio::test]
async fn nobody_is_asked_for_an_outcome_that_is_recorded() {
    let tender = Tender::open().await;
    tender.conclude(&[("outcome", "cancelled")]).await.expect(303);
    tender.app.advance(Duration::days(40));
    greenbridge::listings::requests::actions::remind(&tender.app).await.unwrap();
    assert_eq!(tender.told(&tender.agency).await, Vec::<String>::new());
}

#[tokio::test]
async fn withdrawing_a_request_asks_once_and_tells_everybody_concerned_in_their_language() {
    use greenbridge::entity::account::{Column, Entity};
    use sea_orm::sea_query::Expr;
    let tender = Tender::open().await;
    let app = &tender.app;
    let sent = tender.interest(&tender.provider).await.expect(303).location().unwrap();
    tender.ask(&tender.rival, QUESTION).await;
    let update = Entity::update_many().col_expr(Column::Locale, Expr::value("zh"));
    update.filter(Column::Id.eq(tender.rival.account_id)).exec(app.db.conn()).await.unwrap();
    let agency = app.sign_in(&tender.agency).await;
    let page = agency.get(&tender.path("/archive")).await.ok();
    assert!(page.says("gets a mail once") && page.says("keep their state"));
    agency.submit(&page, "Archive", &[]).await.ok();
    assert!(app.last_mail(&tender.provider.email).await.subject.starts_with("A request was withdrawn"));
    assert!(app.last_mail(&tender.rival.email).await.subject.starts_with("需求已撤回"));
    assert_eq!(tender.told(&tender.rival).await.len(), 1);
    app.visitor().get(&tender.path("")).await.expect(410);
    let provider = app.sign_in(&tender.provider).await;
    assert!(provider.get(&sent).await.ok().count("[data-state=sent]") > 0, "the interest keeps its state");
}

#[tokio::test]
async fn a_request_that_a_moderator_removes_is_told_of_too() {
    let tender = Tender::open().await;
    let app = &tender.app;
    tender.ask(&tender.rival, QUESTION).await;
    let moderator = app.actor(&app.moderator("Siti Noor").await).await;
    let may = Can::<Remove>::check(&moderator, app.listing(tender.request.id).await).unwrap();
    actions::remove(app, &may, "It breaks the rules.").await.unwrap();
    assert!(app.last_mail(&tender.rival.email).await.subject.starts_with("A request was taken off"));
}

#[tokio::test]
async fn the_form_of_a_request_says_at_the_field_which_times_and_limits_do_not_fit() {
    let tender = Tender::open().await;
    let app = &tender.app;
    let agency = app.sign_in(&tender.agency).await;
    let draft = app.draft(&tender.agency, &request("Sludge")).await;
    let edit = format!("/listings/{}/edit/request", draft.reference);
    let fields = [
        ("closes", "2026-12-10"),
        ("closes_time", "17:00"),
        ("questions_until", "2026-12-11"),
        ("answers_until", "2026-12-09"),
        ("sdgs[]", "6"),
        ("sdgs[]", "18"),
        ("requirements[0][parameter]", "COD"),
        ("requirements[0][comparator]", "at_most"),
        ("requirements[0][value]", "50"),
        ("requirements[0][unit]", "kWh"),
        ("requirements[1][parameter]", "COD"),
        ("requirements[1][comparator]", "at_least"),
        ("requirements[1][value]", "95"),
        ("requirements[1][unit]", "%"),
        ("requirements[2][parameter]", "COD"),
        ("requirements[2][comparator]", "at_most"),
        ("requirements[2][value]", "5"),
        ("requirements[2][unit]", "furlongs"),
    ];
    let page = agency.post(&edit, &fields).await.expect(422);
    assert_eq!(page.error("zone"), "This is needed");
    assert_eq!(page.error("questions_until"), "This lies after the closing");
    assert_eq!(page.error("answers_until"), "Answers cannot end before questions do");
    assert_eq!(page.error("sdgs"), "Choose one of the list");
    assert_eq!(page.error("requirements-0-unit"), "This unit does not fit the parameter");
    assert_eq!(page.error("requirements-1-unit"), "");
    assert!(page.error("requirements-2-unit").starts_with("Choose a unit of the list"));
    assert_eq!(page.value("questions_until"), "2026-12-11");

    let mut past = dated("Sludge");
    if let Body::Request(needs) = &mut past.body {
        (needs.questions_until, needs.answers_until) = (None, None);
        needs.closes = on("2026-11-01T12:00:00");
    }
    let draft = app.draft(&tender.agency, &past).await;
    let refused = agency.post(&format!("/listings/{}/submit", draft.reference), &[]).await.expect(422);
    assert!(refused.says("This moment is over"), "{}", refused.text());
}
