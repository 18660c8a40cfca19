//! A Python of the project's own beside what Cargo builds, with packages from `PyPI` that judge or are measured.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{cache, files, process};

/// A Python that has `package`, as pip names it with its version. Each package has a Python of its own.
pub(crate) fn with(package: &str) -> Result<PathBuf, String> {
    let venv = cache::target().join("python").join(package.replace("==", "-"));
    let python = venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = venv.join("installed");
    if fs::exists(&stamp).unwrap_or(false) {
        return Ok(python);
    }
    println!("Installing {package} from PyPI into {}", venv.display());
    process::run(process::command("python3").args(["-m", "venv"]).arg(&venv))?;
    let mut pip = process::program(&python);
    process::run(pip.args(["-m", "pip", "--quiet", "--disable-pip-version-check", "install", package]))?;
    files::replace(&stamp, package)?;
    Ok(python)
}

/// The command that runs `text` as a program.
pub(crate) fn script(python: &Path, text: &str) -> Command {
    let mut command = process::program(python);
    command.args(["-c", text]);
    command
}
