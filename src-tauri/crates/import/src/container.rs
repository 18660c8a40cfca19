//! Files that hold documents and are none themselves: ZIP archives, and what is attached to an e-mail.
//!
//! What is in them comes out one after the other, in memory. Names are kept to be shown and lead nowhere.

use crate::archive::Archive;
use crate::formats::attachments;
use crate::refusal::Reason;
use crate::signature::{self, Content};
use crate::{Input, MAX_BYTES};

/// A document taken out of the file that held it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it lay in there, its name last: `annexes/map.pdf`.
    pub path: String,
    /// The media type its sender gave it, where its name says nothing.
    pub media_hint: Option<String>,
    /// Its bytes, or why they could not be had.
    pub content: Result<Vec<u8>, Reason>,
}

/// What is told while a file is being emptied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// How many documents there will be.
    Count(u32),
    /// The next.
    Entry(Entry),
}

/// The most characters of a path that are shown.
const SHOWN: usize = 300;

/// Whether the file is an archive of documents. Office documents and books are archives too, but documents.
#[must_use]
pub fn is_archive(input: &Input<'_>) -> bool {
    // Of a damaged office document the name has to tell that it was none of these.
    signature::of_bytes(input.bytes) == Some(Content::Archive) && !signature::is_named_as_document(input)
}

/// Takes the documents out of an archive or an e-mail.
///
/// # Errors
/// It is neither, or it cannot be opened at all.
pub(crate) fn empty(input: &Input<'_>, each: &mut dyn FnMut(Told)) -> Result<(), Reason> {
    if !is_archive(input) {
        return attachments(input.bytes, each);
    }
    let mut archive = Archive::open(input.bytes)?;
    let places: Vec<(usize, String)> =
        archive.places().into_iter().filter(|(_, path)| is_document(path)).collect();
    each(Told::Count(places.len() as u32));
    for (place, path) in places {
        let content = archive.read_at(place, MAX_BYTES);
        each(Told::Entry(Entry { path: shown(&path), media_hint: None, content }));
    }
    Ok(())
}

/// Whether an entry may be a document, rather than a folder or what programs leave in one.
fn is_document(path: &str) -> bool {
    let mut parts = path.split(['/', '\\']);
    let own = parts.next_back().unwrap_or_default();
    let litter = ["Thumbs.db", "desktop.ini"].contains(&own);
    !own.is_empty() && !litter && !own.starts_with('.') && parts.all(|folder| folder != "__MACOSX")
}

/// A path as it may be shown: on one line, of bearable length, without steps that would lead elsewhere.
pub(crate) fn shown(path: &str) -> String {
    let path: String = path.chars().filter(|c| !c.is_control()).collect();
    let parts: Vec<&str> =
        path.split(['/', '\\']).filter(|part| !["", ".", ".."].contains(&part.trim())).collect();
    let path = parts.join("/");
    let length = path.chars().count();
    // The end has the name and its extension.
    path.chars().skip(length.saturating_sub(SHOWN)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_nowhere() {
        for (path, expect) in [
            ("a/b.pdf", "a/b.pdf"),
            ("../../etc/passwd", "etc/passwd"),
            ("C:\\x\\..\\b.txt", "C:/x/b.txt"),
            ("/a//./b\u{0}\n.txt", "a/b.txt"),
        ] {
            assert_eq!(shown(path), expect);
        }
        assert_eq!(shown(&"é".repeat(900)).chars().count(), SHOWN);
    }

    #[test]
    fn litter_is_no_document() {
        for path in ["a/", "__MACOSX/a.pdf", ".DS_Store", "a/Thumbs.db", "a/.b"] {
            assert!(!is_document(path), "{path}");
        }
        assert!(is_document("a/b.pdf") && is_document("README"));
    }
}
