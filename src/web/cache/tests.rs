use std::sync::atomic::AtomicUsize;

use axum::{
    Router,
    http::{HeaderMap, StatusCode},
    response::{Html, IntoResponse},
    routing::get,
};
use tokio::sync::Semaphore;
use tower::ServiceExt;
use tower_http::compression::CompressionLayer;

use super::*;

const TEXT: &str = "Membrane bioreactor and reverse osmosis for petroleum refining. ";

/// A site whose pages count how often they are made, and wait for leave to be finished.
struct Site {
    app: Router,
    made: Arc<AtomicUsize>,
    leave: Arc<Semaphore>,
    generation: Generation,
    cache: PageCache,
}

impl Site {
    fn new(settings: Settings) -> Self {
        let made = Arc::new(AtomicUsize::new(0));
        let leave = Arc::new(Semaphore::new(Semaphore::MAX_PERMITS));
        let generation = Generation::default();
        let cache = PageCache::new(settings, generation.clone(), |parts| {
            CompactKey::new(parts.headers.get("language").map_or("en", |language| language.to_str().unwrap()))
                .filter(|_| !parts.headers.contains_key("signed-in"))
        });
        let page = |answer: fn(usize) -> Response| {
            let (made, leave) = (Arc::clone(&made), Arc::clone(&leave));
            get(async move || {
                let number = made.fetch_add(1, Ordering::SeqCst) + 1;
                leave.acquire().await.unwrap().forget();
                answer(number)
            })
        };
        let app = Router::new()
            .route("/page", page(|number| (Cacheable, Html(format!("{number} {}", TEXT.repeat(50)))).into_response()))
            .route("/unmarked", page(|number| number.to_string().into_response()))
            .route("/missing", page(|_| (StatusCode::NOT_FOUND, Cacheable, "missing").into_response()))
            .route("/gone", page(|_| (StatusCode::GONE, Cacheable, "gone").into_response()))
            .route("/down", page(|_| (StatusCode::SERVICE_UNAVAILABLE, [("retry-after", "2")], "down").into_response()))
            .route("/cookie", page(|_| ([("set-cookie", "a=b")], Cacheable, "cookie").into_response()))
            .route("/private", page(|_| ([("cache-control", "private, no-store")], Cacheable, "mine").into_response()))
            .route("/long", page(|_| (Cacheable, TEXT.repeat(1_000)).into_response()))
            .layer(CompressionLayer::new())
            .layer(cache.clone());
        Self { app, made, leave, generation, cache }
    }

    async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Response {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
    }

    async fn get(&self, path: &str) -> String {
        text(self.ask("GET", path, &[]).await).await
    }

    fn made(&self) -> usize {
        self.made.load(Ordering::SeqCst)
    }
}

async fn bytes(response: Response) -> bytes::Bytes {
    axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap()
}

async fn text(response: Response) -> String {
    String::from_utf8(bytes(response).await.to_vec()).unwrap()
}

fn field<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).unwrap_or_else(|| panic!("no {name} in {headers:?}")).to_str().unwrap()
}

#[tokio::test]
async fn a_page_is_made_once_and_answered_alike() {
    let site = Site::new(Settings::default());
    let first = site.ask("GET", "/page", &[]).await;
    let second = site.ask("GET", "/page", &[]).await;
    assert_eq!(first.headers(), second.headers());
    assert_eq!(field(second.headers(), "content-type"), "text/html; charset=utf-8");
    assert_eq!(field(second.headers(), "cache-control"), "no-cache");
    assert_eq!(bytes(first).await, bytes(second).await);
    assert_eq!(site.made(), 1);
    assert!(site.cache.weight() > 0);
}

#[tokio::test]
async fn another_query_or_language_is_another_page() {
    let site = Site::new(Settings::default());
    for (path, language) in [("/page", "en"), ("/page?q=a", "en"), ("/page?q=b", "en"), ("/page", "zh")] {
        for _ in 0..2 {
            site.ask("GET", path, &[("language", language)]).await;
        }
    }
    assert_eq!(site.made(), 4);
}

#[tokio::test]
async fn a_change_anywhere_makes_pages_anew() {
    let site = Site::new(Settings::default());
    assert!(site.get("/page").await.starts_with("1 "));
    site.generation.advance();
    assert!(site.get("/page").await.starts_with("2 "));
    assert!(site.get("/page").await.starts_with("2 "));
}

#[tokio::test]
async fn a_page_made_while_something_changed_is_not_kept() {
    let site = Arc::new(Site::new(Settings::default()));
    site.leave.forget_permits(Semaphore::MAX_PERMITS);
    let early = tokio::spawn({
        let site = Arc::clone(&site);
        async move { site.get("/page").await }
    });
    while site.made() == 0 {
        tokio::task::yield_now().await;
    }
    site.generation.advance();
    site.leave.add_permits(2);
    assert!(early.await.unwrap().starts_with("1 "));
    assert!(site.get("/page").await.starts_with("2 "));
}

#[tokio::test]
async fn a_page_is_made_anew_when_its_time_is_over() {
    let site = Site::new(Settings { age: Duration::from_millis(1), ..Settings::default() });
    site.get("/page").await;
    tokio::time::sleep(Duration::from_millis(5)).await;
    site.get("/page").await;
    assert_eq!(site.made(), 2);
}

#[tokio::test]
async fn each_encoding_is_kept_with_its_own_tag() {
    let site = Site::new(Settings::default());
    let mut tags = Vec::new();
    for (accepted, encoding) in [("gzip, deflate, br, zstd", Some("br")), ("gzip", Some("gzip")), ("", None)] {
        for _ in 0..2 {
            let answer = site.ask("GET", "/page", &[("accept-encoding", accepted)]).await;
            let headers = answer.headers().clone();
            assert_eq!(headers.get("content-encoding").map(|value| value.to_str().unwrap()), encoding);
            assert_eq!(headers.get_all("vary").iter().filter(|vary| *vary == "accept-encoding").count(), 1);
            assert_eq!(field(&headers, "content-length"), bytes(answer).await.len().to_string());
            tags.push(field(&headers, "etag").to_owned());
        }
    }
    tags.dedup();
    assert_eq!((tags.len(), site.made()), (3, 3));
    let odd = site.ask("GET", "/page", &[("accept-encoding", "br;q=0.2, gzip;q=0.1")]).await;
    assert_eq!(field(odd.headers(), "etag"), tags[0], "other words for the same wish find the same page");
}

#[tokio::test]
async fn a_reader_who_has_the_page_gets_304() {
    let site = Site::new(Settings::default());
    let tag = field(site.ask("GET", "/page", &[]).await.headers(), "etag").to_owned();
    for (known, status) in [
        (tag.clone(), 304),
        (format!("W/{tag}"), 304),
        (format!("\"other\", {tag}"), 304),
        ("*".to_owned(), 304),
        ("\"other\"".to_owned(), 200),
    ] {
        for method in ["GET", "HEAD"] {
            let answer = site.ask(method, "/page", &[("if-none-match", &known)]).await;
            assert_eq!(answer.status().as_u16(), status, "for {known}");
            assert_eq!(field(answer.headers(), "etag"), tag);
        }
    }
    let answer = site.ask("GET", "/page", &[("if-none-match", &tag)]).await;
    assert_eq!(bytes(answer).await.len(), 0);
}

#[tokio::test]
async fn head_says_what_get_would_and_fills_the_cache() {
    let site = Site::new(Settings::default());
    for _ in 0..2 {
        let head = site.ask("HEAD", "/page", &[]).await;
        let headers = head.headers().clone();
        assert_eq!(bytes(head).await.len(), 0);
        let get = site.ask("GET", "/page", &[]).await;
        assert_eq!(&headers, get.headers());
    }
    assert_eq!(site.made(), 1);
}

#[tokio::test]
async fn personal_answers_are_never_kept_nor_given() {
    let site = Site::new(Settings::default());
    for personal in [
        ("cookie", "language=zh; __Host-session=x"),
        ("cookie", "session=x"),
        ("authorization", "Bearer x"),
        ("signed-in", "1"),
    ] {
        let before = site.made();
        site.ask("GET", "/page", &[]).await;
        for _ in 0..2 {
            let answer = site.ask("GET", "/page", &[personal]).await;
            assert!(!answer.headers().contains_key("etag"), "{personal:?} must not get the anonymous page");
        }
        assert_eq!(site.made(), before + 2 + usize::from(before == 0));
    }
}

#[tokio::test]
async fn what_is_unmarked_or_no_page_or_meant_for_one_is_not_kept() {
    let site = Site::new(Settings::default());
    for path in ["/unmarked", "/missing", "/gone", "/down", "/cookie", "/private"] {
        let before = site.made();
        for _ in 0..3 {
            site.get(path).await;
        }
        assert_eq!(site.made(), before + 3, "{path}");
    }
    site.ask("POST", "/page", &[]).await;
}

#[tokio::test]
async fn a_page_that_is_too_long_is_answered_whole_and_not_kept() {
    let site = Site::new(Settings { largest: 1_000, ..Settings::default() });
    for _ in 0..2 {
        assert_eq!(site.get("/long").await, TEXT.repeat(1_000));
    }
    assert_eq!(site.made(), 2);
}

#[tokio::test]
async fn a_body_of_unknown_length_is_handed_on_whole_when_it_grows_too_long() {
    let pieces = || futures::stream::iter((0..10).map(|_| Ok::<_, std::io::Error>("abc")));
    assert!(matches!(collect(Body::from_stream(pieces()), 30).await, Collected::Whole(bytes) if bytes.len() == 30));
    match collect(Body::from_stream(pieces()), 10).await {
        Collected::Beyond(body) => assert_eq!(axum::body::to_bytes(body, 100).await.unwrap(), "abc".repeat(10)),
        Collected::Whole(_) => panic!("it is too long"),
    }
}

#[tokio::test]
async fn a_stampede_makes_the_page_once() {
    let site = Arc::new(Site::new(Settings::default()));
    site.leave.forget_permits(Semaphore::MAX_PERMITS);
    let readers = readers(&site, "/page", 100).await;
    site.leave.add_permits(100);
    for answer in readers {
        assert!(text(answer.await.unwrap()).await.starts_with("1 "));
    }
    assert_eq!(site.made(), 1);
}

#[tokio::test]
async fn those_who_waited_for_a_failure_get_it_and_the_next_tries_again() {
    let site = Arc::new(Site::new(Settings::default()));
    site.leave.forget_permits(Semaphore::MAX_PERMITS);
    let readers = readers(&site, "/down", 100).await;
    site.leave.add_permits(100);
    for answer in readers {
        let answer = answer.await.unwrap();
        assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(field(answer.headers(), "retry-after"), "2");
        assert_eq!(text(answer).await, "down");
    }
    assert_eq!(site.made(), 1);
    site.get("/down").await;
    assert_eq!(site.made(), 2);
}

#[tokio::test]
async fn readers_of_what_is_not_kept_do_not_wait_for_one_another() {
    let site = Arc::new(Site::new(Settings::default()));
    site.get("/unmarked").await;
    site.leave.forget_permits(Semaphore::MAX_PERMITS);
    let readers = readers(&site, "/unmarked", 20).await;
    while site.made() < 21 {
        tokio::task::yield_now().await;
    }
    site.leave.add_permits(20);
    for answer in readers {
        assert_eq!(answer.await.unwrap().status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn when_the_one_who_makes_the_page_leaves_another_makes_it() {
    let site = Arc::new(Site::new(Settings::default()));
    site.leave.forget_permits(Semaphore::MAX_PERMITS);
    let mut readers = readers(&site, "/page", 3).await;
    readers.remove(0).abort();
    while site.made() < 2 {
        tokio::task::yield_now().await;
    }
    site.leave.add_permits(1);
    for answer in readers {
        assert!(text(answer.await.unwrap()).await.starts_with("2 "));
    }
    assert_eq!(site.made(), 2);
}

#[tokio::test]
async fn what_is_kept_stays_within_its_weight() {
    let site = Site::new(Settings { weight: 40_000, ..Settings::default() });
    for number in 0..200 {
        site.get(&format!("/page?number={number}")).await;
    }
    assert!(site.cache.weight() <= 40_000 && site.cache.weight() > 0);
}

#[test]
fn a_key_holds_sixteen_bytes() {
    assert!(CompactKey::new("zh-Hans-CN-x-abc").is_some());
    assert!(CompactKey::new("zh-Hans-CN-x-abcd").is_none());
    assert_ne!(CompactKey::new("zh"), CompactKey::new("en"));
}

/// Readers who ask for one page at the same moment; the first of them is at it, the others had their chance.
async fn readers(site: &Arc<Site>, path: &'static str, number: usize) -> Vec<tokio::task::JoinHandle<Response>> {
    let before = site.made();
    let ask = || {
        let site = Arc::clone(site);
        tokio::spawn(async move { site.ask("GET", path, &[]).await })
    };
    let mut readers = vec![ask()];
    while site.made() == before {
        tokio::task::yield_now().await;
    }
    readers.extend((1..number).map(|_| ask()));
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    readers
}
