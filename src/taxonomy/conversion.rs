//! Conversion between units of one dimension, in exact decimals.

use rust_decimal::Decimal;

use super::{Entry, units};

/// Figures are kept to this many digits; more is noise of the conversion.
const DIGITS: u32 = 12;

fn factor(unit: &Entry) -> Option<Decimal> {
    unit.column("factor").parse().ok().filter(|factor| *factor > Decimal::ZERO)
}

/// The dimension of a unit; `None` for a unit that the list does not have.
pub fn dimension(unit: &str) -> Option<&'static str> {
    units().get(unit).map(|entry| entry.column("dimension"))
}

/// Whether an indicator is given in a unit: one of its dimension, or of another in which it is given as well, as greenhouse
/// gases are in kilograms and in kilograms of CO₂ equivalent.
pub fn measures(indicator: &Entry, unit: &Entry) -> bool {
    let dimension = unit.column("dimension");
    dimension == indicator.column("dimension") || dimension == indicator.column("also")
}

/// The dimension by which units convert: an amount of CO₂ equivalent is a mass of CO₂.
fn kind(unit: &Entry) -> &str {
    match unit.column("dimension") {
        "co2e" => "mass",
        dimension => dimension,
    }
}

/// A figure in another unit of the same dimension, to 12 significant digits; `None` if a unit is unknown, the dimensions
/// differ, or the figure is too large. The factors are those of the list of units: SI for energy, volume and mass; the
/// tonne of oil equivalent is 11.63 MWh (IEA), the tonne of coal equivalent 29.3076 GJ (GB/T 2589); parts per million are
/// taken in dilute water, where a litre weighs a kilogram.
pub fn convert(value: Decimal, from: &str, to: &str) -> Option<Decimal> {
    if from == to {
        return Some(value);
    }
    let (from, to) = (units().get(from)?, units().get(to)?);
    if kind(from) != kind(to) {
        return None;
    }
    let value = value.checked_mul(factor(from)?)?.checked_div(factor(to)?)?;
    Some(value.round_sf(DIGITS).unwrap_or(value).normalize())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn converted(value: &str, from: &str, to: &str) -> Option<String> {
        convert(value.parse().unwrap(), from, to).map(|value| value.to_string())
    }

    #[test]
    fn known_conversions_come_out_as_in_the_tables() {
        for (value, from, to, result) in [
            ("3.6", "MJ", "kWh", "1"),
            ("1", "toe", "MWh", "11.63"),
            ("1", "toe", "GJ", "41.868"),
            ("2500", "L", "m3", "2.5"),
            ("1", "ML", "m3", "1000"),
            ("1", "t", "kg", "1000"),
            ("250", "ug_L", "mg_L", "0.25"),
            ("1", "ppm", "mg_L", "1"),
            ("48", "m3_h", "m3_d", "1152"),
            ("10", "lb_d", "kg_d", "4.5359237"),
            ("1.5", "t_CO2e", "kg_CO2e", "1500"),
            ("1.5", "t_CO2e", "kg", "1500"),
            ("40", "t_water", "m3", "40"),
        ] {
            assert_eq!(converted(value, from, to).as_deref(), Some(result), "{value} {from} in {to}");
        }
        let tce: Decimal = converted("1", "tce", "GJ").unwrap().parse().unwrap();
        assert_eq!(tce.round_dp(1), "29.3".parse().unwrap());
    }

    #[test]
    fn units_of_different_dimensions_and_unknown_ones_are_never_converted() {
        assert_eq!(converted("1", "kWh", "m3"), None);
        assert_eq!(converted("1", "mg_L", "mg_m3"), None);
        assert_eq!(converted("1", "furlongs", "m3"), None);
        assert_eq!(convert(Decimal::MAX, "GWh", "MJ"), None, "a figure too large is none");
    }

    fn pairs() -> impl Strategy<Value = (&'static str, &'static str)> {
        let all = units().all();
        let pairs: Vec<_> = all
            .iter()
            .flat_map(|from| all.iter().map(move |to| (from, to)))
            .filter(|(from, to)| from.column("dimension") == to.column("dimension"))
            .map(|(from, to)| (from.code.as_str(), to.code.as_str()))
            .collect();
        proptest::sample::select(pairs)
    }

    proptest! {
        #[test]
        fn a_figure_that_goes_there_and_back_stays_the_same((from, to) in pairs(), units in 1_i64..1_000_000_000) {
            let value = Decimal::new(units, 3);
            let there = convert(value, from, to).unwrap();
            let back = convert(there, to, from).unwrap();
            prop_assert!((back - value).abs() <= value * Decimal::new(1, 9), "{} {} {}", value, there, back);
        }

        #[test]
        fn a_conversion_keeps_order_and_sign((from, to) in pairs(), a in -1_000_000_i64..1_000_000, more in 1_i64..1_000) {
            let (low, high) = (Decimal::from(a), Decimal::from(a + more));
            prop_assert!(convert(low, from, to) < convert(high, from, to));
            prop_assert_eq!(convert(-low, from, to), convert(low, from, to).map(|value| -value));
        }
    }
}
