use serde::Deserialize;

use super::model::{Profile, SignUp, local_path};
use crate::checks::Problems;
use crate::taxonomy::Lang;

/// The form that signs up.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SignUpForm {
    pub name: String,
    pub email: String,
    pub password: String,
    pub terms: String,
    pub next: String,
}

impl SignUpForm {
    /// Checks it; `locale` is the language of the page.
    pub fn check(&self, locale: Lang) -> Result<SignUp, Problems> {
        SignUp::check(&self.name, &self.email, &self.password, !self.terms.is_empty(), locale)
    }

    /// Where to go on; empty if that is nowhere on this site.
    pub fn next(&self) -> &str {
        local_path(&self.next).unwrap_or_default()
    }
}

/// The form that signs in.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SignInForm {
    pub email: String,
    pub password: String,
    pub next: String,
}

impl SignInForm {
    /// Where to go on; empty if that is nowhere on this site.
    pub fn next(&self) -> &str {
        local_path(&self.next).unwrap_or_default()
    }

    /// Where to go on, ready for a query.
    pub fn next_query(&self) -> String {
        next_query(self.next())
    }
}

/// The form that asks for a link by mail.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct EmailForm {
    pub email: String,
    pub next: String,
}

impl EmailForm {
    /// Where to go on; empty if that is nowhere on this site.
    pub fn next(&self) -> &str {
        local_path(&self.next).unwrap_or_default()
    }
}

/// A place to go on to, as a query; empty if there is none.
pub fn next_query(next: &str) -> String {
    if next.is_empty() {
        return String::new();
    }
    let encoded: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("?next={encoded}")
}

/// The form that sets a new password.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PasswordForm {
    pub current: String,
    pub password: String,
}

/// The form of name, language and zone.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ProfileForm {
    pub name: String,
    pub locale: String,
    pub time_zone: String,
}

impl ProfileForm {
    /// Checks it.
    pub fn check(&self) -> Result<Profile, Problems> {
        Profile::check(&self.name, &self.locale, &self.time_zone)
    }
}
