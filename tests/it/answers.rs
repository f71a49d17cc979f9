//! Answers to requests: with an offer or without, compared and stated, frozen when they are sent, side by side for the
//! agency alone, and told once what became of them.

use std::fmt::Write as _;

use greenbridge::auth::MemberRole;
use greenbridge::entity::{answer, answer_decision, answer_result, interest, notification};
use greenbridge::listings::Listing;
use greenbridge::listings::content::{Body, Content, Measure, Measured, Performance, Requirement};
use greenbridge::taxonomy::{Bound, Comparator, Evidence, Scale, Statistic};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::support::{Answer, Browser, Person, TestApp, offer, request};

const COD: &str = "chemical_oxygen_demand";
const SHARED: &str = "Another offer met the limit for selenium.";
const INTERNAL: &str = "We doubt that they can deliver.";

fn measured(parameter: &str, comparator: Comparator, value: &str, unit: &str, essential: bool) -> Requirement {
    let measure =
        Measure { parameter: parameter.to_owned(), comparator, value: value.parse().unwrap(), unit: unit.to_owned() };
    Requirement { essential, text: String::new(), measure: Some(measure) }
}

fn needs() -> Content {
    let mut content = request("Water that may be used again");
    if let Body::Request(needs) = &mut content.body {
        needs.requirements = vec![
            measured("selenium", Comparator::AtMost, "0.05", "mg_L", true),
            measured(COD, Comparator::AtLeast, "95", "percent", true),
            Requirement { essential: false, text: "Spare parts within a week".to_owned(), measure: None },
        ];
    }
    content
}

fn row(parameter: &str, influent: Option<&str>, (bound, effluent): (Option<Bound>, &str), unit: &str) -> Performance {
    let exactly = |value: &str| Measured { bound: None, value: Some(value.parse().unwrap()) };
    Performance {
        parameter: parameter.to_owned(),
        influent: influent.map(exactly),
        effluent: Some(Measured { bound, ..exactly(effluent) }),
        unit: unit.to_owned(),
        removal: None,
        statistic: Statistic::Average,
        scale: Some(Scale::FullScale),
        conditions: String::new(),
        evidence: Evidence::SelfDeclared,
        compared: false,
        document: None,
    }
}

/// An offer with so much selenium in µg/L at its outlet.
fn membranes(title: &str, selenium: (Option<Bound>, &str)) -> Content {
    let mut content = offer(title);
    if let Body::Offer(offer) = &mut content.body {
        offer.performance =
            vec![row("selenium", None, selenium, "ug_L"), row(COD, Some("900"), (Some(Bound::Below), "25"), "mg_L")];
    }
    content
}

/// An agency with a request, and two who can answer it.
struct Call {
    app: TestApp,
    agency: Person,
    provider: Person,
    rival: Person,
    request: Listing,
    offer: Listing,
    other: Listing,
}

impl Call {
    async fn open() -> Self {
        let app = TestApp::start().await;
        let agency = app.owner("Mei Lin", "Straits Environment Office", "SG").await;
        let provider = app.owner("Bao Tran", "Red River Membranes", "VN").await;
        let rival = app.owner("Dara Sok", "Mekong Filters", "KH").await;
        let request = app.published(&agency, &needs()).await;
        let offer = app.published(&provider, &membranes("Ceramic membranes", (Some(Bound::Below), "25"))).await;
        let other = app.published(&rival, &membranes("Hollow fibres", (None, "80"))).await;
        Self { app, agency, provider, rival, request, offer, other }
    }

    fn at(&self, part: &str) -> String {
        format!("/listings/{}{part}", self.request.reference)
    }

    /// Answers with an offer, and says to the last requirement what is given; the path of the exchange.
    async fn answer(&self, who: &Person, with: &str, extra: &[(&str, &str)]) -> String {
        let common = [
            ("purpose[]", "sale"),
            ("country", "VN"),
            ("message", "We can do that."),
            ("answer[offer]", with),
            ("answer[said][0][text]", ""),
            ("answer[said][1][text]", ""),
            ("answer[said][2][word]", "met"),
            ("answer[said][2][text]", "From our store in Hanoi."),
            ("then", "send"),
        ];
        let fields: Vec<_> = common.into_iter().chain(extra.iter().copied()).collect();
        let sent = self.app.sign_in(who).await.post(&self.at("/interest"), &fields).await.expect(303);
        sent.location().unwrap()
    }

    /// Both answer.
    async fn both(&self) -> (String, String) {
        let first = self.answer(&self.provider, &self.offer.reference, &[]).await;
        (first, self.answer(&self.rival, &self.other.reference, &[]).await)
    }

    async fn conclude(&self, agency: &Browser, fields: &[(&str, &str)]) -> Answer {
        let common = [("day", "2026-11-23"), ("text", "The board has decided.")];
        let all: Vec<_> = common.into_iter().chain(fields.iter().copied()).collect();
        agency.post(&self.at("/outcome"), &all).await
    }

    async fn told(&self, who: &Person) -> Vec<String> {
        let mails = self.app.mails().await;
        mails.into_iter().filter(|mail| mail.to == who.email).map(|mail| mail.subject).collect()
    }
}

fn reference(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_provider_compares_one_of_its_offers_and_says_the_rest_itself() {
    let call = Call::open().await;
    let provider = call.app.sign_in(&call.provider).await;
    let page = provider.get(&call.at("/interest")).await.ok();
    assert!(page.says("No offer to compare with.") && page.count("select[id=answer-word-0]") == 1);
    assert_eq!(page.count("select[id=answer-offer] option"), 2, "no offer, and the own one only");
    let typed =
        [("message", "So far."), ("answer[offer]", &call.offer.reference[..]), ("answer[said][2][word]", "partly")];
    let compared = provider.submit(&page, "Save and compare", &typed).await.ok();
    assert_eq!(compared.all("[data-state=match]").len(), 2, "{}", compared.text());
    assert!(compared.says("At the outlet: < 25 µg/L (< 0.025 mg/L)"), "{}", compared.text());
    assert!(compared.says("Removal: > 97.2 %") && compared.says("Self-declared"));
    assert_eq!(compared.count("select[id=answer-word-0]"), 0, "what is computed is not for the provider to say");
    assert_eq!((compared.value("message"), compared.count("textarea[id=answer-said-0]")), ("So far.".to_owned(), 1));

    let complete = [("purpose[]", "sale"), ("message", "We can.")];
    let wrong = provider.submit(&compared, "Send to Straits Environment Office", &complete).await.expect(422);
    assert!(wrong.error("answer-said-2").contains("Say in a sentence"), "{:?}", wrong.errors());
    let said = [("answer[said][0][text]", "Measured at Hai Phong."), ("answer[said][2][text]", "Within two weeks.")];
    let sent = provider.submit(&wrong, "Send to Straits Environment Office", &said).await.ok();
    assert!(sent.says("computed from the offer’s figures") && sent.says("stated by the provider"), "{}", sent.text());
    assert!(sent.says("Measured at Hai Phong.") && sent.says("Partly met") && sent.says("Within two weeks."));
    assert!(sent.says("Essential: 2 matches"));
    assert!(!sent.says("All answers side by side"));
}

#[tokio::test]
async fn an_answer_needs_no_offer_and_no_other_ones_can_be_named() {
    let call = Call::open().await;
    let provider = call.app.sign_in(&call.provider).await;
    let draft = call.app.draft(&call.provider, &offer("Not public")).await;
    let common = [("purpose[]", "sale"), ("country", "VN"), ("message", "We can."), ("then", "send")];
    for foreign in [&call.other.reference, &call.request.reference, &draft.reference, "TO-VN-2026-99999", "'"] {
        let fields: Vec<_> = common.into_iter().chain([("answer[offer]", foreign)]).collect();
        let refused = provider.post(&call.at("/interest"), &fields).await.expect(422);
        assert!(refused.error("answer-offer").starts_with("Choose one"), "{foreign}: {:?}", refused.errors());
        assert_eq!(refused.value("message"), "We can.");
        assert!(!refused.says("Hollow fibres"));
    }
    let fields: Vec<_> = common.into_iter().chain([("answer[said][0][word]", "surely")]).collect();
    let refused = provider.post(&call.at("/interest"), &fields).await.expect(422);
    assert!(!refused.error("answer-said-0").is_empty());
    let path = provider.post(&call.at("/interest"), &common).await.expect(303).location().unwrap();
    let page = provider.get(&path).await.ok();
    assert!(page.says("The answer is given without an offer.") && page.count("[data-state=unknown]") >= 3);
    // An expression of interest in an offer asks nothing of this.
    let agency = call.app.sign_in(&call.agency).await;
    let page = agency.get(&format!("/listings/{}/interest", call.offer.reference)).await.ok();
    assert_eq!(page.count("#answer"), 0);
}

#[tokio::test]
async fn a_new_offer_can_be_written_first_and_the_draft_waits() {
    let call = Call::open().await;
    let provider = call.app.sign_in(&call.provider).await;
    let page = provider.get(&call.at("/interest")).await.ok();
    let typed = [("message", "Half a"), ("answer[said][2][word]", "met"), ("answer[said][2][text]", "In a day.")];
    let new = provider.submit(&page, "Save and write a new offer", &typed).await.ok();
    assert!(new.path().starts_with("/listings/new") && new.notice().contains("Your draft is kept"), "{}", new.notice());
    let back = provider.get(&call.at("/interest")).await.ok();
    assert_eq!(
        (back.value("message"), back.value("answer[said][2][text]")),
        ("Half a".to_owned(), "In a day.".to_owned())
    );
    assert_eq!(back.attribute("select[id=answer-word-2] option[selected]", "value"), "met");
    assert_eq!(answer::Entity::find().count(call.app.db.conn()).await.unwrap(), 1);
}

#[tokio::test]
async fn what_was_compared_is_frozen_and_a_newer_revision_is_named() {
    let call = Call::open().await;
    let path = call.answer(&call.provider, &call.offer.reference, &[]).await;
    let frozen = async || answer::Entity::find().one(call.app.db.conn()).await.unwrap().unwrap();
    let before = frozen().await;
    assert!(before.frozen_at.is_some() && before.offer_revision_id == call.offer.published_revision_id);
    let agency = call.app.sign_in(&call.agency).await;
    assert!(!agency.get(&path).await.ok().says("newer approved revision"));
    // The offer gets worse, and the request another limit.
    call.app.revised(&call.provider, &call.offer, &membranes("Ceramic membranes", (None, "90"))).await;
    let mut stricter = needs();
    if let Body::Request(needs) = &mut stricter.body {
        needs.requirements[0] = measured("selenium", Comparator::AtMost, "0.01", "mg_L", true);
    }
    call.app.revised(&call.agency, &call.request, &stricter).await;
    assert_eq!(frozen().await, before, "nothing of it changes");
    let page = agency.get(&path).await.ok();
    assert!(page.says("newer approved revision") && page.says("25") && page.says("≤ 0.05"), "{}", page.text());
    let table = agency.get(&call.at("/answers")).await.ok();
    assert!(
        table.says("The offer has a newer revision") && table.says("The requirement was another when this was sent")
    );
    // The same form again, from the provider, changes nothing either.
    let again = call.answer(&call.provider, &call.offer.reference, &[("message", "Better now.")]).await;
    assert_eq!((again, frozen().await), (path, before));
}

#[tokio::test]
async fn a_form_that_shows_other_requirements_is_not_sent_and_loses_nothing() {
    let call = Call::open().await;
    let provider = call.app.sign_in(&call.provider).await;
    let page = provider.get(&call.at("/interest")).await.ok();
    let mut changed = needs();
    if let Body::Request(needs) = &mut changed.body {
        needs.requirements.remove(0);
    }
    call.app.revised(&call.agency, &call.request, &changed).await;
    let typed = [
        ("purpose[]", "sale"),
        ("message", "We can."),
        ("answer[said][2][word]", "met"),
        ("answer[said][2][text]", "In a day."),
    ];
    let refused = provider.submit(&page, "Send to Straits Environment Office", &typed).await.expect(409);
    assert_eq!(
        (refused.value("message"), refused.value("answer[said][1][text]")),
        ("We can.".to_owned(), "In a day.".to_owned())
    );
    assert_eq!(refused.attribute("select[id=answer-word-1] option[selected]", "value"), "met");
    let sent = provider.submit(&refused, "Send to Straits Environment Office", &[]).await.ok();
    assert!(sent.says("In a day."), "{}", sent.text());
}

#[tokio::test]
async fn only_the_agency_sees_answers_side_by_side_and_only_editors_decide() {
    let call = Call::open().await;
    let (first, second) = call.both().await;
    let stranger = call.app.owner("Ann Lee", "Lumen Water", "SG").await;
    let moderator = call.app.moderator("Siti Noor").await;
    let judge = call.at(&format!("/answers/{}", reference(&first)));
    let fields = [("decision", "kept"), ("reason", INTERNAL), ("seen", "0")];
    for who in [&call.provider, &call.rival, &stranger] {
        let browser = call.app.sign_in(who).await;
        browser.get(&call.at("/answers")).await.expect(404);
        browser.post(&judge, &fields).await.expect(404);
    }
    // A moderator acts for no organisation here, and is asked to.
    call.app.sign_in(&moderator).await.post(&judge, &fields).await.expect(303);
    assert_eq!(answer_decision::Entity::find().count(call.app.db.conn()).await.unwrap(), 0);
    let viewer = call.app.colleague("Wei Tan", &call.agency, MemberRole::Viewer).await;
    let viewer = call.app.sign_in(&viewer).await;
    let page = viewer.get(&call.at("/answers")).await.ok();
    assert!(page.says("Red River Membranes") && page.says("Mekong Filters") && page.count("main form") == 0);
    viewer.post(&judge, &fields).await.expect(403);

    let agency = call.app.sign_in(&call.agency).await;
    let page = agency.get(&call.at("/answers")).await.ok();
    assert_eq!(page.all("thead th b"), ["Red River Membranes", "Mekong Filters"], "most essential matches first");
    assert_eq!((page.count(".scroll[tabindex='0'][role=region]"), page.count("[data-state=gap]")), (1, 1));
    assert!(page.says("1 match · 1 gap") && page.says("2 matches"), "{}", page.text());
    let wrong = agency.post(&judge, &[("decision", "kept"), ("reason", " ")]).await.expect(422);
    assert!(wrong.error(&format!("reason-{}", reference(&first))).starts_with("Give a reason"));
    agency.post(&judge, &fields).await.expect(303);
    agency.post(&judge, &fields).await.expect(303);
    let stale = agency.post(&judge, &[("decision", "set_aside"), ("reason", "No."), ("seen", "0")]).await.expect(409);
    assert!(stale.says("A colleague has decided") && stale.value("reason") == "No.", "{}", stale.text());
    agency.post(&judge, &[("decision", "set_aside"), ("reason", "Too dear."), ("seen", "1")]).await.expect(303);
    let rows = answer_decision::Entity::find().order_by_asc(answer_decision::Column::Number);
    let rows = rows.all(call.app.db.conn()).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.decision.as_str()).collect::<Vec<_>>(), ["kept", "set_aside"]);
    let page = agency.get(&call.at("/answers")).await.ok();
    assert!(page.says(INTERNAL) && page.says("Too dear.") && page.says("Mei Lin"), "the history stays");

    // Nobody who answered sees anything of this: the other, how many there are, what was decided.
    for (who, path, others) in [(&call.provider, &first, "Mekong"), (&call.rival, &second, "Red River")] {
        let browser = call.app.sign_in(who).await;
        for path in [path.clone(), call.at(""), "/interests?side=sent".to_owned(), "/notifications".to_owned()] {
            let page = browser.get(&path).await.ok();
            for word in [others, INTERNAL, "Too dear.", "Kept", "Set aside", "side by side"] {
                assert!(!page.says(word), "{path} of {} says {word}", who.name);
            }
        }
        let other = if path == &first { &second } else { &first };
        browser.get(other).await.expect(404);
    }
}

#[tokio::test]
async fn what_is_compared_stands_line_by_line_with_figure_unit_and_evidence() {
    let call = Call::open().await;
    call.both().await;
    let page = call.app.sign_in(&call.agency).await.get(&call.at("/answers")).await.ok();
    let mut table = String::new();
    for cell in page.all("tbody tr > *") {
        writeln!(table, "{}", cell.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap();
    }
    insta::assert_snapshot!(table);
}

#[tokio::test]
async fn everybody_is_told_once_what_became_of_the_answer_with_the_shared_reason_only() {
    let call = Call::open().await;
    let (first, second) = call.both().await;
    let agency = call.app.sign_in(&call.agency).await;
    let (chosen, other) = (reference(&first), reference(&second));
    let judge = call.at(&format!("/answers/{other}"));
    agency.post(&judge, &[("decision", "set_aside"), ("reason", INTERNAL), ("seen", "0")]).await.expect(303);
    // Without a reason for whoever is not chosen nothing happens, and what was typed stays.
    let award = [("outcome", "awarded"), ("chosen[]", chosen.as_str()), ("organisation", "Red River Membranes")];
    let wrong = call.conclude(&agency, &award).await.expect(422);
    assert!(wrong.error(&format!("reason-{other}")).starts_with("Give a reason"), "{:?}", wrong.errors());
    assert_eq!(
        (wrong.value("organisation"), wrong.count("input[checked][name='chosen[]']")),
        ("Red River Membranes".to_owned(), 1)
    );
    assert!(call.app.listing(call.request.id).await.outcome.is_none());
    let reason = format!("reasons[{other}]");
    let fields: Vec<_> = award.into_iter().chain([(reason.as_str(), SHARED)]).collect();
    let none = [("outcome", "cancelled"), ("chosen[]", chosen.as_str())];
    assert!(call.conclude(&agency, &none).await.expect(422).error("chosen").starts_with("Only an award"));
    call.conclude(&agency, &fields).await.expect(303);
    call.conclude(&agency, &fields).await.expect(303);
    call.app.run_jobs().await;
    call.conclude(&agency, &fields).await.expect(303);

    let state = async |reference: &str| {
        let row = interest::Entity::find().filter(interest::Column::Reference.eq(reference));
        row.one(call.app.db.conn()).await.unwrap().unwrap().state
    };
    assert_eq!((state(&chosen).await, state(&other).await), ("sent".to_owned(), "declined".to_owned()));
    assert_eq!(answer_result::Entity::find().count(call.app.db.conn()).await.unwrap(), 2);
    let of = |subjects: Vec<String>| {
        subjects.into_iter().filter(|subject| !subject.contains("published")).collect::<Vec<_>>()
    };
    assert_eq!(of(call.told(&call.provider).await), ["Your answer to “Water that may be used again” was chosen"]);
    assert_eq!(of(call.told(&call.rival).await), ["Your answer to “Water that may be used again” was not chosen"]);
    let mail = call.app.last_mail(&call.rival.email).await;
    assert!(
        mail.text.contains(SHARED) && !mail.text.contains(INTERNAL) && !mail.text.contains("Red River"),
        "{}",
        mail.text
    );
    let notices = notification::Entity::find().filter(notification::Column::AccountId.eq(call.rival.account_id));
    let notices = notices.all(call.app.db.conn()).await.unwrap();
    assert_eq!(notices.iter().filter(|row| row.subject.contains("was not chosen")).count(), 1);

    let rival = call.app.sign_in(&call.rival).await;
    let page = rival.get(&second).await.ok();
    assert!(page.says("This answer was not chosen") && page.says(SHARED) && !page.says(INTERNAL), "{}", page.text());
    let page = call.app.sign_in(&call.provider).await.get(&first).await.ok();
    assert!(page.says("This answer was chosen") && !page.says(SHARED));
    let table = agency.get(&call.at("/answers")).await.ok();
    assert!(table.says("Chosen") && table.says(SHARED) && table.says(INTERNAL));
}

#[tokio::test]
async fn one_outcome_sent_many_times_at_once_tells_everybody_once() {
    let call = Call::open().await;
    let (first, second) = call.both().await;
    let agency = call.app.sign_in(&call.agency).await;
    let reason = format!("reasons[{}]", reference(&second));
    let chosen = reference(&first);
    let fields = [("outcome", "pilot"), ("chosen[]", chosen.as_str()), (reason.as_str(), SHARED)];
    let sent = (0..6).map(|_| call.conclude(&agency, &fields));
    for answer in futures::future::join_all(sent).await {
        assert_eq!(answer.status(), 303, "{}", answer.text());
    }
    assert_eq!(answer_result::Entity::find().count(call.app.db.conn()).await.unwrap(), 2);
    for who in [&call.provider, &call.rival] {
        let told = call.told(who).await.into_iter().filter(|subject| subject.contains("chosen")).count();
        assert_eq!(told, 1, "{}", who.name);
    }
    let declined = interest::Entity::find().filter(interest::Column::State.eq("declined"));
    assert_eq!(declined.count(call.app.db.conn()).await.unwrap(), 1);
}

#[tokio::test]
async fn without_any_chosen_all_are_told_and_an_accepted_exchange_stays_open() {
    let call = Call::open().await;
    let (first, second) = call.both().await;
    let agency = call.app.sign_in(&call.agency).await;
    for action in ["acknowledge", "discuss", "accept"] {
        agency.post(&format!("{first}/{action}"), &[]).await.expect(303);
    }
    let form = agency.get(&call.at("/outcome")).await.ok();
    assert!(form.says("it stays open") && form.says("Everybody who answered is told once"));
    // The public words stand in for reasons where nobody is chosen.
    call.conclude(&agency, &[("outcome", "none_suitable")]).await.expect(303);
    for (who, path) in [(&call.provider, &first), (&call.rival, &second)] {
        let mail = call.app.last_mail(&who.email).await;
        assert!(
            mail.subject.ends_with("was not chosen") && mail.text.contains("The board has decided."),
            "{}",
            mail.text
        );
        assert!(call.app.sign_in(who).await.get(path).await.ok().says("This answer was not chosen"));
    }
    assert_eq!(agency.get(&first).await.ok().count("[data-state=accepted]"), 1);
    assert!(agency.get(&second).await.ok().count("[data-state=declined]") > 0);
    // The outcome is corrected: one is chosen after all, and only that one is told.
    let fields = [("outcome", "pilot"), ("chosen[]", &reference(&first)[..])];
    call.conclude(&agency, &fields).await.expect(303);
    let mail = call.app.last_mail(&call.provider.email).await;
    assert!(mail.subject.ends_with("was chosen"), "{}", mail.subject);
    let not_chosen = call.told(&call.rival).await.into_iter().filter(|subject| subject.contains("not chosen")).count();
    assert_eq!(not_chosen, 1);
}

#[tokio::test]
async fn an_outcome_that_was_recorded_meanwhile_is_not_overruled() {
    let call = Call::open().await;
    call.both().await;
    let (agency, colleague) = (call.app.sign_in(&call.agency).await, call.app.sign_in(&call.agency).await);
    let page = colleague.get(&call.at("/outcome")).await.ok();
    call.conclude(&agency, &[("outcome", "cancelled")]).await.expect(303);
    let late = [("outcome", "none_suitable"), ("text", "Nobody was good enough."), ("reason", SHARED)];
    let refused = colleague.submit(&page, "Publish the outcome", &late).await;
    assert_eq!(refused.status(), 409, "{}", refused.text());
    assert!(refused.value("text") == "Nobody was good enough." && refused.value("reason") == SHARED);
}

#[tokio::test]
async fn who_took_the_answer_back_is_not_told_and_cannot_be_chosen() {
    let call = Call::open().await;
    let (first, second) = call.both().await;
    call.app.sign_in(&call.rival).await.post(&format!("{second}/withdraw"), &[]).await.expect(303);
    let agency = call.app.sign_in(&call.agency).await;
    let gone = [("outcome", "awarded"), ("chosen[]", &reference(&second)[..])];
    assert!(!call.conclude(&agency, &gone).await.expect(422).error("chosen").is_empty());
    let before = call.told(&call.rival).await.len();
    call.conclude(&agency, &[("outcome", "awarded"), ("chosen[]", &reference(&first)[..])]).await.expect(303);
    assert_eq!(call.told(&call.rival).await.len(), before);
}

#[tokio::test]
async fn a_request_without_answers_helps_its_owner() {
    let call = Call::open().await;
    let agency = call.app.sign_in(&call.agency).await;
    assert!(agency.get(&call.at("/answers")).await.ok().says("No answers yet"));
    let form = agency.get(&call.at("/outcome")).await.ok();
    assert!(!form.says("Which answers were chosen?"));
    agency.get(&format!("/listings/{}/answers", call.offer.reference)).await.expect(404);
}
