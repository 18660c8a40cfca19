//! What comes back through a program that changes nothing, and through people who do.

use super::*;
use crate::manuscript::{Form, Piece, Run, Runs, To};
use crate::tests::{Written, laws, varied};
use proptest::prelude::*;
use standpoint_core::notes::Paper;
use standpoint_core::notes::block::{CitationTarget, Inline};
use std::fmt::Write as _;

/// The file as a program would give it back that changed nothing.
pub(crate) fn untouched(told: &Told) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut block = None;
    let key = told.about.key.clone().unwrap();
    for piece in told.manuscript.head.iter().chain(&told.manuscript.body) {
        let marked =
            piece.place.as_ref().and_then(|place| place.strip_prefix("block-")).map(ToOwned::to_owned);
        if piece.place.is_some() {
            block.clone_from(&marked);
        }
        let first = lines.len();
        add(told, piece, block.as_deref(), false, &mut lines);
        if let (Some(block), Some(line)) = (marked, lines.get_mut(first)) {
            line.atoms.insert(0, Atom::Mark(format!("b{block}_{key}")));
        }
    }
    let end = Line {
        style: "heading 1".into(),
        atoms: vec![Atom::Mark(format!("annexes_{key}"))],
        ..Line::default()
    };
    lines.push(end);
    for piece in told.manuscript.annexes.iter().flatten() {
        add(told, piece, None, false, &mut lines);
    }
    lines
}

fn add(told: &Told, piece: &Piece, block: Option<&str>, in_table: bool, lines: &mut Vec<Line>) {
    let mut line = |style: &str, runs: &Runs, in_table: bool| {
        lines.push(Line {
            style: style.to_owned(),
            in_table,
            picture: false,
            atoms: atoms(told, runs, block),
        });
    };
    match &piece.form {
        Form::Paragraph(style, runs) => line(&format!("{style:?}"), runs, in_table),
        Form::Box(_, inside) => inside.iter().for_each(|piece| add(told, piece, block, in_table, lines)),
        Form::Table(table) => {
            table.head.iter().for_each(|runs| line("Table Head", runs, true));
            for runs in table.rows.iter().flat_map(|row| row.cells.iter().flatten()) {
                line("Table Text", runs, true);
            }
        }
        Form::PageBreak => lines.push(Line::default()),
        Form::Picture { .. } => lines.push(Line { picture: true, ..Line::default() }),
        Form::Fields(_) => {}
    }
}

fn words(text: &str) -> Atom {
    Atom::Words { text: text.to_owned(), bold: false, italic: false, language: None }
}

fn atoms(told: &Told, runs: &Runs, block: Option<&str>) -> Vec<Atom> {
    let key = told.about.key.clone().unwrap();
    let one = |run: &Run| match run {
        Run::Words { text, look, language } => {
            let (bold, italic, language) = (look.strong, look.emphasis, language.clone());
            Some(Atom::Words { text: text.clone(), bold, italic, language })
        }
        Run::Link { text, to: To::Address(address), .. } => {
            Some(Atom::Link { text: text.clone(), address: address.clone() })
        }
        Run::Link { text, to: To::Place(place) | To::Number(place), .. } => {
            Some(Atom::To { text: text.clone(), bookmark: place.replace('-', "_") })
        }
        Run::Footnote(number) => {
            Some(Atom::Footnote(atoms(told, &told.manuscript.footnotes[*number as usize - 1], None)))
        }
        Run::Symbol(stance) => Some(words(crate::manuscript::labels::symbol(*stance))),
        Run::Begin(number) => block.map(|block| Atom::Mark(format!("b{block}_{number}_{key}"))),
        Run::End(_) => None,
    };
    runs.iter().filter_map(one).collect()
}

/// A note with footnotes, portion marks and a bottom line, besides a block of every kind.
fn marked() -> Written {
    let mut note = varied();
    let gazette = note.snapshot.sources[0].id;
    let mut text = vec![Inline::words(" Said "), Inline::words("twice ")];
    text.push(Inline::Citation { targets: vec![CitationTarget::Source(gazette)] });
    text.push(Inline::Footnote { text: vec![Inline::words("By them."), Inline::words("")] });
    text.push(Inline::words(", and more."));
    let id = note.block(Body::Paragraph { level: 1, lead: Vec::new(), text });
    note.snapshot.blocks.iter_mut().find(|block| block.id == id).unwrap().marking = Some("OFFICIAL".into());
    note
}

/// Changes as a few readable lines.
fn told_of(revised: &Revised) -> String {
    let mut lines = String::new();
    for change in &revised.changes {
        let (before, now) = (change.before.replace('\n', " / "), change.now.replace('\n', " / "));
        writeln!(lines, "{:?}: {before} → {now}", change.kind).unwrap();
    }
    for notice in &revised.notices {
        writeln!(lines, "! {notice}").unwrap();
    }
    lines
}

#[track_caller]
fn check(edit: impl FnOnce(&mut Vec<Line>), expect: &str) -> Revised {
    let note = marked();
    let told = note.told();
    let mut lines = untouched(&told);
    edit(&mut lines);
    let revised = revised(&note.snapshot, &told, &lines);
    assert_eq!(told_of(&revised), expect);
    revised
}

/// The paragraph that holds these words.
fn at(lines: &[Line], words: &str) -> usize {
    lines.iter().position(|line| gather::words_of(&line.atoms).contains(words)).unwrap()
}

fn replace(lines: &mut [Line], old: &str, new: &str) {
    let at = at(lines, old);
    for atom in &mut lines[at].atoms {
        if let Atom::Words { text, .. } = atom {
            *text = text.replace(old, new);
        }
    }
}

#[test]
fn nothing_changed() {
    check(|_| (), "");
}

#[test]
fn words_edited_keep_their_citations_and_footnotes() {
    let revised = check(
        |lines| {
            replace(lines, "twice", "three times");
            replace(lines, "again and again", "often");
        },
        "Edited: They said so again and again, in 2025 and before.\u{A0}[1, 2, 3] → They said so often, in 2025 and before.\u{A0}[1, 2, 3]\n\
         Edited: Said twice\u{A0}[S1] (By them.), and more. → Said three times\u{A0}[S1] (By them.), and more.\n",
    );
    let Some(Body::Paragraph { text, .. }) = &revised.changes[0].body else { panic!() };
    assert!(
        matches!(text.as_slice(), [Inline::Text { .. }, Inline::Citation { targets }] if targets.len() == 3)
    );
}

#[test]
fn paragraphs_removed_and_added() {
    check(
        |lines| {
            lines.remove(at(lines, "A part of it."));
            let behind = at(lines, "Another part.");
            let added = Line {
                style: "Numbered Paragraph".into(),
                atoms: vec![words("A new one.")],
                ..Line::default()
            };
            lines.insert(behind + 1, added);
        },
        "Removed: A part of it. → \nAdded:  → A new one.\n",
    );
}

#[test]
fn lists_and_boxes_take_items_more_and_fewer() {
    check(
        |lines| {
            lines.remove(at(lines, "Money"));
            let behind = at(lines, "We want a river.");
            let added =
                Line { style: "Lines to Take Item".into(), atoms: vec![words("Now.")], ..Line::default() };
            lines.insert(behind + 1, added);
            replace(lines, "Because it is ours too.", "Because.");
        },
        "Edited: Money / Die Verhandlungsbereitschaft der Flußkommission → Die Verhandlungsbereitschaft der Flußkommission\n\
         Edited: We want a river. / We pay for it. → We want a river. / Now. / We pay for it.\n\
         Edited: Why pay? / Because it is ours too. → Why pay? / Because.\n",
    );
}

#[test]
fn what_is_drawn_is_shown_and_not_taken() {
    let revised = check(
        |lines| replace(lines, "Confidence: high.", "Confidence: low."),
        "Drawn: (O) Velmaros and Tal Sorlin: A dam on the river / □opposes if unless they pay, 22 Apr\u{A0}[1, 2, 3] Confidence: high. / “we shall never build a dam”\u{A0}[1] / “never at all”\u{A0}[2] → (O) Velmaros and Tal Sorlin: A dam on the river / □opposes if unless they pay, 22 Apr\u{A0}[1, 2, 3] Confidence: low. / “we shall never build a dam”\u{A0}[1] / “never at all”\u{A0}[2]\n",
    );
    assert_eq!(revised.changes[0].body, None);
}

#[test]
fn two_paragraphs_run_together_are_one() {
    check(
        |lines| {
            let at = at(lines, "Another part.");
            let second = lines.remove(at);
            lines[at - 1].atoms.extend(second.atoms);
        },
        "Edited: A part of it. → A part of it.Another part.\nRemoved: Another part. → \n",
    );
}

#[test]
fn what_was_moved_is_told() {
    check(
        |lines| {
            let from = at(lines, "They said so");
            let line = lines.remove(from);
            let behind = at(lines, "Another part.");
            lines.insert(behind + 1, line);
        },
        "! “They said so again and again, in 2025 and before.\u{A0}[1, 2, 3]” stands in another place in Word, and its place is not brought back; move it in the note here.\n",
    );
}

#[test]
fn the_key_names_the_note_and_two_keys_name_none() {
    let told = marked().told();
    let mut lines = untouched(&told);
    assert_eq!(key_of(&lines), told.about.key);
    lines.push(Line { atoms: vec![Atom::Mark("b1_0_0123456789abcdef".into())], ..Line::default() });
    assert_eq!(key_of(&lines), None);
    assert_eq!(key_of(&[]), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_untouched_note_has_no_changes(parts in prop::collection::vec(laws::part(), 1..20)) {
        let (note, _) = laws::written(&parts, Paper::A4);
        let told = note.told();
        let revised = revised(&note.snapshot, &told, &untouched(&told));
        prop_assert_eq!(told_of(&revised), "");
    }
}
