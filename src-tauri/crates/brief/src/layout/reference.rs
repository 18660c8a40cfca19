//! The reference block: what the note is called, how old it is, for whom and by whom.

use super::builder::Builder;
use super::galley::{Piece, Strip};
use super::set::{Set, Spans};
use super::sheet::{BLOCK, accent, sans};
use super::table::{Bounds, widths};
use crate::document::Field;
use crate::page::{Artifact, Colour, ElementId, ElementKind, Rule, Structure, Tag};
use crate::text::baseline;

/// Left edges of the reference block's four columns, and the block's end; the least width, and the space between two.
const COLUMNS: [f32; 5] = [0.0, 98.0, 214.0, 359.28, BLOCK];
const LEAST_COLUMN: f32 = 60.0;
const BETWEEN: f32 = 10.0;
impl Builder<'_> {
    pub(super) fn reference_block(&mut self) {
        let document = self.document;
        let division = self.structure.add(Structure::ROOT, ElementKind::Division);
        let mut strip = Strip::default();
        let layout = Tag::Artifact(Artifact::Layout);
        strip.rule(layout, Rule::horizontal(0.0, BLOCK, 0.0, 1.0, Colour::INK));
        let mut y: f32 = 8.0;
        let fields: Vec<[Set; 2]> = document.head.fields.iter().map(|field| self.field(field)).collect();
        let edges = edges(&fields);
        for (index, row) in fields.chunks(4).enumerate() {
            if index > 0 {
                y += 8.0;
            }
            let mut bottom = y;
            for ([head, value], (left, width)) in row.iter().zip(columns(row.len(), &edges)) {
                let paragraph = self.structure.add(division, ElementKind::Paragraph);
                let head_end = self.column(&mut strip, head, paragraph, left, y, width);
                let paragraph = self.structure.add(division, ElementKind::Paragraph);
                let end = self.column(&mut strip, value, paragraph, left, head_end, width);
                bottom = bottom.max(end);
            }
            y = bottom;
        }
        y += 8.0;
        strip.rule(layout, Rule::horizontal(0.0, BLOCK, y, 0.4, Colour::HAIR));
        self.push(Piece::new(strip, y).spaced(12.0, 20.0).full_width());
    }

    fn field(&mut self, field: &Field) -> [Set; 2] {
        let head = self.plain_text(Spans::of(&field.label, accent(9.0)));
        [head, self.plain_text(Spans::of(&field.value, sans(9.5)))]
    }

    /// Draws lines on a leading of 12 from `top`; where they end.
    pub(super) fn column(
        &mut self,
        strip: &mut Strip,
        set: &Set,
        element: ElementId,
        left: f32,
        top: f32,
        width: f32,
    ) -> f32 {
        let tags = self.tags(set, element);
        let leading = self.scale.leading(12.0) * set.pitch;
        let mut y = top;
        for line in set.lines(width) {
            strip.line(line, left, y + baseline(leading), leading, &tags);
            y += leading;
        }
        y
    }
}

/// Left edges of the reference block's four columns and the block's end: the design's where everything stands on its line
/// in them, otherwise those that make the block lowest.
fn edges(fields: &[[Set; 2]]) -> [f32; 5] {
    // A short row goes by columns of its own.
    let full: Vec<&[[Set; 2]]> = fields.chunks(4).filter(|row| row.len() == 4).collect();
    let column = |index: usize| full.iter().map(move |row| &row[index]);
    let widest = |index: usize, width: fn(&Set) -> f32| {
        column(index).flatten().map(width).fold(LEAST_COLUMN, f32::max) + BETWEEN
    };
    let bounds: Vec<Bounds> = (0..4)
        .map(|index| {
            let (min, max) = (widest(index, Set::min_width), widest(index, Set::natural_width));
            Bounds { least: LEAST_COLUMN, min, max }
        })
        .collect();
    // The last needs nothing to its right.
    let ends =
        COLUMNS.iter().skip(1).enumerate().map(|(index, end)| if index == 3 { end + BETWEEN } else { *end });
    let fits = |((bounds, start), end): ((&Bounds, &f32), f32)| bounds.max <= end - start;
    if full.is_empty() || bounds.iter().zip(&COLUMNS).zip(ends).all(fits) {
        return COLUMNS;
    }
    let widths = widths(&bounds, BLOCK + BETWEEN, |index, width| {
        let lines =
            |field: &[Set; 2]| field.iter().map(|set| 12.0 * set.count(width - BETWEEN) as f32).sum::<f32>();
        column(index).map(lines).collect()
    });
    let mut edges = COLUMNS;
    for (index, width) in widths.iter().enumerate().take(3) {
        edges[index + 1] = edges[index] + width;
    }
    edges
}

/// Left edges and widths of the reference block's columns in a row of so many fields: a short row gives its
/// room to the field before the last, which is the last brief's.
fn columns(fields: usize, edges: &[f32; 5]) -> Vec<(f32, f32)> {
    let kept: &[usize] = match fields {
        1 => &[0, 4],
        2 => &[0, 2, 4],
        3 => &[0, 1, 3, 4],
        _ => &[0, 1, 2, 3, 4],
    };
    let column = |pair: &[usize]| {
        let (left, right) = (edges[pair[0]], edges[pair[1]]);
        (left, right - left - if pair[1] < 4 { BETWEEN } else { 0.0 })
    };
    kept.windows(2).map(column).collect()
}
