//! The law of undo: any sequence of operations, undone all the way, gives back every state it went through,
//! and redone, the same again, row for row, across restarts too.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use standpoint_core::positions::PositionState;
use standpoint_core::positions::queries::PositionFilter;
use standpoint_core::{Dossier, Error, Op};
use standpoint_tests::dump::Dump;
use standpoint_tests::walk::{Attempt, Walk, attempts};
use std::cell::RefCell;
use std::collections::BTreeSet;

#[test]
fn undone_all_the_way_and_redone() {
    let done = RefCell::new(BTreeSet::new());
    let config = Config { cases: 24, max_shrink_iters: 300, failure_persistence: None, ..Config::default() };
    // The same walks each time, so that "every operation" below is a fact about them and not luck.
    let same_each_time = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let held = TestRunner::new_with_rng(config, same_each_time).run(&attempts(1..80), |attempts| {
        let (mut walk, states) = walked(&attempts, &done)?;
        let lasting = Dump::of(walk.dossier()).lasting;
        walk.reopen();
        for state in states.iter().rev().skip(1) {
            walk.dossier().undo().unwrap();
            same(walk.dossier(), state, "undone")?;
        }
        prop_assert!(matches!(walk.dossier().undo(), Err(Error::Nothing(_))));
        prop_assert_eq!(walk.dossier().check().unwrap(), []);
        walk.reopen();
        for (at, state) in states.iter().enumerate().skip(1) {
            walk.dossier().redo().unwrap();
            // A look at the whole file takes longer than the step; the way back has seen every state already.
            if at.is_multiple_of(8) || at + 1 == states.len() {
                same(walk.dossier(), state, "redone")?;
            }
        }
        prop_assert!(matches!(walk.dossier().redo(), Err(Error::Nothing(_))));
        prop_assert_eq!(walk.dossier().check().unwrap(), []);
        prop_assert_eq!(Dump::of(walk.dossier()).lasting, lasting, "what has happened stays");
        Ok(())
    });
    if let Err(broken) = held {
        panic!("{broken:#}");
    }
    let never: Vec<&Op> = Op::ALL.iter().filter(|op| !done.borrow().contains(*op)).collect();
    assert!(never.is_empty(), "no walk ever did {never:?}");
}

#[test]
fn something_new_after_an_undo_ends_the_redo_and_leads_back_the_same_way() {
    let done = RefCell::new(BTreeSet::new());
    let config = Config { cases: 6, max_shrink_iters: 300, failure_persistence: None, ..Config::default() };
    let held = TestRunner::new(config).run(&(attempts(1..50), 1..15usize), |(attempts, back)| {
        let (mut walk, mut states) = walked(&attempts, &done)?;
        let back = back.min(states.len() - 1);
        let target = walk.dossier().history(None, u32::MAX).unwrap();
        let target = target.iter().filter(|step| !step.op.quiet()).nth(back).map_or(0, |step| step.seq);
        walk.dossier().go_to(target).unwrap();
        states.truncate(states.len() - back);
        same(walk.dossier(), &states[states.len() - 1], "gone back")?;

        let again = Attempt { op: Op::CreateActor, picks: [1; 5], words: "Newcomer".into() };
        walk.attempt(&again).unwrap();
        prop_assert!(matches!(walk.dossier().redo(), Err(Error::Nothing(_))));
        for state in states.iter().rev() {
            walk.dossier().undo().unwrap();
            same(walk.dossier(), state, "undone")?;
        }
        Ok(())
    });
    if let Err(broken) = held {
        panic!("{broken:#}");
    }
}

/// Walks, and returns every state on the way, the first before anything was done.
fn walked(attempts: &[Attempt], done: &RefCell<BTreeSet<Op>>) -> Result<(Walk, Vec<Dump>), TestCaseError> {
    let mut walk = Walk::default();
    done.borrow_mut().extend([Some(Op::BeginDossier), walk.build().unwrap().op].into_iter().flatten());
    let mut states = vec![Dump::of(walk.dossier())];
    for attempt in attempts {
        let tried = walk.attempt(attempt);
        let state = Dump::of(walk.dossier());
        let before = &states[states.len() - 1];
        match tried {
            Ok(changes) => {
                done.borrow_mut().extend(changes.op);
                let moved = changes.op.is_some_and(|op| !op.quiet());
                prop_assert_eq!(moved, state.moving != before.moving, "{:?} says what it did", attempt.op);
                sound(walk.dossier(), &state)?;
                if moved {
                    states.push(state);
                }
            }
            Err(error) if may_be_refused(attempt.op, &error) => {
                prop_assert_eq!(before.first_difference(&state), None, "{:?} was refused", attempt.op);
            }
            Err(error) => return Err(TestCaseError::fail(format!("{attempt:?}: {error}"))),
        }
    }
    Ok((walk, states))
}

/// Only what goes back to an earlier step can find that something has come since.
fn may_be_refused(op: Op, error: &Error) -> bool {
    match error {
        Error::Rule(_) | Error::NotFound { .. } => true,
        Error::Conflict { .. } => op == Op::TakeBack,
        _ => false,
    }
}

fn same(dossier: &Dossier, state: &Dump, how: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(state.first_difference(&Dump::of(dossier)), None, "{}", how);
    Ok(())
}

/// What must hold after every operation.
fn sound(dossier: &Dossier, state: &Dump) -> Result<(), TestCaseError> {
    prop_assert_eq!(
        dossier.actors().unwrap().len(),
        state.moving["actor"].len(),
        "every actor is in the tree"
    );
    prop_assert_eq!(
        dossier.issues().unwrap().len(),
        state.moving["issue"].len(),
        "every issue is in the list"
    );
    let positions = dossier.positions(&PositionFilter::default()).unwrap();
    prop_assert_eq!(positions.len(), state.moving["position"].len());
    for position in &positions {
        let actors: BTreeSet<_> = position.actors.iter().collect();
        prop_assert_eq!(actors.len(), position.actors.len(), "nobody is named twice");
        prop_assert!(!actors.is_empty(), "somebody takes it");
        let replaced = positions.iter().any(|later| later.supersedes == Some(position.id));
        match position.state {
            PositionState::Current => prop_assert!(!replaced, "one whose place is taken does not stand"),
            PositionState::Superseded => prop_assert!(replaced, "its place is taken by one that is there"),
            PositionState::Withdrawn => {}
        }
    }
    Ok(())
}
