//! A note with everything it draws on, as it stood at one moment: what is composed, and what an export keeps.

use super::{Block, Clearance, Note};
use crate::actors::Actor;
use crate::content::ContentHash;
use crate::dossier::DossierHead;
use crate::error::Result;
use crate::excerpts::Excerpt;
use crate::ids::PositionId;
use crate::issues::Issue;
use crate::positions::Position;
use crate::sources::Source;
use crate::time::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One read of the dossier, enough to compose the note without asking again.
///
/// Actors, issues and current or superseded positions are whole (tables may ask for any of them); excerpts and
/// sources are those that the note or a position can cite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteSnapshot {
    /// The dossier's own facts.
    pub dossier: DossierHead,
    /// The note.
    pub note: Note,
    /// Its body, in order.
    pub blocks: Vec<Block>,
    /// All actors, parents before children, in order.
    pub actors: Vec<Actor>,
    /// All issues, in order.
    pub issues: Vec<Issue>,
    /// All positions, by issue, then by date.
    pub positions: Vec<Position>,
    /// Excerpts that can be cited.
    pub excerpts: Vec<Excerpt>,
    /// Their sources.
    pub sources: Vec<Source>,
    /// Where each excerpt stands in its source: paragraph number from 1, in the order of `excerpts`.
    pub paragraphs: Vec<u32>,
    /// When positions were withdrawn, where a block tells what has changed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub withdrawn: BTreeMap<PositionId, Moment>,
}

impl NoteSnapshot {
    /// The clearance, unless it was given for other words under the same version.
    #[must_use]
    pub fn clearance(&self) -> Option<&Clearance> {
        self.note.clearance_of(&self.blocks)
    }
}

impl Note {
    /// The clearance, unless it was given for other words than these under the same version.
    pub(super) fn clearance_of(&self, blocks: &[Block]) -> Option<&Clearance> {
        self.clearance.as_ref().filter(|clearance| {
            let is_of_these = || clearance.words == words_of(&self.title, blocks).ok();
            clearance.version != self.version || clearance.words.is_none() || is_of_these()
        })
    }
}

/// The hash of what a note says: its title, and its blocks with their markings.
pub(super) fn words_of(title: &str, blocks: &[Block]) -> Result<ContentHash> {
    let said: Vec<_> = blocks.iter().map(|block| (block.id, &block.body, &block.marking)).collect();
    Ok(ContentHash::of(&serde_json::to_vec(&(title, said))?))
}

/// The bytes of a note's pictures, by their hash.
pub type Pictures = BTreeMap<crate::content::ContentHash, Vec<u8>>;
