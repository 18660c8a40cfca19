//! The words in the pictures of a source's pages, recognised and taken in as one step.

use super::begin;
use super::document::{Document, Reading};
use super::jobs::{Job, PagesDone};
use super::new_source::new_source;
use super::work::Work;
use crate::error::{Code, WireError};
use crate::session::Session;
use serde::Deserialize;
use standpoint_core::ids::SourceId;
use standpoint_core::sources::{PageNumbers, Source};
use standpoint_import::{Input, Recogniser, Refusal, Scan, Tesseract};
use std::sync::atomic::AtomicBool;

/// What is said of a source whose words could not be recognised.
const STAYS: &str = "The document stays as it was.";

/// A source whose words are to be recognised.
#[derive(Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub(crate) struct Recognise {
    /// Which.
    #[ts(optional = false)]
    pub id: SourceId,
    /// What it opens with, if it opens with a password. It is used for this and kept nowhere.
    pub password: Option<String>,
}

/// Begins to recognise the words on a source's pages that are pictures; those that were recognised before are looked at
/// anew. Whatever takes time is the job's.
pub(crate) fn recognise(session: &Session, args: Recognise) -> Result<Job, WireError> {
    let scan = Scanned::of(session, args.id, args.password)?;
    let tesseract = find(session).ok_or_else(|| none(&scan.name))?;
    let (job, cancel) = begin(session, 1, 1)?;
    let (session, id) = (session.clone(), job.id);
    std::thread::spawn(move || Work::new(&session, id, &cancel).scan(&tesseract, scan));
    Ok(job)
}

/// Tesseract on this machine. Looked for each time: it may be installed while the program runs.
pub(super) fn find(session: &Session) -> Option<Tesseract> {
    Tesseract::find(&session.worker().program)
}

/// Why the words of a source's pages were not recognised.
pub(super) fn unread(refusal: &Refusal) -> WireError {
    WireError::unread(refusal, STAYS)
}

fn none(name: &str) -> WireError {
    const HOW: &str = if cfg!(windows) {
        "Install it (its installer for Windows is called “tesseract-ocr-w64-setup”), then recognise the text here."
    } else if cfg!(target_os = "macos") {
        "Install it, with Homebrew as “tesseract”, then recognise the text here."
    } else {
        "Install it, on Debian and Ubuntu the package “tesseract-ocr” and one such as “tesseract-ocr-deu” for each \
         language but English, then recognise the text here."
    };
    let message = format!(
        "The words in the pictures of “{name}” cannot be recognised: this machine lacks Tesseract, the program that \
         does it. {STAYS}"
    );
    WireError::new(Code::Refused, message, HOW)
}

/// A source, and what is to be recognised of it.
pub(super) struct Scanned {
    pub(super) id: SourceId,
    /// What it is called in a sentence.
    pub(super) name: String,
    /// The pages, from 1; none while they are still to be found out.
    pages: Vec<u32>,
    source: Source,
    password: Option<String>,
    /// The language it is in, or the dossier's where that is not known.
    language: String,
    bytes: Vec<u8>,
}

impl Scanned {
    /// A source's pages that are pictures, of which the words are missing or were recognised before.
    pub(super) fn of(session: &Session, id: SourceId, password: Option<String>) -> Result<Self, WireError> {
        let (source, mut pages, bytes, language) = session.read(|dossier| {
            let source = dossier.source(id)?;
            let pages = dossier.source_structure(&source)?.pictured;
            let language = match &source.language {
                Some(language) => language.clone(),
                None => dossier.head()?.language,
            };
            let bytes = dossier.source_original(&source)?;
            Ok::<_, WireError>((source, pages, bytes, language))
        })?;
        pages.extend(source.recognised.iter().flat_map(PageNumbers::numbers));
        pages.sort_unstable();
        let name = source.file_name.clone().unwrap_or_else(|| source.title.clone());
        Ok(Self { id, name, pages, source, password, language, bytes })
    }

    /// Which pages are to be recognised. Those of a source that came in when that was not yet noted are looked for.
    fn pages(&self, session: &Session, cancel: &AtomicBool) -> Result<Vec<u32>, WireError> {
        if !self.pages.is_empty() {
            return Ok(self.pages.clone());
        }
        let worker = session.worker();
        let read = match &self.password {
            Some(password) => worker.read_unlocked(&self.input(), password, cancel),
            None => worker.read(&self.input(), cancel),
        };
        let pages = read.map_err(|refusal| unread(&refusal))?.pictured;
        if pages.is_empty() {
            let message = format!("No page of “{}” is a picture without words of its own.", self.name);
            return Err(WireError::new(Code::Refused, message, "What its pages say is in its text already."));
        }
        Ok(pages)
    }

    fn input(&self) -> Input<'_> {
        Input { name: &self.name, media_hint: Some(&self.source.media_type), bytes: &self.bytes }
    }

    /// Recognises the pages and takes them in.
    pub(super) fn recognise(
        &self,
        session: &Session,
        recogniser: &Recogniser,
        cancel: &AtomicBool,
        told: &(dyn Fn(PagesDone) + Sync),
    ) -> Result<Source, WireError> {
        let pages = self.pages(session, cancel)?;
        let done = |done: usize| told(PagesDone { done: done as u32, total: pages.len() as u32 });
        done(0);
        let (password, language) = (self.password.as_deref(), Some(self.language.as_str()));
        let scan = Scan { input: self.input(), password, pages: &pages, language };
        let extracted = recogniser.recognise(&scan, session.worker(), cancel, &done);
        let extracted = extracted.map_err(|refusal| unread(&refusal))?;
        let document = Document {
            id: None,
            file: self.source.file_name.clone(),
            title: None,
            media_hint: None,
            reading: Reading::AsItself,
            bytes: self.bytes.clone(),
        };
        let mut read = new_source(extracted, document, None);
        if let (model, false) = recogniser.model(language) {
            read.warnings.push(format!(
                "Tesseract has nothing installed here for the language “{}”, so the words were read as “{model}”; \
                 install that language for it and recognise the text again.",
                self.language
            ));
        }
        session.change(|dossier, stamp| dossier.recognise_source(self.id, &read, stamp))
    }
}
