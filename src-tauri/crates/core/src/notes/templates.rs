//! Templates of the user's own, made from notes, and notes made from notes.

use super::block::BlockRow;
use super::ops::{NewBlock, NoteFacts};
use super::{Analysis, Block, Body, Note};
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::{BlockId, NoteId, TemplateId};
use crate::sources::ops::required;
use crate::store::codec::words;
use crate::store::row::{Stored, stored};
use crate::time::Moment;
use crate::transact::{Done, Op, Stamp, Tx};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// What becomes of a note's words in the template made from it.
    TemplateWords {
        /// Headings, tables and hints stay; what was written under them goes.
        Emptied = "emptied",
        /// Everything stays.
        Kept = "kept",
    }
}

/// A template of the user's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTemplate {
    /// Its name in the program.
    pub id: TemplateId,
    /// What it is called; notes made from it are called so, too.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// How long a note should get.
    pub max_pages: Option<u32>,
    /// What a note begins with.
    pub blocks: Vec<TemplateBlock>,
    /// When it was made.
    pub created_at: Moment,
}

stored!(OwnTemplate, "template": plain id, plain name, plain purpose, plain max_pages, json blocks, plain created_at);

/// A block of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateBlock {
    /// What belongs here.
    pub prompt: Option<String>,
    /// Its own marking.
    pub marking: Option<String>,
    /// What it says.
    pub body: Body,
}

/// A template to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTemplate {
    /// Its name in the program.
    pub id: TemplateId,
    /// The note it is made from.
    pub note: NoteId,
    /// What it is to be called.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// How long a note should get.
    pub max_pages: Option<u32>,
    /// What becomes of the note's words.
    pub words: TemplateWords,
}

impl Dossier {
    /// The user's own templates, by name.
    pub fn templates(&self) -> Result<Vec<OwnTemplate>> {
        OwnTemplate::select(&self.store.connection, "ORDER BY name COLLATE NOCASE, n", [])
    }

    /// Makes a template from a note.
    pub fn save_template(&mut self, new: NewTemplate, stamp: &Stamp) -> Result<Done<OwnTemplate>> {
        self.transact(Op::SaveTemplate, stamp, |tx| {
            Note::get(tx.connection, new.note)?;
            let blocks = BlockRow::select(tx.connection, "WHERE note = ? ORDER BY place, n", [new.note])?;
            let template = OwnTemplate {
                id: new.id,
                name: required(new.name, "a name")?,
                purpose: new.purpose,
                max_pages: new.max_pages.filter(|pages| *pages > 0),
                blocks: blocks.into_iter().filter_map(|block| slot(Block::from(block), new.words)).collect(),
                created_at: stamp.at,
            };
            tx.about(template.name.clone());
            tx.put(&template)?;
            Ok(template)
        })
    }

    /// Drops a template; notes made from it stay.
    pub fn delete_template(&mut self, id: TemplateId, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::DeleteTemplate, stamp, |tx| {
            tx.about(OwnTemplate::get(tx.connection, id)?.name);
            tx.remove::<OwnTemplate>(&id.to_string())
        })
    }

    /// Begins a note with the blocks of another one, named by `block`. What was seen behind them then counts for them, so
    /// that they say what has changed since.
    pub fn copy_note(
        &mut self,
        from: NoteId,
        id: NoteId,
        facts: NoteFacts,
        mut block: impl FnMut() -> BlockId,
        stamp: &Stamp,
    ) -> Result<Done<Note>> {
        self.transact(Op::CreateNote, stamp, |tx| {
            let blocks = BlockRow::select(tx.connection, "WHERE note = ? ORDER BY place, n", [from])?;
            let names: BTreeMap<BlockId, BlockId> = blocks.iter().map(|old| (old.id, block())).collect();
            let note = tx.create_note(id, facts, Vec::new())?;
            for old in blocks {
                tx.copy_block(old, id, &names)?;
            }
            Ok(note)
        })
    }
}

impl Tx<'_> {
    fn copy_block(&mut self, old: BlockRow, note: NoteId, names: &BTreeMap<BlockId, BlockId>) -> Result<()> {
        let original = old.id;
        let mut block = Block::from(old);
        block.id = names.get(&original).copied().unwrap_or(original);
        block.note = note;
        block.body.rename_blocks(names);
        self.put(&BlockRow::from(block.clone()))?;
        self.link_as(&block, original)
    }
}

/// What stays of a block in a template; nothing of one that shows just one passage, position or source.
fn slot(block: Block, words: TemplateWords) -> Option<TemplateBlock> {
    let Block { prompt, marking, body, .. } = block;
    let body = match words {
        TemplateWords::Kept => body,
        TemplateWords::Emptied => emptied(body)?,
    };
    Some(TemplateBlock { prompt, marking, body })
}

fn emptied(body: Body) -> Option<Body> {
    Some(match body {
        Body::Heading { .. } | Body::ActorProfile { .. } | Body::Timeline { .. } | Body::PageBreak => body,
        // Of one source, as of one passage, the next note knows nothing.
        Body::Analysis { of: Analysis::Source { .. }, .. } => return None,
        Body::Analysis { of, actors, issues, .. } => {
            Body::Analysis { of, actors, issues, caption: Vec::new() }
        }
        Body::PositionsTable { actors, issues, .. } => {
            Body::PositionsTable { actors, issues, caption: Vec::new() }
        }
        Body::BottomLine { .. } => Body::BottomLine { statement: Vec::new(), judgement: Vec::new() },
        Body::Paragraph { level, .. } => Body::Paragraph { level, lead: Vec::new(), text: Vec::new() },
        Body::Bullets { .. } => Body::Bullets { items: vec![Vec::new()] },
        Body::LinesToTake { .. } => Body::LinesToTake { items: vec![Vec::new()] },
        Body::PressLine { .. } => Body::PressLine { items: vec![Vec::new()] },
        Body::DefensiveLines { .. } => Body::DefensiveLines { pairs: Vec::new() },
        Body::OptionsTable { .. } => Body::OptionsTable { options: Vec::new() },
        Body::Recommendation { .. } => Body::Recommendation { text: Vec::new() },
        Body::Quotation { .. } | Body::Position { .. } | Body::Change { .. } | Body::Picture { .. } => {
            return None;
        }
    })
}

impl OwnTemplate {
    /// The blocks that a note begins with, named by `block`.
    #[must_use]
    pub fn begin(self, mut block: impl FnMut() -> BlockId) -> Vec<NewBlock> {
        self.blocks
            .into_iter()
            .map(|TemplateBlock { prompt, marking, body }| NewBlock { id: block(), prompt, marking, body })
            .collect()
    }
}
