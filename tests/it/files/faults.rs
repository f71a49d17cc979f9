//! What breaks: connections, storage, disks, the scanner; and what is swept afterwards.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use chrono::Duration;
use greenbridge::listings::files;
use greenbridge::server;
use sea_orm::{ConnectionTrait as _, EntityTrait as _};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::{Desk, PDF, assert_nothing, film, picture, png, rows};
use crate::support::{Failing, TestApp, offer};

#[tokio::test]
async fn a_connection_that_breaks_off_leaves_neither_row_nor_file() {
    for app in TestApp::on_every_storage().await {
        let desk = Desk::of(&app).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let serving = tokio::spawn(server::serve(vec![listener], app.service(), server::Limits::default(), async {
            let _ = stopped.await;
        }));
        let cookie =
            ["session", "refresh"].iter().filter_map(|name| Some(format!("{name}={}", desk.browser.cookie(name)?)));
        let cookie = cookie.collect::<Vec<_>>().join("; ");
        let whole =
            b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4 whole\r\n";
        let half = b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"b.pdf\"\r\n\r\n%PDF-1.4 half";
        // One file is in storage already when the next breaks off.
        for body in
            [[whole.as_slice(), half].concat(), half.to_vec(), [whole.as_slice(), half, &vec![b'x'; 300_000]].concat()]
        {
            let mut connection = TcpStream::connect(address).await.unwrap();
            let head = format!(
                "POST {} HTTP/1.1\r\nHost: 127.0.0.1:3000\r\nOrigin: http://127.0.0.1:3000\r\nCookie: {cookie}\r\n\
                 Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n",
                desk.at
            );
            connection.write_all(head.as_bytes()).await.unwrap();
            connection.write_all(&body).await.unwrap();
            // So that it is in the middle of it, and not before its beginning.
            let begun = async {
                while body.starts_with(whole) && app.stored().await.is_empty() {
                    tokio::task::yield_now().await;
                }
            };
            tokio::time::timeout(std::time::Duration::from_secs(20), begun).await.expect("the first file is taken");
            drop(connection);
            let gone = async {
                while !app.stored().await.is_empty() {
                    tokio::task::yield_now().await;
                }
            };
            tokio::time::timeout(std::time::Duration::from_secs(20), gone).await.expect("what was taken is removed");
        }
        let _ = stop.send(());
        serving.await.unwrap();
        assert_nothing(&app, "broken off").await;
        desk.one("a.pdf", PDF, "public").await.expect(303);
    }
}

#[tokio::test]
async fn a_full_disk_answers_507_and_keeps_nothing_by_half() {
    let failing = Failing::default();
    let app = TestApp::start_on(|_| {}, failing.storage()).await;
    let desk = Desk::of(&app).await;
    desk.one("before.pdf", PDF, "public").await.expect(303);
    let before = desk.files().await.remove(0).1;
    let photo = picture(900, 600, image::ImageFormat::Jpeg);
    // Room for nothing, for the first of three sizes, for the first part of a video.
    for room in [0, 3_000, 8 * 1024 * 1024 + 5] {
        for (name, bytes) in [("a.png", photo.clone()), ("a.mp4", film(9 * 1024 * 1024))] {
            failing.room(room);
            if name == "a.png" && room > 1_000_000 {
                continue;
            }
            let page = desk.one(name, &bytes, "public").await.expect(507);
            assert!(page.error("file").starts_with("There is no room left"), "{:?}", page.errors());
            assert_eq!(page.value("caption"), "What it is");
            assert_eq!((rows(&app).await, app.stored().await.len()), (1, 1), "{name} in {room}");
        }
    }
    // Reading goes on, and beside one that does not fit another one does.
    desk.browser.get(&before).await.ok();
    failing.room(100);
    let page = desk.send(&[("large.png", &photo), ("small.pdf", b"%PDF-1.4 small")], &[("visibility", "public")]).await;
    assert_eq!(page.expect(507).errors().len(), 1);
    assert_eq!((rows(&app).await, app.stored().await.len()), (2, 2));
}

#[tokio::test]
async fn two_hundred_uploads_onto_a_full_disk_leave_no_half_file_and_no_row_without_its_file() {
    let failing = Failing::default();
    let app = TestApp::start_on(|_| {}, failing.storage()).await;
    let desk = Desk::of(&app).await;
    failing.room(100);
    let mut taken = 0;
    for number in 0..200 {
        let answer = desk.one("a.pdf", format!("%PDF-1.4 number {number:010}").as_bytes(), "public").await;
        match answer.status() {
            303 => taken += 1,
            status => assert_eq!(status, 507),
        }
    }
    assert_eq!(taken, 3);
    assert_eq!((rows(&app).await, app.stored().await.len()), (3, 3));
}

#[tokio::test]
async fn a_storage_that_is_away_is_said_and_tried_again() {
    let failing = Failing::default();
    let app = TestApp::start_on(|_| {}, failing.storage()).await;
    let desk = Desk::of(&app).await;
    desk.one("a.pdf", PDF, "public").await.expect(303);
    let address = desk.files().await.remove(0).1;
    failing.away(true);
    let page = desk.one("b.png", &png(), "after_nda").await.expect(503);
    assert!(page.error("file").starts_with("The file could not be kept just now"), "{:?}", page.errors());
    assert_eq!(page.value("caption"), "What it is");
    let answer = desk.browser.get(&address).await.expect(503);
    assert_eq!(answer.header("retry-after"), "2");
    failing.away(false);
    desk.browser.get(&address).await.ok();
    desk.one("b.png", &png(), "after_nda").await.expect(303);
}

#[tokio::test]
async fn a_row_that_cannot_be_written_takes_its_file_along() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    let refuse = match app.db.conn().get_database_backend() {
        sea_orm::DbBackend::Postgres => "ALTER TABLE file ADD CONSTRAINT never CHECK (size < 0)",
        _ => "CREATE TRIGGER never BEFORE INSERT ON file BEGIN SELECT RAISE(ABORT, 'never'); END",
    };
    app.db.conn().execute_unprepared(refuse).await.unwrap();
    desk.send(&[("a.pdf", PDF), ("b.png", &png())], &[("visibility", "public")]).await.expect(500);
    assert_nothing(&app, "without rows").await;
}

#[tokio::test]
async fn nobody_uploads_into_what_is_under_review_or_not_theirs() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    let stranger = app.sign_in(&app.owner("Mei Lin", "Straits Filters", "SG").await).await;
    let theirs =
        Desk { browser: stranger, owner: desk.owner.clone(), listing: desk.listing.clone(), at: desk.at.clone() };
    theirs.one("a.pdf", PDF, "public").await.expect(404);
    let visitor = Desk { browser: app.visitor(), ..theirs };
    visitor.one("a.pdf", PDF, "public").await.expect(401);
    let waiting = app.submitted(&desk.owner, &offer("Hollow fibres")).await;
    let at = format!("/listings/{}/edit/files", waiting.reference);
    let waiting = Desk { at, listing: waiting, ..desk };
    waiting.one("a.pdf", PDF, "public").await.expect(409);
    assert_nothing(&app, "not allowed").await;
}

#[tokio::test]
async fn what_nobody_needs_is_swept_on_every_storage() {
    for app in TestApp::on_every_storage().await {
        let desk = Desk::of(&app).await;
        desk.one("kept.pdf", PDF, "public").await.expect(303);
        desk.one("dropped.png", &png(), "public").await.expect(303);
        let stray = "0123456789abcdef0123456789abcdef";
        for name in [format!("{stray}.pdf"), format!("{stray}-320.webp"), "somebody-elses.txt".to_owned()] {
            app.storage.put(&name, Bytes::from_static(b"stray")).await.unwrap();
        }
        // Objects carry the time of the storage, which is not the app's.
        let long = Duration::days(36_500);
        assert_eq!(files::sweep(&app).await.unwrap().objects, 0, "it may be on its way in");
        assert_eq!(app.stored().await.len(), 7);
        app.advance(long);
        assert_eq!(files::sweep(&app).await.unwrap().objects, 2);
        assert_eq!(files::sweep(&app).await.unwrap(), Default::default(), "a second time does nothing");
        assert_eq!(app.stored().await.len(), 5, "a file that is not ours is left alone");

        // A draft that is replaced without the page's help leaves a file that nothing names.
        let content = app.files_of(&desk.listing).await;
        let dropped = content.iter().find(|file| file.name == "dropped.png").unwrap().key.clone();
        forget(&app, &desk, &dropped).await;
        assert_eq!(files::sweep(&app).await.unwrap().files, 0);
        app.advance(Duration::days(29));
        assert_eq!(files::sweep(&app).await.unwrap().files, 0, "it may be wanted again");
        assert_eq!((rows(&app).await, app.stored().await.len()), (2, 5));
        app.advance(Duration::days(2));
        assert_eq!(files::sweep(&app).await.unwrap().files, 1);
        assert_eq!(files::sweep(&app).await.unwrap(), Default::default());
        assert_eq!((rows(&app).await, app.stored().await.len()), (1, 2));
    }
}

/// Takes a file out of the draft as something else than its page may do.
async fn forget(app: &TestApp, desk: &Desk, key: &str) {
    use greenbridge::auth::Actor;
    use greenbridge::listings::{actions, policy};
    use greenbridge::web::Can;
    let listing = app.listing(desk.listing.id).await;
    let inspect = Can::<policy::Inspect>::check(&Actor::System, listing.clone()).unwrap();
    let mut work = actions::work(app, &inspect).await.unwrap();
    work.content.files.retain(|file| file.key != key);
    let may = Can::<policy::Edit>::check(&app.actor(&desk.owner).await, listing).unwrap();
    actions::save(app, &may, &work).await.unwrap();
}

#[tokio::test]
async fn a_file_that_is_named_again_or_in_a_revision_is_not_swept() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    desk.one("a.pdf", PDF, "public").await.expect(303);
    desk.one("b.pdf", b"%PDF-1.4 b", "public").await.expect(303);
    let files = app.files_of(&desk.listing).await;
    app.publish_draft(&desk.owner, desk.listing.clone()).await;
    // Removed from the next draft, while the public revision still shows it.
    for file in &files {
        desk.browser.post(&format!("{}/{}", desk.at, file.key), &[("action", "remove")]).await.expect(303);
    }
    assert!(desk.files().await.is_empty());
    files::sweep(&app).await.unwrap();
    app.advance(Duration::days(60));
    files::sweep(&app).await.unwrap();
    assert_eq!((rows(&app).await, app.stored().await.len()), (2, 2));
    for row in greenbridge::entity::file::Entity::find().all(app.db.conn()).await.unwrap() {
        assert_eq!(row.unnamed_at, None);
    }
}

#[tokio::test]
async fn pieces_of_a_process_that_ended_are_swept_from_the_folder() {
    let app = TestApp::start().await;
    let piece = app.config.data_dir.join("files/0123456789abcdef0123456789abcdef.mp4#1");
    std::fs::write(&piece, b"half").unwrap();
    assert_eq!(files::sweep(&app).await.unwrap().pieces, 0);
    app.advance(Duration::days(36_500));
    assert_eq!(files::sweep(&app).await.unwrap().pieces, 1);
    assert!(!piece.exists());
}

#[tokio::test]
async fn the_calendar_sweeps() {
    let app = TestApp::start().await;
    app.storage.put("0123456789abcdef0123456789abcdef.pdf", Bytes::from_static(b"stray")).await.unwrap();
    app.advance(Duration::days(36_500));
    app.run_jobs().await;
    assert!(app.stored().await.is_empty());
}

/// A scanner that finds a word, and says it is well while it is.
async fn scanner(well: Arc<AtomicBool>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut connection, _)) = listener.accept().await {
            let mut command = [0; 10];
            if connection.read_exact(&mut command).await.is_err() || &command != b"zINSTREAM\0" {
                continue;
            }
            let mut content = Vec::new();
            while let Ok(length @ 1..) = connection.read_u32().await {
                let mut piece = vec![0; length as usize];
                connection.read_exact(&mut piece).await.unwrap();
                content.extend(piece);
            }
            let found = content.windows(8).any(|window| window == b"NASTY-00");
            let answer: &[u8] = match (well.load(Ordering::SeqCst), found) {
                (false, _) => b"INSTREAM size limit exceeded. ERROR\0",
                (true, true) => b"stream: Test.Nasty-1 FOUND\0",
                (true, false) => b"stream: OK\0",
            };
            connection.write_all(answer).await.unwrap();
        }
    });
    format!("tcp://{address}")
}

#[tokio::test]
async fn a_scanner_looks_through_every_file_and_without_its_word_none_is_taken() {
    let well = Arc::new(AtomicBool::new(true));
    let setting = scanner(well.clone()).await;
    let app = TestApp::start_with(|config| config.files.scanner = setting).await;
    let desk = Desk::of(&app).await;
    let mut large = film(200_000);
    large.extend_from_slice(b"NASTY-00");
    for (name, bytes) in
        [("a.pdf", b"%PDF-1.4 NASTY-00".to_vec()), ("a.mp4", large), ("a.png", [png(), b"NASTY-00".to_vec()].concat())]
    {
        let page = desk.one(name, &bytes, "public").await.expect(422);
        assert!(page.error("file").starts_with("The virus scanner found something"), "{:?}", page.errors());
    }
    assert_nothing(&app, "harmful").await;
    well.store(false, Ordering::SeqCst);
    let page = desk.one("a.pdf", PDF, "public").await.expect(503);
    assert!(page.error("file").starts_with("Files cannot be looked through"), "{:?}", page.errors());
    assert_eq!(page.value("caption"), "What it is");
    assert_nothing(&app, "not looked through").await;
    well.store(true, Ordering::SeqCst);
    desk.one("a.pdf", PDF, "public").await.expect(303);
}

#[tokio::test]
async fn a_scanner_that_is_not_there_lets_nothing_pass() {
    let folder = tempfile::tempdir().unwrap();
    let socket = format!("unix:{}", folder.path().join("clamd.ctl").display());
    for setting in ["tcp://127.0.0.1:1".to_owned(), socket] {
        let app = TestApp::start_with(|config| config.files.scanner = setting).await;
        let desk = Desk::of(&app).await;
        desk.one("a.pdf", PDF, "public").await.expect(503);
        assert_nothing(&app, "no scanner").await;
    }
}
