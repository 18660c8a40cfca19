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
        for text in words {
            self.edits(&json!({ "kind": "paragraph", "level": 1, "lead": [], "text": [{ "type": "text", "text": text }] }));
        }
    }

    fn edits(&self, body: &Value) {
        self.desk.call("block_edit", json!({ "id": self.block, "body": body }));
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
fn another_shape_is_another_step() {
    let writing = Writing::begin();
    writing.types(&["A part", "A part of it."]);
    let text = json!([{ "type": "text", "text": "A part of it." }]);
    writing.edits(&json!({ "kind": "paragraph", "level": 2, "lead": [], "text": text }));
    writing.check("undo", "1 A part of it.", 0);
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
