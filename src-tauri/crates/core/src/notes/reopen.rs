//! A note back from its file copy: into this dossier or another one, to be edited on.
//!
//! What is here already stays as it is. A source that is not here comes in by its quoted passages alone, with the
//! hash of the document they were taken from: when that very document is imported, it takes their place.

use super::block::BlockRow;
use super::{Block, Body, Inline, Note, NoteSnapshot};
use crate::content::ContentHash;
use crate::dossier::{Dossier, DossierHead};
use crate::error::{Error, Result};
use crate::excerpts::Excerpt;
use crate::excerpts::anchor;
use crate::ids::{BlockId, NoteId, PositionId, SourceId};
use crate::positions::queries as positions;
use crate::positions::{Position, PositionState};
use crate::sources::{NewSource, Source, Span, SpanKind, Structure};
use crate::store::content;
use crate::store::row::Stored;
use crate::transact::{Done, Op, Stamp, Tx};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What came of reopening a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Reopened {
    /// The note, as it is here.
    pub note: Note,
    /// It was here already, so this is a second one beside it.
    pub beside: bool,
    /// Things it draws on that were here already and have changed since: they are as they were here.
    pub differing: u32,
    /// Sources that are here by their quoted passages only.
    pub in_passages: u32,
}

/// Shown with a source that is here by its passages only.
const PASSAGES: &str = "Only the passages that a reopened note quotes are here. Import the document itself to have it \
    whole: it is recognised, and the passages are found in it again.";

/// What stands between two passages.
const GAP: &str = "\n\n[…]\n\n";

impl Dossier {
    /// Puts the note of `record` into this dossier with everything it draws on that is not here yet. If a note of its
    /// id is here, it comes beside it as `note`, its blocks named by `block`.
    pub fn reopen_note(
        &mut self,
        record: NoteSnapshot,
        pictures: &[Vec<u8>],
        note: NoteId,
        block: impl FnMut() -> BlockId,
        stamp: &Stamp,
    ) -> Result<Done<Reopened>> {
        self.transact(Op::ReopenNote, stamp, |tx| tx.reopen_note(record, pictures, note, block))
    }

    /// Puts a document in the place of the passages that stood for it.
    pub fn complete_source(&mut self, id: SourceId, new: &NewSource, stamp: &Stamp) -> Result<Done<Source>> {
        self.transact(Op::CompleteSource, stamp, |tx| tx.complete_source(id, new))
    }

    /// Whether only passages of the source are here, not the document itself.
    pub fn source_in_passages(&self, source: &Source) -> Result<bool> {
        Ok(!self.source_structure(source)?.numbers.is_empty())
    }
}

impl Tx<'_> {
    fn reopen_note(
        &mut self,
        record: NoteSnapshot,
        pictures: &[Vec<u8>],
        new: NoteId,
        block: impl FnMut() -> BlockId,
    ) -> Result<Reopened> {
        for picture in pictures {
            self.keep(picture)?;
        }
        self.take_on(&record.dossier)?;
        let mut differing = 0;
        for actor in &record.actors {
            differing += self.bring(actor)?;
        }
        for issue in &record.issues {
            differing += self.bring(issue)?;
        }
        let in_passages = self.bring_sources(&record)?;
        for excerpt in &record.excerpts {
            if let Some(here) = here::<Excerpt>(self.connection, &excerpt.key())? {
                differing += u32::from(here.quote != excerpt.quote || here.source != excerpt.source);
            }
        }
        differing += self.bring_positions(&record.positions)?;
        let (note, beside) = self.bring_note(record.note, record.blocks, new, block)?;
        self.about(note.title.clone());
        Ok(Reopened { note, beside, differing, in_passages })
    }

    /// A dossier in which nothing was done yet takes on the markings, the language and the paper that the note comes from.
    fn take_on(&mut self, from: &DossierHead) -> Result<()> {
        let used: bool = self.connection.query_row(
            "SELECT EXISTS (SELECT 1 FROM source UNION ALL SELECT 1 FROM actor UNION ALL SELECT 1 FROM issue
             UNION ALL SELECT 1 FROM note)",
            [],
            |row| row.get(0),
        )?;
        if used {
            return Ok(());
        }
        let Some(mut head) = DossierHead::select(self.connection, "", [])?.pop() else { return Ok(()) };
        let DossierHead { language, marking_scheme, marking, unit, paper, .. } = from.clone();
        (head.language, head.marking_scheme, head.marking) = (language, marking_scheme, marking);
        (head.unit, head.paper) = (unit, paper);
        self.put(&head)
    }

    /// Writes what is not here yet; 1 if it is here and says something else.
    fn bring<T: Stored + PartialEq>(&mut self, thing: &T) -> Result<u32> {
        match here::<T>(self.connection, &thing.key())? {
            Some(here) => Ok(u32::from(here != *thing)),
            None => self.put(thing).map(|()| 0),
        }
    }

    /// Sources that are not here, each with its passages as its text; how many those are.
    fn bring_sources(&mut self, record: &NoteSnapshot) -> Result<u32> {
        let mut missing: BTreeMap<SourceId, &Source> = BTreeMap::new();
        for source in &record.sources {
            if here::<Source>(self.connection, &source.key())?.is_none() {
                missing.insert(source.id, source);
            }
        }
        let mut in_passages = 0;
        for source in missing.values() {
            let mut passages: Vec<(&Excerpt, u32)> = record
                .excerpts
                .iter()
                .zip(record.paragraphs.iter().copied())
                .filter(|(excerpt, _)| excerpt.source == source.id)
                .collect();
            passages.sort_by_key(|(excerpt, _)| (excerpt.start, excerpt.end));
            in_passages += u32::from(self.bring_source(source, &passages, &missing)?);
        }
        Ok(in_passages)
    }

    /// Whether only its passages are here.
    fn bring_source(
        &mut self,
        source: &Source,
        passages: &[(&Excerpt, u32)],
        coming: &BTreeMap<SourceId, &Source>,
    ) -> Result<bool> {
        let mut source = source.clone();
        let known = |id: &SourceId| coming.contains_key(id) || Source::get(self.connection, *id).is_ok();
        source.superseded_by = source.superseded_by.filter(known);
        source.translation_of = source.translation_of.filter(known);
        let whole = content::held(self.connection, &source.original)?
            && content::held(self.connection, &source.text)?
            && content::held(self.connection, &source.structure)?;
        if whole {
            source.html = match source.html {
                Some(html) if content::held(self.connection, &html)? => Some(html),
                _ => None,
            };
            self.put(&source)?;
            for (excerpt, _) in passages {
                self.bring(*excerpt)?;
            }
            return Ok(false);
        }
        content::name(self.connection, &source.original)?;
        let skeleton = Skeleton::of(passages);
        source.text = self.keep_text(&skeleton.text)?;
        source.structure = self.keep(&serde_json::to_vec(&skeleton.structure)?)?;
        source.html = None;
        source.characters = skeleton.text.chars().count() as u32;
        source.warnings = vec![PASSAGES.to_owned()];
        self.put(&source)?;
        for ((excerpt, _), start) in passages.iter().zip(skeleton.starts) {
            let length = excerpt.quote.chars().count() as u32;
            self.bring(&Excerpt { start, end: start + length, ..(*excerpt).clone() })?;
        }
        Ok(true)
    }

    /// Positions that are not here; those whose place they take no longer stand.
    fn bring_positions(&mut self, coming: &[Position]) -> Result<u32> {
        let names: BTreeSet<_> = coming.iter().map(|position| position.id).collect();
        let mut differing = 0;
        let mut replaced = Vec::new();
        for position in coming {
            let here = positions::select(self.connection, "WHERE position.id = ?", [position.id])?.pop();
            if let Some(here) = here {
                differing += u32::from(here != *position);
                continue;
            }
            let known = |id: &PositionId| names.contains(id) || Position::get(self.connection, *id).is_ok();
            let supersedes = position.supersedes.filter(known);
            replaced.extend(supersedes);
            self.put_position(&Position { supersedes, ..position.clone() })?;
        }
        for position in replaced {
            self.set_state(Some(position), PositionState::Superseded)?;
        }
        Ok(differing)
    }

    fn bring_note(
        &mut self,
        mut note: Note,
        blocks: Vec<Block>,
        new: NoteId,
        mut block: impl FnMut() -> BlockId,
    ) -> Result<(Note, bool)> {
        let beside = here::<Note>(self.connection, &note.id.to_string())?.is_some();
        let mut names: BTreeMap<BlockId, BlockId> = BTreeMap::new();
        if beside {
            note.id = new;
        }
        for one in &blocks {
            let taken = here::<BlockRow>(self.connection, &one.id.to_string())?.is_some();
            names.insert(one.id, if beside || taken { block() } else { one.id });
        }
        self.put(&note)?;
        for mut one in blocks {
            one.id = names[&one.id];
            one.note = note.id;
            one.body.rename_blocks(&names);
            self.put(&BlockRow::from(one.clone()))?;
            self.link(&one)?;
        }
        Ok((note, beside))
    }

    fn complete_source(&mut self, id: SourceId, new: &NewSource) -> Result<Source> {
        let mut source = Source::get(self.connection, id)?;
        if ContentHash::of(&new.original) != source.original {
            return Err(Error::rule("These are not the bytes that the passages were taken from."));
        }
        self.keep(&new.original)?;
        let text = &new.text;
        for mut excerpt in Excerpt::select(self.connection, "WHERE source = ?", [id])? {
            match anchor::find(text, &excerpt.anchor()) {
                Some((start, end)) => {
                    (excerpt.start, excerpt.end, excerpt.orphan) = (start, end, false);
                }
                None => excerpt.orphan = true,
            }
            self.put(&excerpt)?;
        }
        source.text = self.keep_text(text)?;
        source.structure = self.keep(&serde_json::to_vec(&new.structure)?)?;
        source.html = new.html.as_ref().map(|html| self.keep(html.as_bytes())).transpose()?;
        source.characters = text.chars().count() as u32;
        source.recognised.clone_from(&new.recognised);
        source.warnings.clone_from(&new.warnings);
        self.about(source.title.clone());
        self.put(&source)?;
        Ok(source)
    }
}

/// The row of that id, if it is here.
fn here<T: Stored>(connection: &Connection, id: &str) -> Result<Option<T>> {
    Ok(T::select(connection, "WHERE id = ?", [id])?.pop())
}

/// A text made of passages, each found in it where it says.
struct Skeleton {
    text: String,
    structure: Structure,
    starts: Vec<u32>,
}

impl Skeleton {
    fn of(passages: &[(&Excerpt, u32)]) -> Self {
        let mut skeleton = Self { text: String::new(), structure: Structure::default(), starts: Vec::new() };
        let mut length = 0;
        for (excerpt, number) in passages {
            if length > 0 {
                skeleton.add(GAP, &mut length);
                skeleton.structure.numbers.push(*number);
            }
            skeleton.starts.push(length);
            let start = length;
            skeleton.add(&excerpt.quote, &mut length);
            let inside = anchor::paragraph_number(&excerpt.quote, u32::MAX);
            skeleton.structure.numbers.extend((0..inside).map(|step| number + step));
            let (kind, level) = (SpanKind::Paragraph, 0);
            skeleton.structure.spans.push(Span { start, end: length, kind, level, number: None });
        }
        skeleton
    }

    fn add(&mut self, text: &str, length: &mut u32) {
        self.text.push_str(text);
        *length += text.chars().count() as u32;
    }
}

fn rename_blocks(text: &mut [Inline], names: &BTreeMap<BlockId, BlockId>) {
    for inline in text {
        match inline {
            Inline::Reference { block } => *block = names.get(block).copied().unwrap_or(*block),
            Inline::Footnote { text } => rename_blocks(text, names),
            _ => {}
        }
    }
}

impl Body {
    /// Names blocks anew wherever they are referred to.
    pub(super) fn rename_blocks(&mut self, names: &BTreeMap<BlockId, BlockId>) {
        for text in self.texts_mut() {
            rename_blocks(text, names);
        }
    }
}
