//! Notes that come back from a file copy, here or as if from another dossier, and the documents behind them.

use super::tries::new_source;
use super::{Attempt, Walk};
use standpoint_core::content::ContentHash;
use standpoint_core::ids::{BlockId, NoteId, SourceId};
use standpoint_core::notes::NoteSnapshot;
use standpoint_core::sources::{NewSource, PageNumbers};
use standpoint_core::{Changes, Op, Result, Stamp};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A document that no walk imports: what sources of another dossier were taken from.
fn elsewhere() -> Attempt {
    Attempt { op: Op::ImportSource, picks: [2; 5], words: "from elsewhere".into() }
}

/// Opens a note again: as it is, or with sources and passages that are not here.
pub(super) fn reopen(walk: &mut Walk, note: NoteId, foreign: bool, stamp: &Stamp) -> Result<Changes> {
    let mut record = walk.dossier().note_snapshot(note)?;
    if foreign {
        estrange(walk, &mut record);
    }
    let beside = walk.id();
    let mut names: Vec<BlockId> = record.blocks.iter().map(|_| walk.id()).collect();
    let block = || names.pop().unwrap_or(BlockId(Uuid::nil()));
    Ok(walk.dossier().reopen_note(record, &[], beside, block, stamp)?.changes)
}

/// Gives sources and passages other names, and their document another hash.
fn estrange(walk: &mut Walk, record: &mut NoteSnapshot) {
    let original = ContentHash::of(&new_source(&elsewhere()).original);
    let mut sources = BTreeMap::new();
    for source in &mut record.sources {
        let id = walk.id();
        sources.insert(std::mem::replace(&mut source.id, id), id);
        source.original.clone_from(&original);
    }
    let mut excerpts = BTreeMap::new();
    for excerpt in &mut record.excerpts {
        let id = walk.id();
        excerpts.insert(std::mem::replace(&mut excerpt.id, id), id);
        excerpt.source = sources[&excerpt.source];
    }
    let mut positions = BTreeMap::new();
    for position in &mut record.positions {
        let id = walk.id();
        positions.insert(std::mem::replace(&mut position.id, id), id);
    }
    for position in &mut record.positions {
        position.supersedes = position.supersedes.map(|earlier| positions[&earlier]);
        for evidence in &mut position.evidence {
            evidence.excerpt = excerpts[&evidence.excerpt];
        }
    }
}

/// Brings the document in behind the passages of a source, if it is theirs.
pub(super) fn complete(walk: &mut Walk, source: SourceId, stamp: &Stamp) -> Result<Changes> {
    Ok(walk.dossier().complete_source(source, &new_source(&elsewhere()), stamp)?.changes)
}

/// Takes a source in as it reads with words that were recognised on a page.
pub(super) fn recognise(
    walk: &mut Walk,
    attempt: &Attempt,
    id: SourceId,
    stamp: &Stamp,
) -> Result<Option<Changes>> {
    let dossier = walk.dossier();
    let source = dossier.source(id)?;
    // Of one that is here by its passages there is nothing to look at.
    let Ok(original) = dossier.source_original(&source) else { return Ok(None) };
    let text = format!("{}\n\n{}", dossier.source_text(&source)?, attempt.words);
    let recognised = PageNumbers::of(vec![attempt.picks[1] + 1]);
    let read = NewSource { original, text, recognised, ..new_source(attempt) };
    Ok(Some(dossier.recognise_source(id, &read, stamp)?.changes))
}
