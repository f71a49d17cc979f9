//! How well the search ranks: imports the Industrial Wastewater Treatment Technology database as `greenbridge import
//! iwtt` does, asks the queries of `relevance/queries.csv` as the pages do, and prints nDCG@10 for each language beside
//! what plain BM25 reaches.
//!
//! The data's folder comes from `RELEVANCE_DATA` (`../shared/data/iwtt`); `RELEVANCE_ALL=1` prints every query, not only
//! the weakest ten of each language, with the identifiers that came first.

#![allow(clippy::print_stdout, clippy::expect_used, reason = "a benchmark prints, and stops at the first failure")]

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::time::Instant;

use greenbridge::app::App;
use greenbridge::cli::import::{self, Options};
use greenbridge::clock::Clock;
use greenbridge::config::Config;
use greenbridge::finding::{self, Card};
use greenbridge::ids::Ids;
use greenbridge::search::{Index, Query};
use greenbridge::taxonomy::Lang;

/// The judged list.
const QUERIES: &str = include_str!("relevance/queries.csv");

/// How many hits count.
const DEPTH: usize = 10;

/// How many queries are shown of each language.
const WEAKEST: usize = 10;

/// What plain BM25 over the same texts reaches, by language.
const PLAIN: [(&str, f64); 2] = [("en", 0.83), ("zh", 0.00)];

/// One judged query.
#[derive(serde::Deserialize)]
struct Judged {
    language: String,
    query: String,
    answers: String,
}

impl Judged {
    /// The grade of each system that answers.
    fn grades(&self) -> HashMap<&str, i32> {
        let answers = self.answers.split('|').filter_map(|answer| answer.split_once(':'));
        answers.map(|(system, grade)| (system, grade.parse().expect("a grade"))).collect()
    }
}

/// How a query went.
struct Outcome<'a> {
    query: &'a str,
    ndcg: f64,
    first: Vec<String>,
}

fn gain(grade: i32, place: usize) -> f64 {
    (2_f64.powi(grade) - 1.0) / (place as f64 + 2.0).log2()
}

/// Normalised discounted cumulative gain of the first hits.
fn ndcg(grades: &HashMap<&str, i32>, found: &[String]) -> f64 {
    let mut best: Vec<i32> = grades.values().copied().collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    let ideal: f64 = best.iter().take(DEPTH).enumerate().map(|(place, grade)| gain(*grade, place)).sum();
    let grade = |system: &String| grades.get(system.as_str()).copied().unwrap_or(0);
    let reached: f64 = found.iter().take(DEPTH).enumerate().map(|(place, system)| gain(grade(system), place)).sum();
    if ideal > 0.0 { reached / ideal } else { 0.0 }
}

/// An app in a folder of its own that holds the imported listings, its index up to date.
async fn imported(data: &Path, folder: &Path) -> App {
    let config = Config { data_dir: folder.to_owned(), ..Config::default() };
    let config = config.prepare(|| Ids::system().token()).expect("settings");
    let index = Index::open(&folder.join("index")).expect("an index");
    let app = App::open(config, Clock::system(), Ids::system(), index).await.expect("an app");
    app.db.migrate().await.expect("a database");
    let options = Options {
        folder: data.to_owned(),
        organisation: "public-water-data".to_owned(),
        organisation_country: "US".to_owned(),
        organisation_sector: "research".to_owned(),
        dry_run: false,
        rejects: None,
    };
    let start = Instant::now();
    let counts = import::iwtt(&app, &options).await.expect("imported");
    let import = start.elapsed();
    finding::catch_up(&app).await.expect("indexed");
    println!("{} listings imported in {:.1} s, {} in the index", counts.new, import.as_secs_f64(), app.index.len());
    app
}

/// Identifiers of the first hits.
fn ask(app: &App, judged: &Judged) -> Vec<String> {
    let lang: Lang = judged.language.parse().expect("a language");
    let query = Query { text: judged.query.clone(), ..Query::everything(lang, app.clock.now().timestamp()) };
    let found = app.index.search(&query).expect("an answer");
    let cards = found.hits.iter().filter_map(|hit| serde_json::from_str::<Card>(&hit.card).ok());
    cards.map(|card| card.source).collect()
}

fn main() {
    let given = std::env::var("RELEVANCE_DATA").unwrap_or_else(|_| "../shared/data/iwtt".to_owned());
    let data = PathBuf::from(given);
    if !data.join("TREATMENT_SYSTEM.csv").is_file() {
        println!("Nothing to measure: {} does not hold the data. RELEVANCE_DATA names its folder.", data.display());
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let app = runtime.block_on(imported(&data, folder.path()));
    let judged: Vec<Judged> =
        csv::Reader::from_reader(QUERIES.as_bytes()).deserialize().map(|row| row.expect("a query")).collect();
    let mut by_language: BTreeMap<&str, Vec<Outcome<'_>>> = BTreeMap::new();
    for judged in &judged {
        let first = ask(&app, judged);
        let ndcg = ndcg(&judged.grades(), &first);
        by_language.entry(&judged.language).or_default().push(Outcome { query: &judged.query, ndcg, first });
    }
    println!("\n{:<10}{:>9}{:>10}{:>12}", "language", "queries", "nDCG@10", "plain BM25");
    for (language, outcomes) in &by_language {
        let mean = outcomes.iter().map(|outcome| outcome.ndcg).sum::<f64>() / outcomes.len() as f64;
        let plain = PLAIN.iter().find(|(known, _)| known == language);
        let plain = plain.map_or_else(|| "–".to_owned(), |(_, reached)| format!("{reached:.2}"));
        println!("{language:<10}{:>9}{mean:>10.3}{plain:>12}", outcomes.len());
    }
    let all = std::env::var("RELEVANCE_ALL").is_ok_and(|value| !value.is_empty() && value != "0");
    for (language, outcomes) in &mut by_language {
        outcomes.sort_by(|a, b| a.ndcg.total_cmp(&b.ndcg));
        println!("\n{language}, {}", if all { "all queries, weakest first" } else { "the weakest" });
        let shown = if all { outcomes.len() } else { WEAKEST };
        for outcome in outcomes.iter().take(shown) {
            let first = if all {
                outcome.first.iter().take(DEPTH).cloned().collect::<Vec<_>>().join(" ")
            } else {
                String::new()
            };
            println!("  {:.2}  {}  {first}", outcome.ndcg, outcome.query);
        }
    }
}
