//! Exports: what left the building, with the note as it stood and the file's hash.

pub mod ops;
pub mod queries;

use crate::content::ContentHash;
use crate::ids::{ExportId, NoteId};
use crate::store::codec::words;
use crate::store::row::stored;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

words! {
    /// What sort of file left.
    ExportFormat {
        /// Portable Document Format.
        Pdf = "pdf",
        /// A Word document (Office Open XML).
        Word = "docx",
        /// One web page.
        Html = "html",
        /// Markdown.
        Markdown = "md",
    }
    /// For whom the file is.
    CopyKind {
        /// For the file: carries what is needed to edit it again.
        File = "file",
        /// For readers: nothing inside but what is seen.
        Distribution = "distribution",
        /// For readers outside: what is marked above a chosen label is taken out.
        Release = "release",
    }
}

/// One file that left the building.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Export {
    /// Its name in the program.
    pub id: ExportId,
    /// The note it froze.
    pub note: NoteId,
    /// When.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub at: Moment,
    /// What sort of file.
    pub format: ExportFormat,
    /// For whom.
    pub copy: CopyKind,
    /// The note's version as printed.
    pub version: String,
    /// The marking as printed.
    pub marking: Option<String>,
    /// How many pages; 0 for a format without pages.
    pub pages: u32,
    /// The file's hash.
    pub sha256: ContentHash,
    /// The file's own name, without a path.
    pub file_name: String,
    /// The note as it stood, with all it drew on, as JSON.
    pub snapshot: ContentHash,
}

stored!(Export, "export": plain id, plain note, plain at, plain format, plain copy, plain version, plain marking,
    plain pages, plain sha256, plain file_name, plain snapshot);
