//! Who is named in a source, and the positions that its sentences seem to give: offered, never recorded by
//! themselves.

use crate::commands::Of;
use crate::error::WireError;
use crate::session::Session;
use serde::Deserialize;
use standpoint_core::actors::ActorKind;
use standpoint_core::analysis::mentions;
use standpoint_core::analysis::suggestions::Suggestion;
use standpoint_core::analysis::suggestions::ops::Dismissed;
use standpoint_core::analysis::suggestions::queries::SourceMentions;
use standpoint_core::ids::SourceId;

/// A name that somebody gives an actor.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct Name {
    /// The name.
    pub name: String,
}

pub(crate) fn mentions(session: &Session, args: Of<SourceId>) -> Result<SourceMentions, WireError> {
    session.read(|dossier| dossier.source_mentions(args.id))
}

pub(crate) fn suggestions(session: &Session, args: Of<SourceId>) -> Result<Vec<Suggestion>, WireError> {
    session.read(|dossier| dossier.source_suggestions(args.id))
}

pub(crate) fn dismiss(session: &Session, what: Dismissed) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.dismiss(&what, stamp))
}

#[expect(clippy::unnecessary_wraps, reason = "every handler answers with a result")]
pub(crate) fn likely_kind(_: &Session, args: Name) -> Result<ActorKind, WireError> {
    Ok(mentions::likely_kind(&args.name))
}
