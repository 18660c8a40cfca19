//! How long a parent waits for its child, and what else ends the waiting.

use std::process::{Child, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::refusal::Reason;

/// How often a waiting parent looks whether it was called off.
const TICK: Duration = Duration::from_millis(15);

/// What a parent waits for, besides the child.
pub(crate) struct Wait<'a> {
    pub(crate) deadline: Instant,
    pub(crate) cancel: &'a AtomicBool,
}

impl Wait<'_> {
    pub(crate) fn for_answer<T>(&self, answered: &Receiver<T>) -> Result<T, Reason> {
        loop {
            let tick = self.tick()?;
            match answered.recv_timeout(tick) {
                Ok(answer) => return Ok(answer),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(Reason::Crashed),
            }
        }
    }

    /// The status of a child that closed its pipe and so is about to end.
    pub(crate) fn for_end(&self, child: &mut Child) -> Result<ExitStatus, Reason> {
        loop {
            let tick = self.tick()?;
            match child.try_wait() {
                Ok(Some(status)) => return Ok(status),
                Ok(None) => thread::sleep(tick.min(Duration::from_millis(2))),
                Err(_) => return Err(Reason::Crashed),
            }
        }
    }

    fn tick(&self) -> Result<Duration, Reason> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        if self.cancel.load(Ordering::Relaxed) {
            Err(Reason::Cancelled)
        } else if left.is_zero() {
            Err(Reason::TimedOut)
        } else {
            Ok(left.min(TICK))
        }
    }
}
