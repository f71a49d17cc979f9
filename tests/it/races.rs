//! What happens at the same moment ends as if one had come after the other.

use greenbridge::entity::{interest, review_case};
use greenbridge::listings::policy::{Submit, TakeBack};
use greenbridge::listings::{Listing, actions, store};
use greenbridge::taxonomy::Lang;
use greenbridge::web::Can;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use tokio::task::JoinSet;

use crate::support::{Browser, Person, TestApp, offer};

const LISTINGS: usize = 100;
const SENDERS: usize = 5;
/// Submissions that are approved and taken back at the same moment.
const PAIRS: usize = 200;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn interest_that_meets_a_withdrawal_is_sent_before_it_or_refused() {
    let app = TestApp::start().await;
    let provider = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let mut senders = Vec::new();
    for number in 0..SENDERS {
        let sender = app.owner(&format!("Mei Lin {number}"), &format!("Straits Office {number}"), "SG").await;
        senders.push(app.sign_in(&sender).await);
    }
    let owner = app.sign_in(&provider).await;
    let (mut sent, mut refused) = (0, 0);
    for number in 0..LISTINGS {
        let listing = app.published(&provider, &offer(&format!("Ceramic membranes {number}"))).await;
        let mut race = JoinSet::new();
        let (browser, reference) = (owner.clone(), listing.reference.clone());
        race.spawn(async move {
            let answer = browser.post(&format!("/listings/{reference}/archive"), &[]).await;
            assert_eq!(answer.status(), 303, "a withdrawal is never in the way of interest");
            None
        });
        for sender in &senders {
            let (browser, reference) = (sender.clone(), listing.reference.clone());
            race.spawn(async move {
                let fields =
                    [("purpose[]", "licence"), ("country", "SG"), ("message", "Does it fit?"), ("then", "send")];
                let answer = browser.post(&format!("/listings/{reference}/interest"), &fields).await;
                match answer.status() {
                    303 => Some(true),
                    403 | 404 | 409 | 410 => Some(false),
                    other => panic!("answered with {other}"),
                }
            });
        }
        let answers: Vec<bool> = race.join_all().await.into_iter().flatten().collect();
        let went = answers.iter().filter(|sent| **sent).count();
        let stored = interest::Entity::find().filter(interest::Column::ListingId.eq(listing.id));
        assert_eq!(stored.count(app.db.conn()).await.unwrap(), went as u64, "what was refused left nothing behind");
        let late = senders[0].post(&format!("/listings/{}/interest", listing.reference), &[("then", "send")]).await;
        assert!((400..500).contains(&late.status()), "sent interest in what is withdrawn: {}", late.status());
        (sent, refused) = (sent + went, refused + answers.len() - went);
    }
    assert_eq!(sent + refused, LISTINGS * SENDERS);
    println!("{sent} were sent before the withdrawal, {refused} refused after it");
}

/// Writes a title into the draft of a listing and hands it in.
async fn hand_in(app: &TestApp, of: &Person, id: i64, title: &str) {
    let actor = app.actor(of).await;
    let inspect = Can::check(&actor, app.listing(id).await).unwrap();
    let mut work = actions::work(app, &inspect).await.unwrap();
    work.content.texts.get_mut(&Lang::En).unwrap().title = title.to_owned();
    let may = Can::check(&actor, app.listing(id).await).unwrap();
    actions::save(app, &may, &work).await.unwrap();
    let may = Can::<Submit>::check(&actor, app.listing(id).await).unwrap();
    actions::submit(app, &may).await.unwrap();
}

#[tokio::test]
async fn nothing_is_taken_back_that_was_not_handed_in_so_no_draft_is_written_over() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let listing = app.published(&owner, &offer("First words")).await;
    let browser = app.sign_in(&owner).await;
    let take_back = format!("/listings/{}/take-back", listing.reference);
    browser.post(&take_back, &[]).await.expect(409);
    let actor = app.actor(&owner).await;
    let may = Can::check(&actor, app.listing(listing.id).await).unwrap();
    let inspect = Can::check(&actor, app.listing(listing.id).await).unwrap();
    let work = actions::work(&app, &inspect).await.unwrap();
    actions::save(&app, &may, &actions::Work { content: offer("Words of today"), ..work }).await.unwrap();
    browser.post(&take_back, &[]).await.expect(409);
    let inspect = Can::check(&actor, app.listing(listing.id).await).unwrap();
    let work = actions::work(&app, &inspect).await.unwrap();
    assert_eq!(work.content.texts[&Lang::En].title, "Words of today");
}

/// The owner takes a submission back and hands in another; `false` if a moderator was quicker.
async fn change_of_mind(app: &TestApp, owner: &Person, id: i64, looks_first: Option<&Browser>) -> bool {
    if let Some(browser) = looks_first {
        browser.get("/workspace/listings").await.ok();
    }
    let actor = app.actor(owner).await;
    let Ok(may) = Can::<TakeBack>::check(&actor, app.listing(id).await) else { return false };
    let taken = actions::take_back(app, &may).await.is_ok();
    if taken {
        hand_in(app, owner, id, "Third words").await;
    }
    taken
}

/// A moderator claims the case that was read and approves the revision that was read; `false` if it was too late.
async fn approval(moderator: &Browser, case: &review_case::Model) -> bool {
    let claimed = moderator.post(&format!("/moderation/{}/claim", case.id), &[]).await;
    assert!([303, 409].contains(&claimed.status()), "claim: {}", claimed.status());
    let revision = case.revision_id.to_string();
    let fields = [("revision", revision.as_str()), ("decision", "approved")];
    let decided = moderator.post(&format!("/moderation/{}/decide", case.id), &fields).await;
    assert!([303, 409].contains(&decided.status()), "decide: {}", decided.status());
    decided.status() == 303
}

async fn public_title(app: &TestApp, listing: &Listing) -> String {
    let content = store::published(app.db.conn(), &app.listing(listing.id).await).await.unwrap().unwrap();
    content.texts[&Lang::En].title.clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_approval_that_meets_a_change_of_mind_publishes_what_was_read_or_nothing() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let browser = app.sign_in(&owner).await;
    let moderator = app.sign_in(&app.moderator("Siti Noor").await).await;
    let (mut approved, mut changed) = (0, 0);
    for number in 0..PAIRS {
        let listing = app.published(&owner, &offer(&format!("First words {number}"))).await;
        hand_in(&app, &owner, listing.id, "Second words").await;
        let cases = review_case::Entity::find().filter(review_case::Column::ListingId.eq(listing.id));
        let case = cases.order_by_desc(review_case::Column::Id).one(app.db.conn()).await.unwrap().unwrap();
        // Whoever looks first is late: each side wins often.
        let looks = (number % 2 == 1).then_some(&browser);
        let (went, other) = tokio::join!(approval(&moderator, &case), change_of_mind(&app, &owner, listing.id, looks));
        assert!(!(went && other), "both were told that they had come first");
        let expected = if went { "Second words".to_owned() } else { format!("First words {number}") };
        assert_eq!(public_title(&app, &listing).await, expected);
        (approved, changed) = (approved + usize::from(went), changed + usize::from(other));
    }
    assert_eq!(approved + changed, PAIRS, "one of the two always comes first");
    println!("{approved} were approved, {changed} were taken back first");
}
