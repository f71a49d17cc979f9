//! Files of listings: taken, refused, opened, swept; on a folder, and on S3 when `GREENBRIDGE_TEST_S3_URL` names a
//! server.

mod abuse;
mod faults;
mod opening;

use std::io::Cursor;

use greenbridge::auth::Actor;
use greenbridge::listings::{Listing, store};
use sea_orm::EntityTrait as _;

use crate::support::{Answer, Browser, File, Person, TestApp, offer};

pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";

pub fn picture(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let pixel = |x: u32, y: u32| image::Rgb([(x % 256) as u8, (y % 256) as u8, 75]);
    image::RgbImage::from_fn(width, height, pixel).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

pub fn png() -> Vec<u8> {
    picture(40, 30, image::ImageFormat::Png)
}

/// An MP4 as far as its first bytes tell, with so many bytes altogether.
pub fn film(bytes: usize) -> Vec<u8> {
    let mut film = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom".to_vec();
    film.extend((film.len()..bytes).map(|place| (place % 251) as u8));
    film
}

/// An owner at the files of a draft.
pub struct Desk {
    pub browser: Browser,
    pub owner: Person,
    pub listing: Listing,
    pub at: String,
}

impl Desk {
    pub async fn of(app: &TestApp) -> Self {
        let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
        let listing = app.draft(&owner, &offer("Ceramic membranes")).await;
        let at = format!("/listings/{}/edit/files", listing.reference);
        Self { browser: app.sign_in(&owner).await, owner, listing, at }
    }

    pub async fn send(&self, files: &[(&str, &[u8])], fields: &[(&str, &str)]) -> Answer {
        let files: Vec<File<'_>> = files
            .iter()
            .map(|(name, bytes)| File { field: "file", name, media_type: "application/octet-stream", bytes })
            .collect();
        self.browser.post_files(&self.at, fields, &files).await
    }

    pub async fn one(&self, name: &str, bytes: &[u8], visibility: &str) -> Answer {
        self.send(&[(name, bytes)], &[("caption", "What it is"), ("visibility", visibility), ("kind", "report")]).await
    }

    /// Names and addresses of the files on the page.
    pub async fn files(&self) -> Vec<(String, String)> {
        let page = self.browser.get(&self.at).await.ok();
        page.links().into_iter().filter(|(_, to)| to.starts_with("/files/")).collect()
    }
}

pub async fn rows(app: &TestApp) -> usize {
    greenbridge::entity::file::Entity::find().all(app.db.conn()).await.unwrap().len()
}

/// Asserts that nothing is left of what was refused: no row, no object, no piece on its way.
pub async fn assert_nothing(app: &TestApp, what: &str) {
    assert_eq!(rows(app).await, 0, "{what}: a row is left");
    assert_eq!(app.stored().await, [] as [String; 0], "{what}: something is left in storage");
    for folder in ["files", "incoming"] {
        let left = std::fs::read_dir(app.config.data_dir.join(folder)).map_or(0, Iterator::count);
        assert_eq!(left, 0, "{what}: something is left in {folder}");
    }
}

#[tokio::test]
async fn pictures_documents_and_videos_are_taken_shown_and_removed_on_every_storage() {
    for app in TestApp::on_every_storage().await {
        let desk = Desk::of(&app).await;
        desk.one("plant.jpg", &picture(1000, 700, image::ImageFormat::Jpeg), "public").await.expect(303);
        desk.one("report.pdf", PDF, "public").await.expect(303);
        // More than one piece, so that it is written part by part.
        let film = film(9 * 1024 * 1024 + 17);
        desk.one("film.mp4", &film, "public").await.expect(303);
        let files = desk.files().await;
        assert_eq!(
            files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
            ["plant.jpg", "report.pdf", "film.mp4"]
        );
        assert_eq!(app.stored().await.len(), 5);
        let picture = files[0].1.trim_end_matches("1600.webp").to_owned();
        for (width, shown) in [(320, 320), (800, 800), (1600, 1000)] {
            let answer = desk.browser.get(&format!("{picture}{width}.webp")).await.ok();
            assert_eq!(answer.header("content-type"), "image/webp");
            assert_eq!(image::load_from_memory(answer.bytes()).unwrap().width(), shown);
        }
        for wrong in ["321.webp", "1600.png", "..", "%2e%2e%2f1600.webp"] {
            assert_eq!(desk.browser.get(&format!("{picture}{wrong}")).await.status(), 404, "{wrong}");
        }
        assert_eq!(desk.browser.get(&files[1].1).await.ok().bytes(), PDF);
        assert!(desk.browser.get(&files[2].1).await.ok().bytes() == film, "the video comes back as it was sent");

        let keys: Vec<String> = files.iter().map(|(_, to)| to.split('/').nth(2).unwrap().to_owned()).collect();
        for key in &keys {
            desk.browser.post(&format!("{}/{key}", desk.at), &[("action", "remove")]).await.expect(303);
        }
        assert_nothing(&app, "after removal").await;
    }
}

#[tokio::test]
async fn several_files_in_one_form_have_a_result_each() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    let svg: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
    let (png, fields) = (png(), [("caption", "Our plant"), ("visibility", "after_nda"), ("kind", "certificate")]);
    let page = desk.send(&[("a.png", &png), ("b.svg", svg), ("c.pdf", PDF), ("d.pdf", b"")], &fields).await.expect(422);
    assert!(page.title().starts_with("Error:"), "{}", page.title());
    assert_eq!(page.errors().len(), 2, "{:?}", page.errors());
    assert!(page.errors()[0].starts_with("b.svg – This kind of file is not taken"), "{:?}", page.errors());
    assert!(page.errors()[1].starts_with("d.pdf – There is nothing in this file"), "{:?}", page.errors());
    assert_eq!(page.all("#results b"), ["a.png", "b.svg", "c.pdf", "d.pdf"]);
    // Those that are right are there with what was said of them, and what was typed stands in the form.
    let files = app.files_of(&desk.listing).await;
    let said: Vec<_> = files
        .iter()
        .map(|file| (file.name.as_str(), file.caption.as_str(), file.visibility.code(), file.kind.code()))
        .collect();
    assert_eq!(
        said,
        [("a.png", "Our plant", "after_nda", "image"), ("c.pdf", "Our plant", "after_nda", "certificate")]
    );
    assert_eq!(page.values().iter().filter(|(name, value)| name == "caption" && value == "Our plant").count(), 3);
    assert_eq!(page.attribute("#visibility option[selected]", "value"), "after_nda");
    assert_eq!(page.attribute("#kind option[selected]", "value"), "certificate");
    let all =
        desk.send(&[("e.pdf", &[PDF, b"e"].concat()), ("f.pdf", &[PDF, b"f"].concat())], &fields).await.expect(303);
    assert_eq!(desk.browser.follow(all).await.notice(), "The files are there.");
}

#[tokio::test]
async fn a_wrong_caption_does_not_cost_the_file() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    let long = "x".repeat(301);
    let fields = [("caption", long.as_str()), ("visibility", "after_acceptance"), ("kind", "report")];
    let page = desk.send(&[("a.pdf", PDF)], &fields).await.expect(422);
    let file = app.files_of(&desk.listing).await.remove(0);
    assert_eq!((file.caption.as_str(), file.visibility.code()), ("", "after_acceptance"));
    let field = format!("caption-{}", file.key);
    assert!(!page.error(&field).is_empty());
    assert_eq!(page.attribute(&format!("#{field}"), "value"), long);
    assert!(page.dangling_errors().is_empty());
    // The file's own form is right at the second try.
    let at = format!("{}/{}", desk.at, file.key);
    desk.browser
        .post(&at, &[("caption", "Short"), ("visibility", "public"), ("kind", "certificate")])
        .await
        .expect(303);
    let file = app.files_of(&desk.listing).await.remove(0);
    assert_eq!((file.caption.as_str(), file.visibility.code(), file.kind.code()), ("Short", "public", "certificate"));
    let wrong = desk.browser.post(&at, &[("caption", &long), ("visibility", "x"), ("kind", "image")]).await.expect(422);
    assert_eq!(wrong.errors().len(), 3, "{:?}", wrong.errors());
    assert!(wrong.dangling_errors().is_empty());
    // Without a right visibility a file is shown to as few as can be.
    desk.send(&[("b.pdf", &[PDF, b"b"].concat())], &[("visibility", "everybody")]).await.expect(422);
    assert_eq!(app.files_of(&desk.listing).await[1].visibility.code(), "after_nda");
}

#[tokio::test]
async fn a_form_that_is_sent_twice_makes_nothing_new() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    let png = png();
    for _ in 0..2 {
        desk.send(&[("a.pdf", PDF), ("b.png", &png)], &[("visibility", "public")]).await.expect(303);
    }
    let both = futures::future::join_all((0..8).map(|_| desk.one("c.pdf", b"%PDF-1.7 c", "public"))).await;
    for answer in both {
        answer.expect(303);
    }
    assert_eq!((rows(&app).await, app.stored().await.len(), desk.files().await.len()), (3, 5, 3));
}

#[tokio::test]
async fn a_video_elsewhere_is_a_link_with_https_and_nothing_more() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    let at = format!("{}/link", desk.at);
    let send = async |link: &str, visibility: &str| {
        let fields = [("link", link), ("link_caption", "At work"), ("link_visibility", visibility)];
        desk.browser.post(&at, &fields).await
    };
    for bad in [
        "",
        "video.example.org/1",
        "http://video.example.org/1",
        "javascript:alert(1)",
        "https://",
        "https://localhost/1",
        "https://127.0.0.1/1",
        "https://user:secret@video.example.org/",
        "data:text/html,x",
        &format!("https://video.example.org/{}", "x".repeat(500)),
    ] {
        let page = send(bad, "public").await.expect(422);
        assert!(!page.error("link").is_empty(), "{bad}");
        assert_eq!((page.value("link").as_str(), page.value("link_caption").as_str()), (bad, "At work"));
    }
    assert!(!send("https://video.example.org/1", "x").await.expect(422).error("link_visibility").is_empty());
    let link = "https://video.example.org/watch?v=1&t=%22%3E%3Cscript%3E";
    send(link, "public").await.expect(303);
    send(link, "public").await.expect(303);
    send("https://video.example.org/secret", "after_nda").await.expect(303);
    let files = app.files_of(&desk.listing).await;
    assert_eq!(files.len(), 2, "the same link once");
    let content = store::find_by_id(app.db.conn(), &Actor::System, desk.listing.id).await.unwrap().unwrap();
    let shown = app.publish_draft(&desk.owner, content).await;
    let page = app.visitor().get(&format!("/listings/{}", shown.reference)).await.ok();
    assert_eq!(page.attribute("ul.files a", "href"), link);
    assert_eq!(page.attribute("ul.files a", "rel"), "nofollow noopener");
    assert!(!page.html().contains("video.example.org/secret"), "a link that is not public stays hidden");
    assert_eq!(page.count("iframe, embed, object"), 0);
    assert!(
        desk.browser
            .get(&format!("/listings/{}", shown.reference))
            .await
            .ok()
            .html()
            .contains("video.example.org/secret")
    );
}

#[tokio::test]
async fn room_is_counted_for_the_organisation_and_without_race() {
    let app = TestApp::start_with(|config| config.files.quota_mb = 1).await;
    let desk = Desk::of(&app).await;
    let piece = |number: u8| [PDF, &vec![number; 300 * 1024]].concat();
    let sent = futures::future::join_all((0..6).map(|number| {
        let (desk, bytes) = (&desk, piece(number));
        async move { desk.one(&format!("{number}.pdf"), &bytes, "public").await }
    }));
    let answers = sent.await;
    let taken = answers.iter().filter(|answer| answer.status() == 303).count();
    assert_eq!(taken, 3);
    let refused = answers.iter().find(|answer| answer.status() != 303).unwrap().clone().expect(422);
    assert!(refused.error("file").contains("no room left in its 1 MB"), "{:?}", refused.errors());
    assert_eq!((rows(&app).await, app.stored().await.len()), (3, 3));
    assert!(desk.browser.get(&desk.at).await.ok().says("Your organisation uses 901 kB of 1 MB"));
    // Another listing of the same organisation has no more room; another organisation has.
    let second = app.draft(&desk.owner, &offer("Hollow fibres")).await;
    let at = format!("/listings/{}/edit/files", second.reference);
    Desk { at, listing: second, ..desk }.one("x.pdf", &piece(9), "public").await.expect(422);
    let other = app.owner("Mei Lin", "Straits Filters", "SG").await;
    let listing = app.draft(&other, &offer("Filters")).await;
    let at = format!("/listings/{}/edit/files", listing.reference);
    Desk { browser: app.sign_in(&other).await, owner: other, listing, at }
        .one("x.pdf", &piece(9), "public")
        .await
        .expect(303);
}

#[tokio::test]
async fn a_listing_has_twenty_files_at_most() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    let bytes: Vec<Vec<u8>> = (0..22).map(|number| format!("%PDF-1.4 {number}").into_bytes()).collect();
    let files: Vec<(&str, &[u8])> = bytes.iter().map(|bytes| ("a.pdf", bytes.as_slice())).collect();
    let page = desk.send(&files, &[("visibility", "public")]).await.expect(422);
    assert_eq!(page.errors().len(), 2, "{:?}", page.errors());
    assert_eq!((rows(&app).await, app.stored().await.len()), (20, 20));
    assert!(page.dangling_errors().is_empty());
    let link = [("link", "https://v.example.org/"), ("link_visibility", "public")];
    desk.browser.post(&format!("{}/link", desk.at), &link).await.expect(422);
}
