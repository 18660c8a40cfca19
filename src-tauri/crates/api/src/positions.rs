//! Positions.

use crate::commands::Of;
use crate::error::WireError;
use crate::session::Session;
use serde::{Deserialize, Serialize};
use standpoint_core::analysis::Which;
use standpoint_core::excerpts::Excerpt;
use standpoint_core::excerpts::ops::NewExcerpt;
use standpoint_core::ids::{ActorId, PositionId};
use standpoint_core::positions::ops::{NewActor, NewIssue, NewPosition, PositionFacts};
use standpoint_core::positions::queries::PositionFilter;
use standpoint_core::positions::{Evidence, Position};
use standpoint_core::sources::Source;

/// A position with its evidence spelt out.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct PositionInFull {
    /// The position.
    pub position: Position,
    /// Its excerpts, in the order of its evidence.
    pub excerpts: Vec<Excerpt>,
    /// Their sources, in the same order.
    pub sources: Vec<Source>,
    /// The position whose place it took.
    pub before: Option<Position>,
}

/// Positions to choose from.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct FindPositions {
    /// What is typed: beginnings of words of the position, its issue's title, and who takes it.
    pub sought: String,
    /// Which of them.
    pub which: Which,
    /// Whom those come first that are of: nobody if not given.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ActorId>>")]
    pub about: Vec<ActorId>,
    /// How many to pass over.
    pub from: u32,
    /// At most so many after them.
    pub limit: u32,
}

/// A position to record; it may name things made with it.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct RecordPosition {
    /// Its id, if the caller made one.
    #[ts(optional)]
    pub id: Option<PositionId>,
    /// Actors not in the dossier yet.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<NewActor>>")]
    pub new_actors: Vec<NewActor>,
    /// An issue not in the dossier yet.
    #[ts(optional)]
    pub new_issue: Option<NewIssue>,
    /// A passage not kept yet.
    #[ts(optional)]
    pub new_excerpt: Option<NewExcerpt>,
    /// The position.
    pub facts: PositionFacts,
}

/// A change to a position.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct EditPosition {
    /// Which.
    pub id: PositionId,
    /// What is so.
    pub facts: PositionFacts,
}

/// One more passage that shows a position.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct AddEvidence {
    /// Which.
    pub id: PositionId,
    /// The passage, if it is not kept yet.
    #[ts(optional)]
    pub new_excerpt: Option<NewExcerpt>,
    /// The passage and what it does.
    pub evidence: Evidence,
}

pub(crate) fn list(session: &Session, filter: PositionFilter) -> Result<Vec<Position>, WireError> {
    session.read(|dossier| dossier.positions(&filter))
}

pub(crate) fn find(session: &Session, args: FindPositions) -> Result<Vec<Position>, WireError> {
    session
        .read(|dossier| dossier.find_positions(&args.sought, args.which, &args.about, args.from, args.limit))
}

pub(crate) fn get(session: &Session, args: Of<PositionId>) -> Result<PositionInFull, WireError> {
    session.read(|dossier| {
        let position = dossier.position(args.id)?;
        let excerpts = position.evidence.iter().map(|evidence| dossier.excerpt(evidence.excerpt));
        let excerpts = excerpts.collect::<standpoint_core::Result<Vec<_>>>()?;
        let sources = excerpts.iter().map(|excerpt| dossier.source(excerpt.source));
        let sources = sources.collect::<standpoint_core::Result<Vec<_>>>()?;
        let before = position.supersedes.map(|before| dossier.position(before)).transpose()?;
        Ok::<_, standpoint_core::Error>(PositionInFull { position, excerpts, sources, before })
    })
}

pub(crate) fn record(session: &Session, args: RecordPosition) -> Result<Position, WireError> {
    let RecordPosition { id, new_actors, new_issue, new_excerpt, facts } = args;
    let id = id.unwrap_or_else(|| session.edge().id());
    let new = NewPosition { id, new_actors, new_issue, new_excerpt, facts };
    session.change(|dossier, stamp| dossier.record_position(new, stamp))
}

pub(crate) fn edit(session: &Session, args: EditPosition) -> Result<Position, WireError> {
    session.change(|dossier, stamp| dossier.edit_position(args.id, args.facts, stamp))
}

pub(crate) fn add_evidence(session: &Session, args: AddEvidence) -> Result<Position, WireError> {
    let AddEvidence { id, new_excerpt, evidence } = args;
    session.change(|dossier, stamp| dossier.add_evidence(id, evidence, new_excerpt.as_ref(), stamp))
}

pub(crate) fn withdraw(session: &Session, args: Of<PositionId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.withdraw_position(args.id, stamp))
}

pub(crate) fn delete(session: &Session, args: Of<PositionId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.delete_position(args.id, stamp))
}
