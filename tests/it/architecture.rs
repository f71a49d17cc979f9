//! The shape of the code, as `ARCHITECTURE.md` tells it: imports point down, SQL stands in stores, routes have access.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::support::sources;

/// What everything else stands on; it names no feature.
const GROUND: &[&str] = &[
    "audit", "auth", "checks", "clock", "config", "db", "entity", "i18n", "ids", "jobs", "mail", "media", "search",
    "server", "taxonomy", "web",
];
/// What puts everything together and may name everything.
const TOP: &[&str] = &["app", "cli", "events", "main"];
/// What stores give to everybody, so that they need not ask who reads: the register of certificates and the registers
/// that administrators keep are public.
const OPEN: &[(&str, &str)] = &[
    ("labels/store.rs", "of_organisation"),
    ("labels/store.rs", "of_organisations"),
    ("labels/store.rs", "find"),
    ("labels/store.rs", "ended_between"),
    ("labels/store.rs", "count_valid"),
    ("labels/store.rs", "valid_of_scheme"),
    ("labels/store.rs", "ending_before"),
    ("labels/store.rs", "claimed_in"),
    // What was checked of a listing is shown with every public listing.
    ("listings/evidence/store.rs", "of_listings"),
    ("labels/store.rs", "deciders"),
    ("registers/store.rs", "version"),
    ("registers/store.rs", "all"),
    // Answered questions are public.
    ("listings/requests/store.rs", "answered"),
    // The secret of a calendar feed is what allows to read it.
    ("interest/desk/store/feeds.rs", "subscriber"),
    ("interest/desk/store/feeds.rs", "awaited"),
    ("interest/desk/store/feeds.rs", "agreed"),
    ("interest/desk/store/feeds.rs", "note_read"),
    // How an organisation answers is public.
    ("interest/store/clock.rs", "answers_of"),
    // Logos are as public as organisations.
    ("listings/files/store.rs", "logo_of"),
    // What both sides of an agreement let everybody see.
    ("interest/effects/ledger/store.rs", "confirmed"),
];

/// Every source file: path below `src`, module at the top, and its code without comments and without its tests.
fn modules_of_sources() -> Vec<(String, String, String)> {
    let read = |(path, text): (PathBuf, String)| {
        let name = path.strip_prefix("src").unwrap().to_str().unwrap().to_owned();
        let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
        let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let module = name.split(['/', '.']).next().unwrap_or_default().to_owned();
        (name, module, code.join("\n"))
    };
    let all = sources("src", &["rs"]).into_iter().map(read);
    all.filter(|(name, _, _)| !name.ends_with("tests.rs") && !name.contains("/tests/")).collect()
}

/// Modules of the crate that a piece of code names.
fn named(code: &str) -> BTreeSet<String> {
    let word = |rest: &str| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>();
    let mut names: BTreeSet<String> = code.split("crate::").skip(1).map(word).filter(|name| !name.is_empty()).collect();
    for group in code.split("use crate::{").skip(1) {
        let group = group.split(';').next().unwrap_or_default();
        names.extend(group.split(',').map(|part| word(part.trim())).filter(|name| !name.is_empty()));
    }
    names
}

fn modules() -> BTreeSet<String> {
    modules_of_sources().into_iter().map(|(_, module, _)| module).collect()
}

/// Whether a file holds SQL: a `store.rs`, or what stands in a folder `store`.
fn is_store(name: &str) -> bool {
    name == "store.rs" || name.ends_with("/store.rs") || name.contains("/store/")
}

fn is_feature(module: &str) -> bool {
    module != "lib" && !GROUND.contains(&module) && !TOP.contains(&module)
}

#[test]
fn the_ground_names_no_feature() {
    let modules = modules();
    for (name, module, code) in modules_of_sources() {
        if GROUND.contains(&module.as_str()) {
            let up: Vec<_> =
                named(&code).into_iter().filter(|used| modules.contains(used) && is_feature(used)).collect();
            assert!(up.is_empty(), "{name} names {up:?}");
        }
    }
}

#[test]
fn features_do_not_name_each_other_in_a_circle() {
    let modules = modules();
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, module, code) in modules_of_sources() {
        if is_feature(&module) {
            let others = named(&code).into_iter().filter(|used| *used != module && modules.contains(used));
            uses.entry(module.clone()).or_default().extend(others.filter(|used| is_feature(used)));
        }
    }
    // What names nothing that is left is taken away, again and again; a circle is what remains.
    let mut left = uses.clone();
    loop {
        let free: Vec<String> = left
            .iter()
            .filter(|(_, used)| used.iter().all(|used| !left.contains_key(used)))
            .map(|(module, _)| module.clone())
            .collect();
        if free.is_empty() {
            break;
        }
        left.retain(|module, _| !free.contains(module));
    }
    assert!(left.is_empty(), "these features name each other: {left:#?}");
}

#[test]
fn features_are_reached_by_name_only_from_above_or_beside() {
    for (name, module, code) in modules_of_sources() {
        if !TOP.contains(&module.as_str()) && module != "lib" {
            let used = named(&code);
            assert!(!used.contains("cli") && !used.contains("server"), "{name} names what stands above it");
        }
    }
}

#[test]
fn sql_stands_in_stores() {
    const SQL: &[&str] = &[
        "EntityTrait",
        "QueryFilter",
        "QuerySelect",
        "QueryOrder",
        "Statement",
        "ActiveModel",
        "sea_query",
        "raw_sql",
        "Entity::find",
        "Entity::insert",
        "Entity::update",
        "Entity::delete",
        "execute_unprepared",
        "query_one",
        "query_all",
        "sqlx",
    ];
    for (name, _, code) in modules_of_sources() {
        if !is_store(&name) && name != "db.rs" && !name.starts_with("entity/") {
            let found: Vec<_> = SQL.iter().filter(|word| code.contains(**word)).collect();
            assert!(found.is_empty(), "{name} has SQL: {found:?}");
        }
    }
}

#[test]
fn routes_are_made_in_one_place_where_access_is_stated() {
    for (name, _, code) in modules_of_sources() {
        if name != "web/routes.rs" {
            for way in [".route(", ".route_service(", ".nest_service("] {
                assert!(!code.contains(way), "{name} makes a route with {way}");
            }
        }
    }
}

#[test]
fn stores_that_read_ask_who_reads_and_stores_that_write_ask_for_leave() {
    let mut stores = BTreeSet::new();
    for (name, module, code) in modules_of_sources() {
        if !is_feature(&module) || !is_store(&name) {
            continue;
        }
        stores.insert(module);
        for function in code.split("\npub async fn ").skip(1) {
            let head = function.split(" {\n").next().unwrap_or_default();
            // Whoever holds a listing was allowed to find it.
            let asks = ["&Actor", "Can<", "DatabaseTransaction", "&App", "&Listing", "&[Listing]"]
                .iter()
                .any(|word| head.contains(word));
            let function = head.split(['(', '<']).next().unwrap_or_default();
            assert!(asks || OPEN.contains(&(name.as_str(), function)), "{name}: who may do this? {head}");
        }
    }
    for feature in ["accounts", "interest", "labels", "listings", "moderation", "organisations"] {
        assert!(stores.contains(feature), "the store of {feature} was not looked at");
    }
}

#[test]
fn the_map_in_lib_rs_and_this_test_agree_on_what_is_ground() {
    let map = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let names = |line: &str| {
        let linked = line.split("[`").skip(1).map(|part| part.split('`').next().unwrap_or_default().to_owned());
        linked.collect::<BTreeSet<String>>()
    };
    let after = |start: &str| map.split(start).nth(1).unwrap_or_default().split("\n//! - ").next().unwrap_or_default();
    assert_eq!(names(after("//! - ground:")), GROUND.iter().map(|name| (*name).to_owned()).collect());
    let features: BTreeSet<String> = modules().into_iter().filter(|module| is_feature(module)).collect();
    assert_eq!(names(after("//! - features:")), features);
}

#[test]
fn nothing_is_left_for_later_and_nothing_gives_up() {
    for (name, module, code) in modules_of_sources() {
        for word in ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!(", ".unwrap()", ".expect(", "dbg!(", "#[ignore"]
        {
            assert!(!code.contains(word), "{name} has {word}");
        }
        if module != "cli" && module != "main" {
            assert!(!code.contains("println!("), "{name} prints");
        }
    }
}

#[test]
fn files_stay_short() {
    for (name, _, code) in modules_of_sources() {
        let lines = code.lines().filter(|line| !line.trim().is_empty()).count();
        assert!(lines <= 400, "{name} has {lines} lines of code; a file of more than 400 becomes a folder");
    }
}
