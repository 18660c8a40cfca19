//! The files in a folder, for somebody who gave the folder.

use std::path::{Path, PathBuf};

/// The most files that one import takes on.
pub(super) const MOST: usize = 10_000;

/// Folders within folders deeper than this are nobody's filing.
const DEEPEST: usize = 32;

/// A file, and what it is called with the folders it lies in.
pub(super) type Named = (PathBuf, String);

/// The files to read for a path: itself, or what is in the folder, by name. Hidden files are passed over, and links
/// are not followed: they may lead in a ring, or out of the folder. Where there are too many, one more than may be
/// taken on, so that it is told.
pub(super) fn files(path: &Path) -> Vec<Named> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let mut found = Vec::new();
    if path.is_dir() {
        descend(path, &name, 1, &mut found);
    } else {
        found.push((path.to_owned(), name));
    }
    found
}

fn descend(folder: &Path, shown: &str, depth: usize, found: &mut Vec<Named>) {
    // A folder that may not be read has nothing in it for us.
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Ok(kind) = entry.file_type() else { continue };
        let litter = name.starts_with('.') || ["Thumbs.db", "desktop.ini"].contains(&name.as_str());
        if litter || found.len() > MOST {
            continue;
        }
        let shown = format!("{shown}/{name}");
        if kind.is_file() {
            found.push((entry.path(), shown));
        } else if kind.is_dir() && depth < DEEPEST {
            descend(&entry.path(), &shown, depth + 1, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_too_many_is_told() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..MOST + 3 {
            std::fs::File::create(folder.path().join(format!("{number}.txt"))).unwrap();
        }
        assert_eq!(files(folder.path()).len(), MOST + 1);
    }
}
