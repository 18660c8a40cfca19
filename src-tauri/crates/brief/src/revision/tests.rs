//! What comes back through a program that changes nothing, and through people who do.

mod tables;

use super::*;
use crate::manuscript::{Form, Piece, Run, Runs, To};
use crate::tests::{Written, laws, varied};
use proptest::prelude::*;
use standpoint_core::notes::Paper;
use standpoint_core::notes::block::{CitationTarget, Inline};
use std::collections::BTreeMap;
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
        add(told, piece, block.as_deref(), &mut lines);
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
        add(told, piece, None, &mut lines);
    }
    lines
}

fn add(told: &Told, piece: &Piece, block: Option<&str>, lines: &mut Vec<Line>) {
    let at = lines.len();
    let mut line = |style: &str, runs: &Runs, cell: Option<Cell>| {
        lines.push(Line { style: style.to_owned(), cell, picture: false, atoms: atoms(told, runs, block) });
    };
    match &piece.form {
        Form::Paragraph(style, runs) => line(&format!("{style:?}"), runs, None),
        Form::Box(_, inside) => inside.iter().for_each(|piece| add(told, piece, block, lines)),
        Form::Table(drawn) => {
            // Tables follow one another in the file, so that the first line of each can number it.
            let table = at;
            let cell = |row, column: usize| Some(Cell { table, row, column: column + 1 });
            for (column, runs) in drawn.head.iter().enumerate() {
                line("Table Head", runs, cell(1, column));
            }
            for (row, drawn) in drawn.rows.iter().enumerate() {
                for (column, inside) in drawn.cells.iter().enumerate() {
                    for runs in inside {
                        line("Table Text", runs, cell(row + 2, column));
                    }
                }
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
        match &change.places {
            None => writeln!(lines, "{:?}: {before} → {now}", change.kind).unwrap(),
            Some(Places { then, now }) => writeln!(lines, "Moved: {before} | {then:?} → {now:?}").unwrap(),
        }
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

fn whole() -> gather::Region {
    gather::Region { begin: 0, end: usize::MAX }
}

/// The number of the block that these paragraphs begin with.
fn block_of(note: &Written, told: &Told, lines: &[Line]) -> Option<usize> {
    gather::gather(&note.snapshot, told, lines, &whole()).order.first().copied()
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
fn what_makes_no_difference_on_paper_is_no_change() {
    let link = |text: &str| Inline::Link { url: "https://river.example".into(), text: text.into() };
    let bold = |text: &str| Inline::Text { text: text.into(), bold: true, italic: false, language: None };
    let note = Inline::Footnote { text: vec![Inline::words("By them; "), link("there")] };
    for (lead, text) in [
        (Vec::new(), vec![link("One "), link("and two")]),
        (vec![bold("First – ")], vec![note.clone()]),
        (vec![bold("First ")], vec![Inline::words("Said."), note]),
    ] {
        let mut written = marked();
        written.block(Body::Paragraph { level: 1, lead, text });
        let told = written.told();
        assert_eq!(told_of(&revised(&written.snapshot, &told, &untouched(&told))), "");
    }
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

/// A paragraph of a style.
fn line(style: &str, text: &str) -> Line {
    Line { style: style.into(), atoms: vec![words(text)], ..Line::default() }
}

#[test]
fn nothing_typed_in_another_place_is_lost() {
    let typed = |behind: &str, style: &str, expect: &str| {
        check(
            |lines| {
                let behind = at(lines, behind);
                lines.insert(behind + 1, line(style, "New words."));
            },
            expect,
        )
    };
    typed("Another part.", "List Bullet", "Added:  → New words.\n");
    typed("Another part.", "Defensive Lines", "Added:  → New words.\n");
    typed("There is a river.", "List Bullet", "Added:  → New words.\n");
    // Below a table, and together with a row in it.
    let revised = check(
        |lines| {
            let again = at(lines, "Ask again");
            let mut row = vec![line("Table Text", "Third"), line("Table Text", "Good")];
            for (column, line) in row.iter_mut().enumerate() {
                let table = lines[again].cell.unwrap().table;
                line.cell = Some(Cell { table, row: 100, column: column + 1 });
            }
            row.push(line("List Bullet", "New words."));
            lines.splice(again + 3..again + 3, row);
        },
        "Edited: Wait / Cheap / Slow / Ask again / Cheap / Slow → Wait / Cheap / Slow / Ask again / Cheap / Slow / Third / Good\n\
         Added:  → New words.\n",
    );
    assert_eq!(
        tables::options(&revised),
        ["Wait | Cheap | Slow", "Ask again | Cheap | Slow", "Third | Good | "]
    );
    // Under the title, where no block of the body belongs.
    check(
        |lines| {
            replace(lines, " again and again, in 2025", "");
            lines.insert(1, line("Body", "again and again, in 2025"));
        },
        "Edited: They said so again and again, in 2025 and before.\u{A0}[1, 2, 3] → They said so and before.\u{A0}[1, 2, 3]\n\
         ! Changed on the first page and not brought back: “again and again, in 2025”. To keep it, change the note's details here, if it is right.\n",
    );
}

#[test]
fn what_is_moved_to_the_front_may_go_on_in_new_paragraphs() {
    check(
        |lines| {
            let from = at(lines, "They said so");
            let moved = lines.remove(from);
            let heading = at(lines, "What is so");
            lines.insert(heading, moved);
            lines.insert(heading + 1, line("Numbered Paragraph", "And once more."));
        },
        "Moved: They said so again and again, in 2025 and before.\u{A0}[1, 2, 3] | Some(\"What is so\") → None\n\
         Added:  → And once more.\n",
    );
}

#[test]
fn what_was_taken_out_by_tracking_leaves_its_bookmarks_to_the_next() {
    // The next stands where it stood, and what is new stands behind it.
    let revised = check(
        |lines| {
            let first = at(lines, "A part of it.");
            let marks: Vec<Atom> =
                lines.remove(first).atoms.into_iter().filter(|atom| matches!(atom, Atom::Mark(_))).collect();
            lines[first].atoms.splice(0..0, marks);
            lines.insert(first + 1, line("Numbered Paragraph", "New words."));
        },
        "Removed: A part of it. → \nAdded:  → New words.\n",
    );
    let note = marked();
    let behind = revised.changes[1].behind.unwrap();
    let body = &note.snapshot.blocks.iter().find(|block| block.id == behind).unwrap().body;
    assert!(body.words().contains("Another part."), "{body:?}");
}

#[test]
fn what_is_moved_up_by_a_line_is_not_taken_for_new() {
    check(
        |lines| {
            let note = at(lines, "● 80–100 together");
            let next = lines.remove(note + 1);
            lines.insert(note, next);
        },
        "",
    );
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
fn what_was_moved_stands_elsewhere_and_says_what_else_became_of_it() {
    check(
        |lines| {
            let from = at(lines, "They said so");
            let line = lines.remove(from);
            let behind = at(lines, "Another part.");
            lines.insert(behind + 1, line);
            replace(lines, "again and again", "often");
        },
        "Moved: They said so again and again, in 2025 and before.\u{A0}[1, 2, 3] | Some(\"What is so\") → Some(\"Another part.\")\n\
         Edited: They said so again and again, in 2025 and before.\u{A0}[1, 2, 3] → They said so often, in 2025 and before.\u{A0}[1, 2, 3]\n",
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

    #[test]
    fn whatever_is_moved_in_the_file_stands_there_once_it_is_taken(
        parts in prop::collection::vec(laws::part(), 1..20),
        places in prop::collection::vec(any::<u16>(), 64),
    ) {
        let (note, _) = laws::written(&parts, Paper::A4);
        let told = note.told();
        let mut lines = untouched(&told);
        let region = gather::body(&told, &lines);
        let body: Vec<Line> = lines.drain(region.begin..region.end).collect();
        let mut blocks: Vec<Vec<Line>> = Vec::new();
        for line in body {
            let begins = block_of(&note, &told, std::slice::from_ref(&line));
            match blocks.last_mut() {
                Some(block) if begins.is_none_or(|begins| block_of(&note, &told, block) == Some(begins)) => block.push(line),
                _ => blocks.push(vec![line]),
            }
        }
        let mut order: Vec<(u16, Vec<Line>)> = places.iter().copied().cycle().zip(blocks).collect();
        order.sort_by_key(|(place, _)| *place);
        let found: Vec<usize> = order.iter().filter_map(|(_, lines)| block_of(&note, &told, lines)).collect();
        for (at, line) in order.into_iter().flat_map(|(_, lines)| lines).enumerate() {
            lines.insert(region.begin + at, line);
        }
        let revised = revised(&note.snapshot, &told, &lines);
        prop_assert!(revised.changes.iter().all(|change| change.kind == ChangeKind::Moved), "{}", told_of(&revised));
        let ids: Vec<BlockId> = note.snapshot.blocks.iter().map(|block| block.id).collect();
        let found: Vec<BlockId> = found.into_iter().map(|number| ids[number - 1]).collect();
        let mut taken = ids;
        let mut put: BTreeMap<Option<BlockId>, BlockId> = BTreeMap::new();
        for change in &revised.changes {
            for id in &change.blocks {
                let behind = put.insert(change.behind, *id).or(change.behind);
                taken.retain(|other| other != id);
                let place = behind.and_then(|behind| taken.iter().position(|other| *other == behind));
                taken.insert(place.map_or(0, |place| place + 1), *id);
            }
        }
        taken.retain(|id| found.contains(id));
        prop_assert_eq!(taken, found);
    }

    #[test]
    fn a_line_put_in_anywhere_comes_back_or_is_told(
        parts in prop::collection::vec(laws::part(), 1..12),
        place in any::<prop::sample::Index>(),
        style in prop::sample::select(vec!["Numbered Paragraph", "List Bullet", "Body", "Lines to Take Item", "Defensive Lines", "Heading 1"]),
    ) {
        let (note, _) = laws::written(&parts, Paper::A4);
        let told = note.told();
        let mut lines = untouched(&told);
        let place = place.index(gather::body(&told, &lines).end);
        lines.insert(place, line(style, "zyx wvu"));
        let revised = revised(&note.snapshot, &told, &lines);
        let is_told = revised.notices.iter().any(|notice| notice.contains("zyx wvu"));
        let is_taken = |change: &BlockChange| {
            change.kind == ChangeKind::Drawn && change.now.contains("zyx wvu")
                || change.body.as_ref().is_some_and(|body| body.words().contains("zyx wvu"))
        };
        prop_assert!(is_told || revised.changes.iter().any(is_taken), "{}", told_of(&revised));
    }
}
