//! What a block draws on, and how.

use crate::ids::{ActorId, IssueId};
use crate::notes::NoteSnapshot;
use crate::notes::block::{Analysis, Block, Body, CitationTarget};
use crate::positions::{Position, PositionState};
use chrono::{Days, NaiveDate};

/// In which way something is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::analysis) enum How {
    /// As it stands now.
    Now,
    /// As what stood before something else did.
    Then,
}

/// What a block cites or shows one by one.
pub(in crate::analysis) fn drawn(block: &Block) -> Vec<(CitationTarget, How)> {
    let earlier = match &block.body {
        Body::Change { from, .. } => Some(CitationTarget::Position(*from)),
        // Of a withdrawn source a block may say what rested on it.
        Body::Analysis { of: Analysis::Source { source }, .. } => Some(CitationTarget::Source(*source)),
        _ => None,
    };
    let how = |target: &CitationTarget| if Some(*target) == earlier { How::Then } else { How::Now };
    block.body.cites().into_iter().map(|target| (target, how(&target))).collect()
}

/// The rows and columns of a block that shows positions by actor and issue; none for other blocks.
pub(in crate::analysis) fn cells(
    snapshot: &NoteSnapshot,
    body: &Body,
    day: NaiveDate,
) -> Vec<(ActorId, IssueId)> {
    let all = || snapshot.issues.iter().map(|issue| issue.id).collect::<Vec<_>>();
    let (actors, issues) = match body {
        Body::PositionsTable { actors, issues, .. } => {
            let issues = if issues.is_empty() { all() } else { issues.clone() };
            let speaks =
                |actor: &ActorId| issues.iter().any(|&issue| !held(snapshot, *actor, issue, day).is_empty());
            let actors = if actors.is_empty() {
                snapshot.actors.iter().map(|actor| actor.id).filter(speaks).collect()
            } else {
                actors.clone()
            };
            (actors, issues)
        }
        Body::ActorProfile { actor } => (vec![*actor], all()),
        _ => return Vec::new(),
    };
    actors.iter().flat_map(|&actor| issues.iter().map(move |&issue| (actor, issue))).collect()
}

/// What a cell shows on a day.
pub(in crate::analysis) fn held(
    snapshot: &NoteSnapshot,
    actor: ActorId,
    issue: IssueId,
    day: NaiveDate,
) -> Vec<&Position> {
    shown_in_cell(snapshot, snapshot.positions.iter(), actor, issue, day)
}

/// What a note's table shows of `positions` in a cell on a day, the latest first: the current position, and other current
/// ones where the stance differs and is not stale; the latest superseded one where nothing is current. Nothing from
/// after the day.
pub fn shown_in_cell<'a>(
    snapshot: &'a NoteSnapshot,
    positions: impl Iterator<Item = &'a Position>,
    actor: ActorId,
    issue: IssueId,
    day: NaiveDate,
) -> Vec<&'a Position> {
    let mut held: Vec<&Position> = positions
        .filter(|position| position.issue == issue && position.actors.contains(&actor))
        .filter(|position| position.state != PositionState::Withdrawn && position.as_of.earliest() <= day)
        .collect();
    held.sort_by(|one, other| other.as_of.cmp(&one.as_of).then(other.created_at.cmp(&one.created_at)));
    if !held.iter().any(|position| position.state == PositionState::Current) {
        held.truncate(1);
        return held;
    }
    let mut shown: Vec<&Position> = Vec::new();
    for position in held.into_iter().filter(|position| position.state == PositionState::Current) {
        let differs = shown.iter().all(|other| other.stance != position.stance);
        if shown.is_empty() || differs && stale_since(snapshot, position, day).is_none() {
            shown.push(position);
        }
    }
    shown
}

/// The first day on which a current position was past its issue's half-life, or its own review date, if it is on `day`.
/// A superseded position is past, not stale.
#[must_use]
pub fn stale_since(snapshot: &NoteSnapshot, position: &Position, day: NaiveDate) -> Option<NaiveDate> {
    if position.state != PositionState::Current {
        return None;
    }
    let issue = snapshot.issues.iter().find(|issue| issue.id == position.issue);
    let outlived = issue
        .and_then(|issue| issue.half_life_days)
        .and_then(|days| position.as_of.latest().checked_add_days(Days::new(u64::from(days) + 1)));
    let overdue = position.review_by.and_then(|review| review.latest().succ_opt());
    [outlived, overdue].into_iter().flatten().min().filter(|since| *since <= day)
}
