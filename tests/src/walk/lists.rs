//! Rolls of actors, queries that are kept, and what is not to be offered again.

use super::tries::pick;
use super::{Attempt, Walk};
use standpoint_core::actors::ActorKind;
use standpoint_core::actors::roll::RollActor;
use standpoint_core::actors::roll::ops::Enrolment;
use standpoint_core::analysis::suggestions::ops::Dismissed;
use standpoint_core::ids::{ActorId, SourceId};
use standpoint_core::{Changes, Op, Result, Stamp};

/// Two new actors, one under the other, and a line on one that is there.
pub(super) fn import_actors(
    walk: &mut Walk,
    attempt: &Attempt,
    there: &[ActorId],
    stamp: &Stamp,
) -> Result<Changes> {
    let [which, how, ..] = attempt.picks;
    let line = |name: String, parent: Option<String>| RollActor {
        name,
        short_name: None,
        kind: ActorKind::Group,
        parent,
        aliases: vec![format!("Also {}", attempt.words)],
        role: None,
    };
    let (above, below) = (format!("{} {how}", attempt.words), format!("{} {which}", attempt.words));
    let mut lines = vec![
        Enrolment::New { id: walk.id(), actor: line(below, Some(above.clone())) },
        Enrolment::New { id: walk.id(), actor: line(above, None) },
    ];
    if let Some(known) = pick(there, which) {
        let parent = walk.dossier().actor(known)?.name;
        lines.push(Enrolment::Known { id: known, actor: line(attempt.words.clone(), Some(parent)) });
    }
    Ok(walk.dossier().import_actors(&lines, stamp)?.changes)
}

pub(super) fn on_searches(walk: &mut Walk, attempt: &Attempt, stamp: &Stamp) -> Result<Option<Changes>> {
    let id = walk.id();
    let dossier = walk.dossier();
    if attempt.op == Op::SaveSearch {
        return Ok(Some(dossier.save_search(id, &attempt.words, stamp)?.changes));
    }
    let kept: Vec<_> = dossier.saved_searches()?.into_iter().map(|saved| saved.id).collect();
    let Some(id) = pick(&kept, attempt.picks[0]) else { return Ok(None) };
    Ok(Some(dossier.drop_search(id, stamp)?.changes))
}

pub(super) fn dismiss(
    walk: &mut Walk,
    attempt: &Attempt,
    sources: &[SourceId],
    stamp: &Stamp,
) -> Result<Option<Changes>> {
    let what = if attempt.op == Op::DismissName {
        Dismissed::Name { name: attempt.words.clone() }
    } else {
        let Some(source) = pick(sources, attempt.picks[0]) else { return Ok(None) };
        Dismissed::Suggestion { source, cue: attempt.words.len() as u32 }
    };
    Ok(Some(walk.dossier().dismiss(&what, stamp)?.changes))
}
