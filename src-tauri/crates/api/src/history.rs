//! What was done, and going back.

use crate::commands::Nothing;
use crate::error::WireError;
use crate::session::Session;
use serde::{Deserialize, Serialize};
use standpoint_core::journal::Step;
use standpoint_core::{Done, Dossier, Error};

/// A stretch of the history.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct Page {
    /// Steps before this one; the latest if not given.
    #[ts(optional, type = "number")]
    pub before: Option<i64>,
    /// At most so many.
    pub limit: u32,
}

/// A step as the history shows it.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct StepRow {
    /// The step.
    #[serde(flatten)]
    pub step: Step,
    /// Whether it can be taken back by itself as things are now, when others were done since.
    pub by_itself: bool,
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

pub(crate) fn list(session: &Session, page: Page) -> Result<Vec<StepRow>, WireError> {
    let (steps, by_itself) = session.read(|dossier| {
        let steps = dossier.history(page.before, page.limit)?;
        let by_itself = dossier.taking_back(&steps)?;
        Ok::<_, Error>((steps, by_itself))
    })?;
    Ok(std::iter::zip(steps, by_itself).map(|(step, by_itself)| StepRow { step, by_itself }).collect())
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
