//! The matrix in words: what leaves the program as a table, each cell with all that qualifies it.

use super::matrix::{Cell, Matrix, MatrixFilter};
use crate::actors::{Actor, queries::in_tree_order};
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IssueId, PositionId};
use crate::issues::queries::in_order;
use crate::positions::Position;
use crate::positions::queries::select;
use crate::time::PartialDate;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Actors by issues, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixTable {
    /// The dossier's title.
    pub title: String,
    /// The day.
    pub as_of: PartialDate,
    /// The highest marking of anything in it, and of the dossier.
    pub marking: Option<String>,
    /// Titles of the columns.
    pub issues: Vec<String>,
    /// Each actor before those under it.
    pub rows: Vec<TableRow>,
}

/// One actor's stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Its full name.
    pub actor: String,
    /// Whom it belongs to.
    pub under: Option<String>,
    /// How many stand above it in the tree.
    pub depth: u32,
    /// One for each column; `None` where no position was found.
    pub cells: Vec<Option<TableCell>>,
}

/// Where an actor stands on an issue, in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCell {
    /// As the matrix shows it.
    pub cell: Cell,
    /// What it is taken from.
    pub position: Position,
    /// With whom it is taken jointly.
    pub joint: Vec<String>,
    /// Its marking: its own, or the highest of what shows it and of the dossier.
    pub marking: Option<String>,
}

impl Dossier {
    /// Who stood where on a day, in words.
    pub fn matrix_table(&self, filter: &MatrixFilter) -> Result<MatrixTable> {
        let connection = &self.store.connection;
        let Matrix { issues, rows } = self.matrix(filter)?;
        let actors: BTreeMap<ActorId, Actor> =
            in_tree_order(connection)?.into_iter().map(|(actor, _)| (actor.id, actor)).collect();
        let titles: BTreeMap<IssueId, String> =
            in_order(connection)?.into_iter().map(|issue| (issue.id, issue.title)).collect();
        let words = Words { actors, positions: by_id(connection)?, markings: self.markings()? };
        let rows: Vec<TableRow> =
            rows.into_iter().filter_map(|row| words.row(row.actor, row.depth, row.cells)).collect();
        let head = self.head()?;
        let marked =
            rows.iter().flat_map(|row| row.cells.iter().flatten().map(|cell| cell.marking.as_deref()));
        let marking = head.marking_scheme.highest(marked.chain([head.marking.as_deref()]).flatten());
        Ok(MatrixTable {
            as_of: filter.as_of,
            marking: marking.map(ToOwned::to_owned),
            title: head.title.clone(),
            issues: issues.iter().filter_map(|issue| titles.get(issue).cloned()).collect(),
            rows,
        })
    }

    /// The marking of each position that has one.
    fn markings(&self) -> Result<BTreeMap<PositionId, String>> {
        let head = self.head()?;
        let mut statement = self.store.connection.prepare_cached(
            "SELECT position.id, coalesce(position.marking, excerpt.marking, source.marking, ?1), position.marking IS NULL
             FROM position LEFT JOIN evidence ON evidence.position = position.id
                 LEFT JOIN excerpt ON excerpt.id = excerpt LEFT JOIN source ON source.id = source",
        )?;
        let mut markings = BTreeMap::new();
        let mut rows = statement.query([&head.marking])?;
        while let Some(row) = rows.next()? {
            let (id, label, shown): (PositionId, Option<String>, bool) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let floor = head.marking.as_deref().filter(|_| shown);
            let before = markings.remove(&id);
            let labels = [label.as_deref(), before.as_deref(), floor].into_iter().flatten();
            if let Some(highest) = head.marking_scheme.highest(labels) {
                markings.insert(id, highest.to_owned());
            }
        }
        Ok(markings)
    }
}

/// What the cells' ids stand for.
struct Words {
    actors: BTreeMap<ActorId, Actor>,
    positions: BTreeMap<PositionId, Position>,
    markings: BTreeMap<PositionId, String>,
}

impl Words {
    fn row(&self, actor: ActorId, depth: u32, cells: Vec<Option<Cell>>) -> Option<TableRow> {
        let Actor { name, parent, .. } = self.actors.get(&actor)?;
        Some(TableRow {
            actor: name.clone(),
            under: parent.and_then(|above| self.name(above)),
            depth,
            cells: cells.into_iter().map(|cell| self.cell(cell?)).collect(),
        })
    }

    fn cell(&self, cell: Cell) -> Option<TableCell> {
        Some(TableCell {
            position: self.positions.get(&cell.position)?.clone(),
            joint: cell.joint.iter().filter_map(|actor| self.name(*actor)).collect(),
            marking: self.markings.get(&cell.position).cloned(),
            cell,
        })
    }

    fn name(&self, actor: ActorId) -> Option<String> {
        self.actors.get(&actor).map(|actor| actor.name.clone())
    }
}

fn by_id(connection: &Connection) -> Result<BTreeMap<PositionId, Position>> {
    Ok(select(connection, "", [])?.into_iter().map(|position| (position.id, position)).collect())
}
