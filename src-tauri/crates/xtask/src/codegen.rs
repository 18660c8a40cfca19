//! `cargo xtask codegen`: the TypeScript of the command list, written by `standpoint-api` from its own types.

use crate::{cache, files, process};

const GENERATED: &str = "ui/src/api/generated.ts";

/// Writes the file anew.
pub(crate) fn write() -> Result<(), String> {
    files::replace(&files::root().join(GENERATED), &typescript()?)
}

/// An error if the file is not what would be written.
pub(crate) fn check() -> Result<(), String> {
    if files::read(GENERATED)?.replace("\r\n", "\n") == typescript()? {
        Ok(())
    } else {
        Err(format!("{GENERATED} is stale; run `cargo xtask codegen`"))
    }
}

/// Asked of an example program of the crate, so that running a task does not build the crate first.
fn typescript() -> Result<String, String> {
    // The whole workspace, as the other tasks build it, lest the same libraries be built twice.
    process::run(process::cargo().args([
        "build",
        "--quiet",
        "--workspace",
        "--locked",
        "--example",
        "typescript",
    ]))?;
    let example = cache::target().join("debug/examples/typescript");
    process::output(&mut process::program(&example))
}
