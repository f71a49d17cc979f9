//! The mails about an organisation, in the receiver's language.

use crate::app::App;
use crate::i18n::{At, Locale};
use crate::mail::{Letter, Mail};
use crate::organisations::model::Decision;
use crate::organisations::store::{Organisation, Owner};

/// The mail that invites somebody.
pub fn invitation(
    app: &App,
    locale: &'static Locale,
    to: &str,
    (inviter, organisation): (&str, &str),
    token: &str,
) -> Result<Mail, askama::Error> {
    let at = At { locale };
    Letter {
        locale,
        to: to.to_owned(),
        subject: t!(at, "organisations-mail-invite-subject", organisation = organisation),
        paragraphs: vec![
            t!(at, "organisations-mail-invite-text", inviter = inviter, organisation = organisation),
            t!(at, "organisations-mail-invite-how"),
        ],
        quote: None,
        action: Some((t!(at, "organisations-mail-invite-action"), app.link(locale, &format!("/invitations/{token}")))),
        reason: t!(at, "organisations-mail-invite-reason", organisation = organisation),
    }
    .draw()
}

/// The mail that tells an owner how the request for the badge was decided.
pub fn decision(app: &App, organisation: &Organisation, owner: &Owner, decision: Decision, reason: &str) -> Letter {
    let at = At { locale: Locale::of_code(&owner.locale) };
    let name = organisation.name.as_str();
    let (subject, text) = match decision {
        Decision::Verify => (
            t!(at, "organisations-mail-verified-subject", organisation = name),
            t!(at, "organisations-mail-verified-text"),
        ),
        Decision::Refuse => (
            t!(at, "organisations-mail-refused-subject", organisation = name),
            t!(at, "organisations-mail-refused-text"),
        ),
    };
    let link = app.link(at.locale, &format!("/organisations/{}", organisation.slug));
    Letter {
        locale: at.locale,
        to: owner.email.clone(),
        subject,
        paragraphs: vec![text],
        quote: Some(reason.to_owned()).filter(|reason| !reason.is_empty()),
        action: Some((t!(at, "organisations-mail-decision-action"), link)),
        reason: t!(at, "organisations-mail-owner-reason", organisation = name),
    }
}
