//! The snapshot by id.

use standpoint_core::actors::Actor;
use standpoint_core::excerpts::Excerpt;
use standpoint_core::ids::{ActorId, ExcerptId, IssueId, PositionId, SourceId};
use standpoint_core::issues::Issue;
use standpoint_core::notes::NoteSnapshot;
use standpoint_core::positions::{Position, Relation};
use standpoint_core::sources::Source;
use std::collections::BTreeMap;

/// The snapshot's things, each to be found by its id.
pub(super) struct Index<'a> {
    pub(super) actors: BTreeMap<ActorId, &'a Actor>,
    pub(super) issues: BTreeMap<IssueId, &'a Issue>,
    pub(super) positions: BTreeMap<PositionId, &'a Position>,
    pub(super) excerpts: BTreeMap<ExcerptId, &'a Excerpt>,
    pub(super) sources: BTreeMap<SourceId, &'a Source>,
    /// Paragraph of its source that an excerpt stands in.
    pub(super) paragraphs: BTreeMap<ExcerptId, u32>,
    /// Positions that a passage is evidence for, in their order.
    pub(super) supported: BTreeMap<ExcerptId, Vec<&'a Position>>,
}

impl<'a> Index<'a> {
    pub(super) fn new(snapshot: &'a NoteSnapshot) -> Self {
        let mut supported: BTreeMap<ExcerptId, Vec<&Position>> = BTreeMap::new();
        for position in &snapshot.positions {
            let supporting =
                position.evidence.iter().filter(|evidence| evidence.relation == Relation::Supports);
            for evidence in supporting {
                supported.entry(evidence.excerpt).or_default().push(position);
            }
        }
        Self {
            supported,
            actors: snapshot.actors.iter().map(|actor| (actor.id, actor)).collect(),
            issues: snapshot.issues.iter().map(|issue| (issue.id, issue)).collect(),
            positions: snapshot.positions.iter().map(|position| (position.id, position)).collect(),
            excerpts: snapshot.excerpts.iter().map(|excerpt| (excerpt.id, excerpt)).collect(),
            sources: snapshot.sources.iter().map(|source| (source.id, source)).collect(),
            paragraphs: snapshot
                .excerpts
                .iter()
                .zip(&snapshot.paragraphs)
                .filter(|(_, paragraph)| **paragraph > 0)
                .map(|(excerpt, &paragraph)| (excerpt.id, paragraph))
                .collect(),
        }
    }

    /// The actor's ancestors, nearest first. A loop, which the dossier refuses, would end here all the same.
    pub(super) fn ancestors(&self, actor: ActorId) -> Vec<ActorId> {
        let mut ancestors = Vec::new();
        let mut next = self.actors.get(&actor).and_then(|actor| actor.parent);
        while let Some(parent) = next.filter(|parent| !ancestors.contains(parent) && *parent != actor) {
            ancestors.push(parent);
            next = self.actors.get(&parent).and_then(|actor| actor.parent);
        }
        ancestors
    }

    /// Short name for cells and margins.
    pub(super) fn label(&self, actor: ActorId) -> String {
        self.actors.get(&actor).map_or_else(|| "?".to_owned(), |actor| actor.label().to_owned())
    }

    /// Name in running text.
    pub(super) fn name(&self, actor: ActorId) -> String {
        self.actors.get(&actor).map_or_else(|| "?".to_owned(), |actor| actor.name.clone())
    }
}
