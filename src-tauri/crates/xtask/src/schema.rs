//! `cargo xtask schema`: whether what the dossier keeps goes through the editor and comes back equal, and whether what
//! is typed or pasted there is something the dossier keeps.

use std::fs;

use crate::{cache, files, pages, process};

/// The same bodies each time, so that a change is judged by what it changes.
const SEED: &str = "20250423";

/// Builds what makes the bodies, then sends that many on their way.
pub(crate) fn run(bodies: &str) -> Result<(), String> {
    pages::install(pages::PAGES)?;
    // The whole workspace, as the other tasks build it, lest the same libraries be built twice.
    process::run(process::cargo().args([
        "build",
        "--quiet",
        "--workspace",
        "--locked",
        "--bins",
        "--examples",
    ]))?;
    travel(bodies)
}

/// Dossier → editor → dossier, for that many random bodies.
pub(crate) fn travel(bodies: &str) -> Result<(), String> {
    if bodies.parse::<u32>().is_err() {
        return Err(format!("“{bodies}” is no number of bodies"));
    }
    let folder = cache::target().join("schema");
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let [made, back, typed, pasted] = ["made", "back", "typed", "pasted"].map(|name| folder.join(name));
    for old in [&back, &typed, &pasted] {
        // What an earlier run left must not be taken for what this one brings back.
        drop(fs::remove_file(old));
    }
    files::replace(&made, &process::output(maker().args(["make", bodies, SEED]))?)?;
    let test = ["exec", "--", "vitest", "run", "src/features/notes/schemaLaw.test.ts"];
    process::run(pages::npm(pages::PAGES, &test).env("STANDPOINT_BODIES", &folder))?;
    process::run(maker().arg("same").args([&made, &back]))?;
    process::run(maker().arg("sound").arg(&typed))?;
    process::run(maker().arg("sound").arg(&pasted))
}

fn maker() -> std::process::Command {
    process::program(&cache::target().join("debug/examples/bodies"))
}
