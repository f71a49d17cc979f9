//! The editor of listings and the workspace, as an owner without scripts uses them.

use std::io::Cursor;

use greenbridge::auth::MemberRole;
use greenbridge::listings::content::Body;
use greenbridge::listings::store;

use crate::support::{Browser, File, Person, TestApp, offer};

async fn begin(app: &TestApp, kind: &str) -> (Browser, Person, String) {
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let browser = app.sign_in(&owner).await;
    let page = browser.get("/listings/new").await.ok();
    let answer = browser.press(&page, "Begin", &[("kind", kind), ("language", "en")]).await.expect(303);
    let at = answer.location().unwrap();
    let reference = at.split('/').nth(2).unwrap().to_owned();
    (browser, owner, format!("/listings/{reference}"))
}

const SAVE: &str = "Save and return to the list";

#[tokio::test]
async fn an_offer_goes_from_nothing_to_review_section_by_section() {
    let app = TestApp::start().await;
    let (browser, _, listing) = begin(&app, "offer").await;
    let refused = browser.post(&format!("{listing}/submit"), &[]).await.expect(422);
    assert!(refused.title().starts_with("Error:"), "{}", refused.title());
    assert!(refused.errors().len() >= 7, "{:?}", refused.errors());

    let fill = async |section: &str, fields: &[(&str, &str)]| {
        let page = browser.get(&format!("{listing}/edit/{section}")).await.ok();
        browser.press(&page, SAVE, fields).await.expect(303)
    };
    fill("texts", &[("title", "Ceramic membranes"), ("summary", "In short."), ("description", "At length.")]).await;
    fill("themes", &[("themes[]", "water"), ("keywords[]", "WAT-IND")]).await;
    fill("readiness", &[("readiness", "8")]).await;
    fill("ip", &[("ip", "granted"), ("patents", "VN 1\r\n\r\nVN 2")]).await;
    fill("cooperation", &[("cooperation[]", "licence")]).await;
    fill("countries", &[("offered_to[]", "all")]).await;
    let list = browser.get(&format!("{listing}/edit")).await.ok();
    assert_eq!(list.count(".state[data-state=todo]"), 0, "{}", list.text());
    let check = browser.get(&format!("{listing}/edit/check")).await.ok();
    let sent = browser.submit(&check, "Send to review", &[]).await.ok();
    assert!(sent.notice().starts_with("Sent to review"), "{}", sent.notice());
    // Pressed twice, it was sent once.
    browser.post(&format!("{listing}/submit"), &[]).await.expect(303);
    assert_eq!(browser.get(&format!("{listing}/edit/texts")).await.location(), Some(format!("{listing}/edit")));

    let list = browser.get(&format!("{listing}/edit")).await.ok();
    browser.submit(&list, "Take back from review", &[]).await.ok();
    browser.get(&format!("{listing}/edit/texts")).await.ok();
}

#[tokio::test]
async fn patent_classes_are_chosen_in_the_editor_shown_on_the_page_and_found() {
    let app = TestApp::start().await;
    let (browser, owner, listing) = begin(&app, "offer").await;
    let at = format!("{listing}/edit/ip");
    let page = browser.get(&at).await.ok();
    let wrong = browser.press(&page, SAVE, &[("ip", "granted"), ("patent_classes[]", "Y02Z")]).await.expect(422);
    assert_eq!(wrong.error("patent_classes"), "Choose one of the list");
    let sent = [("ip", "granted"), ("patents", "VN 1"), ("patent_classes[]", "Y02W")];
    browser.press(&page, SAVE, &sent).await.expect(303);
    let again = browser.get(&at).await.ok();
    assert_eq!(again.attribute("input[name='patent_classes[]'][checked]", "value"), "Y02W");

    let mut content = offer("Ceramic membranes");
    if let Body::Offer(offer) = &mut content.body {
        offer.patent_classes = vec!["Y04S".to_owned()];
    }
    let known = app.published(&owner, &content).await;
    let visitor = app.visitor();
    let shown = visitor.get(&format!("/listings/{}", known.reference)).await.ok();
    assert!(shown.says("Y04S Systems integrating technologies"), "{}", shown.text());
    assert!(visitor.get(&format!("/zh/listings/{}", known.reference)).await.ok().says("智能电网"));
    for words in ["Y04S", "smart+grids"] {
        let found = visitor.get(&format!("/listings?q={words}")).await.ok();
        assert!(found.link("Ceramic membranes").is_some(), "{words}: {}", found.text());
    }
}

#[tokio::test]
async fn rows_are_added_and_removed_without_a_script_and_keep_what_was_typed() {
    let app = TestApp::start().await;
    let (browser, _, listing) = begin(&app, "offer").await;
    let at = format!("{listing}/edit/benefits");
    let page = browser.get(&at).await.ok();
    let typed = [("benefits[0][baseline]", "lots"), ("benefits[0][indicator]", "water_use")];
    let two = browser.press(&page, "Add another benefit", &typed).await.ok();
    assert_eq!(two.count("fieldset.card"), 2);
    assert_eq!(two.value("benefits[0][baseline]"), "lots");
    let fields = [
        ("benefits[1][indicator]", "cod"),
        ("benefits[1][baseline]", "1 000"),
        ("benefits[1][achieved]", "250"),
        ("benefits[1][unit]", "kWh"),
        ("benefits[1][basis]", "per_year"),
    ];
    let refused = browser.press(&two, SAVE, &fields).await.expect(422);
    assert_eq!(refused.value("benefits[0][baseline]"), "lots");
    assert!(!refused.error("benefits-0-baseline").is_empty());
    assert_eq!(refused.error("benefits-1-unit"), "This unit does not fit the indicator");
    let summary = refused.all(".summary li");
    assert!(summary.contains(&"Benefit 2, Unit – This unit does not fit the indicator".to_owned()), "{summary:?}");
    let one = browser.press(&refused, "Remove Benefit 1", &[]).await.ok();
    let fields = [("benefits[0][unit]", "kg")];
    let saved = browser.submit(&one, "Save and stay", &fields).await.ok();
    assert!(saved.says("Change: −75"), "{}", saved.text());
}

#[tokio::test]
async fn what_is_saved_while_somebody_writes_overwrites_nothing_newer() {
    let app = TestApp::start().await;
    let (browser, _, listing) = begin(&app, "offer").await;
    let path = format!("{listing}/edit/texts");
    let page = browser.get(&path).await.ok();
    let (version, mark) = (page.value("version"), page.value("mark"));
    let save = async |version: &str, mark: &str, title: &str| {
        let fields = [("version", version), ("mark", mark), ("title", title), ("action", "autosave")];
        browser.post(&path, &fields).await
    };
    let first = save(&version, &mark, "Membranes").await.expect(204);
    let (next, after) = (first.header("x-draft-version").to_owned(), first.header("x-draft-mark").to_owned());
    let second = save(&next, &after, "Ceramic membranes").await.expect(204);
    assert_ne!(second.header("x-draft-version"), next);
    let stale = save(&next, &after, "Glass membranes").await.expect(409);
    assert!(stale.says("Ceramic membranes"));
    assert_eq!(browser.get(&path).await.value("title"), "Ceramic membranes");
    let same = save(&version, &mark, "Ceramic membranes").await.expect(204);
    assert_eq!(same.header("x-draft-version"), second.header("x-draft-version"), "nothing changed, nothing is saved");
    save(&version, &mark, &"long ".repeat(40)).await.expect(422);
}

#[tokio::test]
async fn a_stale_save_shows_both_and_loses_nothing() {
    let app = TestApp::start().await;
    let (browser, _, listing) = begin(&app, "offer").await;
    let texts = browser.get(&format!("{listing}/edit/texts")).await.ok();
    let readiness = browser.get(&format!("{listing}/edit/readiness")).await.ok();
    browser.press(&texts, SAVE, &[("title", "Theirs")]).await.expect(303);
    // Another section overwrites nothing, and the same sent again changes nothing.
    browser.press(&readiness, SAVE, &[("readiness", "5")]).await.expect(303);
    browser.press(&texts, SAVE, &[("title", "Theirs")]).await.expect(303);
    let conflict = browser.press(&texts, SAVE, &[("title", "Yours")]).await.expect(409);
    assert!(conflict.says("Theirs") && conflict.value("title") == "Yours", "{}", conflict.text());
    browser.press(&conflict, SAVE, &[]).await.expect(303);
    assert_eq!(browser.get(&format!("{listing}/edit/texts")).await.value("title"), "Yours");
}

#[tokio::test]
async fn reading_a_published_listing_in_the_editor_begins_no_draft() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.published(&owner, &offer("Ceramic membranes")).await;
    let browser = app.sign_in(&owner).await;
    let at = format!("/listings/{}/edit/texts", listing.reference);
    let page = browser.get(&at).await.ok();
    assert_eq!(page.value("version"), "0");
    let check = browser.get(&format!("/listings/{}/edit/check", listing.reference)).await.ok();
    assert!(check.says("Nothing has been changed"));
    browser.press(&page, SAVE, &[("title", "Better membranes")]).await.expect(303);
    let stored = store::published(app.db.conn(), &app.listing(listing.id).await).await.unwrap().unwrap();
    assert_eq!(stored.texts_for(greenbridge::taxonomy::Lang::En).1.title, "Ceramic membranes");
    assert!(app.visitor().get(&format!("/listings/{}", listing.reference)).await.says("Ceramic membranes"));
}

#[tokio::test]
async fn a_request_is_one_page() {
    let app = TestApp::start().await;
    let (browser, _, listing) = begin(&app, "request").await;
    let page = browser.get(&format!("{listing}/edit/request")).await.ok();
    let fields = [
        ("title", "Dye house effluent"),
        ("summary", "Too much colour."),
        ("description", "4,000 m³ a day."),
        ("country", "VN"),
        ("themes[]", "water"),
        ("closes", "2027-01-31"),
        ("budget_from", "1,234"),
        ("requirements[0][parameter]", "COD"),
        ("requirements[0][comparator]", "at_most"),
        ("requirements[0][value]", "50"),
        ("requirements[0][unit]", "mg/l"),
    ];
    let refused = browser.press(&page, "Save and check", &fields).await.expect(422);
    assert!(refused.error("budget_from").starts_with("This can be read in two ways"), "{:?}", refused.errors());
    assert!(!refused.error("zone").is_empty(), "a closing day needs its zone");
    assert_eq!(refused.value("summary"), "Too much colour.");
    let fields = [("budget_from", "1234"), ("currency", "USD"), ("zone", "Asia/Ho_Chi_Minh")];
    let check = browser.submit(&refused, "Save and check", &fields).await.ok();
    assert!(check.says("Chemical oxygen demand (COD) at most 50 mg/L"), "{}", check.text());
    browser.submit(&check, "Send to review", &[]).await.ok();
    assert_eq!(browser.get(&format!("{listing}/edit/cost")).await.status(), 404, "requests have no such section");
}

#[tokio::test]
async fn a_performance_that_cannot_be_is_told_at_its_field() {
    let app = TestApp::start().await;
    let (browser, _, listing) = begin(&app, "offer").await;
    let cod = ("Chemical oxygen demand (COD)", "mg/L");
    for ((parameter, unit), influent, effluent, removal, field, says) in [
        (cod, "900", "25", "", "", ""),
        (cod, "900", "1000", "", "", ""),
        (cod, "900", "25", "97", "", ""),
        (cod, "900", "25", "12", "removal", "Inlet and outlet give another removal"),
        (cod, "900", "", "101", "removal", "More than 100 % cannot be removed"),
        (cod, "-900", "25", "", "influent", "This cannot be below zero"),
        (cod, "900", "-25", "", "effluent", "This cannot be below zero"),
        (cod, "900", "950000", "", "effluent", "This is more than 1,000 times the inlet"),
        ((cod.0, "furlongs"), "900", "25", "", "unit", "Choose a unit of the list"),
        ((cod.0, "%"), "900", "1", "", "influent", "Give a number from 0 to 100"),
        (("pH", ""), "99", "7", "", "influent", "Give a number from 0 to 14"),
        (("pH", ""), "9", "-7", "", "effluent", "Give a number from 0 to 14"),
        (("Temperature", "°C"), "-4", "20", "", "", ""),
    ] {
        let fields = [
            ("performance[0][parameter]", parameter),
            ("performance[0][influent]", influent),
            ("performance[0][effluent]", effluent),
            ("performance[0][removal]", removal),
            ("performance[0][unit]", if unit.is_empty() { "pH" } else { unit }),
            ("performance[0][statistic]", "average"),
        ];
        let page = browser.get(&format!("{listing}/edit/performance")).await.ok();
        let status = if field.is_empty() { 303 } else { 422 };
        let answer = browser.press(&page, SAVE, &fields).await.expect(status);
        if !field.is_empty() {
            let said = answer.error(&format!("performance-0-{field}"));
            assert!(
                said.starts_with(says),
                "{parameter} {influent} {effluent} {removal} {unit}: {:?}",
                answer.errors()
            );
            assert_eq!(answer.value("performance[0][influent]"), influent, "what was typed is kept");
        }
    }
}

#[tokio::test]
async fn a_measured_requirement_that_cannot_be_is_told_at_its_value() {
    let app = TestApp::start().await;
    let (browser, _, listing) = begin(&app, "request").await;
    let page = browser.get(&format!("{listing}/edit/request")).await.ok();
    for (unit, value, says) in
        [("%", "500", "Give a number from 0 to 100"), ("mg/L", "-50", "This cannot be below zero"), ("mg/L", "50", "")]
    {
        let fields = [
            ("requirements[0][parameter]", "COD"),
            ("requirements[0][comparator]", "at_most"),
            ("requirements[0][value]", value),
            ("requirements[0][unit]", unit),
        ];
        let answer = browser.press(&page, SAVE, &fields).await;
        assert!(answer.error("requirements-0-value").starts_with(says), "{value} {unit}: {:?}", answer.errors());
        assert_eq!(says.is_empty(), answer.error("requirements-0-value").is_empty(), "{value} {unit}");
    }
}

#[tokio::test]
async fn greenhouse_gases_and_water_are_given_in_the_units_that_people_use() {
    let app = TestApp::start().await;
    let (browser, _, listing) = begin(&app, "offer").await;
    for (indicator, unit, status) in [
        ("ghg", "t_CO2e", 303),
        ("ghg", "t", 303),
        ("water_use", "t_water", 303),
        ("water_use", "t", 422),
        ("solid_waste", "t_CO2e", 422),
    ] {
        let fields = [
            ("benefits[0][indicator]", indicator),
            ("benefits[0][baseline]", "100"),
            ("benefits[0][achieved]", "60"),
            ("benefits[0][unit]", unit),
            ("benefits[0][basis]", "per_year"),
        ];
        let page = browser.get(&format!("{listing}/edit/benefits")).await.ok();
        let answer = browser.press(&page, SAVE, &fields).await;
        assert_eq!(answer.status(), status, "{indicator} in {unit}: {:?}", answer.errors());
    }
}

#[tokio::test]
async fn a_payback_over_a_range_of_costs_is_a_range_and_is_found_by_its_later_end() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let mut content = offer("Ceramic membranes");
    if let greenbridge::listings::content::Body::Offer(offer) = &mut content.body {
        offer.cost.currency = "USD".to_owned();
        (offer.cost.capital.from, offer.cost.capital.to) = (Some(480_000.into()), Some(620_000.into()));
        offer.cost.annual_saving = Some(205_000.into());
    }
    let listing = app.published(&owner, &content).await;
    app.follow_changes().await;
    let page = app.visitor().get(&format!("/listings/{}", listing.reference)).await.ok();
    assert!(page.says("28 to 36 months"), "{}", page.text());
    for (months, found) in [("30", false), ("36", true)] {
        let list = app.visitor().get(&format!("/listings?payback={months}")).await.ok();
        assert_eq!(list.says("Ceramic membranes"), found, "within {months} months");
    }
}

#[tokio::test]
async fn a_listing_that_is_not_public_any_more_says_why() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.published(&owner, &offer("Ceramic membranes")).await;
    let path = format!("/listings/{}", listing.reference);
    let browser = app.sign_in(&owner).await;
    browser.post(&format!("{path}/pause"), &[]).await.expect(303);
    let gone = app.visitor().get(&path).await.expect(410);
    assert!(gone.says("Its owner has paused it"), "{}", gone.text());
    browser.post(&format!("{path}/resume"), &[]).await.expect(303);
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    moderator.post(&format!("{path}/remove"), &[("reason", "The figures are of another plant.")]).await.expect(303);
    let gone = app.visitor().get(&path).await.expect(410);
    assert!(gone.says("A moderator has taken it off") && !gone.says("figures of another plant"));
    // Its owner is not led to an editor that is closed, but to the reason.
    let page = browser.get(&path).await.ok();
    assert!(!page.links().iter().any(|(_, to)| to.ends_with("/edit")), "{:?}", page.links());
    let why = page.links().into_iter().find(|(name, _)| name == "Why").unwrap().1;
    let history = browser.get(&why).await.ok();
    assert!(history.says("The figures are of another plant."), "{}", history.text());
}

#[tokio::test]
async fn texts_are_added_and_removed_in_other_languages() {
    let app = TestApp::start().await;
    let (browser, _, listing) = begin(&app, "offer").await;
    let at = format!("{listing}/edit/languages/th");
    let page = browser.get(&at).await.ok();
    browser.press(&page, "Save", &[("title", "เมมเบรนเซรามิก")]).await.expect(303);
    let page = browser.get(&at).await.ok();
    assert_eq!((page.value("title").as_str(), page.attribute("#th-title", "lang").as_str()), ("เมมเบรนเซรามิก", "th"));
    let long = "ก".repeat(121);
    let refused = browser.press(&page, "Save", &[("title", &long)]).await.expect(422);
    assert_eq!(refused.error("th-title"), "At most 120 characters");
    browser.press(&page, "Save", &[("remove", "yes")]).await.expect(303);
    assert_eq!(browser.get(&at).await.value("title"), "");
    assert_eq!(browser.get(&format!("{listing}/edit/languages/en")).await.status(), 404, "the original");
    assert_eq!(browser.get(&format!("{listing}/edit/languages/xx")).await.status(), 404);
}

fn png() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::RgbImage::from_pixel(40, 30, image::Rgb([9, 93, 75])).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";

#[tokio::test]
async fn files_are_taken_by_content_and_opened_only_by_those_who_may() {
    let app = TestApp::start().await;
    let (browser, _, listing) = begin(&app, "offer").await;
    let at = format!("{listing}/edit/files");
    let send = async |name: &str, bytes: &[u8], visibility: &str| {
        let file = File { field: "file", name, media_type: "image/png", bytes };
        let fields = [("caption", "What it is"), ("visibility", visibility), ("kind", "report")];
        browser.post_files(&at, &fields, &[file]).await
    };
    let svg = send("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "public").await.expect(422);
    assert!(svg.error("file").starts_with("This kind of file is not taken"), "{:?}", svg.errors());
    assert_eq!(svg.value("caption"), "What it is");
    let broken = &png()[..60];
    assert!(send("a.png", broken, "public").await.expect(422).error("file").starts_with("This picture cannot be read"));
    send("a.png", &[PDF, &vec![b'x'; 21 * 1024 * 1024]].concat(), "public").await.expect(413);
    assert_eq!(std::fs::read_dir(app.config.data_dir.join("files")).unwrap().count(), 0, "nothing is left");

    send("../../plant.png", &png(), "public").await.expect(303);
    send("报告.exe", PDF, "after_nda").await.expect(303);
    let page = browser.get(&at).await.ok();
    let picture = page.attribute("section img", "src");
    let links: Vec<_> = page.links().into_iter().filter(|(_, to)| to.starts_with("/files/")).collect();
    assert_eq!(links.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["plant.png", "报告.exe.pdf"]);
    let shown = browser.get(&picture).await.ok();
    assert_eq!(shown.header("content-type"), "image/webp");
    assert!(shown.header("content-security-policy").contains("sandbox"));
    let document = browser.get(&links[1].1).await.ok();
    assert!(document.header("content-disposition").starts_with("attachment;"));
    assert_eq!((document.bytes(), document.header("x-content-type-options")), (PDF, "nosniff"));
    // A draft's files are its owner's, whoever knows the address.
    assert_eq!(app.visitor().get(&picture).await.status(), 404);
    let other = app.sign_in(&app.owner("Mei Lin", "Straits Filters", "SG").await).await;
    assert_eq!(other.get(&links[1].1).await.status(), 404);

    let key = picture.split('/').nth(2).unwrap();
    browser.post(&format!("{at}/{key}"), &[("action", "remove")]).await.expect(303);
    assert_eq!(browser.get(&picture).await.status(), 404);
    assert_eq!(std::fs::read_dir(app.config.data_dir.join("files")).unwrap().count(), 1);
    assert_eq!(browser.post(&format!("{at}/{key}"), &[("action", "remove")]).await.status(), 404);
}

#[tokio::test]
async fn viewers_and_strangers_are_kept_out() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let draft = app.draft(&owner, &offer("Ceramic membranes")).await;
    let public = app.published(&owner, &offer("Hollow fibres")).await;
    let viewer = app.sign_in(&app.colleague("An Le", &owner, MemberRole::Viewer).await).await;
    let stranger = app.sign_in(&app.owner("Mei Lin", "Straits Filters", "SG").await).await;
    for (browser, hidden) in [(&viewer, 403), (&stranger, 404)] {
        for (listing, status) in [(&draft, hidden), (&public, 403)] {
            for end in ["edit", "edit/texts", "edit/files", "archive"] {
                let at = format!("/listings/{}/{end}", listing.reference);
                assert_eq!(browser.get(&at).await.status(), status, "{at}");
            }
            for end in ["edit/texts", "submit", "take-back", "pause", "resume", "renew", "archive", "accepting"] {
                let at = format!("/listings/{}/{end}", listing.reference);
                assert_eq!(browser.post(&at, &[("accepting", "no")]).await.status(), status, "{at}");
            }
        }
    }
    assert_eq!(viewer.get("/listings/new").await.status(), 403);
    assert_eq!(viewer.post("/listings/new", &[("kind", "offer"), ("language", "en")]).await.status(), 403);
    viewer.get(&format!("/listings/{}/edit/check", draft.reference)).await.ok();
    viewer.get("/workspace").await.ok();
    assert_eq!(stranger.get(&format!("/listings/{}/edit/check", public.reference)).await.status(), 403);
}

#[tokio::test]
async fn an_owner_pauses_resumes_renews_and_archives() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.published(&owner, &offer("Ceramic membranes")).await;
    let browser = app.sign_in(&owner).await;
    let at = format!("/listings/{}", listing.reference);
    let press = async |button: &str| {
        let page = browser.get(&format!("{at}/edit")).await.ok();
        browser.submit(&page, button, &[]).await.ok()
    };
    assert!(press("Pause").await.says("Paused. It is out of search"));
    assert_eq!(app.visitor().get(&at).await.status(), 410);
    assert!(press("Resume").await.says("It is public again"));
    app.visitor().get(&at).await.ok();
    assert!(press("Stop accepting interest").await.says("cannot express interest"));
    assert_eq!(browser.post(&format!("{at}/renew"), &[]).await.status(), 409, "far from its end");
    app.advance(chrono::Duration::days(350));
    let browser = app.sign_in(&owner).await;
    assert!(browser.get("/workspace").await.ok().says("Waiting for you"));
    browser.post(&format!("{at}/renew"), &[]).await.expect(303);
    let confirm = browser.get(&format!("{at}/archive")).await.ok();
    assert_eq!(app.listing(listing.id).await.status.code(), "published", "a look changes nothing");
    browser.submit(&confirm, "Archive", &[]).await.ok();
    assert_eq!(app.visitor().get(&at).await.status(), 410);
    assert_eq!(browser.get("/workspace/listings?status=archived").await.ok().count("tbody tr"), 1);
    for bad in ["status=nothing", "page=x", "page=-1"] {
        assert_eq!(browser.get(&format!("/workspace/listings?{bad}")).await.status(), 400, "{bad}");
    }
    assert_eq!(browser.get("/workspace/listings?page=4000000000").await.status(), 404);
}
