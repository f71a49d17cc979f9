//! Synthetic published listings, written straight into the tables: the same ones on every run.

use chrono::{DateTime, Duration, Utc};
use greenbridge::clock::Clock;
use greenbridge::db::Db;
use greenbridge::entity::{change_counter, listing, organisation, revision};
use greenbridge::i18n::Worded;
use greenbridge::labels::Claim;
use greenbridge::listings::content::{
    Benefit, Body, Content, Measured, Offer, Performance, Request, Requirement, Texts,
};
use greenbridge::taxonomy::{
    self, Basis, Cooperation, Evidence, Ip, Kind, Lang, List, Registers, Scale, Sector, Statistic,
};
use rust_decimal::Decimal;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, TransactionTrait as _};

/// Bytes of text of one listing.
const TEXT: usize = 1_500;

/// Listings of one organisation.
const OF_ONE: i64 = 200;

/// Rows written at once; SQLite takes 32,766 values in one statement.
const AT_ONCE: i64 = 500;

/// Stands in one listing of 400.
pub const RARE: &str = "seldom";

/// Stands in a quarter of all listings.
pub const COMMON: &str = "common";

/// Words of the languages that texts are made of, by what stands between them.
const SENTENCES: [(Lang, &str, &str); 5] = [
    (
        Lang::En,
        " ",
        "treated wastewater flows through the membrane module and leaves the plant with less energy and sludge than \
         before while heat from the flue gas dries biomass for boilers in textile paper and food mills",
    ),
    (
        Lang::Zh,
        "",
        "废水 经过 膜 组件 处理 以后 排放 并且 减少 能源 消耗 污泥 产生 技术 适合 工业 园区 余热 回收 锅炉 烟气 纺织",
    ),
    (Lang::Vi, " ", "nước thải đi qua hệ thống màng lọc và rời nhà máy với ít năng lượng và bùn hơn trước đây"),
    (Lang::Th, "", "น้ำเสีย ไหล ผ่าน ระบบ เมมเบรน และ ออกจาก โรงงาน โดย ใช้ พลังงาน น้อย ลง"),
    (Lang::Id, " ", "air limbah mengalir melalui modul membran dan meninggalkan pabrik dengan lebih sedikit energi"),
];

/// A small generator, so that every run measures the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % below as u64) as usize
    }

    /// Small numbers much more often than great ones, as words are.
    fn skewed(&mut self, below: usize) -> usize {
        let reach = 1 + self.roll(below);
        self.roll(reach)
    }

    fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.roll(list.len())]
    }

    /// One to `most` different codes of a list.
    fn codes(&mut self, list: &List, most: usize) -> Vec<String> {
        let all = list.all();
        let mut codes: Vec<String> = (0..=self.roll(most)).map(|_| all[self.skewed(all.len())].code.clone()).collect();
        codes.sort();
        codes.dedup();
        codes
    }
}

/// A pronounceable word for a number, for a vocabulary as large as that of real listings.
fn invented(mut number: usize) -> String {
    let mut word = String::new();
    while number > 0 || word.len() < 6 {
        word.push(b"bdfgklmnprstvz"[number % 14] as char);
        word.push(b"aeiou"[number / 14 % 5] as char);
        number /= 70;
    }
    word
}

fn text(dice: &mut Dice, lang: usize, bytes: usize) -> String {
    let (_, space, sentence) = SENTENCES[lang];
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let mut text = String::with_capacity(bytes + 32);
    while text.len() < bytes {
        match dice.roll(12) {
            0 | 1 => text.push_str(&format!(" {} ", invented(dice.skewed(40_000)))),
            2 => text.push_str(". "),
            _ => text.push_str(dice.pick(&words)),
        }
        text.push_str(space);
    }
    text.trim().to_owned()
}

/// At most so many characters, cut between two.
fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

fn decimal(dice: &mut Dice, below: usize) -> Decimal {
    Decimal::from(1 + dice.roll(below))
}

/// The number that people see of a listing.
pub fn reference(id: i64) -> String {
    format!("TO-VN-2026-{id:05}")
}

fn content(id: i64) -> Content {
    let mut dice = Dice(id as u64 * 7_919 + 17);
    // Half of the texts are English.
    let lang = if dice.roll(2) == 0 { 0 } else { dice.roll(SENTENCES.len()) };
    let kind = if dice.roll(4) == 0 { Kind::Request } else { Kind::Offer };
    let mut description = text(&mut dice, lang, TEXT - 380);
    if id % 4 == 0 {
        description.push_str(&format!(" {COMMON}"));
    }
    if id % 400 == 0 {
        description.push_str(&format!(" {RARE}"));
    }
    let texts = Texts {
        title: cut(&text(&mut dice, lang, 80), 120),
        summary: cut(&text(&mut dice, lang, 300), 500),
        description,
        ..Texts::default()
    };
    let mut content = Content::empty(kind, SENTENCES[lang].0);
    content.texts.insert(content.original, texts);
    content.themes = dice.codes(taxonomy::themes(), 2);
    content.keywords = dice.codes(Registers::carried().keywords(), 4);
    content.industries = dice.codes(taxonomy::industries(), 2);
    content.sdgs = vec![6, 9 + dice.roll(8) as u8];
    content.cooperation = vec![dice.pick(Cooperation::ALL)];
    content.body = match kind {
        Kind::Offer => Body::Offer(Box::new(offer(&mut dice, id))),
        Kind::Request => Body::Request(Box::new(request(&mut dice))),
    };
    content
}

fn countries(dice: &mut Dice, most: usize) -> Vec<String> {
    let all: Vec<&str> = taxonomy::member_countries().map(|entry| entry.code.as_str()).collect();
    let mut codes: Vec<String> = (0..=dice.roll(most)).map(|_| dice.pick(&all).to_owned()).collect();
    codes.sort();
    codes.dedup();
    codes
}

fn offer(dice: &mut Dice, id: i64) -> Offer {
    let indicators = taxonomy::indicators().all();
    let units = taxonomy::units().all();
    let benefits = (0..dice.roll(3)).map(|_| Benefit {
        indicator: indicators[dice.roll(indicators.len())].code.clone(),
        baseline: decimal(dice, 900) + Decimal::from(100),
        achieved: decimal(dice, 100),
        unit: units[dice.roll(units.len())].code.clone(),
        basis: Basis::PerYear,
        product: String::new(),
        baseline_year: Some(2024),
        period: String::new(),
        output: None,
        evidence: dice.pick(Evidence::ALL),
        compared: false,
        evidence_note: String::new(),
        document: None,
        audit: None,
        option_class: None,
        option_type: None,
    });
    let benefits = benefits.collect();
    let parameters = taxonomy::parameters().all();
    let performance = (0..dice.roll(4)).map(|_| Performance {
        parameter: parameters[dice.roll(parameters.len())].code.clone(),
        influent: Some(Measured { bound: None, value: Some(decimal(dice, 900)) }),
        effluent: Some(Measured { bound: None, value: Some(decimal(dice, 50)) }),
        unit: "mg/L".to_owned(),
        removal: None,
        statistic: Statistic::Average,
        scale: Some(dice.pick(Scale::ALL)),
        conditions: String::new(),
        evidence: Evidence::SelfDeclared,
        compared: false,
        document: None,
    });
    let performance = performance.collect();
    let registers = Registers::carried();
    let schemes = registers.schemes().all();
    let certificates = (dice.roll(3) == 0).then(|| Claim {
        scheme: schemes[dice.roll(schemes.len())].code.clone(),
        number: format!("C-{id}"),
        ..Claim::default()
    });
    Offer {
        readiness: Some(1 + dice.roll(9) as u8),
        ip: Some(dice.pick(Ip::ALL)),
        offered_to: countries(dice, 4),
        developed_in: countries(dice, 1),
        benefits,
        performance,
        certificates: certificates.into_iter().collect(),
        ..Offer::default()
    }
}

fn request(dice: &mut Dice) -> Request {
    Request {
        site: "Industrial park".to_owned(),
        country: countries(dice, 1).remove(0),
        requirements: vec![Requirement { essential: true, text: text(dice, 0, 60), measure: None }],
        ..Request::default()
    }
}

fn owner(number: i64, at: DateTime<Utc>) -> organisation::ActiveModel {
    let mut dice = Dice(number as u64 * 31 + 5);
    let name = format!("{} works {number}", invented(dice.roll(4_000)));
    organisation::ActiveModel {
        id: Set(number),
        slug: Set(format!("organisation-{number}")),
        name: Set(name.clone()),
        legal_name: Set(name),
        sector: Set(dice.pick(Sector::ALL).to_string()),
        country: Set(countries(&mut dice, 1).remove(0)),
        registration_number: Set(String::new()),
        website: Set(String::new()),
        size: Set("small".to_owned()),
        description: Set(String::new()),
        email_domains: Set(serde_json::json!([])),
        status: Set("verified".to_owned()),
        focal_country: Set(None),
        verified_at: Set(Some(at)),
        verified_by: Set(None),
        created_at: Set(at),
        version: Set(1),
        logo: Set(String::new()),
        logo_size: Set(0),
    }
}

/// Migrates the database of a data folder and fills it with `size` listings.
pub async fn fill(url: &str, size: i64) {
    let db = Db::connect(url).await.expect("a database");
    db.migrate().await.expect("migrated");
    let start = Clock::system().now() - Duration::days(300);
    let owners = (1..=size.div_euclid(OF_ONE) + 1).map(|number| owner(number, start));
    organisation::Entity::insert_many(owners).exec_without_returning(db.conn()).await.expect("organisations");
    for first in (1..=size).step_by(AT_ONCE as usize) {
        let tx = db.conn().begin().await.expect("a transaction");
        let ids = first..(first + AT_ONCE).min(size + 1);
        let contents: Vec<(i64, Content)> = ids.map(|id| (id, content(id))).collect();
        let envelopes = contents.iter().map(|(id, content)| envelope(*id, content, start));
        listing::Entity::insert_many(envelopes).exec_without_returning(&tx).await.expect("listings");
        let revisions = contents.iter().map(|(id, content)| revision::ActiveModel {
            id: Set(*id),
            listing_id: Set(*id),
            number: Set(1),
            content: Set(serde_json::to_value(content).expect("content")),
            created_at: Set(start),
            created_by: Set(None),
        });
        revision::Entity::insert_many(revisions).exec_without_returning(&tx).await.expect("revisions");
        tx.commit().await.expect("committed");
    }
    let counter = change_counter::ActiveModel { id: Set(1), value: Set(size) };
    counter.update(db.conn()).await.expect("the change sequence");
    db.conn().clone().close().await.expect("closed");
}

fn envelope(id: i64, content: &Content, start: DateTime<Utc>) -> listing::ActiveModel {
    let at = start + Duration::minutes(id);
    let title = Worded::new(content.original, content.texts.iter().map(|(lang, texts)| (*lang, texts.title.clone())));
    listing::ActiveModel {
        id: Set(id),
        reference: Set(reference(id)),
        kind: Set(content.kind().to_string()),
        organisation_id: Set(id / OF_ONE + 1),
        status: Set("published".to_owned()),
        country: Set("VN".to_owned()),
        title: Set(title.to_string()),
        titles: Set(title.stored()),
        closes_at: Set(None),
        endorsed: Set(false),
        outcome: Set(None),
        accepting_interest: Set(true),
        published_revision_id: Set(Some(id)),
        source_key: Set(None),
        created_at: Set(at),
        updated_at: Set(at),
        submitted_at: Set(Some(at)),
        published_at: Set(Some(at)),
        expires_at: Set(Some(at + Duration::days(400))),
        changed: Set(id),
        version: Set(1),
    }
}
