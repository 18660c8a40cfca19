//! The timeline: how positions moved, the oldest first, with those that no longer stand.

use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IssueId, PositionId};
use crate::positions::queries::PositionFilter;
use crate::positions::{PositionState, Stance};
use crate::time::PartialDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// One stage of a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TimelineEntry {
    /// The position.
    pub position: PositionId,
    /// Who took it.
    pub actors: Vec<ActorId>,
    /// On what.
    pub issue: IssueId,
    /// Where on the scale.
    pub stance: Stance,
    /// The day it was held.
    pub as_of: PartialDate,
    /// The day of the one that took its place.
    pub until: Option<PartialDate>,
    /// Whether it still stands.
    pub state: PositionState,
}

impl Dossier {
    /// How positions moved: an actor's, those on an issue, or an actor's on an issue.
    pub fn timeline(&self, filter: &PositionFilter) -> Result<Vec<TimelineEntry>> {
        let positions = filter.select(&self.store.connection, "ORDER BY as_of, n")?;
        // The first that took its place ended it, whatever became of that one.
        let mut until: BTreeMap<PositionId, PartialDate> = BTreeMap::new();
        for later in &positions {
            if let Some(earlier) = later.supersedes {
                until.entry(earlier).or_insert(later.as_of);
            }
        }
        Ok(positions
            .into_iter()
            .map(|position| TimelineEntry {
                until: until.get(&position.id).copied(),
                position: position.id,
                actors: position.actors,
                issue: position.issue,
                stance: position.stance,
                as_of: position.as_of,
                state: position.state,
            })
            .collect())
    }
}
