//! Excerpts: passages of sources, kept so that they can be found again.
//!
//! An excerpt holds its place in the text, the words themselves and the words around them: the text position
//! and text quote selectors of the W3C Web Annotation Data Model (4.2.4, 4.2.5).

pub mod anchor;
pub mod carry;
pub mod on_page;
pub mod ops;
pub mod pages;
pub mod queries;

use crate::content::ContentHash;
use crate::ids::{ExcerptId, SourceId};
use crate::store::codec::words;
use crate::store::row::stored;
use crate::time::Moment;
use anchor::Anchor;
use serde::{Deserialize, Serialize};

words! {
    /// Whether somebody has checked what a passage says.
    Verification {
        /// Nobody has.
        Unverified = "unverified",
        /// It was confirmed.
        Verified = "verified",
        /// It was contested.
        Disputed = "disputed",
    }
}

/// A passage of a source. Positions count Unicode scalar values of the extracted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Excerpt {
    /// Its name.
    pub id: ExcerptId,
    /// The source it stands in.
    pub source: SourceId,
    /// First character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
    /// The words themselves.
    pub quote: String,
    /// The words before, up to 32 characters.
    pub prefix: String,
    /// The words after, up to 32 characters.
    pub suffix: String,
    /// The hash of `quote`, so that a flipped bit is noticed.
    pub quote_hash: ContentHash,
    /// Whether the words can no longer be found in the source.
    pub orphan: bool,
    /// Page it stands on, from 1, where the source has pages.
    pub page: Option<u32>,
    /// A remark of the reader's.
    pub memo: Option<String>,
    /// The quote in the dossier's language.
    pub translation: Option<String>,
    /// How credible the information is, 1 (confirmed) to 6 (cannot be judged): Admiralty code, second character.
    pub credibility: Option<u8>,
    /// Whether somebody has checked it.
    pub verification: Verification,
    /// Protective marking, if other than the source's.
    pub marking: Option<String>,
    /// When it was kept.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub created_at: Moment,
}

stored!(Excerpt, "excerpt": plain id, plain source, plain start, plain end, plain quote, plain prefix, plain suffix,
    plain quote_hash, plain orphan, plain page, plain memo, plain translation, plain credibility, plain verification,
    plain marking, plain created_at);

impl Excerpt {
    /// A passage as it is kept, before anything was said about it.
    pub(crate) fn kept(
        id: ExcerptId,
        source: SourceId,
        anchor: Anchor,
        page: Option<u32>,
        at: Moment,
    ) -> Self {
        let Anchor { start, end, quote, prefix, suffix } = anchor;
        Self {
            id,
            source,
            start,
            end,
            quote_hash: ContentHash::of(quote.as_bytes()),
            quote,
            prefix,
            suffix,
            orphan: false,
            page,
            memo: None,
            translation: None,
            credibility: None,
            verification: Verification::Unverified,
            marking: None,
            created_at: at,
        }
    }

    /// Where it stands, told so that it can be found again.
    pub(crate) fn anchor(&self) -> Anchor {
        let Self { start, end, quote, prefix, suffix, .. } = self.clone();
        Anchor { start, end, quote, prefix, suffix }
    }

    /// The first words of the quote, for the history.
    pub(crate) fn short_quote(&self) -> String {
        const LONGEST: usize = 60;
        let line: String = self.quote.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(LONGEST) {
            Some((at, _)) => {
                let cut = line[..at].rfind(' ').unwrap_or(at);
                format!("{}…", &line[..cut])
            }
            None => line,
        }
    }
}
