//! The order in which the parts of a page are read: one column after the other, and a table row by row.

use super::segments::Segment;

/// Parts of a page that are read one after the other, each from top to bottom.
pub(super) fn order(mut segments: Vec<Segment>) -> Vec<Vec<Segment>> {
    segments.sort_by(|one, other| one.y.total_cmp(&other.y).then(one.x.total_cmp(&other.x)));
    let mut parts = Vec::new();
    split(segments, DEEPEST, &mut parts);
    parts
}

/// Columns in columns: a page has four of them at most.
const DEEPEST: usize = 4;

/// Fewer lines than this are no column.
const FEWEST: usize = 3;

/// Shorter lines than this on average, in characters, are a table's cells.
const SHORTEST: f64 = 14.0;

/// Places where a page may be cut that are tried.
const TRIED: usize = 24;

/// A gutter between columns is at least as wide as this share of the letters' size.
const GUTTER: f64 = 0.8;

fn split(segments: Vec<Segment>, depth: usize, parts: &mut Vec<Vec<Segment>>) {
    let gutter = if depth == 0 || segments.len() < 2 * FEWEST { None } else { gutter(&segments) };
    let Some(gutter) = gutter else {
        if !segments.is_empty() {
            parts.push(segments);
        }
        return;
    };
    for Band { across, left, right } in bands(segments, gutter) {
        let sides = (left.iter().collect::<Vec<_>>(), right.iter().collect::<Vec<_>>());
        if is_columns(&sides.0, &sides.1) {
            parts.extend((!across.is_empty()).then_some(across));
            split(left, depth - 1, parts);
            split(right, depth - 1, parts);
        } else {
            parts.push(merged(merged(across, left), right));
        }
    }
}

fn merged(mut one: Vec<Segment>, other: Vec<Segment>) -> Vec<Segment> {
    one.extend(other);
    one.sort_by(|one, other| one.y.total_cmp(&other.y).then(one.x.total_cmp(&other.x)));
    one
}

/// What lies between two lines that go over the gutter: the last of them, and what is left and right of it.
#[derive(Default)]
struct Band {
    across: Vec<Segment>,
    left: Vec<Segment>,
    right: Vec<Segment>,
}

/// The bands of a gutter, from top to bottom.
fn bands(segments: Vec<Segment>, (from, to): (f64, f64)) -> Vec<Band> {
    let mut bands = vec![Band::default()];
    for segment in segments {
        let over = segment.x < to && segment.end > from;
        if over && bands.last().is_some_and(|band| !band.left.is_empty() || !band.right.is_empty()) {
            bands.push(Band::default());
        }
        let Some(band) = bands.last_mut() else { continue };
        if over {
            band.across.push(segment);
        } else if segment.end <= from {
            band.left.push(segment);
        } else {
            band.right.push(segment);
        }
    }
    bands
}

/// Whether both sides are columns of running text, side by side, or one is and the other goes its own way.
fn is_columns(left: &[&Segment], right: &[&Segment]) -> bool {
    let beside = || {
        let ends = |side: &[&Segment]| {
            let top = side.iter().map(|segment| segment.top()).fold(f64::INFINITY, f64::min);
            let bottom = side.iter().map(|segment| segment.bottom()).fold(f64::NEG_INFINITY, f64::max);
            (top, bottom)
        };
        let ((top, bottom), (other_top, other_bottom)) = (ends(left), ends(right));
        let shared = bottom.min(other_bottom) - top.max(other_top);
        shared > (bottom - top).min(other_bottom - other_top) * 0.4
    };
    match (is_prose(left, SHORTEST), is_prose(right, SHORTEST)) {
        (true, true) => beside(),
        // Beside a figure. What is level with the lines, one by one, is a table's other column.
        (true, false) => is_prose(left, SHORTEST * 2.0) && beside() && !is_level(right, left),
        (false, true) => is_prose(right, SHORTEST * 2.0) && beside() && !is_level(left, right),
        (false, false) => false,
    }
}

/// Whether most segments of one side stand on a line of the other. Both come from top to bottom.
fn is_level(side: &[&Segment], other: &[&Segment]) -> bool {
    /// Points.
    const NEAR: f64 = 1.0;
    let level = |segment: &&&Segment| {
        let next = other.partition_point(|other| other.y < segment.y - NEAR);
        other.get(next).is_some_and(|other| other.y < segment.y + NEAR)
    };
    side.iter().filter(level).count() * 2 > side.len()
}

/// Whether segments are the lines of a text: so many characters long on average, most of them nearly as wide as the
/// widest, and without gaps.
fn is_prose(side: &[&Segment], shortest: f64) -> bool {
    let mut rows: Vec<(f64, f64, f64)> = Vec::new();
    let mut before: Option<&Segment> = None;
    for segment in side {
        let width = segment.end - segment.x;
        match rows.last_mut().filter(|_| before.is_some_and(|before| before.is_level(segment))) {
            Some((start, end, filled)) => {
                (*start, *end, *filled) = (start.min(segment.x), end.max(segment.end), *filled + width);
            }
            None => rows.push((segment.x, segment.end, width)),
        }
        before = Some(segment);
    }
    if rows.len() < FEWEST {
        return false;
    }
    let letters: usize = side.iter().map(|segment| segment.text.chars().count()).sum();
    let start = rows.iter().map(|row| row.0).fold(f64::INFINITY, f64::min);
    let end = rows.iter().map(|row| row.1).fold(f64::NEG_INFINITY, f64::max);
    let full = rows.iter().filter(|row| row.2 > (end - start) * 0.5 && row.2 > (row.1 - row.0) * 0.8);
    letters as f64 / rows.len() as f64 >= shortest && full.count() * 2 >= rows.len()
}

/// The strip from top to bottom that parts most lines into columns.
fn gutter(segments: &[Segment]) -> Option<(f64, f64)> {
    let mut sizes: Vec<f64> = segments.iter().map(|segment| segment.size).collect();
    sizes.sort_by(f64::total_cmp);
    let least = sizes[sizes.len() / 2] * GUTTER;
    let mut best: Option<(usize, (f64, f64))> = None;
    for strip in strips(segments, least) {
        let (mut left, mut right) = (Vec::new(), Vec::new());
        let mut good = 0;
        let mut end_band = |left: &mut Vec<&Segment>, right: &mut Vec<&Segment>| {
            if is_columns(left, right) {
                good += left.len().min(right.len());
            }
            left.clear();
            right.clear();
        };
        for segment in segments {
            if segment.x < strip.1 && segment.end > strip.0 {
                end_band(&mut left, &mut right);
            } else if segment.end <= strip.0 {
                left.push(segment);
            } else {
                right.push(segment);
            }
        }
        end_band(&mut left, &mut right);
        if good > 0 && best.is_none_or(|(most, _)| good > most) {
            best = Some((good, strip));
        }
    }
    best.map(|(_, strip)| strip)
}

/// Strips before which, or behind which, a column might be: where many segments begin.
fn strips(segments: &[Segment], wide: f64) -> Vec<(f64, f64)> {
    /// Lines of a column begin within so many points of one another.
    const NEAR: f64 = 2.0;
    let mut starts: Vec<f64> = segments.iter().map(|segment| segment.x).collect();
    starts.sort_by(f64::total_cmp);
    let mut columns: Vec<(usize, f64)> = Vec::new();
    for start in starts {
        match columns.last_mut().filter(|(_, first)| start - *first < NEAR) {
            Some((count, _)) => *count += 1,
            None => columns.push((1, start)),
        }
    }
    columns.retain(|(count, _)| *count >= FEWEST);
    columns.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    columns.into_iter().take(TRIED).map(|(_, start)| (start - wide, start - 0.1)).collect()
}
