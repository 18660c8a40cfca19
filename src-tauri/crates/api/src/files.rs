//! Writing files so that a crash, a full disk or a pulled plug leaves the old one or the new one, never half.

use crate::error::WireError;
use std::io::Write;
use std::path::Path;

/// Puts `bytes` at `path`: written beside it, synced, renamed.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), WireError> {
    let refused = |error: &std::io::Error| WireError::io(path, error, "Nothing was written.");
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if path.is_dir() {
        return Err(refused(&std::io::ErrorKind::IsADirectory.into()));
    }
    let mut building = tempfile::Builder::new();
    building.prefix(".standpoint-");
    // Temporary files are private; what is handed to colleagues is not.
    #[cfg(unix)]
    building.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut part = building.tempfile_in(folder).map_err(|error| refused(&error))?;
    part.write_all(bytes)
        .and_then(|()| part.as_file().sync_all())
        .and_then(|()| part.persist(path).map(drop).map_err(|error| error.error))
        .map_err(|error| refused(&error))
}
