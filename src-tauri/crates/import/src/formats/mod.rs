//! The formats that can be read, one file or folder each.
//!
//! A new format is a type that implements [`Format`] and a line in [`FORMATS`]; nothing else has to know of it.

mod book;
mod html;
mod mail;
mod markdown;
mod open_document;
mod pdf;
mod picture;
mod rich_text;
mod salvage;
mod separated;
mod text;
pub(crate) mod word;

pub(crate) use mail::attachments;
pub(crate) use salvage::salvage;
pub(crate) use separated::records;

use std::borrow::Cow;

use crate::recognition::{Picture as Drawn, Recognised};
use crate::refusal::Reason;
use crate::signature::{self, Content};
use crate::{Extracted, Input};

/// How a format takes to an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// It is not this format.
    No,
    /// It can be read as this format when no other claims it.
    Possible,
    /// Its name or its sender says so.
    Likely,
    /// Its contents say so, whatever it is called.
    Certain,
}

/// A kind of document.
pub trait Format: Sync {
    /// What people call it, such as `plain text`.
    fn name(&self) -> &'static str;

    /// The usual extensions in lower case, the commonest first.
    fn extensions(&self) -> &'static [&'static str];

    /// How likely the input is of this format. Looks at no more than its beginning and its end.
    fn sniff(&self, input: &Input<'_>) -> Confidence;

    /// Reads the input.
    ///
    /// # Errors
    /// The reason why it could not be read.
    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason>;
}

/// Every format, in the order in which they win a tie.
pub const FORMATS: &[&dyn Format] = &[
    &pdf::Pdf,
    &word::Word,
    &open_document::OpenDocument,
    &book::Book,
    &rich_text::RichText,
    &picture::Picture,
    &mail::WebArchive,
    &html::Html,
    &mail::Mail,
    &separated::Separated,
    &markdown::Markdown,
    &text::Text,
];

/// Every extension that can be imported, for a dialog that opens files.
pub fn extensions() -> Vec<&'static str> {
    FORMATS.iter().flat_map(|format| format.extensions()).copied().collect()
}

/// Reads a document of pages that opens with a password.
pub(crate) fn read_unlocked(input: &Input<'_>, password: &str) -> Result<Extracted, Reason> {
    pdf::read_unlocked(input, password)
}

/// A document of pages without its lock, where it opens no other way; none where it opens as it is.
pub(crate) fn unlocked(input: &Input<'_>, password: &str) -> Result<Option<Vec<u8>>, Reason> {
    pdf::unlocked(input, password)
}

/// Reads a document of pages, or a picture of one, with the words that were recognised.
pub(crate) fn read_recognised(
    input: &Input<'_>,
    password: Option<&str>,
    pages: &[Recognised],
) -> Result<Extracted, Reason> {
    let bytes = &picture::as_document(input.bytes)?;
    let read = pdf::read_recognised(&Input { bytes, ..*input }, password, pages)?;
    Ok(picture::read_from(input, read))
}

/// Draws a page of a document, or the picture of one.
pub(crate) fn draw(input: &Input<'_>, password: Option<&str>, page: u32) -> Result<Drawn, Reason> {
    let (bytes, page) = &picture::with_page(input.bytes, page)?;
    pdf::draw(&Input { bytes, ..*input }, password, *page)
}

/// The document of pages (PDF) that a picture is bound as.
pub(crate) fn bind(input: &Input<'_>) -> Result<Vec<u8>, Reason> {
    match picture::as_document(input.bytes)? {
        Cow::Owned(document) => Ok(document),
        Cow::Borrowed(_) => Err(Reason::Damaged),
    }
}

/// The format an input is to be read as.
pub(crate) fn choose(input: &Input<'_>) -> Result<&'static dyn Format, Reason> {
    let mut best = (Confidence::No, None);
    for format in FORMATS {
        let confidence = format.sniff(input);
        if confidence > best.0 {
            best = (confidence, Some(*format));
        }
    }
    best.1.ok_or_else(|| refuse(input))
}

/// Why no format takes the input.
fn refuse(input: &Input<'_>) -> Reason {
    if signature::of_bytes(input.bytes) == Some(Content::Locked) {
        return Reason::Locked;
    }
    let foreign = signature::foreign_of(input);
    let what = foreign.map(|foreign| foreign.what.to_owned());
    let extension = input.extension();
    let named = FORMATS.iter().find(|format| format.extensions().contains(&extension.as_str()));
    match named {
        Some(format) => Reason::Misnamed { named: format.name().to_owned(), what },
        None if input.is_pasted() => Reason::NotText,
        None => {
            let advice = foreign.map(|foreign| foreign.advice.to_owned()).filter(|advice| !advice.is_empty());
            Reason::Unsupported { what, advice }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PASTED;

    #[track_caller]
    fn check(name: &str, media_hint: Option<&str>, bytes: &[u8], expect: &Result<&str, Reason>) {
        let format = choose(&Input { name, media_hint, bytes }).map(Format::name);
        assert_eq!(format.as_ref(), expect.as_ref());
    }

    fn misnamed(named: &str, what: &str) -> Result<&'static str, Reason> {
        Err(Reason::Misnamed { named: named.to_owned(), what: Some(what.to_owned()) })
    }

    #[track_caller]
    fn check_advice(name: &str, bytes: &[u8], expect: &str) {
        let refusal = choose(&Input { name, media_hint: None, bytes }).map(Format::name);
        let Err(Reason::Unsupported { advice: Some(advice), .. }) = refusal else { panic!("{refusal:?}") };
        assert!(advice.starts_with(expect), "{advice}");
    }

    #[test]
    fn names_and_hints_decide() {
        check("a.txt", None, b"text", &Ok("plain text"));
        check("A.TXT", None, b"# text", &Ok("plain text"));
        check("a.md", None, b"text", &Ok("Markdown"));
        check("a.htm", None, b"text", &Ok("a web page"));
        check("README", None, b"text", &Ok("plain text"));
        check(PASTED, None, b"text", &Ok("plain text"));
        check(PASTED, Some("text/html; charset=utf-8"), b"<p>text", &Ok("a web page"));
        check(PASTED, Some("text/markdown"), b"text", &Ok("Markdown"));
    }

    #[test]
    fn contents_overrule_names_but_not_the_clipboard() {
        check("a.txt", None, b"\xef\xbb\xbf\n<!-- saved --><!DOCTYPE html><p>text", &Ok("a web page"));
        check("a", None, b"<HTML lang=en>", &Ok("a web page"));
        check(PASTED, Some("text/plain"), b"<html><p>code to quote", &Ok("plain text"));
        check("a.txt", None, b"<htmlish> is not a tag", &Ok("plain text"));
    }

    #[test]
    fn contents_find_their_format_under_any_name() {
        check("a.txt", None, b"%PDF-1.7 ...", &Ok("a PDF document"));
        check("a.doc", None, b"{\\rtf1 text}", &Ok("a Rich Text document"));
        check("a.doc", None, b"<html><p>text", &Ok("a web page"));
        check("a.zip", None, b"PK\x03\x04......word/document.xml", &Ok("a Word document"));
        check("a.docx", None, b"PK\x03\x04......", &Ok("a Word document"));
        check("a", None, b"PK\x03\x04......mimetypeapplication/epub+zip", &Ok("an electronic book (EPUB)"));
        check("a.odt", None, b"PK\x03\x04...", &Ok("an OpenDocument text"));
        check("a.eml", None, b"From: ministry", &Ok("an e-mail"));
        check("a.htm", None, b"From: <Saved by Blink>\r\n", &Ok("a web archive"));
        check("a.mht", None, b"MIME-Version: 1.0", &Ok("a web archive"));
        check("a.csv", None, b"a,b", &Ok("a table (CSV)"));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        check("a.html", None, b"GIF89a", &misnamed("a web page", "a GIF picture"));
        check("a.docx", None, b"GIF89a", &misnamed("a Word document", "a GIF picture"));
        check("a.docx", None, b"\x89PNG\r\n\x1a\n", &Ok("a picture"));
        check("a.txt", None, &[0; 64], &Err(Reason::Misnamed { named: "plain text".to_owned(), what: None }));
        check(
            "a.pdf",
            None,
            b"text",
            &Err(Reason::Misnamed { named: "a PDF document".to_owned(), what: None }),
        );
        check(PASTED, None, &[0; 64], &Err(Reason::NotText));
        check("a.bin", None, &[0; 64], &Err(Reason::Unsupported { what: None, advice: None }));
        check_advice(
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "Open it in Word or LibreOffice and save it as",
        );
        check_advice(
            "a.xlsx",
            b"PK\x03\x04xl/workbook.xml",
            "Open it and save the sheet that matters as CSV",
        );
        check_advice("a.gif", b"GIF89a", "Save or print it as PDF and import that");
    }

    #[test]
    fn an_office_document_with_a_password_is_locked() {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let bytes = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", name.as_slice()].concat();
        check("a.docx", None, &bytes, &Err(Reason::Locked));
    }
}
