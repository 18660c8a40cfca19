//! The scale that a note is printed in: as the page design has it, or in large print, for readers who need it.
//!
//! Large print is sans throughout, 14 points on 20 for 12 on 16, and nothing below 11. It has wider columns for fewer
//! letters and no evidence margin; what would stand there is in Annex A.

use super::sheet::BLOCK;
use crate::fonts::Face;
use crate::text::Style;
use standpoint_core::notes::Print;

/// Columns and type of all pages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    /// Left edge of the text column, behind the paragraph numbers, and its width.
    pub(super) text: f32,
    pub(super) measure: f32,
    /// Left edge of the evidence margin, where there is one.
    pub(super) margin: Option<f32>,
    large: bool,
}

/// Between the text column and the evidence margin.
const GAP: f32 = 15.0;
/// What large print adds to each leading of the design's.
const MORE: f32 = 4.0;

impl Scale {
    pub(super) fn of(print: Option<Print>) -> Self {
        match print {
            None => Self { text: 30.0, measure: 366.0, margin: Some(396.0 + GAP), large: false },
            Some(Print::Large) => Self { text: 36.0, measure: 420.0, margin: None, large: true },
        }
    }

    /// Right edge of the text column.
    pub(super) fn text_end(&self) -> f32 {
        self.text + self.measure
    }

    /// Width of what stands on the text column and reaches to the end of the block.
    pub(super) fn beside_numbers(&self) -> f32 {
        BLOCK - self.text
    }

    /// Leading for one of the design's.
    pub(super) fn leading(&self, usual: f32) -> f32 {
        if self.large { usual + MORE } else { usual }
    }

    /// Style for one of the design's.
    pub(super) fn style(&self, usual: Style) -> Style {
        if !self.large {
            return usual;
        }
        Style { face: sans(usual.face), size: larger(usual.size), ..usual }
    }

    /// Width and height of a stance's symbol.
    pub(super) fn symbol(&self) -> f32 {
        if self.large { 8.8 } else { 7.6 }
    }

    /// What stands side by side as the design has it stands one below another.
    pub(super) fn is_large(&self) -> bool {
        self.large
    }
}

fn sans(face: Face) -> Face {
    match face {
        Face::Serif => Face::Sans,
        Face::SerifItalic => Face::SansItalic,
        Face::SerifSemibold | Face::Display => Face::SansSemibold,
        other => other,
    }
}

/// 14 for 12 and 17 for 14, as the design says; in tables and notes 11 or 12.
fn larger(size: f32) -> f32 {
    match size {
        // A sliver of space.
        ..7.0 => size * 7.0 / 6.0,
        ..9.6 => 11.0,
        ..10.6 => 12.0,
        ..11.6 => 13.0,
        ..12.1 => 14.0,
        ..14.1 => 17.0,
        _ => size * 1.1,
    }
}
