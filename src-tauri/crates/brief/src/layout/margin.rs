//! Evidence notes in the margin: made where a line cites, placed beside that line, pushed down on collision.

use super::builder::Builder;
use super::galley::{Note, NoteLine};
use super::set::{Set, Spans};
use super::sheet::{BLOCK, accent, soft};
use super::strip::Placing;
use crate::page::{ElementId, ElementKind, Page, Structure, Tag};
use crate::text::{Line, baseline};

/// Leading of a note.
const LEADING: f32 = 12.0;
/// Where a note's text starts behind its number.
const HANG: f32 = 13.0;
/// How far below its line's top a note starts, so that the first baselines look level.
const DROP: f32 = 3.0;
/// Space between two notes.
const GAP: f32 = 4.0;
/// How far below its paragraph a note may end; what does not fit stays in Annex A alone.
pub(super) const BELOW: f32 = 24.0;
/// How far above it one may begin.
pub(super) const ABOVE: f32 = 16.0;

impl Builder<'_> {
    /// Notes for what `line` is the first in the running text to cite.
    pub(super) fn notes(&mut self, set: &Set, line: &Line, paragraph: ElementId) -> Vec<Note> {
        let mut notes = Vec::new();
        let Some(margin) = self.scale.margin else { return notes };
        for (_, number) in set.cited.iter().filter(|(span, _)| line.shows(*span)) {
            if self.noted.insert(*number) {
                notes.push(self.note(*number, margin, paragraph));
            }
        }
        notes
    }

    fn note(&mut self, number: u32, margin: f32, paragraph: ElementId) -> Note {
        let document = self.document;
        let entry = &document.evidence.entries[number as usize - 1];
        let label = self.plain_text(Spans::of(format!("{number} "), accent(8.5)));
        let (who, when) = (&entry.margin_who, &entry.margin_when);
        let parts: Vec<String> = [who, when].into_iter().filter(|part| !part.is_empty()).cloned().collect();
        let first = Spans::keeping(&self.words.list(&parts), when, soft(8.5));
        let text = self.plain_text(first.then(format!("\n{}", entry.margin_how), soft(8.5)));
        let leading = LEADING * text.pitch;
        let at = |line: Line, left: f32, index: usize| NoteLine {
            line,
            left,
            baseline: leading * index as f32 + baseline(leading),
        };
        let lines = text.lines(BLOCK - margin - HANG);
        let height = leading * lines.len() as f32;
        let label = label.lines(f32::MAX).into_iter().take(1).map(|line| at(line, margin, 0));
        let text = lines.into_iter().enumerate().map(|(index, line)| at(line, margin + HANG, index));
        Note { paragraph, lines: label.chain(text).collect(), height }
    }
}

/// The margin of one page, filled from the top.
pub(super) struct Margin {
    /// Where the next note may start.
    free: f32,
}

impl Margin {
    pub(super) fn new() -> Self {
        Self { free: f32::MIN }
    }

    /// Nothing may stand above `y` any more: a table reaches across down to it.
    pub(super) fn reserve(&mut self, y: f32) {
        self.free = self.free.max(y);
    }

    /// Where notes of `heights` come to stand whose line's top is at `top`, in order, as many as there is room
    /// for above `floor`. They start beside their line, or as far above it as they must, but not above `ceiling`.
    pub(super) fn place(&mut self, heights: &[f32], top: f32, ceiling: f32, floor: f32) -> Vec<f32> {
        let wanted: f32 = heights.iter().map(|height| height + GAP).sum::<f32>() - GAP;
        let highest = self.free.max(ceiling + DROP);
        let start = (top + DROP).min(floor - wanted).max(highest).max(self.free);
        let mut places = Vec::new();
        let mut y = start;
        for height in heights {
            if y + height > floor {
                break;
            }
            places.push(y);
            y += height + GAP;
            self.free = y;
        }
        places
    }
}

/// Draws a note with its top at `at`; it is read at the end of its paragraph.
pub(super) fn draw(note: &Note, page: &mut Page, structure: &mut Structure, at: Placing) {
    let element = structure.add(note.paragraph, ElementKind::Note);
    for NoteLine { line, left, baseline } in &note.lines {
        line.place(page, at.x(*left, line.width), at.top + baseline, LEADING, |_| Tag::Element(element));
    }
}
