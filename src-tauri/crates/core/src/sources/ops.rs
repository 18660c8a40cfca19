//! Bringing sources in, and changing what is said about them. Nothing here changes their words.

use super::{NewSource, Reading, Reliability, Source, SourceKind, SourceState};
use crate::dossier::Dossier;
use crate::error::{Error, Result, counted};
use crate::excerpts::Excerpt;
use crate::ids::SourceId;
use crate::store::row::Stored;
use crate::time::{Moment, PartialDate};
use crate::transact::{Done, Op, Stamp, Tx};
use serde::{Deserialize, Serialize};

/// What a person may correct about a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SourceFacts {
    /// Title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published.
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
    /// Grade.
    pub reliability: Option<Reliability>,
    /// Protective marking.
    pub marking: Option<String>,
    /// The source this one translates.
    pub translation_of: Option<SourceId>,
}

impl Dossier {
    /// Keeps a document: its bytes, its text, and what is known about it.
    pub fn import_source(&mut self, id: SourceId, new: NewSource, stamp: &Stamp) -> Result<Done<Source>> {
        self.transact(Op::ImportSource, stamp, |tx| tx.import_source(id, new))
    }

    /// Corrects what is known about a source; what was guessed counts as looked at.
    pub fn edit_source(&mut self, id: SourceId, facts: SourceFacts, stamp: &Stamp) -> Result<Done<Source>> {
        self.transact(Op::EditSource, stamp, |tx| {
            tx.change_source(id, |source| {
                source.title = required(facts.title, "a title")?;
                source.publisher = facts.publisher;
                source.authors = facts.authors;
                source.published = facts.published;
                source.accessed = facts.accessed;
                source.url = facts.url;
                source.kind = facts.kind;
                source.language = facts.language;
                source.reliability = facts.reliability;
                source.marking = facts.marking;
                source.translation_of = facts.translation_of;
                source.guessed.clear();
                Ok(())
            })
        })
    }

    /// Remembers that the source was opened. No step to undo.
    pub fn mark_source_read(&mut self, id: SourceId, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::ReadSource, stamp, |tx| {
            if Reading::get(tx.connection, id).is_err() {
                tx.about(Source::get(tx.connection, id)?.title);
                tx.put(&Reading { id, at: stamp.at })?;
            }
            Ok(())
        })
    }

    /// Says that a source may no longer be relied on, and why. Its excerpts stay, and say so.
    pub fn withdraw_source(&mut self, id: SourceId, reason: String, stamp: &Stamp) -> Result<Done<Source>> {
        self.transact(Op::WithdrawSource, stamp, |tx| {
            tx.change_source(id, |source| {
                if source.state == SourceState::Superseded {
                    return Err(Error::rule(format!(
                        "A newer version of “{}” is in its place. Withdraw that one, or reinstate this one first.",
                        source.title
                    )));
                }
                source.state = SourceState::Withdrawn;
                source.state_reason = Some(required(reason, "a reason")?);
                Ok(())
            })
        })
    }

    /// Says that a source that was withdrawn or superseded may be relied on again.
    pub fn reinstate_source(&mut self, id: SourceId, stamp: &Stamp) -> Result<Done<Source>> {
        self.transact(Op::ReinstateSource, stamp, |tx| {
            let mut source = Source::get(tx.connection, id)?;
            if source.state == SourceState::Superseded {
                tx.stand_beside(&mut source)?;
            }
            source.state = SourceState::Active;
            source.state_reason = None;
            tx.about(source.title.clone());
            tx.put(&source)?;
            Ok(source)
        })
    }

    /// Takes a source out, with the excerpts nothing rests on. Refuses while a position or another source needs it.
    pub fn delete_source(&mut self, id: SourceId, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::DeleteSource, stamp, |tx| {
            let source = Source::get(tx.connection, id)?;
            let used: u32 = tx.connection.query_row(
                "SELECT count(DISTINCT position) FROM evidence JOIN excerpt ON excerpt.id = excerpt WHERE source = ?",
                [id],
                |row| row.get(0),
            )?;
            if used > 0 {
                return Err(Error::rule(format!(
                    "“{}” is evidence for {}. Withdraw it instead: its words stay and say so.",
                    source.title,
                    counted(used, "position")
                )));
            }
            let needed: bool = tx.connection.query_row(
                "SELECT EXISTS (SELECT 1 FROM source WHERE superseded_by = ?1 OR translation_of = ?1)",
                [id],
                |row| row.get(0),
            )?;
            if needed {
                return Err(Error::rule(format!("Another source refers to “{}” as its original or newer version.", source.title)));
            }
            tx.about(source.title);
            for excerpt in Excerpt::select(tx.connection, "WHERE source = ?", [id])? {
                tx.remove::<Excerpt>(&excerpt.id.to_string())?;
            }
            tx.remove::<Source>(&id.to_string())
        })
    }
}

impl Tx<'_> {
    /// Keeps a document.
    pub fn import_source(&mut self, id: SourceId, new: NewSource) -> Result<Source> {
        let text = self.keep_text(&new.text)?;
        let original = self.keep(&new.original)?;
        if let Ok(there) = Source::get(self.connection, id)
            && there.original == original
        {
            return Ok(there);
        }
        let source = Source {
            id,
            title: required(new.title, "a title")?,
            publisher: new.publisher,
            authors: new.authors,
            published: new.published,
            accessed: new.accessed,
            url: new.url,
            kind: new.kind,
            language: new.language,
            reliability: new.reliability,
            marking: new.marking,
            state: SourceState::Active,
            state_reason: None,
            superseded_by: None,
            translation_of: None,
            file_name: new.file_name,
            media_type: new.media_type,
            original,
            text,
            structure: self.keep(&serde_json::to_vec(&new.structure)?)?,
            html: new.html.map(|html| self.keep(html.as_bytes())).transpose()?,
            characters: new.text.chars().count() as u32,
            recognised: new.recognised,
            guessed: new.guessed,
            warnings: new.warnings,
            added_at: self.stamp.at,
        };
        self.about(source.title.clone());
        self.insert(&source)?;
        Ok(source)
    }

    fn change_source(
        &mut self,
        id: SourceId,
        change: impl FnOnce(&mut Source) -> Result<()>,
    ) -> Result<Source> {
        let mut source = Source::get(self.connection, id)?;
        change(&mut source)?;
        self.about(source.title.clone());
        self.put(&source)?;
        Ok(source)
    }
}

/// A text that must say something.
pub(crate) fn required(text: String, what: &str) -> Result<String> {
    if text.trim().is_empty() { Err(Error::rule(format!("It needs {what}."))) } else { Ok(text) }
}
