use greenbridge::auth::Actor;
use greenbridge::listings::{Status, store};

use crate::support::{TestApp, offer, request};

#[tokio::test]
async fn a_draft_is_seen_by_its_owner_only_and_a_published_listing_by_all() {
    let app = TestApp::start().await;
    let owner = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let other = app.owner("Mei Lin", "Straits Filters", "SG").await;
    let draft = app.draft(&owner, &offer("Ceramic membranes")).await;
    let waiting = app.submitted(&owner, &offer("Hollow fibres")).await;
    let public = app.published(&owner, &request("Dye house effluent")).await;
    assert_eq!((draft.reference.as_str(), draft.status), ("TO-VN-2026-00001", Status::Draft));
    assert_eq!((waiting.reference.as_str(), waiting.status), ("TO-VN-2026-00002", Status::Submitted));
    assert_eq!((public.reference.as_str(), public.status), ("TR-VN-2026-00001", Status::Published));
    assert!(public.is_public(app.now()));

    let sees = async |actor: Actor| {
        let mut seen = Vec::new();
        for listing in [&draft, &waiting, &public] {
            seen.push(store::find(app.db.conn(), &actor, &listing.reference).await.unwrap().is_some());
        }
        seen
    };
    assert_eq!(sees(app.actor(&owner).await).await, [true, true, true]);
    assert_eq!(sees(app.actor(&other).await).await, [false, false, true]);
    assert_eq!(sees(Actor::Anonymous).await, [false, false, true]);
    assert_eq!(sees(app.actor(&app.moderator("Siti Noor").await).await).await, [true, true, true]);
}
