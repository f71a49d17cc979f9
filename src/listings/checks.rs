//! What must hold of a content: limits at every save, and what is needed before it is submitted. Fields are named as
//! in the forms: `title`, `benefits-0-unit`.

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use rust_decimal::Decimal;

use super::Listing;
use super::content::{
    Benefit, Body, Content, Cost, Measured, Offer, Performance, Range, Reference, Request, Requirement, Texts,
};
use crate::checks::{Problem, Problems};
use crate::labels::{Claim, VERIFICATION};
use crate::taxonomy::{self, Basis, Bound, Lang, List, Registers};

/// Most characters of a title.
pub const TITLE: usize = 120;
/// Most characters of a summary.
pub const SUMMARY: usize = 500;
/// Most characters of a description.
pub const DESCRIPTION: usize = 8_000;
/// Most characters of advantages, background, partner role.
pub const PASSAGE: usize = 2_000;
/// Most characters of a short field.
pub const LINE: usize = 300;
/// Most keywords.
pub const KEYWORDS: usize = 5;
/// Most requirements of a request.
pub const REQUIREMENTS: usize = 20;
/// Most treatment steps.
pub const STEPS: usize = 40;
/// Most rows of benefits, performance or references that a form takes; imports may bring more performance.
pub const ROWS: usize = 60;

/// Limits that hold at every save.
pub fn limits(content: &Content) -> Problems {
    let mut problems = Problems::new();
    for (lang, texts) in &content.texts {
        text_limits(&mut problems, texts, if *lang == content.original { None } else { Some(*lang) });
    }
    codes(&mut problems, "themes", taxonomy::themes(), &content.themes);
    codes(&mut problems, "industries", taxonomy::industries(), &content.industries);
    codes(&mut problems, "treatments", taxonomy::treatments(), &content.treatments);
    problems.check("treatments", content.treatments.len() <= STEPS, Problem::TooMany { max: STEPS });
    problems.check("keywords", content.keywords.len() <= KEYWORDS, Problem::TooMany { max: KEYWORDS });
    problems.check("sdgs", content.sdgs.iter().all(|goal| (1..=17).contains(goal)), Problem::UnknownChoice);
    match &content.body {
        Body::Offer(offer) => offer_limits(&mut problems, content, offer),
        Body::Request(request) => request_limits(&mut problems, request),
    }
    problems
}

/// Whether keywords and label schemes are in their registers, and none was chosen that is retired. What was chosen
/// `before` it was retired stays.
pub fn registered(registers: &Registers, content: &Content, before: &Content) -> Problems {
    let mut problems = Problems::new();
    let offered = |list: &List, code: &str| list.get(code).is_some_and(|entry| !entry.retired());
    let keyword = |code: &String| offered(registers.keywords(), code) || before.keywords.contains(code);
    problems.check("keywords", content.keywords.iter().all(keyword), Problem::UnknownChoice);
    let claims = |content: &Content| content.offer().map(|offer| offer.certificates.clone()).unwrap_or_default();
    let known = claims(before);
    for (row, claim) in claims(content).iter().enumerate().filter(|(_, claim)| !claim.scheme.is_empty()) {
        let stays = known.iter().any(|other| other.scheme == claim.scheme);
        let field = format!("certificates-{row}-scheme");
        problems.check(&field, stays || offered(registers.schemes(), &claim.scheme), Problem::UnknownChoice);
    }
    problems
}

/// What is wrong with the certificates of a content on a day: none was issued after it.
pub fn issued(content: &Content, today: NaiveDate) -> Problems {
    let mut problems = Problems::new();
    let claims = content.offer().map(|offer| offer.certificates.as_slice()).unwrap_or_default();
    for (row, claim) in claims.iter().enumerate() {
        let past = claim.issued.is_none_or(|day| day <= today);
        problems.check(&format!("certificates-{row}-issued"), past, Problem::Other("problem-not-issued-yet"));
    }
    problems
}

/// All that keeps a content from being submitted.
pub fn submission(content: &Content) -> Problems {
    let mut problems = limits(content);
    match content.texts.get(&content.original) {
        Some(texts) => {
            problems.text("title", &texts.title, true, TITLE);
            problems.text("summary", &texts.summary, true, SUMMARY);
            problems.text("description", &texts.description, true, DESCRIPTION);
        }
        None => problems.add("title", Problem::Missing),
    }
    problems.check("themes", !content.themes.is_empty(), Problem::Missing);
    match &content.body {
        Body::Offer(offer) => {
            problems.check("readiness", offer.readiness.is_some(), Problem::Missing);
            problems.check("ip", offer.ip.is_some(), Problem::Missing);
            problems.check("cooperation", !content.cooperation.is_empty(), Problem::Missing);
            problems.check("offered_to", !offer.offered_to.is_empty(), Problem::Missing);
        }
        Body::Request(request) => problems.check("country", !request.country.is_empty(), Problem::Missing),
    }
    problems
}

/// Texts of the original language are named as they are, those of another with that language before: `th-title`.
fn text_limits(problems: &mut Problems, texts: &Texts, lang: Option<Lang>) {
    let at = |name: &str| lang.map_or_else(|| name.to_owned(), |lang| format!("{lang}-{name}"));
    problems.text(&at("title"), &texts.title, false, TITLE);
    problems.text(&at("summary"), &texts.summary, false, SUMMARY);
    problems.text(&at("description"), &texts.description, false, DESCRIPTION);
    problems.text(&at("advantages"), &texts.advantages, false, PASSAGE);
    problems.text(&at("background"), &texts.background, false, PASSAGE);
    problems.text(&at("partner_role"), &texts.partner_role, false, PASSAGE);
}

fn codes(problems: &mut Problems, field: &str, list: &List, codes: &[String]) {
    problems.check(field, codes.iter().all(|code| list.has(code)), Problem::UnknownChoice);
}

fn offer_limits(problems: &mut Problems, content: &Content, offer: &Offer) {
    problems.check("readiness", offer.readiness.is_none_or(|level| (1..=9).contains(&level)), Problem::UnknownChoice);
    for (field, countries) in
        [("developed_in", &offer.developed_in), ("deployed_in", &offer.deployed_in), ("offered_to", &offer.offered_to)]
    {
        codes(problems, field, taxonomy::countries(), countries);
    }
    problems.check(
        "patents",
        offer.patents.iter().all(|patent| patent.chars().count() <= 60),
        Problem::TooLong { max: 60 },
    );
    codes(problems, "patent_classes", taxonomy::cpc(), &offer.patent_classes);
    cost_limits(problems, &offer.cost);
    problems.check("benefits", offer.benefits.len() <= ROWS, Problem::TooMany { max: ROWS });
    for (row, one) in offer.benefits.iter().enumerate() {
        problems.extend(benefit(row, one));
    }
    for (row, one) in offer.performance.iter().enumerate() {
        problems.extend(performance(row, one, content.source.is_some()));
    }
    problems.check("references", offer.references.len() <= ROWS, Problem::TooMany { max: ROWS });
    for (row, one) in offer.references.iter().enumerate() {
        problems.extend(reference(row, one));
    }
    for (row, claim) in offer.certificates.iter().enumerate() {
        problems.extend(certificate(row, claim));
    }
}

/// What is wrong with a demonstration project in a row.
pub fn reference(row: usize, reference: &Reference) -> Problems {
    let mut problems = Problems::new();
    let at = |name: &str| format!("references-{row}-{name}");
    problems.text(&at("site"), &reference.site, true, LINE);
    problems.check(&at("country"), taxonomy::countries().has(&reference.country), Problem::UnknownChoice);
    let year = reference.year.is_none_or(|year| (1950..=2100).contains(&year));
    problems.check(&at("year"), year, Problem::OutOfRange { min: 1950, max: 2100 });
    problems.text(&at("scale"), &reference.scale, false, LINE);
    problems.text(&at("result"), &reference.result, false, PASSAGE);
    problems
}

/// What is wrong with a claimed certificate in a row.
pub fn certificate(row: usize, claim: &Claim) -> Problems {
    let mut problems = Problems::new();
    let at = |name: &str| format!("certificates-{row}-{name}");
    problems.text(&at("number"), &claim.number, true, 100);
    for (name, text) in [
        ("holder", &claim.holder),
        ("product", &claim.product),
        ("product_group", &claim.product_group),
        ("criteria", &claim.criteria),
        ("verifier", &claim.verifier),
    ] {
        problems.text(&at(name), text, false, LINE);
    }
    problems.text(&at("verified"), &claim.verified, false, PASSAGE);
    for (name, text) in [("verifier", &claim.verifier), ("verified", &claim.verified)] {
        let fits = text.is_empty() || claim.scheme.is_empty() || claim.scheme == VERIFICATION;
        problems.check(&at(name), fits, Problem::Other("problem-no-statement"));
    }
    for (name, day) in [("issued", claim.issued), ("valid_until", claim.valid_until)] {
        let sensible = day.is_none_or(|day| (1950..=2200).contains(&day.year()));
        problems.check(&at(name), sensible, Problem::Other("problem-certificate-year"));
    }
    let ordered = claim.issued.zip(claim.valid_until).is_none_or(|(issued, until)| issued <= until);
    problems.check(&at("valid_until"), ordered, Problem::Other("problem-ends-before-it-begins"));
    problems
}

fn cost_limits(problems: &mut Problems, cost: &Cost) {
    let amounts = [cost.capital.from, cost.capital.to, cost.operating.from, cost.operating.to, cost.annual_saving];
    let given = amounts.iter().any(Option::is_some);
    let known = taxonomy::currencies().has(&cost.currency);
    problems.check("currency", known || cost.currency.is_empty(), Problem::UnknownChoice);
    problems.check("currency", !given || !cost.currency.is_empty(), Problem::Missing);
    range(problems, "capital", &cost.capital);
    range(problems, "operating", &cost.operating);
    let saving = cost.annual_saving.is_none_or(|saving| saving >= Decimal::ZERO);
    problems.check("annual_saving", saving, Problem::Other("problem-negative"));
    problems.text("basis", &cost.basis, false, LINE);
    problems.text("note", &cost.note, false, PASSAGE);
}

fn range(problems: &mut Problems, field: &str, range: &Range) {
    let negative = [range.from, range.to].into_iter().flatten().any(|amount| amount < Decimal::ZERO);
    problems.check(&format!("{field}_from"), !negative, Problem::Other("problem-negative"));
    let ordered = range.from.zip(range.to).is_none_or(|(from, to)| from <= to);
    problems.check(&format!("{field}_to"), ordered, Problem::Other("problem-range-turned"));
}

/// What is wrong with a benefit that is claimed in a row; nobody claims that something became worse.
pub fn benefit(row: usize, benefit: &Benefit) -> Problems {
    let mut problems = figure(row, benefit);
    problems.check(&format!("benefits-{row}-achieved"), !benefit.is_worse(), Problem::Other("problem-achieved-worse"));
    problems
}

/// What is wrong with the figures of a row, whether they became better or worse.
pub fn figure(row: usize, benefit: &Benefit) -> Problems {
    let mut problems = Problems::new();
    let at = |name: &str| format!("benefits-{row}-{name}");
    let Some(indicator) = taxonomy::indicators().get(&benefit.indicator) else {
        problems.add(at("indicator"), Problem::UnknownChoice);
        return problems;
    };
    match taxonomy::units().get(&benefit.unit) {
        None => problems.add(at("unit"), Problem::UnknownChoice),
        Some(unit) if !taxonomy::measures(indicator, unit) => {
            problems.add(at("unit"), Problem::Other("problem-unit-of-another-dimension"));
        }
        Some(_) => {}
    }
    problems.check(&at("baseline"), benefit.baseline > Decimal::ZERO, Problem::Other("problem-baseline-not-positive"));
    problems.check(&at("achieved"), benefit.achieved >= Decimal::ZERO, Problem::Other("problem-negative"));
    if benefit.basis == Basis::PerUnit {
        problems.text(&at("product"), &benefit.product, true, LINE);
    }
    if let Some(output) = benefit.output {
        for (name, value) in [("output_baseline", output.baseline), ("output_achieved", output.achieved)] {
            problems.check(&at(name), value > Decimal::ZERO, Problem::Other("problem-output-not-positive"));
        }
        let counted = matches!(benefit.basis, Basis::PerYear | Basis::AtSite);
        problems.check(&at("output_baseline"), counted, Problem::Other("problem-output-of-a-unit"));
        if counted {
            problems.text(&at("product"), &benefit.product, true, LINE);
        }
    }
    problems.text(&at("period"), &benefit.period, false, LINE);
    problems.text(&at("evidence_note"), &benefit.evidence_note, false, LINE);
    let year = benefit.baseline_year.is_none_or(|year| (1950..=2100).contains(&year));
    problems.check(&at("baseline_year"), year, Problem::OutOfRange { min: 1950, max: 2100 });
    problems
}

/// What is wrong with a measured performance in a row. What stands in a published source is taken as it is `sourced`: its
/// averages need not agree, and its units need not be of the list.
pub fn performance(row: usize, performance: &Performance, sourced: bool) -> Problems {
    let mut problems = Problems::new();
    let at = |name: &str| format!("performance-{row}-{name}");
    problems.check(&at("parameter"), taxonomy::parameters().has(&performance.parameter), Problem::UnknownChoice);
    let fits = fits(&performance.parameter, &performance.unit);
    problems.check(&at("unit"), fits, Problem::Other("problem-unit-of-another-parameter"));
    for (name, end) in [("influent", performance.influent), ("effluent", performance.effluent)] {
        if let Some(problem) = end.and_then(|end| amount(&performance.parameter, &performance.unit, end.value?)) {
            problems.add(at(name), problem);
        }
    }
    let above = performance.removal_percent().or(performance.reported_removal()).is_some_and(|removal| {
        let all = removal.percent == Decimal::ONE_HUNDRED && removal.bound == Some(Bound::Above);
        all || removal.percent > Decimal::ONE_HUNDRED
    });
    problems.check(&at("removal"), !above, Problem::Other("problem-removal-above-100"));
    if !sourced {
        problems.extend(typed(row, performance));
    }
    problems
}

/// Points of a percentage by which a removal may differ from what its values give: it is rounded, or an average.
const ROUNDED: Decimal = Decimal::ONE;
/// How many times more may come out than goes in before one of the two must be a mistake.
const RISE: i64 = 1_000;

/// What is wrong with a measured performance that somebody types, beyond what may stand in a published source.
fn typed(row: usize, performance: &Performance) -> Problems {
    let mut problems = Problems::new();
    let at = |name: &str| format!("performance-{row}-{name}");
    let known = performance.unit.is_empty() || taxonomy::units().has(&performance.unit);
    problems.check(&at("unit"), known, Problem::Other("problem-unknown-unit"));
    let value = |end: Option<Measured>| end.and_then(|end| end.value);
    if let Some((before, after)) = value(performance.influent).zip(value(performance.effluent)) {
        let most = before.checked_mul(Decimal::from(RISE));
        let rises = before > Decimal::ZERO && most.is_some_and(|most| after > most);
        problems.check(&at("effluent"), !rises, Problem::Other("problem-outlet-far-above"));
    }
    if let Some((computed, reported)) = performance.removal_percent().zip(performance.reported_removal()) {
        let differ = computed.bound.is_none()
            && reported.bound.is_none()
            && (computed.percent - reported.percent).abs() > ROUNDED;
        problems.check(&at("removal"), !differ, Problem::Other("problem-removal-differs"));
    }
    problems
}

/// What is wrong with an amount of a parameter: few of them can be below zero, and some have an end.
fn amount(parameter: &str, unit: &str, value: Decimal) -> Option<Problem> {
    let below_zero = ["temperature", "potential", "log_reduction"];
    match taxonomy::dimension(unit).unwrap_or_default() {
        _ if parameter == "ph" && !(Decimal::ZERO..=Decimal::from(14)).contains(&value) => {
            Some(Problem::OutOfRange { min: 0, max: 14 })
        }
        "ratio" if !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&value) => {
            Some(Problem::OutOfRange { min: 0, max: 100 })
        }
        dimension if value < Decimal::ZERO && !below_zero.contains(&dimension) => {
            Some(Problem::Other("problem-negative"))
        }
        _ => None,
    }
}

fn request_limits(problems: &mut Problems, request: &Request) {
    let known = |list: &List, code: &str| code.is_empty() || list.has(code);
    problems.check("country", known(taxonomy::countries(), &request.country), Problem::UnknownChoice);
    problems.check("currency", known(taxonomy::currencies(), &request.currency), Problem::UnknownChoice);
    let budget = request.budget.from.or(request.budget.to).is_some();
    problems.check("currency", !budget || !request.currency.is_empty(), Problem::Missing);
    range(problems, "budget", &request.budget);
    problems.text("site", &request.site, false, LINE);
    problems.text("timetable", &request.timetable, false, LINE);
    times(problems, request);
    problems.check("requirements", request.requirements.len() <= REQUIREMENTS, Problem::TooMany { max: REQUIREMENTS });
    for (row, one) in request.requirements.iter().enumerate() {
        problems.extend(requirement(row, one));
    }
}

/// Times of a request: each on a known clock, and in their order.
fn times(problems: &mut Problems, request: &Request) {
    let times = [
        ("closes", request.closes),
        ("questions_until", request.questions_until),
        ("answers_until", request.answers_until),
    ];
    let zone = request.zone.parse::<chrono_tz::Tz>();
    problems.check("zone", request.zone.is_empty() || zone.is_ok(), Problem::UnknownChoice);
    let needed = times.iter().any(|(_, time)| time.is_some());
    problems.check("zone", !needed || !request.zone.is_empty(), Problem::Missing);
    for (field, time) in times {
        let shown = zone.is_err() || time.is_none() || request.moment(time).is_some();
        problems.check(field, shown, Problem::Other("problem-no-such-time"));
        let late = time.zip(request.closes).is_some_and(|(time, closes)| time > closes);
        problems.check(field, !late, Problem::Other("problem-after-closing"));
    }
    let early = request.questions_until.zip(request.answers_until).is_some_and(|(asked, told)| told < asked);
    problems.check("answers_until", !early, Problem::Other("problem-answers-before-questions"));
}

/// What keeps a content from being submitted at this time: a request that was never public must close in the future.
pub fn timely(listing: &Listing, content: &Content, now: DateTime<Utc>) -> Problems {
    let mut problems = Problems::new();
    let closing = content.request().and_then(|request| request.moment(request.closes));
    let over = listing.published_revision_id.is_none() && closing.is_some_and(|closing| closing <= now);
    problems.check("closes", !over, Problem::Other("problem-closing-over"));
    problems
}

/// Dimensions in which an amount of a substance can be given: in water, in air, in solids, and as a load.
const OF_SUBSTANCES: [&str; 6] =
    ["concentration", "air_concentration", "hardness", "mass", "mass_fraction", "mass_flow"];
/// Dimensions in which the change of anything can be given.
const OF_CHANGES: [&str; 2] = ["ratio", "log_reduction"];

/// Whether a parameter can be given in a unit: acidity, heat, sound and the like have units of their own. A unit that no
/// list has is left to its reader.
pub fn fits(parameter: &str, unit: &str) -> bool {
    let usual = taxonomy::parameters().get(parameter).and_then(|entry| {
        let usual = taxonomy::units().find_by("symbol", entry.column("unit"));
        usual.map(|usual| usual.column("dimension"))
    });
    let (Some(usual), Some(given)) = (usual, taxonomy::dimension(unit)) else { return true };
    // Turbidity and colour were long given by the concentration of what they are compared with.
    let usual = if matches!(usual, "turbidity" | "colour") && given == "concentration" { given } else { usual };
    OF_CHANGES.contains(&given) || usual == given || (OF_SUBSTANCES.contains(&usual) && OF_SUBSTANCES.contains(&given))
}

/// What is wrong with a requirement in a row.
pub fn requirement(row: usize, requirement: &Requirement) -> Problems {
    let mut problems = Problems::new();
    let at = |name: &str| format!("requirements-{row}-{name}");
    problems.text(&at("text"), &requirement.text, requirement.measure.is_none(), LINE);
    if let Some(measure) = &requirement.measure {
        problems.check(&at("parameter"), taxonomy::parameters().has(&measure.parameter), Problem::UnknownChoice);
        let known = taxonomy::units().has(&measure.unit);
        problems.check(&at("unit"), known, Problem::Other("problem-unknown-unit"));
        let fits = fits(&measure.parameter, &measure.unit);
        problems.check(&at("unit"), fits, Problem::Other("problem-unit-of-another-parameter"));
        if let Some(problem) = amount(&measure.parameter, &measure.unit, measure.value) {
            problems.add(at("value"), problem);
        }
    }
    problems
}
