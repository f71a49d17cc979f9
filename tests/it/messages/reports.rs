use greenbridge::auth::MemberRole;
use greenbridge::entity::audit;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{ADDRESS, PDF, Talk, files_on};
use crate::support::{Browser, File};

const INSULT: &str = "You are fools.";

/// A message of the provider with a file, reported by the agency; a moderator's browser.
async fn reported() -> (Talk, Browser) {
    let talk = Talk::begin().await;
    talk.send(&talk.provider, INSULT, &[("a.pdf", PDF)]).await.expect(303);
    let moderator = talk.app.sign_in(&talk.app.moderator("Aung Ko").await).await;
    let page = talk.agency.get(&talk.path).await.ok();
    let link = page.links().into_iter().find(|(_, to)| to.ends_with("/report")).unwrap().1;
    let report = talk.agency.get(&link).await.ok();
    assert!(report.says(INSULT));
    let wrong = talk.agency.submit(&report, "Report to the moderators", &[("reason", " ")]).await.expect(422);
    assert!(!wrong.error("reason").is_empty() && wrong.title().starts_with("Error:"));
    let page = talk.agency.submit(&report, "Report to the moderators", &[("reason", "An insult.")]).await.ok();
    assert!(page.notice().contains("moderators") && page.says("You have reported this message"));
    (talk, moderator)
}

#[tokio::test]
async fn moderators_read_a_reported_exchange_and_no_other() {
    let talk = Talk::begin().await;
    let moderator = talk.app.sign_in(&talk.app.moderator("Siti Hadi").await).await;
    talk.send(&talk.provider, "Fair words.", &[("b.pdf", PDF)]).await.expect(303);
    let address = files_on(&talk.agency.get(&talk.path).await.ok()).remove(0);
    moderator.get("/moderation/messages/1").await.expect(404);
    moderator.get(&talk.path).await.expect(303);
    moderator.get(&address).await.expect(404);

    let (talk, moderator) = reported().await;
    assert!(moderator.get("/moderation").await.ok().says("Reported messages"));
    let queue = moderator.get("/moderation/messages").await.ok();
    assert!(queue.says("One report") && queue.says("Message of Red River Membranes") && queue.says("An insult."));
    let case = moderator.get(&queue.link("Message of Red River Membranes").unwrap()).await.ok();
    assert!(case.says(INSULT) && case.says("May we try one?") && case.says("Reported by Straits Environment Office"));
    assert!(!case.html().contains(&talk.agency_person.email) && !case.html().contains(&talk.provider_person.email));
    moderator.get(&files_on(&case)[0]).await.ok();
    // The other side does not learn that it was reported, and nobody else has the queue.
    let own = talk.provider.get(&talk.path).await.ok();
    assert!(!own.says("report"), "{}", own.text());
    for other in [&talk.provider, &talk.agency] {
        other.get("/moderation/messages").await.expect(403);
        other.post("/moderation/messages/1", &[("decision", "keep")]).await.expect(403);
    }
}

#[tokio::test]
async fn a_hidden_message_is_closed_to_both_sides_and_both_are_told_why() {
    let (talk, moderator) = reported().await;
    let case = moderator.get("/moderation/messages/1").await.ok();
    let wrong = moderator.submit(&case, "Hide the message", &[("reason", "")]).await.expect(422);
    assert!(!wrong.error("reason").is_empty());
    let queue = moderator.submit(&case, "Hide the message", &[("reason", "It insults.")]).await.ok();
    assert!(queue.says("No report waits"));
    moderator.press(&case, "Hide the message", &[("reason", "It insults.")]).await.expect(303);
    moderator.press(&case, "Keep the message", &[("reason", "No.")]).await.expect(409);
    for side in [&talk.agency, &talk.provider] {
        let page = side.get(&talk.path).await.ok();
        assert!(page.says("A moderator has hidden this message: It insults.") && !page.says(INSULT));
    }
    let author = talk.app.last_mail(&talk.provider_person.email).await;
    assert!(
        author.subject.contains("was hidden") && author.text.contains(INSULT) && author.text.contains("It insults.")
    );
    assert!(!author.text.contains("Straits Environment Office"), "nobody is told who reported it");
    let reporter = talk.app.last_mail(&talk.agency_person.email).await;
    assert!(reporter.text.contains("has hidden the message") && !reporter.text.contains(INSULT));
    let written =
        audit::Entity::find().filter(audit::Column::Action.eq("message.hidden")).all(talk.app.db.conn()).await;
    let written = written.unwrap();
    assert_eq!(written.len(), 1);
    assert!(written[0].detail.to_string().contains("It insults.") && !written[0].detail.to_string().contains(INSULT));
    assert!(moderator.get("/moderation/messages?show=decided").await.ok().says("Hidden"));
    assert!(moderator.get("/moderation/messages/1").await.ok().says(INSULT), "the record stays");
}

#[tokio::test]
async fn a_kept_message_stays_and_only_its_reporter_is_told() {
    let (talk, moderator) = reported().await;
    let before = talk.app.mails().await.iter().filter(|mail| mail.to == talk.provider_person.email).count();
    let case = moderator.get("/moderation/messages/1").await.ok();
    moderator.submit(&case, "Keep the message", &[("reason", "Hard words, no insult.")]).await.ok();
    assert!(talk.agency.get(&talk.path).await.ok().says(INSULT));
    let mail = talk.app.last_mail(&talk.agency_person.email).await;
    assert!(mail.subject.contains("stays") && mail.text.contains("Hard words, no insult."));
    let after = talk.app.mails().await.iter().filter(|mail| mail.to == talk.provider_person.email).count();
    assert_eq!(after, before);
    let again = talk.agency.post(&talk.at("/messages/1/report"), &[("reason", "Again.")]).await.expect(303);
    assert!(talk.agency.follow(again).await.notice().contains("reported already"));
    assert!(moderator.get("/moderation/messages").await.ok().says("No report waits"));
}

#[tokio::test]
async fn twenty_moderators_who_decide_at_once_make_one_decision() {
    let (talk, moderator) = reported().await;
    let case = moderator.get("/moderation/messages/1").await.ok();
    let mut others = Vec::new();
    for number in 0..8 {
        others.push(talk.app.sign_in(&talk.app.moderator(&format!("Moderator {number}")).await).await);
    }
    let decide = |browser: &Browser| {
        let (browser, case) = (browser.clone(), &case);
        async move { browser.press(case, "Hide the message", &[("reason", "So.")]).await.status() }
    };
    let mut statuses = futures::future::join_all(others.iter().map(decide)).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409, 409, 409, 409, 409, 409, 409]);
}

#[tokio::test]
async fn nobody_judges_an_exchange_of_their_own_organisation() {
    let (talk, _) = reported().await;
    let own = talk.app.moderator("Lan Pham").await;
    let member = greenbridge::entity::membership::ActiveModel {
        organisation_id: sea_orm::Set(talk.provider_person.organisation_id.unwrap()),
        account_id: sea_orm::Set(own.account_id),
        role: sea_orm::Set("viewer".to_owned()),
        created_at: sea_orm::Set(talk.app.now()),
        ..Default::default()
    };
    sea_orm::ActiveModelTrait::insert(member, talk.app.db.conn()).await.unwrap();
    let own = talk.app.sign_in(&own).await;
    assert!(own.get("/moderation/messages").await.ok().says("No report waits"));
    own.get("/moderation/messages/1").await.expect(404);
    own.post("/moderation/messages/1", &[("decision", "keep"), ("reason", "x")]).await.expect(404);
}

#[tokio::test]
async fn only_the_other_side_reports_and_letters_hold_no_address_before_acceptance() {
    let talk = Talk::begin().await;
    let body = format!("Write to {ADDRESS}.");
    talk.press(&talk.provider, &[("body", &body), ("warned", ADDRESS)], &[]).await.expect(303);
    let viewer = talk.app.colleague("Anh Vu", &talk.agency_person, MemberRole::Viewer).await;
    for other in [&talk.provider, &talk.app.sign_in(&viewer).await] {
        other.get(&talk.at("/messages/1/report")).await.expect(403);
        other.post(&talk.at("/messages/1/report"), &[("reason", "x")]).await.expect(403);
    }
    let stranger = talk.app.sign_in(&talk.app.owner("An Le", "Delta Filters", "VN").await).await;
    stranger.post(&talk.at("/messages/1/report"), &[("reason", "x")]).await.expect(404);
    talk.agency.post(&talk.at("/messages/7/report"), &[("reason", "x")]).await.expect(404);
    talk.agency.post(&talk.at("/messages/1/report"), &[("reason", "Advertising.")]).await.expect(303);
    let moderator = talk.app.sign_in(&talk.app.moderator("Aung Ko").await).await;
    moderator.post("/moderation/messages/1", &[("decision", "hide"), ("reason", "So.")]).await.expect(303);
    let mail = talk.app.last_mail(&talk.provider_person.email).await;
    assert!(mail.text.contains("Write to [contact left out") && !mail.text.contains(ADDRESS));
}

#[tokio::test]
async fn the_first_words_are_reported_by_whoever_received_them_and_hidden_with_their_files() {
    let talk = Talk::begin().await;
    let moderator = talk.app.sign_in(&talk.app.moderator("Aung Ko").await).await;
    let spam = [("purpose[]", "sale"), ("country", "SG"), ("site", "Cheap street"), ("message", "Buy **now**!")];
    let fields: Vec<(&str, &str)> = spam.into_iter().chain([("then", "send")]).collect();
    let listing = talk.app.published(&talk.provider_person, &crate::support::offer("Screw pumps")).await.reference;
    let file = File { field: "file", name: "prices.pdf", media_type: "application/pdf", bytes: PDF };
    let sent = talk.agency.post_files(&format!("/listings/{listing}/interest"), &fields, &[file]).await.expect(303);
    let thread = sent.location().unwrap();
    // The sender finds nothing to report, and nobody else may.
    let own = talk.agency.get(&thread).await.ok();
    assert!(!own.links().iter().any(|(_, to)| to.ends_with("/report")));
    let page = talk.provider.get(&thread).await.ok();
    let link = page.links().into_iter().find(|(_, to)| to.ends_with("/report")).unwrap().1;
    let viewer = talk.app.colleague("Anh Vu", &talk.provider_person, MemberRole::Viewer).await;
    let stranger = talk.app.owner("An Le", "Delta Filters", "VN").await;
    for (other, status) in
        [(&talk.agency, 403), (&talk.app.sign_in(&viewer).await, 403), (&talk.app.sign_in(&stranger).await, 404)]
    {
        other.get(&link).await.expect(status);
        other.post(&link, &[("reason", "x")]).await.expect(status);
    }
    talk.provider.post(&format!("{thread}/steps/99/report"), &[("reason", "x")]).await.expect(404);
    moderator.get("/moderation/messages/1").await.expect(404);

    let form = talk.provider.get(&link).await.ok();
    assert!(form.says("Buy now!"));
    let page = talk.provider.submit(&form, "Report to the moderators", &[("reason", "Advertising.")]).await.ok();
    assert!(page.says("You have reported this message"));
    let again = talk.provider.submit(&form, "Report to the moderators", &[("reason", "Again.")]).await.ok();
    assert!(again.notice().contains("reported already"), "{}", again.notice());
    assert!(!talk.agency.get(&thread).await.ok().says("report"), "the author does not learn of it");
    let queue = moderator.get("/moderation/messages").await.ok();
    assert!(queue.says("One report") && queue.says("Advertising."));
    let case = moderator.get(&queue.link("Message of Straits Environment Office").unwrap()).await.ok();
    assert!(case.first(".thread .message").contains("This message was reported"), "{}", case.text());
    assert!(!case.says("May we try one?"), "another exchange of the two is not open");
    moderator.submit(&case, "Hide the message", &[("reason", "It advertises.")]).await.ok();
    let file = files_on(&case).remove(0);
    for side in [&talk.agency, &talk.provider] {
        let page = side.get(&thread).await.ok();
        assert!(page.says("A moderator has hidden this message: It advertises."), "{}", page.text());
        assert!(!page.says("Buy now!") && !page.says("Cheap street") && files_on(&page).is_empty());
        assert!(!side.get(&format!("{thread}/dossier")).await.ok().says("Buy now!"));
        side.get(&file).await.expect(404);
    }
    moderator.get(&file).await.ok();
    let author = talk.app.last_mail(&talk.agency_person.email).await;
    assert!(author.subject.contains("was hidden") && author.text.contains("Buy **now**!"), "{}", author.text);
    assert!(!author.text.contains("Red River Membranes reported"));
}

#[tokio::test]
async fn words_that_came_with_a_step_are_reported_as_messages_are() {
    let talk = Talk::begin().await;
    let moderator = talk.app.sign_in(&talk.app.moderator("Aung Ko").await).await;
    talk.provider.post(&talk.at("/decline"), &[("reason", INSULT)]).await.expect(303);
    let page = talk.agency.get(&talk.path).await.ok();
    let link = page.links().into_iter().find(|(_, to)| to.ends_with("/report")).unwrap().1;
    talk.provider.post(&link, &[("reason", "x")]).await.expect(403);
    let form = talk.agency.get(&link).await.ok();
    talk.agency.submit(&form, "Report to the moderators", &[("reason", "An insult.")]).await.ok();
    let case = moderator.get("/moderation/messages/1").await.ok();
    assert!(case.first(".thread .message:last-of-type").contains("This message was reported"), "{}", case.text());
    moderator.submit(&case, "Hide the message", &[("reason", "It insults.")]).await.ok();
    for side in [&talk.agency, &talk.provider] {
        let page = side.get(&talk.path).await.ok();
        assert!(page.says("A moderator has hidden this message: It insults.") && page.says("May we try one?"));
        assert!(!page.says(INSULT) && !side.get(&talk.at("/dossier")).await.ok().says(INSULT));
    }
    // A step without words has none to report.
    let talk = Talk::begin().await;
    talk.provider.post(&talk.at("/acknowledge"), &[]).await.expect(303);
    let acknowledged = talk.interest().await.events.last().unwrap().id;
    talk.agency.get(&talk.at(&format!("/steps/{acknowledged}/report"))).await.expect(404);
}
