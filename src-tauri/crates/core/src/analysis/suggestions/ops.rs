//! Remembering what somebody did not want to be offered again.

use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::SourceId;
use crate::sources::Source;
use crate::store::row::{Stored, stored};
use crate::time::Moment;
use crate::transact::{Done, Op, Stamp};
use serde::{Deserialize, Serialize};

/// What is not to be offered again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Dismissed {
    /// The position that the word at `cue` seems to give in a source's text.
    Suggestion {
        /// The source.
        source: SourceId,
        /// Where the word stands, in Unicode scalar values.
        cue: u32,
    },
    /// A name that is no actor's, in any source.
    Name {
        /// As it stands in texts.
        name: String,
    },
}

/// A dismissal, as its table holds it. Tied to nothing: a source that went and came back keeps what was said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dismissal {
    /// Made from what was dismissed, so that it cannot stand there twice.
    pub(crate) id: String,
    pub(crate) source: Option<SourceId>,
    pub(crate) cue: Option<u32>,
    pub(crate) name: Option<String>,
    pub(crate) at: Moment,
}

stored!(Dismissal, "dismissal": plain id, plain source, plain cue, plain name, plain at);

impl Dossier {
    /// Does not offer it again. A second time is harmless.
    pub fn dismiss(&mut self, what: &Dismissed, stamp: &Stamp) -> Result<Done<()>> {
        let op = match what {
            Dismissed::Suggestion { .. } => Op::DismissSuggestion,
            Dismissed::Name { .. } => Op::DismissName,
        };
        self.transact(op, stamp, |tx| {
            let (id, source, cue, name) = match what {
                Dismissed::Suggestion { source, cue } => {
                    tx.about(Source::get(tx.connection, *source)?.title);
                    (format!("{source}/{cue}"), Some(*source), Some(*cue), None)
                }
                Dismissed::Name { name } => {
                    tx.about(name.clone());
                    (format!("name/{name}"), None, None, Some(name.clone()))
                }
            };
            if !Dismissal::select(tx.connection, "WHERE id = ?", [&id])?.is_empty() {
                return Ok(());
            }
            tx.insert(&Dismissal { id, source, cue, name, at: tx.stamp.at })
        })
    }
}
