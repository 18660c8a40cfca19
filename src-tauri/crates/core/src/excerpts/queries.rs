//! Reading excerpts.

use super::Excerpt;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, ExcerptId, PositionId, SourceId};
use crate::positions::Relation;
use crate::sources::versions::shown_with;
use crate::store::row::Stored;
use crate::time::PartialDate;
use serde::{Deserialize, Serialize};

/// An excerpt with the positions that rest on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ExcerptRow {
    /// The excerpt.
    pub excerpt: Excerpt,
    /// The positions, those that it supports first.
    pub positions: Vec<PositionId>,
    /// Who says it, by the first that it supports: what speaks against a position is said by somebody else.
    pub said: Option<Said>,
}

/// Who says something, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Said {
    /// Who takes the position.
    pub actors: Vec<ActorId>,
    /// Who speaks for them, if somebody does.
    pub speaker: Option<ActorId>,
    /// The day it was held.
    pub as_of: PartialDate,
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
        self.with_positions(excerpts)
    }

    /// These, as far as they are there, the latest kept first.
    pub fn excerpts_among(&self, among: &[ExcerptId]) -> Result<Vec<ExcerptRow>> {
        let listed = "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY n DESC";
        self.with_positions(Excerpt::select(&self.store.connection, listed, [serde_json::to_string(among)?])?)
    }

    /// Excerpts with the positions that rest on them.
    pub(crate) fn with_positions(&self, excerpts: Vec<Excerpt>) -> Result<Vec<ExcerptRow>> {
        let connection = &self.store.connection;
        let mut find = connection.prepare_cached(
            "SELECT position, relation FROM evidence WHERE excerpt = ? ORDER BY relation <> 'supports', n",
        )?;
        let mut held = connection.prepare_cached("SELECT speaker, as_of FROM position WHERE id = ?")?;
        let mut taken = connection
            .prepare_cached("SELECT actor FROM position_actor WHERE position = ? ORDER BY ordinal")?;
        let mut said = |position: PositionId| {
            let actors = taken.query_map([position], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            held.query_row([position], |row| Ok(Said { actors, speaker: row.get(0)?, as_of: row.get(1)? }))
        };
        excerpts
            .into_iter()
            .map(|excerpt| {
                let found: Vec<(PositionId, Relation)> = find
                    .query_map([excerpt.id], |row| Ok((row.get(0)?, row.get(1)?)))?
                    .collect::<rusqlite::Result<_>>()?;
                let supported = found.first().filter(|(_, relation)| *relation == Relation::Supports);
                let said = supported.map(|(position, _)| said(*position)).transpose()?;
                let positions = found.into_iter().map(|(position, _)| position).collect();
                Ok(ExcerptRow { excerpt, positions, said })
            })
            .collect()
    }

    /// One excerpt.
    pub fn excerpt(&self, id: ExcerptId) -> Result<Excerpt> {
        Excerpt::get(&self.store.connection, id)
    }
}
