//! The annexes: evidence, yardsticks, names; and who gets the note and who cleared it.

mod evidence;
mod names;
pub(crate) mod yardsticks;

use super::break_costs::KEPT;
use super::builder::Builder;
use super::cells::{CellText, Slot};
use super::first_page::ATTENDING;
use super::flow::Flow;
use super::galley::{Piece, Strip};
use super::set::Spans;
use super::sheet::{BLOCK, LINE, label, sans, soft};
use crate::document::Inline;
use crate::page::{ElementKind, Structure};
use crate::words::Phrase;

/// Places.
const EVIDENCE: &str = "annex-evidence";
const YARDSTICKS: &str = "annex-yardsticks";
const NAMES: &str = "annex-names";
const DISTRIBUTION: &str = "distribution";
/// An annex starts a new page when fewer lines than this are left.
const LEAST: f32 = 8.0 * LINE;
/// Columns of distribution and clearance.
const LISTS: [(f32, f32); 2] = [(0.0, 210.0), (226.0, BLOCK - 226.0)];

impl Builder<'_> {
    pub(super) fn annexes(&mut self) {
        for (place, title) in self.annex_titles() {
            match place {
                EVIDENCE => self.annex(place, &title, Self::evidence),
                YARDSTICKS => self.annex(place, &title, Self::yardsticks),
                NAMES => self.annex(place, &title, Self::names),
                _ => self.annex(place, &title, Self::distribution),
            }
        }
    }

    /// What follows the body: places and titles.
    pub(super) fn annex_titles(&self) -> Vec<(&'static str, String)> {
        let document = self.document;
        let annexes = [
            (EVIDENCE, Phrase::Evidence, !document.evidence.sources.is_empty()),
            (YARDSTICKS, Phrase::Yardsticks, true),
            (NAMES, Phrase::Names, !document.names.is_empty()),
        ];
        let there = annexes.into_iter().filter(|(.., there)| *there);
        let named = |(index, (place, title, _)): (usize, (&'static str, Phrase, bool))| {
            let (letter, title) = (self.words.annex_letter(index), self.words.get(title));
            (place, self.words.with(Phrase::Annex, &[("letter", &letter), ("title", &title)]))
        };
        let mut titles: Vec<(&'static str, String)> = there.enumerate().map(named).collect();
        titles.push((DISTRIBUTION, self.words.get(Phrase::DistributionAndClearance).to_owned()));
        titles
    }

    fn annex(&mut self, place: &str, title: &str, inside: impl FnOnce(&mut Self)) {
        let start = self.count();
        self.mark(place);
        self.heading(1, &[Inline::words(title)], place);
        inside(self);
        let mut height = 0.0;
        for piece in self.since(start) {
            if height > 0.0 && height < LEAST {
                // Not forbidden: a first row as tall as a page has to part from the head above it, and then
                // between two entries rather than within one.
                piece.break_before = piece.break_before.max(KEPT);
            }
            height += piece.height + piece.after;
        }
    }

    /// Two lists side by side that stay together, and what the file carries.
    fn distribution(&mut self) {
        let document = self.document;
        if self.attending {
            let people = self.words.list(&document.people);
            let head = self.words.get(Phrase::AtTheMeeting);
            let spans = Spans::of(head, label(10.5)).then(format!(" {people}"), sans(10.5));
            let set = self.plain_text(spans);
            let element = self.structure.add(Structure::ROOT, ElementKind::Paragraph);
            let tags = self.tags(&set, element);
            self.mark(ATTENDING);
            self.flow(Flow::new(&set, tags, 0.0, BLOCK, LINE).spaced(0.0, 8.0));
        }
        let lists = [
            (Phrase::DistributionList, &document.distribution),
            (Phrase::ClearanceList, &document.clearance),
        ];
        let section = self.structure.add(Structure::ROOT, ElementKind::Division);
        let mut strip = Strip::default();
        let mut bottom: f32 = 0.0;
        let filled = lists.into_iter().filter(|(_, words)| !words.is_empty());
        for ((head, words), (left, width)) in filled.zip(LISTS) {
            let spans = Spans::of(self.words.get(head), label(10.5)).then(format!(" {words}"), sans(10.5));
            let cell: CellText = self.cell(spans, LINE);
            let slot = Slot { left, top: 0.0, width };
            self.draw_cell(&mut strip, &cell, slot, Some((section, ElementKind::Paragraph)));
            bottom = bottom.max(cell.height(width));
        }
        self.push(Piece::new(strip, bottom).full_width());
        if let Some(colophon) = &document.colophon {
            let set = self.plain_text(Spans::of(colophon, soft(9.0)));
            let element = self.structure.add(Structure::ROOT, ElementKind::Paragraph);
            let tags = self.tags(&set, element);
            self.flow(Flow::new(&set, tags, 0.0, BLOCK, 12.0).spaced(12.0, 0.0).whole());
        }
    }
}
