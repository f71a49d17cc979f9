use crate::taxonomy::UnknownCode;
use crate::web::{Context, Error};

crate::codes! {
    /// Who may use a route at all. What somebody may do with a certain thing is decided by that thing's policy.
    pub enum Access {
        /// Everybody.
        Public = "public",
        /// Everybody, but only in the demonstration.
        Demo = "demo",
        /// Clients on the same machine, for operators' tools.
        Local = "local",
        /// Whoever is signed in.
        SignedIn = "signed_in",
        /// Whoever is signed in and acts for an organisation.
        Member = "member",
        /// Moderators and administrators.
        Moderator = "moderator",
        /// Administrators.
        Administrator = "administrator",
    }
}

impl Access {
    /// Lets the sender of a request pass, or says why not.
    pub fn check(self, context: &Context) -> Result<(), Error> {
        let actor = &context.actor;
        let signed_in = actor.person().is_some();
        match self {
            Self::Public => Ok(()),
            Self::Demo if context.demo => Ok(()),
            Self::Local if context.client.is_loopback() => Ok(()),
            Self::Demo | Self::Local => Err(Error::NotFound),
            _ if !signed_in => Err(Error::SignIn),
            Self::SignedIn => Ok(()),
            Self::Member if actor.acting().is_some() => Ok(()),
            Self::Member => Err(Error::NoOrganisation),
            Self::Moderator if actor.moderates() => Ok(()),
            Self::Administrator if actor.administers() => Ok(()),
            Self::Moderator | Self::Administrator => Err(Error::Forbidden),
        }
    }
}

impl From<UnknownCode> for Error {
    fn from(_: UnknownCode) -> Self {
        Self::BadRequest
    }
}
