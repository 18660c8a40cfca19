//! One page as an SVG image for the preview: the same items that the PDF draws.
//!
//! Made for a strict content security policy: presentation attributes only, no style, script, font or outside
//! reference. Glyphs are outlines, each kept once and used again, so that a page looks the same everywhere.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::fonts::{FontId, Fonts, Step};
use crate::page::{FillRule, GlyphRun, LineCap, Mark, Page, Pages, Path, Rule, Segment};

/// Page `index` (from 0) as a standalone SVG document, one unit to the point; none when there is no such page.
#[must_use]
pub fn page(pages: &Pages, index: usize) -> Option<String> {
    Some(Picture::default().draw(&pages.fonts, pages.pages.get(index)?))
}

#[derive(Default)]
struct Picture {
    /// Name of each glyph used, in the order of first use.
    glyphs: BTreeMap<(FontId, u16), usize>,
    outlines: String,
    body: String,
}

impl Picture {
    fn draw(mut self, fonts: &Fonts, page: &Page) -> String {
        for item in &page.items {
            match &item.mark {
                Mark::Glyphs(run) => self.glyphs(fonts, run),
                Mark::Rule(rule) => self.rule(rule),
                Mark::Path(path) => self.path(path),
            }
        }
        let (width, height) = (number(page.size.width), number(page.size.height));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\"><defs>{}</defs><rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>{}</svg>",
            self.outlines, self.body
        )
    }

    fn glyphs(&mut self, fonts: &Fonts, run: &GlyphRun) {
        let Some(font) = fonts.get(run.font) else { return };
        let scale = run.size / font.units_per_em();
        // Glyphs are placed in font units, so that one scale serves the whole run.
        let place = |value: f32| number(value / scale);
        let mut uses = String::new();
        for glyph in &run.glyphs {
            let name = match self.glyphs.get(&(run.font, glyph.id)) {
                Some(&name) => Some(name),
                None => self.define(fonts, run.font, glyph.id),
            };
            let Some(name) = name else { continue };
            let _ = write!(uses, "<use href=\"#g{name}\" x=\"{}\"", place(glyph.x));
            if glyph.y != 0.0 {
                let _ = write!(uses, " y=\"{}\"", place(glyph.y));
            }
            uses.push_str("/>");
        }
        if !uses.is_empty() {
            let (x, y) = (number(run.origin.x), number(run.origin.y));
            let (scale, fill) = (precise(scale), run.colour.hex());
            let _ = write!(
                self.body,
                "<g fill=\"{fill}\" transform=\"translate({x} {y})scale({scale} -{scale})\">{uses}</g>"
            );
        }
    }

    /// Keeps a glyph's outline; none for a glyph without one, such as a space.
    fn define(&mut self, fonts: &Fonts, font: FontId, glyph: u16) -> Option<usize> {
        let outline = fonts.get(font)?.outline(glyph).0;
        if outline.is_empty() {
            return None;
        }
        let name = self.glyphs.len();
        self.glyphs.insert((font, glyph), name);
        let _ = write!(self.outlines, "<path id=\"g{name}\" d=\"{}\"/>", steps(&outline));
        Some(name)
    }

    fn rule(&mut self, rule: &Rule) {
        let area = rule.area;
        let _ = write!(
            self.body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
            number(area.x),
            number(area.y),
            number(area.width),
            number(area.height),
            rule.colour.hex()
        );
    }

    fn path(&mut self, path: &Path) {
        let fill = path.fill.map_or_else(|| "none".to_owned(), |fill| fill.colour.hex());
        let _ = write!(self.body, "<path d=\"{}\" fill=\"{fill}\"", segments(&path.segments));
        if path.fill.is_some_and(|fill| fill.rule == FillRule::EvenOdd) {
            self.body.push_str(" fill-rule=\"evenodd\"");
        }
        if let Some(stroke) = path.stroke {
            let _ = write!(
                self.body,
                " stroke=\"{}\" stroke-width=\"{}\"",
                stroke.colour.hex(),
                number(stroke.width)
            );
            if stroke.cap == LineCap::Round {
                self.body.push_str(" stroke-linecap=\"round\"");
            }
        }
        self.body.push_str("/>");
    }
}

fn steps(steps: &[Step]) -> String {
    let mut data = String::new();
    for step in steps {
        match *step {
            Step::Move(x, y) => command(&mut data, 'M', &[x, y]),
            Step::Line(x, y) => command(&mut data, 'L', &[x, y]),
            Step::Quad(cx, cy, x, y) => command(&mut data, 'Q', &[cx, cy, x, y]),
            Step::Cubic(ax, ay, bx, by, x, y) => command(&mut data, 'C', &[ax, ay, bx, by, x, y]),
            Step::Close => data.push('Z'),
        }
    }
    data
}

fn segments(segments: &[Segment]) -> String {
    let mut data = String::new();
    for segment in segments {
        match *segment {
            Segment::Move(p) => command(&mut data, 'M', &[p.x, p.y]),
            Segment::Line(p) => command(&mut data, 'L', &[p.x, p.y]),
            Segment::Curve(a, b, c) => command(&mut data, 'C', &[a.x, a.y, b.x, b.y, c.x, c.y]),
            Segment::Close => data.push('Z'),
        }
    }
    data
}

fn command(data: &mut String, letter: char, numbers: &[f32]) {
    data.push(letter);
    for (index, &value) in numbers.iter().enumerate() {
        if index > 0 {
            data.push(' ');
        }
        data.push_str(&number(value));
    }
}

/// Two decimals at most: finer than a screen shows.
fn number(value: f32) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // Negative zero would print its sign.
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

fn precise(value: f32) -> String {
    format!("{}", (value * 1e6).round() / 1e6)
}
