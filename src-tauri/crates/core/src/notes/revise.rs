//! Taking over what somebody else made of a note: edits, removals, additions and moves, all in one step that is
//! undone as one.

use super::Body;
use super::ops::NewBlock;
use super::queries::NoteWithBlocks;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{BlockId, NoteId};
use crate::store::row::Stored;
use crate::transact::{Done, Op, Stamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A change to one block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Revision {
    /// It says something else.
    Edit {
        /// Which.
        block: BlockId,
        /// What it says.
        body: Body,
    },
    /// It is no longer there.
    Remove {
        /// Which.
        block: BlockId,
    },
    /// It is new.
    Add {
        /// Its name.
        id: BlockId,
        /// Behind which block, and behind what was put there before it; first if null.
        after: Option<BlockId>,
        /// What it says.
        body: Body,
    },
    /// It stands elsewhere.
    Move {
        /// Which, one behind the other.
        blocks: Vec<BlockId>,
        /// Behind which block, and behind what was put there before them; first if null.
        after: Option<BlockId>,
    },
}

impl Dossier {
    /// Makes all of the changes to a note, or none.
    pub fn revise_note(
        &mut self,
        note: NoteId,
        revisions: Vec<Revision>,
        stamp: &Stamp,
    ) -> Result<Done<NoteWithBlocks>> {
        let done = self.transact(Op::ReviseNote, stamp, |tx| {
            // What was put behind a block, the last of it.
            let mut put: BTreeMap<Option<BlockId>, BlockId> = BTreeMap::new();
            let mut gone: Vec<BlockId> = Vec::new();
            for revision in revisions {
                match revision {
                    Revision::Edit { block, body } => {
                        let block = tx.block_of(note, block)?;
                        tx.edit_block(block, body, None)?;
                    }
                    Revision::Remove { block } => {
                        gone.push(tx.block_of(note, block)?.id);
                    }
                    Revision::Add { id, after, body } => {
                        let behind = put.insert(after, id).or(after);
                        let new = NewBlock { id, prompt: None, marking: None, body };
                        tx.insert_block(note, new, behind)?;
                    }
                    Revision::Move { blocks, after } => {
                        let last = blocks.last().copied();
                        let behind = put.get(&after).copied().or(after);
                        tx.place_blocks(note, &blocks, behind)?;
                        put.extend(last.map(|last| (after, last)));
                    }
                }
            }
            // Last, so that additions still find the block they stand behind.
            for block in gone {
                tx.take_out(block)?;
            }
            tx.about(super::Note::get(tx.connection, note)?.title);
            Ok(())
        })?;
        Ok(Done { value: self.note(note)?, changes: done.changes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::Inline;
    use crate::testing::Desk;

    fn said(words: &str) -> Body {
        Body::Paragraph { level: 1, lead: Vec::new(), text: vec![Inline::words(words)] }
    }

    fn begun(desk: &mut Desk) -> NoteId {
        let (id, stamp) = (desk.id(), desk.stamp.clone());
        desk.dossier.create_note(id, crate::testing::note_facts("Talks"), Vec::new(), &stamp).unwrap();
        id
    }

    /// A note with a paragraph for each of these words.
    fn with(desk: &mut Desk, words: &[&str]) -> (NoteId, Vec<BlockId>) {
        let note = begun(desk);
        let stamp = desk.stamp.clone();
        let mut ids: Vec<BlockId> = Vec::new();
        for one in words {
            let id = desk.id();
            let new = NewBlock { id, prompt: None, marking: None, body: said(one) };
            desk.dossier.insert_block(note, new, ids.last().copied(), &stamp).unwrap();
            ids.push(id);
        }
        (note, ids)
    }

    fn words(dossier: &Dossier, note: NoteId) -> String {
        let blocks = dossier.note(note).unwrap().blocks;
        blocks.iter().map(|block| block.body.words().trim().to_owned()).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn several_changes_are_one_step() {
        let mut desk = Desk::new();
        let (note, ids) = with(&mut desk, &["one", "two", "three"]);
        let stamp = desk.stamp.clone();
        let (first, second): (BlockId, BlockId) = (desk.id(), desk.id());
        let revisions = vec![
            Revision::Edit { block: ids[0], body: said("ONE") },
            Revision::Remove { block: ids[1] },
            Revision::Add { id: first, after: Some(ids[1]), body: said("new") },
            Revision::Add { id: second, after: Some(ids[1]), body: said("newer") },
        ];
        desk.dossier.revise_note(note, revisions, &stamp).unwrap();
        assert_eq!(words(&desk.dossier, note), "ONE | new | newer | three");
        desk.dossier.undo().unwrap();
        assert_eq!(words(&desk.dossier, note), "one | two | three");
        desk.dossier.redo().unwrap();
        assert_eq!(words(&desk.dossier, note), "ONE | new | newer | three");
    }

    #[test]
    fn what_was_moved_stands_behind_what_stayed() {
        let mut desk = Desk::new();
        let (note, ids) = with(&mut desk, &["one", "two", "three", "four", "five"]);
        let stamp = desk.stamp.clone();
        let (first, second): (BlockId, BlockId) = (desk.id(), desk.id());
        let revisions = vec![
            Revision::Move { blocks: vec![ids[4]], after: None },
            Revision::Add { id: first, after: Some(ids[3]), body: said("new") },
            Revision::Move { blocks: vec![ids[0], ids[1]], after: Some(ids[3]) },
            Revision::Edit { block: ids[0], body: said("ONE") },
            Revision::Add { id: second, after: Some(ids[0]), body: said("between") },
            Revision::Move { blocks: vec![ids[2]], after: Some(ids[3]) },
        ];
        desk.dossier.revise_note(note, revisions, &stamp).unwrap();
        assert_eq!(words(&desk.dossier, note), "five | four | new | ONE | between | two | three");
        desk.dossier.undo().unwrap();
        assert_eq!(words(&desk.dossier, note), "one | two | three | four | five");
    }

    #[test]
    fn one_that_fails_leaves_all_as_it_was() {
        let mut desk = Desk::new();
        let (note, ids) = with(&mut desk, &["one"]);
        let (id, stamp) = (ids[0], desk.stamp.clone());
        let flawed = Body::Heading { level: 9, text: vec![Inline::words("x")] };
        let revisions = vec![Revision::Remove { block: id }, Revision::Edit { block: id, body: flawed }];
        assert!(desk.dossier.revise_note(note, revisions, &stamp).is_err());
        assert_eq!(words(&desk.dossier, note), "one");
    }
}
