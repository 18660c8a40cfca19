//! The positions table: stance in a word and a symbol, who with, when, how known, and the evidence.

use super::widths::{Bounds, widths};
use super::{Caption, INSETS, Row, Table};
use crate::document::{Inline, PositionsTable, Row as TableRow, RowsAre, Standing};
use crate::layout::break_costs::{FORBIDDEN, ROWS};
use crate::layout::builder::Builder;
use crate::layout::cells::{CellLine, CellText};
use crate::layout::flow::Flow;
use crate::layout::set::Spans;
use crate::layout::sheet::{LINE, body, label, sans, soft};
use crate::page::{ElementKind, Structure};
use crate::text::Span;
use crate::words::{Parts, Phrase};
use std::ops::Range;

/// Narrowest and widest column of names, and of positions: where issues are read down there are few of those.
const NAMES: Range<f32> = 72.0..110.0;
const STANDING: Range<f32> = 59.0..130.0;
const ROOMY: Range<f32> = 120.0..320.0;
/// Indent of an actor below the one it belongs to.
const NESTED: f32 = 9.0;
/// As many issues as an upright page holds, and as one on its side does; more make several panels.
const PANEL: usize = 6;
const WIDE: std::ops::RangeInclusive<usize> = 7..=9;

/// Whether the table is too wide to stand upright.
pub(in crate::layout) fn lies_on_its_side(table: &PositionsTable) -> bool {
    !table.rows.is_empty() && WIDE.contains(&table.columns.len())
}

impl Builder<'_> {
    pub(in crate::layout) fn positions_table(&mut self, table: &PositionsTable, place: &str) {
        if table.columns.is_empty() || table.rows.is_empty() {
            let words = format!("{}. {}", table.label, self.words.sentence(&table.none_at_all));
            return self.nothing(&words);
        }
        if lies_on_its_side(table) {
            return self.on_its_side(&table.label, place, |builder| {
                builder.panel(table, 0..table.columns.len(), None, place);
                builder.stances_legend(&table.note);
            });
        }
        let panels = table.columns.len().div_ceil(PANEL).max(1);
        let size = table.columns.len().div_ceil(panels).max(1);
        for panel in 0..panels {
            let first = panel * size;
            let columns = first..(first + size).min(table.columns.len());
            let part = (panels > 1).then(|| {
                let parts: Parts = &[("table", &table.label), ("part", &(panel + 1)), ("parts", &panels)];
                self.words.with(Phrase::TablePart, parts)
            });
            self.panel(table, columns, part, place);
        }
        self.stances_legend(&table.note);
    }

    /// One sentence where a table would have no rows.
    pub(in crate::layout) fn nothing(&mut self, words: &str) {
        let set = self.body_text(Spans::of(words, body()));
        let element = self.structure.add(Structure::ROOT, ElementKind::Paragraph);
        let tags = self.tags(&set, element);
        self.flow(Flow::new(&set, tags, self.scale.text, self.scale.measure, LINE).spaced(4.0, 8.0));
    }

    fn panel(&mut self, table: &PositionsTable, columns: Range<usize>, part: Option<String>, place: &str) {
        let (shown, empty) = rows_of(table, &columns);
        let mut rows: Vec<Row> = Vec::with_capacity(shown.len());
        let mut above = None;
        for row in shown {
            rows.push(self.positions_row(table, row, columns.clone(), above));
            above = Some(row);
        }
        let (corner, room) = match table.rows_are {
            RowsAre::Actors => (Phrase::Actor, STANDING),
            RowsAre::Issues => (Phrase::Issue, ROOMY),
        };
        let mut head = self.head_cells([corner]);
        for column in &table.columns[columns.clone()] {
            let mut cell = self.cell(Spans::of(&column.name, label(9.0)), 12.0);
            if let Some(note) = &column.note {
                cell.lines.push(self.cell_line(Spans::of(note, soft(9.0)), 12.0));
            }
            head.push(cell);
        }
        let names = rows
            .iter()
            .filter_map(|row| row.cells.first())
            .map(|cell| cell.lines.first().map_or(0.0, |line| CellText::one(line.clone()).natural_width()));
        let first = (names.fold(0.0, f32::max) + 3.0).clamp(NAMES.start, NAMES.end);
        let full: Vec<&Row> = rows.iter().filter(|row| row.cells.len() == columns.len() + 1).collect();
        let column = |index: usize| {
            full.iter().filter_map(move |row| row.cells.get(index + 1)).chain(head.get(index + 1))
        };
        let bounds: Vec<Bounds> = (0..columns.len())
            .map(|index| {
                let min = column(index).map(CellText::min_width).fold(0.0, f32::max) + INSETS;
                let max = column(index).map(CellText::natural_width).fold(0.0, f32::max) + INSETS;
                let min = min.clamp(room.start, room.end);
                Bounds { least: room.start, min, max: max.clamp(min, room.end) }
            })
            .collect();
        let last = columns.len().saturating_sub(1);
        let block = self.sheet().block;
        let others = widths(&bounds, block - first, |index, width| {
            let inside = width - if index == last { 5.0 } else { INSETS };
            column(index).map(|cell| cell.height(inside)).collect()
        });
        let sizes = std::iter::once(first).chain(others).collect();
        let name = part.unwrap_or_else(|| table.label.clone());
        let caption = Some(Caption::of(name, &table.caption, place));
        self.table(&Table { caption, after: 6.0, ..Table::new(sizes, head, rows) });
        if !empty.is_empty() {
            let none = format!("{}: {}", self.words.list(&empty), table.none_at_all);
            self.legend(&[], &[vec![Inline::words(self.words.sentence(&none))]]);
        }
    }

    /// Where there is room, who spoke stands in one line with when.
    fn who_and_when(&self, standing: &Standing) -> Standing {
        let mut standing = standing.clone();
        let parts: Vec<String> =
            standing.speaker.take().into_iter().chain([standing.date]).filter(|it| !it.is_empty()).collect();
        standing.date = self.words.list(&parts);
        standing
    }

    fn positions_row(
        &mut self,
        table: &PositionsTable,
        row: &TableRow,
        columns: Range<usize>,
        above: Option<&TableRow>,
    ) -> Row {
        let indent = if row.nested { NESTED } else { 0.0 };
        let mut actor =
            CellText::one(self.cell_line(Spans::of(&row.name, label(9.5)), 12.0).indented(indent));
        if let Some(note) = &row.note {
            actor.lines.push(self.cell_line(Spans::of(note, soft(9.0)), 12.0).indented(indent));
        }
        let mut cells = vec![actor];
        if row.cells.iter().all(Vec::is_empty) {
            cells.push(self.cell(Spans::of(&table.none_at_all, sans(9.0)), 12.0));
        } else {
            for cell in &row.cells[columns] {
                let lines: Vec<CellLine> = if cell.is_empty() {
                    let none = Span::new(self.words.get(Phrase::NoneFound), soft(9.0))
                        .read_as(table.none_found.clone());
                    vec![self.cell_line(Spans::default().span(none), 12.0)]
                } else if table.rows_are == RowsAre::Issues {
                    cell.iter()
                        .flat_map(|standing| self.standing_lines(&self.who_and_when(standing)))
                        .collect()
                } else {
                    cell.iter().flat_map(|standing| self.standing_lines(standing)).collect()
                };
                cells.push(CellText::of(lines));
            }
        }
        let first_nested = row.nested && above.is_some_and(|above| !above.nested);
        let keep = match (row.nested, first_nested) {
            (_, true) => FORBIDDEN,
            (true, false) => 2.0 * ROWS,
            (false, _) => 0.0,
        };
        Row { cells, headed: true, ruled: !row.nested && above.is_some(), keep, place: None }
    }
}

/// The rows of a part of a table, and the names of those that would say nothing in it. An actor stays above those that
/// belong to it.
fn rows_of<'a>(table: &'a PositionsTable, columns: &Range<usize>) -> (Vec<&'a TableRow>, Vec<String>) {
    let is_part = columns.len() < table.columns.len();
    let says = |row: &TableRow| {
        !is_part || row.cells.get(columns.clone()).is_some_and(|cells| !cells.iter().all(Vec::is_empty))
    };
    let (mut shown, mut empty) = (Vec::new(), Vec::new());
    for (at, row) in table.rows.iter().enumerate() {
        let mut nested = table.rows.iter().skip(at + 1).take_while(|below| below.nested);
        if says(row) || (!row.nested && nested.any(says)) {
            shown.push(row);
        } else {
            empty.push(row.name.clone());
        }
    }
    // Of a part in which nobody says anything the rows are its words.
    if shown.is_empty() { (table.rows.iter().collect(), Vec::new()) } else { (shown, empty) }
}
