//! What stands below a table: its symbols with their words, and what its short terms mean.

use crate::document::Text;
use crate::layout::break_costs::FORBIDDEN;
use crate::layout::builder::Builder;
use crate::layout::galley::{Piece, Strip};
use crate::layout::set::{Set, Spans};
use crate::layout::sheet::{BLOCK, sans, soft};
use crate::layout::standing::symbol;
use crate::page::{Artifact, ElementKind, Rect, Structure, Symbol, Tag};
use crate::text::baseline;
use standpoint_core::positions::Stance;

/// From the left edge of a symbol to its word.
const SYMBOL_AND_GAP: f32 = 11.5;
/// Between the words, and the least that keeps them apart.
const GAP: f32 = 14.0;
const LEAST_GAP: f32 = 5.0;

impl Builder<'_> {
    /// The six stances, and what the abbreviated terms mean.
    pub(super) fn stances_legend(&mut self, note: &[Text]) {
        let word = |stance: Stance| self.words.stance(stance, false).to_owned();
        let marks: Vec<_> = Stance::ALL.iter().map(|&stance| (symbol(stance), word(stance))).collect();
        self.legend(&marks, note);
    }

    /// Symbols with their words on a line or two, then sentences.
    pub(super) fn legend(&mut self, marks: &[(Symbol, String)], note: &[Text]) {
        let layout = Tag::Artifact(Artifact::Layout);
        let paragraph = self.structure.add(Structure::ROOT, ElementKind::Paragraph);
        let mut strip = Strip::default();
        let words: Vec<Set> =
            marks.iter().map(|(_, word)| self.plain_text(Spans::of(word, sans(9.5)))).collect();
        let leading = self.scale.leading(12.0) * self.pitch;
        let widths: f32 = words.iter().map(|set| SYMBOL_AND_GAP + set.natural_width()).sum();
        let gap = (BLOCK - widths) / (words.len().max(2) - 1) as f32;
        // Where they do not fit on one line, they stand on two.
        let gap = if gap < LEAST_GAP { GAP } else { gap.min(GAP) };
        let (mut x, mut height) = (0.0, leading);
        for ((symbol, _), set) in marks.iter().zip(&words) {
            if x > 0.0 && x + SYMBOL_AND_GAP + set.natural_width() > BLOCK {
                (x, height) = (0.0, height + leading);
            }
            let tags = self.tags(set, paragraph);
            let base = height - leading + baseline(leading);
            let size = self.scale.symbol();
            let square = Rect::new(x, base - size, size, size);
            strip.upright(layout, symbol.beside_text(x, base, size), square);
            for line in set.lines(f32::MAX) {
                let width = line.width;
                strip.line(line, x + SYMBOL_AND_GAP, base, leading, &tags);
                x += SYMBOL_AND_GAP + width + gap;
            }
        }
        let mut spans = Spans::default();
        for (index, note) in note.iter().enumerate() {
            let gap = if index == 0 { "" } else { " " };
            spans = spans.then(gap, soft(9.0)).text(note, soft(9.0));
        }
        let set = self.plain_text(spans);
        let tags = self.tags(&set, paragraph);
        for line in set.lines(BLOCK) {
            strip.line(line, 0.0, height + baseline(leading), leading, &tags);
            height += leading;
        }
        // In one piece: half a legend explains nothing.
        self.keep_with_next(&[FORBIDDEN]);
        self.push(Piece::new(strip, height).spaced(6.0, 8.0).full_width());
        self.pad_next();
    }
}
