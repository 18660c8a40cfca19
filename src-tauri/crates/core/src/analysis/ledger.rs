//! Every position as far as questions about a day go, kept in memory between questions: reading a hundred thousand
//! of them takes many times as long as answering.
//!
//! What a step touches is read anew before the next question, so the ledger says what the tables say.

use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::ids::{ActorId, IdMap, IssueId, PositionId};
use crate::positions::{EvidenceRow, Manner, Position, PositionActor, PositionState, Relation, Stance};
use crate::store::row::Stored;
use crate::time::PartialDate;
use crate::transact::Touched;
use chrono::NaiveDate;
use rusqlite::{Connection, Row};
use std::cell::{OnceCell, Ref, RefCell};
use std::collections::BTreeSet;
use std::ops::Deref;

/// The positions of a dossier, once somebody has asked.
#[derive(Debug, Default)]
pub(super) struct Ledger(RefCell<Option<Entries>>);

/// All positions, the oldest first; of one day the first recorded.
#[derive(Debug)]
pub(in crate::analysis) struct Entries {
    /// Each keeps its place, so that a step moves none of the others.
    held: Vec<Held>,
    /// The places in order, without those that are vacant.
    order: Vec<u32>,
    vacant: Vec<u32>,
    /// Ids of positions that are to be read anew.
    touched: BTreeSet<String>,
}

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
    /// How many excerpts it has.
    pub(in crate::analysis) quotes: u32,
    /// Whether one of them speaks against it.
    pub(in crate::analysis) disputed: bool,
    /// The first day it can have been held.
    pub(super) since: NaiveDate,
    pub(super) state: PositionState,
    pub(super) supersedes: Option<PositionId>,
    n: i64,
}

/// Past so many, all are read anew.
const FEW: usize = 500;

impl Ledger {
    /// Remembers which positions a step has touched.
    pub(super) fn touch(&mut self, rows: &[Touched]) {
        let Some(entries) = self.0.get_mut() else { return };
        for row in rows {
            if row.table.name == Position::TABLE.name {
                entries.touched.insert(row.id.clone());
            } else if row.table.name == PositionActor::TABLE.name || row.table.name == EvidenceRow::TABLE.name
            {
                let images = [&row.before, &row.after].into_iter().flatten();
                let positions = images.filter_map(|image| image.get("position")?.as_str());
                entries.touched.extend(positions.map(ToOwned::to_owned));
            }
        }
    }
}

impl Dossier {
    /// All positions as they stand in the tables now.
    pub(super) fn ledger(&self) -> Result<Ref<'_, Entries>> {
        let connection = &self.store.connection;
        let known = self.memory.ledger.0.borrow_mut().take();
        let entries = match known {
            Some(mut entries) if entries.touched.len() <= FEW => {
                entries.read_touched(connection)?;
                entries
            }
            _ => Entries::of(all(connection)?),
        };
        self.memory.ledger.0.replace(Some(entries));
        let known = Ref::filter_map(self.memory.ledger.0.borrow(), Option::as_ref);
        known.map_err(|_| Error::NotFound { what: "ledger" })
    }
}

impl Entries {
    /// The positions of a snapshot.
    pub(in crate::analysis) fn of_snapshot<'p>(positions: impl IntoIterator<Item = &'p Position>) -> Self {
        let mut recorded: Vec<&Position> = positions.into_iter().collect();
        recorded.sort_by_key(|position| position.created_at);
        Self::of((0..).zip(recorded).map(|(n, position)| Held::of(position, n)).collect())
    }

    fn of(mut held: Vec<Held>) -> Self {
        held.sort_by_cached_key(Held::order);
        Self { order: (0..held.len() as u32).collect(), held, vacant: Vec::new(), touched: BTreeSet::new() }
    }

    pub(in crate::analysis) fn iter(&self) -> impl Iterator<Item = &Held> {
        self.order.iter().map(|place| &self.held[*place as usize])
    }

    fn read_touched(&mut self, connection: &Connection) -> Result<()> {
        if self.touched.is_empty() {
            return Ok(());
        }
        let touched = std::mem::take(&mut self.touched);
        let ids: BTreeSet<PositionId> = touched.iter().filter_map(|id| id.parse().ok()).collect();
        let (held, vacant) = (&self.held, &mut self.vacant);
        self.order.retain(|place| {
            let gone = ids.contains(&held[*place as usize].id);
            if gone {
                vacant.push(*place);
            }
            !gone
        });
        for id in &touched {
            let Some(held) = one(connection, id)? else { continue };
            let at = self.order.partition_point(|place| self.held[*place as usize].order() < held.order());
            let place = self.vacant.pop().unwrap_or(self.held.len() as u32);
            match self.held.get_mut(place as usize) {
                Some(before) => *before = held,
                None => self.held.push(held),
            }
            self.order.insert(at, place);
        }
        Ok(())
    }
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

impl From<&[ActorId]> for Actors {
    fn from(actors: &[ActorId]) -> Self {
        match actors {
            [one] => Self::One(*one),
            several => Self::Several(several.into()),
        }
    }
}

impl Held {
    fn order(&self) -> (PartialDate, i64) {
        (self.as_of, self.n)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
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
            disputed: false,
            state: row.get(7)?,
            supersedes: row.get(8)?,
        })
    }

    fn of(position: &Position, n: i64) -> Self {
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
            actors: position.actors.as_slice().into(),
            quotes: 0,
            disputed: false,
            state: position.state,
            supersedes: position.supersedes,
        };
        position.evidence.iter().for_each(|evidence| held.add_evidence(evidence.relation));
        held
    }

    fn add_evidence(&mut self, relation: Relation) {
        self.quotes += 1;
        self.disputed |= relation == Relation::Contradicts;
    }
}

const COLUMNS: &str =
    "SELECT n, id, issue, stance, as_of, review_by, condition IS NOT NULL OR sequence IS NOT NULL,
    state, supersedes, speaker, manner FROM position";

fn is_hedged(stance: Stance) -> bool {
    matches!(stance, Stance::SupportsWithConditions | Stance::OpposesWithConditions)
}

/// Each table once from end to end, in the order it lies in.
fn all(connection: &Connection) -> Result<Vec<Held>> {
    let mut statement = connection.prepare_cached(COLUMNS)?;
    let mut held: Vec<Held> = statement.query_map([], Held::from_row)?.collect::<rusqlite::Result<_>>()?;
    let mut places = Places::of(&held);
    let mut taken: Vec<(usize, u32, ActorId)> = Vec::with_capacity(held.len());
    let mut statement = connection.prepare_cached("SELECT position, actor, ordinal FROM position_actor")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(at) = places.find(row.get(0)?) {
            taken.push((at, row.get(2)?, row.get(1)?));
        }
    }
    let mut shown: Vec<(usize, Relation)> = Vec::with_capacity(held.len());
    let mut statement = connection.prepare_cached("SELECT position, relation FROM evidence")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(at) = places.find(row.get(0)?) {
            shown.push((at, row.get(1)?));
        }
    }
    // Those of one ordinal stay as they were recorded.
    taken.sort_by_key(|(at, ordinal, _)| (*at, *ordinal));
    for by_one in taken.chunk_by(|one, other| one.0 == other.0) {
        let actors: Vec<ActorId> = by_one.iter().map(|(_, _, actor)| *actor).collect();
        held[by_one[0].0].actors = actors.as_slice().into();
    }
    for (at, relation) in shown {
        held[at].add_evidence(relation);
    }
    Ok(held)
}

/// Finds positions by their ids. Other tables name them mostly in the order in which they were recorded, so the next
/// one is looked for beside the last before all are.
struct Places {
    ids: Vec<PositionId>,
    last: usize,
    by_id: OnceCell<IdMap<PositionId, usize>>,
}

/// So far beside the last.
const BESIDE: usize = 8;

impl Places {
    fn of(held: &[Held]) -> Self {
        Self { ids: held.iter().map(|held| held.id).collect(), last: 0, by_id: OnceCell::new() }
    }

    fn find(&mut self, id: PositionId) -> Option<usize> {
        let beside = self.ids.iter().enumerate().skip(self.last).take(BESIDE);
        let found = beside.into_iter().find(|(_, other)| **other == id).map(|(at, _)| at);
        let found = found.or_else(|| {
            let by_id = self.by_id.get_or_init(|| (0..).zip(&self.ids).map(|(at, id)| (*id, at)).collect());
            by_id.get(&id).copied()
        });
        self.last = found.unwrap_or(self.last);
        found
    }
}

fn one(connection: &Connection, id: &str) -> Result<Option<Held>> {
    let mut statement = connection.prepare_cached(&format!("{COLUMNS} WHERE id = ?"))?;
    let Some(mut held) = statement.query_map([id], Held::from_row)?.next().transpose()? else {
        return Ok(None);
    };
    let mut statement = connection
        .prepare_cached("SELECT actor FROM position_actor WHERE position = ? ORDER BY ordinal, n")?;
    let actors: Vec<ActorId> =
        statement.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    held.actors = actors.as_slice().into();
    let mut statement = connection.prepare_cached("SELECT relation FROM evidence WHERE position = ?")?;
    for relation in statement.query_map([id], |row| row.get(0))? {
        held.add_evidence(relation?);
    }
    Ok(Some(held))
}
