//! An import at work: one file after the other, folders and archives opened on the way. What one file does never
//! stops the others.

use super::document::{Document, Failed, Reading, bring_in};
use super::folder::{self, MOST};
use super::jobs::{Job, PagesDone};
use super::origin::{KEPT, Origin};
use super::recognition::{self, Scanned};
use crate::error::{Code, WireError};
use crate::files;
use crate::session::Session;
use standpoint_core::ids::SourceId;
use standpoint_import::container::{Entry, Told, is_archive};
use standpoint_import::worker::Worker;
use standpoint_import::{Input, Reason, Recogniser, Refusal, Tesseract};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use uuid::Uuid;

/// Archives within archives deeper than this are a trick.
const DEEPEST: usize = 4;

/// An import at work.
pub(super) struct Work<'a> {
    pub(super) session: &'a Session,
    pub(super) id: Uuid,
    pub(super) cancel: &'a AtomicBool,
    worker: Worker,
    /// How many files it has come to.
    seen: usize,
    /// Sources that came in with pages that are pictures.
    scans: Vec<(SourceId, String)>,
}

impl<'a> Work<'a> {
    pub(super) fn new(session: &'a Session, id: Uuid, cancel: &'a AtomicBool) -> Self {
        let worker = session.worker().of_one_import();
        Self { session, id, cancel, worker, seen: 0, scans: Vec::new() }
    }

    /// Brings in files and what is in folders.
    pub(super) fn paths(mut self, paths: &[PathBuf]) {
        let (mut found, mut empty) = (Vec::new(), 0);
        for path in paths {
            let files = folder::files(path);
            if files.is_empty() {
                empty += 1;
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
                self.refuse(name.clone(), nothing_in(&name), &Origin::file(path));
            }
            found.extend(files);
        }
        self.update(|job| job.total = (found.len() + empty) as u32);
        for (path, shown) in found {
            if self.is_called_off() {
                break;
            }
            self.update(|job| job.current = Some(shown.clone()));
            let origin = Origin::file(&path);
            match files::read(&path, KEPT) {
                Ok(bytes) => self.document(shown, None, bytes, &origin, 0),
                Err(error) => self.refuse(shown, error.into(), &origin),
            }
        }
        self.scans();
        self.end();
    }

    /// Brings in what an archive or an e-mail holds.
    pub(super) fn contents(mut self, shown: &str, bytes: &[u8], origin: &Origin) {
        self.empty(shown, bytes, origin, 1);
        self.scans();
        self.end();
    }

    /// Recognises the words of one source.
    pub(super) fn scan(self, tesseract: &Tesseract, source: Scanned) {
        self.recognise(&self.recogniser(tesseract, &source.name), &source);
        self.end();
    }

    /// Recognises the words of what came in as pictures, where the machine can; the documents are in already, and stay
    /// if this is called off.
    fn scans(&mut self) {
        let found = std::mem::take(&mut self.scans);
        let Some((_, first)) = found.first() else { return };
        let Some(tesseract) = recognition::find(self.session) else { return };
        self.update(|job| {
            job.total += found.len() as u32;
            job.scans += found.len() as u32;
        });
        let recogniser = self.recogniser(&tesseract, first);
        for (id, shown) in found {
            if self.is_called_off() {
                break;
            }
            match Scanned::of(self.session, id, None) {
                Ok(source) => self.recognise(&recogniser, &source),
                Err(error) => self.refuse(shown, Failed::scan(id, error), &Origin::source(id)),
            }
        }
    }

    /// The recogniser, asked for its languages, which takes a moment.
    fn recogniser(&self, tesseract: &Tesseract, current: &str) -> Result<Recogniser, Reason> {
        self.look_at(current);
        tesseract.recogniser(self.cancel)
    }

    /// Says that it is at that scan, of which it is not known yet how many pages there are to recognise.
    fn look_at(&self, name: &str) {
        self.update(|job| {
            job.current = Some(name.to_owned());
            job.pages = Some(PagesDone { done: 0, total: 0 });
        });
    }

    fn recognise(&self, recogniser: &Result<Recogniser, Reason>, source: &Scanned) {
        self.look_at(&source.name);
        let told = |pages: PagesDone| self.update(|job| job.pages = Some(pages));
        let refused = |reason: &Reason| recognition::unread(&Refusal::new(&source.name, reason.clone()));
        let outcome = recogniser
            .as_ref()
            .map_err(refused)
            .and_then(|recogniser| source.recognise(self.session, recogniser, self.cancel, &told));
        match outcome {
            Ok(read) => {
                self.session.jobs().recognised(self.id, &read);
                self.update(|job| job.done += 1);
            }
            Err(_) if self.is_called_off() => {}
            Err(error) => {
                self.refuse(source.name.clone(), Failed::scan(source.id, error), &Origin::source(source.id));
            }
        }
    }

    fn document(&mut self, shown: String, hint: Option<&str>, bytes: Vec<u8>, origin: &Origin, depth: usize) {
        self.seen += 1;
        if self.seen > MOST {
            let failed = too_many(&shown);
            return self.refuse(shown, failed, origin);
        }
        let name = shown.rsplit('/').next().unwrap_or(&shown).to_owned();
        if is_archive(&Input { name: &name, media_hint: hint, bytes: &bytes }) {
            return self.empty(&shown, &bytes, origin, depth + 1);
        }
        if let Err(refusal) = Refusal::check_size(&name, bytes.len() as u64) {
            return self.refuse(shown, refusal.into(), origin);
        }
        let file = Some(name.clone());
        let reading = Reading::AsItself;
        let document = Document { id: None, file, title: None, media_hint: hint, reading, bytes };
        match bring_in(self.session, &self.worker, &name, document, self.cancel) {
            Ok(imported) => {
                if imported.pictured > 0 {
                    self.scans.push((imported.source.id, shown));
                }
                self.session.jobs().came_in(self.id, imported);
                self.update(|job| job.done += 1);
            }
            Err(failed) => self.refuse(shown, failed, origin),
        }
    }

    /// Takes out one document after the other; none of them touches a disk.
    fn empty(&mut self, shown: &str, bytes: &[u8], origin: &Origin, depth: usize) {
        let name = shown.rsplit('/').next().unwrap_or(shown);
        let input = Input { name, media_hint: None, bytes };
        if depth > DEEPEST {
            let refusal = Refusal::new(name, Reason::TooDeep);
            return self.refuse(shown.to_owned(), not_emptied(&refusal, 0, &input), origin);
        }
        let (worker, cancel) = (self.session.worker().clone(), self.cancel);
        let (mut count, mut number) = (0, 0);
        let emptied = worker.empty(&input, cancel, |told| match told {
            Told::Count(told) => {
                count = told;
                // The archive itself is no file any more.
                self.update(|job| job.total = (job.total + count).saturating_sub(1));
            }
            Told::Entry(_) if self.is_called_off() => {}
            Told::Entry(Entry { path, media_hint, content }) => {
                let origin = origin.entry(number);
                number += 1;
                let shown = format!("{shown}/{path}");
                self.update(|job| job.current = Some(shown.clone()));
                match content {
                    Ok(bytes) => self.document(shown, media_hint.as_deref(), bytes, &origin, depth),
                    Err(reason) => {
                        let refusal = Refusal::new(path.rsplit('/').next().unwrap_or(&path), reason);
                        self.refuse(shown, refusal.into(), &origin);
                    }
                }
            }
        });
        match emptied {
            Err(refusal) if refusal.reason == Reason::Cancelled => {}
            Err(refusal) => {
                // What it was to hold and did not give is one file that could not be read.
                self.update(|job| job.total = job.total + 1 - count.saturating_sub(number).min(job.total));
                self.refuse(shown.to_owned(), not_emptied(&refusal, number, &input), origin);
            }
            Ok(()) if count == 0 => {
                self.update(|job| job.total += 1);
                self.refuse(shown.to_owned(), nothing_in(name), origin);
            }
            Ok(()) => {}
        }
    }

    fn refuse(&self, file: String, failed: Failed, origin: &Origin) {
        self.session.jobs().refuse(self.id, file, failed, origin);
        self.session.announce_tags(&["jobs"]);
    }

    fn end(&self) {
        self.update(|job| {
            (job.current, job.pages) = (None, None);
            job.ended = true;
            job.cancelled = job.done < job.total;
        });
    }

    fn is_called_off(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    fn update(&self, change: impl FnOnce(&mut Job)) {
        self.session.jobs().update(self.id, change);
        self.session.announce_tags(&["jobs"]);
    }
}

/// What is said of an archive or an e-mail that could not be emptied to its end, after so many documents.
fn not_emptied(refusal: &Refusal, taken: u32, input: &Input<'_>) -> Failed {
    let kept = if taken == 0 { KEPT } else { "What came out of it before that was taken in." };
    let mut error = WireError::unread(refusal, kept);
    // There is no text to select in an archive.
    if is_archive(input) && !matches!(refusal.reason, Reason::Damaged | Reason::NotStarted) {
        "Unpack it with another program, and import what is in it.".clone_into(&mut error.hint);
    }
    error.into()
}

fn too_many(shown: &str) -> Failed {
    let name = shown.rsplit('/').next().unwrap_or(shown);
    let message = format!("“{name}” was not read: {MOST} files are the most for one import. {KEPT}");
    WireError::new(
        Code::Refused,
        message,
        "Import the rest in parts: choose the files or folders that are left, or unpack the archive first.",
    )
    .into()
}

fn nothing_in(name: &str) -> Failed {
    let message = format!("There are no documents in “{name}”. {KEPT}");
    WireError::new(Code::Refused, message, "Hidden files and links are passed over.").into()
}
