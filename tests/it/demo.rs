//! The sample marketplace that the demonstration loads.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Weekday};
use greenbridge::auth::Actor;
use greenbridge::cli::demo::load;
use greenbridge::entity::{
    account, answer, answer_decision, certificate, effect_report, evidence_check, file, interest, interest_event,
    interest_message, job, listing, nda, nda_acceptance, organisation, request_entry, review_case,
};
use greenbridge::labels::{self, Certificate, VERIFICATION};
use greenbridge::listings::content::{Content, FileRef, Visibility};
use greenbridge::listings::{evidence, files, store};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::support::{Browser, Person, TestApp};

fn counted(codes: impl IntoIterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for code in codes {
        *counted.entry(code).or_default() += 1;
    }
    counted
}

#[tokio::test]
async fn the_sample_marketplace_has_all_that_the_product_shows() {
    let app = TestApp::start().await;
    let loaded = load(&app).await.unwrap();
    assert!(loaded.organisations >= 24 && loaded.listings >= 80 && loaded.interests >= 24, "{loaded:?}");
    let db = app.db.conn();

    let organisations = organisation::Entity::find().all(db).await.unwrap();
    assert_eq!(counted(organisations.iter().map(|row| row.country.clone())).len(), 11);
    assert_eq!(counted(organisations.into_iter().map(|row| row.sector)).len(), 5);

    let listings = listing::Entity::find().all(db).await.unwrap();
    let kinds = counted(listings.iter().map(|row| row.kind.clone()));
    assert!(kinds["offer"] >= 60 && kinds["request"] >= 20, "{kinds:?}");
    let states = counted(listings.iter().map(|row| row.status.clone()));
    for state in ["draft", "submitted", "in_review", "changes_requested", "rejected", "published", "paused", "expired"]
    {
        assert!(states.contains_key(state), "no listing is {state}: {states:?}");
    }
    assert!(listings.iter().all(|row| row.created_at <= app.now() && row.updated_at <= app.now()));
    let public = store::changed_after(db, &Actor::Anonymous, 0, 1_000).await.unwrap();
    let themes = store::published_many(db, &public).await.unwrap().into_iter().flat_map(|(_, content)| content.themes);
    assert_eq!(counted(themes).len(), 12);

    let cases = review_case::Entity::find().all(db).await.unwrap();
    let cases = counted(cases.into_iter().map(|row| row.decision.unwrap_or(row.state)));
    for state in ["waiting", "claimed", "approved", "changes_requested", "rejected"] {
        assert!(cases.contains_key(state), "no case is {state}: {cases:?}");
    }
    let certificates: Vec<Certificate> =
        certificate::Entity::find().all(db).await.unwrap().into_iter().map(Into::into).collect();
    assert!(certificates.len() >= 20);
    let shown = counted(certificates.iter().map(|known| known.shown_on(app.clock.today()).to_owned()));
    let all = ["claimed", "document_uploaded", "expired", "expiring", "refused", "revoked", "superseded", "verified"];
    assert_eq!(shown.keys().collect::<Vec<_>>(), all, "{shown:?}");
    let statement = certificates.iter().find(|known| known.claim.scheme == VERIFICATION && known.verified_at.is_some());
    let statement = &statement.expect("a statement of verification").claim;
    assert!(!statement.verifier.is_empty() && !statement.verified.is_empty(), "{statement:?}");
    for known in &certificates {
        let needs = matches!(known.status, labels::Status::Refused | labels::Status::Revoked);
        assert!(!needs || !known.reason.is_empty(), "{} has no reason", known.claim.number);
        assert_eq!(known.claim.document.is_none(), known.status == labels::Status::Claimed, "{}", known.claim.number);
        assert!(known.verified_at.is_none_or(|at| at <= app.now()));
    }

    for kind in ["question", "addendum", "endorsement", "outcome"] {
        let entries = request_entry::Entity::find().filter(request_entry::Column::Kind.eq(kind));
        assert!(entries.count(db).await.unwrap() > 0, "no request shows an entry of kind {kind}");
    }

    let answers = answer::Entity::find().all(db).await.unwrap();
    let (with, without) = answers.iter().partition::<Vec<_>, _>(|row| row.offer_id.is_some());
    assert!(with.len() >= 2 && !without.is_empty(), "answers with and without an offer");
    assert!(answers.iter().all(|row| row.frozen_at.is_some()));
    let decisions = answer_decision::Entity::find().all(db).await.unwrap();
    assert_eq!(counted(decisions.into_iter().map(|row| row.decision)).len(), 2);

    let interests = interest::Entity::find().all(db).await.unwrap();
    assert_eq!(counted(interests.into_iter().map(|row| row.state)).len(), 12);
    let events = interest_event::Entity::find().all(db).await.unwrap();
    assert!(events.iter().all(|event| event.at <= app.now()));
    let ledger = app.visitor().get("/statistics/effects").await.ok();
    assert!(ledger.all(".stacks tbody tr").len() >= 6 && ledger.count("svg.chart") >= 3, "{}", ledger.text());
    assert!(effect_report::Entity::find().all(db).await.unwrap().iter().any(|row| row.confirmed_at.is_none()));
    assert_eq!(job::Entity::find().count(db).await.unwrap(), 0, "nobody gets mails about the past");
}

/// Somebody of the marketplace, signed in.
async fn signed_in(app: &TestApp, email: &str) -> Browser {
    let row = account::Entity::find().filter(account::Column::Email.eq(email)).one(app.db.conn()).await.unwrap();
    let row = row.unwrap();
    let (name, email) = (row.name, row.email);
    app.sign_in(&Person { account_id: row.id, name, email, organisation_id: None, slug: String::new() }).await
}

/// The steps of the claims of a content, with the document behind each.
fn steps(content: &Content) -> Vec<(String, Option<FileRef>)> {
    let Some(offer) = content.offer() else { return Vec::new() };
    let benefits = offer.benefits.iter().map(|row| (row.evidence, &row.document));
    let performance = offer.performance.iter().map(|row| (row.evidence, &row.document));
    let file = |key: &Option<String>| content.files.iter().find(|file| Some(&file.key) == key.as_ref()).cloned();
    benefits.chain(performance).map(|(step, key)| (step.to_string(), file(key))).collect()
}

#[tokio::test]
async fn every_step_of_evidence_stands_on_a_document_that_opens_to_whom_it_may() {
    let app = TestApp::start().await;
    load(&app).await.unwrap();
    let db = app.db.conn();
    let mut public = store::changed_after(db, &Actor::Anonymous, 0, 1_000).await.unwrap();
    // What has expired since shows its documents to its owner alone.
    public.retain(|listing| listing.is_public(app.now()));
    let ids: Vec<i64> = public.iter().map(|listing| listing.id).collect();
    let checks = evidence::store::of_listings(db, &ids).await.unwrap();
    let mut claims = Vec::new();
    for (id, mut content) in store::published_many(db, &public).await.unwrap() {
        let of_listing: Vec<_> = checks.iter().filter(|check| check.listing_id == id).cloned().collect();
        evidence::fill(&mut content, &of_listing);
        claims.extend(steps(&content));
    }
    let counts = counted(claims.iter().map(|(step, _)| step.clone()));
    let ladder = ["checked", "document_provided", "government_or_mra", "self_declared", "third_party_verified"];
    assert_eq!(counts.keys().collect::<Vec<_>>(), ladder, "{counts:?}");
    for (step, document) in &claims {
        assert_eq!(document.is_none(), step == "self_declared", "{step} {document:?}");
    }
    let by = evidence_check::Entity::find().all(db).await.unwrap();
    assert!(by.iter().any(|check| check.organisation_id.is_some()), "a focal point has checked something");
    assert!(by.iter().all(|check| check.step == "checked" || !check.verifier.is_empty()), "all others name a body");
    assert!(by.iter().all(|check| check.at <= app.now()));

    let documents: BTreeMap<String, FileRef> =
        claims.into_iter().filter_map(|(_, file)| file).map(|file| (file.key.clone(), file)).collect();
    let visitor = app.visitor();
    let mut kinds = BTreeSet::new();
    for file in documents.values().filter(|file| kinds.insert(file.visibility.code())) {
        let answer = visitor.get(&files::url(file)).await;
        if file.visibility == Visibility::Public {
            let answer = answer.ok();
            assert_eq!(answer.header("content-type"), "application/pdf");
            assert_eq!(answer.bytes().len() as u64, file.size);
        } else {
            assert!([303, 403, 404].contains(&answer.status()), "{} {}", file.name, answer.status());
        }
        signed_in(&app, "moderator@demo.example").await.get(&files::url(file)).await.ok();
    }
    assert_eq!(kinds.len(), 3, "{kinds:?}");
}

#[tokio::test]
async fn exchanges_have_threads_of_both_sides_with_files_and_agreements() {
    let app = TestApp::start().await;
    load(&app).await.unwrap();
    let db = app.db.conn();
    let interests = interest::Entity::find().all(db).await.unwrap();
    let messages = interest_message::Entity::find().order_by_asc(interest_message::Column::Id).all(db).await.unwrap();
    let of = |id: i64| messages.iter().filter(move |message| message.interest_id == id);

    let mut talked = BTreeSet::new();
    for interest in &interests {
        let sides: BTreeSet<i64> = of(interest.id).map(|message| message.organisation_id).collect();
        if sides.len() == 2 && of(interest.id).count() >= 4 {
            talked.insert(interest.state.as_str());
        }
        let times: Vec<_> = of(interest.id).map(|message| message.at).collect();
        assert!(times.is_sorted() && times.iter().all(|at| *at <= app.now()), "{}", interest.reference);
    }
    let threads = [
        "accepted",
        "agreement",
        "declined",
        "in_discussion",
        "info_requested",
        "negotiating",
        "no_agreement",
        "withdrawn",
    ];
    assert!(threads.iter().all(|state| talked.contains(state)), "{talked:?}");
    assert!(messages.iter().all(|message| !matches!(message.at.weekday(), Weekday::Sat | Weekday::Sun)));
    let written = |sign: fn(char) -> bool| messages.iter().filter(|message| message.body.contains(sign)).count();
    assert!(written(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign)) >= 10, "no Chinese");
    assert!(written(|sign| ('\u{1ea0}'..='\u{1ef9}').contains(&sign)) >= 4, "no Vietnamese");

    let ndas = nda::Entity::find().all(db).await.unwrap();
    assert!(ndas.iter().any(|nda| nda.signed_at.is_none()), "one waits for the other side");
    for nda in &ndas {
        let accepted = nda_acceptance::Entity::find().filter(nda_acceptance::Column::NdaId.eq(nda.id));
        assert_eq!(accepted.count(db).await.unwrap(), 1 + u64::from(nda.signed_at.is_some()));
    }
    let attached = file::Entity::find().filter(file::Column::MessageId.is_not_null()).all(db).await.unwrap();
    assert!(attached.len() >= 8 && attached.iter().all(|file| file.media_type == "application/pdf"));

    let agency = signed_in(&app, "agency@demo.example").await;
    let mut opened = 0;
    for file in &attached {
        opened += usize::from(agency.get(&files::address(&file.key, &file.media_type)).await.status() == 200);
    }
    assert!(opened >= 2 && opened < attached.len(), "{opened}");
}

#[tokio::test]
async fn a_database_that_starts_over_is_empty_and_takes_the_marketplace_again() {
    let app = TestApp::start().await;
    let first = load(&app).await.unwrap();
    app.db.start_over().await.unwrap();
    assert_eq!(organisation::Entity::find().count(app.db.conn()).await.unwrap(), 0);
    assert_eq!(load(&app).await.unwrap().listings, first.listings);
}
