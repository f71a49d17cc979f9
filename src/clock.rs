//! Ground: the app's time. Nothing else asks the system clock, so tests can move it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Duration, DurationRound, NaiveDate, TimeDelta, Utc};

/// The app's clock: the system's, one that goes with it but can be moved ahead, or one that stands still until it is moved.
#[derive(Clone, Debug)]
pub struct Clock(Kind);

#[derive(Clone, Debug)]
enum Kind {
    System,
    /// Microseconds ahead of the system.
    Ahead(Arc<AtomicI64>),
    /// Microseconds since 1970.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The system's time.
    pub fn system() -> Self {
        Self(Kind::System)
    }

    /// A clock that goes with the system's, ahead of it by `by` and by what [`Clock::advance`] adds.
    pub fn ahead(by: Duration) -> Self {
        Self(Kind::Ahead(Arc::new(AtomicI64::new(by.num_microseconds().unwrap_or(0)))))
    }

    /// A clock that shows `at` until [`Clock::advance`] moves it.
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Self(Kind::Fixed(Arc::new(AtomicI64::new(at.timestamp_micros()))))
    }

    /// Now, in whole microseconds, which is what both databases keep.
    #[allow(clippy::disallowed_methods, reason = "the one place that asks the system")]
    pub fn now(&self) -> DateTime<Utc> {
        match &self.0 {
            Kind::System => {
                let now = Utc::now();
                now.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(now)
            }
            Kind::Ahead(by) => Self::system().now() + Duration::microseconds(by.load(Ordering::SeqCst)),
            Kind::Fixed(at) => DateTime::from_timestamp_micros(at.load(Ordering::SeqCst)).unwrap_or_default(),
        }
    }

    /// Today in UTC.
    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    /// Moves a clock forward, and says how far it is ahead of the system now; the system's clock does not move.
    pub fn advance(&self, by: Duration) -> Duration {
        match &self.0 {
            Kind::System => Duration::zero(),
            Kind::Ahead(at) | Kind::Fixed(at) => {
                let by = by.num_microseconds().unwrap_or(0);
                Duration::microseconds(at.fetch_add(by, Ordering::SeqCst) + by)
            }
        }
    }
}
