use super::*;
use crate::interest::Terms;

/// Written by hand from the product's description, so that a slip in the table shows.
const EXPECTED: &str = "\
    draft send sent sender
    sent acknowledge acknowledged receiver
    sent decline declined receiver
    sent withdraw withdrawn sender
    sent lapse lapsed system
    acknowledged discuss in_discussion receiver
    acknowledged decline declined receiver
    acknowledged withdraw withdrawn sender
    acknowledged lapse lapsed system
    in_discussion request_info info_requested receiver
    in_discussion accept accepted receiver
    in_discussion decline declined receiver
    in_discussion withdraw withdrawn sender
    info_requested provide_info in_discussion sender
    info_requested discuss in_discussion receiver
    info_requested accept accepted receiver
    info_requested decline declined receiver
    info_requested withdraw withdrawn sender
    accepted negotiate negotiating sender receiver
    accepted withdraw withdrawn sender
    negotiating agree agreement sender receiver
    negotiating no_agreement no_agreement sender receiver
    negotiating withdraw withdrawn sender
    lapsed revive sent sender receiver";

fn agreement() -> Agreement {
    let terms = Terms { kind: "licence", value: "1000", currency: "USD", starts: "2027-01-01", further: "" };
    let starts = "2027-01-01".parse().unwrap();
    Agreement::read(&terms, &(starts..=starts)).unwrap()
}

fn everything_holds() -> Facts<'static> {
    Facts {
        reason: "because",
        agreement: Some(agreement()),
        listing_takes_interest: true,
        answer_overdue: true,
        revived: false,
        deadlines: None,
    }
}

fn state(name: StateName) -> State {
    State::of(name, "because", Some(agreement()), false).unwrap()
}

#[test]
fn every_edge_and_every_other_step_by_each_side_is_as_the_product_says() {
    let mut tried = 0;
    for from in StateName::ALL {
        for action in Action::ALL {
            for side in Side::ALL {
                let expected = EXPECTED.lines().map(str::split_whitespace).find_map(|mut words| {
                    let head = (words.next()?, words.next()?);
                    let to = words.next()?;
                    let matches = head == (from.code(), action.code()) && words.any(|by| by == side.code());
                    matches.then_some(to)
                });
                let got = step(&state(*from), *action, *side, &everything_holds());
                let name = got.as_ref().ok().map(|state| state.name().code());
                assert_eq!(name, expected, "{from} {action} by {side}: {got:?}");
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 12 * 13 * 3);
}

#[test]
fn an_edge_of_another_side_is_told_from_one_that_is_not_there() {
    let facts = everything_holds();
    assert_eq!(step(&State::InDiscussion, Action::Accept, Side::Sender, &facts), Err(Rejected::Side));
    let refused = Rejected::State { state: StateName::Sent, action: Action::Agree };
    assert_eq!(step(&State::Sent, Action::Agree, Side::Sender, &facts), Err(refused));
}

#[test]
fn each_guard_refuses_when_it_does_not_hold() {
    let refused = |state: &State, action, side, change: fn(&mut Facts<'static>)| {
        let mut facts = everything_holds();
        change(&mut facts);
        step(state, action, side, &facts).unwrap_err()
    };
    for (state, action, side) in [
        (State::Sent, Action::Decline, Side::Receiver),
        (State::Acknowledged, Action::Decline, Side::Receiver),
        (State::InDiscussion, Action::Decline, Side::Receiver),
        (state(StateName::InfoRequested), Action::Decline, Side::Receiver),
        (State::Negotiating, Action::NoAgreement, Side::Sender),
    ] {
        assert_eq!(refused(&state, action, side, |facts| facts.reason = " \n"), Rejected::NoReason);
    }
    let agree = refused(&State::Negotiating, Action::Agree, Side::Sender, |facts| facts.agreement = None);
    assert_eq!(agree, Rejected::NoAgreement);
    let send = refused(&State::Draft, Action::Send, Side::Sender, |facts| facts.listing_takes_interest = false);
    assert_eq!(send, Rejected::ListingClosed);
    for state in [State::Sent, State::Acknowledged] {
        let lapse = refused(&state, Action::Lapse, Side::System, |facts| facts.answer_overdue = false);
        assert_eq!(lapse, Rejected::NotOverdue);
    }
    let lapsed = state(StateName::Lapsed);
    let revive = refused(&lapsed, Action::Revive, Side::Receiver, |facts| facts.listing_takes_interest = false);
    assert_eq!(revive, Rejected::ListingClosed);
}

#[test]
fn a_lapse_is_revived_once() {
    let mut facts = everything_holds();
    let first = step(&State::Sent, Action::Lapse, Side::System, &facts).unwrap();
    assert_eq!(step(&first, Action::Revive, Side::Sender, &facts), Ok(State::Sent));
    facts.revived = true;
    let second = step(&State::Sent, Action::Lapse, Side::System, &facts).unwrap();
    assert_eq!(second, State::Lapsed { revived: true });
    assert_eq!(step(&second, Action::Revive, Side::Sender, &facts), Err(Rejected::RevivedBefore));
    assert_eq!(offered(&first, Side::Sender, true).count(), 1);
    assert_eq!(offered(&first, Side::Sender, false).count(), 0, "the listing takes no interest");
    assert_eq!(offered(&second, Side::Sender, true).count(), 0);
    assert_eq!(offers_at_once(StateName::Lapsed, Side::Sender).count(), 0, "this depends on more than the state");
}

#[test]
fn a_state_keeps_what_belongs_to_it() {
    let facts = Facts { reason: "  no room  ", ..everything_holds() };
    let declined = step(&State::Sent, Action::Decline, Side::Receiver, &facts);
    assert_eq!(declined, Ok(State::Declined { reason: "no room".to_owned() }));
    let agreed = step(&State::Negotiating, Action::Agree, Side::Receiver, &facts);
    assert_eq!(agreed, Ok(State::Agreement(agreement())));
}

#[test]
fn every_state_can_be_reached_and_none_is_open_and_ended() {
    for name in StateName::ALL {
        assert!(*name == StateName::Draft || TABLE.iter().any(|edge| edge.to == *name), "{name}");
        assert_ne!(name.is_open(), name.is_ended());
    }
}

#[test]
fn each_state_and_action_has_one_edge() {
    for (place, edge) in TABLE.iter().enumerate() {
        let same = |other: &Edge| other.from == edge.from && other.action == edge.action;
        assert!(!TABLE[place + 1..].iter().any(same), "{edge:?}");
    }
}

#[test]
fn contacts_open_with_acceptance_and_not_before() {
    let open: Vec<_> = StateName::ALL.iter().filter(|name| name.opens_contacts()).map(|name| name.code()).collect();
    assert_eq!(open, ["accepted", "negotiating", "agreement", "no_agreement"]);
}

#[test]
fn the_table_in_the_architecture_page_is_this_one() {
    let mut table = String::from("| from | action | to | who | must hold |\n|---|---|---|---|---|\n");
    for Edge { from, action, to, by, guard } in TABLE {
        let by: Vec<&str> = by.iter().map(|side| side.code()).collect();
        table.push_str(&format!("| `{from}` | {action} | `{to}` | {} | {} |\n", by.join(", "), guard.words()));
    }
    let page = include_str!("../../../../ARCHITECTURE.md");
    assert!(page.contains(&table), "write this into ARCHITECTURE.md:\n{table}");
}
