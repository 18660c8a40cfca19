//! `cargo xtask run`: from a fresh clone to the sample dossier in the window, or, without a display, to its
//! note as a PDF.

use std::path::PathBuf;

use crate::{cache, packages, pages, process, sample};

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
    // Both in one call: apart, they would turn different features of the same libraries on, and build those twice.
    build(&["--package", "standpoint", "--package", "standpoint-cli"])?;
    let dossier = sample::dossier(&built("standpoint-cli"))?;
    process::run(process::program(&built("standpoint")).arg(dossier))
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn without_window() -> Result<(), String> {
    build(&["--package", "standpoint-cli"])?;
    let cli = built("standpoint-cli");
    let dossier = sample::dossier(&cli)?;
    let pdf = dossier.with_extension("pdf");
    sample::export(&cli, &dossier, &pdf).and_then(|mut export| process::run(&mut export))?;
    println!("Dossier: {}\nNote:    {}", dossier.display(), pdf.display());
    Ok(())
}

fn build(packages: &[&str]) -> Result<(), String> {
    println!("Building the program; the first time takes some minutes");
    process::run(process::cargo().args(["build", "--locked"]).args(packages))
}

fn built(program: &str) -> PathBuf {
    cache::target().join("debug").join(program)
}
