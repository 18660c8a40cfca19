//! A snapshot of a note to a [`Document`]: numbers, marking, staleness, annexes and warnings.
//!
//! Pure: the same snapshot and edition give the same document. Numbers follow first appearance, so that a
//! reader meets 1 before 2.

mod analysis;
mod annex;
mod blocks;
mod citations;
mod drawn;
mod head;
mod index;
mod marking;
mod names;
mod standing;
mod table;
mod text;

use crate::document::{Document, Text, Warning};
use crate::release::Withheld;
use crate::words::{Words, Zone};
use citations::Citations;
use index::Index;
use standpoint_core::exports::CopyKind;
use standpoint_core::ids::{ActorId, BlockId, ExcerptId, IssueId, PositionId, SourceId};
use standpoint_core::notes::block::Body;
use standpoint_core::notes::marks::Marks;
use standpoint_core::notes::numbers;
pub(crate) use standpoint_core::notes::numbers::letter;
use standpoint_core::notes::{NoteSnapshot, Pictures};
use standpoint_core::time::Moment;
use std::collections::{BTreeMap, BTreeSet};

/// For whom a note is printed, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// File copy, distribution copy or release copy.
    pub copy: CopyKind,
    /// The highest label that a release copy may show; others have none.
    pub ceiling: Option<String>,
    /// The moment it is printed; stands in where the note names no date of issue or cut-off.
    pub at: Moment,
}

/// Decides everything about what the note says.
#[must_use]
pub fn resolve(snapshot: &NoteSnapshot, pictures: &Pictures, edition: &Edition) -> Document {
    resolve_released(snapshot, pictures, &Withheld::default(), edition)
}

/// The same of a snapshot from which something was taken out.
pub(crate) fn resolve_released(
    snapshot: &NoteSnapshot,
    pictures: &Pictures,
    withheld: &Withheld,
    edition: &Edition,
) -> Document {
    Resolver::new(snapshot, pictures, withheld, edition).document()
}

/// What the note shows, cites or names.
pub(crate) fn used(snapshot: &NoteSnapshot, edition: &Edition) -> Used {
    let (pictures, withheld) = (Pictures::new(), Withheld::default());
    let mut resolver = Resolver::new(snapshot, &pictures, &withheld, edition);
    let document = resolver.document();
    resolver.used(&document)
}

/// Things of a snapshot by id.
#[derive(Debug, Default)]
pub(crate) struct Used {
    pub(crate) positions: BTreeSet<PositionId>,
    pub(crate) excerpts: BTreeSet<ExcerptId>,
    pub(crate) sources: BTreeSet<SourceId>,
    pub(crate) actors: BTreeSet<ActorId>,
    pub(crate) issues: BTreeSet<IssueId>,
}

/// What is known while the note is walked through once, from its first block to its last.
struct Resolver<'a> {
    snapshot: &'a NoteSnapshot,
    pictures: &'a Pictures,
    withheld: &'a Withheld,
    edition: &'a Edition,
    words: Words,
    index: Index<'a>,
    marks: Marks<'a>,
    portions: bool,
    /// The moment up to which the note is informed.
    cutoff: Moment,
    zone: Zone,
    citations: Citations,
    /// Printed numbers of paragraphs, also of those still ahead.
    numbers: BTreeMap<BlockId, String>,
    tables: u32,
    footnotes: Vec<Text>,
    shown: Shown,
    warnings: Vec<Warning>,
}

/// What the note shows besides passages: their markings count, their names belong in Annex C.
#[derive(Default)]
struct Shown {
    positions: BTreeSet<PositionId>,
    actors: BTreeSet<ActorId>,
    /// Positions on which it rests that nothing else was found: not seen, but a file copy cannot say so without them.
    behind: BTreeSet<PositionId>,
}

impl<'a> Resolver<'a> {
    fn new(
        snapshot: &'a NoteSnapshot,
        pictures: &'a Pictures,
        withheld: &'a Withheld,
        edition: &'a Edition,
    ) -> Self {
        let marks = Marks::of(snapshot);
        let note = &snapshot.note;
        let zone = note
            .meeting
            .as_ref()
            .and_then(|meeting| Some(Zone::named(meeting.start?, meeting.zone.as_deref()?)))
            .unwrap_or_default();
        Self {
            snapshot,
            pictures,
            withheld,
            edition,
            words: Words::of(&note.language),
            portions: marks.portions(),
            marks,
            index: Index::new(snapshot),
            cutoff: note.cutoff.unwrap_or(edition.at),
            zone,
            citations: Citations::default(),
            numbers: numbers::numbers(&snapshot.blocks),
            tables: 0,
            footnotes: Vec::new(),
            shown: Shown::default(),
            warnings: Vec::new(),
        }
    }

    fn document(&mut self) -> Document {
        let snapshot = self.snapshot;
        let bottom_lines = self.bottom_lines();
        let blocks = self.blocks();
        let evidence = self.evidence_annex();
        let names = self.names(&blocks);
        let marking = self.marking();
        Document {
            language: snapshot.note.language.clone(),
            paper: snapshot.note.paper,
            print: snapshot.note.print,
            head: self.head(marking),
            bottom_lines,
            controls: self.controls(),
            meeting: self.meeting(),
            people: self.people(),
            blocks,
            footnotes: std::mem::take(&mut self.footnotes),
            evidence,
            names,
            distribution: self.distribution(),
            clearance: self.clearance(),
            colophon: None,
            warnings: std::mem::take(&mut self.warnings),
        }
    }

    /// Everything that the document was made from, once it has been made.
    fn used(&self, document: &Document) -> Used {
        let snapshot = self.snapshot;
        let positions = self.shown.positions.union(&self.shown.behind).copied().collect();
        let mut used = Used { positions, ..Used::default() };
        used.excerpts = self.citations.excerpts.iter().map(|(excerpt, _)| *excerpt).collect();
        used.positions.extend(used.excerpts.iter().filter_map(|&id| self.shown_by(id)).map(|it| it.id));
        // A position is not superseded without the one that takes its place.
        while let Some(later) = snapshot.positions.iter().find(|later| {
            !used.positions.contains(&later.id)
                && later.supersedes.is_some_and(|earlier| used.positions.contains(&earlier))
        }) {
            used.positions.insert(later.id);
        }
        let positions = || snapshot.positions.iter().filter(|position| used.positions.contains(&position.id));
        used.excerpts.extend(positions().flat_map(|it| &it.evidence).map(|evidence| evidence.excerpt));
        used.sources = self.citations.sources.iter().map(|(source, _)| *source).collect();
        let excerpts = snapshot.excerpts.iter().filter(|excerpt| used.excerpts.contains(&excerpt.id));
        used.sources.extend(excerpts.map(|excerpt| excerpt.source));
        used.actors = self.met(&document.blocks).map(|actor| actor.id).collect();
        used.actors.extend(positions().flat_map(|it| it.actors.iter().copied().chain(it.speaker)));
        used.issues = positions().map(|position| position.issue).collect();
        for block in &snapshot.blocks {
            match &block.body {
                Body::PositionsTable { actors, issues, .. } | Body::Analysis { actors, issues, .. } => {
                    used.actors.extend(actors);
                    let all = snapshot.issues.iter().map(|issue| issue.id).filter(|_| issues.is_empty());
                    used.issues.extend(issues.iter().copied().chain(all));
                }
                Body::ActorProfile { actor } => used.actors.extend([*actor]),
                Body::Timeline { actor, issue } => {
                    used.actors.extend(*actor);
                    used.issues.extend(*issue);
                }
                _ => {}
            }
        }
        let above: Vec<ActorId> = used.actors.iter().flat_map(|&actor| self.index.ancestors(actor)).collect();
        used.actors.extend(above);
        let above = snapshot.issues.iter().filter(|issue| used.issues.contains(&issue.id));
        let above: Vec<IssueId> = above.filter_map(|issue| issue.parent).collect();
        used.issues.extend(above);
        used
    }

    fn warn(&mut self, block: Option<BlockId>, message: impl Into<String>) {
        let warning = Warning { block, message: message.into() };
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// The note is cleared when the clearance is for the version that is printed, and for these words.
    fn cleared(&self) -> bool {
        self.snapshot.clearance().is_some_and(|clearance| clearance.version == self.snapshot.note.version)
    }
}
