//! A position as far as questions about a day go.

use crate::error::Result;
use crate::ids::{ActorId, IssueId, PositionId};
use crate::positions::{Manner, Position, PositionState, Relation, Stance};
use crate::time::{Moment, PartialDate};
use chrono::NaiveDate;
use rusqlite::{Connection, Row};
use std::ops::Deref;

/// A position as far as these questions go.
#[derive(Debug)]
pub(in crate::analysis) struct Held {
    pub(in crate::analysis) id: PositionId,
    pub(in crate::analysis) issue: IssueId,
    pub(in crate::analysis) stance: Stance,
    pub(in crate::analysis) as_of: PartialDate,
    pub(in crate::analysis) review_by: Option<PartialDate>,
    /// Whether something has to hold or to come first.
    pub(in crate::analysis) conditional: bool,
    pub(in crate::analysis) speaker: Option<ActorId>,
    pub(in crate::analysis) manner: Manner,
    pub(in crate::analysis) actors: Actors,
    /// How many excerpts show it.
    pub(in crate::analysis) quotes: u32,
    /// How many speak against it.
    pub(in crate::analysis) against: u32,
    /// The first day it can have been held.
    pub(in crate::analysis) since: NaiveDate,
    pub(in crate::analysis) state: PositionState,
    pub(in crate::analysis) supersedes: Option<PositionId>,
    /// When it was recorded here.
    pub(in crate::analysis) created_at: Moment,
    /// Its number in the table.
    pub(in crate::analysis) n: i64,
}

/// Who takes a position: nearly always one.
#[derive(Debug)]
pub(in crate::analysis) enum Actors {
    One(ActorId),
    Several(Box<[ActorId]>),
}

impl Deref for Actors {
    type Target = [ActorId];

    fn deref(&self) -> &[ActorId] {
        match self {
            Self::One(actor) => std::slice::from_ref(actor),
            Self::Several(actors) => actors,
        }
    }
}

impl FromIterator<ActorId> for Actors {
    fn from_iter<I: IntoIterator<Item = ActorId>>(actors: I) -> Self {
        let mut actors = actors.into_iter();
        match (actors.next(), actors.next()) {
            (None, _) => Self::Several(Box::default()),
            (Some(one), None) => Self::One(one),
            (Some(one), Some(other)) => Self::Several([one, other].into_iter().chain(actors).collect()),
        }
    }
}

impl Held {
    /// The oldest first; of one day the first recorded.
    pub(super) fn order(&self) -> (PartialDate, i64) {
        (self.as_of, self.n)
    }

    /// From [`COLUMNS`], without actors and evidence.
    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let stance: Stance = row.get(3)?;
        let as_of: PartialDate = row.get(4)?;
        Ok(Self {
            n: row.get(0)?,
            id: row.get(1)?,
            issue: row.get(2)?,
            stance,
            as_of,
            since: as_of.earliest(),
            review_by: row.get(5)?,
            conditional: is_hedged(stance) || row.get(6)?,
            speaker: row.get(9)?,
            manner: row.get(10)?,
            actors: Actors::Several(Box::default()),
            quotes: 0,
            against: 0,
            state: row.get(7)?,
            supersedes: row.get(8)?,
            created_at: row.get(11)?,
        })
    }

    pub(super) fn of(position: &Position, n: i64) -> Self {
        let mut held = Self {
            n,
            id: position.id,
            issue: position.issue,
            stance: position.stance,
            as_of: position.as_of,
            since: position.as_of.earliest(),
            review_by: position.review_by,
            conditional: is_hedged(position.stance)
                || position.condition.is_some()
                || position.sequence.is_some(),
            speaker: position.speaker,
            manner: position.manner,
            actors: position.actors.iter().copied().collect(),
            quotes: 0,
            against: 0,
            state: position.state,
            supersedes: position.supersedes,
            created_at: position.created_at,
        };
        position.evidence.iter().for_each(|evidence| held.add_evidence(evidence.relation));
        held
    }

    /// The one of that id, if it is there.
    pub(super) fn one(connection: &Connection, id: &str) -> Result<Option<Self>> {
        let mut statement = connection.prepare_cached(&format!("{COLUMNS} WHERE id = ?"))?;
        let Some(mut held) = statement.query_map([id], Self::from_row)?.next().transpose()? else {
            return Ok(None);
        };
        let mut statement = connection
            .prepare_cached("SELECT actor FROM position_actor WHERE position = ? ORDER BY ordinal, n")?;
        held.actors = statement.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let mut statement = connection.prepare_cached("SELECT relation FROM evidence WHERE position = ?")?;
        for relation in statement.query_map([id], |row| row.get(0))? {
            held.add_evidence(relation?);
        }
        Ok(Some(held))
    }

    pub(super) fn add_evidence(&mut self, relation: Relation) {
        self.quotes += u32::from(relation == Relation::Supports);
        self.against += u32::from(relation == Relation::Contradicts);
    }
}

/// What a position is read from.
pub(super) const COLUMNS: &str =
    "SELECT n, id, issue, stance, as_of, review_by, condition IS NOT NULL OR sequence IS NOT NULL,
    state, supersedes, speaker, manner, created_at FROM position";

fn is_hedged(stance: Stance) -> bool {
    matches!(stance, Stance::SupportsWithConditions | Stance::OpposesWithConditions)
}
