use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::checks::{Problem, Problems};
use crate::taxonomy::{self, Columns, Lang, Register, Registers, holidays};

/// Kind of the job that lets the index look again at the listings that name certain codes.
pub const TOUCH: &str = "touch-listings";
/// Kind of the job that counts the answer times of a country anew.
pub const RECOUNT: &str = "recount-answer-times";
/// Most characters of a short text.
const LINE: usize = 300;
/// Most characters of a longer one.
const AREA: usize = 2_000;
/// Longest validity of certificates, in months.
const MONTHS: i64 = 240;

/// Which listings to look at again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Touch {
    /// Codes of keywords or schemes.
    pub codes: Vec<String>,
    /// Key of the last listing that was looked at.
    pub after: i64,
}

/// An entry of a register as it stands, or one that is to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The register.
    pub register: Register,
    /// Its code; empty for a new one.
    pub code: String,
    /// What it says.
    pub columns: Columns,
    /// How often it was changed; 0 for what the project carries and for new ones.
    pub version: i64,
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// One line.
    Line,
    /// Several lines.
    Area,
    /// One of some codes.
    Choice,
}

/// A field of an entry's form.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Column.
    pub name: &'static str,
    /// How it is filled in.
    pub input: Input,
    /// Whether it must be.
    pub needed: bool,
}

const fn field(name: &'static str, input: Input, needed: bool) -> Field {
    Field { name, input, needed }
}

/// The fields of a register's entries, in the order of the form.
pub fn fields(register: Register, new: bool) -> Vec<Field> {
    use Input::{Area, Choice, Line};
    let code = (new && !is_named_by_content(register)).then(|| field("code", Line, true));
    let names = Lang::ALL.iter().map(|lang| field(lang.code(), Line, matches!(lang, Lang::En | Lang::Zh)));
    let own: Vec<Field> = match register {
        Register::Keyword => {
            let before = std::iter::once(field("theme", Choice, true));
            before.chain(names).chain([field("search", Area, false), field("retired", Choice, false)]).collect()
        }
        Register::Scheme => {
            let before = [
                field("country", Choice, true),
                field("body", Line, true),
                field("iso_type", Choice, true),
                field("gen", Choice, false),
                field("genices", Choice, false),
                field("since", Line, false),
                field("valid_months", Line, false),
                field("website", Line, false),
            ];
            let after = [
                field("local_name", Line, false),
                field("search", Area, false),
                field("note", Area, false),
                field("source", Line, true),
                field("dated", Line, true),
                field("confidence", Choice, true),
                field("retired", Choice, false),
            ];
            before.into_iter().chain(names).chain(after).collect()
        }
        Register::Recognition => vec![
            field("scheme", Choice, true),
            field("recognised_by", Choice, true),
            field("kind", Choice, true),
            field("since", Line, true),
            field("ended", Line, false),
            field("limited", Choice, false),
            field("scope_en", Line, false),
            field("scope_zh", Line, false),
            field("agreement_en", Line, true),
            field("agreement_zh", Line, true),
            field("source", Line, true),
            field("dated", Line, true),
            field("confidence", Choice, true),
        ],
        // What makes the code is asked once, since a day cannot become another.
        Register::Holiday => {
            let key = new.then(|| [field("country", Choice, true), field("date", Line, true)]);
            let after = [field("source", Line, true), field("retired", Choice, false)];
            let before = key.into_iter().flatten().chain([field("day", Choice, true)]);
            before.chain(names).chain(after).collect()
        }
    };
    code.into_iter().chain(own).collect()
}

/// Whether the code of an entry follows from what it says.
pub fn is_named_by_content(register: Register) -> bool {
    matches!(register, Register::Recognition | Register::Holiday)
}

/// The codes that a field of the kind [`Input::Choice`] takes.
pub fn choices(registers: &Registers, name: &str) -> Vec<String> {
    let all = |list: &taxonomy::List| list.all().iter().map(|entry| entry.code.clone()).collect();
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    match name {
        "theme" => all(taxonomy::themes()),
        "country" => {
            let mut countries: Vec<String> = all(taxonomy::countries());
            countries.extend(["EU".to_owned(), "INT".to_owned()]);
            countries
        }
        "scheme" | "recognised_by" => all(registers.schemes()),
        "iso_type" => codes(&["14024", "14021", "14025", "14034", "other"]),
        "kind" => codes(&["bilateral", "multilateral"]),
        "day" => codes(&["holiday", "working"]),
        "confidence" => codes(&["seen", "background"]),
        _ => codes(&["yes"]),
    }
}

/// What is wrong with an entry that is to be stored.
pub fn check(entry: &Entry, registers: &Registers, today: NaiveDate) -> Problems {
    let mut problems = Problems::new();
    let text = |name: &str| entry.columns.get(name).map_or("", String::as_str);
    for Field { name, input, needed } in fields(entry.register, entry.version == 0 && entry.code.is_empty()) {
        problems.text(name, text(name), needed, if input == Input::Area { AREA } else { LINE });
        let known = text(name).is_empty() || choices(registers, name).iter().any(|code| code == text(name));
        problems.check(name, input != Input::Choice || known, Problem::UnknownChoice);
    }
    if entry.register == Register::Holiday && entry.code.is_empty() {
        let day = text("date").parse::<NaiveDate>();
        problems.check("date", day.is_ok(), Problem::NotDate);
        let taken = day.is_ok_and(|day| registers.holidays().get(&holidays::code(text("country"), day)).is_some());
        problems.check("date", !taken, Problem::Other("register-problem-day-taken"));
        let abroad = ["EU", "INT"].contains(&text("country"));
        problems.check("country", !abroad, Problem::UnknownChoice);
    }
    for name in ["since", "dated", "ended"] {
        let moment = moment(text(name));
        problems.check(name, text(name).is_empty() || moment.is_some(), Problem::Other("register-problem-day"));
        problems.check(name, moment.is_none_or(|day| day <= today), Problem::Other("register-problem-future"));
    }
    let ordered = moment(text("since")).zip(moment(text("ended"))).is_none_or(|(since, ended)| since <= ended);
    problems.check("ended", ordered, Problem::Other("register-problem-ended-early"));
    let named = text("limited").is_empty() || !text("scope_en").is_empty();
    problems.check("scope_en", named, Problem::Missing);
    let months = text("valid_months");
    let sensible = months.is_empty() || months.parse().is_ok_and(|months: i64| (1..=MONTHS).contains(&months));
    problems.check("valid_months", sensible, Problem::OutOfRange { min: 1, max: MONTHS });
    let website = text("website");
    let address = url::Url::parse(website).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    problems.check("website", website.is_empty() || address, Problem::NotUrl);
    problems.extend(taken_names(entry, registers));
    let both = entry.register == Register::Recognition && !text("scheme").is_empty();
    problems.check(
        "recognised_by",
        !both || text("scheme") != text("recognised_by"),
        Problem::Other("register-problem-itself"),
    );
    problems
}

/// Names by which an entry could not be told from another one: of keywords in one theme, and of schemes. What is retired
/// is not chosen any more, so its name is free.
fn taken_names(entry: &Entry, registers: &Registers) -> Problems {
    let mut problems = Problems::new();
    let text = |name: &str| entry.columns.get(name).map_or("", String::as_str);
    let list = match entry.register {
        Register::Keyword => registers.keywords(),
        Register::Scheme => registers.schemes(),
        Register::Recognition | Register::Holiday => return problems,
    };
    if !text("retired").is_empty() {
        return problems;
    }
    // Schemes have no theme, so theirs is the same.
    let beside = |other: &&taxonomy::Entry| other.code != entry.code && other.column("theme") == text("theme");
    let others: Vec<&taxonomy::Entry> = list.current().filter(beside).collect();
    for lang in Lang::ALL {
        let name = text(lang.code()).to_lowercase();
        let taken = !name.is_empty() && others.iter().any(|other| other.column(lang.code()).to_lowercase() == name);
        problems.check(lang.code(), !taken, Problem::Other("register-problem-name-taken"));
    }
    problems
}

/// What is wrong with the code of a new entry.
pub fn check_code(register: Register, code: &str, registers: &Registers) -> Problems {
    let mut problems = Problems::new();
    let sign = |sign: char| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == '-';
    let formed = (3..=30).contains(&code.len()) && code.chars().all(sign) && !code.starts_with('-');
    problems.check("code", formed || code.is_empty(), Problem::Other("register-problem-code"));
    let taken = registers.columns(register, code).is_some();
    problems.check("code", !taken, Problem::Other("register-problem-taken"));
    problems
}

/// The code of a new entry: what was typed; of a holiday country and day; of a recognition both schemes, and a number if
/// there is one of the two already.
pub fn code_of(register: Register, columns: &Columns, registers: &Registers) -> String {
    let part = |name: &str| columns.get(name).map_or("", String::as_str);
    match register {
        Register::Keyword | Register::Scheme => return part("code").to_owned(),
        Register::Holiday => return format!("{}-{}", part("country"), part("date")),
        Register::Recognition => {}
    }
    let both = format!("{}.{}", part("scheme"), part("recognised_by"));
    let numbered = (2..).map(|number: u32| format!("{both}.{number}"));
    let free = |code: &String| registers.recognition(code).is_none();
    std::iter::once(both.clone()).chain(numbered).find(free).unwrap_or(both)
}

/// The codes whose listings show or are found by what an entry says, as it was and as it is.
pub fn concerned(before: &Columns, after: &Entry, registers: &Registers) -> Vec<String> {
    let scheme = |columns: &Columns| columns.get("scheme").cloned();
    let mut codes: Vec<String> = match after.register {
        Register::Keyword => vec![after.code.clone()],
        Register::Recognition => scheme(before).into_iter().chain(scheme(&after.columns)).collect(),
        Register::Scheme => {
            let here = registers.recognitions().iter().filter(|known| known.recognised_by == after.code);
            here.map(|known| known.scheme.clone()).chain([after.code.clone()]).collect()
        }
        Register::Holiday => Vec::new(),
    };
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// A day, or the first day of a year.
fn moment(text: &str) -> Option<NaiveDate> {
    let year = || text.parse().ok().filter(|_| text.len() == 4).and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1));
    text.parse().ok().or_else(year)
}
