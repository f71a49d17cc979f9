//! The law of the fields: whatever an offer or a request holds stands on its page, and its words are found by the search.

use greenbridge::entity::revision;
use greenbridge::finding::{Beside, Card};
use greenbridge::listings::content::Content;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::{Value, json};

use crate::support::TestApp;

fn around(kind: &str, mut body: Value, file: &str) -> Value {
    let texts = |language: &str| {
        let word = |field: &str| format!("{language}{field}xq");
        json!({"title": word("title"), "summary": word("summary"), "description": word("description"),
            "advantages": word("advantages"), "background": word("background"), "partner_role": word("partner")})
    };
    body["kind"] = kind.into();
    json!({"schema": 1, "original": "en", "texts": {"en": texts("en"), "vi": texts("vi")},
        "themes": ["water"], "keywords": ["WAT-IND"], "industries": ["13"], "sdgs": [6], "treatments": ["activated_sludge"],
        "cooperation": ["licence"],
        "files": [{"key": file, "kind": "report", "visibility": "public", "name": "filenamexq.pdf",
            "caption": "filecaptionxq", "size": 48000, "media_type": "application/pdf"}],
        "source": {"id": "sourceidxq", "name": "sourcenamexq", "citation": "sourcecitationxq", "year": 2020,
            "industry": "x"},
        "body": body})
}

fn offer() -> Value {
    let body = json!({"readiness": 8, "ip": "granted", "patents": ["CN109876543B"], "patent_classes": ["Y02W"],
        "partner_sectors": ["private"], "partner_sizes": ["small"], "developed_in": ["VN"], "deployed_in": ["TH"],
        "offered_to": ["LA"],
        "cost": {"currency": "USD", "basis": "costbasisxq", "capital": {"from": "1100", "to": "2200"},
            "operating": {"from": "33", "to": "44"}, "annual_saving": "555", "note": "costnotexq"},
        "benefits": [
            {"indicator": "water_use", "baseline": "900", "achieved": "400", "unit": "m3", "basis": "per_unit",
                "product": "benefitproductxq", "baseline_year": 2024, "period": "benefitperiodxq",
                "evidence_note": "benefitnotexq", "document": "file", "audit": "voluntary",
                "option_class": "no_low_cost", "option_type": "process_control"},
            {"indicator": "electricity", "baseline": "70", "achieved": "60", "unit": "kWh", "basis": "per_year",
                "product": "outputproductxq", "output": {"baseline": "20", "achieved": "30"}}],
        "performance": [
            {"parameter": "chemical_oxygen_demand", "influent": {"value": "90"},
                "effluent": {"bound": "<", "value": "9"}, "unit": "mg_L", "statistic": "average", "scale": "pilot",
                "conditions": "conditionsxq", "document": "file"},
            {"parameter": "turbidity", "removal": {"bound": "<", "value": "90"}, "unit": "NTU", "statistic": "average"}],
        "certificates": [{"scheme": "INT-ETV", "number": "numberxq", "holder": "holderxq", "product": "certproductxq",
            "product_group": "groupxq", "criteria": "criteriaxq", "issued": "2024-01-01", "valid_until": "2027-01-01",
            "document": "file", "verifier": "verifierxq", "verified": "verifiedxq"}],
        "references": [{"site": "referencesitexq", "country": "VN", "year": 2020, "scale": "full",
            "result": "referenceresultxq", "contact_on_request": true}]});
    around("offer", body, "file")
}

fn request() -> Value {
    let body = json!({"site": "sitexq", "country": "VN", "currency": "USD", "budget": {"from": "1100", "to": "2200"},
        "timetable": "timetablexq", "closes": "2027-01-03T12:00:00", "questions_until": "2027-01-01T12:00:00",
        "answers_until": "2027-01-02T12:00:00", "zone": "Asia/Bangkok",
        "requirements": [{"essential": true, "text": "requirementxq", "measure":
            {"parameter": "chemical_oxygen_demand", "comparator": "at_most", "value": "80", "unit": "mg_L"}}]});
    around("request", body, "file")
}

/// What no reader of the page sees, and why.
const UNSEEN: [(&str, &str); 26] = [
    ("/schema", "the version of the document"),
    ("/original", "only which language is marked as the original; seen where another is read"),
    ("/texts/vi", "shown to who reads Vietnamese"),
    ("/texts/en/background", "only a request has one"),
    ("/texts/en/advantages", "only an offer has one"),
    ("/files/0/key", "the name in storage"),
    ("/files/0/visibility", "decides who may open it"),
    ("/files/0/media_type", "found from the file"),
    ("/files/0/name", "the caption stands in its place"),
    ("/source/industry", "written by an import and by nobody else"),
    ("/source/name", "the citation names it"),
    ("/source/year", "the citation names it"),
    ("/body/kind", "decides everything"),
    ("/body/zone", "the zone of the moments"),
    ("/body/closes", "the envelope says when it closes, since an addendum may postpone it"),
    ("/body/certificates/0/holder", "on the page of the certificate, once it is verified"),
    ("/body/certificates/0/product", "on the page of the certificate, once it is verified"),
    ("/body/certificates/0/product_group", "on the page of the certificate, once it is verified"),
    ("/body/certificates/0/criteria", "on the page of the certificate, once it is verified"),
    ("/body/certificates/0/issued", "on the page of the certificate, once it is verified"),
    ("/body/certificates/0/document", "on the page of the certificate, once it is verified"),
    ("/body/certificates/0/verifier", "on the page of the certificate, once it is verified"),
    ("/body/certificates/0/verified", "on the page of the certificate, once it is verified"),
    ("/body/benefits/0/document", "the published source stands behind the claim as well, so its step is the same"),
    ("/body/performance/0/document", "the published source stands behind the claim as well, so its step is the same"),
    ("/body/performance/1/unit", "a removal in percent stands without the unit of its ends"),
];

fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| leaves(value, &format!("{path}/{name}"), found));
        }
        Value::Array(rows) if rows.iter().any(Value::is_object) => {
            rows.iter().enumerate().for_each(|(at, value)| leaves(value, &format!("{path}/{at}"), found));
        }
        _ => found.push(path.to_owned()),
    }
}

/// The same content with something else at the path.
fn changed(full: &Value, path: &str) -> Option<Value> {
    let reads = |value: &Value| serde_json::from_value::<Content>(value.clone()).ok();
    let whole = reads(full)?;
    let others = [json!(null), json!("otherwordxq"), json!([]), json!(false), json!(7), json!("7")];
    let codes =
        ["per_unit", "per_year", "median", "image", "after_nda", "at_least", "zh", "applied", "2026-12-31T10:00:00"];
    let dates = [json!("2026-12-24")];
    others.into_iter().chain(codes.map(Value::from)).chain(dates).find_map(|other| {
        let mut value = full.clone();
        *value.pointer_mut(path)? = other;
        reads(&value).is_some_and(|content| content != whole).then_some(value)
    })
}

#[tokio::test]
async fn whatever_a_listing_holds_stands_on_its_page() {
    for full in [offer(), request()] {
        let app = TestApp::start().await;
        let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
        let content: Content = serde_json::from_value(full.clone()).unwrap();
        let listing = app.published(&owner, &content).await;
        // Pages are kept for readers who are not signed in.
        let reader = app.sign_in(&app.person("Mei Lin").await).await;
        let path = format!("/listings/{}", listing.reference);
        let id = app.listing(listing.id).await.published_revision_id.unwrap();
        let put = async |content: &Value| {
            let row = revision::ActiveModel { id: Set(id), content: Set(content.clone()), ..Default::default() };
            revision::Entity::update(row).exec(app.db.conn()).await.unwrap();
        };
        put(&full).await;
        let before = reader.get(&path).await.ok().text();
        let mut paths = Vec::new();
        leaves(&full, "", &mut paths);
        let mut hidden = Vec::new();
        for leaf in paths.iter().filter(|leaf| !UNSEEN.iter().any(|(unseen, _)| leaf.starts_with(unseen))) {
            let Some(other) = changed(&full, leaf) else { panic!("nothing else can stand at {leaf}") };
            put(&other).await;
            if reader.get(&path).await.ok().text() == before {
                hidden.push(leaf.as_str());
            }
        }
        assert!(hidden.is_empty(), "held and not shown: {hidden:?}");
    }
}

/// What two listings are compared by in a list of results, and so stands on the card. All else waits on the page.
const ON_CARD: [&str; 34] = [
    "/original",
    "/texts/en/title",
    "/texts/en/summary",
    "/texts/vi/title",
    "/texts/vi/summary",
    "/themes",
    "/cooperation",
    "/source/id",
    "/body/readiness",
    "/body/offered_to",
    // The simple payback, of the most that it costs.
    "/body/cost/capital/to",
    "/body/cost/annual_saving",
    // The change in percent of each claim, what it is counted over and on what it rests.
    "/body/benefits/indicator",
    "/body/benefits/baseline",
    "/body/benefits/achieved",
    "/body/benefits/basis",
    "/body/benefits/product",
    "/body/performance/parameter",
    "/body/performance/influent/value",
    "/body/performance/effluent/bound",
    "/body/performance/effluent/value",
    "/body/performance/removal/bound",
    "/body/performance/removal/value",
    "/body/performance/scale",
    // Of a request: where, until when, for how much, and by what it measures.
    "/body/country",
    "/body/zone",
    "/body/budget/from",
    "/body/budget/to",
    "/body/currency",
    "/body/requirements/essential",
    "/body/requirements/measure/parameter",
    "/body/requirements/measure/comparator",
    "/body/requirements/measure/value",
    "/body/requirements/measure/unit",
];

#[tokio::test]
async fn the_card_of_a_listing_shows_what_listings_are_compared_by() {
    let (mut missing, mut more) = (Vec::new(), Vec::new());
    for full in [offer(), request()] {
        let app = TestApp::start().await;
        let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
        let content: Content = serde_json::from_value(full.clone()).unwrap();
        let listing = app.published(&owner, &content).await;
        let listing = app.listing(listing.id).await;
        let card = |content: &Value| {
            let content: Content = serde_json::from_value(content.clone()).unwrap();
            serde_json::to_value(Card::new(&listing, &content, Beside::default(), app.now().date_naive())).unwrap()
        };
        let (before, mut paths) = (card(&full), Vec::new());
        leaves(&full, "", &mut paths);
        for leaf in paths {
            let Some(other) = changed(&full, &leaf) else { continue };
            let rowless: String =
                leaf.split_inclusive('/').filter(|part| !part.starts_with(char::is_numeric)).collect();
            let expected = ON_CARD.contains(&rowless.as_str());
            match (card(&other) != before, expected) {
                (true, false) => more.push(leaf),
                (false, true) => missing.push(leaf),
                _ => {}
            }
        }
    }
    assert!(missing.is_empty() && more.is_empty(), "not on the card: {missing:?}; on it and not named here: {more:?}");
}

/// Words that no search finds, and why.
const UNSOUGHT: [(&str, &str); 10] = [
    ("benefitperiod", "when something was measured is no word that people seek by"),
    ("costbasis", "what a price is counted over is no word that people seek by"),
    ("criteria", "stands on the page of the certificate alone"),
    ("holder", "stands on the page of the certificate alone"),
    ("sourcename", "the citation is sought"),
    ("filenamexq", "a name of a file says nothing to those who seek"),
    ("sourceidxq", "a number of another database"),
    ("background", "only a request has one"),
    ("advantages", "only an offer has one"),
    ("partner", "only an offer has one"),
];

#[tokio::test]
async fn the_words_of_a_listing_are_found_by_the_search() {
    for full in [offer(), request()] {
        let app = TestApp::start().await;
        let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
        let content: Content = serde_json::from_value(full.clone()).unwrap();
        app.published(&owner, &content).await;
        let mut paths = Vec::new();
        leaves(&full, "", &mut paths);
        let words = paths.iter().filter_map(|path| {
            let word = full.pointer(path)?.as_str()?.trim_end_matches(".pdf");
            word.ends_with("xq").then(|| word.to_owned())
        });
        let mut missing = Vec::new();
        for word in words.chain(["CN109876543B".to_owned()]) {
            let known = UNSOUGHT.iter().any(|(unsought, _)| word.contains(unsought));
            let offered = full["body"]["kind"] == "offer" || !word.starts_with("CN");
            let found = app.visitor().open(&format!("/listings?q={word}")).await.ok();
            if !known && offered && found.count("article") == 0 {
                missing.push(word);
            }
        }
        assert!(missing.is_empty(), "held and not found: {missing:?}");
    }
}
