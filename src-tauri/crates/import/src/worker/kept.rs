//! A child with its pipes: started for one document, and kept for the next of the same import.

use std::io::Write;
use std::process::{Child, ChildStdin, ChildStdout};
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::frame::{self, Broken, Response};
use super::outcome;

/// After so many documents a child is as good as its next.
const DOCUMENTS: u32 = 64;

/// And after so long: what processor time it may take is counted from its start.
pub(super) const AGE: Duration = Duration::from_secs(2);

/// A child that has not ended. Dropped, it ends, and with it its pipes and the threads that serve them.
///
/// A thread to each pipe: a child that fills one while we fill another would otherwise stand still with us.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) child: Child,
    /// Where requests go. Gone when it is to read no more.
    pub(super) to: Option<Sender<Vec<u8>>>,
    /// That a request has gone through to its end.
    pub(super) written: Receiver<()>,
    /// What it answers.
    pub(super) answers: Receiver<Result<Response, Broken>>,
    /// What it said on its way out.
    pub(super) complained: Receiver<Vec<u8>>,
    documents: u32,
    busy: Duration,
    began: Instant,
}

impl Running {
    /// A child that was just started, if it has its pipes. An answer may have so many bytes.
    pub(super) fn of(mut child: Child, most: u64) -> Option<Self> {
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(to), Some(from), Some(mut complaints)) = pipes else {
            end(&mut child);
            return None;
        };
        let (complaint, complained) = mpsc::channel();
        thread::spawn(move || complaint.send(outcome::last_words(&mut complaints)));
        let (to, written) = writing(to);
        let (answers, to) = (hearing(from, most), Some(to));
        let (documents, busy, began) = (0, Duration::ZERO, Instant::now());
        Some(Self { child, to, written, answers, complained, documents, busy, began })
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

/// Writes each request that is sent, and says so; what cannot be written shows in the answer. The pipe is closed when no
/// more can be sent.
fn writing(mut to: ChildStdin) -> (Sender<Vec<u8>>, Receiver<()>) {
    let (to_child, requests) = mpsc::channel::<Vec<u8>>();
    let (wrote, written) = mpsc::channel();
    thread::spawn(move || {
        for request in requests {
            let whole = to.write_all(&request).and_then(|()| to.flush()).is_ok();
            if !whole || wrote.send(()).is_err() {
                break;
            }
        }
    });
    (to_child, written)
}

/// Hears one answer after the other. With room for none: the child waits until its last answer was taken.
fn hearing(mut from: ChildStdout, most: u64) -> Receiver<Result<Response, Broken>> {
    let (answer, answered) = mpsc::sync_channel(0);
    thread::spawn(move || {
        loop {
            let heard = frame::read_response(&mut from, most);
            let is_broken = heard.is_err();
            if answer.send(heard).is_err() || is_broken {
                break;
            }
        }
    });
    answered
}

/// Where a child waits between the documents of one import.
#[derive(Debug, Clone, Default)]
pub(super) struct Seat(Arc<Mutex<Option<Running>>>);

impl Seat {
    /// The child that sits there, unless it has ended or says what nobody asked for.
    pub(super) fn take(&self) -> Option<Running> {
        let running = self.0.lock().unwrap_or_else(PoisonError::into_inner).take()?;
        matches!(running.answers.try_recv(), Err(TryRecvError::Empty)).then(|| running.begun())
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
