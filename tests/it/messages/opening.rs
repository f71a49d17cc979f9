//! Files that come with the first words of an expression of interest.

use greenbridge::auth::MemberRole;
use greenbridge::entity::file;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{PDF, files_on};
use crate::support::{Answer, Browser, File, Market, TestApp};

const OTHER: &[u8] = b"%PDF-1.4 another";
const WORDS: [(&str, &str); 3] = [("purpose[]", "licence"), ("country", "SG"), ("message", "Would it fit our plant?")];

fn form(market: &Market) -> String {
    format!("/listings/{}/interest", market.offer.reference)
}

async fn send(market: &Market, by: &Browser, then: &str, changed: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answer {
    let words = WORDS.iter().filter(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    let fields: Vec<(&str, &str)> = words.chain(changed).copied().chain([("then", then)]).collect();
    let files: Vec<File<'_>> =
        files.iter().map(|(name, bytes)| File { field: "file", name, media_type: "application/pdf", bytes }).collect();
    by.post_files(&form(market), &fields, &files).await
}

async fn rows(app: &TestApp) -> u64 {
    file::Entity::find().count(app.db.conn()).await.unwrap()
}

#[tokio::test]
async fn files_go_with_the_first_words_to_both_organisations_and_nobody_else() {
    for app in TestApp::on_every_storage().await {
        let market = Market::open_in(app).await;
        let app = &market.app;
        let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
        let sent = send(&market, &agency, "send", &[], &[("plan.pdf", PDF), ("b.pdf", OTHER)]).await.expect(303);
        let thread = sent.location().unwrap();
        let page = provider.get(&thread).await.ok();
        let files = files_on(&page);
        assert_eq!(files.len(), 2, "{}", page.text());
        assert_eq!(page.all(".thread .message:first-of-type .files a"), ["plan.pdf", "b.pdf"], "at the first words");
        assert_eq!(page.count("#waiting"), 0, "they do not wait below, too");
        let mail = app.last_mail(&market.provider.email).await;
        assert!(mail.text.contains("Would it fit our plant?") && mail.text.contains("[plan.pdf]"), "{}", mail.text);
        let viewer = app.colleague("Anh Vu", &market.provider, MemberRole::Viewer).await;
        for reader in [&agency, &provider, &app.sign_in(&viewer).await] {
            assert_eq!(reader.get(&files[0]).await.ok().bytes(), PDF);
        }
        let (stranger, moderator) = (app.owner("An Le", "Delta Filters", "VN").await, app.moderator("Aung Ko").await);
        for other in [app.sign_in(&stranger).await, app.sign_in(&moderator).await, app.visitor()] {
            other.get(&files[0]).await.expect(404);
        }
        let dossier = agency.get(&format!("{thread}/dossier")).await.ok();
        assert!(dossier.says("plan.pdf") && dossier.says("SHA-256"), "{}", dossier.text());
        // The same form once more makes nothing new, and leaves nothing behind.
        let again = send(&market, &agency, "send", &[], &[("plan.pdf", PDF)]).await.expect(303);
        assert_eq!((again.location().unwrap(), rows(app).await, app.stored().await.len()), (thread, 2, 2));
    }
}

#[tokio::test]
async fn files_wait_in_the_draft_of_the_organisation_until_it_is_sent() {
    let market = Market::open().await;
    let app = &market.app;
    let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
    let kept = send(&market, &agency, "draft", &[], &[("plan.pdf", PDF)]).await.expect(303);
    let thread = kept.location().unwrap();
    let colleague = app.colleague("Wei Tan", &market.agency, MemberRole::Editor).await;
    let colleague = app.sign_in(&colleague).await;
    let page = colleague.get(&form(&market)).await.ok();
    assert_eq!(page.all("#waiting a"), ["plan.pdf"], "a draft is the organisation's");
    let waiting = files_on(&page).remove(0);
    colleague.get(&waiting).await.ok();
    provider.get(&waiting).await.expect(404);
    provider.get(&thread).await.expect(404);

    // Taken away and put back, without losing what was typed meanwhile.
    let page = colleague.submit(&page, "Remove plan.pdf", &[("site", "Tuas")]).await.ok();
    assert_eq!((page.count("#waiting"), page.value("site").as_str()), (0, "Tuas"));
    assert!(app.stored().await.is_empty() && rows(app).await == 0);
    send(&market, &agency, "draft", &[("site", "Tuas")], &[("plan.pdf", PDF), ("plan.pdf", PDF)]).await.expect(303);
    let page = agency.get(&form(&market)).await.ok();
    assert_eq!(page.all("#waiting a"), ["plan.pdf"], "the same file once");
    agency.submit(&page, "Send to Red River Membranes", &[]).await.ok();
    assert_eq!(files_on(&provider.get(&thread).await.ok()).len(), 1);
}

#[tokio::test]
async fn a_form_that_is_wrong_or_asks_loses_neither_words_nor_files() {
    let market = Market::open().await;
    let app = &market.app;
    let agency = app.sign_in(&market.agency).await;
    // A file that is refused.
    let files: [(&str, &[u8]); 2] = [("good.pdf", PDF), ("letter.docx", b"PK\x03\x04 no")];
    let page = send(&market, &agency, "send", &[], &files).await.expect(422);
    assert!(page.title().starts_with("Error:") && page.error("file").contains("letter.docx"), "{:?}", page.errors());
    assert_eq!((page.value("message").as_str(), page.all("#waiting a")), (WORDS[2].1, vec!["good.pdf".to_owned()]));
    // Words that are missing, a code that nobody offers: what came with them waits.
    let page = send(&market, &agency, "send", &[("message", "")], &[("b.pdf", OTHER)]).await.expect(422);
    assert!(!page.error("message").is_empty());
    assert_eq!(page.all("#waiting a"), ["good.pdf", "b.pdf"]);
    let page = send(&market, &agency, "send", &[("purpose[]", "bribe")], &[("c.pdf", b"%PDF-1.4 c")]).await.expect(422);
    assert_eq!(page.count("#waiting li"), 3, "{}", page.text());
    // A way to be reached.
    let told = ("message", "Write to mei@example.org.");
    let page = send(&market, &agency, "send", &[told], &[("d.pdf", b"%PDF-1.4 d")]).await.expect(422);
    assert!(page.count("#asks") == 1 && page.count("#waiting li") == 4);
    agency.submit(&page, "Send anyway", &[]).await.ok();
    assert_eq!((rows(app).await, app.stored().await.len()), (4, 4));
}

#[tokio::test]
async fn a_draft_that_is_thrown_away_takes_its_files_with_it() {
    let market = Market::open().await;
    let agency = market.app.sign_in(&market.agency).await;
    let kept = send(&market, &agency, "draft", &[], &[("plan.pdf", PDF)]).await.expect(303);
    let page = agency.get(&kept.location().unwrap()).await.ok();
    agency.submit(&page, "Discard the draft", &[]).await.ok();
    assert!(market.app.stored().await.is_empty() && rows(&market.app).await == 0);
}

#[tokio::test]
async fn what_is_too_much_is_refused_with_the_words_kept() {
    let app = TestApp::start_with(|config| (config.files.largest_mb, config.files.quota_mb) = (1, 2)).await;
    let market = Market::open_in(app).await;
    let agency = market.app.sign_in(&market.agency).await;
    let huge = [PDF, &vec![b'x'; 1100 * 1024]].concat();
    let page = send(&market, &agency, "send", &[], &[("d.pdf", &huge)]).await.expect(413);
    assert!(page.error("file").contains("more than 1 MB") && page.value("message") == WORDS[2].1);
    let all = [PDF, &vec![b'x'; 4 << 20]].concat();
    let page = send(&market, &agency, "send", &[], &[("e.pdf", &all)]).await.expect(413);
    assert!(!page.error("file").is_empty());
    assert_eq!(page.value("message"), WORDS[2].1, "what stands before the files is read");
    let large = |byte: u8| [PDF, &vec![byte; 900 * 1024]].concat();
    let three: Vec<Vec<u8>> = b"abc".iter().map(|byte| large(*byte)).collect();
    let three: Vec<(&str, &[u8])> = three.iter().map(|bytes| ("n.pdf", bytes.as_slice())).collect();
    let page = send(&market, &agency, "send", &[], &three[..2]).await;
    let page = if page.status() == 303 { page } else { panic!("{}", page.text()) };
    agency.follow(page).await.ok();
    assert_eq!(market.app.stored().await.len(), 2, "nothing of what was refused is left");
    let many: Vec<Vec<u8>> = (0..11_u8).map(|number| [PDF, &[number]].concat()).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|bytes| ("n.pdf", bytes.as_slice())).collect();
    let other = market.app.owner("An Le", "Delta Filters", "VN").await;
    let other = market.app.sign_in(&other).await;
    let page = send(&market, &other, "send", &[], &many).await.expect(422);
    assert!(page.error("file").contains("at most 10 files"), "{:?}", page.errors());
    assert_eq!(page.count("#waiting li"), 10);
}

#[tokio::test]
async fn a_listing_that_closes_meanwhile_keeps_no_file() {
    let market = Market::open().await;
    let (agency, provider) = (market.app.sign_in(&market.agency).await, market.app.sign_in(&market.provider).await);
    agency.get(&form(&market)).await.ok();
    provider.post(&format!("/listings/{}/pause", market.offer.reference), &[]).await.expect(303);
    let answer = send(&market, &agency, "send", &[], &[("plan.pdf", PDF)]).await;
    assert!((400..500).contains(&answer.status()), "{}", answer.status());
    assert!(market.app.stored().await.is_empty() && rows(&market.app).await == 0);
}
