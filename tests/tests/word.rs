//! A note goes out as Word, is edited there, and comes back: what was changed is shown, and taken or left.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]
#![allow(clippy::disallowed_methods, reason = "files to be read, in a folder that goes with the test")]

use serde_json::{Value, json};
use standpoint_tests::desk::Desk;
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A note of a few blocks, and its Word document on the disk.
fn exported(desk: &Desk) -> Value {
    let source = desk.paste("Record", "The delegation would not recognise the border. It said so twice.");
    let quote = desk.keep(&source, "would not recognise the border");
    let note =
        desk.call("note_create", json!({ "title": "Talks", "template": "position_paper" }))["id"].clone();
    for block in desk.call("note_get", json!({ "id": note }))["blocks"].as_array().unwrap() {
        desk.call("block_delete", json!({ "id": block["id"] }));
    }
    let said = |text: &str| json!([{ "type": "text", "text": text }]);
    let mut cited = said("They do not move");
    cited.as_array_mut().unwrap().extend([
        json!({ "type": "citation", "targets": [{ "to": "excerpt", "id": quote }] }),
        json!({ "type": "text", "text": ", not at all." }),
        json!({ "type": "footnote", "text": [{ "type": "text", "text": "As of Friday." }] }),
    ]);
    let mut after = Value::Null;
    for body in [
        json!({ "kind": "heading", "level": 1, "text": said("What is so") }),
        json!({ "kind": "paragraph", "level": 1, "lead": said("First."), "text": cited }),
        json!({ "kind": "paragraph", "level": 1, "lead": [], "text": said("A second paragraph.") }),
        json!({ "kind": "lines_to_take", "items": [said("We want a river."), said("We pay for it.")] }),
        json!({ "kind": "quotation", "excerpt": quote }),
    ] {
        after =
            desk.call("block_insert", json!({ "note": note, "body": body, "after": after }))["id"].clone();
    }
    desk.call("note_export", json!({ "note": note, "path": desk.path("note.docx"), "format": "docx" }));
    note
}

/// The document with other XML inside.
fn rewritten(desk: &Desk, edit: impl Fn(&str, String) -> String, more: &[&str]) {
    let mut archive = ZipArchive::new(Cursor::new(fs::read(desk.path("note.docx")).unwrap())).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(edit(&name, text).as_bytes()).unwrap();
    }
    for name in more {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
    }
    fs::write(desk.path("back.docx"), zip.finish().unwrap().into_inner()).unwrap();
}

fn compared(desk: &Desk, note: &Value, file: &str) -> Value {
    desk.call("note_compare", json!({ "note": note, "path": desk.path(file) }))
}

/// Changes as a few readable lines.
fn told(comparison: &Value) -> String {
    let mut lines = String::new();
    for change in comparison["changes"].as_array().unwrap() {
        let text = |name: &str| change[name].as_str().unwrap().to_owned();
        let without = |other: &str| {
            let runs = change["words"].as_array().unwrap().iter().filter(|run| run["stands"] != other);
            runs.map(|run| run["text"].as_str().unwrap()).collect::<String>().replace('\n', " / ")
        };
        let here = if change["changed_here"] == true { " (changed here too)" } else { "" };
        lines.extend([text("fate").as_str(), ": ", &without("now"), " → ", &without("then"), here, "\n"]);
    }
    for notice in comparison["notices"].as_array().unwrap() {
        lines.extend(["! ", notice.as_str().unwrap(), "\n"]);
    }
    lines
}

fn words(desk: &Desk, note: &Value) -> Vec<String> {
    let blocks = desk.call("note_get", json!({ "id": note }))["blocks"].clone();
    blocks.as_array().unwrap().iter().map(|block| block["body"].to_string()).collect()
}

#[test]
fn an_untouched_file_has_no_changes() {
    let desk = Desk::default();
    let note = exported(&desk);
    assert_eq!(told(&compared(&desk, &note, "note.docx")), "");
}

#[test]
fn what_was_edited_is_taken_in_one_step() {
    let desk = Desk::default();
    let note = exported(&desk);
    let before = words(&desk, &note);
    let edit = |name: &str, text: String| match name {
        "word/document.xml" => text
            .replace("They do not move", "They move a little")
            .replace("We pay for it.", "We share the cost.")
            .replace("A second paragraph.", ""),
        "word/footnotes.xml" => text.replace("As of Friday.", "As of Monday."),
        _ => text,
    };
    rewritten(&desk, edit, &[]);
    let comparison = compared(&desk, &note, "back.docx");
    assert_eq!(
        told(&comparison),
        "edited: First. / They do not move\u{A0}[1], not at all. (As of Friday.) → First. / They move a little\u{A0}[1], not at all. (As of Monday.)\n\
         removed: A second paragraph. → \n\
         edited: We want a river. / We pay for it. → We want a river. / We share the cost.\n"
    );
    let revisions: Vec<Value> =
        comparison["changes"].as_array().unwrap().iter().map(|change| change["revision"].clone()).collect();
    desk.call("note_revise", json!({ "note": note, "revisions": revisions }));
    let after = words(&desk, &note);
    assert_eq!((after.len(), before.len()), (4, 5));
    assert!(after[1].contains("They move a little") && after[1].contains("excerpt"), "{after:?}");
    desk.call("undo", json!({}));
    assert_eq!(words(&desk, &note), before);
}

#[test]
fn what_was_changed_here_since_says_so() {
    let desk = Desk::default();
    let note = exported(&desk);
    let blocks = desk.call("note_get", json!({ "id": note }))["blocks"].clone();
    let body =
        json!({ "kind": "paragraph", "level": 1, "lead": [], "text": [{ "type": "text", "text": "Ours." }] });
    desk.call("block_edit", json!({ "id": blocks[2]["id"], "body": body }));
    rewritten(&desk, |_, text| text.replace("A second paragraph.", "Theirs."), &[]);
    let comparison = compared(&desk, &note, "back.docx");
    assert_eq!(told(&comparison), "edited: A second paragraph. → Theirs. (changed here too)\n");
}

/// The paragraph with these words put behind the one with those.
fn moved(text: &str, words: &str, behind: &str) -> String {
    let paragraph = |text: &str, words: &str| {
        let at = text.find(words).unwrap();
        let begin = text[..at].rfind("<w:p>").unwrap();
        (begin, at + text[at..].find("</w:p>").unwrap() + "</w:p>".len())
    };
    let (begin, end) = paragraph(text, words);
    let mut moved = text.to_owned();
    let cut: String = moved.drain(begin..end).collect();
    let (_, place) = paragraph(&moved, behind);
    moved.insert_str(place, &cut);
    moved
}

#[test]
fn what_was_moved_is_moved_here_too() {
    let desk = Desk::default();
    let note = exported(&desk);
    let before = words(&desk, &note);
    let edit = |name: &str, text: String| match name {
        "word/document.xml" => moved(&text, "They do not move", "We pay for it.").replace("not move", "stay"),
        _ => text,
    };
    rewritten(&desk, edit, &[]);
    let comparison = compared(&desk, &note, "back.docx");
    assert_eq!(
        told(&comparison),
        "moved: First. / They do not move\u{A0}[1], not at all. (As of Friday.) → First. / They do not move\u{A0}[1], not at all. (As of Friday.)\n\
         edited: First. / They do not move\u{A0}[1], not at all. (As of Friday.) → First. / They do stay\u{A0}[1], not at all. (As of Friday.)\n"
    );
    assert_eq!(
        comparison["changes"][0]["places"],
        json!({ "then": "What is so", "now": "We want a river. We pay for it." })
    );
    desk.call("note_revise", json!({ "note": note, "revisions": [comparison["changes"][0]["revision"]] }));
    let order = [&before[0], &before[2], &before[3], &before[1], &before[4]].map(Clone::clone);
    assert_eq!(words(&desk, &note), order);
    // It stands there now, so moving it once more is no longer offered as a matter of course.
    assert_eq!(compared(&desk, &note, "back.docx")["changes"][0]["changed_here"], true);
    desk.call("undo", json!({}));
    assert_eq!(words(&desk, &note), before);
}

#[test]
fn tracked_changes_and_comments_are_told() {
    let desk = Desk::default();
    let note = exported(&desk);
    let edit = |name: &str, text: String| {
        if name != "word/document.xml" {
            return text;
        }
        let run = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
        let deleted = "<w:del w:id=\"900\" w:author=\"x\"><w:r><w:delText>A second paragraph.</w:delText></w:r></w:del>";
        let inserted = format!("<w:ins w:id=\"901\" w:author=\"x\">{}</w:ins>", run("Another."));
        let comment = "<w:r><w:commentReference w:id=\"1\"/></w:r>";
        let at = text.find("A second paragraph.").unwrap();
        let start = text[..at].rfind("<w:r>").unwrap();
        let end = at + text[at..].find("</w:r>").unwrap() + "</w:r>".len();
        format!("{}{deleted}{inserted}{comment}{}", &text[..start], &text[end..])
    };
    rewritten(&desk, edit, &[]);
    assert_eq!(
        told(&compared(&desk, &note, "back.docx")),
        "edited: A second paragraph. → Another.\n\
         ! Changes were tracked in Word; they are shown here as if all were accepted.\n\
         ! There is a comment in the Word document; read it there.\n"
    );
}

#[test]
fn what_is_not_the_note_is_refused_in_a_sentence() {
    let desk = Desk::default();
    let note = exported(&desk);
    let check = |file: &str, expect: &str| {
        let refused =
            desk.attempt("note_compare", json!({ "note": note, "path": desk.path(file) })).unwrap_err();
        assert!(refused.to_string().contains(expect), "{refused}");
    };
    rewritten(&desk, |_, text| text, &["word/vbaProject.bin"]);
    check("back.docx", "carries macros and was not opened");
    fs::write(desk.path("back.docx"), "no document").unwrap();
    check("back.docx", "is named as a Word document but holds something else");
    rewritten(&desk, |_, text| text.replace("<w:bookmarkStart", "<w:bookmarkLost"), &[]);
    check("back.docx", "does not say which note it was made from");
    rewritten(&desk, |_, text| text[..text.len() / 2].to_owned(), &[]);
    check("back.docx", "is damaged or incomplete");
    check("gone.docx", "gone.docx");
    let other =
        desk.call("note_create", json!({ "title": "Other", "template": "position_paper" }))["id"].clone();
    let path = json!({ "note": other, "path": desk.path("note.docx") });
    let refused = desk.attempt("note_compare", path).unwrap_err();
    assert!(refused.to_string().contains("was made from another note, “Talks”"), "{refused}");
}

#[test]
fn a_bomb_is_refused() {
    let desk = Desk::default();
    let note = exported(&desk);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<w:document>").unwrap();
    for _ in 0..160 {
        zip.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    fs::write(desk.path("back.docx"), zip.finish().unwrap().into_inner()).unwrap();
    let path = json!({ "note": note, "path": desk.path("back.docx") });
    let refused = desk.attempt("note_compare", path).unwrap_err();
    assert!(refused.to_string().contains("unfolds into more than can be imported"), "{refused}");
}
