//! Records on their way from a file: read on a thread of their own, a few ahead of whoever takes them.

use std::ops::ControlFlow;
use std::sync::Arc;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::record::{Gatherer, Plan, Record};
use super::table::{Table, Unreadable};

/// Records that are read ahead.
const AHEAD: usize = 64;

/// The records of a table, one after the other.
#[derive(Debug)]
pub struct Records {
    receiver: mpsc::Receiver<Record>,
    reader: Option<JoinHandle<Result<(), Unreadable>>>,
}

impl Records {
    /// Begins to read.
    pub fn of(table: Table, plan: Arc<Plan>) -> Self {
        let (sender, receiver) = mpsc::channel(AHEAD);
        let reader = tokio::task::spawn_blocking(move || {
            let mut gatherer = Gatherer::new(&plan);
            table.rows(&mut |row| {
                let sent = gatherer.take(&row).is_none_or(|record| sender.blocking_send(record).is_ok());
                // Whoever takes them may have enough.
                if sent { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            })?;
            if let Some(record) = gatherer.finish() {
                let _ = sender.blocking_send(record);
            }
            Ok(())
        });
        Self { receiver, reader: Some(reader) }
    }

    /// The next record; nothing at the end.
    ///
    /// # Errors
    /// When the file cannot be read on.
    pub async fn next(&mut self) -> Result<Option<Record>, Unreadable> {
        if let Some(record) = self.receiver.recv().await {
            return Ok(Some(record));
        }
        match self.reader.take() {
            Some(reader) => reader.await.unwrap_or(Err(Unreadable::Broken)).map(|()| None),
            None => Ok(None),
        }
    }
}
