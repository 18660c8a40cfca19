//! What the positions add up to: findings in rows, and who stands with whom as a square.

use super::{Caption, Row, Table};
use crate::document::{Finding, Findings, Found, Square, SquareActor, Text};
use crate::fonts::Face;
use crate::layout::builder::Builder;
use crate::layout::cells::{CellLine, CellText, HANG};
use crate::layout::set::Spans;
use crate::layout::sheet::{BLOCK, label, sans, soft};
use crate::page::{Colour, Symbol};
use crate::text::{Span, Style};
use crate::words::{Parts, Phrase};
use standpoint_core::analysis::{Agreement, Band};
use std::ops::Range;

/// Width of a square's names, and the least of one of its columns, in large print too.
const NAMES: Range<f32> = 72.0..120.0;
const LEAST: f32 = 31.0;
const LEAST_LARGE: f32 = 37.0;
/// The widest that a column of figures is of use.
const MOST: f32 = 84.0;
/// As many short names as can stand above columns; more are numbered.
const NAMED: usize = 6;
/// Space left and right of a figure.
const GUTTERS: (f32, f32) = (3.0, 2.0);

impl Builder<'_> {
    pub(in crate::layout) fn findings(&mut self, findings: &Findings, place: &str) {
        if findings.rows.is_empty() {
            return self.nothing(&format!("{}. {}", findings.label, findings.none));
        }
        let head =
            findings.head.iter().map(|(head, _)| self.cell(Spans::of(head, label(9.0)), 12.0)).collect();
        let rows =
            (0..).zip(&findings.rows).map(|(index, finding)| self.finding(finding, index > 0)).collect();
        let block = self.sheet().block;
        let all: u32 = findings.head.iter().map(|(_, width)| width).sum();
        let columns = findings.head.iter().map(|(_, width)| block * *width as f32 / all as f32).collect();
        let caption = Some(Caption::of(findings.label.clone(), &findings.caption, place));
        self.table(&Table { caption, ..Table::new(columns, head, rows) });
        if !findings.note.is_empty() {
            self.legend(&[], &findings.note);
        }
    }

    fn finding(&mut self, finding: &Finding, ruled: bool) -> Row {
        let mut name = self.cell(Spans::of(&finding.name, label(9.5)), 12.0);
        if let Some(note) = &finding.note {
            name.lines.push(self.cell_line(Spans::of(note, soft(9.0)), 12.0));
        }
        let found = finding.cells.iter().map(|found| self.found(found));
        let cells = std::iter::once(name).chain(found).collect();
        Row { cells, headed: true, ruled, ..Row::default() }
    }

    fn found(&mut self, found: &Found) -> CellText {
        match found {
            Found::Words(words) => self.cell(Spans::of(words, sans(9.5)), 12.0),
            Found::Position { who, standing, quote } => {
                let mut lines: Vec<CellLine> = Vec::new();
                lines.extend(who.iter().map(|who| self.cell_line(Spans::of(who, sans(9.5)), 12.0)));
                lines.extend(self.standing_lines(standing));
                lines.extend(quote.iter().map(|quote| self.quoted(quote).indented(HANG)));
                CellText::of(lines)
            }
            Found::Quote { quote, attribution } => {
                let said = self.cell_line(Spans::of(attribution, soft(9.0)), 12.0);
                CellText::of(vec![self.quoted(quote), said])
            }
        }
    }

    fn quoted(&mut self, quote: &Text) -> CellLine {
        self.cell_line(Spans::default().text(quote, Style::new(Face::Serif, 10.0)), 12.0).below(2.0)
    }

    pub(in crate::layout) fn square(&mut self, square: &Square, place: &str) {
        if square.actors.len() < 2 {
            return self.nothing(&format!("{}. {}", square.label, square.none));
        }
        if self.square_lies_on_its_side(square) {
            self.on_its_side(&square.label, place, |builder| builder.panels(square, place));
        } else {
            self.panels(square, place);
        }
    }

    /// Whether the square is too wide to stand upright.
    pub(in crate::layout) fn square_lies_on_its_side(&self, square: &Square) -> bool {
        square.actors.len() > self.room(BLOCK)
    }

    /// How many columns of figures there is room for.
    fn room(&self, block: f32) -> usize {
        let least = if self.scale.is_large() { LEAST_LARGE } else { LEAST };
        ((block - NAMES.end) / least) as usize
    }

    /// As many tables as the columns need.
    fn panels(&mut self, square: &Square, place: &str) {
        let count = square.actors.len();
        let parts = count.div_ceil(self.room(self.sheet().block).max(1));
        let size = count.div_ceil(parts);
        for part in 0..parts {
            let columns = part * size..count.min((part + 1) * size);
            let label = if parts == 1 {
                square.label.clone()
            } else {
                let said: Parts = &[("table", &square.label), ("part", &(part + 1)), ("parts", &parts)];
                self.words.with(Phrase::TablePart, said)
            };
            self.panel_of_square(square, columns, label, place);
        }
        let marks: Vec<_> = Band::ALL.iter().map(|&band| (symbol(band), self.band(band))).collect();
        self.legend(&marks, &square.note);
    }

    fn panel_of_square(&mut self, square: &Square, columns: Range<usize>, name: String, place: &str) {
        let numbered = square.actors.len() > NAMED;
        let mut head = self.head_cells([Phrase::Actor]);
        for (number, actor) in (1..).zip(&square.actors).skip(columns.start).take(columns.len()) {
            let head_of_one = if numbered {
                Spans::default().span(Span::new(format!("{number}"), label(9.0)).read_as(&actor.short))
            } else {
                Spans::of(&actor.short, label(9.0))
            };
            let line = self.cell_line(head_of_one, 12.0);
            head.push(CellText::one(if numbered { line.indented(HANG) } else { line }));
        }
        let rows: Vec<Row> = (0..)
            .zip(&square.actors)
            .map(|(at, actor)| self.row_of_square(actor, at, numbered, columns.clone()))
            .collect();
        let names = rows.iter().filter_map(|row| row.cells.first()).map(CellText::natural_width);
        let names = (names.fold(0.0, f32::max) + 6.0).clamp(NAMES.start, NAMES.end);
        let width = ((self.sheet().block - names) / columns.len() as f32).min(MOST);
        let widths = std::iter::once(names).chain(columns.map(|_| width)).collect();
        let caption = Some(Caption::of(name, &square.caption, place));
        self.table(&Table { caption, gutters: GUTTERS, after: 6.0, ..Table::new(widths, head, rows) });
    }

    fn row_of_square(
        &mut self,
        actor: &SquareActor,
        at: usize,
        numbered: bool,
        columns: Range<usize>,
    ) -> Row {
        let name = if numbered { format!("{} {}", at + 1, actor.name) } else { actor.name.clone() };
        let mut cells = vec![self.cell(Spans::of(name, label(9.5)), 12.0)];
        for column in columns {
            cells.push(match actor.with.get(column).copied().flatten() {
                Some(agreement) => self.agreement(agreement),
                None if column == at => CellText::default().shaded(Colour::Grey(0xE4)),
                None => {
                    let unknown =
                        Span::new("–", soft(9.0)).read_as(self.words.get(Phrase::SpokenNotCompared));
                    let line = self.cell_line(Spans::default().span(unknown), 12.0);
                    CellText::one(line.indented(HANG))
                }
            });
        }
        Row { cells, headed: true, ..Row::default() }
    }

    /// The figure with its shape, and below it on how many issues it rests.
    fn agreement(&mut self, agreement: Agreement) -> CellText {
        let Agreement { percent, issues, opposed, band } = agreement;
        let compared = self.words.with(Phrase::SpokenCompared, &[("issues", &issues), ("opposed", &opposed)]);
        let figure = self.cell_line(Spans::of(percent.to_string(), label(9.5)), 12.0);
        let rests_on = Span::new(issues.to_string(), soft(8.0)).read_as(compared);
        let rests_on = self.cell_line(Spans::default().span(rests_on), 10.0);
        let lines = vec![figure.indented(HANG).with_symbol(symbol(band)), rests_on.indented(HANG)];
        CellText::of(lines).shaded(shade(band))
    }

    /// "80–100 together".
    fn band(&self, band: Band) -> String {
        let (from, to) = band.figures();
        format!("{from}–{to} {}", self.words.band(band))
    }
}

/// The shapes of the stances without their signs.
fn symbol(band: Band) -> Symbol {
    match band {
        Band::Together => Symbol::Disc,
        Band::Near => Symbol::Ring,
        Band::Between => Symbol::Diamond,
        Band::Away => Symbol::Frame,
        Band::Apart => Symbol::Block,
    }
}

/// The closer, the darker; even the darkest leaves its figure a contrast of more than 9 to 1.
fn shade(band: Band) -> Colour {
    match band {
        Band::Together => Colour::Rgb(0xBF, 0xCF, 0xE6),
        Band::Near => Colour::Rgb(0xD8, 0xE2, 0xF0),
        Band::Between => Colour::Rgb(0xEE, 0xF2, 0xF8),
        Band::Away | Band::Apart => Colour::PAPER,
    }
}
