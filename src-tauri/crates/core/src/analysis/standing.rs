//! The positions that stand on a day, read in three queries: what every question here starts from.

use crate::actors::{Actor, queries::in_tree_order};
use crate::error::Result;
use crate::ids::{ActorId, IssueId, PositionId};
use crate::issues::{Issue, queries::in_order};
use crate::positions::{PositionState, Stance};
use crate::time::PartialDate;
use chrono::{Days, NaiveDate};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// The positions that stand on a day, with the tree of actors and the list of issues.
pub(super) struct Standing {
    pub(super) day: NaiveDate,
    /// Each before those under it, with its depth.
    pub(super) actors: Vec<(Actor, u32)>,
    /// In their order.
    pub(super) issues: Vec<Issue>,
    /// The oldest first.
    pub(super) positions: Vec<Held>,
    parents: BTreeMap<ActorId, ActorId>,
}

/// A position as far as these questions go.
pub(super) struct Held {
    pub(super) id: PositionId,
    pub(super) issue: IssueId,
    pub(super) stance: Stance,
    pub(super) as_of: PartialDate,
    pub(super) review_by: Option<PartialDate>,
    /// Whether something has to hold or to come first.
    pub(super) conditional: bool,
    pub(super) actors: Vec<ActorId>,
    /// How many excerpts it has.
    pub(super) quotes: u32,
    /// Whether one of them speaks against it.
    pub(super) disputed: bool,
    state: PositionState,
    supersedes: Option<PositionId>,
}

/// The two sides of a question. Neutral and unclear stances are on neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    For,
    Against,
}

impl Standing {
    /// What stands on `day`.
    pub(super) fn on(connection: &Connection, day: NaiveDate) -> Result<Self> {
        let actors = in_tree_order(connection)?;
        let parents =
            actors.iter().filter_map(|(actor, _)| actor.parent.map(|parent| (actor.id, parent))).collect();
        let mut positions = all(connection)?;
        let replaced = replaced_by(&positions, day);
        positions.retain(|position| position.stands(day, &replaced));
        complete(connection, &mut positions)?;
        Ok(Self { day, actors, issues: in_order(connection)?, positions, parents })
    }

    /// Those that the actor belongs to, the nearest first.
    pub(super) fn above(&self, actor: ActorId) -> impl Iterator<Item = ActorId> {
        std::iter::successors(self.parents.get(&actor), |above| self.parents.get(above)).copied()
    }

    /// The positions by issue.
    pub(super) fn by_issue(&self) -> BTreeMap<IssueId, Vec<&Held>> {
        let mut by_issue: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for position in &self.positions {
            by_issue.entry(position.issue).or_default().push(position);
        }
        by_issue
    }
}

impl Held {
    pub(super) fn side(&self) -> Option<Side> {
        Side::of(self.stance)
    }

    /// The first day on which it is too old for its issue.
    pub(super) fn outlived(&self, issue: &Issue) -> Option<NaiveDate> {
        let days = u64::from(issue.half_life_days?) + 1;
        self.as_of.latest().checked_add_days(Days::new(days))
    }

    /// The first day after the one on which it was to be looked at again.
    pub(super) fn overdue(&self) -> Option<NaiveDate> {
        self.review_by?.latest().succ_opt()
    }

    /// A superseded position stood until the one in its place was held. Of a withdrawn one nobody knows since
    /// when, so it stands on no day.
    fn stands(&self, day: NaiveDate, replaced: &BTreeMap<PositionId, bool>) -> bool {
        self.as_of.earliest() <= day
            && match self.state {
                PositionState::Current => true,
                PositionState::Superseded => replaced.get(&self.id) == Some(&false),
                PositionState::Withdrawn => false,
            }
    }
}

impl Side {
    pub(super) fn of(stance: Stance) -> Option<Self> {
        match stance {
            Stance::Supports | Stance::SupportsWithConditions => Some(Self::For),
            Stance::Opposes | Stance::OpposesWithConditions => Some(Self::Against),
            Stance::Neutral | Stance::Unclear => None,
        }
    }

    pub(super) fn other(self) -> Self {
        match self {
            Self::For => Self::Against,
            Self::Against => Self::For,
        }
    }
}

/// For each position in whose place another was put: whether that was so on `day`.
fn replaced_by(positions: &[Held], day: NaiveDate) -> BTreeMap<PositionId, bool> {
    let mut replaced = BTreeMap::new();
    for later in positions.iter().filter(|later| later.state != PositionState::Withdrawn) {
        if let Some(earlier) = later.supersedes {
            *replaced.entry(earlier).or_default() |= later.as_of.earliest() <= day;
        }
    }
    replaced
}

fn all(connection: &Connection) -> Result<Vec<Held>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, issue, stance, as_of, review_by, condition IS NOT NULL OR sequence IS NOT NULL, state, supersedes
         FROM position ORDER BY as_of, n",
    )?;
    let positions = statement.query_map([], |row| {
        let stance: Stance = row.get(2)?;
        let hedged = matches!(stance, Stance::SupportsWithConditions | Stance::OpposesWithConditions);
        Ok(Held {
            id: row.get(0)?,
            issue: row.get(1)?,
            stance,
            as_of: row.get(3)?,
            review_by: row.get(4)?,
            conditional: hedged || row.get(5)?,
            actors: Vec::new(),
            quotes: 0,
            disputed: false,
            state: row.get(6)?,
            supersedes: row.get(7)?,
        })
    })?;
    Ok(positions.collect::<rusqlite::Result<_>>()?)
}

/// Adds actors and evidence.
fn complete(connection: &Connection, positions: &mut [Held]) -> Result<()> {
    let places: BTreeMap<PositionId, usize> =
        positions.iter().enumerate().map(|(at, position)| (position.id, at)).collect();
    let mut statement =
        connection.prepare_cached("SELECT position, actor FROM position_actor ORDER BY ordinal")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(at) = places.get(&row.get(0)?) {
            positions[*at].actors.push(row.get(1)?);
        }
    }
    let mut statement = connection.prepare_cached(
        "SELECT position, count(*), max(relation = 'contradicts') FROM evidence GROUP BY position",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(at) = places.get(&row.get(0)?) {
            positions[*at].quotes = row.get(1)?;
            positions[*at].disputed = row.get(2)?;
        }
    }
    Ok(())
}
