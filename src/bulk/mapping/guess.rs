//! What headings probably mean: paths, labels of the forms in the languages of the site, and a few usual words.

use std::collections::HashMap;
use std::str::FromStr as _;
use std::sync::LazyLock;

use super::{COMPUTED, Mapping, Target, is_reason, plain};
use crate::bulk::fields::{self, TEXTS};
use crate::i18n::{Locale, OFFERED};
use crate::taxonomy::{self, Kind, Lang};

/// Words of headings that are no label of a form.
const USUAL: [(&str, &str); 46] = [
    ("id", "key"),
    ("no", "key"),
    ("number", "key"),
    ("code", "key"),
    ("identifier", "key"),
    ("编号", "key"),
    ("序号", "key"),
    ("标识", "key"),
    ("referencenumber", "reference"),
    ("参考编号", "reference"),
    ("kind", "kind"),
    ("类别", "kind"),
    ("类型", "kind"),
    ("language", "language"),
    ("语言", "language"),
    ("name", "title"),
    ("technology", "title"),
    ("technologyname", "title"),
    ("名称", "title"),
    ("技术名称", "title"),
    ("abstract", "summary"),
    ("shortdescription", "summary"),
    ("简介", "summary"),
    ("details", "description"),
    ("theme", "themes"),
    ("keyword", "keywords"),
    ("industry", "industries"),
    ("sector", "industries"),
    ("sdg", "sdgs"),
    ("trl", "readiness"),
    ("patents", "patents"),
    ("countries", "offered_to"),
    ("baseline", "benefits.baseline"),
    ("deadline", "closes"),
    ("countryoffered", "offered_to"),
    ("countriesoffered", "offered_to"),
    ("offeredin", "offered_to"),
    ("offeredcountries", "offered_to"),
    ("influent", "performance.influent"),
    ("effluent", "performance.effluent"),
    ("influentvalue", "performance.influent"),
    ("effluentvalue", "performance.effluent"),
    ("进水浓度", "performance.influent"),
    ("出水浓度", "performance.effluent"),
    ("removalrate", "performance.removal"),
    ("去除率", "performance.removal"),
];

/// What a plain heading means: one path, or several of different groups.
static NAMES: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<String>> = HashMap::new();
    let mut note = |name: String, path: &str| {
        let paths = names.entry(name).or_default();
        if !paths.iter().any(|known| known == path) {
            paths.push(path.to_owned());
        }
    };
    for (name, path) in USUAL {
        note(name.to_owned(), path);
    }
    for name in ["key", "reference"] {
        note(name.to_owned(), name);
    }
    for field in fields::all() {
        note(plain(&field.path()), &field.path());
        for lang in OFFERED {
            let locale = Locale::of(*lang);
            let text = |prefix: &str, code: &str| {
                let id = format!("{prefix}-{code}").replace('_', "-");
                locale.loader.has(&id).then(|| plain(&locale.get(&id)))
            };
            let Some(label) = text("listing-field", &field.label_id()) else { continue };
            match field.group.as_deref() {
                Some(TEXTS) => {}
                Some(group) => {
                    let row = text("listing-row", group).unwrap_or_default();
                    note(format!("{row}{label}"), &field.path());
                    note(format!("{}{label}", plain(group)), &field.path());
                    note(label, &field.path());
                }
                None => note(label, &field.path()),
            }
        }
    }
    names
});

/// Whether a heading names a field by itself.
pub fn recognises(heading: &str) -> bool {
    meant(heading, &Near::default()).is_some()
}

/// Where what could be several is sought.
#[derive(Default)]
struct Near {
    /// The group of the column before.
    group: Option<String>,
    /// Groups that other headings name by themselves.
    certain: Vec<String>,
}

/// The groups of headings that can mean one thing only.
fn certain(headings: &[String]) -> Vec<String> {
    let only = |heading: &String| match NAMES.get(&plain(heading)).map(Vec::as_slice) {
        Some([path]) => path.split_once('.').map(|(group, _)| group.to_owned()),
        _ => None,
    };
    headings.iter().filter_map(only).collect()
}

/// The path that a heading means.
fn meant(heading: &str, near: &Near) -> Option<String> {
    if Target::of(heading).is_some() {
        return Some(heading.to_owned());
    }
    if COMPUTED.contains(&heading) {
        return None;
    }
    let pick = |name: &str| {
        let paths = NAMES.get(name)?;
        let of = |path: &str, group: &str| path.split_once('.').is_some_and(|(own, _)| own == group);
        let here = |path: &&String| near.group.as_ref().is_some_and(|group| of(path, group));
        let certain = |path: &&String| near.certain.iter().any(|group| of(path, group));
        match paths.len() {
            1 => paths.first().cloned(),
            _ => {
                let once = || paths.iter().find(|path| !path.contains('.'));
                let likely = || paths.iter().find(certain).or_else(|| paths.first());
                paths.iter().find(here).or_else(once).or_else(likely).cloned()
            }
        }
    };
    let whole = plain(heading);
    if let Some(path) = pick(&whole) {
        return Some(path);
    }
    in_language(heading).or_else(|| {
        // "Benefit 2 unit", "Unit (2)", "benefits[1].unit"
        let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
        let number: usize = digits.parse().ok()?;
        let path = pick(&whole.replace(&digits, ""))?;
        let (group, field) = path.split_once('.')?;
        Some(format!("{group}.{number}.{field}")).filter(|path| Target::of(path).is_some())
    })
}

/// "Title (zh)", "title_vi", "Summary in Chinese".
fn in_language(heading: &str) -> Option<String> {
    let words: Vec<&str> =
        heading.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let (last, before) = words.split_last().filter(|(_, before)| !before.is_empty())?;
    let lower = last.to_lowercase();
    let named = || {
        let known = |entry: &&taxonomy::Entry| entry.words().any(|word| word.to_lowercase() == lower);
        taxonomy::languages().all().iter().find(known).and_then(|entry| Lang::from_str(&entry.code).ok())
    };
    let lang = Lang::from_str(&lower).ok().or_else(named)?;
    let rest = plain(&before.concat());
    let path = NAMES.get(rest.strip_suffix("in").unwrap_or(&rest))?.first()?;
    fields::find(Some(TEXTS), path).map(|field| format!("{TEXTS}.{lang}.{}", field.name))
}

/// The mapping that headings suggest, for a reader of a language. What is not understood is left out.
pub fn guess(headings: &[String], language: Lang) -> Mapping {
    let mut mapping = Mapping { language, ..Mapping::default() };
    let mut near = Near { group: None, certain: certain(headings) };
    let mut taken: Vec<Target> = Vec::new();
    for heading in headings.iter().filter(|heading| !heading.is_empty() && !is_reason(heading)) {
        let plain_text = |path: String| match Target::of(&path) {
            Some(Target::Text(lang, name)) if lang == language => name,
            _ => path,
        };
        let mut path = meant(heading, &near).map(plain_text);
        // A second column of a repeated field fills its second row.
        while let Some(target) = path.as_deref().and_then(Target::of).filter(|target| taken.contains(target)) {
            path = match target {
                Target::Row(group, number, field) => Some(format!("{group}.{}.{field}", number.unwrap_or(1) + 1)),
                _ => None,
            };
        }
        if let Some(target) = path.as_deref().and_then(Target::of) {
            if let Target::Row(group, ..) = &target {
                near.group = Some(group.clone());
            }
            taken.push(target);
        }
        mapping.columns.insert(heading.clone(), path.unwrap_or_default());
    }
    if !taken.contains(&Target::Kind) {
        let only = |offers: bool| {
            let field = |target: &Target| match target {
                Target::Plain(name) => fields::find(None, name),
                Target::Row(group, _, name) => fields::find(Some(group), name),
                _ => None,
            };
            let one = move |field: &&fields::Field| field.offer != field.request && field.offer == offers;
            taken.iter().filter_map(field).filter(one).count()
        };
        mapping.kind = Some(if only(false) > only(true) { Kind::Request } else { Kind::Offer });
    }
    mapping
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(headings: &[&str]) -> Vec<(String, String)> {
        let headings: Vec<String> = headings.iter().map(|heading| (*heading).to_owned()).collect();
        let mapping = guess(&headings, Lang::En);
        headings
            .iter()
            .map(|heading| (heading.clone(), mapping.columns.get(heading).cloned().unwrap_or_default()))
            .collect()
    }

    #[test]
    fn headings_in_both_languages_and_paths_are_understood() {
        let pairs = [
            ("No.", "key"),
            ("Technology name", "title"),
            ("Themes", "themes"),
            ("Offered to", "offered_to"),
            ("TRL", "readiness"),
            ("benefits.1.indicator", "benefits.1.indicator"),
            ("Indicator", "benefits.indicator"),
            ("Unit", "benefits.unit"),
            ("Parameter", "performance.parameter"),
            ("Unit (2)", "performance.2.unit"),
            ("Title (zh)", "texts.zh.title"),
            ("Summary in Vietnamese", "texts.vi.summary"),
            ("Colour of the box", ""),
        ];
        let found = guessed(&pairs.map(|(heading, _)| heading));
        for ((heading, path), (_, meant)) in found.iter().zip(pairs) {
            assert_eq!(path, meant, "{heading}");
        }
        let chinese = guessed(&["编号", "技术名称", "主题"]);
        assert_eq!(chinese.iter().map(|(_, path)| path.as_str()).collect::<Vec<_>>(), ["key", "title", "themes"]);
    }

    #[test]
    fn what_an_export_computes_fills_no_field() {
        assert!(guessed(&COMPUTED).iter().all(|(_, path)| path.is_empty()), "{:?}", guessed(&COMPUTED));
    }

    #[test]
    fn what_only_requests_have_makes_them_requests() {
        let headings = ["Title", "Closing day", "Budget, from"].map(str::to_owned);
        assert_eq!(guess(&headings, Lang::En).kind, Some(Kind::Request));
        assert_eq!(guess(&["Title".to_owned()], Lang::En).kind, Some(Kind::Offer));
    }
}
