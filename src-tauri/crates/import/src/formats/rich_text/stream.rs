//! Paragraphs and the tables among them. Rich Text never says where a table begins or ends: only its paragraphs say
//! that they stand in one.

use crate::extracted::Kind;
use crate::flow::Flow;
use crate::pieces::{Piece, Table};

/// A text under construction.
#[derive(Default)]
pub(super) struct Stream {
    flow: Flow,
    cell: Flow,
    table: Table,
    row_open: bool,
    /// Whether the row under construction holds the headings of the columns.
    pub(super) header: bool,
}

impl Stream {
    /// Where words go, in a table or not.
    pub(super) fn flow(&mut self, in_table: bool) -> &mut Flow {
        if in_table {
            return &mut self.cell;
        }
        self.end_table();
        &mut self.flow
    }

    pub(super) fn end_paragraph(&mut self, kind: Kind, in_table: bool) {
        self.flow(in_table).end(kind);
    }

    pub(super) fn end_cell(&mut self) {
        if !self.row_open {
            self.table.begin_row();
            self.row_open = true;
        }
        let cell = Piece::of(std::mem::take(&mut self.cell));
        self.table.end_cell(cell, 1);
    }

    pub(super) fn end_row(&mut self) {
        let header = self.header;
        if let Some(row) = self.table.row() {
            row.header = header;
        }
        self.row_open = false;
    }

    fn end_table(&mut self) {
        if self.table.is_empty() && self.cell.is_empty() {
            return;
        }
        let rest = Piece::of(std::mem::take(&mut self.cell));
        std::mem::take(&mut self.table).append_to(&mut self.flow);
        // Words of a cell that was never ended are words all the same.
        rest.append_to(&mut self.flow);
        self.row_open = false;
    }

    /// The finished text.
    pub(super) fn finish(mut self) -> Flow {
        self.flow.end_block();
        self.end_table();
        self.flow
    }
}
