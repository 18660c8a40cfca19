//! Imports under way or just ended: how far they are, and what became of each file.

use super::origin::Origin;
use crate::commands::Nothing;
use crate::error::WireError;
use crate::session::Session;
use serde::{Deserialize, Serialize};
use standpoint_core::sources::Source;
use standpoint_core::sources::likeness::Alike;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// What became of one document.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct Imported {
    /// The source it became, or already was.
    pub source: Source,
    /// Whether the very same bytes were in the dossier before.
    pub known: bool,
    /// How many documents are attached to it, which can be imported by themselves.
    pub attachments: u32,
    /// A source that was there before and says nearly the same.
    pub alike: Option<Alike>,
    /// How many of its pages are pictures, whose words are missing.
    pub pictured: u32,
}

/// How far the recognition of a source's pages is.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct PagesDone {
    /// How many are done.
    pub done: u32,
    /// How many there are to do.
    pub total: u32,
}

impl Imported {
    /// Whether there is more to say of it than that it is in.
    fn is_remarkable(&self) -> bool {
        self.attachments > 0 || self.alike.is_some()
    }
}

/// How many of those that came in last are told of while an import runs.
const TOLD: usize = 4;

/// An import of several files.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct Job {
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// How many files there are, as far as folders and archives have been opened.
    pub total: u32,
    /// How many are done, one way or the other.
    pub done: u32,
    /// The file it is at.
    pub current: Option<String>,
    /// How many came in, or were in already.
    pub imported: u32,
    /// Of these the last few, and all of which there is more to say than that.
    pub told: Vec<Imported>,
    /// While the words of its pages are recognised: how far that is.
    pub pages: Option<PagesDone>,
    /// Sources whose words were recognised.
    pub recognised: Vec<Source>,
    /// Files that did not, and why.
    pub refused: Vec<RefusedFile>,
    /// Whether it is over.
    pub ended: bool,
    /// Whether it was called off.
    pub cancelled: bool,
}

/// A file that did not come in.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct RefusedFile {
    /// Its number in the job.
    pub number: u32,
    /// The file's own name, after the folders and archives it lies in.
    pub file: String,
    /// Why not.
    pub error: WireError,
    /// Whether it may be worth reading it as plain text.
    pub as_text: bool,
    /// Whether a password would open it.
    pub locked: bool,
}

/// Which import.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct JobId {
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
}

/// All imports of this run.
#[derive(Debug, Default)]
pub(crate) struct Jobs {
    list: Mutex<Vec<Running>>,
}

#[derive(Debug)]
struct Running {
    job: Job,
    imported: Vec<Imported>,
    cancel: Arc<AtomicBool>,
    /// Where each refused file is to be had again, by its number.
    origins: Vec<(u32, Origin)>,
}

impl Jobs {
    fn with<T>(&self, work: impl FnOnce(&mut Vec<Running>) -> T) -> T {
        work(&mut self.list.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts a new import on the list.
    pub(super) fn begin(&self, id: Uuid) -> (Job, Arc<AtomicBool>) {
        let job = Job {
            id,
            total: 0,
            done: 0,
            current: None,
            imported: 0,
            told: Vec::new(),
            pages: None,
            recognised: Vec::new(),
            refused: Vec::new(),
            ended: false,
            cancelled: false,
        };
        let cancel = Arc::new(AtomicBool::new(false));
        let (imported, origins) = (Vec::new(), Vec::new());
        let running = Running { job: job.clone(), imported, cancel: Arc::clone(&cancel), origins };
        self.with(|list| list.insert(0, running));
        (job, cancel)
    }

    fn with_one(&self, id: Uuid, work: impl FnOnce(&mut Running)) {
        self.with(|list| list.iter_mut().find(|running| running.job.id == id).map(work));
    }

    pub(super) fn update(&self, id: Uuid, change: impl FnOnce(&mut Job)) {
        self.with_one(id, |running| change(&mut running.job));
    }

    /// Adds what came in.
    pub(super) fn came_in(&self, id: Uuid, imported: Imported) {
        self.with_one(id, |running| {
            running.job.imported += 1;
            running.imported.push(imported);
        });
    }

    /// Says that the words of a source were recognised, which may have come in with this import or an earlier one.
    pub(super) fn recognised(&self, id: Uuid, source: &Source) {
        self.with(|list| {
            let imported = list.iter_mut().flat_map(|running| &mut running.imported);
            for imported in imported.filter(|imported| imported.source.id == source.id) {
                (imported.source, imported.pictured) = (source.clone(), 0);
            }
        });
        self.update(id, |job| job.recognised.push(source.clone()));
    }

    /// Remembers where a refused file came from.
    pub(super) fn remember(&self, id: Uuid, number: u32, origin: Origin) {
        self.with_one(id, |running| running.origins.push((number, origin)));
    }

    /// Where a refused file came from, and what it is called.
    pub(super) fn origin(&self, id: Uuid, number: u32) -> Option<(Origin, String)> {
        self.with(|list| {
            let running = list.iter().find(|running| running.job.id == id)?;
            let (_, origin) = running.origins.iter().find(|(known, _)| *known == number)?;
            let refused = running.job.refused.iter().find(|refused| refused.number == number)?;
            Some((origin.clone(), refused.file.clone()))
        })
    }
}

impl Running {
    /// How far it is. It is asked for after every file, so that it must not grow with what has come in.
    fn told(&self) -> Job {
        let last = self.imported.len().saturating_sub(TOLD);
        let told = self.imported.iter().enumerate();
        let told = told.filter(|(at, one)| *at >= last || one.is_remarkable());
        Job { told: told.map(|(_, one)| one.clone()).collect(), ..self.job.clone() }
    }
}

pub(crate) fn list(session: &Session, _: Nothing) -> Result<Vec<Job>, WireError> {
    Ok(session.jobs().with(|list| list.iter().map(Running::told).collect()))
}

pub(crate) fn imported(session: &Session, args: JobId) -> Result<Vec<Imported>, WireError> {
    let found = session.jobs().with(|list| {
        let running = list.iter().find(|running| running.job.id == args.id);
        running.map(|running| running.imported.clone())
    });
    Ok(found.unwrap_or_default())
}

pub(crate) fn cancel(session: &Session, args: JobId) -> Result<(), WireError> {
    session.jobs().with(|list| {
        for running in list.iter().filter(|running| running.job.id == args.id) {
            running.cancel.store(true, Ordering::Relaxed);
        }
    });
    Ok(())
}

pub(crate) fn dismiss(session: &Session, args: JobId) -> Result<(), WireError> {
    session.jobs().with(|list| list.retain(|running| running.job.id != args.id || !running.job.ended));
    session.announce_tags(&["jobs"]);
    Ok(())
}
