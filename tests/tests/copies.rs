//! The copies of a note beyond the one it was written in: the file copy in another dossier, the document that comes
//! after its passages, the release copy.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]
#![allow(clippy::disallowed_methods, reason = "files to be read, in a folder that goes with the test")]

use serde_json::{Value, json};
use standpoint_tests::desk::Desk;
use std::fs;

const RECORD: &str = "\
The talks opened at nine.

The delegation of Country A said that it would leave unless they moved within days.

Country B would not recognise the border. It said so twice.
";

/// A note that quotes the record, its file copy on the disk.
fn exported(desk: &Desk) -> Value {
    fs::write(desk.path("record.txt"), RECORD).unwrap();
    desk.call("import_files", json!({ "paths": [desk.path("record.txt")] }));
    let source = loop {
        let sources = desk.call("source_list", json!({}));
        if let Some(row) = sources.as_array().unwrap().first() {
            break row["source"]["id"].clone();
        }
        std::thread::yield_now();
    };
    let quote = desk.keep(&source, "would not recognise the border");
    let note = desk.call("note_create", json!({ "title": "Talks", "template": "position_paper" }));
    let body = json!({
        "kind": "paragraph", "level": 1, "lead": [],
        "text": [
            { "type": "text", "text": "B does not move." },
            { "type": "citation", "targets": [{ "to": "excerpt", "id": quote }] },
            { "type": "footnote", "text": [{ "type": "text", "text": "As of Friday." }] },
        ],
    });
    desk.call("block_insert", json!({ "note": note["id"], "body": body, "after": null }));
    let copy = json!({ "note": note["id"], "path": desk.path("note.pdf"), "copy": "file" });
    desk.call("note_export", copy);
    note["id"].clone()
}

fn blocks(desk: &Desk, note: &Value) -> Value {
    let mut blocks = desk.call("note_get", json!({ "id": note }))["blocks"].clone();
    for block in blocks.as_array_mut().unwrap() {
        // A second note beside the first has blocks of its own names.
        block.as_object_mut().unwrap().retain(|key, _| !matches!(key.as_str(), "id" | "note"));
    }
    blocks
}

#[test]
fn a_file_copy_opens_in_another_dossier_and_its_document_finds_the_passages() {
    let (desk, mut other) = (Desk::default(), Desk::default());
    let note = exported(&desk);
    let empty = other.dump();
    let path = json!({ "path": desk.path("note.pdf") });
    let reopened = other.call("note_reopen", path.clone());
    assert_eq!((&reopened["beside"], &reopened["in_passages"]), (&json!(false), &json!(1)));
    assert_eq!(blocks(&other, &note), blocks(&desk, &note));
    let source = other.call("source_list", json!({}))[0]["source"]["id"].clone();
    let text = other.call("source_get", json!({ "id": source }))["text"].clone();
    assert_eq!(text, "would not recognise the border");

    let again = other.call("note_reopen", path);
    assert_eq!((&again["beside"], &again["differing"]), (&json!(true), &json!(0)), "{again}");
    assert_eq!(blocks(&other, &again["note"]["id"]), blocks(&desk, &note));

    other.call("import_files", json!({ "paths": [desk.path("record.txt")] }));
    while other.call("job_list", json!({}))[0]["ended"] == false {
        std::thread::yield_now();
    }
    let whole = other.call("source_get", json!({ "id": source }));
    assert_eq!(whole["text"].as_str().unwrap().trim_end(), RECORD.trim_end());
    let kept = other.call("excerpt_list", json!({ "source": source }))[0]["excerpt"].clone();
    let words: String = whole["text"]
        .as_str()
        .unwrap()
        .chars()
        .skip(kept["start"].as_u64().unwrap() as usize)
        .take("would not recognise the border".len())
        .collect();
    assert_eq!((words.as_str(), &kept["orphan"]), ("would not recognise the border", &json!(false)));
    assert_eq!(
        other.call("source_list", json!({})).as_array().map(Vec::len),
        Some(1),
        "it is the same source"
    );

    while !other.call("app_state", json!({}))["undo"].is_null() {
        other.call("undo", json!({}));
    }
    assert_eq!(other.dump().first_difference(&empty), None, "all of it undone");
    assert_eq!(other.call("dossier_check", json!({})), json!([]));
}

#[test]
fn what_is_no_whole_file_copy_is_refused_and_changes_nothing() {
    let mut desk = Desk::default();
    exported(&desk);
    let before = desk.dump();
    let file = fs::read(desk.path("note.pdf")).unwrap();
    let mut changed = file.clone();
    changed[file.len() / 3] ^= 1;
    let was_changed = "“x.pdf” was changed or cut off after it was exported";
    let no_note = "“x.pdf” carries no note";
    let check = |bytes: &[u8], expect: &str| {
        fs::write(desk.path("x.pdf"), bytes).unwrap();
        let refused = desk.attempt("note_reopen", json!({ "path": desk.path("x.pdf") })).unwrap_err();
        assert!(refused.message.starts_with(expect), "{refused}");
        assert!(bytes.is_empty() || refused.message.ends_with("Nothing was changed."), "{refused}");
    };
    check(&changed, was_changed);
    check(&file[..file.len() / 2], was_changed);
    check(b"", "“x.pdf” is empty.");
    check(b"Dear colleague", no_note);
    assert_eq!(desk.dump().first_difference(&before), None);
}

#[test]
fn a_release_copy_needs_a_label_for_everything_in_it() {
    let desk = Desk::default();
    let note = exported(&desk);
    let release = json!({
        "note": note, "path": desk.path("release.pdf"), "copy": "release", "ceiling": "OFFICIAL",
    });
    let refused = desk.attempt("note_export", release.clone()).unwrap_err();
    assert!(refused.message.contains("the marking of the source “"), "{refused}");
    assert!(refused.message.ends_with("No file was written."), "{refused}");
    assert!(!desk.path("release.pdf").exists());
    let head = desk.call("app_state", json!({}))["dossier"]["head"].clone();
    let mut facts = json!({ "marking": "OFFICIAL" });
    for fact in ["title", "language", "marking_scheme", "unit", "paper"] {
        facts[fact] = head[fact].clone();
    }
    desk.call("dossier_edit", facts);
    let released = desk.call("note_export", release);
    assert_eq!(released["export"]["marking"], "OFFICIAL");
}
