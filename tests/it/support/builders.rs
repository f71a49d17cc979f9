use greenbridge::auth::{MemberRole, PlatformRole};
use greenbridge::entity::{account, membership, organisation};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::TestApp;

/// Password of everybody that a test makes.
pub const PASSWORD: &str = "correct-horse-harbour-lantern";

/// Somebody with an account, and the organisation for which the person acts, if any.
#[derive(Clone, Debug)]
pub struct Person {
    pub account_id: i64,
    pub name: String,
    pub email: String,
    pub organisation_id: Option<i64>,
    /// Name of the organisation in addresses; empty if there is none.
    pub slug: String,
}

impl TestApp {
    /// Somebody with a proved address and no organisation: "Mei Lin" is `mei.lin@example.org`.
    pub async fn person(&self, name: &str) -> Person {
        self.account(name, PlatformRole::None).await
    }

    /// A moderator.
    pub async fn moderator(&self, name: &str) -> Person {
        self.account(name, PlatformRole::Moderator).await
    }

    /// An administrator.
    pub async fn administrator(&self, name: &str) -> Person {
        self.account(name, PlatformRole::Administrator).await
    }

    /// The owner of a new, verified organisation: `app.owner("Bao Tran", "Red River Membranes", "VN")`.
    pub async fn owner(&self, name: &str, organisation: &str, country: &str) -> Person {
        let slug = slug(organisation);
        let row = organisation::ActiveModel {
            slug: Set(slug.clone()),
            name: Set(organisation.to_owned()),
            legal_name: Set(organisation.to_owned()),
            sector: Set("private".to_owned()),
            country: Set(country.to_owned()),
            registration_number: Set("0101234567".to_owned()),
            website: Set(format!("https://{slug}.example.org")),
            size: Set("small".to_owned()),
            description: Set("Made for a test.".to_owned()),
            email_domains: Set(serde_json::json!([])),
            status: Set("verified".to_owned()),
            focal_country: Set(None),
            verified_at: Set(Some(self.now())),
            verified_by: Set(None),
            created_at: Set(self.now()),
            version: Set(1),
            ..Default::default()
        };
        let organisation_id = row.insert(self.db.conn()).await.unwrap().id;
        let person = self.person(name).await;
        self.join(person, organisation_id, MemberRole::Owner, &slug).await
    }

    /// The owner of the agency that is the focal point of a country.
    pub async fn focal_point(&self, name: &str, agency: &str, country: &str) -> Person {
        let person = self.owner(name, agency, country).await;
        let row = organisation::ActiveModel {
            id: Set(person.organisation_id.expect("has an organisation")),
            sector: Set("public".to_owned()),
            focal_country: Set(Some(country.to_owned())),
            ..Default::default()
        };
        row.update(self.db.conn()).await.unwrap();
        person
    }

    /// A colleague of `of` in the same organisation, with a role.
    pub async fn colleague(&self, name: &str, of: &Person, role: MemberRole) -> Person {
        let person = self.person(name).await;
        self.join(person, of.organisation_id.expect("has an organisation"), role, &of.slug).await
    }

    async fn join(&self, person: Person, organisation_id: i64, role: MemberRole, slug: &str) -> Person {
        let row = membership::ActiveModel {
            organisation_id: Set(organisation_id),
            account_id: Set(person.account_id),
            role: Set(role.to_string()),
            created_at: Set(self.now()),
            ..Default::default()
        };
        membership::Entity::insert(row).exec(self.db.conn()).await.unwrap();
        let tx = self.write_tx().await.unwrap();
        assert!(greenbridge::auth::switch_organisation(&tx, person.account_id, organisation_id).await.unwrap());
        self.commit(tx).await.unwrap();
        Person { organisation_id: Some(organisation_id), slug: slug.to_owned(), ..person }
    }

    async fn account(&self, name: &str, role: PlatformRole) -> Person {
        let email = format!("{}@example.org", slug(name).replace('-', "."));
        let row = account::ActiveModel {
            email: Set(email.clone()),
            name: Set(name.to_owned()),
            password_hash: Set(self.hashing.hash(PASSWORD.to_owned()).await.unwrap()),
            role: Set(role.to_string()),
            status: Set("active".to_owned()),
            locale: Set("en".to_owned()),
            time_zone: Set("Asia/Singapore".to_owned()),
            email_verified_at: Set(Some(self.now())),
            terms_accepted_at: Set(self.now()),
            acting_organisation_id: Set(None),
            created_at: Set(self.now()),
            version: Set(1),
            ..Default::default()
        };
        let account_id = row.insert(self.db.conn()).await.unwrap().id;
        Person { account_id, name: name.to_owned(), email, organisation_id: None, slug: String::new() }
    }
}

fn slug(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}
