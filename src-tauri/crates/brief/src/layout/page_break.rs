//! Page breaks for the whole note at once: the cheapest of all ways to cut the galley.

use super::break_costs::{ANNEX, BODY, CARRIED, EMPTY, OVERFULL, PAGE, PARTED, SHORT_LAST, TAIL};
use super::footnotes::{self, Wanted};
use super::galley::Galley;
use super::sheet::{GRID, LINE, Sheet};
use std::ops::Range;

/// The pieces of each page, plates behind the pages that lead to them.
pub(super) fn pages(galley: &Galley, sheet: &Sheet) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    for page in broken(galley, sheet, 0..galley.text) {
        let plates = galley.plates_behind(&page);
        pages.push(page);
        if let Some(plates) = plates {
            pages.extend(broken(galley, &sheet.turned(), plates));
        }
    }
    pages
}

/// The best known way to end a page.
#[derive(Clone, Copy)]
struct Best {
    cost: f32,
    /// The piece that the page starts with.
    start: usize,
    /// How many lines of footnotes are left for the next page.
    left: usize,
}

/// One backward chain of best costs (Knuth and Plass, 1981, on pages instead of lines).
fn broken(galley: &Galley, sheet: &Sheet, range: Range<usize>) -> Vec<Range<usize>> {
    // For each end of a page, from the start of the range.
    let mut best: Vec<Option<Best>> = vec![None; range.len() + 1];
    best[0] = Some(Best { cost: 0.0, start: range.start, left: 0 });
    for start in range.clone() {
        let Some(Best { cost, left: brought, .. }) = best[start - range.start] else { continue };
        let capacity = sheet.capacity(start.min(1));
        let mut feet = Wanted::brought(brought);
        let mut stack = Stack::starting(galley, start);
        let mut tail = 0.0;
        for end in start + 1..=range.end {
            if start < galley.body && end - 1 == galley.body && stack.height / capacity * 42.0 < 6.0 {
                tail = TAIL;
            }
            stack.add(galley, end - 1);
            let closing = galley.cut(end).map_or(0.0, |context| context.closing_height);
            feet.refer(galley, end - 1);
            let room = capacity - stack.height - closing;
            let left = feet.carried(galley, room);
            let overfull = room < -0.01 || left.is_none();
            // Behind the last of its plates a footnote cannot go on.
            let stranded = galley.landscape(start) && end == range.end && left.is_some_and(|left| left > 0);
            if overfull && end > start + 1 {
                if room < -0.01 {
                    break;
                }
                continue;
            }
            let left = left.unwrap_or_else(|| feet.lines.saturating_sub(footnotes::fitting(galley, room)));
            let used = capacity - room + footnotes::height(galley, feet.lines - left);
            let close = Close::of(galley, start..end, range.end);
            let total = cost
                + close.cost(used / capacity)
                + CARRIED * left as f32
                + tail
                + if overfull || stranded { OVERFULL } else { 0.0 };
            let known = &mut best[end - range.start];
            if known.is_none_or(|known| total < known.cost) {
                *known = Some(Best { cost: total, start, left });
            }
            if matches!(close, Close::Forced) {
                break;
            }
        }
    }
    let mut pages = Vec::new();
    let mut end = range.end;
    while end > range.start {
        let start = best[end - range.start].map_or(range.start, |best| best.start);
        pages.push(start..end);
        end = start;
    }
    pages.reverse();
    pages
}

/// How a page ends.
enum Close {
    /// With the last piece.
    Last,
    /// Where it must.
    Forced,
    /// Behind the body; how little of the page is filled counts less there.
    Body(f32),
    /// In the midst of it, at this cost.
    Within(f32),
}

impl Close {
    fn of(galley: &Galley, page: Range<usize>, last: usize) -> Self {
        let end = page.end;
        let Some(next) = galley.pieces.get(end).filter(|_| end < last) else { return Self::Last };
        let leads = galley.plates_behind(&page).is_some();
        // The annexes do not come before a plate of the body.
        if next.forced || (leads && end == galley.body) {
            return Self::Forced;
        }
        let block = next.block.filter(|block| galley.pieces[end - 1].block == Some(*block));
        let parted = if leads && block.is_some() { PARTED } else { 0.0 };
        if end == galley.body {
            Self::Body(next.break_before)
        } else {
            Self::Within(next.break_before + parted)
        }
    }

    fn cost(&self, filled: f32) -> f32 {
        let empty = (1.0 - filled).max(0.0);
        match self {
            Self::Last if filled * 42.0 < 6.0 => PAGE + SHORT_LAST,
            Self::Last | Self::Forced => PAGE,
            Self::Body(cost) => {
                let room = if empty * 42.0 < 8.0 { 0.0 } else { ANNEX };
                PAGE + BODY * empty * empty + room + cost
            }
            Self::Within(cost) => PAGE + EMPTY * empty * empty + cost,
        }
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
