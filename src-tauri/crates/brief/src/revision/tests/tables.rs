//! Options with their rows, and questions with their answers.

use super::*;
use standpoint_core::notes::block::{DefensiveLine, PolicyOption};

#[test]
fn rows_of_options_come_and_go_and_change_places() {
    let row = |lines: &mut Vec<Line>, behind: &str, cells: [&str; 3]| {
        let last = at(lines, behind);
        let cell = lines[last].cell.unwrap();
        let row = cells.iter().enumerate().map(|(column, text)| Line {
            style: "Table Text".into(),
            cell: Some(Cell { table: cell.table, row: 100, column: column + 1 }),
            picture: false,
            atoms: vec![words(text)],
        });
        let place = last + 3;
        lines.splice(place..place, row);
    };
    let revised = check(
        |lines| row(lines, "Ask again", ["C. A third way", "", "Dear"]),
        "Edited: Wait / Cheap / Slow / Ask again / Cheap / Slow → Wait / Cheap / Slow / Ask again / Cheap / Slow / C. A third way / Dear\n",
    );
    assert_eq!(
        options(&revised),
        ["Wait | Cheap | Slow", "Ask again | Cheap | Slow", "A third way |  | Dear"]
    );
    // The first row taken out, and something typed in an empty cell.
    let revised = check(
        |lines| {
            let first = at(lines, "Wait");
            lines.drain(first..first + 3);
            let again = at(lines, "Ask again");
            lines[again + 2].atoms = vec![words("Loud")];
        },
        "Edited: Wait / Cheap / Slow / Ask again / Cheap / Slow → Ask again / Cheap / Loud\n",
    );
    assert_eq!(options(&revised), ["Ask again | Cheap | Loud"]);
    // The rows changed places.
    let revised = check(
        |lines| {
            let first = at(lines, "Wait");
            let mut row: Vec<Line> = lines.drain(first..first + 3).collect();
            for line in &mut row {
                line.cell.as_mut().unwrap().row = 100;
            }
            let behind = at(lines, "Ask again") + 3;
            lines.splice(behind..behind, row);
        },
        "Edited: Wait / Cheap / Slow / Ask again / Cheap / Slow → Ask again / Cheap / Slow / Wait / Cheap / Slow\n",
    );
    assert_eq!(options(&revised), ["Ask again | Cheap | Slow", "Wait | Cheap | Slow"]);
}

#[test]
fn questions_come_with_their_answers() {
    let pairs = |revised: &Revised| {
        let Some(Body::DefensiveLines { pairs }) = &revised.changes[0].body else { panic!() };
        let texts = |pair: &DefensiveLine| {
            [&pair.question, &pair.answer].map(|text| text.iter().map(said).collect::<String>()).join(" – ")
        };
        pairs.iter().map(texts).collect::<Vec<_>>()
    };
    let revised = check(
        |lines| {
            let behind = at(lines, "Because it is ours too.") + 1;
            lines.insert(behind, line("Defensive Lines", "And theirs."));
            lines.insert(behind + 1, line("Defensive Lines Question", "Why now?"));
            lines.insert(behind + 2, line("Defensive Lines", "It rains."));
        },
        "Edited: Why pay? / Because it is ours too. → Why pay? / Because it is ours too. / And theirs. / Why now? / It rains.\n",
    );
    assert_eq!(pairs(&revised), ["Why pay? – Because it is ours too.\nAnd theirs.", "Why now? – It rains."]);
    let revised = check(
        |lines| {
            lines.remove(at(lines, "Why pay?"));
        },
        "Edited: Why pay? / Because it is ours too. → Because it is ours too.\n",
    );
    assert_eq!(pairs(&revised), [" – Because it is ours too."]);
}

#[test]
fn heads_and_columns_of_options_are_the_tables_own() {
    check(
        |lines| {
            let against = at(lines, "Against");
            lines[against].atoms = vec![words("Costs")];
        },
        "! “Costs” stands in a table and is not brought back; put it in the note here.\n",
    );
    // Two cells of a row that changed places.
    let revised = check(
        |lines| {
            let wait = at(lines, "Wait");
            let (first, second) = (lines[wait + 1].atoms.clone(), lines[wait + 2].atoms.clone());
            (lines[wait + 1].atoms, lines[wait + 2].atoms) = (second, first);
        },
        "Edited: Wait / Cheap / Slow / Ask again / Cheap / Slow → Wait / Slow / Cheap / Ask again / Cheap / Slow\n",
    );
    assert_eq!(options(&revised), ["Wait | Slow | Cheap", "Ask again | Cheap | Slow"]);
    // One dragged out below the table stays with its row.
    let revised = check(
        |lines| {
            let wait = at(lines, "Wait");
            let mut cell = lines.remove(wait + 2);
            cell.cell = None;
            let behind = at(lines, "Ask again") + 3;
            lines.insert(behind, cell);
        },
        "Edited: Wait / Cheap / Slow / Ask again / Cheap / Slow → Wait / Cheap / Ask again / Cheap / Slow / Slow\n",
    );
    assert_eq!(options(&revised), ["Wait | Cheap | Slow", "Ask again | Cheap | Slow"]);
}

/// The rows that the first change is to have.
pub(super) fn options(revised: &Revised) -> Vec<String> {
    let Some(Body::OptionsTable { options }) = &revised.changes[0].body else { panic!() };
    let texts = |option: &PolicyOption| {
        [&option.title, &option.advantages, &option.drawbacks]
            .map(|text| text.iter().map(said).collect::<String>())
            .join(" | ")
    };
    options.iter().map(texts).collect()
}

fn said(inline: &Inline) -> String {
    match inline {
        Inline::Text { text, .. } => text.clone(),
        _ => "?".into(),
    }
}
