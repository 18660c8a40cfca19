//! Undo in the editor and undo of the dossier are one history: what was typed, tagged and typed is undone in that order.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

use serde_json::{Value, json};
use standpoint_tests::desk::Desk;

/// A dossier with a source, a note and one paragraph in it.
struct Writing {
    desk: Desk,
    source: Value,
    note: Value,
    block: Value,
}

impl Writing {
    fn begin() -> Self {
        let desk = Desk::default();
        let source = desk.paste("Record", "The delegation would not recognise the border. It said so twice.");
        let note =
            desk.call("note_create", json!({ "title": "Talks", "template": "position_paper" }))["id"].clone();
        let body = json!({ "kind": "paragraph", "level": 1, "lead": [], "text": [] });
        let block =
            desk.call("block_insert", json!({ "note": note, "body": body, "after": null }))["id"].clone();
        Self { desk, source, note, block }
    }

    /// As the window saves somebody who types: again and again, with more words each time.
    fn types(&self, words: &[&str]) {
        for (index, text) in words.iter().enumerate() {
            self.edits(&said(text), index > 0);
        }
    }

    fn edits(&self, body: &Value, goes_on: bool) {
        self.desk.call("block_edit", json!({ "id": self.block, "body": body, "goes_on": goes_on }));
    }

    fn tags(&self) {
        self.desk.keep(&self.source, "recognise the border");
    }

    /// The paragraph, and how many passages are kept.
    fn stands(&self) -> (String, usize) {
        let blocks = self.desk.call("note_get", json!({ "id": self.note }))["blocks"].clone();
        let body = &blocks[0]["body"];
        let text = format!("{} {}", body["level"], body["text"][0]["text"].as_str().unwrap_or_default());
        (text, self.desk.call("excerpt_list", json!({})).as_array().unwrap().len())
    }

    #[track_caller]
    fn check(&self, command: &str, text: &str, kept: usize) {
        self.desk.call(command, json!({}));
        assert_eq!(self.stands(), (text.to_owned(), kept), "{command}");
    }
}

fn said(text: &str) -> Value {
    json!({ "kind": "paragraph", "level": 1, "lead": [], "text": [{ "type": "text", "text": text }] })
}

#[test]
fn typed_tagged_and_typed_again_is_three_steps() {
    let writing = Writing::begin();
    writing.types(&["They", "They do", "They do not move."]);
    writing.tags();
    writing.types(&["They do not move. Not", "They do not move. Not yet."]);
    writing.check("undo", "1 They do not move.", 1);
    writing.check("undo", "1 They do not move.", 0);
    writing.check("undo", "1 ", 0);
    writing.check("redo", "1 They do not move.", 0);
    writing.check("redo", "1 They do not move.", 1);
    writing.check("redo", "1 They do not move. Not yet.", 1);
}

#[test]
fn what_does_not_go_on_is_another_step() {
    let writing = Writing::begin();
    writing.types(&["A part", "A part of it."]);
    writing.types(&["A part of it. And", "A part of it. And more."]);
    writing.check("undo", "1 A part of it.", 0);
    writing.check("undo", "1 ", 0);
}

#[test]
fn nothing_goes_on_from_what_was_done_in_between_or_undone() {
    let writing = Writing::begin();
    writing.types(&["They do", "They do not move."]);
    writing.tags();
    writing.edits(&said("They do not move. Not yet."), true);
    writing.check("undo", "1 They do not move.", 1);
    writing.edits(&said("They do not move. Never."), true);
    writing.check("undo", "1 They do not move.", 1);
    writing.check("undo", "1 They do not move.", 0);
    writing.check("undo", "1 ", 0);
}

#[test]
fn the_steps_are_there_after_a_restart() {
    let mut writing = Writing::begin();
    writing.types(&["They", "They do not move."]);
    writing.tags();
    writing.types(&["They do not move. Not yet."]);
    writing.desk.restart();
    writing.check("undo", "1 They do not move.", 1);
    writing.check("undo", "1 They do not move.", 0);
    writing.check("undo", "1 ", 0);
}
