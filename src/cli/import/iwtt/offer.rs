//! One treatment system as the content of an offer.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use super::super::rejects::Reject;
use super::super::{Collection, Record};
use super::measured::{self, Given};
use super::source::{self, System};
use super::texts::{Subject, Words};
use crate::i18n::Locale;
use crate::listings::content::{Body, Content, Offer, SCHEMA, Source as Origin};
use crate::listings::{checks, evidence};
use crate::taxonomy::{self, Cooperation, Entry, Ip, Lang, Registers, Scale};
use crate::web::form;

/// Begins the identity of every listing of this import.
const KEY: &str = "iwtt";
/// Clean water and sanitation: every system of this source treats water.
const SDG: u8 = 6;
/// Readiness of a system that was run as a pilot.
const PILOT: u8 = 6;
/// Readiness of a system that runs at full scale.
const FULL: u8 = 9;

/// Reads a folder of the source and makes an offer of each system.
pub fn read(folder: &Path) -> anyhow::Result<Collection> {
    let source = source::read(folder)?;
    let mut collection = Collection { rejects: source.rejects, ..Collection::default() };
    for system in &source.systems {
        match content(system, &mut collection.rejects) {
            Ok(mut content) => collection.records.push(Record {
                key: format!("{KEY}:{}", system.name),
                id: system.name.clone(),
                line: system.line,
                table: "TREATMENT_SYSTEM.csv",
                checked: evidence::checked(&mut content),
                content,
            }),
            Err(reason) => {
                collection.refused += 1;
                collection.rejects.push(reject("TREATMENT_SYSTEM.csv", system.line, &system.name, reason));
            }
        }
    }
    tell_apart(&mut collection.records);
    let records = std::mem::take(&mut collection.records);
    for record in records {
        match checks::submission(&record.content).or(()) {
            Ok(()) => collection.records.push(record),
            Err(problems) => {
                let words = |problem| form::words_in(Locale::of(Lang::En), problem);
                let said: Vec<String> =
                    problems.iter().map(|(field, problem)| format!("{field}: {}", words(problem))).collect();
                collection.refused += 1;
                collection.rejects.push(reject(record.table, record.line, &record.id, said.join(", ")));
            }
        }
    }
    Ok(collection)
}

fn reject(table: &'static str, line: u64, id: &str, reason: String) -> Reject {
    Reject { table, line, id: id.to_owned(), reason }
}

/// Systems of one paper, or of the same steps in the same industry, would have one title: the identifier is added.
fn tell_apart(records: &mut [Record]) {
    for lang in [Lang::En, Lang::Zh] {
        let words = Words::of(lang);
        let mut count: HashMap<String, usize> = HashMap::new();
        let title = |record: &Record| record.content.texts.get(&lang).map(|texts| texts.title.to_lowercase());
        for title in records.iter().filter_map(title) {
            *count.entry(title).or_default() += 1;
        }
        for record in records.iter_mut() {
            let id = record.id.clone();
            if let Some(texts) = record.content.texts.get_mut(&lang)
                && count.get(&texts.title.to_lowercase()).is_some_and(|count| *count > 1)
            {
                texts.title = words.told_apart(&texts.title, &id);
            }
        }
    }
}

/// The content of one system; rows of it that cannot be used go to `rejects`.
fn content(system: &System, rejects: &mut Vec<Reject>) -> Result<Content, String> {
    let industry = taxonomy::iwtt_industries()
        .find_by("iwtt", &system.industry)
        .ok_or_else(|| format!("the PSC_CODE {:?} is not in the list of industries", system.industry))?;
    let readiness = match system.scale.as_str() {
        "Pilot" => PILOT,
        "Full" => FULL,
        unknown => return Err(format!("the SCALE {unknown:?} is not known")),
    };
    let mut steps: Vec<&'static Entry> = Vec::new();
    for code in &system.steps {
        match taxonomy::treatments().find_by("iwtt", code) {
            Some(step) => steps.push(step),
            None => {
                let reason = format!("the TT_CODE {code:?} is not in the list of treatments");
                rejects.push(reject("TREATMENT_UNITS.csv", 0, &system.name, reason));
            }
        }
    }
    if steps.is_empty() {
        return Err("it has no treatment step".to_owned());
    }
    let words = Words::english();
    let scale = if readiness == FULL { Scale::FullScale } else { Scale::Pilot };
    let (mut rows, mut silent) = (Vec::new(), Vec::new());
    for row in &system.measurements {
        match measured::performance(row, scale, words) {
            Ok(Given::Rows(made)) => rows.extend(made),
            Ok(Given::Silent(parameter)) => silent.push(parameter),
            Err(reason) => rejects.push(reject("PARAMETER.csv", row.line, &system.name, reason)),
        }
    }
    silent.dedup();
    let subject = Subject { system, industry, steps: &steps, rows: &rows, silent: &silent };
    let texts = BTreeMap::from([Lang::En, Lang::Zh].map(|lang| (lang, Words::of(lang).texts(&subject))));
    let country = country(system);
    let mut offer = Offer {
        readiness: Some(readiness),
        ip: Some(Ip::None),
        developed_in: country.clone(),
        deployed_in: country,
        offered_to: taxonomy::member_countries().map(|country| country.code.clone()).collect(),
        ..Offer::default()
    };
    offer.cost.note = words.cost(system);
    offer.performance = rows;
    Ok(Content {
        schema: SCHEMA,
        original: Lang::En,
        texts,
        themes: themes(&steps),
        keywords: keywords(&steps),
        industries: column(industry, "isic"),
        sdgs: vec![SDG],
        treatments: steps.iter().map(|step| step.code.clone()).collect(),
        cooperation: vec![Cooperation::TechnicalAssistance, Cooperation::Research],
        files: Vec::new(),
        source: Some(Origin {
            id: system.name.clone(),
            name: words.source_name(),
            citation: words.citation(system),
            year: system.paper.as_ref().and_then(|paper| paper.year.parse().ok()),
            industry: Some(industry.code.clone()),
        }),
        body: Body::Offer(Box::new(offer)),
    })
}

fn column(entry: &Entry, name: &str) -> Vec<String> {
    entry.column(name).split('|').filter(|code| !code.is_empty()).map(str::to_owned).collect()
}

/// The keywords of the steps: those that most steps share first.
fn keywords(steps: &[&'static Entry]) -> Vec<String> {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for keyword in steps.iter().flat_map(|step| column(step, "keywords")) {
        match counted.iter_mut().find(|(known, _)| *known == keyword) {
            Some((_, count)) => *count += 1,
            None => counted.push((keyword, 1)),
        }
    }
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.truncate(checks::KEYWORDS);
    counted.into_iter().map(|(keyword, _)| keyword).collect()
}

/// Water, and the themes under which keywords of at least half of the steps stand.
fn themes(steps: &[&'static Entry]) -> Vec<String> {
    let registers = Registers::carried();
    let of_keyword = |code: &String| registers.keywords().get(code).map(|keyword| keyword.column("theme"));
    let others = taxonomy::themes().current().map(|theme| theme.code.as_str()).filter(|theme| *theme != "water");
    let shared = others.filter(|theme| {
        let steps_of =
            steps.iter().filter(|step| column(step, "keywords").iter().any(|k| of_keyword(k) == Some(theme)));
        steps_of.count() * 2 >= steps.len()
    });
    std::iter::once("water").chain(shared).map(str::to_owned).collect()
}

/// Where a system was run. The source says so only through its papers; otherwise a country that the description, the
/// costs or the limits to be kept name counts, and without one the United States, whose industries the source is
/// about. Of a paper from elsewhere that names no country, nothing is claimed.
fn country(system: &System) -> Vec<String> {
    let paper = system.paper.as_ref();
    if paper.is_some_and(|paper| paper.country == "USA") {
        return vec!["US".to_owned()];
    }
    let limits = system.measurements.iter().flat_map(|row| row.limits.iter().map(|(name, ..)| name.as_str()));
    let texts = [&system.description, &system.conditions, &system.capital, &system.operating].map(String::as_str);
    let papers = paper.map(|paper| [paper.title.as_str(), paper.summary.as_str(), paper.journal.as_str()]);
    let named = texts.into_iter().chain(limits).chain(papers.into_iter().flatten()).find_map(named_place);
    let elsewhere = paper.is_some_and(|paper| paper.country == "International");
    named.or((!elsewhere).then_some("US")).map(str::to_owned).into_iter().collect()
}

/// The country of the first place name in a text that is on the list of those that occur in the source.
fn named_place(text: &str) -> Option<&'static str> {
    const PLACES: &str = include_str!("places.csv");
    let mut words = text.split(|sign: char| !sign.is_alphabetic());
    words.find_map(|word| {
        PLACES
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(','))
            .find_map(|(name, country)| (name == word).then_some(country))
    })
}

#[cfg(test)]
mod tests {
    use super::super::source::{Figure, Measurement, Paper};
    use super::*;

    fn system() -> System {
        System {
            name: "41T1".to_owned(),
            industry: "430".to_owned(),
            scale: "Pilot".to_owned(),
            description: "A pilot test. It went well.".to_owned(),
            steps: ["EQ", "MBR", "MBR", "RO"].map(str::to_owned).into(),
            ph: ("0".to_owned(), "0".to_owned()),
            ..System::default()
        }
    }

    #[test]
    fn a_system_becomes_an_offer_that_can_be_handed_in() {
        let content = content(&system(), &mut Vec::new()).unwrap();
        assert!(checks::submission(&content).is_empty());
        assert_eq!(
            content.treatments,
            ["flow_equalization", "membrane_bioreactor", "membrane_bioreactor", "reverse_osmosis"]
        );
        assert_eq!(content.industries, ["17"]);
        assert!(!content.texts[&Lang::En].description.contains("pH"));
        assert_eq!(content.offer().unwrap().offered_to.len(), 11);
        insta::assert_json_snapshot!(content);
    }

    #[test]
    fn a_parameter_that_cannot_be_read_is_refused_and_the_system_kept() {
        let mut system = system();
        let mut rejects = Vec::new();
        system.measurements.push(Measurement { id: "999999".to_owned(), ..Measurement::default() });
        assert!(content(&system, &mut rejects).unwrap().offer().unwrap().performance.is_empty());
        assert_eq!(rejects.len(), 1);
        system.scale = "Lab".to_owned();
        assert!(content(&system, &mut rejects).is_err());
    }

    #[test]
    fn a_place_that_is_named_counts_before_the_country_of_the_source() {
        let mut system = system();
        assert_eq!(country(&system), ["US"]);
        system.measurements.push(Measurement {
            limits: vec![("Malaysian discharge limit".to_owned(), "1".to_owned(), String::new())],
            influent: Figure::default(),
            ..Measurement::default()
        });
        assert_eq!(country(&system), ["MY"]);
        system.measurements.clear();
        system.paper = Some(Paper { country: "International".to_owned(), ..Paper::default() });
        assert!(country(&system).is_empty());
    }
}
