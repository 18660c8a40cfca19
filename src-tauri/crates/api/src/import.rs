//! Bringing documents in: read in a child process, kept as sources, many at a time and stoppable.

use crate::commands::Nothing;
use crate::error::WireError;
use crate::files;
use crate::session::Session;
use serde::{Deserialize, Serialize};
use standpoint_core::content::ContentHash;
use standpoint_core::ids::SourceId;
use standpoint_core::sources::{NewSource, PageStart, Source, SourceKind, Span, SpanKind, Structure};
use standpoint_core::time::Moment;
use standpoint_import::{Extracted, Found, Input, Kind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

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

/// What became of one document.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct Imported {
    /// The source it became, or already was.
    pub source: Source,
    /// Whether the very same bytes were in the dossier before.
    pub known: bool,
}

/// An import of several files.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct Job {
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// How many files there are.
    pub total: u32,
    /// How many are done, one way or the other.
    pub done: u32,
    /// The file it is at.
    pub current: Option<String>,
    /// Sources that came in, or were in already.
    pub imported: Vec<Imported>,
    /// Files that did not, and why.
    pub refused: Vec<RefusedFile>,
    /// Whether it is over.
    pub ended: bool,
    /// Whether it was called off.
    pub cancelled: bool,
}

/// A file that did not come in.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct RefusedFile {
    /// The file's own name.
    pub file: String,
    /// Why not.
    pub error: WireError,
}

/// Which import.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct JobId {
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
}

/// All imports of this run.
#[derive(Debug, Default)]
pub(crate) struct Jobs {
    list: Mutex<Vec<Running>>,
}

#[derive(Debug)]
struct Running {
    job: Job,
    cancel: Arc<AtomicBool>,
}

impl Jobs {
    fn with<T>(&self, work: impl FnOnce(&mut Vec<Running>) -> T) -> T {
        work(&mut self.list.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn update(&self, id: Uuid, change: impl FnOnce(&mut Job)) {
        self.with(|list| {
            if let Some(running) = list.iter_mut().find(|running| running.job.id == id) {
                change(&mut running.job);
            }
        });
    }
}

/// Begins an import on a thread of its own and answers at once.
pub(crate) fn start(session: &Session, args: ImportFiles) -> Result<Job, WireError> {
    if session.slot().is_none() {
        return Err(WireError::no_dossier());
    }
    let job = Job {
        id: session.edge().id(),
        total: args.paths.len() as u32,
        done: 0,
        current: None,
        imported: Vec::new(),
        refused: Vec::new(),
        ended: false,
        cancelled: false,
    };
    let cancel = Arc::new(AtomicBool::new(false));
    session.jobs().with(|list| list.insert(0, Running { job: job.clone(), cancel: Arc::clone(&cancel) }));
    let (session, id) = (session.clone(), job.id);
    std::thread::spawn(move || work_through(&session, id, &args.paths, &cancel));
    Ok(job)
}

fn work_through(session: &Session, id: Uuid, paths: &[PathBuf], cancel: &AtomicBool) {
    let update = |change: &dyn Fn(&mut Job)| {
        session.jobs().update(id, change);
        session.announce_tags(&["jobs"]);
    };
    for path in paths {
        if cancel.load(Ordering::Relaxed) {
            break;
        }
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        update(&|job| job.current = Some(file.clone()));
        let outcome = from_file(session, path, cancel);
        update(&|job| {
            job.done += 1;
            match &outcome {
                Ok(imported) => job.imported.push(imported.clone()),
                Err(error) => job.refused.push(RefusedFile { file: file.clone(), error: error.clone() }),
            }
        });
    }
    update(&|job| {
        job.current = None;
        job.ended = true;
        job.cancelled = job.done < job.total;
    });
}

/// Brings one file in.
pub(crate) fn from_file(session: &Session, path: &Path, cancel: &AtomicBool) -> Result<Imported, WireError> {
    const KEPT: &str = "Nothing was imported from it.";
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let bytes = files::read(path, KEPT)?;
    let document = Document { id: None, file: Some(file.clone()), title: None, media_hint: None, bytes };
    bring_in(session, &file, document, cancel)
}

/// Brings pasted text in.
pub(crate) fn paste(session: &Session, args: Paste) -> Result<Imported, WireError> {
    let (bytes, media_hint) = match args.html {
        Some(html) if !html.trim().is_empty() => (html.into_bytes(), "text/html; charset=utf-8"),
        _ => (args.text.into_bytes(), "text/plain; charset=utf-8"),
    };
    let title = args.title.filter(|title| !title.trim().is_empty());
    let document = Document { id: args.id, file: None, title, media_hint: Some(media_hint), bytes };
    bring_in(session, standpoint_import::PASTED, document, &AtomicBool::new(false))
}

struct Document<'a> {
    id: Option<SourceId>,
    file: Option<String>,
    title: Option<String>,
    media_hint: Option<&'a str>,
    bytes: Vec<u8>,
}

fn bring_in(
    session: &Session,
    name: &str,
    document: Document<'_>,
    cancel: &AtomicBool,
) -> Result<Imported, WireError> {
    let hash = ContentHash::of(&document.bytes);
    let known = session.read(|dossier| dossier.source_of(&hash))?;
    let in_passages = match &known {
        Some(source) => session.read(|dossier| dossier.source_in_passages(source))?,
        None => false,
    };
    if let Some(source) = known.clone().filter(|_| !in_passages) {
        return Ok(Imported { source, known: true });
    }
    let input = Input { name, media_hint: document.media_hint, bytes: &document.bytes };
    let extracted = session.worker().read(&input, cancel)?;
    let id = document.id.unwrap_or_else(|| session.edge().id());
    let new = new_source(extracted, document, Some(session.edge().now()));
    let source = match known {
        // Known by the passages that a reopened note quotes: the document takes their place.
        Some(source) => session.change(|dossier, stamp| dossier.complete_source(source.id, &new, stamp))?,
        None => session.change(|dossier, stamp| dossier.import_source(id, new, stamp))?,
    };
    Ok(Imported { source, known: false })
}

fn new_source(extracted: Extracted, document: Document<'_>, accessed: Option<Moment>) -> NewSource {
    let mut guessed = Vec::new();
    let mut note = |field: &str, was_guessed: bool| {
        if was_guessed {
            guessed.push(field.to_owned());
        }
    };
    let mut take = |field: &str, found: Option<Found<String>>| {
        found.map(|found| {
            note(field, found.guessed);
            found.value
        })
    };
    let meta = extracted.meta;
    let title = document.title.or_else(|| take("title", meta.title));
    let published_by = take("publisher", meta.publisher);
    let published = take("published", meta.published).and_then(|date| date.parse().ok());
    let language = take("language", meta.language);
    let url = take("url", meta.url);
    let authors = meta.authors.map(|found| {
        note("authors", found.guessed);
        found.value
    });
    NewSource {
        title: title.unwrap_or_else(|| document.file.clone().unwrap_or_else(|| "Pasted text".into())),
        publisher: published_by,
        authors: authors.unwrap_or_default(),
        published,
        accessed,
        url,
        kind: kind_of(&extracted.media_type),
        language,
        reliability: None,
        marking: None,
        file_name: document.file,
        media_type: extracted.media_type,
        original: document.bytes,
        text: extracted.text,
        structure: Structure {
            spans: extracted.blocks.iter().map(span).collect(),
            pages: extracted
                .pages
                .into_iter()
                .map(|page| PageStart { start: page.start as u32, label: page.label })
                .collect(),
            numbers: Vec::new(),
        },
        html: extracted.html,
        guessed,
        warnings: extracted.warnings.into_iter().map(|warning| warning.message).collect(),
    }
}

/// What a document is until somebody says so. Only an e-mail is sure to be what its format says.
fn kind_of(media_type: &str) -> SourceKind {
    if media_type == "message/rfc822" { SourceKind::Email } else { SourceKind::Article }
}

/// Bundled text as a source would have it. Read in this process: it is ours.
pub(crate) fn plain_text(file: &str, bytes: &[u8]) -> Result<NewSource, WireError> {
    let input = Input { name: file, media_hint: Some("text/plain; charset=utf-8"), bytes };
    let extracted = standpoint_import::read(&input)?;
    let document = Document { id: None, file: None, title: None, media_hint: None, bytes: bytes.to_vec() };
    Ok(new_source(extracted, document, None))
}

fn span(block: &standpoint_import::Span) -> Span {
    let (kind, level) = match block.kind {
        Kind::Paragraph => (SpanKind::Paragraph, 0),
        Kind::Heading { level } => (SpanKind::Heading, level),
        Kind::ListItem { depth, .. } => (SpanKind::ListItem, depth),
        Kind::Quote => (SpanKind::Quote, 0),
        Kind::TableRow { .. } => (SpanKind::TableRow, 0),
        Kind::Code => (SpanKind::Code, 0),
    };
    Span { start: block.start as u32, end: block.end as u32, kind, level }
}

pub(crate) fn list(session: &Session, _: Nothing) -> Result<Vec<Job>, WireError> {
    Ok(session.jobs().with(|list| list.iter().map(|running| running.job.clone()).collect()))
}

pub(crate) fn cancel(session: &Session, args: JobId) -> Result<(), WireError> {
    session.jobs().with(|list| {
        for running in list.iter().filter(|running| running.job.id == args.id) {
            running.cancel.store(true, Ordering::Relaxed);
        }
    });
    Ok(())
}

pub(crate) fn dismiss(session: &Session, args: JobId) -> Result<(), WireError> {
    session.jobs().with(|list| list.retain(|running| running.job.id != args.id || !running.job.ended));
    session.announce_tags(&["jobs"]);
    Ok(())
}
