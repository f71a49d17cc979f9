//! A corpus of uploads that nobody should send: refused or harmless, and nothing left behind.

use std::io::Write as _;

use axum::body::Body;
use axum::http::Method;
use bytes::Bytes;
use futures::StreamExt as _;

use super::{Desk, PDF, assert_nothing, film, picture, png};
use crate::support::TestApp;

/// Names, contents, and the beginning of what is said of them.
fn refused() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    const KIND: &str = "This kind of file is not taken";
    const BROKEN: &str = "This picture cannot be read";
    const PIXELS: &str = "This picture has more than 40 million pixels";
    let mut lying = png();
    lying[16..24].copy_from_slice(&[0, 0, 0x40, 0, 0, 0, 0x40, 0]);
    let mut endless = b"GIF89a\xff\xff\xff\xff\xf7\x00\x00".to_vec();
    endless.extend([0; 800]);
    vec![
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(), KIND),
        ("a.svg.png", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), KIND),
        ("a.html", b"<!doctype html><script>alert(1)</script>".to_vec(), KIND),
        ("page.pdf", b"<html><body>%PDF-1.4 a polyglot".to_vec(), KIND),
        ("late.pdf", [vec![b' '; 900], PDF.to_vec()].concat(), KIND),
        ("a.zip", b"PK\x03\x04\x14\x00\x00\x00\x08\x00 an archive".to_vec(), KIND),
        ("a.docx", b"PK\x03\x04\x14\x00\x06\x00\x08\x00[Content_Types].xml".to_vec(), KIND),
        ("archive.pdf", [b"PK\x03\x04".to_vec(), PDF.to_vec()].concat(), KIND),
        ("a.gz", b"\x1f\x8b\x08\x00 a bomb".to_vec(), KIND),
        ("invoice.pdf.exe", b"MZ\x90\x00\x03 a program".to_vec(), KIND),
        ("a.png", b"\x7fELF\x02\x01\x01 a program".to_vec(), KIND),
        ("a.png", b"#!/bin/sh\nrm -rf /".to_vec(), KIND),
        ("a.php.png", b"<?php system($_GET['c']);".to_vec(), KIND),
        ("a.bmp", b"BM\x00\x00\x00\x00 a bitmap".to_vec(), KIND),
        ("a.tiff", b"II*\x00 a scan".to_vec(), KIND),
        ("a.avif", b"\x00\x00\x00\x20ftypavif\x00\x00\x00\x00".to_vec(), KIND),
        ("a.mov", b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00".to_vec(), KIND),
        ("a.mkv", [b"\x1a\x45\xdf\xa3\x42\x82\x88matroska".to_vec(), vec![0; 300]].concat(), KIND),
        ("a.swf", b"FWS\x09 a film of old".to_vec(), KIND),
        ("a.txt", b"just words".to_vec(), KIND),
        ("nul", vec![0; 4096], KIND),
        ("noise", (0..9000_u32).map(|place| (place.wrapping_mul(2_654_435_761) >> 24) as u8).collect(), KIND),
        ("a.jpg", b"\xff\xd8\xff\xe0 a head and nothing more".to_vec(), BROKEN),
        ("a.png", png()[..60].to_vec(), BROKEN),
        ("a.webp", b"RIFF\xff\xff\xff\xffWEBPVP8 \xff\xff\xff\xff".to_vec(), BROKEN),
        ("a.gif", b"GIF89a".to_vec(), BROKEN),
        ("lying.png", lying, ""),
        ("endless.gif", endless, PIXELS),
        ("wide.png", picture(12_001, 1, image::ImageFormat::Png), PIXELS),
        ("bomb.png", bomb(), PIXELS),
        ("empty.pdf", Vec::new(), "There is nothing in this file"),
    ]
}

/// A picture of 48 million pixels in some kilobytes.
fn bomb() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let plain = image::GrayImage::new(12_000, 4_000);
    plain.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn what_is_no_picture_document_or_video_is_refused_and_nothing_is_left() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    for (name, bytes, said) in refused() {
        let page = desk.one(name, &bytes, "public").await.expect(422);
        assert!(page.error("file").starts_with(said), "{name}: {:?}", page.errors());
        assert_eq!(page.value("caption"), "What it is", "{name}");
        assert_nothing(&app, name).await;
    }
}

#[tokio::test]
async fn what_is_taken_is_harmless_whatever_it_is_called_and_carries() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    // Behind the head of a document anything may stand; it is only ever a download of that type.
    let names = [
        "../../../etc/cron.d/x.pdf",
        "..\\..\\windows\\x.pdf",
        "/absolute.pdf",
        "x.pdf%00.exe",
        "x\u{202e}fdp.exe",
        "<img src=x onerror=alert(1)>.pdf",
        "\u{1f4a9}.pdf",
        "con.pdf",
        ".htaccess",
        "a;b=c.pdf",
        "x' OR 1=1.pdf",
        "{{7*7}}.pdf",
    ];
    for (number, name) in names.iter().enumerate() {
        let polyglot = format!("%PDF-1.4 {number}\n<html><script>alert(1)</script></html>\nPK\x03\x04");
        desk.one(name, polyglot.as_bytes(), "public").await.expect(303);
    }
    // The name under which a script was hidden in a picture is kept, the script is not.
    let mut hidden = picture(64, 64, image::ImageFormat::Jpeg);
    hidden.write_all(b"<script>alert(1)</script><?php phpinfo();").unwrap();
    desk.one("shell.php.jpg", &hidden, "public").await.expect(303);
    let page = desk.browser.get(&desk.at).await.ok();
    assert_eq!(page.count("section script, section [onerror]"), 0);
    let files: Vec<_> = page.links().into_iter().filter(|(_, to)| to.starts_with("/files/")).collect();
    assert_eq!(files.len(), names.len() + 1);
    for (name, to) in &files {
        assert!(!name.contains(['/', '\\', '\u{202e}', '<']), "{name}");
        let answer = desk.browser.get(to).await.ok();
        let kind = answer.header("content-type");
        if kind == "application/pdf" {
            assert!(
                name.ends_with(".pdf") && answer.header("content-disposition").starts_with("attachment;"),
                "{name}"
            );
        } else {
            assert_eq!(kind, "image/webp");
            assert!(!answer.bytes().windows(7).any(|window| window == b"<script"), "{name}");
        }
    }
    // Nothing lies outside its folder, or under a name that was sent.
    let stored = app.stored().await;
    assert_eq!(stored.len(), names.len() + 3);
    assert!(stored.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte))));
    let top: Vec<_> =
        std::fs::read_dir(&app.config.data_dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!top.iter().any(|name| name.to_string_lossy().contains("pdf")), "{top:?}");
}

#[tokio::test]
async fn pictures_lose_what_they_tell_of_place_and_camera() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    let mut bytes = picture(64, 48, image::ImageFormat::Jpeg);
    let words = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0 GPS 21.0285 N 105.8542 E";
    let mut segment = vec![0xff, 0xe1, 0, (words.len() + 2) as u8];
    segment.extend_from_slice(words);
    bytes.splice(2..2, segment);
    desk.one("plant.jpg", &bytes, "public").await.expect(303);
    let answer = desk.browser.get(&desk.files().await[0].1).await.ok();
    assert!(!answer.bytes().windows(4).any(|window| window == b"GPS " || window == b"Exif"));
    let kept = image::load_from_memory(answer.bytes()).unwrap();
    assert_eq!((kept.width(), kept.height()), (48, 64), "turned as it says");
}

#[tokio::test]
async fn files_beyond_their_limit_are_refused_with_413_at_the_field() {
    let limits = |config: &mut greenbridge::config::Config| {
        (config.files.largest_mb, config.files.largest_video_mb, config.files.quota_mb) = (1, 2, 5);
    };
    let app = TestApp::start_with(limits).await;
    let desk = Desk::of(&app).await;
    const MB: usize = 1024 * 1024;
    let pdf = |bytes: usize| [PDF, &vec![b'x'; bytes - PDF.len()]].concat();
    let page = desk.one("a.pdf", &pdf(MB + 1), "public").await.expect(413);
    assert!(page.error("file").starts_with("This file has more than 1 MB"), "{:?}", page.errors());
    assert!(page.title().starts_with("Error:"));
    assert_eq!(page.value("caption"), "What it is");
    let page = desk.one("a.mp4", &film(2 * MB + 1), "public").await.expect(413);
    assert!(page.error("file").starts_with("This video has more than 2 MB"), "{:?}", page.errors());
    let page = desk.one("a.bin", &vec![1; 3 * MB], "public").await.expect(422);
    assert!(page.error("file").starts_with("This kind of file is not taken"));
    assert_nothing(&app, "too large").await;
    // At its limit it is taken; beside one that is too large the other one stays.
    desk.one("a.pdf", &pdf(MB), "public").await.expect(303);
    let (large, small) = (pdf(MB + 1), pdf(1000));
    let page =
        desk.send(&[("large.pdf", &large), ("small.pdf", &small)], &[("visibility", "public")]).await.expect(413);
    assert_eq!(page.errors().len(), 1, "{:?}", page.errors());
    assert_eq!(desk.files().await.len(), 2);
}

/// A form whose file never seems to end, of which is counted how much was asked for.
fn endless(bytes: u64, counted: &std::sync::Arc<std::sync::atomic::AtomicU64>) -> Body {
    const PIECE: usize = 64 * 1024;
    let head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4\n";
    let counted = counted.clone();
    let piece = Bytes::from(vec![b'x'; PIECE]);
    let pieces = futures::stream::iter(0..bytes / PIECE as u64).map(move |_| {
        counted.fetch_add(PIECE as u64, std::sync::atomic::Ordering::Relaxed);
        Ok::<_, std::io::Error>(piece.clone())
    });
    Body::from_stream(futures::stream::iter([Ok(Bytes::from(head))]).chain(pieces))
}

fn resident_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[tokio::test]
async fn ten_gigabytes_are_refused_in_flat_memory_and_long_before_their_end() {
    let app = TestApp::start_with(|config| config.files.quota_mb = 64).await;
    let desk = Desk::of(&app).await;
    let kind = Some("multipart/form-data; boundary=b");
    // Once before, so that what is measured is what each of them takes.
    desk.browser.send(Method::POST, &desk.at, kind, endless(10 << 30, &std::sync::Arc::default())).await.expect(413);
    let counted = std::sync::Arc::default();
    let before = resident_kb();
    let page = desk.browser.send(Method::POST, &desk.at, kind, endless(10 << 30, &counted)).await.expect(413);
    assert!(page.error("file").starts_with("More than 64 MB was sent at once"), "{:?}", page.errors());
    let read = counted.load(std::sync::atomic::Ordering::Relaxed);
    assert!(read < 66 << 20, "{read} bytes were read");
    let grown = resident_kb().saturating_sub(before);
    assert!(grown < 48 * 1024, "memory has grown by {grown} kB");
    assert_nothing(&app, "ten gigabytes").await;
    // Announced as such they are not read at all.
    let counted = std::sync::Arc::default();
    let announcing = desk.browser.with("content-length", &(10_u64 << 30).to_string());
    announcing.send(Method::POST, &desk.at, kind, endless(1 << 30, &counted)).await.expect(413);
    assert_eq!(counted.load(std::sync::atomic::Ordering::Relaxed), 0);
}

#[tokio::test]
async fn forms_that_are_no_forms_are_refused_and_leave_nothing() {
    let app = TestApp::start().await;
    let desk = Desk::of(&app).await;
    let part = |head: &str, body: &str| format!("--b\r\n{head}\r\n\r\n{body}\r\n");
    let file = "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"";
    let pdf = "%PDF-1.4 and so on";
    for (what, body) in [
        ("cut in its head", "--b\r\nContent-Dispo".to_owned()),
        ("cut in its file", format!("--b\r\n{file}\r\n\r\n{pdf}")),
        ("cut after its file", part(file, pdf)),
        ("another boundary", part(file, pdf).replace("--b", "--c")),
        ("no name", part("Content-Disposition: form-data", pdf)),
        ("a header that never ends", part(&format!("X: {}", "x".repeat(1 << 20)), pdf)),
        ("nothing", String::new()),
        ("two files and a cut", format!("{}{}--b\r\nContent", part(file, pdf), part(file, "%PDF-1.4 b"))),
    ] {
        let kind = Some("multipart/form-data; boundary=b");
        let answer = desk.browser.send(Method::POST, &desk.at, kind, Body::from(body)).await;
        assert!((400..500).contains(&answer.status()), "{what}: {}", answer.status());
        assert_nothing(&app, what).await;
    }
    let many: String =
        (0..20_000).map(|number| part(&format!("Content-Disposition: form-data; name=\"n{number}\""), "x")).collect();
    let kind = Some("multipart/form-data; boundary=b");
    desk.browser.send(Method::POST, &desk.at, kind, Body::from(format!("{many}--b--\r\n"))).await.expect(422);
    // A field without end is cut, and the file with it kept.
    let long = "x".repeat(1 << 20);
    desk.send(&[("a.pdf", PDF)], &[("caption", &long), ("visibility", "public")]).await.expect(422);
    assert_eq!(desk.files().await.len(), 1);
}
