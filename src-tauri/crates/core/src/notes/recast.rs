//! What one act of a writer does to several blocks: a paragraph split in two or joined to the one before, what was pasted, a
//! block put in where an empty one stood. The writer did one thing, and takes it back as one.

use super::block::BlockRow;
use super::ops::{BlockEdit, NewBlock};
use super::{Block, Body, Note};
use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::ids::{BlockId, NoteId};
use crate::order::OrderKey;
use crate::store::row::Stored;
use crate::transact::{Done, Op, Stamp, Tx};

/// Blocks that say something else, that come and that go.
#[derive(Debug, Default)]
pub struct Recast {
    /// What blocks say now.
    pub edits: Vec<BlockEdit>,
    /// Those that come, one after the other.
    pub new: Vec<NewBlock>,
    /// Behind which block they come, if not first; it may be one that goes.
    pub after: Option<BlockId>,
    /// Those that go.
    pub gone: Vec<BlockGone>,
}

/// A block that goes.
#[derive(Debug, Clone)]
pub struct BlockGone {
    /// Which.
    pub id: BlockId,
    /// What it said to the writer: where it says something else by now, somebody else has written in it, and it stays.
    pub was: Option<Body>,
}

impl Recast {
    /// What the step is called: after what weighs most in it.
    fn op(&self) -> Op {
        match (self.new.is_empty(), self.gone.is_empty()) {
            (false, _) => Op::InsertBlock,
            (true, false) => Op::DeleteBlock,
            (true, true) => Op::EditBlock,
        }
    }
}

impl Dossier {
    /// Makes all of the changes to a note's blocks in one step, or none. Returns those that say something else and those
    /// that came, in that order and as they are kept.
    pub fn recast_blocks(&mut self, note: NoteId, recast: Recast, stamp: &Stamp) -> Result<Done<Vec<Block>>> {
        self.transact(recast.op(), stamp, |tx| {
            let Recast { edits, new, after, gone } = recast;
            let mut blocks = Vec::with_capacity(edits.len() + new.len());
            for BlockEdit { id, body, was } in edits {
                let block = tx.block_of(note, id)?;
                blocks.push(tx.edit_block(block, body, was.as_ref())?);
            }
            let edited = blocks.len();
            blocks.extend(tx.insert_blocks(note, new, after)?);
            let (edited, came) = blocks.split_at(edited);
            for block in edited {
                tx.hand_on_comments(block.id, Some(block), came)?;
            }
            for BlockGone { id, was } in gone {
                tx.block_of(note, id)?.is_as_seen(was.as_ref())?;
                tx.hand_on_comments(id, None, &blocks)?;
                tx.take_out(id)?;
            }
            tx.about(Note::get(tx.connection, note)?.title);
            Ok(blocks)
        })
    }
}

impl Tx<'_> {
    /// Puts blocks in one after the other. Their neighbours are looked up once: what is pasted may be a thousand paragraphs.
    fn insert_blocks(
        &mut self,
        note: NoteId,
        new: Vec<NewBlock>,
        after: Option<BlockId>,
    ) -> Result<Vec<Block>> {
        if new.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<BlockId> = new.iter().map(|block| block.id).collect();
        let (mut before, next) = self.neighbours(note, &ids, after)?;
        let mut blocks = Vec::with_capacity(new.len());
        for new in new {
            let place = OrderKey::between(before.as_ref(), next.as_ref());
            before = Some(place.clone());
            blocks.push(self.put_block(note, new, place)?);
        }
        Ok(blocks)
    }

    /// A block that is the note's.
    pub(super) fn block_of(&self, note: NoteId, id: BlockId) -> Result<Block> {
        let block = Block::from(BlockRow::get(self.connection, id)?);
        if block.note == note { Ok(block) } else { Err(Error::NotFound { what: "block" }) }
    }

    /// The same, if it is (still) there.
    pub(super) fn still_there(&self, note: NoteId, id: Option<BlockId>) -> Result<Option<Block>> {
        let Some(id) = id else { return Ok(None) };
        match self.block_of(note, id) {
            Ok(block) => Ok(Some(block)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Takes a block out, with what was known of the things behind it.
    pub(super) fn take_out(&mut self, id: BlockId) -> Result<()> {
        self.unlink(id)?;
        self.remove::<BlockRow>(&id.to_string())
    }
}

impl Block {
    /// A conflict where it says something else than the writer saw.
    pub(super) fn is_as_seen(&self, was: Option<&Body>) -> Result<()> {
        match was {
            Some(was) if *was != self.body => Err(Error::Conflict { what: "the block".into() }),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Written;
    use crate::notes::Inline;
    use crate::notes::ops::NewPicture;
    use crate::testing::Desk;

    fn said(words: &str) -> Body {
        let text = if words.is_empty() { Vec::new() } else { vec![Inline::words(words)] };
        Body::Paragraph { level: 1, lead: Vec::new(), text }
    }

    fn new(id: BlockId, words: &str) -> NewBlock {
        NewBlock { id, prompt: None, marking: None, body: said(words) }
    }

    fn edit(id: BlockId, words: &str, was: &str) -> BlockEdit {
        BlockEdit { id, body: said(words), was: Some(said(was)) }
    }

    fn leaves(id: BlockId, was: &str) -> BlockGone {
        BlockGone { id, was: Some(said(was)) }
    }

    /// A note of these paragraphs, and their names.
    fn begun(desk: &mut Desk, paragraphs: &[&str]) -> (NoteId, Vec<BlockId>) {
        let (note, stamp) = (desk.id(), desk.stamp.clone());
        let blocks: Vec<NewBlock> = paragraphs.iter().map(|words| new(desk.id(), words)).collect();
        let ids = blocks.iter().map(|block| block.id).collect();
        desk.dossier.create_note(note, crate::testing::note_facts("Talks"), blocks, &stamp).unwrap();
        (note, ids)
    }

    fn stands(dossier: &Dossier, note: NoteId) -> String {
        let blocks = dossier.note(note).unwrap().blocks;
        blocks.iter().map(|block| block.body.words().trim().to_owned()).collect::<Vec<_>>().join("|")
    }

    /// Does, undoes and does again, in one step each.
    #[track_caller]
    fn check(paragraphs: &[&str], recast: impl FnOnce(&[BlockId], BlockId) -> Recast, op: Op, expect: &str) {
        let mut desk = Desk::new();
        let (note, ids) = begun(&mut desk, paragraphs);
        let (fresh, stamp) = (desk.id(), desk.stamp.clone());
        desk.dossier.recast_blocks(note, recast(&ids, fresh), &stamp).unwrap();
        assert_eq!(stands(&desk.dossier, note), expect);
        let (step, _) = desk.dossier.undo().unwrap();
        assert_eq!((step.op, stands(&desk.dossier, note)), (op, paragraphs.join("|")));
        desk.dossier.redo().unwrap();
        assert_eq!(stands(&desk.dossier, note), expect);
    }

    #[test]
    fn one_act_is_one_step() {
        let replaced = |ids: &[BlockId], fresh| Recast {
            new: vec![new(fresh, "table")],
            after: Some(ids[1]),
            gone: vec![leaves(ids[1], "")],
            ..Recast::default()
        };
        check(&["one", "", "two"], replaced, Op::InsertBlock, "one|table|two");
        let first = |ids: &[BlockId], fresh| Recast {
            new: vec![new(fresh, "table")],
            gone: vec![leaves(ids[0], "")],
            ..Recast::default()
        };
        check(&["", "two"], first, Op::InsertBlock, "table|two");
        let split = |ids: &[BlockId], fresh| Recast {
            edits: vec![edit(ids[0], "before", "before after")],
            new: vec![new(fresh, "after")],
            after: Some(ids[0]),
            ..Recast::default()
        };
        check(&["before after", "two"], split, Op::InsertBlock, "before|after|two");
        let joined = |ids: &[BlockId], _| Recast {
            edits: vec![edit(ids[0], "one two", "one")],
            gone: vec![leaves(ids[1], "two")],
            ..Recast::default()
        };
        check(&["one", "two", "three"], joined, Op::DeleteBlock, "one two|three");
    }

    #[test]
    fn all_or_nothing() {
        let mut desk = Desk::new();
        let (note, ids) = begun(&mut desk, &["one", "two"]);
        let (other, others) = begun(&mut desk, &["three"]);
        let (fresh, stamp) = (desk.id(), desk.stamp.clone());
        let somebody_wrote = Recast {
            edits: vec![edit(ids[0], "on", "another")],
            new: vec![new(fresh, "e")],
            after: Some(ids[0]),
            ..Recast::default()
        };
        let refused = desk.dossier.recast_blocks(note, somebody_wrote, &stamp);
        assert!(matches!(refused, Err(Error::Conflict { .. })));
        // A join: the words of the block that goes are not those that were seen, and would be lost.
        let somebody_wrote_in_what_goes = Recast {
            edits: vec![edit(ids[0], "onetw", "one")],
            gone: vec![leaves(ids[1], "tw")],
            ..Recast::default()
        };
        let refused = desk.dossier.recast_blocks(note, somebody_wrote_in_what_goes, &stamp);
        assert!(matches!(refused, Err(Error::Conflict { .. })));
        let of_another =
            Recast { gone: vec![leaves(ids[0], "one"), leaves(others[0], "three")], ..Recast::default() };
        let refused = desk.dossier.recast_blocks(note, of_another, &stamp);
        assert!(matches!(refused, Err(Error::NotFound { .. })));
        assert_eq!(
            (stands(&desk.dossier, note), stands(&desk.dossier, other)),
            ("one|two".into(), "three".into())
        );
    }

    #[test]
    fn the_answer_is_what_is_kept() {
        let mut desk = Desk::new();
        let (note, ids) = begun(&mut desk, &["one"]);
        let (fresh, stamp) = (desk.id(), desk.stamp.clone());
        let runs = |words: [&str; 2]| Body::Paragraph {
            level: 1,
            lead: Vec::new(),
            text: words.map(Inline::words).to_vec(),
        };
        let recast = Recast {
            edits: vec![BlockEdit { id: ids[0], body: runs(["on", "e!"]), was: Some(said("one")) }],
            new: vec![NewBlock { id: fresh, prompt: None, marking: None, body: runs(["tw", "o"]) }],
            after: Some(ids[0]),
            ..Recast::default()
        };
        let blocks = desk.dossier.recast_blocks(note, recast, &stamp).unwrap().value;
        assert_eq!(blocks.iter().map(|block| &block.body).collect::<Vec<_>>(), [&said("one!"), &said("two")]);
        assert_eq!(desk.dossier.note(note).unwrap().blocks, blocks);
    }

    /// A picture after the first of two blocks and in its place; `meanwhile` is what somebody else does before.
    #[track_caller]
    fn check_picture(meanwhile: impl FnOnce(&mut Dossier, BlockId, &Stamp), expect: &str) {
        let mut desk = Desk::new();
        let (note, ids) = begun(&mut desk, &["", "two"]);
        let (id, stamp) = (desk.id(), desk.stamp.clone());
        meanwhile(&mut desk.dossier, ids[0], &stamp);
        let new = NewPicture { id, bytes: b"dots", alternative: "A river".into(), replacing: Some(ids[0]) };
        desk.dossier.insert_picture(note, new, Some(ids[0]), &stamp).unwrap();
        let blocks = desk.dossier.note(note).unwrap().blocks;
        let kind = |body: &Body| match body {
            Body::Picture { .. } => "picture".to_owned(),
            body => body.words().trim().to_owned(),
        };
        assert_eq!(blocks.iter().map(|block| kind(&block.body)).collect::<Vec<_>>().join("|"), expect);
    }

    #[test]
    fn a_picture_takes_the_place_of_an_empty_block() {
        check_picture(|_, _, _| (), "picture|two");
        let written = |dossier: &mut Dossier, id, stamp: &Stamp| {
            dossier.edit_block(edit(id, "one", ""), Written::Apart, stamp).unwrap();
        };
        check_picture(written, "one|picture|two");
        let gone = |dossier: &mut Dossier, id, stamp: &Stamp| {
            dossier.delete_block(id, stamp).unwrap();
        };
        check_picture(gone, "two|picture");
    }
}
