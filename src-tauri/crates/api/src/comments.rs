//! Comments on the blocks of a note.

use crate::commands::Of;
use crate::error::WireError;
use crate::session::Session;
use serde::Deserialize;
use standpoint_core::ids::{BlockId, CommentId, NoteId};
use standpoint_core::notes::comments::{Comment, NewComment};

/// A remark to make.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct AddComment {
    /// On which block.
    pub block: BlockId,
    /// The words it is about, if not the whole block.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub words: Option<String>,
    /// What is remarked.
    pub text: String,
}

/// A remark in other words.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct EditComment {
    /// Which.
    pub id: CommentId,
    /// What is remarked.
    pub text: String,
}

/// Whether a remark has been dealt with.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct SettleComment {
    /// Which.
    pub id: CommentId,
    /// Whether it has.
    pub settled: bool,
}

pub(crate) fn add(session: &Session, args: AddComment) -> Result<Comment, WireError> {
    let new = NewComment { id: session.edge().id(), block: args.block, words: args.words, text: args.text };
    session.change(|dossier, stamp| dossier.add_comment(new, stamp))
}

pub(crate) fn edit(session: &Session, args: EditComment) -> Result<Comment, WireError> {
    session.change(|dossier, stamp| dossier.edit_comment(args.id, args.text, stamp))
}

pub(crate) fn settle(session: &Session, args: SettleComment) -> Result<Comment, WireError> {
    session.change(|dossier, stamp| dossier.settle_comment(args.id, args.settled, stamp))
}

pub(crate) fn list(session: &Session, args: Of<NoteId>) -> Result<Vec<Comment>, WireError> {
    session.read(|dossier| dossier.comments(args.id))
}

pub(crate) fn delete(session: &Session, args: Of<CommentId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.delete_comment(args.id, stamp))
}
