//! Files that a PDF carries (ISO 19005-3, 6.8): associated with the whole document, as its source.

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::Attachment;
use super::assembly::{Assembly, name, text};
use super::metadata::pdf_date;

pub(super) fn add(assembly: &mut Assembly, attachments: &[Attachment], created: &DateTime<FixedOffset>) {
    let mut files: Vec<(String, Object)> = Vec::new();
    for attachment in attachments {
        let parameters = dictionary! {
            "Size" => i64::try_from(attachment.bytes.len()).unwrap_or_default(),
            "ModDate" => Object::string_literal(pdf_date(created)),
        };
        let file = dictionary! {
            "Type" => "EmbeddedFile",
            "Subtype" => name(attachment.media_type),
            "Params" => parameters,
        };
        let file = assembly.add(Stream::new(file, attachment.bytes.clone()));
        let specification = assembly.add(dictionary! {
            "Type" => "Filespec",
            "F" => Object::string_literal(attachment.name.as_str()),
            "UF" => text(&attachment.name),
            "Desc" => text(&attachment.description),
            "AFRelationship" => "Source",
            "EF" => dictionary! { "F" => file, "UF" => file },
        });
        files.push((attachment.name.clone(), specification.into()));
    }
    let associated: Vec<Object> = files.iter().map(|(_, file)| file.clone()).collect();
    assembly.set("AF", associated);
    // A name tree is sorted by its keys (ISO 32000-1, 7.9.6).
    files.sort_by(|one, other| one.0.cmp(&other.0));
    let names = files.into_iter().flat_map(|(name, file)| [Object::string_literal(name), file]);
    let tree = assembly.add(dictionary! { "Names" => names.collect::<Vec<_>>() });
    assembly.set_name_tree("EmbeddedFiles", tree);
}

/// A file found in a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The files that a PDF carries; none if it cannot be read.
#[must_use]
pub fn carried(pdf: &[u8]) -> Vec<Carried> {
    let Ok(document) = Document::load_mem(pdf) else { return Vec::new() };
    let associated = document.catalog().ok().and_then(|catalog| catalog.get_deref(b"AF", &document).ok());
    let files = associated.and_then(|files| files.as_array().ok()).cloned().unwrap_or_default();
    files.iter().filter_map(|file| file_of(&document, file)).collect()
}

fn file_of(document: &Document, specification: &Object) -> Option<Carried> {
    let specification = dictionary_of(document, specification)?;
    let name = specification.get(b"F").ok()?.as_str().ok()?;
    let file = dictionary_of(document, specification.get(b"EF").ok()?)?.get_deref(b"F", document).ok()?;
    let stream = file.as_stream().ok()?;
    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    Some(Carried { name: String::from_utf8_lossy(name).into_owned(), bytes })
}

fn dictionary_of<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}
