//! Signing up, proving the address, signing in and out, a new password, and one's own settings.

use crate::support::{PASSWORD, TestApp};

const NEW: &str = "orchid tram lantern";

fn sign_up(email: &str) -> Vec<(&str, &str)> {
    vec![("name", "Lin Mei"), ("email", email), ("password", NEW), ("terms", "yes")]
}

#[tokio::test]
async fn somebody_signs_up_proves_the_address_and_is_signed_in() {
    let app = TestApp::start().await;
    let browser = app.visitor();
    let form = browser.get("/sign-up?next=/invitations/abc").await.ok();
    let fields = [("name", "Lin Mei"), ("email", "Lin@Example.org"), ("password", NEW), ("terms", "yes")];
    let sent = browser.submit(&form, "Create the account", &fields).await.ok();
    assert_eq!(sent.heading(), "Look into your mailbox");
    let link = app.last_mail("lin@example.org").await.link("/verify/");
    assert!(link.starts_with("/en/verify/") && link.ends_with("?next=%2Finvitations%2Fabc"), "{link}");

    let page = browser.get(&link).await.ok();
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(browser.cookie("session").is_none(), "opening the link changes nothing");
    let verified = browser.press(&page, "Confirm and sign in", &[]).await.expect(303);
    assert_eq!(verified.location().as_deref(), Some("/en/invitations/abc"));
    assert!(browser.get("/account").await.ok().says("lin@example.org"));
    app.visitor().get(&link).await.expect(410);
    browser.press(&page, "Confirm and sign in", &[]).await.expect(410);
}

#[tokio::test]
async fn a_link_is_over_after_its_time() {
    let app = TestApp::start().await;
    app.visitor().post("/sign-up", &sign_up("lin@example.org")).await.expect(303);
    let link = app.last_mail("lin@example.org").await.link("/verify/");
    app.advance(chrono::Duration::hours(48));
    app.visitor().get(&link).await.expect(410);
    app.visitor().post(&link, &[]).await.expect(410);
}

#[tokio::test]
async fn no_answer_tells_whether_an_address_has_an_account() {
    let app = TestApp::start_with(|config| config.limits.sign_up_per_hour = 10).await;
    let known = app.person("Mei Lin").await;
    for path in ["/sign-up", "/forgot", "/verify"] {
        let answers = [known.email.as_str(), "nobody@example.org"].map(|email| (email, app.visitor()));
        let mut seen = Vec::new();
        for (email, browser) in answers {
            let answer = browser.post(path, &sign_up(email)).await.expect(303);
            seen.push((answer.location(), browser.cookie("notice")));
        }
        assert_eq!(seen[0], seen[1], "{path}");
    }
    let wrong = |email| app_wrong(&app, email);
    assert_eq!(wrong(known.email.clone()).await, wrong("nobody@example.org".to_owned()).await);
    let mails = app.mails().await;
    let subjects =
        |to: &str| mails.iter().filter(|mail| mail.to == to).map(|mail| mail.subject.clone()).collect::<Vec<_>>();
    let known = subjects(&known.email);
    assert_eq!(known, ["You have an account at Greenbridge already", "Set a new password for Greenbridge"]);
}

async fn app_wrong(app: &TestApp, email: String) -> (Vec<String>, u16) {
    let answer = app.visitor().post("/sign-in", &[("email", &email), ("password", "not it")]).await.expect(422);
    (answer.errors(), answer.status())
}

#[tokio::test]
async fn a_person_signs_in_comes_back_and_signs_out() {
    let app = TestApp::start().await;
    app.person("Mei Lin").await;
    let browser = app.visitor();
    let asked = browser.get("/account").await.expect(303);
    let form = browser.follow(asked).await.ok();
    let fields = [("email", "Mei.Lin@example.org"), ("password", PASSWORD)];
    let page = browser.submit(&form, "Sign in", &fields).await.ok();
    assert_eq!(page.heading(), "Your account");

    let thief = browser.copy();
    let out = browser.post("/sign-out", &[]).await.expect(303);
    assert!(out.header("clear-site-data").contains("\"storage\""));
    assert!(browser.cookie("session").is_none() && browser.cookie("refresh").is_none());
    browser.get("/account").await.expect(303);
    thief.get("/account").await.expect(303);
}

#[tokio::test]
async fn nobody_is_sent_elsewhere_after_signing_in() {
    let app = TestApp::start().await;
    let person = app.person("Mei Lin").await;
    for next in [
        "//evil.example",
        "/\\evil.example",
        "%2f%2fevil.example",
        "/%2fevil.example",
        "/\t/evil.example",
        "https://evil.example",
    ] {
        let fields = [("email", person.email.as_str()), ("password", PASSWORD), ("next", next)];
        let answer = app.visitor().post("/sign-in", &fields).await.expect(303);
        assert_eq!(answer.location().as_deref(), Some("/workspace"), "{next:?}");
    }
}

#[tokio::test]
async fn wrong_passwords_are_slowed_down_and_the_owner_still_gets_in() {
    let app = TestApp::start_with(|config| config.limits.sign_in_per_minute = 3).await;
    let person = app.person("Mei Lin").await;
    let right = [("email", person.email.as_str()), ("password", PASSWORD)];
    let wrong = [("email", person.email.as_str()), ("password", "not it at all")];
    let owner = app.visitor();
    for _ in 0..5 {
        owner.post("/sign-in", &right).await.expect(303);
    }
    let stranger = app.visitor();
    for _ in 0..3 {
        stranger.post("/sign-in", &wrong).await.expect(422);
    }
    let slowed = stranger.with("x-forwarded-for", "192.0.2.9").post("/sign-in", &right).await.expect(429);
    assert!(slowed.header("retry-after").parse::<u32>().is_ok());
    assert_eq!(slowed.heading(), "Too many attempts");
    owner.post("/sign-in", &right).await.expect(303);
    app.advance(chrono::Duration::seconds(21));
    stranger.post("/sign-in", &right).await.expect(303);
}

#[tokio::test]
async fn signing_up_is_slowed_down() {
    let app = TestApp::start_with(|config| config.limits.sign_up_per_hour = 3).await;
    for email in ["a@example.org", "b@example.org", "c@example.org"] {
        app.visitor().post("/sign-up", &sign_up(email)).await.expect(303);
    }
    app.visitor().post("/sign-up", &sign_up("d@example.org")).await.expect(429);
}

#[tokio::test]
async fn a_new_password_ends_all_sessions_and_its_link_works_once() {
    let app = TestApp::start().await;
    let person = app.person("Mei Lin").await;
    let old = app.sign_in(&person).await;
    app.visitor().post("/forgot", &[("email", &person.email)]).await.expect(303);
    let link = app.last_mail(&person.email).await.link("/reset/");
    let browser = app.visitor();
    let page = browser.get(&link).await.ok();
    let weak = browser.press(&page, "Set the password", &[("password", "mei.lin1")]).await.expect(422);
    assert!(!weak.error("password").is_empty());
    let other = app.visitor();
    let (first, second) = tokio::join!(
        browser.post(&link, &[("password", NEW)]),
        other.post(&link, &[("password", "another tram lantern")])
    );
    let mut statuses = [first.status(), second.status()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410], "one of two at once");
    old.get("/account").await.expect(303);
    app.visitor().post("/sign-in", &[("email", &person.email), ("password", PASSWORD)]).await.expect(422);
}

#[tokio::test]
async fn whoever_has_not_proved_the_address_gets_another_link() {
    let app = TestApp::start().await;
    app.visitor().post("/sign-up", &sign_up("lin@example.org")).await.expect(303);
    let first = app.last_mail("lin@example.org").await.link("/verify/");
    let fields = [("email", "lin@example.org"), ("password", NEW), ("next", "/account")];
    let answer = app.visitor().post("/sign-in", &fields).await.expect(303);
    assert_eq!(answer.location().as_deref(), Some("/verify?next=%2Faccount"));
    let second = app.last_mail("lin@example.org").await.link("/verify/");
    assert_ne!(first, second);
    app.visitor().get(&first).await.expect(410);
    app.visitor().get(&second).await.ok();
}

#[tokio::test]
async fn who_took_an_address_first_keeps_no_password_to_it() {
    let app = TestApp::start().await;
    let mut taken = sign_up("lin@example.org");
    taken[2] = ("password", "the thief knows this one");
    app.visitor().post("/sign-up", &taken).await.expect(303);
    app.visitor().post("/sign-up", &sign_up("lin@example.org")).await.expect(303);
    let link = app.last_mail("lin@example.org").await.link("/verify/");
    app.visitor().post(&link, &[]).await.expect(303);
    app.visitor().post("/sign-in", &[("email", "lin@example.org"), ("password", taken[2].1)]).await.expect(422);
    app.visitor().post("/sign-in", &[("email", "lin@example.org"), ("password", NEW)]).await.expect(303);
}

#[tokio::test]
async fn a_form_says_what_is_wrong_and_keeps_what_was_entered() {
    let app = TestApp::start().await;
    let fields = [("name", "<b>Lin</b>"), ("email", "no address"), ("password", "12345678")];
    let page = app.visitor().post("/sign-up", &fields).await.expect(422);
    assert!(page.title().starts_with("Error:"));
    assert_eq!(page.errors().len(), 3, "{:?}", page.errors());
    assert_eq!((page.value("name").as_str(), page.value("email").as_str()), ("<b>Lin</b>", "no address"));
    assert_eq!(page.count("h1 b, input[value='12345678']"), 0);
    let posted =
        [("name", "Lin"), ("role", "administrator"), ("email_verified_at", "2026-01-01"), ("status", "closed")];
    let mut fields = sign_up("lin@example.org");
    fields.extend(posted.iter().skip(1));
    app.visitor().post("/sign-up", &fields).await.expect(303);
    app.visitor().post("/sign-in", &[("email", "lin@example.org"), ("password", NEW)]).await.expect(303);
}

#[tokio::test]
async fn a_person_changes_language_zone_and_password() {
    let app = TestApp::start().await;
    let person = app.person("Mei Lin").await;
    let (browser, other) = (app.sign_in(&person).await, app.sign_in(&person).await);
    let fields = [("name", "Lin Mei"), ("locale", "zh"), ("time_zone", "Asia/Shanghai")];
    let page = browser.get("/account").await.ok();
    let saved = browser.submit(&page, "Save", &fields).await.ok();
    assert_eq!(saved.attribute("html", "lang"), "zh");
    assert_eq!(browser.cookie("language").as_deref(), Some("zh"));

    let wrong = [("current", "not it"), ("password", NEW)];
    browser.post("/account/password", &wrong).await.expect(422);
    let right = [("current", PASSWORD), ("password", NEW)];
    browser.post("/account/password", &right).await.expect(303);
    browser.get("/account").await.ok();
    other.get("/account").await.expect(303);
    assert!(app.last_mail(&person.email).await.subject.contains("密码"));
}

#[tokio::test]
async fn sessions_are_listed_and_ended_by_their_person_only() {
    let app = TestApp::start().await;
    let person = app.person("Mei Lin").await;
    let (browser, other) = (app.sign_in(&person).await, app.sign_in(&person).await);
    let stranger = app.sign_in(&app.person("Bao Tran").await).await;
    let page = browser.get("/account").await.ok();
    let action = page.attribute("ul.list form", "action");
    stranger.post(&action, &[]).await.expect(404);
    other.get("/account").await.ok();
    browser.post(&action, &[]).await.expect(303);
    other.get("/account").await.expect(303);
    browser.get("/account").await.ok();
}

#[tokio::test]
async fn the_operator_makes_an_administrator() {
    use greenbridge::accounts::actions::create_administrator;
    let app = TestApp::start().await;
    let made = create_administrator(&app, "Root@Example.org", "Root", NEW).await.unwrap();
    let again = create_administrator(&app, "root@example.org", "Root", "another tram lantern").await.unwrap();
    assert_eq!(made, again, "the same account");
    assert!(create_administrator(&app, "root@example.org", "Root", "root").await.unwrap().is_err());
    let fields = [("email", "root@example.org"), ("password", "another tram lantern")];
    let answer = app.visitor().post("/sign-in", &fields).await.expect(303);
    assert_eq!(answer.location().as_deref(), Some("/moderation"));
}
