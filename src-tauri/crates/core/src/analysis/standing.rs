//! The positions that stand on a day: what every question here starts from.

use super::ledger::{Entries, Held};
use crate::actors::{Actor, queries::in_tree_order};
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, IdMap, IssueId, PositionId};
use crate::issues::{Issue, queries::in_order};
use crate::positions::{PositionState, Stance};
use chrono::{Days, NaiveDate};

/// The positions that stand on a day, with the tree of actors and the list of issues.
pub(super) struct Standing<'l> {
    pub(super) day: NaiveDate,
    /// Each before those under it, with its depth.
    pub(super) actors: Vec<(Actor, u32)>,
    /// In their order.
    pub(super) issues: Vec<Issue>,
    /// The oldest first.
    pub(super) positions: Vec<&'l Held>,
    parents: IdMap<ActorId, ActorId>,
}

/// The two sides of a question. Neutral and unclear stances are on neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    For,
    Against,
}

impl<'l> Standing<'l> {
    /// What of the dossier's `ledger` stands on `day`.
    pub(super) fn on(dossier: &Dossier, ledger: &'l Entries, day: NaiveDate) -> Result<Self> {
        let connection = &dossier.store.connection;
        Ok(Self::of(in_tree_order(connection)?, in_order(connection)?, ledger, day))
    }

    /// What of a ledger stands on `day`, by these actors in the order of their tree and on these issues.
    pub(super) fn of(
        actors: Vec<(Actor, u32)>,
        issues: Vec<Issue>,
        ledger: &'l Entries,
        day: NaiveDate,
    ) -> Self {
        let parents =
            actors.iter().filter_map(|(actor, _)| actor.parent.map(|parent| (actor.id, parent))).collect();
        let replaced = replaced_by(ledger, day);
        let positions = ledger.iter().filter(|position| position.stands(day, &replaced)).collect();
        Self { day, actors, issues, positions, parents }
    }

    /// Those that the actor belongs to, the nearest first.
    pub(super) fn above(&self, actor: ActorId) -> impl Iterator<Item = ActorId> {
        std::iter::successors(self.parents.get(&actor), |above| self.parents.get(above)).copied()
    }

    /// The positions by issue.
    pub(super) fn by_issue(&self) -> IdMap<IssueId, Vec<&'l Held>> {
        let mut by_issue: IdMap<_, Vec<_>> = IdMap::default();
        for position in &self.positions {
            by_issue.entry(position.issue).or_default().push(*position);
        }
        by_issue
    }
}

impl Held {
    pub(super) fn side(&self) -> Option<Side> {
        Side::of(self.stance)
    }

    /// The first day on which it is too old for its issue.
    pub(super) fn outlived(&self, issue: &Issue) -> Option<NaiveDate> {
        let days = u64::from(issue.half_life_days?) + 1;
        self.as_of.latest().checked_add_days(Days::new(days))
    }

    /// The first day after the one on which it was to be looked at again.
    pub(super) fn overdue(&self) -> Option<NaiveDate> {
        self.review_by?.latest().succ_opt()
    }

    /// A superseded position stood until the one in its place was held. Of a withdrawn one nobody knows since
    /// when, so it stands on no day.
    fn stands(&self, day: NaiveDate, replaced: &IdMap<PositionId, bool>) -> bool {
        self.since <= day
            && match self.state {
                PositionState::Current => true,
                PositionState::Superseded => replaced.get(&self.id) == Some(&false),
                PositionState::Withdrawn => false,
            }
    }
}

impl Side {
    pub(super) fn of(stance: Stance) -> Option<Self> {
        match stance {
            Stance::Supports | Stance::SupportsWithConditions => Some(Self::For),
            Stance::Opposes | Stance::OpposesWithConditions => Some(Self::Against),
            Stance::Neutral | Stance::Unclear => None,
        }
    }

    pub(super) fn other(self) -> Self {
        match self {
            Self::For => Self::Against,
            Self::Against => Self::For,
        }
    }
}

/// For each position in whose place another was put: whether that was so on `day`. One that was withdrawn since ended it
/// all the same.
fn replaced_by(positions: &Entries, day: NaiveDate) -> IdMap<PositionId, bool> {
    let mut replaced = IdMap::default();
    for later in positions.iter() {
        if let Some(earlier) = later.supersedes {
            *replaced.entry(earlier).or_default() |= later.since <= day;
        }
    }
    replaced
}
