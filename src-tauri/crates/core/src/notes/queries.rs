//! Reading notes.

use super::block::BlockRow;
use super::{Analysis, Block, Body, Note, NoteSnapshot, Pictures};
use crate::actors::queries::in_tree_order;
use crate::analysis::withdrawals;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::excerpts::{Excerpt, anchor};
use crate::ids::NoteId;
use crate::issues::queries::in_order;
use crate::positions::queries as positions;
use crate::sources::{Source, Structure};
use crate::store::content;
use crate::store::row::Stored;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A note with its body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NoteWithBlocks {
    /// The note.
    pub note: Note,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// A note as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ListedNote {
    /// The note.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", ts(flatten))]
    pub note: Note,
    /// Whether somebody cleared this version in the words that it has; otherwise it is a draft.
    pub is_cleared: bool,
}

impl Dossier {
    /// All notes as they are listed, the latest begun first.
    pub fn listed_notes(&self) -> Result<Vec<ListedNote>> {
        let is_cleared = |note: &Note| -> Result<bool> {
            let same = note.clearance.as_ref().is_some_and(|clearance| clearance.version == note.version);
            Ok(same && note.clearance_of(&self.note(note.id)?.blocks).is_some())
        };
        let listed = |note: Note| Ok(ListedNote { is_cleared: is_cleared(&note)?, note });
        self.notes()?.into_iter().map(listed).collect()
    }

    /// All notes, the latest begun first.
    pub fn notes(&self) -> Result<Vec<Note>> {
        Note::select(&self.store.connection, "ORDER BY n DESC", [])
    }

    /// One note with its body.
    pub fn note(&self, id: NoteId) -> Result<NoteWithBlocks> {
        let connection = &self.store.connection;
        let note = Note::get(connection, id)?;
        let blocks = BlockRow::select(connection, "WHERE note = ? ORDER BY place, n", [id])?;
        Ok(NoteWithBlocks { note, blocks: blocks.into_iter().map(Block::from).collect() })
    }

    /// The note with everything it draws on, in one read.
    pub fn note_snapshot(&self, id: NoteId) -> Result<NoteSnapshot> {
        let connection = &self.store.connection;
        let read = connection.unchecked_transaction()?;
        let NoteWithBlocks { note, blocks } = self.note(id)?;
        let excerpts = Excerpt::select(
            connection,
            "WHERE id IN (SELECT excerpt FROM evidence)
                OR id IN (SELECT atom FROM block, json_tree(body) WHERE note = ?)
             ORDER BY n",
            [id],
        )?;
        let sources = Source::select(
            connection,
            "WHERE id IN (SELECT source FROM excerpt)
                OR id IN (SELECT atom FROM block, json_tree(body) WHERE note = ?)
             ORDER BY n",
            [id],
        )?;
        let tells_changes =
            |block: &Block| matches!(block.body, Body::Analysis { of: Analysis::Changes { .. }, .. });
        let withdrawn =
            if blocks.iter().any(tells_changes) { withdrawals(connection)? } else { BTreeMap::new() };
        let snapshot = NoteSnapshot {
            dossier: self.head()?,
            note,
            blocks,
            actors: in_tree_order(connection)?.into_iter().map(|(actor, _)| actor).collect(),
            issues: in_order(connection)?,
            positions: positions::select(connection, "ORDER BY issue, as_of, n", [])?,
            paragraphs: paragraphs(&read, &excerpts, &sources)?,
            excerpts,
            sources,
            withdrawn,
        };
        Ok(snapshot)
    }
}

impl Dossier {
    /// The bytes of the pictures in a note. One that is not here is left out.
    pub fn note_pictures(&self, snapshot: &NoteSnapshot) -> Result<Pictures> {
        let mut pictures = Pictures::new();
        for block in &snapshot.blocks {
            if let Body::Picture { content, .. } = &block.body
                && content::held(&self.store.connection, content)?
            {
                pictures.insert(content.clone(), content::read(&self.store.connection, content)?);
            }
        }
        Ok(pictures)
    }
}

/// The number of the paragraph each excerpt stands in.
fn paragraphs(
    connection: &rusqlite::Connection,
    excerpts: &[Excerpt],
    sources: &[Source],
) -> Result<Vec<u32>> {
    let mut numbers = vec![0; excerpts.len()];
    let mut by_source: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, excerpt) in excerpts.iter().enumerate() {
        by_source.entry(excerpt.source).or_default().push(at);
    }
    for source in sources {
        let Some(places) = by_source.get(&source.id) else { continue };
        let text = content::read_text(connection, &source.text)?;
        let structure: Structure = serde_json::from_slice(&content::read(connection, &source.structure)?)?;
        for at in places {
            let here = anchor::paragraph_number(&text, excerpts[*at].start);
            numbers[*at] = structure.numbers.get(here as usize - 1).copied().unwrap_or(here);
        }
    }
    Ok(numbers)
}
