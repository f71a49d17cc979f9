//! The mails about an account, in its language.

use url::form_urlencoded;

use crate::accounts::model::Purpose;
use crate::accounts::store::Account;
use crate::app::App;
use crate::i18n::{At, Locale};
use crate::mail::{Letter, Mail};
use crate::taxonomy::Lang;

/// The path of a link, with the place to which its reader goes on.
pub fn path(purpose: Purpose, token: &str, next: &str) -> String {
    match purpose {
        Purpose::ResetPassword => format!("/reset/{token}"),
        Purpose::VerifyEmail if next.is_empty() => format!("/verify/{token}"),
        Purpose::VerifyEmail => {
            let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
            format!("/verify/{token}?next={next}")
        }
    }
}

/// The mail with a link that proves an address or resets a password.
pub fn link(app: &App, to: &str, locale: Lang, purpose: Purpose, path: &str) -> Result<Mail, askama::Error> {
    let at = At { locale: Locale::of(locale) };
    let hours = purpose.life().num_hours();
    let (subject, paragraph, label, reason) = match purpose {
        Purpose::VerifyEmail => (
            t!(at, "accounts-mail-verify-subject"),
            t!(at, "accounts-mail-verify-text", hours = hours),
            t!(at, "accounts-mail-verify-action"),
            t!(at, "accounts-mail-verify-reason"),
        ),
        Purpose::ResetPassword => (
            t!(at, "accounts-mail-reset-subject"),
            t!(at, "accounts-mail-reset-text", hours = hours),
            t!(at, "accounts-mail-reset-action"),
            t!(at, "accounts-mail-reset-reason"),
        ),
    };
    let action = Some((label, app.link(at.locale, path)));
    let to = to.to_owned();
    Letter { locale: at.locale, to, subject, paragraphs: vec![paragraph], quote: None, action, reason }.draw()
}

/// The mail to somebody who signed up with an address that has an account.
pub fn exists(app: &App, account: &Account) -> Result<Mail, askama::Error> {
    let at = At { locale: Locale::of_code(&account.locale) };
    Letter {
        locale: at.locale,
        to: account.email.clone(),
        subject: t!(at, "accounts-mail-exists-subject"),
        paragraphs: vec![t!(at, "accounts-mail-exists-text"), t!(at, "accounts-mail-exists-forgot")],
        quote: None,
        action: Some((t!(at, "accounts-mail-exists-action"), app.link(at.locale, "/sign-in"))),
        reason: t!(at, "accounts-mail-verify-reason"),
    }
    .draw()
}

/// The mail that tells of a new password.
pub fn password_changed(app: &App, account: &Account) -> Letter {
    let at = At { locale: Locale::of_code(&account.locale) };
    Letter {
        locale: at.locale,
        to: account.email.clone(),
        subject: t!(at, "accounts-mail-changed-subject"),
        paragraphs: vec![t!(at, "accounts-mail-changed-text"), t!(at, "accounts-mail-changed-otherwise")],
        quote: None,
        action: Some((t!(at, "accounts-mail-changed-action"), app.link(at.locale, "/forgot"))),
        reason: t!(at, "accounts-mail-changed-reason"),
    }
}
