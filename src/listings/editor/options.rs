//! What can be chosen in the forms, and the names by which parameters and units are typed.

use crate::checks::{Problem, Problems};
use crate::listings::content::{Content, FileKind};
use crate::taxonomy::{self, Entry, Lang, List};
use crate::web::Page;

/// One choice of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub code: String,
    /// What is shown.
    pub name: String,
    /// Whether it is chosen.
    pub on: bool,
}

/// Choices under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Heading.
    pub name: String,
    /// Whether it is shown unfolded.
    pub open: bool,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// Language, chosen codes and the code of one entry make a choice.
fn choice(entry: &Entry, lang: Lang, chosen: &[String]) -> Choice {
    Choice { code: entry.code.clone(), name: entry.name(lang).to_owned(), on: chosen.contains(&entry.code) }
}

/// The choices of a list: what may be chosen, and what was chosen before it was retired.
pub fn of_list(page: &Page, list: &List, chosen: &[String]) -> Vec<Choice> {
    let offered = list.all().iter().filter(|entry| !entry.retired() || chosen.contains(&entry.code));
    offered.map(|entry| choice(entry, page.lang(), chosen)).collect()
}

/// The chosen entries of a list, and all its entries, for lists too long to show whole.
pub fn split_list(page: &Page, list: &List, chosen: &[String]) -> (Vec<Choice>, Vec<Choice>) {
    of_list(page, list, chosen).into_iter().partition(|choice| choice.on)
}

/// Keywords under their themes; the themes that are chosen, or of which a keyword is, stand open.
pub fn keywords(page: &Page, themes: &[String], chosen: &[String]) -> Vec<Group> {
    let group = |theme: &Entry| {
        let of_theme = page.keywords().all().iter().filter(|entry| entry.column("theme") == theme.code);
        let offered = of_theme.filter(|entry| !entry.retired() || chosen.contains(&entry.code));
        let choices: Vec<Choice> = offered.map(|entry| choice(entry, page.lang(), chosen)).collect();
        let open = themes.contains(&theme.code) || choices.iter().any(|choice| choice.on);
        Group { name: theme.name(page.lang()).to_owned(), open, choices }
    };
    taxonomy::themes().all().iter().map(group).collect()
}

/// Countries as boxes: the eleven of the region, and others that are chosen.
pub fn near_countries(page: &Page, chosen: &[String]) -> Vec<Choice> {
    let others = taxonomy::countries().all().iter();
    let others = others.filter(|entry| entry.column("region") != "member" && chosen.contains(&entry.code));
    taxonomy::member_countries().chain(others).map(|entry| choice(entry, page.lang(), chosen)).collect()
}

/// All other countries, to add one, by name.
pub fn far_countries(page: &Page, chosen: &[String]) -> Vec<Choice> {
    let others = taxonomy::countries().all().iter();
    let others = others.filter(|entry| entry.column("region") != "member" && !chosen.contains(&entry.code));
    by_name(others.map(|entry| choice(entry, page.lang(), &[])).collect())
}

/// All countries to choose one from, the eleven first.
pub fn countries(page: &Page, chosen: &str) -> Vec<Choice> {
    let chosen = [chosen.to_owned()];
    let mut near: Vec<Choice> = taxonomy::member_countries().map(|entry| choice(entry, page.lang(), &chosen)).collect();
    let far = taxonomy::countries().all().iter().filter(|entry| entry.column("region") != "member");
    near.extend(by_name(far.map(|entry| choice(entry, page.lang(), &chosen)).collect()));
    near
}

/// Currencies: those of the eleven countries and the large ones first, each with its code.
pub fn currencies(page: &Page, chosen: &str) -> Vec<Choice> {
    let near: Vec<&str> =
        ["USD", "EUR"].into_iter().chain(taxonomy::member_countries().map(|entry| entry.column("currency"))).collect();
    let (mut first, rest): (Vec<Choice>, Vec<Choice>) = taxonomy::currencies()
        .all()
        .iter()
        .map(|entry| Choice {
            code: entry.code.clone(),
            name: format!("{} · {}", entry.code, entry.name(page.lang())),
            on: entry.code == chosen,
        })
        .partition(|choice| near.contains(&choice.code.as_str()));
    first.extend(rest);
    first
}

/// Time zones of the eleven countries first, then of all others.
pub fn zones(chosen: &str) -> Vec<Choice> {
    let near = taxonomy::member_countries();
    let far = taxonomy::countries().all().iter();
    let mut names: Vec<&str> = Vec::new();
    for zone in near.chain(far).flat_map(|entry| entry.column("time_zone").split('|')).chain(std::iter::once(chosen)) {
        if !zone.is_empty() && !names.contains(&zone) {
            names.push(zone);
        }
    }
    let zone = |name: &str| Choice { code: name.to_owned(), name: name.replace('_', " "), on: name == chosen };
    names.into_iter().map(zone).collect()
}

/// Units that indicators can have, each dimension together.
pub fn benefit_units(page: &Page, chosen: &str) -> Vec<Choice> {
    let mut dimensions: Vec<&str> = Vec::new();
    let named = |entry: &'static Entry| [entry.column("dimension"), entry.column("also")];
    for dimension in taxonomy::indicators().all().iter().flat_map(named) {
        if !dimension.is_empty() && !dimensions.contains(&dimension) {
            dimensions.push(dimension);
        }
    }
    let units = |dimension: &&str| {
        let dimension = (*dimension).to_owned();
        taxonomy::units().all().iter().filter(move |entry| entry.column("dimension") == dimension)
    };
    let shown = |entry: &Entry| Choice {
        code: entry.code.clone(),
        name: match entry.name(page.lang()) {
            name if name == entry.column("symbol") => name.to_owned(),
            name => format!("{} ({name})", entry.column("symbol")),
        },
        on: entry.code == chosen,
    };
    dimensions.iter().flat_map(units).map(shown).collect()
}

/// The documents of a listing that can stand behind a claim.
pub fn documents(content: &Content, chosen: &str) -> Vec<Choice> {
    let documents = content.files.iter().filter(|file| file.kind != FileKind::Image || file.key == chosen);
    documents.map(|file| Choice { code: file.key.clone(), name: file.name.clone(), on: file.key == chosen }).collect()
}

fn by_name(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_by(|a, b| a.name.cmp(&b.name));
    choices
}

/// The parameter that a typed name, code or other word means.
pub fn parameter(problems: &mut Problems, field: &str, typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.is_empty() {
        problems.add(field, Problem::Missing);
        return None;
    }
    let found = meant(taxonomy::parameters(), typed);
    problems.check(field, found.is_some(), Problem::Other("problem-unknown-parameter"));
    found
}

/// The code of a typed unit; an unknown unit is kept as it was written.
pub fn unit(typed: &str) -> String {
    let by_symbol = taxonomy::units().find_by("symbol", typed).map(|entry| entry.code.clone());
    by_symbol.or_else(|| meant(taxonomy::units(), typed)).unwrap_or_else(|| typed.to_owned())
}

/// The code that a typed name means: a code, else a name in any language, else another word for it.
pub fn meant(list: &List, typed: &str) -> Option<String> {
    if list.has(typed) {
        return Some(typed.to_owned());
    }
    let lower = typed.to_lowercase();
    let named = |entry: &&Entry| Lang::ALL.iter().any(|lang| entry.column(lang.code()).to_lowercase() == lower);
    let worded = |entry: &&Entry| entry.words().any(|word| word.to_lowercase() == lower);
    let entries = list.all().iter();
    entries.clone().find(named).or_else(|| entries.clone().find(worded)).map(|entry| entry.code.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::OFFERED;

    #[test]
    fn the_names_of_parameters_and_the_symbols_of_units_lead_back_to_their_codes() {
        for entry in taxonomy::parameters().all() {
            for lang in OFFERED {
                assert_eq!(meant(taxonomy::parameters(), entry.name(*lang)).as_ref(), Some(&entry.code));
            }
        }
        for entry in taxonomy::units().all() {
            assert_eq!(unit(entry.column("symbol")), entry.code);
        }
    }

    #[test]
    fn a_unit_that_nobody_knows_stays_as_it_was_written() {
        assert_eq!(unit("furlongs"), "furlongs");
        assert_eq!(unit("mg/l"), "mg_L");
    }

    #[test]
    fn every_zone_that_is_offered_is_known() {
        for zone in zones("") {
            assert!(zone.code.parse::<chrono_tz::Tz>().is_ok(), "{}", zone.code);
        }
    }
}
