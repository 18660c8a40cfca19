//! Actors and issues.

use crate::commands::{Nothing, Of};
use crate::error::WireError;
use crate::session::Session;
use serde::Deserialize;
use standpoint_core::Dossier;
use standpoint_core::actors::Actor;
use standpoint_core::actors::ops::ActorFacts;
use standpoint_core::actors::queries::ActorRow;
use standpoint_core::actors::split::SplitOff;
use standpoint_core::ids::{ActorId, IssueId};
use standpoint_core::issues::Issue;
use standpoint_core::issues::ops::IssueFacts;
use standpoint_core::issues::queries::IssueRow;

/// An actor to add.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[ts(rename = "CreateActor")]
pub(crate) struct NewActor {
    /// Its id, if the caller made one.
    #[ts(optional)]
    pub id: Option<ActorId>,
    /// What is so.
    pub facts: ActorFacts,
}

/// What is said about an actor.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct EditActor {
    /// Which.
    pub id: ActorId,
    /// What is so.
    pub facts: ActorFacts,
}

/// An actor's new place.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct MoveActor {
    /// Which.
    pub id: ActorId,
    /// Under whom.
    pub parent: Option<ActorId>,
    /// After whom there; first if null.
    pub after: Option<ActorId>,
}

/// Two actors that are one.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct MergeActors {
    /// The one that goes.
    pub gone: ActorId,
    /// The one that stays.
    pub kept: ActorId,
}

/// An actor that is two.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct SplitActor {
    /// The one that stays.
    pub of: ActorId,
    /// What becomes one of its own.
    pub part: SplitOff,
}

/// An issue to add.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[ts(rename = "CreateIssue")]
pub(crate) struct NewIssue {
    /// Its id, if the caller made one.
    #[ts(optional)]
    pub id: Option<IssueId>,
    /// What is so.
    pub facts: IssueFacts,
}

/// What is said about an issue.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct EditIssue {
    /// Which.
    pub id: IssueId,
    /// What is so.
    pub facts: IssueFacts,
}

/// An issue's new place.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct MoveIssue {
    /// Which.
    pub id: IssueId,
    /// After which; first if null.
    pub after: Option<IssueId>,
}

pub(crate) fn actors(session: &Session, _: Nothing) -> Result<Vec<ActorRow>, WireError> {
    session.read(Dossier::actors)
}

pub(crate) fn create_actor(session: &Session, args: NewActor) -> Result<Actor, WireError> {
    let id = args.id.unwrap_or_else(|| session.edge().id());
    session.change(|dossier, stamp| dossier.create_actor(id, args.facts, stamp))
}

pub(crate) fn edit_actor(session: &Session, args: EditActor) -> Result<Actor, WireError> {
    session.change(|dossier, stamp| dossier.edit_actor(args.id, args.facts, stamp))
}

pub(crate) fn move_actor(session: &Session, args: MoveActor) -> Result<Actor, WireError> {
    session.change(|dossier, stamp| dossier.move_actor(args.id, args.parent, args.after, stamp))
}

pub(crate) fn merge_actors(session: &Session, args: MergeActors) -> Result<Actor, WireError> {
    session.change(|dossier, stamp| dossier.merge_actors(args.gone, args.kept, stamp))
}

pub(crate) fn split_actor(session: &Session, args: SplitActor) -> Result<Actor, WireError> {
    session.change(|dossier, stamp| dossier.split_actor(args.of, args.part, stamp))
}

pub(crate) fn delete_actor(session: &Session, args: Of<ActorId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.delete_actor(args.id, stamp))
}

pub(crate) fn issues(session: &Session, _: Nothing) -> Result<Vec<IssueRow>, WireError> {
    session.read(Dossier::issues)
}

pub(crate) fn create_issue(session: &Session, args: NewIssue) -> Result<Issue, WireError> {
    let id = args.id.unwrap_or_else(|| session.edge().id());
    session.change(|dossier, stamp| dossier.create_issue(id, args.facts, stamp))
}

pub(crate) fn edit_issue(session: &Session, args: EditIssue) -> Result<Issue, WireError> {
    session.change(|dossier, stamp| dossier.edit_issue(args.id, args.facts, stamp))
}

pub(crate) fn move_issue(session: &Session, args: MoveIssue) -> Result<Issue, WireError> {
    session.change(|dossier, stamp| dossier.move_issue(args.id, args.after, stamp))
}

pub(crate) fn delete_issue(session: &Session, args: Of<IssueId>) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.delete_issue(args.id, stamp))
}
