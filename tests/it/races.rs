//! What happens at the same moment ends as if one had come after the other.

use greenbridge::entity::interest;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use tokio::task::JoinSet;

use crate::support::{TestApp, offer};

const LISTINGS: usize = 100;
const SENDERS: usize = 5;

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
