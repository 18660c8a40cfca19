//! The blocks of a note: put in, changed, moved and taken out.

use crate::commands::Of;
use crate::error::{Code, WireError, name};
use crate::files;
use crate::session::Session;
use serde::Deserialize;
use standpoint_brief::picture::Picture;
use standpoint_core::ids::{BlockId, NoteId};
use standpoint_core::journal::Written;
use standpoint_core::notes::ops::{BlockEdit, NewBlock, NewPicture};
use standpoint_core::notes::recast::{BlockGone, Recast};
use standpoint_core::notes::{Block, Body};
use std::path::PathBuf;

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

/// What one act of a writer does to several blocks.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct RecastBlocks {
    /// The note.
    pub note: NoteId,
    /// Blocks that say something else.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ChangedBlock>>")]
    pub edits: Vec<ChangedBlock>,
    /// Blocks that come, one after the other.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ComingBlock>>")]
    pub blocks: Vec<ComingBlock>,
    /// After which block; first if null.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub after: Option<BlockId>,
    /// Blocks that go.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<GoneBlock>>")]
    pub gone: Vec<GoneBlock>,
}

/// A block that goes with what else is done.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct GoneBlock {
    /// Which.
    pub id: BlockId,
    /// What it said to the writer, if it is to stay where it says something else by now.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub was: Option<Body>,
}

impl From<GoneBlock> for BlockGone {
    fn from(GoneBlock { id, was }: GoneBlock) -> Self {
        Self { id, was }
    }
}

/// A block that comes with others.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct ComingBlock {
    /// Its id.
    pub id: BlockId,
    /// What it says.
    pub body: Body,
    /// Its own marking.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub marking: Option<String>,
}

/// A block that says something else.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct ChangedBlock {
    /// Which.
    pub id: BlockId,
    /// What it says now.
    pub body: Body,
    /// What it said to the writer, if it is to be left alone where it says something else by now.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub was: Option<Body>,
}

impl From<ChangedBlock> for BlockEdit {
    fn from(ChangedBlock { id, body, was }: ChangedBlock) -> Self {
        Self { id, body, was }
    }
}

/// A change to a block.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct EditBlock {
    /// Which, and what it says now.
    #[serde(flatten)]
    #[ts(flatten)]
    pub changed: ChangedBlock,
    /// Whether it is more of the typing just before it: one step to undo, if nothing was done in between.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub goes_on: bool,
}

/// A block's own marking.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct MarkBlock {
    /// Which.
    pub id: BlockId,
    /// The label; none if null.
    pub marking: Option<String>,
}

/// A picture to put in.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct InsertPicture {
    /// Its block's id, if the caller made one.
    #[ts(optional)]
    pub id: Option<BlockId>,
    /// The note.
    pub note: NoteId,
    /// The file.
    pub path: PathBuf,
    /// What it shows, for those who cannot see it.
    pub alternative: String,
    /// After which block; first if null.
    pub after: Option<BlockId>,
    /// A block that makes way for it, where it is there and still says nothing.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub replacing: Option<BlockId>,
}

/// A block's new place.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct MoveBlock {
    /// Which.
    pub id: BlockId,
    /// After which block; first if null.
    pub after: Option<BlockId>,
}

/// Words replaced throughout a note.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct ReplaceWords {
    /// The note.
    pub note: NoteId,
    /// What its blocks say now, those that change.
    pub blocks: Vec<ChangedBlock>,
}

pub(crate) fn insert_block(session: &Session, args: InsertBlock) -> Result<Block, WireError> {
    let InsertBlock { id, note, body, after } = args;
    let new = NewBlock { id: id.unwrap_or_else(|| session.edge().id()), prompt: None, marking: None, body };
    session.change(|dossier, stamp| dossier.insert_block(note, new, after, stamp))
}

pub(crate) fn recast_blocks(session: &Session, args: RecastBlocks) -> Result<Vec<Block>, WireError> {
    let RecastBlocks { note, edits, blocks, after, gone } = args;
    let coming =
        |ComingBlock { id, body, marking }: ComingBlock| NewBlock { id, prompt: None, marking, body };
    let edits = edits.into_iter().map(BlockEdit::from).collect();
    let gone = gone.into_iter().map(BlockGone::from).collect();
    let recast = Recast { edits, new: blocks.into_iter().map(coming).collect(), after, gone };
    session.change(|dossier, stamp| dossier.recast_blocks(note, recast, stamp))
}

pub(crate) fn edit_block(session: &Session, args: EditBlock) -> Result<Block, WireError> {
    let EditBlock { changed, goes_on } = args;
    let written = if goes_on { Written::On } else { Written::Apart };
    session.change(|dossier, stamp| dossier.edit_block(changed.into(), written, stamp))
}

pub(crate) fn mark_block(session: &Session, args: MarkBlock) -> Result<Block, WireError> {
    session.change(|dossier, stamp| dossier.mark_block(args.id, args.marking, stamp))
}

pub(crate) fn insert_picture(session: &Session, args: InsertPicture) -> Result<Block, WireError> {
    let InsertPicture { id, note, path, alternative, after, replacing } = args;
    let bytes = files::read(&path, "Nothing was put in the note.")?;
    Picture::read(&bytes).map_err(|why| {
        WireError::new(
            Code::Refused,
            format!("{} cannot be put in the note: {why}. The note is as it was.", name(&path)),
            "Save it again as PNG or JPEG, smaller if it is large, and choose that file.",
        )
    })?;
    let id = id.unwrap_or_else(|| session.edge().id());
    let new = NewPicture { id, bytes: &bytes, alternative, replacing };
    session.change(|dossier, stamp| dossier.insert_picture(note, new, after, stamp))
}

pub(crate) fn replace_words(session: &Session, args: ReplaceWords) -> Result<(), WireError> {
    let bodies = args.blocks.into_iter().map(|block| (block.id, block.body)).collect();
    session.change(|dossier, stamp| dossier.replace_words(args.note, bodies, stamp))
}

pub(crate) fn move_block(session: &Session, args: MoveBlock) -> Result<Block, WireError> {
    session.change(|dossier, stamp| dossier.move_block(args.id, args.after, stamp))
}

pub(crate) fn delete_block(session: &Session, args: Of<BlockId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.delete_block(args.id, stamp))
}
