use std::sync::Arc;

use greenbridge::auth::{Acting, Actor, MemberRole, PlatformRole, SignedIn};
use greenbridge::entity::{account, membership, organisation};
use greenbridge::listings::actions::{self, Decision};
use greenbridge::listings::content::{Body, Content, FileRef, Offer, Request, Texts};
use greenbridge::listings::policy::{Create, Decide, Edit, Inspect, Owner, Submit};
use greenbridge::listings::{Listing, store};
use greenbridge::moderation;
use greenbridge::taxonomy::{Cooperation, Ip, Kind, Lang};
use greenbridge::web::Can;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Person, TestApp};

/// An offer that can be submitted as it is; change what the test is about.
pub fn offer(title: &str) -> Content {
    let offer = Offer {
        readiness: Some(8),
        ip: Some(Ip::Granted),
        offered_to: vec!["TH".to_owned(), "VN".to_owned()],
        ..Offer::default()
    };
    Content {
        themes: vec!["water".to_owned()],
        keywords: vec!["WAT-IND".to_owned()],
        cooperation: vec![Cooperation::Licence],
        body: Body::Offer(Box::new(offer)),
        ..written(Kind::Offer, title)
    }
}

/// A request that can be submitted as it is.
pub fn request(title: &str) -> Content {
    let request =
        Request { country: "VN".to_owned(), site: "A dye house on the river".to_owned(), ..Request::default() };
    Content {
        themes: vec!["water".to_owned()],
        body: Body::Request(Box::new(request)),
        ..written(Kind::Request, title)
    }
}

fn written(kind: Kind, title: &str) -> Content {
    let texts = Texts {
        title: title.to_owned(),
        summary: format!("{title}, in short."),
        description: format!("{title}, at length: what it does, for whom, and what it has shown."),
        ..Texts::default()
    };
    Content { texts: [(Lang::En, texts)].into(), ..Content::empty(kind, Lang::En) }
}

impl TestApp {
    /// A person as policies see it, acting for the organisation that the person acts for.
    pub async fn actor(&self, person: &Person) -> Actor {
        let db = self.db.conn();
        let account = account::Entity::find_by_id(person.account_id).one(db).await.unwrap().unwrap();
        let acting = match account.acting_organisation_id {
            None => None,
            Some(id) => {
                let organisation = organisation::Entity::find_by_id(id).one(db).await.unwrap().unwrap();
                let member = membership::Entity::find()
                    .filter(membership::Column::AccountId.eq(account.id))
                    .filter(membership::Column::OrganisationId.eq(id));
                Some(Acting {
                    organisation_id: id,
                    slug: organisation.slug,
                    name: organisation.name,
                    country: organisation.country,
                    verified: organisation.status == "verified",
                    focal_country: organisation.focal_country,
                    role: member.one(db).await.unwrap().unwrap().role.parse::<MemberRole>().unwrap(),
                })
            }
        };
        let memberships = membership::Entity::find().filter(membership::Column::AccountId.eq(account.id));
        let memberships = memberships.all(db).await.unwrap();
        Actor::Person(Arc::new(SignedIn {
            unread: 0,
            member_of: memberships.iter().map(|membership| membership.organisation_id).collect(),
            account_id: account.id,
            session_id: 0,
            name: account.name,
            email: account.email,
            role: account.role.parse::<PlatformRole>().unwrap(),
            locale: account.locale.parse::<Lang>().unwrap(),
            zone: account.time_zone.parse().unwrap(),
            acting,
        }))
    }

    /// A draft of a person's organisation.
    pub async fn draft(&self, of: &Person, content: &Content) -> Listing {
        let actor = self.actor(of).await;
        let owner = Owner::from(actor.acting().expect("acts for an organisation"));
        actions::create(self, &Can::<Create>::check(&actor, owner).unwrap(), content, None).await.unwrap()
    }

    /// A listing that waits for a moderator.
    pub async fn submitted(&self, of: &Person, content: &Content) -> Listing {
        let draft = self.draft(of, content).await;
        let id = draft.id;
        let may = Can::<Submit>::check(&self.actor(of).await, draft).unwrap();
        actions::submit(self, &may).await.unwrap();
        self.listing(id).await
    }

    /// A listing that the public can read and find.
    pub async fn published(&self, of: &Person, content: &Content) -> Listing {
        let draft = self.draft(of, content).await;
        self.publish_draft(of, draft).await
    }

    /// A published listing whose newer revision the public can read.
    pub async fn revised(&self, of: &Person, listing: &Listing, content: &Content) -> Listing {
        let listing = self.listing(listing.id).await;
        let may = Can::<Edit>::check(&self.actor(of).await, listing.clone()).unwrap();
        let inspect = Can::<Inspect>::check(may.actor(), listing.clone()).unwrap();
        let work = actions::work(self, &inspect).await.unwrap();
        actions::save(self, &may, &actions::Work { content: content.clone(), ..work }).await.unwrap();
        self.publish_draft(of, listing).await
    }

    /// The files that the draft of a listing holds.
    pub async fn files_of(&self, listing: &Listing) -> Vec<FileRef> {
        let inspect = Can::<Inspect>::check(&Actor::System, self.listing(listing.id).await).unwrap();
        actions::work(self, &inspect).await.unwrap().content.files
    }

    /// Makes the draft of a listing public as it stands.
    pub async fn publish_draft(&self, of: &Person, draft: Listing) -> Listing {
        let id = draft.id;
        let may = Can::<Submit>::check(&self.actor(of).await, draft).unwrap();
        let tx = self.write_tx().await.unwrap();
        let revision_id = actions::submit_in(&tx, &may, self.now()).await.unwrap();
        let waiting = store::find_by_id(&tx, &Actor::System, id).await.unwrap().unwrap();
        let may = Can::<Decide>::check(&Actor::System, waiting).unwrap();
        actions::decide_in(&tx, &may, revision_id, Decision::Approve, self.now()).await.unwrap();
        moderation::withdraw_case(&tx, id, self.now()).await.unwrap();
        self.commit(tx).await.unwrap();
        self.follow_changes().await;
        self.listing(id).await
    }

    /// A listing as it stands now.
    pub async fn listing(&self, id: i64) -> Listing {
        store::find_by_id(self.db.conn(), &Actor::System, id).await.unwrap().unwrap()
    }
}
