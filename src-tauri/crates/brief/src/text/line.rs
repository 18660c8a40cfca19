//! A broken line and how it gets onto a page.

use std::ops::Range;
use std::sync::Arc;

use super::style::Link;
use crate::page::{GlyphRun, LinkArea, Page, Point, Rect, Tag};

/// One line of a paragraph, laid out from 0,0: left end of its baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its glyph runs from left to right.
    pub runs: Vec<LineRun>,
    /// Width without the space at its end.
    pub width: f32,
    /// Byte range in [`super::Paragraph::text`], the space at its end included.
    pub source: Range<usize>,
    /// It ends in a hyphen that is not in the text: not allowed at the foot of a page.
    pub hyphenated: bool,
}

/// A run of glyphs that comes from one span.
#[derive(Debug, Clone, PartialEq)]
pub struct LineRun {
    /// Index of the span that it comes from.
    pub span: usize,
    /// Its glyphs; `origin.x` counts from the left end of the line, `origin.y` is 0.
    pub glyphs: GlyphRun,
    /// Where it goes when clicked.
    pub link: Option<Arc<Link>>,
}

impl Line {
    /// Whether anything on this line comes from span `span`.
    #[must_use]
    pub fn shows(&self, span: usize) -> bool {
        self.runs.iter().any(|run| run.span == span)
    }

    /// Draws the line with its left end at `left` and its baseline at `baseline`, and adds its link areas,
    /// each as high as the `leading`. `tag` names the structure element (or artifact) of a span by its index.
    pub fn place(
        &self,
        page: &mut Page,
        left: f32,
        baseline: f32,
        leading: f32,
        mut tag: impl FnMut(usize) -> Tag,
    ) {
        let top = baseline - super::baseline(leading);
        let mut linked: Option<usize> = None;
        for run in &self.runs {
            let tag = tag(run.span);
            let mut glyphs = run.glyphs.clone();
            glyphs.origin = Point::new(left + glyphs.origin.x, baseline + glyphs.origin.y);
            if let Some(link) = &run.link {
                let (x, width) = (glyphs.origin.x, glyphs.width());
                match page.links.last_mut() {
                    Some(area) if linked == Some(run.span) => {
                        area.area.width = area.area.width.max(x + width - area.area.x);
                    }
                    _ => page.links.push(LinkArea {
                        area: Rect::new(x, top, width, leading),
                        target: link.target.clone(),
                        description: link.description.clone(),
                        element: match tag {
                            Tag::Element(element) => Some(element),
                            Tag::Artifact(_) => None,
                        },
                    }),
                }
            }
            linked = run.link.as_ref().map(|_| run.span);
            page.draw(tag, glyphs);
        }
    }
}
