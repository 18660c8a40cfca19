//! Writing notes, block by block.

use super::block::BlockRow;
use super::{Block, Body, Clearance, Controls, Meeting, Note, Paper, Print, Recipient};
use crate::analysis::checks::Waiver;
use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::ids::{BlockId, NoteId};
use crate::journal::Written;
use crate::order::OrderKey;
use crate::sources::ops::required;
use crate::store::row::Stored;
use crate::time::Moment;
use crate::transact::{Done, Op, Stamp, Tx};
use serde::{Deserialize, Serialize};

/// What a person says about a note, outside its body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NoteFacts {
    /// Title.
    pub title: String,
    /// The registry's reference.
    pub reference: Option<String>,
    /// Version as printed.
    pub version: String,
    /// Template id.
    pub template: String,
    /// Marking set by the writer.
    pub marking: Option<String>,
    /// BCP 47 tag.
    pub language: String,
    /// Paper.
    pub paper: Paper,
    /// How its pages are printed where not as usual.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub print: Option<Print>,
    /// The unit that wrote it.
    pub prepared_by: Option<String>,
    /// The reader, by office.
    pub prepared_for: Option<String>,
    /// The meeting it is for.
    pub meeting: Option<Meeting>,
    /// Who gets it.
    pub distribution: Vec<Recipient>,
    /// "Information as of".
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub cutoff: Option<Moment>,
    /// Date of issue.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub issued: Option<Moment>,
    /// The brief before this one.
    pub last_brief: Option<String>,
    /// Who cleared it.
    pub clearance: Option<Clearance>,
    /// How controlled information is to be handled.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional = nullable))]
    pub controls: Option<Controls>,
}

/// A block to put in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewBlock {
    /// Its name.
    pub id: BlockId,
    /// What belongs here.
    pub prompt: Option<String>,
    /// Its own marking.
    #[serde(default)]
    pub marking: Option<String>,
    /// What it says.
    pub body: Body,
}

/// What a block is to say.
#[derive(Debug, Clone)]
pub struct BlockEdit {
    /// Which.
    pub id: BlockId,
    /// What it says now.
    pub body: Body,
    /// What it said to the writer: where it says something else by now, somebody else has written in it, and that stays.
    pub was: Option<Body>,
}

/// A picture to put in.
#[derive(Debug)]
pub struct NewPicture<'a> {
    /// Its block's name.
    pub id: BlockId,
    /// The bytes as they came.
    pub bytes: &'a [u8],
    /// What it shows, for those who cannot see it.
    pub alternative: String,
    /// A block that makes way for it, where it is there and still says nothing.
    pub replacing: Option<BlockId>,
}

impl Dossier {
    /// Begins a note with the blocks of its template.
    pub fn create_note(
        &mut self,
        id: NoteId,
        facts: NoteFacts,
        blocks: Vec<NewBlock>,
        stamp: &Stamp,
    ) -> Result<Done<Note>> {
        self.transact(Op::CreateNote, stamp, |tx| tx.create_note(id, facts, blocks))
    }

    /// Changes what stands around a note's body.
    pub fn edit_note(&mut self, id: NoteId, mut facts: NoteFacts, stamp: &Stamp) -> Result<Done<Note>> {
        self.transact(Op::EditNote, stamp, |tx| {
            let known = Note::get(tx.connection, id)?;
            let clearance = facts.clearance.take();
            facts.clearance =
                clearance.map(|given| tx.clearance_of(&known, given, &facts.title)).transpose()?;
            tx.write_note(id, known.created_at, facts)
        })
    }

    /// Drops a note with its blocks. What of it has left the building stays on record.
    pub fn delete_note(&mut self, id: NoteId, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::DeleteNote, stamp, |tx| {
            let note = Note::get(tx.connection, id)?;
            tx.about(note.title);
            for block in BlockRow::select(tx.connection, "WHERE note = ?", [id])? {
                tx.take_out(block.id)?;
            }
            for waiver in Waiver::select(tx.connection, "WHERE note = ?", [id])? {
                tx.remove::<Waiver>(&waiver.key())?;
            }
            tx.drop_comments(id)?;
            tx.remove::<Note>(&id.to_string())
        })
    }

    /// Puts a block in right after `after`, or first.
    pub fn insert_block(
        &mut self,
        note: NoteId,
        new: NewBlock,
        after: Option<BlockId>,
        stamp: &Stamp,
    ) -> Result<Done<Block>> {
        self.transact(Op::InsertBlock, stamp, |tx| tx.insert_block(note, new, after))
    }

    /// Puts a picture in right after `after`, or first; last, if that block is no longer there.
    pub fn insert_picture(
        &mut self,
        note: NoteId,
        new: NewPicture<'_>,
        after: Option<BlockId>,
        stamp: &Stamp,
    ) -> Result<Done<Block>> {
        self.transact(Op::InsertBlock, stamp, |tx| {
            let NewPicture { id, bytes, alternative, replacing } = new;
            let content = tx.keep(bytes)?;
            let body = Body::Picture { content, alternative, caption: Vec::new() };
            let empty = tx.still_there(note, replacing)?;
            // What stood beside a block that somebody has taken out meanwhile, the window knows and not the note.
            let after = match tx.still_there(note, after)? {
                None if after.is_some() => tx.last_block(note)?,
                _ => after,
            };
            let block = tx.insert_block(note, NewBlock { id, prompt: None, marking: None, body }, after)?;
            if let Some(empty) = empty.filter(|block| block.body.says_nothing()) {
                tx.take_out(empty.id)?;
            }
            Ok(block)
        })
    }

    /// Changes what a block says: a conflict, where somebody else has written in it meanwhile.
    pub fn edit_block(&mut self, edit: BlockEdit, written: Written, stamp: &Stamp) -> Result<Done<Block>> {
        self.transact(Op::EditBlock, stamp, |tx| {
            let BlockEdit { id, body, was } = edit;
            let block = Block::from(BlockRow::get(tx.connection, id)?);
            let block = tx.edit_block(block, body, was.as_ref())?;
            tx.is_written(written);
            tx.about(Note::get(tx.connection, block.note)?.title);
            Ok(block)
        })
    }

    /// Changes what several blocks of a note say, in one step: words replaced throughout.
    pub fn replace_words(
        &mut self,
        note: NoteId,
        bodies: Vec<(BlockId, Body)>,
        stamp: &Stamp,
    ) -> Result<Done<()>> {
        self.transact(Op::ReplaceWords, stamp, |tx| {
            tx.about(Note::get(tx.connection, note)?.title);
            for (id, body) in bodies {
                let block = tx.block_of(note, id)?;
                tx.edit_block(block, body, None)?;
            }
            Ok(())
        })
    }

    /// Gives a block a marking of its own, or takes it away.
    pub fn mark_block(&mut self, id: BlockId, marking: Option<String>, stamp: &Stamp) -> Result<Done<Block>> {
        self.transact(Op::MarkBlock, stamp, |tx| {
            let mut block = Block::from(BlockRow::get(tx.connection, id)?);
            block.marking = marking.filter(|marking| !marking.trim().is_empty());
            tx.about(Note::get(tx.connection, block.note)?.title);
            tx.put(&BlockRow::from(block.clone()))?;
            Ok(block)
        })
    }

    /// Moves a block right after `after`, or first.
    pub fn move_block(&mut self, id: BlockId, after: Option<BlockId>, stamp: &Stamp) -> Result<Done<Block>> {
        self.transact(Op::MoveBlock, stamp, |tx| {
            let note = BlockRow::get(tx.connection, id)?.note;
            tx.about(Note::get(tx.connection, note)?.title);
            tx.place_blocks(note, &[id], after)?;
            tx.block_of(note, id)
        })
    }

    /// Takes a block out.
    pub fn delete_block(&mut self, id: BlockId, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::DeleteBlock, stamp, |tx| {
            let block = BlockRow::get(tx.connection, id)?;
            tx.about(Note::get(tx.connection, block.note)?.title);
            tx.take_out(id)
        })
    }
}

impl Tx<'_> {
    /// Begins a note with these blocks.
    pub fn create_note(&mut self, id: NoteId, facts: NoteFacts, blocks: Vec<NewBlock>) -> Result<Note> {
        let created_at = Note::get(self.connection, id).map_or(self.stamp.at, |there| there.created_at);
        let mut note = self.write_note(id, created_at, facts)?;
        let mut last = None;
        let is_whole = !blocks.is_empty();
        for new in blocks {
            let place = OrderKey::between(last.as_ref(), None);
            last = Some(place.clone());
            let block = Block {
                id: new.id,
                note: id,
                place,
                prompt: new.prompt,
                marking: new.marking,
                body: new.body.sound()?,
            };
            self.put(&BlockRow::from(block.clone()))?;
            self.link(&block)?;
        }
        if let Some(clearance) = note.clearance.as_mut().filter(|_| is_whole) {
            clearance.words = Some(self.words_of(id, &note.title)?);
            self.put(&note)?;
        }
        Ok(note)
    }

    fn write_note(&mut self, id: NoteId, created_at: Moment, facts: NoteFacts) -> Result<Note> {
        let note = Note {
            id,
            title: required(facts.title, "a title")?,
            reference: facts.reference,
            version: required(facts.version, "a version")?,
            template: facts.template,
            marking: facts.marking,
            language: facts.language,
            paper: facts.paper,
            print: facts.print,
            prepared_by: facts.prepared_by,
            prepared_for: facts.prepared_for,
            meeting: facts.meeting,
            distribution: facts.distribution,
            cutoff: facts.cutoff,
            issued: facts.issued,
            last_brief: facts.last_brief,
            clearance: facts.clearance,
            controls: facts.controls,
            created_at,
        };
        self.about(note.title.clone());
        self.put(&note)?;
        Ok(note)
    }

    pub(super) fn insert_block(
        &mut self,
        note: NoteId,
        new: NewBlock,
        after: Option<BlockId>,
    ) -> Result<Block> {
        self.about(Note::get(self.connection, note)?.title);
        let place = self.place_after(note, new.id, after)?;
        self.put_block(note, new, place)
    }

    /// Changes what a block says, unless somebody else has written in it meanwhile; the block as it is now.
    pub(super) fn edit_block(&mut self, mut block: Block, body: Body, was: Option<&Body>) -> Result<Block> {
        let body = body.sound()?;
        if block.body != body {
            block.is_as_seen(was)?;
        }
        block.body = body;
        self.put(&BlockRow::from(block.clone()))?;
        self.link(&block)?;
        Ok(block)
    }

    /// Moves blocks, one behind the other, right after `after`, or first.
    pub(super) fn place_blocks(
        &mut self,
        note: NoteId,
        ids: &[BlockId],
        after: Option<BlockId>,
    ) -> Result<()> {
        let (mut before, next) = self.neighbours(note, ids, after)?;
        for id in ids {
            let mut block = self.block_of(note, *id)?;
            block.place = OrderKey::between(before.as_ref(), next.as_ref());
            before = Some(block.place.clone());
            self.put(&BlockRow::from(block))?;
        }
        Ok(())
    }

    pub(super) fn put_block(&mut self, note: NoteId, new: NewBlock, place: OrderKey) -> Result<Block> {
        let NewBlock { id, prompt, marking, body } = new;
        let block = Block { id, note, place, prompt, marking, body: body.sound()? };
        self.put(&BlockRow::from(block.clone()))?;
        self.link(&block)?;
        Ok(block)
    }

    fn place_after(&self, note: NoteId, moving: BlockId, after: Option<BlockId>) -> Result<OrderKey> {
        let (before, next) = self.neighbours(note, &[moving], after)?;
        Ok(OrderKey::between(before.as_ref(), next.as_ref()))
    }

    fn last_block(&self, note: NoteId) -> Result<Option<BlockId>> {
        let mut last =
            BlockRow::select(self.connection, "WHERE note = ? ORDER BY place DESC, n DESC LIMIT 1", [note])?;
        Ok(last.pop().map(|block| block.id))
    }

    /// The places that what comes right after `after`, or first, has to lie between; `moving` are not looked at.
    pub(super) fn neighbours(
        &self,
        note: NoteId,
        moving: &[BlockId],
        after: Option<BlockId>,
    ) -> Result<(Option<OrderKey>, Option<OrderKey>)> {
        let mut others = BlockRow::select(self.connection, "WHERE note = ? ORDER BY place, n", [note])?;
        others.retain(|block| !moving.contains(&block.id));
        let at = after.and_then(|after| others.iter().position(|block| block.id == after));
        if after.is_some() && at.is_none() {
            return Err(Error::NotFound { what: "block" });
        }
        let next = others.get(at.map_or(0, |at| at + 1)).map(|block| block.place.clone());
        Ok((at.map(|at| others[at].place.clone()), next))
    }
}
