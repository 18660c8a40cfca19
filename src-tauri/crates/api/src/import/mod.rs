//! Bringing documents in: read in a child process, kept as sources, many at a time and stoppable.

mod document;
mod folder;
mod jobs;
pub(crate) mod likeness;
mod new_source;
mod origin;
mod recognition;
mod work;

use crate::commands::Of;
use crate::error::WireError;
use crate::session::Session;
use document::{Document, Reading, bring_in};
pub(crate) use jobs::{Imported, Job, JobId, Jobs, cancel, dismiss, imported, list};
pub(crate) use new_source::plain_text;
use origin::Origin;
pub(crate) use recognition::{Recognise, recognise};
use serde::{Deserialize, Serialize};
use standpoint_core::ids::SourceId;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use uuid::Uuid;
use work::Work;

/// Files to bring in.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct ImportFiles {
    /// Where they are, in the order to take them.
    pub paths: Vec<PathBuf>,
}

/// Text from the clipboard.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct Paste {
    /// The source's id, if the caller made one.
    #[ts(optional)]
    pub id: Option<SourceId>,
    /// The text.
    pub text: String,
    /// The same as HTML, where the clipboard had it.
    #[ts(optional)]
    pub html: Option<String>,
    /// A title, if the user gave one.
    #[ts(optional)]
    pub title: Option<String>,
}

/// A refused file to be read as plain text.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct AsText {
    /// The import that refused it.
    #[ts(type = "string")]
    pub job: Uuid,
    /// The file's number in it.
    pub number: u32,
}

/// A refused file to be opened with its password.
#[derive(Deserialize, ts_rs::TS)]
pub(crate) struct Unlock {
    /// The import that refused it.
    #[ts(type = "string")]
    pub job: Uuid,
    /// The file's number in it.
    pub number: u32,
    /// The password. It is used for this reading and kept nowhere.
    pub password: String,
}

/// What a password opened.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct Unlocked {
    /// The document.
    #[serde(flatten)]
    #[ts(flatten)]
    pub imported: Imported,
    /// The job that recognises its words, if it is a scan.
    #[ts(type = "string | null")]
    pub recognising: Option<Uuid>,
}

/// Begins an import on a thread of its own and answers at once.
pub(crate) fn start(session: &Session, args: ImportFiles) -> Result<Job, WireError> {
    // Before folders are looked into, as many as were named.
    let (job, cancel) = begin(session, args.paths.len() as u32, 0)?;
    let (session, id) = (session.clone(), job.id);
    std::thread::spawn(move || Work::new(&session, id, &cancel).paths(&args.paths));
    Ok(job)
}

/// Begins to bring in what is attached to an e-mail that is a source.
pub(crate) fn attachments(session: &Session, args: Of<SourceId>) -> Result<Job, WireError> {
    let (source, bytes) = session.read(|dossier| {
        let source = dossier.source(args.id)?;
        let bytes = dossier.source_original(&source)?;
        Ok::<_, WireError>((source, bytes))
    })?;
    let (job, cancel) = begin(session, 1, 0)?;
    let (session, id) = (session.clone(), job.id);
    let shown = source.file_name.unwrap_or(source.title).replace('/', "-");
    std::thread::spawn(move || {
        Work::new(&session, id, &cancel).contents(&shown, &bytes, &Origin::source(args.id));
    });
    Ok(job)
}

/// Reads a refused file as plain text.
pub(crate) fn as_text(session: &Session, args: AsText) -> Result<Imported, WireError> {
    once_more(session, (args.job, args.number), Reading::AsText)
}

/// Reads a refused file with its password. The words of one that is a scan are recognised by a job of their own, as are
/// those of a source that asked for its password only then.
pub(crate) fn unlock(session: &Session, args: Unlock) -> Result<Unlocked, WireError> {
    let Unlock { job, number, password } = args;
    let (refused, _) = session.jobs().refused(job, number).ok_or_else(off_the_list)?;
    if let Some(id) = refused.scan {
        let begun = recognise(session, Recognise { id, password: Some(password) })?;
        session.jobs().settled(job, number);
        let source = session.read(|dossier| dossier.source(id))?;
        return Ok(Unlocked { imported: Imported::known(source), recognising: Some(begun.id) });
    }
    let imported = once_more(session, (job, number), Reading::Unlocked(&password))?;
    let scan = Recognise { id: imported.source.id, password: Some(password) };
    // Where the machine cannot, the source says what is missing.
    let begun = (imported.pictured > 0).then(|| recognise(session, scan).ok()).flatten();
    Ok(Unlocked { imported, recognising: begun.map(|job| job.id) })
}

/// Reads a refused file in another way.
fn once_more(
    session: &Session,
    (job, number): (Uuid, u32),
    reading: Reading<'_>,
) -> Result<Imported, WireError> {
    let (refused, origin) = session.jobs().refused(job, number).ok_or_else(off_the_list)?;
    let shown = refused.file;
    let name = shown.rsplit('/').next().unwrap_or(&shown).to_owned();
    let imported = origin.read(session, &name).and_then(|(bytes, hint)| {
        let (file, media_hint) = (Some(name.clone()), hint.as_deref());
        let document = Document { id: None, file, title: None, media_hint, reading, bytes };
        bring_in(session, session.worker(), &name, document, &AtomicBool::new(false))
    });
    match &imported {
        Ok(imported) => {
            session.jobs().settled(job, number);
            session.jobs().came_in(job, imported.clone());
        }
        // It opens with that, or that was not what stood in its way.
        Err(failed) if matches!(reading, Reading::Unlocked(_)) && !failed.is_locked() => {
            session.jobs().refused_anew(job, number, failed);
        }
        Err(_) => {}
    }
    session.announce_tags(&["jobs"]);
    imported.map_err(|failed| failed.error)
}

fn off_the_list() -> WireError {
    WireError::bad_request("That file is no longer on the list. Nothing was imported from it.")
}

/// Brings pasted text in.
pub(crate) fn paste(session: &Session, args: Paste) -> Result<Imported, WireError> {
    let (bytes, media_hint) = match args.html {
        Some(html) if !html.trim().is_empty() => (html.into_bytes(), "text/html; charset=utf-8"),
        _ => (args.text.into_bytes(), "text/plain; charset=utf-8"),
    };
    let title = args.title.filter(|title| !title.trim().is_empty());
    let reading = Reading::AsItself;
    let document = Document { id: args.id, file: None, title, media_hint: Some(media_hint), reading, bytes };
    bring_in(session, session.worker(), standpoint_import::PASTED, document, &AtomicBool::new(false))
        .map_err(|failed| failed.error)
}

/// Puts a job on the list that has so many files before it, of which so many are scans to recognise.
fn begin(session: &Session, total: u32, scans: u32) -> Result<(Job, Arc<AtomicBool>), WireError> {
    if session.slot().is_none() {
        return Err(WireError::no_dossier());
    }
    Ok(session.jobs().begin(session.edge().id(), total, scans))
}
