//! Annex A: every passage and source cited, and where it is cited.

use standpoint_core::ids::{ExcerptId, SourceId};

/// Everything cited, in order of first appearance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EvidenceAnnex {
    /// Sources, S1 first.
    pub sources: Vec<SourceEntry>,
    /// Passages, 1 first.
    pub entries: Vec<Entry>,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceEntry {
    /// The source itself.
    pub id: SourceId,
    /// Title, publisher, kind, dates and language, in sentences.
    pub about: String,
    /// Where it was fetched.
    pub url: Option<String>,
    /// That it may no longer be relied on, and why.
    pub notice: Option<String>,
    /// SHA-256 of the original bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Where the source as a whole is cited.
    pub cited_in: Vec<Back>,
}

/// A passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The passage itself.
    pub excerpt: ExcerptId,
    /// The source's words, in the note's quotation marks.
    pub quote: String,
    /// BCP 47 tag of the words, if other than the note's.
    pub language: Option<String>,
    /// The words in the note's language.
    pub translation: Option<String>,
    /// "Rubio, on record, 22 April 2025".
    pub attribution: String,
    /// Number of its source, from 1.
    pub source: u32,
    /// Where in the source: "p. 1, para 3".
    pub locator: String,
    /// "B2", or why there is none.
    pub grade: String,
    /// Not to be relied on: its source was withdrawn, or the words are no longer found in it.
    pub doubtful: bool,
    /// Who, short, for the margin: "Rubio".
    pub margin_who: String,
    /// When, short, for the margin: "22 Apr"; empty where it is not known.
    pub margin_when: String,
    /// How and how good, short, for the margin: "on record · B2".
    pub margin_how: String,
    /// Where it is cited.
    pub cited_in: Vec<Back>,
}

/// A way back from Annex A to where something is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Back {
    /// Name of the place.
    pub place: String,
    /// What is printed.
    pub label: Label,
}

/// What is printed for a way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// A paragraph's number: `13`.
    Paragraph(String),
    /// A table's number.
    Table(u32),
    /// The page it falls on, known after layout: `p. 4`.
    Page,
}
