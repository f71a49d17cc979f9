//! What pages cost: serves synthetic listings with the program itself, over a throw-away SQLite database, asks for
//! pages from beside it, and prints a table of what QUALITY asks and what was reached.
//!
//! Speed is a ratio to a bare axum server that sends the same bytes from memory, in the same run and under the same
//! load; cost is the CPU time of the serving process, in all its threads, from `/proc`. Nothing here fails for being
//! slow. Sizes and seconds for each measurement come from `PAGES_SIZES` (`1000,100000`; targets are compared at the
//! last) and `PAGES_SECONDS` (`4`).

#![allow(clippy::print_stdout, clippy::expect_used, reason = "a benchmark prints, and stops at the first failure")]

mod data;
mod load;
mod server;
mod table;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use load::{Paths, Run};
use scraper::{Html, Selector};
use server::Server;
use table::Table;

/// The program uses it too, so the bare server is not at a disadvantage.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Connections of a usual measurement, and of ten times overload.
const CONNECTIONS: usize = 16;
const OVERLOAD: usize = 512;

/// Results on a page.
const PER_PAGE: i64 = 20;

/// What was measured at one size.
struct Figures {
    size: i64,
    build: Duration,
    build_peak: f64,
    start: Duration,
    /// Requests a second, as a share of the bare server's: list, home, listing.
    kept: [f64; 3],
    first: Cost,
    deep: Cost,
    home: Cost,
    listing: Cost,
    rare: Cost,
    common: Cost,
    memory: f64,
    anonymous: f64,
    overload: f64,
    weight: Weight,
}

/// What a page costs that was never asked for before.
#[derive(Default)]
struct Cost {
    /// Milliseconds of CPU a request.
    cpu: f64,
    /// Milliseconds that 99 of 100 requests stay under, on so many connections.
    p99: f64,
    refused: u64,
}

/// Bytes of a first view.
#[derive(Default)]
struct Weight {
    html: f64,
    all: f64,
    scripts: f64,
    requests: f64,
    elsewhere: f64,
}

/// Measures one server.
struct Bench<'a> {
    server: &'a Server,
    folder: &'a Path,
    time: Duration,
    /// Number of the next request, so that none is asked twice.
    next: u64,
}

impl Bench<'_> {
    async fn run(&mut self, paths: Paths) -> Run {
        let run = load::run(self.server.address, CONNECTIONS, self.time, self.next, paths).await;
        self.next += 10_000_000;
        run
    }

    /// What a page costs that nobody asked for before: each path is asked once.
    async fn cost(&mut self, path: impl Fn(u64) -> String + Send + Sync + 'static) -> Cost {
        let paths: Paths = Arc::new(path);
        load::run(self.server.address, 1, Duration::from_millis(300), self.next + 5_000_000, Arc::clone(&paths)).await;
        let before = self.server.cpu();
        let run = self.run(paths).await;
        let cpu = (self.server.cpu() - before) * 1_000.0 / (run.requests + run.refused).max(1) as f64;
        Cost { cpu, p99: run.p99.as_secs_f64() * 1_000.0, refused: run.refused }
    }

    /// Requests a second of a kept page, as a share of what the bare server reaches with the same bytes.
    async fn kept(&mut self, path: &str) -> f64 {
        let page = load::get(self.server.address, path, "gzip, br").await.expect("a page");
        let encoding = page.header("content-encoding").unwrap_or("identity").to_owned();
        let file = self.folder.join("page");
        std::fs::write(&file, &page.body).expect("written");
        let bare = Server::bare(&file, &encoding).await;
        // By turns, so that what else the machine does meets both.
        let (mut ours, mut theirs) = (0.0, 0.0);
        for _ in 0..2 {
            let path = path.to_owned();
            ours += self.run(Arc::new(move |_| path.clone())).await.per_second();
            theirs +=
                load::run(bare.address, CONNECTIONS, self.time, 0, Arc::new(|_| "/".to_owned())).await.per_second();
        }
        println!("  kept {path}: {:.0} a second, bare server {:.0}", ours / 2.0, theirs / 2.0);
        ours / theirs
    }

    /// Compressed bytes and requests of the first view of the list.
    async fn weight(&self) -> Weight {
        let page = load::get(self.server.address, "/listings", "gzip, deflate, br").await.expect("a page");
        let html = load::get(self.server.address, "/listings", "identity").await.expect("a page").body;
        let html = Html::parse_document(&String::from_utf8_lossy(&html));
        let mut parts = BTreeSet::new();
        for (selector, name) in [
            ("link[rel~=stylesheet]", "href"),
            ("link[rel~=icon]", "href"),
            ("script[src]", "src"),
            ("img[src]", "src"),
        ] {
            let selector = Selector::parse(selector).expect("a selector");
            parts.extend(html.select(&selector).filter_map(|element| element.attr(name)).map(str::to_owned));
        }
        let mut weight = Weight { html: page.body.len() as f64 / 1_000.0, ..Weight::default() };
        (weight.all, weight.requests) = (weight.html, 1.0 + parts.len() as f64);
        for part in &parts {
            if !part.starts_with('/') {
                weight.elsewhere += 1.0;
                continue;
            }
            let bytes = load::get(self.server.address, part, "gzip, deflate, br").await.expect("a file").body.len()
                as f64
                / 1_000.0;
            weight.all += bytes;
            if part.contains(".js") {
                weight.scripts += bytes;
            }
        }
        weight
    }
}

async fn measure(size: i64, time: Duration) -> Figures {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("greenbridge.sqlite").display());
    println!("{size} listings");
    let filling = Instant::now();
    data::fill(&url, size).await;
    println!("  written in {:.1} s", filling.elapsed().as_secs_f64());
    let (build, build_peak) = {
        let first = Server::program(folder.path()).await;
        (first.started, first.memory("VmHWM"))
    };
    let server = Server::program(folder.path()).await;
    let start = server.started;
    let mut bench = Bench { server: &server, folder: folder.path(), time, next: 0 };
    let weight = bench.weight().await;
    let known = data::reference(size / 2);
    let kept = [bench.kept("/listings").await, bench.kept("/").await, bench.kept(&format!("/listings/{known}")).await];
    // Parameters that no page knows make an address that nobody asked for before.
    let first = bench.cost(|number| format!("/listings?number={number}")).await;
    let last = (size / PER_PAGE).min(5_000) as u64;
    let deep =
        bench.cost(move |number| format!("/listings?page={}&number={number}", last - number % (last / 10).max(1)));
    let deep = deep.await;
    let home = bench.cost(|number| format!("/?number={number}")).await;
    let listing = bench.cost(move |number| {
        // Neighbours in time are far apart in the tables.
        let id = 1 + (number as i64 * 7_919) % size;
        format!("/listings/{}?number={number}", data::reference(id))
    });
    let listing = listing.await;
    let rare = bench.cost(|number| format!("/listings?q={}&number={number}", data::RARE)).await;
    let common = bench.cost(|number| format!("/listings?q={}&number={number}", data::COMMON)).await;
    let (memory, anonymous) = (server.memory("VmRSS"), server.memory("RssAnon"));
    let flood: Paths = Arc::new(|number| format!("/listings?number=o{number}"));
    load::run(server.address, OVERLOAD, time * 2, 0, flood).await;
    let overload = server.memory("VmHWM");
    for (name, cost) in [
        ("list", &first),
        ("deep", &deep),
        ("home", &home),
        ("listing", &listing),
        ("rare", &rare),
        ("common", &common),
    ] {
        println!("  new {name}: {:.3} ms of CPU, p99 {:.1} ms, {} refused", cost.cpu, cost.p99, cost.refused);
    }
    Figures {
        size,
        build,
        build_peak,
        start,
        kept,
        first,
        deep,
        home,
        listing,
        rare,
        common,
        memory,
        anonymous,
        overload,
        weight,
    }
}

/// Milliseconds of one argon2id at 19 MiB, 2, 1: how fast this machine is, beside the one on which targets were set.
fn hashing() -> f64 {
    let params = argon2::Params::new(19 * 1024, 2, 1, None).expect("parameters");
    let hash = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let times = (0..5).map(|_| {
        let began = Instant::now();
        hash.hash_password_into(b"password", b"salt of a test", &mut [0; 32]).expect("a hash");
        began.elapsed().as_secs_f64() * 1_000.0
    });
    times.fold(f64::INFINITY, f64::min)
}

fn report(all: &[Figures]) {
    let (Some(small), Some(large)) = (all.first(), all.last()) else { return };
    let mut table = Table::default();
    table.note("argon2id at 19 MiB, 2, 1 on this machine; 17 ms where the targets were set", hashing(), "ms");
    let at = |what: &str| format!("{what}, {} listings", large.size);
    for (name, share) in ["list", "home", "listing page"].iter().zip(large.kept) {
        table.at_least(&at(&format!("kept {name}: share of the bare server's requests/s")), share, 0.25, "");
    }
    table.at_most(&at("new list: CPU a request"), large.first.cpu, 1.0, "ms");
    table.at_most(&at("new list: p99 on 16 connections"), large.first.p99, 10.0, "ms");
    table.note(&at("new home: CPU a request"), large.home.cpu, "ms");
    table.at_most(&at("new listing page: CPU a request"), large.listing.cpu, 0.3, "ms");
    table.at_most(&at("search, rare term: CPU a request"), large.rare.cpu, 2.0, "ms");
    table.at_most(&at("search, term of a quarter: CPU a request"), large.common.cpu, 5.0, "ms");
    table.note(&at("search, term of a quarter: p99 on 16 connections"), large.common.p99, "ms");
    table.at_most(&at("deep page: times the first"), large.deep.cpu / large.first.cpu, 2.0, "×");
    if all.len() > 1 {
        let growth = format!("{} → {} listings", small.size, large.size);
        table.at_most(&format!("list, {growth}"), large.first.cpu / small.first.cpu, 1.5, "×");
        table.at_most(&format!("listing page, {growth}"), large.listing.cpu / small.listing.cpu, 1.2, "×");
    }
    table.at_most(&at("resident memory after all that"), large.memory, 250.0, "MB");
    table.note("  of it the process's own, without the mapped index", large.anonymous, "MB");
    table.at_most(&at("its highest, with 512 connections"), large.overload, 400.0, "MB");
    table.at_most(&at("first start, which builds the index"), large.build.as_secs_f64(), 15.0, "s");
    table.note("  its highest resident memory", large.build_peak, "MB");
    table.at_most(&at("start to first answer"), large.start.as_secs_f64(), 1.0, "s");
    table.at_most(&at("list: compressed HTML"), large.weight.html, 14.0, "kB");
    table.at_most("first view of the list: bytes", large.weight.all, 60.0, "kB");
    table.at_most("first view of the list: requests", large.weight.requests, 6.0, "");
    table.at_most("first view of the list: JavaScript", large.weight.scripts, 12.0, "kB");
    table.at_most("first view of the list: files from elsewhere", large.weight.elsewhere, 0.0, "");
    table.print();
}

fn from_environment(name: &str, default: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| default.to_owned())
}

fn main() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, address, file, encoding] = &arguments[..]
        && first == "bare"
    {
        return runtime.block_on(server::run_bare(address, file, encoding));
    }
    let sizes = from_environment("PAGES_SIZES", "1000,100000");
    let sizes: Vec<i64> = sizes.split(',').filter_map(|size| size.trim().parse().ok()).collect();
    let seconds = from_environment("PAGES_SECONDS", "4").parse().unwrap_or(4.0_f64).max(0.1);
    let all: Vec<Figures> = runtime.block_on(async {
        let mut all = Vec::new();
        for size in sizes {
            all.push(measure(size, Duration::from_secs_f64(seconds)).await);
        }
        all
    });
    report(&all);
}
