//! A note with everything it draws on, as it stood at one moment: what is composed, and what an export keeps.

use super::{Block, Note};
use crate::actors::Actor;
use crate::dossier::DossierHead;
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

/// The bytes of a note's pictures, by their hash.
pub type Pictures = BTreeMap<crate::content::ContentHash, Vec<u8>>;
