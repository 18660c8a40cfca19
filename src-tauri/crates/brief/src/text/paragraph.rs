//! A paragraph: styled text, itemised and shaped once, ready to be broken to any measure.

use std::ops::Range;
use std::sync::Arc;

use super::line::{Line, LineRun};
use super::measure::Measure;
use super::style::{Setting, Span};
use crate::fonts::Fonts;

/// Text that can be broken into lines of any width, cheaply and again and again.
#[derive(Debug, Clone)]
pub struct Paragraph {
    fonts: Fonts,
    text: String,
    spans: Vec<Span>,
    setting: Setting,
    missing: Vec<Missing>,
}

/// A character that no font can draw. The export stops and names it; it is never printed as a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Missing {
    /// The character.
    pub character: char,
    /// Index of the span that it stands in.
    pub span: usize,
}

impl Paragraph {
    /// Itemises and shapes `spans`.
    #[must_use]
    pub fn new(fonts: &Fonts, spans: &[Span], setting: &Setting) -> Self {
        let text = spans.iter().map(|span| span.text.as_str()).collect();
        Self {
            fonts: fonts.clone(),
            text,
            spans: spans.to_vec(),
            setting: setting.clone(),
            missing: Vec::new(),
        }
    }

    /// The characters of all spans, one after another.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Byte range in [`Self::text`] of span `span`.
    #[must_use]
    pub fn span_range(&self, span: usize) -> Range<usize> {
        let start = self.spans.iter().take(span).map(|span| span.text.len()).sum();
        start..start + self.spans.get(span).map_or(0, |span| span.text.len())
    }

    /// Characters that no font can draw, each once per span.
    #[must_use]
    pub fn missing(&self) -> &[Missing] {
        &self.missing
    }

    /// Width without any break but those of line feeds.
    #[must_use]
    pub fn natural_width(&self) -> f32 {
        0.0
    }

    /// Width of the longest stretch that may not be broken: no column should be narrower.
    #[must_use]
    pub fn min_width(&self) -> f32 {
        0.0
    }

    /// The lines that look best together; never empty. Only a single unbreakable glyph can be wider than
    /// the measure.
    #[must_use]
    pub fn lines(&self, measure: &Measure) -> Vec<Line> {
        Vec::new()
    }

    /// How many lines [`Self::lines`] would give, without building them.
    #[must_use]
    pub fn line_count(&self, measure: &Measure) -> usize {
        self.lines(measure).len()
    }
}
