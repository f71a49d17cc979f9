//! Ground: the languages of the pages. Texts stand in `i18n/<language>/greenbridge.ftl`; `t!` checks their ids and
//! arguments against the English file when the crate is compiled.

mod format;
mod worded;

use std::str::FromStr;
use std::sync::LazyLock;

use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;
use rust_embed::RustEmbed;

pub use format::Formats;
pub use worded::Worded;

use crate::taxonomy::Lang;

#[derive(RustEmbed)]
#[folder = "i18n/"]
struct Files;

/// A document of the site in a language; English where that language has none.
pub fn document(lang: Lang, name: &str) -> Option<String> {
    let file = |lang: Lang| Files::get(&format!("{lang}/pages/{name}.md"));
    let found = file(lang).or_else(|| file(Lang::En))?;
    String::from_utf8(found.data.into_owned()).ok()
}

/// The languages in which every text is there, so that pages are offered in them.
pub const OFFERED: &[Lang] = &[Lang::En, Lang::Zh];

/// One language with its texts and its forms of numbers and dates.
pub struct Locale {
    /// Which language it is.
    pub lang: Lang,
    /// Beginning of paths in it: `/zh`.
    pub prefix: String,
    /// Its texts; a text that is missing falls back to English.
    pub loader: FluentLanguageLoader,
    formats: Formats,
}

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| OFFERED.iter().map(|lang| Locale::load(*lang)).collect());

impl Locale {
    fn load(lang: Lang) -> Self {
        let english: unic_langid::LanguageIdentifier = "en".parse().unwrap_or_default();
        let loader = FluentLanguageLoader::new("greenbridge", english.clone());
        let wanted = lang.code().parse().unwrap_or_else(|_| english.clone());
        if let Err(error) = loader.load_languages(&Files, &[wanted, english]) {
            tracing::error!(%lang, %error, "a language file cannot be read");
        }
        loader.set_use_isolating(false);
        Self { lang, prefix: format!("/{lang}"), loader, formats: Formats::new(lang) }
    }

    /// The texts of an offered language; English for the others.
    pub fn of(lang: Lang) -> &'static Self {
        LOCALES.iter().find(|locale| locale.lang == lang).unwrap_or(&LOCALES[0])
    }

    /// The offered language of a stored code; English if it is none.
    pub fn of_code(code: &str) -> &'static Self {
        Lang::from_str(code).map_or_else(|_| Self::of(Lang::En), Self::of)
    }

    /// A text whose id is known only when the program runs, such as the name of a state. Ids that belong together
    /// share a prefix; a test goes through all of them.
    pub fn get(&self, id: &str) -> String {
        self.loader.get(id)
    }

    /// The text of an id known only when the program runs: a prefix and a code.
    pub fn text(&self, prefix: &str, code: impl std::fmt::Display) -> String {
        self.get(&format!("{prefix}-{code}").replace('_', "-"))
    }

    /// The label of a form's field, for places away from it; empty for fields without one.
    pub fn label(&self, prefix: &str, field: &str) -> String {
        let known = self.loader.has(&format!("{prefix}-{field}").replace('_', "-"));
        if known { self.text(prefix, field) } else { String::new() }
    }

    /// Forms of numbers, dates and money.
    pub fn formats(&self) -> &Formats {
        &self.formats
    }
}

/// The offered language that suits an Accept-Language header best; `None` if none does.
pub fn negotiate(accept: &str) -> Option<Lang> {
    let mut wanted: Vec<(f32, &str)> = accept
        .split(',')
        .take(20)
        .filter_map(|part| {
            let mut pieces = part.trim().split(';');
            let tag = pieces.next()?.trim();
            let quality = pieces.find_map(|piece| piece.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
            (quality > 0.0).then_some((quality, tag))
        })
        .collect();
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    wanted.into_iter().find_map(|(_, tag)| {
        let primary = tag.split('-').next()?.to_ascii_lowercase();
        OFFERED.iter().copied().find(|lang| lang.code() == primary)
    })
}

/// A language as `t!` wants it, for words that stand on no page.
#[derive(Clone, Copy)]
pub struct At {
    /// The language.
    pub locale: &'static Locale,
}

/// A text of the language files in the language of `$at.locale`: `t!(page, "id", name = value)`.
#[macro_export]
macro_rules! t {
    ($at:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        i18n_embed_fl::fl!(&$at.locale.loader, $id $(, $name = ($value))*)
    };
}
