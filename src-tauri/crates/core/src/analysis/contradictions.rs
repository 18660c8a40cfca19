//! What does not agree: an actor on both sides of a question, parts of one actor on different sides, and
//! excerpts that speak against the position they belong to. Findings, not mistakes: often they are the news.

use super::ledger::Held;
use super::standing::Standing;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, ExcerptId, IssueId, PositionId};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Two things that do not agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "between", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Contradiction {
    /// Two positions on different sides, taken by one actor or by two of which one belongs to the other.
    Positions {
        /// On what.
        issue: IssueId,
        /// The older one.
        earlier: PositionId,
        /// The newer one.
        later: PositionId,
    },
    /// A position and an excerpt that speaks against it.
    Evidence {
        /// On what.
        issue: IssueId,
        /// The position.
        position: PositionId,
        /// The excerpt.
        excerpt: ExcerptId,
    },
}

impl Dossier {
    /// What does not agree on `day`, by issue, the older positions first.
    pub fn contradictions(&self, day: NaiveDate) -> Result<Vec<Contradiction>> {
        let connection = &self.store.connection;
        let ledger = self.ledger()?;
        let standing = Standing::on(self, &ledger, day)?;
        let by_issue = standing.by_issue();
        let mut against = connection.prepare_cached(
            "SELECT excerpt FROM evidence WHERE position = ? AND relation = 'contradicts' ORDER BY ordinal",
        )?;
        let mut found = Vec::new();
        for issue in standing.issues.iter().map(|issue| issue.id) {
            let positions = by_issue.get(&issue).map_or(&[][..], Vec::as_slice);
            for (earlier, later) in opposed(positions, &standing) {
                let (earlier, later) = (positions[earlier].id, positions[later].id);
                found.push(Contradiction::Positions { issue, earlier, later });
            }
            for position in positions.iter().filter(|position| position.disputed).map(|position| position.id)
            {
                for excerpt in against.query_map([position], |row| row.get(0))? {
                    found.push(Contradiction::Evidence { issue, position, excerpt: excerpt? });
                }
            }
        }
        Ok(found)
    }
}

/// Pairs, by their places, of positions on different sides taken by one actor or by one and its part.
fn opposed(positions: &[&Held], standing: &Standing<'_>) -> BTreeSet<(usize, usize)> {
    let mut by_actor: BTreeMap<ActorId, Vec<usize>> = BTreeMap::new();
    for (at, position) in positions.iter().enumerate() {
        for actor in position.actors.iter().filter(|_| position.side().is_some()) {
            by_actor.entry(*actor).or_default().push(at);
        }
    }
    let mut pairs = BTreeSet::new();
    for (actor, own) in &by_actor {
        for kin in std::iter::once(*actor).chain(standing.above(*actor)) {
            for (one, other) in own
                .iter()
                .flat_map(|one| by_actor.get(&kin).into_iter().flatten().map(move |other| (one, other)))
            {
                if positions[*one].side() != positions[*other].side() {
                    pairs.insert((*one.min(other), *one.max(other)));
                }
            }
        }
    }
    pairs
}
