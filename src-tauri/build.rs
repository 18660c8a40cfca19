//! Embeds the pages and the list of what they may call.
//!
//! The pages are built by `cargo xtask`, never from here: a Rust build must not need Node. Where they are
//! missing (a fresh clone, a lint run) a page that says so stands in, because the embedding fails without one.

use std::{fs, io, path::Path};

use tauri_build::{AppManifest, Attributes};

const PAGES: &str = "../ui/dist";
const STAND_IN: &str = "<!doctype html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<title>Standpoint</title>
<p>The window’s pages have not been built. Run <code>cargo xtask run</code>.</p>
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    stand_in_for_missing_pages(Path::new(PAGES))?;
    println!("cargo::rerun-if-changed={PAGES}");
    tauri_build::try_build(Attributes::new().app_manifest(AppManifest::new().commands(&["invoke"])))?;
    Ok(())
}

fn stand_in_for_missing_pages(pages: &Path) -> io::Result<()> {
    let index = pages.join("index.html");
    if index.exists() {
        return Ok(());
    }
    fs::create_dir_all(pages)?;
    fs::File::create(index).and_then(|mut file| io::Write::write_all(&mut file, STAND_IN.as_bytes()))
}
