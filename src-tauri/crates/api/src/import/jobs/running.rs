//! An import as it is kept while the program runs, and as much of it as is told.

use super::{Imported, Job, RefusedFile};
use crate::import::document::Failed;
use crate::import::origin::Origin;
use standpoint_core::sources::Source;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use uuid::Uuid;

/// How many of those that came in, or were recognised, last are told of while an import runs.
const TOLD: usize = 4;

/// And how many of those that did not come in, or of which there is more to say.
const REMARKED: usize = 40;

#[derive(Debug)]
pub(super) struct Running {
    /// How far it is. Its lists are empty: what is told of them is put together when somebody asks.
    pub(super) job: Job,
    pub(super) imported: Vec<Imported>,
    /// The places in that list of those of which there is more to say.
    remarked: Vec<usize>,
    pub(super) recognised: Vec<Source>,
    /// With where each file is to be had again.
    pub(super) refused: Vec<(RefusedFile, Origin)>,
    pub(super) cancel: Arc<AtomicBool>,
}

impl Running {
    pub(super) fn begun(id: Uuid, total: u32, scans: u32) -> Self {
        let job = Job {
            id,
            total,
            scans,
            done: 0,
            current: None,
            imported: 0,
            known: 0,
            told: Vec::new(),
            pages: None,
            recognised: Vec::new(),
            missed: 0,
            refused: Vec::new(),
            ended: false,
            cancelled: false,
        };
        let (imported, remarked, recognised, refused) = Default::default();
        Self { job, imported, remarked, recognised, refused, cancel: Arc::default() }
    }

    pub(super) fn came_in(&mut self, imported: Imported) {
        self.job.imported += 1;
        self.job.known += u32::from(imported.known);
        if imported.is_remarkable() {
            self.remarked.push(self.imported.len());
        }
        self.imported.push(imported);
    }

    pub(super) fn refuse(&mut self, file: String, failed: Failed, origin: &Origin) {
        let locked = failed.is_locked();
        let Failed { error, as_text, scan, .. } = failed;
        let number = self.job.done;
        self.job.done += 1;
        self.job.missed += 1;
        self.refused.push((RefusedFile { number, file, error, as_text, locked, scan }, origin.clone()));
    }

    pub(super) fn refused_anew(&mut self, number: u32, failed: &Failed) {
        for (refused, _) in self.refused.iter_mut().filter(|(refused, _)| refused.number == number) {
            // A full disk, a busy file or a reader that was not started says nothing of the password.
            if failed.is_known {
                (refused.as_text, refused.locked) = (false, false);
            }
            refused.error = failed.error.clone();
        }
    }

    /// How far it is. While it runs that is asked for after every file and every page, and does not grow with them.
    pub(super) fn told(&self) -> Job {
        let (few, many) = if self.job.ended { (usize::MAX, usize::MAX) } else { (TOLD, REMARKED) };
        let lately = self.imported.len().saturating_sub(TOLD)..self.imported.len();
        let places: BTreeSet<usize> = lately.chain(last(&self.remarked, many).iter().copied()).collect();
        Job {
            told: places.iter().filter_map(|place| self.imported.get(*place)).cloned().collect(),
            recognised: last(&self.recognised, few).to_vec(),
            refused: last(&self.refused, many).iter().map(|(refused, _)| refused.clone()).collect(),
            ..self.job.clone()
        }
    }
}

/// The last of a list, at most so many.
fn last<T>(list: &[T], most: usize) -> &[T] {
    list.get(list.len().saturating_sub(most)..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::WireError;
    use serde_json::json;
    use standpoint_import::{Reason, Refusal};

    fn source() -> Source {
        let hash = "0".repeat(64);
        let source = json!({
            "id": Uuid::nil(), "title": "The talks", "authors": [], "kind": "article", "state": "active",
            "media_type": "text/plain", "original": hash, "text": hash, "structure": hash, "characters": 9,
            "guessed": [], "warnings": [], "added_at": "2025-04-23T09:00:00Z",
        });
        serde_json::from_value(source).expect("it is a source")
    }

    /// How much is told of an import with so many files of each kind: arrivals, recognised and refused ones.
    fn told(count: usize, ended: bool) -> [usize; 3] {
        let mut running = Running::begun(Uuid::nil(), 0, 0);
        let source = source();
        for number in 0..count {
            // Every other one has something to say.
            let attachments = (number % 2) as u32;
            running.came_in(Imported { attachments, ..Imported::known(source.clone()) });
            running.recognised.push(source.clone());
            running.refuse("a.pdf".to_owned(), WireError::no_dossier().into(), &Origin::source(source.id));
        }
        running.job.ended = ended;
        let job = running.told();
        assert_eq!((job.imported as usize, job.missed as usize), (count, count));
        [job.told.len(), job.recognised.len(), job.refused.len()]
    }

    /// Whether a password is still asked for when one was tried and that stood in the way.
    #[track_caller]
    fn check(failed: impl Into<Failed>, expect: bool) {
        let mut running = Running::begun(Uuid::nil(), 1, 0);
        let origin = Origin::source(source().id);
        running.refuse("a.pdf".into(), Refusal::new("a.pdf", Reason::NeedsPassword).into(), &origin);
        let failed = failed.into();
        running.refused_anew(0, &failed);
        let refused = &running.told().refused[0];
        assert_eq!(refused.locked, expect, "{failed:?}");
        assert_eq!(refused.error.message, failed.error.message);
    }

    #[test]
    fn a_password_is_asked_for_until_the_document_was_read() {
        for reason in
            [Reason::NotStarted, Reason::TimedOut, Reason::OutOfMemory, Reason::Crashed, Reason::Cancelled]
        {
            check(Refusal::new("a.pdf", reason), true);
        }
        check(WireError::no_dossier(), true);
        for reason in [Reason::Damaged, Reason::NoText, Reason::TooMuch] {
            check(Refusal::new("a.pdf", reason), false);
        }
    }

    #[test]
    fn what_is_told_of_a_running_import_does_not_grow() {
        assert_eq!(told(3, false), [3, 3, 3]);
        let most = [REMARKED + TOLD / 2, TOLD, REMARKED];
        assert_eq!((told(200, false), told(2000, false)), (most, most));
        // When it is over, all of which there is something to say.
        assert_eq!(told(200, true), [100 + TOLD / 2, 200, 200]);
    }
}
