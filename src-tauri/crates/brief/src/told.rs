//! A note told without pages, in the form of another program: for those who edit it on, read it in a browser or paste
//! it somewhere.

use crate::compose::BriefError;
use crate::document::{Document, Warning};
use crate::manuscript::Manuscript;
use crate::resolve::Edition;
use crate::words::Words;
use crate::{compose, html, markdown, word};
use chrono::{DateTime, FixedOffset};
use standpoint_core::content::ContentHash;
use standpoint_core::exports::CopyKind;
use standpoint_core::notes::{NoteSnapshot, Pictures};

/// A note as a text without pages.
#[derive(Debug, Clone)]
pub struct Told {
    /// What it says.
    pub document: Document,
    pub(crate) manuscript: Manuscript,
    pub(crate) about: About,
}

/// What a file says about itself: never a person's name and never a path.
#[derive(Debug, Clone)]
pub(crate) struct About {
    /// The day the note was issued, so that writing it again another day gives the same file.
    pub(crate) created: DateTime<FixedOffset>,
    /// Names the note as it stood, for when the file comes back; a release copy does not come back.
    pub(crate) key: Option<String>,
}

/// Tells the note. The same snapshot and edition give the same bytes in every form.
pub fn tell(snapshot: &NoteSnapshot, pictures: &Pictures, edition: &Edition) -> Result<Told, BriefError> {
    let document = compose::document(snapshot, pictures, edition)?;
    let key = match edition.copy {
        CopyKind::Release => None,
        CopyKind::File | CopyKind::Distribution => {
            Some(key(&ContentHash::of(&serde_json::to_vec(snapshot)?)))
        }
    };
    let created = snapshot.note.issued.unwrap_or(edition.at);
    Ok(Told { manuscript: Manuscript::of(&document), document, about: About { created, key } })
}

/// The name under which a Word file knows the note it was made from: the beginning of its snapshot's hash. It says
/// nothing to anybody who does not have the dossier.
#[must_use]
pub fn key(snapshot: &ContentHash) -> String {
    snapshot.as_str().chars().take(16).collect()
}

impl Told {
    /// As a Word document.
    pub fn word(&self) -> Result<Vec<u8>, BriefError> {
        Ok(word::write(self)?)
    }

    /// As one web page that needs nothing else.
    #[must_use]
    pub fn html(&self) -> String {
        html::write(self)
    }

    /// As Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown::write(self)
    }

    /// The fixed words of the note's language.
    pub(crate) fn words(&self) -> Words {
        Words::of(&self.document.language)
    }

    /// The marking as printed.
    #[must_use]
    pub fn marking(&self) -> Option<&str> {
        self.document.head.marking.as_ref().map(|marking| marking.label.as_str())
    }

    /// What the writer should know before the note leaves.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.document.warnings
    }
}
