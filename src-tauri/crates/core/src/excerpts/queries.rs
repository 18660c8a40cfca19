//! Reading excerpts.

use super::Excerpt;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ExcerptId, PositionId, SourceId};
use crate::sources::versions::shown_with;
use crate::store::row::Stored;
use serde::{Deserialize, Serialize};

/// An excerpt with the positions that rest on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ExcerptRow {
    /// The excerpt.
    pub excerpt: Excerpt,
    /// The positions.
    pub positions: Vec<PositionId>,
}

impl Dossier {
    /// The excerpts of a source, in the order of its text, after the orphans of versions whose place it took; of all
    /// sources, the latest kept first.
    pub fn excerpts(&self, source: Option<SourceId>) -> Result<Vec<ExcerptRow>> {
        let connection = &self.store.connection;
        let excerpts = match source {
            Some(source) => Excerpt::select(
                connection,
                &format!("WHERE {} ORDER BY source = ?1, start, \"end\", n", shown_with("?1")),
                [source],
            )?,
            None => Excerpt::select(connection, "ORDER BY n DESC", [])?,
        };
        let mut find =
            connection.prepare_cached("SELECT position FROM evidence WHERE excerpt = ? ORDER BY n")?;
        excerpts
            .into_iter()
            .map(|excerpt| {
                let positions =
                    find.query_map([excerpt.id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
                Ok(ExcerptRow { excerpt, positions })
            })
            .collect()
    }

    /// One excerpt.
    pub fn excerpt(&self, id: ExcerptId) -> Result<Excerpt> {
        Excerpt::get(&self.store.connection, id)
    }
}
