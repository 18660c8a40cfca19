//! The sample dossier as the tasks use it: built once under Cargo's target folder, by whichever build of the
//! command line they have.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::{cache, process};

/// The dossier, built if it is not there yet.
pub(crate) fn dossier(cli: &Path) -> Result<PathBuf, String> {
    let folder = cache::target().join("sample");
    let dossier = folder.join("london-talks.standpoint");
    if !dossier.exists() {
        fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
        process::run(process::program(cli).arg("sample").arg(&dossier))?;
    }
    Ok(dossier)
}

/// The command that writes the dossier's first note to `pdf`.
pub(crate) fn export(cli: &Path, dossier: &Path, pdf: &Path) -> Result<Command, String> {
    let notes = process::output(process::program(cli).arg("notes").arg(dossier).arg("--json"))?;
    let note = first_id(&notes).ok_or("the sample dossier has no note")?;
    let mut export = process::program(cli);
    export.arg("export").arg(dossier).args(["--note", &note, "--to"]).arg(pdf);
    Ok(export)
}

/// The id of the first note in what `standpoint-cli notes --json` prints.
fn first_id(notes: &str) -> Option<String> {
    let notes: Value = serde_json::from_str(notes).ok()?;
    notes.get(0)?.get("id")?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_note_is_taken() {
        assert_eq!(first_id(r#"[{"id":"a"},{"id":"b"}]"#), Some("a".to_owned()));
        assert_eq!(first_id("[]"), None);
    }
}
