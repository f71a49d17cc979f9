use chrono::Duration;
use greenbridge::auth::MemberRole;
use greenbridge::entity::{interest_message, message_draft, message_version};
use greenbridge::interest::StateName;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{ADDRESS, Talk};

#[tokio::test]
async fn a_message_is_markdown_and_nothing_else() {
    let talk = Talk::begin().await;
    talk.send(&talk.provider, "**Yes.**\nTwo units <script>alert(1)</script>\n\n- one\n- two", &[]).await.expect(303);
    let page = talk.agency.get(&talk.path).await.ok();
    assert_eq!(page.all(".thread strong"), ["one", "Yes."]);
    assert_eq!(page.all(".thread li"), ["one", "two"]);
    assert_eq!(page.count("main .thread script"), 0);
    let mail = talk.app.last_mail(&talk.agency_person.email).await;
    assert!(mail.text.contains("> **Yes.**"), "{}", mail.text);
}

#[tokio::test]
async fn what_was_written_is_kept_for_later_and_only_its_writer_sees_it() {
    let talk = Talk::begin().await;
    let page = talk.provider.get(&talk.path).await.ok();
    let page = talk.provider.submit(&page, "Keep for later", &[("body", "Let us")]).await.ok();
    assert!(page.notice().contains("Only you see it") && page.value("body") == "Let us");
    assert!(page.says("Kept on"));
    let colleague = talk.app.colleague("Lan Pham", &talk.provider_person, MemberRole::Editor).await;
    for other in [&talk.app.sign_in(&colleague).await, &talk.agency] {
        assert_eq!(other.get(&talk.path).await.ok().value("body"), "");
    }
    assert_eq!(interest_message::Entity::find().count(talk.app.db.conn()).await.unwrap(), 0);
    // A script keeps it without a word, and an empty one is none.
    let kept = talk.provider.post(&talk.at("/messages"), &[("body", "Let us meet"), ("action", "autosave")]).await;
    assert_eq!(kept.status(), 204);
    assert_eq!(talk.provider.get(&talk.path).await.ok().value("body"), "Let us meet");
    let page = talk.provider.submit(&page, "Send message", &[("body", "Let us meet.")]).await.ok();
    assert_eq!((page.value("body"), page.says("Let us meet.")), (String::new(), true));
    assert_eq!(message_draft::Entity::find().count(talk.app.db.conn()).await.unwrap(), 0);
    talk.provider.post(&talk.at("/messages"), &[("body", " "), ("action", "keep")]).await.expect(303);
    assert_eq!(message_draft::Entity::find().count(talk.app.db.conn()).await.unwrap(), 0);
}

#[tokio::test]
async fn what_cannot_be_sent_is_kept() {
    let talk = Talk::begin().await;
    let long = "x".repeat(8_001);
    let page = talk.send(&talk.provider, &long, &[]).await.expect(422);
    assert!(page.title().starts_with("Error:") && page.value("body") == long && !page.error("body").is_empty());
    assert_eq!(talk.provider.get(&talk.path).await.ok().value("body"), long);
    let page = talk.send(&talk.provider, "  ", &[]).await.expect(422);
    assert!(page.error("body").contains("Write a message"));
    let page = talk.send(&talk.provider, "\u{202e}", &[]).await.expect(422);
    assert!(page.error("body").contains("Write a message"), "it shows nothing");
    talk.steps(&[(&talk.agency, "withdraw")]).await;
    let late = talk.send(&talk.provider, "Too late.", &[]).await.expect(409);
    assert!(late.says("Too late."), "{}", late.text());
}

#[tokio::test]
async fn sending_twice_writes_one_message_and_one_mail() {
    let talk = Talk::begin().await;
    let answers = futures::future::join_all((0..10).map(|_| talk.send(&talk.provider, "Once.", &[]))).await;
    for answer in answers {
        answer.expect(303);
    }
    assert_eq!(interest_message::Entity::find().count(talk.app.db.conn()).await.unwrap(), 1);
    let mails = talk.app.mails().await;
    assert_eq!(mails.iter().filter(|mail| mail.subject.contains("has written to you")).count(), 1);
}

#[tokio::test]
async fn a_message_is_read_when_the_other_side_says_so_or_answers_and_only_as_far_as_it_was_shown() {
    let talk = Talk::begin().await;
    talk.send(&talk.provider, "First.", &[]).await.expect(303);
    let seen = talk.agency.get(&talk.path).await.ok();
    talk.send(&talk.provider, "Second.", &[]).await.expect(303);
    let marks = async || {
        let page = talk.provider.get(&talk.path).await.ok();
        let heads = page.all(".message.mine .soft");
        heads.iter().map(|head| head.contains("· read")).collect::<Vec<_>>()
    };
    assert_eq!(marks().await, [false, false], "a page that is shown changes nothing");
    let viewer = talk.app.colleague("Anh Vu", &talk.agency_person, MemberRole::Viewer).await;
    let viewer = talk.app.sign_in(&viewer).await;
    assert_eq!(viewer.get(&talk.path).await.ok().count("form[data-read]"), 0);
    talk.agency.submit(&seen, "Mark as read", &[]).await.ok();
    assert_eq!(marks().await, [true, false], "the second one was not on the page");
    // Nobody marks what others wrote to others, and nonsense marks nothing.
    talk.provider.post(&talk.at("/read"), &[("upto", "99")]).await.expect(303);
    talk.agency.post(&talk.at("/read"), &[("upto", "x")]).await.expect(303);
    assert_eq!(marks().await, [true, false]);
    let page = talk.agency.get(&talk.path).await.ok();
    let page = talk.agency.submit(&page, "Send message", &[("body", "Thank you.")]).await.ok();
    assert_eq!(marks().await, [true, true]);
    assert_eq!(page.count("form[data-read]"), 0);
}

#[tokio::test]
async fn a_message_can_be_changed_for_five_minutes_and_what_it_said_first_stays() {
    let talk = Talk::begin().await;
    talk.send(&talk.provider, "Ten units.", &[]).await.expect(303);
    let page = talk.provider.get(&talk.path).await.ok();
    let edit = page.link("Change").unwrap();
    for other in [
        &talk.agency,
        &talk.app.sign_in(&talk.app.colleague("Lan", &talk.provider_person, MemberRole::Owner).await).await,
    ] {
        other.get(&edit).await.expect(403);
        other.post(&edit, &[("body", "None.")]).await.expect(403);
    }
    talk.app.advance(Duration::minutes(5));
    let form = talk.provider.get(&edit).await.ok();
    assert_eq!(form.value("body"), "Ten units.");
    let wrong = talk.provider.submit(&form, "Save the change", &[("body", " ")]).await.expect(422);
    assert!(!wrong.error("body").is_empty());
    let page = talk.provider.submit(&form, "Save the change", &[("body", "Twelve units.")]).await.ok();
    // The same form once more changes nothing.
    talk.provider.submit(&form, "Save the change", &[("body", "Twelve units.")]).await.ok();
    assert!(page.says("Twelve units.") && page.says("changed on"));
    let other = talk.agency.get(&talk.path).await.ok();
    assert!(other.says("Earlier wording") && other.says("Ten units.") && other.link("Change").is_none());
    let versions = message_version::Entity::find().all(talk.app.db.conn()).await.unwrap();
    assert_eq!(versions.iter().map(|version| version.body.as_str()).collect::<Vec<_>>(), ["Ten units."]);
    talk.app.advance(Duration::seconds(1));
    let late = talk.provider.post(&edit, &[("body", "A hundred.")]).await.expect(422);
    assert!(late.error("body").contains("five minutes") && late.value("body") == "A hundred.");
    talk.provider.get(&edit).await.expect(409);
    assert!(talk.provider.get(&talk.path).await.ok().link("Change").is_none());
}

#[tokio::test]
async fn a_way_to_be_reached_is_asked_about_once_before_acceptance() {
    let talk = Talk::begin().await;
    let body = format!("Write to {ADDRESS}, please.");
    let asked = talk.send(&talk.provider, &body, &[]).await.expect(422);
    assert!(asked.says(&format!("a way to be reached: {ADDRESS}")) && asked.says("Contacts of both sides open"));
    assert!(!asked.title().starts_with("Error:"), "it is a question and no error");
    assert_eq!(asked.value("body"), body);
    assert_eq!(interest_message::Entity::find().count(talk.app.db.conn()).await.unwrap(), 0);
    // Another address is asked about anew, the same one is not.
    talk.provider.press(&asked, "Send anyway", &[("body", "Call +84 24 3825 1234")]).await.expect(422);
    talk.provider.submit(&asked, "Send anyway", &[]).await.ok();
    assert!(talk.agency.get(&talk.path).await.ok().says(ADDRESS));
    let mail = talk.app.last_mail(&talk.agency_person.email).await;
    assert!(
        !mail.text.contains(ADDRESS) && mail.text.contains("Write to [contact left out until acceptance], please.")
    );
    assert!(!mail.html.contains(ADDRESS));
    // A change is asked about as well.
    let edit = talk.provider.get(&talk.path).await.ok().link("Change").unwrap();
    let form = talk.provider.get(&edit).await.ok();
    let other = [("body", "Or to me@lumen.example.com.")];
    let asked = talk.provider.submit(&form, "Save the change", &other).await.expect(422);
    talk.provider.submit(&asked, "Save anyway", &[]).await.ok();
    // With a step no address leaves either; after acceptance nobody is asked, and mails hold what was written.
    talk.agency
        .post(&talk.at("/withdraw"), &[("reason", &format!("Ask {ADDRESS}")), ("warned", ADDRESS)])
        .await
        .expect(303);
    assert!(!talk.app.last_mail(&talk.provider_person.email).await.text.contains(ADDRESS));
    let talk = Talk::begin().await;
    talk.accept().await;
    talk.send(&talk.provider, &body, &[]).await.expect(303);
    assert!(talk.app.last_mail(&talk.agency_person.email).await.text.contains(ADDRESS));
}

#[tokio::test]
async fn words_said_with_a_step_are_asked_about_once_before_acceptance() {
    let talk = Talk::begin().await;
    let words = format!("Write to {ADDRESS}.");
    let page = talk.provider.get(&talk.path).await.ok();
    let asked = talk.provider.submit(&page, "Decline", &[("reason", &words)]).await.expect(422);
    assert!(asked.says(&format!("a way to be reached: {ADDRESS}")) && asked.value("reason") == words);
    assert!(!asked.title().starts_with("Error:"), "it is a question and no error");
    assert_eq!(talk.interest().await.state.name(), StateName::Sent);
    // A step of one press may come with words, and then loses none either.
    let asked = talk.provider.post(&talk.at("/acknowledge"), &[("reason", &words)]).await.expect(422);
    assert_eq!(asked.value("reason"), words);
    talk.provider.submit(&asked, "Send anyway", &[]).await.ok();
    talk.steps(&[(&talk.provider, "discuss")]).await;
    let page = talk.provider.get(&talk.path).await.ok();
    let asked = talk.provider.submit(&page, "Ask for information", &[("reason", &words)]).await.expect(422);
    talk.provider.press(&asked, "Send anyway", &[("reason", "Call +84 24 3825 1234")]).await.expect(422);
    talk.provider.submit(&asked, "Send anyway", &[]).await.ok();
    let page = talk.agency.get(&talk.path).await.ok();
    assert!(page.says(&words));
    assert!(!talk.app.last_mail(&talk.agency_person.email).await.text.contains(ADDRESS));
    let asked = talk.agency.submit(&page, "Give the information", &[("reason", &words)]).await.expect(422);
    talk.agency.submit(&asked, "Send anyway", &[]).await.ok();
    // What is said with acceptance or after it is no question any more.
    talk.provider.post(&talk.at("/accept"), &[("reason", &words)]).await.expect(303);
    talk.agency.post(&talk.at("/withdraw"), &[("reason", &words)]).await.expect(303);
}
