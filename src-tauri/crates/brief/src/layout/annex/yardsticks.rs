//! Annex B: what likelihood words and grades mean, in three tables side by side, the ranges drawn as bars.

use super::super::builder::Builder;
use super::super::cells::Slot;
use super::super::flow::Flow;
use super::super::galley::{Piece, Strip};
use super::super::set::Spans;
use super::super::sheet::{BLOCK, label, sans, soft};
use crate::page::{Artifact, CellScope, Colour, ElementId, ElementKind, Rect, Rule, Structure, Tag};
use crate::text::{Style, baseline};
use crate::words::Phrase;

/// ICD 203 (US Office of the Director of National Intelligence): words and percentages.
pub(crate) const LIKELIHOOD: [(Phrase, u8, u8); 7] = [
    (Phrase::AlmostNoChance, 1, 5),
    (Phrase::VeryUnlikely, 5, 20),
    (Phrase::Unlikely, 20, 45),
    (Phrase::RoughlyEven, 45, 55),
    (Phrase::Likely, 55, 80),
    (Phrase::VeryLikely, 80, 95),
    (Phrase::AlmostCertain, 95, 99),
];
/// Admiralty code, first character.
pub(crate) const RELIABILITY: [(&str, Phrase); 6] = [
    ("A", Phrase::ReliabilityA),
    ("B", Phrase::ReliabilityB),
    ("C", Phrase::ReliabilityC),
    ("D", Phrase::ReliabilityD),
    ("E", Phrase::ReliabilityE),
    ("F", Phrase::ReliabilityF),
];
/// Admiralty code, second character.
pub(crate) const CREDIBILITY: [(&str, Phrase); 6] = [
    ("1", Phrase::Credibility1),
    ("2", Phrase::Credibility2),
    ("3", Phrase::Credibility3),
    ("4", Phrase::Credibility4),
    ("5", Phrase::Credibility5),
    ("6", Phrase::Credibility6),
];

/// Left edge and width of the three tables: side by side, and in large print the first above the others.
const TABLES: [(f32, f32); 3] = [(0.0, 225.28), (240.28, 104.0), (359.28, 128.0)];
const LARGE_TABLES: [(f32, f32); 3] = [(0.0, BLOCK), (0.0, 236.14), (251.14, 236.14)];
/// Where percentages end, and the axis of the bars from 0 to 100.
const FIGURES: (f32, (f32, f32)) = (118.0, (124.0, 220.0));
const LARGE_FIGURES: (f32, (f32, f32)) = (210.0, (222.0, BLOCK - 8.0));
/// Height of a head and of a row.
const ROW: f32 = 16.0;
const LAYOUT: Tag = Tag::Artifact(Artifact::Layout);

/// Where a table stands: its left edge, its top and its width.
#[derive(Clone, Copy)]
struct Place {
    left: f32,
    top: f32,
    width: f32,
}

impl Builder<'_> {
    pub(super) fn yardsticks(&mut self) {
        let mut strip = Strip::default();
        let bottom = self.row_top(LIKELIHOOD.len());
        let (tables, down) = if self.scale.is_large() { (LARGE_TABLES, bottom + ROW) } else { (TABLES, 0.0) };
        let place = |(left, width), top| Place { left, top, width };
        self.likelihood(&mut strip, place(tables[0], 0.0));
        self.grades(&mut strip, place(tables[1], down), Phrase::ReliabilityOfSource, &RELIABILITY);
        self.grades(&mut strip, place(tables[2], down), Phrase::CredibilityOfInformation, &CREDIBILITY);
        let bottom = bottom.max(down + self.row_top(RELIABILITY.len()));
        self.push(Piece::new(strip, bottom).spaced(8.0, 8.0).full_width());
        let set = self.plain_text(Spans::of(self.words.get(Phrase::YardstickNote), soft(9.0)));
        let element = self.structure.add(Structure::ROOT, ElementKind::Paragraph);
        let tags = self.tags(&set, element);
        self.flow(Flow::new(&set, tags, 0.0, BLOCK, 12.0).spaced(8.0, 8.0).whole());
        self.pad_next();
    }

    /// Where a row starts, from 0; behind the last one, where the table ends.
    fn row_top(&self, index: usize) -> f32 {
        self.line() * (index + 1) as f32
    }

    /// A table's element and its row of heads, with the rules above and below.
    fn yardstick(&mut self, strip: &mut Strip, place: Place, rows: usize) -> (ElementId, ElementId) {
        let table = self.structure.add(Structure::ROOT, ElementKind::Table);
        let head = self.structure.add(table, ElementKind::TableRow);
        for (y, weight) in [(0.0, 1.0), (self.row_top(0), 0.75), (self.row_top(rows), 1.0)] {
            let (y, right) = (place.top + y, place.left + place.width);
            strip.rule(LAYOUT, Rule::horizontal(place.left, right, y, weight, Colour::INK));
        }
        (table, head)
    }

    fn likelihood(&mut self, strip: &mut Strip, place: Place) {
        let (percent_end, axis) = if self.scale.is_large() { LARGE_FIGURES } else { FIGURES };
        let (table, head) = self.yardstick(strip, place, LIKELIHOOD.len());
        let column = ElementKind::HeaderCell(CellScope::Column);
        let likelihood = self.words.get(Phrase::Likelihood);
        self.word(strip, (0.0, 2.0, percent_end), likelihood, label(9.0), Some((head, column)));
        self.figure(strip, 2.0, percent_end, "%", true, Some((head, column)));
        let leading = self.scale.leading(12.0) * self.pitch;
        for (value, anchor) in [("0", 0.0), ("50", 0.5), ("100", 1.0)] {
            let set = self.plain_text(Spans::of(value, label(9.0)));
            for line in set.lines(f32::MAX) {
                let x = axis.0 + (axis.1 - axis.0) * anchor - line.width * anchor;
                strip.line(line, x, 2.0 + baseline(leading), leading, &set.artifact());
            }
        }
        for (index, (words, low, high)) in LIKELIHOOD.into_iter().enumerate() {
            let row = self.structure.add(table, ElementKind::TableRow);
            let top = self.row_top(index);
            let cell = ElementKind::Cell { columns: 1 };
            let name = ElementKind::HeaderCell(CellScope::Row);
            let words = self.words.get(words);
            self.word(strip, (0.0, top + 2.0, percent_end), words, sans(10.0), Some((row, name)));
            self.figure(strip, top + 2.0, percent_end, &format!("{low}–{high}"), false, Some((row, cell)));
            let middle = top + self.line() / 2.0;
            let at = |percent: u8| axis.0 + (axis.1 - axis.0) * f32::from(percent) / 100.0;
            strip.rule(LAYOUT, Rule::horizontal(axis.0, axis.1, middle, 0.4, Colour::HAIR));
            let bar = Rect::new(at(low), middle - 3.5, at(high) - at(low), 7.0);
            strip.rule(LAYOUT, Rule { area: bar, colour: Colour::ACCENT });
        }
    }

    fn grades(&mut self, strip: &mut Strip, place: Place, title: Phrase, grades: &[(&str, Phrase)]) {
        let (table, head) = self.yardstick(strip, place, grades.len());
        let Place { left, top: above, width } = place;
        let both = ElementKind::HeaderCell(CellScope::Columns(2));
        self.word(strip, (left, above + 2.0, width), self.words.get(title), label(9.0), Some((head, both)));
        for (index, (grade, words)) in grades.iter().enumerate() {
            let row = self.structure.add(table, ElementKind::TableRow);
            let top = above + self.row_top(index) + 2.0;
            let name = ElementKind::HeaderCell(CellScope::Row);
            self.word(strip, (left, top, 14.0), grade, label(10.0), Some((row, name)));
            let (cell, words) = (ElementKind::Cell { columns: 1 }, self.words.get(*words));
            self.word(strip, (left + 14.0, top, width - 14.0), words, sans(10.0), Some((row, cell)));
        }
    }

    fn word(
        &mut self,
        strip: &mut Strip,
        (left, top, width): (f32, f32, f32),
        words: &str,
        style: Style,
        row: Option<(ElementId, ElementKind)>,
    ) {
        let cell = self.cell(Spans::of(words, style), 12.0);
        self.draw_cell(strip, &cell, Slot { left, top, width }, row);
    }

    /// Figures that end at `right`.
    fn figure(
        &mut self,
        strip: &mut Strip,
        top: f32,
        right: f32,
        figures: &str,
        strong: bool,
        row: Option<(ElementId, ElementKind)>,
    ) {
        let style = if strong { label(9.0) } else { sans(10.0) };
        let cell = self.cell(Spans::of(figures, style), 12.0).right();
        self.draw_cell(strip, &cell, Slot { left: right - 40.0, top, width: 40.0 }, row);
    }
}
