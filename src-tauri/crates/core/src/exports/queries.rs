//! Reading exports.

use super::Export;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::NoteId;
use crate::store::row::Stored;

impl Dossier {
    /// What left the building, the latest first; of one note, or of all.
    pub fn exports(&self, note: Option<NoteId>) -> Result<Vec<Export>> {
        Export::select(&self.store.connection, "WHERE ?1 IS NULL OR note = ?1 ORDER BY n DESC", [note])
    }
}
