//! Filled and stroked outlines: stance symbols, arrows, frames, the watermark.

use super::geometry::{Point, Rect};
use super::{Colour, GlyphRun};
use crate::fonts::{Fonts, Step};

/// An outline with what it is painted with.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Path {
    /// The outline, one or more subpaths.
    pub segments: Vec<Segment>,
    /// How its inside is filled.
    pub fill: Option<Fill>,
    /// How its outline is drawn.
    pub stroke: Option<Stroke>,
}

/// One step of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Starts a subpath.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic curve: two control points and the end.
    Curve(Point, Point, Point),
    /// Back to the subpath's start.
    Close,
}

/// How the inside of a path is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fill {
    /// With what.
    pub colour: Colour,
    /// What counts as inside.
    pub rule: FillRule,
}

/// What counts as the inside of a path that crosses itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FillRule {
    /// Inside where the outline winds around the point.
    #[default]
    NonZero,
    /// Inside where a ray crosses the outline an odd number of times.
    EvenOdd,
}

/// How the outline of a path is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// With what.
    pub colour: Colour,
    /// Weight in points.
    pub width: f32,
    /// Shape of open ends.
    pub cap: LineCap,
}

/// Shape of the open ends of a stroke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineCap {
    /// Ends at the point.
    #[default]
    Butt,
    /// Ends in a half disc.
    Round,
}

/// Control distance that makes four cubic curves a circle to within 0.03 %.
const KAPPA: f32 = 0.552_284_8;

impl Path {
    /// An empty outline to draw on.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts a subpath at `x`, `y`.
    #[must_use]
    pub fn move_to(mut self, x: f32, y: f32) -> Self {
        self.segments.push(Segment::Move(Point::new(x, y)));
        self
    }

    /// Draws a straight line to `x`, `y`.
    #[must_use]
    pub fn line_to(mut self, x: f32, y: f32) -> Self {
        self.segments.push(Segment::Line(Point::new(x, y)));
        self
    }

    /// Draws a cubic curve.
    #[must_use]
    pub fn curve_to(mut self, first: Point, second: Point, end: Point) -> Self {
        self.segments.push(Segment::Curve(first, second, end));
        self
    }

    /// Closes the subpath.
    #[must_use]
    pub fn close(mut self) -> Self {
        self.segments.push(Segment::Close);
        self
    }

    /// Adds a closed polygon.
    #[must_use]
    pub fn polygon(mut self, corners: &[(f32, f32)]) -> Self {
        for (index, &(x, y)) in corners.iter().enumerate() {
            self = if index == 0 { self.move_to(x, y) } else { self.line_to(x, y) };
        }
        self.close()
    }

    /// Adds a rectangle.
    #[must_use]
    pub fn rectangle(self, area: Rect) -> Self {
        let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
        self.polygon(&[(left, top), (right, top), (right, bottom), (left, bottom)])
    }

    /// Adds a circle.
    #[must_use]
    pub fn circle(self, x: f32, y: f32, radius: f32) -> Self {
        let handle = radius * KAPPA;
        let at = |dx: f32, dy: f32| Point::new(x + dx, y + dy);
        self.move_to(x + radius, y)
            .curve_to(at(radius, handle), at(handle, radius), at(0.0, radius))
            .curve_to(at(-handle, radius), at(-radius, handle), at(-radius, 0.0))
            .curve_to(at(-radius, -handle), at(-handle, -radius), at(0.0, -radius))
            .curve_to(at(handle, -radius), at(radius, -handle), at(radius, 0.0))
            .close()
    }

    /// Fills it, inside by winding.
    #[must_use]
    pub fn filled(mut self, colour: Colour) -> Self {
        self.fill = Some(Fill { colour, rule: FillRule::NonZero });
        self
    }

    /// Fills it, leaving holes where subpaths overlap.
    #[must_use]
    pub fn filled_even_odd(mut self, colour: Colour) -> Self {
        self.fill = Some(Fill { colour, rule: FillRule::EvenOdd });
        self
    }

    /// Draws its outline with butt ends.
    #[must_use]
    pub fn stroked(mut self, colour: Colour, width: f32) -> Self {
        self.stroke = Some(Stroke { colour, width, cap: LineCap::Butt });
        self
    }

    /// The smallest rectangle around all its points, control points too; stroke weight does not count.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let points = || {
            self.segments.iter().flat_map(|segment| match *segment {
                Segment::Move(p) | Segment::Line(p) => vec![p],
                Segment::Curve(a, b, c) => vec![a, b, c],
                Segment::Close => vec![],
            })
        };
        let Some(first) = points().next() else { return Rect::new(0.0, 0.0, 0.0, 0.0) };
        let (mut least, mut most) = (first, first);
        for point in points() {
            least = Point::new(least.x.min(point.x), least.y.min(point.y));
            most = Point::new(most.x.max(point.x), most.y.max(point.y));
        }
        Rect::new(least.x, least.y, most.x - least.x, most.y - least.y)
    }

    /// The same path turned over within a block `width` wide.
    #[must_use]
    pub fn flipped(mut self, width: f32) -> Self {
        let flip = |p: Point| Point::new(width - p.x, p.y);
        for segment in &mut self.segments {
            *segment = match *segment {
                Segment::Move(p) => Segment::Move(flip(p)),
                Segment::Line(p) => Segment::Line(flip(p)),
                Segment::Curve(a, b, c) => Segment::Curve(flip(a), flip(b), flip(c)),
                Segment::Close => Segment::Close,
            };
        }
        self
    }

    /// The same path enlarged by `scale` about 0,0 (weights too), turned by `degrees` clockwise and moved
    /// to `origin`.
    #[must_use]
    pub fn placed(mut self, scale: f32, degrees: f32, origin: Point) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let place = |p: Point| {
            let (x, y) = (p.x * scale, p.y * scale);
            Point::new(x * cos - y * sin + origin.x, x * sin + y * cos + origin.y)
        };
        for segment in &mut self.segments {
            *segment = match *segment {
                Segment::Move(p) => Segment::Move(place(p)),
                Segment::Line(p) => Segment::Line(place(p)),
                Segment::Curve(a, b, c) => Segment::Curve(place(a), place(b), place(c)),
                Segment::Close => Segment::Close,
            };
        }
        if let Some(stroke) = &mut self.stroke {
            stroke.width *= scale;
        }
        self
    }
}

/// The outlines of a run's glyphs, at its origin. Quadratic curves become the cubic ones that equal them.
pub(super) fn outlined(run: &GlyphRun, fonts: &Fonts) -> Path {
    let mut path = Path::new();
    let Some(font) = fonts.get(run.font) else { return path };
    let scale = run.size / font.units_per_em();
    for glyph in &run.glyphs {
        let at = |x: f32, y: f32| {
            Point::new(run.origin.x + glyph.x + x * scale, run.origin.y - glyph.y - y * scale)
        };
        let mut pen = (0.0, 0.0);
        for step in font.outline(glyph.id).0 {
            let segment = match step {
                Step::Move(x, y) => Segment::Move(at(x, y)),
                Step::Line(x, y) => Segment::Line(at(x, y)),
                Step::Quad(cx, cy, x, y) => {
                    let towards = |from: f32, control: f32| from + (control - from) * 2.0 / 3.0;
                    Segment::Curve(
                        at(towards(pen.0, cx), towards(pen.1, cy)),
                        at(towards(x, cx), towards(y, cy)),
                        at(x, y),
                    )
                }
                Step::Cubic(ax, ay, bx, by, x, y) => Segment::Curve(at(ax, ay), at(bx, by), at(x, y)),
                Step::Close => Segment::Close,
            };
            pen = step.end().unwrap_or(pen);
            path.segments.push(segment);
        }
    }
    path
}
