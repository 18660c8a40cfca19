//! Reading positions.

use super::{Evidence, Position};
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IssueId, PositionId, SourceId};
use crate::sources::versions::shown_with;
use crate::store::row::Stored;
use rusqlite::{Connection, Params, params_from_iter};
use serde::{Deserialize, Serialize};

/// Which positions to read; nothing set means all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
pub struct PositionFilter {
    /// Taken by this actor, alone or jointly.
    pub actor: Option<ActorId>,
    /// On this issue.
    pub issue: Option<IssueId>,
    /// Resting on a passage of this source, or on one of an earlier version that has no place in this one.
    pub source: Option<SourceId>,
    /// One of these; empty means whichever.
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<PositionId>>"))]
    pub among: Vec<PositionId>,
}

impl PositionFilter {
    /// The positions that it lets through, in the order of `order`.
    pub(crate) fn select(&self, connection: &Connection, order: &str) -> Result<Vec<Position>> {
        // Only what is asked for is in the question, so that it is looked up and not looked for.
        let mut asked = Vec::new();
        let mut told: Vec<String> = Vec::new();
        if let Some(issue) = self.issue {
            told.push(issue.to_string());
            asked.push(format!("position.issue = ?{}", told.len()));
        }
        if let Some(actor) = self.actor {
            told.push(actor.to_string());
            let taken = "SELECT position FROM position_actor WHERE actor =";
            asked.push(format!("position.id IN ({taken} ?{})", told.len()));
        }
        if let Some(source) = self.source {
            told.push(source.to_string());
            let shown = shown_with(&format!("?{}", told.len()));
            let evidence = "SELECT position FROM excerpt JOIN evidence ON evidence.excerpt = excerpt.id";
            asked.push(format!("position.id IN ({evidence} WHERE {shown})"));
        }
        if !self.among.is_empty() {
            told.push(serde_json::to_string(&self.among)?);
            asked.push(format!("position.id IN (SELECT value FROM json_each(?{}))", told.len()));
        }
        let asked = if asked.is_empty() { String::new() } else { format!("WHERE {}", asked.join(" AND ")) };
        select(connection, &format!("{asked} {order}"), params_from_iter(told))
    }
}

impl Dossier {
    /// The positions that the filter lets through, by issue, the latest first.
    pub fn positions(&self, filter: &PositionFilter) -> Result<Vec<Position>> {
        filter.select(
            &self.store.connection,
            "ORDER BY (SELECT place FROM issue WHERE id = position.issue),
                      (SELECT n FROM issue WHERE id = position.issue), as_of DESC, position.n DESC",
        )
    }

    /// One position.
    pub fn position(&self, id: PositionId) -> Result<Position> {
        let mut position = Position::get(&self.store.connection, id)?;
        complete(&self.store.connection, std::slice::from_mut(&mut position))?;
        Ok(position)
    }
}

/// Whole positions: with actors and evidence.
pub(crate) fn select(connection: &Connection, rest: &str, params: impl Params) -> Result<Vec<Position>> {
    let mut positions = Position::select(connection, rest, params)?;
    complete(connection, &mut positions)?;
    Ok(positions)
}

fn complete(connection: &Connection, positions: &mut [Position]) -> Result<()> {
    let mut actors =
        connection.prepare_cached("SELECT actor FROM position_actor WHERE position = ? ORDER BY ordinal")?;
    let mut evidence = connection
        .prepare_cached("SELECT excerpt, relation FROM evidence WHERE position = ? ORDER BY ordinal")?;
    for position in positions {
        position.actors =
            actors.query_map([position.id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        position.evidence = evidence
            .query_map([position.id], |row| Ok(Evidence { excerpt: row.get(0)?, relation: row.get(1)? }))?
            .collect::<rusqlite::Result<_>>()?;
    }
    Ok(())
}
