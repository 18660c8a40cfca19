//! Widths and glyphs of any stretch of a paragraph, shaped word by word.

use std::ops::Range;
use std::sync::Arc;

use super::itemise::Piece;
use crate::fonts::{Fonts, Shaped};

/// A shaped word, or part of one, or a stretch of spaces.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Index of the piece that it belongs to.
    pub(super) piece: usize,
    /// Bytes of the paragraph's text.
    pub(super) range: Range<usize>,
    /// Its glyphs; the last one can be a hyphen that is not in the text.
    pub(super) shaped: Arc<Shaped>,
}

/// What shaping needs of a paragraph.
#[derive(Debug, Clone)]
pub(super) struct Shaper {
    pub(super) fonts: Fonts,
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
}

impl Shaper {
    /// The words of `range` in reading order, with a hyphen behind the last one if asked.
    pub(super) fn words(&self, range: Range<usize>, hyphen: bool) -> Vec<Word> {
        let mut words = Vec::new();
        self.each(range, hyphen, |word| words.push(word));
        words
    }

    /// Width of `range` in points.
    pub(super) fn width(&self, range: Range<usize>, hyphen: bool) -> f64 {
        let mut width = 0.0;
        self.each(range, hyphen, |word| width += f64::from(self.word_width(&word)));
        width
    }

    /// Width of a word in points.
    pub(super) fn word_width(&self, word: &Word) -> f32 {
        let piece = &self.pieces[word.piece];
        word.shaped.advance as f32 * piece.scale + word.shaped.glyphs.len() as f32 * piece.tracking
    }

    fn each(&self, range: Range<usize>, hyphen: bool, mut take: impl FnMut(Word)) {
        let first = self.pieces.partition_point(|piece| piece.range.end <= range.start);
        for (piece, item) in self.pieces.iter().enumerate().skip(first) {
            if item.range.start >= range.end {
                break;
            }
            let mut rest = item.range.start.max(range.start)..item.range.end.min(range.end);
            while !rest.is_empty() {
                let end = rest.start + word_end(&self.text[rest.clone()]);
                let word = rest.start..end;
                rest.start = end;
                let text = &self.text[word.clone()];
                let shaped = if hyphen && end == range.end {
                    // Shaped together, so that the hyphen is kerned to the letter before it.
                    self.fonts.shape(&format!("{}-", text.trim_end_matches('\u{AD}')), &item.traits)
                } else {
                    self.fonts.shape(text, &item.traits)
                };
                take(Word { piece, range: word, shaped });
            }
        }
    }
}

/// Length in bytes of the word, or of the stretch of spaces, that `text` starts with.
fn word_end(text: &str) -> usize {
    let spaces = text.starts_with(char::is_whitespace);
    text.find(|character: char| character.is_whitespace() != spaces).unwrap_or(text.len())
}
