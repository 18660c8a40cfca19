//! Plates: pages on their side, for tables too wide to stand upright.
//!
//! A plate follows the page that leads to it. The text that comes after it in the note goes on upon that page, so that no
//! page is left half empty for it; a line in its place says on which page it is. Where nothing comes after it but a new
//! page or the annexes, it stands where it is written, its headings on it; headings with nothing below them begin the page
//! behind it. Read aloud it always comes where it is written.

use super::break_costs::FORBIDDEN;
use super::builder::Builder;
use super::galley::{Piece, Strip};
use super::set::Spans;
use super::sheet::sans;
use super::table::lies_on_its_side;
use crate::document::Content;
use crate::page::{Colour, ElementKind, LinkTarget, Structure, Tag};
use crate::text::{Span, baseline};
use crate::words::Phrase;
use std::ops::Range;

/// Pieces that stand on pages of their own, behind the page of another.
#[derive(Debug, Clone)]
pub(super) struct Plate {
    /// The piece of the text that leads to it.
    pub(super) after: usize,
    /// Its pieces, among those of all plates.
    pub(super) pieces: Range<usize>,
}

/// A line that says on which page a plate is.
#[derive(Debug, Clone)]
pub(super) struct Pointer {
    piece: usize,
    label: String,
    place: String,
    tag: Tag,
}

impl Builder<'_> {
    /// The pieces that `inside` adds stand on a plate, which is called `label` and found at `place`.
    pub(super) fn on_its_side(&mut self, label: &str, place: &str, inside: impl FnOnce(&mut Self)) {
        let headings = if self.text_goes_on() {
            let places = std::mem::take(&mut self.places);
            self.point_to(label, place);
            self.places = places;
            Vec::new()
        } else {
            self.waiting_headings()
        };
        let after = self.count().saturating_sub(1);
        let start = self.plated.len();
        let (pad, force) = (std::mem::take(&mut self.pad), std::mem::take(&mut self.force));
        std::mem::swap(&mut self.pieces, &mut self.plated);
        self.pieces.extend(headings);
        self.landscape = true;
        inside(self);
        self.landscape = false;
        std::mem::swap(&mut self.pieces, &mut self.plated);
        self.keep.clear();
        (self.pad, self.force) = (pad, force || self.headings_alone_follow());
        self.plates.push(Plate { after, pieces: start..self.plated.len() });
    }

    /// Whether text follows that can stand on the page that leads to a plate.
    fn text_goes_on(&self) -> bool {
        self.below().any(|content| match content {
            Content::Heading { .. } => false,
            Content::PositionsTable(table) => !lies_on_its_side(table),
            Content::Square(square) => !self.square_lies_on_its_side(square),
            _ => true,
        })
    }

    fn headings_alone_follow(&self) -> bool {
        let mut below = self.below().peekable();
        below.peek().is_some() && below.all(|content| matches!(content, Content::Heading { .. }))
    }

    /// What comes after the block that is set, up to a new page.
    fn below(&self) -> impl Iterator<Item = &Content> {
        let below = self.document.blocks.get(self.at + 1..).unwrap_or_default();
        below.iter().map(|block| &block.content).take_while(|content| !matches!(content, Content::PageBreak))
    }

    /// Takes the headings away that wait for what they head.
    fn waiting_headings(&mut self) -> Vec<Piece> {
        // The first piece of the note stays: a plate is behind a page.
        if self.keep.front() == Some(&FORBIDDEN) && self.heading > 0 {
            self.pieces.split_off(self.heading)
        } else {
            self.keep.clear();
            Vec::new()
        }
    }

    fn point_to(&mut self, label: &str, place: &str) {
        let paragraph = self.structure.add(Structure::ROOT, ElementKind::Paragraph);
        let tag = Tag::Element(self.structure.add(paragraph, ElementKind::Link));
        let (label, place) = (label.to_owned(), place.to_owned());
        let pointer = Pointer { piece: self.count(), label, place, tag };
        let strip = self.pointer_line(&pointer);
        self.push(Piece::new(strip, self.line()).spaced(0.0, 8.0));
        self.keep.clear();
        self.pointers.push(pointer);
    }

    fn pointer_line(&mut self, pointer: &Pointer) -> Strip {
        let page = self.numbers.get(&pointer.place).copied().unwrap_or(1);
        let words = self.words.with(Phrase::TitleOnPage, &[("title", &pointer.label), ("page", &page)]);
        let link = Span::new(words.clone(), sans(10.5).colour(Colour::ACCENT));
        let link = link.linked(LinkTarget::Place(pointer.place.clone()), words);
        let set = self.plain_text(Spans::default().span(link));
        let leading = self.line();
        let mut strip = Strip::default();
        for line in set.lines(self.scale.measure).into_iter().take(1) {
            strip.line(line, self.scale.text, baseline(leading), leading, &[pointer.tag]);
        }
        strip
    }

    /// Draws the pages of plates anew, now that they are known better.
    pub(super) fn renumber_pointers(&mut self) {
        for pointer in std::mem::take(&mut self.pointers) {
            let strip = self.pointer_line(&pointer);
            self.redraw(pointer.piece, strip);
            self.pointers.push(pointer);
        }
    }
}
