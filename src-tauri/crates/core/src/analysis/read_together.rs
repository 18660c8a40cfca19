//! The positions of a note's snapshot read together: the questions that a dossier answers, answered for the note's
//! own cut-off by the same rules, so that a block of a note and a screen of the window cannot say different things.

use super::alignment::Alignment;
use super::changes::{Change, Moved};
use super::contradictions::Contradiction;
use super::gaps::Gap;
use super::impact::PositionImpact;
use super::ledger::Entries;
use super::matrix::Matrix;
use super::stale::Stale;
use super::standing::Standing;
use crate::actors::Actor;
use crate::ids::{ActorId, IssueId, PositionId, SourceId};
use crate::notes::NoteSnapshot;
use crate::positions::{Position, Relation};
use crate::time::Moment;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A snapshot's positions on a day, as far as somebody is asked for.
#[derive(Debug)]
pub struct ReadTogether<'s> {
    snapshot: &'s NoteSnapshot,
    actors: &'s [ActorId],
    issues: &'s [IssueId],
    /// Those that may be spoken of.
    told: Vec<&'s Position>,
    /// The actors asked for and those that belong to them.
    concerned: BTreeSet<ActorId>,
    day: NaiveDate,
}

impl<'s> ReadTogether<'s> {
    /// What stands on `day` of the actors and on the issues asked for; none named means all. What is `untold` counts
    /// for nothing, but that it is there.
    #[must_use]
    pub fn of(
        snapshot: &'s NoteSnapshot,
        (actors, issues): (&'s [ActorId], &'s [IssueId]),
        untold: &BTreeSet<PositionId>,
        day: NaiveDate,
    ) -> Self {
        let told = snapshot.positions.iter().filter(|position| !untold.contains(&position.id)).collect();
        Self { snapshot, actors, issues, told, concerned: under(&snapshot.actors, actors), day }
    }

    /// Who stands with whom, and the positions that this rests on.
    #[must_use]
    pub fn alignment(&self) -> (Alignment, BTreeSet<PositionId>) {
        let held = Entries::of_snapshot(self.told.iter().copied());
        let matrix = Matrix::of(&self.standing(&held), self.actors, self.issues);
        let cells = matrix.rows.iter().flat_map(|row| row.cells.iter().flatten());
        (Alignment::of(&matrix), cells.map(|cell| cell.position).collect())
    }

    /// What has moved since a moment, a position after the cut-off left out.
    #[must_use]
    pub fn changes(&self, since: Moment) -> Vec<Change> {
        let known = self.told.iter().copied().filter(|position| position.as_of.earliest() <= self.day);
        let ledger = Entries::of_snapshot(known);
        let issues: Vec<IssueId> = self.snapshot.issues.iter().map(|issue| issue.id).collect();
        let mut changes: Vec<Change> =
            Moved::of(&ledger, since, &self.snapshot.withdrawn).by_issue(&issues).collect();
        changes.retain(|change| self.asks(&change.actors, change.issue));
        changes
    }

    /// What does not agree.
    #[must_use]
    pub fn contradictions(&self) -> Vec<Contradiction> {
        let held = Entries::of_snapshot(self.told.iter().copied());
        let by_id: BTreeMap<PositionId, &Position> = self.told.iter().map(|it| (it.id, *it)).collect();
        let against = |id: PositionId| {
            let evidence = by_id.get(&id).into_iter().flat_map(|position| &position.evidence);
            let against = evidence.filter(|evidence| evidence.relation == Relation::Contradicts);
            Ok(against.map(|evidence| evidence.excerpt).collect())
        };
        let mut found = Contradiction::all(&self.standing(&held), against).unwrap_or_default();
        found.retain(|one| {
            let (issue, positions) = match *one {
                Contradiction::Positions { issue, earlier, later, .. } => (issue, vec![earlier, later]),
                Contradiction::Evidence { issue, position, .. } => (issue, vec![position]),
            };
            positions.iter().filter_map(|id| by_id.get(id)).any(|position| self.asks(&position.actors, issue))
        });
        found
    }

    /// What has grown old.
    #[must_use]
    pub fn stale(&self) -> Vec<Stale> {
        let held = Entries::of_snapshot(self.told.iter().copied());
        let mut stale = Stale::all(&self.standing(&held));
        stale.retain(|stale| self.asks(&stale.actors, stale.issue));
        stale
    }

    /// What was looked for and not found, as [`Gap`]s are listed, and the positions that were found in its stead. What
    /// is untold was found.
    #[must_use]
    pub fn gaps(&self) -> (Vec<Gap>, BTreeSet<PositionId>) {
        let held = Entries::of_snapshot(&self.snapshot.positions);
        let standing = self.standing(&held);
        let mut gaps = Gap::all(&standing);
        let asked = |actor: &ActorId| self.actors.is_empty() || self.actors.contains(actor);
        gaps.retain(|gap| asked(&gap.actor) && gap.issue.is_none_or(|issue| self.asks_of(issue)));
        let found = standing.positions.iter().filter(|position| position.actors.iter().any(asked));
        (gaps, found.map(|position| position.id).collect())
    }

    /// What rests on a source.
    #[must_use]
    pub fn resting_on(&self, source: SourceId) -> Vec<PositionImpact> {
        let told: BTreeSet<PositionId> = self.told.iter().map(|position| position.id).collect();
        let mut resting = PositionImpact::all(self.snapshot, source);
        resting.retain(|position| {
            told.contains(&position.position) && self.asks(&position.actors, position.issue)
        });
        resting
    }

    fn standing<'h>(&self, held: &'h Entries) -> Standing<'h> {
        let mut depths: BTreeMap<ActorId, u32> = BTreeMap::new();
        let mut actors = Vec::with_capacity(self.snapshot.actors.len());
        for actor in &self.snapshot.actors {
            let depth = actor.parent.and_then(|parent| depths.get(&parent)).map_or(0, |above| above + 1);
            depths.insert(actor.id, depth);
            actors.push((actor.clone(), depth));
        }
        Standing::of(actors, self.snapshot.issues.clone(), held, self.day)
    }

    fn asks(&self, actors: &[ActorId], issue: IssueId) -> bool {
        let concerned = self.actors.is_empty() || actors.iter().any(|actor| self.concerned.contains(actor));
        concerned && self.asks_of(issue)
    }

    fn asks_of(&self, issue: IssueId) -> bool {
        self.issues.is_empty() || self.issues.contains(&issue)
    }
}

/// Those actors and all that belong to them; parents stand before children.
fn under(all: &[Actor], asked: &[ActorId]) -> BTreeSet<ActorId> {
    let mut under: BTreeSet<ActorId> = asked.iter().copied().collect();
    for actor in all {
        if actor.parent.is_some_and(|parent| under.contains(&parent)) {
            under.insert(actor.id);
        }
    }
    under
}
