//! Which sources say nearly the same. Texts are looked through once in a run, one at a time, so that nobody has to
//! wait for the dossier.

use crate::commands::Of;
use crate::error::WireError;
use crate::session::Session;
use standpoint_core::Dossier;
use standpoint_core::content::ContentHash;
use standpoint_core::ids::SourceId;
use standpoint_core::sources::Source;
use standpoint_core::sources::likeness::{Alike, Sketch};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// What is known of texts so far.
#[derive(Debug, Default)]
pub(crate) struct Sketches {
    known: Mutex<HashMap<ContentHash, Sketch>>,
}

impl Sketches {
    fn with<T>(&self, work: impl FnOnce(&mut HashMap<ContentHash, Sketch>) -> T) -> T {
        work(&mut self.known.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The sources that say nearly the same as one, the likest first.
pub(super) fn of(session: &Session, source: &Source) -> Result<Vec<Alike>, WireError> {
    let texts = session.read(Dossier::source_texts)?;
    for (_, text) in &texts {
        if !session.sketches().with(|known| known.contains_key(text)) {
            let sketch = session.read(|dossier| dossier.sketch(text))?;
            session.sketches().with(|known| known.insert(text.clone(), sketch));
        }
    }
    let likeness: Vec<(SourceId, u8)> = session.sketches().with(|known| {
        let Some(own) = known.get(&source.text) else { return Vec::new() };
        let others = texts.iter().filter_map(|(id, text)| Some((*id, known.get(text)?)));
        own.alike(others).collect()
    });
    session.read(|dossier| dossier.alike(source, &likeness))
}

pub(crate) fn alike(session: &Session, args: Of<SourceId>) -> Result<Vec<Alike>, WireError> {
    of(session, &session.read(|dossier| dossier.source(args.id))?)
}
