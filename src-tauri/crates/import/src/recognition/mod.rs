//! Text recognition (OCR): the words in pictures of pages, read by an outside program where the machine has one.
//!
//! What a document holds is never handed to that program as it came. A worker draws the page, so that what goes out is
//! a plain picture of our own making, and a worker reads what comes back. Recognised words take the road of all others
//! into the text, and are known for what they are.

mod languages;
mod tesseract;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use serde::{Deserialize, Serialize};

use crate::refusal::{Reason, Refusal};
use crate::worker::Worker;
use crate::{Extracted, Input, MAX_BYTES};
pub(crate) use tesseract::{FLAG, run_as_asked};
pub use tesseract::{Recogniser, Tesseract};

/// The picture of a page in shades of grey, row after row from the top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Dots in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Dots in an inch of the page.
    pub dpi: u16,
    /// A byte for each dot; 0 is black.
    #[serde(skip)]
    pub shades: Vec<u8>,
}

impl Picture {
    /// The picture as a file of the plainest kind there is (netpbm's `P5`).
    fn to_pgm(&self) -> Vec<u8> {
        let mut file = format!("P5\n{} {}\n255\n", self.width, self.height).into_bytes();
        file.extend_from_slice(&self.shades);
        file
    }

    /// How many bytes its dots are.
    pub(crate) fn dots(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
}

/// What was recognised on a page, as the recogniser tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognised {
    /// The page's number, from 1.
    pub page: u32,
    /// Dots in an inch of the picture that was looked at.
    pub dpi: u16,
    /// Its lines and words with their places, as hOCR.
    pub hocr: String,
}

/// A document some of whose pages are pictures.
#[derive(Debug, Clone, Copy)]
pub struct Scan<'a> {
    /// The document.
    pub input: Input<'a>,
    /// What it opens with, if it opens with a password.
    pub password: Option<&'a str>,
    /// The pages to recognise, from 1.
    pub pages: &'a [u32],
    /// The language it is in, as a BCP 47 tag, as far as is known.
    pub language: Option<&'a str>,
}

impl Recogniser {
    /// Recognises pages of a document, several at once, and reads it anew with their words. `done` hears how many
    /// pages are done. A page that the recogniser breaks down over stays as it was; the rest goes on.
    ///
    /// # Errors
    /// Not one page could be recognised, or it was called off.
    pub fn recognise(
        &self,
        scan: &Scan<'_>,
        worker: &Worker,
        cancel: &AtomicBool,
        done: &(dyn Fn(usize) + Sync),
    ) -> Result<Extracted, Refusal> {
        let refused = |reason| Refusal::new(scan.input.name, reason);
        let unlocked = unlocked(scan, worker, cancel).map_err(refused)?;
        let scan = &match &unlocked {
            Some(bytes) => Scan { input: Input { bytes, ..scan.input }, password: None, ..*scan },
            None => *scan,
        };
        let pages = self.pages(scan, worker, cancel, done).map_err(refused)?;
        worker.read_recognised(&scan.input, scan.password, &pages, cancel)
    }

    fn pages(
        &self,
        scan: &Scan<'_>,
        worker: &Worker,
        cancel: &AtomicBool,
        done: &(dyn Fn(usize) + Sync),
    ) -> Result<Vec<Recognised>, Reason> {
        /// With more the machine is no longer the user's.
        const AT_ONCE: usize = 4;
        let (model, _) = self.model(scan.language);
        let (next, ended) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let read: Mutex<BTreeMap<u32, Result<Recognised, Reason>>> = Mutex::default();
        let work = || {
            while let Some(page) = scan.pages.get(next.fetch_add(1, Ordering::Relaxed)) {
                let picture = worker.draw(&scan.input, scan.password, *page, cancel);
                let recognised = picture.and_then(|picture| self.read(*page, &picture, model, cancel));
                // What does not open without a password opens for no other page.
                if matches!(recognised, Err(Reason::NeedsPassword)) {
                    next.store(scan.pages.len(), Ordering::Relaxed);
                }
                read.lock().unwrap_or_else(PoisonError::into_inner).insert(*page, recognised);
                if cancel.load(Ordering::Relaxed) {
                    break;
                }
                done(ended.fetch_add(1, Ordering::Relaxed) + 1);
            }
        };
        // One is left to the window.
        let spare = thread::available_parallelism().map_or(1, |count| count.get().saturating_sub(1));
        thread::scope(|scope| {
            for _ in 0..spare.clamp(1, AT_ONCE).min(scan.pages.len()) {
                scope.spawn(work);
            }
        });
        if cancel.load(Ordering::Relaxed) {
            return Err(Reason::Cancelled);
        }
        let read = read.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut why = Reason::NotRecognised;
        let mut pages = Vec::new();
        for recognised in read.into_values() {
            match recognised {
                Ok(page) => pages.push(page),
                Err(reason) => why = reason,
            }
        }
        if pages.is_empty() { Err(why) } else { Ok(pages) }
    }
}

/// The document without its lock, if that has to come off and is not to come off anew for each page.
fn unlocked(scan: &Scan<'_>, worker: &Worker, cancel: &AtomicBool) -> Result<Option<Vec<u8>>, Reason> {
    let Some(password) = scan.password else { return Ok(None) };
    let unlocked = worker.unlock(&scan.input, password, cancel)?;
    // What was folded in it may make it longer than a worker takes; then each page has it as it came.
    Ok(unlocked.filter(|bytes| bytes.len() as u64 <= MAX_BYTES))
}
