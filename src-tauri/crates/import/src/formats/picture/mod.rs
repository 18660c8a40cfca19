//! Pictures of pages by themselves: a photograph of a letter, a screenshot, what a scanner wrote.
//!
//! Each is bound as a document of pages (PDF), which is then read, drawn and recognised as every scan is. The picture
//! itself is kept as it came.

mod bound;
mod dots;
mod jpeg;
mod png;
mod tiff;

use std::borrow::Cow;

use self::bound::Sheet;
use super::pdf;
use crate::refusal::Reason;
use crate::signature::{self, Content, Picture as Kind};
use crate::{Confidence, Extracted, Format, Input};

/// A picture of a page.
pub(crate) struct Picture;

impl Format for Picture {
    fn name(&self) -> &'static str {
        "a picture"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["png", "jpg", "jpeg", "tif", "tiff"]
    }

    fn sniff(&self, input: &Input<'_>) -> Confidence {
        if kind(input.bytes).is_some() { Confidence::Certain } else { Confidence::No }
    }

    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason> {
        pdf::Pdf
            .read(&Input { bytes: &as_document(input.bytes)?, ..*input })
            .map(|read| read_from(input, read))
    }
}

/// What was read from the document that a picture was bound as; from another document as it is.
pub(crate) fn read_from(input: &Input<'_>, read: Extracted) -> Extracted {
    let media_type = match kind(input.bytes) {
        Some(Kind::Png) => "image/png",
        Some(Kind::Jpeg) => "image/jpeg",
        Some(Kind::Tiff) => "image/tiff",
        None => return read,
    };
    Extracted { media_type: media_type.to_owned(), ..read }
}

/// The document that a picture is bound as; another document as it is.
pub(crate) fn as_document(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Reason> {
    let sheets = match kind(bytes) {
        Some(Kind::Png) => vec![png::sheet(bytes)?],
        Some(Kind::Jpeg) => vec![jpeg::sheet(bytes)?],
        Some(Kind::Tiff) => tiff::sheets(bytes)?,
        None => return Ok(Cow::Borrowed(bytes)),
    };
    if sheets.iter().all(Sheet::is_small) {
        return Err(Reason::Unsupported {
            what: Some("a picture too small to be a page".to_owned()),
            advice: Some("Type or paste the words that matter.".to_owned()),
        });
    }
    Ok(Cow::Owned(bound::bound(&sheets)))
}

/// A document to draw that page from, and which of its pages it is there: of a long picture no other is unfolded.
pub(crate) fn with_page(bytes: &[u8], page: u32) -> Result<(Cow<'_, [u8]>, u32), Reason> {
    if kind(bytes) != Some(Kind::Tiff) {
        return Ok((as_document(bytes)?, page));
    }
    let place = page.checked_sub(1).ok_or(Reason::Damaged)?;
    let sheet = tiff::sheet(bytes, place as usize)?;
    Ok((Cow::Owned(bound::bound(&[sheet])), 1))
}

/// Why a picture of that kind is not read that another program may read well.
fn unusual(kind: &str) -> Reason {
    Reason::Unsupported {
        what: Some(format!("a {kind} picture of an unusual kind")),
        advice: Some("Save it as PNG or PDF in the program it was made with, and import that.".to_owned()),
    }
}

fn kind(bytes: &[u8]) -> Option<Kind> {
    match signature::of_bytes(bytes) {
        Some(Content::Picture(kind)) => Some(kind),
        _ => None,
    }
}
