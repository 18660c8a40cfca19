//! One document on its way in: known already, or read in a child process and kept.

use super::jobs::Imported;
use super::likeness;
use super::new_source::new_source;
use super::origin::KEPT;
use crate::error::{Code, WireError};
use crate::session::Session;
use standpoint_core::content::ContentHash;
use standpoint_core::ids::SourceId;
use standpoint_import::worker::Worker;
use standpoint_import::{Input, Refusal};
use std::sync::atomic::AtomicBool;

/// A document to bring in.
pub(super) struct Document<'a> {
    pub(super) id: Option<SourceId>,
    /// Its file's own name, if it is a file.
    pub(super) file: Option<String>,
    pub(super) title: Option<String>,
    pub(super) media_hint: Option<&'a str>,
    pub(super) reading: Reading<'a>,
    pub(super) bytes: Vec<u8>,
}

/// How a document is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading<'a> {
    /// As what it is.
    AsItself,
    /// As plain text, whatever it is.
    AsText,
    /// As what it is, opened with this password.
    Unlocked(&'a str),
}

/// Why a document did not come in.
#[derive(Debug)]
pub(super) struct Failed {
    pub(super) error: WireError,
    /// Whether it may be worth reading it as plain text.
    pub(super) as_text: bool,
    /// Whether it was read far enough to know what is the matter with it.
    pub(super) is_known: bool,
    /// The source it is, if it is in and only its words were to be recognised.
    pub(super) scan: Option<SourceId>,
}

impl Failed {
    /// The words of a source were not recognised. It is in all the same.
    pub(super) fn scan(id: SourceId, error: WireError) -> Self {
        Self { scan: Some(id), ..error.into() }
    }

    /// Whether a password would open it.
    pub(super) fn is_locked(&self) -> bool {
        self.error.code == Code::Locked
    }
}

impl From<Refusal> for Failed {
    fn from(refusal: Refusal) -> Self {
        Self {
            as_text: refusal.may_hold_words(),
            is_known: !refusal.was_cut_short(),
            scan: None,
            error: WireError::unread(&refusal, KEPT),
        }
    }
}

impl From<WireError> for Failed {
    fn from(error: WireError) -> Self {
        Self { error, as_text: false, is_known: false, scan: None }
    }
}

/// Brings a document in that `worker` reads; `name` is what it is called in a sentence.
pub(super) fn bring_in(
    session: &Session,
    worker: &Worker,
    name: &str,
    document: Document<'_>,
    cancel: &AtomicBool,
) -> Result<Imported, Failed> {
    let hash = ContentHash::of(&document.bytes);
    let known = session.read(|dossier| dossier.source_of(&hash))?;
    let in_passages = match &known {
        Some(source) => session.read(|dossier| dossier.source_in_passages(source))?,
        None => false,
    };
    if let Some(source) = known.clone().filter(|_| !in_passages) {
        return Ok(Imported::known(source));
    }
    let input = Input { name, media_hint: document.media_hint, bytes: &document.bytes };
    let extracted = match document.reading {
        Reading::AsItself => worker.read(&input, cancel)?,
        Reading::AsText => worker.read_as_text(&input, cancel)?,
        Reading::Unlocked(password) => worker.read_unlocked(&input, password, cancel)?,
    };
    let (attachments, pictured) = (extracted.attachments, extracted.pictured.len() as u32);
    let id = document.id.unwrap_or_else(|| session.edge().id());
    let new = new_source(extracted, document, Some(session.edge().now()));
    let source = match known {
        // Known by the passages that a reopened note quotes: the document takes their place.
        Some(source) => session.change(|dossier, stamp| dossier.complete_source(source.id, &new, stamp))?,
        None => session.change(|dossier, stamp| dossier.import_source(id, new, stamp))?,
    };
    let alike = likeness::of(session, &source)?.into_iter().next();
    Ok(Imported { source, known: false, attachments, alike, pictured })
}
