//! What is tried on actors: begun, changed, moved, made one, made two, and made two again afterwards.

use super::tries::{There, maybe, pick};
use super::{Attempt, Walk};
use standpoint_core::actors::ActorKind;
use standpoint_core::actors::ops::ActorFacts;
use standpoint_core::actors::split::SplitOff;
use standpoint_core::ids::ActorId;
use standpoint_core::journal::StepState;
use standpoint_core::positions::queries::PositionFilter;
use standpoint_core::{Changes, Op, Result, Stamp};

pub(super) fn actor_facts(attempt: &Attempt, parent: Option<ActorId>) -> ActorFacts {
    ActorFacts {
        name: attempt.words.clone(),
        short_name: Some(format!("A{}", attempt.picks[1] % 9)),
        kind: ActorKind::GovernmentBody,
        parent,
        aliases: vec![format!("Alias {}", attempt.words)],
        role: maybe(&[()], attempt.picks[2]).map(|()| attempt.words.clone()),
        role_from: None,
        role_to: None,
        pronunciation: None,
    }
}

pub(super) fn on_actors(
    walk: &mut Walk,
    attempt: &Attempt,
    there: &There,
    stamp: &Stamp,
) -> Result<Option<Changes>> {
    let [which, other, after, ..] = attempt.picks;
    let parent = maybe(&there.actors, other);
    if attempt.op == Op::CreateActor {
        let id = walk.id();
        return Ok(Some(walk.dossier().create_actor(id, actor_facts(attempt, parent), stamp)?.changes));
    }
    let (Some(id), Some(second)) = (pick(&there.actors, which), pick(&there.actors, other)) else {
        return Ok(None);
    };
    if attempt.op == Op::SplitActor {
        let facts = actor_facts(attempt, walk.dossier().actor(id)?.parent);
        let of_actor = PositionFilter { actor: Some(id), ..PositionFilter::default() };
        let positions = walk.dossier().positions(&of_actor)?.into_iter().map(|position| position.id);
        let part = SplitOff { id: walk.id(), facts, positions: positions.step_by(2).collect() };
        return Ok(Some(walk.dossier().split_actor(id, part, stamp)?.changes));
    }
    let dossier = walk.dossier();
    Ok(Some(match attempt.op {
        Op::EditActor => dossier.edit_actor(id, actor_facts(attempt, parent), stamp)?.changes,
        Op::MoveActor => dossier.move_actor(id, parent, maybe(&there.actors, after), stamp)?.changes,
        Op::MergeActors => dossier.merge_actors(id, second, stamp)?.changes,
        _ => dossier.delete_actor(id, stamp)?.changes,
    }))
}

/// Takes one of the last merges or splits back, whatever was done since.
pub(super) fn take_back(walk: &mut Walk, attempt: &Attempt, stamp: &Stamp) -> Result<Option<Changes>> {
    let dossier = walk.dossier();
    let steps = dossier.history(None, 40)?;
    let said = dossier.taking_back(&steps)?;
    let holding: Vec<(i64, bool)> = std::iter::zip(&steps, said)
        .filter(|(step, _)| {
            matches!(step.op, Op::MergeActors | Op::SplitActor) && step.state == StepState::Done
        })
        .map(|(step, said)| (step.seq, said))
        .collect();
    let Some((seq, said)) = pick(&holding, attempt.picks[0]) else { return Ok(None) };
    let done = dossier.take_back(seq, stamp);
    assert_eq!(said, done.is_ok(), "the history says of step {seq} whether it goes back");
    Ok(Some(done?.changes))
}
