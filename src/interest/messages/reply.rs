//! The form below an exchange: the draft of an answer with the files that wait for it.

use super::actions::Done;
use super::files::Came;
use super::forms::MessageForm;
use super::model::MOST_FILES;
use super::thread::Exchange;
use super::{Attachment, Draft};
use crate::checks::{Problem, Problems};
use crate::config;
use crate::listings::files::{Fate, Refusal};
use crate::web::Page;
use crate::web::form::{self, Errors};

/// The form of an answer.
#[derive(Default)]
pub struct Reply {
    /// What stands in it.
    pub body: String,
    /// When the draft was last kept.
    pub kept: Option<String>,
    /// Files that wait.
    pub files: Vec<Attachment>,
    /// The ways to be reached about which the writer is asked.
    pub asks: Option<String>,
    /// Key of the newest message that the page shows.
    pub upto: i64,
    /// Whether something of the other side is not read yet.
    pub unread: bool,
    /// Largest file and largest video, in megabytes.
    pub largest: (u32, u32),
    /// Most files of a message.
    pub most: usize,
}

impl Reply {
    /// The form with what was kept.
    pub fn of(page: &Page, exchange: &Exchange, draft: Draft, settings: &config::Files) -> Self {
        Self {
            body: draft.body,
            kept: draft.kept_at.map(|at| page.moment(&at)),
            files: exchange.files.iter().filter(|file| file.message_id.is_none() && !file.opening).cloned().collect(),
            asks: None,
            upto: exchange.newest(),
            unread: exchange.has_unread(page.actor().organisation_id()),
            largest: (settings.largest_mb, settings.largest_video_mb),
            most: MOST_FILES,
        }
    }

    /// Whether something is kept.
    pub fn is_kept(&self) -> bool {
        self.kept.is_some() && (!self.body.is_empty() || !self.files.is_empty())
    }

    /// The size of a file in words.
    pub fn size(&self, page: &Page, file: &Attachment) -> String {
        size(page, file.size)
    }
}

/// A number of bytes in words.
pub fn size(page: &Page, bytes: u64) -> String {
    match bytes {
        0..1_048_576 => t!(page, "listing-size-kb", n = page.integer(bytes.div_ceil(1024))),
        bytes => t!(page, "listing-size-mb", n = page.integer(bytes.div_ceil(1_048_576))),
    }
}

/// What is wrong with a message and its files, and the status of the answer that says so.
pub fn wrong(page: &Page, came: &Came<MessageForm>, done: &Done, settings: &config::Files) -> (Errors, u16) {
    let problems = match done {
        Done::Wrong(problems) => problems.clone(),
        _ => Problems::new(),
    };
    let mut errors = Errors::new(page, &problems, |field| page.label("interest-field", field));
    let status = add_files(page, &mut errors, &came.files.fates, came.too_large, settings);
    (errors, status)
}

/// Adds what is wrong with the files of a form, and says the status of the answer that says so.
pub fn add_files(page: &Page, errors: &mut Errors, fates: &[Fate], too_large: bool, settings: &config::Files) -> u16 {
    let mut status = 422;
    if too_large {
        let words = form::words(page, &Problem::Counted("problem-form-large", settings.quota_mb));
        errors.add("file", words.clone(), words);
        return 413;
    }
    for (fate, refusal) in fates.iter().filter_map(|fate| Some((fate, fate.refusal?))) {
        let problem = match refusal {
            Refusal::Count => Problem::Counted("interest-problem-files", MOST_FILES as u32),
            other => other.problem(settings),
        };
        let words = form::words(page, &problem);
        let named = t!(page, "problem-at", field = fate.name.clone(), problem = words);
        errors.add("file", named.clone(), named);
        // What is wrong with a file is said by 422 where nothing is worse.
        if refusal.status() != 422 {
            status = refusal.status();
        }
    }
    status
}
