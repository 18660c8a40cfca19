//! Turns a document somebody else wrote into text the rest of the program can quote.
//!
//! Bytes go in, [`Extracted`] comes out: the text, where its headings and paragraphs lie, what the document says
//! about itself, and what went less than well. The crate knows no store, no dossier and no clock, so that the
//! same bytes always give the same text, and so that everything that touches hostile input sits in one place.
//!
//! [`read`] does the work in this process. The program itself goes through [`worker`], which does the same in a
//! child process with little time, little memory and nothing to open.

mod archive;
pub mod container;
mod dates;
mod encoding;
mod extracted;
mod flow;
mod formats;
mod guess;
mod marked;
mod metadata;
mod nesting;
mod pieces;
mod properties;
mod recognition;
mod refusal;
mod script;
mod signature;
mod table;
pub mod worker;
mod xml;

pub use extracted::{Extracted, Kind, PageStart, Span, Warning, WarningCode};
pub use formats::{Confidence, FORMATS, Format, extensions};
pub use marked::{Marked, MarkedCell, MarkedParagraph, MarkedPiece};
pub use metadata::{Found, Metadata};
pub use recognition::{Picture, Recognised, Recogniser, Scan, Tesseract};
pub use refusal::{Reason, Refusal};
pub use table::table;

/// The most bytes an original may have: 64 MiB. A book of a thousand pages has about two.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// The name an [`Input`] carries when it came from the clipboard and no file stands behind it.
pub const PASTED: &str = "pasted text";

/// A document to read.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The file's name with its extension and without its folder, or [`PASTED`].
    pub name: &'a str,
    /// The media type the clipboard or the sender gave, parameters included (`text/html; charset=utf-8`).
    pub media_hint: Option<&'a str>,
    /// The document as it was found.
    pub bytes: &'a [u8],
}

impl Input<'_> {
    /// The name's extension in lower case, empty when there is none.
    pub(crate) fn extension(&self) -> String {
        match self.name.rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() => extension.to_lowercase(),
            _ => String::new(),
        }
    }

    /// The media type without its parameters, in lower case, empty when none was given.
    pub(crate) fn media_type(&self) -> String {
        let hint = self.media_hint.unwrap_or_default();
        hint.split(';').next().unwrap_or_default().trim().to_lowercase()
    }

    /// The encoding that the media type names.
    pub(crate) fn charset(&self) -> Option<&str> {
        let parameters = self.media_hint?.split(';').skip(1);
        parameters.filter_map(|p| p.split_once('=')).find_map(|(name, value)| {
            name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"'))
        })
    }

    /// Whether no file stands behind the text, so that its name says nothing about it.
    pub(crate) fn is_pasted(&self) -> bool {
        self.name == PASTED
    }
}

/// Reads a document in this process.
///
/// # Errors
/// A [`Refusal`] says in one or two sentences why the document could not be read and what to do about it.
pub fn read(input: &Input<'_>) -> Result<Extracted, Refusal> {
    Refusal::check_size(input.name, input.bytes.len() as u64)?;
    formats::choose(input)
        .and_then(|format| format.read(input))
        .map_err(|reason| Refusal::new(input.name, reason))
}

/// Reads whatever words can be made out in a file that no format could read, in this process.
///
/// # Errors
/// A [`Refusal`] says that there are none.
pub fn read_as_text(input: &Input<'_>) -> Result<Extracted, Refusal> {
    Refusal::check_size(input.name, input.bytes.len() as u64)?;
    formats::salvage(input).map_err(|reason| Refusal::new(input.name, reason))
}

/// Reads a document that opens with a password, in this process.
///
/// # Errors
/// As [`read`]; a password that does not fit is a reason of its own.
pub fn read_unlocked(input: &Input<'_>, password: &str) -> Result<Extracted, Refusal> {
    Refusal::check_size(input.name, input.bytes.len() as u64)?;
    formats::read_unlocked(input, password).map_err(|reason| Refusal::new(input.name, reason))
}

/// A document of pages without its lock, where that is so old that it has to come off for the password to fit, in this
/// process; none where the document opens as it is. Whoever looks at many of its pages takes the lock off once.
///
/// # Errors
/// The password does not fit.
pub fn unlocked(input: &Input<'_>, password: &str) -> Result<Option<Vec<u8>>, Refusal> {
    Refusal::check_size(input.name, input.bytes.len() as u64)?;
    formats::unlocked(input, password).map_err(|reason| Refusal::new(input.name, reason))
}

/// Reads a document some of whose pages were recognised, in this process.
///
/// # Errors
/// As [`read_unlocked`]; what was recognised may be no hOCR.
pub fn read_recognised(
    input: &Input<'_>,
    password: Option<&str>,
    pages: &[Recognised],
) -> Result<Extracted, Refusal> {
    Refusal::check_size(input.name, input.bytes.len() as u64)?;
    formats::read_recognised(input, password, pages).map_err(|reason| Refusal::new(input.name, reason))
}

/// Draws a page of a document, in this process.
///
/// # Errors
/// There is no such page, or it cannot be drawn.
pub fn draw(input: &Input<'_>, password: Option<&str>, page: u32) -> Result<Picture, Refusal> {
    Refusal::check_size(input.name, input.bytes.len() as u64)?;
    formats::draw(input, password, page).map_err(|reason| Refusal::new(input.name, reason))
}

/// The document of pages (PDF) that a picture is bound as, in this process.
///
/// # Errors
/// It is no picture of a page, or cannot be unfolded.
pub fn bind(input: &Input<'_>) -> Result<Vec<u8>, Refusal> {
    Refusal::check_size(input.name, input.bytes.len() as u64)?;
    formats::bind(input).map_err(|reason| Refusal::new(input.name, reason))
}

/// Reads a Word document with its marks, in this process.
///
/// # Errors
/// As [`read`]; one that carries macros is refused.
pub fn read_marked(input: &Input<'_>) -> Result<Marked, Refusal> {
    Refusal::check_size(input.name, input.bytes.len() as u64)?;
    formats::word::marked::read(input).map_err(|reason| Refusal::new(input.name, reason))
}
