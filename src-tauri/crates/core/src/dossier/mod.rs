//! A dossier: one file on one subject, and the facts about it that everything else starts from.

mod check;
pub mod ops;

pub use check::Finding;

use crate::analysis::Memory;
use crate::error::Result;
use crate::ids::DossierId;
use crate::markings::MarkingScheme;
use crate::notes::Paper;
use crate::store::row::{Stored, stored};
use crate::store::{Store, backup};
use crate::time::Moment;
use crate::transact::{Op, Stamp};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// An open dossier.
#[derive(Debug)]
pub struct Dossier {
    pub(crate) store: Store,
    pub(crate) memory: Memory,
}

/// What a dossier says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DossierHead {
    /// Its name in the program.
    pub id: DossierId,
    /// Its title.
    pub title: String,
    /// BCP 47 tag; notes start with it.
    pub language: String,
    /// The labels it uses.
    pub marking_scheme: MarkingScheme,
    /// The marking of what has none of its own.
    pub marking: Option<String>,
    /// The unit that writes here; notes start with it.
    pub unit: Option<String>,
    /// The paper notes start with.
    pub paper: Paper,
    /// When it was begun.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub created_at: Moment,
}

stored!(DossierHead, "dossier": plain id, plain title, plain language, json marking_scheme, plain marking, plain unit,
    plain paper, plain created_at);

impl Dossier {
    /// Makes a new dossier file with `head` in it. Refuses if a file is there.
    ///
    /// A failure leaves no half-made file behind.
    pub fn create(path: &Path, head: &DossierHead, stamp: &Stamp) -> Result<Self> {
        let store = Store::create(path, &stamp.who)?;
        let mut dossier = Self { store, memory: Memory::default() };
        let written = dossier.transact(Op::BeginDossier, stamp, |tx| {
            tx.about(head.title.clone());
            tx.insert(head)
        });
        match written {
            Ok(_) => Ok(dossier),
            Err(error) => {
                drop(dossier);
                let _ = std::fs::remove_file(path);
                Err(error)
            }
        }
    }

    /// Opens the dossier at `path`; `who` is shown to others who try while it is open.
    pub fn open(path: &Path, who: &str) -> Result<Self> {
        Ok(Self { store: Store::open(path, who)?, memory: Memory::default() })
    }

    /// The file it lives in.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// What it says of itself.
    pub fn head(&self) -> Result<DossierHead> {
        DossierHead::select(&self.store.connection, "LIMIT 1", [])?.pop().ok_or_else(|| {
            crate::Error::Damaged { path: self.path().to_owned(), what: "it has no title row".into() }
        })
    }

    /// Copies the whole dossier to a new file at `to`, and checks the copy.
    pub fn copy_to(&self, to: &Path) -> Result<()> {
        backup::copy(&self.store.connection, to)
    }
}
