//! Versions: a note as it stood, under a name, for good; and that one of them was cleared.

use super::block::BlockRow;
use super::snapshot::words_of;
use super::{Block, Clearance, Note, NoteSnapshot};
use crate::content::ContentHash;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{NoteId, VersionId};
use crate::sources::ops::required;
use crate::store::codec::words;
use crate::store::content;
use crate::store::row::{Stored, stored};
use crate::time::Moment;
use crate::transact::{Done, Op, Stamp, Tx};
use serde::{Deserialize, Serialize};

words! {
    /// Why a version was kept.
    VersionKind {
        /// Somebody wanted to be able to come back to it.
        Kept = "kept",
        /// It was cleared.
        Cleared = "cleared",
        /// The note began with it, made from an earlier one.
        CarriedOver = "carried_over",
    }
}

/// A note as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NoteVersion {
    /// Its name in the program.
    pub id: VersionId,
    /// Of which note.
    pub note: NoteId,
    /// What somebody called it.
    pub name: String,
    /// The note's version then, as printed.
    pub version: String,
    /// Why it was kept.
    pub kind: VersionKind,
    /// When.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub at: Moment,
    /// By whom.
    pub who: String,
    /// The note with all it drew on, as JSON.
    pub snapshot: ContentHash,
}

stored!(NoteVersion, "note_version": plain id, plain note, plain name, plain version, plain kind, plain at, plain who,
    plain snapshot);

/// A version to keep.
#[derive(Debug, Clone)]
pub struct NewVersion {
    /// Its name in the program.
    pub id: VersionId,
    /// Of which note.
    pub note: NoteId,
    /// What it is to be called.
    pub name: String,
    /// Why it is kept.
    pub kind: VersionKind,
}

impl Dossier {
    /// A note's versions, the latest first.
    pub fn versions(&self, note: NoteId) -> Result<Vec<NoteVersion>> {
        NoteVersion::select(&self.store.connection, "WHERE note = ? ORDER BY n DESC", [note])
    }

    /// One version.
    pub fn version(&self, id: VersionId) -> Result<NoteVersion> {
        NoteVersion::get(&self.store.connection, id)
    }

    /// A note as it stood in a version or an export: what `snapshot` of either names.
    pub fn kept_snapshot(&self, snapshot: &ContentHash) -> Result<NoteSnapshot> {
        Ok(serde_json::from_slice(&content::read(&self.store.connection, snapshot)?)?)
    }

    /// Keeps the note as it stands now. No step to undo: it has stood like this, whatever is undone.
    pub fn keep_version(&mut self, new: NewVersion, stamp: &Stamp) -> Result<Done<NoteVersion>> {
        let snapshot = self.note_snapshot(new.note)?;
        self.transact(Op::KeepVersion, stamp, |tx| {
            tx.about(snapshot.note.title.clone());
            let version = NoteVersion {
                id: new.id,
                note: new.note,
                name: required(new.name, "a name")?,
                version: snapshot.note.version.clone(),
                kind: new.kind,
                at: stamp.at,
                who: stamp.who.clone(),
                snapshot: tx.keep(&serde_json::to_vec(&snapshot)?)?,
            };
            tx.insert(&version)?;
            Ok(version)
        })
    }

    /// Puts the note's body back as the version has it; what stands around it stays.
    pub fn restore_version(&mut self, id: VersionId, stamp: &Stamp) -> Result<Done<NoteVersion>> {
        let version = self.version(id)?;
        let snapshot = self.kept_snapshot(&version.snapshot)?;
        self.transact(Op::RestoreVersion, stamp, |tx| {
            tx.about(Note::get(tx.connection, version.note)?.title);
            for block in BlockRow::select(tx.connection, "WHERE note = ?", [version.note])? {
                if snapshot.blocks.iter().all(|kept| kept.id != block.id) {
                    tx.unlink(block.id)?;
                    tx.remove::<BlockRow>(&block.key())?;
                }
            }
            for block in snapshot.blocks {
                tx.put(&BlockRow::from(block.clone()))?;
                tx.link(&block)?;
            }
            Ok(version)
        })
    }

    /// Clears the note's present version, or takes that back where `by` is nobody. Until then its pages say DRAFT.
    pub fn clear_note(&mut self, id: NoteId, by: Option<String>, stamp: &Stamp) -> Result<Done<Note>> {
        let op = if by.is_some() { Op::ClearNote } else { Op::WithdrawClearance };
        self.transact(op, stamp, |tx| {
            let mut note = Note::get(tx.connection, id)?;
            let by = by.map(|by| required(by, "the office that clears it")).transpose()?;
            let words = Some(tx.words_of(id, &note.title)?);
            note.clearance =
                by.map(|by| Clearance { by, at: stamp.at, version: note.version.clone(), words });
            tx.about(note.title.clone());
            tx.put(&note)?;
            Ok(note)
        })
    }
}

impl Tx<'_> {
    /// A clearance with the words that it is for: those of now, unless it was there before.
    pub(super) fn clearance_of(&self, known: &Note, given: Clearance, title: &str) -> Result<Clearance> {
        let was = known
            .clearance
            .as_ref()
            .filter(|was| (&was.by, was.at, &was.version) == (&given.by, given.at, &given.version));
        let words = match was {
            Some(was) => was.words.clone(),
            None => Some(self.words_of(known.id, title.trim())?),
        };
        Ok(Clearance { words, ..given })
    }

    /// The hash of what a note says under a title.
    pub(super) fn words_of(&self, note: NoteId, title: &str) -> Result<ContentHash> {
        let blocks = BlockRow::select(self.connection, "WHERE note = ? ORDER BY place, n", [note])?;
        words_of(title, &blocks.into_iter().map(Block::from).collect::<Vec<_>>())
    }
}
