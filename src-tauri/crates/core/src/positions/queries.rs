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
    /// One of these, or one that has come in its place since, however many came between; empty means whichever.
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<PositionId>>"))]
    pub line: Vec<PositionId>,
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
        if !self.line.is_empty() {
            told.push(serde_json::to_string(&self.line)?);
            asked.push(format!(
                "position.id IN (
                   WITH RECURSIVE line (id) AS (
                     SELECT value FROM json_each(?{})
                     UNION SELECT later.id FROM position AS later JOIN line ON later.supersedes = line.id
                   ) SELECT id FROM line)",
                told.len()
            ));
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

/// Reads in the actors and evidence of positions, which their own rows do not have.
pub(super) fn complete(connection: &Connection, positions: &mut [Position]) -> Result<()> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::excerpts::queries::Said;
    use crate::positions::{Relation, Stance};
    use crate::testing::{Desk, evidence};

    #[test]
    fn a_line_goes_on_to_what_came_in_the_place_of_its_first() {
        let mut desk = Desk::new();
        let issue = desk.issue("Truce", None);
        let actor = desk.actor("State", None);
        let mut follow = |before: Option<PositionId>, day: &str| {
            desk.position_with(&[actor], issue, Stance::Supports, day, |facts| facts.supersedes = before)
        };
        let first = follow(None, "2025-04-01");
        let second = follow(Some(first), "2025-04-02");
        let third = follow(Some(second), "2025-04-03");
        let other = follow(None, "2025-04-04");
        let check = |line: &[PositionId], expect: &[PositionId]| {
            let filter = PositionFilter { line: line.to_vec(), ..PositionFilter::default() };
            let found = desk.dossier.positions(&filter).unwrap();
            assert_eq!(found.iter().map(|position| position.id).collect::<Vec<_>>(), expect, "{line:?}");
        };
        check(&[first], &[third, second, first]);
        check(&[second], &[third, second]);
        check(&[third], &[third]);
        check(&[other, third, second], &[other, third, second]);
        check(&[], &[other, third, second, first]);
    }

    #[test]
    fn an_excerpt_is_said_by_whoever_takes_the_first_position_on_it() {
        let mut desk = Desk::new();
        let issue = desk.issue("Truce", None);
        let (state, other) = (desk.actor("State", None), desk.actor("Other", None));
        let source = desk.source("Record", "The state agreed. Nobody else did.");
        let (agreed, nobody) = (desk.excerpt(source, "agreed"), desk.excerpt(source, "Nobody else did"));
        let mut on = |actors: &[ActorId], day: &str| {
            desk.position_with(actors, issue, Stance::Supports, day, |facts| {
                facts.evidence = vec![evidence(agreed, Relation::Supports)];
            });
        };
        on(&[state, other], "2025-04-02");
        on(&[other], "2025-04-01");
        // What speaks against a position is not said by who takes it.
        let against = desk.excerpt(source, "The state");
        desk.position_with(&[other], issue, Stance::Opposes, "2025-04-01", |facts| {
            facts.evidence = vec![evidence(against, Relation::Contradicts)];
        });
        let rows = desk.dossier.excerpts(Some(source)).unwrap();
        let said = |id| rows.iter().find(|row| row.excerpt.id == id).unwrap().said.clone();
        let first = Said { actors: vec![state, other], speaker: None, as_of: "2025-04-02".parse().unwrap() };
        assert_eq!((said(agreed), said(nobody), said(against)), (Some(first), None, None));
    }
}
