//! Tables: a head that is repeated, rows that break only between one another, three weights of rules.

mod analysis;
mod legend;
mod positions;
mod widths;

pub(super) use positions::lies_on_its_side;
pub(super) use widths::{Bounds, fitted, widths};

use super::blocks::words;
use super::break_costs::{FORBIDDEN, LINES, ROWS};
use super::builder::Builder;
use super::cells::{Band, CellText, Slot};
use super::galley::{Context, Piece, Strip};
use super::set::Spans;
use super::sheet::{label, sans};
use crate::document::Text;
use crate::page::{Artifact, CellScope, Colour, ElementKind, Path, Rect, Rule, Structure, Tag};
use crate::text::baseline;
use crate::words::Phrase;

/// Space inside a cell: above and below, left and right. The first column has none at its left, the last none
/// at its right.
const INSET: f32 = 4.0;
const GUTTERS: (f32, f32) = (5.0, 3.0);
pub(super) const INSETS: f32 = GUTTERS.0 + GUTTERS.1;
/// White at either side of a cell that is filled.
const TILE: f32 = 0.75;

/// A table, ready to be set.
pub(super) struct Table {
    /// "Table 1" and what it shows.
    pub(super) caption: Option<Caption>,
    /// Left edge, from the left edge of the block.
    pub(super) left: f32,
    /// Widths of the columns, insets included.
    pub(super) columns: Vec<f32>,
    pub(super) head: Vec<CellText>,
    pub(super) rows: Vec<Row>,
    /// Space above and below the text of a row.
    pub(super) inset: f32,
    /// Space left and right of the text of a cell.
    pub(super) gutters: (f32, f32),
    /// Where a line runs down past all rows, with a dot at each: a timeline's.
    pub(super) along: Option<f32>,
    /// Space before the table.
    pub(super) before: f32,
    /// Space after it.
    pub(super) after: f32,
}

/// What stands above a table.
pub(super) struct Caption {
    pub(super) label: String,
    pub(super) text: Spans,
    pub(super) place: String,
    /// For the bookmark.
    pub(super) title: String,
}

impl Caption {
    fn of(label: String, text: &Text, place: &str) -> Self {
        let title = format!("{label}. {}", words(text));
        Self { label, text: Spans::default().text(text, sans(10.0)), place: place.to_owned(), title }
    }
}

/// A row of a table.
#[derive(Default)]
pub(super) struct Row {
    pub(super) cells: Vec<CellText>,
    /// Its first cell names it.
    pub(super) headed: bool,
    /// A hair rule separates it from the row above.
    pub(super) ruled: bool,
    /// What a break above it costs at least.
    pub(super) keep: f32,
    /// Name of its place.
    pub(super) place: Option<String>,
}

impl Table {
    /// A table with a head, across `columns`.
    pub(super) fn new(columns: Vec<f32>, head: Vec<CellText>, rows: Vec<Row>) -> Self {
        Self {
            caption: None,
            left: 0.0,
            columns,
            head,
            rows,
            inset: INSET,
            gutters: GUTTERS,
            along: None,
            before: 8.0,
            after: 12.0,
        }
    }

    fn width(&self) -> f32 {
        self.columns.iter().sum()
    }

    /// Left edge and width of what is written in column `index` when it covers `span` columns.
    fn slot(&self, index: usize, span: usize) -> (f32, f32) {
        let Rect { x: left, width, .. } = self.area(index, span);
        let first = if index == 0 { 0.0 } else { self.gutters.0 };
        let last = if index + span == self.columns.len() { 0.0 } else { self.gutters.1 };
        (left + first, (width - first - last).max(1.0))
    }

    /// Left edge and width of column `index` when it covers `span` columns.
    fn area(&self, index: usize, span: usize) -> Rect {
        let left = self.left + self.columns[..index].iter().sum::<f32>();
        Rect::new(left, 0.0, self.columns[index..index + span].iter().sum(), 0.0)
    }

    /// Columns covered by cell `index` of a row: the last one takes what is left.
    fn span(&self, row: &Row, index: usize) -> usize {
        if index + 1 == row.cells.len() { self.columns.len() - index } else { 1 }
    }

    fn row_height(&self, row: &Row) -> f32 {
        let heights = row.cells.iter().enumerate().map(|(index, cell)| {
            let (_, width) = self.slot(index, self.span(row, index));
            cell.height(width)
        });
        heights.fold(0.0, f32::max) + 2.0 * self.inset
    }

    /// What lines set close lack to the rule that closes them.
    fn closing(&self) -> f32 {
        INSET - self.inset
    }

    fn head_height(&self) -> f32 {
        let heights = self.head.iter().enumerate().map(|(index, cell)| cell.height(self.slot(index, 1).1));
        heights.fold(0.0, f32::max) + 2.0 * INSET
    }

    fn rule(&self, strip: &mut Strip, y: f32, weight: f32, colour: Colour) {
        let rule = Rule::horizontal(self.left, self.left + self.width(), y, weight, colour);
        strip.rule(Tag::Artifact(Artifact::Layout), rule);
    }
}

impl Builder<'_> {
    /// Sets a table.
    pub(super) fn table(&mut self, table: &Table) {
        let element = self.structure.add(Structure::ROOT, ElementKind::Table);
        let mut before = table.before;
        if let Some(caption) = &table.caption {
            let caption_element = self.structure.add(element, ElementKind::Caption);
            let spans = Spans::of(format!("{}. ", caption.label), label(10.0)).join(caption.text.clone());
            let spans = self.portioned(spans, label(10.0));
            let set = self.plain_text(spans);
            let tags = self.tags(&set, caption_element);
            let flow =
                super::flow::Flow::new(&set, tags, table.left, table.width(), 12.0).spaced(16.0, 6.0).whole();
            self.bookmark(2, &caption.title, &caption.place);
            self.flow(flow);
            self.keep_with_next(&[FORBIDDEN]);
            before = 0.0;
        }
        let head = self.structure.add(element, ElementKind::TableHead);
        let row = self.structure.add(head, ElementKind::TableRow);
        let head_height = table.head_height();
        let mut strip = Strip::default();
        self.table_head(table, &mut strip, 0.0, Some((row, ElementKind::HeaderCell(CellScope::Column))));
        let context = self.repeated(table, head_height);
        let sheet = self.sheet();
        let capacity = sheet.capacity(1) - context.opening_height;
        let body = self.structure.add(element, ElementKind::TableBody);
        self.within(context, |builder| {
            builder.push(Piece::new(strip, head_height).spaced(before, 0.0).full_width());
            builder.keep_with_next(&[FORBIDDEN]);
            let count = table.rows.len();
            for (index, row) in table.rows.iter().enumerate() {
                let (strip, height, bands) = builder.table_row(table, row, body, index);
                let cost = match index {
                    0 => 0.0,
                    1 => FORBIDDEN,
                    _ if index + 1 == count => FORBIDDEN,
                    _ => ROWS,
                };
                if let Some(place) = &row.place {
                    builder.mark(place);
                }
                let first = builder.count();
                builder.row_pieces(&strip, height, &bands, capacity, cost.max(row.keep));
                let numbers: Vec<u32> = row.cells.iter().flat_map(CellText::footnotes).collect();
                let footnotes: Vec<usize> =
                    numbers.into_iter().filter_map(|number| builder.footnote(number)).collect();
                if let Some(piece) = builder.since(first).first_mut() {
                    piece.footnotes = footnotes;
                }
            }
            if let Some(last) = builder.since(0).last_mut() {
                last.after = table.after;
            }
        });
        self.pad_next();
    }

    fn table_row(
        &mut self,
        table: &Table,
        row: &Row,
        body: crate::page::ElementId,
        index: usize,
    ) -> (Strip, f32, Vec<Band>) {
        let element = self.structure.add(body, ElementKind::TableRow);
        let (first, last) = (index == 0, index + 1 == table.rows.len());
        let next_ruled = table.rows.get(index + 1).is_some_and(|next| next.ruled);
        let height = table.row_height(row) + if last { table.closing() } else { 0.0 };
        let mut strip = Strip::default();
        let mut bands = Vec::new();
        for (index, cell) in row.cells.iter().enumerate() {
            let span = table.span(row, index);
            let (left, width) = table.slot(index, span);
            let kind = if index == 0 && row.headed {
                ElementKind::HeaderCell(CellScope::Row)
            } else {
                ElementKind::Cell { columns: span as u16 }
            };
            if let Some(shade) = cell.shade {
                // White between one and the next, and the rules stay seen.
                let Rect { x, width, .. } = table.area(index, span);
                let area = Rect::new(x + TILE, 1.0, width - 2.0 * TILE, height - 2.0);
                strip.path(Tag::Artifact(Artifact::Layout), Path::new().rectangle(area).filled(shade));
            }
            let slot = Slot { left, top: table.inset, width };
            bands.extend(self.draw_cell(&mut strip, cell, slot, Some((element, kind))));
        }
        if let Some(x) = table.along {
            let dot = table.inset + baseline(self.scale.leading(12.0)) - 3.2;
            let end = if last { dot } else { height };
            let layout = Tag::Artifact(Artifact::Layout);
            strip.rule(layout, Rule::vertical(x, if first { dot } else { 0.0 }, end, 0.75, Colour::HAIR));
            strip.path(layout, Path::new().circle(x, dot, 2.6).filled(Colour::ACCENT));
        }
        if last {
            table.rule(&mut strip, height, 1.0, Colour::INK);
        } else if next_ruled {
            table.rule(&mut strip, height, 0.4, Colour::HAIR);
        }
        (strip, height, bands)
    }

    /// A row is one piece; one that is taller than a page is cut between its lines.
    fn row_pieces(&mut self, strip: &Strip, height: f32, bands: &[Band], capacity: f32, cost: f32) {
        if height <= capacity {
            self.push(Piece::new(strip.clone(), height).breaking(cost).full_width());
            return;
        }
        let mut cuts: Vec<f32> = bands
            .iter()
            .map(|band| band.0)
            .filter(|&cut| {
                cut > 0.0 && bands.iter().all(|&(top, bottom)| cut <= top + 0.01 || cut >= bottom - 0.01)
            })
            .collect();
        cuts.sort_by(f32::total_cmp);
        cuts.dedup_by(|one, other| (*one - *other).abs() < 0.01);
        let mut top = 0.0;
        for (index, bottom) in cuts.into_iter().skip(1).chain([height]).enumerate() {
            // The closing rule sits on the row's very edge.
            let reach = if (bottom - height).abs() < 0.01 { bottom + 1.0 } else { bottom };
            let slice = strip.slice(if index == 0 { -1.0 } else { top }, reach);
            let slice = if index == 0 { slice_down(&slice) } else { slice };
            let cost = if index == 0 { cost } else { LINES };
            self.push(Piece::new(slice, bottom - top).breaking(cost).full_width());
            top = bottom;
        }
    }

    fn table_head(
        &mut self,
        table: &Table,
        strip: &mut Strip,
        top: f32,
        row: Option<(crate::page::ElementId, ElementKind)>,
    ) {
        let height = table.head_height();
        table.rule(strip, top, 1.0, Colour::INK);
        for (index, cell) in table.head.iter().enumerate() {
            let (left, width) = table.slot(index, 1);
            let slot = Slot { left, top: top + height - INSET - cell.height(width), width };
            self.draw_cell(strip, cell, slot, row);
        }
        table.rule(strip, top + height, 0.75, Colour::INK);
    }

    /// What a page repeats that starts within the table, and the rule on one that ends within it.
    fn repeated(&mut self, table: &Table, head_height: f32) -> Context {
        let mut opening = Strip::default();
        let mut top = 0.0;
        if let Some(caption) = &table.caption {
            let set = self.plain_text(Spans::of(
                self.words.with(Phrase::Continued, &[("title", &caption.label)]),
                label(10.0),
            ));
            let leading = self.scale.leading(12.0) * set.pitch;
            for line in set.lines(f32::MAX) {
                opening.line(line, table.left, baseline(leading), leading, &set.artifact());
            }
            top = leading + 6.0;
        }
        self.table_head(table, &mut opening, top, None);
        let mut closing = Strip::default();
        let closing_height = table.closing();
        table.rule(&mut closing, closing_height, 1.0, Colour::INK);
        Context { opening, opening_height: top + head_height, closing, closing_height, ..Context::default() }
    }
}

/// A slice that was taken from one point above the row's top, put back in its place.
fn slice_down(slice: &Strip) -> Strip {
    let mut strip = Strip::default();
    strip.append(slice, -1.0);
    strip
}
