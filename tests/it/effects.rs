//! The realised effect of an agreement: asked for, entered, confirmed, corrected, and shown with the consent of both.

use std::fmt::Write as _;

use chrono::Duration;
use greenbridge::auth::{Actor, MemberRole};
use greenbridge::entity::{effect_ask, effect_consent, effect_report, listing, organisation};
use greenbridge::interest::effects::policy::{Confirm, Consent, Due, Enter, Look};
use greenbridge::interest::effects::{Period, actions};
use greenbridge::web::Can;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::messages::Talk;
use crate::support::{Answer, Browser, Mail, Market, TestApp, full_offer};

const LEDGER: &str = "/statistics/effects";
/// What is typed into the row that the listing's claim gives.
const MEASURED: [(&str, &str); 2] = [("kind", "measured"), ("benefits[0][achieved]", "45")];

/// An agreement about an offer that claims 100 → 40 m³ of water a year; it begins on 15 January 2027.
async fn agreed() -> Talk {
    let talk = Talk::about(TestApp::start().await, &full_offer(), &[]).await;
    talk.accept().await;
    talk.steps(&[(&talk.agency, "negotiate"), (&talk.provider, "agree")]).await;
    talk
}

/// The same half a year after its beginning, and both sides signed in again: agency and provider.
async fn half_a_year_later() -> (Talk, Browser, Browser) {
    let talk = agreed().await;
    talk.app.advance(Duration::days(234));
    let (agency, provider) = both(&talk).await;
    (talk, agency, provider)
}

async fn both(talk: &Talk) -> (Browser, Browser) {
    (talk.app.sign_in(&talk.agency_person).await, talk.app.sign_in(&talk.provider_person).await)
}

async fn enter(talk: &Talk, by: &Browser, period: u8, fields: &[(&str, &str)]) -> Answer {
    let page = by.get(&talk.at(&format!("/effects/{period}"))).await.ok();
    by.submit(&page, "Enter this version", fields).await
}

async fn confirm(talk: &Talk, by: &Browser, period: u8) -> Answer {
    let page = by.get(&talk.at(&format!("/effects/{period}"))).await.ok();
    by.submit(&page, "Confirm this version", &[("name", "Mei Lin")]).await
}

async fn consent(talk: &Talk, by: &Browser, consent: &str) -> Answer {
    by.post(&talk.at("/consent"), &[("consent", consent)]).await.expect(303)
}

async fn reports(app: &TestApp) -> Vec<effect_report::Model> {
    let found = effect_report::Entity::find().order_by_asc(effect_report::Column::Id);
    found.all(app.db.conn()).await.unwrap()
}

/// Rows of the ledger as a visitor reads it.
async fn ledger(app: &TestApp, query: &str) -> Vec<String> {
    app.visitor().get(&format!("{LEDGER}{query}")).await.ok().all(".stacks tbody tr")
}

#[tokio::test]
async fn an_effect_goes_from_the_agreement_to_the_public_ledger() {
    let talk = agreed().await;
    let early = talk.agency.get(&talk.path).await.ok();
    assert!(early.says("From Jul 15, 2027 on") && early.link("After 6 months").is_none(), "{}", early.text());
    let early = talk.agency.get(&talk.at("/effects/6")).await.ok();
    assert!(early.says("It can be entered from Jul 15, 2027 on") && early.posts().is_empty());
    let early = talk.agency.post(&talk.at("/effects/6"), &[("kind", "none"), ("reason", "x")]).await.expect(409);
    assert!(early.says("It can be entered from Jul 15, 2027"), "{}", early.text());

    talk.app.advance(Duration::days(234));
    let (agency, provider) = both(&talk).await;
    assert!(talk.app.visitor().get(LEDGER).await.ok().says("Nothing is shown here yet"));
    let mail = talk.app.last_mail(&talk.provider_person.email).await;
    assert!(
        mail.subject.starts_with("What was achieved after 6 months with Straits Environment Office?"),
        "{}",
        mail.subject
    );
    let page = provider.get(&mail.link("/effects/6")).await.ok();
    let begun =
        ["indicator", "baseline", "unit", "basis", "achieved"].map(|name| page.value(&format!("benefits[0][{name}]")));
    assert_eq!(begun, ["water_use", "100", "m3", "per_year", ""], "the row of the claim, without what was achieved");
    assert_eq!(
        page.attribute("#benefits-0-indicator option:nth-of-type(2)", "value"),
        "water_use",
        "it is offered first"
    );

    let done = provider.submit(&page, "Enter this version", &MEASURED).await.ok();
    assert!(done.says("waits for Straits Environment Office") && done.says("−55 %"), "{}", done.text());
    assert!(done.says("saves 55 m³"), "{}", done.text());
    provider.press(&page, "Enter this version", &MEASURED).await.expect(303);
    assert_eq!(reports(&talk.app).await.len(), 1, "the same form once more enters nothing");

    // It counts when the side that uses the technology has confirmed it, by name.
    provider.post(&talk.at("/effects/6/confirm"), &[("number", "1"), ("name", "Bao Tran")]).await.expect(403);
    let mail = talk.app.last_mail(&talk.agency_person.email).await;
    assert!(mail.subject.starts_with("Red River Membranes entered the effect after 6 months"), "{}", mail.subject);
    let page = agency.get(&mail.link("/effects/6")).await.ok();
    assert!(page.says("waits for your confirmation"));
    let nameless = agency.submit(&page, "Confirm this version", &[("name", " ")]).await.expect(422);
    assert!(!nameless.error("name").is_empty() && nameless.title().starts_with("Error:"));
    let stale = agency.submit(&page, "Confirm this version", &[("number", "0")]).await.expect(409);
    assert!(stale.says("Another version was entered"));
    let done = agency.submit(&page, "Confirm this version", &[("name", "Mei  Lin")]).await.ok();
    assert!(done.says("Confirmed by Mei Lin for Straits Environment Office on Jul 15, 2027"), "{}", done.text());
    agency.press(&page, "Confirm this version", &[("name", "Another")]).await.expect(303);
    assert_eq!(reports(&talk.app).await[0].confirmed_name, "Mei Lin", "who confirms twice confirms once");
    let mail = talk.app.last_mail(&talk.provider_person.email).await;
    assert!(
        mail.subject.starts_with("Straits Environment Office confirmed the effect after 6 months"),
        "{}",
        mail.subject
    );
    let card = provider.get(&talk.path).await.ok();
    assert!(card.says("Confirmed by Mei Lin on Jul 15, 2027") && card.says("From Jan 15, 2028 on"), "{}", card.text());

    // It is shown when both sides want it to be, and gone when one does not, from pages that were kept too.
    assert_eq!(ledger(&talk.app, "").await.len(), 0);
    let page = agency.get(&talk.path).await.ok();
    let page = agency.submit(&page, "Consent for our side", &[]).await.ok();
    assert!(page.says("Straits Environment Office consents since Jul 15, 2027."), "{}", page.text());
    assert!(page.says("Red River Membranes does not consent."));
    assert_eq!(ledger(&talk.app, "").await.len(), 0, "one side is not enough");
    let mail = talk.app.last_mail(&talk.provider_person.email).await;
    assert!(
        mail.subject.starts_with("Straits Environment Office consents to show the realised effect"),
        "{}",
        mail.subject
    );
    let page = provider.get(&mail.link("/interests/")).await.ok();
    provider.submit(&page, "Consent for our side", &[]).await.ok();
    let rows = ledger(&talk.app, "").await;
    assert_eq!(rows.len(), 1);
    for words in ["Ceramic membranes for dye houses", "Viet Nam → Singapore", "Water use", "−55 %", "saves 55 m³"]
    {
        assert!(rows[0].contains(words), "{words}: {}", rows[0]);
    }
    assert!(rows[0].contains("Red River Membranes → Straits Environment Office") && rows[0].contains("After 6 months"));
    let listing = async || talk.app.visitor().get(&format!("/listings/{}", talk.listing)).await.ok();
    let page = listing().await;
    assert!(page.says("Realised: Water use −55 %"), "{}", page.text());
    assert_eq!(ledger(&talk.app, &page.link("In the ledger").unwrap()[LEDGER.len()..]).await.len(), 1);
    for (who, browser) in [("sender", &agency), ("receiver", &provider)] {
        consent(&talk, browser, "withdraw").await;
        assert_eq!(ledger(&talk.app, "").await.len(), 0, "{who} withdrew");
        assert!(!listing().await.says("Realised:"), "{who} withdrew");
        let csv = talk.app.visitor().get(&format!("{LEDGER}.csv")).await.ok();
        assert_eq!(String::from_utf8_lossy(csv.bytes()).lines().count(), 1, "{who} withdrew");
        consent(&talk, browser, "give").await;
        assert_eq!(ledger(&talk.app, "").await.len(), 1, "{who} consents again");
    }
    let mail = talk.app.last_mail(&talk.agency_person.email).await;
    assert!(mail.subject.starts_with("Red River Membranes consents to show the realised effect"), "{}", mail.subject);
    let told = talk.app.mails().await.len();
    consent(&talk, &agency, "give").await;
    assert_eq!(talk.app.mails().await.len(), told, "what is so already is told to nobody");
    for path in [talk.path.clone(), talk.at("/dossier")] {
        let page = provider.get(&path).await.ok();
        let events = page.all(".thread .event");
        let happened = |words: &str| events.iter().filter(|event| event.starts_with(words)).count();
        assert_eq!(happened("Red River Membranes entered the effect after 6 months"), 1, "{events:?}");
        assert_eq!(happened("Mei Lin confirmed the effect after 6 months"), 1, "{events:?}");
        assert_eq!(happened("Straits Environment Office consents to show"), 2, "{events:?}");
        assert_eq!(happened("Straits Environment Office withdrew its consent"), 1, "{events:?}");
    }
    let consents = effect_consent::Entity::find().count(talk.app.db.conn()).await.unwrap();
    assert_eq!(consents, 4, "two of each side, of which one ended; doing it twice adds none");
    agency.post(&talk.at("/consent"), &[("consent", "perhaps")]).await.expect(400);
}

#[tokio::test]
async fn what_was_confirmed_stays_as_it_was_and_counts_until_a_newer_version_is_confirmed() {
    let (talk, agency, provider) = half_a_year_later().await;
    enter(&talk, &agency, 6, &MEASURED).await.ok();
    confirm(&talk, &agency, 6).await.ok();
    for browser in [&agency, &provider] {
        consent(&talk, browser, "give").await;
    }
    let before = reports(&talk.app).await;
    let seen = provider.get(&talk.at("/effects/6")).await.ok();
    talk.app.advance(Duration::minutes(5));
    let corrected = enter(&talk, &provider, 6, &[("benefits[0][achieved]", "48")]).await.ok();
    assert_eq!(
        corrected.all("#newest h2, details.fold > summary"),
        ["Version 2", "Version 1 · Confirmed", "Enter a corrected version"]
    );
    assert!(ledger(&talk.app, "").await[0].contains("−55 %"), "the confirmed one counts");
    assert!(agency.get(&talk.path).await.ok().says("A newer version waits for your confirmation"));
    // A colleague's version is not overwritten by whoever saw the one before; what was typed stays.
    let late = provider.submit(&seen, "Enter this version", &[("benefits[0][achieved]", "46")]).await.expect(409);
    assert!(late.says("Another version was entered in the meantime"), "{}", late.text());
    assert_eq!((late.value("benefits[0][achieved]"), late.value("number")), ("46".to_owned(), "2".to_owned()));

    confirm(&talk, &agency, 6).await.ok();
    assert!(ledger(&talk.app, "").await[0].contains("−52 %"));
    let after = reports(&talk.app).await;
    assert_eq!(after.len(), 2);
    assert_eq!(after[0].figures, before[0].figures);
    assert_eq!(effect_report::Model { replaced_at: None, ..after[0].clone() }, before[0], "nothing else was touched");
    assert!(after[0].replaced_at.is_some() && after[1].replaced_at.is_none());
    assert!(provider.get(&talk.at("/effects/6")).await.ok().says("Version 1 · Replaced by a later version"));
}

#[tokio::test]
async fn there_may_be_no_effect_yet_and_a_year_goes_on_from_what_was_entered_before() {
    let (talk, agency, provider) = half_a_year_later().await;
    let page = provider.get(&talk.at("/effects/6")).await.ok();
    let wrong = provider.submit(&page, "Enter this version", &[("kind", "none")]).await.expect(422);
    assert!(!wrong.error("reason").is_empty());
    let late = [("kind", "none"), ("reason", "Delivery was late.\nWe begin in March.")];
    let done = provider.submit(&page, "Enter this version", &late).await.ok();
    assert!(done.says("No effect yet") && done.says("Delivery was late."), "{}", done.text());
    confirm(&talk, &agency, 6).await.ok();
    for browser in [&agency, &provider] {
        consent(&talk, browser, "give").await;
    }
    assert_eq!(ledger(&talk.app, "").await.len(), 0, "there is nothing to show");
    // What became of it is entered as a later version, with another indicator beside the claimed one.
    let page = agency.get(&talk.at("/effects/6")).await.ok();
    let page = agency.submit(&page, "Add a row", &[("kind", "measured"), ("reason", ""), MEASURED[1]]).await.ok();
    assert_eq!(page.value("benefits[0][achieved]"), "45", "a new row keeps what was typed");
    let second = [
        ("benefits[1][indicator]", "electricity"),
        ("benefits[1][baseline]", "1,200.5"),
        ("benefits[1][achieved]", "900"),
        ("benefits[1][unit]", "MWh"),
        ("benefits[1][basis]", "per_year"),
    ];
    agency.submit(&page, "Enter this version", &second).await.ok();
    confirm(&talk, &agency, 6).await.ok();
    assert_eq!(ledger(&talk.app, "").await.len(), 2);

    talk.app.advance(Duration::days(184));
    let (agency, _) = both(&talk).await;
    let page = agency.get(&talk.at("/effects/12")).await.ok();
    let baselines = [0, 1].map(|row| page.value(&format!("benefits[{row}][baseline]")));
    assert_eq!(baselines, ["100", "1200.5"], "the rows of the report before");
    let done =
        agency.submit(&page, "Enter this version", &[("kind", "measured"), ("benefits[1][achieved]", "800")]).await;
    assert_eq!(done.ok().all("table tbody th").len(), 1, "a row without what was achieved is left out");
    confirm(&talk, &agency, 12).await.ok();
    // The listing has expired by now: it is named, and its page is not linked.
    let page = talk.app.visitor().get(LEDGER).await.ok();
    assert_eq!((page.all(".stacks tbody tr").len(), page.count(".stacks th a")), (3, 0));
    let totals = page.all("#totals tbody tr");
    assert_eq!(totals, ["Electricity400,500 kWh1", "Water use55 m³1"], "each agreement counts once");
    assert_eq!(page.count("svg.chart"), 2, "one for each unit");
    assert_eq!(page.attribute("svg.chart rect", "width"), "640");
}

#[tokio::test]
async fn rows_that_contradict_themselves_are_refused_where_they_stand_and_stay_typed() {
    let (talk, agency, _) = half_a_year_later().await;
    let page = agency.get(&talk.at("/effects/6")).await.ok();
    for (fields, field, words) in [
        (vec![("benefits[0][achieved]", "-40")], "benefits-0-achieved", "below zero"),
        (vec![MEASURED[1], ("benefits[0][unit]", "kWh")], "benefits-0-unit", "does not fit the indicator"),
        (vec![MEASURED[1], ("benefits[0][baseline]", "0")], "benefits-0-baseline", "above zero"),
        (vec![("benefits[0][achieved]", "1,234")], "benefits-0-achieved", ""),
        (vec![MEASURED[1], ("benefits[0][basis]", "per_unit")], "benefits-0-product", ""),
        (vec![("benefits[0][baseline]", "90")], "benefits-0-achieved", ""),
        (vec![], "benefits", "at least one row"),
        (vec![MEASURED[1], ("kind", "none"), ("reason", "Late.")], "kind", "There are figures"),
        (vec![MEASURED[1], ("kind", "")], "kind", "Say whether"),
    ] {
        let mut sent = fields.clone();
        if !fields.iter().any(|(name, _)| *name == "kind") {
            sent.push(("kind", "measured"));
        }
        let wrong = agency.submit(&page, "Enter this version", &sent).await.expect(422);
        let said = wrong.errors();
        assert!(wrong.html().contains(&format!("href=\"#{field}\"")), "{field}: {said:?}");
        assert!(said.iter().any(|said| said.contains(words)), "{field}: {said:?}");
        assert!(wrong.dangling_errors().is_empty(), "{field}");
        for (name, value) in fields.iter().filter(|(name, _)| name.ends_with("d]") || name.ends_with("e]")) {
            assert_eq!(wrong.value(name), *value, "{field}");
        }
    }
    assert!(reports(&talk.app).await.is_empty());
    let twice = agency.submit(&page, "Add a row", &MEASURED).await.ok();
    let second = [
        ("benefits[1][indicator]", "water_use"),
        ("benefits[1][baseline]", "80"),
        ("benefits[1][achieved]", "70"),
        ("benefits[1][unit]", "m3"),
        ("benefits[1][basis]", "per_year"),
    ];
    let twice = agency.submit(&twice, "Enter this version", &second).await.expect(422);
    assert!(twice.error("benefits-1-indicator").contains("Another row has this indicator"));
}

#[tokio::test]
async fn what_became_worse_is_asked_about_once_confirmed_and_shown_as_what_it_is() {
    let (talk, agency, provider) = half_a_year_later().await;
    let worse = [("kind", "measured"), ("benefits[0][achieved]", "140"), ("reason", "The dryer runs longer.")];
    let asked = enter(&talk, &provider, 6, &worse).await.expect(422);
    assert!(asked.says("This is worse than before") && asked.errors().is_empty(), "{}", asked.text());
    let typed = ["benefits[0][achieved]", "reason"].map(|name| asked.value(name));
    assert_eq!(typed, ["140", "The dryer runs longer."], "nothing is lost");
    let other = provider.submit(&asked, "Enter it anyway", &[("benefits[0][achieved]", "180")]).await.expect(422);
    assert_eq!(other.count("#asks-0"), 1, "other figures are another question");
    assert!(reports(&talk.app).await.is_empty());
    let done = provider.submit(&asked, "Enter it anyway", &[]).await.ok();
    for words in ["+40 %", "40 m³ more than before", "The dryer runs longer."] {
        assert!(done.says(words) && !done.says("saves 40"), "{words}: {}", done.text());
    }
    confirm(&talk, &agency, 6).await.ok();
    for browser in [&agency, &provider] {
        consent(&talk, browser, "give").await;
    }

    let page = talk.app.visitor().get(LEDGER).await.ok();
    let row = page.first(".stacks tbody tr");
    assert!(row.contains("+40 %") && row.contains("40 m³ more than before") && !row.contains("saves"), "{row}");
    assert_eq!(page.all("#totals tbody tr"), ["Water use−40 m³1"], "a minus stays a minus");
    assert_eq!((page.count("svg.chart rect.mark"), page.count("svg.chart rect.mark2")), (0, 1));
    assert!(!page.says("The dryer runs longer."), "the explanation is for both sides");
    let csv = talk.app.visitor().get(&format!("{LEDGER}.csv")).await.ok();
    assert!(String::from_utf8_lossy(csv.bytes()).contains(",water_use,40,-40,m3,"));
    let listing = talk.app.visitor().get(&format!("/listings/{}", talk.listing)).await.ok();
    assert!(listing.says("Realised: Water use +40 % (worse than before)"), "{}", listing.text());
    assert_eq!(listing.count("p.notice.good"), 0);
}

#[tokio::test]
async fn the_dossier_holds_what_was_entered_of_the_effect_and_who_confirmed_it() {
    let (talk, agency, provider) = half_a_year_later().await;
    let late = [("kind", "none"), ("reason", "Delivery was late.")];
    enter(&talk, &provider, 6, &late).await.ok();
    let measured = [
        ("kind", "measured"),
        ("benefits[0][achieved]", "45"),
        ("benefits[0][period]", "April to June"),
        ("reason", "One line of two."),
    ];
    enter(&talk, &agency, 6, &measured).await.ok();
    confirm(&talk, &agency, 6).await.ok();
    consent(&talk, &agency, "give").await;
    let dossier = provider.get(&talk.at("/dossier")).await.ok();
    assert_eq!(dossier.all("#effects .card h3"), ["After 6 months · Version 1", "After 6 months · Version 2"]);
    assert_eq!(dossier.all("#effects .state"), ["Not confirmed", "Confirmed"]);
    let row = dossier.first("#effects tbody tr");
    for words in ["Water use", "100", "45", "−55 %", "April to June"] {
        assert!(row.contains(words), "{words}: {row}");
    }
    for words in [
        "Delivery was late.",
        "One line of two.",
        "Confirmed by Mei Lin for Straits Environment Office",
        "Straits Environment Office consents since",
        "Red River Membranes does not consent.",
    ] {
        assert!(dossier.first("#effects").contains(words), "{words}: {}", dossier.first("#effects"));
    }
}

#[tokio::test]
async fn both_sides_are_asked_once_for_each_period() {
    let talk = agreed().await;
    let app = &talk.app;
    let asked = async || {
        let mails: Vec<Mail> = app.mails().await;
        let asked = mails.iter().filter(|mail| mail.subject.starts_with("What was achieved after"));
        asked.map(|mail| (mail.to.clone(), mail.subject[24..26].trim().to_owned())).collect::<Vec<_>>()
    };
    app.advance(Duration::days(233));
    assert_eq!(asked().await, []);
    let (agency, provider) = (talk.agency_person.email.clone(), talk.provider_person.email.clone());
    let after = |months: &str| [(agency.clone(), months.to_owned()), (provider.clone(), months.to_owned())];
    app.advance(Duration::days(1));
    assert_eq!(asked().await, after("6"));
    for _ in 0..3 {
        app.advance(Duration::days(1));
        actions::ask(app).await.unwrap();
    }
    assert_eq!(asked().await, after("6"), "once, whatever the calendar does");
    app.advance(Duration::days(181));
    let (first, second) = (after("6"), after("12"));
    assert_eq!(asked().await, first.iter().chain(&second).cloned().collect::<Vec<_>>());
    app.advance(Duration::days(400));
    assert_eq!(asked().await.len(), 4);
}

#[tokio::test]
async fn of_an_agreement_that_is_recorded_late_only_the_last_period_is_asked_for() {
    let talk = Talk::begin().await;
    talk.accept().await;
    talk.steps(&[(&talk.agency, "negotiate")]).await;
    talk.app.sent_long_ago(&talk.path).await;
    let past = [("kind", "sale"), ("starts", "2025-09-01")];
    talk.provider.post(&talk.at("/agree"), &past).await.expect(303);
    // What is there already is not asked for.
    talk.provider
        .post(&talk.at("/effects/12"), &[("number", "0"), ("kind", "none"), ("reason", "Late.")])
        .await
        .expect(303);
    let subjects: Vec<String> = talk.app.mails().await.into_iter().map(|mail| mail.subject).collect();
    assert!(!subjects.iter().any(|subject| subject.starts_with("What was achieved")), "{subjects:?}");
    assert_eq!(effect_ask::Entity::find().count(talk.app.db.conn()).await.unwrap(), 2);
    // Another one, of which nothing is known.
    let other = Talk::begin().await;
    other.accept().await;
    other.steps(&[(&other.agency, "negotiate")]).await;
    other.app.sent_long_ago(&other.path).await;
    other.provider.post(&other.at("/agree"), &past).await.expect(303);
    let mails = other.app.mails().await;
    let asked: Vec<&str> =
        mails.iter().map(|mail| mail.subject.as_str()).filter(|one| one.starts_with("What")).collect();
    assert_eq!(asked.len(), 2);
    assert!(asked.iter().all(|subject| subject.contains("after 12 months")), "{asked:?}");
}

#[tokio::test]
async fn who_wrote_a_request_confirms_what_an_answer_to_it_achieved() {
    let market = Market::open().await;
    let app = &market.app;
    let (agency, provider) = (app.sign_in(&market.agency).await, app.sign_in(&market.provider).await);
    let fields = [("purpose[]", "sale"), ("country", "VN"), ("message", "We can."), ("then", "send")];
    let form = format!("/listings/{}/interest", market.request.reference);
    let thread = provider.post(&form, &fields).await.expect(303).location().unwrap();
    app.sent_long_ago(&thread).await;
    for action in ["acknowledge", "discuss", "accept", "negotiate", "agree"] {
        let fields = [("kind", "sale"), ("starts", "2026-05-01")];
        agency.post(&format!("{thread}/{action}"), &fields).await.expect(303);
    }
    let at = format!("{thread}/effects/6");
    let page = provider.get(&at).await.ok();
    assert_eq!(page.value("benefits[0][indicator]"), "", "a request claims nothing");
    let row = [
        ("kind", "measured"),
        ("benefits[0][indicator]", "cod"),
        ("benefits[0][baseline]", "40"),
        ("benefits[0][achieved]", "10"),
        ("benefits[0][unit]", "t"),
        ("benefits[0][basis]", "per_year"),
    ];
    let page = provider.submit(&page, "Enter this version", &row).await.ok();
    assert!(page.says("waits for Straits Environment Office") && page.count("#confirm") == 0);
    provider.post(&format!("{at}/confirm"), &[("number", "1"), ("name", "Bao")]).await.expect(403);
    let page = agency.get(&at).await.ok();
    agency.submit(&page, "Confirm this version", &[("name", "Mei Lin")]).await.ok();
    for browser in [&agency, &provider] {
        browser.post(&format!("{thread}/consent"), &[("consent", "give")]).await.expect(303);
    }
    let row = &ledger(app, "").await[0];
    assert!(row.contains("Red River Membranes → Straits Environment Office"), "from provider to user: {row}");
    assert!(row.contains("saves 30,000 kg"), "in the canonical unit: {row}");
}

#[tokio::test]
async fn nobody_enters_confirms_or_consents_who_does_not_take_part() {
    let (talk, agency, _) = half_a_year_later().await;
    enter(&talk, &agency, 6, &MEASURED).await.ok();
    let app = &talk.app;
    let viewer = app.colleague("Anh Vu", &talk.agency_person, MemberRole::Viewer).await;
    let viewer = app.sign_in(&viewer).await;
    let stranger = app.sign_in(&app.owner("An Le", "Delta Filters", "VN").await).await;
    let visitor = app.visitor();
    // What a visitor has typed is kept on the page that leads to sign-in.
    for (who, browser, reads, writes, typed) in [
        ("viewer", &viewer, 200, 403, 403),
        ("stranger", &stranger, 404, 404, 404),
        ("visitor", &visitor, 303, 303, 401),
    ] {
        assert_eq!(browser.get(&talk.at("/effects/6")).await.status(), reads, "{who}");
        for (part, fields, refused) in [
            ("/effects/6", vec![("number", "1"), ("kind", "none"), ("reason", "x")], typed),
            ("/effects/6/confirm", vec![("number", "1"), ("name", "x")], typed),
            ("/consent", vec![("consent", "give")], writes),
        ] {
            let answer = browser.post(&talk.at(part), &fields).await;
            assert_eq!(answer.status(), refused, "{who} {part}");
            let to_sign_in = answer.location().is_some_and(|to| to.contains("/sign-in"));
            assert_eq!(to_sign_in, refused == 303, "{who} {part}");
        }
    }
    let page = viewer.get(&talk.at("/effects/6")).await.ok();
    assert!(page.posts().is_empty() && page.says("−55 %"), "a viewer reads");
    assert_eq!(viewer.get(&talk.path).await.ok().count("#effects form"), 0);
    for part in ["/effects/7", "/effects/06", "/effects/x"] {
        agency.get(&talk.at(part)).await.expect(404);
    }
    let found = reports(app).await;
    assert!(found.len() == 1 && found[0].confirmed_at.is_none());
    assert_eq!(effect_consent::Entity::find().count(app.db.conn()).await.unwrap(), 0);
    // Before there is an agreement there is nothing of the kind.
    let other = Talk::begin().await;
    other.agency.get(&other.at("/effects/6")).await.expect(404);
    other.agency.post(&other.at("/consent"), &[("consent", "give")]).await.expect(403);
    assert_eq!(other.agency.get(&other.path).await.ok().count("#effects"), 0);
}

/// The part of the second table of permissions that belongs to realised effects.
#[tokio::test]
async fn who_may_do_what_with_realised_effects() {
    let talk = agreed().await;
    let app = &talk.app;
    let mut people: Vec<(String, Actor)> = vec![("nobody".to_owned(), Actor::Anonymous)];
    for (side, owner) in [("sender", &talk.agency_person), ("receiver", &talk.provider_person)] {
        for role in [MemberRole::Owner, MemberRole::Editor, MemberRole::Viewer] {
            let colleague = app.colleague(&format!("{side} {role}"), owner, role).await;
            people.push((format!("{side} {role}"), app.actor(&colleague).await));
        }
    }
    people.push(("stranger".to_owned(), app.actor(&app.owner("Ngoc Ha", "Coral Bay", "MY").await).await));
    people.push(("moderator".to_owned(), app.actor(&app.moderator("Aung Ko").await).await));
    people.push(("program".to_owned(), Actor::System));
    let interest = talk.interest().await;
    let due = || Due { interest: interest.clone(), period: Period::Six };
    let mut table = String::from("An agreement about an offer, whose sender uses the technology\n");
    for (who, actor) in &people {
        let mut may = Vec::new();
        for (name, allowed) in [
            ("look", Can::<Look>::check(actor, due()).is_ok()),
            ("enter", Can::<Enter>::check(actor, due()).is_ok()),
            ("confirm", Can::<Confirm>::check(actor, due()).is_ok()),
            ("consent", Can::<Consent>::check(actor, interest.clone()).is_ok()),
        ] {
            may.extend(allowed.then_some(name));
        }
        writeln!(table, "{who:16} {}", may.join(" ")).unwrap();
    }
    insta::assert_snapshot!(table);
}

/// An agreement whose effect is on the ledger.
async fn on_the_ledger() -> (Talk, Browser, Browser) {
    let (talk, agency, provider) = half_a_year_later().await;
    enter(&talk, &agency, 6, &MEASURED).await.ok();
    confirm(&talk, &agency, 6).await.ok();
    for browser in [&agency, &provider] {
        consent(&talk, browser, "give").await;
    }
    (talk, agency, provider)
}

#[tokio::test]
async fn the_ledger_is_filtered_by_its_address_and_given_out_as_a_table() {
    let (talk, ..) = on_the_ledger().await;
    let visitor = talk.app.visitor();
    for (query, rows) in [
        ("?theme=water", 1),
        ("?theme=air", 0),
        ("?country=SG&indicator=water_use", 1),
        ("?country=VN", 1),
        ("?country=TH", 0),
        ("?indicator=fuel", 0),
        ("?listing=TO-VN-2026-00001", 0),
        ("?theme=nonsense&country=%27&page=9", 1),
    ] {
        let page = visitor.get(&format!("{LEDGER}{query}")).await.ok();
        assert_eq!(page.all(".stacks tbody tr").len(), rows, "{query}");
        if rows == 0 {
            assert!(page.says("No effect fits these filters"), "{query}");
        }
        let csv = visitor.get(&format!("{LEDGER}.csv{query}")).await.ok();
        assert_eq!(String::from_utf8_lossy(csv.bytes()).lines().count(), rows + 1, "{query}");
    }
    let page = visitor.get(&format!("{LEDGER}?country=SG&indicator=water_use")).await.ok();
    assert_eq!(page.all(".chip.on"), ["Singapore ×", "Water use ×"]);
    assert_eq!(page.attribute(".chip.on a", "href"), "/statistics/effects?indicator=water_use");
    assert!(page.link("CSV").unwrap().ends_with("/statistics/effects.csv?country=SG&indicator=water_use"));
    assert!(visitor.get("/").await.ok().link("Realised effects").is_some(), "it stands at the foot of every page");
    let zh = visitor.get(&format!("/zh{LEDGER}")).await.ok();
    assert!(zh.says("印染废水陶瓷膜") && zh.says("用水量") && zh.says("6 个月后"), "{}", zh.text());
    let csv = visitor.get(&format!("{LEDGER}.csv")).await.ok();
    assert!(csv.header("content-disposition").starts_with("attachment; filename=\"greenbridge-effects-"));
    let text = String::from_utf8(csv.bytes().to_vec()).unwrap();
    assert!(text.starts_with('\u{feff}'));
    let row = text.lines().nth(1).unwrap().split(',').skip(1).collect::<Vec<_>>().join(",");
    assert_eq!(
        row,
        "Ceramic membranes for dye houses,en,VN,SG,Red River Membranes,Straits Environment Office,water_use,-55,55,m3,\
         per_year,,6,2027-07-15"
    );
}

#[tokio::test]
async fn the_ledger_goes_over_several_pages_and_leaves_out_what_was_removed_or_suspended() {
    let (talk, ..) = on_the_ledger().await;
    let db = talk.app.db.conn();
    let first = reports(&talk.app).await.remove(0);
    let figures = (0..70).map(|n| {
        serde_json::json!({ "indicator": "ghg", "baseline": "10", "achieved": "4", "unit": "t", "basis": "per_unit", "product": format!("=tonne {n}") })
    });
    let year = effect_report::ActiveModel {
        id: sea_orm::NotSet,
        interest_id: Set(first.interest_id),
        period: Set("12".to_owned()),
        number: Set(1),
        figures: Set(figures.collect::<Vec<_>>().into()),
        reason: Set(String::new()),
        about: Set(first.about.clone()),
        organisation_id: Set(first.organisation_id),
        account_id: Set(None),
        written_at: Set(talk.app.now()),
        confirmed_by: Set(None),
        confirmed_name: Set("Mei Lin".to_owned()),
        confirmed_at: Set(Some(talk.app.now())),
        replaced_at: Set(None),
    };
    year.insert(db).await.unwrap();
    talk.app.generation.advance();
    let page = talk.app.visitor().get(LEDGER).await.ok();
    assert_eq!((page.all(".stacks tbody tr").len(), page.first(".found .count")), (50, "71 effects".to_owned()));
    let next = talk.app.visitor().get(&page.attribute("a[rel=next]", "href")).await.ok();
    assert!(next.all(".stacks tbody tr").len() == 21 && next.title().contains("page 2 of 2"), "{}", next.title());
    let csv = talk.app.visitor().get(&format!("{LEDGER}.csv")).await.ok();
    let text = String::from_utf8(csv.bytes().to_vec()).unwrap();
    assert!(text.lines().count() == 72 && text.contains(",'=tonne 1,"), "{text}");

    let suspend = organisation::Entity::update_many().col_expr(organisation::Column::Status, Expr::value("suspended"));
    let suspend = suspend.filter(organisation::Column::Id.eq(talk.agency_person.organisation_id.unwrap()));
    suspend.exec(db).await.unwrap();
    assert_eq!(ledger(&talk.app, "?page=1").await.len(), 0, "an organisation is suspended");
    let back = organisation::Entity::update_many().col_expr(organisation::Column::Status, Expr::value("verified"));
    back.filter(organisation::Column::Id.gt(0)).exec(db).await.unwrap();
    let remove = listing::Entity::update_many().col_expr(listing::Column::Status, Expr::value("removed"));
    remove.filter(listing::Column::Id.gt(0)).exec(db).await.unwrap();
    talk.app.generation.advance();
    assert_eq!(ledger(&talk.app, "").await.len(), 0, "a moderator has removed the listing");
}

#[tokio::test]
async fn two_who_enter_or_consent_at_once_leave_one_version_and_one_consent() {
    let (talk, agency, provider) = half_a_year_later().await;
    let at = talk.at("/effects/6");
    let fields = |reason: &'static str| [("number", "0"), ("kind", "none"), ("reason", reason)];
    let (one, two) = (fields("Late."), fields("Broken."));
    let (one, two) = tokio::join!(agency.post(&at, &one), provider.post(&at, &two));
    let mut statuses = [one.status(), two.status()];
    statuses.sort_unstable();
    assert_eq!((statuses, reports(&talk.app).await.len()), ([303, 409], 1));
    let at = talk.at("/consent");
    let give = [("consent", "give")];
    let many = futures::future::join_all((0..8).map(|_| agency.post(&at, &give))).await;
    assert!(many.iter().all(|answer| answer.status() == 303));
    assert_eq!(effect_consent::Entity::find().count(talk.app.db.conn()).await.unwrap(), 1);
}
