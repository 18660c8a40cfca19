//! Pages to PDF: the only place that names printpdf.
//!
//! printpdf writes the fonts. What it has no words for (structure tree, outline, named destinations, language,
//! metadata) and what it would hold in memory for all pages at once (their content) is written here.

mod assembly;
mod attachments;
mod colour_profile;
mod content;
mod drawings;
mod embed;
mod file;
mod links;
mod metadata;
mod outline;
mod paint;
mod pictures;
mod seal;
mod structure;
mod syntax;
#[cfg(test)]
mod tests;

use chrono::{DateTime, FixedOffset};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};

use crate::page::Pages;
use assembly::Assembly;
use drawings::Drawings;
use embed::Embedded;

pub use attachments::{Carried, carried};
pub use seal::{Seal, seal};

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
    #[error("the font {font} could not be embedded in the PDF: {reason}")]
    Font {
        /// Its PostScript name.
        font: String,
        /// What the subsetter said.
        reason: String,
    },
    /// The objects could not be put together.
    #[error("the PDF could not be put together: {0}")]
    Assembly(#[from] lopdf::Error),
}

/// A file that the PDF carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// `application/json`.
    pub media_type: &'static str,
    /// What it is, for the reader of the PDF.
    pub description: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The pages as a PDF 1.7 file. The same pages, properties and attachments give the same bytes. A file that carries
/// something is sealed, so that a change to any of its bytes shows.
pub fn write(
    pages: &Pages,
    properties: &Properties,
    attachments: &[Attachment],
) -> Result<Vec<u8>, PdfError> {
    let mut embedded = Embedded::of(pages);
    let resources = embedded.resources(pages)?;
    let mut document = PdfDocument::new(&pages.title);
    document.resources.fonts.map = resources.fonts;
    document.pages.push(PdfPage::new(Mm(1.0), Mm(1.0), resources.shown));
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut assembly = Assembly::new(document.to_lopdf_document(&options, &mut Vec::new()))?;
    drop(document);

    let (mut marked, mut drawings) = (Vec::new(), Drawings::default());
    for (index, page) in pages.pages.iter().enumerate() {
        let content = content::page(pages, index, page, &embedded, &mut drawings, &mut marked);
        assembly.add_page(page.size, content);
    }
    drawings.add(&mut assembly);
    pictures::add(&mut assembly, pages);
    outline::add(&mut assembly, pages);
    let annotations = links::add(&mut assembly, pages);
    structure::add(&mut assembly, pages, &marked, &annotations);
    metadata::add(&mut assembly, pages, properties);
    if attachments.is_empty() {
        return Ok(assembly.save());
    }
    self::attachments::add(&mut assembly, attachments, &properties.created);
    Ok(seal::sealed(assembly.save()))
}
