//! Annex C: names and short forms, with the stressed syllable in small capitals.

use super::super::builder::Builder;
use super::super::cells::CellText;
use super::super::set::Spans;
use super::super::sheet::{BLOCK, label, sans};
use super::super::table::{Row, Table, fitted};
use crate::fonts::Face;
use crate::text::{Span, Style};
use crate::words::Phrase;

/// The least that a column is wide, and what separates it from the next.
const LEAST: f32 = 50.0;
const GUTTER: f32 = 10.0;
const LEADING: f32 = 14.0;
const HEADS: [Phrase; 3] = [Phrase::Name, Phrase::Say, Phrase::WhoAndOtherNames];

impl Builder<'_> {
    pub(super) fn names(&mut self) {
        let document = self.document;
        // Where nobody's name is spelled out, nothing says so line after line.
        let spells = document.names.iter().any(|name| name.say.is_some());
        let heads: &[Phrase] = if spells { &HEADS } else { &[HEADS[0], HEADS[2]] };
        let head: Vec<CellText> =
            heads.iter().map(|head| self.cell(Spans::of(self.words.get(*head), label(9.0)), 12.0)).collect();
        let mut rows = Vec::new();
        for name in &document.names {
            let mut cells = vec![self.cell(Spans::of(&name.name, label(10.0)), LEADING)];
            if spells {
                let say = name.say.as_deref().map_or_else(|| Spans::of("–", sans(10.0)), spoken);
                cells.push(self.cell(say, LEADING));
            }
            cells.push(self.cell(Spans::of(&name.who, sans(10.0)), LEADING));
            rows.push(Row { cells, headed: true, ..Row::default() });
        }
        let limits = vec![LEAST..f32::MAX; head.len()];
        let columns = fitted(&head, &rows, &limits, GUTTER, BLOCK);
        let table =
            Table { inset: 1.0, gutters: (0.0, GUTTER), before: 0.0, ..Table::new(columns, head, rows) };
        self.table(&table);
    }
}

/// "zeh-LEN-skee": syllables in capitals become small capitals; copying still gives the capitals.
fn spoken(say: &str) -> Spans {
    let plain = Style::new(Face::Serif, 10.5);
    let stressed = Style::new(Face::SerifSemibold, 10.5).tracked(0.04).small_capitals();
    let mut spans = Spans::default();
    for syllable in say.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = syllable.trim_end_matches(|c: char| !c.is_alphabetic());
        let capitals = letters.chars().count() > 1 && letters.chars().all(char::is_uppercase);
        // A name is not broken between its syllables.
        let part = |text: &str, style| Span::new(text, style).kept_together();
        spans = spans.span(part(letters, if capitals { stressed } else { plain }));
        spans = match &syllable[letters.len()..] {
            joint if joint.contains(char::is_whitespace) => spans.then(joint, plain),
            joint => spans.span(part(joint, plain)),
        };
    }
    spans
}
