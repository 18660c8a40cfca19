//! Notes and their blocks.

use crate::commands::{Nothing, Of};
use crate::error::WireError;
use crate::session::Session;
use crate::templates;
use serde::Deserialize;
use standpoint_core::Dossier;
use standpoint_core::ids::{BlockId, NoteId};
use standpoint_core::notes::ops::{NewBlock, NoteFacts};
use standpoint_core::notes::queries::NoteWithBlocks;
use standpoint_core::notes::{Block, Body, Note};

/// A note to begin.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct NewNote {
    /// Its id, if the caller made one.
    #[ts(optional)]
    pub id: Option<NoteId>,
    /// Its title.
    pub title: String,
    /// The template's id.
    pub template: String,
}

/// What stands around a note's body.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct EditNote {
    /// Which.
    pub id: NoteId,
    /// What is so.
    pub facts: NoteFacts,
}

/// A block to put in.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct InsertBlock {
    /// Its id, if the caller made one.
    #[ts(optional)]
    pub id: Option<BlockId>,
    /// The note.
    pub note: NoteId,
    /// What it says.
    pub body: Body,
    /// After which block; first if null.
    pub after: Option<BlockId>,
}

/// A change to a block.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct EditBlock {
    /// Which.
    pub id: BlockId,
    /// What it says now.
    pub body: Body,
}

/// A block's new place.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct MoveBlock {
    /// Which.
    pub id: BlockId,
    /// After which block; first if null.
    pub after: Option<BlockId>,
}

pub(crate) fn list(session: &Session, _: Nothing) -> Result<Vec<Note>, WireError> {
    session.read(Dossier::notes)
}

pub(crate) fn get(session: &Session, args: Of<NoteId>) -> Result<NoteWithBlocks, WireError> {
    session.read(|dossier| dossier.note(args.id))
}

pub(crate) fn create(session: &Session, args: NewNote) -> Result<Note, WireError> {
    let blocks = templates::blocks(session, &args.template)?;
    let id = args.id.unwrap_or_else(|| session.edge().id());
    session.change(|dossier, stamp| {
        let head = dossier.head()?;
        let facts = NoteFacts {
            title: args.title,
            reference: None,
            version: "1.0".into(),
            template: args.template,
            marking: head.marking,
            language: head.language,
            paper: head.paper,
            prepared_by: head.unit,
            prepared_for: None,
            meeting: None,
            distribution: Vec::new(),
            cutoff: Some(stamp.at),
            issued: None,
            last_brief: None,
            clearance: None,
        };
        dossier.create_note(id, facts, blocks, stamp)
    })
}

pub(crate) fn edit(session: &Session, args: EditNote) -> Result<Note, WireError> {
    session.change(|dossier, stamp| dossier.edit_note(args.id, args.facts, stamp))
}

pub(crate) fn delete(session: &Session, args: Of<NoteId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.delete_note(args.id, stamp))
}

pub(crate) fn insert_block(session: &Session, args: InsertBlock) -> Result<Block, WireError> {
    let InsertBlock { id, note, body, after } = args;
    let new = NewBlock { id: id.unwrap_or_else(|| session.edge().id()), prompt: None, body };
    session.change(|dossier, stamp| dossier.insert_block(note, new, after, stamp))
}

pub(crate) fn edit_block(session: &Session, args: EditBlock) -> Result<Block, WireError> {
    session.change(|dossier, stamp| dossier.edit_block(args.id, args.body, stamp))
}

pub(crate) fn move_block(session: &Session, args: MoveBlock) -> Result<Block, WireError> {
    session.change(|dossier, stamp| dossier.move_block(args.id, args.after, stamp))
}

pub(crate) fn delete_block(session: &Session, args: Of<BlockId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.delete_block(args.id, stamp))
}
