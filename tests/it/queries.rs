//! How many SQL statements each page sends. A reader waits for the database more than for anything else, so the table of
//! counts is a snapshot: a statement more is seen, and so is one for each row.

use std::fmt::Write as _;

use greenbridge::auth::{Actor, MemberRole};
use greenbridge::entity::{certificate, interest, review_case};
use greenbridge::labels::{self, Claim};
use greenbridge::listings::Listing;
use greenbridge::listings::content::{
    Benefit, Body, Content, FileKind, FileRef, Measured, Performance, Requirement, Visibility,
};
use greenbridge::taxonomy::{Basis, Evidence, Lang, Statistic};
use greenbridge::web::Can;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::support::{Browser, File, Person, TestApp, counted, offer, request};

/// A market in which there is of everything once, or twenty times.
struct Market {
    app: TestApp,
    provider: Person,
    agency: Person,
    moderator: Person,
    size: usize,
}

/// What pages of a market are about.
struct Subjects {
    offer: Listing,
    request: Listing,
    draft: Listing,
    case: i64,
    thread: String,
    /// An agreement about the request, answered with an offer, with effects and consents.
    agreement: String,
}

fn benefit(number: usize) -> Benefit {
    Benefit {
        indicator: "water_use".to_owned(),
        baseline: (100 + number as i64).into(),
        achieved: 40.into(),
        unit: "m3".to_owned(),
        basis: Basis::PerYear,
        product: String::new(),
        baseline_year: Some(2024),
        period: String::new(),
        output: None,
        evidence: Evidence::SelfDeclared,
        compared: false,
        evidence_note: String::new(),
        document: None,
        audit: None,
        option_class: None,
        option_type: None,
    }
}

fn performance(number: usize) -> Performance {
    let measured = |value: i64| Some(Measured { value: Some(value.into()), bound: None });
    Performance {
        parameter: "chemical_oxygen_demand".to_owned(),
        influent: measured(1000 + number as i64),
        effluent: measured(50),
        unit: "mg_L".to_owned(),
        removal: None,
        statistic: Statistic::Average,
        scale: None,
        evidence: Evidence::SelfDeclared,
        compared: false,
        document: None,
        conditions: String::new(),
    }
}

fn claim(number: String) -> Claim {
    Claim {
        scheme: "TH-TGL".to_owned(),
        number,
        holder: "Red River Membranes".to_owned(),
        product: "Membrane module".to_owned(),
        valid_until: "2027-06-30".parse().ok(),
        ..Claim::default()
    }
}

impl Market {
    async fn of(size: usize) -> Self {
        let app = TestApp::start().await;
        let provider = app.owner("Bao Tran", "Red River Membranes", "VN").await;
        let agency = app.owner("Mei Lin", "Straits Environment Office", "SG").await;
        let moderator = app.moderator("Siti Noor").await;
        Self { app, provider, agency, moderator, size }
    }

    /// A full offer: of every repeatable part as many as the market is large.
    fn full(&self, title: &str) -> Content {
        let mut content = offer(title);
        let texts = content.texts[&Lang::En].clone();
        content.texts.insert(Lang::Zh, texts);
        let numbers = 0..self.size;
        if let Body::Offer(offer) = &mut content.body {
            offer.benefits = numbers.clone().map(benefit).collect();
            offer.performance = numbers.clone().map(performance).collect();
            offer.certificates = numbers.clone().map(|number| claim(format!("{title} {number}"))).collect();
        }
        let file = |number: usize| FileRef {
            key: format!("key{number}"),
            kind: FileKind::Report,
            visibility: Visibility::Public,
            name: format!("report-{number}.pdf"),
            caption: String::new(),
            size: 1000,
            media_type: "application/pdf".to_owned(),
            pixels: None,
            link: None,
        };
        content.files = numbers.map(file).collect();
        content
    }

    async fn fill(&self) -> Subjects {
        let app = &self.app;
        let offer = app.published(&self.provider, &self.full("Published")).await;
        for known in certificate::Entity::find().all(app.db.conn()).await.unwrap() {
            let known = labels::store::find(app.db.conn(), known.id).await.unwrap().unwrap();
            let may = Can::check(&Actor::System, known).unwrap();
            assert!(labels::actions::decide(app, &may, labels::Status::Verified, "").await.unwrap());
        }
        let mut needs = request("Wanted");
        if let Body::Request(request) = &mut needs.body {
            let need = |number| Requirement { essential: true, text: format!("Need {number}"), measure: None };
            request.requirements = (0..self.size).map(need).collect();
        }
        let request = app.published(&self.agency, &needs).await;
        let submitted = app.submitted(&self.provider, &self.full("Submitted")).await;
        let draft = app.draft(&self.provider, &self.full("Draft")).await;
        let provider = app.sign_in(&self.provider).await;
        for number in 1..self.size {
            app.published(&self.provider, &crate::support::offer(&format!("Offer {number}"))).await;
            app.submitted(&self.provider, &crate::support::offer(&format!("Waiting {number}"))).await;
            app.draft(&self.provider, &crate::support::offer(&format!("Draft {number}"))).await;
            app.colleague(&format!("Colleague {number}"), &self.provider, MemberRole::Editor).await;
            app.owner(&format!("Person {number}"), &format!("Mekong Works {number}"), "LA").await;
            app.sign_in(&self.provider).await;
        }
        for number in 0..self.size {
            let email = format!("guest{number}@example.org");
            let members = format!("/organisations/{}/members", self.provider.slug);
            provider.post(&members, &[("email", &email), ("role", "viewer")]).await.expect(303);
        }
        let case = review_case::Entity::find().filter(review_case::Column::ListingId.eq(submitted.id));
        let case = case.one(app.db.conn()).await.unwrap().unwrap().id;
        let thread = self.talk(&provider).await;
        let mut agreement = String::new();
        for number in 0..self.size {
            let who = app.owner(&format!("Answer {number}"), &format!("Tonle Works {number}"), "KH").await;
            let with = app.published(&who, &crate::support::offer(&format!("Answer {number}"))).await;
            let fields = [("purpose[]", "sale"), ("country", "VN"), ("message", "We can."), ("then", "send")];
            let fields = fields.into_iter().chain([("answer[offer]", with.reference.as_str())]).collect::<Vec<_>>();
            let at = format!("/listings/{}", request.reference);
            let sent = app.sign_in(&who).await.post(&format!("{at}/interest"), &fields).await.expect(303);
            let answer = sent.location().unwrap().replace("/interests", &format!("{at}/answers"));
            let kept = [("decision", "kept"), ("reason", "It fits.")];
            app.sign_in(&self.agency).await.post(&answer, &kept).await.expect(303);
            agreement = sent.location().unwrap();
        }
        self.agree(&agreement).await;
        app.follow_changes().await;
        Subjects { offer, request, draft, case, thread, agreement }
    }

    /// Brings an exchange to an agreement with as many versions of an effect and consents as the market is large.
    async fn agree(&self, thread: &str) {
        let agency = self.app.sign_in(&self.agency).await;
        self.app.sent_long_ago(thread).await;
        for action in ["acknowledge", "discuss", "accept", "negotiate", "agree"] {
            let terms = [("kind", "sale"), ("starts", "2026-05-01")];
            agency.post(&format!("{thread}/{action}"), &terms).await.expect(303);
        }
        for number in 0..self.size {
            let (seen, reason) = (number.to_string(), format!("Reason {number}"));
            let entered = [("number", seen.as_str()), ("kind", "none"), ("reason", &reason)];
            agency.post(&format!("{thread}/effects/6"), &entered).await.expect(303);
            for said in ["give", "withdraw"] {
                agency.post(&format!("{thread}/consent"), &[("consent", said)]).await.expect(303);
            }
        }
    }

    /// Interest in each published offer, and a first exchange with many messages.
    async fn talk(&self, provider: &Browser) -> String {
        let agency = self.app.sign_in(&self.agency).await;
        let found = self.app.visitor().get("/listings?kind=offer").await.ok();
        for (_, link) in found.links().iter().filter(|(_, link)| link.contains("/listings/TO-")).take(self.size) {
            let fields = [("purpose[]", "licence"), ("country", "SG"), ("message", "Is it free?"), ("then", "send")];
            agency.post(&format!("{}/interest", link.split('?').next().unwrap()), &fields).await.expect(303);
        }
        let first = interest::Entity::find().order_by_asc(interest::Column::Id).one(self.app.db.conn()).await;
        let thread = format!("/interests/{}", first.unwrap().unwrap().reference);
        for number in 0..self.size {
            let body = format!("Message {number}");
            for browser in [provider, &agency] {
                browser.post(&format!("{thread}/messages"), &[("body", &body)]).await.expect(303);
            }
        }
        // Of everything once or as often as there are messages: files, changes, reports, texts, and a text proposed.
        for number in 0..self.size {
            let file = File { field: "file", name: "a.pdf", media_type: "application/pdf", bytes: b"%PDF-1.4 a" };
            let body = format!("With a file {number}");
            provider.post_files(&format!("{thread}/messages"), &[("body", &body)], &[file]).await.expect(303);
            let newest = 2 * self.size + number + 1;
            let at = format!("{thread}/messages/{newest}");
            provider.post(&format!("{at}/edit"), &[("body", &format!("Changed {number}"))]).await.expect(303);
            agency.post(&format!("{at}/report"), &[("reason", "Rude.")]).await.expect(303);
            let (body, seen) = (format!("Words {number}"), number.to_string());
            let text = [("kind", "own"), ("lang", "en"), ("body", &body), ("number", &seen)];
            provider.post(&format!("/organisations/{}/nda", self.provider.slug), &text).await.expect(303);
            let page = agency.get(&format!("{thread}/nda?text=receiver")).await.ok();
            let signed = [("name", "Mei Lin"), ("agree[]", "yes")];
            agency.press(&page, "Propose and accept", &signed).await.expect(303);
        }
        thread
    }

    /// Every page with its number of statements, as somebody asks for it who was there before.
    async fn counts(&self) -> Vec<(String, &'static str, Vec<String>)> {
        let subjects = self.fill().await;
        let (offer, request) = (&subjects.offer.reference, &subjects.request.reference);
        let (draft, thread) = (&subjects.draft.reference, &subjects.thread);
        let agreement = &subjects.agreement;
        let anonymous = [
            "/",
            "/zh",
            "/listings",
            "/listings?q=membrane+reactor&theme=water&kind=offer&sort=newest",
            "/listings?q=nothing+like+it",
            &format!("/listings/{offer}"),
            &format!("/listings/{request}"),
            "/organisations",
            "/organisations?q=mekong&country=LA",
            &format!("/organisations/{}", self.provider.slug),
            "/labels",
            "/labels/TH-TGL",
            "/labels/recognition",
            "/statistics/effects",
            "/sign-up",
            "/sign-in",
            "/healthz",
        ];
        let provider = [
            "/",
            "/listings",
            &format!("/listings/{offer}"),
            "/workspace",
            "/workspace/listings",
            &format!("/listings/{draft}/edit"),
            &format!("/listings/{draft}/edit/texts"),
            &format!("/listings/{draft}/edit/benefits"),
            &format!("/listings/{draft}/edit/certificates"),
            &format!("/listings/{draft}/edit/files"),
            &format!("/listings/{draft}/edit/languages"),
            &format!("/listings/{draft}/edit/check"),
            "/interests",
            thread,
            &format!("/listings/{request}/interest"),
            &format!("{thread}/nda"),
            &format!("/organisations/{}/nda", self.provider.slug),
            &format!("/organisations/{}/members", self.provider.slug),
            &format!("/organisations/{}/edit", self.provider.slug),
            "/account",
            "/account/notifications",
            "/notifications",
            "/acting",
        ];
        let agency = [
            &format!("/listings/{offer}"),
            "/workspace",
            &format!("/listings/{request}/edit/request"),
            &format!("/listings/{request}/answers"),
            &format!("/listings/{request}/outcome"),
            "/interests?side=sent",
            "/interests?side=sent&state=open&page=1",
            thread,
            agreement,
            &format!("{agreement}/desk"),
            &format!("{agreement}/dossier?notes=yes"),
            &format!("{agreement}/effects/6"),
        ];
        let moderator = [
            &format!("/listings/{offer}"),
            "/moderation",
            "/moderation?order=risk&show=mine",
            "/moderation?show=decided",
            &format!("/moderation/{}", subjects.case),
            "/moderation/certificates",
            "/moderation/messages",
            "/moderation/messages/1",
            &format!("/organisations/{}/verify", self.provider.slug),
        ];
        let mut rows = Vec::new();
        let browsers: [(&str, Browser, &[&str]); 4] = [
            ("visitor", self.app.visitor(), &anonymous),
            ("provider", self.app.sign_in(&self.provider).await, &provider),
            ("agency", self.app.sign_in(&self.agency).await, &agency),
            ("moderator", self.app.sign_in(&self.moderator).await, &moderator),
        ];
        for (who, browser, pages) in browsers {
            for page in pages {
                let (answer, sent) = counted(browser.get(page)).await;
                answer.expect(200);
                let name = page.replace(offer, "{offer}").replace(request, "{request}").replace(draft, "{draft}");
                let name = name.replace(agreement, "/interests/{agreement}");
                let name = name.replace(&subjects.case.to_string(), "{case}").replace("EOI-2026-00001", "{reference}");
                rows.push((name, who, sent));
            }
        }
        rows
    }
}

/// The most that a page may send.
fn most(page: &str, who: &str) -> usize {
    match (page.split('?').next().unwrap_or_default(), who) {
        ("/listings" | "/healthz" | "/sign-in" | "/sign-up", "visitor") => 0,
        ("/" | "/zh" | "/listings/{offer}" | "/listings/{request}", "visitor") => 3,
        _ => 8,
    }
}

#[tokio::test]
async fn pages_send_few_statements_and_never_one_for_each_row() {
    let (one, many) = (Market::of(1).await.counts().await, Market::of(20).await.counts().await);
    let mut table = String::new();
    for ((page, who, few), (_, _, more)) in one.iter().zip(&many) {
        let lines = |sent: &[String]| sent.join("\n");
        assert_eq!(few.len(), more.len(), "{page} as {who}: one row\n{}\ntwenty rows\n{}", lines(few), lines(more));
        assert!(few.len() <= most(page, who), "{page} as {who} sends {}:\n{}", few.len(), lines(few));
        writeln!(table, "{page:70} {who:10} {:2}", few.len()).unwrap();
    }
    insta::assert_snapshot!(table);
}

#[tokio::test]
async fn a_page_that_was_just_read_costs_the_next_visitor_nothing() {
    let market = Market::of(1).await;
    let subjects = market.fill().await;
    for page in ["/", "/listings?q=membrane", &format!("/listings/{}", subjects.offer.reference), "/labels/TH-TGL"] {
        market.app.visitor().get(page).await.ok();
        let (answer, sent) = counted(market.app.visitor().get(page)).await;
        answer.ok();
        assert!(sent.is_empty(), "{page}: {sent:?}");
    }
}

#[tokio::test]
async fn statements_are_counted_inside_transactions_too() {
    let app = TestApp::start().await;
    let provider = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let browser = app.sign_in(&provider).await;
    let fields = [("kind", "offer"), ("language", "en")];
    let (answer, sent) = counted(browser.post("/listings/new", &fields)).await;
    answer.expect(303);
    for start in ["SELECT", "INSERT INTO \"listing\"", "INSERT INTO \"draft\""] {
        assert!(sent.iter().any(|sql| sql.starts_with(start)), "{start}: {sent:#?}");
    }
}
