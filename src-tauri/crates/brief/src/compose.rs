//! The whole way from a snapshot to pages, in one call: what the window's preview and every export use.

use crate::document::{Document, Warning};
use crate::layout::{self, Extent, Layout};
use crate::page::Pages;
use crate::pdf::{self, PdfError, Properties};
use crate::resolve::{self, Edition};
use crate::svg;
use standpoint_core::ids::BlockId;
use standpoint_core::notes::NoteSnapshot;

/// Why a note could not be composed or written.
#[derive(Debug, thiserror::Error)]
pub enum BriefError {
    /// No font can draw a character. Nothing was written: a silent box in a note would be worse.
    #[error(
        "None of the fonts can print “{character}” (U+{:04X}). Nothing was written; replace the character and try again.",
        *.character as u32
    )]
    MissingGlyph {
        /// The character.
        character: char,
        /// The block it stands in; none for the title, running matter and annexes.
        block: Option<BlockId>,
    },
    /// The file could not be put together.
    #[error(transparent)]
    Pdf(#[from] PdfError),
}

/// A note as it will be printed.
#[derive(Debug, Clone)]
pub struct Composed {
    /// What it says.
    pub document: Document,
    /// How it looks.
    pub pages: Pages,
    /// Where each block came to stand, page by page from the top.
    pub extents: Vec<Extent>,
    properties: Properties,
}

/// Composes the note. The same snapshot and edition give the same pages and the same bytes.
pub fn compose(snapshot: &NoteSnapshot, edition: &Edition) -> Result<Composed, BriefError> {
    let document = resolve::resolve(snapshot, edition);
    let Layout { pages, extents } = layout::layout(&document)
        .map_err(|missing| BriefError::MissingGlyph { character: missing.character, block: missing.block })?;
    let properties = Properties {
        unit: document.head.unit.clone().unwrap_or_default(),
        subject: document.head.kind.clone(),
        // The day it was issued, so that printing it again another day gives the same file.
        created: snapshot.note.issued.unwrap_or(edition.at),
        identity: format!("{} {}", snapshot.note.id, snapshot.note.version),
    };
    Ok(Composed { document, pages, extents, properties })
}

impl Composed {
    /// The note as a PDF file.
    pub fn pdf(&self) -> Result<Vec<u8>, BriefError> {
        Ok(pdf::write(&self.pages, &self.properties)?)
    }

    /// Page `index`, from 0, as a standalone SVG image.
    #[must_use]
    pub fn page_svg(&self, index: usize) -> Option<String> {
        svg::page(&self.pages, index)
    }

    /// A name for what page `index`, from 0, looks like; pages that look the same share it.
    #[must_use]
    pub fn page_fingerprint(&self, index: usize) -> Option<String> {
        svg::fingerprint(&self.pages, index)
    }

    /// How many pages it has.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pages.pages.len()
    }

    /// The marking as printed: the highest of the note's own and of everything in it.
    #[must_use]
    pub fn marking(&self) -> Option<&str> {
        self.document.head.marking.as_ref().map(|marking| marking.label.as_str())
    }

    /// What the writer should know before the note leaves.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.document.warnings
    }
}
