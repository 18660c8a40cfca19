//! The file: one SQLite database, opened for one program at a time.
//!
//! This folder is the only place that holds a `Connection`. What it promises: WAL with `synchronous = FULL`,
//! foreign keys on, the whole file locked while it is open, a backup before each migration, and a plain
//! refusal of files that are not ours, newer, damaged, read-only or open elsewhere.

pub mod backup;
pub(crate) mod codec;
pub(crate) mod content;
mod lock;
mod migrate;
pub(crate) mod row;
#[cfg(test)]
mod tests;

use crate::error::{Error, Result};
use lock::FileLock;
use row::{Stored, Table};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// "Stnd": tells a dossier from any other SQLite file (`PRAGMA application_id`).
const APPLICATION_ID: i32 = 0x5374_6e64;

/// SQLite before this had a bug that could corrupt a WAL database.
const OLDEST_SAFE_SQLITE: i32 = 3_051_003;

/// An open dossier file.
#[derive(Debug)]
pub(crate) struct Store {
    pub(crate) connection: Connection,
    path: PathBuf,
    _lock: FileLock,
}

impl Store {
    /// Makes a new, empty dossier file. `holder` says in the lock file who has it open.
    pub(crate) fn create(path: &Path, holder: &str) -> Result<Self> {
        if path.exists() {
            return Err(Error::InTheWay { path: path.to_owned() });
        }
        let lock = FileLock::take(path, holder)?;
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        let store = Self::settle(connection, path, lock)?;
        store.connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        migrate::up(&store.connection, path)?;
        Ok(store)
    }

    /// Opens a dossier file, bringing an older one up to date after a backup beside it.
    pub(crate) fn open(path: &Path, holder: &str) -> Result<Self> {
        let metadata = std::fs::metadata(path).map_err(|error| missing_or(path, error))?;
        if !metadata.is_file() || metadata.len() == 0 {
            return Err(Error::NotADossier { path: path.to_owned() });
        }
        if metadata.permissions().readonly() {
            return Err(Error::ReadOnly { path: path.to_owned() });
        }
        let lock = FileLock::take(path, holder)?;
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let id: i32 = connection
            .pragma_query_value(None, "application_id", |row| row.get(0))
            .map_err(|error| refused(path, error))?;
        if id != APPLICATION_ID {
            return Err(Error::NotADossier { path: path.to_owned() });
        }
        migrate::refuse_newer(&connection, path)?;
        let store = Self::settle(connection, path, lock)?;
        migrate::up(&store.connection, path)?;
        Ok(store)
    }

    /// Refuses if the file is no longer where it was opened: what is written to it would be gone with it.
    pub(crate) fn present(&self) -> Result<()> {
        std::fs::metadata(&self.path).map(|_| ()).map_err(|error| {
            self.gather();
            missing_or(&self.path, error)
        })
    }

    /// Moves what the log beside the file holds into the file. SQLite itself does not once the file was moved while
    /// open, and the log does not move along.
    fn gather(&self) {
        // Refused, the log stays where it is and the next start takes it in.
        let _ = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The first thing wrong with the file's structure or references, if anything is.
    pub(crate) fn fault(&self) -> Result<Option<String>> {
        let verdict: String = self.connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if verdict != "ok" {
            return Ok(Some(verdict));
        }
        let mut dangling = self.connection.prepare("PRAGMA foreign_key_check")?;
        let mut rows = dangling.query([])?;
        Ok(match rows.next()? {
            Some(row) => Some(format!(
                "a row of {} refers to a missing row of {}",
                row.get::<_, String>(0)?,
                row.get::<_, String>(2)?
            )),
            None => None,
        })
    }

    /// The settings that a dossier is kept under. The first of them writes to the file, so it must be ours.
    fn settle(connection: Connection, path: &Path, lock: FileLock) -> Result<Self> {
        connection
            .execute_batch(
                "PRAGMA journal_mode = WAL;
                 PRAGMA synchronous = FULL;
                 PRAGMA foreign_keys = ON;
                 PRAGMA trusted_schema = OFF;
                 PRAGMA temp_store = MEMORY;
                 PRAGMA wal_autocheckpoint = 4000;
                 PRAGMA cache_size = -16000;",
            )
            .map_err(|error| refused(path, error))?;
        connection.set_prepared_statement_cache_capacity(128);
        Ok(Self { connection, path: path.to_owned(), _lock: lock })
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        self.gather();
    }
}

/// A connection that, from its first look at the file on, keeps everybody else out.
fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    assert!(rusqlite::version_number() >= OLDEST_SAFE_SQLITE, "built with an SQLite that can corrupt files");
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(|error| refused(path, error))?;
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE").map_err(|error| refused(path, error))?;
    Ok(connection)
}

/// Every journaled table.
pub(crate) fn tables() -> [Table; 19] {
    use crate::analysis::{checks, suggestions};
    use crate::{actors, dossier, excerpts, exports, issues, notes, positions, search, sources};
    [
        dossier::DossierHead::TABLE,
        sources::Source::TABLE,
        sources::Reading::TABLE,
        excerpts::Excerpt::TABLE,
        actors::Actor::TABLE,
        issues::Issue::TABLE,
        positions::Position::TABLE,
        positions::PositionActor::TABLE,
        positions::EvidenceRow::TABLE,
        notes::Note::TABLE,
        notes::block::BlockRow::TABLE,
        notes::linked::Seen::TABLE,
        notes::versions::NoteVersion::TABLE,
        notes::comments::Comment::TABLE,
        notes::templates::OwnTemplate::TABLE,
        checks::Waiver::TABLE,
        exports::Export::TABLE,
        suggestions::Dismissal::TABLE,
        search::saved::SavedSearch::TABLE,
    ]
}

fn missing_or(path: &Path, error: std::io::Error) -> Error {
    let path = path.to_owned();
    match error.kind() {
        std::io::ErrorKind::NotFound => Error::Missing { path },
        _ => Error::Io { path, error },
    }
}

/// What SQLite's refusal to open a file means to its owner.
fn refused(path: &Path, error: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode as Code;
    let path = path.to_owned();
    match error.sqlite_error_code() {
        Some(Code::NotADatabase) => Error::NotADossier { path },
        Some(Code::DatabaseBusy | Code::DatabaseLocked) => Error::InUse { path, by: String::new() },
        Some(Code::ReadOnly | Code::CannotOpen | Code::PermissionDenied) => Error::ReadOnly { path },
        Some(Code::DatabaseCorrupt) => Error::Damaged { path, what: "its structure cannot be read".into() },
        _ => error.into(),
    }
}
