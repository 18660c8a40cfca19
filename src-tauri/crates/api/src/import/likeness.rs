//! Which sources say nearly the same. Texts are looked through once in a run, one at a time, so that nobody has to
//! wait for the dossier.

use crate::commands::Of;
use crate::error::WireError;
use crate::session::Session;
use standpoint_core::content::ContentHash;
use standpoint_core::ids::SourceId;
use standpoint_core::sources::Source;
use standpoint_core::sources::likeness::{Alike, Sketch};
use standpoint_core::{Changes, Op, Tag};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What is known of texts so far.
#[derive(Debug, Default)]
pub(crate) struct Sketches {
    known: Mutex<Known>,
    /// Whether a source that is known may have gone, be back or have other words.
    doubtful: AtomicBool,
}

/// Sources that were looked through, in the order in which they came in.
#[derive(Debug, Default)]
struct Known {
    /// The number of the last.
    last: i64,
    sources: Vec<(SourceId, ContentHash, Sketch)>,
}

impl Sketches {
    /// Another dossier is open, or none.
    pub(crate) fn forget(&self) {
        *self.known() = Known::default();
    }

    /// Something was done to sources. One that was only imported is read when it is compared.
    pub(crate) fn heed(&self, changes: &Changes) {
        if changes.tags.contains(&Tag::Sources) && changes.op != Some(Op::ImportSource) {
            self.doubtful.store(true, Ordering::Relaxed);
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// Looks through what has come in since the last time.
    fn read_on(&mut self, session: &Session) -> Result<(), WireError> {
        self.take(session, &HashMap::new())
    }

    /// Looks at all there is: sources may have gone, or have other words.
    fn read_again(&mut self, session: &Session) -> Result<(), WireError> {
        let before = std::mem::take(self).sources;
        self.take(session, &before.into_iter().map(|(_, text, sketch)| (text, sketch)).collect())
    }

    fn take(&mut self, session: &Session, before: &HashMap<ContentHash, Sketch>) -> Result<(), WireError> {
        for (number, id, text) in session.read(|dossier| dossier.source_texts(self.last))? {
            let sketch = match before.get(&text) {
                Some(sketch) => sketch.clone(),
                None => session.read(|dossier| dossier.sketch(&text))?,
            };
            self.sources.push((id, text, sketch));
            self.last = number;
        }
        Ok(())
    }

    /// Whether a source is known with the words it has.
    fn holds(&self, source: &Source) -> bool {
        self.sources.iter().any(|(id, text, _)| *id == source.id && *text == source.text)
    }

    /// How alike the sources are to those words, of which a sketch is known.
    fn to(&self, text: &ContentHash) -> Vec<(SourceId, u8)> {
        let own = self.sources.iter().rev().find(|(_, known, _)| known == text);
        let Some((_, _, own)) = own else { return Vec::new() };
        own.alike(self.sources.iter().map(|(id, _, sketch)| (*id, sketch))).collect()
    }
}

/// The sources that say nearly the same as one, the likest first.
pub(super) fn of(session: &Session, source: &Source) -> Result<Vec<Alike>, WireError> {
    let sketches = session.sketches();
    let likeness = {
        let mut known = sketches.known();
        if sketches.doubtful.swap(false, Ordering::Relaxed) {
            known.read_again(session)?;
        } else {
            known.read_on(session)?;
            if !known.holds(source) {
                known.read_again(session)?;
            }
        }
        known.to(&source.text)
    };
    session.read(|dossier| dossier.alike(source, &likeness))
}

pub(crate) fn alike(session: &Session, args: Of<SourceId>) -> Result<Vec<Alike>, WireError> {
    of(session, &session.read(|dossier| dossier.source(args.id))?)
}
