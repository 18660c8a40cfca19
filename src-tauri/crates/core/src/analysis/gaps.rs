//! Gaps: issues on which an actor that matters here has said nothing that anybody found.

use super::standing::Standing;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IssueId};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;

/// An actor without a position on an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Gap {
    /// The actor.
    pub actor: ActorId,
    /// The issue.
    pub issue: IssueId,
}

impl Dossier {
    /// What is missing on `day`, by actor, then by issue. An actor without any position is listed nowhere:
    /// most actors stand in the tree only to hold others.
    pub fn gaps(&self, day: NaiveDate) -> Result<Vec<Gap>> {
        let ledger = self.ledger()?;
        Ok(Gap::all(&Standing::on(self, &ledger, day)?))
    }
}

impl Gap {
    /// What is missing where that stands.
    pub(super) fn all(standing: &Standing<'_>) -> Vec<Self> {
        let mut taken = BTreeSet::new();
        let mut speaking = BTreeSet::new();
        for position in &standing.positions {
            for actor in position.actors.iter() {
                taken.insert((*actor, position.issue));
                speaking.insert(*actor);
            }
        }
        let actors =
            standing.actors.iter().map(|(actor, _)| actor.id).filter(|actor| speaking.contains(actor));
        actors
            .flat_map(|actor| standing.issues.iter().map(move |issue| Self { actor, issue: issue.id }))
            .filter(|gap| !taken.contains(&(gap.actor, gap.issue)))
            .collect()
    }
}
