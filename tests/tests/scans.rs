//! Scans: kept as they are, their words recognised where the machine can, and known for recognised ones wherever they go.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

#[path = "../../src-tauri/crates/import/tests/formats/pdf_pages.rs"]
#[allow(dead_code, reason = "the tests of formats use more of it")]
mod pdf_pages;
#[path = "../../src-tauri/crates/import/tests/formats/scans.rs"]
mod scans;

use pdf_pages::{Page, line};
use serde_json::{Value, json};
use standpoint_import::Tesseract;
use standpoint_tests::cli::{Ran, done, program, refused};
use standpoint_tests::desk::Desk;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// A picture of a page, which opens with `under 7`.
const LOCKED_SCAN: &str = "../src-tauri/crates/import/tests/formats/locked/scan.pdf";

const WORDS: &str = "The ministers met in London and agreed on nothing.";

/// Whether this machine can recognise words; where it cannot, that is said and there is nothing to try.
#[expect(clippy::print_stderr, reason = "a test that is passed over says why")]
fn can_recognise() -> bool {
    let found = Tesseract::find(&program()).is_some();
    if !found {
        eprintln!("passed over: Tesseract is not installed here (Debian: tesseract-ocr)");
    }
    found
}

/// A scan of one page of words.
fn scan(folder: &Path) -> PathBuf {
    let page: Page<'_> = &[line(0, WORDS)];
    let path = folder.join("record.pdf");
    fs::File::create(&path).unwrap().write_all(&scans::scanned(&[page])).unwrap();
    path
}

#[test]
fn the_words_of_a_scan_are_recognised_and_said_to_be_so_to_the_end() {
    if !can_recognise() {
        return;
    }
    let mut desk = Desk::default();
    let path = scan(&desk.path(""));
    let job = desk.ended(&desk.call("import_files", json!({ "paths": [path] })));
    assert_eq!((&job["done"], &job["total"], &job["refused"]), (&json!(2), &json!(2), &json!([])), "{job}");
    let source = &job["recognised"][0];
    assert_eq!((&job["imported"][0]["source"], &source["recognised"]), (source, &json!([1])));
    let (id, original) = (&source["id"], fs::read(&path).unwrap());
    let text = |desk: &Desk| desk.call("source_get", json!({ "id": id }))["text"].clone();
    assert_eq!(text(&desk), WORDS);

    // Anew: the language was wrong, say.
    let again = desk.ended(&desk.call("source_recognise", json!({ "id": id })));
    assert_eq!(again["recognised"].as_array().unwrap().len(), 1, "{again}");
    let excerpt = desk.keep(id, "agreed on nothing");
    let kept = desk.call("excerpt_list", json!({ "source": id }));
    assert_eq!(kept[0]["excerpt"]["page"], 1);

    let note = desk.call("note_create", json!({ "title": "The talks", "template": "read_ahead" }));
    let quotation = json!({ "kind": "quotation", "excerpt": excerpt });
    desk.call("block_insert", json!({ "note": note["id"], "body": quotation, "after": null }));
    let exported = desk.path("note.md");
    desk.call(
        "note_export",
        json!({ "note": note["id"], "path": exported, "copy": "distribution", "format": "md" }),
    );
    let exported = fs::read_to_string(exported).unwrap();
    assert!(exported.contains("text recognised in a scan (OCR)"), "{exported}");

    desk.restart();
    let back = desk.path("back.pdf");
    desk.call("source_save_original", json!({ "id": id, "path": back }));
    assert!(fs::read(back).unwrap() == original, "the bytes stay as they came");
}

#[test]
fn a_recognition_is_a_step_that_can_be_undone() {
    if !can_recognise() {
        return;
    }
    let desk = Desk::default();
    let path = scan(&desk.path(""));
    let job = desk.ended(&desk.call("import_files", json!({ "paths": [path] })));
    let id = &job["imported"][0]["source"]["id"];
    let read = |desk: &Desk| desk.call("source_get", json!({ "id": id }));
    let after = read(&desk);
    assert_eq!(desk.call("app_state", json!({}))["undo"]["op"], "recognise_source");
    desk.call("undo", json!({}));
    let before = read(&desk);
    assert_eq!((&before["text"], &before["structure"]["pictured"]), (&json!(""), &json!([1])));
    assert!(
        before["source"]["warnings"][0].as_str().unwrap().contains("text recognition (OCR) can bring them")
    );
    desk.call("redo", json!({}));
    assert_eq!(read(&desk), after);
}

/// Runs the program on a machine where no program is found by its name.
fn without_programs(words: &[&str]) -> Ran {
    Ran::from(Command::new(program()).args(words).env("PATH", "/nowhere").output().unwrap())
}

#[test]
#[cfg(target_os = "linux")]
fn a_machine_without_a_recogniser_keeps_the_scan_and_says_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let dossier = folder.path().join("talks.standpoint");
    let dossier = dossier.to_str().unwrap();
    done(["new", dossier, "--title", "The talks"]);
    let imported = without_programs(&["import", dossier, scan(folder.path()).to_str().unwrap()]);
    assert_eq!(imported.code, Some(0), "{imported:?}");
    assert_eq!(
        imported.out,
        "imported  Record\n          Page 1 is a picture with next to no text, so its words are missing; text \
         recognition (OCR) can bring them.\n"
    );
    let sources: Value = serde_json::from_str(&done(["call", dossier, "source_list", "{}"])).unwrap();
    let id = sources[0]["source"]["id"].as_str().unwrap();
    let refused = without_programs(&["recognise", dossier, id]);
    assert_eq!(refused.code, Some(1));
    assert_eq!(
        refused.sentence(),
        "The words in the pictures of “record.pdf” cannot be recognised: this machine lacks Tesseract, the program \
         that does it. The document stays as it was. Install it, on Debian and Ubuntu the package “tesseract-ocr” and \
         one such as “tesseract-ocr-deu” for each language but English, then recognise the text here."
    );
}

#[test]
fn what_has_its_words_is_not_recognised() {
    if !can_recognise() {
        return;
    }
    let desk = Desk::default();
    let page: Page<'_> = &[line(0, WORDS)];
    let path = desk.path("printed.pdf");
    fs::File::create(&path).unwrap().write_all(&pdf_pages::pdf(&[page], "", "")).unwrap();
    let job = desk.ended(&desk.call("import_files", json!({ "paths": [path] })));
    let id = &job["imported"][0]["source"]["id"];
    let job = desk.ended(&desk.call("source_recognise", json!({ "id": id })));
    let refused = &job["refused"][0];
    assert_eq!((&job["missed"], &refused["scan"]), (&json!(1), id));
    assert_eq!(
        refused["error"]["message"],
        "No page of “printed.pdf” is a picture without words of its own."
    );
}

#[test]
fn locked_documents_open_with_passwords_from_a_file_or_standard_input() {
    const LOCKED: &str = "../src-tauri/crates/import/tests/formats/locked/aes-256.pdf";
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let begun = |name: &str| {
        done(["new", &path(name), "--title", "The talks"]);
        path(name)
    };
    let dossier = begun("a.standpoint");
    assert!(refused(["import", &dossier, LOCKED]).contains("name that with --password-file"));
    for (name, passwords) in
        [("wrong", "Under 7\nover 7"), ("right", "over 7\r\nunder 7\r\n"), ("none", "\n")]
    {
        fs::File::create(path(name)).unwrap().write_all(passwords.as_bytes()).unwrap();
    }
    let with =
        |dossier: &str, file: &str| ["import", dossier, LOCKED, "--password-file", file].map(str::to_owned);
    assert!(refused(with(&dossier, &path("wrong"))).ends_with("None of the passwords given opens it."));
    assert!(refused(with(&dossier, &path("none"))).ends_with("could not be read: there are none."));
    assert!(refused(with(&dossier, &path("nowhere"))).contains("could not be read"));
    assert!(done(with(&dossier, &path("right"))).starts_with("imported"));

    let mut child = Command::new(program())
        .args(with(&begun("b.standpoint"), "-"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"under 7\n").unwrap();
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.out.starts_with("imported")), (Some(0), true), "{ran:?}");
}

/// A machine on which Tesseract is a program that does this.
#[cfg(unix)]
fn tesseract(folder: &Path, script: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join("tesseract");
    fs::File::create(&path).unwrap().write_all(format!("#!/bin/sh\n{script}\n").as_bytes()).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    folder.to_owned()
}

#[test]
#[cfg(target_os = "linux")]
fn a_scan_that_a_password_opened_is_in_and_what_became_of_its_words_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (dossier, passwords) = (path("talks.standpoint"), path("passwords"));
    done(["new", &dossier, "--title", "The talks"]);
    fs::File::create(&passwords).unwrap().write_all(b"over 7\nunder 7\n").unwrap();
    // It says that it reads English, and then it does not.
    let broken = tesseract(folder.path(), "test $1 = --list-langs && printf 'here:\\neng\\n'");
    let on = |words: &[&str]| {
        Ran::from(Command::new(program()).args(words).env("PATH", &broken).output().unwrap())
    };
    let imported = on(&["import", &dossier, LOCKED_SCAN, "--password-file", &passwords]);
    assert!(imported.out.starts_with("imported  "), "{imported:?}");
    assert_eq!(
        (imported.code, imported.sentence()),
        (
            Some(1),
            "The words on the pages of “scan.pdf” could not be recognised: Tesseract broke down over them. The document \
             stays as it was. Try it again; if that fails too, install Tesseract anew."
        )
    );
    // The first password that opens it is the last that is tried.
    let sources: Value = serde_json::from_str(&done(["call", &dossier, "source_list", "{}"])).unwrap();
    let id = sources[0]["source"]["id"].as_str().unwrap();
    fs::File::create(&passwords).unwrap().write_all(b"under 7\nover 7\n").unwrap();
    let recognised = on(&["recognise", &dossier, id, "--password-file", &passwords]);
    assert!(recognised.sentence().contains("Tesseract broke down over them"), "{recognised:?}");
    fs::File::create(&passwords).unwrap().write_all(b"over 7\n").unwrap();
    let recognised = on(&["recognise", &dossier, id, "--password-file", &passwords]);
    assert_eq!(
        recognised.sentence(),
        "That is not the password of “scan.pdf”. None of the passwords given opens it."
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_recogniser_that_cannot_begin_leaves_the_document_as_it_was() {
    let begins = "The words on the pages of “record.pdf” could not be recognised: Tesseract";
    for (script, then) in [
        (
            "printf 'here:\\n'",
            "is installed here without a language. The document stays as it was. Install the language it is written in \
             for Tesseract, then try it again.",
        ),
        (
            "exit 1",
            "broke down over them. The document stays as it was. Try it again; if that fails too, install Tesseract \
             anew.",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let dossier = folder.path().join("talks.standpoint");
        let dossier = dossier.to_str().unwrap();
        done(["new", dossier, "--title", "The talks"]);
        let found = tesseract(folder.path(), script);
        let words = ["import", dossier, scan(folder.path()).to_str().unwrap()].map(str::to_owned);
        let imported = Ran::from(Command::new(program()).args(words).env("PATH", found).output().unwrap());
        assert!(imported.out.starts_with("imported  "), "{imported:?}");
        assert_eq!((imported.code, imported.sentence()), (Some(1), format!("{begins} {then}").as_str()));
    }
}

/// Whether a program runs whose words end in `last`.
#[cfg(target_os = "linux")]
fn runs(last: &str) -> bool {
    let all = fs::read_dir("/proc").unwrap().flatten();
    all.filter_map(|process| fs::read(process.path().join("cmdline")).ok())
        .any(|words| words.ends_with(format!("\0{last}\0").as_bytes()))
}

#[test]
#[cfg(target_os = "linux")]
fn a_recogniser_that_does_not_answer_is_called_off() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let dossier = path("talks.standpoint");
    done(["new", &dossier, "--title", "The talks"]);
    // As long as no other process sleeps.
    let long = format!("900.{}", std::process::id());
    let silent = tesseract(folder.path(), &format!("exec /bin/sleep {long}"));
    let mut child = Command::new(program())
        .args(["import", &dossier, scan(folder.path()).to_str().unwrap()])
        .env("PATH", silent)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    while !runs(&long) {
        assert_eq!(child.try_wait().unwrap(), None, "it waits for the recogniser");
        std::thread::sleep(Duration::from_millis(10));
    }
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.out.starts_with("imported")), (Some(130), true), "{ran:?}");
    assert!(!ran.err.contains("Tesseract"), "called off, not given up: {ran:?}");
    assert!(!runs(&long), "nothing is left of it");
}
