//! The whole way from a snapshot to pages, in one call: what the window's preview and every export use.

use crate::document::{Document, Warning};
use crate::fonts::Fonts;
use crate::layout::{self, Extent, Layout, Missing};
use crate::page::Pages;
use crate::pdf::{self, Attachment, PdfError, Properties};
use crate::record;
use crate::release::{self, Undecided, Withheld};
use crate::resolve::{self, Edition};
use crate::svg::{self, Layer};
use crate::text::Memory;
use crate::words::{Phrase, Words};
use standpoint_core::exports::CopyKind;
use standpoint_core::ids::BlockId;
use standpoint_core::notes::{NoteSnapshot, Pictures};
use std::collections::BTreeSet;

/// Why a note could not be composed or written.
#[derive(Debug, thiserror::Error)]
pub enum BriefError {
    /// No font can draw a character. Nothing was written: a silent box in a note would be worse.
    #[error(
        "None of the fonts can print “{character}” (U+{:04X}).",
        *.character as u32
    )]
    MissingGlyph {
        /// The character.
        character: char,
        /// The block it stands in; none for the title, running matter and annexes.
        block: Option<BlockId>,
        /// All characters like it that were met.
        all: BTreeSet<char>,
    },
    /// A release copy cannot be made.
    #[error(
        "No release copy can be made: the marking of {} cannot be decided, because {}.", .0.what, .0.why
    )]
    Undecided(Undecided),
    /// The note could not be written down for the file copy.
    #[error("The note could not be put into the file copy: {0}.")]
    Record(#[from] serde_json::Error),
    /// The file could not be put together.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// The Word document could not be put together.
    #[error("The Word document could not be put together: {0}.")]
    Word(#[from] zip::result::ZipError),
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
    attachments: Vec<Attachment>,
}

/// Composes the note. The same snapshot, edition and fonts give the same pages and the same bytes.
pub fn compose(
    snapshot: &NoteSnapshot,
    pictures: &Pictures,
    edition: &Edition,
    fonts: &Fonts,
) -> Result<Composed, BriefError> {
    composed(snapshot, pictures, edition, fonts, None)
}

/// The same pages, of which only those paragraphs are set that are not in `memory` from the time before.
pub fn compose_again(
    snapshot: &NoteSnapshot,
    pictures: &Pictures,
    edition: &Edition,
    fonts: &Fonts,
    memory: &Memory,
) -> Result<Composed, BriefError> {
    composed(snapshot, pictures, edition, fonts, Some(memory))
}

fn composed(
    snapshot: &NoteSnapshot,
    pictures: &Pictures,
    edition: &Edition,
    fonts: &Fonts,
    memory: Option<&Memory>,
) -> Result<Composed, BriefError> {
    let mut document = self::document(snapshot, pictures, edition)?;
    let attachments = match edition.copy {
        CopyKind::File => {
            let (attachments, hash) = record::attachments(snapshot, pictures, edition)?;
            let words = Words::of(&document.language);
            document.colophon = Some(words.with(Phrase::Colophon, &[("hash", &hash)]));
            attachments
        }
        CopyKind::Distribution | CopyKind::Release => Vec::new(),
    };
    let Layout { pages, extents } = layout::layout(&document, fonts, memory).map_err(|missing| {
        let Missing { character, block, all } = missing;
        BriefError::MissingGlyph { character, block, all }
    })?;
    let properties = Properties {
        unit: document.head.unit.clone().unwrap_or_default(),
        subject: [document.head.kind.as_str(), document.head.copy_line.as_str()]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join("; "),
        // The day it was issued, so that printing it again another day gives the same file.
        created: snapshot.note.issued.unwrap_or(edition.at),
        identity: format!("{} {}", snapshot.note.id, snapshot.note.version),
    };
    Ok(Composed { document, pages, extents, properties, attachments })
}

/// What the note says in an edition: a release copy without what is withheld from it.
pub(crate) fn document(
    snapshot: &NoteSnapshot,
    pictures: &Pictures,
    edition: &Edition,
) -> Result<Document, BriefError> {
    if edition.copy != CopyKind::Release {
        return Ok(resolve::resolve_released(snapshot, pictures, &Withheld::default(), edition));
    }
    let ceiling = edition.ceiling.as_deref().unwrap_or_default();
    let (released, withheld) = release::withhold(snapshot, ceiling).map_err(BriefError::Undecided)?;
    Ok(resolve::resolve_released(&released, pictures, &withheld, edition))
}

impl Composed {
    /// The note as a PDF file.
    pub fn pdf(&self) -> Result<Vec<u8>, BriefError> {
        Ok(pdf::write(&self.pages, &self.properties, &self.attachments)?)
    }

    /// Page `index`, from 0, as images that lie on one another, from the lowest.
    #[must_use]
    pub fn page_layers(&self, index: usize) -> Vec<Layer<'_>> {
        svg::layers(&self.pages, index)
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

    /// What could not be printed as it was meant.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.document.warnings
    }
}
