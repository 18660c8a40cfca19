//! The forms without pages: what every one of them must say. Where `STANDPOINT_FORMS` names a folder, files are left in
//! it to be opened with other programs; `STANDPOINT_FORMS_NOTES` says how many.

use super::Written;
use super::judged::{made_up, varied};
use super::laws::{Part, part, written};
use crate::told::{Told, tell};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use standpoint_core::notes::{Paper, Pictures};
use std::io::Write as _;
use std::path::PathBuf;

/// How many notes are made up, unless `STANDPOINT_FORMS_NOTES` says it.
const NOTES: usize = 30;

impl Written {
    pub(crate) fn told(&self) -> Told {
        tell(&self.snapshot, &Pictures::new(), &self.edition()).unwrap()
    }
}

fn leave(name: &str, told: &Told) {
    if let Some(folder) = std::env::var_os("STANDPOINT_FORMS") {
        let files = [
            ("docx", told.word().unwrap()),
            ("html", told.html().into_bytes()),
            ("md", told.markdown().into_bytes()),
        ];
        for (extension, bytes) in files {
            let path = PathBuf::from(&folder).join(format!("{name}.{extension}"));
            std::fs::File::create(path).and_then(|mut file| file.write_all(&bytes)).unwrap();
        }
    }
}

#[test]
fn a_note_of_every_kind_of_block_is_left_for_others() {
    let mut note = varied();
    leave("varied", &note.told());
    note.snapshot.note.clearance = None;
    note.snapshot.note.language = "ar".into();
    leave("varied-ar", &note.told());
}

#[test]
fn made_up_notes_keep_every_word_in_every_form() {
    let count = std::env::var("STANDPOINT_FORMS_NOTES").ok().and_then(|count| count.parse().ok());
    let mut runner = TestRunner::deterministic();
    let notes = (prop::collection::vec(part(), 1..28), any::<bool>());
    for number in 0..count.unwrap_or(NOTES) {
        let (parts, letter) = notes.new_tree(&mut runner).unwrap().current();
        check(number, &parts, if letter { Paper::Letter } else { Paper::A4 });
    }
}

fn check(number: usize, parts: &[Part], paper: Paper) {
    let (note, words) = written(parts, paper);
    let told = note.told();
    leave(&format!("note-{number:03}"), &told);
    let parts = crate::word::parts(&told);
    let document = parts.iter().find(|part| part.name == "word/document.xml").unwrap();
    let document = String::from_utf8(document.bytes.clone()).unwrap();
    for (form, text) in [("Word", document), ("HTML", told.html()), ("Markdown", told.markdown())] {
        // The annexes name headings again, for the ways back.
        let body = text.split("Annex A. ").next().unwrap();
        assert_eq!(made_up(body), words, "note {number} as {form}");
    }
}
