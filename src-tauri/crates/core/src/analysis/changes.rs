//! What has moved since a moment, such as the last brief: positions recorded since, what they took the place
//! of, and positions withdrawn.
//!
//! "Since" is about when a position was recorded here, not about the day it was held: a reader of the last
//! brief wants to know what that brief did not say, an older position found only now included.

use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::ids::{ActorId, IssueId, PositionId};
use crate::positions::{Position, PositionState};
use crate::store::row::Stored;
use crate::time::Moment;
use chrono::Days;
use rusqlite::{Connection, OptionalExtension};
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
        self.moved_since(since)?.into_iter().map(|moved| self.change(moved)).collect()
    }

    /// How many of them there are.
    pub(super) fn count_changes_since(&self, since: Moment) -> Result<usize> {
        Ok(self.moved_since(since)?.len())
    }

    fn moved_since(&self, since: Moment) -> Result<Vec<Moved>> {
        let connection = &self.store.connection;
        // Moments are kept with the offset they were recorded in, which moves a day by one at most.
        let earliest = since.to_utc().date_naive() - Days::new(1);
        let positions = Position::select(
            connection,
            "JOIN issue ON issue.id = position.issue
             WHERE position.created_at >= ?1 OR position.state = 'withdrawn'
             ORDER BY issue.place, issue.n, as_of, position.n",
            [earliest.to_string()],
        )?;
        let mut before =
            connection.prepare_cached("SELECT created_at, supersedes FROM position WHERE id = ?")?;
        let recorded = |id: PositionId| {
            let row = before.query_row([id], |row| Ok(Recorded { at: row.get(0)?, supersedes: row.get(1)? }));
            Ok(row.optional()?)
        };
        let withdrawn: BTreeSet<PositionId> =
            withdrawals(connection)?.into_iter().filter(|(_, at)| *at > since).map(|(id, _)| id).collect();
        Moved::all(&positions, since, &withdrawn, recorded)
    }

    fn change(&self, moved: Moved) -> Result<Change> {
        let mut taken = self
            .store
            .connection
            .prepare_cached("SELECT actor FROM position_actor WHERE position = ? ORDER BY ordinal")?;
        let actors = taken.query_map([moved.position], |row| row.get(0))?;
        Ok(moved.by(actors.collect::<rusqlite::Result<_>>()?))
    }
}

/// When a position was recorded, and in the place of which other.
pub(super) struct Recorded {
    pub(super) at: Moment,
    pub(super) supersedes: Option<PositionId>,
}

/// A position that has moved, and what is said of it.
pub(super) struct Moved {
    pub(super) position: PositionId,
    issue: IssueId,
    then: Option<PositionId>,
    now: Option<PositionId>,
}

impl Moved {
    /// What of these positions was recorded after `since`, or is among those `withdrawn` after it, in their order.
    /// `recorded` knows of the others as well.
    pub(super) fn all(
        positions: &[Position],
        since: Moment,
        withdrawn: &BTreeSet<PositionId>,
        mut recorded: impl FnMut(PositionId) -> Result<Option<Recorded>>,
    ) -> Result<Vec<Self>> {
        let mut seen_then = |position: &Position| {
            let own = Recorded { at: position.created_at, supersedes: position.supersedes };
            let mut next = Some((position.id, own));
            while let Some((id, one)) = next {
                if one.at <= since {
                    return Ok(Some(id));
                }
                let Some(before) = one.supersedes else { break };
                next = recorded(before)?.map(|one| (before, one));
            }
            Ok::<_, Error>(None)
        };
        let mut moved = Vec::new();
        for position in positions {
            let (then, now) = match position.state {
                PositionState::Current if position.created_at > since => {
                    (seen_then(position)?, Some(position.id))
                }
                PositionState::Withdrawn if withdrawn.contains(&position.id) => match seen_then(position)? {
                    Some(then) => (Some(then), None),
                    None => continue,
                },
                _ => continue,
            };
            moved.push(Self { position: position.id, issue: position.issue, then, now });
        }
        Ok(moved)
    }

    /// The same, said of those who take the position.
    pub(super) fn by(self, actors: Vec<ActorId>) -> Change {
        let Self { issue, then, now, .. } = self;
        Change { issue, actors, then, now }
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
