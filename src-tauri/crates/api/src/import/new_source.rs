//! What was read from a document, as the source it becomes.

use super::document::{Document, Reading};
use standpoint_core::sources::{NewSource, PageNumbers, PageStart, SourceKind, Span, SpanKind, Structure};
use standpoint_core::time::Moment;
use standpoint_import::{Extracted, Found, Input, Kind, Refusal};

/// A source from what was read.
pub(super) fn new_source(
    extracted: Extracted,
    document: Document<'_>,
    accessed: Option<Moment>,
) -> NewSource {
    let mut guessed = Vec::new();
    let mut note = |field: &str, was_guessed: bool| {
        if was_guessed {
            guessed.push(field.to_owned());
        }
    };
    let mut take = |field: &str, found: Option<Found<String>>| {
        found.map(|found| {
            note(field, found.guessed);
            found.value
        })
    };
    let meta = extracted.meta;
    let title = document.title.or_else(|| take("title", meta.title));
    let published_by = take("publisher", meta.publisher);
    let published = take("published", meta.published).and_then(|date| date.parse().ok());
    let language = take("language", meta.language);
    let url = take("url", meta.url);
    let authors = meta.authors.map(|found| {
        note("authors", found.guessed);
        found.value
    });
    NewSource {
        title: title.unwrap_or_else(|| document.file.clone().unwrap_or_else(|| "Pasted text".into())),
        publisher: published_by,
        authors: authors.unwrap_or_default(),
        published,
        accessed,
        url,
        kind: kind_of(&extracted.media_type),
        language,
        reliability: None,
        marking: None,
        file_name: document.file,
        media_type: extracted.media_type,
        original: document.bytes,
        text: extracted.text,
        structure: Structure {
            spans: extracted.blocks.iter().map(span).collect(),
            pages: extracted
                .pages
                .into_iter()
                .map(|page| PageStart { start: page.start as u32, label: page.label })
                .collect(),
            numbers: Vec::new(),
            pictured: extracted.pictured,
        },
        html: extracted.html,
        recognised: PageNumbers::of(extracted.recognised),
        guessed,
        warnings: extracted.warnings.into_iter().map(|warning| warning.message).collect(),
    }
}

/// What a document is until somebody says so. Only an e-mail is sure to be what its format says.
fn kind_of(media_type: &str) -> SourceKind {
    if media_type == "message/rfc822" { SourceKind::Email } else { SourceKind::Article }
}

/// Bundled text as a source would have it. Read in this process: it is ours.
pub(crate) fn plain_text(file: &str, bytes: &[u8]) -> Result<NewSource, Refusal> {
    let input = Input { name: file, media_hint: Some("text/plain; charset=utf-8"), bytes };
    let extracted = standpoint_import::read(&input)?;
    let document = Document {
        id: None,
        file: None,
        title: None,
        media_hint: None,
        reading: Reading::AsItself,
        bytes: bytes.to_vec(),
    };
    Ok(new_source(extracted, document, None))
}

fn span(block: &standpoint_import::Span) -> Span {
    let (kind, level) = match block.kind {
        Kind::Paragraph => (SpanKind::Paragraph, 0),
        Kind::Heading { level } => (SpanKind::Heading, level),
        Kind::ListItem { depth, .. } => (SpanKind::ListItem, depth),
        Kind::Quote => (SpanKind::Quote, 0),
        Kind::TableRow { .. } => (SpanKind::TableRow, 0),
        Kind::Code => (SpanKind::Code, 0),
    };
    let number = match block.kind {
        Kind::ListItem { number, .. } => number,
        _ => None,
    };
    Span { start: block.start as u32, end: block.end as u32, kind, level, number }
}
