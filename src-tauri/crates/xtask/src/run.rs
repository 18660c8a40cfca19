//! `cargo xtask run`: from a fresh clone to the sample dossier in the window, or, without a display, to its
//! note as a PDF.

use std::{ffi::OsStr, fs, path::PathBuf, process::Command};

use serde_json::Value;

use crate::{cache, packages, pages, process};

const SAMPLE: &str = "london-talks";

/// Does what the machine allows, and says what that is.
pub(crate) fn run() -> Result<(), String> {
    if cfg!(target_os = "linux") && !has_display() {
        println!("There is no display here, so no window: building the sample dossier and its note instead.");
        return without_window();
    }
    if cfg!(windows) {
        println!(
            "Needs: the Visual Studio C++ build tools, Node.js 20 or newer, WebView2 (part of Windows 11)."
        );
    } else if cfg!(target_os = "macos") {
        println!("Needs: the Xcode command line tools (xcode-select --install), Node.js 20 or newer.");
    }
    packages::install(packages::BUILD)?;
    pages::build()?;
    let dossier = sample()?;
    process::run(
        process::cargo().args(["run", "--quiet", "--locked", "--package", "standpoint", "--"]).arg(dossier),
    )
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn without_window() -> Result<(), String> {
    let (dossier, note) = sample_note()?;
    let pdf = dossier.with_extension("pdf");
    process::run(cli(["export"]).arg(&dossier).args(["--note", &note, "--to"]).arg(&pdf))?;
    println!("Dossier: {}\nNote:    {}", dossier.display(), pdf.display());
    Ok(())
}

/// The sample dossier and the id of its note.
pub(crate) fn sample_note() -> Result<(PathBuf, String), String> {
    let dossier = sample()?;
    let notes = process::output(cli(["notes", "--json"]).arg(&dossier))?;
    let note = first_id(&notes).ok_or("the sample dossier has no note")?;
    Ok((dossier, note))
}

/// The sample dossier under Cargo's target folder, built if it is not there yet.
pub(crate) fn sample() -> Result<PathBuf, String> {
    let folder = cache::target().join("sample");
    let dossier = folder.join(format!("{SAMPLE}.standpoint"));
    if !dossier.exists() {
        fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
        process::run(cli(["sample"]).arg(&dossier))?;
    }
    Ok(dossier)
}

fn cli<Word: AsRef<OsStr>>(words: impl IntoIterator<Item = Word>) -> Command {
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--locked", "--package", "standpoint-cli", "--"]).args(words);
    cargo
}

/// The id of the first note in what `standpoint-cli notes --json` prints.
fn first_id(notes: &str) -> Option<String> {
    let notes: Value = serde_json::from_str(notes).ok()?;
    notes.get(0)?.get("id")?.as_str().map(str::to_owned)
}
