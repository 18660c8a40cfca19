//! What does not agree: an actor on both sides of a question, parts of one actor on different sides, and
//! excerpts that speak against the position they belong to. Findings, not mistakes: often they are the news.

use super::ledger::Held;
use super::standing::Standing;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{ActorId, ExcerptId, IssueId, PositionId};
use crate::positions::Manner;
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
        /// What explains it.
        discord: Discord,
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

crate::store::codec::words! {
    /// What a contradiction is put down to, the gravest first.
    ContradictionKind {
        /// Two positions, and nothing explains it.
        Conflict = "conflict",
        /// A position and its own evidence.
        Evidence = "evidence",
        /// Two positions, said to different people.
        Audiences = "audiences",
        /// Two positions, said by different people.
        Speakers = "speakers",
        /// Two positions, held on different days.
        OverTime = "over_time",
    }
}

/// How many contradictions there are of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct KindCount {
    /// The kind.
    pub kind: ContradictionKind,
    /// How many, one at least.
    pub count: usize,
}

crate::store::codec::words! {
    /// Why two positions stand on different sides: the first of these that is so.
    Discord {
        /// Different people speak: two actors, one of which belongs to the other, or two speakers of one.
        Speakers = "speakers",
        /// Different people are spoken to: one is said openly, the other behind closed doors.
        Audiences = "audiences",
        /// The actor has come over: the later one was held on a later day.
        OverTime = "over_time",
        /// None of these: at one time, by one voice, in one way.
        Conflict = "conflict",
    }
}

impl Dossier {
    /// What does not agree on `day`, by issue, the older positions first.
    pub fn contradictions(&self, day: NaiveDate) -> Result<Vec<Contradiction>> {
        let ledger = self.ledger()?;
        self.contradictions_in(&Standing::on(self, &ledger, day)?)
    }

    /// The same by kind, the gravest first, and within a kind as before.
    pub fn contradictions_by_kind(&self, day: NaiveDate) -> Result<Vec<Contradiction>> {
        let mut found = self.contradictions(day)?;
        found.sort_by_key(Contradiction::kind);
        Ok(found)
    }

    /// Those of them that one position has a part in.
    pub fn contradictions_of(&self, position: PositionId, day: NaiveDate) -> Result<Vec<Contradiction>> {
        let ledger = self.ledger()?;
        let mut standing = Standing::on(self, &ledger, day)?;
        let Some(held) = standing.positions.iter().copied().find(|held| held.id == position) else {
            return Ok(Vec::new());
        };
        standing.positions.retain(|other| other.issue == held.issue);
        let mut found = self.contradictions_in(&standing)?;
        found.retain(|one| one.involves(position));
        Ok(found)
    }

    fn contradictions_in(&self, standing: &Standing<'_>) -> Result<Vec<Contradiction>> {
        let mut against = self.store.connection.prepare_cached(
            "SELECT excerpt FROM evidence WHERE position = ? AND relation = 'contradicts' ORDER BY ordinal",
        )?;
        Contradiction::all(standing, |position| {
            let excerpts = against.query_map([position], |row| row.get(0))?;
            Ok(excerpts.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Contradiction {
    /// What does not agree of that which stands; `against` says which excerpts speak against a position.
    pub(super) fn all(
        standing: &Standing<'_>,
        mut against: impl FnMut(PositionId) -> Result<Vec<ExcerptId>>,
    ) -> Result<Vec<Self>> {
        let by_issue = standing.by_issue();
        let mut found = Vec::new();
        for issue in standing.issues.iter().map(|issue| issue.id) {
            let positions = by_issue.get(&issue).map_or(&[][..], Vec::as_slice);
            for (earlier, later) in opposed(positions, standing) {
                let (earlier, later) = (positions[earlier], positions[later]);
                let discord = Discord::between(earlier, later);
                found.push(Self::Positions { issue, earlier: earlier.id, later: later.id, discord });
            }
            for position in
                positions.iter().filter(|position| position.against > 0).map(|position| position.id)
            {
                let excerpts = against(position)?.into_iter();
                found.extend(excerpts.map(|excerpt| Self::Evidence { issue, position, excerpt }));
            }
        }
        Ok(found)
    }

    fn involves(&self, wanted: PositionId) -> bool {
        match *self {
            Self::Positions { earlier, later, .. } => [earlier, later].contains(&wanted),
            Self::Evidence { position, .. } => position == wanted,
        }
    }

    /// What it is put down to.
    #[must_use]
    pub fn kind(&self) -> ContradictionKind {
        match self {
            Self::Positions { discord, .. } => discord.kind(),
            Self::Evidence { .. } => ContradictionKind::Evidence,
        }
    }

    /// How many [`Self::all`] finds of each kind, the gravest first.
    pub(super) fn count(standing: &Standing<'_>) -> Vec<KindCount> {
        let by_issue = standing.by_issue();
        let mut counts: BTreeMap<ContradictionKind, usize> = BTreeMap::new();
        let mut add = |kind, more| *counts.entry(kind).or_default() += more;
        for positions in standing.issues.iter().filter_map(|issue| by_issue.get(&issue.id)) {
            for (earlier, later) in opposed(positions, standing) {
                add(Discord::between(positions[earlier], positions[later]).kind(), 1);
            }
            add(
                ContradictionKind::Evidence,
                positions.iter().map(|position| position.against as usize).sum(),
            );
        }
        let there = counts.into_iter().filter(|(_, count)| *count > 0);
        there.map(|(kind, count)| KindCount { kind, count }).collect()
    }
}

impl Discord {
    fn kind(self) -> ContradictionKind {
        match self {
            Self::Conflict => ContradictionKind::Conflict,
            Self::Audiences => ContradictionKind::Audiences,
            Self::Speakers => ContradictionKind::Speakers,
            Self::OverTime => ContradictionKind::OverTime,
        }
    }

    fn between(earlier: &Held, later: &Held) -> Self {
        let shared = earlier.actors.iter().any(|actor| later.actors.contains(actor));
        let two_speakers =
            matches!((earlier.speaker, later.speaker), (Some(one), Some(other)) if one != other);
        let said = (is_open(earlier.manner), is_open(later.manner));
        if !shared || two_speakers {
            Self::Speakers
        } else if matches!(said, (Some(one), Some(other)) if one != other) {
            Self::Audiences
        } else if earlier.as_of.latest() < later.as_of.earliest() {
            Self::OverTime
        } else {
            Self::Conflict
        }
    }
}

/// Whether it was said for everybody to hear; nobody knows of what was concluded from signs.
fn is_open(manner: Manner) -> Option<bool> {
    match manner {
        Manner::OnRecord | Manner::Reported => Some(true),
        Manner::Leaked | Manner::Background => Some(false),
        Manner::Inferred => None,
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
