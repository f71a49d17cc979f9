//! What a cell means: codes by their names in any language, units by symbol, days and numbers as people write them.

use chrono::NaiveDate;

use super::fields::Holds;
use super::table::Cell;
use crate::checks::plain;
use crate::listings::editor::{numbers, options};
use crate::listings::words;
use crate::taxonomy::{self, Bound, Comparator, Lang, List, Registers};
use crate::web::tables::unguarded;

/// Reads a cell; what is not understood stays as it was typed.
pub fn read(registers: &Registers, holds: Holds, cell: &Cell) -> String {
    let typed = unguarded(cell.text.trim());
    match holds {
        // Lists have entries without a name in some language, which a blank cell must not find.
        _ if typed.is_empty() => String::new(),
        Holds::Text => plain(typed),
        Holds::Number | Holds::Measured => number(cell, typed),
        Holds::Year => typed.trim_end_matches('年').to_owned(),
        Holds::Day => day(typed).map_or_else(|| typed.to_owned(), |day| day.to_string()),
        Holds::Time => typed.split_once('T').map_or(typed, |(_, time)| time).to_owned(),
        Holds::Code(list) => code(list(), typed),
        Holds::Keyword => code(registers.keywords(), typed),
        Holds::Scheme => code(registers.schemes(), typed),
        Holds::Unit => options::unit(typed),
        Holds::Symbol => words::unit(&options::unit(typed)).to_owned(),
        Holds::Parameter => parameter(typed),
        Holds::Flag => flag(typed).map_or_else(|| typed.to_owned(), |flag| flag.to_string()),
        Holds::Importance => importance(typed),
        Holds::Comparator => comparator(typed),
        Holds::Switch => switch(typed),
    }
}

/// Whether a cell is a formula rather than a value.
pub fn is_formula(text: &str) -> bool {
    text.trim_start().starts_with('=')
}

fn number(cell: &Cell, typed: &str) -> String {
    if cell.number.is_some() {
        return cell.typed();
    }
    match numbers::read(typed) {
        Ok(Some(number)) => numbers::write(number),
        _ => typed.to_owned(),
    }
}

/// A measured value taken apart: its flag, and the rest.
pub fn measured(typed: &str) -> (Option<Bound>, &str) {
    let typed = typed.trim();
    if let Some(flag) = flag(typed) {
        return (Some(flag), "");
    }
    let signs = [
        ("<", Bound::Below),
        (">", Bound::Above),
        ("~", Bound::About),
        ("≈", Bound::About),
        ("ND", Bound::NotDetected),
    ];
    let found = signs.iter().find_map(|(sign, bound)| Some((*bound, typed.strip_prefix(sign)?)));
    found.map_or((None, typed), |(bound, rest)| (Some(bound), rest.trim()))
}

fn flag(typed: &str) -> Option<Bound> {
    match typed.to_lowercase().as_str() {
        "<" | "below" | "低于" => Some(Bound::Below),
        ">" | "above" | "高于" => Some(Bound::Above),
        "~" | "≈" | "about" | "约" => Some(Bound::About),
        "nd" | "n.d." | "not detected" | "未检出" => Some(Bound::NotDetected),
        _ => None,
    }
}

fn importance(typed: &str) -> String {
    match typed.to_lowercase().as_str() {
        "essential" | "must" | "required" | "必需" | "必须" | "必要" => "essential",
        "desirable" | "should" | "optional" | "期望" | "可选" | "优选" => "desirable",
        _ => typed,
    }
    .to_owned()
}

fn comparator(typed: &str) -> String {
    let found = match typed.to_lowercase().as_str() {
        "at_most" | "at most" | "≤" | "<=" | "<" | "max" | "不高于" | "不超过" | "至多" => {
            Some(Comparator::AtMost)
        }
        "at_least" | "at least" | "≥" | ">=" | ">" | "min" | "不低于" | "不少于" | "至少" => {
            Some(Comparator::AtLeast)
        }
        "equal" | "equals" | "=" | "等于" => Some(Comparator::Equal),
        _ => None,
    };
    found.map_or_else(|| typed.to_owned(), |comparator| comparator.to_string())
}

fn switch(typed: &str) -> String {
    match typed.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" | "是" => "yes",
        "no" | "n" | "false" | "0" | "否" => "no",
        _ => typed,
    }
    .to_owned()
}

fn code(list: &List, typed: &str) -> String {
    let same = |code: &str| code.eq_ignore_ascii_case(typed);
    let by_code = || list.all().iter().find(|entry| same(&entry.code)).map(|entry| entry.code.clone());
    // Spreadsheets take the leading zero off a division of industry.
    let padded = || Some(format!("0{typed}")).filter(|padded| typed.len() == 1 && list.has(padded));
    let found = options::meant(list, typed).or_else(by_code).or_else(padded);
    found.unwrap_or_else(|| typed.to_owned())
}

fn parameter(typed: &str) -> String {
    let list = taxonomy::parameters();
    options::meant(list, typed).map_or_else(|| typed.to_owned(), |code| list.name(&code, Lang::En).to_owned())
}

/// A day as people of the region write it; one that could be read two ways, such as `03/04/2026`, is none.
fn day(typed: &str) -> Option<NaiveDate> {
    let typed = typed.split_once(['T', ' ']).filter(|(_, time)| time.contains(':')).map_or(typed, |(day, _)| day);
    let parts: Vec<&str> =
        typed.split(['-', '/', '.', '年', '月', '日']).map(str::trim).filter(|p| !p.is_empty()).collect();
    let [a, b, c] = parts[..] else { return None };
    let number = |part: &str| part.parse::<u32>().ok();
    let (year, month, day) = match (a.len(), c.len()) {
        (4, _) => (a, number(b)?, number(c)?),
        (_, 4) => {
            let (first, second) = (number(a)?, number(b)?);
            // Points stand only between days and months in that order.
            match (typed.contains('.') || first > 12, second > 12) {
                (true, false) => (c, second, first),
                (false, true) => (c, first, second),
                (false, false) if first == second => (c, first, first),
                _ => return None,
            }
        }
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(holds: Holds, typed: &str) -> String {
        read(&Registers::carried(), holds, &Cell { text: typed.to_owned(), number: None })
    }

    #[test]
    fn codes_are_understood_by_names_in_any_language_and_other_words() {
        for typed in ["water", "WATER", "Water and wastewater", "水与污水", "wastewater", "น้ำเสีย"] {
            assert_eq!(text(Holds::Code(taxonomy::themes), typed), "water", "{typed}");
        }
        assert_eq!(text(Holds::Code(taxonomy::countries), "Viet Nam"), "VN");
        assert_eq!(text(Holds::Code(taxonomy::countries), "越南"), "VN");
        assert_eq!(text(Holds::Code(taxonomy::industries), "1"), "01");
        assert_eq!(text(Holds::Code(taxonomy::readiness), "TRL 9"), "9");
        assert_eq!(text(Holds::Code(taxonomy::themes), "magic"), "magic");
    }

    #[test]
    fn days_are_read_unless_they_could_be_two() {
        for (typed, meant) in [
            ("2026-12-05", "2026-12-05"),
            ("2026/12/5", "2026-12-05"),
            ("2026年12月5日", "2026-12-05"),
            ("5.12.2026", "2026-12-05"),
            ("25/12/2026", "2026-12-25"),
            ("12/25/2026", "2026-12-25"),
            ("2026-12-05T17:00", "2026-12-05"),
            ("03/04/2026", "03/04/2026"),
            ("31.02.2026", "31.02.2026"),
            ("soon", "soon"),
        ] {
            assert_eq!(text(Holds::Day, typed), meant);
        }
    }

    #[test]
    fn measured_values_bring_their_flags() {
        assert_eq!(measured("< 5"), (Some(Bound::Below), "5"));
        assert_eq!(measured("ND"), (Some(Bound::NotDetected), ""));
        assert_eq!(measured("未检出"), (Some(Bound::NotDetected), ""));
        assert_eq!(measured("12.5"), (None, "12.5"));
    }

    #[test]
    fn guards_against_formulas_are_taken_off_and_formulas_are_seen() {
        assert_eq!(text(Holds::Text, "'=a"), "=a");
        assert_eq!(text(Holds::Text, "'tis"), "'tis");
        assert!(is_formula(" =HYPERLINK(1)") && !is_formula("'=x") && !is_formula("- a list"));
    }
}
