//! What a PDF document says about itself, in its information dictionary and its XMP packet (ISO 32000-1, 14.3).

use encoding_rs::{UTF_8, UTF_16BE, WINDOWS_1252};
use pdf_oxide::PdfDocument;
use pdf_oxide::extractors::xmp::XmpExtractor;
use pdf_oxide::object::Object;

use super::pages::attempt;
use crate::metadata::language_tag;
use crate::properties::{people, plausible_title};
use crate::{Found, Metadata, dates};

/// Reads what is stated. Programs fill in authors and dates by themselves, so these count as guesses.
pub(super) fn read(document: &PdfDocument) -> Metadata {
    let packet = attempt(|| XmpExtractor::extract(document)).flatten().unwrap_or_default();
    let title = packet.dc_title.as_deref().and_then(plausible_title);
    let title = title.or_else(|| information(document, "Title").and_then(|title| plausible_title(&title)));
    let mut authors: Vec<String> = packet.dc_creator.iter().flat_map(|name| people(name)).collect();
    if authors.is_empty() {
        authors = information(document, "Author").map(|names| people(&names)).unwrap_or_default();
    }
    let created = packet.xmp_create_date.or_else(|| information(document, "CreationDate"));
    let published =
        created.and_then(|date| dates::parse(date.trim_start_matches("D:").get(..8).unwrap_or(&date)));
    let language = packet.dc_language.or_else(|| catalog_language(document));
    Metadata {
        title: title.map(Found::stated),
        authors: (!authors.is_empty()).then(|| Found::guessed(authors)),
        published: published.map(Found::guessed),
        language: language.and_then(|tag| language_tag(&tag)).map(Found::stated),
        ..Metadata::default()
    }
}

fn information(document: &PdfDocument, key: &str) -> Option<String> {
    let information = attempt(|| {
        document
            .resolve_object(document.trailer().as_dict().and_then(|d| d.get("Info")).unwrap_or(&Object::Null))
    })?;
    let value = attempt(|| {
        document.resolve_object(information.as_dict().and_then(|d| d.get(key)).unwrap_or(&Object::Null))
    })?;
    value.as_string().map(text)
}

fn catalog_language(document: &PdfDocument) -> Option<String> {
    let catalog = attempt(|| document.catalog())?;
    catalog.as_dict()?.get("Lang")?.as_string().map(text)
}

/// A text string (ISO 32000-1, 7.9.2.2). Its own encoding for plain strings is nearly that of Windows.
fn text(bytes: &[u8]) -> String {
    let (encoding, bytes) = match bytes {
        [0xfe, 0xff, rest @ ..] => (UTF_16BE, rest),
        [0xef, 0xbb, 0xbf, rest @ ..] => (UTF_8, rest),
        _ => (WINDOWS_1252, bytes),
    };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}
