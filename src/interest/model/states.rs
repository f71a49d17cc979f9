use crate::checks::Problems;

use super::{Agreement, Deadlines};

crate::codes! {
    /// States as they are stored, shown and used in addresses.
    pub enum StateName {
        /// Written and not sent; the receiver knows nothing of it.
        Draft = "draft",
        /// Sent and not yet noticed.
        Sent = "sent",
        /// The receiver has said that it came.
        Acknowledged = "acknowledged",
        /// Both sides talk.
        InDiscussion = "in_discussion",
        /// The receiver waits for something from the sender.
        InfoRequested = "info_requested",
        /// The receiver has accepted; both sides see each other's contact.
        Accepted = "accepted",
        /// Both sides work on an agreement.
        Negotiating = "negotiating",
        /// They have agreed.
        Agreement = "agreement",
        /// They could not agree.
        NoAgreement = "no_agreement",
        /// The receiver said no.
        Declined = "declined",
        /// The sender took it back.
        Withdrawn = "withdrawn",
        /// Nobody answered in time.
        Lapsed = "lapsed",
    }
}

impl StateName {
    /// Whether it is under way, so that the pair can have no second one for the same listing. A draft is, too.
    pub const fn is_open(self) -> bool {
        !self.is_ended()
    }

    /// Whether it has come to an end.
    pub const fn is_ended(self) -> bool {
        matches!(self, Self::Agreement | Self::NoAgreement | Self::Declined | Self::Withdrawn | Self::Lapsed)
    }

    /// Whether each side sees the other's contact.
    pub const fn opens_contacts(self) -> bool {
        matches!(self, Self::Accepted | Self::Negotiating | Self::Agreement | Self::NoAgreement)
    }

    /// Whether messages can be written: while it is open, and after an agreement.
    pub const fn takes_messages(self) -> bool {
        (self.is_open() && !matches!(self, Self::Draft)) || matches!(self, Self::Agreement)
    }

    /// Whether the receiver's first answer is awaited, and its time runs.
    pub const fn awaits_answer(self) -> bool {
        matches!(self, Self::Sent | Self::Acknowledged)
    }

    /// The side that is asked to do something next, if it is one of the two.
    pub const fn awaits(self) -> Option<Side> {
        match self {
            Self::Draft | Self::InfoRequested => Some(Side::Sender),
            Self::Sent | Self::Acknowledged => Some(Side::Receiver),
            _ => None,
        }
    }
}

crate::codes! {
    /// What changes the state.
    pub enum Action {
        /// The sender sends it.
        Send = "send",
        /// The receiver says that it came.
        Acknowledge = "acknowledge",
        /// The receiver begins the discussion, or goes back to it without what it asked for.
        Discuss = "discuss",
        /// The receiver asks for something.
        RequestInfo = "request_info",
        /// The sender gives what was asked for.
        ProvideInfo = "provide_info",
        /// The receiver accepts.
        Accept = "accept",
        /// Either side begins to negotiate.
        Negotiate = "negotiate",
        /// Either side records the agreement.
        Agree = "agree",
        /// Either side records that there is none.
        NoAgreement = "no_agreement",
        /// The receiver says no.
        Decline = "decline",
        /// The sender takes it back.
        Withdraw = "withdraw",
        /// The time for an answer is over.
        Lapse = "lapse",
        /// Either side opens a lapsed one again.
        Revive = "revive",
    }
}

crate::codes! {
    /// Who changes it.
    pub enum Side { Sender = "sender", Receiver = "receiver", System = "system" }
}

impl Side {
    /// The other of the two organisations; the system has none.
    pub const fn other(self) -> Option<Self> {
        match self {
            Self::Sender => Some(Self::Receiver),
            Self::Receiver => Some(Self::Sender),
            Self::System => None,
        }
    }
}

/// What must hold besides state and side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Nothing.
    Free,
    /// The listing is public and takes interest.
    ListingTakesInterest,
    /// A reason is given.
    ReasonGiven,
    /// What was agreed is given.
    AgreementGiven,
    /// The time for an answer is over.
    AnswerOverdue,
    /// It was not revived before, and the listing takes interest.
    FirstRevival,
}

impl Guard {
    /// What must hold, in words for developers; nothing where nothing must.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Free => "",
            Self::ListingTakesInterest => "listing takes interest",
            Self::ReasonGiven => "reason given",
            Self::AgreementGiven => "agreement given",
            Self::AnswerOverdue => "answer overdue",
            Self::FirstRevival => "first revival, listing takes interest",
        }
    }
}

/// One way in which a state may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The state before.
    pub from: StateName,
    /// What is done.
    pub action: Action,
    /// The state after.
    pub to: StateName,
    /// Who may do it.
    pub by: &'static [Side],
    /// What must hold besides.
    pub guard: Guard,
}

const fn edge(from: StateName, action: Action, to: StateName, by: &'static [Side], guard: Guard) -> Edge {
    Edge { from, action, to, by, guard }
}

const SENDER: &[Side] = &[Side::Sender];
const RECEIVER: &[Side] = &[Side::Receiver];
const EITHER: &[Side] = &[Side::Sender, Side::Receiver];
const SYSTEM: &[Side] = &[Side::System];

/// Every way in which a state changes; there is no other.
pub const TABLE: &[Edge] = {
    use Action as A;
    use Guard as G;
    use StateName as S;
    &[
        edge(S::Draft, A::Send, S::Sent, SENDER, G::ListingTakesInterest),
        edge(S::Sent, A::Acknowledge, S::Acknowledged, RECEIVER, G::Free),
        edge(S::Acknowledged, A::Discuss, S::InDiscussion, RECEIVER, G::Free),
        edge(S::InDiscussion, A::RequestInfo, S::InfoRequested, RECEIVER, G::Free),
        edge(S::InfoRequested, A::ProvideInfo, S::InDiscussion, SENDER, G::Free),
        edge(S::InfoRequested, A::Discuss, S::InDiscussion, RECEIVER, G::Free),
        edge(S::InDiscussion, A::Accept, S::Accepted, RECEIVER, G::Free),
        edge(S::InfoRequested, A::Accept, S::Accepted, RECEIVER, G::Free),
        edge(S::Accepted, A::Negotiate, S::Negotiating, EITHER, G::Free),
        edge(S::Negotiating, A::Agree, S::Agreement, EITHER, G::AgreementGiven),
        edge(S::Negotiating, A::NoAgreement, S::NoAgreement, EITHER, G::ReasonGiven),
        edge(S::Sent, A::Decline, S::Declined, RECEIVER, G::ReasonGiven),
        edge(S::Acknowledged, A::Decline, S::Declined, RECEIVER, G::ReasonGiven),
        edge(S::InDiscussion, A::Decline, S::Declined, RECEIVER, G::ReasonGiven),
        edge(S::InfoRequested, A::Decline, S::Declined, RECEIVER, G::ReasonGiven),
        edge(S::Sent, A::Withdraw, S::Withdrawn, SENDER, G::Free),
        edge(S::Acknowledged, A::Withdraw, S::Withdrawn, SENDER, G::Free),
        edge(S::InDiscussion, A::Withdraw, S::Withdrawn, SENDER, G::Free),
        edge(S::InfoRequested, A::Withdraw, S::Withdrawn, SENDER, G::Free),
        edge(S::Accepted, A::Withdraw, S::Withdrawn, SENDER, G::Free),
        edge(S::Negotiating, A::Withdraw, S::Withdrawn, SENDER, G::Free),
        edge(S::Sent, A::Lapse, S::Lapsed, SYSTEM, G::AnswerOverdue),
        edge(S::Acknowledged, A::Lapse, S::Lapsed, SYSTEM, G::AnswerOverdue),
        edge(S::Lapsed, A::Revive, S::Sent, EITHER, G::FirstRevival),
    ]
};

/// The state of an expression of interest with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Not sent.
    Draft,
    /// Sent.
    Sent,
    /// The receiver has said that it came.
    Acknowledged,
    /// Both sides talk.
    InDiscussion,
    /// The receiver waits for something.
    InfoRequested {
        /// What it waits for; may be empty when it stands in a message.
        wanted: String,
    },
    /// Accepted.
    Accepted,
    /// Under negotiation.
    Negotiating,
    /// Agreed.
    Agreement(Agreement),
    /// Not agreed.
    NoAgreement {
        /// Why.
        reason: String,
    },
    /// Declined by the receiver.
    Declined {
        /// Why.
        reason: String,
    },
    /// Withdrawn by the sender.
    Withdrawn {
        /// Why, if the sender said so.
        reason: String,
    },
    /// Not answered in time.
    Lapsed {
        /// Whether it was revived before, which is possible once.
        revived: bool,
    },
}

impl State {
    /// Its name.
    pub const fn name(&self) -> StateName {
        match self {
            Self::Draft => StateName::Draft,
            Self::Sent => StateName::Sent,
            Self::Acknowledged => StateName::Acknowledged,
            Self::InDiscussion => StateName::InDiscussion,
            Self::InfoRequested { .. } => StateName::InfoRequested,
            Self::Accepted => StateName::Accepted,
            Self::Negotiating => StateName::Negotiating,
            Self::Agreement(_) => StateName::Agreement,
            Self::NoAgreement { .. } => StateName::NoAgreement,
            Self::Declined { .. } => StateName::Declined,
            Self::Withdrawn { .. } => StateName::Withdrawn,
            Self::Lapsed { .. } => StateName::Lapsed,
        }
    }

    /// A state put together from its name and what is known; `None` for an agreement without its data.
    pub fn of(name: StateName, reason: &str, agreement: Option<Agreement>, revived: bool) -> Option<Self> {
        let reason = reason.to_owned();
        Some(match name {
            StateName::Draft => Self::Draft,
            StateName::Sent => Self::Sent,
            StateName::Acknowledged => Self::Acknowledged,
            StateName::InDiscussion => Self::InDiscussion,
            StateName::InfoRequested => Self::InfoRequested { wanted: reason },
            StateName::Accepted => Self::Accepted,
            StateName::Negotiating => Self::Negotiating,
            StateName::Agreement => Self::Agreement(agreement?),
            StateName::NoAgreement => Self::NoAgreement { reason },
            StateName::Declined => Self::Declined { reason },
            StateName::Withdrawn => Self::Withdrawn { reason },
            StateName::Lapsed => Self::Lapsed { revived },
        })
    }
}

/// What a transition is given besides state, action and side.
#[derive(Clone, Debug, Default)]
pub struct Facts<'a> {
    /// Why, or what is said with it; may be empty where no reason is needed.
    pub reason: &'a str,
    /// What was agreed.
    pub agreement: Option<Agreement>,
    /// Whether the listing is public and takes interest.
    pub listing_takes_interest: bool,
    /// Whether the time for an answer is over.
    pub answer_overdue: bool,
    /// Whether it was revived before.
    pub revived: bool,
    /// Until when the receiver would answer if it were sent now.
    pub deadlines: Option<Deadlines>,
}

/// Why something cannot be done with an expression of interest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    /// The state does not allow it.
    #[error("{action} is not possible in the state {state}")]
    State {
        /// The state.
        state: StateName,
        /// What was tried.
        action: Action,
    },
    /// It is for another side to do.
    #[error("it is for another side to do this")]
    Side,
    /// The listing is not public, or takes no interest.
    #[error("the listing takes no interest")]
    ListingClosed,
    /// The time for an answer is not over.
    #[error("the time for an answer is not over")]
    NotOverdue,
    /// It was revived before.
    #[error("it was revived before")]
    RevivedBefore,
    /// Something in the form is not right.
    #[error("the form has problems")]
    Form(Problems),
    /// A reason is missing.
    #[error("a reason is needed")]
    NoReason,
    /// What was agreed is missing.
    #[error("what was agreed is missing")]
    NoAgreement,
    /// No messages are taken in this state.
    #[error("no messages are taken in the state {0}")]
    NoMessages(StateName),
    /// Somebody changed it in the meantime.
    #[error("it was changed in the meantime")]
    Stale,
    /// The pair has an open one for this listing.
    #[error("{0} is open")]
    OtherOpen(String),
    /// An unverified organisation has sent as many as it may in a day.
    #[error("an unverified organisation has reached its daily limit")]
    TooManyToday,
    /// The organisation is suspended.
    #[error("the organisation is suspended")]
    Suspended,
}

impl Guard {
    fn check(self, state: &State, facts: &Facts<'_>) -> Result<(), Rejected> {
        let revived = matches!(state, State::Lapsed { revived: true });
        match self {
            Self::ReasonGiven if facts.reason.trim().is_empty() => Err(Rejected::NoReason),
            Self::AgreementGiven if facts.agreement.is_none() => Err(Rejected::NoAgreement),
            Self::AnswerOverdue if !facts.answer_overdue => Err(Rejected::NotOverdue),
            Self::FirstRevival if revived => Err(Rejected::RevivedBefore),
            Self::FirstRevival | Self::ListingTakesInterest if !facts.listing_takes_interest => {
                Err(Rejected::ListingClosed)
            }
            _ => Ok(()),
        }
    }
}

/// The state after an action of a side.
pub fn step(state: &State, action: Action, side: Side, facts: &Facts<'_>) -> Result<State, Rejected> {
    let from = state.name();
    let refused = Rejected::State { state: from, action };
    let edge = TABLE.iter().find(|edge| edge.from == from && edge.action == action).ok_or(refused.clone())?;
    if !edge.by.contains(&side) {
        return Err(Rejected::Side);
    }
    edge.guard.check(state, facts)?;
    State::of(edge.to, facts.reason.trim(), facts.agreement.clone(), facts.revived).ok_or(refused)
}

impl Action {
    /// Whether nothing need be said with it, so that one press does it.
    pub const fn is_at_once(self) -> bool {
        matches!(self, Self::Acknowledge | Self::Discuss | Self::Accept | Self::Negotiate | Self::Revive)
    }
}

/// What a side can do in a state with one press. What depends on more than the state is offered on the page of the
/// exchange, which knows the rest.
pub fn offers_at_once(state: StateName, side: Side) -> impl Iterator<Item = Action> {
    let edges = TABLE.iter().filter(move |edge| edge.from == state && edge.by.contains(&side));
    edges.filter(|edge| edge.guard == Guard::Free).map(|edge| edge.action).filter(|action| action.is_at_once())
}

/// What a side can do now, apart from sending, in the order of the table.
pub fn offered(
    state: &State,
    side: Side,
    listing_takes_interest: bool,
) -> impl Iterator<Item = &'static Edge> + use<'_> {
    let spent = matches!(state, State::Lapsed { revived: true }) || !listing_takes_interest;
    TABLE
        .iter()
        .filter(move |edge| edge.from == state.name() && edge.by.contains(&side) && edge.action != Action::Send)
        .filter(move |edge| edge.guard != Guard::FirstRevival || !spent)
}

#[cfg(test)]
mod tests;
