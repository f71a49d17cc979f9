//! Loads the sample marketplace, in one transaction: a start that is broken off leaves nothing behind.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::{Context as _, anyhow};
use chrono::{DateTime, Duration, Utc};
use futures::stream::{self, StreamExt as _};
use sea_orm::DatabaseTransaction;

use super::data::{self, Account, Data};
use super::{PASSWORD, interests, listings, store};
use crate::accounts::actions::add_account;
use crate::accounts::{Add, NewAccount};
use crate::app::App;
use crate::auth::{self, Acting, Actor, MemberRole, SignedIn};
use crate::cli::progress;
use crate::listings::policy::Owner;
use crate::organisations::actions::add_organisation;
use crate::organisations::{self, NewOrganisation, Profile, Status};
use crate::web::Can;

/// Who vouches for organisations and decides.
pub(super) const MODERATOR: &str = "moderator@demo.example";
/// The oldest accounts and organisations of the demonstration.
const BEGINNING: i64 = 760;

/// Listings whose documents are brought at the same time.
const TOGETHER: usize = 16;

/// How much was loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// Accounts.
    pub accounts: usize,
    /// Organisations.
    pub organisations: usize,
    /// Listings.
    pub listings: usize,
    /// Expressions of interest.
    pub interests: usize,
}

/// The people and organisations of the demonstration.
pub(super) struct Cast {
    now: DateTime<Utc>,
    accounts: HashMap<String, (i64, Account)>,
    organisations: HashMap<String, Known>,
}

/// An organisation that was loaded.
pub(super) struct Known {
    pub id: i64,
    pub country: String,
    pub name: String,
    pub verified: bool,
    pub focal_country: Option<String>,
    pub members: Vec<data::Member>,
}

impl Cast {
    /// A moment so many days ago; the number spreads what happens on one day over its morning.
    pub fn moment(&self, days_ago: i64, number: usize) -> DateTime<Utc> {
        let minutes = i64::try_from(number % 240).unwrap_or_default();
        let day = (self.now - Duration::days(days_ago)).date_naive().and_time(chrono::NaiveTime::MIN).and_utc();
        (day + Duration::hours(2) + Duration::minutes(minutes)).min(self.now)
    }

    /// An organisation by its name in addresses.
    pub fn organisation(&self, slug: &str) -> anyhow::Result<&Known> {
        self.organisations.get(slug).ok_or_else(|| anyhow!("the sample organisation {slug} is missing"))
    }

    /// The key of an account.
    pub fn account_id(&self, email: &str) -> anyhow::Result<i64> {
        Ok(self.account(email)?.0)
    }

    fn account(&self, email: &str) -> anyhow::Result<&(i64, Account)> {
        self.accounts.get(email).ok_or_else(|| anyhow!("the sample account {email} is missing"))
    }

    /// Somebody who acts on the platform without an organisation: a moderator.
    pub fn moderator(&self, email: &str) -> anyhow::Result<Actor> {
        self.person(email, None)
    }

    /// The first member of an organisation who may edit, acting for it.
    pub fn editor(&self, slug: &str) -> anyhow::Result<Actor> {
        let members = &self.organisation(slug)?.members;
        let member = members.iter().find(|member| member.role <= MemberRole::Editor);
        self.member(slug, &member.ok_or_else(|| anyhow!("the sample organisation {slug} has no editor"))?.email)
    }

    /// A member of an organisation, acting for it.
    pub fn member(&self, slug: &str, email: &str) -> anyhow::Result<Actor> {
        let known = self.organisation(slug)?;
        let member = known.members.iter().find(|member| member.email == email);
        let member = member.ok_or_else(|| anyhow!("{email} is no member of the sample organisation {slug}"))?;
        let acting = Acting {
            organisation_id: known.id,
            slug: slug.to_owned(),
            name: known.name.clone(),
            country: known.country.clone(),
            verified: known.verified,
            focal_country: known.focal_country.clone(),
            role: member.role,
        };
        self.person(&member.email, Some(acting))
    }

    fn person(&self, email: &str, acting: Option<Acting>) -> anyhow::Result<Actor> {
        let (account_id, account) = self.account(email)?;
        Ok(Actor::Person(Arc::new(SignedIn {
            unread: 0,
            account_id: *account_id,
            session_id: 0,
            name: account.name.clone(),
            email: account.email.clone(),
            role: account.role,
            locale: account.locale,
            zone: account.time_zone,
            member_of: acting.iter().map(|acting| acting.organisation_id).collect(),
            acting,
        })))
    }

    /// What a listing of an organisation is begun with.
    pub fn owner(&self, slug: &str) -> anyhow::Result<Owner> {
        let known = self.organisation(slug)?;
        Ok(Owner { organisation_id: known.id, country: known.country.clone() })
    }
}

/// Loads everything into an app whose database is migrated and empty.
pub async fn load(app: &App) -> anyhow::Result<Loaded> {
    let Data { accounts, organisations, mut listings, interests } = data::read(app.clock.today())?;
    let loaded = Loaded {
        accounts: accounts.len(),
        organisations: organisations.len(),
        listings: listings.len(),
        interests: interests.len(),
    };
    let bar = progress(accounts.len() + organisations.len() + listings.len() + interests.len());
    let hash = app.hashing.hash(PASSWORD.to_owned()).await?;
    let tx = app.write_tx().await?;
    let mut cast = Cast { now: app.clock.now(), accounts: HashMap::new(), organisations: HashMap::new() };
    for account in accounts {
        let at = cast.moment(BEGINNING, 0);
        let id = insert_account(&tx, &account, &hash, at).await?;
        cast.accounts.insert(account.email.clone(), (id, account));
        bar.inc(1);
    }
    for (number, organisation) in organisations.into_iter().enumerate() {
        insert_organisation(&tx, &mut cast, organisation, number).await?;
        bar.inc(1);
    }
    // The oldest first, so that reference numbers and the change sequence grow with time.
    listings.sort_by_key(|listing| std::cmp::Reverse(listing.days_ago));
    let mut begun = Vec::new();
    for (number, listing) in listings.into_iter().enumerate() {
        begun.push(listings::begin(&tx, &cast, listing, number).await?);
    }
    // Storage waits for the disk with every file; many at a time wait as long as one.
    let brought: Vec<_> = stream::iter(&begun).map(|begun| begun.bring(app)).buffered(TOGETHER).collect().await;
    let mut by_key = HashMap::new();
    for (begun, brought) in begun.into_iter().zip(brought) {
        let key = begun.key().to_owned();
        let named = || format!("sample {key}");
        let brought = brought.with_context(named)?;
        let id = listings::load(app, &tx, &cast, begun, &brought).await.with_context(named)?;
        by_key.insert(key, id);
        bar.inc(1);
    }
    for (number, interest) in interests.into_iter().enumerate() {
        let name = format!("sample interest in {}", interest.listing);
        interests::load(app, &tx, &cast, interest, &by_key, number).await.context(name)?;
        bar.inc(1);
    }
    store::forget_jobs(&tx).await?;
    app.commit(tx).await?;
    bar.finish_and_clear();
    Ok(loaded)
}

async fn insert_account(
    tx: &DatabaseTransaction,
    account: &Account,
    hash: &str,
    at: DateTime<Utc>,
) -> anyhow::Result<i64> {
    let new = NewAccount {
        name: account.name.clone(),
        email: account.email.clone(),
        locale: account.locale,
        time_zone: account.time_zone,
        role: account.role,
        verified: true,
    };
    let may = Can::<Add>::check(&Actor::System, new)?;
    let id = add_account(tx, &may, hash, at).await?;
    id.ok_or_else(|| anyhow!("the sample account {} is there twice", account.email))
}

async fn insert_organisation(
    tx: &DatabaseTransaction,
    cast: &mut Cast,
    sample: data::Organisation,
    number: usize,
) -> anyhow::Result<()> {
    let at = cast.moment(BEGINNING - 10, number);
    let mut members = Vec::new();
    for member in &sample.members {
        members.push((cast.account_id(&member.email)?, member.role));
    }
    let verified = sample.status == Status::Verified;
    let new = NewOrganisation {
        profile: Profile {
            name: sample.name.clone(),
            legal_name: sample.legal_name,
            sector: sample.sector,
            country: sample.country.clone(),
            registration_number: sample.registration_number,
            website: sample.website,
            size: sample.size,
            description: sample.description,
            email_domains: sample.email_domains,
        },
        slug: Some(sample.slug.clone()),
        status: sample.status,
        focal_country: sample.focal_for.clone(),
        verified: if verified { Some((cast.account_id(MODERATOR)?, at)) } else { None },
        members: members.clone(),
    };
    let may = Can::<organisations::Add>::check(&Actor::System, new)?;
    let (id, slug) = add_organisation(tx, &may, at).await?;
    anyhow::ensure!(slug == sample.slug, "the sample organisation {} is there twice", sample.slug);
    for (account_id, _) in members {
        auth::switch_organisation(tx, account_id, id).await?;
    }
    let known = Known {
        id,
        country: sample.country,
        name: sample.name,
        verified,
        focal_country: sample.focal_for,
        members: sample.members,
    };
    cast.organisations.insert(slug, known);
    Ok(())
}
