//! Eco-labels: the register, certificates from claim to expiry, and what a label is worth elsewhere.

use chrono::Duration;
use greenbridge::entity::certificate;
use greenbridge::labels::Claim;
use greenbridge::listings::Listing;
use greenbridge::listings::content::{Body, Content};
use sea_orm::EntityTrait;

use crate::support::{Person, TestApp, offer};

fn certified(title: &str, number: &str, valid_until: &str) -> Content {
    let mut content = offer(title);
    if let Body::Offer(offer) = &mut content.body {
        offer.certificates.push(Claim {
            scheme: "TH-TGL".to_owned(),
            number: number.to_owned(),
            holder: "Red River Membranes".to_owned(),
            product: "Membrane module".to_owned(),
            valid_until: valid_until.parse().ok(),
            ..Claim::default()
        });
    }
    content
}

async fn only_certificate(app: &TestApp) -> certificate::Model {
    let mut all = certificate::Entity::find().all(app.db.conn()).await.unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

async fn published(app: &TestApp, valid_until: &str) -> (Person, Listing) {
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.published(&owner, &certified("Membranes", "TGL-7", valid_until)).await;
    (owner, listing)
}

#[tokio::test]
async fn a_claim_waits_is_verified_and_then_stands_in_the_register() {
    let app = TestApp::start().await;
    let (owner, listing) = published(&app, "2027-06-30").await;
    let changed = app.listing(listing.id).await.changed;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    assert!(!app.visitor().open("/labels/TH-TGL").await.ok().says("Red River Membranes"));
    let queue = moderator.open("/moderation/certificates").await.ok();
    assert!(queue.says("Thai Green Label") && queue.says("TGL-7"));

    let done = moderator.submit(&queue, "Verify TGL-7", &LOOKED_UP).await.ok();
    assert!(done.notice().starts_with("Verified.") && done.says("No certificate waits"), "{}", done.text());
    assert!(app.listing(listing.id).await.changed > changed, "the index has to look at the listing again");
    assert!(app.last_mail(&owner.email).await.subject.starts_with("Your certificate is verified: Thai Green Label"));
    let page = app.visitor().open("/labels/TH-TGL").await.ok();
    assert!(page.says("Red River Membranes") && page.says("Membranes") && page.says("China Environmental Labelling"));
    let register = app.visitor().open("/labels").await.ok();
    assert!(register.all("tbody tr").iter().any(|row| row.starts_with("Thai Green Label") && row.ends_with('1')));
    moderator.press(&queue, "Refuse TGL-7", &[]).await.expect(409);
}

#[tokio::test]
async fn a_refused_claim_tells_its_owner_why() {
    let app = TestApp::start().await;
    let (owner, _) = published(&app, "2027-06-30").await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let queue = moderator.open("/moderation/certificates").await.ok();
    moderator.submit(&queue, "Refuse TGL-7", &[("reason", "The number is of another product.")]).await.ok();
    let mail = app.last_mail(&owner.email).await;
    assert!(mail.text.contains("> The number is of another product."), "{}", mail.text);
    assert_eq!(only_certificate(&app).await.status, "refused");
}

#[tokio::test]
async fn claims_of_a_submission_can_be_verified_from_its_case() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    app.submitted(&owner, &certified("Membranes", "TGL-7", "2027-06-30")).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let queue = moderator.open("/moderation").await.ok();
    let case = moderator.open(&queue.link("Membranes").unwrap()).await.ok();
    let case = moderator.submit(&case, "Verify TGL-7", &LOOKED_UP).await.ok();
    assert_eq!(case.heading(), "Membranes");
    assert_eq!(case.first("#certificates .state"), "verified");
}

#[tokio::test]
async fn only_moderators_say_whether_a_certificate_holds() {
    let app = TestApp::start().await;
    let (owner, _) = published(&app, "2027-06-30").await;
    let known = only_certificate(&app).await;
    let path = format!("/moderation/certificates/{}", known.id);
    let form = [("version", "1"), ("decision", "verified"), ("reason", "Found in the register.")];
    app.sign_in(&owner).await.post(&path, &form).await.expect(403);
    app.visitor().post(&path, &form).await.expect(401);
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    moderator.post(&path, &[("version", "1"), ("decision", "superseded")]).await.expect(400);
    moderator.post("/moderation/certificates/999999", &form).await.expect(404);
    moderator.post(&path, &[("version", "0"), ("decision", "verified")]).await.expect(409);
    assert_eq!(only_certificate(&app).await.status, "claimed");
}

#[tokio::test]
async fn the_owner_is_told_90_30_14_and_0_days_before_and_then_the_badge_goes() {
    let app = TestApp::start().await;
    let (owner, listing) = published(&app, "2027-03-31").await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let queue = moderator.open("/moderation/certificates").await.ok();
    moderator.submit(&queue, "Verify TGL-7", &LOOKED_UP).await.ok();
    for _ in 0..128 {
        app.run_jobs().await;
        app.run_jobs().await;
        app.advance(Duration::days(1));
    }
    let mails = app.mails().await;
    let told: Vec<_> = mails.iter().filter(|mail| mail.to == owner.email).map(|mail| mail.subject.as_str()).collect();
    let name = "Thai Green Label TGL-7";
    let told_of_end: Vec<String> =
        told.iter().filter_map(|subject| subject.split_once(" ends ")).map(|(_, rest)| rest.to_owned()).collect();
    assert_eq!(
        told_of_end,
        [
            format!("in 90 days: {name}"),
            format!("in 30 days: {name}"),
            format!("in 14 days: {name}"),
            format!("today: {name}")
        ]
    );
    assert_eq!(only_certificate(&app).await.status, "verified");
    let changed = app.listing(listing.id).await.changed;
    app.advance(Duration::days(1));
    app.run_jobs().await;
    assert_eq!(only_certificate(&app).await.status, "expired");
    assert!(app.listing(listing.id).await.changed > changed);
    assert!(!app.visitor().open("/labels/TH-TGL").await.ok().says("Red River Membranes"));
}

/// What a moderator says who verifies a certificate without a document.
const LOOKED_UP: [(&str, &str); 1] = [("reason", "Found in the register of its scheme.")];

/// A published listing whose certificate a moderator has verified.
async fn verified(app: &TestApp, valid_until: &str) -> (Person, Listing) {
    let (owner, listing) = published(app, valid_until).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let queue = moderator.open("/moderation/certificates").await.ok();
    moderator.submit(&queue, "Verify TGL-7", &LOOKED_UP).await.ok();
    app.run_jobs().await;
    (owner, listing)
}

#[tokio::test]
async fn a_listing_says_what_its_label_is_worth_with_the_readers_country_first() {
    let app = TestApp::start().await;
    let (_, listing) = published(&app, "2027-06-30").await;
    let path = format!("/listings/{}", listing.reference);
    let visitor = app.visitor();
    assert_eq!(visitor.open(&path).await.ok().count("details.worth"), 0, "a claim alone is worth nothing");
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let queue = moderator.open("/moderation/certificates").await.ok();
    moderator.submit(&queue, "Verify TGL-7", &LOOKED_UP).await.ok();
    app.run_jobs().await;

    let page = visitor.open(&path).await.ok();
    assert_eq!(page.all("details.worth dt"), ["Thailand", "China"].map(str::to_owned));
    let china = &page.all("details.worth dd")[1];
    for said in
        ["Recognised under an agreement", "CEC-TEI mutual recognition agreement", "since 2007", "source: en.mepcec.com"]
    {
        assert!(china.contains(said), "{said}: {china}");
    }
    assert!(page.first("details.worth p").contains("Viet Nam") && page.first("details.worth p").contains("Myanmar"));
    let reader = app.owner("Dao Thi", "Mekong Water", "LA").await;
    let own = app.sign_in(&reader).await.open(&path).await.ok();
    assert_eq!(own.all("details.worth dt")[0], "Lao PDR");
    assert!(own.all("details.worth dd")[0].contains("No agreement known"));
}

#[tokio::test]
async fn search_asks_where_a_label_is_recognised_until_the_label_has_expired() {
    let app = TestApp::start().await;
    verified(&app, "2026-11-30").await;
    let visitor = app.visitor();
    let found = visitor.open("/listings?recognised_in=CN").await.ok();
    assert!(found.says("Membranes") && found.says("Label recognised in China"), "{}", found.text());
    let all = visitor.open("/listings").await.ok();
    assert_eq!(all.count("input[name=recognised_in]"), 2, "Thailand and China");
    assert!(!visitor.open("/listings?recognised_in=VN").await.ok().says("Membranes"));
    visitor.get("/listings?recognised_in=nowhere").await.expect(400);
    app.advance(Duration::days(8));
    app.run_jobs().await;
    app.run_jobs().await;
    assert!(!visitor.open("/listings?recognised_in=CN").await.ok().says("Membranes"));
}

#[tokio::test]
async fn a_verified_certificate_is_revoked_with_a_reason_and_its_badge_goes() {
    let app = TestApp::start().await;
    let (owner, listing) = verified(&app, "2027-06-30").await;
    let moderator = app.sign_in(&app.moderator("Anh Le").await).await;
    let list = moderator.open("/moderation/certificates?show=verified").await.ok();
    assert!(list.says("TGL-7") && list.says("Siti Noor"), "who verified it is shown: {}", list.text());
    let again = moderator.press(&list, "Revoke TGL-7", &[("reason", " ")]).await.expect(422);
    assert!(again.says("Say why it is revoked") && again.says("TGL-7"));
    let done = moderator.submit(&list, "Revoke TGL-7", &[("reason", "Withdrawn by the institute.")]).await.ok();
    assert!(done.notice().starts_with("Revoked."), "{}", done.text());
    let mail = app.last_mail(&owner.email).await;
    assert!(
        mail.subject.starts_with("Your certificate was revoked") && mail.text.contains("> Withdrawn by the institute.")
    );
    assert!(!app.visitor().open("/labels/TH-TGL").await.ok().says("Red River Membranes"));
    assert!(!app.visitor().open("/listings?recognised_in=TH").await.ok().says("Membranes"));
    let page = app.visitor().open(&format!("/listings/{}", listing.reference)).await.ok();
    assert!(page.says("revoked") && page.count("details.worth") == 0);
    moderator.press(&list, "Revoke TGL-7", &[("reason", "Again")]).await.expect(409);
    let ended = moderator.open("/moderation/certificates?show=refused").await.ok();
    assert!(ended.says("Withdrawn by the institute.") && ended.says("Anh Le"));
}

#[tokio::test]
async fn a_newer_certificate_of_the_same_product_takes_the_place_of_the_old_one_when_it_is_verified() {
    let app = TestApp::start().await;
    let (owner, _) = verified(&app, "2027-06-30").await;
    app.published(&owner, &certified("Membranes again", "TGL-8", "2028-06-30")).await;
    let states = async || {
        let mut all = certificate::Entity::find().all(app.db.conn()).await.unwrap();
        all.sort_by_key(|row| row.id);
        all.into_iter().map(|row| row.status).collect::<Vec<_>>()
    };
    assert_eq!(states().await, ["verified", "claimed"], "a claim alone replaces nothing");
    let moderator = app.sign_in(&app.moderator("Anh Le").await).await;
    let queue = moderator.open("/moderation/certificates").await.ok();
    moderator.submit(&queue, "Verify TGL-8", &LOOKED_UP).await.ok();
    assert_eq!(states().await, ["superseded", "verified"]);
    let page = app.visitor().open("/labels/TH-TGL").await.ok();
    assert!(page.says("TGL-8") && !page.says("TGL-7") && page.says("verified by Anh Le"), "{}", page.text());
}

#[tokio::test]
async fn a_refused_certificate_that_its_owner_changes_waits_again() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    app.published(&owner, &certified("Membranes", "TGL-7", "2026-12-31")).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let queue = moderator.open("/moderation/certificates").await.ok();
    moderator.submit(&queue, "Refuse TGL-7", &[("reason", "The date is wrong.")]).await.ok();
    app.submitted(&owner, &certified("The same again", "TGL-7", "2026-12-31")).await;
    assert!(moderator.open("/moderation/certificates").await.ok().says("No certificate waits"), "it says the same");
    app.submitted(&owner, &certified("Membranes mended", "TGL-7", "2027-06-30")).await;
    let known = only_certificate(&app).await;
    assert_eq!((known.status.as_str(), known.reason.as_str()), ("claimed", ""));
    let queue = moderator.open("/moderation/certificates").await.ok();
    moderator.submit(&queue, "Verify TGL-7", &LOOKED_UP).await.ok();
    assert_eq!(only_certificate(&app).await.status, "verified");
}

#[tokio::test]
async fn the_queue_points_at_what_a_moderator_should_compare() {
    let app = TestApp::start().await;
    published(&app, "2029-06-30").await;
    let other = app.owner("Dao Thi", "Mekong Water", "LA").await;
    let mut copied = certified("Pumps", "TGL-7", "2029-06-30");
    if let Body::Offer(offer) = &mut copied.body {
        offer.certificates[0].issued = "2026-12-24".parse().ok();
    }
    app.published(&other, &copied).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let queue = moderator.open("/moderation/certificates").await.ok();
    for said in [
        "Mekong Water has entered a certificate of this scheme with the same number.",
        "Red River Membranes has entered a certificate of this scheme with the same number.",
        "Its day of issue lies in the future.",
        "more than the 24 months",
        "The holder on it is not the name of the organisation.",
    ] {
        assert!(queue.says(said), "{said}: {}", queue.text());
    }
    for odd in ["?show=nothing", "?show=verified&page=-1", "?show[]=waiting", "?page=999999999999"] {
        assert!(moderator.open(&format!("/moderation/certificates{odd}")).await.status() < 500, "{odd}");
    }
}

#[tokio::test]
async fn what_a_label_is_worth_in_a_country_can_be_read() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let page = visitor.open("/labels/recognition?country=TH").await.ok();
    let rows = page.all("table.stacks tbody tr");
    assert!(rows[0].contains("Thai Green Label") && rows[0].contains("Label of this country"), "{}", rows[0]);
    assert!(rows[1].contains("China Environmental Labelling") && rows[1].contains("Recognised"), "{}", rows[1]);
    assert_eq!(page.count("table.matrix tbody tr"), 16);
    let chinese = visitor.open("/zh/labels/recognition?country=TH").await.ok();
    assert!(chinese.says("中国环境标志") && chinese.says("泰国"));
    for odd in ["?country=XX", "?country=", "?country[]=TH&country=%3Cb%3E"] {
        assert!(visitor.open(&format!("/labels/recognition{odd}")).await.status() < 500, "{odd}");
    }
    visitor.get("/labels/unknown").await.expect(404);
}

#[tokio::test]
async fn a_certificate_has_a_page_from_its_verification_on_and_before_that_for_those_concerned_only() {
    let app = TestApp::start().await;
    let (owner, listing) = published(&app, "2027-06-30").await;
    let path = format!("/certificates/{}", only_certificate(&app).await.id);
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    app.visitor().get(&path).await.expect(404);
    app.sign_in(&app.owner("Mei Lin", "Straits Environment Office", "SG").await).await.get(&path).await.expect(404);
    let own = app.sign_in(&owner).await.get(&path).await.ok();
    assert!(own.says("nobody has looked at it") && own.says("not said"), "{}", own.text());

    let queue = moderator.open("/moderation/certificates").await.ok();
    moderator.submit(&queue, "Verify TGL-7", &LOOKED_UP).await.ok();
    let page = app.visitor().get(&path).await.ok();
    assert!(page.says("Thai Green Label") && page.says("Membrane module") && page.says("It holds."));
    assert!(page.says("verified by Siti Noor") && page.says("Recognised under an agreement"), "{}", page.text());
    assert!(page.says(&listing.reference) && page.says("Red River Membranes"));
    let on_listing = app.visitor().get(&format!("/listings/{}", listing.reference)).await.ok();
    assert_eq!(on_listing.link("Number TGL-7").as_deref(), Some(path.as_str()));

    let verified = moderator.open("/moderation/certificates?show=verified").await.ok();
    moderator.submit(&verified, "Revoke TGL-7", &[("reason", "Taken back by its body.")]).await.ok();
    let page = app.visitor().get(&path).await.ok();
    assert!(page.says("It was taken back before its last day.") && !page.says("Taken back by its body."));
    assert!(moderator.get(&path).await.ok().says("Taken back by its body."));
    app.visitor().get("/certificates/999").await.expect(404);
    app.visitor().get("/certificates/nothing").await.expect(404);
}

#[tokio::test]
async fn a_statement_of_verification_says_who_verified_what_and_no_other_certificate_does() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let draft = app.draft(&owner, &offer("Membranes")).await;
    let browser = app.sign_in(&owner).await;
    let path = format!("/listings/{}/edit/certificates", draft.reference);
    let row = |name: &str| format!("certificates[0][{name}]");
    let fields = [
        (row("scheme"), "TH-TGL"),
        (row("number"), "ETV-9"),
        (row("verifier"), "Verification Centre"),
        (row("verified"), "Removal of COD 92 to 96 % at 25 °C"),
    ];
    let mut fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let form = browser.get(&path).await.ok();
    let refused = browser.press(&form, "Save and return to the list", &fields).await.expect(422);
    assert!(refused.error("certificates-0-verifier").contains("ISO 14034"), "{:?}", refused.errors());
    assert!(refused.says("Removal of COD 92 to 96 % at 25 °C"), "what was typed is kept");
    fields[0].1 = "INT-ETV";
    browser.press(&refused, "Save and return to the list", &fields).await.expect(303);
    let published = app.publish_draft(&owner, app.listing(draft.id).await).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let queue = moderator.open("/moderation/certificates").await.ok();
    moderator.submit(&queue, "Verify ETV-9", &LOOKED_UP).await.ok();
    let listing = app.visitor().get(&format!("/listings/{}", published.reference)).await.ok();
    let page = app.visitor().get(&listing.link("Number ETV-9").unwrap()).await.ok();
    assert!(page.says("What was verified") && page.says("Removal of COD 92 to 96 % at 25 °C"), "{}", page.text());
    assert!(page.says("Verification Centre"));
}

#[tokio::test]
async fn a_scheme_says_what_is_not_known_of_it_and_how_its_certificates_are_checked() {
    let app = TestApp::start().await;
    let page = app.visitor().get("/labels/ID-SWA").await.ok();
    assert!(page.all("dd").iter().filter(|value| *value == "not known").count() >= 4, "{}", page.text());
    assert!(page.says("Ask Ministry of Environment with the number"), "{}", page.text());
    let member = app.visitor().get("/labels/CN-CEL").await.ok();
    assert!(member.all("dd").iter().any(|value| value == "member") && member.says("takes part"));
}

/// Three offers of one organisation that say different things of one certificate, which a moderator has then verified.
async fn verified_in_three(app: &TestApp) -> (Person, [Listing; 3]) {
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let first = app.published(&owner, &certified("Membranes", "TGL-7", "2199-12-31")).await;
    let second = app.published(&owner, &certified("Modules", "TGL-7", "")).await;
    let mut other = certified("Plants", "TGL-7", "2040-01-01");
    if let Body::Offer(offer) = &mut other.body {
        offer.certificates[0].holder = "Red River Holding".to_owned();
    }
    let third = app.published(&owner, &other).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let queue = moderator.open("/moderation/certificates").await.ok();
    assert!(queue.says("Jan 1, 2040") && queue.says("Red River Holding"), "{}", queue.text());
    moderator.submit(&queue, "Verify TGL-7", &LOOKED_UP).await.ok();
    app.run_jobs().await;
    (owner, [first, second, third])
}

#[tokio::test]
async fn a_certificate_in_several_listings_reads_everywhere_as_it_was_verified() {
    let app = TestApp::start().await;
    let (_, listings) = verified_in_three(&app).await;
    for listing in &listings {
        let page = app.visitor().open(&format!("/listings/{}", listing.reference)).await.ok();
        assert!(page.says("valid to Jan 1, 2040") && !page.says("2199"), "{}", page.text());
    }
    assert!(!app.visitor().open("/listings").await.ok().says("2199"));
}

#[tokio::test]
async fn a_listing_that_is_published_again_with_the_same_claim_resets_nothing() {
    let app = TestApp::start().await;
    let (owner, [first, ..]) = verified_in_three(&app).await;
    let mut again = certified("Membranes", "TGL-7", "2199-12-31");
    if let Some(texts) = again.texts.get_mut(&again.original) {
        texts.summary = "In other words.".to_owned();
    }
    app.revised(&owner, &first, &again).await;
    let known = only_certificate(&app).await;
    assert_eq!((known.status.as_str(), known.holder.as_str()), ("verified", "Red River Holding"));
    app.visitor().get(&format!("/certificates/{}", known.id)).await.ok();
    app.run_jobs().await;
    assert!(app.mails().await.iter().all(|mail| !mail.subject.contains("waits to be verified again")));
}

#[tokio::test]
async fn a_claim_that_changes_waits_again_and_its_owner_is_told() {
    let app = TestApp::start().await;
    let (owner, [first, _, third]) = verified_in_three(&app).await;
    let changed = app.listing(third.id).await.changed;
    app.revised(&owner, &first, &certified("Membranes", "TGL-7", "2041-06-30")).await;
    let known = only_certificate(&app).await;
    assert_eq!((known.status.as_str(), known.valid_until), ("claimed", "2041-06-30".parse().ok()));
    assert!(app.listing(third.id).await.changed > changed, "its badge goes from the others, too");
    app.run_jobs().await;
    let mail = app.last_mail(&owner.email).await;
    assert!(
        mail.subject.starts_with("Your certificate waits to be verified again: Thai Green Label TGL-7"),
        "{}",
        mail.subject
    );
    let page = app.visitor().open(&format!("/listings/{}", third.reference)).await.ok();
    assert!(page.count("details.worth") == 0 && page.says("Claimed by the organisation"), "{}", page.text());
}

#[tokio::test]
async fn the_editor_says_where_a_claim_differs_from_the_verified_certificate_and_takes_it() {
    let app = TestApp::start().await;
    let (owner, _) = verified_in_three(&app).await;
    let told = "something else of the certificate than what was verified";
    let draft = app.draft(&owner, &certified("Spare modules", "TGL-7", "")).await;
    let browser = app.sign_in(&owner).await;
    let path = format!("/listings/{}/edit/certificates", draft.reference);
    let form = browser.get(&path).await.ok();
    assert!(form.says(told), "the holder is another one: {}", form.text());
    let fields = [("certificates[0][holder]", "Red River Holding"), ("certificates[0][valid_until]", "2040-01-01")];
    browser.press(&form, "Save and return to the list", &fields).await.expect(303);
    let form = browser.get(&path).await.ok();
    assert!(!form.says(told), "{}", form.text());
    let renewed = [("certificates[0][valid_until]", "2043-01-01")];
    browser.press(&form, "Save and return to the list", &renewed).await.expect(303);
    assert!(browser.get(&path).await.ok().says(told));
}

#[tokio::test]
async fn a_label_that_counts_for_some_products_only_is_not_found_for_others() {
    let app = TestApp::start().await;
    let owner = app.owner("Mei Lin", "Straits Heat", "SG").await;
    let mut pump = certified("Zibble pumps", "SGLS-1", "2027-06-30");
    if let Body::Offer(offer) = &mut pump.body {
        offer.certificates[0].scheme = "SG-SGLS".to_owned();
        offer.certificates[0].product = "Heat pump".to_owned();
    }
    app.published(&owner, &pump).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let queue = moderator.open("/moderation/certificates").await.ok();
    moderator.submit(&queue, "Verify SGLS-1", &LOOKED_UP).await.ok();
    app.run_jobs().await;
    let visitor = app.visitor();
    assert!(visitor.open("/listings?recognised_in=SG").await.ok().says("Zibble pumps"));
    assert!(!visitor.open("/listings?recognised_in=JP").await.ok().says("Zibble pumps"));
    let japan = visitor.open("/labels/recognition?country=JP").await.ok();
    assert!(japan.says("Recognised for some products: flooring products and tile carpets"), "{}", japan.text());
}

#[tokio::test]
async fn what_a_moderator_says_of_a_certificate_is_needed_and_never_cut() {
    let app = TestApp::start().await;
    let (owner, _) = published(&app, "2027-06-30").await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let queue = moderator.open("/moderation/certificates").await.ok();
    let silent = moderator.press(&queue, "Refuse TGL-7", &[("reason", " ")]).await.expect(422);
    assert!(silent.says("Say why it is refused"), "{}", silent.text());
    let silent = moderator.press(&silent, "Verify TGL-7", &[("reason", "")]).await.expect(422);
    assert!(silent.says("There is no document. Say where you looked it up"), "{}", silent.text());
    let long = "The number is of another product. ".repeat(70);
    let kept = moderator.press(&silent, "Refuse TGL-7", &[("reason", &long)]).await.expect(422);
    assert!(kept.says("At most 2,000 characters") || kept.says("At most 2000 characters"), "{}", kept.text());
    assert!(kept.html().contains(long.trim()), "what was typed is kept");
    assert_eq!(only_certificate(&app).await.status, "claimed");
    moderator.submit(&kept, "Verify TGL-7", &[("reason", "Register of TEI, 23 November 2026")]).await.ok();
    let mail = app.last_mail(&owner.email).await;
    assert!(mail.text.contains("> Register of TEI, 23 November 2026"), "{}", mail.text);
    let page = app.sign_in(&owner).await.get("/certificates/1").await.ok();
    assert!(page.says("How it was checked:") && page.says("Register of TEI"), "{}", page.text());
}

#[tokio::test]
async fn a_decision_that_was_refused_goes_back_to_its_case_when_it_is_sent_again() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    app.submitted(&owner, &certified("Membranes", "TGL-7", "2027-06-30")).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let queue = moderator.open("/moderation").await.ok();
    let case = moderator.open(&queue.link("Membranes").unwrap()).await.ok();
    let silent = moderator.press(&case, "Verify TGL-7", &[]).await.expect(422);
    let case = moderator.submit(&silent, "Verify TGL-7", &LOOKED_UP).await.ok();
    assert_eq!(case.heading(), "Membranes");
}

#[tokio::test]
async fn dates_that_no_certificate_has_are_refused_at_their_row() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let draft = app.draft(&owner, &certified("Membranes", "TGL-7", "")).await;
    let browser = app.sign_in(&owner).await;
    let form = browser.get(&format!("/listings/{}/edit/certificates", draft.reference)).await.ok();
    for (issued, until, field, said) in [
        ("2026-11-24", "", "issued", "still to come"),
        ("1949-12-31", "", "issued", "between 1950 and 2200"),
        ("2025-01-01", "2201-01-01", "valid_until", "between 1950 and 2200"),
        ("2025-01-01", "2024-12-31", "valid_until", "before the day of issue"),
    ] {
        let days = [("certificates[0][issued]", issued), ("certificates[0][valid_until]", until)];
        let refused = browser.press(&form, "Save and return to the list", &days).await.expect(422);
        let told = refused.error(&format!("certificates-0-{field}"));
        assert!(told.contains(said), "{issued} {until}: {:?}", refused.errors());
    }
}
