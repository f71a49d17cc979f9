//! The sample marketplace that the demonstration loads.

use std::collections::BTreeMap;

use greenbridge::auth::Actor;
use greenbridge::cli::demo::load;
use greenbridge::entity::{
    answer, answer_decision, certificate, interest, interest_event, job, listing, organisation, request_entry,
    review_case,
};
use greenbridge::listings::store;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::support::TestApp;

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
    let certificates = certificate::Entity::find().all(db).await.unwrap();
    assert!(certificates.len() >= 20);
    let soon = (app.clock.today(), app.clock.today() + chrono::Duration::days(30));
    let ends = || certificates.iter().filter(|row| row.status == "verified").filter_map(|row| row.valid_until);
    assert!(ends().any(|end| end < soon.0), "none has expired");
    assert!(ends().any(|end| soon.0 <= end && end <= soon.1), "none expires soon");
    assert!(certificates.iter().any(|row| row.status == "claimed"));

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
    assert_eq!(job::Entity::find().count(db).await.unwrap(), 0, "nobody gets mails about the past");
}

#[tokio::test]
async fn a_database_that_starts_over_is_empty_and_takes_the_marketplace_again() {
    let app = TestApp::start().await;
    let first = load(&app).await.unwrap();
    app.db.start_over().await.unwrap();
    assert_eq!(organisation::Entity::find().count(app.db.conn()).await.unwrap(), 0);
    assert_eq!(load(&app).await.unwrap().listings, first.listings);
}
