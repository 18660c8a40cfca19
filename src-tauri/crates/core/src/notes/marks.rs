//! How each thing in a note is marked: by its own label, or by what it falls back on.

use super::NoteSnapshot;
use super::block::{Block, CitationTarget};
use crate::excerpts::Excerpt;
use crate::ids::{ExcerptId, PositionId, SourceId};
use crate::markings::MarkingScheme;
use crate::positions::Position;
use crate::sources::Source;
use std::collections::BTreeMap;

/// The markings of a snapshot's things.
#[derive(Debug)]
pub struct Marks<'a> {
    snapshot: &'a NoteSnapshot,
    excerpts: BTreeMap<ExcerptId, &'a Excerpt>,
    sources: BTreeMap<SourceId, &'a Source>,
    positions: BTreeMap<PositionId, &'a Position>,
}

impl<'a> Marks<'a> {
    /// Those of this snapshot.
    #[must_use]
    pub fn of(snapshot: &'a NoteSnapshot) -> Self {
        Self {
            snapshot,
            excerpts: snapshot.excerpts.iter().map(|excerpt| (excerpt.id, excerpt)).collect(),
            sources: snapshot.sources.iter().map(|source| (source.id, source)).collect(),
            positions: snapshot.positions.iter().map(|position| (position.id, position)).collect(),
        }
    }

    /// The labels in use.
    #[must_use]
    pub fn scheme(&self) -> &'a MarkingScheme {
        &self.snapshot.dossier.marking_scheme
    }

    /// What the writer set for the note, or for the dossier.
    #[must_use]
    pub fn note(&self) -> Option<&'a str> {
        self.snapshot.note.marking.as_deref().or(self.dossier())
    }

    fn dossier(&self) -> Option<&'a str> {
        self.snapshot.dossier.marking.as_deref()
    }

    /// A block that has no label of its own is as marked as the note and as everything it cites or shows.
    #[must_use]
    pub fn block(&self, block: &'a Block) -> Option<&'a str> {
        block.marking.as_deref().or_else(|| {
            let drawn = block.body.cites().into_iter().filter_map(|target| self.target(target));
            self.scheme().highest(drawn.chain(self.note()))
        })
    }

    /// Whatever is cited.
    #[must_use]
    pub fn target(&self, target: CitationTarget) -> Option<&'a str> {
        match target {
            CitationTarget::Excerpt(excerpt) => self.excerpt(excerpt),
            CitationTarget::Position(position) => self.position(position),
            CitationTarget::Source(source) => self.source(source),
        }
    }

    /// An excerpt without a label is as marked as its source.
    #[must_use]
    pub fn excerpt(&self, id: ExcerptId) -> Option<&'a str> {
        let excerpt = self.excerpts.get(&id)?;
        excerpt.marking.as_deref().or_else(|| self.source(excerpt.source))
    }

    /// A source without a label is as marked as the dossier.
    #[must_use]
    pub fn source(&self, id: SourceId) -> Option<&'a str> {
        self.sources.get(&id)?.marking.as_deref().or(self.dossier())
    }

    /// A position without a label is as marked as what shows it.
    #[must_use]
    pub fn position(&self, id: PositionId) -> Option<&'a str> {
        let position = self.positions.get(&id)?;
        position.marking.as_deref().or_else(|| {
            let shown = position.evidence.iter().filter_map(|evidence| self.excerpt(evidence.excerpt));
            self.scheme().highest(shown.chain(self.dossier()))
        })
    }

    /// Whether portion marks are printed: always in the United States, elsewhere once the writer has set one.
    #[must_use]
    pub fn portions(&self) -> bool {
        matches!(self.scheme(), MarkingScheme::Us)
            || self.snapshot.blocks.iter().any(|block| block.marking.is_some())
    }
}
