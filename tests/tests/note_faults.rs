//! What a note withstands: pictures that are none, sources that go away under it, links that lead nowhere, and half a
//! million words at once. Every refusal is a sentence, and the note stays as it was.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]
#![allow(clippy::disallowed_methods, reason = "files to be read, in a folder that goes with the test")]

use serde_json::{Value, json};
use standpoint_tests::desk::Desk;
use std::fs;

fn begin(desk: &Desk) -> Value {
    desk.call("note_create", json!({ "title": "Talks", "template": "position_paper" }))["id"].clone()
}

fn blocks(desk: &Desk, note: &Value) -> Value {
    desk.call("note_get", json!({ "id": note }))["blocks"].clone()
}

/// The command is refused with these words, and the note's blocks stay as they were.
#[track_caller]
fn refused(desk: &Desk, note: &Value, (command, args): (&str, Value), expect: &str) {
    let before = blocks(desk, note);
    let refusal = desk.attempt(command, args).unwrap_err().to_string();
    assert!(refusal.contains(expect), "{command}: {refusal}");
    assert_eq!(blocks(desk, note), before);
}

fn insert(note: &Value, body: &Value) -> (&'static str, Value) {
    ("block_insert", json!({ "note": note, "body": body, "after": null }))
}

fn paragraph(text: &Value) -> Value {
    json!({ "kind": "paragraph", "level": 1, "lead": [], "text": text })
}

#[test]
fn what_the_editor_cannot_hold_is_refused() {
    let desk = Desk::default();
    let note = begin(&desk);
    let link = json!([{ "type": "link", "url": "javascript:alert(1)", "text": "here" }]);
    refused(&desk, &note, insert(&note, &paragraph(&link)), "begins with http, https or mailto");
    let nested = json!([{ "type": "footnote", "text": [{ "type": "footnote", "text": [] }] }]);
    refused(&desk, &note, insert(&note, &paragraph(&nested)), "cannot hold another footnote");
    let tongue = json!([{ "type": "text", "text": "x", "language": "de\" onload" }]);
    refused(&desk, &note, insert(&note, &paragraph(&tongue)), "A language is named by its tag");
    let level = json!({ "kind": "heading", "level": 9, "text": [] });
    refused(&desk, &note, insert(&note, &level), "A heading has level 1 or 2");
}

#[test]
fn a_picture_that_is_none() {
    let desk = Desk::default();
    let note = begin(&desk);
    for (name, bytes) in
        [("words.png", &b"only words"[..]), ("empty.jpg", b""), ("cut.png", b"\x89PNG\r\n\x1a\n\0\0")]
    {
        fs::write(desk.path(name), bytes).unwrap();
        let args = json!({ "note": note, "path": desk.path(name), "alternative": "A river", "after": null });
        refused(&desk, &note, ("block_insert_picture", args), name);
    }
}

#[test]
fn what_is_written_takes_the_place_of_no_dossier() {
    let mut desk = Desk::default();
    let note = begin(&desk);
    let lost = "is a dossier, which would be lost. Nothing was written.";
    for (command, args) in [
        ("note_export", json!({ "note": note, "path": desk.path("desk.standpoint") })),
        ("note_export", json!({ "note": note, "path": desk.path("desk.standpoint"), "format": "docx" })),
        ("matrix_export", json!({ "path": desk.path("desk.standpoint"), "format": "csv" })),
    ] {
        let refusal = desk.attempt(command, args).unwrap_err().to_string();
        assert!(refusal.contains(lost), "{command}: {refusal}");
    }
    desk.restart();
    assert_eq!(desk.call("note_get", json!({ "id": note }))["note"]["id"], note);
    // What is no dossier is replaced, as somebody who saves anew means it.
    fs::write(desk.path("note.pdf"), "the last one").unwrap();
    desk.call("note_export", json!({ "note": note, "path": desk.path("note.pdf") }));
}

#[test]
fn sources_that_go_away_under_a_note() {
    let desk = Desk::default();
    let source = desk.paste("Record", "The delegation would not recognise the border. It said so twice.");
    let quote = desk.keep(&source, "would not recognise the border");
    let note = begin(&desk);
    let (command, args) = insert(&note, &json!({ "kind": "quotation", "excerpt": quote }));
    desk.call(command, args);
    let said = |kind: &str| {
        let checks = desk.call("note_checks", json!({ "note": note }));
        checks.as_array().unwrap().iter().any(|check| check["kind"] == kind)
    };
    desk.call("source_withdraw", json!({ "id": source, "reason": "A forgery." }));
    assert!(said("withdrawn_source"), "{}", desk.call("note_checks", json!({ "note": note })));
    // Deleted, if the dossier lets it go: the pages are drawn all the same, and say what is gone.
    if desk.attempt("source_delete", json!({ "id": source })).is_ok() {
        assert!(said("orphan"), "{}", desk.call("note_checks", json!({ "note": note })));
    }
    let pages = desk.call("note_pages", json!({ "note": note, "known": [] }));
    assert!(!pages["pages"].as_array().unwrap().is_empty());
}

#[test]
fn five_megabytes_at_once() {
    let desk = Desk::default();
    let note = begin(&desk);
    let bodies: Vec<Value> = (0..50)
        .map(|_| {
            paragraph(
                &json!([{ "type": "text", "text": "The delegation said that it agreed. ".repeat(2_900) }]),
            )
        })
        .collect();
    let new: Vec<Value> = (0..)
        .zip(&bodies)
        .map(|(at, body)| json!({ "id": format!("00000000-0000-4000-8000-{at:012}"), "body": body }))
        .collect();
    let before = blocks(&desk, &note);
    desk.call("blocks_recast", json!({ "note": note, "blocks": new, "after": null }));
    assert_eq!(blocks(&desk, &note).as_array().unwrap().len(), before.as_array().unwrap().len() + 50);
    desk.call("undo", json!({}));
    assert_eq!(blocks(&desk, &note), before);
}

#[test]
fn somebody_else_wrote_in_the_same_paragraph() {
    let desk = Desk::default();
    let note = begin(&desk);
    let said = |text: &str| paragraph(&json!([{ "type": "text", "text": text }]));
    let (command, args) = insert(&note, &said("One"));
    let id = desk.call(command, args)["id"].clone();
    // What one writer saw is no longer there: the other's words stay.
    desk.call("block_edit", json!({ "id": id, "body": said("One, and more"), "was": said("One") }));
    let edit = json!({ "id": id, "body": said("One or two"), "was": said("One") });
    refused(&desk, &note, ("block_edit", edit.clone()), "has changed since");
    assert_eq!(desk.attempt("block_edit", edit).unwrap_err().code, standpoint_api::Code::Conflict);
    // The same words twice are no conflict.
    desk.call("block_edit", json!({ "id": id, "body": said("One, and more"), "was": said("One") }));
}

#[test]
fn somebody_else_wrote_in_the_paragraph_that_is_joined_to_another() {
    let desk = Desk::default();
    let note = begin(&desk);
    let said = |text: &str| paragraph(&json!([{ "type": "text", "text": text }]));
    let [first, second] = ["One", "Two"].map(|words| {
        let (command, args) = insert(&note, &said(words));
        desk.call(command, args)["id"].clone()
    });
    desk.call("block_edit", json!({ "id": second, "body": said("Two, and more") }));
    let join = |was: &str| {
        json!({
            "note": note,
            "edits": [{ "id": first, "body": said("OneTwo"), "was": said("One") }],
            "gone": [{ "id": second, "was": said(was) }]
        })
    };
    refused(&desk, &note, ("blocks_recast", join("Two")), "has changed since");
    // What was seen goes.
    let kept = desk.call("blocks_recast", join("Two, and more"));
    assert_eq!(
        (&kept[0]["id"], &kept[0]["body"], kept.as_array().unwrap().len()),
        (&first, &said("OneTwo"), 1)
    );
    assert!(!blocks(&desk, &note).as_array().unwrap().iter().any(|block| block["id"] == second));
}
