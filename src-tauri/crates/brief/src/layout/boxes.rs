//! Lines to take, defensive lines and press line: frames that hang over the text column, so that the text
//! inside stays on it.

use super::blocks::words;
use super::break_costs::{FORBIDDEN, KEPT, UNWANTED};
use super::builder::Builder;
use super::flow::Flow;
use super::galley::{Context, Frame, Piece, Strip};
use super::scale::Scale;
use super::set::Spans;
use super::sheet::{LINE, Sheet, body, label, soft};
use crate::document::{Content, Text};
use crate::page::{Artifact, Colour, ElementId, ElementKind, Rect, Rule, Structure, Tag};
use crate::text::baseline;
use crate::words::Phrase;
use std::ops::Range;

/// How far a frame hangs over the text column on both sides.
const OVERHANG: f32 = 12.0;
/// Space inside the frame above the head and below the text.
const ABOVE: f32 = 6.0;
const BELOW: f32 = 10.0;

impl Builder<'_> {
    pub(super) fn lines_to_take(&mut self, items: &[Text]) {
        self.boxed(Phrase::LinesToTake, Phrase::LinesToTakeFor, Frame::LinesToTake, |builder, section| {
            builder.bullets(items, section, builder.scale.text, builder.scale.measure - 0.2);
        });
    }

    pub(super) fn press_line(&mut self, items: &[Text]) {
        self.boxed(Phrase::PressLine, Phrase::PressLineFor, Frame::Press, |builder, section| {
            for item in items {
                let spans = builder.portioned(Spans::default().text(item, body()), body());
                builder.boxed_text(spans, section, 0.0, 8.0, 0.0);
            }
        });
    }

    pub(super) fn defensive_lines(&mut self, pairs: &[(Text, Text)]) {
        self.boxed(Phrase::DefensiveLines, Phrase::DefensiveLinesFor, Frame::Thin, |builder, section| {
            for (question, answer) in pairs {
                let question = builder.portioned(Spans::default().text(question, label(11.5)), label(11.5));
                builder.boxed_text(question, section, 0.0, 0.0, 0.0);
                builder.keep_with_next(&[FORBIDDEN]);
                let answer = builder.portioned(Spans::default().text(answer, body()), body());
                builder.boxed_text(answer, section, 0.0, 8.0, 0.0);
            }
        });
    }

    fn boxed_text(&mut self, spans: Spans, section: ElementId, before: f32, after: f32, first: f32) {
        let element = self.structure.add(section, ElementKind::Paragraph);
        let set = self.plain_text(spans);
        let tags = self.tags(&set, element);
        self.flow(
            Flow::new(&set, tags, self.scale.text, self.scale.measure, LINE)
                .spaced(before, after)
                .breaking(first),
        );
    }

    fn boxed(
        &mut self,
        head: Phrase,
        aside: Phrase,
        frame: Frame,
        inside: impl FnOnce(&mut Self, ElementId),
    ) {
        let (head, aside) = (self.words.get(head), self.words.get(aside));
        let headed = matches!(self.above, Some(Content::Heading { .. }));
        // A heading that says the same says it better.
        let said = matches!(self.above, Some(Content::Heading { text, .. }) if words(text) == head);
        let section = self.structure.add(Structure::ROOT, ElementKind::Section);
        let element = self.structure.add(section, ElementKind::Paragraph);
        let tag = Tag::Element(element);
        let first = self.box_head(if said { "" } else { head }, aside, tag);
        let continued = self.words.with(Phrase::Continued, &[("title", &head)]);
        let opening = self.box_head(&continued, aside, Tag::Artifact(Artifact::Layout));
        let context = Context {
            opening,
            opening_height: ABOVE + self.line() + 4.0,
            closing_height: 6.0,
            frame,
            ..Context::default()
        };
        let start = self.count();
        let before = if headed { 8.0 } else { self.spacing(12.0, 8.0) };
        let after = self.spacing(12.0, 8.0);
        self.within(context, |builder| {
            builder.push(Piece::new(first, ABOVE + builder.line()).spaced(before, 4.0).on_grid());
            builder.keep_with_next(&[FORBIDDEN, KEPT]);
            inside(builder, section);
            if let Some(last) = builder.since(start).last_mut() {
                last.after = 0.0;
            }
            builder.push(Piece::new(Strip::default(), BELOW).breaking(FORBIDDEN).spaced(0.0, after));
            for piece in builder.since(start) {
                // The frame hangs over to where evidence notes would stand.
                piece.full_width = true;
            }
        });
        self.box_breaks(start);
        self.pad_next();
    }

    /// A box of up to a third of a page stays whole; a longer one breaks, but not gladly.
    fn box_breaks(&mut self, start: usize) {
        let third = Sheet::of(self.document).capacity(1) / 3.0;
        let pieces = self.since(start);
        let height: f32 = pieces.iter().map(|piece| piece.height + piece.after).sum();
        for piece in pieces.iter_mut().skip(1) {
            let cost = if height <= third { FORBIDDEN } else { UNWANTED };
            piece.break_before = piece.break_before.max(cost);
        }
    }

    /// A box's head with the space above it, and at the right whom it is for; in its place where there is no head.
    fn box_head(&mut self, head: &str, aside: &str, tag: Tag) -> Strip {
        let mut strip = Strip::default();
        let base = ABOVE + baseline(self.line());
        let head_set = self.plain_text(Spans::of(head, label(12.0)));
        let aside = self.plain_text(Spans::of(aside, soft(9.0)));
        let headless = head.is_empty();
        for line in head_set.lines(f32::MAX) {
            strip.line(line, self.scale.text, base, LINE, &[tag]);
        }
        for line in aside.lines(f32::MAX) {
            let left = if headless { self.scale.text } else { self.scale.text_end() - line.width };
            strip.line(line, left, base, LINE, &[tag]);
        }
        strip
    }
}

/// The lines around what stands between `extent`; open where the box comes from or goes on to another page.
pub(super) fn frame(frame: Frame, scale: Scale, extent: Range<f32>, continued: bool, goes_on: bool) -> Strip {
    let mut strip = Strip::default();
    let (top, bottom) = (extent.start, extent.end);
    let layout = Tag::Artifact(Artifact::Layout);
    let mut bar = |x: f32, y: f32, width: f32, height: f32, colour: Colour| {
        strip.rule(layout, Rule { area: Rect::new(x, y, width, height), colour });
    };
    let (thin, heavy) = (0.75, 2.5);
    let (inner, outer) = match frame {
        Frame::None => return strip,
        Frame::Bar(width) => {
            bar(0.0, top, width, bottom - top, Colour::ACCENT);
            return strip;
        }
        Frame::Plain => (0.0, scale.text_end()),
        _ => (scale.text - OVERHANG, scale.text_end() + OVERHANG),
    };
    let (edge, weight) = if frame == Frame::Press { (heavy, heavy) } else { (thin, thin) };
    if !continued {
        bar(inner, top, outer - inner, edge, Colour::INK);
    }
    if !goes_on {
        bar(inner, bottom - weight, outer - inner, weight, Colour::INK);
    }
    match frame {
        Frame::LinesToTake => bar(inner, top, 4.0, bottom - top, Colour::ACCENT),
        _ => bar(inner, top, thin, bottom - top, Colour::INK),
    }
    bar(outer - thin, top, thin, bottom - top, Colour::INK);
    strip
}
