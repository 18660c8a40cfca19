//! Total fit for ragged right: of all ways to break a paragraph, the one whose lines cost least together.
//!
//! After Knuth and Plass, "Breaking Paragraphs into Lines" (1981), with fixed word spaces: a line costs the
//! square of what it falls short, the last line is free but must not be a runt.

use super::breaks::Kind;
use super::glyphs::Shaper;
use super::measure::Measure;
use super::ruler::Ruler;

/// Each line costs this, so that an even edge is not bought with more lines.
const LINE: f64 = 60.0;
/// Added for a last line of fewer than [`RUNT`] letters and digits.
const RUNT_COST: f64 = 700.0;
const RUNT: usize = 8;
/// Added for a last line of one longer word: better two, if that costs the line before little.
const LONE_WORD: f64 = 90.0;
/// In a narrower column, such as a table's, a short last line does not look lost.
const RUNT_ROOM: f64 = 120.0;
/// A line wider than its measure: only where nothing can be broken.
const TOO_WIDE: f64 = 1e9;
/// Two hyphens running: only where nothing else fits.
const LADDER: f64 = 1e6;
/// Rounding of summed widths must not turn a line that fits into one that does not.
pub(super) const TOLERANCE: f64 = 0.002;

/// The best known way to end a line at a break.
#[derive(Debug, Clone, Copy)]
struct Best {
    cost: f64,
    /// Break and line number before it; none means the start of the text.
    before: Option<(usize, usize)>,
}

/// Before the first line there are no lines and no cost.
const START: [Option<Best>; 1] = [Some(Best { cost: 0.0, before: None })];

/// The breaks (indices in the ruler) that end the lines of the best paragraph.
pub(super) fn fit(ruler: &Ruler, shaper: &Shaper, measure: &Measure, rag: f32) -> Vec<usize> {
    let settled = measure.settled();
    let widest = (0..=settled).map(|line| measure.width(line)).fold(0.0, f32::max);
    let mut best: Vec<Vec<Option<Best>>> = Vec::with_capacity(ruler.breaks.len());
    for to in 0..ruler.breaks.len() {
        let mut row = vec![None; settled + 1];
        let mut from = to.checked_sub(1);
        loop {
            let width = ruler.width(shaper, from, to);
            // A line with no break inside has to be taken, however wide it is.
            let alone = from.map_or(to == 0, |from| from + 1 == to);
            if width > f64::from(widest) + TOLERANCE && !alone {
                break;
            }
            let known = from.map_or(&START[..], |from| &best[from]);
            for (line, known) in known.iter().enumerate() {
                let Some(known) = known else { continue };
                let room = f64::from(measure.width(line));
                let slack = (room, room - width);
                let cost = known.cost + line_cost(ruler, shaper, from, to, slack, f64::from(rag));
                let entry: &mut Option<Best> = &mut row[(line + 1).min(settled)];
                if entry.is_none_or(|known| cost < known.cost) {
                    *entry = Some(Best { cost, before: from.map(|from| (from, line)) });
                }
            }
            match from {
                // A line cannot reach back over a forced break.
                Some(index) if ruler.breaks[index].kind == Kind::Forced => break,
                Some(index) => from = index.checked_sub(1),
                None => break,
            }
        }
        best.push(row);
    }
    trace(&best)
}

/// Cost of the line between two breaks, which leaves the second of `(room, slack)` of the first.
fn line_cost(
    ruler: &Ruler,
    shaper: &Shaper,
    from: Option<usize>,
    to: usize,
    (room, slack): (f64, f64),
    rag: f64,
) -> f64 {
    let place = &ruler.breaks[to];
    let mut cost = LINE + f64::from(place.cost);
    if slack < -TOLERANCE {
        return cost + TOO_WIDE * (1.0 - slack);
    }
    if place.kind == Kind::Forced {
        let start = ruler.start(from);
        let goes_on = from.is_some_and(|from| ruler.breaks[from].kind != Kind::Forced);
        if goes_on && room >= RUNT_ROOM {
            let seen = &shaper.text[start..place.end];
            let letters = seen.chars().filter(|character| character.is_alphanumeric());
            if letters.take(RUNT).count() < RUNT {
                cost += RUNT_COST;
            } else if !seen.contains(char::is_whitespace) {
                cost += LONE_WORD;
            }
        }
        return cost;
    }
    let short = slack.max(0.0) / rag;
    cost += 100.0 * short * short;
    if short > 1.0 {
        cost += 300.0 * (short - 1.0);
    }
    let hyphenated = |index: usize| ruler.breaks[index].kind == Kind::Hyphenated;
    if hyphenated(to) && from.is_some_and(hyphenated) {
        cost += LADDER;
    }
    cost
}

fn trace(best: &[Vec<Option<Best>>]) -> Vec<usize> {
    let mut lines = Vec::new();
    let Some(mut at) = best.len().checked_sub(1) else { return lines };
    let cost = |line: &usize| best[at][*line].map_or(f64::INFINITY, |known| known.cost);
    let mut line = (0..best[at].len()).min_by(|a, b| cost(a).total_cmp(&cost(b))).unwrap_or_default();
    loop {
        lines.push(at);
        match best[at][line].and_then(|known| known.before) {
            Some((before, number)) => (at, line) = (before, number),
            None => break,
        }
    }
    lines.reverse();
    lines
}
