//! The matrix: actors by issues, in each cell where the actor stood on the day.

use super::ledger::Held;
use super::standing::{Side, Standing};
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IdMap, IssueId, PositionId};
use crate::issues::Issue;
use crate::positions::Stance;
use crate::time::PartialDate;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
    /// How many excerpts show it.
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
    /// Whether those under the actor stand where it does.
    pub people: People,
}

/// Those under an actor, at whatever depth, who hold a position on the issue: by their latest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct People {
    /// On the actor's side, or on neither as it is.
    pub agree: u32,
    /// Elsewhere.
    pub differ: u32,
}

impl Dossier {
    /// Who stood where on a day.
    pub fn matrix(&self, filter: &MatrixFilter) -> Result<Matrix> {
        let ledger = self.ledger()?;
        let standing = Standing::on(self, &ledger, filter.as_of.latest())?;
        Ok(Matrix::of(&standing, &filter.actors, &filter.issues))
    }
}

impl Matrix {
    /// What stands, by those actors and on those issues; none named means all.
    pub(super) fn of(standing: &Standing<'_>, actors: &[ActorId], issues: &[IssueId]) -> Self {
        let tree = Tree::of(standing);
        let shown: Vec<&Issue> =
            standing.issues.iter().filter(|issue| issues.is_empty() || issues.contains(&issue.id)).collect();
        let mut columns: Vec<Column<'_>> =
            shown.iter().map(|issue| Column::new(issue, tree.parents.len())).collect();
        let places: IdMap<IssueId, usize> =
            shown.iter().enumerate().map(|(at, issue)| (issue.id, at)).collect();
        // Once through all in the order they lie in: there are many more positions than cells.
        for position in &standing.positions {
            if let Some(at) = places.get(&position.issue) {
                columns[*at].add(position, &tree);
            }
        }
        for column in &mut columns {
            column.count_people(&tree);
        }
        let rows = standing
            .actors
            .iter()
            .enumerate()
            .filter(|(_, (actor, _))| actors.is_empty() || actors.contains(&actor.id))
            .map(|(at, (actor, depth))| Row {
                actor: actor.id,
                depth: *depth,
                cells: columns.iter().map(|column| column.cell(at, actor.id, &tree, standing.day)).collect(),
            })
            .collect();
        Self { issues: shown.iter().map(|issue| issue.id).collect(), rows }
    }
}

/// The actors by their numbers in the tree, so that a cell is found without looking for it.
struct Tree {
    numbers: IdMap<ActorId, usize>,
    parents: Vec<Option<usize>>,
}

impl Tree {
    fn of(standing: &Standing<'_>) -> Self {
        let numbers: IdMap<ActorId, usize> =
            standing.actors.iter().enumerate().map(|(at, (actor, _))| (actor.id, at)).collect();
        let parents = standing.actors.iter().map(|(actor, _)| numbers.get(&actor.parent?).copied()).collect();
        Self { numbers, parents }
    }

    /// Those that the actor belongs to, the nearest first.
    fn above(&self, actor: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.parents[actor], |above| self.parents[*above])
    }
}

/// One issue with its positions by actor.
struct Column<'a> {
    issue: &'a Issue,
    /// An actor's latest position, and how many it holds.
    latest: Vec<Option<&'a Held>>,
    held: Vec<u32>,
    /// Which sides an actor is on itself, and which those under it are, at whatever depth.
    own: Vec<Sides>,
    below: Vec<Sides>,
    /// How many under an actor are for it, against it, and on neither side, by their latest position.
    people: Vec<[u32; 3]>,
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
    fn new(issue: &'a Issue, actors: usize) -> Self {
        Self {
            issue,
            latest: vec![None; actors],
            held: vec![0; actors],
            own: vec![Sides::default(); actors],
            below: vec![Sides::default(); actors],
            people: vec![[0; 3]; actors],
        }
    }

    /// Takes in a position, later than those before it.
    fn add(&mut self, position: &'a Held, tree: &Tree) {
        let side = position.side();
        for actor in position.actors.iter().filter_map(|actor| tree.numbers.get(actor).copied()) {
            self.latest[actor] = Some(position);
            self.held[actor] += 1;
            let Some(side) = side else { continue };
            self.own[actor].add(side);
            for above in tree.above(actor) {
                self.below[above].add(side);
            }
        }
    }

    fn count_people(&mut self, tree: &Tree) {
        for (actor, latest) in self.latest.iter().enumerate() {
            let Some(latest) = latest else { continue };
            for above in tree.above(actor) {
                self.people[above][place(latest)] += 1;
            }
        }
    }

    fn cell(&self, at: usize, actor: ActorId, tree: &Tree, day: NaiveDate) -> Option<Cell> {
        let latest = self.latest[at]?;
        let past = |first: Option<NaiveDate>| first.is_some_and(|first| first <= day);
        Some(Cell {
            position: latest.id,
            stance: latest.stance,
            as_of: latest.as_of,
            quotes: latest.quotes,
            joint: latest.actors.iter().copied().filter(|other| *other != actor).collect(),
            conditional: latest.conditional,
            stale: past(latest.outlived(self.issue)) || past(latest.overdue()),
            contradicted: latest.against > 0 || self.opposed(latest, at, tree),
            more: self.held[at] - 1,
            people: self.people(latest, at),
        })
    }

    fn people(&self, position: &Held, actor: usize) -> People {
        let people = self.people[actor];
        let agree = people[place(position)];
        People { agree, differ: people.iter().sum::<u32>() - agree }
    }

    /// Whether the actor or its kin stands on the other side as well.
    fn opposed(&self, position: &Held, actor: usize, tree: &Tree) -> bool {
        let Some(other) = position.side().map(Side::other) else { return false };
        std::iter::once(actor).chain(tree.above(actor)).any(|kin| self.own[kin].holds(other))
            || self.below[actor].holds(other)
    }
}

/// Where a position stands among those for, against, and on neither side.
fn place(position: &Held) -> usize {
    match position.side() {
        Some(Side::For) => 0,
        Some(Side::Against) => 1,
        None => 2,
    }
}
