use askama::filters::{self, Safe, escape};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use url::form_urlencoded;

use crate::app::App;
use crate::auth::{Actor, SignedIn};
use crate::i18n::{Locale, OFFERED, Worded};
use crate::taxonomy::{self, Lang, List, Registers};
use crate::web::{Context, Error, Redirect};

/// What the page before achieved: the end of a message id that begins with `notice-`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice(String);

impl Notice {
    /// Reads the cookie of a notice; what is no known notice is dropped.
    pub fn read(value: &str, locale: &Locale) -> Option<Self> {
        let known = value.len() < 64 && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        (known && locale.loader.has(&format!("notice-{value}"))).then(|| Self(value.to_owned()))
    }
}

/// A step on the way to a page: its name and address.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// Name.
    pub name: String,
    /// Path without prefix.
    pub path: String,
}

/// Several things in one line, in a way that suits every script; what is empty is left out.
pub fn listed<T: AsRef<str>>(parts: impl IntoIterator<Item = T>) -> String {
    let mut line = String::new();
    for part in parts {
        let part = part.as_ref();
        if part.trim().is_empty() {
            continue;
        }
        if !line.is_empty() {
            // The space before the dot keeps it at the end of a line rather than at the beginning of the next.
            line.push_str("\u{a0}· ");
        }
        line.push_str(part);
    }
    line
}

/// What every page struct holds: context, texts, forms of numbers, links.
#[derive(Clone)]
pub struct Page {
    context: Context,
    /// Language of the page; public for `t!`.
    pub locale: &'static Locale,
}

impl FromRequestParts<App> for Page {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Error> {
        Context::of(parts).cloned().map(Self::new)
    }
}

impl Page {
    /// A page of a request.
    pub fn new(context: Context) -> Self {
        Self { locale: context.locale, context }
    }

    /// The context of the request.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Who reads.
    pub fn actor(&self) -> &Actor {
        &self.context.actor
    }

    /// The person who reads, if signed in.
    pub fn person(&self) -> Option<&SignedIn> {
        self.context.actor.person()
    }

    /// When the request came.
    pub fn now(&self) -> DateTime<Utc> {
        self.context.now
    }

    /// Language of the page.
    pub fn lang(&self) -> Lang {
        self.locale.lang
    }

    /// A path of the site as a link, in the language of the address.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.context.prefix)
    }

    /// Goes to a path of the site.
    pub fn see(&self, path: &str) -> Redirect {
        Redirect::to(self.url(path))
    }

    /// Goes to sign-in and on to a path of the site afterwards.
    pub fn to_sign_in(&self, next: &str) -> Redirect {
        let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
        self.see(&format!("/sign-in?next={next}"))
    }

    /// Path and query of this page, without prefix.
    pub fn here(&self) -> String {
        if self.context.query.is_empty() {
            self.context.path.clone()
        } else {
            format!("{}?{}", self.context.path, self.context.query)
        }
    }

    /// Whether this page stands under a menu entry.
    pub fn is_current(&self, path: &str) -> bool {
        let here = &self.context.path;
        here == path || here.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The other offered languages: code, own name, address of this page in it.
    pub fn other_languages(&self) -> Vec<(Lang, String, String)> {
        let others = OFFERED.iter().filter(|lang| **lang != self.lang());
        others.map(|lang| (*lang, self.native(*lang), format!("/{lang}{}", self.here()))).collect()
    }

    /// What the page before achieved, in words.
    pub fn notice(&self) -> Option<String> {
        self.context.notice.as_ref().map(|notice| self.locale.get(&format!("notice-{}", notice.0)))
    }

    /// The text of an id known only when the program runs: a prefix and a code.
    pub fn text(&self, prefix: &str, code: impl std::fmt::Display) -> String {
        self.locale.text(prefix, code)
    }

    /// The label of a form's field, for places away from it; empty for fields without one.
    pub fn label(&self, prefix: &str, field: &str) -> String {
        self.locale.label(prefix, field)
    }

    /// A language in its own words.
    pub fn native(&self, lang: Lang) -> String {
        taxonomy::languages()
            .get(lang.code())
            .map_or_else(|| lang.code().to_owned(), |entry| entry.column("native").to_owned())
    }

    /// Keywords, label schemes and recognitions.
    pub fn registers(&self) -> &Registers {
        &self.context.registers
    }

    /// Technology keywords.
    pub fn keywords(&self) -> &List {
        self.context.registers.keywords()
    }

    /// Eco-label schemes.
    pub fn schemes(&self) -> &List {
        self.context.registers.schemes()
    }

    /// The name of a code in a list, in the language of the page.
    pub fn name(&self, list: &List, code: impl std::fmt::Display) -> String {
        list.name(&code.to_string(), self.lang()).to_owned()
    }

    /// Words of content for the reader; those in another language than the page's are marked as such.
    pub fn worded(&self, words: &Worded) -> Safe<String> {
        let (lang, text) = words.shown(self.lang());
        let Ok(text) = escape(text, filters::Html);
        Safe(match lang.filter(|lang| *lang != self.lang()) {
            Some(lang) => format!("<span lang=\"{lang}\">{text}</span>"),
            None => text.to_string(),
        })
    }

    /// The name of a country.
    pub fn country(&self, code: &str) -> String {
        self.name(taxonomy::countries(), code)
    }

    /// Names of codes, joined for reading.
    pub fn names<C: std::fmt::Display>(&self, list: &List, codes: &[C]) -> String {
        listed(codes.iter().map(|code| self.name(list, code)))
    }

    /// The names of several countries in one line.
    pub fn country_names(&self, codes: &[String]) -> String {
        listed(codes.iter().map(|code| self.country(code)))
    }

    /// A whole number.
    pub fn integer(&self, number: impl TryInto<i64>) -> String {
        self.locale.formats().integer(number.try_into().unwrap_or(i64::MAX))
    }

    /// A decimal number.
    pub fn number(&self, number: &Decimal) -> String {
        self.locale.formats().number(*number)
    }

    /// An amount of money.
    pub fn money(&self, amount: &Decimal, currency: &str) -> String {
        self.locale.formats().money(*amount, currency)
    }

    /// The day of a moment in the reader's zone.
    pub fn date(&self, at: &DateTime<Utc>) -> String {
        self.locale.formats().date(*at, self.context.zone)
    }

    /// A moment in the reader's zone.
    pub fn moment(&self, at: &DateTime<Utc>) -> String {
        self.locale.formats().moment(*at, self.context.zone)
    }

    /// A day.
    pub fn day(&self, day: &NaiveDate) -> String {
        self.locale.formats().day(*day)
    }

    /// How long ago, or in how long, in days: "in 12 days", "3 days ago", "today".
    pub fn relative(&self, at: &DateTime<Utc>) -> String {
        let zone = self.context.zone;
        let days = (at.with_timezone(&zone).date_naive() - self.now().with_timezone(&zone).date_naive()).num_days();
        match days {
            0 => t!(self, "time-today"),
            1.. => t!(self, "time-in-days", n = days),
            _ => t!(self, "time-days-ago", n = -days),
        }
    }
}
