use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::faults::Fault;
use super::mapping::Mapping;
use super::table::Format;

crate::codes! {
    /// How far an import is.
    pub enum Stage {
        /// The table is there, and its columns wait to be mapped.
        Uploaded = "uploaded",
        /// Its rows are looked at; nothing is changed.
        Checking = "checking",
        /// What would happen is known.
        Checked = "checked",
        /// Its good rows are brought in.
        Running = "running",
        /// It is over.
        Done = "done",
        /// Somebody has stopped it; what was brought in stays.
        Cancelled = "cancelled",
        /// It could not go on.
        Failed = "failed",
    }
}

impl Stage {
    /// Whether a worker is at it.
    pub const fn works(self) -> bool {
        matches!(self, Self::Checking | Self::Running)
    }

    /// Whether nothing more happens.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Cancelled | Self::Failed)
    }

    /// Whether somebody can bring it from here to there.
    pub const fn leads_to(self, next: Self) -> bool {
        match next {
            Self::Uploaded => matches!(self, Self::Checked),
            Self::Checking => matches!(self, Self::Uploaded | Self::Checked),
            Self::Checked => matches!(self, Self::Checking),
            Self::Running => matches!(self, Self::Checked),
            Self::Done => matches!(self, Self::Running),
            Self::Cancelled => !self.is_over(),
            Self::Failed => self.works(),
        }
    }
}

crate::codes! {
    /// What is done with good rows.
    pub enum Mode {
        /// They become drafts.
        Drafts = "drafts",
        /// They are handed in for review.
        Submit = "submit",
        /// They become public at once; for operators only.
        Publish = "publish",
    }
}

impl Mode {
    /// Whether rows must be as whole as a submission.
    pub const fn is_whole(self) -> bool {
        !matches!(self, Self::Drafts)
    }
}

crate::codes! {
    /// What becomes of a record.
    pub enum Outcome { New = "new", Changed = "changed", Unchanged = "unchanged", Refused = "refused" }
}

/// How many records came out in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records that became listings.
    pub new: i64,
    /// Records whose listings were changed.
    pub changed: i64,
    /// Records whose listings say the same already.
    pub unchanged: i64,
    /// Records that were left out.
    pub refused: i64,
}

impl Counts {
    /// Counts one more.
    pub fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::New => self.new += 1,
            Outcome::Changed => self.changed += 1,
            Outcome::Unchanged => self.unchanged += 1,
            Outcome::Refused => self.refused += 1,
        }
    }
}

/// What is known of a table once it was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setup {
    /// How it is read.
    pub format: Format,
    /// The line of its headings.
    pub head: u64,
    /// Its headings.
    pub headings: Vec<String>,
    /// Its first rows.
    pub samples: Vec<Vec<String>>,
}

/// An import of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Key.
    pub id: i64,
    /// The organisation.
    pub organisation_id: i64,
    /// Who began it.
    pub account_id: i64,
    /// How far it is.
    pub stage: Stage,
    /// What is done with good rows.
    pub mode: Mode,
    /// Name of the file.
    pub name: String,
    /// Name in storage, while the file is kept.
    pub stored_as: Option<String>,
    /// How the file is read.
    pub setup: Setup,
    /// Which column fills which field.
    pub mapping: Mapping,
    /// By what the mapping is remembered.
    pub fingerprint: String,
    /// Id of the message that says why it failed.
    pub failure: String,
    /// Rows below the headings.
    pub rows: i64,
    /// Rows that were dealt with.
    pub rows_read: i64,
    /// Records that were dealt with.
    pub records_read: i64,
    /// How they came out.
    pub counts: Counts,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it went on last.
    pub updated_at: DateTime<Utc>,
}

/// What a run says of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Place among the records.
    pub number: i64,
    /// First line in the file.
    pub line: i64,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Title.
    pub title: String,
    /// Reference number of its listing; empty if there is none.
    pub reference: String,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_stays_over_and_only_work_can_fail() {
        for stage in Stage::ALL {
            for next in Stage::ALL {
                assert!(!(stage.is_over() && stage.leads_to(*next)), "{stage} {next}");
            }
            assert_eq!(stage.leads_to(Stage::Failed), stage.works());
        }
    }
}
