//! Reading exports.

use super::Export;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ExportId, NoteId};
use crate::notes::NoteSnapshot;
use crate::store::content;
use crate::store::row::Stored;

impl Dossier {
    /// One export.
    pub fn export(&self, id: ExportId) -> Result<Export> {
        Export::get(&self.store.connection, id)
    }

    /// What left the building, the latest first; of one note, or of all.
    pub fn exports(&self, note: Option<NoteId>) -> Result<Vec<Export>> {
        Export::select(&self.store.connection, "WHERE ?1 IS NULL OR note = ?1 ORDER BY n DESC", [note])
    }

    /// The note as it stood when it left.
    pub fn exported_note(&self, export: &Export) -> Result<NoteSnapshot> {
        Ok(serde_json::from_slice(&content::read(&self.store.connection, &export.snapshot)?)?)
    }
}
