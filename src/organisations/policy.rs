use super::model::{NewOrganisation, Status};
use super::store::{Invitation, Member, Organisation};
use crate::auth::{Actor, MemberRole};
use crate::web::{Action, actions};

/// Whether somebody vouches for organisations of this one's country: an owner or editor of its focal point.
fn is_focal_point(actor: &Actor, organisation: &Organisation) -> bool {
    organisation.focal_points.iter().any(|id| !actor.is_system() && actor.edits_for(*id))
}

/// Whether it is as anybody may make one: without badge, and owned by who makes it.
fn is_plain(actor: &Actor, new: &NewOrganisation) -> bool {
    let owned = actor.account_id().is_some_and(|account| new.members == [(account, MemberRole::Owner)]);
    let bare = new.slug.is_none() && new.focal_country.is_none() && new.verified.is_none();
    owned && bare && new.status == Status::Unverified
}

actions! {
    /// Make an organisation: everybody their own, the program any.
    Add("add an organisation", NewOrganisation) = |actor, new| actor.is_system() || is_plain(actor, new);
    /// Change what it says of itself.
    Edit("edit an organisation", Organisation) = |actor, it| actor.owns(it.id) && it.status() != Status::Suspended;
    /// Ask for the verified badge.
    AskVerification("ask for verification", Organisation) = |actor, it| actor.owns(it.id) && matches!(it.status(), Status::Unverified | Status::Refused);
    /// Give or refuse the verified badge; never to one's own organisation.
    Verify("verify an organisation", Organisation) = |actor, it| (actor.moderates() || is_focal_point(actor, it)) && !actor.has_stake_in(it.id) && it.status() != Status::Suspended;
    /// See who its members are.
    SeeMembers("see members", Organisation) = |actor, it| actor.acts_for(it.id) || actor.moderates();
    /// Ask somebody by mail to become a member.
    Invite("invite a member", Organisation) = |actor, it| actor.owns(it.id);
    /// Take an invitation back.
    RevokeInvitation("revoke an invitation", Invitation) = |actor, it| actor.owns(it.organisation.id);
    /// Become a member by an invitation to one's own address.
    Accept("accept an invitation", Invitation) = |actor, it| actor.person().is_some_and(|person| person.email == it.email);
    /// Give a member another role.
    ChangeRole("change a member's role", Member) = |actor, it| actor.owns(it.organisation.id);
    /// Take a member out; who wants to go oneself leaves.
    Remove("remove a member", Member) = |actor, it| actor.owns(it.organisation.id) && actor.account_id() != Some(it.account_id);
    /// Leave.
    Leave("leave an organisation", Organisation) = |actor, it| actor.acts_for(it.id);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::DateTime;
    use serde_json::json;

    use super::*;
    use crate::auth::{Acting, PlatformRole, SignedIn};
    use crate::organisations::model::{Entered, Profile};
    use crate::taxonomy::Lang;

    /// Organisation 10 is asked about; 20 is the focal point of its country, 30 another one.
    fn person(account_id: i64, role: PlatformRole, acting: Option<(i64, MemberRole)>) -> Actor {
        Actor::Person(Arc::new(SignedIn {
            unread: 0,
            account_id,
            session_id: 0,
            name: "Lin".to_owned(),
            email: format!("person-{account_id}@example.org"),
            role,
            locale: Lang::En,
            zone: chrono_tz::UTC,
            member_of: acting.iter().map(|(organisation_id, _)| *organisation_id).collect(),
            acting: acting.map(|(organisation_id, role)| Acting {
                organisation_id,
                slug: String::new(),
                name: String::new(),
                country: "VN".to_owned(),
                verified: true,
                focal_country: None,
                role,
            }),
        }))
    }

    /// Visitor, owner, editor, viewer, stranger (an owner elsewhere), focal point's editor, focal point's viewer,
    /// moderator, moderator who acts for it, the program.
    fn everybody() -> [Actor; 10] {
        use MemberRole::{Editor, Owner, Viewer};
        use PlatformRole::{Moderator, None as Plain};
        [
            Actor::Anonymous,
            person(1, Plain, Some((10, Owner))),
            person(2, Plain, Some((10, Editor))),
            person(3, Plain, Some((10, Viewer))),
            person(4, Plain, Some((30, Owner))),
            person(5, Plain, Some((20, Editor))),
            person(6, Plain, Some((20, Viewer))),
            person(7, Moderator, None),
            person(8, Moderator, Some((10, Owner))),
            Actor::System,
        ]
    }

    fn may<A: Action>(thing: &A::Thing) -> String {
        everybody().iter().map(|actor| if A::allowed(actor, thing) { 'x' } else { '.' }).collect()
    }

    fn organisation(status: Status) -> Organisation {
        let at = DateTime::UNIX_EPOCH;
        let row = crate::entity::organisation::Model {
            id: 10,
            slug: "lumen".to_owned(),
            name: "Lumen".to_owned(),
            legal_name: "Lumen".to_owned(),
            sector: "private".to_owned(),
            country: "VN".to_owned(),
            registration_number: "1".to_owned(),
            website: String::new(),
            size: "small".to_owned(),
            description: String::new(),
            email_domains: json!([]),
            status: status.to_string(),
            focal_country: None,
            verified_at: None,
            verified_by: None,
            created_at: at,
            version: 1,
            logo: String::new(),
            logo_size: 0,
        };
        Organisation { row, focal_points: vec![20] }
    }

    fn member(account_id: i64) -> Member {
        let organisation = organisation(Status::Verified);
        Member { id: 9, account_id, role: MemberRole::Editor, organisation }
    }

    fn invitation(email: &str) -> Invitation {
        let (email, inviter) = (email.to_owned(), "Lin".to_owned());
        Invitation { id: 8, email, role: MemberRole::Editor, inviter, organisation: organisation(Status::Verified) }
    }

    fn new(owner: i64) -> NewOrganisation {
        let profile = Profile::check(Entered {
            name: "Lumen",
            legal_name: "Lumen",
            sector: "private",
            country: "VN",
            registration_number: "1",
            website: "",
            size: "small",
            description: "",
            email_domains: "",
        });
        let members = vec![(owner, MemberRole::Owner)];
        let (status, focal_country, verified) = (Status::Unverified, None, None);
        NewOrganisation { profile: profile.unwrap(), slug: None, status, focal_country, verified, members }
    }

    #[test]
    fn people_make_plain_organisations_of_their_own() {
        assert_eq!(may::<Add>(&new(1)), ".x.......x");
        assert_eq!(may::<Add>(&NewOrganisation { status: Status::Verified, ..new(1) }), ".........x");
        assert_eq!(may::<Add>(&NewOrganisation { focal_country: Some("VN".to_owned()), ..new(1) }), ".........x");
        assert_eq!(may::<Add>(&NewOrganisation { slug: Some("mine".to_owned()), ..new(1) }), ".........x");
        assert_eq!(
            may::<Add>(&NewOrganisation { members: vec![(1, MemberRole::Owner), (2, MemberRole::Owner)], ..new(1) }),
            ".........x"
        );
    }

    #[test]
    fn owners_edit_and_invite() {
        assert_eq!(may::<Edit>(&organisation(Status::Verified)), ".x......xx");
        assert_eq!(may::<Edit>(&organisation(Status::Suspended)), "..........");
        assert_eq!(may::<Invite>(&organisation(Status::Unverified)), ".x......xx");
        assert_eq!(may::<RevokeInvitation>(&invitation("a@example.org")), ".x......xx");
    }

    #[test]
    fn owners_ask_for_the_badge_until_they_have_it() {
        for (status, wanted) in [
            (Status::Unverified, ".x......xx"),
            (Status::Refused, ".x......xx"),
            (Status::Pending, ".........."),
            (Status::Verified, ".........."),
            (Status::Suspended, ".........."),
        ] {
            assert_eq!(may::<AskVerification>(&organisation(status)), wanted, "{status}");
        }
    }

    #[test]
    fn moderators_and_the_focal_point_verify_others() {
        for status in [Status::Unverified, Status::Pending, Status::Verified, Status::Refused] {
            assert_eq!(may::<Verify>(&organisation(status)), ".....x.x..", "{status}");
        }
        assert_eq!(may::<Verify>(&organisation(Status::Suspended)), "..........");
    }

    #[test]
    fn members_see_members_and_leave() {
        assert_eq!(may::<SeeMembers>(&organisation(Status::Verified)), ".xxx...xx.");
        assert_eq!(may::<Leave>(&organisation(Status::Verified)), ".xxx....x.");
    }

    #[test]
    fn owners_change_roles_and_remove_others() {
        assert_eq!(may::<ChangeRole>(&member(2)), ".x......xx");
        assert_eq!(may::<Remove>(&member(2)), ".x......xx");
        assert_eq!(may::<Remove>(&member(1)), "........xx", "not oneself");
    }

    #[test]
    fn an_invitation_is_for_its_address_only() {
        assert_eq!(may::<Accept>(&invitation("person-4@example.org")), "....x.....");
        assert_eq!(may::<Accept>(&invitation("nobody@example.org")), "..........");
    }
}
