//! Rules and paths as drawing operations (ISO 32000-1, 8.5): what is painted, without what it belongs to.

use super::syntax::number;
use crate::page::{Colour, FillRule, LineCap, Path, Point, Rule, Segment, Stroke};

pub(super) fn rule(out: &mut Vec<u8>, rule: &Rule, height: f32) {
    let area = rule.area;
    operation(out, &[area.x, height - area.bottom(), area.width, area.height], "re");
    operation(out, &[], "f");
}

/// The path on a page so high, with the colours and the weight that are set.
pub(super) fn path(out: &mut Vec<u8>, path: &Path, height: f32) {
    if path.segments.is_empty() {
        return;
    }
    let at = |point: Point| [point.x, height - point.y];
    // What is filled is closed; a stroke of it must be too.
    let closes = path.fill.is_some();
    let mut open = false;
    for segment in &path.segments {
        match *segment {
            Segment::Move(point) => {
                if open && closes {
                    operation(out, &[], "h");
                }
                operation(out, &at(point), "m");
            }
            Segment::Line(point) => operation(out, &at(point), "l"),
            Segment::Curve(first, second, end) => {
                let points = [at(first), at(second), at(end)].concat();
                operation(out, &points, "c");
            }
            Segment::Close => operation(out, &[], "h"),
        }
        open = !matches!(segment, Segment::Close);
    }
    if open && closes {
        operation(out, &[], "h");
    }
    let paint = match (path.fill.map(|fill| fill.rule), path.stroke.is_some()) {
        (None, true) => "S",
        (None, false) => "n",
        (Some(FillRule::NonZero), false) => "f",
        (Some(FillRule::NonZero), true) => "B",
        (Some(FillRule::EvenOdd), false) => "f*",
        (Some(FillRule::EvenOdd), true) => "B*",
    };
    operation(out, &[], paint);
}

pub(super) fn fill_colour(out: &mut Vec<u8>, colour: Colour) {
    let (parts, operator) = parts(colour, ["g", "rg"]);
    operation(out, &parts, operator);
}

pub(super) fn stroke(out: &mut Vec<u8>, stroke: Stroke) {
    let (parts, operator) = parts(stroke.colour, ["G", "RG"]);
    operation(out, &parts, operator);
    operation(out, &[stroke.width], "w");
    let cap = match stroke.cap {
        LineCap::Butt => 0.0,
        LineCap::Round => 1.0,
    };
    operation(out, &[cap], "J");
}

fn parts(colour: Colour, [grey, rgb]: [&'static str; 2]) -> (Vec<f32>, &'static str) {
    let share = |value: u8| f32::from(value) / 255.0;
    match colour {
        Colour::Grey(level) => (vec![share(level)], grey),
        Colour::Rgb(red, green, blue) => (vec![share(red), share(green), share(blue)], rgb),
    }
}

fn operation(out: &mut Vec<u8>, operands: &[f32], operator: &str) {
    for &operand in operands {
        number(out, operand);
        out.push(b' ');
    }
    out.extend_from_slice(operator.as_bytes());
    out.push(b'\n');
}
