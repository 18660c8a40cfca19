//! What has moved since a moment, such as the last brief: positions recorded since, what they took the place
//! of, and positions withdrawn.
//!
//! "Since" is about when a position was recorded here, not about the day it was held: a reader of the last
//! brief wants to know what that brief did not say, an older position found only now included.

use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IssueId, PositionId};
use crate::positions::queries::select;
use crate::positions::{Position, PositionState};
use crate::time::Moment;
use rusqlite::Connection;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One thing that has moved. At least one of `then` and `now` is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Change {
    /// On what.
    pub issue: IssueId,
    /// Who takes the position now, or took it last.
    pub actors: Vec<ActorId>,
    /// What stood before; `None` if nothing did.
    pub then: Option<PositionId>,
    /// What stands now; `None` if it was withdrawn.
    pub now: Option<PositionId>,
}

impl Dossier {
    /// What was recorded or withdrawn after `since`, by issue, then by the day it was held. Steps in between
    /// that nobody saw are left out: of three positions one after the other, two of them new, `then` is the
    /// first and `now` the last.
    pub fn changes_since(&self, since: Moment) -> Result<Vec<Change>> {
        let connection = &self.store.connection;
        let positions = select(
            connection,
            "JOIN issue ON issue.id = position.issue ORDER BY issue.place, issue.n, as_of, position.n",
            [],
        )?;
        let withdrawn: BTreeSet<PositionId> =
            withdrawals(connection)?.into_iter().filter(|(_, at)| *at > since).map(|(id, _)| id).collect();
        Ok(Change::all(&positions, since, &withdrawn))
    }
}

impl Change {
    /// What of these positions was recorded after `since`, or is among those `withdrawn` after it, in their order.
    pub(super) fn all(positions: &[Position], since: Moment, withdrawn: &BTreeSet<PositionId>) -> Vec<Self> {
        let by_id: BTreeMap<PositionId, &Position> =
            positions.iter().map(|position| (position.id, position)).collect();
        let seen_then = |position: &Position| {
            std::iter::successors(Some(position.id), |id| by_id.get(id)?.supersedes)
                .find(|id| by_id.get(id).is_some_and(|position| position.created_at <= since))
        };
        let change = |position: &Position| {
            let (then, now) = match position.state {
                PositionState::Current if position.created_at > since => {
                    (seen_then(position), Some(position.id))
                }
                PositionState::Withdrawn if withdrawn.contains(&position.id) => {
                    (Some(seen_then(position)?), None)
                }
                _ => return None,
            };
            Some(Self { issue: position.issue, actors: position.actors.clone(), then, now })
        };
        positions.iter().filter_map(change).collect()
    }
}

/// When positions were withdrawn, the last time if more than once; the row does not say, the journal does.
pub(crate) fn withdrawals(connection: &Connection) -> Result<BTreeMap<PositionId, Moment>> {
    let mut statement = connection.prepare_cached(
        "SELECT step_row.id, at FROM step JOIN step_row ON step = seq
         WHERE op = 'withdraw_position' AND state = 'done' AND \"table\" = 'position' ORDER BY seq",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
