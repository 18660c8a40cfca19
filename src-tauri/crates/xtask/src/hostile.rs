//! `cargo xtask hostile`: whether the reader of documents withstands files that are damaged or meant ill.

use crate::process;

/// Makes that many files and has them read, each by a worker of its own.
pub(crate) fn run(files: &str) -> Result<(), String> {
    if files.parse::<u32>().is_err() {
        return Err(format!("“{files}” is no number of files"));
    }
    process::run(process::cargo().args([
        "run",
        "--quiet",
        "--locked",
        "--package=standpoint-import",
        "--example=hostile",
        "--",
        files,
    ]))
}
