//! Bars of totals, as SVG drawn on the server: one chart for each unit, since only what has one unit can be compared.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::Total;

/// Width of a chart, in its own units.
const WIDTH: u32 = 640;
/// Height of a bar with its words.
const STEP: u32 = 44;

/// A bar with its words above.
pub struct Bar {
    /// Name of the indicator.
    pub name: String,
    /// The amount with its unit.
    pub amount: String,
    /// Where the words stand.
    pub words_y: u32,
    /// Where the bar begins.
    pub y: u32,
    /// How long it is; 640 for the longest.
    pub length: u32,
    /// Whether more became worse than better.
    pub worse: bool,
}

/// The bars of one unit.
pub struct Chart {
    /// Symbol of the unit.
    pub unit: String,
    /// Height.
    pub height: u32,
    /// The bars, in the order of the totals.
    pub bars: Vec<Bar>,
}

/// Charts of totals; `words` gives the name, the amount and the symbol of the unit of one.
pub fn charts(totals: &[Total], words: impl Fn(&Total) -> (String, String, String)) -> Vec<Chart> {
    let mut units: Vec<&str> = Vec::new();
    for total in totals {
        if !units.contains(&total.unit) {
            units.push(total.unit);
        }
    }
    let chart = |unit: &str| {
        let of_unit: Vec<&Total> = totals.iter().filter(|total| total.unit == unit).collect();
        let most = of_unit.iter().map(|total| total.saving.abs()).max().unwrap_or_default();
        let mut symbol = String::new();
        let mut bars = Vec::new();
        for (total, place) in of_unit.into_iter().zip(0_u32..) {
            let (name, amount, unit) = words(total);
            symbol = unit;
            let y = place * STEP;
            let (length, worse) = (length(total.saving.abs(), most), total.saving < Decimal::ZERO);
            bars.push(Bar { name, amount, words_y: y + 14, y: y + 20, length, worse });
        }
        Chart { unit: symbol, height: u32::try_from(bars.len()).unwrap_or(0) * STEP, bars }
    };
    units.into_iter().map(chart).collect()
}

/// Length of a bar, without regard to the sign: what is not nothing can be seen.
fn length(amount: Decimal, most: Decimal) -> u32 {
    let length = amount.checked_div(most).and_then(|share| share.checked_mul(Decimal::from(WIDTH)));
    let length = length.and_then(|length| length.round().to_u32()).unwrap_or(0);
    if amount > Decimal::ZERO { length.max(2) } else { length }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_of_one_unit_are_compared_and_small_ones_can_be_seen() {
        let total = |indicator: &str, unit: &'static str, saving: i64| Total {
            indicator: indicator.to_owned(),
            unit,
            saving: saving.into(),
            agreements: 1,
        };
        let totals = [
            total("energy_use", "kWh", 1_000_000),
            total("water_use", "m3", 500),
            total("electricity", "kWh", 250_000),
            total("fuel", "kWh", 1),
            total("cod", "kg", 0),
            total("bod", "t", -50),
        ];
        let charts = charts(&totals, |total| (total.indicator.clone(), String::new(), total.unit.to_owned()));
        let lengths = |chart: &Chart| chart.bars.iter().map(|bar| bar.length).collect::<Vec<_>>();
        assert_eq!(charts.iter().map(|chart| chart.unit.as_str()).collect::<Vec<_>>(), ["kWh", "m3", "kg", "t"]);
        assert_eq!(lengths(&charts[0]), [640, 160, 2]);
        assert_eq!((lengths(&charts[1]), lengths(&charts[2])), (vec![640], vec![0]));
        let worse = &charts[3].bars[0];
        assert_eq!((worse.length, worse.worse, charts[0].bars[0].worse), (640, true, false));
        assert_eq!(charts[0].height, 3 * STEP);
    }
}
