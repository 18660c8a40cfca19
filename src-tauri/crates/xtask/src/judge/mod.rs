//! Whether the files that leave the building are what they say they are, by the word of others: PDF/UA-1 and PDF/A-3a
//! by page-validation, soundness by qpdf.
//!
//! The tests of `standpoint-brief` leave their notes in a folder; the sample note is added to them here.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{cache, process, python, sample};

const PACKAGE: &str = "page-validation==0.11.0";

/// What the tests of `standpoint-brief` read: where to leave their files, and how many notes to make up.
const FOLDER: &str = "STANDPOINT_JUDGED";
const NOTES: &str = "STANDPOINT_JUDGED_NOTES";

/// Judges so many made-up notes besides those of every kind.
pub(crate) fn run(notes: &str) -> Result<(), String> {
    let mut cargo = process::cargo();
    process::run(cargo.args(["build", "--workspace", "--locked", "--bins", "--examples"]))?;
    let mut tests = process::cargo();
    tests.args(["test", "--workspace", "--locked", "--lib", "judged"]).env(NOTES, notes);
    asked(&mut tests)?;
    process::run(&mut tests)?;
    judge(&cache::target().join("debug/standpoint-cli"), |_| {})
}

/// Asks a run of the tests to leave its files.
pub(crate) fn asked(tests: &mut Command) -> Result<(), String> {
    let folder = folder();
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    tests.env(FOLDER, folder);
    Ok(())
}

/// Judges what the tests have left and the sample note. Where the judge cannot be had, says so and passes.
pub(crate) fn judge(cli: &Path, hear: impl FnMut(&str)) -> Result<(), String> {
    let python = match python::with(PACKAGE) {
        Ok(python) => python,
        Err(reason) => {
            println!("Skipped: {PACKAGE} is not here and cannot be had ({reason})");
            return Ok(());
        }
    };
    let pdf = folder().join("sample.pdf");
    process::run(&mut sample::export(cli, &sample::dossier(cli)?, &pdf)?)?;
    let mut judge = python::script(&python, include_str!("judge.py"));
    process::listen(judge.arg(folder()), hear)
}

fn folder() -> PathBuf {
    cache::target().join("judged")
}
