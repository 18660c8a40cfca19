//! The pages of a document, each read by itself so that a broken one does not take the others with it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_oxide::PdfDocument;
use pdf_oxide::converters::ConversionOptions;
use pdf_oxide::extractors::page_labels::PageLabelExtractor;

use super::lines::{self, Line};
use crate::refusal::Reason;

/// A page.
pub(super) struct Page {
    /// The number or name printed on it, as far as the document tells.
    pub(super) label: String,
    pub(super) lines: Vec<Line>,
    /// How many letters and figures it has.
    pub(super) letters: usize,
    /// Whether there is a picture on a page of next to no text.
    pub(super) pictured: bool,
    /// Whether it could not be read.
    pub(super) broken: bool,
}

impl Page {
    /// Fewer letters than this beside a picture are a stamp or a number, not the page's text.
    pub(super) const FEW_LETTERS: usize = 25;
}

/// More pages than this are no document that anybody quotes from.
const MOST: usize = 20_000;

/// Reads all pages.
pub(super) fn read(document: &PdfDocument) -> Result<Vec<Page>, Reason> {
    let count = attempt(|| document.page_count()).filter(|count| *count > 0).ok_or(Reason::Damaged)?;
    if count > MOST {
        return Err(Reason::TooMuch);
    }
    let labels = attempt(|| PageLabelExtractor::extract(document)).unwrap_or_default();
    let page = |place: usize| {
        let text = attempt(|| document.extract_text_with_options(place, &options()));
        let spans = attempt(|| document.extract_page_text(place)).map(|page| page.spans).unwrap_or_default();
        let broken = text.is_none();
        let text = text.unwrap_or_default();
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        let has_picture =
            || attempt(|| Ok(!document.page_image_handles(place)?.is_empty())).unwrap_or_default();
        Page {
            label: PageLabelExtractor::get_label(&labels, place),
            lines: lines::of(&text, &spans),
            letters,
            pictured: letters < Page::FEW_LETTERS && has_picture(),
            broken,
        }
    };
    let pages: Vec<Page> = (0..count).map(page).collect();
    if pages.iter().all(|page| page.broken) { Err(Reason::Damaged) } else { Ok(pages) }
}

/// What is done with the text of a page: nothing is left out, and joined letters come as single ones.
fn options() -> ConversionOptions {
    ConversionOptions { expand_ligatures: true, ..ConversionOptions::default() }
}

/// What the library makes of something, or `None` when it fails or breaks down over it.
pub(super) fn attempt<T>(work: impl FnOnce() -> pdf_oxide::Result<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()?.ok()
}
