//! What rests on a source: every position, note and export that its passages reach, and how each would stand without
//! it. Asked before a source is withdrawn or another takes its place; nothing is changed by asking.

#[cfg(test)]
mod tests;

use crate::dossier::Dossier;
use crate::error::Result;
use crate::excerpts::Excerpt;
use crate::exports::{CopyKind, Export};
use crate::ids::{ActorId, BlockId, ExcerptId, ExportId, IssueId, NoteId, PositionId, SourceId};
use crate::notes::block::{Block, Body, CitationTarget};
use crate::notes::{Analysis, Note, NoteSnapshot};
use crate::positions::queries::PositionFilter;
use crate::positions::{Position, PositionState, Relation, Stance};
use crate::sources::{Source, SourceState};
use crate::store::content;
use crate::store::row::Stored;
use crate::time::{Moment, PartialDate};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What rests on a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SourceImpact {
    /// How many passages of it are kept.
    pub excerpts: u32,
    /// Positions with evidence from it: those that would lose most first, otherwise by issue.
    pub positions: Vec<PositionImpact>,
    /// Notes as they are now that cite it, quote it or show such a position, in the order they were begun.
    pub notes: Vec<NoteImpact>,
    /// What left the building with it inside, the latest first.
    pub exports: Vec<ExportImpact>,
}

/// How a position would stand without the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PositionImpact {
    /// The position.
    pub position: PositionId,
    /// Who takes it.
    pub actors: Vec<ActorId>,
    /// On what.
    pub issue: IssueId,
    /// Where on the scale.
    pub stance: Stance,
    /// The day it was held.
    pub as_of: PartialDate,
    /// Whether it stands.
    pub state: PositionState,
    /// How many passages show it now, those of withdrawn sources left out.
    pub before: u32,
    /// How many would show it still.
    pub after: u32,
    /// What it would lose.
    pub effect: Effect,
}

crate::store::codec::words! {
    /// What a position would lose with a source.
    Effect {
        /// Everything that shows it: it would be a claim.
        LosesAll = "loses_all",
        /// Some of what shows it.
        LosesSome = "loses_some",
        /// What speaks against it.
        LosesObjection = "loses_objection",
        /// What helps to read it, and no more.
        LosesContext = "loses_context",
    }
}

/// Where a note draws on the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NoteImpact {
    /// The note.
    pub note: NoteId,
    /// Its title.
    pub title: String,
    /// The blocks, in their order.
    pub blocks: Vec<BlockId>,
}

/// An export that drew on the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ExportImpact {
    /// The export.
    pub export: ExportId,
    /// The note it froze.
    pub note: NoteId,
    /// The file's own name.
    pub file_name: String,
    /// The note's version as printed.
    pub version: String,
    /// For whom.
    pub copy: CopyKind,
    /// When it left.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub at: Moment,
    /// How many of its blocks drew on the source.
    pub blocks: u32,
}

impl PositionImpact {
    /// How the positions of a snapshot would stand without a source: those that would lose most first.
    pub(super) fn all(snapshot: &NoteSnapshot, gone: SourceId) -> Vec<Self> {
        let withdrawn = snapshot.sources.iter().filter(|source| source.state == SourceState::Withdrawn);
        let withdrawn: BTreeSet<SourceId> = withdrawn.map(|source| source.id).collect();
        let counts = |excerpt: &&Excerpt| excerpt.source == gone || !withdrawn.contains(&excerpt.source);
        let relied: BTreeMap<ExcerptId, SourceId> =
            snapshot.excerpts.iter().filter(counts).map(|excerpt| (excerpt.id, excerpt.source)).collect();
        let mut all: Vec<Self> = snapshot
            .issues
            .iter()
            .flat_map(|issue| snapshot.positions.iter().filter(|position| position.issue == issue.id))
            .filter_map(|position| without(position.clone(), gone, &relied))
            .collect();
        all.sort_by_key(|position| (position.effect, position.state));
        all
    }
}

impl Dossier {
    /// What rests on a source, and how it would stand without it.
    pub fn source_impact(&self, id: SourceId) -> Result<SourceImpact> {
        let connection = &self.store.connection;
        let read = connection.unchecked_transaction()?;
        Source::get(connection, id)?;
        let relied = self.relied_on(id)?;
        let order = "ORDER BY (SELECT place FROM issue WHERE id = position.issue), as_of, position.n";
        let positions =
            PositionFilter { source: Some(id), ..PositionFilter::default() }.select(connection, order)?;
        let own: Vec<Excerpt> = Excerpt::select(connection, "WHERE source = ?", [id])?;
        let rests = self.rests_of(&positions)?;
        let reach = Reach::new(id, &own, &positions, &rests);
        let mut notes = Vec::new();
        for note in Note::select(connection, "ORDER BY n", [])? {
            let blocks = reach.of(&self.note(note.id)?.blocks);
            if !blocks.is_empty() {
                notes.push(NoteImpact { note: note.id, title: note.title, blocks });
            }
        }
        let exports = self.exports_reached(id)?;
        let mut positions: Vec<PositionImpact> =
            positions.into_iter().filter_map(|position| without(position, id, &relied)).collect();
        positions.sort_by_key(|position| (position.effect, position.state));
        drop(read);
        Ok(SourceImpact { excerpts: own.len() as u32, positions, notes, exports })
    }

    /// Of which source each passage is that counts: those of withdrawn sources do not, but for the one asked about.
    fn relied_on(&self, asked: SourceId) -> Result<BTreeMap<ExcerptId, SourceId>> {
        let mut statement = self.store.connection.prepare_cached(
            "SELECT excerpt.id, source.id FROM excerpt JOIN source ON source.id = source
             WHERE source.id = ?1 OR source.state <> ?2",
        )?;
        let rows =
            statement.query_map((asked, SourceState::Withdrawn), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Of which source each passage is that these positions rest on.
    fn rests_of(&self, positions: &[Position]) -> Result<BTreeMap<ExcerptId, SourceId>> {
        let mut statement =
            self.store.connection.prepare_cached("SELECT source FROM excerpt WHERE id = ?")?;
        let evidence = positions.iter().flat_map(|position| &position.evidence);
        let sources = evidence.map(|evidence| {
            Ok((evidence.excerpt, statement.query_row([evidence.excerpt], |row| row.get(0))?))
        });
        sources.collect()
    }

    fn exports_reached(&self, id: SourceId) -> Result<Vec<ExportImpact>> {
        // Several files of one note as it stood share a snapshot.
        let mut known: BTreeMap<String, u32> = BTreeMap::new();
        let mut reached = Vec::new();
        for export in self.exports(None)? {
            let snapshot = export.snapshot.to_string();
            let before = known.get(&snapshot).copied();
            let blocks = before.map_or_else(|| self.blocks_reached(&export, id), Ok)?;
            known.insert(snapshot, blocks);
            if blocks > 0 {
                let Export { id, note, file_name, version, copy, at, .. } = export;
                reached.push(ExportImpact { export: id, note, file_name, version, copy, at, blocks });
            }
        }
        Ok(reached)
    }

    /// How many blocks of the note as it left drew on the source.
    fn blocks_reached(&self, export: &Export, id: SourceId) -> Result<u32> {
        let snapshot: NoteSnapshot =
            serde_json::from_slice(&content::read(&self.store.connection, &export.snapshot)?)?;
        let rests = snapshot.excerpts.iter().map(|excerpt| (excerpt.id, excerpt.source)).collect();
        let own: Vec<Excerpt> =
            snapshot.excerpts.into_iter().filter(|excerpt| excerpt.source == id).collect();
        let ids: BTreeSet<ExcerptId> = own.iter().map(|excerpt| excerpt.id).collect();
        let shown =
            |position: &Position| position.evidence.iter().any(|evidence| ids.contains(&evidence.excerpt));
        let positions: Vec<Position> = snapshot.positions.into_iter().filter(shown).collect();
        Ok(Reach::new(id, &own, &positions, &rests).of(&snapshot.blocks).len() as u32)
    }
}

/// How a position would stand without the source; `None` if it has nothing from it.
fn without(
    position: Position,
    gone: SourceId,
    relied: &BTreeMap<ExcerptId, SourceId>,
) -> Option<PositionImpact> {
    let of = |relation: Relation| {
        position
            .evidence
            .iter()
            .filter(move |evidence| evidence.relation == relation)
            .filter_map(|evidence| relied.get(&evidence.excerpt))
    };
    let lost = |relation| of(relation).any(|source| *source == gone);
    let before = of(Relation::Supports).count() as u32;
    let after = of(Relation::Supports).filter(|source| **source != gone).count() as u32;
    let effect = match (after < before, after) {
        (true, 0) => Effect::LosesAll,
        (true, _) => Effect::LosesSome,
        (false, _) if lost(Relation::Contradicts) => Effect::LosesObjection,
        (false, _) if lost(Relation::Context) => Effect::LosesContext,
        (false, _) => return None,
    };
    let Position { id, actors, issue, stance, as_of, state, .. } = position;
    Some(PositionImpact { position: id, actors, issue, stance, as_of, state, before, after, effect })
}

/// The source with its passages and the positions they show: what a block may draw on.
struct Reach<'a> {
    targets: BTreeSet<CitationTarget>,
    positions: &'a [Position],
    /// Of which source each passage is that they rest on.
    rests: &'a BTreeMap<ExcerptId, SourceId>,
}

impl<'a> Reach<'a> {
    fn new(
        source: SourceId,
        excerpts: &[Excerpt],
        positions: &'a [Position],
        rests: &'a BTreeMap<ExcerptId, SourceId>,
    ) -> Self {
        let mut targets = BTreeSet::from([CitationTarget::Source(source)]);
        targets.extend(excerpts.iter().map(|excerpt| CitationTarget::Excerpt(excerpt.id)));
        targets.extend(positions.iter().map(|position| CitationTarget::Position(position.id)));
        Self { targets, positions, rests }
    }

    /// The blocks that draw on it.
    fn of(&self, blocks: &[Block]) -> Vec<BlockId> {
        blocks.iter().filter(|block| self.holds(&block.body)).map(|block| block.id).collect()
    }

    fn holds(&self, body: &Body) -> bool {
        body.cites().iter().any(|target| self.targets.contains(target))
            || self.positions.iter().any(|position| self.tells(body, position))
    }

    /// Whether a block shows the position; what rests on another source tells of it only if it rests on both.
    fn tells(&self, body: &Body, position: &Position) -> bool {
        let rests_on = |other: &SourceId| {
            position.evidence.iter().any(|evidence| self.rests.get(&evidence.excerpt) == Some(other))
        };
        match body {
            Body::Analysis { of: Analysis::Source { source }, .. } => {
                rests_on(source) && shows(body, position)
            }
            _ => shows(body, position),
        }
    }
}

/// Whether a table, profile, timeline or analysis has room for the position. Withdrawn ones are in none of them; what a table
/// leaves out for its date is not told apart.
fn shows(body: &Body, position: &Position) -> bool {
    let taken_by = |actor: &ActorId| position.actors.contains(actor);
    match body {
        Body::PositionsTable { actors, issues, .. } => {
            position.state == PositionState::Current
                && (issues.is_empty() || issues.contains(&position.issue))
                && (actors.is_empty() || actors.iter().any(taken_by))
        }
        Body::Analysis { of, actors, issues, .. } => {
            // A gap is where nothing is; who belongs to whom is not told apart.
            !matches!(of, Analysis::Gaps)
                && (position.state != PositionState::Withdrawn || matches!(of, Analysis::Changes { .. }))
                && (issues.is_empty() || issues.contains(&position.issue))
                && (actors.is_empty() || actors.iter().any(taken_by))
        }
        Body::ActorProfile { actor } => position.state == PositionState::Current && taken_by(actor),
        Body::Timeline { actor, issue } => {
            position.state != PositionState::Withdrawn
                && issue.is_none_or(|issue| issue == position.issue)
                && actor.as_ref().is_none_or(taken_by)
        }
        _ => false,
    }
}
