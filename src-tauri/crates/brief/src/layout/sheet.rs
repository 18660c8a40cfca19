//! The page design in numbers: sheet, columns, grid and type styles. Lengths in points, y down from the top edge.

use super::scale::Scale;
use super::strip::Placing;
use crate::document::{Document, MarkingPlace};
use crate::fonts::Face;
use crate::page::{Colour, Size};
use crate::text::{Direction, Language, Style};
use standpoint_core::notes::Paper;

/// Width of the block: the same on both papers, so that lines break the same.
pub(super) const BLOCK: f32 = 487.28;
/// Left and right margin of a sheet on its side.
const SIDE: f32 = 54.0;
/// Leading of body text.
pub(super) const LINE: f32 = 16.0;
/// The grid that the flow is brought back to after tables, boxes and annexes.
pub(super) const GRID: f32 = 4.0;

/// Body text: 12 on 16.
pub(super) fn body() -> Style {
    Style::new(Face::Serif, 12.0)
}

/// Text that one looks up, in regular sans.
pub(super) fn sans(size: f32) -> Style {
    Style::new(Face::Sans, size)
}

/// Labels and heads, in semibold sans.
pub(super) fn label(size: f32) -> Style {
    Style::new(Face::SansSemibold, size)
}

/// Running matter, notes, "none found".
pub(super) fn soft(size: f32) -> Style {
    sans(size).colour(Colour::SOFT)
}

/// Headings and what leads somewhere.
pub(super) fn accent(size: f32) -> Style {
    label(size).colour(Colour::ACCENT)
}

/// A sheet of paper with its text area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sheet {
    pub(super) size: Size,
    /// Left edge of the block.
    pub(super) left: f32,
    /// Top of the text area from page two on.
    pub(super) top: f32,
    /// Top of the text area of page one, which has no header line.
    pub(super) first_top: f32,
    /// End of the text area.
    pub(super) bottom: f32,
    /// How much higher than on A4 the footers stand.
    pub(super) footer_shift: f32,
    /// Lines of the marking at the top of the page.
    pub(super) marking_lines: usize,
    /// Width of the block.
    pub(super) block: f32,
    /// Its columns and type.
    pub(super) scale: Scale,
    /// The note runs from right to left.
    pub(super) mirrored: bool,
}

/// Beyond this many characters at 12 pt a marking no longer fits 380 pt and takes a second line.
const LONG_MARKING: usize = 48;

impl Sheet {
    pub(super) fn of(document: &Document) -> Self {
        let (size, left, bottom, footer_shift) = match document.paper {
            Paper::A4 => (Size::A4, 54.0, 760.0, 0.0),
            Paper::Letter => (Size::LETTER, 62.36, 712.0, 48.0),
        };
        let long = document.head.marking.as_ref().is_some_and(|marking| {
            marking.place != MarkingPlace::TrafficLight && marking.label.chars().count() > LONG_MARKING
        });
        let (marking_lines, shift) = if long { (2, 16.0) } else { (1, 0.0) };
        let mirrored = Direction::of(&Language::new(&document.language)) == Direction::RightToLeft;
        Self {
            size,
            left,
            top: 88.0 + shift,
            first_top: 72.0 + shift,
            bottom,
            footer_shift,
            marking_lines,
            block: BLOCK,
            scale: Scale::of(document.print),
            mirrored,
        }
    }

    /// The same sheet on its side, for tables too wide to stand upright. Header and footer keep their distance from
    /// its edges.
    pub(super) fn turned(&self) -> Self {
        let size = self.size.turned();
        let shift = self.size.height - size.height;
        let bottom = self.bottom - shift;
        // The text area ends on a whole line.
        let lines = ((bottom - self.top) / LINE).floor();
        Self {
            size,
            left: SIDE,
            first_top: self.top,
            bottom: self.top + lines * LINE,
            footer_shift: self.footer_shift + shift,
            block: size.width - 2.0 * SIDE,
            ..*self
        }
    }

    /// This sheet or the same on its side.
    pub(super) fn lying(&self, landscape: bool) -> Self {
        if landscape { self.turned() } else { *self }
    }

    /// Where a strip with its top at `top` goes.
    pub(super) fn placing(&self, top: f32) -> Placing {
        Placing { left: self.left, top, mirrored: self.mirrored.then_some(self.block) }
    }

    /// Top of the text area of page `index`, from 0.
    pub(super) fn top_of(&self, index: usize) -> f32 {
        if index == 0 { self.first_top } else { self.top }
    }

    /// Height of the text area of page `index`.
    pub(super) fn capacity(&self, index: usize) -> f32 {
        self.bottom - self.top_of(index)
    }
}
