//! A document read and drawn as lines that a person can check at a glance.

use standpoint_import::{Extracted, Found, Input, Kind, Metadata, read};

/// Reads a document that must be readable.
#[track_caller]
pub(crate) fn extract(name: &str, media_hint: Option<&str>, bytes: &[u8]) -> Extracted {
    match read(&Input { name, media_hint, bytes }) {
        Ok(extracted) => extracted,
        Err(refusal) => panic!("refused: {refusal}"),
    }
}

/// One line to a block, its kind in front; line ends inside a block show as `/`, tabs as `|`.
pub(crate) fn blocks(extracted: &Extracted) -> String {
    let text: Vec<char> = extracted.text.chars().collect();
    let mut lines = Vec::new();
    for block in &extracted.blocks {
        let words: String = text[block.start..block.end].iter().collect();
        let words = words.replace('\n', " / ").replace('\t', " | ");
        lines.push(match block.kind {
            Kind::Paragraph => format!("p {words}"),
            Kind::Heading { level } => format!("h{level} {words}"),
            Kind::ListItem { depth, number: None } => format!("{}- {words}", "  ".repeat(depth.into())),
            Kind::ListItem { depth, number: Some(n) } => format!("{}{n}. {words}", "  ".repeat(depth.into())),
            Kind::Quote => format!("> {words}"),
            Kind::TableRow { header: true } => format!("th {words}"),
            Kind::TableRow { header: false } => format!("tr {words}"),
            Kind::Code => format!("code {words}"),
        });
    }
    lines.join("\n")
}

/// One line to a fact, with a question mark behind what was guessed.
pub(crate) fn facts(meta: &Metadata) -> String {
    let authors = meta.authors.as_ref().map(|a| Found { value: a.value.join("; "), guessed: a.guessed });
    let facts = [
        ("title", &meta.title),
        ("authors", &authors),
        ("publisher", &meta.publisher),
        ("published", &meta.published),
        ("language", &meta.language),
        ("url", &meta.url),
    ];
    let line = |(name, found): (&str, &Option<Found<String>>)| {
        found.as_ref().map(|f| format!("{name}: {}{}", f.value, if f.guessed { " (?)" } else { "" }))
    };
    facts.into_iter().filter_map(line).collect::<Vec<_>>().join("\n")
}

/// One line to a warning.
pub(crate) fn warnings(extracted: &Extracted) -> String {
    extracted.warnings.iter().map(|warning| warning.message.as_str()).collect::<Vec<_>>().join("\n")
}
