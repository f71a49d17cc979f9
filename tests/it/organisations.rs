//! The directory, public pages, members, invitations, verification, and the organisation acted for.

use chrono::Duration;
use greenbridge::auth::MemberRole;

use crate::files::{PDF, picture, png};
use crate::support::{File, TestApp, offer};

fn profile(name: &str) -> Vec<(&str, &str)> {
    vec![
        ("name", name),
        ("legal_name", "Lumen Water Pte. Ltd."),
        ("sector", "private"),
        ("country", "SG"),
        ("registration_number", "201912345K"),
        ("website", "https://lumen.example"),
        ("size", "small"),
        ("description", "Builds **plants**."),
        ("email_domains", "lumen.example"),
    ]
}

#[tokio::test]
async fn a_person_registers_an_organisation_and_acts_for_it() {
    let app = TestApp::start().await;
    let person = app.person("Mei Lin").await;
    let browser = app.sign_in(&person).await;
    let form = browser.get("/organisations/new").await.ok();
    let page = browser.submit(&form, "Register the organisation", &profile("Lumen Water")).await.ok();
    assert_eq!((page.heading().as_str(), page.path()), ("Lumen Water", "/organisations/lumen-water"));
    assert!(page.link("Members").is_some() && page.says("Not verified"));

    let second = browser.post("/organisations/new", &profile("Lumen Water")).await.expect(303);
    assert_eq!(second.location().as_deref(), Some("/organisations/lumen-water-2"));
    let mut chinese = profile("溯澜膜工程有限公司");
    chinese[1] = ("legal_name", "溯澜膜工程有限公司");
    let third = browser.post("/organisations/new", &chinese).await.expect(303);
    assert_eq!(third.location().as_deref(), Some("/organisations/organisation-sg-1"));

    let public = app.visitor().get("/organisations/lumen-water").await.ok();
    assert!(public.says("plants") && public.count(".prose strong") == 1);
    assert!(!public.html().contains("@example.org"), "no address on a public page");
    assert!(public.link("Members").is_none());
}

#[tokio::test]
async fn what_is_wrong_is_said_and_columns_cannot_be_posted() {
    let app = TestApp::start().await;
    let browser = app.sign_in(&app.person("Mei Lin").await).await;
    let wrong = [("name", "Lumen\"><script>"), ("country", "XX"), ("website", "javascript:x")];
    let page = browser.post("/organisations/new", &wrong).await.expect(422);
    assert_eq!(page.value("name"), "Lumen\"><script>");
    assert!(page.errors().len() >= 6 && page.title().starts_with("Error:"));
    let mut fields = profile("Lumen Water");
    fields.extend([("status", "verified"), ("slug", "other"), ("focal_country", "SG"), ("verified_at", "2026-01-01")]);
    let made = browser.post("/organisations/new", &fields).await.expect(303);
    assert_eq!(made.location().as_deref(), Some("/organisations/lumen-water"));
    assert!(browser.get("/organisations/lumen-water").await.ok().says("Not verified"));
}

#[tokio::test]
async fn the_directory_filters_and_pages() {
    let app = TestApp::start().await;
    for number in 0..21 {
        app.owner(&format!("Person {number}"), &format!("Mekong Works {number:02}"), "VN").await;
    }
    app.owner("Siti Noor", "Kuala Recovery", "MY").await;
    let visitor = app.visitor();
    let all = visitor.get("/organisations").await.ok();
    assert_eq!((all.heading().as_str(), all.count("article")), ("22 organisations", 20));
    let second = visitor.get(&all.link("Next").unwrap()).await.ok();
    assert!(second.count("article") == 2 && second.title().contains("page 2"));
    let found = visitor.get("/organisations?q=MEKONG+works&country=VN&page=1").await.ok();
    assert_eq!(found.heading(), "21 organisations");
    assert_eq!(visitor.get("/organisations?q=%25").await.ok().heading(), "0 organisations");
    assert_eq!(visitor.get("/organisations?country=MY&sector=private").await.ok().heading(), "1 organisation");
    assert_eq!(visitor.get("/zh/organisations?country=MY").await.ok().heading(), "1 家机构");
}

#[tokio::test]
async fn only_owners_edit_and_nobody_overwrites_a_colleague() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River", "VN").await;
    let browser = app.sign_in(&owner).await;
    for role in [MemberRole::Editor, MemberRole::Viewer] {
        let colleague = app.sign_in(&app.colleague(&format!("A {role}"), &owner, role).await).await;
        colleague.get("/organisations/red-river/edit").await.expect(403);
        colleague.post("/organisations/red-river/edit", &profile("Mine")).await.expect(403);
    }
    let stranger = app.sign_in(&app.owner("Siti Noor", "Kuala", "MY").await).await;
    stranger.post("/organisations/red-river/edit", &profile("Mine")).await.expect(403);

    let (one, two) = (
        browser.get("/organisations/red-river/edit").await.ok(),
        browser.get("/organisations/red-river/edit").await.ok(),
    );
    let saved = browser.submit(&one, "Save", &[("name", "Red River Works")]).await.ok();
    assert!(saved.says("Red River Works") && saved.says("Verified"), "the badge stays");
    let late = browser.press(&two, "Save", &[("name", "Blue River")]).await.expect(422);
    assert_eq!(late.value("name"), "Blue River");
    browser.submit(&late, "Save", &[]).await.ok();
}

#[tokio::test]
async fn a_colleague_without_account_is_invited_signs_up_and_joins() {
    let app = TestApp::start().await;
    let owner = app.sign_in(&app.owner("Bao Tran", "Red River", "VN").await).await;
    let form = owner.get("/organisations/red-river/members").await.ok();
    let fields = [("email", "Lin@example.org"), ("role", "editor")];
    owner.submit(&form, "Send the invitation", &fields).await.ok();
    let link = app.last_mail("lin@example.org").await.link("/invitations/");

    let stranger = app.sign_in(&app.person("Siti Noor").await).await;
    assert!(stranger.get(&link).await.ok().says("for lin@example.org"));
    stranger.post(&link, &[]).await.expect(403);

    let browser = app.visitor();
    let page = browser.get(&link).await.ok();
    let form = browser.get(&page.link("Create an account").unwrap()).await.ok();
    assert_eq!(form.value("email"), "lin@example.org");
    let fields = [("name", "Lin Mei"), ("password", "orchid tram lantern"), ("terms", "yes")];
    browser.submit(&form, "Create the account", &fields).await.ok();
    let verify = browser.get(&app.last_mail("lin@example.org").await.link("/verify/")).await.ok();
    let back = browser.submit(&verify, "Confirm and sign in", &[]).await.ok();
    assert_eq!(back.heading(), "You are invited");
    let joined = browser.submit(&back, "Accept the invitation", &[]).await.ok();
    assert!(joined.path().ends_with("/organisations/red-river") && joined.link("Members").is_some());
    browser.post(&link, &[]).await.expect(410);
}

#[tokio::test]
async fn an_invitation_ends_by_time_by_a_newer_one_and_when_taken_back() {
    let app = TestApp::start().await;
    let owner = app.sign_in(&app.owner("Bao Tran", "Red River", "VN").await).await;
    let other = app.sign_in(&app.owner("Siti Noor", "Kuala", "MY").await).await;
    let invite = async || {
        let fields = [("email", "lin@example.org"), ("role", "viewer")];
        owner.post("/organisations/red-river/members", &fields).await.expect(303);
        app.last_mail("lin@example.org").await.link("/invitations/")
    };
    let (first, second) = (invite().await, invite().await);
    app.visitor().get(&first).await.expect(410);
    app.visitor().get(&second).await.ok();
    let action =
        owner.get("/organisations/red-river/members").await.ok().attribute("form[action$='/revoke']", "action");
    other.post(&action, &[]).await.expect(404);
    other.post(&action.replace("red-river", "kuala"), &[]).await.expect(404);
    owner.post(&action, &[]).await.expect(303);
    app.visitor().get(&second).await.expect(410);
    let third = invite().await;
    app.advance(chrono::Duration::days(14));
    app.visitor().get(&third).await.expect(410);
}

#[tokio::test]
async fn an_organisation_keeps_its_last_owner_also_under_haste() {
    let app = TestApp::start().await;
    let person = app.owner("Bao Tran", "Red River", "VN").await;
    let second = app.colleague("Mei Lin", &person, MemberRole::Owner).await;
    let (one, two) = (app.sign_in(&person).await, app.sign_in(&second).await);
    let (a, b) =
        tokio::join!(one.post("/organisations/red-river/leave", &[]), two.post("/organisations/red-river/leave", &[]));
    let mut statuses = [a.status(), b.status()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422], "one of two at once");
    let left = if a.status() == 422 { &one } else { &two };
    let page = left.get("/organisations/red-river/members").await.ok();
    assert_eq!(page.count("ul.list > li"), 1);
    let action = page.attribute("form[action$='/role']", "action");
    let refused = left.post(&action, &[("role", "viewer")]).await.expect(422);
    assert!(refused.says("needs an owner"));
    left.post(&action, &[("role", "emperor")]).await.expect(400);
}

#[tokio::test]
async fn members_are_removed_by_owners_and_seen_by_members_only() {
    let app = TestApp::start().await;
    let person = app.owner("Bao Tran", "Red River", "VN").await;
    let owner = app.sign_in(&person).await;
    let editor = app.sign_in(&app.colleague("Mei Lin", &person, MemberRole::Editor).await).await;
    let stranger = app.sign_in(&app.owner("Siti Noor", "Kuala", "MY").await).await;
    stranger.get("/organisations/red-river/members").await.expect(403);
    editor.post("/organisations/red-river/members", &[("email", "x@example.org"), ("role", "owner")]).await.expect(403);

    let page = owner.get("/organisations/red-river/members").await.ok();
    let ask = page.attribute("a[href$='/remove']", "href");
    stranger.get(&ask).await.expect(404);
    stranger.post(&ask.replace("red-river", "kuala"), &[]).await.expect(404);
    editor.post(&ask, &[]).await.expect(403);
    let confirm = owner.get(&ask).await.ok();
    owner.submit(&confirm, "Remove", &[]).await.ok();
    let gone = editor.get("/organisations/red-river/edit").await.expect(303);
    assert_eq!(gone.location().as_deref(), Some("/organisations/new"), "from the next request on");
}

#[tokio::test]
async fn a_moderator_verifies_and_the_owner_is_told() {
    let app = TestApp::start().await;
    let browser = app.sign_in(&app.person("Mei Lin").await).await;
    browser.post("/organisations/new", &profile("Lumen Water")).await.expect(303);
    let page = browser.get("/organisations/lumen-water").await.ok();
    let asked = browser.submit(&page, "Ask for verification", &[]).await.ok();
    assert!(asked.says("Waiting for verification"));
    browser.get("/organisations/lumen-water/verify").await.expect(403);

    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let form = moderator.get("/organisations/lumen-water/verify").await.ok();
    moderator.press(&form, "Send the decision", &[]).await.expect(422);
    moderator.press(&form, "Send the decision", &[("decision", "refuse")]).await.expect(422);
    let refuse = [("decision", "refuse"), ("reason", "The number is another company's.")];
    moderator.press(&form, "Send the decision", &refuse).await.expect(303);
    assert!(app.last_mail("mei.lin@example.org").await.text.contains("> The number is another company's."));
    moderator.press(&form, "Send the decision", &[("decision", "verify")]).await.expect(409);
    let form = moderator.get("/organisations/lumen-water/verify").await.ok();
    moderator.press(&form, "Send the decision", &[("decision", "verify")]).await.expect(303);
    let public = app.visitor().get("/organisations/lumen-water").await.ok();
    assert!(public.says("Checked by Siti Noor, moderator of Greenbridge"));
}

#[tokio::test]
async fn a_person_switches_between_own_organisations_only() {
    let app = TestApp::start().await;
    let browser = app.sign_in(&app.owner("Bao Tran", "Red River", "VN").await).await;
    app.owner("Siti Noor", "Kuala", "MY").await;
    browser.post("/organisations/new", &profile("Lumen Water")).await.expect(303);
    let page = browser.get("/acting").await.ok();
    assert!(page.says("Red River") && page.says("Lumen Water"));
    browser.post("/acting", &[("organisation", "kuala")]).await.expect(404);
    let back = browser.post("/acting", &[("organisation", "red-river"), ("next", "//evil.example")]).await.expect(303);
    assert_eq!(back.location().as_deref(), Some("/workspace"));
    browser.get("/organisations/red-river/edit").await.ok();
    browser.get("/organisations/lumen-water/edit").await.expect(403);
}

fn logo(bytes: &[u8]) -> File<'_> {
    File { field: "file", name: "logo.png", media_type: "image/png", bytes }
}

#[tokio::test]
async fn a_logo_is_taken_shown_replaced_and_removed() {
    for app in TestApp::on_every_storage().await {
        let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
        let listing = app.published(&owner, &offer("Ceramic membranes")).await;
        let browser = app.sign_in(&owner).await;
        let page = browser.get("/organisations/red-river-membranes").await.ok();
        assert_eq!((page.count("img.logo"), page.first(".logo").as_str()), (0, "R"));
        let form = "/organisations/red-river-membranes/logo";
        browser.post_files(form, &[], &[logo(&png())]).await.expect(303);
        let shows = [
            "/organisations".to_owned(),
            "/organisations/red-river-membranes".to_owned(),
            format!("/listings/{}", listing.reference),
        ];
        let mut addresses = Vec::new();
        for path in &shows {
            let page = app.visitor().get(path).await.ok();
            assert_eq!((page.count("img.logo"), page.attribute("img.logo", "alt").as_str()), (1, ""), "{path}");
            addresses.push(page.attribute("img.logo", "src"));
        }
        addresses.dedup();
        let [first] = addresses.as_slice() else { panic!("one logo everywhere: {addresses:?}") };
        let answer = app.visitor().get(first).await.ok();
        assert_eq!(answer.header("content-type"), "image/webp");
        assert!(answer.header("cache-control").starts_with("public"));

        // Another one: the pages show it, and the old one goes with the sweep a day later.
        browser.post_files(form, &[], &[logo(&picture(60, 60, image::ImageFormat::Png))]).await.expect(303);
        app.visitor().get(first).await.expect(404);
        assert_eq!(app.stored().await.len(), 6);
        // Storage writes by its own clock.
        app.advance(Duration::days(36_500));
        greenbridge::listings::files::sweep(&app).await.unwrap();
        assert_eq!(app.stored().await.len(), 3, "the present one stays");

        let browser = app.sign_in(&owner).await;
        let page = browser.get(form).await.ok();
        let page = browser.submit(&page, "Remove the logo", &[]).await.ok();
        assert_eq!((page.count("img.logo"), page.notice().as_str()), (0, "The logo was removed."));
    }
}

#[tokio::test]
async fn a_logo_that_is_none_is_refused_at_its_field_and_leaves_nothing() {
    let app = TestApp::start_with(|config| {
        config.files.quota_mb = 1;
        config.files.largest_mb = 1;
    })
    .await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let browser = app.sign_in(&owner).await;
    let form = "/organisations/red-river-membranes/logo";
    let large = vec![0_u8; 1_500_000];
    let whole = png();
    let cut = &whole[..40];
    for (what, bytes, status, words) in [
        ("nothing", b"".as_slice(), 422, "Choose a picture"),
        ("a document", PDF, 422, "A logo is a picture"),
        ("a program", b"MZ\x90\x00", 422, "A logo is a picture"),
        ("a drawing with scripts", b"<svg xmlns='http://www.w3.org/2000/svg'/>", 422, "A logo is a picture"),
        ("half a picture", cut, 422, "cannot be read"),
        ("too much", &large, 422, "A logo is a picture"),
    ] {
        let name = if bytes.is_empty() { "" } else { "logo" };
        let file = File { field: "file", name, media_type: "image/png", bytes };
        let page = browser.post_files(form, &[], &[file]).await;
        assert_eq!(page.status(), status, "{what}: {}", page.text());
        assert!(page.error("file").contains(words), "{what}: {}", page.error("file"));
        assert!(page.title().starts_with("Error:"), "{what}");
        assert_eq!(app.stored().await, [] as [String; 0], "{what}");
    }
    // Who does not own the organisation cannot change it, and whoever is suspended neither.
    let editor = app.sign_in(&app.colleague("Anh Vu", &owner, MemberRole::Editor).await).await;
    let file = || File { field: "file", name: "logo.png", media_type: "image/png", bytes: &whole };
    editor.post_files(form, &[], &[file()]).await.expect(403);
    let stranger = app.sign_in(&app.owner("An Le", "Delta Filters", "VN").await).await;
    stranger.post_files(form, &[], &[file()]).await.expect(403);
    stranger.post(&format!("{form}/remove"), &[]).await.expect(403);
    assert_eq!(app.stored().await, [] as [String; 0]);
}
