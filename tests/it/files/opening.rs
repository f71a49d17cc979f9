//! Who opens which file, and how it comes.

use axum::body::Body;
use axum::http::Method;
use chrono::Duration;
use greenbridge::auth::MemberRole;
use greenbridge::listings::Change;
use greenbridge::listings::actions;
use greenbridge::listings::policy::{Archive, Run};
use greenbridge::web::Can;

use super::{Desk, PDF, film, picture};
use crate::support::TestApp;

#[tokio::test]
async fn each_file_opens_to_those_who_may_whatever_page_links_to_it() {
    for app in TestApp::on_every_storage().await {
        let desk = Desk::of(&app).await;
        let photo = picture(360, 240, image::ImageFormat::Png);
        desk.one("public.png", &photo, "public").await.expect(303);
        desk.one("after.png", &[photo.clone(), vec![0]].concat(), "after_acceptance").await.expect(303);
        desk.one("nda.pdf", PDF, "after_nda").await.expect(303);
        let files = desk.files().await;
        let sizes = |place: usize| {
            let base = files[place].1.trim_end_matches("1600.webp").to_owned();
            ["320.webp", "800.webp", "1600.webp", "320", "800", "1600"].map(|size| format!("{base}{size}"))
        };
        let visitor = app.visitor();
        let viewer = app.sign_in(&app.colleague("An Le", &desk.owner, MemberRole::Viewer).await).await;
        let stranger = app.sign_in(&app.owner("Mei Lin", "Straits Filters", "SG").await).await;
        let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
        let everything: Vec<String> = sizes(0).into_iter().chain(sizes(1)).chain([files[2].1.clone()]).collect();
        let statuses = async |expected: [u16; 3]| {
            for (place, expected) in expected.into_iter().enumerate() {
                let addresses = if place == 2 { vec![files[2].1.clone()] } else { sizes(place).to_vec() };
                for address in addresses {
                    for (who, browser) in [("a visitor", &visitor), ("a stranger", &stranger)] {
                        assert_eq!(browser.get(&address).await.status(), expected, "{address} for {who}");
                    }
                }
            }
            for address in &everything {
                for (who, browser) in [("a viewer", &viewer), ("a moderator", &moderator), ("the owner", &desk.browser)]
                {
                    browser.get(address).await.expect(200);
                    let _ = who;
                }
            }
        };
        // A draft's files are its owner's and moderators'.
        statuses([404, 404, 404]).await;
        let listing = app.publish_draft(&desk.owner, desk.listing.clone()).await;
        statuses([200, 404, 404]).await;
        // A file that only a newer draft names is not public yet.
        desk.one("newer.pdf", b"%PDF-1.4 newer", "public").await.expect(303);
        let newer = desk.files().await.pop().unwrap().1;
        assert_eq!(visitor.get(&newer).await.status(), 404);
        viewer.get(&newer).await.ok();

        // Withdrawn, expired: what was public is gone at once, the rest was never there.
        let may = Can::<Run>::check(&app.actor(&desk.owner).await, listing).unwrap();
        actions::run(&app, &may, Change::Pause).await.unwrap();
        statuses([410, 404, 404]).await;
        let may = Can::<Run>::check(&app.actor(&desk.owner).await, app.listing(may.id).await).unwrap();
        actions::run(&app, &may, Change::Resume).await.unwrap();
        statuses([200, 404, 404]).await;
        let may = Can::<Archive>::check(&app.actor(&desk.owner).await, app.listing(may.id).await).unwrap();
        actions::archive(&app, &may).await.unwrap();
        statuses([410, 404, 404]).await;
    }
}

#[tokio::test]
async fn an_expired_listing_takes_its_files_along() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    desk.one("public.pdf", PDF, "public").await.expect(303);
    let address = desk.files().await.remove(0).1;
    app.publish_draft(&desk.owner, desk.listing.clone()).await;
    app.visitor().get(&address).await.ok();
    app.advance(Duration::days(366));
    assert_eq!(app.visitor().get(&address).await.status(), 410, "before the calendar has noticed");
    app.run_jobs().await;
    assert_eq!(app.visitor().get(&address).await.status(), 410);
}

#[tokio::test]
async fn a_file_comes_with_headers_that_keep_it_harmless_and_cached_only_while_public() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    desk.one("Bericht \"1\".pdf", PDF, "public").await.expect(303);
    desk.one("plant.png", &picture(900, 600, image::ImageFormat::Png), "public").await.expect(303);
    let files = desk.files().await;
    let personal = desk.browser.get(&files[0].1).await.ok();
    assert_eq!(personal.header("cache-control"), "private, no-store");
    app.publish_draft(&desk.owner, desk.listing.clone()).await;
    for (place, shown) in [(0, "attachment; filename="), (1, "inline; filename=\"plant.webp\"")] {
        let answer = app.visitor().get(&files[place].1).await.ok();
        assert!(answer.header("content-disposition").starts_with(shown), "{}", answer.header("content-disposition"));
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("sandbox") && policy.contains("default-src 'none'"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(answer.header("cache-control"), "public, max-age=3600, s-maxage=60, immutable");
        assert_eq!(answer.header("content-length"), answer.bytes().len().to_string());
        let tag = answer.header("etag").to_owned();
        let again = app.visitor().with("if-none-match", &tag).get(&files[place].1).await.expect(304);
        assert!(again.bytes().is_empty());
        let encoded = app.visitor().with("accept-encoding", "gzip, br").get(&files[place].1).await.ok();
        assert_eq!(encoded.header("content-encoding"), "", "it is small already, and parts must stay where they are");
        let head = app.visitor().send(Method::HEAD, &files[place].1, None, Body::empty()).await.ok();
        assert_eq!((head.header("content-length"), head.bytes().len()), (answer.header("content-length"), 0));
    }
    let page = app.visitor().get(&format!("/listings/{}", desk.listing.reference)).await.ok();
    assert_eq!(
        (page.attribute(".gallery img", "width"), page.attribute(".gallery img", "height")),
        ("900".to_owned(), "600".to_owned())
    );
    let key = files[1].1.split('/').nth(2).unwrap();
    let sizes = format!("/files/{key}/320.webp 320w, /files/{key}/800.webp 800w, /files/{key}/1600.webp 900w");
    assert_eq!(page.attribute(".gallery img", "srcset"), sizes);
}

#[tokio::test]
async fn parts_of_a_video_can_be_asked_for_on_every_storage() {
    for app in TestApp::on_every_storage().await {
        let desk = Desk::of(&app).await;
        // Longer than one piece of reading.
        let film = film(1_300_001);
        desk.one("film.mp4", &film, "public").await.expect(303);
        let address = desk.files().await.remove(0).1;
        let part = async |range: &str| desk.browser.with("range", range).get(&address).await;
        let whole = desk.browser.get(&address).await.ok();
        assert_eq!((whole.header("accept-ranges"), whole.bytes() == film), ("bytes", true));
        for (range, from, to) in [
            ("bytes=0-0", 0, 1),
            ("bytes=1000-600000", 1000, 600_001),
            ("bytes=-1", 1_300_000, 1_300_001),
            ("bytes=524288-", 524_288, 1_300_001),
        ] {
            let answer = part(range).await.expect(206);
            assert!(answer.bytes() == &film[from..to], "{range}");
            assert_eq!(answer.header("content-range"), format!("bytes {from}-{}/1300001", to - 1));
        }
        let beyond = part("bytes=1300001-").await.expect(416);
        assert_eq!(beyond.header("content-range"), "bytes */1300001");
        part("bytes=5-1").await.expect(200);
    }
}
