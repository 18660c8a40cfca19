//! What the tasks need from the operating system, found by looking, and installed only after saying so.

use std::{path::Path, process::Command};

use crate::process;

/// Something the machine has or lacks, and the Debian package that brings it.
pub(crate) struct Need {
    probe: Probe,
    debian: &'static str,
}

enum Probe {
    Command(&'static str),
    Library(&'static str),
    File(&'static str),
}

/// To build the window.
pub(crate) const BUILD: &[Need] = &[
    Need { probe: Probe::Command("cc"), debian: "build-essential" },
    Need { probe: Probe::Command("pkg-config"), debian: "pkg-config" },
    Need { probe: Probe::Library("webkit2gtk-4.1"), debian: "libwebkit2gtk-4.1-dev" },
    Need {
        probe: Probe::File("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
        debian: "fonts-dejavu-core",
    },
];

/// To test it, besides: a screen without a screen, two browsers that take orders, readers of PDFs and one of scans.
pub(crate) const TEST: &[Need] = &[
    Need { probe: Probe::Command("WebKitWebDriver"), debian: "webkit2gtk-driver" },
    Need { probe: Probe::Command("Xvfb"), debian: "xvfb" },
    Need { probe: Probe::Command("xauth"), debian: "xauth" },
    Need { probe: Probe::Command("dbus-run-session"), debian: "dbus" },
    Need { probe: Probe::Command("chromium"), debian: "chromium" },
    Need { probe: Probe::Command("pdftotext"), debian: "poppler-utils" },
    Need { probe: Probe::Command("qpdf"), debian: "qpdf" },
    Need { probe: Probe::Command("tesseract"), debian: "tesseract-ocr" },
    Need { probe: Probe::Command("strace"), debian: "strace" },
];

/// Installs what is missing, after saying what; where it may not or cannot, says what to do by hand.
pub(crate) fn install<'a>(needs: impl IntoIterator<Item = &'a Need>) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing: Vec<&str> =
        needs.into_iter().filter(|need| need.is_missing()).map(|need| need.debian).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!("apt-get install --no-install-recommends {}", missing.join(" "));
    if !process::exists("apt-get") {
        return Err(format!(
            "this machine lacks what these Debian packages bring: {}. Install their like and run this again",
            missing.join(", ")
        ));
    }
    let root = process::output(process::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root && !process::exists("sudo") {
        return Err(format!("some packages are missing. As root, run `{by_hand}`, then this again"));
    }
    println!("Missing here, and to be installed with apt-get: {}", missing.join(" "));
    process::run(apt_get(root).args(["-qq", "update"]))?;
    process::run(apt_get(root).args(["-qq", "-y", "--no-install-recommends", "install"]).args(missing))
}

fn apt_get(root: bool) -> Command {
    let mut command = process::command(if root { "apt-get" } else { "sudo" });
    if !root {
        command.arg("apt-get");
    }
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["-o", "Dpkg::Use-Pty=0"]);
    command
}

impl Need {
    fn is_missing(&self) -> bool {
        match self.probe {
            Probe::Command(name) => !process::exists(name),
            Probe::Library(name) => {
                process::run(process::command("pkg-config").args(["--exists", name])).is_err()
            }
            Probe::File(path) => !Path::new(path).exists(),
        }
    }
}
