//! Sources and the passages kept from them.

use crate::commands::{Nothing, Of};
use crate::error::WireError;
use crate::files;
use crate::session::Session;
use serde::{Deserialize, Serialize};
use standpoint_core::Dossier;
use standpoint_core::analysis::SourceImpact;
use standpoint_core::excerpts::Excerpt;
use standpoint_core::excerpts::ops::{ExcerptFacts, NewExcerpt};
use standpoint_core::excerpts::queries::ExcerptRow;
use standpoint_core::ids::{ActorId, ExcerptId, SourceId};
use standpoint_core::sources::ops::SourceFacts;
use standpoint_core::sources::queries::SourceRow;
use standpoint_core::sources::versions::Superseded;
use standpoint_core::sources::{Source, Structure};
use std::path::PathBuf;

/// A source with its text.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct SourceText {
    /// The source.
    pub source: Source,
    /// Its extracted text.
    pub text: String,
    /// How the text is built; positions count Unicode scalar values.
    pub structure: Structure,
}

/// A correction of what is known about a source.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct EditSource {
    /// Which.
    pub id: SourceId,
    /// What is so.
    pub facts: SourceFacts,
}

/// A source that may no longer be relied on.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct WithdrawSource {
    /// Which.
    pub id: SourceId,
    /// Why.
    pub reason: String,
}

/// A source that a newer version takes the place of.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct SupersedeSource {
    /// Which.
    pub id: SourceId,
    /// The newer version, which is in the dossier too.
    pub by: SourceId,
}

/// Words that stand for an excerpt from now on.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct PlaceExcerpt {
    /// Which.
    pub id: ExcerptId,
    /// The source they stand in: the excerpt's own, or a newer version of it.
    pub source: SourceId,
    /// First character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
}

/// A source's bytes to write to a file.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct SaveOriginal {
    /// Which.
    pub id: SourceId,
    /// Where to.
    pub path: PathBuf,
}

/// Where to look for excerpts.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub(crate) struct InSource {
    /// The source; all if not given.
    pub source: Option<SourceId>,
    /// These and no others, whichever their source.
    pub among: Option<Vec<ExcerptId>>,
}

/// Excerpts to choose from.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct FindExcerpts {
    /// What is typed: beginnings of words of the excerpt, its source's title, and who says it.
    pub sought: String,
    /// Whom those come first that are of: nobody if not given.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ActorId>>")]
    pub about: Vec<ActorId>,
    /// How many to pass over.
    pub from: u32,
    /// At most so many after them.
    pub limit: u32,
}

/// A passage to keep.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub(crate) struct KeepExcerpt {
    /// Its id, if the caller made one.
    pub id: Option<ExcerptId>,
    /// The source.
    #[ts(optional = false)]
    pub source: SourceId,
    /// First character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
}

/// A remark on an excerpt.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct EditExcerpt {
    /// Which.
    pub id: ExcerptId,
    /// What is so.
    pub facts: ExcerptFacts,
}

pub(crate) fn list(session: &Session, _: Nothing) -> Result<Vec<SourceRow>, WireError> {
    session.read(Dossier::sources)
}

pub(crate) fn get(session: &Session, args: Of<SourceId>) -> Result<SourceText, WireError> {
    session.read(|dossier| {
        let source = dossier.source(args.id)?;
        let text = dossier.source_text(&source)?;
        let structure = dossier.source_structure(&source)?;
        Ok::<_, WireError>(SourceText { source, text, structure })
    })
}

pub(crate) fn edit(session: &Session, args: EditSource) -> Result<Source, WireError> {
    session.change(|dossier, stamp| dossier.edit_source(args.id, args.facts, stamp))
}

pub(crate) fn mark_read(session: &Session, args: Of<SourceId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.mark_source_read(args.id, stamp))
}

pub(crate) fn withdraw(session: &Session, args: WithdrawSource) -> Result<Source, WireError> {
    session.change(|dossier, stamp| dossier.withdraw_source(args.id, args.reason, stamp))
}

pub(crate) fn impact(session: &Session, args: Of<SourceId>) -> Result<SourceImpact, WireError> {
    session.read(|dossier| dossier.source_impact(args.id))
}

pub(crate) fn reinstate(session: &Session, args: Of<SourceId>) -> Result<Source, WireError> {
    session.change(|dossier, stamp| dossier.reinstate_source(args.id, stamp))
}

pub(crate) fn supersede(session: &Session, args: SupersedeSource) -> Result<Superseded, WireError> {
    session.change(|dossier, stamp| dossier.supersede_source(args.id, args.by, stamp))
}

pub(crate) fn delete(session: &Session, args: Of<SourceId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.delete_source(args.id, stamp))
}

pub(crate) fn save_original(session: &Session, args: SaveOriginal) -> Result<(), WireError> {
    let bytes = session.read(|dossier| dossier.source_original(&dossier.source(args.id)?))?;
    files::replace(&args.path, &bytes)
}

pub(crate) fn excerpts(session: &Session, args: InSource) -> Result<Vec<ExcerptRow>, WireError> {
    session.read(|dossier| match &args.among {
        Some(among) => dossier.excerpts_among(among),
        None => dossier.excerpts(args.source),
    })
}

pub(crate) fn find_excerpts(session: &Session, args: FindExcerpts) -> Result<Vec<ExcerptRow>, WireError> {
    session.read(|dossier| dossier.find_excerpts(&args.sought, &args.about, args.from, args.limit))
}

pub(crate) fn keep_excerpt(session: &Session, args: KeepExcerpt) -> Result<Excerpt, WireError> {
    let KeepExcerpt { id, source, start, end } = args;
    let new = NewExcerpt { id: id.unwrap_or_else(|| session.edge().id()), source, start, end };
    session.change(|dossier, stamp| dossier.keep_excerpt(&new, stamp))
}

pub(crate) fn place_excerpt(session: &Session, args: PlaceExcerpt) -> Result<Excerpt, WireError> {
    let PlaceExcerpt { id, source, start, end } = args;
    session.change(|dossier, stamp| dossier.place_excerpt(id, source, (start, end), stamp))
}

pub(crate) fn edit_excerpt(session: &Session, args: EditExcerpt) -> Result<Excerpt, WireError> {
    session.change(|dossier, stamp| dossier.edit_excerpt(args.id, args.facts, stamp))
}

pub(crate) fn delete_excerpt(session: &Session, args: Of<ExcerptId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.delete_excerpt(args.id, stamp))
}
