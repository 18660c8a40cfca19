//! Lines of text to pieces of the galley: each line is one, so that pages may break between them.

use super::break_costs::{FORBIDDEN, KEPT, LINES};
use super::builder::Builder;
use super::galley::{Piece, Strip};
use super::set::Set;
use crate::page::{ElementId, Tag};
use crate::text::baseline;

/// A text and how it flows.
pub(super) struct Flow<'s> {
    pub(super) set: &'s Set,
    pub(super) tags: Vec<Tag>,
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) leading: f32,
    pub(super) before: f32,
    pub(super) after: f32,
    /// What a break above its first line costs.
    pub(super) first: f32,
    /// What a break between its lines costs, two from its ends; nearer than that there is none.
    pub(super) split: f32,
    /// A number or dash on its first line.
    pub(super) hang: Option<Hang<'s>>,
    /// The paragraph that gets evidence notes beside its citing lines.
    pub(super) notes: Option<ElementId>,
}

/// A number or dash that shares the first line's baseline.
pub(super) struct Hang<'s> {
    pub(super) set: &'s Set,
    pub(super) tags: Vec<Tag>,
    pub(super) left: f32,
}

impl<'s> Flow<'s> {
    pub(super) fn new(set: &'s Set, tags: Vec<Tag>, left: f32, width: f32, leading: f32) -> Self {
        Self {
            set,
            tags,
            left,
            width,
            leading,
            before: 0.0,
            after: 0.0,
            first: 0.0,
            split: LINES,
            hang: None,
            notes: None,
        }
    }

    pub(super) fn spaced(mut self, before: f32, after: f32) -> Self {
        (self.before, self.after) = (before, after);
        self
    }

    pub(super) fn hanging(mut self, set: &'s Set, tags: Vec<Tag>, left: f32) -> Self {
        self.hang = Some(Hang { set, tags, left });
        self
    }

    pub(super) fn whole(mut self) -> Self {
        self.split = FORBIDDEN;
        self
    }

    pub(super) fn breaking(mut self, first: f32) -> Self {
        self.first = first;
        self
    }

    pub(super) fn noted(mut self, paragraph: ElementId) -> Self {
        self.notes = Some(paragraph);
        self
    }
}

impl Builder<'_> {
    /// Adds the text line by line.
    #[expect(clippy::needless_pass_by_value, reason = "a flow is made for one call")]
    pub(super) fn flow(&mut self, flow: Flow<'_>) {
        let leading = self.scale.leading(flow.leading) * flow.set.pitch;
        let lines = flow.set.lines(flow.width);
        let last = lines.len().saturating_sub(1);
        let mut behind_hyphen = false;
        for (index, line) in lines.into_iter().enumerate() {
            let footnotes = self.footnotes(flow.set, &line);
            let mut strip = Strip::default();
            if let Some(hang) = flow.hang.as_ref().filter(|_| index == 0) {
                for label in hang.set.lines(f32::MAX) {
                    strip.line(label, hang.left, baseline(leading), leading, &hang.tags);
                }
            }
            let hyphenated = line.hyphenated;
            let notes = flow.notes.map(|paragraph| self.notes(flow.set, &line, paragraph));
            strip.line(line, flow.left, baseline(leading), leading, &flow.tags);
            let cost = match index {
                0 => flow.first,
                1 => FORBIDDEN,
                _ if index == last => FORBIDDEN,
                _ if behind_hyphen => flow.split.max(KEPT),
                _ => flow.split,
            };
            behind_hyphen = hyphenated;
            let before = if index == 0 { flow.before } else { 0.0 };
            let after = if index == last { flow.after } else { 0.0 };
            let mut piece = Piece::new(strip, leading).spaced(before, after).breaking(cost);
            piece.notes = notes.unwrap_or_default();
            piece.footnotes = footnotes;
            self.push(piece);
        }
    }
}
