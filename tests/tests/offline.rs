//! The program never reaches for a network: watched at the system's door while it does its main work.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]
#![cfg(target_os = "linux")]

use standpoint_tests::cli::{self, program};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Command;

#[test]
fn no_internet_socket_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    if !can_watch(folder.path()) {
        println!("left out: strace is not there or may not watch");
        return;
    }
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (dossier, page, pdf) = (path("talks.standpoint"), path("page.html"), path("note.pdf"));
    // Everything that a careless reader would fetch.
    let html = "<!doctype html><html><head><title>Talks</title><base href='https://example.org/'>\
        <link rel=stylesheet href='https://example.org/a.css'><script src='https://example.org/a.js'></script></head>\
        <body><article><p>Country A rejects the plan.<img src='https://example.org/a.png'></p>\
        <iframe src='https://example.org/'></iframe></article></body></html>";
    File::create(&page).unwrap().write_all(html.as_bytes()).unwrap();
    cli::done(["sample", &dossier]);
    let notes = cli::json(["notes", &dossier, "--json"]);
    let note = notes[0]["id"].as_str().unwrap();
    watch(folder.path(), &["import", &dossier, &page]);
    watch(folder.path(), &["search", &dossier, "plan"]);
    watch(folder.path(), &["export", &dossier, "--note", note, "--to", &pdf]);
    watch(folder.path(), &["check", &dossier]);
}

fn watch(folder: &Path, words: &[&str]) {
    let log = folder.join("log");
    let status = traced(&log, program().as_os_str()).args(words).status().unwrap();
    assert!(status.success(), "{words:?}");
    let log = fs::read_to_string(&log).unwrap();
    assert!(log.contains("+++ exited with 0 +++"), "nothing was watched: {log}");
    assert!(!log.contains("AF_INET"), "{words:?} opened a socket:\n{log}");
}

/// Whether a socket that is opened would be seen here.
fn can_watch(folder: &Path) -> bool {
    let log = folder.join("probe");
    let seen = traced(&log, "bash".as_ref()).args(["-c", "exec 3<>/dev/udp/127.0.0.1/9"]).status();
    seen.is_ok() && fs::read_to_string(log).is_ok_and(|log| log.contains("AF_INET"))
}

fn traced(log: &Path, program: &std::ffi::OsStr) -> Command {
    let mut strace = Command::new("strace");
    strace.args(["-f", "-e", "trace=network", "-o"]).arg(log).arg(program);
    strace.stdout(std::process::Stdio::null());
    strace
}
