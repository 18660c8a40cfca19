//! What was done, and going back.

use crate::commands::Nothing;
use crate::error::WireError;
use crate::session::Session;
use serde::Deserialize;
use standpoint_core::journal::Step;
use standpoint_core::{Done, Dossier};

/// A stretch of the history.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct Page {
    /// Steps before this one; the latest if not given.
    #[ts(optional, type = "number")]
    pub before: Option<i64>,
    /// At most so many.
    pub limit: u32,
}

/// A step to go to.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct GoTo {
    /// The last step that shall hold; 0 for none.
    #[ts(type = "number")]
    pub seq: i64,
}

/// One step.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct OneStep {
    /// Its number.
    #[ts(type = "number")]
    pub seq: i64,
}

pub(crate) fn list(session: &Session, page: Page) -> Result<Vec<Step>, WireError> {
    session.read(|dossier| dossier.history(page.before, page.limit))
}

pub(crate) fn undo(session: &Session, _: Nothing) -> Result<Step, WireError> {
    session.change(|dossier, _| dossier.undo().map(|(value, changes)| Done { value, changes }))
}

pub(crate) fn redo(session: &Session, _: Nothing) -> Result<Step, WireError> {
    session.change(|dossier, _| dossier.redo().map(|(value, changes)| Done { value, changes }))
}

pub(crate) fn take_back(session: &Session, args: OneStep) -> Result<Step, WireError> {
    session.change(|dossier, stamp| dossier.take_back(args.seq, stamp))
}

pub(crate) fn go_to(session: &Session, args: GoTo) -> Result<(), WireError> {
    session
        .change(|dossier: &mut Dossier, _| dossier.go_to(args.seq).map(|changes| Done { value: (), changes }))
}
