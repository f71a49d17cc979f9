use std::fmt::Write as _;

use chrono::Duration;
use greenbridge::auth::{Actor, MemberRole};
use greenbridge::entity::{interest, interest_event, organisation};
use greenbridge::interest::actions::{Scene, Script, What, replay_in};
use greenbridge::interest::policy::{Act, Attempt, Discard, See, Send, Write};
use greenbridge::interest::{Action, Agreement, Proposal, Side, StateName, TABLE, store};
use greenbridge::listings::content::{Content, FileKind, FileRef, Visibility};
use greenbridge::listings::{self, Listing};
use greenbridge::taxonomy::Cooperation;
use greenbridge::web::Can;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::support::{Answer, Browser, Person, TestApp, offer};

const MESSAGE: &str = "Could your modules be fitted into the present tanks?";

/// A provider with a published offer, and an agency.
struct Market {
    app: TestApp,
    provider: Person,
    agency: Person,
    listing: Listing,
}

impl Market {
    async fn open() -> Self {
        Self::open_with(&offer("Ceramic membranes")).await
    }

    async fn open_with(content: &Content) -> Self {
        let app = TestApp::start().await;
        let provider = app.owner("Bao Tran", "Red River Membranes", "VN").await;
        let agency = app.owner("Mei Lin", "Straits Environment Office", "SG").await;
        let listing = app.published(&provider, content).await;
        Self { app, provider, agency, listing }
    }

    fn form(&self) -> String {
        format!("/listings/{}/interest", self.listing.reference)
    }

    async fn send(&self, browser: &Browser) -> Answer {
        let fields =
            [("purpose[]", "licence"), ("country", "SG"), ("message", MESSAGE), ("site", "Tuas"), ("then", "send")];
        browser.post(&self.form(), &fields).await
    }

    /// An expression of interest in a state, made by its script.
    async fn resting_in(&self, state: StateName) -> String {
        let steps: &[(Side, Action)] = match state {
            StateName::Draft => &[],
            StateName::Sent => &[],
            StateName::Acknowledged => &[(Side::Receiver, Action::Acknowledge)],
            StateName::Declined => &[(Side::Receiver, Action::Decline)],
            StateName::Withdrawn => &[(Side::Sender, Action::Withdraw)],
            StateName::Lapsed => &[(Side::System, Action::Lapse)],
            _ => &[(Side::Receiver, Action::Acknowledge), (Side::Receiver, Action::Discuss)],
        };
        let later: &[(Side, Action)] = match state {
            StateName::InfoRequested => &[(Side::Receiver, Action::RequestInfo)],
            StateName::Accepted => &[(Side::Receiver, Action::Accept)],
            StateName::Negotiating => &[(Side::Receiver, Action::Accept), (Side::Sender, Action::Negotiate)],
            StateName::Agreement => {
                &[(Side::Receiver, Action::Accept), (Side::Sender, Action::Negotiate), (Side::Sender, Action::Agree)]
            }
            StateName::NoAgreement => &[
                (Side::Receiver, Action::Accept),
                (Side::Sender, Action::Negotiate),
                (Side::Receiver, Action::NoAgreement),
            ],
            _ => &[],
        };
        let first: &[(Side, Action)] = if state == StateName::Draft { &[] } else { &[(Side::Sender, Action::Send)] };
        let now = self.app.now();
        let scene = |(side, action): &(Side, Action)| Scene {
            at: now,
            side: *side,
            what: What::Act(*action, "for a reason".to_owned()),
        };
        let script = Script {
            sender: self.app.actor(&self.agency).await,
            receiver: self.app.actor(&self.provider).await,
            proposal: Proposal {
                purpose: vec![Cooperation::Licence],
                country: "SG".to_owned(),
                message: MESSAGE.to_owned(),
                ..Proposal::default()
            },
            files: Vec::new(),
            agreement: Some(Agreement {
                kind: Cooperation::Licence,
                value: Some(120_000.into()),
                currency: "USD".to_owned(),
                starts: "2027-01-15".parse().unwrap(),
                parties: Vec::new(),
                further: String::new(),
            }),
            begun_at: now,
            scenes: first.iter().chain(steps).chain(later).map(scene).collect(),
        };
        let may = Can::<Send>::check(&Actor::System, self.listing.clone()).unwrap();
        let tx = self.app.write_tx().await.unwrap();
        let reference = replay_in(&self.app, &tx, &may, &script).await.unwrap();
        self.app.commit(tx).await.unwrap();
        let found = store::find(self.app.db.conn(), &Actor::System, &reference).await.unwrap().unwrap();
        assert_eq!(found.state.name(), state);
        reference
    }

    async fn count(&self) -> u64 {
        interest::Entity::find().count(self.app.db.conn()).await.unwrap()
    }
}

#[tokio::test]
async fn an_agency_and_a_provider_go_from_the_first_word_to_an_agreement() {
    let market = Market::open().await;
    let agency = market.app.sign_in(&market.agency).await;
    let provider = market.app.sign_in(&market.provider).await;

    let form = agency.get(&market.form()).await.ok();
    assert_eq!(form.value("country"), "SG");
    let sent = agency
        .submit(
            &form,
            "Send to Red River Membranes",
            &[("purpose[]", "licence"), ("message", MESSAGE), ("then", "send")],
        )
        .await
        .ok();
    assert_eq!(sent.path(), "/interests/EOI-2026-00001");
    assert!(sent.notice().contains("sent") && sent.says(MESSAGE), "{}", sent.text());

    let mail = market.app.last_mail(&market.provider.email).await;
    let says = "Straits Environment Office is interested in your listing: Ceramic membranes (EOI-2026-00001)";
    assert_eq!(mail.subject, says);
    assert!(mail.text.contains(MESSAGE));
    let thread = provider.get(&mail.link("/interests/")).await.ok();
    let thread = provider.submit(&thread, "Acknowledge", &[]).await.ok();
    let thread = provider.submit(&thread, "Begin discussion", &[]).await.ok();
    let thread = provider.submit(&thread, "Ask for information", &[("reason", "Which flow?")]).await.ok();
    assert!(thread.says("asked for information") && thread.says("Which flow?"));
    let asked = agency.get(sent.path()).await.ok();
    agency.submit(&asked, "Give the information", &[("reason", "1,200 m³/d")]).await.ok();
    let thread = provider.get(sent.path()).await.ok();
    let thread = provider.submit(&thread, "Send message", &[("body", "Thank you, that suits us.")]).await.ok();
    assert!(thread.says("Thank you, that suits us."));

    // Until now neither page nor mail has told an address.
    let before = agency.get(sent.path()).await.ok();
    assert!(!before.html().contains(&market.provider.email) && !thread.html().contains(&market.agency.email));
    let thread = provider.submit(&thread, "Accept", &[]).await.ok();
    assert!(thread.html().contains(&market.agency.email));
    let open = agency.get(sent.path()).await.ok();
    assert!(open.html().contains(&market.provider.email));
    for mail in market.app.mails().await {
        for address in [&market.agency.email, &market.provider.email] {
            assert!(!mail.text.contains(address.as_str()) && !mail.html.contains(address.as_str()), "{mail:?}");
        }
    }

    let open = agency.submit(&open, "Begin to negotiate", &[]).await.ok();
    let wrong = agency.submit(&open, "Record an agreement", &[("value", "much")]).await.expect(422);
    assert!(wrong.title().starts_with("Error:"));
    assert!(!wrong.error("kind").is_empty() && !wrong.error("value").is_empty());
    assert_eq!(wrong.value("value"), "much");
    let wrong = agency.submit(&wrong, "Record an agreement", &[("value", "1.500")]).await.expect(422);
    assert!(wrong.error("value").starts_with("This can be read in two ways") && wrong.value("value") == "1.500");
    assert!(wrong.says("Not before Nov 23, 2026, when interest was expressed."), "{}", wrong.text());
    for (starts, words) in [("2026-11-22", "cannot begin before the day"), ("2036-11-24", "within the next ten years")]
    {
        let wrong = agency.submit(&wrong, "Record an agreement", &[("starts", starts)]).await.expect(422);
        assert!(wrong.error("starts").contains(words) && wrong.value("starts") == starts, "{starts}");
    }
    let terms = [("kind", "licence"), ("value", "120000"), ("currency", "USD"), ("starts", "2027-01-15")];
    let wrong = agency.submit(&wrong, "Record an agreement", &[("further", &"x".repeat(201))]).await.expect(422);
    assert!(!wrong.error("further").is_empty());
    let terms = [terms.as_slice(), &[("further", "Delta Bank, which finances it")]].concat();
    let done = agency.submit(&wrong, "Record an agreement", &terms).await.ok();
    assert!(done.says("Parties") && done.says("Delta Bank, which finances it"), "{}", done.text());
    assert!(done.says("USD 120,000") && done.says("Agreement"), "{}", done.text());
    assert_eq!(done.count("form[action$='/messages']"), 1, "after an agreement they still write to each other");
    let events = interest_event::Entity::find().count(market.app.db.conn()).await.unwrap();
    assert_eq!(events, 8);
}

#[tokio::test]
async fn sending_twice_makes_one_and_shows_it() {
    let market = Market::open().await;
    let agency = market.app.sign_in(&market.agency).await;
    let answers = futures::future::join_all((0..20).map(|_| market.send(&agency))).await;
    for answer in answers {
        assert_eq!(answer.expect(303).location().as_deref(), Some("/interests/EOI-2026-00001"));
    }
    assert_eq!(market.count().await, 1);
    let mails = market.app.mails().await;
    assert_eq!(mails.iter().filter(|mail| mail.to == market.provider.email).count(), 1);
    assert_eq!(agency.get(&market.form()).await.expect(303).location().as_deref(), Some("/interests/EOI-2026-00001"));
}

#[tokio::test]
async fn a_draft_is_kept_and_nobody_else_sees_it() {
    let market = Market::open().await;
    let agency = market.app.sign_in(&market.agency).await;
    let provider = market.app.sign_in(&market.provider).await;
    let draft = agency.post(&market.form(), &[("message", "Half a"), ("then", "draft")]).await.expect(303);
    let path = draft.location().unwrap();
    assert_eq!(agency.get(&market.form()).await.ok().value("message"), "Half a");
    provider.get(&path).await.expect(404);
    assert!(market.app.mails().await.is_empty());
    let page = agency.get(&path).await.ok();
    agency.submit(&page, "Discard the draft", &[]).await.ok();
    assert_eq!(market.count().await, 0);
}

#[tokio::test]
async fn a_form_that_is_not_right_keeps_what_was_written() {
    let market = Market::open().await;
    let agency = market.app.sign_in(&market.agency).await;
    let fields = [("purpose[]", "bribe"), ("country", "XX"), ("site", "Tuas <b>"), ("message", " ")];
    let page = agency.post(&market.form(), &fields).await.expect(422);
    assert!(page.title().starts_with("Error:"));
    for field in ["purpose", "country", "message"] {
        assert!(!page.error(field).is_empty(), "{field}");
    }
    assert_eq!(page.value("site"), "Tuas <b>");
    assert_eq!(market.count().await, 0);
}

#[tokio::test]
async fn a_way_to_be_reached_in_the_first_message_brings_a_question_and_no_more() {
    let market = Market::open().await;
    let agency = market.app.sign_in(&market.agency).await;
    let form = agency.get(&market.form()).await.ok();
    let words = "Write to mei.lin@example.org or call.";
    let said = [("purpose[]", "licence"), ("country", "SG"), ("message", words), ("then", "send")];
    let asked = agency.post(&market.form(), &said).await.expect(422);
    assert!(asked.says("a way to be reached: mei.lin@example.org") && asked.value("message") == words);
    // All of them are named, wherever they stand, and another is asked about anew.
    let site = [("site", "Tuas, WhatsApp +65 6123 4567")];
    let all = agency.press(&asked, "Send anyway", &site).await.expect(422);
    assert!(all.says("mei.lin@example.org, +65 6123 4567, whatsapp"), "{}", all.first("#asks"));
    assert_eq!(form.count("#asks"), 0);
    let provider = market.app.sign_in(&market.provider).await;
    assert_eq!(provider.get("/interests").await.ok().count("ul.list > li"), 0, "nothing was sent");
    assert_eq!(agency.get("/interests?side=sent").await.ok().count("ul.list > li"), 1, "what was written is kept");
    let sent = [said.as_slice(), &[("warned", "mei.lin@example.org")]].concat();
    agency.post(&market.form(), &sent).await.expect(303);
    assert_eq!(market.count().await, 1);
    // The mail leaves it out all the same.
    let mail = market.app.last_mail(&market.provider.email).await;
    assert!(!mail.text.contains("mei.lin@example.org"), "{}", mail.text);
}

#[tokio::test]
async fn an_unverified_organisation_sends_five_a_day() {
    let market = Market::open().await;
    let row = organisation::ActiveModel {
        id: Set(market.agency.organisation_id.unwrap()),
        status: Set("unverified".to_owned()),
        ..Default::default()
    };
    row.update(market.app.db.conn()).await.unwrap();
    let agency = market.app.sign_in(&market.agency).await;
    let fields = [("purpose[]", "licence"), ("country", "SG"), ("message", MESSAGE)];
    let mut forms = Vec::new();
    for number in 0..6 {
        let listing = market.app.published(&market.provider, &offer(&format!("Offer {number}"))).await;
        forms.push(format!("/listings/{}/interest", listing.reference));
    }
    for form in &forms[..5] {
        agency.post(form, &fields).await.expect(303);
    }
    let refused = agency.post(&forms[5], &fields).await.expect(429);
    assert!(!refused.header("retry-after").is_empty());
    assert_eq!(refused.value("message"), MESSAGE);
    market.app.advance(Duration::hours(25));
    let agency = market.app.sign_in(&market.agency).await;
    agency.post(&forms[5], &fields).await.expect(303);
}

#[tokio::test]
async fn no_interest_in_ones_own_listing_or_one_that_takes_none() {
    let market = Market::open().await;
    let provider = market.app.sign_in(&market.provider).await;
    market.send(&provider).await.expect(403);
    let agency = market.app.sign_in(&market.agency).await;
    let may = Can::check(&Actor::System, market.listing.clone()).unwrap();
    listings::actions::accept_interest(&market.app, &may, false).await.unwrap();
    market.send(&agency).await.expect(403);
    let listing = market.app.listing(market.listing.id).await;
    let may = Can::check(&Actor::System, listing).unwrap();
    listings::actions::accept_interest(&market.app, &may, true).await.unwrap();
    // Its validity is over, though nothing has noticed yet.
    market.app.advance(Duration::days(366));
    let agency = market.app.sign_in(&market.agency).await;
    let late = market.send(&agency).await.expect(409);
    assert!(late.says("has expired and takes no interest") && late.value("message") == MESSAGE);
    assert_eq!(market.count().await, 0);
}

#[tokio::test]
async fn whoever_comes_second_is_told_how_things_stand() {
    let market = Market::open().await;
    let agency = market.app.sign_in(&market.agency).await;
    let provider = market.app.sign_in(&market.provider).await;
    let path = market.send(&agency).await.expect(303).location().unwrap();
    let seen = provider.get(&path).await.ok();
    let own = agency.get(&path).await.ok();
    agency.submit(&own, "Withdraw", &[("reason", "The budget was cut.")]).await.ok();
    let late = provider.submit(&seen, "Acknowledge", &[]).await.expect(409);
    assert!(late.says("This was not done.") && late.says("Withdrawn") && late.says("The budget was cut."));
    let late = provider.submit(&seen, "Send message", &[("body", "Please tell us more.")]).await.expect(409);
    assert!(late.says("Please tell us more."), "what was written is not lost: {}", late.text());
    // The same form sent once more is no conflict.
    agency.submit(&own, "Withdraw", &[("reason", "The budget was cut.")]).await.ok();
}

#[tokio::test]
async fn two_members_who_act_at_once_are_not_both_right() {
    let market = Market::open().await;
    let colleague = market.app.colleague("Lan Pham", &market.provider, MemberRole::Editor).await;
    let path = format!("/interests/{}", market.resting_in(StateName::InDiscussion).await);
    let (one, two) = (market.app.sign_in(&market.provider).await, market.app.sign_in(&colleague).await);
    let (seen_by_one, seen_by_two) = (one.get(&path).await.ok(), two.get(&path).await.ok());
    let (first, second) = tokio::join!(
        one.press(&seen_by_one, "Accept", &[]),
        two.press(&seen_by_two, "Decline", &[("reason", "No capacity.")])
    );
    let mut statuses = [first.status(), second.status()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
}

#[tokio::test]
async fn declining_needs_a_reason_and_ends_it_so_that_a_new_one_can_be_sent() {
    let market = Market::open().await;
    let agency = market.app.sign_in(&market.agency).await;
    let provider = market.app.sign_in(&market.provider).await;
    let path = market.send(&agency).await.expect(303).location().unwrap();
    let page = provider.get(&path).await.ok();
    let page = provider.submit(&page, "Decline", &[("reason", "  ")]).await.expect(422);
    assert!(!page.error("decline-reason").is_empty());
    provider.submit(&page, "Decline", &[("reason", "We do not serve this region.")]).await.ok();
    let mail = market.app.last_mail(&market.agency.email).await;
    assert!(mail.subject.contains("declined") && mail.text.contains("We do not serve this region."));
    let again = market.send(&agency).await.expect(303).location().unwrap();
    assert_ne!(again, path);
}

#[tokio::test]
async fn a_lapsed_one_is_opened_again_once() {
    let market = Market::open().await;
    let path = format!("/interests/{}", market.resting_in(StateName::Lapsed).await);
    let agency = market.app.sign_in(&market.agency).await;
    let page = agency.get(&path).await.ok();
    let page = agency.submit(&page, "Open it again", &[]).await.ok();
    assert!(page.says("opened it again"));
    // A Monday; sixteen working days later the time for an answer is over.
    market.app.advance(Duration::days(23));
    let found = store::find(market.app.db.conn(), &Actor::System, "EOI-2026-00001").await.unwrap().unwrap();
    let may = Can::check(&Actor::System, Attempt { interest: found, action: Action::Lapse }).unwrap();
    greenbridge::interest::actions::act(&market.app, &may, &Default::default()).await.unwrap();
    let agency = market.app.sign_in(&market.agency).await;
    let page = agency.get(&path).await.ok();
    assert!(!page.html().contains("/revive"), "{}", page.text());
    agency.post(&format!("{path}/revive"), &[]).await.expect(409);
    assert!(market.app.last_mail(&market.provider.email).await.subject.contains("lapsed"));
}

#[tokio::test]
async fn a_lapsed_one_is_not_offered_to_be_opened_again_where_the_listing_takes_no_interest() {
    use greenbridge::entity::listing::{Column, Entity};
    let market = Market::open().await;
    let app = &market.app;
    let path = format!("/interests/{}", market.resting_in(StateName::Lapsed).await);
    let past = app.now() - Duration::days(1);
    let (yes, none) = (|| Expr::value(true), || Expr::value(None::<chrono::DateTime<chrono::Utc>>));
    for (status, accepts, closes, words) in [
        ("published", Expr::value(false), none(), "The listing does not take interest at the moment."),
        ("paused", yes(), none(), "The listing is paused"),
        ("expired", yes(), none(), "The listing has expired"),
        ("archived", yes(), none(), "The listing was withdrawn"),
        ("published", yes(), Expr::value(past), "This request closed on"),
    ] {
        let update = Entity::update_many()
            .col_expr(Column::Status, Expr::value(status))
            .col_expr(Column::AcceptingInterest, accepts)
            .col_expr(Column::ClosesAt, closes);
        update.filter(Column::Id.eq(market.listing.id)).exec(app.db.conn()).await.unwrap();
        for person in [&market.agency, &market.provider] {
            let browser = app.sign_in(person).await;
            let page = browser.get(&path).await.ok();
            assert!(page.says("it cannot be opened again now") && page.says(words), "{words}: {}", page.text());
            assert!(!page.html().contains("/revive") && !page.says("It can be opened again once"), "{words}");
            browser.post(&format!("{path}/revive"), &[]).await.expect(409);
        }
        let board = app.sign_in(&market.agency).await.get("/interests/board?side=sent").await.ok();
        assert!(board.says("Ceramic membranes") && !board.html().contains("/revive"), "{words}");
    }
}

#[tokio::test]
async fn the_list_shows_both_sides_filters_and_pages() {
    let market = Market::open().await;
    let agency = market.app.sign_in(&market.agency).await;
    assert!(agency.get("/interests").await.ok().says("Nobody has expressed interest yet"));
    for number in 0..21 {
        let listing = market.app.published(&market.provider, &offer(&format!("Offer {number}"))).await;
        let fields = [("purpose[]", "licence"), ("country", "SG"), ("message", MESSAGE)];
        agency.post(&format!("/listings/{}/interest", listing.reference), &fields).await.expect(303);
    }
    let sent = agency.get("/interests?side=sent").await.ok();
    assert_eq!((sent.count(".list > li"), sent.count(".pager")), (20, 1));
    let last = agency.get("/interests?side=sent&page=2").await.ok();
    assert_eq!(last.count(".list > li"), 1);
    assert!(last.title().contains("page 2 of 2"));
    let none = agency.get("/interests?side=sent&state=declined").await.ok();
    assert!(none.says("None of this kind") && none.says("0 expressions of interest"));
    let provider = market.app.sign_in(&market.provider).await;
    let received = provider.get("/interests?state=open").await.ok();
    assert_eq!((received.count(".list > li"), received.count(".chip.soon")), (20, 20));
    for query in ["side=%27&state=%3Cb%3E&page=-1", "page=99999999999999999999", "state=draft", "side[]=x&page[a]=1"] {
        let answer = agency.get(&format!("/interests?{query}")).await;
        assert!(matches!(answer.status(), 200 | 400), "{query}: {}", answer.status());
    }
}

#[tokio::test]
async fn pages_are_in_chinese_too() {
    let market = Market::open().await;
    let path = format!("/interests/{}", market.resting_in(StateName::InDiscussion).await);
    let provider = market.app.sign_in(&market.provider).await;
    let page = provider.get(&format!("/zh{path}")).await.ok();
    assert!(page.says("洽谈中") && page.says("婉拒") && !page.says("Decline"), "{}", page.text());
    assert!(provider.get("/zh/interests").await.ok().says("收到的"));
}

/// The part of the second table of permissions that belongs to expressions of interest: actions × states × people.
#[tokio::test]
async fn who_may_do_what_in_which_state() {
    let market = Market::open().await;
    let app = &market.app;
    let mut people = vec![("nobody", Actor::Anonymous)];
    for (side, owner) in [("sender", &market.agency), ("receiver", &market.provider)] {
        let name = |role: &str| format!("{side} {role}");
        let editor = app.colleague(&name("editor"), owner, MemberRole::Editor).await;
        let viewer = app.colleague(&name("viewer"), owner, MemberRole::Viewer).await;
        for (person, role) in [(owner, "owner"), (&editor, "editor"), (&viewer, "viewer")] {
            people.push((Box::leak(name(role).into_boxed_str()), app.actor(person).await));
        }
    }
    people.push(("stranger", app.actor(&app.owner("Siti Noor", "Coral Bay Works", "MY").await).await));
    people.push(("moderator", app.actor(&app.moderator("Aung Ko").await).await));
    let mut table = String::new();
    for state in StateName::ALL {
        let reference = market.resting_in(*state).await;
        for (who, actor) in &people {
            let found = store::find(app.db.conn(), actor, &reference).await.unwrap();
            let Some(interest) = found else {
                writeln!(table, "{:15} {who:16} -", state.code()).unwrap();
                continue;
            };
            let mut may = Vec::new();
            for (name, allowed) in [
                ("see", Can::<See>::check(actor, interest.clone()).is_ok()),
                ("write", Can::<Write>::check(actor, interest.clone()).is_ok() && state.takes_messages()),
                ("discard", Can::<Discard>::check(actor, interest.clone()).is_ok() && *state == StateName::Draft),
            ] {
                may.extend(allowed.then_some(name));
            }
            for action in Action::ALL {
                let attempt = Attempt { interest: interest.clone(), action: *action };
                let edge = |edge: &greenbridge::interest::Edge| edge.from == *state && edge.action == *action;
                if Can::<Act>::check(actor, attempt).is_ok() && greenbridge::interest::TABLE.iter().any(edge) {
                    may.push(action.code());
                }
            }
            writeln!(table, "{:15} {who:16} {}", state.code(), may.join(" ")).unwrap();
        }
        // An open one would hold the pair's place.
        let found = store::find(app.db.conn(), &Actor::System, &reference).await.unwrap().unwrap();
        interest::Entity::delete_by_id(found.id).exec(app.db.conn()).await.unwrap();
    }
    insta::assert_snapshot!(table);
}

#[tokio::test]
async fn strangers_viewers_and_visitors_are_refused() {
    let market = Market::open().await;
    let path = format!("/interests/{}", market.resting_in(StateName::Sent).await);
    let viewer = market.app.colleague("Anh Vu", &market.provider, MemberRole::Viewer).await;
    let viewer = market.app.sign_in(&viewer).await;
    let stranger = market.app.sign_in(&market.app.owner("Siti Noor", "Coral Bay Works", "MY").await).await;
    let agency = market.app.sign_in(&market.agency).await;
    let page = viewer.get(&path).await.ok();
    assert!(page.says("viewer") && page.count("main form[method=post]") == 0);
    let posts = ["/acknowledge", "/messages", "/withdraw", "/agree", "/lapse"];
    for post in posts {
        viewer.post(&format!("{path}{post}"), &[("body", "x"), ("reason", "x")]).await.expect(403);
        stranger.post(&format!("{path}{post}"), &[("body", "x"), ("reason", "x")]).await.expect(404);
        let visitor = market.app.visitor().post(&format!("{path}{post}"), &[]).await.expect(303);
        assert!(visitor.location().unwrap().starts_with("/sign-in"));
    }
    stranger.get(&path).await.expect(404);
    for post in ["/acknowledge", "/accept", "/decline", "/lapse"] {
        agency.post(&format!("{path}{post}"), &[("reason", "x")]).await.expect(403);
    }
    agency.post(&format!("{path}/send"), &[]).await.expect(404);
    agency.post(&format!("{path}/destroy"), &[]).await.expect(404);
}

#[tokio::test]
async fn acceptance_opens_the_files_that_wait_for_it_to_that_organisation_alone() {
    let file = |key: &str, visibility| FileRef {
        key: key.to_owned(),
        name: format!("{key}.pdf"),
        caption: String::new(),
        kind: FileKind::Report,
        visibility,
        size: 1,
        media_type: "application/pdf".to_owned(),
        pixels: None,
        link: None,
    };
    let mut content = offer("Ceramic membranes");
    content.files = vec![file("accepted", Visibility::AfterAcceptance), file("agreed", Visibility::AfterNda)];
    let open = [StateName::Accepted, StateName::Negotiating, StateName::Agreement, StateName::NoAgreement];
    for state in StateName::ALL {
        let market = Market::open_with(&content).await;
        market.resting_in(*state).await;
        let stranger = market.app.owner("An Le", "Delta Filters", "VN").await;
        let may = async |person: &Person, key: &str| {
            let actor = market.app.actor(person).await;
            let opened = listings::files::may_open(&market.app, &actor, &market.listing, key).await.unwrap();
            opened == listings::files::Opened::Personal
        };
        assert_eq!(may(&market.agency, "accepted").await, open.contains(state), "{state:?}");
        assert!(!may(&market.agency, "agreed").await, "{state:?}");
        assert!(!may(&stranger, "accepted").await, "{state:?}");
        assert!(may(&market.provider, "agreed").await, "{state:?}");
    }
}

#[tokio::test]
async fn every_step_that_the_table_does_not_have_is_refused_to_everybody_and_changes_nothing() {
    let mut market = Market::open().await;
    let app = &market.app;
    let role = async |of: &Person, name: &str, role| app.sign_in(&app.colleague(name, of, role).await).await;
    let people: Vec<(&str, Option<Side>, Browser)> = vec![
        ("sender's owner", Some(Side::Sender), app.sign_in(&market.agency).await),
        ("sender's editor", Some(Side::Sender), role(&market.agency, "Sok Dara", MemberRole::Editor).await),
        ("sender's viewer", None, role(&market.agency, "Anh Vu", MemberRole::Viewer).await),
        ("receiver's owner", Some(Side::Receiver), app.sign_in(&market.provider).await),
        ("receiver's editor", Some(Side::Receiver), role(&market.provider, "Linh Vo", MemberRole::Editor).await),
        ("receiver's viewer", None, role(&market.provider, "Thu Ha", MemberRole::Viewer).await),
        ("stranger", None, app.sign_in(&app.owner("An Le", "Delta Filters", "TH").await).await),
        ("moderator", None, app.sign_in(&app.moderator("Siti Noor").await).await),
        ("administrator", None, app.sign_in(&app.administrator("Ada Admin").await).await),
        ("visitor", None, app.visitor()),
    ];
    let mut tried = 0;
    for state in StateName::ALL {
        // Drafts and open ones of a pair stand in each other's way, so each has a listing of its own.
        market.listing = app.published(&market.provider, &offer(&format!("Offer in {state}"))).await;
        let reference = market.resting_in(*state).await;
        for action in Action::ALL {
            for (who, side, browser) in &people {
                let edge = TABLE.iter().find(|edge| edge.from == *state && edge.action == *action);
                let legal = edge.is_some_and(|edge| side.is_some_and(|side| edge.by.contains(&side)));
                if legal && *action != Action::Send {
                    continue;
                }
                let before = store::find(app.db.conn(), &Actor::System, &reference).await.unwrap().unwrap();
                let version = before.version.to_string();
                let said = [
                    ("version", version.as_str()),
                    ("reason", "Because"),
                    ("kind", "licence"),
                    ("value", "1"),
                    ("currency", "USD"),
                    ("starts", "2027-01-01"),
                ];
                let answer = browser.post(&format!("/interests/{reference}/{action}"), &said).await;
                let after = store::find(app.db.conn(), &Actor::System, &reference).await.unwrap().unwrap();
                assert_eq!(after, before, "{who} changed {state} by {action}");
                // Sent again by the one who did it, it is no mistake; a visitor is asked to sign in, and who acts for no
                // organisation to make one.
                let asked = ["visitor", "moderator", "administrator"].contains(who);
                let again = before.events.last().is_some_and(|last| last.action == *action) || asked;
                let refused = (400..500).contains(&answer.status()) || (again && answer.status() == 303);
                assert!(refused, "{who} tried {action} in {state}: {}", answer.status());
                tried += 1;
            }
        }
    }
    assert!(tried > 1_300, "{tried}");
}

#[tokio::test]
async fn fifty_forms_that_come_at_once_make_one_expression_of_interest() {
    let market = Market::open().await;
    let agency = market.app.sign_in(&market.agency).await;
    let sends = (0..50).map(|_| {
        let (browser, form) = (agency.copy(), market.form());
        tokio::spawn(async move {
            let fields = [("purpose[]", "licence"), ("country", "SG"), ("message", MESSAGE), ("then", "send")];
            let answer = browser.post(&form, &fields).await;
            (answer.status(), answer.location())
        })
    });
    let mut answers = std::collections::BTreeSet::new();
    for answer in futures::future::join_all(sends).await {
        answers.insert(answer.unwrap());
    }
    assert_eq!(answers.len(), 1, "each is led to the same one: {answers:?}");
    assert_eq!(answers.first().unwrap().0, 303);
    assert_eq!(market.count().await, 1);
    let events = interest_event::Entity::find().all(market.app.db.conn()).await.unwrap();
    assert_eq!(events.len(), 1, "it was sent once");
    market.app.run_jobs().await;
    let mails = market.app.mails().await;
    assert_eq!(mails.iter().filter(|mail| mail.to == market.provider.email).count(), 1);
}
