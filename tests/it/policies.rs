//! The second table of permissions: actions × states × people. It asks the policies themselves, and a look at their
//! sources sees to it that no action is missing. That of expressions of interest stands with their other tests.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use greenbridge::auth::{Acting, Actor, MemberRole, PlatformRole, SignedIn};
use greenbridge::listings::policy::Owner;
use greenbridge::listings::{Change, Listing, Status};
use greenbridge::moderation::{Case, State};
use greenbridge::organisations::{Invitation, Member, NewOrganisation, Organisation, Profile};
use greenbridge::taxonomy::{Kind, Lang, Sector, Size};
use greenbridge::web::Action;
use greenbridge::{accounts, bulk, entity, interest, labels, listings, moderation, organisations};

/// The organisation that everything here belongs to, the focal point of its country, and another one.
const OWN: i64 = 10;
const FOCAL: i64 = 20;
const OTHER: i64 = 30;

fn at() -> DateTime<Utc> {
    crate::support::beginning()
}

fn person(account_id: i64, role: PlatformRole, acting: Option<(i64, MemberRole)>) -> Actor {
    let member_of = acting.iter().map(|(organisation_id, _)| *organisation_id).collect();
    member(account_id, role, acting, member_of)
}

fn member(account_id: i64, role: PlatformRole, acting: Option<(i64, MemberRole)>, member_of: Vec<i64>) -> Actor {
    let acting = acting.map(|(organisation_id, role)| Acting {
        organisation_id,
        slug: String::new(),
        name: String::new(),
        country: "VN".to_owned(),
        verified: true,
        focal_country: (organisation_id == FOCAL).then(|| "VN".to_owned()),
        role,
    });
    Actor::Person(Arc::new(SignedIn {
        unread: 0,
        account_id,
        session_id: 0,
        name: "Lin".to_owned(),
        email: format!("person-{account_id}@example.org"),
        role,
        locale: Lang::En,
        zone: chrono_tz::UTC,
        acting,
        member_of,
    }))
}

fn people() -> Vec<(&'static str, Actor)> {
    use MemberRole::{Editor, Owner, Viewer};
    use PlatformRole::{Administrator, Moderator, None as Plain};
    vec![
        ("visitor", Actor::Anonymous),
        ("person", person(1, Plain, None)),
        ("owner", person(2, Plain, Some((OWN, Owner)))),
        ("editor", person(3, Plain, Some((OWN, Editor)))),
        ("viewer", person(4, Plain, Some((OWN, Viewer)))),
        ("stranger", person(5, Plain, Some((OTHER, Owner)))),
        ("focal", person(6, Plain, Some((FOCAL, Editor)))),
        ("moderator", person(7, Moderator, None)),
        ("own-mod", person(8, Moderator, Some((OWN, Editor)))),
        ("elsewhere", member(8, Moderator, Some((OTHER, Editor)), vec![OWN, OTHER])),
        ("admin", person(9, Administrator, None)),
        ("program", Actor::System),
    ]
}

/// The table as it grows, and the actions that are in it.
struct Table {
    text: String,
    actions: BTreeSet<String>,
}

impl Table {
    fn new() -> Self {
        let mut text = format!("{:38} {:26}", "action", "state");
        for (name, _) in people() {
            write!(text, " {name:9}").unwrap();
        }
        Self { text: text.trim_end().to_owned() + "\n", actions: BTreeSet::new() }
    }

    /// What everybody may do with a thing: `may`, `not now` where the policy lets pass and the state does not, or `-`.
    fn row<A: Action>(&mut self, state: &str, thing: &A::Thing, possible: bool) {
        self.actions.insert(A::NAME.to_owned());
        let mut line = format!("{:38} {state:26}", A::NAME);
        for (_, actor) in people() {
            let mark = match (A::allowed(&actor, thing), possible) {
                (false, _) => "-",
                (true, true) => "may",
                (true, false) => "not now",
            };
            write!(line, " {mark:9}").unwrap();
        }
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// The same for every state of a listing; `change` is what the action does to it.
    fn listing<A: Action<Thing = Listing>>(&mut self, changes: &[Change]) {
        for status in Status::ALL {
            let possible = changes.is_empty() || changes.iter().any(|change| status.step(*change).is_ok());
            self.row::<A>(status.code(), &listing(*status), possible);
        }
    }

    /// Fails unless every action that the policies of a feature declare is in the table.
    #[track_caller]
    fn finish(self, feature: &str) -> String {
        let declared = declared(feature);
        assert!(!declared.is_empty(), "no action was found in the policies of {feature}");
        assert_eq!(self.actions, declared, "actions in this table and in the policies of {feature}");
        self.text
    }
}

/// The names of the actions that a feature declares: those of the trait, written out or through the macro that does so.
fn declared(feature: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/{feature}/policy.rs"));
    let code = std::fs::read_to_string(path).unwrap();
    let code = code.split("\n#[cfg(test)]\nmod ").next().unwrap().to_owned();
    let quoted = |text: &str| text.split('"').nth(1).unwrap_or_default().to_owned();
    let written = code.lines().filter(|line| line.contains("const NAME: &'static str = \"")).map(quoted);
    let through_macro = code.lines().filter(|line| {
        let line = line.trim_start();
        let name: String = line.chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
        name.starts_with(|c: char| c.is_ascii_uppercase()) && line[name.len()..].starts_with("(\"")
    });
    written.chain(through_macro.map(quoted)).collect()
}

fn listing(status: Status) -> Listing {
    Listing {
        id: 1,
        reference: "TO-VN-2026-00001".to_owned(),
        kind: Kind::Offer,
        organisation_id: OWN,
        organisation_slug: "lumen".to_owned(),
        organisation_logo: String::new(),
        organisation_name: "Lumen".to_owned(),
        organisation_sector: "private".to_owned(),
        organisation_verified: true,
        country: "VN".to_owned(),
        status,
        title: "Membranes".into(),
        accepting_interest: true,
        published_revision_id: Some(1),
        source_key: None,
        created_at: at(),
        updated_at: at(),
        submitted_at: Some(at()),
        published_at: Some(at()),
        expires_at: None,
        closes_at: None,
        outcome: None,
        endorsed: false,
        changed: 1,
        version: 1,
    }
}

#[test]
fn who_may_do_what_with_a_listing_in_which_state() {
    use listings::policy::{
        Archive, Create, Decide, Edit, Inspect, RaiseEvidence, Remove, Run, SeeEvidence, Submit, TakeBack,
    };
    let mut table = Table::new();
    table.row::<Create>("", &Owner { organisation_id: OWN, country: "VN".to_owned() }, true);
    table.listing::<Inspect>(&[]);
    table.listing::<Edit>(&[]);
    table.listing::<Submit>(&[Change::Submit]);
    table.listing::<TakeBack>(&[Change::TakeBack]);
    table.listing::<Run>(&[Change::Pause, Change::Resume, Change::Renew]);
    table.listing::<Archive>(&[Change::Archive]);
    table.listing::<Decide>(&[Change::Approve, Change::RequestChanges, Change::Reject]);
    table.listing::<SeeEvidence>(&[]);
    table.listing::<RaiseEvidence>(&[]);
    table.listing::<Remove>(&[Change::Remove]);
    insta::assert_snapshot!(table.finish("listings"));
}

#[test]
fn who_may_do_what_with_a_published_request() {
    use listings::requests::policy::{
        Amend, Answer, Ask, Asked, Conclude, Endorse, Follow, TakeEndorsementBack, TakeOff,
    };
    use listings::requests::{Question, QuestionState, Request};
    let mut table = Table::new();
    for status in [Status::Published, Status::Paused, Status::Expired, Status::Archived, Status::Removed] {
        let needs = listings::content::Request { country: "VN".to_owned(), ..Default::default() };
        let listing = Listing { kind: Kind::Request, ..listing(status) };
        let it = Request { listing, needs };
        let state = status.code();
        table.row::<Ask>(state, &it, it.takes_questions(at()).is_ok());
        table.row::<Amend>(state, &it, it.takes_addenda().is_ok());
        table.row::<Follow>(state, &it, true);
        table.row::<Endorse>(state, &it, it.takes_endorsement(at()).is_ok());
        table.row::<TakeEndorsementBack>(state, &it, true);
        table.row::<Conclude>(state, &it, it.runs());
        for question in QuestionState::ALL {
            let open = *question == QuestionState::Open;
            let asked = Question {
                id: 1,
                number: 1,
                state: *question,
                organisation_id: OTHER,
                organisation_name: "Other".to_owned(),
                country: "TH".to_owned(),
                account_id: Some(5),
                at: at(),
                text: "Where?".to_owned(),
                reply: String::new(),
                replied_at: None,
            };
            let possible = open && it.takes_answers(at()).is_ok();
            let asked = Asked { request: it.clone(), question: asked };
            table.row::<Answer>(&format!("{state}, {question}"), &asked, possible);
            table.row::<TakeOff>(&format!("{state}, {question}"), &asked, *question != QuestionState::Removed);
        }
    }
    insta::assert_snapshot!(table.finish("listings/requests"));
}

#[test]
fn who_may_do_what_with_the_answers_to_a_request() {
    use interest::answers::policy::{Answers, Compare, Judge, Judged};
    use interest::{Interest, Party, Proposal, State as Standing};
    let needs = listings::content::Request { country: "VN".to_owned(), ..Default::default() };
    let listing = Listing { kind: Kind::Request, ..listing(Status::Published) };
    let request = listings::requests::Request { listing, needs };
    let party = |organisation_id| Party {
        organisation_id,
        slug: String::new(),
        name: format!("Organisation {organisation_id}"),
        country: "VN".to_owned(),
    };
    let mut table = Table::new();
    table.row::<Compare>("", &Answers { request: request.clone() }, true);
    for state in [Standing::Draft, Standing::Sent, Standing::Withdrawn { reason: String::new() }] {
        let name = state.name();
        let interest = Interest {
            id: 1,
            reference: "EOI-2026-00001".to_owned(),
            listing_id: 1,
            listing_reference: request.listing.reference.clone(),
            listing_title: request.listing.title.clone(),
            listing_kind: Kind::Request,
            sender: party(OTHER),
            receiver: party(OWN),
            state,
            proposal: Proposal::default(),
            created_by: Some(5),
            created_at: at(),
            sent_at: Some(at()),
            updated_at: at(),
            version: 1,
            deadlines: None,
            events: Vec::new(),
        };
        table.row::<Judge>(name.code(), &Judged { request: request.clone(), interest }, true);
    }
    insta::assert_snapshot!(table.finish("interest/answers"));
}

#[test]
fn who_may_do_what_with_a_review_case_in_which_state() {
    use moderation::policy::{Read, Review};
    let mut table = Table::new();
    for state in State::ALL {
        let case = Case {
            id: 1,
            listing: listing(Status::InReview),
            revision_id: 1,
            state: *state,
            opened_at: at(),
            claimed_by: None,
            claimed_until: None,
            outcome: None,
            reasons: Vec::new(),
            decided_by: None,
            decided_at: None,
        };
        let open = matches!(state, State::Waiting | State::Claimed);
        table.row::<Read>(state.code(), &case, true);
        table.row::<Review>(state.code(), &case, open);
    }
    insta::assert_snapshot!(table.finish("moderation"));
}

#[test]
fn who_may_do_what_with_a_certificate_in_which_state() {
    use labels::policy::{See, Verify};
    use labels::{Certificate, Claim, Status};
    let mut table = Table::new();
    for status in Status::ALL {
        let claim = Claim { scheme: "TH-TGL".to_owned(), number: "1".to_owned(), ..Claim::default() };
        let certificate = Certificate {
            id: 1,
            organisation_id: OWN,
            claim,
            status: *status,
            verified_at: None,
            verified_by: None,
            reason: String::new(),
            version: 1,
        };
        let possible = [Status::Verified, Status::Refused, Status::Revoked].iter().any(|next| status.leads_to(*next));
        table.row::<See>(status.code(), &certificate, true);
        table.row::<Verify>(status.code(), &certificate, possible);
    }
    insta::assert_snapshot!(table.finish("labels"));
}

fn organisation(status: organisations::Status) -> Organisation {
    let row = entity::organisation::Model {
        id: OWN,
        slug: "lumen".to_owned(),
        name: "Lumen".to_owned(),
        legal_name: "Lumen".to_owned(),
        sector: "private".to_owned(),
        country: "VN".to_owned(),
        registration_number: "1".to_owned(),
        website: String::new(),
        size: "small".to_owned(),
        description: String::new(),
        email_domains: serde_json::json!([]),
        status: status.to_string(),
        focal_country: None,
        verified_at: None,
        verified_by: None,
        created_at: at(),
        version: 1,
        logo: String::new(),
        logo_size: 0,
    };
    Organisation { row, focal_points: vec![FOCAL] }
}

fn new_organisation(owner: i64) -> NewOrganisation {
    let profile = Profile {
        name: "Lumen".to_owned(),
        legal_name: "Lumen".to_owned(),
        sector: Sector::Private,
        country: "VN".to_owned(),
        registration_number: "1".to_owned(),
        website: String::new(),
        size: Size::Small,
        description: String::new(),
        email_domains: Vec::new(),
    };
    NewOrganisation {
        profile,
        slug: None,
        status: organisations::Status::Unverified,
        focal_country: None,
        verified: None,
        members: vec![(owner, MemberRole::Owner)],
    }
}

#[test]
fn who_may_do_what_with_an_organisation_in_which_state() {
    use organisations::{
        Accept, Add, AskVerification, ChangeRole, Edit, Invite, Leave, Remove, RevokeInvitation, SeeMembers, Status,
        Verify,
    };
    let mut table = Table::new();
    table.row::<Add>("of person, plain", &new_organisation(1), true);
    table.row::<Add>("of admin, plain", &new_organisation(9), true);
    table.row::<Add>(
        "of person, verified",
        &NewOrganisation { verified: Some((7, at())), ..new_organisation(1) },
        true,
    );
    for status in Status::ALL {
        let (state, it) = (status.code(), organisation(*status));
        table.row::<Edit>(state, &it, true);
        table.row::<AskVerification>(state, &it, true);
        table.row::<Verify>(state, &it, true);
        table.row::<SeeMembers>(state, &it, true);
        table.row::<Invite>(state, &it, true);
        table.row::<Leave>(state, &it, true);
        let invitation = |email: &str| Invitation {
            id: 1,
            email: email.to_owned(),
            role: MemberRole::Editor,
            inviter: "Lin".to_owned(),
            organisation: organisation(*status),
        };
        table.row::<RevokeInvitation>(state, &invitation("person-5@example.org"), true);
        table.row::<Accept>(state, &invitation("person-5@example.org"), true);
        for (account_id, role) in [(2, MemberRole::Owner), (3, MemberRole::Editor), (4, MemberRole::Viewer)] {
            let member = Member { id: 1, account_id, role, organisation: organisation(*status) };
            table.row::<ChangeRole>(&format!("{state}, of its {role}"), &member, true);
            table.row::<Remove>(&format!("{state}, its {role}"), &member, true);
        }
    }
    insta::assert_snapshot!(table.finish("organisations"));
}

#[test]
fn who_may_do_what_with_a_register() {
    use greenbridge::registers::{Entry, policy::Keep};
    let mut table = Table::new();
    for register in greenbridge::taxonomy::Register::ALL {
        let entry = Entry { register: *register, code: "X-1".to_owned(), columns: Default::default(), version: 1 };
        table.row::<Keep>(register.code(), &entry, true);
    }
    insta::assert_snapshot!(table.finish("registers"));
}

#[test]
fn who_may_do_what_with_notifications_and_jobs() {
    use greenbridge::notifications::policy::{Choose, Inbox, Item, Open, Switch, SwitchOff, Tidy};
    use greenbridge::notifications::{Kind, Scope, Settings};
    let mut table = Table::new();
    let (inbox, item) = (Inbox { account_id: 2 }, Item { id: 1, account_id: 2, path: String::new() });
    table.row::<Open>("of owner", &item, true);
    table.row::<Tidy>("of owner", &inbox, true);
    table.row::<Choose>("of owner", &inbox, true);
    let switch = Switch { account_id: 2, scope: Scope::Kind(Kind::Interest), settings: Settings::default() };
    table.row::<SwitchOff>("of owner", &switch, true);
    insta::assert_snapshot!("notifications", table.finish("notifications"));
    let mut table = Table::new();
    table.row::<greenbridge::admin::policy::LookAfter>("", &greenbridge::admin::policy::Jobs { id: None }, true);
    insta::assert_snapshot!("jobs", table.finish("admin"));
}

#[test]
fn who_may_do_what_with_an_import() {
    use bulk::policy::{Handle, Import};
    let mut table = Table::new();
    table.row::<Import>("", &Owner { organisation_id: OWN, country: "VN".to_owned() }, true);
    let run = bulk::Run {
        id: 1,
        organisation_id: OWN,
        account_id: 2,
        stage: bulk::Stage::Checked,
        mode: bulk::Mode::Drafts,
        name: "offers.csv".to_owned(),
        stored_as: None,
        setup: bulk::Setup {
            format: bulk::table::Format::Sheet { name: "1".to_owned() },
            head: 1,
            headings: Vec::new(),
            samples: Vec::new(),
        },
        mapping: bulk::mapping::Mapping::default(),
        fingerprint: String::new(),
        failure: String::new(),
        rows: 1,
        rows_read: 1,
        records_read: 1,
        counts: bulk::Counts::default(),
        created_at: at(),
        updated_at: at(),
    };
    table.row::<Handle>("", &run, true);
    insta::assert_snapshot!(table.finish("bulk"));
}

#[test]
fn who_may_do_what_with_an_account() {
    use accounts::{Add, AskLink, Edit, EndSession, NewAccount, Promote, SignIn, UseLink};
    type Address = <SignIn as Action>::Thing;
    type Link = <UseLink as Action>::Thing;
    type OwnSession = <EndSession as Action>::Thing;
    let mut table = Table::new();
    for role in PlatformRole::ALL {
        for verified in [false, true] {
            let (name, email) = ("Lin".to_owned(), "lin@example.org".to_owned());
            let new = NewAccount { name, email, locale: Lang::En, time_zone: chrono_tz::UTC, role: *role, verified };
            let proved = if verified { "proved" } else { "unproved" };
            table.row::<Add>(&format!("role {role}, {proved}"), &new, true);
        }
    }
    let address = Address { 0: "lin@example.org".to_owned() };
    table.row::<SignIn>("", &address, true);
    table.row::<AskLink>("", &address, true);
    let account = |id: i64| entity::account::Model {
        id,
        email: format!("person-{id}@example.org"),
        name: "Lin".to_owned(),
        password_hash: String::new(),
        role: "none".to_owned(),
        status: "active".to_owned(),
        locale: "en".to_owned(),
        time_zone: "UTC".to_owned(),
        email_verified_at: Some(at()),
        terms_accepted_at: at(),
        acting_organisation_id: None,
        created_at: at(),
        version: 1,
    };
    for purpose in ["verify_email", "reset_password"] {
        table.row::<UseLink>(purpose, &Link { id: 1, purpose: purpose.parse().unwrap(), account: account(1) }, true);
    }
    for (whose, id) in [("of person", 1), ("of moderator", 7), ("of admin", 9)] {
        table.row::<Edit>(whose, &account(id), true);
        table.row::<Promote>(whose, &account(id), true);
        table.row::<EndSession>(whose, &OwnSession { id: 1, account_id: id }, true);
    }
    insta::assert_snapshot!(table.finish("accounts"));
}

#[test]
fn every_feature_with_a_policy_has_its_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let features: BTreeSet<String> = std::fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("policy.rs").exists())
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    let known = [
        "accounts",
        "admin",
        "bulk",
        "interest",
        "labels",
        "listings",
        "moderation",
        "notifications",
        "organisations",
        "registers",
    ];
    assert_eq!(features, known.map(str::to_owned).into());
    use interest::policy::{Act, Discard, See, Send, Write};
    let of_interest = [Act::NAME, Discard::NAME, See::NAME, Send::NAME, Write::NAME];
    assert_eq!(declared("interest"), of_interest.map(str::to_owned).into(), "the table of tests/it/interest.rs");
    use interest::desk::policy::{Keep, Revoke, Subscribe};
    use interest::messages::policy::{Edit, Report};
    use interest::nda::policy::{Agree, Compose};
    use interest::reports::policy::{Decide, Read};
    let of_parts = [
        Edit::NAME,
        Report::NAME,
        Agree::NAME,
        Compose::NAME,
        Read::NAME,
        Decide::NAME,
        Keep::NAME,
        Revoke::NAME,
        Subscribe::NAME,
    ];
    let parts = ["interest/desk", "interest/messages", "interest/nda", "interest/reports"];
    let found: BTreeSet<String> = parts.iter().flat_map(|part| declared(part)).collect();
    assert_eq!(found, of_parts.map(str::to_owned).into(), "the table of tests/it/messages");
    use interest::effects::policy::{Confirm, Consent, Enter, Look};
    let of_effects = [Look::NAME, Enter::NAME, Confirm::NAME, Consent::NAME];
    assert_eq!(declared("interest/effects"), of_effects.map(str::to_owned).into(), "the table of tests/it/effects.rs");
}
