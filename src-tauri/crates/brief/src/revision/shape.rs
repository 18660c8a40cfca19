//! What each block looked like when it left: its paragraphs, and the texts that they hold.

use crate::manuscript::{Form, Piece, Run, Runs};
use crate::told::Told;
use standpoint_core::notes::NoteSnapshot;
use standpoint_core::notes::block::Body;
use std::collections::BTreeMap;

/// What a block looked like when it left.
#[derive(Debug, Default)]
pub(super) struct Shape {
    /// Its paragraphs, in order.
    pub(super) lines: Vec<Printed>,
    /// Its texts stand in a table.
    pub(super) is_table: bool,
    /// Styles of paragraphs that are items of it, where it takes more.
    pub(super) items: &'static [&'static str],
}

/// A paragraph as it left.
#[derive(Debug)]
pub(super) struct Printed {
    /// As it is shown.
    pub(super) shown: String,
    /// The same without spaces, to be compared.
    pub(super) words: String,
    /// Texts that it holds.
    pub(super) parts: Vec<u32>,
    /// How many letters stand before the first of them: a portion mark, "A.", "Table 1."
    before: usize,
}

impl Shape {
    pub(super) fn has_texts(&self) -> bool {
        self.lines.iter().any(|line| !line.parts.is_empty())
    }

    /// Whether it has a line without texts that says this.
    pub(super) fn is_fixed(&self, words: &str) -> bool {
        self.lines.iter().any(|line| line.parts.is_empty() && line.words == words)
    }

    /// Whether two texts stood in one paragraph.
    pub(super) fn together(&self, one: u32, other: u32) -> bool {
        self.lines.iter().any(|line| line.parts.contains(&one) && line.parts.contains(&other))
    }

    /// What stood before a text in its paragraph, without spaces.
    pub(super) fn before(&self, part: u32) -> String {
        let line = self.lines.iter().find(|line| line.parts.first() == Some(&part));
        line.map(|line| line.words.chars().take(line.before).collect()).unwrap_or_default()
    }
}

/// Blocks as they left, by their numbers.
pub(super) fn shapes(exported: &NoteSnapshot, told: &Told) -> BTreeMap<usize, Shape> {
    let mut shapes: BTreeMap<usize, Shape> = BTreeMap::new();
    for piece in &told.manuscript.head {
        if let Some(block) = piece.place.as_deref().and_then(number) {
            add(piece, shapes.entry(block).or_default());
        }
    }
    let mut block = None;
    for piece in &told.manuscript.body {
        block = piece.place.as_deref().map_or(block, number);
        if let Some(block) = block {
            add(piece, shapes.entry(block).or_default());
        }
    }
    for (number, shape) in &mut shapes {
        let block = number.checked_sub(1).and_then(|index| exported.blocks.get(index));
        shape.items = match block.map(|block| &block.body) {
            Some(Body::Bullets { .. }) => &["listbullet"],
            Some(Body::LinesToTake { .. }) => &["linestotakeitem"],
            Some(Body::PressLine { .. }) => &["pressline"],
            Some(Body::DefensiveLines { .. }) => &["defensivelinesquestion", "defensivelines"],
            _ => &[],
        };
    }
    shapes
}

fn add(piece: &Piece, shape: &mut Shape) {
    let lines = &mut shape.lines;
    let line = |runs: &Runs, lines: &mut Vec<Printed>| {
        let shown = spoken(runs);
        let parts = runs.iter().filter_map(|run| match run {
            Run::Begin(number) => Some(*number),
            _ => None,
        });
        let first = runs.iter().position(|run| matches!(run, Run::Begin(_))).unwrap_or(0);
        let before = bare(&spoken(&runs[..first].to_vec())).chars().count();
        lines.push(Printed { words: bare(&shown), shown, parts: parts.collect(), before });
    };
    match &piece.form {
        Form::Paragraph(_, runs) => line(runs, lines),
        Form::Box(_, inside) => inside.iter().for_each(|piece| add(piece, shape)),
        Form::Table(table) => {
            table.head.iter().for_each(|runs| line(runs, lines));
            let first = lines.len();
            table.rows.iter().flat_map(|row| row.cells.iter().flatten()).for_each(|runs| line(runs, lines));
            shape.is_table |= lines[first..].iter().any(|line| !line.parts.is_empty());
        }
        Form::Fields(_) | Form::Picture { .. } | Form::PageBreak => {}
    }
}

/// The words of a paragraph.
pub(super) fn spoken(runs: &Runs) -> String {
    let mut words = String::new();
    for run in runs {
        match run {
            Run::Words { text, .. } | Run::Link { text, .. } => words.push_str(text),
            Run::Symbol(stance) => words.push_str(crate::manuscript::labels::symbol(*stance)),
            Run::Footnote(_) | Run::Begin(_) | Run::End(_) => {}
        }
    }
    words
}

/// The number of the block at a place.
pub(super) fn number(place: &str) -> Option<usize> {
    place.strip_prefix("block-")?.parse().ok()
}

/// Words without spaces, to be compared.
pub(super) fn bare(words: &str) -> String {
    words.chars().filter(|character| !character.is_whitespace()).collect()
}
