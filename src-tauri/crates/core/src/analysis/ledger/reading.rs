//! Every position read in, a bit at a time: each table once from end to end, in the order it lies in.
//!
//! Steps may be done between two bits. What they touch is known to the ledger, which reads it anew when all is read,
//! so it does not matter on which side of a step a row was come upon.

use super::held::{Actors, COLUMNS, Held};
use crate::error::Result;
use crate::ids::{ActorId, IdMap, PositionId};
use rusqlite::{Connection, Row};
use std::cell::OnceCell;

/// As far as the positions are read.
#[derive(Debug, Default)]
pub(super) struct Reading {
    held: Vec<Held>,
    places: Places,
    /// Who takes the position at a place, and as which of several.
    taken: Vec<(usize, u32, ActorId)>,
    /// The table that is being read, and the last of its rows that was.
    table: Part,
    last: i64,
}

/// What is read one after the other.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Part {
    #[default]
    Positions,
    Actors,
    Evidence,
    /// Nothing is left.
    End,
}

impl Reading {
    /// All of them, at once.
    pub(super) fn all(mut self, connection: &Connection) -> Result<Vec<Held>> {
        while !self.is_done() {
            self.read(connection, usize::MAX)?;
        }
        Ok(self.held())
    }

    pub(super) fn is_done(&self) -> bool {
        self.table == Part::End
    }

    /// Reads on, at most so many rows.
    pub(super) fn read(&mut self, connection: &Connection, rows: usize) -> Result<()> {
        let read = match self.table {
            Part::Positions => self.rows(connection, rows, COLUMNS, |reading, row| {
                let held = Held::from_row(row)?;
                reading.places.ids.push(held.id);
                reading.held.push(held);
                Ok(())
            }),
            Part::Actors => self.rows(
                connection,
                rows,
                "SELECT n, position, actor, ordinal FROM position_actor",
                |reading, row| {
                    if let Some(at) = reading.places.find(row.get(1)?) {
                        reading.taken.push((at, row.get(3)?, row.get(2)?));
                    }
                    Ok(())
                },
            ),
            Part::Evidence => {
                self.rows(connection, rows, "SELECT n, position, relation FROM evidence", |reading, row| {
                    if let Some(at) = reading.places.find(row.get(1)?) {
                        reading.held[at].add_evidence(row.get(2)?);
                    }
                    Ok(())
                })
            }
            Part::End => return Ok(()),
        }?;
        if read < rows {
            self.last = 0;
            self.places.last = 0;
            self.table = match self.table {
                Part::Positions => Part::Actors,
                Part::Actors => Part::Evidence,
                Part::Evidence | Part::End => Part::End,
            };
        }
        Ok(())
    }

    /// Goes through the next rows that `select` gives, the first column being the row's number, and says how many.
    fn rows(
        &mut self,
        connection: &Connection,
        most: usize,
        select: &str,
        mut take: impl FnMut(&mut Self, &Row<'_>) -> Result<()>,
    ) -> Result<usize> {
        let mut statement = connection.prepare_cached(&format!("{select} WHERE n > ? ORDER BY n"))?;
        let mut rows = statement.query([self.last])?;
        let mut read = 0;
        while read < most
            && let Some(row) = rows.next()?
        {
            take(self, row)?;
            read += 1;
            if read == most {
                self.last = row.get(0)?;
            }
        }
        Ok(read)
    }

    /// What was read, in the order in which it was recorded.
    fn held(mut self) -> Vec<Held> {
        // Those of one ordinal stay as they were recorded.
        self.taken.sort_by_key(|(at, ordinal, _)| (*at, *ordinal));
        for by_one in self.taken.chunk_by(|one, other| one.0 == other.0) {
            self.held[by_one[0].0].actors = by_one.iter().map(|(_, _, actor)| *actor).collect::<Actors>();
        }
        self.held
    }
}

/// Finds positions by their ids. Other tables name them mostly in the order in which they were recorded, so the next
/// one is looked for beside the last before all are.
#[derive(Debug, Default)]
struct Places {
    ids: Vec<PositionId>,
    last: usize,
    by_id: OnceCell<IdMap<PositionId, usize>>,
}

/// So far beside the last.
const BESIDE: usize = 8;

impl Places {
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
