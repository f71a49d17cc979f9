//! Registers that administrators keep: keywords, label schemes and recognitions.

use greenbridge::labels::{self, Claim};
use greenbridge::listings::content::Body;
use greenbridge::web::Can;

use crate::support::{TestApp, offer};

/// A second node on the database of the first.
async fn beside(app: &TestApp) -> TestApp {
    let database = app.config.database_url.clone();
    TestApp::start_with(|config| config.database_url = database).await
}

const AGREEMENT: [(&str, &str); 9] = [
    ("scheme", "VN-VGL"),
    ("recognised_by", "TH-TGL"),
    ("kind", "bilateral"),
    ("since", "2026-05-01"),
    ("agreement_en", "Agreement of Hue"),
    ("agreement_zh", "顺化协议"),
    ("source", "Announcement of May 2026"),
    ("dated", "2026-05-02"),
    ("confidence", "seen"),
];

#[tokio::test]
async fn a_keyword_that_is_renamed_is_found_by_its_new_name_on_every_node() {
    let app = TestApp::start().await;
    let other = beside(&app).await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    app.published(&owner, &offer("Ceramic membranes")).await;
    other.follow_changes().await;
    assert!(!other.visitor().open("/listings?q=zibblewater").await.ok().says("Ceramic membranes"));
    let admin = app.sign_in(&app.administrator("Ada Admin").await).await;
    let page = admin.open("/admin/registers/keyword/entries/WAT-IND").await.ok();
    let done = admin.submit(&page, "Save", &[("en", "Zibblewater treatment")]).await.ok();
    assert!(done.notice().starts_with("Saved.") && done.says("Zibblewater treatment"), "{}", done.text());
    app.run_jobs().await;
    other.follow_changes().await;
    for node in [&app, &other] {
        let found = node.visitor().open("/listings?q=zibblewater").await.ok();
        assert!(found.says("Ceramic membranes"), "{}", found.text());
        assert!(node.visitor().open("/").await.ok().says("Zibblewater treatment"), "kept pages are forgotten");
    }
    let log = admin.open("/admin/log?subject=keyword%2FWAT-IND").await.ok();
    assert!(log.says("Ada Admin") && log.says("Industrial water treatment") && log.says("Zibblewater treatment"));
    assert!(admin.open("/admin/log?subject=scheme").await.ok().says("No change is noted"));
}

#[tokio::test]
async fn a_retired_keyword_stays_readable_and_cannot_be_chosen_newly() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let old = app.published(&owner, &offer("Ceramic membranes")).await;
    let mut bare = offer("Pumps");
    bare.keywords.clear();
    let fresh = app.draft(&owner, &bare).await;
    let admin = app.sign_in(&app.administrator("Ada Admin").await).await;
    let page = admin.open("/admin/registers/keyword/entries/WAT-IND").await.ok();
    admin.submit(&page, "Save", &[("retired", "yes")]).await.ok();
    app.run_jobs().await;
    let visitor = app.visitor();
    assert!(visitor.open(&format!("/listings/{}", old.reference)).await.ok().says("Industrial water treatment"));
    assert!(visitor.open("/listings?keyword=WAT-IND").await.ok().says("Ceramic membranes"));
    let editor = app.sign_in(&owner).await;
    let path = format!("/listings/{}/edit/themes", fresh.reference);
    assert!(!editor.open(&path).await.ok().says("Industrial water treatment"), "it is not offered");
    let sent = [("action", "list"), ("version", "1"), ("themes", "water"), ("keywords", "WAT-IND")];
    editor.post(&path, &sent).await.expect(422);
}

#[tokio::test]
async fn a_recognition_that_is_added_or_ended_moves_what_search_and_listings_say() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let mut content = offer("Labelled membranes");
    if let Body::Offer(offer) = &mut content.body {
        let (scheme, number) = ("VN-VGL".to_owned(), "7".to_owned());
        offer.certificates.push(Claim { scheme, number, ..Claim::default() });
    }
    let listing = app.published(&owner, &content).await;
    let known = labels::store::find(app.db.conn(), 1).await.unwrap().unwrap();
    let may = Can::check(&greenbridge::auth::Actor::System, known).unwrap();
    assert!(labels::actions::decide(&app, &may, labels::Status::Verified, "").await.unwrap());
    app.run_jobs().await;
    let visitor = app.visitor();
    let in_thailand = async || visitor.open("/listings?recognised_in=TH").await.ok().says("Labelled membranes");
    assert!(!in_thailand().await);
    let admin = app.sign_in(&app.administrator("Ada Admin").await).await;
    admin.post("/admin/registers/recognition/new", &AGREEMENT).await.expect(303);
    app.run_jobs().await;
    assert!(in_thailand().await);
    let page = visitor.open(&format!("/listings/{}", listing.reference)).await.ok();
    assert!(page.says("Agreement of Hue") && page.says("Announcement of May 2026"));
    let page = admin.open("/admin/registers/recognition/entries/VN-VGL.TH-TGL").await.ok();
    admin.submit(&page, "Save", &[("ended", "2026-11-01")]).await.ok();
    app.run_jobs().await;
    assert!(!in_thailand().await);
}

#[tokio::test]
async fn a_new_scheme_stands_in_the_register_and_can_be_claimed() {
    let app = TestApp::start().await;
    let admin = app.sign_in(&app.administrator("Ada Admin").await).await;
    let scheme = [
        ("code", "LA-NEW"),
        ("country", "LA"),
        ("body", "Ministry"),
        ("iso_type", "14024"),
        ("en", "Lao Green Mark"),
        ("zh", "老挝绿色标志"),
        ("source", "Decree 1"),
        ("dated", "2026"),
        ("confidence", "seen"),
    ];
    admin.post("/admin/registers/scheme/new", &scheme).await.expect(303);
    let visitor = app.visitor();
    assert!(visitor.open("/zh/labels/LA-NEW").await.ok().says("老挝绿色标志"));
    assert!(visitor.open("/labels").await.ok().says("Lao Green Mark"));
    let again = admin.post("/admin/registers/scheme/new", &scheme).await.expect(422);
    assert!(again.says("This code is in use."));
}

#[tokio::test]
async fn what_is_wrong_with_an_entry_is_said_at_its_fields() {
    let app = TestApp::start().await;
    let admin = app.sign_in(&app.administrator("Ada Admin").await).await;
    let wrong = async |path: &str, fields: &[(&str, &str)], field: &str| {
        let page = admin.post(path, fields).await.expect(422);
        assert!(!page.error(field).is_empty(), "{path} {fields:?}: {}", page.text());
    };
    let recognition = "/admin/registers/recognition/new";
    let with = |name: &'static str, text: &'static str| {
        AGREEMENT.iter().map(|(known, old)| (*known, if *known == name { text } else { *old })).collect::<Vec<_>>()
    };
    for (field, text) in [
        ("scheme", "XX-NONE"),
        ("recognised_by", "VN-VGL"),
        ("kind", "<b>"),
        ("since", "soon"),
        ("since", "2099-01-01"),
        ("source", " "),
        ("dated", ""),
        ("dated", "31-12-2026"),
        ("agreement_zh", ""),
    ] {
        wrong(recognition, &with(field, text), field).await;
    }
    let long = "x".repeat(301);
    for (field, text) in
        [("code", "lower"), ("code", "../../etc"), ("theme", "nonsense"), ("en", ""), ("zh", long.as_str())]
    {
        wrong("/admin/registers/keyword/new", &[(field, text)], field).await;
    }
    for (field, text) in
        [("website", "javascript:alert(1)"), ("valid_months", "-3"), ("valid_months", "1e9"), ("country", "XX")]
    {
        wrong("/admin/registers/scheme/entries/TH-TGL", &[(field, text)], field).await;
    }
    admin.get("/admin/registers/nothing").await.expect(404);
    admin.get("/admin/registers/keyword/entries/NOPE").await.expect(404);
    for odd in ["?page=-1", "?page=99999999", "?subject=%25%27%3B--", "?subject[]=x"] {
        assert!(admin.get(&format!("/admin/log{odd}")).await.status() < 500, "{odd}");
    }
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    moderator.get("/admin").await.expect(403);
    moderator.post(recognition, &AGREEMENT).await.expect(403);
}

#[tokio::test]
async fn of_two_administrators_the_second_sees_what_the_first_saved() {
    let app = TestApp::start().await;
    let first = app.sign_in(&app.administrator("Ada Admin").await).await;
    let second = app.sign_in(&app.administrator("Ben Admin").await).await;
    let path = "/admin/registers/keyword/entries/WAT-MUN";
    let (one, two) = (first.open(path).await.ok(), second.open(path).await.ok());
    first.submit(&one, "Save", &[("en", "Town water")]).await.ok();
    let conflict = second.press(&two, "Save", &[("en", "City water")]).await.expect(409);
    assert!(conflict.says("Somebody else has changed this entry") && conflict.says("Town water"));
    second.submit(&conflict, "Save", &[]).await.ok();
    assert_eq!(app.registers.get().keywords().name("WAT-MUN", greenbridge::taxonomy::Lang::En), "City water");
}

#[tokio::test]
async fn a_recognition_for_some_product_groups_counts_for_what_names_one_of_them() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let mut listings = Vec::new();
    for (id, product) in [(1, "Zibble pump"), (2, "Ceramic membranes, tubular")] {
        let mut content = offer(product);
        if let Body::Offer(offer) = &mut content.body {
            let (scheme, number) = ("VN-VGL".to_owned(), id.to_string());
            offer.certificates.push(Claim { scheme, number, product: product.to_owned(), ..Claim::default() });
        }
        listings.push(app.published(&owner, &content).await);
        let known = labels::store::find(app.db.conn(), id).await.unwrap().unwrap();
        let may = Can::check(&greenbridge::auth::Actor::System, known).unwrap();
        assert!(labels::actions::decide(&app, &may, labels::Status::Verified, "").await.unwrap());
    }
    let admin = app.sign_in(&app.administrator("Ada Admin").await).await;
    let limited: Vec<_> = AGREEMENT.into_iter().chain([("limited", "yes")]).collect();
    let refused = admin.post("/admin/registers/recognition/new", &limited).await.expect(422);
    assert!(!refused.error("scope_en").is_empty(), "for which is not said: {}", refused.text());
    let scope = [("scope_en", "water pumps and ceramic membranes"), ("scope_zh", "水泵、陶瓷膜")];
    let limited: Vec<_> = limited.into_iter().chain(scope).collect();
    admin.post("/admin/registers/recognition/new", &limited).await.expect(303);
    app.run_jobs().await;
    let visitor = app.visitor();
    let found = visitor.open("/listings?recognised_in=TH").await.ok();
    assert!(found.says("Ceramic membranes") && !found.says("Zibble pump"), "{}", found.text());
    let said = "Recognised for some products: water pumps and ceramic membranes";
    let pump = visitor.open(&format!("/listings/{}", listings[0].reference)).await.ok();
    assert!(pump.says(said) && !pump.says("Recognised under an agreement"), "{}", pump.text());
    let membranes = visitor.open(&format!("/listings/{}", listings[1].reference)).await.ok();
    assert!(membranes.says("Recognised under an agreement") && !membranes.says(said), "{}", membranes.text());
    let matrix = visitor.open("/labels/recognition?country=TH").await.ok();
    assert!(matrix.says("For some products: water pumps and ceramic membranes") && matrix.says(said));
}

#[tokio::test]
async fn a_recognition_that_ends_before_it_begins_is_told_in_its_own_words() {
    let app = TestApp::start().await;
    let admin = app.sign_in(&app.administrator("Ada Admin").await).await;
    let early: Vec<_> = AGREEMENT.into_iter().chain([("ended", "2026-04-30")]).collect();
    let refused = admin.post("/admin/registers/recognition/new", &early).await.expect(422);
    assert!(refused.error("ended").contains("cannot end before it begins"), "{:?}", refused.errors());
}

#[tokio::test]
async fn two_entries_that_could_not_be_told_apart_are_refused_at_the_name() {
    let app = TestApp::start().await;
    let admin = app.sign_in(&app.administrator("Ada Admin").await).await;
    let keyword = |code, theme, en| [("code", code), ("theme", theme), ("en", en), ("zh", "零号水处理")];
    let path = "/admin/registers/keyword/new";
    admin.post(path, &keyword("WAT-ZIB", "water", "Zibblewater")).await.expect(303);
    let refused = admin.post(path, &keyword("WAT-ZOB", "water", "zibbleWATER")).await.expect(422);
    for field in ["en", "zh"] {
        assert!(refused.error(field).contains("Another entry has this name"), "{:?}", refused.errors());
    }
    admin.post(path, &keyword("AIR-ZIB", "air", "Zibblewater")).await.expect(303);
    let entry = admin.open("/admin/registers/keyword/entries/WAT-ZIB").await.ok();
    admin.submit(&entry, "Save", &[("search", "zibble")]).await.ok();
    admin.submit(&entry, "Save", &[("retired", "yes"), ("version", "2")]).await.ok();
    admin.post(path, &keyword("WAT-ZOB", "water", "Zibblewater")).await.expect(303);
    let scheme = [("en", "Thai Green Label")];
    let entry = admin.open("/admin/registers/scheme/entries/CN-CEL").await.ok();
    let refused = admin.press(&entry, "Save", &scheme).await.expect(422);
    assert!(!refused.error("en").is_empty(), "{:?}", refused.errors());
}
