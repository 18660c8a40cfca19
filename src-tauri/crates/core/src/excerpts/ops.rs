//! Keeping passages, and what is said about them.

use super::{Excerpt, Verification, anchor};
use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::ids::{ExcerptId, SourceId};
use crate::positions::EvidenceRow;
use crate::sources::{Source, Structure};
use crate::store::content;
use crate::store::row::Stored;
use crate::transact::{Done, Op, Stamp, Tx};
use serde::{Deserialize, Serialize};

/// A passage to keep. Positions count Unicode scalar values of the source's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewExcerpt {
    /// Its name.
    pub id: ExcerptId,
    /// The source.
    pub source: SourceId,
    /// First character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
}

/// What a person may say about an excerpt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ExcerptFacts {
    /// A remark.
    pub memo: Option<String>,
    /// The quote in the dossier's language.
    pub translation: Option<String>,
    /// 1 (confirmed) to 6 (cannot be judged).
    pub credibility: Option<u8>,
    /// Whether somebody has checked it.
    pub verification: Verification,
    /// Protective marking.
    pub marking: Option<String>,
}

impl Dossier {
    /// Keeps a passage.
    pub fn keep_excerpt(&mut self, new: &NewExcerpt, stamp: &Stamp) -> Result<Done<Excerpt>> {
        self.transact(Op::KeepExcerpt, stamp, |tx| tx.keep_excerpt(new))
    }

    /// Says something about an excerpt.
    pub fn edit_excerpt(
        &mut self,
        id: ExcerptId,
        facts: ExcerptFacts,
        stamp: &Stamp,
    ) -> Result<Done<Excerpt>> {
        self.transact(Op::EditExcerpt, stamp, |tx| tx.edit_excerpt(id, facts))
    }

    /// Drops an excerpt; positions lose it as evidence.
    pub fn delete_excerpt(&mut self, id: ExcerptId, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::DeleteExcerpt, stamp, |tx| {
            let excerpt = Excerpt::get(tx.connection, id)?;
            tx.about(excerpt.short_quote());
            for evidence in EvidenceRow::select(tx.connection, "WHERE excerpt = ?", [id])? {
                tx.remove::<EvidenceRow>(&evidence.id)?;
            }
            tx.remove::<Excerpt>(&id.to_string())
        })
    }
}

impl Tx<'_> {
    /// Keeps a passage.
    pub fn keep_excerpt(&mut self, new: &NewExcerpt) -> Result<Excerpt> {
        if let Ok(there) = Excerpt::get(self.connection, new.id)
            && (there.source, there.start, there.end) == (new.source, new.start, new.end)
        {
            return Ok(there);
        }
        let source = Source::get(self.connection, new.source)?;
        let text = content::read_text(self.connection, &source.text)?;
        let anchor = anchor::describe(&text, new.start, new.end)
            .ok_or_else(|| Error::rule("The passage lies outside the source’s text."))?;
        let structure: Structure =
            serde_json::from_slice(&content::read(self.connection, &source.structure)?)?;
        let page = structure.page_of(new.start);
        let excerpt = Excerpt::kept(new.id, new.source, anchor, page, self.stamp.at);
        self.about(excerpt.short_quote());
        self.insert(&excerpt)?;
        Ok(excerpt)
    }

    /// Says something about an excerpt.
    pub fn edit_excerpt(&mut self, id: ExcerptId, facts: ExcerptFacts) -> Result<Excerpt> {
        if facts.credibility.is_some_and(|grade| !(1..=6).contains(&grade)) {
            return Err(Error::rule("Credibility is a grade from 1 to 6."));
        }
        let mut excerpt = Excerpt::get(self.connection, id)?;
        excerpt.memo = facts.memo;
        excerpt.translation = facts.translation;
        excerpt.credibility = facts.credibility;
        excerpt.verification = facts.verification;
        excerpt.marking = facts.marking;
        self.about(excerpt.short_quote());
        self.put(&excerpt)?;
        Ok(excerpt)
    }
}
