//! Letters that stand close together: words, or parts of them.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::super::content::glyphs::{Glyph, Turn};

/// Letters in a row, drawn one after the other without a gap.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) x: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    /// Whether a space was drawn before it, and behind it.
    pub(super) spaced: (bool, bool),
    /// Which of the page's runs it is, in the order of drawing.
    pub(super) place: usize,
}

/// A wider gap than this share of the size lies between words. Kerning is less, the narrowest word space more.
pub(super) const GAP: f64 = 0.1;

/// Going further back than this is no kerning.
const BACK: f64 = 0.3;

/// The runs of a page, by the way their lines go.
pub(super) fn of(glyphs: Vec<Glyph>) -> BTreeMap<Turn, Vec<Run>> {
    let mut runs: BTreeMap<Turn, Vec<Run>> = BTreeMap::new();
    let mut twice = Twice::default();
    let mut place = 0;
    // The last run and the last space, in the order of drawing.
    let mut open: Option<Run> = None;
    let mut space: Option<Glyph> = None;
    let mut close = |run: Option<Run>| {
        if let Some(run) = run {
            runs.entry(run.glyphs[0].at.turn).or_default().push(run);
        }
    };
    for glyph in glyphs {
        if glyph.is_space() {
            if let Some(run) = &mut open {
                run.spaced.1 |= follows(run, &glyph);
            }
            close(open.take());
            space = Some(glyph);
            continue;
        }
        if twice.drawn(&glyph) {
            continue;
        }
        let goes_on = open.as_ref().is_some_and(|run| goes_on(run, &glyph));
        match &mut open {
            Some(run) if goes_on => {
                run.end = run.end.max(glyph.end());
                run.glyphs.push(glyph);
            }
            _ => {
                close(open.take());
                let before = space.as_ref().is_some_and(|space| {
                    let near = (glyph.at.x - space.end()).abs() < glyph.at.size * 0.5;
                    near && space.at.turn == glyph.at.turn && level(space.at.y, &glyph)
                });
                open = Some(Run {
                    x: glyph.at.x,
                    end: glyph.end(),
                    y: glyph.at.y,
                    size: glyph.at.size,
                    spaced: (before, false),
                    place,
                    glyphs: vec![glyph],
                });
                place += 1;
            }
        }
        space = None;
    }
    close(open.take());
    runs
}

fn goes_on(run: &Run, glyph: &Glyph) -> bool {
    let gap = (glyph.at.x - run.end) / run.size.min(glyph.at.size);
    let alike = (run.size / glyph.at.size - 1.0).abs() < 0.1;
    run.glyphs[0].at.turn == glyph.at.turn && level(run.y, glyph) && alike && gap < GAP && gap > -BACK
}

/// Whether a space stands right behind a run.
fn follows(run: &Run, space: &Glyph) -> bool {
    let gap = (space.at.x - run.end).abs();
    run.glyphs[0].at.turn == space.at.turn && level(run.y, space) && gap < run.size * 0.5
}

fn level(y: f64, glyph: &Glyph) -> bool {
    (y - glyph.at.y).abs() < glyph.at.size * 0.1
}

/// Letters that were drawn, to know those that are drawn again to look bolder or cast a shadow.
#[derive(Default)]
struct Twice(FxHashMap<(char, Turn, i64, i64), (f64, f64)>);

impl Twice {
    /// Whether the same letter was drawn in the same place.
    fn drawn(&mut self, glyph: &Glyph) -> bool {
        /// Points; letters that are looked for lie within one of these or in a neighbour.
        const CELL: f64 = 3.0;
        let Some(letter) = glyph.text.chars().next() else { return false };
        let (x, y) = (glyph.at.x, glyph.at.y);
        let cell = |value: f64| (value / CELL).floor() as i64;
        let (near, far) = ((glyph.at.size * 0.1).min(CELL), (glyph.at.size * 0.2).min(CELL));
        let rows = cell(y - far)..=cell(y + far);
        for row in rows {
            for column in cell(x - near)..=cell(x + near) {
                let known = self.0.get(&(letter, glyph.at.turn, column, row));
                if known.is_some_and(|known| (known.0 - x).abs() < near && (known.1 - y).abs() < far) {
                    return true;
                }
            }
        }
        self.0.insert((letter, glyph.at.turn, cell(x), cell(y)), (x, y));
        false
    }
}
