//! What to look at before a note leaves, and what may stay as it is.

use crate::error::WireError;
use crate::session::Session;
use crate::templates;
use serde::Deserialize;
use standpoint_core::Dossier;
use standpoint_core::analysis::checks::{self, Around, Check, Waiver};
use standpoint_core::ids::NoteId;
use standpoint_core::notes::NoteSnapshot;
use standpoint_core::notes::versions::VersionKind;
use standpoint_core::time::Moment;

/// A note to look through.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct AskChecks {
    /// The note.
    pub note: NoteId,
    /// How many pages its body has, if the caller knows.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub pages: Option<u32>,
}

/// Something that may stay as it is.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct WaiveCheck {
    /// The note.
    pub note: NoteId,
    /// The finding's key.
    pub key: String,
    /// Why.
    pub reason: String,
}

/// Something that is to be pointed out again.
#[derive(Debug, Deserialize, ts_rs::TS)]
pub(crate) struct RaiseCheck {
    /// The note.
    pub note: NoteId,
    /// The finding's key.
    pub key: String,
}

pub(crate) fn list(session: &Session, args: AskChecks) -> Result<Vec<Check>, WireError> {
    let read = session.read(|dossier| {
        let snapshot = dossier.note_snapshot(args.note)?;
        Ok::<_, WireError>((Beside::of(dossier, &snapshot)?, snapshot))
    })?;
    // Read under the lock, looked through outside it.
    let (beside, snapshot) = read;
    Ok(beside.checks(&snapshot, session.edge().now(), args.pages))
}

pub(crate) fn waive(session: &Session, args: WaiveCheck) -> Result<Waiver, WireError> {
    session.change(|dossier, stamp| dossier.waive_check(args.note, &args.key, &args.reason, stamp))
}

pub(crate) fn raise(session: &Session, args: RaiseCheck) -> Result<(), WireError> {
    session.change(|dossier, stamp| dossier.raise_check(args.note, &args.key, stamp))
}

/// What a note is read against, besides the dossier of now.
pub(crate) struct Beside {
    last: Option<(String, NoteSnapshot)>,
    carried: Option<(String, NoteSnapshot)>,
    pub(crate) waivers: Vec<Waiver>,
    max_pages: Option<u32>,
}

impl Beside {
    pub(crate) fn of(dossier: &Dossier, snapshot: &NoteSnapshot) -> Result<Self, WireError> {
        let note = &snapshot.note;
        let versions = dossier.versions(note.id)?;
        let kept = |find: &dyn Fn(VersionKind) -> bool| {
            let version = versions.iter().find(|version| find(version.kind));
            version
                .map(|version| Ok::<_, WireError>((version, dossier.kept_snapshot(&version.snapshot)?)))
                .transpose()
        };
        let last = kept(&|kind| kind != VersionKind::CarriedOver)?;
        let carried = kept(&|kind| kind == VersionKind::CarriedOver)?;
        Ok(Self {
            last: last.map(|(version, snapshot)| (version.version.clone(), snapshot)),
            carried: carried.map(|(version, snapshot)| (version.name.clone(), snapshot)),
            waivers: dossier.waivers(note.id)?,
            max_pages: templates::max_pages(dossier, &note.template)?,
        })
    }

    pub(crate) fn checks(&self, snapshot: &NoteSnapshot, at: Moment, pages: Option<u32>) -> Vec<Check> {
        let around = Around {
            at,
            pages: pages.zip(self.max_pages),
            last: self.last.as_ref().map(|(version, snapshot)| (version.as_str(), snapshot)),
            carried: self.carried.as_ref().map(|(name, snapshot)| (name.as_str(), snapshot)),
        };
        checks::checks(snapshot, &around, &self.waivers)
    }
}
