//! The program as a whole: its state and its settings.

use crate::commands::Nothing;
use crate::error::WireError;
use crate::session::Session;
use crate::settings::{Recent, Settings};
use serde::Serialize;
use standpoint_core::dossier::DossierHead;
use standpoint_core::journal::Step;
use std::path::PathBuf;

/// Where the program stands.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct AppState {
    /// Its version.
    pub version: String,
    /// The open dossier.
    pub dossier: Option<OpenDossier>,
    /// Dossiers opened lately.
    pub recent: Vec<Recent>,
    /// What undo would take back.
    pub undo: Option<Step>,
    /// What redo would do again.
    pub redo: Option<Step>,
}

/// The open dossier.
#[derive(Debug, Serialize, ts_rs::TS)]
pub(crate) struct OpenDossier {
    /// What it says of itself.
    pub head: DossierHead,
    /// Where it is.
    pub path: PathBuf,
}

pub(crate) fn state(session: &Session, _: Nothing) -> Result<AppState, WireError> {
    let recent = session.preferences().recent.clone();
    let slot = session.slot();
    let (dossier, (undo, redo)) = match slot.as_ref() {
        Some(dossier) => {
            let open = OpenDossier { head: dossier.head()?, path: dossier.path().to_owned() };
            (Some(open), dossier.next_steps()?)
        }
        None => (None, (None, None)),
    };
    Ok(AppState { version: env!("CARGO_PKG_VERSION").into(), dossier, recent, undo, redo })
}

pub(crate) fn settings(session: &Session, _: Nothing) -> Result<Settings, WireError> {
    Ok(session.preferences().settings.clone())
}

pub(crate) fn put_settings(session: &Session, settings: Settings) -> Result<Settings, WireError> {
    let mut preferences = session.preferences();
    preferences.settings = settings.clone();
    preferences.save()?;
    drop(preferences);
    session.announce_tags(&["settings"]);
    Ok(settings)
}
