use std::sync::Arc;

use chrono_tz::Tz;

use crate::taxonomy::Lang;

crate::codes! {
    /// Role on the platform.
    pub enum PlatformRole { None = "none", Moderator = "moderator", Administrator = "administrator" }
}

crate::codes! {
    /// Role of a member in an organisation, strongest first.
    pub enum MemberRole { Owner = "owner", Editor = "editor", Viewer = "viewer" }
}

/// Who a request, a command or a job acts for.
#[derive(Clone, Debug)]
pub enum Actor {
    /// Nobody is signed in.
    Anonymous,
    /// A person who is signed in.
    Person(Arc<SignedIn>),
    /// The program itself: jobs, imports and commands of the operator.
    System,
}

/// A person who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The account.
    pub account_id: i64,
    /// The session; 0 for one that has none, as in tests of policies.
    pub session_id: i64,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Role on the platform.
    pub role: PlatformRole,
    /// Language of the person's pages.
    pub locale: Lang,
    /// Zone in which the person sees dates.
    pub zone: Tz,
    /// The organisation for which the person acts, if any.
    pub acting: Option<Acting>,
    /// Notifications that the person has not read, up to a hundred.
    pub unread: i64,
    /// All organisations of which the person is a member: nobody decides on their own, whomever they act for.
    pub member_of: Vec<i64>,
}

/// The organisation for which a person acts.
#[derive(Clone, Debug)]
pub struct Acting {
    /// The organisation.
    pub organisation_id: i64,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: String,
    /// Whether it is verified.
    pub verified: bool,
    /// The country whose focal point it is, if it is one.
    pub focal_country: Option<String>,
    /// The person's role in it.
    pub role: MemberRole,
}

impl Actor {
    /// The person, if one is signed in.
    pub fn person(&self) -> Option<&SignedIn> {
        match self {
            Self::Person(person) => Some(person),
            _ => None,
        }
    }

    /// The account, if one is signed in.
    pub fn account_id(&self) -> Option<i64> {
        self.person().map(|person| person.account_id)
    }

    /// The organisation acted for.
    pub fn acting(&self) -> Option<&Acting> {
        self.person()?.acting.as_ref()
    }

    /// The key of the organisation acted for.
    pub fn organisation_id(&self) -> Option<i64> {
        self.acting().map(|acting| acting.organisation_id)
    }

    /// Whether it acts for an organisation, in any role.
    pub fn acts_for(&self, organisation_id: i64) -> bool {
        self.organisation_id() == Some(organisation_id)
    }

    /// Whether it has a stake in an organisation: it is a member, whomever it acts for.
    pub fn has_stake_in(&self, organisation_id: i64) -> bool {
        self.person().is_some_and(|person| person.member_of.contains(&organisation_id))
    }

    /// Whether it may change what belongs to an organisation: its owner or editor.
    pub fn edits_for(&self, organisation_id: i64) -> bool {
        matches!(self, Self::System)
            || self
                .acting()
                .is_some_and(|acting| acting.organisation_id == organisation_id && acting.role <= MemberRole::Editor)
    }

    /// Whether it owns an organisation.
    pub fn owns(&self, organisation_id: i64) -> bool {
        matches!(self, Self::System)
            || self
                .acting()
                .is_some_and(|acting| acting.organisation_id == organisation_id && acting.role == MemberRole::Owner)
    }

    /// Whether it speaks for the focal point of a country: an owner or editor of the agency named for it.
    pub fn is_focal_point_of(&self, country: &str) -> bool {
        self.acting()
            .is_some_and(|acting| acting.role <= MemberRole::Editor && acting.focal_country.as_deref() == Some(country))
    }

    /// Whether it is a moderator or an administrator.
    pub fn moderates(&self) -> bool {
        self.person().is_some_and(|person| person.role != PlatformRole::None)
    }

    /// Whether it is an administrator.
    pub fn administers(&self) -> bool {
        self.person().is_some_and(|person| person.role == PlatformRole::Administrator)
    }

    /// Whether it is the program itself.
    pub fn is_system(&self) -> bool {
        matches!(self, Self::System)
    }
}
