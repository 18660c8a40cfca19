//! A child with its pipes: started for one document, and kept for the next of the same import.

use std::process::{Child, ChildStdin, ChildStdout};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::outcome;

/// After so many documents a child is as good as its next.
const DOCUMENTS: u32 = 64;

/// And after so long: what processor time it may take is counted from its start.
const AGE: Duration = Duration::from_secs(2);

/// A child that has not ended. Dropped, it ends.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) child: Child,
    /// Closed when it is to read no more.
    pub(super) to: Option<ChildStdin>,
    pub(super) from: ChildStdout,
    /// What it said on its way out.
    pub(super) complained: Receiver<Vec<u8>>,
    documents: u32,
    busy: Duration,
    began: Instant,
}

impl Running {
    /// A child that was just started, if it has its pipes.
    pub(super) fn of(mut child: Child) -> Option<Self> {
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(to), Some(from), Some(mut complaints)) = pipes else {
            end(&mut child);
            return None;
        };
        let (complaint, complained) = mpsc::channel();
        // It ends with its pipe, and that with the child.
        thread::spawn(move || complaint.send(outcome::last_words(&mut complaints)));
        let to = Some(to);
        let (documents, busy, began) = (0, Duration::ZERO, Instant::now());
        Some(Self { child, to, from, complained, documents, busy, began })
    }

    /// Begins a document.
    fn begun(mut self) -> Self {
        self.began = Instant::now();
        self
    }

    /// The child after a document that it read well, if it is to read another.
    fn rested(mut self) -> Option<Self> {
        self.documents += 1;
        self.busy += self.began.elapsed();
        (self.documents < DOCUMENTS && self.busy < AGE).then_some(self)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

/// Where a child waits between the documents of one import.
#[derive(Debug, Clone, Default)]
pub(super) struct Seat(Arc<Mutex<Option<Running>>>);

impl Seat {
    pub(super) fn take(&self) -> Option<Running> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take().map(Running::begun)
    }

    /// Keeps a child that read a document well. One that sat there in the meantime ends.
    pub(super) fn keep(&self, running: Running) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = running.rested();
    }
}

/// Ends the child if it has not ended, and leaves no trace of it in the table of processes.
pub(crate) fn end(child: &mut Child) {
    // It may have ended by itself, which is as good.
    child.kill().ok();
    child.wait().ok();
}
