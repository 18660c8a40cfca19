//! Stretches of a line that no wide gap parts: a line of a column, a table's cell, a bullet.

use std::collections::HashMap;

use super::direction;
use super::runs::{GAP, Run};

/// A stretch of a line.
#[derive(Debug, Clone)]
pub(crate) struct Segment {
    pub(crate) text: String,
    pub(crate) x: f64,
    pub(crate) end: f64,
    /// The line that most of it stands on.
    pub(crate) y: f64,
    pub(crate) size: f64,
    pub(crate) bold: bool,
    pub(crate) running: bool,
}

impl Segment {
    pub(super) fn top(&self) -> f64 {
        top(self.y, self.size)
    }

    pub(super) fn bottom(&self) -> f64 {
        bottom(self.y, self.size)
    }

    /// Whether it stands in one line with another.
    pub(super) fn is_level(&self, other: &Self) -> bool {
        is_level((self.y, self.size), (other.y, other.size))
    }
}

fn top(y: f64, size: f64) -> f64 {
    y - size * 0.75
}

fn bottom(y: f64, size: f64) -> f64 {
    y + size * 0.2
}

/// Whether two lines and the sizes of what stands on them make one line: a raised number stands in its word's.
fn is_level(one: (f64, f64), other: (f64, f64)) -> bool {
    let shared =
        bottom(one.0, one.1).min(bottom(other.0, other.1)) - top(one.0, one.1).max(top(other.0, other.1));
    shared > one.1.min(other.1) * 0.95 * 0.5
}

/// The runs of a segment that grows.
struct Growing {
    runs: Vec<usize>,
    y: f64,
    size: f64,
    end: f64,
}

/// A gap as wide as this, in sizes, parts two segments; a drawn space bridges a wider one.
pub(crate) const WIDE: f64 = 0.7;
const WIDE_SPACED: f64 = 1.6;

/// How many segments are looked through for the one that a run goes on with.
const LOOKED_THROUGH: usize = 48;

/// The segments that runs make.
pub(super) fn of(mut runs: Vec<Run>) -> Vec<Segment> {
    runs.sort_by(|one, other| one.x.total_cmp(&other.x).then(one.place.cmp(&other.place)));
    let mut segments: Vec<Growing> = Vec::new();
    let mut bands: HashMap<i64, Vec<usize>> = HashMap::new();
    for (number, run) in runs.iter().enumerate() {
        let near = band(top(run.y, run.size))..=band(bottom(run.y, run.size)).min(band(run.y) + 40);
        let mut best: Option<(f64, usize)> = None;
        for key in near {
            let Some(within) = bands.get_mut(&key) else { continue };
            // Runs come from left to right: what ended far to the left is done.
            within.retain(|at| segments[*at].end + segments[*at].size * WIDE_SPACED * 2.0 > run.x);
            for at in within.iter().rev().take(LOOKED_THROUGH) {
                if let Some(far) = distance(&runs, &segments[*at], run)
                    && best.is_none_or(|(nearest, _)| far < nearest)
                {
                    best = Some((far, *at));
                }
            }
        }
        if let Some((_, at)) = best {
            let segment = &mut segments[at];
            segment.runs.push(number);
            segment.end = segment.end.max(run.end);
            if run.size > segment.size {
                (segment.size, segment.y) = (run.size, run.y);
            }
        } else {
            for key in band(top(run.y, run.size))..=band(bottom(run.y, run.size)).min(band(run.y) + 40) {
                bands.entry(key).or_default().push(segments.len());
            }
            segments.push(Growing { runs: vec![number], y: run.y, size: run.size, end: run.end });
        }
    }
    segments.iter().map(|segment| finish(&runs, segment)).filter(|segment| !segment.text.is_empty()).collect()
}

fn band(y: f64) -> i64 {
    (y / 8.0).floor() as i64
}

/// How far a run is from going on with a segment, or `None` if it does not.
fn distance(runs: &[Run], segment: &Growing, run: &Run) -> Option<f64> {
    let last = &runs[*segment.runs.last()?];
    let size = segment.size.max(run.size);
    let gap = (run.x - segment.end) / size;
    let next = run.place == last.place + 1;
    let spaced = last.spaced.1 || run.spaced.0;
    let wide = if spaced && next { WIDE_SPACED } else { WIDE };
    if !is_level((segment.y, segment.size), (run.y, run.size)) || gap > wide || gap < -0.35 {
        return None;
    }
    // Text over text keeps to its own line.
    let off = (run.y - last.y).abs() / size;
    Some(if next { 0.0 } else { 1.0 } + off * 4.0 + gap.abs())
}

fn finish(runs: &[Run], segment: &Growing) -> Segment {
    let part = |place: &usize| &runs[*place];
    let wide = word_gap(segment.runs.iter().map(part));
    let mut text = String::new();
    let mut before: Option<&Run> = None;
    let (mut bold, mut running, mut letters) = (0, 0, 0);
    for run in segment.runs.iter().map(part) {
        if before.is_some_and(|before| parted(before, run, wide)) {
            text.push(' ');
        }
        for glyph in &run.glyphs {
            text.push_str(&glyph.text);
            letters += 1;
            bold += usize::from(glyph.bold);
            running += usize::from(glyph.running);
        }
        before = Some(run);
    }
    let x = segment.runs.first().map_or(0.0, |place| runs[*place].x);
    let (y, size) = (segment.y, segment.size);
    let text = direction::logical(text.trim());
    Segment { text, x, end: segment.end, y, size, bold: bold * 2 > letters, running: running * 2 > letters }
}

/// Whether two runs are words of their own, where gaps of that many sizes part words.
fn parted(before: &Run, run: &Run, wide: f64) -> bool {
    let gap = (run.x - before.end) / before.size.max(run.size);
    let spaced = before.spaced.1 || run.spaced.0;
    gap > wide || (spaced && gap > -0.2)
}

/// How wide gaps between words are: wider than those between letters, where these are set apart.
fn word_gap<'r>(runs: impl Iterator<Item = &'r Run> + Clone) -> f64 {
    /// Fewer letters than this do not show how they are set.
    const FEW: usize = 4;
    const SPREAD: f64 = 0.3;
    let singles = runs.clone().filter(|run| run.glyphs.len() == 1).count();
    let mut gaps: Vec<f64> = runs
        .clone()
        .zip(runs.clone().skip(1))
        .filter(|(before, run)| !(before.spaced.1 || run.spaced.0))
        .map(|(before, run)| (run.x - before.end) / before.size.max(run.size))
        .collect();
    if singles < FEW || singles * 10 < runs.count() * 7 || gaps.len() < FEW - 1 {
        return GAP;
    }
    gaps.sort_by(f64::total_cmp);
    match gaps[gaps.len() / 2] {
        // Letters that far apart are numbers in boxes, or words of one letter.
        apart if apart > SPREAD => GAP,
        apart => (apart * 1.6).max(GAP),
    }
}
