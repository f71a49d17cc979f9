//! Bad input: every form that stands on a page, filled in with nonsense of many kinds, and every query with nonsense for
//! each of its parameters. Nothing of it may be our fault, change a row, or lose what somebody has typed.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Method;
use greenbridge::entity::membership;
use greenbridge::labels::Claim;
use greenbridge::listings::content::Body as Kind;
use greenbridge::search::Facet;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, Statement};
use url::form_urlencoded;

use crate::support::{Answer, Browser, File, Market, Post, TestApp, offer};

const FORM: Option<&str> = Some("application/x-www-form-urlencoded");

/// Pages with forms, and who reads them.
struct Page {
    who: Who,
    path: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Who {
    Visitor,
    Person,
    Provider,
    Agency,
    Moderator,
    Focal,
    Administrator,
}

const fn page(who: Who, path: &'static str) -> Page {
    Page { who, path }
}

/// Sends a table; gives the path of its import.
async fn sent(browser: &Browser) -> String {
    let file = File { field: "file", name: "t.csv", media_type: "text/csv", bytes: b"Title\nReeds\n" };
    browser.post_files("/workspace/import", &[], &[file]).await.expect(303).location().unwrap()
}

/// A market in which every form can be met.
struct Site {
    market: Market,
    browsers: Vec<(Who, Browser)>,
    names: Vec<(&'static str, String)>,
}

impl Site {
    async fn open() -> Self {
        let app = TestApp::start_with(|config| {
            config.limits.sign_up_per_hour = 100_000;
            config.limits.sign_in_per_minute = 100_000;
        });
        let market = Market::open_in(app.await).await;
        let app = &market.app;
        let mut claimed = offer("Pumps");
        if let Kind::Offer(offer) = &mut claimed.body {
            let (scheme, number) = ("TH-TGL".to_owned(), "TGL-8".to_owned());
            let valid_until = "2027-06-30".parse().ok();
            offer.certificates.push(Claim { scheme, number, holder: "R".to_owned(), valid_until, ..Claim::default() });
        }
        let fresh = app.published(&market.provider, &offer("Settlers")).await.reference;
        let about = app.published(&market.provider, &offer("Clarifiers")).await.reference;
        let waiting = app.submitted(&market.provider, &offer("Filters")).await.reference;
        // The newest case, which the moderator holds.
        app.submitted(&market.provider, &claimed).await;
        let colleague = app.colleague("Linh Vo", &market.provider, greenbridge::auth::MemberRole::Editor).await;
        // The provider has a second organisation and a second session, to change over to and to end.
        let second = membership::ActiveModel {
            organisation_id: Set(market.agency.organisation_id.unwrap()),
            account_id: Set(market.provider.account_id),
            role: Set("viewer".to_owned()),
            created_at: Set(app.now()),
            ..Default::default()
        };
        second.insert(app.db.conn()).await.unwrap();
        app.sign_in(&market.provider).await;
        let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
        let moderator = app.sign_in(&market.moderator).await;
        let administrator = app.sign_in(&app.administrator("Ada Admin").await).await;
        let person = app.sign_in(&app.person("Dara Sok").await).await;
        let thread = market.interest(&agency).await;
        // Messages 1 and 3 of the provider, of which the first was reported, and 2 of the agency; a text was proposed.
        let write = async |browser: &Browser, body| {
            browser.post(&format!("{thread}/messages"), &[("body", body)]).await.expect(303);
        };
        write(&provider, "One").await;
        write(&agency, "Two").await;
        write(&provider, "Three").await;
        agency.post(&format!("{thread}/messages/1/report"), &[("reason", "Rude.")]).await.expect(303);
        let proposal = agency.get(&format!("{thread}/nda")).await.ok();
        let signed = [("name", "Mei Lin"), ("agree[]", "yes")];
        agency.press(&proposal, "Propose and accept", &signed).await.expect(303);
        // An agreement that began long ago, whose effect the provider has entered.
        let said = [("purpose[]", "sale"), ("country", "SG"), ("message", "May we?"), ("then", "send")];
        let agreed = agency.post(&format!("/listings/{about}/interest"), &said).await.expect(303).location().unwrap();
        app.sent_long_ago(&agreed).await;
        for action in ["acknowledge", "discuss", "accept", "negotiate", "agree"] {
            let terms = [("kind", "sale"), ("starts", "2026-01-15")];
            provider.post(&format!("{agreed}/{action}"), &terms).await.expect(303);
        }
        let late = [("number", "0"), ("kind", "none"), ("reason", "Late.")];
        provider.post(&format!("{agreed}/effects/6"), &late).await.expect(303);
        let case = market.case().await;
        moderator.post(&format!("{case}/claim"), &[]).await.expect(303);
        let profile = [
            ("name", "Lumen Water"),
            ("legal_name", "Lumen Water"),
            ("sector", "private"),
            ("country", "SG"),
            ("registration_number", "1"),
            ("size", "small"),
        ];
        person.post("/organisations/new", &profile).await.expect(303);
        person.post("/organisations/lumen-water/verification", &[]).await.expect(303);
        provider.post("/interests/calendar", &[]).await.expect(200);
        let logo = File { field: "file", name: "logo.png", media_type: "image/png", bytes: &crate::files::png() };
        provider.post_files("/organisations/red-river-membranes/logo", &[], &[logo]).await.expect(303);
        let members = "/organisations/red-river-membranes/members";
        provider.post(members, &[("email", "guest@example.org"), ("role", "viewer")]).await.expect(303);
        provider.post(members, &[("email", "dara.sok@example.org"), ("role", "viewer")]).await.expect(303);
        let invitation = app.last_mail("dara.sok@example.org").await.link("/invitations/").replace("/en/", "/");
        app.visitor().post("/forgot", &[("email", "linh.vo@example.org")]).await.expect(303);
        let reset = app.last_mail("linh.vo@example.org").await.link("/reset/").replace("/en/", "/");
        let sign_up =
            [("name", "New"), ("email", "new@example.org"), ("password", "orchid tram lantern"), ("terms", "1")];
        app.visitor().post("/sign-up", &sign_up).await.expect(303);
        let verify = app.last_mail("new@example.org").await.link("/verify/").replace("/en/", "/");
        let focal = app.sign_in(&app.focal_point("Thu Ha", "Agency for Clean Production", "VN").await).await;
        let request = format!("/listings/{}", market.request.reference);
        focal.post(&format!("{request}/questions"), &[("question", "Where is it?")]).await.expect(303);
        focal.post(&format!("{request}/endorsement"), &[("text", "It is needed.")]).await.expect(303);
        // One has answered the request, and another may.
        let answer = [("purpose[]", "sale"), ("country", "VN"), ("message", "We can."), ("then", "send")];
        focal.post(&format!("{request}/interest"), &answer).await.expect(303);
        let [uploaded, checked] = [sent(&provider).await, sent(&provider).await];
        let columns = [("kind", "offer"), ("language", "en"), ("mode", "drafts"), ("columns[]", "title")];
        provider.post(&format!("{checked}/columns"), &columns).await.expect(303);
        app.run_jobs().await;
        let unsubscribe = app.last_mail(&market.provider.email).await.link("/unsubscribe/").replace("/en/", "/");
        let names = vec![
            ("{unsubscribe}", unsubscribe),
            ("{picked}", format!("/interests/close?pick[]={}", thread.rsplit('/').next().unwrap_or_default())),
            ("{uploaded}", uploaded),
            ("{checked}", checked),
            ("{draft}", market.draft.reference.clone()),
            ("{offer}", market.offer.reference.clone()),
            ("{request}", market.request.reference.clone()),
            ("{fresh}", fresh),
            ("{waiting}", waiting),
            ("{thread}", thread),
            ("{agreed}", agreed),
            ("{case}", case),
            ("{invitation}", invitation),
            ("{reset}", reset),
            ("{verify}", verify),
            ("{colleague}", colleague.account_id.to_string()),
        ];
        let browsers = vec![
            (Who::Visitor, app.visitor()),
            (Who::Person, person),
            (Who::Provider, provider),
            (Who::Agency, agency),
            (Who::Moderator, moderator),
            (Who::Focal, focal),
            (Who::Administrator, administrator),
        ];
        Self { market, browsers, names }
    }

    fn browser(&self, who: Who) -> &Browser {
        &self.browsers.iter().find(|(known, _)| *known == who).unwrap().1
    }

    fn path(&self, path: &str) -> String {
        self.names.iter().fold(path.to_owned(), |path, (name, value)| path.replace(name, value))
    }

    /// Counts and versions of all that people make, in one figure for each.
    async fn rows(&self) -> String {
        let db = self.market.app.db.conn();
        let counted = [
            "account",
            "organisation",
            "membership",
            "invitation",
            "listing",
            "draft",
            "revision",
            "review_case",
            "file",
            "interest",
            "interest_event",
            "interest_message",
            "message_version",
            "message_report",
            "nda",
            "nda_text",
            "nda_acceptance",
            "effect_report",
            "effect_consent",
            "answer",
            "answer_decision",
            "answer_result",
            "certificate",
            "audit",
            "job",
            "request_entry",
            "request_follower",
        ];
        let versioned = ["account", "organisation", "listing", "draft", "review_case", "interest", "certificate"];
        let counts = counted.iter().map(|table| format!("(SELECT 'n=' || count(*) FROM {table})"));
        let versions = versioned.iter().map(|table| format!("(SELECT 'v=' || coalesce(sum(version), 0) FROM {table})"));
        let sql = format!("SELECT {} AS rows", counts.chain(versions).collect::<Vec<_>>().join(" || ' ' || "));
        let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap().unwrap();
        row.try_get("", "rows").unwrap()
    }
}

/// What is typed into a field. The first is nothing, the others are wrong for whatever is not free text.
fn nonsense() -> [String; 9] {
    [
        String::new(),
        "a\0b".to_owned(),
        "x".repeat(20_001),
        "99999999999999999999999999999999999999".to_owned(),
        "-99999999999".to_owned(),
        "2026-02-31".to_owned(),
        "1e400".to_owned(),
        "\u{1b}[31m\u{202e}\r\n\u{7f}'\"><b>".to_owned(),
        "💥 OR 1=1; --".to_owned(),
    ]
}

/// Choices of which only matters whether they were made.
const FLAGS: [&str; 2] = ["nda[]", "checks[]"];

/// Of these, the ones that are tried in each field alone.
const ALONE: [usize; 4] = [1, 2, 3, 5];

/// As a form may show what was typed: without control characters, which have no place in a text, and line ends as one.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && *c != '\u{fffd}').collect::<String>().trim().to_owned()
}

struct Trial<'a> {
    site: &'a Site,
    browser: &'a Browser,
    post: &'a Post,
    rows: String,
    /// Whether something was taken, so that the page has to be read anew.
    taken: bool,
}

impl Trial<'_> {
    async fn send(&mut self, fields: &[(String, String)], what: &str) -> Answer {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = if self.post.files {
            self.browser.post_files(&self.post.action, &fields, &[]).await
        } else {
            self.browser.post(&self.post.action, &fields).await
        };
        self.judge(&answer, what, &fields).await;
        answer
    }

    async fn judge(&mut self, answer: &Answer, what: &str, typed: &[(&str, &str)]) {
        let name = format!("POST {} {:?} with {what}", self.post.action, self.post.button);
        assert!(answer.status() < 500, "{name}: {}", answer.status());
        if answer.status() < 400 {
            self.taken = true;
            self.rows = self.site.rows().await;
            return;
        }
        assert_eq!(self.site.rows().await, self.rows, "{name} was refused with {} and changed a row", answer.status());
        if answer.status() != 422 {
            return;
        }
        assert!(answer.title().starts_with("Error:") && !answer.errors().is_empty(), "{name}: {}", answer.title());
        let dangling = answer.dangling_errors();
        assert!(dangling.is_empty(), "{name}: errors {dangling:?} lead to no field");
        let values = answer.values();
        for (field, text) in typed {
            let kind = self.post.controls.iter().find(|(name, _)| name == field).map_or("", |(_, kind)| kind.as_str());
            // An empty row may go.
            if shown(text).is_empty()
                || !matches!(kind, "text" | "textarea" | "email" | "url" | "search" | "date" | "number")
            {
                continue;
            }
            let kept = values.iter().find(|(name, _)| name == field).map(|(_, value)| shown(value));
            assert!(kept == Some(shown(text)), "{name}: what was typed into {field} is lost");
        }
    }

    /// The whole form, filled with one kind of nonsense at a time.
    async fn whole(&mut self) {
        let with = |value: &str| -> Vec<(String, String)> {
            let fields = self.post.controls.iter().map(|(name, _)| (name.clone(), value.to_owned()));
            fields.chain(self.post.button.clone()).collect()
        };
        let filled: Vec<_> = nonsense().iter().map(|value| (with(value), format!("{value:.20?} everywhere"))).collect();
        self.send(&[], "nothing").await;
        for (fields, what) in filled {
            self.send(&fields, &what).await;
        }
        let twice: Vec<_> = self.post.fields.iter().flat_map(|field| [field.clone(), field.clone()]).collect();
        self.send(&twice, "every field twice").await;
        let odd = |name: &String| {
            let base = name.split('[').next().unwrap_or_default();
            [format!("{base}[9999999999][x]"), format!("{base}[a][b][c]"), format!("{base}[7]"), format!("{base}[2][]")]
        };
        for place in 0..4 {
            let fields = self.post.controls.iter().map(|(name, _)| (odd(name)[place].clone(), "1".to_owned()));
            let fields: Vec<_> = fields.chain(self.post.button.clone()).collect();
            self.send(&fields, "odd names").await;
        }
        self.raw().await;
    }

    /// What no browser sends: bytes that are no text, halves of escapes, other kinds of content.
    async fn raw(&mut self) {
        let names: Vec<String> = self.post.controls.iter().map(|(name, _)| encoded(name)).collect();
        let pairs = |value: &str| names.iter().map(|name| format!("{name}={value}")).collect::<Vec<_>>().join("&");
        let mut bytes = pairs("a").into_bytes();
        bytes.extend_from_slice(b"&x=\xff\xfe\x00");
        let bodies: [(Option<&str>, Vec<u8>); 5] = [
            (FORM, pairs("%ff%fe%80").into_bytes()),
            (FORM, pairs("%00").into_bytes()),
            (FORM, pairs("%").into_bytes()),
            (FORM, bytes),
            (Some("application/json"), b"{\"name\":1}".to_vec()),
        ];
        for (kind, body) in bodies {
            let what = format!("{kind:?} {:.60}", String::from_utf8_lossy(&body));
            let answer = self.browser.send(Method::POST, &self.post.action, kind, Body::from(body)).await;
            self.judge(&answer, &what, &[]).await;
        }
    }

    /// One field at a time, the others as they stand on the page.
    async fn alone(&mut self, name: &str, kind: &str) {
        for value in ALONE.map(|place| nonsense()[place].clone()) {
            let mut fields = self.post.fields.clone();
            fields.retain(|(other, _)| other != name);
            fields.push((name.to_owned(), value.clone()));
            fields.extend(self.post.button.clone());
            let what = format!("{name}={value:.20?}");
            let answer = self.send(&fields, &what).await;
            let code = matches!(kind, "select" | "radio")
                || (kind == "checkbox" && name.ends_with("[]") && !FLAGS.contains(&name));
            assert!(!code || answer.status() >= 400 || answer.status() == 200, "{}: {what} is taken", self.post.action);
        }
    }
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// Controls of a form that are tried alone: of rows and long lists only the first ones.
fn tried(post: &Post) -> Vec<(String, String)> {
    let base = |name: &str| name.split(['[', ']']).next().unwrap_or_default().to_owned();
    let mut seen: Vec<String> = Vec::new();
    let mut found = Vec::new();
    for (name, kind) in post.controls.iter().filter(|(_, kind)| kind != "file") {
        if name.contains('[') && !name.contains("[0]") {
            if seen.contains(&base(name)) {
                continue;
            }
            seen.push(base(name));
        }
        found.push((name.clone(), kind.clone()));
    }
    found
}

/// The pattern of the route table that an address of a form matches.
fn pattern(action: &str) -> Option<&'static str> {
    let path = action.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let mut found: Vec<_> = greenbridge::app::route_table()
        .into_iter()
        .filter(|route| route.method == "POST")
        .filter(|route| {
            let pattern: Vec<&str> = route.path.split('/').collect();
            let same = |(one, other): (&&str, &&str)| one.starts_with('{') || one == other;
            pattern.len() == parts.len() && pattern.iter().zip(&parts).all(same)
        })
        .map(|route| route.path)
        .collect();
    found.sort_by_key(|path| path.matches('{').count());
    found.first().copied()
}

/// Tries all forms of some pages and says which routes they belong to.
async fn try_forms(pages: &[Page]) -> BTreeSet<&'static str> {
    let mut site = Site::open().await;
    let mut tried_routes = BTreeSet::new();
    for page in pages {
        let mut done: BTreeSet<(String, String)> = BTreeSet::new();
        loop {
            let answer = site.browser(page.who).get(&site.path(page.path)).await.ok();
            let posts = answer.posts();
            assert!(!posts.is_empty(), "{} has no form for {:?}", page.path, page.who);
            // Buttons of one form differ in a value only; its first and its last one are tried.
            let next = posts.iter().enumerate().find_map(|(place, post)| {
                let name = post.button.as_ref().map_or(String::new(), |(name, value)| format!("{name}={value}"));
                let key = (pattern(&post.action).unwrap_or_default().to_owned(), name);
                let same = |other: &Post| other.action == post.action && other.controls == post.controls;
                let outer = posts.iter().position(same) == Some(place) || posts.iter().rposition(same) == Some(place);
                (outer && !done.contains(&key)).then(|| (key, post.clone()))
            });
            let Some((key, post)) = next else { break };
            done.insert(key);
            tried_routes.extend(pattern(&post.action));
            let rows = site.rows().await;
            let mut trial = Trial { site: &site, browser: site.browser(page.who), post: &post, rows, taken: false };
            trial.whole().await;
            let mut vanished = trial.taken;
            for (name, kind) in tried(&post) {
                if vanished {
                    let again = site.browser(page.who).get(&site.path(page.path)).await;
                    let there = again.status() == 200 && again.posts().iter().any(|other| other.action == post.action);
                    if !there {
                        site = Site::open().await;
                    }
                }
                let browser = site.browser(page.who);
                let fresh = browser.get(&site.path(page.path)).await.ok();
                let same =
                    |other: &Post| pattern(&other.action) == pattern(&post.action) && other.button == post.button;
                let Some(post) = fresh.posts().into_iter().find(same) else { break };
                let rows = site.rows().await;
                let mut trial = Trial { site: &site, browser, post: &post, rows, taken: false };
                trial.alone(&name, &kind).await;
                vanished = trial.taken;
            }
            let again = site.browser(page.who).get(&site.path(page.path)).await;
            if again.status() != 200 || !again.posts().iter().any(|other| other.action == post.action) {
                site = Site::open().await;
            }
        }
    }
    tried_routes
}

const OF_ACCOUNTS: &[Page] = &[
    page(Who::Visitor, "/sign-up"),
    page(Who::Visitor, "/sign-in"),
    page(Who::Visitor, "/forgot"),
    page(Who::Visitor, "/verify"),
    page(Who::Visitor, "{verify}"),
    page(Who::Visitor, "{reset}"),
    page(Who::Person, "{invitation}"),
    page(Who::Provider, "/account"),
    page(Who::Provider, "/acting"),
];

const OF_ORGANISATIONS: &[Page] = &[
    page(Who::Person, "/organisations/new"),
    page(Who::Provider, "/organisations/red-river-membranes/edit"),
    page(Who::Provider, "/organisations/red-river-membranes/logo"),
    page(Who::Provider, "/organisations/red-river-membranes/members"),
    page(Who::Provider, "/organisations/red-river-membranes/leave"),
    page(Who::Moderator, "/organisations/lumen-water/verify"),
];

const OF_LISTINGS: &[Page] = &[
    page(Who::Provider, "/listings/new"),
    page(Who::Provider, "/listings/{offer}/edit"),
    page(Who::Provider, "/listings/{waiting}/edit"),
    page(Who::Provider, "/listings/{offer}/archive"),
    page(Who::Provider, "/listings/{draft}/edit/texts"),
    page(Who::Provider, "/listings/{draft}/edit/themes"),
    page(Who::Provider, "/listings/{draft}/edit/readiness"),
    page(Who::Provider, "/listings/{draft}/edit/ip"),
    page(Who::Provider, "/listings/{draft}/edit/cooperation"),
    page(Who::Provider, "/listings/{draft}/edit/countries"),
    page(Who::Provider, "/listings/{draft}/edit/cost"),
    page(Who::Provider, "/listings/{draft}/edit/files"),
    page(Who::Provider, "/listings/{draft}/edit/languages/th"),
    page(Who::Provider, "/listings/{draft}/edit/check"),
];

const OF_ROWS: &[Page] = &[
    page(Who::Provider, "/listings/{draft}/edit/benefits"),
    page(Who::Provider, "/listings/{draft}/edit/performance"),
    page(Who::Provider, "/listings/{draft}/edit/treatments"),
    page(Who::Provider, "/listings/{draft}/edit/references"),
];

const OF_NEEDS: &[Page] = &[
    page(Who::Provider, "/listings/{draft}/edit/certificates"),
    page(Who::Agency, "/listings/{request}/edit/request"),
];

const OF_TABLES: &[Page] =
    &[page(Who::Provider, "/workspace/import"), page(Who::Provider, "{uploaded}"), page(Who::Provider, "{checked}")];

const OF_EXCHANGES: &[Page] = &[
    page(Who::Agency, "/listings/{fresh}/interest"),
    page(Who::Provider, "{thread}"),
    page(Who::Agency, "{thread}"),
    page(Who::Provider, "{thread}/desk"),
    page(Who::Provider, "/interests/board"),
    page(Who::Provider, "{picked}"),
    page(Who::Provider, "/interests/calendar"),
];

const OF_MESSAGES: &[Page] = &[
    page(Who::Provider, "{thread}/messages/3/edit"),
    page(Who::Provider, "{thread}/messages/2/report"),
    page(Who::Provider, "{thread}/steps/1/report"),
    page(Who::Provider, "{thread}/nda"),
    page(Who::Provider, "{thread}/nda?text=platform"),
    page(Who::Provider, "/organisations/red-river-membranes/nda"),
    page(Who::Moderator, "/moderation/messages/1"),
];

#[tokio::test]
async fn forms_of_messages_take_no_nonsense_and_lose_nothing() {
    try_forms(OF_MESSAGES).await;
}

const OF_EFFECTS: &[Page] = &[
    page(Who::Provider, "{agreed}/effects/6"),
    page(Who::Agency, "{agreed}/effects/6"),
    page(Who::Provider, "{agreed}"),
];

#[tokio::test]
async fn forms_of_realised_effects_take_no_nonsense_and_lose_nothing() {
    try_forms(OF_EFFECTS).await;
}

const OF_REVIEWS: &[Page] = &[
    page(Who::Moderator, "{case}"),
    page(Who::Moderator, "/moderation"),
    page(Who::Moderator, "/moderation/certificates"),
    page(Who::Moderator, "/listings/{offer}/evidence"),
    page(Who::Moderator, "/listings/{offer}/remove"),
];

const OF_REQUESTS: &[Page] = &[
    page(Who::Provider, "/listings/{request}"),
    page(Who::Provider, "/listings/{request}/follow"),
    page(Who::Focal, "/listings/{request}/questions"),
    page(Who::Agency, "/listings/{request}/questions"),
    page(Who::Moderator, "/listings/{request}/questions"),
    page(Who::Agency, "/listings/{request}/addenda"),
    page(Who::Focal, "/listings/{request}/endorsement"),
    page(Who::Agency, "/listings/{request}/outcome"),
    page(Who::Agency, "/listings/{request}/answers"),
    page(Who::Provider, "/listings/{request}/interest"),
];

#[tokio::test]
async fn forms_of_published_requests_take_no_nonsense_and_lose_nothing() {
    try_forms(OF_REQUESTS).await;
}

const OF_NOTICES: &[Page] = &[
    page(Who::Provider, "/notifications"),
    page(Who::Provider, "/account/notifications"),
    page(Who::Visitor, "{unsubscribe}"),
];

const OF_REGISTERS: &[Page] = &[
    page(Who::Administrator, "/admin/registers/keyword/new"),
    page(Who::Administrator, "/admin/registers/holiday/new"),
    page(Who::Administrator, "/admin/registers/scheme/entries/TH-TGL"),
    page(Who::Administrator, "/admin/registers/recognition/new"),
];

#[tokio::test]
async fn forms_of_registers_take_no_nonsense_and_lose_nothing() {
    try_forms(OF_REGISTERS).await;
}

#[tokio::test]
async fn forms_of_notifications_take_no_nonsense_and_lose_nothing() {
    try_forms(OF_NOTICES).await;
}

#[tokio::test]
async fn forms_of_accounts_take_no_nonsense_and_lose_nothing() {
    try_forms(OF_ACCOUNTS).await;
}

#[tokio::test]
async fn forms_of_tables_take_no_nonsense_and_lose_nothing() {
    try_forms(OF_TABLES).await;
}

#[tokio::test]
async fn forms_of_organisations_take_no_nonsense_and_lose_nothing() {
    try_forms(OF_ORGANISATIONS).await;
}

#[tokio::test]
async fn forms_of_listings_take_no_nonsense_and_lose_nothing() {
    try_forms(OF_LISTINGS).await;
}

#[tokio::test]
async fn forms_with_rows_take_no_nonsense_and_lose_nothing() {
    try_forms(OF_ROWS).await;
}

#[tokio::test]
async fn forms_of_certificates_and_requests_take_no_nonsense_and_lose_nothing() {
    try_forms(OF_NEEDS).await;
}

#[tokio::test]
async fn forms_of_interest_take_no_nonsense_and_lose_nothing() {
    try_forms(OF_EXCHANGES).await;
}

#[tokio::test]
async fn forms_of_review_take_no_nonsense_and_lose_nothing() {
    try_forms(OF_REVIEWS).await;
}

/// A form that is added has to stand on one of the pages above.
#[tokio::test]
async fn every_route_that_takes_a_form_is_tried() {
    let site = Site::open().await;
    let mut met: BTreeSet<&str> = BTreeSet::new();
    for page in [
        OF_ACCOUNTS,
        OF_ORGANISATIONS,
        OF_LISTINGS,
        OF_ROWS,
        OF_NEEDS,
        OF_TABLES,
        OF_EXCHANGES,
        OF_MESSAGES,
        OF_EFFECTS,
        OF_REVIEWS,
        OF_REQUESTS,
        OF_REGISTERS,
        OF_NOTICES,
    ]
    .into_iter()
    .flatten()
    {
        let answer = site.browser(page.who).get(&site.path(page.path)).await.ok();
        met.extend(answer.posts().iter().filter_map(|post| pattern(&post.action)));
    }
    // Those stand on pages that come later: a file's own form, a member's or an own organisation's confirmation; jobs
    // are parked when they fail; signing out stands on top of every page; the clock is the demonstration's alone.
    let later = [
        "/demo/clock",
        "/sign-out",
        "/admin/jobs/retry",
        "/admin/jobs/{id}/retry",
        "/interests/{reference}/discard",
        "/listings/{reference}/edit/files/{key}",
        "/listings/{reference}/evidence/{id}/withdraw",
        "/listings/{reference}/resume",
        "/listings/{reference}/renew",
        "/moderation/{id}/claim",
        "/organisations/{slug}/members/{id}/remove",
        "/organisations/{slug}/verification",
    ];
    met.extend(later);
    let routes = greenbridge::app::route_table().into_iter().filter(|route| route.method == "POST");
    let missing: Vec<&str> = routes.map(|route| route.path).filter(|path| !met.contains(path)).collect();
    assert!(missing.is_empty(), "no page with a form for {missing:#?}");
}

/// Queries that pages read, and who asks.
fn queries() -> Vec<(Who, &'static str, Vec<&'static str>)> {
    let search: Vec<&str> = Facet::ALL.iter().map(|facet| facet.code()).chain(["q", "sort", "page", "lang"]).collect();
    vec![
        (Who::Visitor, "/listings", search),
        (Who::Visitor, "/organisations", vec!["q", "country", "sector", "status", "page"]),
        (Who::Visitor, "/organisations/red-river-membranes", vec!["page"]),
        (Who::Visitor, "/labels", vec!["q", "country", "type"]),
        (Who::Visitor, "/labels/recognition", vec!["group", "from", "to"]),
        (Who::Visitor, "/labels/TH-TGL", vec!["page"]),
        (Who::Visitor, "/statistics/effects", vec!["theme", "country", "indicator", "listing", "page"]),
        (Who::Visitor, "/sign-in", vec!["next", "email"]),
        (Who::Visitor, "/sign-up", vec!["next", "email"]),
        (Who::Visitor, "/forgot", vec!["next", "email"]),
        (Who::Visitor, "/verify", vec!["next", "email"]),
        (Who::Provider, "/workspace/listings", vec!["status", "page"]),
        (Who::Provider, "/interests", vec!["side", "state", "due", "assigned", "label", "q", "page"]),
        (Who::Provider, "/interests/board", vec!["side", "assigned", "label"]),
        (Who::Provider, "/interests/export.csv", vec!["side", "state", "due", "assigned", "label", "q"]),
        (Who::Provider, "/interests/close", vec!["pick", "reason"]),
        (Who::Provider, "/acting", vec!["next"]),
        (Who::Provider, "/listings/new", vec!["kind", "language"]),
        (Who::Moderator, "/moderation", vec!["show", "order", "page"]),
        (Who::Moderator, "/moderation/certificates", vec!["show", "page"]),
        (Who::Moderator, "/moderation/messages", vec!["show", "page"]),
        (Who::Provider, "/notifications", vec!["page"]),
        (Who::Administrator, "/admin/log", vec!["subject", "page"]),
        (Who::Administrator, "/admin/registers/holiday", vec!["q"]),
    ]
}

#[tokio::test]
async fn no_query_is_our_fault() {
    let site = Site::open().await;
    let rows = site.rows().await;
    let values: Vec<String> = nonsense()
        .iter()
        .map(|value| encoded(&value[..value.len().min(6_000)]))
        .chain(["%00", "%ff%fe", "%", "%E2%28%A1", "0", "9223372036854775808", "4294967296"].map(str::to_owned))
        .collect();
    for (who, path, names) in queries() {
        for name in names {
            for value in &values {
                for query in [format!("{name}={value}"), format!("{name}[]={value}&{name}[]={value}")] {
                    let answer = site.browser(who).get(&format!("{path}?{query}")).await;
                    let status = answer.status();
                    assert!(status == 200 || status == 303 || (400..500).contains(&status), "{path}?{query}: {status}");
                }
            }
            let odd = format!("{path}?{name}[a][b]=1&{name}=2&{name}[99999999999]=3");
            assert!(site.browser(who).get(&odd).await.status() < 500, "{odd}");
        }
    }
    assert_eq!(site.rows().await, rows);
}

#[tokio::test]
async fn no_name_in_an_address_is_our_fault() {
    let site = Site::open().await;
    let rows = site.rows().await;
    let values =
        ["%00", "a%00b", "%ff", "%E2%28%A1", "9223372036854775807", "9223372036854775808", "-1", "1e9", "%F0%9F%92%A5"];
    let known =
        [("{reference}", site.path("{offer}")), ("{slug}", "red-river-membranes".to_owned()), ("{id}", "1".to_owned())];
    for route in greenbridge::app::route_table().iter().filter(|route| route.path.contains('{')) {
        let parameters = route.path.matches('{').count();
        for place in 0..parameters {
            for value in values {
                // One parameter is nonsense, the others are right where that is known.
                let mut seen = 0;
                let parts = route.path.split('/').map(|part| {
                    if !part.starts_with('{') {
                        return part.to_owned();
                    }
                    seen += 1;
                    let right =
                        known.iter().find(|(name, _)| *name == part).map_or("x".to_owned(), |(_, value)| value.clone());
                    if seen == place + 1 { value.to_owned() } else { right }
                });
                let path = parts.collect::<Vec<_>>().join("/");
                for who in [Who::Provider, Who::Moderator] {
                    let answer = match route.method {
                        "GET" => site.browser(who).get(&path).await,
                        _ => site.browser(who).post(&path, &[]).await,
                    };
                    assert!((300..500).contains(&answer.status()), "{} {path}: {}", route.method, answer.status());
                }
            }
        }
    }
    assert_eq!(site.rows().await, rows);
}
