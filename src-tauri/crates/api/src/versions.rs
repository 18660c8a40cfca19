//! Versions of a note, what changed between them, and clearance.

use crate::commands::Of;
use crate::error::WireError;
use crate::session::Session;
use serde::Deserialize;
use standpoint_core::Dossier;
use standpoint_core::analysis::compare::{self, NoteComparison};
use standpoint_core::ids::{BlockId, ExportId, NoteId, VersionId};
use standpoint_core::notes::linked::LinkChange;
use standpoint_core::notes::versions::{NewVersion, NoteVersion, VersionKind};
use standpoint_core::notes::{Note, NoteSnapshot};

/// A version to keep.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct KeepVersion {
    /// Its id, if the caller made one.
    #[ts(optional)]
    pub id: Option<VersionId>,
    /// The note.
    pub note: NoteId,
    /// What it is to be called.
    pub name: String,
}

/// A clearance to give.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct ClearNote {
    /// The note, as it stands and in its present version.
    pub id: NoteId,
    /// Who clears it, by office.
    pub by: String,
}

/// A note at some time.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
#[serde(tag = "of", content = "id", rename_all = "snake_case")]
pub(crate) enum NoteState {
    /// As it stands.
    Now,
    /// As a version kept it.
    Version(VersionId),
    /// As it left the building.
    Export(ExportId),
}

/// Two states of a note.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct AskComparison {
    /// The note.
    pub note: NoteId,
    /// The earlier.
    pub from: NoteState,
    /// The later.
    pub to: NoteState,
}

pub(crate) fn list(session: &Session, args: Of<NoteId>) -> Result<Vec<NoteVersion>, WireError> {
    session.read(|dossier| dossier.versions(args.id))
}

pub(crate) fn keep(session: &Session, args: KeepVersion) -> Result<NoteVersion, WireError> {
    let id = args.id.unwrap_or_else(|| session.edge().id());
    let new = NewVersion { id, note: args.note, name: args.name, kind: VersionKind::Kept };
    session.change(|dossier, stamp| dossier.keep_version(new, stamp))
}

pub(crate) fn restore(session: &Session, args: Of<VersionId>) -> Result<NoteVersion, WireError> {
    session.change(|dossier, stamp| dossier.restore_version(args.id, stamp))
}

pub(crate) fn compare(session: &Session, args: AskComparison) -> Result<NoteComparison, WireError> {
    let (before, after) = session.read(|dossier| {
        Ok::<_, WireError>((args.from.read(dossier, args.note)?, args.to.read(dossier, args.note)?))
    })?;
    Ok(compare::compare(&before, &after, session.edge().now()))
}

/// Clears the note and keeps it as it was cleared.
pub(crate) fn clear(session: &Session, args: ClearNote) -> Result<Note, WireError> {
    let name = args.by.clone();
    let note = session.change(|dossier, stamp| dossier.clear_note(args.id, Some(args.by), stamp))?;
    let new = NewVersion { id: session.edge().id(), note: note.id, name, kind: VersionKind::Cleared };
    session.change(|dossier, stamp| dossier.keep_version(new, stamp))?;
    Ok(note)
}

pub(crate) fn withdraw_clearance(session: &Session, args: Of<NoteId>) -> Result<Note, WireError> {
    session.change(|dossier, stamp| dossier.clear_note(args.id, None, stamp))
}

pub(crate) fn link_changes(session: &Session, args: Of<NoteId>) -> Result<Vec<LinkChange>, WireError> {
    session.read(|dossier| dossier.link_changes(args.id))
}

pub(crate) fn accept_change(session: &Session, args: Of<BlockId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.accept_change(args.id, stamp))
}

impl NoteState {
    fn read(self, dossier: &Dossier, note: NoteId) -> Result<NoteSnapshot, WireError> {
        Ok(match self {
            Self::Now => dossier.note_snapshot(note)?,
            Self::Version(id) => dossier.kept_snapshot(&dossier.version(id)?.snapshot)?,
            Self::Export(id) => dossier.kept_snapshot(&dossier.export(id)?.snapshot)?,
        })
    }
}
