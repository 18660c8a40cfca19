//! The matrix: actors by issues, in each cell where the actor stood on the day.

use super::standing::{Held, Side, Standing};
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IssueId, PositionId};
use crate::issues::Issue;
use crate::positions::Stance;
use crate::time::PartialDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MatrixFilter {
    /// The day, or the last day that a partial date can mean. Later positions are left out, and those that
    /// stood then and do not now are in.
    pub as_of: PartialDate,
    /// Columns; empty means every issue.
    #[serde(default)]
    pub issues: Vec<IssueId>,
    /// Rows; empty means every actor.
    #[serde(default)]
    pub actors: Vec<ActorId>,
}

/// Actors by issues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Matrix {
    /// Columns, in the issues' order.
    pub issues: Vec<IssueId>,
    /// Rows, each actor before those under it.
    pub rows: Vec<Row>,
}

/// One actor's stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Row {
    /// The actor.
    pub actor: ActorId,
    /// How many stand above it in the tree.
    pub depth: u32,
    /// One for each column; `None` where no position was found.
    pub cells: Vec<Option<Cell>>,
}

/// Where an actor stands on an issue: its latest position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Cell {
    /// The position.
    pub position: PositionId,
    /// Where on the scale.
    pub stance: Stance,
    /// The day it was held.
    pub as_of: PartialDate,
    /// How many excerpts it has.
    pub quotes: u32,
    /// With whom it is taken jointly, in the order they are named.
    pub joint: Vec<ActorId>,
    /// Whether something has to hold or to come first.
    pub conditional: bool,
    /// Whether it has outlived the issue's half-life or the day of its review.
    pub stale: bool,
    /// Whether the actor, one above it or one under it also stands on the other side, or an excerpt speaks
    /// against the position.
    pub contradicted: bool,
    /// How many more of the actor's positions stand on this issue.
    pub more: u32,
}

impl Dossier {
    /// Who stood where on a day.
    pub fn matrix(&self, filter: &MatrixFilter) -> Result<Matrix> {
        let standing = Standing::on(&self.store.connection, filter.as_of.latest())?;
        let by_issue = standing.by_issue();
        let issues: Vec<&Issue> = standing
            .issues
            .iter()
            .filter(|issue| filter.issues.is_empty() || filter.issues.contains(&issue.id))
            .collect();
        let columns: Vec<Column<'_>> = issues
            .iter()
            .map(|issue| Column::new(issue, by_issue.get(&issue.id).map_or(&[], Vec::as_slice), &standing))
            .collect();
        let rows = standing
            .actors
            .iter()
            .filter(|(actor, _)| filter.actors.is_empty() || filter.actors.contains(&actor.id))
            .map(|(actor, depth)| Row {
                actor: actor.id,
                depth: *depth,
                cells: columns.iter().map(|column| column.cell(actor.id, &standing)).collect(),
            })
            .collect();
        Ok(Matrix { issues: issues.iter().map(|issue| issue.id).collect(), rows })
    }
}

/// One issue with its positions by actor.
struct Column<'a> {
    issue: &'a Issue,
    held: BTreeMap<ActorId, Vec<&'a Held>>,
    /// Which sides those under an actor are on, at whatever depth.
    below: BTreeMap<ActorId, Sides>,
}

/// Which sides some positions are on.
#[derive(Debug, Clone, Copy, Default)]
struct Sides {
    supporting: bool,
    opposing: bool,
}

impl Sides {
    fn add(&mut self, side: Side) {
        match side {
            Side::For => self.supporting = true,
            Side::Against => self.opposing = true,
        }
    }

    fn holds(self, side: Side) -> bool {
        match side {
            Side::For => self.supporting,
            Side::Against => self.opposing,
        }
    }
}

impl<'a> Column<'a> {
    fn new(issue: &'a Issue, positions: &[&'a Held], standing: &Standing) -> Self {
        let mut held: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut below: BTreeMap<_, Sides> = BTreeMap::new();
        for position in positions {
            for actor in &position.actors {
                held.entry(*actor).or_default().push(*position);
                for (side, above) in position
                    .side()
                    .into_iter()
                    .flat_map(|side| standing.above(*actor).map(move |above| (side, above)))
                {
                    below.entry(above).or_default().add(side);
                }
            }
        }
        Self { issue, held, below }
    }

    fn cell(&self, actor: ActorId, standing: &Standing) -> Option<Cell> {
        let held = self.held.get(&actor)?;
        let latest = held.last()?;
        let past = |day: Option<chrono::NaiveDate>| day.is_some_and(|day| day <= standing.day);
        Some(Cell {
            position: latest.id,
            stance: latest.stance,
            as_of: latest.as_of,
            quotes: latest.quotes,
            joint: latest.actors.iter().copied().filter(|other| *other != actor).collect(),
            conditional: latest.conditional,
            stale: past(latest.outlived(self.issue)) || past(latest.overdue()),
            contradicted: latest.disputed || self.opposed(latest, actor, standing),
            more: held.len() as u32 - 1,
        })
    }

    /// Whether the actor or its kin stands on the other side as well.
    fn opposed(&self, position: &Held, actor: ActorId, standing: &Standing) -> bool {
        let Some(other) = position.side().map(Side::other) else { return false };
        let on_other_side = |kin: ActorId| {
            self.held.get(&kin).is_some_and(|held| held.iter().any(|held| held.side() == Some(other)))
        };
        std::iter::once(actor).chain(standing.above(actor)).any(on_other_side)
            || self.below.get(&actor).is_some_and(|sides| sides.holds(other))
    }
}
