//! What has moved since a moment, such as the last brief: positions recorded since, what they took the place
//! of, and positions withdrawn.
//!
//! "Since" is about when a position was recorded here, not about the day it was held: a reader of the last
//! brief wants to know what that brief did not say, an older position found only now included.

use super::ledger::{Entries, Held};
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IdMap, IssueId, PositionId};
use crate::issues::queries::in_order;
use crate::positions::PositionState;
use crate::time::Moment;
use rusqlite::Connection;
use serde::Serialize;
use std::cell::OnceCell;
use std::collections::BTreeMap;

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
        self.changes_part(since, 0, usize::MAX)
    }

    /// Of these at most `limit` after the first `from`.
    pub fn changes_part(&self, since: Moment, from: usize, limit: usize) -> Result<Vec<Change>> {
        let connection = &self.store.connection;
        let withdrawn = withdrawals(connection)?;
        let ledger = self.ledger()?;
        let moved = Moved::of(&ledger, since, &withdrawn);
        let issues: Vec<IssueId> = in_order(connection)?.into_iter().map(|issue| issue.id).collect();
        Ok(moved.by_issue(&issues).skip(from).take(limit).collect())
    }

    /// How many of them there are.
    pub(super) fn count_changes_since(&self, since: Moment) -> Result<usize> {
        let withdrawn = withdrawals(&self.store.connection)?;
        Ok(Moved::of(&*self.ledger()?, since, &withdrawn).found().count())
    }
}

/// What of a ledger was recorded after a moment, or was withdrawn after it.
pub(super) struct Moved<'l> {
    ledger: &'l Entries,
    since: Moment,
    withdrawn: &'l BTreeMap<PositionId, Moment>,
    /// Most of what has moved came in the place of nothing: then nobody has to look for anything.
    by_id: OnceCell<IdMap<PositionId, &'l Held>>,
}

impl<'l> Moved<'l> {
    pub(super) fn of(
        ledger: &'l Entries,
        since: Moment,
        withdrawn: &'l BTreeMap<PositionId, Moment>,
    ) -> Self {
        Self { ledger, since, withdrawn, by_id: OnceCell::new() }
    }

    /// In the order of these issues, then by the day it was held.
    pub(super) fn by_issue(&self, issues: &[IssueId]) -> impl Iterator<Item = Change> {
        let places: IdMap<IssueId, usize> = issues.iter().copied().zip(0..).collect();
        let mut found: Vec<&Held> = self.found().collect();
        found.sort_by_cached_key(|held| places.get(&held.issue).copied());
        found.into_iter().map(|held| Change {
            issue: held.issue,
            actors: held.actors.to_vec(),
            then: self.seen_then(held),
            now: (held.state == PositionState::Current).then_some(held.id),
        })
    }

    /// By the day it was held.
    fn found(&self) -> impl Iterator<Item = &'l Held> {
        self.ledger.iter().filter(|held| match held.state {
            PositionState::Current => held.created_at > self.since,
            PositionState::Withdrawn => {
                self.withdrawn.get(&held.id).is_some_and(|at| *at > self.since)
                    && self.seen_then(held).is_some()
            }
            PositionState::Superseded => false,
        })
    }

    /// What a reader saw then: the position, or the nearest of those whose place it took.
    fn seen_then(&self, held: &'l Held) -> Option<PositionId> {
        let mut line = std::iter::successors(Some(held), |held| self.before(held));
        line.find(|held| held.created_at <= self.since).map(|held| held.id)
    }

    fn before(&self, held: &Held) -> Option<&'l Held> {
        let earlier = held.supersedes?;
        let by_id = || self.ledger.iter().map(|held| (held.id, held)).collect();
        self.by_id.get_or_init(by_id).get(&earlier).copied()
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
