//! The pages of a document, each read by itself so that a broken one does not take the others with it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_font::hayro_syntax::object::Dict;
use hayro_font::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::content;
use super::faces::Faces;
use super::fields;
use super::labels;
use super::layers::Layers;
use super::lines::{self, Line};
use crate::refusal::Reason;

/// A page.
pub(super) struct Page {
    /// The number or name printed on it, as far as the document tells.
    pub(super) label: String,
    pub(super) lines: Vec<Line>,
    /// How many letters and figures it has.
    pub(super) letters: usize,
    /// Whether there is a large picture on a page of next to no text.
    pub(super) pictured: bool,
    /// Whether much of it is set in letters that nothing in the document names.
    pub(super) nameless: bool,
    /// Whether it could not be read.
    pub(super) broken: bool,
}

impl Page {
    /// Fewer letters than this beside a picture are a stamp or a number, not the page's text.
    pub(super) const FEW_LETTERS: usize = 25;

    /// Pictures that cover less than this share of a page are not what it says.
    const MUCH: f64 = 0.4;
}

/// More pages than this are no document that anybody quotes from.
const MOST: usize = 20_000;

/// Opens a document, with its password if it has one.
pub(super) fn open(bytes: &[u8], password: Option<&str>) -> Result<Pdf, Reason> {
    match attempt(|| Some(Pdf::new_with_password(bytes.to_vec(), password.unwrap_or_default()))) {
        Some(Ok(document)) => Ok(document),
        Some(Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected))) => {
            Err(if password.is_some() { Reason::WrongPassword } else { Reason::NeedsPassword })
        }
        // What is locked and damaged cannot be repaired either.
        Some(Err(_)) if bytes.windows(8).any(|word| word == b"/Encrypt") => Err(Reason::Locked),
        _ => Err(Reason::Damaged),
    }
}

/// What a document says of itself as a whole.
pub(super) fn catalog(document: &Pdf) -> Option<Dict<'_>> {
    document.xref().get::<Dict<'_>>(document.xref().root_id())
}

/// Reads all pages.
pub(super) fn read(document: &Pdf) -> Result<Vec<Page>, Reason> {
    let pages = document.pages();
    match pages.len() {
        0 => return Err(Reason::Damaged),
        count if count > MOST => return Err(Reason::TooMuch),
        _ => {}
    }
    let catalog = catalog(document).unwrap_or_default();
    let labels = attempt(|| Some(labels::read(&catalog, pages.len()))).unwrap_or_default();
    let layers = attempt(|| Some(Layers::of(&catalog))).unwrap_or_default();
    let stale = attempt(|| Some(fields::are_stale(&catalog))).unwrap_or_default();
    let faces = Faces::new();
    let page = |place: usize| {
        let drawn = attempt(|| Some(content::read(&pages[place], &faces, &layers, stale)));
        let broken = drawn.is_none();
        let drawn = drawn.unwrap_or_default();
        let letters =
            drawn.glyphs.iter().flat_map(|glyph| glyph.text.chars()).filter(|c| c.is_alphanumeric());
        let letters = letters.count();
        Page {
            label: labels.get(place).cloned().unwrap_or_else(|| (place + 1).to_string()),
            lines: attempt(|| Some(lines::of(drawn.glyphs))).unwrap_or_default(),
            letters,
            pictured: letters < Page::FEW_LETTERS && drawn.pictured > Page::MUCH,
            nameless: drawn.nameless >= Page::FEW_LETTERS && drawn.nameless > letters / 10,
            broken,
        }
    };
    let pages: Vec<Page> = (0..pages.len()).map(page).collect();
    if pages.iter().all(|page| page.broken) { Err(Reason::Damaged) } else { Ok(pages) }
}

/// What comes of some work on a document, or `None` when it breaks down over it.
pub(super) fn attempt<T>(work: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()?
}
