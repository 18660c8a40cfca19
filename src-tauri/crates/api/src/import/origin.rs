//! Where a document came from, so that it can be had again: a file or a kept e-mail, and the way through the archives
//! inside it.

use super::document::Failed;
use crate::error::{Code, WireError};
use crate::files;
use crate::session::Session;
use standpoint_core::ids::SourceId;
use standpoint_import::container::{Entry, Told};
use standpoint_import::{Input, Refusal};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// What is said of a file that did not come in.
pub(super) const KEPT: &str = "Nothing was imported from it.";

/// Where a document came from.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    root: Root,
    /// The number of the entry in each archive on the way, the outermost first.
    inside: Vec<u32>,
}

#[derive(Debug, Clone)]
enum Root {
    /// A file on the disk.
    File(PathBuf),
    /// The original of a source.
    Source(SourceId),
}

impl Origin {
    /// A file on the disk.
    pub(super) fn file(path: &Path) -> Self {
        Self { root: Root::File(path.to_owned()), inside: Vec::new() }
    }

    /// What a source was made from.
    pub(super) fn source(id: SourceId) -> Self {
        Self { root: Root::Source(id), inside: Vec::new() }
    }

    /// An entry of what it is.
    pub(super) fn entry(&self, number: u32) -> Self {
        let mut inside = self.inside.clone();
        inside.push(number);
        Self { inside, ..self.clone() }
    }

    /// Reads it again, with the media type its sender gave it.
    pub(super) fn read(&self, session: &Session, file: &str) -> Result<(Vec<u8>, Option<String>), Failed> {
        let (mut name, mut bytes) = match &self.root {
            Root::File(path) => (path.to_string_lossy().into_owned(), files::read(path, KEPT)?),
            Root::Source(id) => {
                let original = session.read(|dossier| dossier.source_original(&dossier.source(*id)?))?;
                ("source.eml".to_owned(), original)
            }
        };
        let mut hint = None;
        for wanted in &self.inside {
            let input = Input { name: &name, media_hint: None, bytes: &bytes };
            let (mut found, mut number) = (None, 0);
            session.worker().empty(&input, &AtomicBool::new(false), |told| {
                if let Told::Entry(entry) = told {
                    if number == *wanted {
                        found = Some(entry);
                    }
                    number += 1;
                }
            })?;
            let Entry { path, content, media_hint } = found.ok_or_else(|| gone(file))?;
            bytes = content.map_err(|reason| Refusal::new(file, reason))?;
            (name, hint) = (path, media_hint);
        }
        Ok((bytes, hint))
    }
}

fn gone(file: &str) -> WireError {
    WireError::new(
        Code::MissingFile,
        format!("“{file}” is no longer in what it came from. {KEPT}"),
        "Import that again to see what is in it now.",
    )
}
