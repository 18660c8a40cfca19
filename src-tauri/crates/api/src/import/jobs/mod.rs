//! Imports under way or just ended: how far they are, and what became of each file.

mod running;

use super::document::Failed;
use super::origin::Origin;
use crate::commands::Nothing;
use crate::error::WireError;
use crate::session::Session;
use running::Running;
use serde::{Deserialize, Serialize};
use standpoint_core::ids::SourceId;
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
    /// How many there are to do; none while that is found out.
    pub total: u32,
}

impl Imported {
    /// A document that was in the dossier before.
    pub(super) fn known(source: Source) -> Self {
        Self { source, known: true, attachments: 0, alike: None, pictured: 0 }
    }

    /// Whether there is more to say of it than that it is in.
    fn is_remarkable(&self) -> bool {
        self.attachments > 0 || self.alike.is_some()
    }
}

/// An import of several files.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct Job {
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// How many files there are, as far as folders and archives have been opened, and scans to recognise.
    pub total: u32,
    /// How many of these are scans to recognise, which are in already.
    pub scans: u32,
    /// How many are done, one way or the other.
    pub done: u32,
    /// The file it is at.
    pub current: Option<String>,
    /// How many came in, or were in already.
    pub imported: u32,
    /// How many of these were in already.
    pub known: u32,
    /// Of these the last few, and those of which there is more to say than that: while it runs the last of them.
    pub told: Vec<Imported>,
    /// While the words of its pages are recognised: how far that is.
    pub pages: Option<PagesDone>,
    /// Sources whose words were recognised: while it runs the last few, then all.
    pub recognised: Vec<Source>,
    /// How many files did not come in.
    pub missed: u32,
    /// Which, and why: while it runs the last of them, then all.
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
    /// Whether a password would open it, whatever stood in the way when one was tried.
    pub locked: bool,
    /// The source it is, if it is in and only its words were to be recognised.
    pub scan: Option<SourceId>,
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

impl Jobs {
    fn with<T>(&self, work: impl FnOnce(&mut Vec<Running>) -> T) -> T {
        work(&mut self.list.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts a new import on the list.
    pub(super) fn begin(&self, id: Uuid, total: u32, scans: u32) -> (Job, Arc<AtomicBool>) {
        let running = Running::begun(id, total, scans);
        let begun = (running.job.clone(), Arc::clone(&running.cancel));
        self.with(|list| list.insert(0, running));
        begun
    }

    fn with_one(&self, id: Uuid, work: impl FnOnce(&mut Running)) {
        self.with(|list| list.iter_mut().find(|running| running.job.id == id).map(work));
    }

    pub(super) fn update(&self, id: Uuid, change: impl FnOnce(&mut Job)) {
        self.with_one(id, |running| change(&mut running.job));
    }

    /// Adds what came in.
    pub(super) fn came_in(&self, id: Uuid, imported: Imported) {
        self.with_one(id, |running| running.came_in(imported));
    }

    /// Says that the words of a source were recognised, which may have come in with this import or an earlier one.
    pub(super) fn recognised(&self, id: Uuid, source: &Source) {
        self.with(|list| {
            let imported = list.iter_mut().flat_map(|running| &mut running.imported);
            for imported in imported.filter(|imported| imported.source.id == source.id) {
                (imported.source, imported.pictured) = (source.clone(), 0);
            }
        });
        self.with_one(id, |running| running.recognised.push(source.clone()));
    }

    /// Adds a file that did not come in.
    pub(super) fn refuse(&self, id: Uuid, file: String, failed: Failed, origin: &Origin) {
        self.with_one(id, |running| running.refuse(file, failed, origin));
    }

    /// A refused file, and where it came from.
    pub(super) fn refused(&self, id: Uuid, number: u32) -> Option<(RefusedFile, Origin)> {
        self.with(|list| {
            let running = list.iter().find(|running| running.job.id == id)?;
            running.refused.iter().find(|(refused, _)| refused.number == number).cloned()
        })
    }

    /// Says why a refused file did not come in this time either.
    pub(super) fn refused_anew(&self, id: Uuid, number: u32, failed: &Failed) {
        self.with_one(id, |running| running.refused_anew(number, failed));
    }

    /// Takes a file off the list of those that did not come in.
    pub(super) fn settled(&self, id: Uuid, number: u32) {
        self.with_one(id, |running| {
            running.refused.retain(|(refused, _)| refused.number != number);
            running.job.missed = running.refused.len() as u32;
        });
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
