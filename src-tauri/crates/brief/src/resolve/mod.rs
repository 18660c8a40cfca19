//! A snapshot of a note to a [`Document`]: numbers, marking, staleness, annexes and warnings.
//!
//! Pure: the same snapshot and edition give the same document. Numbers follow first appearance, so that a
//! reader meets 1 before 2.

mod annex;
mod blocks;
mod citations;
mod drawn;
mod head;
mod index;
mod marking;
mod names;
mod numbering;
mod standing;
mod table;
mod text;
mod wording;

use crate::document::{Document, Warning};
use crate::words::Zone;
use citations::Citations;
use index::Index;
pub(crate) use numbering::letter;
use standpoint_core::exports::CopyKind;
use standpoint_core::ids::{ActorId, BlockId, PositionId};
use standpoint_core::notes::NoteSnapshot;
use standpoint_core::time::Moment;
use std::collections::{BTreeMap, BTreeSet};

/// For whom a note is printed, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// File copy or distribution copy.
    pub copy: CopyKind,
    /// The moment it is printed; stands in where the note names no date of issue or cut-off.
    pub at: Moment,
}

/// Decides everything about what the note says.
#[must_use]
pub fn resolve(snapshot: &NoteSnapshot, edition: &Edition) -> Document {
    let mut resolver = Resolver::new(snapshot, edition);
    let bottom_lines = resolver.bottom_lines();
    let blocks = resolver.blocks();
    let evidence = resolver.evidence_annex();
    let names = resolver.names(&blocks);
    let marking = resolver.marking();
    Document {
        language: snapshot.note.language.clone(),
        paper: snapshot.note.paper,
        head: resolver.head(marking),
        bottom_lines,
        meeting: resolver.meeting(),
        blocks,
        evidence,
        names,
        distribution: resolver.distribution(),
        clearance: resolver.clearance(),
        warnings: resolver.warnings,
    }
}

/// What is known while the note is walked through once, from its first block to its last.
struct Resolver<'a> {
    snapshot: &'a NoteSnapshot,
    edition: &'a Edition,
    index: Index<'a>,
    /// The moment up to which the note is informed.
    cutoff: Moment,
    zone: Zone,
    citations: Citations,
    /// Printed numbers of paragraphs, also of those still ahead.
    numbers: BTreeMap<BlockId, String>,
    tables: u32,
    shown: Shown,
    warnings: Vec<Warning>,
}

/// What the note shows besides passages: their markings count, their names belong in Annex C.
#[derive(Default)]
struct Shown {
    positions: BTreeSet<PositionId>,
    actors: BTreeSet<ActorId>,
}

impl<'a> Resolver<'a> {
    fn new(snapshot: &'a NoteSnapshot, edition: &'a Edition) -> Self {
        let note = &snapshot.note;
        let zone = note
            .meeting
            .as_ref()
            .and_then(|meeting| Some(Zone::named(meeting.start?, meeting.zone.as_deref()?)))
            .unwrap_or_default();
        Self {
            snapshot,
            edition,
            index: Index::new(snapshot),
            cutoff: note.cutoff.unwrap_or(edition.at),
            zone,
            citations: Citations::default(),
            numbers: numbering::numbers(&snapshot.blocks),
            tables: 0,
            shown: Shown::default(),
            warnings: Vec::new(),
        }
    }

    fn warn(&mut self, block: Option<BlockId>, message: impl Into<String>) {
        let warning = Warning { block, message: message.into() };
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// The note is cleared when the clearance is for the version that is printed.
    fn cleared(&self) -> bool {
        let note = &self.snapshot.note;
        note.clearance.as_ref().is_some_and(|clearance| clearance.version == note.version)
    }
}
