//! Gaps: actors of whom nothing was found, and issues on which nothing was found of those who speak on others.

use super::standing::Standing;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IssueId};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;

/// An actor without a position on an issue, or on any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Gap {
    /// The actor.
    pub actor: ActorId,
    /// The issue; `None` if nothing was found of the actor on any.
    pub issue: Option<IssueId>,
}

impl Dossier {
    /// What is missing on `day`: first the actors without any position, then the others' gaps by actor and issue.
    /// Whoever takes none but speaks for others, or holds somebody who is heard, is neither: such actors stand in the
    /// tree only to do that.
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
        let mut heard = speaking.clone();
        heard.extend(standing.positions.iter().filter_map(|position| position.speaker));
        let holding: BTreeSet<ActorId> = heard.iter().flat_map(|actor| standing.above(*actor)).collect();
        let actors = || standing.actors.iter().map(|(actor, _)| actor.id);
        let is_silent = |actor: &ActorId| !heard.contains(actor) && !holding.contains(actor);
        let silent = actors().filter(is_silent).map(|actor| Self { actor, issue: None });
        let others = actors()
            .filter(|actor| speaking.contains(actor))
            .flat_map(|actor| standing.issues.iter().map(move |issue| (actor, issue.id)))
            .filter(|open| !taken.contains(open))
            .map(|(actor, issue)| Self { actor, issue: Some(issue) });
        // Where nothing is asked, nobody owes an answer.
        silent.filter(|_| !standing.issues.is_empty()).chain(others).collect()
    }
}
