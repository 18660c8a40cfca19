//! Ctrl-C, and any other polite request to end: what is in hand is finished, and nothing new is begun.
//!
//! Even without this a dossier would be whole, because a change is on disk entirely or not at all; but the
//! dossier would be left open and an unfinished file beside an export.

use crate::ending::INTERRUPTED;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// How long what is in hand may take.
const GRACE: Duration = Duration::from_secs(3);

type Listener = Box<dyn Fn() + Send>;

/// Whether somebody asked the program to end.
#[derive(Clone, Default)]
pub(crate) struct Interrupt {
    asked: Arc<AtomicBool>,
    listeners: Arc<Mutex<Vec<Listener>>>,
}

impl Interrupt {
    /// Begins to listen. A second request, or one that nobody heeds in time, ends the program on the spot.
    pub(crate) fn listen() -> Self {
        let interrupt = Self::default();
        let heard = interrupt.clone();
        // Where signals cannot be heard the system ends the program, as it would any other.
        let _ = ctrlc::set_handler(move || heard.hear());
        interrupt
    }

    pub(crate) fn asked(&self) -> bool {
        self.asked.load(Ordering::SeqCst)
    }

    /// Calls `listener` when the program is asked to end.
    pub(crate) fn on_asked(&self, listener: impl Fn() + Send + 'static) {
        self.listeners.lock().unwrap_or_else(PoisonError::into_inner).push(Box::new(listener));
    }

    fn hear(&self) {
        if self.asked.swap(true, Ordering::SeqCst) {
            process::exit(INTERRUPTED.into());
        }
        for listener in self.listeners.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            listener();
        }
        thread::spawn(|| {
            thread::sleep(GRACE);
            process::exit(INTERRUPTED.into());
        });
    }
}
