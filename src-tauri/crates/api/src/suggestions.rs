//! Who is named in a source, and the positions that its sentences seem to give: offered, never recorded by
//! themselves.

use crate::commands::Of;
use crate::error::WireError;
use crate::session::Session;
use serde::Deserialize;
use standpoint_core::actors::ActorKind;
use standpoint_core::analysis::mentions;
use standpoint_core::analysis::suggestions::ops::Dismissed;
use standpoint_core::analysis::suggestions::queries::SourceMentions;
use standpoint_core::analysis::suggestions::{self, Suggestion};
use standpoint_core::ids::SourceId;
use standpoint_core::positions::Manner;
use standpoint_core::sources::SourceKind;

/// A name that somebody gives an actor.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct Name {
    /// The name.
    pub name: String,
}

/// A passage of a source.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct Passage {
    /// Its words.
    pub text: String,
    /// BCP 47 tag of their language.
    #[ts(optional)]
    pub language: Option<String>,
    /// What sort of document it stands in.
    pub kind: SourceKind,
}

#[expect(clippy::unnecessary_wraps, reason = "every handler answers with a result")]
pub(crate) fn likely_manner(_: &Session, args: Passage) -> Result<Manner, WireError> {
    Ok(suggestions::likely_manner(&args.text, args.language.as_deref(), args.kind))
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
