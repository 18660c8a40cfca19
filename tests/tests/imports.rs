//! Documents on their way in: folders, archives, attachments, what is refused, and the very bytes back out.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

#[path = "../../src-tauri/crates/import/tests/formats/archives.rs"]
mod archives;
#[path = "../../src-tauri/crates/import/tests/formats/dots.rs"]
mod dots;
#[path = "../../src-tauri/crates/import/tests/formats/pdf_pages.rs"]
mod pdf_pages;
#[path = "../../src-tauri/crates/import/tests/formats/seeds.rs"]
mod seeds;

use archives::archive;
use serde_json::{Value, json};
use standpoint_tests::desk::Desk;
use std::fs;
use std::io::Write;
use std::path::Path;

/// Puts a file on the disk.
#[track_caller]
fn put(path: &Path, bytes: &[u8]) {
    fs::File::create(path).unwrap().write_all(bytes).unwrap();
}

/// Imports and waits; what became of it.
#[track_caller]
fn import(desk: &Desk, paths: &[&Path]) -> Value {
    desk.ended(&desk.call("import_files", json!({ "paths": paths })))
}

/// What came in and what did not, by the names of the files.
fn told(job: &Value) -> (Vec<String>, Vec<String>) {
    let list = |name: &str| job[name].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let imported = list("imported").iter().map(|one| text(&one["source"]["file_name"])).collect();
    let refused = list("refused")
        .into_iter()
        .map(|one| format!("{}: {}", text(&one["file"]), text(&one["error"]["message"])));
    (imported, refused.collect())
}

#[test]
fn a_folder_and_an_archive_come_in_whole_and_what_is_bad_in_them_is_named() {
    let desk = Desk::default();
    let folder = desk.path("case");
    fs::create_dir_all(folder.join("annexes/.hidden")).unwrap();
    let write = |name: &str, bytes: &[u8]| {
        put(&folder.join(name), bytes);
    };
    let inner = archive(&[("deep/e.md", b"# Eden\n\nThe envoys met there."), ("f.gif", b"GIF89a")]);
    let zip = archive(&[
        ("c.txt", b"The ministers met again."),
        ("../../d.txt", b"They agreed on nothing."),
        ("__MACOSX/c.txt", b"litter"),
        ("inner.zip", &inner),
        ("empty.txt", b""),
    ]);
    write("a.txt", b"The ministers met.");
    write("annexes/b.pdf", b"%PDF-1.4 cut short");
    write("annexes/.hidden/x.txt", b"hidden");
    write("bundle.zip", &zip);
    write(".notes.txt", b"hidden");
    let job = import(&desk, &[&folder]);
    let (imported, refused) = told(&job);
    assert_eq!(imported, ["a.txt", "c.txt", "d.txt", "e.md"]);
    assert_eq!(
        refused,
        [
            "case/annexes/b.pdf: “b.pdf” is damaged or incomplete. Nothing was imported from it.",
            "case/bundle.zip/inner.zip/f.gif: “f.gif” is a GIF picture, which cannot be imported. Nothing was imported \
             from it.",
            "case/bundle.zip/empty.txt: “empty.txt” is empty. Nothing was imported from it.",
        ]
    );
    assert_eq!((&job["total"], &job["cancelled"]), (&json!(7), &json!(false)));
    let there: Vec<String> =
        fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(there.len(), 4, "nothing was unpacked: {there:?}");

    let (imported, refused) = told(&import(&desk, &[&folder.join("annexes/.hidden"), &desk.path("nowhere")]));
    assert_eq!(imported, ["x.txt"], "a folder that was given is looked into");
    assert!(refused[0].starts_with("nowhere: “nowhere” is not there."), "{refused:?}");
    let bare = desk.path("bare");
    fs::create_dir(&bare).unwrap();
    assert!(told(&import(&desk, &[&bare])).1[0].starts_with("bare: There are no documents in “bare”."));
}

#[test]
fn an_archive_in_an_archive_has_an_end() {
    let desk = Desk::default();
    let mut bytes = archive(&[("a.txt", b"The ministers met.")]);
    for _ in 0..6 {
        bytes = archive(&[("next.zip", &bytes), ("b.txt", b"They spoke.")]);
    }
    let path = desk.path("nested.zip");
    put(&path, &bytes);
    let job = import(&desk, &[&path]);
    let (imported, refused) = told(&job);
    assert_eq!(imported, ["b.txt", "b.txt", "b.txt", "b.txt"], "the same words four times");
    assert_eq!(
        job["refused"][0]["error"]["hint"],
        "Unpack it with another program, and import what is in it."
    );
    assert_eq!(
        refused,
        [
            "nested.zip/next.zip/next.zip/next.zip/next.zip: “next.zip” is nested too deeply to be read safely. \
             Nothing was imported from it."
        ]
    );
}

#[test]
fn attachments_are_offered_and_come_in_as_sources() {
    let desk = Desk::default();
    let path = desk.path("talks.eml");
    let mail = "From: a@example.org\r\nSubject: Talks\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSee below.\r\n--x\r\n\
        Content-Disposition: attachment; filename=\"note.txt\"\r\n\r\nThe ministers met.\r\n--x\r\n\
        Content-Type: message/rfc822\r\n\r\nSubject: Earlier\r\n\r\nThey will meet.\r\n--x--\r\n";
    put(&path, mail.as_bytes());
    let job = import(&desk, &[&path]);
    assert_eq!(job["imported"][0]["attachments"], 2);
    let source = &job["imported"][0]["source"]["id"];
    let job = desk.ended(&desk.call("import_attachments", json!({ "id": source })));
    assert_eq!(told(&job), (vec!["note.txt".to_owned(), "Earlier.eml".to_owned()], vec![]));
    assert_eq!(job["imported"][1]["source"]["kind"], "email");
}

#[test]
fn what_is_refused_can_be_read_as_plain_text() {
    let desk = Desk::default();
    let path = desk.path("bundle.zip");
    let bytes = archive(&[("talks.pdf", b"The ministers met."), ("noise.bin", &[7; 400])]);
    put(&path, &bytes);
    let job = import(&desk, &[&path]);
    let refused = job["refused"].as_array().unwrap();
    assert_eq!(refused.iter().map(|one| &one["as_text"]).collect::<Vec<_>>(), [&json!(true), &json!(true)]);
    let ask = |number: &Value| desk.attempt("import_as_text", json!({ "job": job["id"], "number": number }));
    let imported = ask(&refused[0]["number"]).unwrap();
    let text = desk.call("source_get", json!({ "id": imported["source"]["id"] }));
    assert_eq!(text["text"], "The ministers met.");
    assert_eq!(
        ask(&refused[1]["number"]).unwrap_err().message,
        "“noise.bin” holds something other than text. Nothing was imported from it."
    );
    let (imported, refused) = told(&desk.ended(&job));
    assert_eq!((imported, refused.len()), (vec!["talks.pdf".to_owned()], 1));
}

#[test]
fn numbers_of_lists_come_along_beside_the_text() {
    let desk = Desk::default();
    let html =
        "<p>They agreed:</p><ol start=3><li>to meet</li><li>to talk</li></ol><ul><li>and more</li></ul>";
    let source =
        desk.call("import_paste", json!({ "text": "to meet", "html": html }))["source"]["id"].clone();
    let read = desk.call("source_get", json!({ "id": source }));
    let numbers: Vec<&Value> =
        read["structure"]["spans"].as_array().unwrap().iter().map(|span| &span["number"]).collect();
    assert_eq!(numbers, [&Value::Null, &json!(3), &json!(4), &Value::Null]);
    assert!(read["text"].as_str().unwrap().contains("to meet\nto talk"), "{}", read["text"]);
}

#[test]
fn an_article_that_comes_twice_is_pointed_out() {
    let desk = Desk::default();
    let words: Vec<String> = (0..300).map(|n| format!("word{}", n * 7919 % 211)).collect();
    let first = desk.paste("The talks", &words.join(" "));
    let other: Vec<String> = (0..300).map(|n| format!("term{}", n * 7919 % 211)).collect();
    desk.paste("Something else", &other.join(" "));
    let again = desk.call(
        "import_paste",
        json!({ "title": "The talks again", "text": format!("From the wire.\n\n{}", words.join(" ")) }),
    );
    assert_eq!((&again["known"], &again["alike"]["source"]), (&json!(false), &first));
    let alike = desk.call("source_alike", json!({ "id": first }));
    assert_eq!(alike.as_array().unwrap().len(), 1);
    assert_eq!(alike[0]["title"], "The talks again");
    assert!(alike[0]["likeness"].as_u64().unwrap() > 90, "{alike}");
    desk.call("source_supersede", json!({ "id": first, "by": alike[0]["source"] }));
    assert_eq!(
        desk.call("source_alike", json!({ "id": first })),
        json!([]),
        "versions are known to be alike"
    );
}

#[test]
fn what_came_back_since_is_compared_too() {
    let desk = Desk::default();
    let words: Vec<String> = (0..300).map(|n| format!("word{}", n * 7919 % 211)).collect();
    let first = desk.paste("The talks", &words.join(" "));
    let other = desk.paste("Something else", "They met in London, and agreed on nothing.");
    desk.call("source_delete", json!({ "id": first }));
    assert_eq!(desk.call("source_alike", json!({ "id": other })), json!([]));
    desk.call("undo", json!({}));
    let again = desk.call(
        "import_paste",
        json!({ "title": "The talks again", "text": format!("From the wire.\n\n{}", words.join(" ")) }),
    );
    assert_eq!(again["alike"]["source"], first);
}

#[test]
fn every_original_comes_back_byte_for_byte() {
    let mut desk = Desk::default();
    let folder = desk.path("seeds");
    fs::create_dir(&folder).unwrap();
    let mut expected: Vec<(String, Vec<u8>)> = Vec::new();
    for (name, bytes) in seeds::all() {
        put(&folder.join(name), &bytes);
        if name != "talks.zip" {
            expected.push((name.to_owned(), bytes));
        }
    }
    let job = import(&desk, &[&folder]);
    assert_eq!(told(&job).1.len(), 0, "{job}");
    desk.restart();
    for (name, bytes) in expected {
        let imported = job["imported"].as_array().unwrap();
        let source = imported.iter().find(|one| one["source"]["file_name"] == name.as_str());
        let source = &source.unwrap_or_else(|| panic!("{name} did not come in"))["source"]["id"];
        let back = desk.path(&format!("back-{name}"));
        desk.call("source_save_original", json!({ "id": source, "path": back }));
        assert!(fs::read(back).unwrap() == bytes, "{name} came back different");
    }
}
