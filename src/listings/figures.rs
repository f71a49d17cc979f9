//! Figures that are computed from claims and never typed: change, removal, payback.

use rust_decimal::Decimal;

use super::content::{Benefit, Content, Cost, Measured, Performance};
use crate::taxonomy::{self, Basis, Bound, Evidence};

/// Whether more is better for an indicator, as with product yield.
pub fn higher_is_better(indicator: &str) -> bool {
    taxonomy::indicators().get(indicator).is_some_and(|entry| entry.column("better") == "higher")
}

impl Benefit {
    /// Change in percent of the baseline, negative for less: `(achieved − baseline) / baseline × 100`. `None` when the
    /// baseline is zero.
    pub fn change_percent(&self) -> Option<Decimal> {
        let change = self.achieved.checked_sub(self.baseline)?.checked_div(self.baseline)?;
        change.checked_mul(Decimal::ONE_HUNDRED)
    }

    /// What is saved, or gained where more is better, in the claim's own unit and over its basis.
    pub fn saving(&self) -> Option<Decimal> {
        let less = self.baseline.checked_sub(self.achieved)?;
        Some(if self.higher_is_better() { -less } else { less }.normalize())
    }

    /// Whether more is better for its indicator, as with product yield.
    pub fn higher_is_better(&self) -> bool {
        higher_is_better(&self.indicator)
    }

    /// What it comes to for one unit of output, where the output over the same basis is known: input or emission over
    /// output (UNIDO and UNEP, RECP enterprise-level indicators, 2010). What is counted per unit is an intensity already.
    pub fn intensity(&self) -> Option<Intensity> {
        let output = self.output.filter(|_| matches!(self.basis, Basis::PerYear | Basis::AtSite))?;
        Some(Intensity {
            before: self.baseline.checked_div(output.baseline)?,
            after: self.achieved.checked_div(output.achieved)?,
        })
    }

    /// The improvement in percent, positive when it is one.
    pub fn improvement(&self) -> Option<Decimal> {
        let change = self.change_percent()?;
        Some(if self.higher_is_better() { change } else { -change })
    }

    /// Whether it is worse than before.
    pub fn is_worse(&self) -> bool {
        self.improvement().is_some_and(|improvement| improvement < Decimal::ZERO)
    }
}

/// How much goes into, or comes out of, one unit of what is produced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Intensity {
    /// Before, in the claim's unit for each unit of the product.
    pub before: Decimal,
    /// After.
    pub after: Decimal,
}

impl Intensity {
    /// Change in percent, negative for less; `None` when there was none before.
    pub fn change_percent(&self) -> Option<Decimal> {
        let change = self.after.checked_sub(self.before)?.checked_div(self.before)?;
        change.checked_mul(Decimal::ONE_HUNDRED)
    }
}

impl Removal {
    /// The percentage to show: one decimal, cut off and not rounded, so that 99.97 does not become 100.
    pub fn shown(&self) -> Decimal {
        self.percent.trunc_with_scale(1)
    }
}

/// A removal in percent, with the bound that follows from the bounds of both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The bound.
    pub bound: Option<Bound>,
    /// Percent of the influent.
    pub percent: Decimal,
}

impl Performance {
    /// Removal in percent: `(influent − effluent) / influent × 100` where both ends are known, else as reported. When
    /// the effluent lies below a limit the removal lies above its figure; when both ends are only bounds it means
    /// nothing. Neither does it for acidity, temperature and potential, of which nothing is removed.
    pub fn removal_percent(&self) -> Option<Removal> {
        let computed = || {
            let (influent, effluent) = (self.influent?, self.effluent?);
            let (before, after) = (influent.value?, effluent.value?);
            let bound = match (influent.bound, effluent.bound) {
                (None, None) => None,
                (None, Some(Bound::Below)) | (Some(Bound::Above), None | Some(Bound::Below)) => Some(Bound::Above),
                (None, Some(Bound::Above)) => Some(Bound::Below),
                (None | Some(Bound::About), Some(Bound::About)) | (Some(Bound::About), None) => Some(Bound::About),
                _ => return None,
            };
            let percent = before.checked_sub(after)?.checked_div(before)?.checked_mul(Decimal::ONE_HUNDRED)?;
            Some(Removal { bound, percent })
        };
        let removable = !matches!(self.parameter.as_str(), "ph" | "temperature" | "redox_potential");
        removable.then(|| computed().or_else(|| self.reported_removal())).flatten()
    }

    /// Removal in percent as its source reports it.
    pub fn reported_removal(&self) -> Option<Removal> {
        let reported = self.removal?;
        Some(Removal { bound: reported.bound, percent: reported.value? })
    }
}

impl Measured {
    /// A plain value.
    pub fn exactly(value: Decimal) -> Self {
        Self { bound: None, value: Some(value) }
    }
}

impl Cost {
    /// Simple payback in months: capital cost over the saving of a year. Of a range of costs it is the later end, so that
    /// nobody is promised the better one.
    pub fn payback_months(&self) -> Option<u32> {
        self.payback_range().map(|(_, latest)| latest)
    }

    /// Simple payback in months, of the lowest and of the highest capital cost.
    pub fn payback_range(&self) -> Option<(u32, u32)> {
        let saving = self.annual_saving.filter(|saving| *saving > Decimal::ZERO)?;
        let months = |capital: Decimal| {
            let months = capital.checked_mul(Decimal::from(12))?.checked_div(saving)?.round();
            u32::try_from(months).ok()
        };
        let (lowest, highest) = (self.capital.from.or(self.capital.to)?, self.capital.to.or(self.capital.from)?);
        Some((months(lowest)?, months(highest)?))
    }
}

impl Content {
    /// The strongest claim: the benefit with the highest evidence and then the largest improvement.
    pub fn strongest_benefit(&self) -> Option<&Benefit> {
        let benefits = self.offer()?.benefits.iter();
        benefits.max_by(|a, b| a.evidence.cmp(&b.evidence).then_with(|| a.improvement().cmp(&b.improvement())))
    }

    /// The highest step of evidence among the claims, and whether no person has checked any of those that stand on it
    /// (see [`Benefit::compared`]).
    pub fn evidence(&self) -> Option<(Evidence, bool)> {
        let offer = self.offer()?;
        let benefits = offer.benefits.iter().map(|row| (row.evidence, row.compared));
        let performance = offer.performance.iter().map(|row| (row.evidence, row.compared));
        benefits.chain(performance).max_by_key(|(step, compared)| (*step, !compared))
    }

    /// The largest improvement in percent among benefits and removals.
    pub fn greatest_effect(&self) -> Option<Decimal> {
        let offer = self.offer()?;
        let benefits = offer.benefits.iter().filter_map(Benefit::improvement);
        let removals = offer.performance.iter().filter_map(|row| row.removal_percent().map(|removal| removal.percent));
        benefits.chain(removals).filter(|percent| *percent <= Decimal::from(1000)).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listings::content::Output;
    use crate::taxonomy::{Basis, Statistic};

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn row(influent: &str, effluent: (Option<Bound>, &str)) -> Performance {
        Performance {
            parameter: "cod".to_owned(),
            influent: Some(Measured::exactly(decimal(influent))),
            effluent: Some(Measured { bound: effluent.0, value: Some(decimal(effluent.1)) }),
            unit: "mg_L".to_owned(),
            removal: None,
            statistic: Statistic::Average,
            scale: None,
            conditions: String::new(),
            evidence: Evidence::default(),
            compared: false,
            document: None,
        }
    }

    #[test]
    fn a_change_is_computed_from_both_values_and_never_divides_by_zero() {
        let mut benefit = Benefit {
            indicator: "water_use".to_owned(),
            baseline: decimal("105"),
            achieved: decimal("40"),
            unit: "m3".to_owned(),
            basis: Basis::PerUnit,
            product: "tonne of fabric".to_owned(),
            baseline_year: None,
            period: String::new(),
            output: None,
            evidence: Evidence::Checked,
            compared: false,
            evidence_note: String::new(),
            document: None,
            audit: None,
            option_class: None,
            option_type: None,
        };
        assert_eq!(benefit.change_percent().map(|change| change.round()), Some(decimal("-62")));
        assert!(benefit.improvement() > Some(Decimal::ZERO));
        benefit.baseline = Decimal::ZERO;
        assert_eq!(benefit.change_percent(), None);
    }

    #[test]
    fn an_effluent_below_a_limit_gives_a_removal_above_its_figure() {
        let removal = row("900", (Some(Bound::Below), "25")).removal_percent().unwrap();
        assert_eq!((removal.bound, removal.percent.round_dp(1)), (Some(Bound::Above), decimal("97.2")));
    }

    #[test]
    fn two_bounds_give_no_removal() {
        let mut row = row("5", (Some(Bound::Below), "5"));
        row.influent = Some(Measured { bound: Some(Bound::Below), value: Some(decimal("5")) });
        assert_eq!(row.removal_percent(), None);
    }

    #[test]
    fn payback_is_capital_over_annual_saving_in_months() {
        let mut cost = Cost { annual_saving: Some(decimal("880000")), ..Cost::default() };
        cost.capital.from = Some(decimal("1026667"));
        assert_eq!((cost.payback_months(), cost.payback_range()), (Some(14), Some((14, 14))));
        cost.capital.to = Some(decimal("1320000"));
        assert_eq!((cost.payback_months(), cost.payback_range()), (Some(18), Some((14, 18))), "the later end counts");
        cost.annual_saving = Some(Decimal::ZERO);
        assert_eq!(cost.payback_months(), None);
    }
    #[test]
    fn an_intensity_is_what_goes_into_one_unit_of_output_and_needs_an_output_above_nothing() {
        let mut benefit = Benefit {
            indicator: "water_use".to_owned(),
            baseline: decimal("100000"),
            achieved: decimal("72000"),
            unit: "m3".to_owned(),
            basis: Basis::PerYear,
            product: "tonne of fabric".to_owned(),
            baseline_year: None,
            period: String::new(),
            output: Some(Output { baseline: decimal("5000"), achieved: decimal("6000") }),
            evidence: Evidence::Checked,
            compared: false,
            evidence_note: String::new(),
            document: None,
            audit: None,
            option_class: None,
            option_type: None,
        };
        let intensity = benefit.intensity().unwrap();
        assert_eq!((intensity.before, intensity.after), (decimal("20"), decimal("12")));
        assert_eq!(intensity.change_percent(), Some(decimal("-40")), "more than the total alone shows");
        benefit.basis = Basis::PerUnit;
        assert_eq!(benefit.intensity(), None, "it is one already");
        benefit.basis = Basis::AtSite;
        benefit.output = Some(Output { baseline: Decimal::ZERO, achieved: decimal("6000") });
        assert_eq!(benefit.intensity(), None);
    }

    proptest::proptest! {
        #[test]
        fn an_intensity_stays_what_it_is_when_input_and_output_grow_alike(
            (input, output, less, factor) in (1_i64..1_000_000, 1_i64..1_000_000, 0_i64..1_000_000, 1_i64..1_000)
        ) {
            let at = |factor: i64| {
                let made = Output { baseline: Decimal::from(output * factor), achieved: Decimal::from(output * factor) };
                let benefit = Benefit {
                    indicator: "water_use".to_owned(),
                    baseline: Decimal::from(input * factor),
                    achieved: Decimal::from((input - less.min(input)) * factor),
                    unit: "m3".to_owned(),
                    basis: Basis::PerYear,
                    product: "tonne".to_owned(),
                    baseline_year: None,
                    period: String::new(),
                    output: Some(made),
                    evidence: Evidence::Checked,
                    compared: false,
                    evidence_note: String::new(),
                    document: None,
                    audit: None,
                    option_class: None,
                    option_type: None,
                };
                (benefit.intensity().unwrap(), benefit.change_percent().unwrap())
            };
            let ((one, change), (many, _)) = (at(1), at(factor));
            proptest::prop_assert!((one.before - many.before).abs() < Decimal::new(1, 15));
            // With the same output before and after the intensity changes as the total does.
            proptest::prop_assert!((one.change_percent().unwrap() - change).abs() < Decimal::new(1, 15));
        }
    }
}
