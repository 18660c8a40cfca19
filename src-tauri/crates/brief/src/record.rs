//! What a file copy carries inside: the note with all that it draws on and nothing else, in a form that can be checked
//! and opened again.

use crate::pdf::{self, Attachment, Seal};
use crate::resolve::{self, Edition};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use standpoint_core::content::ContentHash;
use standpoint_core::notes::{NoteSnapshot, Pictures};

/// Name of the attachment.
const FILE_NAME: &str = "note.standpoint.json";
/// Names the form; a later one has a higher number.
const SCHEMA: &str = "standpoint-note";
const VERSION: u32 = 1;

/// The attachment as it is written.
#[derive(Serialize, Deserialize)]
struct Sealed {
    schema: String,
    version: u32,
    /// SHA-256 of `note`, byte by byte as it stands here.
    sha256: ContentHash,
    note: Box<RawValue>,
}

/// Why an attachment is not opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Written by a later version of the program.
    #[error(
        "was written by a newer version of Standpoint (note format {found}; this one reads up to {VERSION})"
    )]
    Newer {
        /// Its number.
        found: u32,
    },
    /// Its hash is not that of its words.
    #[error("carries a note that is no longer what was written")]
    Altered,
    /// Not what a file copy carries.
    #[error("carries a note that cannot be read")]
    Unreadable,
}

/// Name of a picture: this and its hash.
const PICTURE: &str = "picture-";

/// A note as a file copy carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The note with what it draws on.
    pub snapshot: NoteSnapshot,
    /// The bytes of its pictures.
    pub pictures: Vec<Vec<u8>>,
}

/// Why a PDF is not opened as a note.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotReopened {
    /// It never was a file copy, or not even a PDF.
    #[error("carries no note: only the file copy of a note can be opened again")]
    NoRecord,
    /// Another program wrote it, or part of it is missing.
    #[error(
        "was changed or cut off after it was exported, so the note in it may no longer be the one on its pages"
    )]
    Changed,
    /// The note in it is not read.
    #[error(transparent)]
    Record(#[from] RecordError),
}

/// Opens the note that a file copy carries.
pub fn open(pdf: &[u8]) -> Result<Record, NotReopened> {
    let seal = pdf::seal(pdf);
    // The reader of PDFs is well kept, but it reads what anybody may have made.
    let carried = std::panic::catch_unwind(|| pdf::carried(pdf)).unwrap_or_default();
    let note = carried.iter().find(|file| file.name == FILE_NAME);
    match (seal, note) {
        (Seal::Broken, _) | (Seal::Missing, Some(_)) => Err(NotReopened::Changed),
        (Seal::Missing, None) if cut_off(pdf) => Err(NotReopened::Changed),
        (_, None) => Err(NotReopened::NoRecord),
        (Seal::Whole, Some(note)) => {
            let snapshot = read(&note.bytes)?;
            let pictures = carried.iter().filter(|file| file.name.starts_with(PICTURE));
            let pictures = pictures.map(|file| file.bytes.clone()).collect();
            Ok(Record { snapshot, pictures })
        }
    }
}

/// Whether a PDF lacks its end.
fn cut_off(pdf: &[u8]) -> bool {
    let tail = &pdf[pdf.len().saturating_sub(1024)..];
    pdf.starts_with(b"%PDF-") && !tail.windows(5).any(|window| window == b"%%EOF")
}

/// What the file copy carries: the note, and its pictures; and the hash that the note is known by.
pub(crate) fn attachments(
    snapshot: &NoteSnapshot,
    pictures: &Pictures,
    edition: &Edition,
) -> serde_json::Result<(Vec<Attachment>, ContentHash)> {
    let sealed = seal(snapshot, edition)?;
    let note = Attachment {
        name: FILE_NAME.to_owned(),
        media_type: "application/json",
        description: "The note itself, to be opened again with Standpoint".to_owned(),
        bytes: serde_json::to_vec(&sealed)?,
    };
    let pictures = pictures.iter().map(|(hash, bytes)| Attachment {
        name: format!("{PICTURE}{hash}"),
        media_type: "application/octet-stream",
        description: "A picture of the note".to_owned(),
        bytes: bytes.clone(),
    });
    Ok((std::iter::once(note).chain(pictures).collect(), sealed.sha256))
}

/// The note as it goes into the file copy.
fn seal(snapshot: &NoteSnapshot, edition: &Edition) -> serde_json::Result<Sealed> {
    let note = serde_json::value::to_raw_value(&trimmed(snapshot, edition))?;
    let sha256 = ContentHash::of(note.get().as_bytes());
    Ok(Sealed { schema: SCHEMA.to_owned(), version: VERSION, sha256, note })
}

/// The note that an attachment holds.
fn read(attachment: &[u8]) -> Result<NoteSnapshot, RecordError> {
    #[derive(Deserialize)]
    struct Head {
        schema: String,
        version: u32,
    }
    let head: Head = serde_json::from_slice(attachment).map_err(|_| RecordError::Unreadable)?;
    if head.schema != SCHEMA {
        return Err(RecordError::Unreadable);
    }
    if head.version > VERSION {
        return Err(RecordError::Newer { found: head.version });
    }
    let sealed: Sealed = serde_json::from_slice(attachment).map_err(|_| RecordError::Unreadable)?;
    if ContentHash::of(sealed.note.get().as_bytes()) != sealed.sha256 {
        return Err(RecordError::Altered);
    }
    serde_json::from_str(sealed.note.get()).map_err(|_| RecordError::Unreadable)
}

/// The snapshot without what the note neither shows nor cites: a file copy is not a copy of the dossier.
pub(crate) fn trimmed(snapshot: &NoteSnapshot, edition: &Edition) -> NoteSnapshot {
    let used = resolve::used(snapshot, edition);
    let mut trimmed = snapshot.clone();
    let mut kept = snapshot.excerpts.iter().map(|excerpt| used.excerpts.contains(&excerpt.id));
    trimmed.paragraphs.retain(|_| kept.next().unwrap_or(false));
    trimmed.excerpts.retain(|excerpt| used.excerpts.contains(&excerpt.id));
    trimmed.sources.retain(|source| used.sources.contains(&source.id));
    trimmed.positions.retain(|position| used.positions.contains(&position.id));
    trimmed.actors.retain(|actor| used.actors.contains(&actor.id));
    trimmed.issues.retain(|issue| used.issues.contains(&issue.id));
    trimmed.withdrawn.retain(|position, _| used.positions.contains(position));
    trimmed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Written;

    #[test]
    fn only_what_was_written_is_read() {
        let note = Written::new();
        let sealed = serde_json::to_string(&seal(&note.snapshot, &note.edition()).unwrap()).unwrap();
        let check = |from: &str, to: &str, expect: Result<(), RecordError>| {
            let changed = sealed.replacen(from, to, 1);
            assert!(from == to || changed != sealed, "{from} is not there");
            assert_eq!(read(changed.as_bytes()).map(|_| ()), expect, "{from} to {to}");
        };
        check("", "", Ok(()));
        check("\"version\":1", "\"version\":2", Err(RecordError::Newer { found: 2 }));
        check("\"note\":{", "\"note\":{\"more\":[],", Err(RecordError::Altered));
        check("standpoint-note", "another-note", Err(RecordError::Unreadable));
        check("\"note\"", "\"nothing\"", Err(RecordError::Unreadable));
        check("{", "{{", Err(RecordError::Unreadable));
        // A later form is told by its number, whatever else has changed in it.
        let later = br#"{"schema":"standpoint-note","version":9,"blocks":[]}"#;
        assert_eq!(read(later).unwrap_err(), RecordError::Newer { found: 9 });
    }
}
