//! What a PDF document says about itself, in its information dictionary and its XMP packet (ISO 32000-1, 14.3).

use hayro_font::hayro_syntax::Pdf;
use hayro_font::hayro_syntax::object::{Dict, Stream, String as PdfString};

use super::strings;
use crate::metadata::language_tag;
use crate::properties::{people, plausible_title};
use crate::refusal::Reason;
use crate::xml::{Tag, Visit, walk};
use crate::{Found, Metadata, dates};

/// Reads what is stated. Programs fill in authors and dates by themselves, so these count as guesses.
pub(super) fn read(document: &Pdf, catalog: &Dict<'_>) -> Metadata {
    let packet = Packet::read(catalog);
    let information = document.metadata();
    let told = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(strings::text);
    let title = packet.titles.iter().find_map(|title| plausible_title(title));
    let title = title.or_else(|| told(&information.title).and_then(|title| plausible_title(&title)));
    let mut authors: Vec<String> = packet.creators.iter().flat_map(|name| people(name)).collect();
    if authors.is_empty() {
        authors = told(&information.author).map(|names| people(&names)).unwrap_or_default();
    }
    let created = packet.created.or_else(|| {
        let date = information.creation_date?;
        Some(format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))
    });
    let published = created.and_then(|date| dates::parse(date.get(..10).unwrap_or(&date)));
    let language = packet
        .language
        .or_else(|| catalog.get::<PdfString<'_>>(b"Lang").map(|language| strings::text(&language)));
    Metadata {
        title: title.map(Found::stated),
        authors: (!authors.is_empty()).then(|| Found::guessed(authors)),
        published: published.map(Found::guessed),
        language: language.and_then(|tag| language_tag(&tag)).map(Found::stated),
        ..Metadata::default()
    }
}

/// What an XMP packet says.
#[derive(Default)]
struct Packet {
    titles: Vec<String>,
    creators: Vec<String>,
    created: Option<String>,
    language: Option<String>,
    open: Vec<String>,
    text: String,
}

impl Packet {
    fn read(catalog: &Dict<'_>) -> Self {
        let mut packet = Self::default();
        if let Some(Ok(xml)) = catalog.get::<Stream<'_>>(b"Metadata").map(|stream| stream.decoded_data()) {
            // What was read before it broke off still holds.
            walk(&xml, &mut packet).ok();
        }
        packet
    }
}

impl Visit for Packet {
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Reason> {
        if self.created.is_none() {
            self.created = tag.attribute("CreateDate");
        }
        self.open.push(tag.name.to_owned());
        self.text.clear();
        Ok(())
    }

    fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn close(&mut self, _: &str) -> Result<(), Reason> {
        let text = std::mem::take(&mut self.text).trim().to_owned();
        let within = |name: &str| self.open.iter().any(|open| open == name);
        if !text.is_empty() {
            if within("title") {
                self.titles.push(text);
            } else if within("creator") {
                self.creators.push(text);
            } else if within("CreateDate") && self.created.is_none() {
                self.created = Some(text);
            } else if within("language") && self.language.is_none() {
                self.language = Some(text);
            }
        }
        self.open.pop();
        Ok(())
    }
}
