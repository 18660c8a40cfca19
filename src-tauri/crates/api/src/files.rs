//! Writing files so that a crash, a full disk or a pulled plug leaves the old one or the new one, never half.

use crate::error::WireError;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file written in full beside its place. Dropped, it is gone.
pub(crate) struct Staged {
    part: NamedTempFile,
    path: PathBuf,
}

/// Writes `bytes` beside `path`, so that everything that is likely to fail has been done.
pub(crate) fn stage(path: &Path, bytes: &[u8]) -> Result<Staged, WireError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if path.is_dir() {
        return Err(refused(path, &ErrorKind::IsADirectory.into()));
    }
    spare_dossier(path)?;
    let mut building = tempfile::Builder::new();
    building.prefix(".standpoint-");
    // Temporary files are private; what is handed to colleagues is not.
    #[cfg(unix)]
    building.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut part = building.tempfile_in(folder).map_err(|error| refused(path, &error))?;
    part.write_all(bytes).and_then(|()| part.as_file().sync_all()).map_err(|error| refused(path, &error))?;
    Ok(Staged { part, path: path.to_owned() })
}

impl Staged {
    /// Puts the file in its place; one that is there is replaced.
    pub(crate) fn place(self) -> Result<(), WireError> {
        self.part.persist(&self.path).map(drop).map_err(|error| refused(&self.path, &error.error))
    }
}

/// Nothing that is written takes the place of a dossier, be it the one that is open: all that is in it would be gone.
fn spare_dossier(path: &Path) -> Result<(), WireError> {
    const DATABASE: &[u8; 16] = b"SQLite format 3\0";
    let mut first = [0; DATABASE.len()];
    match std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut first)) {
        Ok(()) if first == *DATABASE => {}
        Ok(()) => return Ok(()),
        // Nothing is there, or less than a dossier begins with.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::UnexpectedEof) => return Ok(()),
        // What cannot be read may be one.
        Err(error) => return Err(refused(path, &error)),
    }
    Err(WireError::new(
        crate::Code::InTheWay,
        format!("{} is a dossier, which would be lost. Nothing was written.", crate::error::name(path)),
        "Choose another name.",
    ))
}

/// The bytes of a file that a document may be; `kept` says what is safe if there are none.
pub(crate) fn read(path: &Path, kept: &str) -> Result<Vec<u8>, WireError> {
    let refused = |error: &std::io::Error| WireError::io(path, error, kept);
    let metadata = std::fs::metadata(path).map_err(|error| refused(&error))?;
    if metadata.is_dir() {
        return Err(refused(&ErrorKind::IsADirectory.into()));
    }
    if !metadata.is_file() {
        return Err(WireError::new(
            crate::Code::Refused,
            format!("{} is not an ordinary file. {kept}", crate::error::name(path)),
            "Save it as a file first.",
        ));
    }
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    standpoint_import::Refusal::check_size(&file, metadata.len())
        .map_err(|refusal| WireError::unread(&refusal, kept))?;
    std::fs::read(path).map_err(|error| refused(&error))
}

/// Puts `bytes` at `path`.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), WireError> {
    stage(path, bytes)?.place()
}

fn refused(path: &Path, error: &std::io::Error) -> WireError {
    WireError::io(path, error, "Nothing was written.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::disallowed_methods, reason = "files of a test, which nobody misses after a crash")]
    fn only_what_is_surely_no_dossier_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let check = |name: &str, before: Option<&[u8]>, is_replaced: bool| {
            let path = folder.path().join(name);
            if let Some(before) = before {
                std::fs::write(&path, before).unwrap();
            }
            assert_eq!(replace(&path, b"new").is_ok(), is_replaced, "{name}");
            let expect = if is_replaced { b"new".as_slice() } else { before.unwrap_or_default() };
            assert_eq!(std::fs::read(&path).unwrap(), expect, "{name}");
        };
        check("none", None, true);
        check("empty", Some(b""), true);
        check("short", Some(b"SQLite"), true);
        check("note", Some(b"%PDF-1.7, and more of it"), true);
        check("dossier", Some(b"SQLite format 3\0, and more of it"), false);
        #[cfg(unix)]
        {
            // It cannot be opened by anybody.
            let path = folder.path().join("round");
            std::os::unix::fs::symlink("round", &path).unwrap();
            assert!(replace(&path, b"new").is_err());
            assert!(path.is_symlink());
        }
    }
}
