//! Errors as people meet them: what happened, what was kept, what to do next. No Debug text, no stack.

use serde::{Deserialize, Serialize};
use standpoint_core::Error;
use std::path::Path;

/// A reason that somebody acts on: the window, a script, a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The request itself is malformed.
    BadRequest,
    /// No dossier is open.
    NoDossier,
    /// The thing asked for is not there.
    NotFound,
    /// The file is not there.
    MissingFile,
    /// A file is in the way.
    InTheWay,
    /// The file is something else.
    NotADossier,
    /// A newer version wrote the file.
    Newer,
    /// Somebody has the file open.
    InUse,
    /// The file or folder cannot be written.
    ReadOnly,
    /// The file is damaged.
    Damaged,
    /// The disk is full.
    DiskFull,
    /// A rule of the domain was broken.
    Refused,
    /// Something has changed since.
    Conflict,
    /// A document could not be read.
    Unreadable,
    /// A document opens with a password, or with another than the one given.
    Locked,
    /// A note could not be composed.
    NotComposed,
    /// Something we did not foresee.
    Unexpected,
}

/// An error on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, thiserror::Error)]
#[error("{message}{}{hint}", if hint.is_empty() { "" } else { " " })]
pub struct WireError {
    /// For programs.
    pub code: Code,
    /// What happened, to what, and what was kept: whole sentences.
    pub message: String,
    /// What to do next; may be empty.
    pub hint: String,
}

impl WireError {
    pub(crate) fn new(code: Code, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: hint.into() }
    }

    /// The request names a command or holds a value that is not known.
    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(Code::BadRequest, message, "")
    }

    pub(crate) fn no_dossier() -> Self {
        Self::new(Code::NoDossier, "No dossier is open.", "Open one, or begin a new one.")
    }

    /// A document could not be read; `kept` says what is safe. One that wants its password is on its way still.
    pub(crate) fn unread(refusal: &standpoint_import::Refusal, kept: &str) -> Self {
        let message = refusal.message();
        if refusal.asks_for_password() {
            return Self::new(Code::Locked, message, refusal.hint());
        }
        Self::new(Code::Unreadable, format!("{message} {kept}"), refusal.hint())
    }

    /// A file could not be read or written; `kept` says what is safe.
    pub(crate) fn io(path: &Path, error: &std::io::Error, kept: &str) -> Self {
        use std::io::ErrorKind as Kind;
        let name = name(path);
        match error.kind() {
            Kind::NotFound if !has_folder(path) => Self::new(
                Code::MissingFile,
                format!("The folder of {name} is not there. {kept}"),
                "Choose a folder that is there, or make it first.",
            ),
            Kind::NotFound => Self::new(
                Code::MissingFile,
                format!("{name} is not there. {kept}"),
                "It may have been moved or renamed; look for it, or choose another place.",
            ),
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::new(
                Code::ReadOnly,
                format!("{name} cannot be opened for that: you do not have the right to. {kept}"),
                "Choose another folder, or ask for access.",
            ),
            Kind::StorageFull | Kind::QuotaExceeded => Self::disk_full(kept),
            Kind::AlreadyExists => {
                Self::new(Code::InTheWay, format!("{name} is there already. {kept}"), "Choose another name.")
            }
            Kind::IsADirectory => Self::new(
                Code::Refused,
                format!("{name} is a folder, not a file. {kept}"),
                "Choose a file in it.",
            ),
            _ => Self::new(
                Code::Unexpected,
                format!("{name} could not be read or written. {kept}"),
                format!("The system says: {error}."),
            ),
        }
    }

    fn disk_full(kept: &str) -> Self {
        Self::new(Code::DiskFull, format!("The disk is full. {kept}"), "Free some space, then try again.")
    }
}

impl From<Error> for WireError {
    fn from(error: Error) -> Self {
        const KEPT: &str = "Nothing was changed.";
        match error {
            Error::Missing { path } => Self::io(&path, &std::io::ErrorKind::NotFound.into(), KEPT),
            Error::InTheWay { path } => Self::io(&path, &std::io::ErrorKind::AlreadyExists.into(), KEPT),
            Error::NotADossier { path } => Self::new(
                Code::NotADossier,
                format!("{} is not a Standpoint dossier. It was left as it is.", name(&path)),
                "To bring a document into a dossier, import it there.",
            ),
            Error::Newer { path, .. } => Self::new(
                Code::Newer,
                format!(
                    "{} was written by a newer version of Standpoint. It was left as it is.",
                    name(&path)
                ),
                "Update Standpoint, then open it again.",
            ),
            Error::InUse { path, by } => Self::new(
                Code::InUse,
                format!("{} is open elsewhere{by}. {KEPT}", name(&path)),
                "Close it there, then open it again.",
            ),
            Error::ReadOnly { path } => Self::new(
                Code::ReadOnly,
                format!("{} or its folder cannot be written. {KEPT}", name(&path)),
                "Copy it to a folder of your own and open the copy.",
            ),
            Error::Damaged { path, what } => Self::new(
                Code::Damaged,
                format!("{} is damaged: {what}. It was left as it is.", name(&path)),
                "Open a backup of it.",
            ),
            Error::DiskFull => Self::disk_full(KEPT),
            Error::NotFound { what } => Self::new(
                Code::NotFound,
                format!("That {} is no longer in the dossier.", what.replace('_', " ")),
                "It may have been undone or removed; look in History.",
            ),
            Error::Rule(sentence) => Self::new(Code::Refused, sentence, ""),
            Error::Conflict { what } => Self::new(
                Code::Conflict,
                format!("This cannot be done, because {what} has changed since. {KEPT}"),
                "Look in History for what was done in between.",
            ),
            Error::Nothing(what) => Self::new(Code::Refused, format!("There is nothing to {what}."), ""),
            Error::Io { path, error } => Self::io(&path, &error, KEPT),
            Error::Sqlite(_) => Self::new(
                Code::Unexpected,
                format!("The dossier’s file could not be read or written. {KEPT}"),
                "Check that its folder is still there and its disk is not failing, then open it again.",
            ),
            Error::Stored(_) => Self::new(
                Code::Damaged,
                "Something kept in the dossier cannot be read by this version. It was left as it is.",
                "Update Standpoint, or open a backup.",
            ),
        }
    }
}

fn has_folder(path: &Path) -> bool {
    path.parent().is_none_or(|folder| folder.as_os_str().is_empty() || folder.exists())
}

/// A file's own name in quotation marks: paths are long, and may say more than they should.
pub(crate) fn name(path: &Path) -> String {
    format!("“{}”", path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
}
