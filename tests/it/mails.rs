//! Every mail that the program sends, in both languages: subject, text, and the HTML form as an outline.

use std::fmt::Write as _;
use std::path::PathBuf;

use chrono::Duration;
use greenbridge::auth::{Actor, MemberRole};
use greenbridge::interest::policy::Attempt;
use greenbridge::interest::{self, Action};
use greenbridge::labels;
use greenbridge::listings::Listing;
use greenbridge::listings::content::Body;
use greenbridge::taxonomy::Lang;
use greenbridge::web::Can;

use crate::support::{
    Browser, File, Mail, Market, PASSWORD, TestApp, offer, outline, request, sources, without_chance,
};

/// Mails as they are read, one after another.
fn drawn(mails: &[Mail]) -> String {
    let mut text = String::new();
    for mail in mails {
        writeln!(text, "==== {}: {}\n", mail.to, mail.subject).unwrap();
        writeln!(text, "{}\n---- as HTML", mail.text.replace('\r', "").trim_end()).unwrap();
        writeln!(text, "{}", outline(&mail.html, "body")).unwrap();
    }
    without_chance(&text)
}

/// The mails of each kind, as the receivers' language wants them.
struct Mails {
    market: Market,
    lang: Lang,
    seen: usize,
}

impl Mails {
    async fn of(lang: Lang) -> Self {
        let app = TestApp::start_with(|config| config.limits.sign_up_per_hour = 100).await;
        let market = Market::open_in(app).await;
        market.everybody_reads(lang).await;
        let mut mails = Self { market, lang, seen: 0 };
        mails.seen = mails.market.app.mails().await.len();
        mails
    }

    /// The mails that came since this was asked last.
    async fn arrived(&mut self) -> String {
        let all = self.market.app.mails().await;
        let arrived = drawn(&all[self.seen..]);
        assert!(all.len() > self.seen, "no mail was sent");
        self.seen = all.len();
        arrived
    }

    async fn post(&self, browser: &Browser, path: &str, fields: &[(&str, &str)]) {
        browser.post(&format!("/{}{path}", self.lang), fields).await.expect(303);
    }
}

async fn about_accounts(mails: &mut Mails) -> String {
    let visitor = mails.market.app.visitor();
    let sign_up =
        |email| [("name", "Lin Mei"), ("email", email), ("password", "orchid tram lantern"), ("terms", "yes")];
    mails.post(&visitor, "/sign-up", &sign_up("lin@example.org")).await;
    mails.post(&visitor, "/sign-up", &sign_up("mei.lin@example.org")).await;
    mails.post(&visitor, "/forgot", &[("email", "mei.lin@example.org")]).await;
    let agency = mails.market.app.sign_in(&mails.market.agency).await;
    let change = [("current", PASSWORD), ("password", "orchid tram lantern")];
    mails.post(&agency, "/account/password", &change).await;
    mails.arrived().await
}

async fn about_organisations(mails: &mut Mails) -> String {
    let app = &mails.market.app;
    let person = app.person("Dara Sok").await;
    mails.market.everybody_reads(mails.lang).await;
    let (owner, moderator) = (app.sign_in(&person).await, app.sign_in(&mails.market.moderator).await);
    let profile = [
        ("name", "Lumen Water"),
        ("legal_name", "Lumen Water Pte. Ltd."),
        ("sector", "private"),
        ("country", "SG"),
        ("registration_number", "201912345K"),
        ("size", "small"),
    ];
    mails.post(&owner, "/organisations/new", &profile).await;
    let at = "/organisations/lumen-water";
    mails.post(&owner, &format!("{at}/members"), &[("email", "guest@example.org"), ("role", "editor")]).await;
    mails.post(&owner, &format!("{at}/verification"), &[]).await;
    let refusal = [("decision", "refuse"), ("reason", "The number is another company's.")];
    for decision in [&refusal[..], &[("decision", "verify")]] {
        let form = moderator.get(&format!("/en{at}/verify")).await.ok();
        moderator.press(&form, "Send the decision", decision).await.expect(303);
    }
    mails.arrived().await
}

async fn about_reviews(mails: &mut Mails) -> String {
    let moderator = mails.market.app.sign_in(&mails.market.moderator).await;
    for decision in ["approved", "changes_requested", "rejected"] {
        mails.market.app.submitted(&mails.market.provider, &offer(&format!("Process <{decision}>"))).await;
        let case = mails.market.case().await;
        let page = moderator.get(&case).await.ok();
        let revision = page.value("revision");
        let fields = [
            ("revision", revision.as_str()),
            ("decision", decision),
            ("reasons[title]", "Say what it treats."),
            ("reasons[whole]", "Nearly there.\nOne thing more."),
        ];
        mails.post(&moderator, &format!("{case}/decide"), &fields).await;
    }
    mails.arrived().await
}

async fn about_certificates(mails: &mut Mails) -> String {
    let app = &mails.market.app;
    let decide = async |next, reason: &str| {
        let certificate = labels::store::find(app.db.conn(), 1).await.unwrap().unwrap();
        let may = Can::check(&Actor::System, certificate).unwrap();
        assert!(labels::actions::decide(app, &may, next, reason).await.unwrap());
    };
    use labels::Status::{Refused, Revoked, Verified};
    decide(Refused, "The number is of another product.").await;
    decide(Verified, "").await;
    // The listing says something else of it from now on.
    let known = labels::store::find(app.db.conn(), 1).await.unwrap().unwrap();
    let changed = labels::Claim { product: "Membrane modules of a second series".to_owned(), ..known.claim.clone() };
    let (claims, before) = ([changed], [known.claim]);
    let tx = app.write_tx().await.unwrap();
    labels::actions::register(&tx, known.organisation_id, &claims, &before, app.now()).await.unwrap();
    app.commit(tx).await.unwrap();
    app.run_jobs().await;
    decide(Verified, "").await;
    // Its last day is 30 June 2027.
    for days in [129, 60, 16, 14] {
        app.advance(Duration::days(days));
        labels::actions::expire(app).await.unwrap();
    }
    decide(Revoked, "The body withdrew it.").await;
    mails.arrived().await
}

async fn about_interest(mails: &mut Mails) -> String {
    let app = &mails.market.app;
    let (agency, provider) = (app.sign_in(&mails.market.agency).await, app.sign_in(&mails.market.provider).await);
    let terms = [("kind", "licence"), ("value", "120000"), ("currency", "USD"), ("starts", "2027-01-15")];
    let said = [("reason", "In our words: <b>yes</b>.")];
    // Every action of the table, on three exchanges.
    let thread = mails.market.interest(&agency).await;
    for (browser, action) in [
        (&provider, "acknowledge"),
        (&provider, "discuss"),
        (&provider, "request_info"),
        (&agency, "provide_info"),
        (&provider, "accept"),
        (&agency, "negotiate"),
    ] {
        mails.post(browser, &format!("{thread}/{action}"), &said).await;
    }
    mails.post(&agency, &format!("{thread}/messages"), &[("body", "Two lines\nof a message.")]).await;
    mails.post(&agency, &format!("{thread}/agree"), &terms).await;
    let thread = mails.market.interest(&agency).await;
    mails.post(&provider, &format!("{thread}/decline"), &said).await;
    let thread = mails.market.interest(&agency).await;
    for (browser, action) in
        [(&provider, "acknowledge"), (&provider, "discuss"), (&provider, "accept"), (&agency, "negotiate")]
    {
        mails.post(browser, &format!("{thread}/{action}"), &[]).await;
    }
    mails.post(&provider, &format!("{thread}/no_agreement"), &said).await;
    let thread = mails.market.interest(&agency).await;
    mails.post(&agency, &format!("{thread}/withdraw"), &said).await;
    let thread = mails.market.interest(&agency).await;
    app.advance(Duration::days(23));
    let reference = thread.rsplit('/').next().unwrap();
    let found = interest::store::find(app.db.conn(), &Actor::System, reference).await.unwrap().unwrap();
    let may = Can::check(&Actor::System, Attempt { interest: found, action: Action::Lapse }).unwrap();
    interest::actions::act(app, &may, &Default::default()).await.unwrap();
    let agency = app.sign_in(&mails.market.agency).await;
    mails.post(&agency, &format!("{thread}/revive"), &[]).await;
    mails.arrived().await
}

async fn about_messages(mails: &mut Mails) -> String {
    let app = &mails.market.app;
    let (agency, provider) = (app.sign_in(&mails.market.agency).await, app.sign_in(&mails.market.provider).await);
    let moderator = app.sign_in(&mails.market.moderator).await;
    let thread = mails.market.interest(&agency).await;
    // Before acceptance no way to be reached leaves in a mail, whatever was written.
    let body = "Write to <b>sales@example.org</b> or +84 24 3825 1234.";
    mails
        .post(
            &provider,
            &format!("{thread}/messages"),
            &[("body", body), ("warned", "sales@example.org, +84 24 3825 1234")],
        )
        .await;
    let file = File { field: "file", name: "a.pdf", media_type: "application/pdf", bytes: b"%PDF-1.4 a" };
    agency.post_files(&format!("/en{thread}/messages"), &[("body", "See the file.")], &[file]).await.expect(303);
    let page = agency.get(&format!("/en{thread}/nda")).await.ok();
    agency.press(&page, "Propose and accept", &[("name", "Mei Lin"), ("agree[]", "yes")]).await.expect(303);
    let page = provider.get(&format!("/en{thread}/nda")).await.ok();
    provider.press(&page, "Accept", &[("name", "Bao Tran"), ("agree[]", "yes")]).await.expect(303);
    mails.post(&agency, &format!("{thread}/messages/1/report"), &[("reason", "Advertising.")]).await;
    mails.post(&provider, &format!("{thread}/messages/2/report"), &[("reason", "Rude.")]).await;
    mails.post(&moderator, "/moderation/messages/1", &[("decision", "hide"), ("reason", "It <b>is</b>.")]).await;
    mails.post(&moderator, "/moderation/messages/2", &[("decision", "keep"), ("reason", "It is not.")]).await;
    let colleague = app.colleague("Linh Vo", &mails.market.provider, MemberRole::Editor).await;
    mails.market.everybody_reads(mails.lang).await;
    let assignee = colleague.account_id.to_string();
    mails.post(&provider, &format!("{thread}/desk"), &[("assignee", &assignee)]).await;
    mails.arrived().await
}

/// An agreement that began long ago: asked for, entered by each side, confirmed.
async fn about_effects(mails: &mut Mails) -> String {
    let app = &mails.market.app;
    let (agency, provider) = (app.sign_in(&mails.market.agency).await, app.sign_in(&mails.market.provider).await);
    let thread = mails.market.interest(&agency).await;
    app.sent_long_ago(&thread).await;
    for action in ["acknowledge", "discuss", "accept", "negotiate", "agree"] {
        let terms = [("kind", "sale"), ("starts", "2026-05-01")];
        mails.post(&provider, &format!("{thread}/{action}"), &terms).await;
    }
    let at = format!("{thread}/effects/6");
    mails.seen = app.mails().await.len();
    interest::effects::actions::ask(app).await.unwrap();
    mails.post(&agency, &at, &[("number", "0"), ("kind", "none"), ("reason", "It came <b>late</b>.")]).await;
    mails.post(&provider, &at, &[("number", "1"), ("kind", "none"), ("reason", "The pump was late.")]).await;
    mails.post(&agency, &format!("{at}/confirm"), &[("number", "2"), ("name", "Mei Lin")]).await;
    for said in ["give", "withdraw"] {
        mails.post(&provider, &format!("{thread}/consent"), &[("consent", said)]).await;
    }
    mails.arrived().await
}

async fn about_evidence(mails: &mut Mails) -> String {
    let moderator = mails.market.app.sign_in(&mails.market.moderator).await;
    let path = format!("/listings/{}/evidence", mails.market.offer.reference);
    let page = moderator.open(&path).await.ok();
    let claim = page.attribute("input[name='claims[]']", "value");
    let fields = [("claims[]", claim.as_str()), ("step", "checked"), ("note", "Pages 3 and 4 of the balance.")];
    mails.post(&moderator, &path, &fields).await;
    mails.arrived().await
}

/// A request of the agency that closes on 10 December; the moderator follows it, the provider asks.
async fn followed(mails: &Mails, title: &str) -> Listing {
    let app = &mails.market.app;
    let mut content = request(title);
    if let Body::Request(needs) = &mut content.body {
        needs.zone = "Asia/Ho_Chi_Minh".to_owned();
        needs.closes = "2026-12-10T17:00:00".parse().ok();
    }
    let listing = app.published(&mails.market.agency, &content).await;
    let (provider, moderator) = (app.sign_in(&mails.market.provider).await, app.sign_in(&mails.market.moderator).await);
    mails.post(&moderator, &format!("/listings/{}/follow", listing.reference), &[("follow", "yes")]).await;
    let fields = [("purpose[]", "sale"), ("country", "VN"), ("message", "We can."), ("then", "send")];
    mails.post(&provider, &format!("/listings/{}/interest", listing.reference), &fields).await;
    listing
}

async fn about_requests(mails: &mut Mails) -> String {
    let app = &mails.market.app;
    let listing = followed(mails, "Colour <out> of effluent").await;
    let at = format!("/listings/{}", listing.reference);
    let (provider, agency) = (app.sign_in(&mails.market.provider).await, app.sign_in(&mails.market.agency).await);
    let moderator = app.sign_in(&mails.market.moderator).await;
    for question in ["Where is <b>it</b>?", "Who pays?", "Is it free?"] {
        mails.post(&provider, &format!("{at}/questions"), &[("question", question)]).await;
    }
    mails.post(&agency, &format!("{at}/questions/1"), &[("reply", "On the river."), ("then", "answer")]).await;
    mails.post(&agency, &format!("{at}/questions/2"), &[("reply", "See the file."), ("then", "decline")]).await;
    mails.post(&moderator, &format!("{at}/questions/3/remove"), &[("reason", "Not a question.")]).await;
    mails.post(&agency, &format!("{at}/addenda"), &[("text", "A **note**.")]).await;
    mails.post(&agency, &format!("{at}/addenda"), &[("text", "More time."), ("closes", "2026-12-20")]).await;
    let award = [
        ("outcome", "awarded"),
        ("day", "2026-11-23"),
        ("text", "The best of four."),
        ("organisation", "Mekong Filters"),
        ("value", "120000"),
        ("currency", "USD"),
        ("reason", "It was <b>dearer</b>; write to sales@example.org."),
    ];
    mails.post(&agency, &format!("{at}/outcome"), &award).await;
    let tried = format!("/listings/{}/outcome", followed(mails, "Heat").await.reference);
    let answer = agency.get(&format!("/en{tried}")).await.ok().attribute("input[name='chosen[]']", "value");
    let pilot = [("outcome", "pilot"), ("day", "2026-11-23"), ("text", "A trial."), ("chosen[]", answer.as_str())];
    mails.post(&agency, &tried, &pilot).await;
    let withdrawn = followed(mails, "Sludge").await;
    mails.post(&agency, &format!("/listings/{}/archive", withdrawn.reference), &[]).await;
    let removed = followed(mails, "Noise").await;
    let may = Can::check(&app.actor(&mails.market.moderator).await, app.listing(removed.id).await).unwrap();
    greenbridge::listings::actions::remove(app, &may, "It breaks the rules.").await.unwrap();
    followed(mails, "Odour").await;
    for days in [32, 20, 30] {
        app.advance(Duration::days(days));
        greenbridge::listings::requests::actions::remind(app).await.unwrap();
    }
    mails.arrived().await
}

/// A digest of a day and one of a week.
async fn about_many_things(mails: &mut Mails) -> String {
    let app = &mails.market.app;
    let provider = app.sign_in(&mails.market.provider).await;
    let agency = app.sign_in(&mails.market.agency).await;
    let choice = [("mail[interest]", "daily"), ("mail[message]", "daily"), ("mail[review]", "weekly")];
    mails.post(&provider, "/account/notifications", &choice).await;
    let thread = mails.market.interest(&agency).await;
    mails.post(&agency, &format!("{thread}/messages"), &[("body", "Two lines\nof <b>a message</b>.")]).await;
    let may = Can::check(&app.actor(&mails.market.moderator).await, mails.market.offer.clone()).unwrap();
    greenbridge::listings::actions::remove(app, &may, "It breaks the rules.").await.unwrap();
    app.run_jobs().await;
    app.advance(Duration::days(7));
    mails.arrived().await
}

#[tokio::test]
async fn what_mails_say() {
    for lang in [Lang::En, Lang::Zh] {
        let mut mails = Mails::of(lang).await;
        insta::assert_snapshot!(format!("accounts_{lang}"), about_accounts(&mut mails).await);
        insta::assert_snapshot!(format!("organisations_{lang}"), about_organisations(&mut mails).await);
        insta::assert_snapshot!(format!("reviews_{lang}"), about_reviews(&mut mails).await);
        insta::assert_snapshot!(format!("evidence_{lang}"), about_evidence(&mut mails).await);
        insta::assert_snapshot!(format!("interest_{lang}"), about_interest(&mut mails).await);
        let mut mails = Mails::of(lang).await;
        insta::assert_snapshot!(format!("messages_{lang}"), about_messages(&mut mails).await);
        let mut mails = Mails::of(lang).await;
        insta::assert_snapshot!(format!("effects_{lang}"), about_effects(&mut mails).await);
        let mut mails = Mails::of(lang).await;
        insta::assert_snapshot!(format!("certificates_{lang}"), about_certificates(&mut mails).await);
        let mut mails = Mails::of(lang).await;
        insta::assert_snapshot!(format!("requests_{lang}"), about_requests(&mut mails).await);
        let mut mails = Mails::of(lang).await;
        insta::assert_snapshot!(format!("digests_{lang}"), about_many_things(&mut mails).await);
    }
}

#[tokio::test]
async fn both_forms_of_a_mail_say_the_same() {
    let mut mails = Mails::of(Lang::Zh).await;
    about_accounts(&mut mails).await;
    about_reviews(&mut mails).await;
    about_evidence(&mut mails).await;
    about_interest(&mut mails).await;
    let mut others = Mails::of(Lang::Zh).await;
    about_requests(&mut others).await;
    about_messages(&mut others).await;
    about_effects(&mut others).await;
    about_many_things(&mut others).await;
    let words = |text: &str| text.split(|c: char| c.is_whitespace() || c == '>').collect::<String>();
    for mail in mails.market.app.mails().await.into_iter().chain(others.market.app.mails().await) {
        let html = scraper::Html::parse_document(&mail.html);
        let html: String = html.root_element().text().collect();
        for line in mail.text.lines().map(|line| line.trim().trim_end_matches([':', '：'])).filter(|line| *line != "--")
        {
            assert!(words(&html).contains(&words(line)), "{}: {line:?} is not in the HTML form", mail.subject);
        }
        assert!(!mail.html.contains("<b>"), "what people wrote stays text: {}", mail.html);
    }
}

/// A letter that is added somewhere has to come into the snapshots above.
#[test]
fn these_are_all_the_places_in_which_letters_are_written() {
    let letters = |(path, code): (PathBuf, String)| {
        let letters = code.lines().filter(|line| line.trim_start().starts_with("Letter {")).count();
        let name = path.strip_prefix("src").unwrap().to_str().unwrap().to_owned();
        (letters > 0).then_some((name, letters))
    };
    let found: Vec<_> = sources("src", &["rs"]).into_iter().filter_map(letters).collect();
    let known = [
        ("accounts/actions/letters.rs", 3),
        ("interest/answers/letters.rs", 1),
        ("interest/desk/letters.rs", 1),
        ("interest/effects/letters.rs", 1),
        ("interest/letters.rs", 1),
        ("interest/nda/letters.rs", 1),
        ("interest/reports/letters.rs", 1),
        ("labels/actions.rs", 3),
        ("listings/evidence/letters.rs", 1),
        ("listings/letters.rs", 2),
        ("listings/requests/letters.rs", 1),
        ("moderation/actions.rs", 1),
        ("notifications/digests.rs", 1),
        ("organisations/actions/letters.rs", 2),
    ];
    assert_eq!(found, known.map(|(name, letters)| (name.to_owned(), letters)));
}
