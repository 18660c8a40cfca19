//! Remembering what left the building.

use super::Export;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::notes::NoteSnapshot;
use crate::transact::{Done, Op, Stamp};

impl Dossier {
    /// Writes an export down with the note as it stood; `export.snapshot` is set here. No step to undo: it has left.
    pub fn record_export(
        &mut self,
        mut export: Export,
        snapshot: &NoteSnapshot,
        stamp: &Stamp,
    ) -> Result<Done<Export>> {
        self.transact(Op::ExportNote, stamp, |tx| {
            tx.about(snapshot.note.title.clone());
            export.snapshot = tx.keep(&serde_json::to_vec(snapshot)?)?;
            tx.insert(&export)?;
            Ok(export)
        })
    }
}
