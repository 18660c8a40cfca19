//! Reading sources.

use super::{Source, Structure};
use crate::content::ContentHash;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::SourceId;
use crate::store::content;
use crate::store::row::Stored;
use serde::{Deserialize, Serialize};

/// A source as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SourceRow {
    /// The source.
    pub source: Source,
    /// How many excerpts were kept from it.
    pub excerpts: u32,
    /// How many positions rest on it.
    pub positions: u32,
    /// Whether it was opened here.
    pub read: bool,
}

impl Dossier {
    /// All sources, the latest published first; those without a date by when they came in.
    pub fn sources(&self) -> Result<Vec<SourceRow>> {
        let sources = Source::select(
            &self.store.connection,
            "ORDER BY coalesce(published, substr(added_at, 1, 10)) DESC, n DESC",
            [],
        )?;
        let mut count = self.store.connection.prepare_cached(
            "SELECT count(DISTINCT excerpt.id), count(DISTINCT evidence.position),
                    EXISTS (SELECT 1 FROM reading WHERE id = ?1)
             FROM excerpt LEFT JOIN evidence ON evidence.excerpt = excerpt.id WHERE source = ?1",
        )?;
        sources
            .into_iter()
            .map(|source| {
                let (excerpts, positions, read) =
                    count.query_row([source.id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
                Ok(SourceRow { source, excerpts, positions, read })
            })
            .collect()
    }

    /// One source.
    pub fn source(&self, id: SourceId) -> Result<Source> {
        Source::get(&self.store.connection, id)
    }

    /// The source that came from these very bytes, if there is one.
    pub fn source_of(&self, original: &ContentHash) -> Result<Option<Source>> {
        Ok(Source::select(&self.store.connection, "WHERE original = ? ORDER BY n LIMIT 1", [original])?.pop())
    }

    /// A source's extracted text.
    pub fn source_text(&self, source: &Source) -> Result<String> {
        content::read_text(&self.store.connection, &source.text)
    }

    /// How a source's text is built.
    pub fn source_structure(&self, source: &Source) -> Result<Structure> {
        Ok(serde_json::from_slice(&content::read(&self.store.connection, &source.structure)?)?)
    }

    /// A source's original bytes.
    pub fn source_original(&self, source: &Source) -> Result<Vec<u8>> {
        content::read(&self.store.connection, &source.original)
    }
}
