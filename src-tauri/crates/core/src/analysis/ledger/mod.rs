//! Every position as far as questions about a day go, kept in memory between questions: reading a hundred thousand
//! of them takes many times as long as answering.
//!
//! What a step touches is read anew before the next question, so the ledger says what the tables say. Whoever has
//! time before the first question reads ahead, a bit at a time; the question reads what is left.

mod held;
mod reading;

use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::ids::PositionId;
use crate::positions::{EvidenceRow, Position, PositionActor};
use crate::store::row::Stored;
use crate::transact::Touched;
pub(in crate::analysis) use held::Held;
use reading::Reading;
use rusqlite::Connection;
use std::cell::{Ref, RefCell};
use std::collections::BTreeSet;

/// The positions of a dossier, as far as they are read.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    kept: RefCell<Kept>,
    /// Ids of positions that are to be read anew.
    touched: RefCell<BTreeSet<String>>,
}

#[derive(Debug, Default)]
enum Kept {
    #[default]
    Nothing,
    Begun(Reading),
    Whole(Entries),
}

impl Kept {
    fn whole(&self) -> Option<&Entries> {
        if let Self::Whole(entries) = self { Some(entries) } else { None }
    }
}

/// All positions, the oldest first; of one day the first recorded.
#[derive(Debug)]
pub(in crate::analysis) struct Entries {
    /// Each keeps its place, so that a step moves none of the others.
    held: Vec<Held>,
    /// The places in order, without those that are vacant.
    order: Vec<u32>,
    vacant: Vec<u32>,
}

/// Past so many, all are read anew.
const FEW: usize = 500;

/// So many rows are read ahead at once: nobody who asks for something else meanwhile waits long for it.
const BIT: usize = 5_000;

impl Ledger {
    /// Remembers which positions a step has touched.
    pub(super) fn touch(&mut self, rows: &[Touched]) {
        if matches!(self.kept.get_mut(), Kept::Nothing) {
            return;
        }
        let touched = self.touched.get_mut();
        for row in rows {
            if row.table.name == Position::TABLE.name {
                touched.insert(row.id.clone());
            } else if row.table.name == PositionActor::TABLE.name || row.table.name == EvidenceRow::TABLE.name
            {
                let images = [&row.before, &row.after].into_iter().flatten();
                let positions = images.filter_map(|image| image.get("position")?.as_str());
                touched.extend(positions.map(ToOwned::to_owned));
            }
        }
    }

    /// What is kept and of use, with what of it is to be read anew. A failure afterwards leaves nothing kept.
    fn take(&self) -> (Kept, BTreeSet<String>) {
        let (kept, touched) = (self.kept.take(), self.touched.take());
        if touched.len() > FEW { Default::default() } else { (kept, touched) }
    }

    /// Reads on by so many rows, and says whether something is left to read.
    fn read_on(&self, connection: &Connection, rows: usize) -> Result<bool> {
        let (kept, touched) = self.take();
        let mut reading = match kept {
            Kept::Nothing => Reading::default(),
            Kept::Begun(reading) => reading,
            whole @ Kept::Whole(_) => {
                self.kept.replace(whole);
                self.touched.replace(touched);
                return Ok(false);
            }
        };
        reading.read(connection, rows)?;
        let is_left = !reading.is_done();
        let kept =
            if is_left { Kept::Begun(reading) } else { Kept::Whole(Entries::of(reading.all(connection)?)) };
        self.kept.replace(kept);
        self.touched.replace(touched);
        Ok(is_left)
    }
}

impl Dossier {
    /// All positions as they stand in the tables now.
    pub(super) fn ledger(&self) -> Result<Ref<'_, Entries>> {
        let connection = &self.store.connection;
        let ledger = &self.memory.ledger;
        let (kept, touched) = ledger.take();
        let mut entries = match kept {
            Kept::Nothing => Entries::of(Reading::default().all(connection)?),
            Kept::Begun(reading) => Entries::of(reading.all(connection)?),
            Kept::Whole(entries) => entries,
        };
        entries.read_anew(&touched, connection)?;
        ledger.kept.replace(Kept::Whole(entries));
        Ref::filter_map(ledger.kept.borrow(), Kept::whole).map_err(|_| Error::NotFound { what: "ledger" })
    }

    /// Reads a bit of what the first question about positions would have to read, and says whether something is left.
    pub fn read_ahead(&self) -> Result<bool> {
        self.read_ahead_by(BIT)
    }

    pub(super) fn read_ahead_by(&self, rows: usize) -> Result<bool> {
        self.memory.ledger.read_on(&self.store.connection, rows)
    }
}

impl Entries {
    /// The positions of a snapshot.
    pub(in crate::analysis) fn of_snapshot<'p>(positions: impl IntoIterator<Item = &'p Position>) -> Self {
        let mut recorded: Vec<&Position> = positions.into_iter().collect();
        recorded.sort_by_key(|position| position.created_at);
        Self::of((0..).zip(recorded).map(|(n, position)| Held::of(position, n)).collect())
    }

    /// Of positions in the order in which they were recorded.
    fn of(mut held: Vec<Held>) -> Self {
        held.sort_by_cached_key(|held| held.as_of.sorted_as());
        Self { order: (0..held.len() as u32).collect(), held, vacant: Vec::new() }
    }

    pub(in crate::analysis) fn iter(&self) -> impl DoubleEndedIterator<Item = &Held> {
        self.order.iter().map(|place| &self.held[*place as usize])
    }

    fn read_anew(&mut self, touched: &BTreeSet<String>, connection: &Connection) -> Result<()> {
        if touched.is_empty() {
            return Ok(());
        }
        let ids: BTreeSet<PositionId> = touched.iter().filter_map(|id| id.parse().ok()).collect();
        let (held, vacant) = (&self.held, &mut self.vacant);
        self.order.retain(|place| {
            let gone = ids.contains(&held[*place as usize].id);
            if gone {
                vacant.push(*place);
            }
            !gone
        });
        for id in touched {
            let Some(held) = Held::one(connection, id)? else { continue };
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
