//! Where the project lies, which files belong to it, and how a file is replaced.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use crate::process;

/// The project's top folder.
pub(crate) fn root() -> PathBuf {
    // Three folders up from this crate; known at run time too, should the folder have been moved since.
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&here).ancestors().nth(3).map_or_else(PathBuf::new, Path::to_owned)
}

/// Every file of the project that is or could be committed, as paths from the top with forward slashes, sorted.
pub(crate) fn project_files() -> Result<Vec<String>, String> {
    let listed = process::output(process::command("git").args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]))?;
    let mut files: Vec<String> =
        listed.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect();
    files.retain(|path| root().join(path).is_file());
    files.sort();
    files.dedup();
    Ok(files)
}

/// The text of a project file, or a sentence that names it.
pub(crate) fn read(path: impl AsRef<Path>) -> Result<String, String> {
    let path = root().join(path);
    fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// Puts `text` at `path` whole or not at all.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), String> {
    let beside = path.with_extension("new");
    let write = || {
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        let mut file = fs::File::create(&beside)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().map_err(|error| format!("cannot write {}: {error}", path.display()))
}
