//! Annex C: names and short forms, with the stressed syllable in small capitals.

use super::super::builder::Builder;
use super::super::set::Spans;
use super::super::sheet::{BLOCK, label, sans};
use super::super::table::{Row, Table};
use crate::fonts::Face;
use crate::text::Style;
use crate::words::Phrase;

/// Widths of name and pronunciation.
const COLUMNS: [f32; 2] = [130.0, 110.0];
const LEADING: f32 = 14.0;

impl Builder<'_> {
    pub(super) fn names(&mut self) {
        let document = self.document;
        let head = self.head_cells([Phrase::Name, Phrase::Say, Phrase::WhoAndOtherNames]);
        let mut rows = Vec::new();
        for name in &document.names {
            let say = name.say.as_deref().map_or_else(|| Spans::of("–", sans(10.0)), spoken);
            rows.push(Row {
                cells: vec![
                    self.cell(Spans::of(&name.name, label(10.0)), LEADING),
                    self.cell(say, LEADING),
                    self.cell(Spans::of(&name.who, sans(10.0)), LEADING),
                ],
                headed: true,
                ..Row::default()
            });
        }
        let columns = vec![COLUMNS[0], COLUMNS[1], BLOCK - COLUMNS[0] - COLUMNS[1]];
        let table = Table { inset: 1.0, gutters: (0.0, 6.0), before: 0.0, ..Table::new(columns, head, rows) };
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
        spans = spans.then(letters, if capitals { stressed } else { plain });
        spans = spans.then(&syllable[letters.len()..], plain);
    }
    spans
}
