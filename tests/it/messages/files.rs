use chrono::Duration;
use greenbridge::auth::MemberRole;
use greenbridge::entity::file;
use greenbridge::listings::files::sweep;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};

use super::{PDF, Talk, files_on};
use crate::support::{TestApp, offer};

#[tokio::test]
async fn files_go_with_a_message_to_both_organisations_and_nobody_else() {
    for app in TestApp::on_every_storage().await {
        let talk = Talk::about(app, &offer("Ceramic membranes"), &[]).await;
        talk.send(&talk.provider, "The drawings.", &[("drawings.pdf", PDF), ("b.pdf", b"%PDF-1.4 b")])
            .await
            .expect(303);
        let page = talk.agency.get(&talk.path).await.ok();
        let files = files_on(&page);
        assert_eq!(files.len(), 2, "{}", page.text());
        let mail = talk.app.last_mail(&talk.agency_person.email).await;
        assert!(mail.text.contains("[drawings.pdf]"), "{}", mail.text);
        let viewer = talk.app.colleague("Anh Vu", &talk.agency_person, MemberRole::Viewer).await;
        for reader in [&talk.agency, &talk.provider, &talk.app.sign_in(&viewer).await] {
            let answer = reader.get(&files[0]).await.ok();
            assert_eq!(answer.bytes(), PDF);
            assert!(answer.header("content-disposition").starts_with("attachment;"));
            assert!(answer.header("content-security-policy").contains("sandbox"));
            assert_eq!(answer.header("cache-control"), "private, no-store");
        }
        let stranger = talk.app.owner("An Le", "Delta Filters", "VN").await;
        let (person, moderator) = (talk.app.person("Dara Sok").await, talk.app.moderator("Aung Ko").await);
        for other in [stranger, person, moderator] {
            talk.app.sign_in(&other).await.get(&files[0]).await.expect(404);
        }
        talk.app.visitor().get(&files[0]).await.expect(404);
        // They are no files of the listing, and stay when the listing goes.
        assert!(files_on(&talk.provider.get(&format!("/listings/{}/edit/files", talk.listing)).await.ok()).is_empty());
        talk.steps(&[(&talk.agency, "withdraw")]).await;
        talk.agency.get(&files[0]).await.ok();
    }
}

#[tokio::test]
async fn a_refused_file_loses_neither_words_nor_good_files() {
    let talk = Talk::begin().await;
    let sent: [(&str, &[u8]); 2] = [("good.pdf", PDF), ("letter.docx", b"PK\x03\x04 no")];
    let page = talk.send(&talk.provider, "Both of them.", &sent).await.expect(422);
    assert!(page.title().starts_with("Error:"));
    assert!(page.error("file").contains("letter.docx"), "{:?}", page.errors());
    assert_eq!(page.value("body"), "Both of them.");
    assert_eq!(page.all("#waiting a"), ["good.pdf"]);
    // The file waits for its writer alone, and is sent without being chosen again.
    let waiting = files_on(&page).remove(0);
    talk.provider.get(&waiting).await.ok();
    let colleague = talk.app.colleague("Lan Pham", &talk.provider_person, MemberRole::Editor).await;
    for other in [&talk.app.sign_in(&colleague).await, &talk.agency] {
        other.get(&waiting).await.expect(404);
        assert!(files_on(&other.get(&talk.path).await.ok()).is_empty());
    }
    let page = talk.provider.submit(&page, "Send message", &[]).await.ok();
    assert_eq!((page.count("#waiting"), files_on(&page)), (0, vec![waiting.clone()]));
    talk.agency.get(&waiting).await.ok();
}

#[tokio::test]
async fn a_waiting_file_is_taken_away_and_its_bytes_with_it() {
    let talk = Talk::begin().await;
    let page = talk.press(&talk.provider, &[("body", "Later"), ("action", "keep")], &[("a.pdf", PDF)]).await;
    let page = talk.provider.follow(page.expect(303)).await.ok();
    let action = page.attribute("#waiting button", "value");
    talk.agency.post(&talk.at("/messages"), &[("action", &action)]).await.expect(303);
    talk.provider.get(&files_on(&page)[0]).await.ok();
    let page = talk.provider.submit(&page, "Remove a.pdf", &[("body", "Later, perhaps")]).await.ok();
    assert_eq!((page.count("#waiting"), page.value("body").as_str()), (0, "Later, perhaps"));
    assert!(talk.app.stored().await.is_empty());
}

#[tokio::test]
async fn the_same_form_sent_twice_keeps_its_file_once() {
    let talk = Talk::begin().await;
    for _ in 0..3 {
        talk.send(&talk.provider, "", &[("a.pdf", PDF)]).await.expect(303);
    }
    assert_eq!(file::Entity::find().count(talk.app.db.conn()).await.unwrap(), 1);
    assert_eq!(talk.app.stored().await.len(), 1);
    assert_eq!(talk.agency.get(&talk.path).await.ok().count(".thread .message"), 2, "the opening and one message");
    talk.send(&talk.provider, "", &[("b.pdf", b"%PDF-1.4 another")]).await.expect(303);
    assert_eq!(talk.agency.get(&talk.path).await.ok().count(".thread .message"), 3);
}

#[tokio::test]
async fn the_room_of_the_organisation_and_the_number_of_files_hold() {
    let app = TestApp::start_with(|config| (config.files.largest_mb, config.files.quota_mb) = (1, 2)).await;
    let talk = Talk::about(app, &offer("Ceramic membranes"), &[]).await;
    let large = |byte: u8| [PDF, &vec![byte; 900 * 1024]].concat();
    let (a, b, c) = (large(b'a'), large(b'b'), large(b'c'));
    talk.send(&talk.provider, "Two.", &[("a.pdf", &a), ("b.pdf", &b)]).await.expect(303);
    let page = talk.send(&talk.provider, "One more.", &[("c.pdf", &c)]).await.expect(422);
    assert!(page.error("file").contains("no room left"), "{:?}", page.errors());
    let huge = [PDF, &vec![b'x'; 1100 * 1024]].concat();
    let page = talk.send(&talk.agency, "Too large.", &[("d.pdf", &huge)]).await.expect(413);
    assert!(page.error("file").contains("more than 1 MB") && page.value("body") == "Too large.");
    let small: Vec<Vec<u8>> = (0..11_u8).map(|number| [PDF, &[number]].concat()).collect();
    let many: Vec<(&str, &[u8])> = small.iter().map(|bytes| ("n.pdf", bytes.as_slice())).collect();
    let page = talk.send(&talk.agency, "Eleven.", &many).await.expect(422);
    assert!(page.error("file").contains("at most 10 files"), "{:?}", page.errors());
    assert_eq!(page.count("#waiting li"), 10);
}

#[tokio::test]
async fn what_waits_in_a_draft_is_not_swept_and_what_was_forgotten_is() {
    let talk = Talk::begin().await;
    talk.send(&talk.provider, "Sent.", &[("a.pdf", PDF)]).await.expect(303);
    talk.press(&talk.provider, &[("action", "keep")], &[("b.pdf", b"%PDF-1.4 b")]).await.expect(303);
    for _ in 0..3 {
        talk.app.advance(Duration::days(31));
        sweep(&talk.app).await.unwrap();
    }
    assert_eq!(file::Entity::find().count(talk.app.db.conn()).await.unwrap(), 2);
    // Its draft is gone: thirty days after that was seen the file goes, too.
    greenbridge::entity::message_draft::Entity::delete_many().exec(talk.app.db.conn()).await.unwrap();
    sweep(&talk.app).await.unwrap();
    talk.app.advance(Duration::days(31));
    assert_eq!(sweep(&talk.app).await.unwrap().files, 1);
    assert_eq!(talk.app.stored().await.len(), 1);
}

#[tokio::test]
async fn files_of_a_hidden_message_are_closed() {
    let talk = Talk::begin().await;
    talk.send(&talk.provider, "See this.", &[("a.pdf", PDF)]).await.expect(303);
    let address = files_on(&talk.agency.get(&talk.path).await.ok()).remove(0);
    let hidden = greenbridge::entity::interest_message::ActiveModel {
        id: Set(1),
        hidden_at: Set(Some(talk.app.now())),
        hidden_reason: Set("It was an insult.".to_owned()),
        ..Default::default()
    };
    hidden.update(talk.app.db.conn()).await.unwrap();
    for reader in [&talk.agency, &talk.provider] {
        reader.get(&address).await.expect(404);
        let page = reader.get(&talk.path).await.ok();
        assert!(page.says("It was an insult.") && !page.says("See this.") && files_on(&page).is_empty());
    }
}
