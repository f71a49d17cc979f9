//! How much waiting a transfer is granted: a fixed grace, and more for every byte that moved.

use std::time::Duration;

use tokio::time::Instant;

/// The patience with one transfer. Only time spent waiting for the peer counts, never time the application takes.
#[derive(Debug)]
pub(super) struct Pace {
    grace: Duration,
    rate: u32,
    moved: u64,
    spent: Duration,
    waiting: Option<Instant>,
}

impl Pace {
    /// Grants `grace`, and a second more for every `rate` bytes that move, though never more than `grace` at a stretch.
    pub(super) fn new(grace: Duration, rate: u32) -> Self {
        Self { grace, rate: rate.max(1), moved: 0, spent: Duration::ZERO, waiting: None }
    }

    /// Bytes moved; waiting, if there was any, is over.
    pub(super) fn moved(&mut self, bytes: usize) {
        self.moved += bytes as u64;
        if let Some(since) = self.waiting.take() {
            self.spent += since.elapsed();
        }
    }

    /// Whether the peer keeps us waiting at this moment.
    pub(super) fn waits(&self) -> bool {
        self.waiting.is_some()
    }

    /// The peer keeps us waiting: until when that is borne.
    pub(super) fn deadline(&mut self) -> Instant {
        let since = *self.waiting.get_or_insert_with(Instant::now);
        let earned = Duration::from_millis(self.moved.saturating_mul(1_000) / u64::from(self.rate));
        // However much has moved, no single wait is longer than the grace.
        since + (self.grace + earned).saturating_sub(self.spent).min(self.grace)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transfer_that_dribbles_runs_out_of_time_and_one_that_keeps_up_does_not() {
        let grace = Duration::from_secs(10);
        let mut dribbling = Pace::new(grace, 1_000);
        let mut steady = Pace::new(grace, 1_000);
        for second in 0..11 {
            let now = Instant::now();
            for (pace, bytes) in [(&mut dribbling, 1), (&mut steady, 1_000)] {
                pace.spent = Duration::from_secs(second);
                pace.waiting = None;
                pace.moved(bytes);
            }
            let left = dribbling.deadline().saturating_duration_since(now);
            assert_eq!(left.as_millis() > 500, second < 10, "after {second} s {left:?} are left");
            assert!(steady.deadline() > now + Duration::from_secs(9));
        }
    }

    #[test]
    fn no_single_wait_is_longer_than_the_grace() {
        let mut pace = Pace::new(Duration::from_secs(10), 1);
        pace.moved(1_000_000);
        assert!(pace.deadline() <= Instant::now() + Duration::from_secs(10));
    }
}
