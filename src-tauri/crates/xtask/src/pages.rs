//! What Node builds and runs: the window's pages, and their tests in a browser.

use std::{fs, path::PathBuf, process::Command};

use crate::{files, process};

/// The folder of the window's pages.
pub(crate) const PAGES: &str = "ui";
/// The folder of the tests in a browser.
pub(crate) const BROWSER: &str = "tests/e2e";

/// `npm` in one of the folders.
pub(crate) fn npm(folder: &str, arguments: &[&str]) -> Command {
    let mut npm = process::command("npm");
    npm.current_dir(files::root().join(folder)).args(arguments);
    npm
}

/// Installs a folder's packages if they are not those of its lock file.
pub(crate) fn install(folder: &str) -> Result<(), String> {
    let place: PathBuf = files::root().join(folder);
    let lock = files::read(place.join("package-lock.json"))?;
    let stamp = place.join("node_modules/.standpoint-lock");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if !process::exists("npm") && !process::exists("npm.cmd") {
        return Err("npm is missing; it comes with Node.js 20 or newer (https://nodejs.org)".to_owned());
    }
    println!("Installing the packages of {folder} with npm");
    process::run(&mut npm(folder, &["ci", "--no-audit", "--no-fund"]))?;
    files::replace(&stamp, &lock)
}

/// Installs what the pages need and builds them.
pub(crate) fn build() -> Result<(), String> {
    install(PAGES)?;
    println!("Building the window's pages");
    process::run(&mut npm(PAGES, &["run", "--silent", "build"]))
}
