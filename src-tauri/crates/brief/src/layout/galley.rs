//! The galley: the whole note as one column of pieces, each of which stays in one piece.

use super::plates::Plate;
pub(super) use super::strip::Strip;
use crate::page::{ElementId, OutlineEntry, Structure};
use crate::text::Line;
use standpoint_core::ids::BlockId;
use std::ops::Range;

/// A strip of the galley that is never broken.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) strip: Strip,
    pub(super) height: f32,
    /// Space wanted above and below; between two pieces the larger counts, at the top of a page none.
    pub(super) before: f32,
    pub(super) after: f32,
    /// Starts on the grid, whatever stood above.
    pub(super) on_grid: bool,
    /// What a page break above it costs.
    pub(super) break_before: f32,
    /// A page break stands above it, whatever it costs.
    pub(super) forced: bool,
    /// The table or box it belongs to.
    pub(super) context: Option<usize>,
    /// The block it comes from.
    pub(super) block: Option<BlockId>,
    /// Names of places that are here.
    pub(super) places: Vec<String>,
    /// Evidence notes that want to stand beside it.
    pub(super) notes: Vec<Note>,
    /// Reaches into the evidence margin.
    pub(super) full_width: bool,
    /// Footnotes it refers to, by their place in [`Galley::footnotes`].
    pub(super) footnotes: Vec<usize>,
}

impl Piece {
    pub(super) fn new(strip: Strip, height: f32) -> Self {
        Self {
            strip,
            height,
            before: 0.0,
            after: 0.0,
            on_grid: false,
            break_before: 0.0,
            forced: false,
            context: None,
            block: None,
            places: Vec::new(),
            notes: Vec::new(),
            full_width: false,
            footnotes: Vec::new(),
        }
    }

    pub(super) fn spaced(mut self, before: f32, after: f32) -> Self {
        (self.before, self.after) = (before, after);
        self
    }

    pub(super) fn breaking(mut self, cost: f32) -> Self {
        self.break_before = cost;
        self
    }

    pub(super) fn on_grid(mut self) -> Self {
        self.on_grid = true;
        self
    }

    pub(super) fn full_width(mut self) -> Self {
        self.full_width = true;
        self
    }
}

/// A footnote: its lines, the first with its number.
#[derive(Debug, Clone)]
pub(super) struct Footnote {
    /// Name of its place.
    pub(super) place: String,
    pub(super) lines: Vec<Strip>,
}

/// An evidence note in the margin: who, when, how and how good.
#[derive(Debug, Clone)]
pub(super) struct Note {
    /// The paragraph it belongs to; it is read after it.
    pub(super) paragraph: ElementId,
    pub(super) lines: Vec<NoteLine>,
    pub(super) height: f32,
}

/// A line of a note: its left edge in the margin and its baseline from the note's top.
#[derive(Debug, Clone)]
pub(super) struct NoteLine {
    pub(super) line: Line,
    pub(super) left: f32,
    pub(super) baseline: f32,
}

/// What a page repeats where it starts or ends within a table or box.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    /// Drawn again at the top of each page that starts within it.
    pub(super) opening: Strip,
    pub(super) opening_height: f32,
    /// Drawn at the foot of each page that ends within it.
    pub(super) closing: Strip,
    pub(super) closing_height: f32,
    /// Drawn around its pieces on each page.
    pub(super) frame: Frame,
}

/// Lines around a box or beside a statement.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) enum Frame {
    #[default]
    None,
    /// A bar at the left edge of the block, this wide.
    Bar(f32),
    /// Thin all round, the left edge a bar in the accent colour.
    LinesToTake,
    /// Thin all round.
    Thin,
    /// Heavy above and below, thin at the sides.
    Press,
    /// Thin all round, across the text and number columns.
    Plain,
}

/// How generous the space around headings and boxes is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spacing {
    /// As the design has it.
    Usual,
    /// A little less, where that saves a page.
    Tight,
}

/// The whole note, ready to be broken into pages.
#[derive(Debug, Clone)]
pub(super) struct Galley {
    /// Leading of the footnotes.
    pub(super) foot_leading: f32,
    /// First the text, then the plates.
    pub(super) pieces: Vec<Piece>,
    /// How many of the pieces are the body's, and how many the text's, annexes and all.
    pub(super) body: usize,
    pub(super) text: usize,
    pub(super) plates: Vec<Plate>,
    pub(super) contexts: Vec<Context>,
    pub(super) footnotes: Vec<Footnote>,
    pub(super) structure: Structure,
    pub(super) outline: Vec<OutlineEntry>,
}

impl Galley {
    /// Space between piece `index` and the one before it, when they stand on one page.
    pub(super) fn space_above(&self, index: usize) -> f32 {
        self.pieces[index - 1].after.max(self.pieces[index].before)
    }

    /// Whether a page that starts with piece `index` lies on its side.
    pub(super) fn landscape(&self, index: usize) -> bool {
        index >= self.text
    }

    /// The pieces of the plates that follow a page with these pieces of the text.
    pub(super) fn plates_behind(&self, page: &Range<usize>) -> Option<Range<usize>> {
        // They are in the order of the text.
        let mut led =
            self.plates.iter().filter(|plate| page.contains(&plate.after)).map(|plate| &plate.pieces);
        let first = led.next()?;
        let end = led.next_back().unwrap_or(first).end;
        Some(self.text + first.start..self.text + end)
    }

    /// The table or box that a page break above piece `index` would cut.
    pub(super) fn cut(&self, index: usize) -> Option<&Context> {
        let before = index.checked_sub(1).and_then(|before| self.pieces.get(before))?.context?;
        (self.pieces.get(index)?.context == Some(before)).then(|| &self.contexts[before])
    }
}
