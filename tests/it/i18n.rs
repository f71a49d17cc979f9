//! The language files: complete, alike in their arguments, and every text in use.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use greenbridge::i18n::OFFERED;
use greenbridge::interest::{Action, StateName};
use greenbridge::listings::content::{FileKind, Visibility};
use greenbridge::listings::editor::{Section, Standing};
use greenbridge::moderation::store::Show;
use greenbridge::search::{Facet, Sort};
use greenbridge::taxonomy::*;

use crate::support::sources;

/// Texts that may read the same in every language.
const SAME_EVERYWHERE: &[&str] = &["listing-kilobytes", "listing-size-kb", "listing-size-mb"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every text of a language: its id, what it says, and the names of its arguments.
fn texts(lang: Lang) -> BTreeMap<String, (String, BTreeSet<String>)> {
    let file = std::fs::read_to_string(root().join(format!("i18n/{lang}/greenbridge.ftl"))).unwrap();
    let mut texts: BTreeMap<String, (String, BTreeSet<String>)> = BTreeMap::new();
    let mut last = String::new();
    for line in file.lines() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (id, said) = line.split_once('=').unwrap_or_else(|| panic!("{lang}: {line}"));
            last = id.trim().to_owned();
            let before = texts.insert(last.clone(), (said.trim().to_owned(), BTreeSet::new()));
            assert!(before.is_none(), "{lang}: {last} stands twice");
        } else {
            assert!(line.starts_with([' ', '\t', '}']), "{lang}: {line}");
            let said = &mut texts.get_mut(&last).unwrap().0;
            said.push('\n');
            said.push_str(line.trim());
        }
    }
    for (said, arguments) in texts.values_mut() {
        let names = said.split('$').skip(1).map(|rest| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect::<String>()
        });
        arguments.extend(names);
    }
    texts
}

#[test]
fn all_offered_languages_have_the_same_texts_with_the_same_arguments() {
    let english = texts(Lang::En);
    for lang in OFFERED {
        let other = texts(*lang);
        let missing: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
        let more: Vec<_> = other.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && more.is_empty(), "{lang}: missing {missing:#?}, more {more:#?}");
        for (id, (_, arguments)) in &english {
            // A language without plurals may leave out the count that English needs, but cannot ask for more.
            assert!(other[id].1.is_subset(arguments), "{lang}: arguments of {id} are {:?}", other[id].1);
        }
    }
}

#[test]
fn every_text_is_translated() {
    let english = texts(Lang::En);
    for lang in OFFERED.iter().filter(|lang| **lang != Lang::En) {
        let other = texts(*lang);
        let same: Vec<_> = english
            .iter()
            .filter(|(id, _)| !SAME_EVERYWHERE.contains(&id.as_str()))
            .filter(|(id, (said, _))| {
                said.chars().any(char::is_alphabetic) && other.get(*id).is_some_and(|(it, _)| it == said)
            })
            .map(|(id, _)| id)
            .collect();
        assert!(same.is_empty(), "{lang} says the same as English: {same:#?}");
    }
}

#[test]
fn the_language_library_reads_every_text() {
    for lang in OFFERED {
        let file = std::fs::read_to_string(root().join(format!("i18n/{lang}/greenbridge.ftl"))).unwrap();
        // Loading a file passes over what cannot be read and falls back to English.
        if let Err((_, errors)) = fluent_syntax::parser::parse(file.as_str()) {
            let places: Vec<_> = errors.iter().map(|error| file[..error.pos.start].lines().last()).collect();
            panic!("{lang}: cannot be read near {places:#?}");
        }
    }
}

fn codes<C: std::fmt::Display>(prefix: &str, all: &[C]) -> Vec<String> {
    all.iter().map(|code| format!("{prefix}-{code}").replace('_', "-")).collect()
}

/// The labels of what a table can fill and no form asks.
fn import_fields() -> Vec<String> {
    let own = greenbridge::bulk::mapping::choices().into_iter().filter_map(|(path, field)| match field {
        None => Some(format!("table-field-{path}")),
        Some(field) => {
            let id = field.label_id().replace('_', "-");
            (!texts(Lang::En).contains_key(&format!("listing-field-{id}"))).then(|| format!("table-field-{id}"))
        }
    });
    own.collect()
}

/// Ids that are put together when the program runs, by their prefix. A prefix that `Page::text` is called with and that
/// is not here fails the test below.
fn dynamic() -> BTreeMap<&'static str, Vec<String>> {
    let errors = ["400", "403", "404", "405", "408", "409", "410", "413", "415", "422", "429", "500", "503", "507"];
    let mut error_ids = codes("error", &errors);
    // Sending has its own form, and nobody lets something lapse by hand.
    let acts: Vec<_> = Action::ALL.iter().filter(|act| !matches!(act, Action::Send | Action::Lapse)).collect();
    let ahead = ["sent", "acknowledged", "in_discussion", "accepted", "negotiating", "agreement"];
    error_ids.extend(errors.iter().map(|code| format!("error-{code}-text")));
    let mut certificates = codes("certificate", greenbridge::labels::Status::ALL);
    certificates.push("certificate-expiring".to_owned());
    let registers = greenbridge::taxonomy::Registers::carried();
    let iso: BTreeSet<_> = registers.schemes().all().iter().map(|scheme| scheme.column("iso_type")).collect();
    let iso: Vec<_> = iso.into_iter().collect();
    let fields = "title summary description advantages background partner_role themes keywords industries sdgs \
        treatments readiness ip patent_classes cooperation developed_in deployed_in offered_to cost benefits performance certificates \
        references files site budget timetable closes questions_until answers_until requirements source whole";
    let fields: Vec<_> = fields.split_whitespace().collect();
    let mut words = codes("review-word", FileKind::ALL);
    words.extend(codes("review-word", Visibility::ALL));
    let register_fields = "code theme search retired country body iso_type gen genices since valid_months website \
        local_name note source dated confidence scheme recognised_by kind ended limited scope_en scope_zh agreement_en agreement_zh date day";
    let register_fields: Vec<_> = register_fields.split_whitespace().collect();
    let columns = ["draft", "sent", "acknowledged", "in_discussion", "accepted", "negotiating", "ended"];
    let table = "reference listing title organisation country state sent changed due assignee labels kind value currency \
        starts parties further";
    let table: Vec<_> = table.split_whitespace().collect();
    let checks = ["purpose", "claims", "contact", "files", "language", "rights"];
    BTreeMap::from([
        ("answer-verdict", codes("answer-verdict", greenbridge::matching::Verdict::ALL)),
        ("answer-why", codes("answer-why", greenbridge::matching::Why::ALL)),
        ("answer-word", codes("answer-word", greenbridge::interest::answers::Word::ALL)),
        ("answer-decision", codes("answer-decision", greenbridge::interest::answers::Decision::ALL)),
        ("interest-report-state", codes("interest-report-state", greenbridge::interest::reports::State::ALL)),
        ("listing-hints", codes("listing-hints", &["figures", "documents", "measures", "languages"])),
        ("register-all", codes("register-all", greenbridge::taxonomy::Register::ALL)),
        ("register-one", codes("register-one", greenbridge::taxonomy::Register::ALL)),
        ("register-add", codes("register-add", greenbridge::taxonomy::Register::ALL)),
        ("register-over", codes("register-over", greenbridge::taxonomy::Register::ALL)),
        ("register-field", codes("register-field", &register_fields)),
        (
            "register-hint",
            codes("register-hint", &["code", "search", "since", "ended", "limited", "dated", "retired", "source"]),
        ),
        (
            "register-choice",
            codes("register-choice", &["bilateral", "multilateral", "seen", "background", "yes", "holiday", "working"]),
        ),
        ("label-iso", codes("label-iso", &iso)),
        (
            "label-state",
            codes("label-state", greenbridge::labels::Status::ALL)
                .into_iter()
                .chain(["label-state-expiring".to_owned()])
                .collect(),
        ),
        ("label-worth", codes("label-worth", &["direct", "recognised", "none"])),
        ("label-cell", codes("label-cell", &["direct", "recognised"])),
        ("review-field", codes("review-field", &fields)),
        ("review-word", words),
        ("review-outcome", codes("review-outcome", greenbridge::moderation::Outcome::ALL)),
        ("review-certificates-show", codes("review-certificates-show", &["waiting", "verified", "refused"])),
        ("review-show", codes("review-show", Show::ALL)),
        ("review-empty", codes("review-empty", Show::ALL)),
        ("review-empty-help", codes("review-empty-help", Show::ALL)),
        ("review-risk", codes("review-risk", &["low", "medium", "high"])),
        ("review-level", codes("review-level", &["medium", "high"])),
        ("review-check", codes("review-check", &checks)),
        ("error", error_ids),
        ("kind", codes("kind", Kind::ALL)),
        ("interest-column", codes("interest-column", &columns)),
        ("interest-csv", codes("interest-csv", &table)),
        ("interest-state", codes("interest-state", StateName::ALL)),
        ("interest-ahead", codes("interest-ahead", &ahead)),
        ("interest-act", codes("interest-act", &acts)),
        ("interest-act-hint", codes("interest-act-hint", &acts)),
        ("kind-plural", codes("kind-plural", Kind::ALL)),
        ("facet", codes("facet", Facet::ALL)),
        ("sort", codes("sort", Sort::ALL)),
        ("organisation-status", codes("organisation-status", greenbridge::organisations::Status::ALL)),
        ("member-role", codes("member-role", greenbridge::auth::MemberRole::ALL)),
        ("status", codes("status", greenbridge::listings::Status::ALL)),
        ("visibility", codes("visibility", Visibility::ALL)),
        ("certificate", certificates),
        ("listing-comparator", codes("listing-comparator", Comparator::ALL)),
        ("listing-file-kind", codes("listing-file-kind", FileKind::ALL)),
        ("listing-visibility", codes("listing-visibility", Visibility::ALL)),
        ("listing-section", codes("listing-section", Section::ALL)),
        ("listing-standing", codes("listing-standing", Standing::ALL)),
        ("listing-group", codes("listing-group", &["about", "terms", "proof", "more"])),
        ("layout-foot", codes("layout-foot", &["about", "help", "contact", "terms", "privacy", "accessibility"])),
        ("listing-row", codes("listing-row", &["benefits", "performance", "certificates", "requirements"])),
        ("listing-importance", codes("listing-importance", &["essential", "desirable"])),
        ("listing-answer", codes("listing-answer", &["capital_from", "operating_from", "budget_from"])),
        ("listing-field", codes("listing-field", &["title", "benefits-unit", "caption"])),
        (
            "request-question-state",
            codes("request-question-state", greenbridge::listings::requests::QuestionState::ALL),
        ),
        ("request-outcome-hint", codes("request-outcome-hint", Outcome::ALL)),
        ("request-field", codes("request-field", &["question", "reply", "reason", "text", "outcome", "closes_time"])),
        ("table-ask", codes("table-ask", &["kind", "language", "separators", "mode"])),
        ("table-stage", codes("table-stage", greenbridge::bulk::Stage::ALL)),
        ("table-mode", codes("table-mode", greenbridge::bulk::Mode::ALL)),
        ("table-count", codes("table-count", greenbridge::bulk::Outcome::ALL)),
        ("table-outcome", codes("table-outcome", greenbridge::bulk::Outcome::ALL)),
        ("table-group", codes("table-group", &["texts"])),
        ("table-field", import_fields()),
        ("notice-kind", codes("notice-kind", greenbridge::notifications::Kind::ALL)),
        ("notice-hint", codes("notice-hint", &greenbridge::notifications::Kind::optional().collect::<Vec<_>>())),
        ("notice-delivery", codes("notice-delivery", greenbridge::notifications::Delivery::ALL)),
        ("notice-day", codes("notice-day", &[1, 2, 3, 4, 5, 6, 7])),
        ("notice-field", codes("notice-field", &["quiet_from", "quiet_until", "digest_hour", "digest_day"])),
        ("workspace-role", codes("workspace-role", greenbridge::auth::MemberRole::ALL)),
    ])
}

/// String literals that follow `marker` directly.
fn literals_after<'a>(text: &'a str, marker: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(marker).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
}

#[test]
fn texts_that_are_put_together_at_run_time_are_there() {
    let english = texts(Lang::En);
    let dynamic = dynamic();
    let mut missing = BTreeSet::new();
    for (path, text) in sources("src", &["rs"]).into_iter().chain(sources("templates", &["html", "txt"])) {
        let template = path.extension().is_some_and(|extension| extension != "rs");
        let prefixes: BTreeSet<&str> = if template || text.contains("Page") {
            literals_after(&text, "page.text(").chain(literals_after(&text, "self.text(")).collect()
        } else {
            BTreeSet::new()
        };
        for prefix in prefixes {
            let ids = dynamic.get(prefix);
            let ids = ids.unwrap_or_else(|| panic!("{}: add the prefix {prefix} to this test", path.display()));
            missing.extend(ids.iter().filter(|id| !english.contains_key(*id)).cloned());
        }
        for marker in ["Problem::Other(", ".with_notice("] {
            for id in literals_after(&text, marker) {
                let id = if marker == ".with_notice(" { format!("notice-{id}") } else { id.to_owned() };
                if !english.contains_key(&id) {
                    missing.insert(id);
                }
            }
        }
    }
    missing.extend(dynamic["error"].iter().filter(|id| !english.contains_key(*id)).cloned());
    assert!(missing.is_empty(), "these texts are missing: {missing:#?}");
}

#[test]
fn every_text_is_in_use() {
    let dynamic = dynamic();
    let mut everything = String::new();
    for (_, text) in sources("src", &["rs"]).into_iter().chain(sources("templates", &["html", "txt"])) {
        everything.push_str(&text);
    }
    let prefixes: BTreeSet<String> = literals_after(&everything, ".text(").map(|prefix| format!("{prefix}-")).collect();
    // What stands between two quotes; an id never holds one.
    let quoted: HashSet<&str> = everything.split('"').collect();
    let unused: Vec<String> = texts(Lang::En)
        .into_keys()
        .filter(|id| !quoted.contains(id.as_str()))
        .filter(|id| !dynamic["error"].contains(id))
        .filter(|id| !prefixes.iter().any(|prefix| id.starts_with(prefix.as_str())))
        // Help for a field is shown where there is some.
        .filter(|id| !id.starts_with("listing-hint-") && !id.starts_with("register-hint-"))
        .filter(|id| id.strip_prefix("notice-").is_none_or(|end| !quoted.contains(end)))
        .collect();
    assert!(unused.is_empty(), "nothing shows {unused:#?}");
}
