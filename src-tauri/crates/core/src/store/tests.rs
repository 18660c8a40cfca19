//! Files that are refused, each for its reason, and what must be left untouched; locks; copies.

use crate::content::ContentHash;
use crate::dossier::Dossier;
use crate::error::Error;
use crate::notes::Body;
use crate::notes::ops::NewBlock;
use crate::testing::{Desk, head, stamp};
use rusqlite::Connection;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A closed dossier with one source in it.
fn closed() -> (TempDir, PathBuf) {
    let mut desk = Desk::new();
    desk.source("Record", "The delegations met.");
    let path = desk.dossier.path().to_owned();
    (desk.close(), path)
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Opening is refused as `expect` says, the file keeps its bytes and nothing is left beside it.
#[track_caller]
fn check_refused(path: &Path, expect: impl FnOnce(&Error) -> bool) {
    let bytes = || fs::read(path).ok().map(|bytes| ContentHash::of(&bytes));
    let before = bytes();
    let error = Dossier::open(path, "Desk").unwrap_err();
    assert!(expect(&error), "{error}");
    assert!(error.to_string().contains(path.to_str().unwrap()), "names the file: {error}");
    assert_eq!(bytes(), before, "its bytes are left alone");
    let left = files(path.parent().unwrap());
    assert!(left.iter().all(|name| Some(name.as_str()) == path.file_name().unwrap().to_str()), "{left:?}");
}

fn written(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file.standpoint");
    File::create(&path).unwrap().write_all(bytes).unwrap();
    (folder, path)
}

#[test]
fn what_is_no_dossier_is_refused() {
    let mut nearly = b"SQLite format 3\0".to_vec();
    nearly.extend([7; 5000]);
    for bytes in [&b""[..], b"x", &b"A note about the talks.\n".repeat(400), &nearly] {
        let (_folder, path) = written(bytes);
        check_refused(&path, |error| matches!(error, Error::NotADossier { .. }));
    }
    let (_folder, path) = written(b"");
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE other (x)").unwrap();
    check_refused(&path, |error| matches!(error, Error::NotADossier { .. }));
    let folder = tempfile::tempdir().unwrap();
    let error = Dossier::open(folder.path(), "Desk").unwrap_err();
    assert!(matches!(error, Error::NotADossier { .. }), "{error}");
}

#[test]
fn a_missing_file_is_said_to_be_missing() {
    let folder = tempfile::tempdir().unwrap();
    check_refused(&folder.path().join("gone.standpoint"), |error| matches!(error, Error::Missing { .. }));
}

#[test]
fn a_newer_file_is_refused() {
    let (_folder, path) = closed();
    Connection::open(&path)
        .unwrap()
        .execute_batch("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99")
        .unwrap();
    check_refused(&path, |error| matches!(error, Error::Newer { found: 99, .. }));
}

#[test]
fn a_read_only_file_is_refused() {
    let (_folder, path) = closed();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions.clone()).unwrap();
    check_refused(&path, |error| matches!(error, Error::ReadOnly { .. }));
    #[allow(clippy::permissions_set_readonly_false, reason = "a file of this test's own, deleted next")]
    permissions.set_readonly(false);
    fs::set_permissions(&path, permissions).unwrap();
    Dossier::open(&path, "Desk").unwrap();
}

#[test]
fn a_cut_off_file_is_refused_and_not_made_worse() {
    let (_folder, path) = closed();
    let bytes = fs::read(&path).unwrap();
    let file = File::options().write(true).open(&path).unwrap();
    file.set_len(bytes.len() as u64 / 2).unwrap();
    match Dossier::open(&path, "Desk") {
        Err(error) => assert!(matches!(error, Error::Damaged { .. }), "{error}"),
        Ok(dossier) => assert_ne!(dossier.check().unwrap(), [], "opened, and says that it is damaged"),
    }
}

#[test]
fn a_new_dossier_never_takes_the_place_of_a_file() {
    let (_folder, path) = written(b"mine");
    let error = Dossier::create(&path, &head(), &stamp("2025-04-23T12:00:00Z")).unwrap_err();
    assert!(matches!(error, Error::InTheWay { .. }), "{error}");
    assert_eq!(fs::read(&path).unwrap(), b"mine");
}

#[test]
fn a_dossier_is_open_once() {
    let (folder, path) = closed();
    let first = Dossier::open(&path, "Desk 1").unwrap();
    let error = Dossier::open(&path, "Desk 2").unwrap_err();
    assert!(matches!(&error, Error::InUse { .. }), "{error}");
    // Where locks are mandatory the holder's name cannot be read.
    assert!(cfg!(windows) || error.to_string().ends_with("by Desk 1"), "{error}");
    first.head().unwrap();
    drop(first);
    assert_eq!(files(folder.path()), ["desk.standpoint"], "neither lock nor log stays behind");
    Dossier::open(&path, "Desk 2").unwrap();
}

#[test]
fn a_file_that_vanishes_while_open_is_missed_before_anything_is_written() {
    let mut desk = Desk::new();
    let path = desk.dossier.path().to_owned();
    let moved = path.with_extension("moved");
    if fs::rename(&path, &moved).is_err() {
        return; // Windows keeps open files where they are.
    }
    let error = desk.dossier.edit_head(&head_called("Later"), &desk.stamp).unwrap_err();
    assert!(matches!(error, Error::Missing { .. }), "{error}");
    fs::rename(&moved, &path).unwrap();
    desk.dossier.edit_head(&head_called("Later"), &desk.stamp).unwrap();
    assert_eq!(desk.dossier.head().unwrap().title, "Later");
}

fn head_called(title: &str) -> crate::dossier::DossierHead {
    crate::dossier::DossierHead { title: title.into(), ..head() }
}

#[test]
fn a_copy_holds_everything_and_is_a_dossier_of_its_own() {
    let mut desk = Desk::new();
    let source = desk.source("Record", "The delegations met.");
    let copy = desk.folder().join("copy.standpoint");
    desk.dossier.copy_to(&copy).unwrap();
    desk.source("Later", "They met again.");
    let dossier = Dossier::open(&copy, "Desk").unwrap();
    assert_eq!(dossier.check().unwrap(), []);
    assert_eq!(dossier.sources().unwrap().len(), 1);
    assert_eq!(dossier.source_text(&dossier.source(source).unwrap()).unwrap(), "The delegations met.");
    let error = desk.dossier.copy_to(&copy).unwrap_err();
    assert!(matches!(error, Error::InTheWay { .. }), "{error}");
}

#[test]
fn the_check_finds_altered_words() {
    let mut desk = Desk::new();
    let source = desk.source("Record", "The delegations met.");
    desk.excerpt(source, "delegations");
    let path = desk.dossier.path().to_owned();
    let _folder = desk.close();
    for (change, expect) in [
        ("UPDATE excerpt SET quote = 'deputations'", "The words of the excerpt “deputations”"),
        (
            "UPDATE content SET bytes = CAST('The deputations met.' AS BLOB) WHERE length = 20",
            "The bytes kept as",
        ),
        ("DELETE FROM source", "The file’s structure is damaged"),
    ] {
        let connection = Connection::open(&path).unwrap();
        connection.execute_batch(&format!("PRAGMA foreign_keys = OFF; {change}")).unwrap();
        drop(connection);
        let findings = Dossier::open(&path, "Desk").unwrap().check().unwrap();
        assert!(findings.iter().any(|finding| finding.sentence.starts_with(expect)), "{findings:?}");
    }
}

/// Tells a second run of the test below that it is the other process, and where the dossier lies.
const HOLD: &str = "STANDPOINT_TEST_HOLD";

/// What the other process does: it writes, says so, and waits to be killed.
fn hold(path: &Path) -> ! {
    let mut dossier = Dossier::open(path, "another desk").unwrap();
    dossier.edit_head(&head_called("Written by another"), &stamp("2025-04-23T12:00:00Z")).unwrap();
    println!("\nholding");
    loop {
        std::thread::park();
    }
}

#[test]
fn another_process_is_refused_and_its_crash_locks_nobody_out() {
    if let Some(path) = std::env::var_os(HOLD) {
        hold(Path::new(&path));
    }
    let (folder, path) = closed();
    let myself = "store::tests::another_process_is_refused_and_its_crash_locks_nobody_out";
    let mut other = Command::new(std::env::current_exe().unwrap())
        .args([myself, "--exact", "--nocapture"])
        .env(HOLD, &path)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(other.stdout.take().unwrap()).lines();
    assert!(said.map_while(Result::ok).any(|line| line == "holding"), "the other process could not open it");
    let refusal = Dossier::open(&path, "Desk").map(drop).unwrap_err();

    other.kill().unwrap();
    other.wait().unwrap();
    assert!(matches!(&refusal, Error::InUse { .. }), "{refusal}");
    assert!(cfg!(windows) || refusal.to_string().ends_with("by another desk"), "{refusal}");
    assert!(files(folder.path()).contains(&"desk.standpoint-wal".to_owned()), "it ended without closing");
    let dossier = Dossier::open(&path, "Desk").unwrap();
    assert_eq!(dossier.head().unwrap().title, "Written by another");
    assert_eq!(dossier.check().unwrap(), []);
}

#[test]
fn a_dossier_of_the_first_format_is_read_and_its_steps_undone() {
    let mut desk = Desk::new();
    let stamp = desk.stamp.clone();
    let (note, block) = (desk.id(), desk.id());
    let facts = crate::testing::note_facts("Brief");
    let body = Body::Bullets { items: Vec::new() };
    let new = NewBlock { id: block, prompt: None, marking: None, body };
    let source = desk.source("Record", "The ministers met.");
    desk.dossier.create_note(note, facts, vec![new], &stamp).unwrap();
    let path = desk.dossier.path().to_owned();
    let folder = desk.close();

    // What a file looks like that was written before the columns came.
    let old = Connection::open(&path).unwrap();
    old.execute_batch(
        "ALTER TABLE note DROP COLUMN controls;
         ALTER TABLE note DROP COLUMN print;
         ALTER TABLE block DROP COLUMN marking;
         ALTER TABLE source DROP COLUMN recognised;
         DROP TABLE dismissal;
         DROP TABLE waiver;
         DROP TABLE note_version;
         DROP TABLE seen;
         DROP TABLE template;
         DROP TABLE saved_search;
         DROP TABLE note_comment;
         UPDATE step_row SET before = json_remove(before, '$.controls', '$.marking') WHERE \"table\" = 'block';
         UPDATE step_row SET after = json_remove(after, '$.marking') WHERE \"table\" = 'block';
         UPDATE step_row SET after = json_remove(after, '$.controls', '$.print') WHERE \"table\" = 'note';
         UPDATE step_row SET after = json_remove(after, '$.recognised') WHERE \"table\" = 'source';
         PRAGMA user_version = 1;",
    )
    .unwrap();
    drop(old);

    let mut dossier = Dossier::open(&path, "Test").unwrap();
    assert_eq!(dossier.note(note).unwrap().blocks.len(), 1);
    dossier.undo().unwrap();
    assert_eq!(dossier.notes().unwrap().len(), 0);
    dossier.undo().unwrap();
    assert_eq!(dossier.sources().unwrap().len(), 0);
    dossier.redo().unwrap();
    assert_eq!(dossier.source(source).unwrap().recognised, None);
    dossier.redo().unwrap();
    assert_eq!(dossier.note(note).unwrap().blocks.len(), 1);
    drop(folder);
}
