use super::model::NewAccount;
use super::store::{Account, Link, OwnSession};
use crate::auth::{Actor, PlatformRole};
use crate::web::Action;

/// An address as somebody has entered it; whether it has an account is not told.
#[derive(Clone, Debug)]
pub struct Address(pub String);

/// Makes an account: a visitor one of a plain member whose address is still to be proved, the program any.
pub struct Add;

impl Action for Add {
    type Thing = NewAccount;
    const NAME: &'static str = "account.add";

    fn allowed(actor: &Actor, new: &NewAccount) -> bool {
        actor.is_system() || (new.role == PlatformRole::None && !new.verified)
    }
}

/// Tries a password. Everybody may; the throttle says how often.
pub struct SignIn;

impl Action for SignIn {
    type Thing = Address;
    const NAME: &'static str = "account.sign_in";

    fn allowed(actor: &Actor, _: &Address) -> bool {
        !actor.is_system()
    }
}

/// Asks for a link by mail. Everybody may, for any address, since the link goes to its holder only.
pub struct AskLink;

impl Action for AskLink {
    type Thing = Address;
    const NAME: &'static str = "account.ask_link";

    fn allowed(actor: &Actor, _: &Address) -> bool {
        !actor.is_system()
    }
}

/// Uses a link that was mailed. Whoever holds it may: having it is the proof.
pub struct UseLink;

impl Action for UseLink {
    type Thing = Link;
    const NAME: &'static str = "account.use_link";

    fn allowed(actor: &Actor, _: &Link) -> bool {
        !actor.is_system()
    }
}

/// Changes name, language, zone or password.
pub struct Edit;

impl Action for Edit {
    type Thing = Account;
    const NAME: &'static str = "account.edit";

    fn allowed(actor: &Actor, account: &Account) -> bool {
        actor.account_id() == Some(account.id)
    }
}

/// Gives a role on the platform; only the operator's commands do so.
pub struct Promote;

impl Action for Promote {
    type Thing = Account;
    const NAME: &'static str = "account.promote";

    fn allowed(actor: &Actor, _: &Account) -> bool {
        actor.is_system()
    }
}

/// Ends one of the sessions.
pub struct EndSession;

impl Action for EndSession {
    type Thing = OwnSession;
    const NAME: &'static str = "account.end_session";

    fn allowed(actor: &Actor, session: &OwnSession) -> bool {
        actor.account_id() == Some(session.account_id)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::accounts::model::Purpose;
    use crate::auth::SignedIn;
    use crate::taxonomy::Lang;

    fn person(account_id: i64, role: PlatformRole) -> Actor {
        Actor::Person(Arc::new(SignedIn {
            unread: 0,
            account_id,
            session_id: 0,
            name: "Lin".to_owned(),
            email: "lin@example.org".to_owned(),
            role,
            locale: Lang::En,
            zone: chrono_tz::UTC,
            acting: None,
            member_of: Vec::new(),
        }))
    }

    fn everybody() -> [Actor; 4] {
        let (member, administrator) = (person(1, PlatformRole::None), person(2, PlatformRole::Administrator));
        [Actor::Anonymous, member, administrator, Actor::System]
    }

    fn new(role: PlatformRole, verified: bool) -> NewAccount {
        let (name, email) = ("Lin".to_owned(), "lin@example.org".to_owned());
        NewAccount { name, email, locale: Lang::En, time_zone: chrono_tz::UTC, role, verified }
    }

    fn account(id: i64) -> Account {
        let at = chrono::DateTime::UNIX_EPOCH;
        Account {
            id,
            email: "lin@example.org".to_owned(),
            name: "Lin".to_owned(),
            password_hash: String::new(),
            role: "none".to_owned(),
            status: "active".to_owned(),
            locale: "en".to_owned(),
            time_zone: "UTC".to_owned(),
            email_verified_at: Some(at),
            terms_accepted_at: at,
            acting_organisation_id: None,
            created_at: at,
            version: 1,
        }
    }

    #[test]
    fn only_the_program_makes_accounts_with_a_role_or_a_proved_address() {
        let may = |new: &NewAccount| everybody().map(|actor| Add::allowed(&actor, new));
        assert_eq!(may(&new(PlatformRole::None, false)), [true; 4]);
        assert_eq!(may(&new(PlatformRole::None, true)), [false, false, false, true]);
        assert_eq!(may(&new(PlatformRole::Moderator, false)), [false, false, false, true]);
        assert_eq!(may(&new(PlatformRole::Administrator, true)), [false, false, false, true]);
    }

    #[test]
    fn every_person_may_try_a_password_and_ask_for_a_link() {
        let address = Address("lin@example.org".to_owned());
        assert_eq!(everybody().map(|actor| SignIn::allowed(&actor, &address)), [true, true, true, false]);
        assert_eq!(everybody().map(|actor| AskLink::allowed(&actor, &address)), [true, true, true, false]);
    }

    #[test]
    fn a_link_opens_for_whoever_holds_it() {
        let link = Link { id: 3, purpose: Purpose::VerifyEmail, account: account(1) };
        assert_eq!(everybody().map(|actor| UseLink::allowed(&actor, &link)), [true, true, true, false]);
    }

    #[test]
    fn nobody_but_its_person_changes_an_account_or_ends_its_sessions() {
        let (account, session) = (account(1), OwnSession { id: 5, account_id: 1 });
        assert_eq!(everybody().map(|actor| Edit::allowed(&actor, &account)), [false, true, false, false]);
        assert_eq!(everybody().map(|actor| EndSession::allowed(&actor, &session)), [false, true, false, false]);
    }

    #[test]
    fn roles_are_given_by_the_operator_only() {
        let account = account(1);
        assert_eq!(everybody().map(|actor| Promote::allowed(&actor, &account)), [false, false, false, true]);
    }
}
