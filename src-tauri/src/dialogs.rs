//! The native dialogs, and the paths they give back. The words in them come from the page's catalogue.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::test_hooks;

const DOSSIER: &str = "standpoint";

/// How an open dialog is worded.
#[derive(Debug, Deserialize)]
pub(crate) struct Open {
    title: Option<String>,
    /// What files that can be read are called.
    documents: Option<String>,
    /// What files of any kind are called.
    anything: Option<String>,
}

/// How a save dialog is worded, and what it offers.
#[derive(Debug, Deserialize)]
pub(crate) struct Save {
    title: Option<String>,
    /// What such a file is called, as "PDF document".
    kind: Option<String>,
    suggested_name: String,
    /// Without the dot; a new dossier has its own and needs none.
    #[serde(default)]
    extension: String,
}

/// Asks which files to import, those that can be read in front; none when cancelled.
pub(crate) fn open_files<R: Runtime>(app: &AppHandle<R>, wording: Open) -> Vec<PathBuf> {
    if let Some(answer) = test_hooks::next_answer() {
        return answer;
    }
    let Open { title, documents, anything } = wording;
    let mut dialog = dialog(app, title);
    if let Some(documents) = documents {
        dialog = dialog.add_filter(documents, &standpoint_api::document_extensions());
    }
    if let Some(anything) = anything {
        dialog = dialog.add_filter(anything, &["*"]);
    }
    dialog.blocking_pick_files().unwrap_or_default().into_iter().filter_map(on_disk).collect()
}

/// Asks which folders to import; none when cancelled.
pub(crate) fn open_folders<R: Runtime>(app: &AppHandle<R>, wording: Open) -> Vec<PathBuf> {
    if let Some(answer) = test_hooks::next_answer() {
        return answer;
    }
    let picked = dialog(app, wording.title).blocking_pick_folders();
    picked.unwrap_or_default().into_iter().filter_map(on_disk).collect()
}

/// Asks which dossier to open; none when cancelled.
pub(crate) fn open_dossier<R: Runtime>(app: &AppHandle<R>, wording: Open) -> Option<PathBuf> {
    if let Some(answer) = test_hooks::next_answer() {
        return answer.into_iter().next();
    }
    let dialog = dialog(app, wording.title).add_filter("Standpoint", &[DOSSIER]);
    dialog.blocking_pick_file().and_then(on_disk)
}

/// Asks where a new dossier shall lie; none when cancelled.
pub(crate) fn new_dossier<R: Runtime>(app: &AppHandle<R>, wording: Save) -> Option<PathBuf> {
    save(app, Save { kind: Some("Standpoint".to_owned()), extension: DOSSIER.to_owned(), ..wording })
}

/// Asks where to write a file; none when cancelled.
pub(crate) fn save<R: Runtime>(app: &AppHandle<R>, wording: Save) -> Option<PathBuf> {
    if let Some(answer) = test_hooks::next_answer() {
        return answer.into_iter().next();
    }
    let Save { title, kind, suggested_name, extension } = wording;
    let name = with_extension(Path::new(&suggested_name), &extension);
    let dialog = dialog(app, title)
        .set_file_name(name.to_string_lossy())
        .add_filter(kind.unwrap_or_else(|| extension.to_uppercase()), &[&extension]);
    let path = dialog.blocking_save_file().and_then(on_disk)?;
    Some(with_extension(&path, &extension))
}

fn dialog<R: Runtime>(app: &AppHandle<R>, title: Option<String>) -> FileDialogBuilder<R> {
    let mut dialog = app.dialog().file();
    if let Some(window) = app.get_webview_window("main") {
        dialog = dialog.set_parent(&window);
    }
    match title {
        Some(title) => dialog.set_title(title),
        None => dialog,
    }
}

/// Phones hand out other addresses than paths; desktops do not.
fn on_disk(picked: FilePath) -> Option<PathBuf> {
    picked.into_path().ok()
}

/// Adds the extension a user left out, and never replaces what follows a dot of their own ("Note v1.2").
fn with_extension(path: &Path, extension: &str) -> PathBuf {
    let has_it = path.extension().is_some_and(|given| given.eq_ignore_ascii_case(extension));
    if has_it || extension.is_empty() {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, extension: &str, expect: &str) {
        assert_eq!(with_extension(Path::new(path), extension), Path::new(expect));
    }

    #[test]
    fn a_missing_extension_is_added_and_nothing_is_replaced() {
        check("Brief", "pdf", "Brief.pdf");
        check("Brief.pdf", "pdf", "Brief.pdf");
        check("Brief.PDF", "pdf", "Brief.PDF");
        check("Brief v1.2", "pdf", "Brief v1.2.pdf");
        check("Brief", "", "Brief");
    }
}
