//! Measured parameters of the source as performance rows.

use rust_decimal::Decimal;

use super::source::{Figure, Measurement};
use super::texts::Words;
use crate::listings::checks;
use crate::listings::content::{Measured, Performance};
use crate::taxonomy::{self, Bound, Entry, Evidence, Scale, Statistic};

/// Figures are kept to this many digits; more is noise of the source's floating-point numbers.
const DIGITS: u32 = 12;
/// Removals that differ from the computed one by less than this many percentage points count as the same.
const SAME: Decimal = Decimal::ONE;

/// What one row of the source gives.
#[derive(Debug, PartialEq, Eq)]
pub enum Given {
    /// Rows of performance: mostly one; two where both ends cannot stand in one.
    Rows(Vec<Performance>),
    /// The parameter was looked at, but no figure was published.
    Silent(String),
}

/// Reads a measured parameter.
pub fn performance(row: &Measurement, scale: Scale, words: Words) -> Result<Given, String> {
    let parameter = taxonomy::parameters()
        .find_by("iwtt", &row.id)
        .ok_or_else(|| format!("the PARAMID {} is not in the list of parameters", row.id))?;
    let mut notes = vec![row.name.clone()];
    let influent = end(&row.influent)?;
    let effluent = end(&row.effluent)?;
    let reported = end(&row.removal)?;
    if influent.is_none() && effluent.is_none() && reported.is_none() {
        return Ok(Given::Silent(parameter.code.clone()));
    }
    let effluent_unit = unit(&row.effluent.unit);
    // The unit of an end without a figure says nothing.
    let influent_unit = if influent.is_none() { effluent_unit.clone() } else { unit(&row.influent.unit) };
    let one_unit = influent_unit == effluent_unit || influent_unit.is_empty() || effluent_unit.is_empty();
    let mut made = Performance {
        parameter: parameter.code.clone(),
        influent,
        effluent,
        unit: if influent_unit.is_empty() { effluent_unit.clone() } else { influent_unit.clone() },
        removal: None,
        statistic: statistic(&row.statistic),
        scale: Some(scale),
        conditions: String::new(),
        evidence: Evidence::DocumentProvided,
        compared: false,
        document: None,
    };
    if !checks::fits(&made.parameter, &made.unit) {
        return Err(format!("{} cannot be measured in {:?}", row.name, made.unit));
    }
    let mut second = None;
    let converted =
        effluent.and_then(|end| if one_unit { Some(end) } else { convert(end, &effluent_unit, &influent_unit) });
    if !one_unit && converted.is_some_and(|end| end.value.is_some()) {
        notes.push(words.outlet_as_published(&format!("{} {}", row.effluent.value, row.effluent.unit)));
    }
    // Units may have nothing in common: then the ends stand in rows of their own.
    if influent.is_some() && effluent.is_some() && converted.is_none() {
        made.effluent = None;
        second = Some(Performance { influent: None, effluent, unit: effluent_unit, ..made.clone() });
    } else {
        made.effluent = converted;
    }
    if agrees(&made, reported) {
        made.evidence = Evidence::Checked;
    }
    if let Some(reported) = reported {
        keep_removal(&mut made, reported, row, words, &mut notes);
    }
    notes.extend(circumstances(row, words));
    made.conditions = notes.join("; ");
    if let Some(second) = &mut second {
        second.conditions.clone_from(&made.conditions);
    }
    Ok(Given::Rows(std::iter::once(made).chain(second).collect()))
}

/// Whether the figures bear each other out: both ends were published in one unit, and the removal that follows from them
/// is the one that was published beside them. That is what an import can check against its source by itself.
fn agrees(made: &Performance, reported: Option<Measured>) -> bool {
    let computed = made.removal_percent();
    let reported = reported.and_then(|reported| reported.value);
    computed.zip(reported).is_some_and(|(computed, reported)| (computed.percent - reported).abs() < SAME)
}

/// Takes the reported removal over where none can be computed; elsewhere it is only mentioned if it says something
/// else. More than 100 % is impossible and is only mentioned.
fn keep_removal(made: &mut Performance, reported: Measured, row: &Measurement, words: Words, notes: &mut Vec<String>) {
    let as_written = format!("{} {} %", row.removal.flag, row.removal.value).trim().to_owned();
    let possible = reported.value.is_some_and(|percent| percent <= Decimal::ONE_HUNDRED);
    match (made.removal_percent(), reported.value) {
        (Some(computed), Some(percent)) if (computed.percent - percent).abs() < SAME => {}
        (None, Some(_)) if possible => {
            made.removal = Some(reported);
            if row.removal.flag.contains('*') {
                notes.push(words.reported_removal(&as_written));
            }
        }
        _ => notes.push(words.reported_removal(&as_written)),
    }
}

/// Method, detection limits and limits to be kept, in words.
fn circumstances(row: &Measurement, words: Words) -> Vec<String> {
    let mut notes = Vec::new();
    if !row.method.is_empty() && !row.method.eq_ignore_ascii_case("none described") {
        notes.push(words.method(&row.method));
    }
    let figure = |(value, unit): &(String, String)| format!("{value} {unit}").trim().to_owned();
    if !row.influent_detection.0.is_empty() {
        notes.push(words.detection_inlet(&figure(&row.influent_detection)));
    }
    if !row.effluent_detection.0.is_empty() {
        notes.push(words.detection_outlet(&figure(&row.effluent_detection)));
    }
    for (name, value, unit) in &row.limits {
        let limit = figure(&(value.clone(), unit.clone()));
        notes.push(if name.is_empty() { words.limit(&limit) } else { words.named_limit(&limit, name) });
    }
    notes
}

/// A figure with its flag; nothing if there is neither.
fn end(figure: &Figure) -> Result<Option<Measured>, String> {
    let value = number(&figure.value)?;
    let mut measured = Measured { bound: None, value };
    match figure.flag.trim() {
        "" => {}
        "<" | "<=" | "<*" => measured.bound = Some(Bound::Below),
        ">" | ">=" => measured.bound = Some(Bound::Above),
        "~" => measured.bound = Some(Bound::About),
        "ND" => return Ok(Some(Measured { bound: Some(Bound::NotDetected), value })),
        // A removal with a minus for its flag is an increase.
        "-" => measured.value = value.map(|value| -value.abs()),
        unknown => return Err(format!("the flag {unknown:?} is not known")),
    }
    Ok(value.is_some().then_some(measured))
}

fn number(text: &str) -> Result<Option<Decimal>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.parse::<Decimal>().or_else(|_| Decimal::from_scientific(text));
    let number = number.map_err(|_| format!("{text:?} is not a number"))?;
    Ok(Some(number.round_sf(DIGITS).unwrap_or(number).normalize()))
}

fn statistic(number: &str) -> Statistic {
    match number {
        "1" => Statistic::Average,
        "2" => Statistic::Median,
        "4" => Statistic::Maximum,
        "5" => Statistic::Minimum,
        "7" => Statistic::Single,
        _ => Statistic::Other,
    }
}

/// The code of a unit as written; the writing itself if the list does not know it. "mg N/L" and "mg O2/L" are
/// milligrams per litre of what the parameter names.
fn unit(written: &str) -> String {
    let written = written.replace('\u{3bc}', "µ");
    let plain = written.replace(" O2", "").replace(" N/", "/");
    let known = |entry: &&Entry| {
        [entry.code.as_str(), entry.column("symbol")].contains(&plain.as_str()) || entry.search.contains(&plain)
    };
    let exact = taxonomy::units().all().iter().find(|entry| entry.column("symbol") == plain);
    exact.or_else(|| taxonomy::units().all().iter().find(known)).map_or(written, |entry| entry.code.clone())
}

/// A figure in another unit of the same dimension; nothing if there is no way from one to the other.
fn convert(measured: Measured, from: &str, to: &str) -> Option<Measured> {
    let Some(value) = measured.value else { return Some(measured) };
    Some(Measured { value: Some(taxonomy::convert(value, from, to)?), ..measured })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(flag: &str, value: &str, unit: &str) -> Figure {
        Figure { flag: flag.to_owned(), value: value.to_owned(), unit: unit.to_owned() }
    }

    fn selenium(influent: Figure, effluent: Figure, removal: Figure) -> Measurement {
        let id = taxonomy::parameters().get("selenium").unwrap().column("iwtt").split('|').next().unwrap().to_owned();
        Measurement { id, name: "Selenium".to_owned(), influent, effluent, removal, ..Measurement::default() }
    }

    fn rows(row: &Measurement) -> Vec<Performance> {
        match performance(row, Scale::Pilot, Words::english()).unwrap() {
            Given::Rows(rows) => rows,
            Given::Silent(_) => Vec::new(),
        }
    }

    #[test]
    fn flags_blanks_and_detection_limits_are_kept() {
        let none = Figure::default;
        let row = &rows(&selenium(figure("  ", "470", "µg/L"), figure("<=", "5", "ug/L"), none()))[0];
        assert_eq!(row.effluent, Some(Measured { bound: Some(Bound::Below), value: Some(Decimal::from(5)) }));
        assert_eq!((row.unit.as_str(), row.removal_percent().unwrap().bound), ("ug_L", Some(Bound::Above)));
        let row = &rows(&selenium(figure("", "223", "mg/L"), figure("ND", "", ""), none()))[0];
        assert_eq!(row.effluent, Some(Measured { bound: Some(Bound::NotDetected), value: None }));
        assert_eq!(
            performance(&selenium(none(), none(), none()), Scale::Pilot, Words::english()),
            Ok(Given::Silent("selenium".to_owned()))
        );
        assert!(performance(&selenium(figure("?", "1", ""), none(), none()), Scale::Pilot, Words::english()).is_err());
        assert!(performance(&selenium(figure("", "1,5", ""), none(), none()), Scale::Pilot, Words::english()).is_err());
    }

    #[test]
    fn units_are_told_apart_and_converted() {
        for (written, code) in [
            ("mg O2/L", "mg_L"),
            ("mg O2 dm-3", "mg_L"),
            ("mg dm-3", "mg_L"),
            ("mg N/L", "mg_L"),
            ("\u{3bc}g/L", "ug_L"),
            ("umhos/cm", "uS_cm"),
            ("mg/L as CaCO3", "mg_L_CaCO3"),
            ("lb/day", "lb_d"),
            ("g/d", "g_d"),
            ("Pt", "Pt_Co"),
            ("s.u.", "pH"),
            ("A455", "A455"),
        ] {
            assert_eq!(unit(written), code, "{written}");
        }
        let row = &rows(&selenium(figure("", "0.4", "mg/L"), figure("", "18", "µg/L"), Figure::default()))[0];
        assert_eq!((row.effluent.unwrap().value, row.unit.as_str()), ("0.018".parse().ok(), "mg_L"));
        assert!(row.conditions.contains("18 µg/L"));
        let two = rows(&selenium(figure("", "0.4", "mg/L"), figure("", "18", "NTU"), Figure::default()));
        assert_eq!((two.len(), two[1].unit.as_str(), two[1].influent), (2, "NTU", None));
    }

    #[test]
    fn a_potential_that_changes_its_sign_is_no_removal() {
        let selenium = selenium(figure("", "128.7", "mV"), figure("", "-24.9", "mV"), Figure::default());
        let potential = Measurement { id: "1430".to_owned(), name: "Redox potential".to_owned(), ..selenium };
        let [row] = &rows(&potential)[..] else { panic!("one row") };
        assert_eq!(row.effluent.unwrap().value, "-24.9".parse().ok());
        assert!(row.removal_percent().is_none());
    }

    #[test]
    fn a_reported_removal_counts_only_where_none_can_be_computed() {
        let none = Figure::default;
        let row = &rows(&selenium(none(), none(), figure(">", "95", "")))[0];
        assert_eq!(row.removal, Some(Measured { bound: Some(Bound::Above), value: Some(Decimal::from(95)) }));
        let row = &rows(&selenium(figure("", "50", "mg/L"), figure("", "130", "mg/L"), figure("-", "116", "")))[0];
        assert_eq!(row.removal, None);
        let row = &rows(&selenium(none(), none(), figure("", "116", "")))[0];
        assert!(row.removal.is_none() && row.conditions.contains("116"));
        let row = &rows(&selenium(none(), none(), figure("-", "116", "")))[0];
        assert_eq!(row.removal.unwrap().value, Some(Decimal::from(-116)));
        let both_below = selenium(figure("<", "5", "mg/L"), figure("<", "5", "mg/L"), none());
        assert_eq!(rows(&both_below)[0].removal_percent(), None);
    }
}
