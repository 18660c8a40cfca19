//! Tables: named styles, head rows that are repeated, rows that do not break (ECMA-376, 17.4).

use super::body::{Body, measure};
use crate::manuscript::{Row, Runs, Table, Voice, alone, plain_words};
use crate::words::Phrase;
use std::ops::Range;

/// Issues to an upright page; more make several tables.
const PANEL: usize = 6;
/// A row of more characters than this may break between pages.
const WHOLE: usize = 1200;

/// What a table is set as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Table,
    Reference,
}

impl Body<'_> {
    /// The table, in several where it is too wide for the page.
    pub(super) fn tables(&mut self, table: &Table) {
        let columns = table.widths.len();
        if columns <= PANEL + 1 {
            return self.table(table);
        }
        let panels = (columns - 1).div_ceil(PANEL);
        let size = (columns - 1).div_ceil(panels);
        for first in (1..columns).step_by(size) {
            self.table(&panel(table, first..(first + size).min(columns)));
        }
    }

    fn table(&mut self, table: &Table) {
        let widths = self.widths(&table.widths);
        self.begin_table(Kind::Table, &table.name, &widths, !table.head.is_empty());
        if !table.head.is_empty() {
            self.xml.open("w:tr", &[]);
            self.xml.raw("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
            for (text, width) in table.head.iter().zip(&widths) {
                self.cell(*width, 1, |body| body.paragraph("TableHead", None, |body| body.runs(text)));
            }
            self.xml.close("w:tr");
        }
        for row in &table.rows {
            self.row(row, &widths);
        }
        self.xml.close("w:tbl");
        self.spacer();
    }

    fn row(&mut self, row: &Row, widths: &[u32]) {
        let length: usize = row.cells.iter().flatten().map(|runs| plain_words(runs).len()).sum();
        self.xml.open("w:tr", &[]);
        if length <= WHOLE {
            self.xml.raw("<w:trPr><w:cantSplit/></w:trPr>");
        }
        self.stand_at_row(row.place.as_ref());
        let last = row.cells.len().saturating_sub(1);
        let style = if row.nested { "TableTextNested" } else { "TableText" };
        for (index, cell) in row.cells.iter().enumerate() {
            let end = if index == last { widths.len() } else { index + 1 };
            let width: u32 = widths[index..end].iter().sum();
            let style = if index == 0 { style } else { "TableText" };
            self.cell(width, end - index, |body| {
                for text in cell {
                    body.paragraph(style, None, |body| body.runs(text));
                }
                if cell.is_empty() {
                    body.paragraph(style, None, |_| ());
                }
            });
        }
        self.xml.close("w:tr");
    }

    /// The reference block: labels over their values, four to a row.
    pub(super) fn fields(&mut self, fields: &[(String, String)]) {
        let widths = self.widths(&[21, 25, 27, 27]);
        self.begin_table(Kind::Reference, self.told.words().get(Phrase::Reference), &widths, false);
        for row in fields.chunks(widths.len()) {
            self.xml.open("w:tr", &[]);
            self.xml.raw("<w:trPr><w:cantSplit/></w:trPr>");
            for (index, width) in widths.iter().enumerate() {
                let field = row.get(index);
                self.cell(*width, 1, |body| {
                    let (label, value) =
                        field.map(|(label, value)| (label.as_str(), value.as_str())).unwrap_or_default();
                    for (style, words) in [("FieldLabel", label), ("FieldValue", value)] {
                        let text = alone(words, Voice::Text);
                        body.paragraph(style, None, |body| body.runs(&text));
                    }
                });
            }
            self.xml.close("w:tr");
        }
        self.xml.close("w:tbl");
        self.spacer();
    }

    fn begin_table(&mut self, kind: Kind, name: &str, widths: &[u32], headed: bool) {
        let right_to_left = self.right_to_left;
        self.xml.open("w:tbl", &[]);
        self.xml.element("w:tblPr", &[], |xml| {
            let style = if kind == Kind::Table { "BriefTable" } else { "ReferenceBlock" };
            xml.empty("w:tblStyle", &[("w:val", style)]);
            if right_to_left {
                xml.empty("w:bidiVisual", &[]);
            }
            let width: u32 = widths.iter().sum();
            xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            let head = if headed { "1" } else { "0" };
            let first = if kind == Kind::Table { "1" } else { "0" };
            let look = [
                ("w:val", if headed { "04A0" } else { "0480" }),
                ("w:firstRow", head),
                ("w:lastRow", "0"),
                ("w:firstColumn", first),
                ("w:lastColumn", "0"),
                ("w:noHBand", "1"),
                ("w:noVBand", "1"),
            ];
            xml.empty("w:tblLook", &look);
            xml.empty("w:tblCaption", &[("w:val", name)]);
        });
        self.xml.element("w:tblGrid", &[], |xml| {
            for width in widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
    }

    fn cell(&mut self, width: u32, span: usize, inside: impl FnOnce(&mut Self)) {
        self.xml.open("w:tc", &[]);
        self.xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if span > 1 {
                xml.empty("w:gridSpan", &[("w:val", &span.to_string())]);
            }
        });
        inside(self);
        self.xml.close("w:tc");
    }

    /// Widths in twentieths of a point that fill the measure.
    fn widths(&self, shares: &[u32]) -> Vec<u32> {
        let all: u32 = shares.iter().sum::<u32>().max(1);
        shares.iter().map(|share| measure(self.told.document.paper) * share / all).collect()
    }
}

/// Some of the columns, behind the first.
fn panel(table: &Table, columns: Range<usize>) -> Table {
    let some = |cells: &[Runs]| cells[..1].iter().chain(&cells[columns.clone()]).cloned().collect();
    let rows = table.rows.iter().map(|row| {
        let cells = match row.cells.get(columns.clone()) {
            Some(cells) => row.cells[..1].iter().chain(cells).cloned().collect(),
            None => row.cells.clone(),
        };
        Row { cells, ..row.clone() }
    });
    Table {
        name: table.name.clone(),
        widths: std::iter::once(table.widths[0])
            .chain(table.widths[columns.clone()].iter().copied())
            .collect(),
        head: some(&table.head),
        rows: rows.collect(),
    }
}
