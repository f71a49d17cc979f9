//! What holds for every answer: headers, refusal of posts from elsewhere, no failure of ours on malformed requests.

use axum::body::Body;
use axum::http::Method;

use crate::support::{Answer, Browser, TestApp};

/// A path of the route table with something in place of its parameters.
pub fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| match part {
        part if part.starts_with("{*") => "css/greenbridge.css",
        "{id}" | "{row}" | "{number}" => "1",
        "{reference}" => "TO-VN-2026-00001",
        part if part.starts_with('{') => "anything",
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

#[track_caller]
fn assert_headers(answer: &Answer) {
    let policy = answer.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") || policy.contains("sandbox"), "{}: {policy}", answer.path());
    assert!(!policy.contains("unsafe"), "{}: {policy}", answer.path());
    assert!(policy.contains("frame-ancestors 'none'") || policy.contains("sandbox"), "{}: {policy}", answer.path());
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{}", answer.path());
    assert!(!answer.header("referrer-policy").is_empty(), "{}", answer.path());
    assert_eq!(answer.header("x-request-id").len(), 32, "{}", answer.path());
}

#[tokio::test]
async fn every_kind_of_answer_carries_the_headers() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let member = app.sign_in(&app.owner("Bao Tran", "Red River Membranes", "VN").await).await;
    for route in greenbridge::app::route_table() {
        for browser in [&visitor, &member] {
            assert_headers(&match route.method {
                "GET" => browser.get(&filled(route.path)).await,
                _ => browser.post(&filled(route.path), &[]).await,
            });
        }
    }
    assert_headers(&visitor.get("/nothing/is/here").await.expect(404));
    assert_headers(&visitor.send(Method::DELETE, "/", None, Body::empty()).await.expect(405));
    assert_headers(&visitor.with("sec-fetch-site", "cross-site").post("/", &[]).await.expect(403));
}

#[tokio::test]
async fn over_tls_cookies_and_transport_are_pinned() {
    let app = TestApp::start_with(|config| config.public_url = "https://greenbridge.example".to_owned()).await;
    let browser = app.sign_in(&app.person("Mei Lin").await).await;
    assert!(browser.cookie("__Host-session").is_some());
    assert!(browser.cookie("session").is_none());
    assert!(browser.get("/").await.ok().header("strict-transport-security").contains("max-age=31536000"));
}

#[tokio::test]
async fn the_sites_own_files_are_the_same_for_everybody_and_may_be_kept_for_ever() {
    let app = TestApp::start().await;
    let visitor = app.visitor().with("accept-encoding", "br");
    let member = app.sign_in(&app.person("Mei Lin").await).await.with("accept-encoding", "br");
    app.advance(chrono::Duration::minutes(20));
    let answers =
        [visitor.get("/static/css/greenbridge.css").await.ok(), member.get("/static/css/greenbridge.css").await.ok()];
    for answer in &answers {
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.header("content-encoding"), "br");
        assert_eq!(answer.header("vary"), "accept-encoding", "no cookie changes it");
        assert_eq!(answer.header("set-cookie"), "", "no session is looked up for it");
    }
    assert_eq!(answers[0].header("etag"), answers[1].header("etag"));
    visitor.get("/static/css/nothing.css").await.expect(404);
}

#[tokio::test]
async fn personal_pages_are_not_stored() {
    let app = TestApp::start().await;
    let browser = app.sign_in(&app.person("Mei Lin").await).await;
    assert_eq!(browser.get("/").await.ok().header("cache-control"), "no-store");
}

#[tokio::test]
async fn no_form_is_taken_from_another_site() {
    let app = TestApp::start().await;
    let member = app.sign_in(&app.owner("Bao Tran", "Red River Membranes", "VN").await).await;
    let elsewhere = [
        member.with("sec-fetch-site", "cross-site").with("origin", "https://evil.example"),
        member.with("sec-fetch-site", "same-site").with("origin", "http://other.127.0.0.1:3000"),
        member.with("sec-fetch-site", "").with("origin", "https://evil.example"),
        member.with("sec-fetch-site", "").with("origin", "null"),
    ];
    for route in greenbridge::app::route_table().iter().filter(|route| route.method != "GET") {
        for browser in &elsewhere {
            let answer = browser.post(&filled(route.path), &[("email", "mei.lin@example.org")]).await;
            assert_eq!(answer.status(), 403, "{} {}", route.method, route.path);
        }
    }
}

#[tokio::test]
async fn malformed_requests_are_the_senders_fault() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let member = app.sign_in(&app.owner("Bao Tran", "Red River Membranes", "VN").await).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    for route in greenbridge::app::route_table() {
        for browser in [&visitor, &member, &moderator] {
            match route.method {
                "GET" => malformed_queries(browser, &filled(route.path)).await,
                _ => malformed_forms(browser, &filled(route.path)).await,
            }
            if route.path.contains('{') {
                malformed_paths(browser, route.method, route.path).await;
            }
        }
    }
}

#[track_caller]
fn assert_not_ours(answer: &Answer, what: &str) {
    assert!(answer.status() < 500, "{} with {what}: {}", answer.path(), answer.status());
}

async fn malformed_queries(browser: &Browser, path: &str) {
    let deep = format!("q{}=1", "[x]".repeat(40));
    let long = format!("q={}", "x".repeat(9000));
    let queries = [
        "q=%ff%fe",
        "q=%00",
        "q=%",
        "page=-1",
        "page=0",
        "page=99999999999999999999",
        "page[]=1&page=2",
        "theme=nothing",
        "theme[5]=water",
        "[]=1",
        "=&&&=",
        "q[a]=1",
        "kind=%F0%9F%92%A5",
        "next=//evil.example",
        "sort=x",
        "q=\u{1F4A9}",
        &deep,
        &long,
    ];
    for query in queries {
        let query: String =
            query.chars().map(|c| if c.is_ascii() { c.to_string() } else { "%F0".to_owned() }).collect();
        assert_not_ours(&browser.get(&format!("{path}?{query}")).await, &query);
    }
}

async fn malformed_forms(browser: &Browser, path: &str) {
    let form = Some("application/x-www-form-urlencoded");
    let deep = format!("a{}=1", "[x]".repeat(40));
    let bodies: [(Option<&str>, &[u8]); 9] = [
        (None, b""),
        (form, b""),
        (form, b"%ff=%ff&%"),
        (form, b"title=a&title=b&title[x]=c"),
        (form, b"version=x&rows[9999999999][value]=1&themes[]=nothing"),
        (form, deep.as_bytes()),
        (form, b"\x00\x01\x02"),
        (Some("application/json"), b"{\"title\":"),
        (Some("multipart/form-data; boundary=x"), b"--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhalf"),
    ];
    for (kind, body) in bodies {
        let answer = browser.send(Method::POST, path, kind, Body::from(body.to_vec())).await;
        assert_not_ours(&answer, &format!("{kind:?} {}", String::from_utf8_lossy(body)));
    }
}

async fn malformed_paths(browser: &Browser, method: &str, path: &str) {
    for value in
        ["%00", "%ff", "..%2f..%2fetc", "-1", "99999999999999999999", "%F0%9F%92%A5", "'%20OR%201=1", "a%0d%0ab"]
    {
        let parts = path.split('/').map(|part| if part.starts_with('{') { value } else { part });
        let path = parts.collect::<Vec<_>>().join("/");
        let answer = match method {
            "GET" => browser.get(&path).await,
            _ => browser.post(&path, &[]).await,
        };
        assert_not_ours(&answer, value);
        assert!(answer.status() >= 300, "{method} {path} answers {}", answer.status());
    }
}

#[tokio::test]
async fn the_clock_of_the_demonstration_goes_ahead_only_there_and_only_by_days_that_can_be() {
    TestApp::start().await.visitor().get("/demo/clock").await.expect(404);
    let app = TestApp::start_with(|config| config.demo = true).await;
    let visitor = app.visitor();
    let page = visitor.get("/demo/clock").await.ok();
    let before = app.now();
    for days in ["0", "401", "-3", "tomorrow", "", "1e2"] {
        let refused = visitor.press(&page, "Move the clock ahead", &[("days", days)]).await.expect(422);
        assert!(refused.error("days").contains("400"), "{days}: {:?}", refused.errors());
        assert_eq!((refused.value("days").as_str(), app.now()), (days, before));
    }
    let moved = visitor.submit(&page, "Move the clock ahead", &[("days", "30")]).await.ok();
    assert!(moved.notice().starts_with("The clock was moved."), "{}", moved.text());
    assert_eq!(app.now() - before, chrono::Duration::days(30));
}
