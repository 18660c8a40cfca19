//! A table's cells: short texts one below another, some with a symbol before them.

use super::builder::Builder;
use super::galley::Strip;
use super::set::{Set, Spans};
use super::sheet::label;
use crate::page::{Artifact, Colour, ElementId, ElementKind, Rect, Rule, Symbol, Tag};
use crate::text::{Direction, Language, Setting, baseline, pitch};
use crate::words::Phrase;

/// Width of the hang that holds a stance's symbol.
pub(super) const HANG: f32 = 11.0;

/// What stands in a cell.
#[derive(Debug, Clone, Default)]
pub(super) struct CellText {
    pub(super) lines: Vec<CellLine>,
    /// Figures stand right.
    pub(super) to_the_right: bool,
    /// What the cell is filled with; says nothing that its words do not.
    pub(super) shade: Option<Colour>,
}

/// One text of a cell.
#[derive(Debug, Clone)]
pub(super) struct CellLine {
    set: Set,
    indent: f32,
    leading: f32,
    /// Space above it, when it is not the first.
    gap: f32,
    symbol: Option<Symbol>,
    /// The span that is struck through.
    struck: Option<usize>,
    /// Runs against the note's direction, from the cell's other edge.
    mirrored: bool,
}

impl CellLine {
    pub(super) fn new(set: Set, leading: f32) -> Self {
        Self { set, indent: 0.0, leading, gap: 0.0, symbol: None, struck: None, mirrored: false }
    }

    pub(super) fn indented(mut self, indent: f32) -> Self {
        self.indent = indent;
        self
    }

    pub(super) fn below(mut self, gap: f32) -> Self {
        self.gap = gap;
        self
    }

    pub(super) fn with_symbol(mut self, symbol: Symbol) -> Self {
        self.symbol = Some(symbol);
        self
    }

    pub(super) fn struck(mut self, span: usize) -> Self {
        self.struck = Some(span);
        self
    }

    pub(super) fn mirrored(mut self) -> Self {
        self.mirrored = true;
        self
    }
}

impl CellText {
    pub(super) fn of(lines: Vec<CellLine>) -> Self {
        Self { lines, ..Self::default() }
    }

    pub(super) fn one(line: CellLine) -> Self {
        Self::of(vec![line])
    }

    pub(super) fn shaded(mut self, shade: Colour) -> Self {
        self.shade = Some(shade);
        self
    }

    pub(super) fn right(mut self) -> Self {
        self.to_the_right = true;
        self
    }

    /// Height when it is `width` wide.
    pub(super) fn height(&self, width: f32) -> f32 {
        let lines = self.lines.iter().enumerate().map(|(index, line)| {
            let gap = if index == 0 { 0.0 } else { line.gap };
            gap + line.leading * line.set.count((width - line.indent).max(1.0)) as f32
        });
        lines.sum()
    }

    /// Footnotes that it refers to.
    pub(super) fn footnotes(&self) -> impl Iterator<Item = u32> {
        self.lines.iter().flat_map(|line| line.set.footnotes.iter().map(|(_, number)| *number))
    }

    /// Width of its longest stretch that may not be broken.
    pub(super) fn min_width(&self) -> f32 {
        self.lines.iter().map(|line| line.indent + line.set.min_width()).fold(0.0, f32::max)
    }

    /// Width without any break.
    pub(super) fn natural_width(&self) -> f32 {
        self.lines.iter().map(|line| line.indent + line.set.natural_width()).fold(0.0, f32::max)
    }
}

/// Where cell text is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) width: f32,
}

/// Top and bottom of a line, so that a row too tall for a page can be cut between lines.
pub(super) type Band = (f32, f32);

impl Builder<'_> {
    /// A single line of text for a cell.
    pub(super) fn cell(&mut self, spans: Spans, leading: f32) -> CellText {
        CellText::one(self.cell_line(spans, leading))
    }

    pub(super) fn cell_line(&mut self, spans: Spans, leading: f32) -> CellLine {
        let set = self.plain_text(spans);
        let leading = self.scale.leading(leading) * set.pitch;
        CellLine::new(set, leading)
    }

    /// A table's heads.
    pub(super) fn head_cells<const COUNT: usize>(&mut self, heads: [Phrase; COUNT]) -> Vec<CellText> {
        heads.map(|head| self.cell(Spans::of(self.words.get(head), label(9.0)), 12.0)).into()
    }

    /// A text in another language, in its own direction.
    pub(super) fn foreign_line(&mut self, spans: Spans, language: &str, leading: f32) -> CellLine {
        let setting = Setting::unhyphenated(Language::new(language));
        let mirrored = setting.direction != Direction::of(&self.language);
        let set = self.set(spans, &setting);
        let leading = self.scale.leading(leading) * set.pitch.max(pitch(&setting.language));
        let line = CellLine::new(set, leading);
        if mirrored { line.mirrored() } else { line }
    }

    /// Draws a cell as the element `kind` of `row`; says where its lines stand.
    pub(super) fn draw_cell(
        &mut self,
        strip: &mut Strip,
        text: &CellText,
        slot: Slot,
        row: Option<(ElementId, ElementKind)>,
    ) -> Vec<Band> {
        let layout = Tag::Artifact(Artifact::Layout);
        let cell = row.map(|(row, kind)| self.structure.add(row, kind));
        let several = text.lines.len() > 1;
        let mut bands = Vec::new();
        let mut y = slot.top;
        for (index, line) in text.lines.iter().enumerate() {
            let tags = match cell {
                Some(cell) => {
                    let element =
                        if several { self.structure.add(cell, ElementKind::Paragraph) } else { cell };
                    self.tags(&line.set, element)
                }
                None => line.set.artifact(),
            };
            y += if index == 0 { 0.0 } else { line.gap };
            let left = slot.left + line.indent;
            let width = slot.width - line.indent;
            if let Some(symbol) = line.symbol {
                let (x, base) = (slot.left + line.indent - HANG, y + baseline(line.leading));
                let size = self.scale.symbol();
                let square = Rect::new(x, base - size, size, size);
                strip.upright(layout, symbol.beside_text(x, base, size), square);
            }
            for broken in line.set.lines(width) {
                let base = y + baseline(line.leading);
                let left =
                    if text.to_the_right || line.mirrored { left + width - broken.width } else { left };
                for run in broken.runs.iter().filter(|run| Some(run.span) == line.struck) {
                    let (from, to) =
                        (left + run.glyphs.origin.x, left + run.glyphs.origin.x + run.glyphs.width());
                    let middle = base - 0.24 * run.glyphs.size;
                    strip.rule(layout, Rule::horizontal(from, to, middle, 0.7, Colour::SOFT));
                }
                strip.line(broken, left, base, line.leading, &tags);
                bands.push((y, y + line.leading));
                y += line.leading;
            }
        }
        bands
    }
}
