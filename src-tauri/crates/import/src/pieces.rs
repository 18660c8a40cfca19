//! Stretches of text that are read apart from the text around them: a table's cell, a text box, a footnote.
//!
//! Only when a table is whole does it show whether its cells hold data, to be read as rows, or whether it only
//! puts columns of running text beside one another.

use crate::extracted::{Kind, Span};
use crate::flow::Flow;

/// A finished stretch of text.
#[derive(Debug, Default)]
pub(crate) struct Piece {
    text: String,
    blocks: Vec<Span>,
}

impl Piece {
    /// What a flow has come to.
    pub(crate) fn of(mut flow: Flow) -> Self {
        flow.end_block();
        let (text, blocks) = flow.finish();
        Self { text, blocks }
    }

    /// Adds its blocks to a text.
    pub(crate) fn append_to(&self, flow: &mut Flow) {
        self.append_marked("", flow);
    }

    /// Adds its blocks to a text, the first behind a mark such as a footnote's.
    pub(crate) fn append_marked(&self, mark: &str, flow: &mut Flow) {
        flow.end_block();
        flow.words(mark);
        for (words, kind) in self.blocks() {
            flow.verbatim(words);
            flow.end(kind);
        }
        flow.end_block();
    }

    /// The blocks with their words, in one pass: positions count characters, and strings are cut at bytes.
    fn blocks(&self) -> impl Iterator<Item = (&str, Kind)> {
        let mut rest = self.text.char_indices().map(|(at, _)| at).chain([self.text.len()]);
        let mut passed = 0;
        self.blocks.iter().map(move |block| {
            let start = rest.nth(block.start - passed).unwrap_or(self.text.len());
            let end = rest.nth(block.end - block.start - 1).unwrap_or(self.text.len());
            passed = block.end + 1;
            (&self.text[start..end], block.kind)
        })
    }
}

/// A table under construction.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

/// A table's row under construction.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// Whether it holds the headings of the columns.
    pub(crate) header: bool,
    /// The pages that begin with it.
    pub(crate) pages: Vec<String>,
    cells: Vec<Piece>,
}

/// More characters than this in a cell are running text.
const CELL: usize = 600;

/// The most columns a cell may claim to span.
const SPAN: u32 = 64;

impl Table {
    /// Whether it has no rows.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Begins a row.
    pub(crate) fn begin_row(&mut self) {
        self.rows.push(Row::default());
    }

    /// The row under construction.
    pub(crate) fn row(&mut self) -> Option<&mut Row> {
        self.rows.last_mut()
    }

    /// Ends a cell, which reaches over so many columns.
    pub(crate) fn end_cell(&mut self, cell: Piece, columns: u32) {
        if self.rows.is_empty() {
            self.begin_row();
        }
        let Some(row) = self.rows.last_mut() else { return };
        row.cells.push(cell);
        for _ in 1..columns.min(SPAN) {
            row.cells.push(Piece::default());
        }
    }

    /// Adds the table to a text: its rows when it holds data, else its cells one after the other.
    pub(crate) fn append_to(&self, flow: &mut Flow) {
        flow.end_block();
        let data = self.is_data();
        for row in &self.rows {
            row.pages.iter().for_each(|label| flow.begin_page(label.clone()));
            if !data {
                row.cells.iter().for_each(|cell| cell.append_to(flow));
                continue;
            }
            for (place, cell) in row.cells.iter().enumerate() {
                if place > 0 {
                    flow.cell_break();
                }
                for (words, _) in cell.blocks() {
                    flow.words(" ");
                    flow.words(words);
                }
            }
            flow.end(Kind::TableRow { header: row.header });
        }
    }

    fn is_data(&self) -> bool {
        let short = |(words, kind): (&str, Kind)| {
            !matches!(kind, Kind::Heading { .. } | Kind::TableRow { .. }) && words.chars().nth(CELL).is_none()
        };
        let wide = self.rows.iter().any(|row| row.cells.len() > 1);
        wide && self.rows.iter().flat_map(|row| &row.cells).all(|cell| cell.blocks().all(short))
    }
}
