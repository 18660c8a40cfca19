//! Bad input, bad files and bad disks: one clear sentence each, exit code 1, nothing lost, nothing half-written.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use rusqlite::Connection;
use serde_json::{Value, json};
use standpoint_tests::cli::{Ran, done, json, program, refused};
use standpoint_tests::desk::Desk;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A folder with a dossier that holds one issue and one empty note.
struct Shelf {
    folder: TempDir,
    dossier: String,
    note: String,
}

impl Shelf {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dossier = folder.path().join("talks.standpoint").to_str().unwrap().to_owned();
        done(["new", &dossier, "--title", "The talks"]);
        json(["call", &dossier, "issue_create", r#"{"facts": {"title": "Support", "question": ""}}"#]);
        let note =
            json(["call", &dossier, "note_create", r#"{"title": "A note", "template": "read_ahead"}"#]);
        Self { folder, dossier, note: note["id"].as_str().unwrap().to_owned() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path(name);
        File::create(&path).unwrap().write_all(bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Nothing was lost, nothing came in, nothing is left lying about beside `expected`.
    #[track_caller]
    fn is_untouched(&self, expected: &[&str]) {
        done(["check", &self.dossier]);
        let count = |command: &str| json(["call", &self.dossier, command, "{}"]).as_array().map(Vec::len);
        let counts = ["issue_list", "note_list", "source_list", "export_list"].map(count);
        assert_eq!(counts, [Some(1), Some(1), Some(0), Some(0)]);
        let mut expected: Vec<String> = expected.iter().map(|&name| name.to_owned()).collect();
        expected.push("talks.standpoint".into());
        expected.sort();
        assert_eq!(names(self.folder.path()), expected);
    }

    #[track_caller]
    fn refuses_to_import(&self, name: &str, expect: &str) {
        assert_eq!(refused(["import", &self.dossier, self.path(name).to_str().unwrap()]), expect);
        self.is_untouched(&[name]);
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn an_empty_file() {
    let shelf = Shelf::new();
    shelf.file("a.txt", b"");
    shelf.refuses_to_import(
        "a.txt",
        "“a.txt” is empty. Nothing was imported from it. Check that it was saved or downloaded completely.",
    );
}

#[test]
fn a_picture_named_as_text() {
    let shelf = Shelf::new();
    shelf.file("a.txt", b"GIF89a\x01\0\x01\0\0\0\0");
    let said = refused(["import", &shelf.dossier, shelf.path("a.txt").to_str().unwrap()]);
    assert!(said.starts_with("“a.txt” is named as plain text but "), "{said}");
    shelf.is_untouched(&["a.txt"]);
}

#[test]
fn two_hundred_megabytes_of_text() {
    let shelf = Shelf::new();
    // Sparse: it takes no room.
    File::create(shelf.path("a.txt")).unwrap().set_len(200 * 1024 * 1024).unwrap();
    shelf.refuses_to_import(
        "a.txt",
        "“a.txt” is too large to import: it has 200 MB, and 64 MB is the most. Nothing was imported from it. \
         Split it, or paste the passages that matter.",
    );
}

#[test]
fn a_page_nested_a_hundred_thousand_deep() {
    let shelf = Shelf::new();
    let page = format!("<!doctype html><title>Deep</title><body>{}Words.", "<div>".repeat(100_000));
    shelf.file("a.html", page.as_bytes());
    shelf.refuses_to_import(
        "a.html",
        "“a.html” is nested too deeply to be read safely. Nothing was imported from it. Open it where it came \
         from, select the text that matters and paste it.",
    );
}

#[test]
fn a_folder() {
    let shelf = Shelf::new();
    fs::create_dir(shelf.path("texts")).unwrap();
    shelf.refuses_to_import(
        "texts",
        "There are no documents in “texts”. Nothing was imported from it. Hidden files and links are passed over.",
    );
}

#[test]
fn a_dossier_that_is_none() {
    let shelf = Shelf::new();
    for bytes in [&b"Dear colleague,\n"[..], b""] {
        let other = shelf.file("other.standpoint", bytes);
        assert_eq!(
            refused(["notes", &other]),
            "“other.standpoint” is not a Standpoint dossier. It was left as it is. To bring a document into a \
             dossier, import it there."
        );
        assert_eq!(fs::read(&other).unwrap(), bytes);
    }
    shelf.is_untouched(&["other.standpoint"]);
}

#[test]
fn a_dossier_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let said = refused(["notes", folder.path().join("gone.standpoint").to_str().unwrap()]);
    assert!(said.starts_with("“gone.standpoint” is not there. Nothing was changed. "), "{said}");
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn a_newer_dossier() {
    let shelf = Shelf::new();
    let newer = shelf.path("newer.standpoint");
    fs::copy(&shelf.dossier, &newer).unwrap();
    Connection::open(&newer).unwrap().pragma_update(None, "user_version", 9999).unwrap();
    let before = fs::read(&newer).unwrap();
    assert_eq!(
        refused(["notes", newer.to_str().unwrap()]),
        "“newer.standpoint” was written by a newer version of Standpoint. It was left as it is. Update Standpoint, \
         then open it again."
    );
    assert_eq!(fs::read(&newer).unwrap(), before);
    shelf.is_untouched(&["newer.standpoint"]);
}

#[test]
fn a_dossier_that_cannot_be_written() {
    let shelf = Shelf::new();
    let writable = fs::metadata(&shelf.dossier).unwrap().permissions();
    let mut locked = writable.clone();
    locked.set_readonly(true);
    fs::set_permissions(&shelf.dossier, locked).unwrap();
    let said = refused(["notes", &shelf.dossier]);
    fs::set_permissions(&shelf.dossier, writable).unwrap();
    assert_eq!(
        said,
        "“talks.standpoint” or its folder cannot be written. Nothing was changed. Copy it to a folder of your own \
         and open the copy."
    );
    shelf.is_untouched(&[]);
}

#[test]
fn a_dossier_that_is_open_elsewhere() {
    let mut desk = Desk::default();
    let dossier = desk.path("desk.standpoint");
    let said = refused(["notes", dossier.to_str().unwrap()]);
    assert_eq!(
        said,
        "“desk.standpoint” is open elsewhere. Nothing was changed. Close it there, then open it again."
    );
    desk.issue("Still writable where it is open");
    desk.restart();
    assert_eq!(desk.call("issue_list", json!({})).as_array().map(Vec::len), Some(1));
}

#[test]
fn a_dossier_that_vanishes_while_it_is_open() {
    let shelf = Shelf::new();
    let mut child = Command::new(program())
        .args(["batch", &shelf.dossier])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut requests = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut ask = |command: &str, args: Value| -> Value {
        writeln!(requests, "{}", json!({ "command": command, "args": args })).unwrap();
        serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap()
    };
    let issue = json!({ "facts": { "title": "Aid", "question": "" } });
    assert!(ask("issue_create", issue.clone())["ok"].is_object());
    let away = shelf.path("away.standpoint");
    fs::rename(&shelf.dossier, &away).unwrap();
    let pdf = shelf.path("note.pdf");
    for (command, args) in [
        ("issue_create", issue),
        ("note_export", json!({ "note": shelf.note, "path": pdf })),
        ("dossier_check", json!({})),
    ] {
        let answer = ask(command, args);
        assert_eq!(answer["error"]["code"], "missing_file", "{answer}");
        assert!(answer["error"]["message"].as_str().unwrap().starts_with("“talks.standpoint” is not there."));
    }
    assert!(!pdf.exists(), "a file left that no dossier knows of");
    assert_eq!(ask("issue_list", json!({}))["ok"].as_array().map(Vec::len), Some(2), "it can still be read");
    drop(requests);
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.sentence()), (Some(1), "3 lines of 5 were refused; their answers say why."));
    let kept = json(["call", away.to_str().unwrap(), "issue_list", "{}"]);
    assert_eq!(kept.as_array().map(Vec::len), Some(2), "what was said to be kept went along");
    done(["check", away.to_str().unwrap()]);
}

#[test]
fn a_note_that_has_nowhere_to_go() {
    let shelf = Shelf::new();
    let export =
        |to: &Path| refused(["export", &shelf.dossier, "--note", &shelf.note, "--to", to.to_str().unwrap()]);
    assert_eq!(
        export(&shelf.path("no/such/folder/note.pdf")),
        "The folder of “note.pdf” is not there. Nothing was written. Choose a folder that is there, or make it first."
    );
    fs::create_dir(shelf.path("folder")).unwrap();
    assert_eq!(
        export(&shelf.path("folder")),
        "“folder” is a folder, not a file. Nothing was written. Choose a file in it."
    );
    shelf.is_untouched(&["folder"]);
}

/// Runs a script in a mount namespace of its own, with `$DISK` a disk of `kilobytes`; `None` where that is not allowed.
#[cfg(target_os = "linux")]
#[expect(clippy::print_stdout, reason = "a test that is left out says so")]
fn on_a_small_disk(shelf: &Shelf, kilobytes: u32, script: &str) -> Option<Ran> {
    let disk = shelf.path("disk");
    fs::create_dir(&disk).unwrap();
    let mount = format!("mount -t tmpfs -o size={kilobytes}k tmpfs \"$DISK\" || exit 77; {script}");
    let output = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", &mount])
        .env("DISK", &disk)
        .env("CLI", program())
        .env("DOSSIER", &shelf.dossier)
        .env("NOTE", &shelf.note)
        .env("FOLDER", shelf.folder.path())
        .output();
    let ran = output.ok().map(Ran::from).filter(|ran| ran.code != Some(77) && !ran.err.contains("unshare"));
    if ran.is_none() {
        println!("left out: no namespace of our own here");
    }
    ran
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_may_only_be_read() {
    let shelf = Shelf::new();
    let script = r#"
        cp "$DOSSIER" "$DISK" && mount -o remount,ro "$DISK" || exit 77
        "$CLI" export "$DOSSIER" --note "$NOTE" --to "$DISK/note.pdf"
        "$CLI" notes "$DISK/talks.standpoint""#;
    let Some(ran) = on_a_small_disk(&shelf, 8192, script) else { return };
    let said: Vec<&str> = ran.err.lines().collect();
    assert_eq!(
        (ran.code, said.as_slice()),
        (
            Some(1),
            &[
                "standpoint-cli: “note.pdf” cannot be opened for that: you do not have the right to. Nothing was \
                 written. Choose another folder, or ask for access.",
                "standpoint-cli: “talks.standpoint” or its folder cannot be written. Nothing was changed. Copy it \
                 to a folder of your own and open the copy.",
            ][..]
        )
    );
    shelf.is_untouched(&["disk"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_during_export() {
    let shelf = Shelf::new();
    let script = r#""$CLI" export "$DOSSIER" --note "$NOTE" --to "$DISK/note.pdf"; code=$?; ls -A "$DISK"; exit $code"#;
    let Some(ran) = on_a_small_disk(&shelf, 4, script) else { return };
    assert_eq!(
        (ran.code, ran.sentence(), ran.out.as_str()),
        (Some(1), "The disk is full. Nothing was written. Free some space, then try again.", "")
    );
    shelf.is_untouched(&["disk"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_up_while_a_dossier_is_written() {
    let shelf = Shelf::new();
    let requests: Vec<String> = (0..400)
        .map(|row| {
            let (title, question) = (format!("Issue {row}"), "What then? ".repeat(200));
            let facts = json!({ "title": title, "question": question });
            json!({ "command": "issue_create", "args": { "facts": facts } }).to_string()
        })
        .collect();
    shelf.file("requests", requests.join("\n").as_bytes());
    let script = r#"
        "$CLI" new "$DISK/full.standpoint" --title Full > /dev/null || exit
        "$CLI" batch "$DISK/full.standpoint" < "$FOLDER/requests" > "$FOLDER/answers"
        "$CLI" check "$DISK/full.standpoint" && "$CLI" call "$DISK/full.standpoint" issue_list {}"#;
    let Some(ran) = on_a_small_disk(&shelf, 2048, script) else { return };
    let answers = fs::read_to_string(shelf.path("answers")).unwrap();
    let answers: Vec<Value> = answers.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (kept, refused): (Vec<&Value>, Vec<&Value>) = answers.iter().partition(|it| it["ok"].is_object());
    assert!(!kept.is_empty() && !refused.is_empty(), "{} kept, {} refused", kept.len(), refused.len());
    for answer in refused {
        assert_eq!(answer["error"]["code"], "disk_full", "{answer}");
    }
    let (verdict, list) = ran.out.split_once('\n').unwrap_or_else(|| panic!("{ran:?}"));
    assert_eq!(verdict, "“full.standpoint” is sound.", "{ran:?}");
    let there: Value = serde_json::from_str(list).unwrap_or_else(|_| panic!("{ran:?}"));
    let there: Vec<&Value> = there.as_array().unwrap().iter().map(|row| &row["issue"]["id"]).collect();
    let told: Vec<&Value> = kept.iter().map(|answer| &answer["ok"]["id"]).collect();
    assert_eq!(there, told);
}
