//! Pages as SVG images for the preview: the same items that the PDF draws.
//!
//! Made for a strict content security policy: presentation attributes only, no style, script, font or outside
//! reference. Each run of glyphs is one path, its outlines written as short as SVG allows. Keeping each glyph
//! once and using it again makes a quarter of the text, but browsers take eight times as long to show it.

mod layers;

pub use layers::{Layer, layers};

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::fonts::{FontId, Fonts, Step};
use crate::page::{FillRule, GlyphRun, Image, Item, LineCap, Mark, Path, Rule, Segment, Size};

#[derive(Default)]
struct Picture {
    /// The outlines met so far; none for a glyph without one, such as a space.
    glyphs: BTreeMap<(FontId, u16), Option<Drawn>>,
    body: String,
}

/// A glyph's outline in font units, y down, as path data that counts from point to point.
#[derive(Debug)]
struct Drawn {
    /// Where it starts.
    start: (f32, f32),
    /// What comes after the first move.
    data: String,
    /// Where the pen stands in the end.
    end: (f32, f32),
}

impl Picture {
    /// An image of a page so large, one unit to the point, on `ground`.
    fn draw<'i>(
        mut self,
        fonts: &Fonts,
        size: Size,
        ground: &str,
        items: impl Iterator<Item = &'i Item>,
    ) -> String {
        for item in items {
            match &item.mark {
                Mark::Glyphs(run) => self.glyphs(fonts, run),
                Mark::Rule(rule) => self.rule(rule),
                Mark::Path(path) => self.path(path),
                Mark::Image(image) => self.image(image),
            }
        }
        let (width, height) = (number(size.width), number(size.height));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\">{ground}{}</svg>",
            self.body
        )
    }

    fn glyphs(&mut self, fonts: &Fonts, run: &GlyphRun) {
        let Some(font) = fonts.get(run.font) else { return };
        let scale = run.size / font.units_per_em();
        let mut data = String::new();
        let mut pen = (0.0, 0.0);
        for glyph in &run.glyphs {
            let drawn =
                self.glyphs.entry((run.font, glyph.id)).or_insert_with(|| drawn(&font.outline(glyph.id).0));
            let Some(drawn) = drawn else { continue };
            // Glyphs are placed in font units, so that one scale serves the whole run.
            let at = ((glyph.x / scale).round(), (-glyph.y / scale).round());
            data.push('m');
            coordinate(&mut data, at.0 + drawn.start.0 - pen.0);
            coordinate(&mut data, at.1 + drawn.start.1 - pen.1);
            data.push_str(&drawn.data);
            pen = (at.0 + drawn.end.0, at.1 + drawn.end.1);
        }
        if !data.is_empty() {
            let (x, y) = (number(run.origin.x), number(run.origin.y));
            let (scale, fill) = ((scale * 1e6).round() / 1e6, run.colour.hex());
            let _ = write!(
                self.body,
                "<path fill=\"{fill}\" transform=\"translate({x} {y})scale({scale})\" d=\"{data}\"/>"
            );
        }
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

    fn image(&mut self, image: &Image) {
        let (area, picture) = (image.area, &image.picture);
        let _ = write!(
            self.body,
            "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" href=\"data:{};base64,{}\"/>",
            number(area.x),
            number(area.y),
            number(area.width),
            number(area.height),
            picture.media_type,
            BASE64.encode(&picture.original),
        );
    }

    fn path(&mut self, path: &Path) {
        let fill = path.fill.map_or_else(|| "none".to_owned(), |fill| fill.colour.hex());
        let _ = write!(self.body, "<path d=\"{}\" fill=\"{fill}\"", segments(&path.segments));
        if path.fill.is_some_and(|fill| fill.rule == FillRule::EvenOdd) {
            self.body.push_str(" fill-rule=\"evenodd\"");
        }
        if let Some(stroke) = path.stroke {
            let (colour, width) = (stroke.colour.hex(), number(stroke.width));
            let _ = write!(self.body, " stroke=\"{colour}\" stroke-width=\"{width}\"");
            if stroke.cap == LineCap::Round {
                self.body.push_str(" stroke-linecap=\"round\"");
            }
        }
        self.body.push_str("/>");
    }
}

/// None for an empty outline.
fn drawn(steps: &[Step]) -> Option<Drawn> {
    let Some(&Step::Move(x, y)) = steps.first() else { return None };
    let start = (x, -y);
    let mut pencil = Pencil { data: String::new(), pen: start, first: start, control: None };
    for &step in &steps[1..] {
        pencil.draw(step);
    }
    Some(Drawn { start, data: pencil.data, end: pencil.pen })
}

/// Writes path data relative to where it stands.
struct Pencil {
    data: String,
    pen: (f32, f32),
    /// Where the subpath started, to which closing goes back.
    first: (f32, f32),
    /// Control point of the quadratic curve just drawn.
    control: Option<(f32, f32)>,
}

impl Pencil {
    fn draw(&mut self, step: Step) {
        let control = self.control.take();
        match step {
            Step::Move(x, y) => {
                self.command('m', &[(x, -y)]);
                self.first = self.pen;
            }
            Step::Line(x, y) => self.command('l', &[(x, -y)]),
            Step::Quad(cx, cy, x, y) => {
                let to = (cx, -cy);
                // TrueType leaves out points halfway between two controls; there SVG can leave out a control.
                let mirrored = control.map(|(x, y)| (2.0 * self.pen.0 - x, 2.0 * self.pen.1 - y));
                if mirrored == Some(to) {
                    self.command('t', &[(x, -y)]);
                } else {
                    self.command('q', &[to, (x, -y)]);
                }
                self.control = Some(to);
            }
            Step::Cubic(ax, ay, bx, by, x, y) => self.command('c', &[(ax, -ay), (bx, -by), (x, -y)]),
            Step::Close => {
                self.data.push('z');
                self.pen = self.first;
            }
        }
    }

    fn command(&mut self, letter: char, points: &[(f32, f32)]) {
        self.data.push(letter);
        for (x, y) in points {
            coordinate(&mut self.data, x - self.pen.0);
            coordinate(&mut self.data, y - self.pen.1);
        }
        self.pen = points.last().copied().unwrap_or(self.pen);
    }
}

fn segments(segments: &[Segment]) -> String {
    let mut data = String::new();
    for segment in segments {
        let (letter, points) = match *segment {
            Segment::Move(p) => ('M', vec![p]),
            Segment::Line(p) => ('L', vec![p]),
            Segment::Curve(a, b, c) => ('C', vec![a, b, c]),
            Segment::Close => ('Z', vec![]),
        };
        data.push(letter);
        for point in points {
            coordinate(&mut data, point.x);
            coordinate(&mut data, point.y);
        }
    }
    data
}

/// Adds a number, with a space only where it would run into the one before.
fn coordinate(data: &mut String, value: f32) {
    let number = number(value);
    if data.ends_with(|last: char| last.is_ascii_digit()) && !number.starts_with('-') {
        data.push(' ');
    }
    data.push_str(&number);
}

/// Two decimals at most: finer than a screen shows.
fn number(value: f32) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // Negative zero would print its sign.
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}
