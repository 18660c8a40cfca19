//! The note as a Word document (Office Open XML, ECMA-376), for those who have to edit it on.
//!
//! Written by ourselves as XML into a ZIP. The libraries there are each lack some of what makes such a file one that a
//! private office can work with: named styles behind every paragraph, numbering that goes on by itself, footnotes,
//! repeated head rows, fields, bookmarks, alternative texts, a language to every word, and the same bytes for the same
//! note. The elements needed are few, and `zip` is here for reading documents anyway.
//!
//! Each text that the writer wrote stands between two bookmarks named after its block, so that the file can come back
//! ([`crate::revision`]). They hold a number and a hash, nothing that says who wrote what when.

mod body;
mod numbering;
mod package;
mod pictures;
mod running;
mod runs;
mod styles;
mod table;
#[cfg(test)]
mod tests;

use crate::told::Told;
use body::Body;
pub(crate) use package::Part;
use zip::result::ZipError;

/// The note as a Word document.
pub(crate) fn write(told: &Told) -> Result<Vec<u8>, ZipError> {
    package::zipped(&parts(told))
}

/// The files inside.
pub(crate) fn parts(told: &Told) -> Vec<Part> {
    let mut body = Body::new(told);
    body.write();
    package::parts(told, body.finish())
}

/// Namespaces of the parts that hold text.
const NAMESPACES: &[(&str, &str)] = &[
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:v", "urn:schemas-microsoft-com:vml"),
    ("xmlns:o", "urn:schemas-microsoft-com:office:office"),
];
