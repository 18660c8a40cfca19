//! What is tried on a note's blocks.

use super::tries::{There, maybe, pick};
use super::{Attempt, Walk};
use standpoint_core::journal::Written;
use standpoint_core::notes::block::{Analysis, Body, CitationTarget, Inline};
use standpoint_core::notes::ops::{BlockEdit, NewBlock};
use standpoint_core::notes::recast::{BlockGone, Recast};
use standpoint_core::notes::{Block, Revision};
use standpoint_core::{Changes, Op, Result, Stamp};

/// Tries something on a note's blocks; `None` where there is nothing to try it on.
pub(super) fn attempt(
    walk: &mut Walk,
    attempt: &Attempt,
    there: &There,
    stamp: &Stamp,
) -> Result<Option<Changes>> {
    let [which, place, after, ..] = attempt.picks;
    let Some(note) = pick(&there.notes, which) else { return Ok(None) };
    let standing = walk.dossier().note(note)?.blocks;
    let blocks: Vec<_> = standing.iter().map(|block| block.id).collect();
    let after = maybe(&blocks, after);
    if attempt.op == Op::InsertBlock {
        let (prompt, body) = (Some(attempt.words.clone()), body(attempt, there));
        let new = NewBlock { id: walk.id(), prompt, marking: None, body };
        let taken = pick(&standing.iter().collect::<Vec<_>>(), place).filter(|_| place % 3 == 0);
        return Ok(Some(match taken {
            Some(taken) => walk.dossier().recast_blocks(note, in_place_of(taken, new), stamp)?.changes,
            None => walk.dossier().insert_block(note, new, after, stamp)?.changes,
        }));
    }
    let Some(id) = pick(&blocks, place) else { return Ok(None) };
    Ok(Some(match attempt.op {
        Op::EditBlock => {
            let edit = BlockEdit { id, body: body(attempt, there), was: None };
            let written = if which % 2 == 0 { Written::On } else { Written::Apart };
            walk.dossier().edit_block(edit, written, stamp)?.changes
        }
        Op::MoveBlock => walk.dossier().move_block(id, after, stamp)?.changes,
        Op::ReviseNote => {
            let added = Revision::Add { id: walk.id(), after, body: body(attempt, there) };
            let first = match attempt.picks[1] % 2 {
                0 => Revision::Edit { block: id, body: body(attempt, there) },
                _ => Revision::Remove { block: id },
            };
            walk.dossier().revise_note(note, vec![first, added], stamp)?.changes
        }
        Op::ReplaceWords => {
            let bodies = blocks.iter().map(|id| (*id, body(attempt, there))).collect();
            walk.dossier().replace_words(note, bodies, stamp)?.changes
        }
        Op::AcceptChange => {
            let mut changed = walk.dossier().link_changes(note)?;
            let id = changed.pop().map_or(id, |change| change.block);
            walk.dossier().accept_change(id, stamp)?.changes
        }
        Op::MarkBlock => walk.dossier().mark_block(id, Some(attempt.words.clone()), stamp)?.changes,
        _ => walk.dossier().delete_block(id, stamp)?.changes,
    }))
}

fn in_place_of(taken: &Block, new: NewBlock) -> Recast {
    let gone = BlockGone { id: taken.id, was: Some(taken.body.clone()) };
    Recast { new: vec![new], after: Some(gone.id), gone: vec![gone], ..Recast::default() }
}

/// Words with a citation, or a block that draws on something else.
pub(super) fn body(attempt: &Attempt, there: &There) -> Body {
    let [.., other, how] = attempt.picks;
    let targets: Vec<CitationTarget> =
        maybe(&there.excerpts, other).map(CitationTarget::Excerpt).into_iter().collect();
    let text = vec![Inline::words(attempt.words.clone()), Inline::Citation { targets }];
    match (how % 6, pick(&there.positions, other)) {
        (0, _) => Body::Heading { level: (how % 4) as u8, text },
        (1, Some(position)) => Body::Position { position },
        (2, _) => Body::PositionsTable { actors: there.actors.clone(), issues: vec![], caption: text },
        (4, _) => {
            let source = maybe(&there.sources, other).map(|source| Analysis::Source { source });
            let of = source.unwrap_or(Analysis::Contradictions);
            Body::Analysis { of, actors: vec![], issues: vec![], caption: text }
        }
        (3, _) => Body::Bullets { items: vec![text.clone(), text] },
        _ => Body::Paragraph { level: 1, lead: vec![], text },
    }
}
