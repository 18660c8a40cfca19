//! Pages to PDF: the only place that names printpdf.

use chrono::{DateTime, FixedOffset};

use crate::page::Pages;

/// What a PDF says about itself. Never a person's name and never a file path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Properties {
    /// The unit that wrote it ("Eastern Europe Unit"); may be empty.
    pub unit: String,
    /// One line on what it is about; may be empty.
    pub subject: String,
    /// Comes from the caller, so that the same note gives the same bytes.
    pub created: DateTime<FixedOffset>,
    /// Anything that tells this document from others (note id and version): the file's /ID comes from it.
    pub identity: String,
}

/// Why no PDF came out.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A font could not be cut down to the characters used.
    #[error("the font {font} could not be embedded: {reason}")]
    Font {
        /// Its PostScript name.
        font: String,
        /// What the subsetter said.
        reason: String,
    },
    /// The file could not be put together.
    #[error("the PDF could not be written: {0}")]
    Write(String),
}

/// The pages as a PDF 1.7 file. The same pages and properties give the same bytes.
pub fn write(pages: &Pages, properties: &Properties) -> Result<Vec<u8>, PdfError> {
    let _ = (pages, properties);
    Err(PdfError::Write("not yet".to_owned()))
}
