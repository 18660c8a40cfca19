//! The main job in the real window: a pasted article, a passage, a position, the matrix, a note, a PDF on the disk;
//! then all of it undone, the program left and started again, and all of it redone. Once by pointer, once by keyboard.

use std::{path::PathBuf, process::Command};

use serde_json::{Value, json};

use crate::{
    driver::Driver,
    program::{Home, Program},
};

const TITLE: &str = "Statement after the talks";
const FIRST: &str =
    "The Minister of Country A said that her government would stay in the talks if there is progress.";
const SECOND: &str = "Country B and Country C jointly insisted that support must go on.";
const CLAIM: &str = "Country A may leave the talks.";

#[test]
fn the_main_job_by_pointer() {
    let desk = Desk::new();
    let program = Program::open(&desk.home, None);
    let hand = &program.driver;

    hand.click("New dossier");
    hand.click("Paste text");
    hand.click("Title");
    hand.write(TITLE);
    hand.click("Text");
    hand.write(&article());
    hand.click("Add to the dossier");

    hand.select(FIRST);
    hand.click("Tag position");
    // The cursor stands there already.
    hand.wait("the first question", || hand.has_focus("Actor").then_some(()));
    hand.write("Country A");
    hand.click("Create “Country A”");
    hand.click("Issue");
    hand.write("Staying in the talks");
    hand.click("Create “Staying in the talks”");
    hand.click("2, Supports with conditions");
    hand.click("Record position");
    hand.see("Position recorded.");

    hand.click("Positions");
    hand.double_click("Country A on Staying in the talks");
    hand.see(FIRST);

    hand.click("Notes");
    hand.click("New note");
    hand.click("Title");
    hand.write("Who stands where");
    hand.click("Position paper");
    hand.click("Begin the note");
    hand.click("Bottom line: What is so");
    hand.write(CLAIM);
    hand.click("Cite: ");
    Desk::has_kept(hand, "citation");
    hand.wait("page 1", || hand.offers("Page 1 of").then_some(()));
    hand.click("Export PDF");
    desk.finds_the_note(hand);

    desk.is_undone_and_redone(program, |hand| hand.click("Undo "), |hand| hand.click("Redo "));
}

#[test]
fn the_main_job_by_keyboard_alone() {
    let desk = Desk::new();
    let program = Program::open(&desk.home, None);
    let hand = &program.driver;

    command(hand, "New dossier");
    hand.see("Start with a document");
    command(hand, "Paste text");
    hand.see("Add to the dossier");
    hand.write(&article());
    hand.press("Control+Enter");
    hand.see("Added “");

    hand.see("next, previous sentence");
    hand.press("j t");
    hand.see("Record position");
    hand.write("Country A");
    hand.see("Create “Country A”");
    hand.press("Enter Enter");
    hand.write("Staying in the talks");
    hand.see("Create “Staying in the talks”");
    hand.press("Enter 2 Enter");
    hand.see("Position recorded.");

    hand.press("Control+2");
    // The cursor stands in the first cell already.
    hand.wait("the first cell", || hand.has_focus("Country A on Staying in the talks").then_some(()));
    hand.press("Enter");
    hand.see(FIRST);

    hand.press("Control+3");
    hand.see("No notes yet");
    hand.press("Control+n");
    hand.wait("its title", || hand.has_focus("Title").then_some(()));
    hand.write("Who stands where");
    hand.press("Enter");
    hand.wait("the first field", || hand.has_focus("Bottom line: What is so").then_some(()));
    hand.write(CLAIM);
    hand.write("@");
    hand.wait("what can be cited", || hand.has_focus("Words of an excerpt").then_some(()));
    hand.write("Minister");
    hand.press("Enter");
    Desk::has_kept(hand, "citation");
    hand.wait("page 1", || hand.offers("Page 1 of").then_some(()));
    hand.press("Control+e");
    desk.finds_the_note(hand);

    hand.press("Control+5");
    desk.is_undone_and_redone(program, |hand| hand.press("Control+z"), |hand| hand.press("Control+Shift+z"));
}

/// A home where the dialogs are answered: first where the dossier goes, then where the note goes.
struct Desk {
    home: Home,
    dossier: PathBuf,
    note: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let home = Home::new();
        let (dossier, note) = (home.path("talks.standpoint"), home.path("note.pdf"));
        home.answer_dialogs(&json!([dossier, note]));
        Self { home, dossier, note }
    }

    /// What was typed is in the dossier, without anybody saving it.
    fn has_kept(hand: &Driver, words: &str) {
        hand.wait(words, || Self::state(hand).to_string().contains(words).then_some(()));
    }

    /// The PDF is on the disk and says what was written and what it rests on.
    fn finds_the_note(&self, hand: &Driver) {
        hand.see("Exported note.pdf");
        let read = Command::new("pdftotext").arg("-raw").arg(&self.note).arg("-").output().unwrap();
        let text = String::from_utf8_lossy(&read.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
        for words in [CLAIM, FIRST, "Country A"] {
            assert!(text.contains(words), "“{words}” is not in the PDF:\n{text}");
        }
    }

    /// All of it is undone step by step, stays so when the program is left and started again, and is redone.
    fn is_undone_and_redone(&self, program: Program, undo: impl Fn(&Driver), redo: impl Fn(&Driver)) {
        let full = Self::state(&program.driver);
        repeat(&program.driver, "Undo ", undo);
        Self::is_empty(&program.driver);
        program.close();
        self.home.wait_until_free(&self.dossier);

        let again = Program::open(&self.home, Some(&self.dossier));
        Self::is_empty(&again.driver);
        repeat(&again.driver, "Redo ", redo);
        assert_eq!(Self::state(&again.driver), full);
        again.close();
    }

    /// What the dossier holds, as the window itself is told.
    fn state(hand: &Driver) -> Value {
        hand.script(
            "const ask = (command, args = {}) => window.__TAURI_INTERNALS__.invoke('invoke', { command, args }); \
             const notes = await ask('note_list'); \
             return { \
               sources: (await ask('source_list')).map((row) => row.source), \
               actors: await ask('actor_list'), \
               positions: await ask('position_list', {}), \
               notes: await Promise.all(notes.map(({ id }) => ask('note_get', { id }))), \
             }",
        )
    }

    fn is_empty(hand: &Driver) {
        assert_eq!(Self::state(hand), json!({ "sources": [], "actors": [], "positions": [], "notes": [] }));
    }
}

fn article() -> String {
    format!("{FIRST}\n\n{SECOND}")
}

/// Finds a command in the one box that finds everything, and runs it.
fn command(hand: &Driver, name: &str) {
    hand.press("Control+k");
    hand.write(name);
    hand.wait("the command", || hand.offers(name).then_some(()));
    hand.press("Enter");
}

/// Does it again as long as the window offers it.
fn repeat(hand: &Driver, offer: &str, act: impl Fn(&Driver)) {
    while hand.offers(offer) {
        act(hand);
        hand.settle();
    }
}
