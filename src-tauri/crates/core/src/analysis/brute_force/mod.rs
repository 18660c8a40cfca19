//! Every answer compared with a plain one: dossiers at random, and a model that looks at everything each time.

mod model;

use super::{Alignment, Contradiction, ContradictionKind, Matrix, MatrixFilter, Memory, ReadTogether};
use crate::ids::{ActorId, ExcerptId, IssueId, PositionId};
use crate::notes::ops::NewBlock;
use crate::notes::{Analysis, Body, NoteSnapshot};
use crate::positions::queries::PositionFilter;
use crate::positions::{Manner, Relation, Stance};
use crate::testing::{Desk, evidence, note_facts};
use crate::time::Moment;
use chrono::{Days, NaiveDate, TimeDelta};
use model::Model;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Something done to the dossier. Numbers choose among what is there.
#[derive(Debug, Clone)]
enum Deed {
    Record {
        actors: Vec<usize>,
        issue: usize,
        stance: usize,
        held: When,
        review: Option<When>,
        supersedes: Option<usize>,
        conditional: bool,
        /// Who said it, and how.
        told: (Option<usize>, usize),
        evidence: Vec<(usize, usize)>,
    },
    Withdraw(usize),
    Delete(usize),
    Move {
        actor: usize,
        under: Option<usize>,
    },
}

/// A date by its day in the year and how much of it is known.
#[derive(Debug, Clone, Copy)]
struct When {
    day: u64,
    known: u8,
}

impl When {
    fn text(self) -> String {
        let day = NaiveDate::from_ymd_opt(2024, 12, 1).unwrap() + Days::new(self.day);
        let known = [4, 7, 10][usize::from(self.known)];
        day.to_string()[..known].to_owned()
    }
}

fn when() -> impl Strategy<Value = When> {
    (0_u64..120, 0_u8..3).prop_map(|(day, known)| When { day, known })
}

fn deed() -> impl Strategy<Value = Deed> {
    let record = (
        prop::collection::vec(0_usize..6, 1..3),
        0_usize..3,
        0_usize..6,
        when(),
        prop::option::weighted(0.3, when()),
        prop::option::weighted(0.4, 0_usize..40),
        any::<bool>(),
        (prop::option::weighted(0.5, 0_usize..6), 0_usize..5),
        prop::collection::vec((0_usize..4, 0_usize..3), 0..3),
    )
        .prop_map(|(actors, issue, stance, held, review, supersedes, conditional, told, evidence)| {
            Deed::Record { actors, issue, stance, held, review, supersedes, conditional, told, evidence }
        });
    prop_oneof![
        8 => record,
        1 => (0_usize..40).prop_map(Deed::Withdraw),
        1 => (0_usize..40).prop_map(Deed::Delete),
        1 => (0_usize..6, prop::option::of(0_usize..6)).prop_map(|(actor, under)| Deed::Move { actor, under }),
    ]
}

/// A dossier with six actors, three issues and four passages, and what was done in it.
struct World {
    desk: Desk,
    actors: Vec<ActorId>,
    issues: Vec<IssueId>,
    excerpts: Vec<ExcerptId>,
    positions: Vec<PositionId>,
    withdrawn: BTreeMap<PositionId, Moment>,
}

impl World {
    fn new() -> Self {
        let mut desk = Desk::new();
        let actors = (0..6).map(|number| desk.actor(&format!("Actor {number}"), None)).collect();
        let issues = [Some(10), None, Some(40)].map(|half_life| desk.issue("Issue", half_life)).into();
        let source = desk.source("Record", "One. Two. Three. Four.");
        let excerpts = ["One", "Two", "Three", "Four"].map(|words| desk.excerpt(source, words)).into();
        Self { desk, actors, issues, excerpts, positions: vec![], withdrawn: BTreeMap::new() }
    }

    fn of(deeds: &[Deed]) -> Self {
        let mut world = Self::new();
        for deed in deeds {
            world.desk.stamp.at += TimeDelta::minutes(1);
            world.does(deed);
            // Asked in between, so that what is remembered has to follow.
            drop(world.matrix());
        }
        world
    }

    fn matrix(&self) -> Matrix {
        let as_of = "2025-02".parse().unwrap();
        self.desk.dossier.matrix(&MatrixFilter { as_of, issues: vec![], actors: vec![] }).unwrap()
    }

    /// A note that tells what has changed, with all it can draw on.
    fn snapshot(&mut self) -> NoteSnapshot {
        let since = self.desk.stamp.at;
        let body = Body::Analysis {
            of: Analysis::Changes { since },
            actors: vec![],
            issues: vec![],
            caption: vec![],
        };
        let (note, block) = (self.desk.id(), self.desk.id());
        let block = NewBlock { id: block, prompt: None, marking: None, body };
        let (facts, stamp) = (note_facts("What moved"), self.desk.stamp.clone());
        self.desk.dossier.create_note(note, facts, vec![block], &stamp).unwrap();
        self.desk.dossier.note_snapshot(note).unwrap()
    }

    /// The matrix, which is the same with nothing remembered.
    fn remembered(&mut self) -> Matrix {
        let matrix = self.matrix();
        let memory = std::mem::take(&mut self.desk.dossier.memory);
        assert_eq!(matrix, self.matrix());
        self.desk.dossier.memory = memory;
        matrix
    }

    fn does(&mut self, deed: &Deed) {
        let stamp = self.desk.stamp.clone();
        let chosen = |number: usize| self.positions.get(number % self.positions.len().max(1)).copied();
        match deed {
            Deed::Record {
                actors,
                issue,
                stance,
                held,
                review,
                supersedes,
                conditional,
                told: (speaker, manner),
                evidence: shown,
            } => {
                let mut named: Vec<ActorId> = actors.iter().map(|at| self.actors[*at]).collect();
                named.dedup();
                let mut shown = shown.clone();
                shown.dedup_by_key(|(at, _)| *at);
                let (issue, stance) = (self.issues[*issue], Stance::ALL[*stance]);
                let dossier = &self.desk.dossier;
                let may_give_way: Vec<PositionId> = self
                    .positions
                    .iter()
                    .filter_map(|id| dossier.position(*id).ok())
                    .filter(|it| it.issue == issue && it.actors.iter().all(|actor| named.contains(actor)))
                    .map(|it| it.id)
                    .collect();
                let before = supersedes
                    .and_then(|number| may_give_way.get(number % may_give_way.len().max(1)).copied());
                let (excerpts, speaker) = (&self.excerpts, speaker.map(|at| self.actors[at]));
                let manner = Manner::ALL[*manner];
                let id = self.desk.position_with(&named, issue, stance, &held.text(), |facts| {
                    facts.review_by = review.map(|review| review.text().parse().unwrap());
                    facts.supersedes = before;
                    (facts.speaker, facts.manner) = (speaker, manner);
                    facts.condition = conditional.then(|| "the other side signs".into());
                    facts.evidence =
                        shown.iter().map(|(at, how)| evidence(excerpts[*at], Relation::ALL[*how])).collect();
                });
                self.positions.push(id);
            }
            Deed::Withdraw(number) => {
                if let Some(id) = chosen(*number) {
                    self.desk.dossier.withdraw_position(id, &stamp).unwrap();
                    self.withdrawn.entry(id).or_insert(stamp.at);
                }
            }
            Deed::Delete(number) => {
                if let Some(id) = chosen(*number) {
                    self.desk.dossier.delete_position(id, &stamp).unwrap();
                    self.positions.retain(|there| *there != id);
                    self.withdrawn.remove(&id);
                }
            }
            // A circle is refused and nothing changes.
            Deed::Move { actor, under } => {
                let under = under.map(|at| self.actors[at]);
                drop(self.desk.dossier.move_actor(self.actors[*actor], under, None, &stamp));
            }
        }
    }
}

/// Whether a position is named in it.
fn involves(contradiction: &Contradiction, position: PositionId) -> bool {
    let told = serde_json::to_value(contradiction).unwrap();
    let named = ["earlier", "later", "position"].map(|part| &told[part]);
    named.contains(&&serde_json::json!(position))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_answer_is_the_plain_one(
        deeds in prop::collection::vec(deed(), 1..30),
        asked in when(),
        minutes in 0_i64..30,
        (actor, issue) in (0_usize..6, 0_usize..3),
    ) {
        let mut world = World::of(&deeds);
        let snapshot = world.snapshot();
        let dossier = &world.desk.dossier;
        let as_of = asked.text().parse().unwrap();
        let model = Model::of(&world, as_of);
        let matrix = dossier.matrix(&MatrixFilter { as_of, issues: vec![], actors: vec![] }).unwrap();
        prop_assert_eq!(&matrix, &model.matrix());
        prop_assert_eq!(Alignment::of(&matrix).rows, model.alignment());
        let day = as_of.latest();
        let since = crate::testing::moment("2025-04-20T09:00:30Z") + TimeDelta::minutes(minutes);
        prop_assert_eq!(dossier.gaps(day).unwrap(), model.gaps());
        prop_assert_eq!(dossier.stale_positions(day).unwrap(), model.stale());
        let counts = dossier.analysis_counts(day, since).unwrap();
        prop_assert_eq!(counts.changes, dossier.changes_since(since).unwrap().len());
        prop_assert_eq!(counts.gaps, model.gaps().len());
        prop_assert_eq!(counts.stale, model.stale().len());
        let contradictions: Vec<Contradiction> = dossier.contradictions(day).unwrap();
        prop_assert_eq!(&contradictions, &model.contradictions());
        let by_kind = ContradictionKind::ALL.iter().map(|kind| {
            contradictions.iter().filter(|one| one.kind() == *kind).cloned().collect::<Vec<_>>()
        });
        let there: Vec<_> = by_kind.filter(|all| !all.is_empty()).collect();
        let counted: Vec<_> = counts.contradictions.iter().map(|each| (each.kind, each.count)).collect();
        prop_assert_eq!(counted, there.iter().map(|all| (all[0].kind(), all.len())).collect::<Vec<_>>());
        prop_assert_eq!(dossier.contradictions_by_kind(day).unwrap(), there.concat());
        for position in &world.positions {
            let own = dossier.contradictions_of(*position, day).unwrap();
            let expect = contradictions.iter().filter(|one| involves(one, *position));
            prop_assert_eq!(own.iter().collect::<Vec<_>>(), expect.collect::<Vec<_>>());
        }
        prop_assert_eq!(dossier.changes_since(since).unwrap(), model.changes(since));
        let untold = BTreeSet::new();
        let read = ReadTogether::of(&snapshot, (&[], &[]), &untold, day);
        prop_assert_eq!(read.alignment().0.rows, model.alignment());
        prop_assert_eq!(read.gaps().0, model.gaps());
        prop_assert_eq!(read.stale(), model.stale());
        prop_assert_eq!(read.contradictions(), model.contradictions());
        prop_assert_eq!(read.changes(since), model.by_the_day().changes(since));
        for (actor, issue) in [
            (Some(world.actors[actor]), None),
            (None, Some(world.issues[issue])),
            (Some(world.actors[actor]), Some(world.issues[issue])),
        ] {
            let found = dossier.timeline(&PositionFilter { actor, issue, ..PositionFilter::default() }).unwrap();
            prop_assert_eq!(found, model.timeline(actor, issue));
        }
    }

    /// Rows are read between the steps, a few at a time; a question comes in the midst of it or afterwards.
    #[test]
    fn what_is_read_ahead_misses_no_step(
        before in prop::collection::vec(deed(), 1..12),
        meanwhile in prop::collection::vec((deed(), any::<bool>(), 0_usize..4), 1..12),
    ) {
        let mut world = World::of(&before);
        world.desk.dossier.memory = Memory::default();
        for (deed, back_and_forth, rows) in &meanwhile {
            let read_ahead = |world: &World| world.desk.dossier.read_ahead_by(*rows).unwrap();
            read_ahead(&world);
            world.desk.stamp.at += TimeDelta::minutes(1);
            world.does(deed);
            read_ahead(&world);
            if *back_and_forth {
                world.desk.dossier.undo().unwrap();
                read_ahead(&world);
                world.desk.dossier.redo().unwrap();
            }
        }
        if meanwhile.len().is_multiple_of(2) {
            world.desk.dossier.undo().unwrap();
        }
        world.remembered();
        while world.desk.dossier.read_ahead().unwrap() {}
        world.remembered();
    }

    #[test]
    fn what_is_remembered_follows_each_step_back_and_forth(deeds in prop::collection::vec(deed(), 1..12)) {
        let mut world = World::new();
        for deed in &deeds {
            world.desk.stamp.at += TimeDelta::minutes(1);
            world.does(deed);
            let after = world.remembered();
            world.desk.dossier.undo().unwrap();
            world.remembered();
            world.desk.dossier.redo().unwrap();
            prop_assert_eq!(world.remembered(), after);
        }
    }
}
