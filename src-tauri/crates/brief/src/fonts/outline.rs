//! Glyph outlines, for the preview and for text that is drawn as a shape (the watermark).

use harfrust::GlyphId;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};

use super::Font;

/// A glyph's outline in font units, y **up** from the baseline, curves as the font has them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Outline(pub(crate) Vec<Step>);

/// One step of an outline; each point is x, y.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Step {
    /// Starts a subpath.
    Move(f32, f32),
    /// A straight line.
    Line(f32, f32),
    /// A quadratic curve: control point and end.
    Quad(f32, f32, f32, f32),
    /// A cubic curve: two control points and end.
    Cubic(f32, f32, f32, f32, f32, f32),
    /// Back to the subpath's start.
    Close,
}

impl Step {
    /// Where the pen stands after it; none after closing.
    pub(crate) fn end(self) -> Option<(f32, f32)> {
        match self {
            Self::Move(x, y) | Self::Line(x, y) | Self::Quad(_, _, x, y) | Self::Cubic(_, _, _, _, x, y) => {
                Some((x, y))
            }
            Self::Close => None,
        }
    }
}

impl Font {
    /// The outline of glyph `id`; empty for spaces and for glyphs that the font does not have.
    pub(crate) fn outline(&self, id: u16) -> Outline {
        let mut outline = Outline::default();
        if let Some(glyph) = self.parsed.outline_glyphs().get(GlyphId::new(u32::from(id))) {
            // A broken outline in a bundled font would show as a missing glyph in every test page.
            let _ = glyph.draw(&DrawOptions::new(), DrawMemory::Scratch, &mut outline);
        }
        outline
    }
}

impl PathSink for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push(Step::Move(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push(Step::Line(x, y));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.0.push(Step::Quad(cx0, cy0, x, y));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.push(Step::Cubic(cx0, cy0, cx1, cy1, x, y));
    }

    fn close(&mut self) {
        self.0.push(Step::Close);
    }
}
