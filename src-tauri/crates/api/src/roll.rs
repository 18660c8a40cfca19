//! A list of actors from a table: read and shown first, taken in once a person has looked.

use crate::error::WireError;
use crate::files;
use crate::session::Session;
use serde::Deserialize;
use standpoint_core::actors::roll::ops::{Enrolled, Enrolment};
use standpoint_core::actors::roll::{Roll, RollActor, RollChoice, RollColumn};
use standpoint_core::ids::ActorId;
use std::path::PathBuf;

/// A table to read as actors: a file, or pasted text.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct ReadRoll {
    /// The file.
    #[ts(optional)]
    pub path: Option<PathBuf>,
    /// The text, if there is no file.
    #[ts(optional)]
    pub text: Option<String>,
    /// What each column says; guessed if not given.
    #[ts(optional)]
    pub columns: Option<Vec<RollColumn>>,
    /// Whether the first line names the columns; guessed if not given.
    #[ts(optional)]
    pub has_heads: Option<bool>,
}

/// Lines to take in.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct ImportActors {
    /// What becomes of each; lines left out are skipped.
    pub lines: Vec<ImportLine>,
}

/// What becomes of a line.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(tag = "as", rename_all = "snake_case")]
pub(crate) enum ImportLine {
    /// A new actor.
    New {
        /// Its id, if the caller made one.
        #[ts(optional)]
        id: Option<ActorId>,
        /// What the line says.
        actor: RollActor,
    },
    /// One that is there: names it lacks are added, and what nothing is said of yet.
    Known {
        /// Which.
        id: ActorId,
        /// What the line says.
        actor: RollActor,
    },
}

pub(crate) fn read(session: &Session, args: ReadRoll) -> Result<Roll, WireError> {
    const KEPT: &str = "No actor was added.";
    let table = match (&args.path, args.text) {
        (Some(path), _) => {
            let bytes = files::read(path, KEPT)?;
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            standpoint_import::table(&name, &bytes)
        }
        (None, Some(text)) => standpoint_import::table(standpoint_import::PASTED, text.as_bytes()),
        (None, None) => return Err(WireError::bad_request("There is neither a file nor a text to read.")),
    };
    let table = table.map_err(|refusal| WireError::unread(&refusal, KEPT))?;
    let choice = RollChoice { columns: args.columns, has_heads: args.has_heads };
    session.read(|dossier| dossier.read_roll(&table, choice))
}

pub(crate) fn import(session: &Session, args: ImportActors) -> Result<Enrolled, WireError> {
    let named = args.lines.into_iter().map(|line| match line {
        ImportLine::New { id, actor } => {
            Enrolment::New { id: id.unwrap_or_else(|| session.edge().id()), actor }
        }
        ImportLine::Known { id, actor } => Enrolment::Known { id, actor },
    });
    let lines: Vec<Enrolment> = named.collect();
    session.change(|dossier, stamp| dossier.import_actors(&lines, stamp))
}
