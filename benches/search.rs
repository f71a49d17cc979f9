//! Measures the search on synthetic listings in eleven languages and prints a table: what a query costs at two sizes,
//! and what the growth does to it.
//!
//! Sizes and the number of queries come from `SEARCH_SIZES` (`1000,100000`) and `SEARCH_QUERIES` (`300`).

#![allow(clippy::print_stdout, clippy::expect_used, reason = "a benchmark prints, and stops at the first failure")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use greenbridge::search::{Change, Document, Facet, Index, Query, Sort, TextFields};
use greenbridge::taxonomy::Lang;

/// A sentence of each language, divided into words by spaces for the scripts that have none; texts are made of them.
const SENTENCES: [(Lang, &str, &str); 11] = [
    (
        Lang::En,
        " ",
        "treated wastewater flows through the membrane module and leaves the plant with less energy and sludge",
    ),
    (Lang::Zh, "", "废水 经过 膜 组件 处理 以后 排放 并且 减少 能源 消耗 污泥 产生 技术 适合 工业 园区"),
    (Lang::Th, "", "น้ำเสีย ไหล ผ่าน ระบบ เมมเบรน และ ออกจาก โรงงาน โดย ใช้ พลังงาน น้อย ลง"),
    (Lang::Vi, " ", "nước thải đi qua hệ thống màng lọc và rời nhà máy với ít năng lượng và bùn hơn"),
    (Lang::Id, " ", "air limbah mengalir melalui modul membran dan meninggalkan pabrik dengan lebih sedikit energi"),
    (Lang::Ms, " ", "air sisa mengalir melalui modul membran dan meninggalkan kilang dengan kurang tenaga"),
    (Lang::Km, "", "ទឹកកខ្វក់ ហូរ ឆ្លងកាត់ ប្រព័ន្ធ ចម្រោះ ហើយ ចាកចេញ ពី រោងចក្រ ដោយ ប្រើ ថាមពល តិច"),
    (Lang::Lo, "", "ນໍ້າເສຍ ໄຫຼ ຜ່ານ ລະບົບ ການກອງ ແລະ ອອກຈາກ ໂຮງງານ ໂດຍ ໃຊ້ ພະລັງງານ ໜ້ອຍ"),
    (Lang::My, "", "ရေဆိုး သည် စနစ် ကို ဖြတ်သန်း ပြီး စက်ရုံ မှ ထွက်ခွာ ကာ စွမ်းအင် လျှော့ချ သည်"),
    (Lang::Fil, " ", "ang maruming tubig ay dumadaan sa lamad at umaalis sa pabrika na may mas kaunting enerhiya"),
    (Lang::Ta, " ", "கழிவுநீர் சவ்வு வழியாக செல்கிறது மற்றும் குறைந்த ஆற்றலுடன் ஆலையை விட்டு வெளியேறுகிறது"),
];

/// Bytes of text of one listing.
const TEXT: usize = 1_500;

/// A small generator, so that every run measures the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    /// Small numbers much more often than great ones, as words are.
    fn skewed(&mut self, below: u64) -> u64 {
        let reach = 1 + self.roll(below);
        self.roll(reach)
    }

    fn codes(&mut self, prefix: &str, of: u64, most: u64) -> Vec<String> {
        (0..=self.roll(most)).map(|_| format!("{prefix}{}", self.skewed(of))).collect()
    }
}

/// A pronounceable word for a number, for a vocabulary as large as that of real listings.
fn invented(mut number: u64) -> String {
    let mut word = String::new();
    while number > 0 || word.len() < 6 {
        word.push(b"bdfgklmnprstvz"[(number % 14) as usize] as char);
        word.push(b"aeiou"[(number / 14 % 5) as usize] as char);
        number /= 70;
    }
    word
}

fn text(dice: &mut Dice, lang: usize, bytes: usize) -> String {
    let (_, space, sentence) = SENTENCES[lang];
    let words: Vec<&str> = sentence.split(' ').collect();
    let mut text = String::with_capacity(bytes + 32);
    while text.len() < bytes {
        match dice.roll(12) {
            0 | 1 => text.push_str(&format!(" {} ", invented(dice.skewed(40_000)))),
            2 => text.push_str(". "),
            _ => text.push_str(words[dice.roll(words.len() as u64) as usize]),
        }
        text.push_str(space);
    }
    text
}

fn listing(id: i64) -> Document {
    let mut dice = Dice(id as u64 * 7_919 + 17);
    let lang = dice.roll(11) as usize;
    let mut body = text(&mut dice, lang, TEXT - 350);
    if dice.roll(4) == 0 {
        body.push_str(" common");
    }
    if id % 400 == 0 {
        body.push_str(" seldom");
    }
    let texts = TextFields { title: text(&mut dice, lang, 80), summary: text(&mut dice, lang, 270), body };
    Document {
        id,
        reference: format!("TO-VN-2026-{id:05}"),
        texts: vec![(SENTENCES[lang].0, texts)],
        terms: vec![format!("keyword {}", invented(dice.skewed(300))), "膜生物反应器".into()],
        related: (0..12).map(|_| invented(dice.skewed(2_000))).collect(),
        kind: if dice.roll(4) == 0 { "request" } else { "offer" }.into(),
        themes: dice.codes("theme-", 12, 2),
        keywords: dice.codes("keyword-", 300, 4),
        country: format!("country-{}", dice.roll(11)),
        offered_to: dice.codes("country-", 11, 4),
        stage: format!("stage-{}", dice.roll(5)),
        cooperation: dice.codes("cooperation-", 9, 3),
        industries: dice.codes("industry-", 88, 2),
        sdgs: dice.codes("", 17, 2),
        schemes: dice.codes("scheme-", 20, 1),
        evidence: dice.roll(6) as u8,
        sector: format!("sector-{}", dice.roll(5)),
        published_at: 1_700_000_000 + dice.roll(60_000_000) as i64,
        closes_at: (dice.roll(4) == 0).then(|| 1_760_000_000 + dice.roll(20_000_000) as i64),
        effect: (dice.roll(2) == 0).then(|| dice.roll(100) as f64),
        card: format!("{{\"id\":{id},\"filler\":\"{}\"}}", "x".repeat(300)),
        change: id,
        ..Document::default()
    }
}

fn query(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::everything(Lang::En, 1_765_000_000) }
}

fn narrowed(mut query: Query, filters: &[(Facet, &str)]) -> Query {
    for (facet, code) in filters {
        query.filters.entry(*facet).or_default().push((*code).to_owned());
    }
    query
}

/// The query of each round.
type Case = Box<dyn Fn(u64) -> Query>;

/// What is measured, by name.
fn cases() -> Vec<(&'static str, Case)> {
    vec![
        ("rare word (1 in 400)", Box::new(|_| query("seldom"))),
        ("word in a quarter of all", Box::new(|_| query("common"))),
        ("ever new words", Box::new(|round| query(&invented(Dice(round).skewed(40_000))))),
        ("three words", Box::new(|round| query(&format!("membrane {} energy", invented(round * 7))))),
        ("Chinese", Box::new(|_| query("污泥处理技术"))),
        ("Thai", Box::new(|_| query("ระบบเมมเบรน"))),
        ("phrase", Box::new(|_| query("\"membrane module\""))),
        ("typing error", Box::new(|round| query(&format!("memb{}rane", b"aeiou"[(round % 5) as usize] as char)))),
        (
            "common word, two filters",
            Box::new(|round| {
                let theme = format!("theme-{}", round % 6);
                narrowed(query("common"), &[(Facet::Theme, &theme), (Facet::Kind, "offer")])
            }),
        ),
        ("common word, newest first", Box::new(|_| Query { sort: Sort::Newest, ..query("common") })),
        ("browse everything", Box::new(|_| query(""))),
        (
            "browse, one filter",
            Box::new(|round| narrowed(query(""), &[(Facet::Theme, &format!("theme-{}", round % 12))])),
        ),
        (
            "browse, three filters",
            Box::new(|round| {
                let country = format!("country-{}", round % 11);
                narrowed(query(""), &[(Facet::Kind, "offer"), (Facet::Country, &country), (Facet::Stage, "stage-1")])
            }),
        ),
        ("browse, closing soon", Box::new(|_| Query { sort: Sort::ClosingSoon, ..query("") })),
        ("deep page of everything", Box::new(|round| Query { page: 40 + round as usize % 10, ..query("") })),
        ("deep page of a common word", Box::new(|round| Query { page: 8 + round as usize % 4, ..query("common") })),
    ]
}

/// An index of `size` listings, and how long it took to build.
fn build(size: i64) -> (Index, tempfile::TempDir, Duration) {
    let folder = tempfile::tempdir().expect("a folder");
    let index = Index::open(folder.path()).expect("an index");
    let mut time = Duration::ZERO;
    for first in (1..=size).step_by(20_000) {
        let changes = (first..(first + 20_000).min(size + 1)).map(|id| Change::Put(Box::new(listing(id)))).collect();
        let start = Instant::now();
        index.apply(changes).expect("built");
        time += start.elapsed();
    }
    (index, folder, time)
}

/// Median and 99th percentile of a query.
fn measure(index: &Index, rounds: u64, case: &dyn Fn(u64) -> Query) -> (Duration, Duration) {
    let ask = |round| {
        let query = case(round);
        let start = Instant::now();
        black_box(index.search(&query).expect("an answer"));
        start.elapsed()
    };
    (0..20).for_each(|round| {
        ask(round);
    });
    let mut times: Vec<Duration> = (0..rounds).map(ask).collect();
    times.sort_unstable();
    (times[times.len() / 2], times[times.len() * 99 / 100])
}

fn from_environment(name: &str, default: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| default.to_owned())
}

fn main() {
    let sizes = from_environment("SEARCH_SIZES", "1000,100000");
    let sizes: Vec<i64> = sizes.split(',').filter_map(|size| size.trim().parse().ok()).collect();
    let rounds = from_environment("SEARCH_QUERIES", "300").parse().unwrap_or(300).max(1);
    let indexes: Vec<_> = sizes.iter().map(|size| build(*size)).collect();
    for (size, (index, folder, time)) in sizes.iter().zip(&indexes) {
        let bytes: u64 = std::fs::read_dir(folder.path())
            .expect("listed")
            .filter_map(|entry| entry.ok()?.metadata().ok())
            .map(|metadata| metadata.len())
            .sum();
        let one = Instant::now();
        index.apply(vec![Change::Put(Box::new(listing(1)))]).expect("applied");
        println!(
            "{size} listings: built in {:.1} s, {} MB on disk, one change in {:.0} ms",
            time.as_secs_f64(),
            bytes >> 20,
            one.elapsed().as_secs_f64() * 1_000.0
        );
    }
    print!("\n{:<28}", "median / p99 in ms");
    sizes.iter().for_each(|size| print!("{size:>20}"));
    println!("{:>10}", "growth");
    for (name, case) in cases() {
        print!("{name:<28}");
        let times: Vec<_> = indexes.iter().map(|(index, ..)| measure(index, rounds, &case)).collect();
        for (median, p99) in &times {
            print!("{:>20}", format!("{:.3} / {:.3}", median.as_secs_f64() * 1e3, p99.as_secs_f64() * 1e3));
        }
        let growth = times[times.len() - 1].0.as_secs_f64() / times[0].0.as_secs_f64();
        println!("{:>10}", format!("{growth:.1} x"));
    }
    println!();
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    if let (Some((index, ..)), Some(size)) = (indexes.last(), sizes.last()) {
        for (name, text) in [("rare", "seldom"), ("common", "common"), ("browse", "")] {
            criterion.bench_function(&format!("search/{name}/{size}"), |bench| {
                bench.iter(|| index.search(black_box(&query(text))).expect("an answer"));
            });
        }
    }
    criterion.final_summary();
}
