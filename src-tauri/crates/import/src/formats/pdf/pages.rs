//! The pages of a document, each read by itself so that a broken one does not take the others with it.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_font::hayro_syntax::object::Dict;
use hayro_font::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::content::faces::Faces;
use super::content::layers::Layers;
use super::content::{self, fields};
use super::labels;
use super::lines::{self, Line};
use super::scan::recognised::{self, PageLines};
use super::unlock;
use crate::recognition::Recognised;
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
    /// How many letters are drawn on it that nothing in the document names.
    pub(super) nameless: usize,
    /// Whether it could not be read.
    pub(super) broken: bool,
    /// If its words were recognised: how sure of them the recogniser is, in hundredths.
    pub(super) recognised: Option<u8>,
}

impl Page {
    /// Fewer letters than this beside a picture are a stamp or a number, not the page's text.
    pub(super) const FEW_LETTERS: usize = 25;

    /// Whether its words, or many of them, are to be had from its picture only.
    pub(super) fn is_picture(&self) -> bool {
        self.pictured || (self.nameless >= Self::FEW_LETTERS && self.nameless > self.letters)
    }

    /// Whether much of it is set in letters that nothing in the document names.
    pub(super) fn is_partly_nameless(&self) -> bool {
        self.nameless >= Self::FEW_LETTERS && self.nameless > self.letters / 10
    }

    fn recognised(label: String, told: PageLines) -> Self {
        let letters = letters(told.lines.iter().flat_map(|line| line.text.chars()));
        let (lines, recognised) = (told.lines, Some(told.sure));
        Self { label, lines, letters, pictured: false, nameless: 0, broken: false, recognised }
    }

    /// Pictures that cover less than this share of a page are not what it says.
    const MUCH: f64 = 0.4;
}

/// More pages than this are no document that anybody quotes from.
const MOST: usize = 20_000;

/// Opens a document, with its password if it has one.
pub(super) fn open(bytes: &[u8], password: Option<&str>) -> Result<Pdf, Reason> {
    let opened = attempt(|| {
        Some(match password {
            Some(password) => unlock::open(bytes, password),
            None => Pdf::new(bytes.to_vec()),
        })
    });
    match opened {
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

/// Reads all pages, those that were recognised as they were.
pub(super) fn read(document: &Pdf, recognised: &[Recognised]) -> Result<Vec<Page>, Reason> {
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
    let numbers = recognised.iter().map(|page| page.page as usize);
    let mut recognised: HashMap<usize, PageLines> = numbers.zip(recognised::lines(recognised)?).collect();
    let page = |place: usize| {
        let label = labels.get(place).cloned().unwrap_or_else(|| (place + 1).to_string());
        if let Some(told) = recognised.remove(&(place + 1)) {
            return Page::recognised(label, told);
        }
        let drawn = attempt(|| Some(content::read(&pages[place], &faces, &layers, stale)));
        let broken = drawn.is_none();
        let drawn = drawn.unwrap_or_default();
        let letters = letters(drawn.glyphs.iter().flat_map(|glyph| glyph.text.chars()));
        Page {
            label,
            lines: attempt(|| Some(lines::of(drawn.glyphs))).unwrap_or_default(),
            letters,
            pictured: letters < Page::FEW_LETTERS && drawn.pictured > Page::MUCH,
            nameless: drawn.nameless,
            broken,
            recognised: None,
        }
    };
    let pages: Vec<Page> = (0..pages.len()).map(page).collect();
    if pages.iter().all(|page| page.broken) { Err(Reason::Damaged) } else { Ok(pages) }
}

fn letters(characters: impl Iterator<Item = char>) -> usize {
    characters.filter(|c| c.is_alphanumeric()).count()
}

/// What comes of some work on a document, or `None` when it breaks down over it.
pub(super) fn attempt<T>(work: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()?
}
