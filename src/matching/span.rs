//! What a figure with its flag leaves possible, and what a limit makes of that.

use rust_decimal::Decimal;

use super::Verdict;
use crate::taxonomy::{Bound, Comparator};

/// One end of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct End {
    at: Decimal,
    /// Whether the value itself is left out.
    open: bool,
}

/// The values that a figure can stand for. A missing end lies anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    from: Option<End>,
    to: Option<End>,
}

impl Span {
    /// What a figure can stand for; `None` for a figure without a value that is not even a bound. A figure that is only
    /// about right is taken for anything within a tenth of it.
    pub(super) fn of(bound: Option<Bound>, value: Option<Decimal>) -> Option<Self> {
        let end = |at, open| Some(End { at, open });
        Some(match (bound, value) {
            (None, Some(value)) => Self { from: end(value, false), to: end(value, false) },
            (Some(Bound::Below | Bound::NotDetected), Some(value)) => Self { from: None, to: end(value, true) },
            (Some(Bound::Above), Some(value)) => Self { from: end(value, true), to: None },
            (Some(Bound::About), Some(value)) => {
                let tenth = value.abs() / Decimal::TEN;
                Self { from: end(value - tenth, false), to: end(value + tenth, false) }
            }
            // Below a limit that nobody names.
            (Some(Bound::NotDetected), None) => Self { from: None, to: None },
            (_, None) => return None,
        })
    }

    /// Whether all of it lies at or below a limit.
    fn is_at_most(self, limit: Decimal) -> bool {
        self.to.is_some_and(|to| to.at <= limit)
    }

    fn is_at_least(self, limit: Decimal) -> bool {
        self.from.is_some_and(|from| from.at >= limit)
    }

    fn is_below(self, limit: Decimal) -> bool {
        self.to.is_some_and(|to| to.at < limit || (to.open && to.at == limit))
    }

    fn is_above(self, limit: Decimal) -> bool {
        self.from.is_some_and(|from| from.at > limit || (from.open && from.at == limit))
    }

    /// What it says of a limit: decided only where all that it can stand for lies on one side.
    pub(super) fn compared(self, comparator: Comparator, limit: Decimal) -> Verdict {
        let (meets, misses) = match comparator {
            Comparator::AtMost => (self.is_at_most(limit), self.is_above(limit)),
            Comparator::AtLeast => (self.is_at_least(limit), self.is_below(limit)),
            Comparator::Equal => {
                let is_it = self.is_at_most(limit) && self.is_at_least(limit);
                (is_it, self.is_below(limit) || self.is_above(limit))
            }
        };
        match (meets, misses) {
            (true, _) => Verdict::Match,
            (_, true) => Verdict::Gap,
            _ => Verdict::Unknown,
        }
    }
}
