//! Footnotes: set where a line refers to them, put at the foot of that line's page, the last of them continued overleaf
//! where it must.

use super::builder::Builder;
use super::galley::{Footnote, Galley};
use super::set::{Set, Spans, footnote_place};
use super::sheet::{Sheet, accent, sans};
use super::strip::{Placing, Strip};
use crate::page::{Artifact, Colour, Destination, ElementKind, Page, Point, Rule, Structure, Tag};
use crate::text::{Line, baseline};
use std::collections::{BTreeMap, VecDeque};

/// Leading of a footnote, and where its words start behind its number.
const LEADING: f32 = 12.0;
const HANG: f32 = 13.0;
/// Between the text and the first footnote; the rule stands in it.
const GAP: f32 = 12.0;
const RULE: f32 = 60.0;

impl Builder<'_> {
    /// The footnotes that `line` refers to, set.
    pub(super) fn footnotes(&mut self, set: &Set, line: &Line) -> Vec<usize> {
        let shown = set.footnotes.iter().filter(|(span, _)| line.shows(*span));
        let numbers: Vec<u32> = shown.map(|(_, number)| *number).collect();
        numbers.into_iter().filter_map(|number| self.footnote(number)).collect()
    }

    /// None for one that is set already: a number is referred to once.
    pub(super) fn footnote(&mut self, number: u32) -> Option<usize> {
        let document = self.document;
        let place = footnote_place(number);
        if self.footnotes.iter().any(|known| known.place == place) {
            return None;
        }
        let text = document.footnotes.get(number as usize - 1)?;
        let note = self.structure.add(Structure::ROOT, ElementKind::Note);
        let mark = self.plain_text(Spans::of(number.to_string(), accent(9.0)));
        let mark_tags = self.tags(&mark, note);
        let set = self.body_text(Spans::default().text(text, sans(9.0)));
        let tags = self.tags(&set, note);
        let leading = self.scale.leading(LEADING) * set.pitch;
        self.foot_leading = self.foot_leading.max(leading);
        let mut lines = Vec::new();
        for (index, line) in set.lines(self.scale.measure - HANG).into_iter().enumerate() {
            let mut strip = Strip::default();
            if index == 0 {
                for mark in mark.lines(f32::MAX) {
                    strip.line(mark, self.scale.text, baseline(leading), leading, &mark_tags);
                }
            }
            strip.line(line, self.scale.text + HANG, baseline(leading), leading, &tags);
            lines.push(strip);
        }
        self.footnotes.push(Footnote { place, lines });
        Some(self.footnotes.len() - 1)
    }
}

/// Height of so many lines of footnotes.
pub(super) fn height(galley: &Galley, lines: usize) -> f32 {
    if lines == 0 { 0.0 } else { GAP + galley.foot_leading * lines as f32 }
}

/// How many lines of footnotes fit into `room`.
pub(super) fn fitting(galley: &Galley, room: f32) -> usize {
    ((room - GAP + 0.01) / (galley.foot_leading)).floor().max(0.0) as usize
}

/// The lines of footnotes that a page wants at its foot.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    /// All of them, those that came over from the page before among them.
    pub(super) lines: usize,
    /// Those of the last footnote; the only one that may go on overleaf.
    pub(super) last: usize,
}

impl Wanted {
    /// What came over from the page before.
    pub(super) fn brought(lines: usize) -> Self {
        Self { lines, last: lines }
    }

    /// Adds the footnotes that piece `index` refers to.
    pub(super) fn refer(&mut self, galley: &Galley, index: usize) {
        for &footnote in &galley.pieces[index].footnotes {
            self.last = galley.footnotes[footnote].lines.len();
            self.lines += self.last;
        }
    }

    /// How many lines are left for the next page when there is `room`; none if that would not do: every footnote
    /// starts on the page of its number, with two lines at least.
    pub(super) fn carried(self, galley: &Galley, room: f32) -> Option<usize> {
        let over = self.lines.saturating_sub(fitting(galley, room));
        (over == 0 || (over + 2 <= self.last && over >= 2)).then_some(over)
    }
}

/// The lines still to be put at the foot of a page.
#[derive(Default)]
pub(super) struct Feet(VecDeque<(usize, usize)>);

impl Feet {
    /// Adds the footnotes that piece `index` refers to.
    pub(super) fn refer(&mut self, galley: &Galley, index: usize) {
        for &footnote in &galley.pieces[index].footnotes {
            self.0.extend((0..galley.footnotes[footnote].lines.len()).map(|line| (footnote, line)));
        }
    }

    /// Adds what is left of other lines.
    pub(super) fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts as many lines as there is `room` for at the foot of the page; where new ones start is a place to go to.
    pub(super) fn draw(
        &mut self,
        galley: &Galley,
        sheet: &Sheet,
        room: f32,
        page: &mut Page,
        places: &mut BTreeMap<String, Destination>,
    ) {
        let count = fitting(galley, room).min(self.0.len());
        if count == 0 {
            return;
        }
        let leading = galley.foot_leading;
        let mut y = sheet.bottom - leading * count as f32;
        let rule = Rule::horizontal(sheet.scale.text, sheet.scale.text + RULE, 0.0, 0.4, Colour::INK);
        let mut strip = Strip::default();
        strip.rule(Tag::Artifact(Artifact::Layout), rule);
        strip.onto(page, sheet.placing(y - 4.0));
        for (footnote, line) in self.0.drain(..count) {
            let footnote = &galley.footnotes[footnote];
            let at: Placing = sheet.placing(y);
            footnote.lines[line].onto(page, at);
            if line == 0 {
                let destination = Destination { page: page.number - 1, at: Point::new(sheet.left, y) };
                places.insert(footnote.place.clone(), destination);
            }
            y += leading;
        }
    }
}
