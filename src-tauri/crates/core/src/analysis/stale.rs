//! Positions that have grown old: past their issue's half-life, or past the day they were to be looked at again.

use super::standing::Standing;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IssueId, PositionId};
use crate::issues::Issue;
use crate::positions::Stance;
use crate::time::PartialDate;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// A position that has grown old.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Stale {
    /// The position.
    pub position: PositionId,
    /// Who takes it.
    pub actors: Vec<ActorId>,
    /// On what.
    pub issue: IssueId,
    /// Where on the scale.
    pub stance: Stance,
    /// The day it was held.
    pub as_of: PartialDate,
    /// The first day on which it was stale.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub since: NaiveDate,
    /// Why.
    pub reason: StaleReason,
}

crate::store::codec::words! {
    /// Why a position counts as old.
    StaleReason {
        /// It has outlived its issue's half-life.
        HalfLife = "half_life",
        /// The day of its review has passed.
        Review = "review",
    }
}

impl Dossier {
    /// The positions that stand on `day` and are stale, the longest stale first.
    pub fn stale_positions(&self, day: NaiveDate) -> Result<Vec<Stale>> {
        let ledger = self.ledger()?;
        Ok(Stale::all(&Standing::on(self, &ledger, day)?))
    }
}

impl Stale {
    /// What is stale of that which stands, the longest stale first.
    pub(super) fn all(standing: &Standing<'_>) -> Vec<Self> {
        let day = standing.day;
        let issues: BTreeMap<IssueId, &Issue> =
            standing.issues.iter().map(|issue| (issue.id, issue)).collect();
        let mut stale = Vec::new();
        for position in &standing.positions {
            let outlived = issues.get(&position.issue).and_then(|issue| position.outlived(issue));
            let first = [(outlived, StaleReason::HalfLife), (position.overdue(), StaleReason::Review)]
                .into_iter()
                .filter_map(|(since, reason)| Some((since.filter(|since| *since <= day)?, reason)))
                .min();
            stale.extend(first.map(|(since, reason)| Self {
                position: position.id,
                actors: position.actors.to_vec(),
                issue: position.issue,
                stance: position.stance,
                as_of: position.as_of,
                since,
                reason,
            }));
        }
        stale.sort_by_key(|stale| stale.since);
        stale
    }
}
