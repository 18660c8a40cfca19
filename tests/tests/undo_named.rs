//! Undo as a person meets it: a few things done to a small dossier, each walked do, undo, redo, undo, redo,
//! with the state after each as words, and the history that is left.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use standpoint_core::actors::ActorKind;
use standpoint_core::actors::ops::ActorFacts;
use standpoint_core::ids::{ActorId, IssueId, PositionId};
use standpoint_core::issues::ops::IssueFacts;
use standpoint_core::positions::ops::{NewActor, NewIssue, NewPosition, PositionFacts};
use standpoint_core::positions::queries::PositionFilter;
use standpoint_core::positions::{Confidence, Manner, PositionState, Stance};
use standpoint_core::{Dossier, Result, Stamp, Tag};
use standpoint_tests::walk::Walk;
use uuid::Uuid;

const STATE: ActorId = ActorId(Uuid::from_u128(1));
const MINISTRY: ActorId = ActorId(Uuid::from_u128(2));
const TRUCE: IssueId = IssueId(Uuid::from_u128(3));
const FIRST: PositionId = PositionId(Uuid::from_u128(4));
const SECOND: PositionId = PositionId(Uuid::from_u128(5));

/// Something to do, and the state it leads to.
type Stage = (&'static str, fn(&mut Dossier, &Stamp) -> Result<()>);

const STAGES: &[Stage] = &[
    ("State |", |dossier, stamp| dossier.create_actor(STATE, actor("State", None), stamp).map(drop)),
    ("State, Ministry | Ministry opposes Truce", |dossier, stamp| {
        let new = NewPosition {
            id: FIRST,
            new_actors: vec![NewActor { id: MINISTRY, facts: actor("Ministry", None) }],
            new_issue: Some(NewIssue { id: TRUCE, facts: truce() }),
            new_excerpt: None,
            facts: position(&[MINISTRY], Stance::Opposes, None),
        };
        dossier.record_position(new, stamp).map(drop)
    }),
    ("State, ·Ministry | Ministry opposes Truce", |dossier, stamp| {
        dossier.move_actor(MINISTRY, Some(STATE), None, stamp).map(drop)
    }),
    ("State, ·Ministry | Ministry opposes Truce (superseded), Ministry supports Truce", |dossier, stamp| {
        let facts = position(&[MINISTRY], Stance::Supports, Some(FIRST));
        let new = NewPosition { id: SECOND, new_actors: vec![], new_issue: None, new_excerpt: None, facts };
        dossier.record_position(new, stamp).map(drop)
    }),
    ("State | State opposes Truce (superseded), State supports Truce", |dossier, stamp| {
        dossier.merge_actors(MINISTRY, STATE, stamp).map(drop)
    }),
    ("State | State opposes Truce", |dossier, stamp| dossier.delete_position(SECOND, stamp).map(drop)),
    ("State | State opposes Truce (withdrawn)", |dossier, stamp| {
        dossier.withdraw_position(FIRST, stamp).map(drop)
    }),
];

#[test]
fn every_stage_is_walked_back_and_forth() {
    let mut walk = Walk::default();
    let stamp = Stamp { at: "2025-04-23T12:00:00Z".parse().unwrap(), who: "Desk".into() };
    let mut before = "|".to_owned();
    for (after, act) in STAGES {
        act(walk.dossier(), &stamp).unwrap();
        assert_eq!(told(walk.dossier()), *after, "done");
        for _ in 0..2 {
            let (step, changes) = walk.dossier().undo().unwrap();
            assert_eq!(told(walk.dossier()), before, "{} undone", step.op);
            assert!(changes.tags.contains(&Tag::History) && changes.op == Some(step.op));
            walk.reopen();
            let (again, _) = walk.dossier().redo().unwrap();
            assert_eq!(told(walk.dossier()), *after, "{} redone", again.op);
            assert_eq!(again, step_done(step));
        }
        before = (*after).to_owned();
    }

    let history = walk.dossier().history(None, 20).unwrap();
    let lines: Vec<String> =
        history.iter().map(|step| format!("{}: {}", step.op.label(), step.subject)).collect();
    assert_eq!(
        lines,
        [
            "withdraw position: State: Truce",
            "delete position: State: Truce",
            "merge actors: Ministry into State",
            "record position: Ministry: Truce",
            "move actor: Ministry",
            "record position: Ministry: Truce",
            "create actor: State",
            "begin dossier: Talks",
        ]
    );
    let third = history[5].seq;
    walk.dossier().go_to(third).unwrap();
    assert_eq!(told(walk.dossier()), STAGES[1].0, "gone back to a step");
    walk.dossier().go_to(history[0].seq).unwrap();
    assert_eq!(told(walk.dossier()), STAGES[6].0, "gone forth again");
    walk.dossier().go_to(0).unwrap();
    assert_eq!(told(walk.dossier()), "|", "the beginning stays");
}

fn step_done(step: standpoint_core::journal::Step) -> standpoint_core::journal::Step {
    standpoint_core::journal::Step { state: standpoint_core::journal::StepState::Done, ..step }
}

/// The dossier in a line: actors in their tree, then positions.
fn told(dossier: &Dossier) -> String {
    let rows = dossier.actors().unwrap();
    let name = |id: ActorId| rows.iter().find(|row| row.actor.id == id).map_or("?", |row| &row.actor.name);
    let actors = rows.iter().map(|row| format!("{}{}", "·".repeat(row.depth as usize), row.actor.name));
    let mut positions = dossier.positions(&PositionFilter::default()).unwrap();
    positions.reverse();
    let positions = positions.iter().map(|position| {
        let who: Vec<&str> = position.actors.iter().map(|actor| name(*actor)).collect();
        let state = match position.state {
            PositionState::Current => String::new(),
            other => format!(" ({other})"),
        };
        format!("{} {} Truce{state}", who.join(" and "), position.stance)
    });
    let (actors, positions) =
        (actors.collect::<Vec<_>>().join(", "), positions.collect::<Vec<_>>().join(", "));
    format!("{actors} | {positions}").trim().to_owned()
}

fn actor(name: &str, parent: Option<ActorId>) -> ActorFacts {
    ActorFacts {
        name: name.into(),
        short_name: None,
        kind: ActorKind::GovernmentBody,
        parent,
        aliases: vec![],
        role: None,
        role_from: None,
        role_to: None,
        pronunciation: None,
    }
}

fn truce() -> IssueFacts {
    IssueFacts {
        title: "Truce".into(),
        question: "Is there to be one?".into(),
        parent: None,
        half_life_days: None,
    }
}

fn position(actors: &[ActorId], stance: Stance, supersedes: Option<PositionId>) -> PositionFacts {
    PositionFacts {
        actors: actors.into(),
        issue: TRUCE,
        stance,
        degree: None,
        condition: None,
        sequence: None,
        summary: None,
        speaker: None,
        manner: Manner::OnRecord,
        as_of: "2025-04-23".parse().unwrap(),
        review_by: None,
        confidence: Confidence::High,
        supersedes,
        marking: None,
        evidence: vec![],
    }
}
