//! That something may stay as it is, and why: kept with the note, in the journal like everything a person does.

use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::ids::NoteId;
use crate::notes::Note;
use crate::store::row::{Stored, stored};
use crate::time::Moment;
use crate::transact::{Done, Op, Stamp};
use serde::{Deserialize, Serialize};

/// Why something that the checks point out may stay as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Waiver {
    /// Note and finding.
    pub id: String,
    /// The note.
    pub note: NoteId,
    /// The finding's name.
    pub key: String,
    /// Why.
    pub reason: String,
    /// Who says so.
    pub who: String,
    /// When.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub at: Moment,
}

stored!(Waiver, "waiver": plain id, plain note, plain key, plain reason, plain who, plain at);

impl Dossier {
    /// What may stay as it is in a note.
    pub fn waivers(&self, note: NoteId) -> Result<Vec<Waiver>> {
        Waiver::select(&self.store.connection, "WHERE note = ? ORDER BY n", [note])
    }

    /// Lets a finding stand, for a reason.
    pub fn waive_check(
        &mut self,
        note: NoteId,
        key: &str,
        reason: &str,
        stamp: &Stamp,
    ) -> Result<Done<Waiver>> {
        self.transact(Op::WaiveCheck, stamp, |tx| {
            let reason = reason.trim();
            if reason.is_empty() {
                return Err(Error::rule("Say why it may stay as it is; the reason is kept with the note."));
            }
            tx.about(Note::get(tx.connection, note)?.title);
            let waiver = Waiver {
                id: id_of(note, key),
                note,
                key: key.to_owned(),
                reason: reason.to_owned(),
                who: stamp.who.clone(),
                at: stamp.at,
            };
            tx.put(&waiver)?;
            Ok(waiver)
        })
    }

    /// Points a finding out again.
    pub fn raise_check(&mut self, note: NoteId, key: &str, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::RaiseCheck, stamp, |tx| {
            tx.about(Note::get(tx.connection, note)?.title);
            tx.remove::<Waiver>(&id_of(note, key))
        })
    }
}

fn id_of(note: NoteId, key: &str) -> String {
    format!("{note}/{key}")
}
