use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, header};
use chrono::{DateTime, Utc};
use cookie::Cookie;
use futures::{StreamExt as _, stream};
use greenbridge::clock::Clock;
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;
use url::form_urlencoded;

use super::Answer;

/// Where the site stands in tests.
pub const SITE: &str = "http://127.0.0.1:3000";

/// Cookies by name: their values and when they end.
type Jar = BTreeMap<String, (String, Option<DateTime<Utc>>)>;

/// A browser without scripts: keeps cookies as long as they last by the app's clock, and says where its posts come from.
#[derive(Clone)]
pub struct Browser {
    service: Router,
    clock: Clock,
    cookies: Arc<Mutex<Jar>>,
    /// Headers of every request.
    headers: Vec<(String, String)>,
}

/// A file to be sent with a form.
#[derive(Clone, Debug)]
pub struct File<'a> {
    pub field: &'a str,
    pub name: &'a str,
    pub media_type: &'a str,
    pub bytes: &'a [u8],
}

impl Browser {
    pub fn new(service: Router, clock: Clock) -> Self {
        Self { service, clock, cookies: Arc::default(), headers: Vec::new() }
    }

    /// The same browser, cookies included, with one more header in each of its requests, for example
    /// `browser.with("accept-language", "zh-CN")`. A header that it sends anyway is replaced; an empty one is left out.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut other = self.clone();
        other.headers.push((name.to_ascii_lowercase(), value.to_owned()));
        other
    }

    /// Reads an address. Redirects are not followed.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None, Body::empty()).await
    }

    /// Reads an address and follows redirects to the end.
    pub async fn open(&self, path: &str) -> Answer {
        let answer = self.get(path).await;
        self.follow(answer).await
    }

    /// Sends a form. Names may be nested (`benefits[0][unit]`) and may repeat.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::POST, path, Some("application/x-www-form-urlencoded"), Body::from(form)).await
    }

    /// Sends a form with files.
    pub async fn post_files(&self, path: &str, fields: &[(&str, &str)], files: &[File<'_>]) -> Answer {
        const BOUNDARY: &str = "----a-boundary-of-tests";
        let mut body = Vec::new();
        for (name, value) in fields {
            let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(head.as_bytes());
        }
        for file in files {
            let File { field, name, media_type, bytes } = file;
            let disposition = format!("Content-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"");
            let head = format!("--{BOUNDARY}\r\n{disposition}\r\nContent-Type: {media_type}\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        // In pieces, one after the other, as a network brings it.
        let pieces: Vec<Vec<u8>> = body.chunks(16 * 1024).map(<[u8]>::to_vec).collect();
        let coming = stream::iter(pieces).then(async |piece| {
            tokio::task::yield_now().await;
            Ok::<_, Infallible>(piece)
        });
        self.send(Method::POST, path, Some(&kind), Body::from_stream(coming)).await
    }

    /// Presses the button with the label `button` on a page, with all fields of its form as they stand there, except
    /// those in `changes`; what follows is opened. This is how a person uses a form: hidden fields are sent too.
    pub async fn submit(&self, page: &Answer, button: &str, changes: &[(&str, &str)]) -> Answer {
        let answer = self.press(page, button, changes).await;
        self.follow(answer).await
    }

    /// As [`Browser::submit`], without following redirects.
    pub async fn press(&self, page: &Answer, button: &str, changes: &[(&str, &str)]) -> Answer {
        let form = page.form(button);
        let mut fields = form.fields;
        fields.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
        fields.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let path = if form.action.is_empty() { page.path().to_owned() } else { form.action };
        match (form.post, form.files) {
            (true, true) => self.post_files(&path, &fields, &[]).await,
            (true, false) => self.post(&path, &fields).await,
            (false, _) => {
                let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
                self.get(&format!("{}?{query}", path.split('?').next().unwrap_or_default())).await
            }
        }
    }

    /// Goes where a redirect points, and on, until a page comes; other answers are given back as they are.
    pub async fn follow(&self, answer: Answer) -> Answer {
        let mut answer = answer;
        for _ in 0..10 {
            let Some(to) = answer.location() else { return answer };
            answer = self.get(&to).await;
        }
        panic!("redirected without end, at last to {:?}", answer.location())
    }

    /// Sends any request.
    pub async fn send(&self, method: Method, path: &str, kind: Option<&str>, body: Body) -> Answer {
        let path = path.strip_prefix(SITE).unwrap_or(path);
        let mut headers: BTreeMap<String, String> = BTreeMap::new();
        headers.insert("host".to_owned(), SITE.trim_start_matches("http://").to_owned());
        if method != Method::GET && method != Method::HEAD {
            headers.insert("origin".to_owned(), SITE.to_owned());
            headers.insert("sec-fetch-site".to_owned(), "same-origin".to_owned());
        }
        if let Some(kind) = kind {
            headers.insert("content-type".to_owned(), kind.to_owned());
        }
        let cookies = self.cookie_header();
        if !cookies.is_empty() {
            headers.insert("cookie".to_owned(), cookies);
        }
        headers.extend(self.headers.iter().cloned());
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers.iter().filter(|(_, value)| !value.is_empty()) {
            request = request.header(name, value);
        }
        let request = request.body(body).unwrap_or_else(|error| panic!("{path}: {error}"));
        let response = self.service.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(&Cookie::parse(cookie.to_str().unwrap().to_owned()).unwrap());
        }
        let bytes = body.collect().await.unwrap().to_bytes();
        Answer::new(path.to_owned(), parts, bytes)
    }

    /// Keeps a cookie as a browser does; one whose life is over is forgotten.
    pub fn keep(&self, cookie: &Cookie<'_>) {
        let ends = cookie.max_age().map(|life| self.clock.now() + chrono::Duration::seconds(life.whole_seconds()));
        self.cookies.lock().unwrap().insert(cookie.name().to_owned(), (cookie.value().to_owned(), ends));
    }

    /// The value of a cookie that is kept.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let cookies = self.cookies.lock().unwrap();
        cookies.get(name).filter(|(_, ends)| self.lives(*ends)).map(|(value, _)| value.clone())
    }

    /// A browser of its own with a copy of this one's cookies, as a thief would have them.
    pub fn copy(&self) -> Self {
        let cookies = self.cookies.lock().unwrap().clone();
        Self { cookies: Arc::new(Mutex::new(cookies)), ..self.clone() }
    }

    fn lives(&self, ends: Option<DateTime<Utc>>) -> bool {
        ends.is_none_or(|ends| ends > self.clock.now())
    }

    fn cookie_header(&self) -> String {
        let cookies = self.cookies.lock().unwrap();
        let living = cookies.iter().filter(|(_, (_, ends))| self.lives(*ends));
        living.map(|(name, (value, _))| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }
}
