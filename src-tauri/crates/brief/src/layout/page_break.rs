//! Page breaks for the whole note at once: the cheapest of all ways to cut the galley.

use super::break_costs::{CARRIED, EMPTY, OVERFULL, PAGE, SHORT_LAST};
use super::footnotes::{self, Wanted};
use super::galley::Galley;
use super::sheet::{GRID, LINE, Sheet};
use std::ops::Range;

/// The pieces of each page. One backward chain of best costs (Knuth and Plass, 1981, on pages instead of lines).
pub(super) fn pages(galley: &Galley, sheet: &Sheet) -> Vec<Range<usize>> {
    let count = galley.pieces.len();
    // For each end of a page: its cheapest way, which is a cost, the piece that the page starts with, and how many lines of
    // footnotes are left for the next page.
    let mut best: Vec<Option<(f32, usize, usize)>> = vec![None; count + 1];
    best[0] = Some((0.0, 0, 0));
    let turned = sheet.turned();
    #[expect(clippy::needless_range_loop, reason = "`end` counts pieces; `best` is only one of its uses")]
    for start in 0..count {
        let Some((cost, _, brought)) = best[start] else { continue };
        let capacity = if galley.landscape(start) { &turned } else { sheet }.capacity(start.min(1));
        let mut feet = Wanted::brought(brought);
        let mut stack = Stack::starting(galley, start);
        for end in start + 1..=count {
            stack.add(galley, end - 1);
            let closing = galley.cut(end).map_or(0.0, |context| context.closing_height);
            feet.refer(galley, end - 1);
            let room = capacity - stack.height - closing;
            let left = feet.carried(galley, room);
            let overfull = room < -0.01 || left.is_none();
            if overfull && end > start + 1 {
                if room < -0.01 {
                    break;
                }
                continue;
            }
            let left = left.unwrap_or_else(|| feet.lines.saturating_sub(footnotes::fitting(galley, room)));
            let used = capacity - room + footnotes::height(galley, feet.lines - left);
            let total = cost
                + page_cost(galley, end, used / capacity)
                + CARRIED * left as f32
                + if overfull { OVERFULL } else { 0.0 };
            let known = &mut best[end];
            if known.is_none_or(|(known, ..)| total < known) {
                *known = Some((total, start, left));
            }
            if galley.pieces.get(end).is_some_and(|piece| piece.forced) {
                break;
            }
        }
    }
    let mut pages = Vec::new();
    let mut end = count;
    while end > 0 {
        let start = best[end].map_or(0, |(_, start, _)| start);
        pages.push(start..end);
        end = start;
    }
    pages.reverse();
    pages
}

fn page_cost(galley: &Galley, end: usize, filled: f32) -> f32 {
    let empty = (1.0 - filled).max(0.0);
    match galley.pieces.get(end) {
        None if filled * 42.0 < 6.0 => PAGE + SHORT_LAST,
        None => PAGE,
        Some(next) if next.forced => PAGE,
        Some(next) => PAGE + EMPTY * empty * empty + next.break_before,
    }
}

/// Pieces stacked from the top of a page; the one place that knows how high they come to stand.
pub(super) struct Stack {
    /// Where the last piece ends.
    pub(super) height: f32,
    start: usize,
}

impl Stack {
    /// An empty page that will start with piece `start`, behind what its table or box repeats.
    pub(super) fn starting(galley: &Galley, start: usize) -> Self {
        Self { height: galley.cut(start).map_or(0.0, |context| context.opening_height), start }
    }

    /// Adds piece `index`, the next one, and says where its top stands.
    pub(super) fn add(&mut self, galley: &Galley, index: usize) -> f32 {
        let piece = &galley.pieces[index];
        if index > self.start {
            self.height += galley.space_above(index);
        }
        if piece.on_grid {
            self.height = (self.height / GRID - 0.001).ceil().max(0.0) * GRID;
        }
        let top = self.height;
        self.height += piece.height;
        top
    }
}

/// Whether so little stands on the last page that saving it is worth a try.
pub(super) fn short(used: f32) -> bool {
    used < 6.0 * LINE
}
