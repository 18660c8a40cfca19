//! What can go wrong with a dossier, in full; the wire shows people a sentence made from it.

use std::path::PathBuf;

/// Shorthand for results of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Everything that can go wrong in here.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file is not there (any more).
    #[error("there is no dossier at {path}")]
    Missing {
        /// The file asked for.
        path: PathBuf,
    },
    /// A file is in the way of a new dossier.
    #[error("{path} is there already")]
    InTheWay {
        /// The file asked for.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{path} is not a Standpoint dossier")]
    NotADossier {
        /// The file asked for.
        path: PathBuf,
    },
    /// A later version of the program wrote it.
    #[error(
        "{path} was written by a newer version of Standpoint (format {found}; this one reads up to {known})"
    )]
    Newer {
        /// The file asked for.
        path: PathBuf,
        /// The file's format.
        found: u32,
        /// The last format known here.
        known: u32,
    },
    /// Somebody has it open.
    #[error("{path} is open elsewhere{by}")]
    InUse {
        /// The file asked for.
        path: PathBuf,
        /// " (by …)" where the lock file says who, else empty.
        by: String,
    },
    /// The file or its folder cannot be written.
    #[error("{path} cannot be written")]
    ReadOnly {
        /// The file asked for.
        path: PathBuf,
    },
    /// Its contents contradict themselves.
    #[error("{path} is damaged: {what}")]
    Damaged {
        /// The file asked for.
        path: PathBuf,
        /// The first thing found wrong.
        what: String,
    },
    /// Disk or quota is full; the change was taken back whole.
    #[error("the disk is full; nothing was changed")]
    DiskFull,
    /// A row that was asked for is not there.
    #[error("there is no such {what}")]
    NotFound {
        /// The kind of thing, in the domain's word.
        what: &'static str,
    },
    /// The request contradicts a rule of the domain.
    #[error("{0}")]
    Rule(String),
    /// The row has changed since; nothing was overwritten.
    #[error("{what} has changed since; nothing was overwritten")]
    Conflict {
        /// The step or row concerned.
        what: String,
    },
    /// Nothing to undo or redo.
    #[error("there is nothing to {0}")]
    Nothing(&'static str),
    /// The database said no.
    #[error("the dossier could not be read or written: {0}")]
    Sqlite(rusqlite::Error),
    /// The file system said no.
    #[error("{path}: {error}")]
    Io {
        /// The file concerned.
        path: PathBuf,
        /// The system's reason.
        error: std::io::Error,
    },
    /// A stored value is not what this version writes.
    #[error("a stored value cannot be read: {0}")]
    Stored(#[from] serde_json::Error),
}

impl Error {
    /// A rule of the domain was broken; `sentence` says which, for people.
    pub fn rule(sentence: impl Into<String>) -> Self {
        Self::Rule(sentence.into())
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::DiskFull,
            _ => Self::Sqlite(error),
        }
    }
}

/// So many of something, for a sentence: `1 position`, `2 positions`.
pub(crate) fn counted(count: u32, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
