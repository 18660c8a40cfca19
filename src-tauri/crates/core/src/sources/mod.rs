//! Sources: documents somebody else wrote, kept for good.
//!
//! The original bytes and the extracted text never change after import; corrections are memos, and a better
//! copy of a document is a new source that supersedes the old one. A source that came with a reopened note holds only
//! the passages quoted there, until the very document they were taken from is imported.

pub mod likeness;
pub mod ops;
pub mod queries;
pub mod recognition;
pub mod versions;

use crate::content::ContentHash;
use crate::ids::SourceId;
use crate::store::codec::{Json, words};
use crate::store::row::stored;
use crate::time::{Moment, PartialDate};
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

words! {
    /// What sort of document a source is.
    SourceKind {
        /// A piece in the press.
        Article = "article",
        /// A statement put out in somebody's name.
        Statement = "statement",
        /// Words spoken in public.
        Speech = "speech",
        /// The text of a treaty or agreement.
        TreatyText = "treaty_text",
        /// A draft that was not meant to be public.
        LeakedDraft = "leaked_draft",
        /// A record of a meeting.
        RecordOfMeeting = "record_of_meeting",
        /// A report.
        Report = "report",
        /// An e-mail.
        Email = "email",
        /// Anything else.
        Other = "other",
    }
    /// How reliable the source is (Admiralty code, first character).
    Reliability {
        /// Completely reliable.
        A = "A",
        /// Usually reliable.
        B = "B",
        /// Fairly reliable.
        C = "C",
        /// Not usually reliable.
        D = "D",
        /// Unreliable.
        E = "E",
        /// Cannot be judged.
        F = "F",
    }
    /// Whether a source may still be relied on.
    SourceState {
        /// In use.
        Active = "active",
        /// Taken back, with a reason.
        Withdrawn = "withdrawn",
        /// A newer version is in the dossier.
        Superseded = "superseded",
    }
    /// What a stretch of a source's text is.
    SpanKind {
        /// Running text.
        Paragraph = "paragraph",
        /// A heading.
        Heading = "heading",
        /// One point of a list.
        ListItem = "list_item",
        /// A quotation set apart.
        Quote = "quote",
        /// One row of a table.
        TableRow = "table_row",
        /// Text whose spaces count.
        Code = "code",
    }
}

/// A document somebody else wrote. Its texts and bytes are kept apart, by hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Source {
    /// Its name.
    pub id: SourceId,
    /// Title as published, or as guessed.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published, as far as known.
    pub published: Option<PartialDate>,
    /// When it was fetched.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub accessed: Option<Moment>,
    /// Where it was fetched.
    pub url: Option<String>,
    /// What sort of document it is.
    pub kind: SourceKind,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Grade of the source.
    pub reliability: Option<Reliability>,
    /// Protective marking.
    pub marking: Option<String>,
    /// Whether it may be relied on.
    pub state: SourceState,
    /// Why it was withdrawn.
    pub state_reason: Option<String>,
    /// The newer version.
    pub superseded_by: Option<SourceId>,
    /// The source this one translates.
    pub translation_of: Option<SourceId>,
    /// The file's own name, without a path.
    pub file_name: Option<String>,
    /// Media type of the original bytes.
    pub media_type: String,
    /// The original bytes.
    pub original: ContentHash,
    /// The extracted text, UTF-8, newlines `\n`.
    pub text: ContentHash,
    /// [`Structure`] as JSON.
    pub structure: ContentHash,
    /// Sanitised HTML, if the document had any.
    pub html: Option<ContentHash>,
    /// Length of the text in Unicode scalar values.
    pub characters: u32,
    /// The pages whose words were recognised in pictures, if there are any: they may be wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub recognised: Option<PageNumbers>,
    /// Names of the fields above that were guessed on import and not yet looked at.
    pub guessed: Vec<String>,
    /// Sentences about what the import could not keep.
    pub warnings: Vec<String>,
    /// When it came into the dossier.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub added_at: Moment,
}

stored!(Source, "source": plain id, plain title, plain publisher, json authors, plain published, plain accessed, plain url,
    plain kind, plain language, plain reliability, plain marking, plain state, plain state_reason, plain superseded_by,
    plain translation_of, plain file_name, plain media_type, plain original, plain text, plain structure, plain html,
    plain characters, plain recognised, json guessed, json warnings, plain added_at);

impl Source {
    /// Whether the words of a passage that begins on this page were recognised in its picture.
    #[must_use]
    pub fn is_recognised(&self, page: Option<u32>) -> bool {
        self.recognised.as_ref().zip(page).is_some_and(|(pages, page)| pages.0.contains(&page))
    }
}

/// Numbers of pages, from 1; never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PageNumbers(Vec<u32>);

impl PageNumbers {
    /// `None` for no pages.
    #[must_use]
    pub fn of(pages: Vec<u32>) -> Option<Self> {
        (!pages.is_empty()).then_some(Self(pages))
    }

    /// The numbers, in order.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        self.0.iter().copied()
    }
}

impl ToSql for PageNumbers {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        crate::store::row::owned(&Json(&self.0)).map(ToSqlOutput::Owned)
    }
}

impl FromSql for PageNumbers {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Json::column_result(value).map(|Json(pages)| Self(pages))
    }
}

/// That a source was opened here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) id: SourceId,
    pub(crate) at: Moment,
}

stored!(Reading, "reading": plain id, plain at);

/// How a source's text is built: stretches in order, and where pages start. Positions count Unicode scalar values.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Structure {
    /// Stretches in order, not overlapping.
    pub spans: Vec<Span>,
    /// Where each page starts; empty for documents without pages.
    pub pages: Vec<PageStart>,
    /// For a source that is here by its passages only: the number that each paragraph of this text has in the whole
    /// document. Empty for whole documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<u32>>"))]
    pub numbers: Vec<u32>,
    /// The pages, from 1, whose words are missing because they are pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<u32>>"))]
    pub pictured: Vec<u32>,
}

impl Structure {
    /// The number, from 1, of the page that a character stands on, if there are pages.
    pub(crate) fn page_of(&self, start: u32) -> Option<u32> {
        let page = self.pages.iter().take_while(|page| page.start <= start).count() as u32;
        (page > 0).then_some(page)
    }

    /// The characters of a page, which is counted from 1, in a text of so many; `None` if there is no such page.
    pub(crate) fn range_of_page(&self, page: u32, characters: u32) -> Option<(u32, u32)> {
        let place = page.checked_sub(1)? as usize;
        let start = self.pages.get(place)?.start;
        Some((start, self.pages.get(place + 1).map_or(characters, |next| next.start)))
    }
}

/// One stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Span {
    /// First character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
    /// What it is.
    pub kind: SpanKind,
    /// Heading or list level from 1; 0 where there is none.
    pub level: u8,
    /// The number of a list's item, where the document numbers them; not part of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub number: Option<u32>,
}

/// Where a page starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PageStart {
    /// First character on the page.
    pub start: u32,
    /// The page's own label, often its number.
    pub label: String,
}

/// What an import hands over: everything about a document that is not about this dossier.
#[derive(Debug, Clone)]
pub struct NewSource {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When it was fetched.
    pub accessed: Option<Moment>,
    /// Where it was fetched.
    pub url: Option<String>,
    /// What sort of document it is.
    pub kind: SourceKind,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Grade, if one is set on import.
    pub reliability: Option<Reliability>,
    /// Marking, if one is set on import.
    pub marking: Option<String>,
    /// The file's own name.
    pub file_name: Option<String>,
    /// Media type of `original`.
    pub media_type: String,
    /// The bytes as they came.
    pub original: Vec<u8>,
    /// The text found in them.
    pub text: String,
    /// How the text is built.
    pub structure: Structure,
    /// Sanitised HTML.
    pub html: Option<String>,
    /// Pages whose words were recognised.
    pub recognised: Option<PageNumbers>,
    /// Fields that were guessed.
    pub guessed: Vec<String>,
    /// What could not be kept.
    pub warnings: Vec<String>,
}
