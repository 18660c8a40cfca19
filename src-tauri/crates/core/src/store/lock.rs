//! The lock file beside an open dossier: a second program is told in words, before SQLite is asked.
//!
//! The operating system drops the lock when its holder ends, however it ends, so a lock file left behind
//! by a crash locks nobody out.

use crate::error::{Error, Result};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Held as long as the dossier is open.
#[derive(Debug)]
pub(super) struct FileLock {
    file: File,
    path: PathBuf,
}

impl FileLock {
    /// Takes the lock of the dossier at `dossier`, and writes down who has it.
    pub(super) fn take(dossier: &Path, holder: &str) -> Result<Self> {
        let path = beside(dossier);
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| refused(dossier, error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Error::InUse { path: dossier.to_owned(), by: holder_in(&mut file) });
            }
            Err(TryLockError::Error(error)) => return Err(refused(dossier, error)),
        }
        let written = file
            .set_len(0)
            .and_then(|()| file.seek(SeekFrom::Start(0)))
            .and_then(|_| file.write_all(holder.as_bytes()));
        written.map_err(|error| refused(dossier, error))?;
        Ok(Self { file, path })
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        // Removed while still held: whoever opens the path next makes a file of their own.
        let _ = std::fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}

fn beside(dossier: &Path) -> PathBuf {
    let mut name = dossier.file_name().unwrap_or_default().to_owned();
    name.push("-lock");
    dossier.with_file_name(name)
}

fn holder_in(file: &mut File) -> String {
    let mut holder = String::new();
    match file.take(200).read_to_string(&mut holder) {
        Ok(_) if !holder.trim().is_empty() => format!(" by {}", holder.trim()),
        _ => String::new(),
    }
}

fn refused(dossier: &Path, error: std::io::Error) -> Error {
    use std::io::ErrorKind as Kind;
    let path = dossier.to_owned();
    match error.kind() {
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Error::ReadOnly { path },
        Kind::StorageFull | Kind::QuotaExceeded => Error::DiskFull,
        _ => Error::Io { path, error },
    }
}
