//! Notes and their blocks.

use crate::commands::{Nothing, Of};
use crate::dossiers::At;
use crate::error::{Code, WireError, name};
use crate::session::Session;
use crate::{files, templates};
use serde::Deserialize;
use standpoint_brief::picture::Picture;
use standpoint_brief::record::{NotReopened, Record};
use standpoint_core::Dossier;
use standpoint_core::ids::{BlockId, NoteId};
use standpoint_core::markings::MarkingScheme;
use standpoint_core::notes::ops::{NewBlock, NewPicture, NoteFacts};
use standpoint_core::notes::queries::NoteWithBlocks;
use standpoint_core::notes::reopen::Reopened;
use standpoint_core::notes::{Block, Body, Note};
use std::path::{Path, PathBuf};

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
    let mut blocks = templates::blocks(session, &args.template)?;
    let id = args.id.unwrap_or_else(|| session.edge().id());
    session.change(|dossier, stamp| {
        let head = dossier.head()?;
        if head.marking_scheme == MarkingScheme::Us {
            // A template's headings say nothing that needs protection; the writer may mark them higher.
            let lowest = head.marking_scheme.labels().first().map(|&label| label.to_owned());
            let headings = blocks.iter_mut().filter(|block| matches!(block.body, Body::Heading { .. }));
            headings.for_each(|heading| heading.marking.clone_from(&lowest));
        }
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
            controls: None,
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
    let new = NewBlock { id: id.unwrap_or_else(|| session.edge().id()), prompt: None, marking: None, body };
    session.change(|dossier, stamp| dossier.insert_block(note, new, after, stamp))
}

pub(crate) fn edit_block(session: &Session, args: EditBlock) -> Result<Block, WireError> {
    session.change(|dossier, stamp| dossier.edit_block(args.id, args.body, stamp))
}

pub(crate) fn mark_block(session: &Session, args: MarkBlock) -> Result<Block, WireError> {
    session.change(|dossier, stamp| dossier.mark_block(args.id, args.marking, stamp))
}

pub(crate) fn insert_picture(session: &Session, args: InsertPicture) -> Result<Block, WireError> {
    let InsertPicture { id, note, path, alternative, after } = args;
    let bytes = files::read(&path, "Nothing was put in the note.")?;
    Picture::read(&bytes).map_err(|why| {
        WireError::new(
            Code::Refused,
            format!("{} cannot be put in the note: {why}. The note is as it was.", name(&path)),
            "Save it again as PNG or JPEG, smaller if it is large, and choose that file.",
        )
    })?;
    let new = NewPicture { id: id.unwrap_or_else(|| session.edge().id()), bytes: &bytes, alternative };
    session.change(|dossier, stamp| dossier.insert_picture(note, new, after, stamp))
}

/// Opens the note that a file copy carries, in the open dossier.
pub(crate) fn reopen(session: &Session, args: At) -> Result<Reopened, WireError> {
    let Record { snapshot, pictures } = record(&args.path)?;
    let note = session.edge().id();
    session.change(|dossier, stamp| {
        dossier.reopen_note(snapshot, &pictures, note, || session.edge().id(), stamp)
    })
}

/// The note that a file copy carries.
pub(crate) fn record(path: &Path) -> Result<Record, WireError> {
    const KEPT: &str = "Nothing was changed.";
    let bytes = files::read(path, KEPT)?;
    standpoint_brief::record::open(&bytes).map_err(|why| {
        let hint = match why {
            NotReopened::NoRecord => "Import it as a source instead, or ask for the file copy.",
            NotReopened::Changed => "Ask for the file as it was exported.",
            NotReopened::Record(_) => "Open it with the version of Standpoint that wrote it.",
        };
        WireError::new(Code::Unreadable, format!("{} {why}. {KEPT}", name(path)), hint)
    })
}

pub(crate) fn move_block(session: &Session, args: MoveBlock) -> Result<Block, WireError> {
    session.change(|dossier, stamp| dossier.move_block(args.id, args.after, stamp))
}

pub(crate) fn delete_block(session: &Session, args: Of<BlockId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.delete_block(args.id, stamp))
}
