//! Notes and their blocks.

use crate::commands::{Nothing, Of};
use crate::dossiers::At;
use crate::error::{Code, WireError, name};
use crate::files;
use crate::session::Session;
use crate::templates::{self, Beginning, shelf};
use serde::Deserialize;
use standpoint_brief::record::{NotReopened, Record};
use standpoint_core::Dossier;
use standpoint_core::ids::{ActorId, IssueId, NoteId};
use standpoint_core::markings::MarkingScheme;
use standpoint_core::notes::fill::{Filler, Subject};
use standpoint_core::notes::ops::NoteFacts;
use standpoint_core::notes::queries::{ListedNote, NoteWithBlocks};
use standpoint_core::notes::reopen::Reopened;
use standpoint_core::notes::versions::{NewVersion, VersionKind};
use standpoint_core::notes::{Body, Meeting, Note};
use standpoint_core::time::Moment;
use std::path::Path;

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
    /// The note that it is to be made from; its template counts then, and what has changed since is shown.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<NoteId>,
    /// Whom it is about; everybody with a position if empty.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ActorId>>")]
    pub actors: Vec<ActorId>,
    /// On what; every issue if empty.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<IssueId>>")]
    pub issues: Vec<IssueId>,
    /// The meeting it is for.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub meeting: Option<Meeting>,
}

/// What stands around a note's body.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct EditNote {
    /// Which.
    pub id: NoteId,
    /// What is so.
    pub facts: NoteFacts,
}

pub(crate) fn list(session: &Session, _: Nothing) -> Result<Vec<ListedNote>, WireError> {
    session.read(Dossier::listed_notes)
}

pub(crate) fn get(session: &Session, args: Of<NoteId>) -> Result<NoteWithBlocks, WireError> {
    session.read(|dossier| dossier.note(args.id))
}

pub(crate) fn create(session: &Session, args: NewNote) -> Result<Note, WireError> {
    let id = args.id.unwrap_or_else(|| session.edge().id());
    match args.from {
        Some(from) => copy(session, from, id, args.title),
        None => begin(session, id, args),
    }
}

fn begin(session: &Session, id: NoteId, args: NewNote) -> Result<Note, WireError> {
    let NewNote { title, template, actors, issues, meeting, .. } = args;
    shelf::fetch(session, &template)?;
    session.change(|dossier, stamp| {
        let head = dossier.head()?;
        let last = last_brief(dossier)?;
        let since = last.as_ref().map(|(since, _)| *since);
        let subject = Subject { actors, issues, since };
        let filler = Filler::of(dossier, subject, stamp.at)?;
        let begun = templates::begin(dossier, &template, &filler, &mut || session.edge().id())?;
        let Beginning { template, mut blocks } = begun;
        if head.marking_scheme == MarkingScheme::Us {
            // A template's headings say nothing that needs protection; the writer may mark them higher.
            let lowest = head.marking_scheme.labels().first().map(|&label| label.to_owned());
            let headings = blocks.iter_mut().filter(|block| matches!(block.body, Body::Heading { .. }));
            headings.for_each(|heading| heading.marking.clone_from(&lowest));
        }
        let facts = NoteFacts {
            title,
            reference: None,
            version: "1.0".into(),
            template,
            marking: head.marking,
            language: head.language,
            paper: head.paper,
            print: None,
            prepared_by: head.unit,
            prepared_for: None,
            meeting,
            distribution: Vec::new(),
            cutoff: Some(stamp.at),
            issued: None,
            last_brief: last.map(|(_, printed)| printed),
            clearance: None,
            controls: None,
        };
        Ok::<_, WireError>(dossier.create_note(id, facts, blocks, stamp)?)
    })
}

/// A note made from an earlier one, which is then its last brief. How it began is kept, so that what nobody has touched
/// since can be told.
fn copy(session: &Session, from: NoteId, id: NoteId, title: String) -> Result<Note, WireError> {
    let note = session.change(|dossier, stamp| {
        let earlier = dossier.note(from)?.note;
        let facts = NoteFacts {
            title,
            reference: None,
            version: "1.0".into(),
            template: earlier.template.clone(),
            marking: earlier.marking.clone(),
            language: earlier.language.clone(),
            paper: earlier.paper,
            print: earlier.print,
            prepared_by: earlier.prepared_by.clone(),
            prepared_for: earlier.prepared_for.clone(),
            meeting: None,
            distribution: earlier.distribution.clone(),
            cutoff: Some(stamp.at),
            issued: None,
            last_brief: Some(printed(&earlier)),
            clearance: None,
            controls: earlier.controls.clone(),
        };
        Ok::<_, WireError>(dossier.copy_note(from, id, facts, || session.edge().id(), stamp)?)
    })?;
    let name = session.read(|dossier| dossier.note(from))?.note.title;
    let begun = NewVersion { id: session.edge().id(), note: id, name, kind: VersionKind::CarriedOver };
    session.change(|dossier, stamp| dossier.keep_version(begun, stamp))?;
    Ok(note)
}

/// What left the building last, or else was written last: when, and how it is named in print.
fn last_brief(dossier: &Dossier) -> Result<Option<(Moment, String)>, WireError> {
    let notes = dossier.notes()?;
    let exported = dossier.exports(None)?.into_iter().next();
    let left = exported.and_then(|export| {
        let note = notes.iter().find(|note| note.id == export.note)?;
        Some((export.at, printed(note)))
    });
    let written = || notes.first().map(|note| (note.cutoff.unwrap_or(note.created_at), printed(note)));
    Ok(left.or_else(written))
}

/// "After the talks, version 1.0, 28 April 2025".
fn printed(note: &Note) -> String {
    let day = note.issued.or(note.cutoff).unwrap_or(note.created_at).format("%-d %B %Y");
    format!("{}, version {}, {day}", note.title, note.version)
}

pub(crate) fn edit(session: &Session, args: EditNote) -> Result<Note, WireError> {
    session.change(|dossier, stamp| dossier.edit_note(args.id, args.facts, stamp))
}

pub(crate) fn delete(session: &Session, args: Of<NoteId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.delete_note(args.id, stamp))
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
