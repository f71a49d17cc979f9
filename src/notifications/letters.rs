//! What the mails of notifications have in common: the way to get no more of them. The link is signed and has no end, as
//! mails have none; it opens nothing but the switch that it names.

use super::model::{Digest, Kind};
use crate::app::App;
use crate::i18n::{At, Locale};
use crate::mail::Letter;

/// What signatures of these links are for.
const PURPOSE: &str = "unsubscribe";

/// What a link to get no more mails switches off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Mails of a kind.
    Kind(Kind),
    /// A digest: mails of all kinds that come with it.
    Digest(Digest),
}

impl Scope {
    fn code(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.code(),
            Self::Digest(digest) => digest.code(),
        }
    }

    fn of(code: &str) -> Option<Self> {
        let kind = code.parse::<Kind>().ok().filter(|kind| kind.is_optional()).map(Self::Kind);
        kind.or_else(|| code.parse().ok().map(Self::Digest))
    }
}

/// The path that switches mails off for an account.
pub fn unsubscribe(app: &App, account_id: i64, scope: Scope) -> anyhow::Result<String> {
    let says = format!("{account_id}-{}", scope.code());
    let signature = app.keys.sign_link(PURPOSE, &says)?;
    Ok(format!("/unsubscribe/{says}-{signature}"))
}

/// Reads the last part of such a path; `None` if this site did not sign it.
pub fn read(app: &App, token: &str) -> Option<(i64, Scope)> {
    let mut parts = token.splitn(3, '-');
    let (account, code, signature) = (parts.next()?, parts.next()?, parts.next()?);
    let genuine = app.keys.signed_link(PURPOSE, &format!("{account}-{code}"), signature);
    Some((account.parse().ok()?, Scope::of(code)?)).filter(|_| genuine)
}

/// The words of the link under a mail of a kind.
pub fn stop_words(letter: &Letter, kind: Kind) -> String {
    let at = At { locale: letter.locale };
    t!(at, "notice-mail-stop", kind = name(letter.locale, kind))
}

/// A kind in the words of a language.
pub fn name(locale: &Locale, kind: Kind) -> String {
    locale.text("notice-kind", kind)
}
