//! What was changed around the body: on the first page, which shows the note's details, and in the annexes, which are
//! drawn from the dossier. None of it can be taken, and none of it is passed over in silence.

use super::gather::{Region, style, words_of};
use super::shape::{bare, spoken};
use super::{Atom, Line};
use crate::manuscript::{Form, Piece};
use crate::told::Told;
use std::collections::BTreeSet;

/// How many of them are named.
const NAMED: usize = 3;

/// A sentence for what stands there now and did not when the file left; `moved` are lines of the first page that belong to
/// blocks of the body.
pub(super) fn notices(told: &Told, lines: &[Line], region: &Region, moved: &BTreeSet<usize>) -> Vec<String> {
    let manuscript = &told.manuscript;
    let head = lines.iter().enumerate().take(region.begin).filter(|(at, _)| !moved.contains(at));
    let is_own = |line: &&Line| {
        let is_marked = line.atoms.iter().any(|atom| matches!(atom, Atom::Mark(name) if is_text(name)));
        !is_marked && !style(&line.style).starts_with("bottomline")
    };
    let first_page = foreign(&manuscript.head, head.map(|(_, line)| line).filter(is_own));
    let annexes: Vec<Piece> = manuscript.annexes.iter().flatten().cloned().collect();
    let annexes = foreign(&annexes, lines.iter().skip(region.end));
    let said = [
        (first_page, "on the first page", "change the note's details here, if it is right"),
        (annexes, "in an annex", "change the source, passage or position here, if it is right"),
    ];
    let sentence = |(found, place, instead): (Vec<String>, &str, &str)| {
        let more = found.len().saturating_sub(NAMED);
        let named = found.into_iter().take(NAMED).map(|words| format!("“{words}”")).collect::<Vec<_>>();
        let rest = if more == 0 { String::new() } else { format!(" and {more} more") };
        (!named.is_empty()).then(|| {
            format!(
                "Changed {place} and not brought back: {}{rest}. To keep it, {instead}.",
                named.join(", ")
            )
        })
    };
    said.into_iter().filter_map(sentence).collect()
}

/// Paragraphs that say what none of these pieces says.
fn foreign<'a>(pieces: &[Piece], lines: impl Iterator<Item = &'a Line>) -> Vec<String> {
    let ours = lines_of(pieces).into_iter().collect::<Vec<_>>().join("\n");
    let words = lines.map(|line| words_of(&line.atoms).trim().to_owned());
    // Some programs cut a paragraph of ours in two, or write a field's number anew: what is left of it is still ours.
    words.filter(|words| !ours.contains(&letters(words))).collect()
}

/// What each paragraph of these pieces says, as [`letters`] has it.
pub(super) fn lines_of(pieces: &[Piece]) -> BTreeSet<String> {
    let mut ours = BTreeSet::new();
    for piece in pieces {
        add(piece, &mut ours);
    }
    ours
}

fn is_text(name: &str) -> bool {
    super::gather::Mark::read(name).is_some_and(|mark| mark.part.is_some())
}

/// Without spaces and digits, which pages and notes are counted in.
pub(super) fn letters(words: &str) -> String {
    bare(words).chars().filter(|letter| !letter.is_ascii_digit()).collect()
}

fn add(piece: &Piece, ours: &mut BTreeSet<String>) {
    let mut say = |words: &str| {
        ours.insert(letters(words));
    };
    match &piece.form {
        Form::Paragraph(_, runs) => say(&spoken(runs)),
        Form::Fields(fields) => fields.iter().for_each(|(label, value)| {
            say(label);
            say(value);
        }),
        Form::Table(table) => {
            table.head.iter().for_each(|runs| say(&spoken(runs)));
            table.rows.iter().flat_map(|row| row.cells.iter().flatten()).for_each(|runs| say(&spoken(runs)));
        }
        Form::Box(_, inside) => inside.iter().for_each(|piece| add(piece, ours)),
        Form::Picture { .. } | Form::PageBreak => {}
    }
}
