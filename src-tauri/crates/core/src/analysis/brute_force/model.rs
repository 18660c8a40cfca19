//! The same questions answered by going through everything, one sentence of the documentation after the other.

use super::World;
use crate::actors::queries::ActorRow;
use crate::analysis::{
    Agreement, AlignmentRow, Band, Cell, Change, Contradiction, Discord, Gap, Matrix, People, Row, Stale,
    StaleReason, TimelineEntry,
};
use crate::ids::{ActorId, IssueId, PositionId};
use crate::issues::Issue;
use crate::positions::queries::PositionFilter;
use crate::positions::{Manner, Position, PositionState, Relation, Stance};
use crate::time::{Moment, PartialDate};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

#[derive(Clone)]
pub(super) struct Model {
    day: NaiveDate,
    actors: Vec<ActorRow>,
    issues: Vec<Issue>,
    /// The earliest held first, then as they were recorded (the ids of a desk count up).
    positions: Vec<Position>,
    withdrawn: BTreeMap<PositionId, Moment>,
}

impl Model {
    pub(super) fn of(world: &World, as_of: PartialDate) -> Self {
        let dossier = &world.desk.dossier;
        let mut positions = dossier.positions(&PositionFilter::default()).unwrap();
        positions.sort_by_key(|position| (position.as_of, position.id));
        Self {
            day: as_of.latest(),
            actors: dossier.actors().unwrap(),
            issues: dossier.issues().unwrap().into_iter().map(|row| row.issue).collect(),
            positions,
            withdrawn: world.withdrawn.clone(),
        }
    }

    /// What stands: a current one since it was held; a superseded one until the day of what took its place.
    fn standing(&self) -> Vec<&Position> {
        let begun = |position: &&Position| position.as_of.earliest() <= self.day;
        let stands = |position: &&Position| match position.state {
            PositionState::Current => true,
            PositionState::Withdrawn => false,
            PositionState::Superseded => {
                let mut later =
                    self.positions.iter().filter(|later| later.supersedes == Some(position.id)).peekable();
                later.peek().is_some() && later.all(|later| later.as_of.earliest() > self.day)
            }
        };
        self.positions.iter().filter(begun).filter(stands).collect()
    }

    /// The same without what can only have been held after the day.
    pub(super) fn by_the_day(&self) -> Self {
        let mut known = self.clone();
        known.positions.retain(|position| position.as_of.earliest() <= self.day);
        known
    }

    fn held(&self, actor: ActorId, issue: IssueId) -> Vec<&Position> {
        let mut held = self.standing();
        held.retain(|position| position.issue == issue && position.actors.contains(&actor));
        held
    }

    fn is_under(&self, actor: ActorId, above: ActorId) -> bool {
        let parent = self.actors.iter().find(|row| row.actor.id == actor).unwrap().actor.parent;
        parent.is_some_and(|parent| parent == above || self.is_under(parent, above))
    }

    fn kin(&self, one: ActorId, other: ActorId) -> bool {
        one == other || self.is_under(one, other) || self.is_under(other, one)
    }

    fn outlived(&self, position: &Position) -> Option<NaiveDate> {
        let issue = self.issues.iter().find(|issue| issue.id == position.issue).unwrap();
        let first = position.as_of.latest() + Days::new(u64::from(issue.half_life_days?) + 1);
        (first <= self.day).then_some(first)
    }

    fn overdue(&self, position: &Position) -> Option<NaiveDate> {
        let first = position.review_by?.latest() + Days::new(1);
        (first <= self.day).then_some(first)
    }

    pub(super) fn matrix(&self) -> Matrix {
        let cell = |actor: ActorId, issue: IssueId| {
            let held = self.held(actor, issue);
            let latest = held.last()?;
            let against = |other: &Position| (score(latest.stance) * score(other.stance)) < 0;
            let opposed = self.standing().iter().any(|other| {
                other.issue == issue
                    && against(other)
                    && other.actors.iter().any(|whose| self.kin(actor, *whose))
            });
            Some(Cell {
                position: latest.id,
                stance: latest.stance,
                as_of: latest.as_of,
                quotes: latest.evidence.iter().filter(|it| it.relation == Relation::Supports).count() as u32,
                joint: latest.actors.iter().copied().filter(|joint| *joint != actor).collect(),
                conditional: latest.condition.is_some()
                    || [Stance::SupportsWithConditions, Stance::OpposesWithConditions]
                        .contains(&latest.stance),
                stale: self.outlived(latest).or(self.overdue(latest)).is_some(),
                contradicted: disputed(latest) || opposed,
                more: held.len() as u32 - 1,
                people: self.people(actor, issue, latest.stance),
            })
        };
        let row = |row: &ActorRow| Row {
            actor: row.actor.id,
            depth: row.depth,
            cells: self.issues.iter().map(|issue| cell(row.actor.id, issue.id)).collect(),
        };
        Matrix {
            issues: self.issues.iter().map(|issue| issue.id).collect(),
            rows: self.actors.iter().map(row).collect(),
        }
    }

    /// Those with the actor anywhere above them, one by one.
    fn people(&self, actor: ActorId, issue: IssueId, stance: Stance) -> People {
        let parent =
            |of: ActorId| self.actors.iter().find(|row| row.actor.id == of).and_then(|row| row.actor.parent);
        let is_under = |of: ActorId| {
            let mut above = parent(of);
            while let Some(next) = above {
                if next == actor {
                    return true;
                }
                above = parent(next);
            }
            false
        };
        let side = |stance: Stance| score(stance).signum();
        let mut people = People::default();
        for row in self.actors.iter().filter(|row| is_under(row.actor.id)) {
            match self.held(row.actor.id, issue).last() {
                Some(latest) if side(latest.stance) == side(stance) => people.agree += 1,
                Some(_) => people.differ += 1,
                None => {}
            }
        }
        people
    }

    pub(super) fn alignment(&self) -> Vec<AlignmentRow> {
        let readable = |actor: ActorId| -> Vec<(IssueId, i32)> {
            self.issues
                .iter()
                .filter_map(|issue| Some((issue.id, self.held(actor, issue.id).last()?.stance)))
                .filter(|(_, stance)| *stance != Stance::Unclear)
                .map(|(issue, stance)| (issue, score(stance)))
                .collect()
        };
        let speaking: Vec<(ActorId, Vec<(IssueId, i32)>)> = self
            .actors
            .iter()
            .map(|row| (row.actor.id, readable(row.actor.id)))
            .filter(|(_, stances)| !stances.is_empty())
            .collect();
        let between = |own: &[(IssueId, i32)], others: &[(IssueId, i32)]| {
            let both: Vec<(i32, i32)> = own
                .iter()
                .flat_map(|(issue, one)| {
                    others
                        .iter()
                        .filter(move |(other, _)| other == issue)
                        .map(move |(_, other)| (*one, *other))
                })
                .collect();
            let shares = both.iter().map(|(one, other)| 1.0 - f64::from((one - other).abs()) / 4.0);
            let mean = shares.sum::<f64>() / both.len() as f64;
            (!both.is_empty()).then(|| Agreement {
                percent: (mean * 100.0 + 1e-9).round() as u32,
                issues: both.len() as u32,
                opposed: both.iter().filter(|(one, other)| one.signum() * other.signum() == -1).count()
                    as u32,
                band: [Band::Apart, Band::Away, Band::Between, Band::Near, Band::Together, Band::Together]
                    [((mean * 100.0 + 1e-9).round() / 20.0) as usize],
            })
        };
        let row = |at: usize| AlignmentRow {
            actor: speaking[at].0,
            with: speaking[..at].iter().map(|(_, others)| between(&speaking[at].1, others)).collect(),
        };
        (0..speaking.len()).map(row).collect()
    }

    pub(super) fn gaps(&self) -> Vec<Gap> {
        let speaks = |actor: ActorId| self.standing().iter().any(|position| position.actors.contains(&actor));
        let heard = |actor: ActorId| {
            self.standing().iter().any(|it| it.actors.contains(&actor) || it.speaker == Some(actor))
        };
        let mut gaps = Vec::new();
        for actor in self.actors.iter().map(|row| row.actor.id) {
            let people = self.actors.iter().filter(|row| self.is_under(row.actor.id, actor));
            if !self.issues.is_empty() && !heard(actor) && !people.clone().any(|row| heard(row.actor.id)) {
                gaps.push(Gap { actor, issue: None });
            }
        }
        for actor in self.actors.iter().map(|row| row.actor.id).filter(|actor| speaks(*actor)) {
            for issue in self.issues.iter().map(|issue| issue.id) {
                if self.held(actor, issue).is_empty() {
                    gaps.push(Gap { actor, issue: Some(issue) });
                }
            }
        }
        gaps
    }

    pub(super) fn stale(&self) -> Vec<Stale> {
        let mut stale = Vec::new();
        for position in self.standing() {
            let (since, reason) = match (self.outlived(position), self.overdue(position)) {
                (Some(outlived), Some(overdue)) if overdue < outlived => (overdue, StaleReason::Review),
                (Some(outlived), _) => (outlived, StaleReason::HalfLife),
                (None, Some(overdue)) => (overdue, StaleReason::Review),
                (None, None) => continue,
            };
            let Position { id, actors, issue, stance, as_of, .. } = position.clone();
            stale.push(Stale { position: id, actors, issue, stance, as_of, since, reason });
        }
        stale.sort_by_key(|stale| stale.since);
        stale
    }

    pub(super) fn contradictions(&self) -> Vec<Contradiction> {
        let mut found = Vec::new();
        for issue in self.issues.iter().map(|issue| issue.id) {
            let on_it: Vec<&Position> =
                self.standing().into_iter().filter(|position| position.issue == issue).collect();
            for (at, earlier) in on_it.iter().enumerate() {
                for later in &on_it[at + 1..] {
                    let related = earlier
                        .actors
                        .iter()
                        .any(|one| later.actors.iter().any(|other| self.kin(*one, *other)));
                    if related && score(earlier.stance) * score(later.stance) < 0 {
                        let discord = discord(earlier, later);
                        let (earlier, later) = (earlier.id, later.id);
                        found.push(Contradiction::Positions { issue, earlier, later, discord });
                    }
                }
            }
            for position in on_it {
                for evidence in &position.evidence {
                    if evidence.relation == Relation::Contradicts {
                        let (position, excerpt) = (position.id, evidence.excerpt);
                        found.push(Contradiction::Evidence { issue, position, excerpt });
                    }
                }
            }
        }
        found
    }

    pub(super) fn changes(&self, since: Moment) -> Vec<Change> {
        let mut changes = Vec::new();
        for issue in &self.issues {
            for position in self.positions.iter().filter(|position| position.issue == issue.id) {
                let then = self.seen(position, since);
                let change = |now| Change { issue: issue.id, actors: position.actors.clone(), then, now };
                let withdrawn = self.withdrawn.get(&position.id).is_some_and(|at| *at > since);
                match position.state {
                    PositionState::Current if position.created_at > since => {
                        changes.push(change(Some(position.id)));
                    }
                    PositionState::Withdrawn if withdrawn && then.is_some() => changes.push(change(None)),
                    _ => {}
                }
            }
        }
        changes
    }

    /// What a reader saw then: the position, or the nearest of those whose place it took.
    fn seen(&self, position: &Position, since: Moment) -> Option<PositionId> {
        if position.created_at <= since {
            return Some(position.id);
        }
        let before = self.positions.iter().find(|before| Some(before.id) == position.supersedes)?;
        self.seen(before, since)
    }

    pub(super) fn timeline(&self, actor: Option<ActorId>, issue: Option<IssueId>) -> Vec<TimelineEntry> {
        let asked: Vec<&Position> = self
            .positions
            .iter()
            .filter(|position| actor.is_none_or(|actor| position.actors.contains(&actor)))
            .filter(|position| issue.is_none_or(|issue| position.issue == issue))
            .collect();
        let entry = |position: &&Position| {
            let mut later = asked.iter().filter(|later| later.supersedes == Some(position.id));
            let Position { id, actors, issue, stance, as_of, state, .. } = (*position).clone();
            let until = later.next().map(|later| later.as_of);
            TimelineEntry { position: id, actors, issue, stance, as_of, until, state }
        };
        asked.iter().map(entry).collect()
    }
}

/// Where on the scale, the sides told apart by the sign.
fn score(stance: Stance) -> i32 {
    match stance {
        Stance::Supports => 2,
        Stance::SupportsWithConditions => 1,
        Stance::Neutral | Stance::Unclear => 0,
        Stance::OpposesWithConditions => -1,
        Stance::Opposes => -2,
    }
}

/// The explanations one after the other, as they are told apart in words.
fn discord(earlier: &Position, later: &Position) -> Discord {
    let public = [Manner::OnRecord, Manner::Reported];
    let private = [Manner::Leaked, Manner::Background];
    let said = |of: &[Manner; 2], position: &Position| of.contains(&position.manner);
    let strangers = !earlier.actors.iter().any(|actor| later.actors.contains(actor));
    let both_spoken = earlier.speaker.is_some() && later.speaker.is_some();
    if strangers || both_spoken && earlier.speaker != later.speaker {
        Discord::Speakers
    } else if said(&public, earlier) && said(&private, later)
        || said(&private, earlier) && said(&public, later)
    {
        Discord::Audiences
    } else if later.as_of.earliest() > earlier.as_of.latest() {
        Discord::OverTime
    } else {
        Discord::Conflict
    }
}

fn disputed(position: &Position) -> bool {
    position.evidence.iter().any(|evidence| evidence.relation == Relation::Contradicts)
}
