//! Every position as far as questions about a day go, kept in memory between questions: reading a hundred thousand
//! of them takes many times as long as answering.
//!
//! What a step touches is read anew before the next question, so the ledger says what the tables say.

use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IssueId, PositionId};
use crate::positions::{EvidenceRow, Position, PositionActor, PositionState, Relation, Stance};
use crate::store::row::Stored;
use crate::time::PartialDate;
use crate::transact::Touched;
use chrono::NaiveDate;
use rusqlite::{Connection, Row};
use std::cell::{Ref, RefCell};
use std::collections::{BTreeSet, HashMap};

/// The positions of a dossier, once somebody has asked.
#[derive(Debug, Default)]
pub(super) struct Ledger(RefCell<Option<Entries>>);

#[derive(Debug)]
struct Entries {
    /// The oldest first; of one day the first recorded.
    held: Vec<Held>,
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
    pub(in crate::analysis) actors: Vec<ActorId>,
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
    pub(super) fn ledger(&self) -> Result<Ref<'_, [Held]>> {
        let connection = &self.store.connection;
        let known = self.memory.ledger.0.borrow_mut().take();
        let entries = match known {
            Some(mut entries) if entries.touched.len() <= FEW => {
                entries.read_touched(connection)?;
                entries
            }
            _ => Entries { held: all(connection)?, touched: BTreeSet::new() },
        };
        *self.memory.ledger.0.borrow_mut() = Some(entries);
        Ok(Ref::map(self.memory.ledger.0.borrow(), |kept| {
            kept.as_ref().map_or(&[][..], |entries| &entries.held)
        }))
    }
}

impl Entries {
    fn read_touched(&mut self, connection: &Connection) -> Result<()> {
        if self.touched.is_empty() {
            return Ok(());
        }
        let touched = std::mem::take(&mut self.touched);
        let gone: BTreeSet<PositionId> = touched.iter().filter_map(|id| id.parse().ok()).collect();
        self.held.retain(|held| !gone.contains(&held.id));
        for id in &touched {
            let Some(held) = one(connection, id)? else { continue };
            let place = self.held.partition_point(|other| other.order() < held.order());
            self.held.insert(place, held);
        }
        Ok(())
    }
}

impl Held {
    fn order(&self) -> (PartialDate, i64) {
        (self.as_of, self.n)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let stance: Stance = row.get(3)?;
        let hedged = matches!(stance, Stance::SupportsWithConditions | Stance::OpposesWithConditions);
        let as_of: PartialDate = row.get(4)?;
        Ok(Self {
            n: row.get(0)?,
            id: row.get(1)?,
            issue: row.get(2)?,
            stance,
            as_of,
            since: as_of.earliest(),
            review_by: row.get(5)?,
            conditional: hedged || row.get(6)?,
            actors: Vec::new(),
            quotes: 0,
            disputed: false,
            state: row.get(7)?,
            supersedes: row.get(8)?,
        })
    }

    fn add_evidence(&mut self, relation: Relation) {
        self.quotes += 1;
        self.disputed |= relation == Relation::Contradicts;
    }
}

const COLUMNS: &str =
    "SELECT n, id, issue, stance, as_of, review_by, condition IS NOT NULL OR sequence IS NOT NULL,
    state, supersedes FROM position";

/// Each table once from end to end, in the order it lies in.
fn all(connection: &Connection) -> Result<Vec<Held>> {
    let mut statement = connection.prepare_cached(COLUMNS)?;
    let mut held: Vec<Held> = statement.query_map([], Held::from_row)?.collect::<rusqlite::Result<_>>()?;
    held.sort_by_key(Held::order);
    let places: HashMap<PositionId, usize> =
        held.iter().enumerate().map(|(at, held)| (held.id, at)).collect();
    let mut ordinals: Vec<Vec<u32>> = vec![Vec::new(); held.len()];
    let mut statement = connection.prepare_cached("SELECT position, actor, ordinal FROM position_actor")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let Some(at) = places.get(&row.get(0)?) else { continue };
        let ordinal = row.get(2)?;
        let place = ordinals[*at].partition_point(|other| *other <= ordinal);
        ordinals[*at].insert(place, ordinal);
        held[*at].actors.insert(place, row.get(1)?);
    }
    let mut statement = connection.prepare_cached("SELECT position, relation FROM evidence")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(at) = places.get(&row.get(0)?) {
            held[*at].add_evidence(row.get(1)?);
        }
    }
    Ok(held)
}

fn one(connection: &Connection, id: &str) -> Result<Option<Held>> {
    let mut statement = connection.prepare_cached(&format!("{COLUMNS} WHERE id = ?"))?;
    let Some(mut held) = statement.query_map([id], Held::from_row)?.next().transpose()? else {
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
