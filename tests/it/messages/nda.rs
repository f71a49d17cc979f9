use std::fmt::Write as _;

use greenbridge::auth::{Actor, MemberRole};
use greenbridge::entity::{nda, nda_text};
use greenbridge::interest::desk::Feed;
use greenbridge::interest::desk::policy::{Keep, Reader, Revoke, Subscribe};
use greenbridge::interest::messages::Passage;
use greenbridge::interest::messages::policy::{Edit, Report, Said, Spoken};
use greenbridge::interest::nda::policy::{Agree, Author, Compose};
use greenbridge::interest::policy::See;
use greenbridge::interest::reports::policy::{Decide, Read};
use greenbridge::interest::{messages, reports};
use greenbridge::listings::content::{Content, FileKind, FileRef, Visibility};
use greenbridge::web::Can;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{PDF, Talk};
use crate::support::{Answer, Person, TestApp, offer};

/// An offer with a file that waits for an agreement.
fn secret() -> Content {
    let file = FileRef {
        key: "drawings".to_owned(),
        name: "drawings.pdf".to_owned(),
        caption: String::new(),
        kind: FileKind::Report,
        visibility: Visibility::AfterNda,
        size: 1,
        media_type: "application/pdf".to_owned(),
        pixels: None,
        link: None,
    };
    Content { files: vec![file], ..offer("Ceramic membranes") }
}

/// A talk about an offer whose file lies in storage; the address of the file.
async fn about_a_secret() -> (Talk, String) {
    let talk = Talk::about(TestApp::start().await, &secret(), &[("nda[]", "yes")]).await;
    let listing = talk.app.listing(talk.interest().await.listing_id).await;
    let row = greenbridge::entity::file::ActiveModel {
        key: sea_orm::Set("drawings".to_owned()),
        organisation_id: sea_orm::Set(listing.organisation_id),
        listing_id: sea_orm::Set(listing.id),
        kind: sea_orm::Set("report".to_owned()),
        name: sea_orm::Set("drawings.pdf".to_owned()),
        media_type: sea_orm::Set("application/pdf".to_owned()),
        size: sea_orm::Set(PDF.len() as i64),
        sha256: sea_orm::Set(String::new()),
        created_by: sea_orm::Set(None),
        created_at: sea_orm::Set(talk.app.now()),
        unnamed_at: sea_orm::Set(None),
        interest_id: sea_orm::Set(None),
        message_id: sea_orm::Set(None),
        ..Default::default()
    };
    sea_orm::ActiveModelTrait::insert(row, talk.app.db.conn()).await.unwrap();
    talk.app.storage.put("drawings.pdf", PDF.into()).await.unwrap();
    (talk, "/files/drawings/document.pdf".to_owned())
}

const SIGN: [(&str, &str); 2] = [("name", "Mei Lin"), ("agree[]", "yes")];

/// Proposes the text that the page shows first, and lets the other side accept it.
async fn agree(talk: &Talk) {
    let page = talk.agency.get(&talk.at("/nda")).await.ok();
    talk.agency.submit(&page, "Propose and accept", &SIGN).await.ok();
    let page = talk.provider.get(&talk.at("/nda")).await.ok();
    talk.provider.submit(&page, "Accept", &[("name", "Bao Tran"), ("agree[]", "yes")]).await.ok();
}

#[tokio::test]
async fn both_sides_accept_one_text_by_name_and_it_is_frozen_with_its_hash() {
    let talk = Talk::begin().await;
    assert!(talk.agency.get(&talk.path).await.ok().link("Choose a text").is_some());
    let page = talk.agency.get(&talk.at("/nda")).await.ok();
    assert!(page.says("Mutual non-disclosure agreement") && page.says("双方保密协议"), "both languages, in full");
    assert_eq!((page.attribute(".prose:first-of-type", "lang"), page.count(".prose[lang=zh]")), ("en".to_owned(), 1));
    assert!(page.says("Between Straits Environment Office and Red River Membranes"));
    let wrong = talk.agency.submit(&page, "Propose and accept", &[("name", " ")]).await.expect(422);
    assert!(!wrong.error("name").is_empty() && !wrong.error("agree").is_empty() && wrong.title().starts_with("Error:"));
    let hash = page.value("sha256");
    let proposed = talk.agency.submit(&page, "Propose and accept", &SIGN).await.ok();
    assert!(proposed.says("The other side is asked to accept too"), "{}", proposed.text());
    let mail = talk.app.last_mail(&talk.provider_person.email).await;
    assert!(
        mail.subject.starts_with("Straits Environment Office proposes a non-disclosure agreement: "),
        "{}",
        mail.subject
    );

    let asked = talk.provider.get(&mail.link("/nda")).await.ok();
    assert!(asked.says("asks you to accept it too") && asked.value("sha256") == hash);
    talk.app.advance(chrono::Duration::minutes(3));
    let done = talk.provider.submit(&asked, "Accept", &[("name", "Bao  Tran"), ("agree[]", "yes")]).await.ok();
    // Each side accepts once, however often the form is sent.
    talk.provider.press(&asked, "Accept", &[("name", "Another"), ("agree[]", "yes")]).await.expect(303);
    talk.agency.press(&page, "Propose and accept", &SIGN).await.expect(303);
    assert!(done.says("In force since Nov 23, 2026, 5:03") && done.says(&hash), "{}", done.text());
    assert_eq!(done.all(".list b"), ["Mei Lin", "Bao Tran"]);
    assert_eq!(done.count("main form[method=post]"), 0);
    let text = talk.agency.get(&talk.at("/nda/text")).await.ok();
    assert_eq!(greenbridge_hash(text.bytes()), hash, "the download has the bytes that were hashed");
    assert!(text.header("content-disposition").starts_with("attachment;"));
    let row = nda::Entity::find().one(talk.app.db.conn()).await.unwrap().unwrap();
    assert_eq!((row.body.as_bytes(), row.sha256), (text.bytes(), hash));
    let thread = talk.agency.get(&talk.path).await.ok();
    for event in
        ["proposed a non-disclosure agreement", "Bao Tran accepted it for Red River Membranes", "agreement is in force"]
    {
        assert!(thread.says(event), "{event}: {}", thread.text());
    }
    let mail = talk.app.last_mail(&talk.agency_person.email).await;
    assert!(mail.subject.contains("has accepted the non-disclosure agreement"));
}

fn greenbridge_hash(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    format!("{:x}", sha2::Sha256::digest(bytes))
}

#[tokio::test]
async fn an_organisation_writes_its_own_text_and_each_version_stays() {
    let talk = Talk::begin().await;
    let at = format!("/organisations/{}/nda", talk.provider_person.slug);
    let editor = talk.app.colleague("Lan Pham", &talk.provider_person, MemberRole::Editor).await;
    talk.app.sign_in(&editor).await.get(&at).await.expect(403);
    talk.agency.get(&at).await.expect(403);
    let page = talk.provider.get(&at).await.ok();
    let long = "字".repeat(20_001);
    let wrong = talk.provider.submit(&page, "Save the text", &[("kind", "own"), ("body", &long)]).await.expect(422);
    assert!(wrong.error("body").contains("20000") || wrong.error("body").contains("20,000"), "{:?}", wrong.errors());
    assert_eq!(wrong.value("body"), long);
    let first = [("kind", "own"), ("lang", "vi"), ("body", "## Bảo mật\n\n{receiver} và {sender}.")];
    let page = talk.provider.submit(&page, "Save the text", &first).await.ok();
    // A colleague's version is not overwritten by whoever saw the one before.
    let stale = [("kind", "own"), ("lang", "vi"), ("body", "Khác."), ("number", "0")];
    let refused = talk.provider.post(&at, &stale).await.expect(409);
    assert_eq!(refused.value("body"), "Khác.");
    talk.provider.submit(&page, "Save the text", &first).await.ok();
    assert_eq!(nda_text::Entity::find().count(talk.app.db.conn()).await.unwrap(), 1, "nothing changed");

    let offered = talk.agency.get(&talk.at("/nda")).await.ok();
    assert!(offered.says("Text of Red River Membranes") && offered.says("Red River Membranes và Straits Environment"));
    assert_eq!(offered.attribute(".prose", "lang"), "vi");
    let page = talk.provider.get(&at).await.ok();
    let page = talk.provider.submit(&page, "Save the text", &[("body", "Ngắn hơn."), ("kind", "own")]).await.ok();
    assert!(page.says("Version 2,") && page.says("Version 1,"));
    let late = talk.agency.submit(&offered, "Propose and accept", &SIGN).await.expect(409);
    assert!(late.says("no longer the one that you read") && late.says("Ngắn hơn."), "{}", late.text());
    talk.agency.submit(&late, "Propose and accept", &SIGN).await.ok();
    // What was proposed stays as it was when the organisation goes back to the platform's text.
    talk.provider.submit(&page, "Save the text", &[("kind", "platform")]).await.ok();
    let asked = talk.provider.get(&talk.at("/nda")).await.ok();
    assert!(asked.says("Ngắn hơn."));
    assert!(talk.provider.get(&talk.at("/nda?text=platform")).await.ok().says("Mutual non-disclosure agreement"));
    assert!(!talk.provider.get(&talk.at("/nda?text=receiver")).await.ok().says("Ngắn hơn."));
}

#[tokio::test]
async fn another_text_takes_the_place_of_one_that_not_both_have_accepted() {
    let talk = Talk::begin().await;
    let page = talk.agency.get(&talk.at("/nda")).await.ok();
    talk.agency.submit(&page, "Propose and accept", &SIGN).await.ok();
    let seen = talk.provider.get(&talk.at("/nda")).await.ok();
    let own = [("kind", "own"), ("lang", "en"), ("body", "Our words."), ("number", "0")];
    talk.provider.post(&format!("/organisations/{}/nda", talk.provider_person.slug), &own).await.expect(303);
    let other = talk.provider.get(&talk.at("/nda?text=receiver")).await.ok();
    talk.provider.submit(&other, "Propose and accept", &[("name", "Bao Tran"), ("agree[]", "yes")]).await.ok();
    let colleague = talk.app.colleague("Lan Pham", &talk.provider_person, MemberRole::Editor).await;
    let colleague = talk.app.sign_in(&colleague).await;
    let late = colleague.press(&seen, "Accept", &[("name", "Lan Pham"), ("agree[]", "yes")]).await.expect(409);
    assert!(late.says("no longer the one that you read"));
    let asked = talk.agency.get(&talk.at("/nda")).await.ok();
    talk.agency.submit(&asked, "Accept", &SIGN).await.ok();
    let refused = talk.provider.press(&other, "Propose and accept", &SIGN).await;
    assert_eq!(refused.status(), 303, "the same text once more");
    let refused = talk.agency.press(&page, "Propose and accept", &SIGN).await.expect(409);
    assert!(refused.says("Both sides have accepted a text already"));
    assert_eq!(nda::Entity::find().count(talk.app.db.conn()).await.unwrap(), 2, "the first one is not forgotten");
}

#[tokio::test]
async fn files_that_wait_for_an_agreement_open_with_it_and_close_when_the_exchange_ends_without() {
    for (last, steps, open_at_the_end) in [
        ("decline", vec!["provider acknowledge"], false),
        ("withdraw", vec![], false),
        (
            "no_agreement",
            vec!["provider acknowledge", "provider discuss", "provider accept", "agency negotiate"],
            false,
        ),
        ("agree", vec!["provider acknowledge", "provider discuss", "provider accept", "agency negotiate"], true),
        ("lapse", vec![], false),
    ] {
        let (talk, address) = about_a_secret().await;
        let app = &talk.app;
        let viewer = app.sign_in(&app.colleague("Anh Vu", &talk.agency_person, MemberRole::Viewer).await).await;
        let stranger = app.sign_in(&app.owner("An Le", "Delta Filters", "VN").await).await;
        let nobody = app.sign_in(&app.person("Dara Sok").await).await;
        let moderator = app.sign_in(&app.moderator("Aung Ko").await).await;
        let visitor = app.visitor();
        let opens = async |expected: u16, when: &str| {
            for (who, browser, expected) in [
                ("sender", &talk.agency, expected),
                ("sender's viewer", &viewer, expected),
                ("receiver", &talk.provider, 200),
                ("moderator", &moderator, 200),
                ("stranger", &stranger, 404),
                ("person", &nobody, 404),
                ("visitor", &visitor, 404),
            ] {
                assert_eq!(browser.get(&address).await.status(), expected, "{who} {when}, {last}");
            }
            let listed = talk.agency.get(&format!("/listings/{}", talk.listing)).await.ok();
            assert_eq!(listed.html().contains(&address), expected == 200, "the page of the listing {when}, {last}");
        };
        opens(404, "before").await;
        let page = talk.agency.get(&talk.at("/nda")).await.ok();
        talk.agency.submit(&page, "Propose and accept", &SIGN).await.ok();
        opens(404, "when one side has accepted").await;
        let page = talk.provider.get(&talk.at("/nda")).await.ok();
        talk.provider.submit(&page, "Accept", &[("name", "Bao Tran"), ("agree[]", "yes")]).await.ok();
        opens(200, "in force").await;
        for step in steps {
            let (who, action) = step.split_once(' ').unwrap();
            talk.steps(&[(if who == "agency" { &talk.agency } else { &talk.provider }, action)]).await;
            opens(200, step).await;
        }
        match last {
            "lapse" => lapse(&talk).await,
            "withdraw" => talk.steps(&[(&talk.agency, last)]).await,
            _ => talk.steps(&[(&talk.provider, last)]).await,
        }
        let expected = if open_at_the_end { 200 } else { 404 };
        // A session lasts for less than the working days until a lapse.
        let agency = app.sign_in(&talk.agency_person).await;
        assert_eq!(agency.get(&address).await.status(), expected, "after {last}");
        let page = agency.get(&talk.at("/nda")).await.ok();
        assert_eq!(page.says("closed again"), !open_at_the_end, "{}", page.text());
        assert_eq!(page.all(".list b"), ["Mei Lin", "Bao Tran"], "the record stays");
        if last == "lapse" {
            agency.post(&talk.at("/revive"), &[]).await.expect(303);
            agency.get(&address).await.ok();
        }
    }
}

/// Lets the time for an answer pass.
async fn lapse(talk: &Talk) {
    use greenbridge::interest::policy::Attempt;
    use greenbridge::interest::{Action, actions};
    talk.app.advance(chrono::Duration::days(30));
    let interest = talk.interest().await;
    let may = Can::check(&Actor::System, Attempt { interest, action: Action::Lapse }).unwrap();
    actions::act(&talk.app, &may, &Default::default()).await.unwrap();
}

#[tokio::test]
async fn nobody_agrees_who_does_not_take_part_or_when_it_is_over() {
    let talk = Talk::begin().await;
    let page = talk.agency.get(&talk.at("/nda")).await.ok();
    let fields = [("whose", "platform"), ("sha256", &page.value("sha256")), SIGN[0], SIGN[1]];
    let viewer = talk.app.colleague("Anh Vu", &talk.agency_person, MemberRole::Viewer).await;
    let viewer = talk.app.sign_in(&viewer).await;
    let stranger = talk.app.sign_in(&talk.app.owner("An Le", "Delta Filters", "VN").await).await;
    let moderator = talk.app.sign_in(&talk.app.moderator("Aung Ko").await).await;
    for (browser, status) in [(&viewer, 403), (&stranger, 404), (&moderator, 303)] {
        for part in ["/nda", "/nda/propose"] {
            let answer: Answer = browser.post(&talk.at(part), &fields).await;
            assert_eq!(answer.status(), status, "{part}");
        }
    }
    assert_eq!(viewer.get(&talk.at("/nda")).await.ok().count("main form[method=post]"), 0);
    stranger.get(&talk.at("/nda")).await.expect(404);
    stranger.get(&talk.at("/nda/text")).await.expect(404);
    talk.agency.get(&talk.at("/nda/text")).await.expect(404);
    talk.steps(&[(&talk.agency, "withdraw")]).await;
    let late = talk.agency.press(&page, "Propose and accept", &SIGN).await.expect(409);
    assert!(late.says("Withdrawn"), "{}", late.text());
    assert_eq!(nda::Entity::find().count(talk.app.db.conn()).await.unwrap(), 0);
}

#[tokio::test]
async fn pages_of_messages_and_agreements_are_in_chinese_too() {
    let talk = Talk::begin().await;
    agree(&talk).await;
    let zh = |path: String| format!("/zh{path}");
    assert!(talk.agency.get(&zh(talk.path.clone())).await.ok().says("留待以后"));
    let page = talk.agency.get(&zh(talk.at("/nda"))).await.ok();
    assert!(page.says("起生效") && page.says("接受人"), "{}", page.text());
    let text = talk.provider.get(&zh(format!("/organisations/{}/nda", talk.provider_person.slug))).await.ok();
    assert!(text.says("保密协议文本"));
}

/// The part of the second table of permissions that belongs to messages, reports and agreements.
#[tokio::test]
async fn who_may_do_what_with_messages_reports_and_agreements() {
    let talk = Talk::begin().await;
    let app = &talk.app;
    talk.send(&talk.provider, "Words.", &[]).await.expect(303);
    talk.agency.post(&talk.at("/messages/1/report"), &[("reason", "x")]).await.expect(303);
    let mut people: Vec<(String, Actor)> = vec![("nobody".to_owned(), Actor::Anonymous)];
    for (side, owner) in [("sender", &talk.agency_person), ("receiver", &talk.provider_person)] {
        people.push((format!("{side} owner"), app.actor(owner).await));
        for role in [MemberRole::Owner, MemberRole::Editor, MemberRole::Viewer] {
            let colleague: Person = app.colleague(&format!("{side} {role}"), owner, role).await;
            people.push((format!("{side} other {role}"), app.actor(&colleague).await));
        }
    }
    people.push(("stranger".to_owned(), app.actor(&app.owner("Ngoc Ha", "Coral Bay", "MY").await).await));
    people.push(("moderator".to_owned(), app.actor(&app.moderator("Aung Ko").await).await));
    people.push(("program".to_owned(), Actor::System));
    let interest = talk.interest().await;
    let see = Can::<See>::check(&Actor::System, interest.clone()).unwrap();
    let message = messages::store::find(app.db.conn(), &see, 1).await.unwrap().unwrap();
    let opening = Passage::of_step(&interest, interest.opening().unwrap().id).unwrap();
    let report = reports::store::find(app.db.conn(), &Actor::System, 1).await.unwrap().unwrap();
    let author = Author {
        organisation_id: talk.provider_person.organisation_id.unwrap(),
        slug: talk.provider_person.slug.clone(),
        name: String::new(),
    };
    let (account_id, organisation_id) = (talk.provider_person.account_id, author.organisation_id);
    let reader = Reader { account_id, organisation_id };
    let feed = Feed { id: 1, account_id, organisation_id, created_at: app.now(), read_at: None };
    let mut table = String::from(
        "A message of the receiver's owner, the first words of the sender, a report, the exchange, the receiver's text, the desk, the owner's feed\n",
    );
    for (who, actor) in &people {
        let said = || Said { interest: interest.clone(), message: message.clone() };
        let words = |passage: &Passage| Spoken { interest: interest.clone(), passage: passage.clone() };
        let mut may = Vec::new();
        for (name, allowed) in [
            ("edit", Can::<Edit>::check(actor, said()).is_ok()),
            ("report", Can::<Report>::check(actor, words(&Passage::from(&message))).is_ok()),
            ("report_opening", Can::<Report>::check(actor, words(&opening)).is_ok()),
            ("read_report", Can::<Read>::check(actor, report.clone()).is_ok()),
            ("decide", Can::<Decide>::check(actor, report.clone()).is_ok()),
            ("agree", Can::<Agree>::check(actor, interest.clone()).is_ok()),
            ("compose", Can::<Compose>::check(actor, author.clone()).is_ok()),
            ("keep", Can::<Keep>::check(actor, interest.clone()).is_ok()),
            ("subscribe", Can::<Subscribe>::check(actor, reader).is_ok()),
            ("revoke", Can::<Revoke>::check(actor, feed.clone()).is_ok()),
        ] {
            may.extend(allowed.then_some(name));
        }
        writeln!(table, "{who:22} {}", may.join(" ")).unwrap();
    }
    insta::assert_snapshot!(table);
}
