//! The galley: the whole note as one column of pieces, each of which stays in one piece.

use crate::page::{
    ElementId, Item, LinkArea, Mark, OutlineEntry, Page, Point, Rect, Segment, Size, Structure, Tag,
};
use crate::text::Line;
use standpoint_core::ids::BlockId;

/// Marks and link areas drawn relative to a piece: x from the left edge of the block, y from the piece's top.
#[derive(Debug, Clone)]
pub(super) struct Strip(Page);

impl Default for Strip {
    fn default() -> Self {
        Self(Page::new(Size { width: 0.0, height: 0.0 }, 0))
    }
}

impl Strip {
    pub(super) fn draw(&mut self, tag: Tag, mark: impl Into<Mark>) {
        self.0.draw(tag, mark);
    }

    /// Draws a line of text; `tags` go by span.
    pub(super) fn line(&mut self, line: &Line, left: f32, baseline: f32, leading: f32, tags: &[Tag]) {
        line.place(&mut self.0, left, baseline, leading, |span| tags[span]);
    }

    /// Draws all of it onto `page`, moved by `by`, and keeps it.
    pub(super) fn onto(&self, page: &mut Page, by: Point) {
        self.clone().draw_onto(page, by);
    }

    /// Draws all of it onto `page`, moved by `by`.
    pub(super) fn draw_onto(self, page: &mut Page, by: Point) {
        page.items.extend(self.0.items.into_iter().map(|item| Item { mark: moved(item.mark, by), ..item }));
        let links = self.0.links.into_iter();
        page.links.extend(links.map(|link| LinkArea { area: shifted(link.area, by), ..link }));
    }

    /// Adds what is in `other`, `down` lower.
    pub(super) fn append(&mut self, other: &Self, down: f32) {
        other.onto(&mut self.0, Point::new(0.0, down));
    }

    /// What stands between `top` and `bottom`, as a strip of its own.
    pub(super) fn slice(&self, top: f32, bottom: f32) -> Self {
        let inside = |y: f32| (top..bottom).contains(&y);
        let mut slice = Self::default();
        for item in &self.0.items {
            let y = match &item.mark {
                Mark::Glyphs(run) => run.origin.y,
                Mark::Rule(rule) => rule.area.y,
                Mark::Path(path) => path.segments.first().map_or(top, |segment| match segment {
                    Segment::Move(p) | Segment::Line(p) | Segment::Curve(_, _, p) => p.y,
                    Segment::Close => top,
                }),
            };
            if inside(y) {
                slice.0.draw(item.tag, moved(item.mark.clone(), Point::new(0.0, -top)));
            }
        }
        for link in self.0.links.iter().filter(|link| inside(link.area.y)) {
            slice.0.links.push(LinkArea { area: shifted(link.area, Point::new(0.0, -top)), ..link.clone() });
        }
        slice
    }
}

fn moved(mark: Mark, by: Point) -> Mark {
    match mark {
        Mark::Glyphs(mut run) => {
            run.origin = Point::new(run.origin.x + by.x, run.origin.y + by.y);
            Mark::Glyphs(run)
        }
        Mark::Rule(mut rule) => {
            rule.area = shifted(rule.area, by);
            Mark::Rule(rule)
        }
        Mark::Path(path) => Mark::Path(path.placed(1.0, 0.0, by)),
    }
}

fn shifted(area: Rect, by: Point) -> Rect {
    Rect::new(area.x + by.x, area.y + by.y, area.width, area.height)
}

/// A strip of the galley that is never broken.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) strip: Strip,
    pub(super) height: f32,
    /// Space wanted above and below; between two pieces the larger counts, at the top of a page none.
    pub(super) before: f32,
    pub(super) after: f32,
    /// Starts on the grid, whatever stood above.
    pub(super) on_grid: bool,
    /// What a page break above it costs.
    pub(super) break_before: f32,
    /// A page break stands above it, whatever it costs.
    pub(super) forced: bool,
    /// The table or box it belongs to.
    pub(super) context: Option<usize>,
    /// The block it comes from.
    pub(super) block: Option<BlockId>,
    /// Names of places that are here.
    pub(super) places: Vec<String>,
    /// Evidence notes that want to stand beside it.
    pub(super) notes: Vec<Note>,
    /// Reaches into the evidence margin.
    pub(super) full_width: bool,
}

impl Piece {
    pub(super) fn new(strip: Strip, height: f32) -> Self {
        Self {
            strip,
            height,
            before: 0.0,
            after: 0.0,
            on_grid: false,
            break_before: 0.0,
            forced: false,
            context: None,
            block: None,
            places: Vec::new(),
            notes: Vec::new(),
            full_width: false,
        }
    }

    pub(super) fn spaced(mut self, before: f32, after: f32) -> Self {
        (self.before, self.after) = (before, after);
        self
    }

    pub(super) fn breaking(mut self, cost: f32) -> Self {
        self.break_before = cost;
        self
    }

    pub(super) fn on_grid(mut self) -> Self {
        self.on_grid = true;
        self
    }

    pub(super) fn full_width(mut self) -> Self {
        self.full_width = true;
        self
    }
}

/// An evidence note in the margin: who, when, how and how good.
#[derive(Debug, Clone)]
pub(super) struct Note {
    /// The paragraph it belongs to; it is read after it.
    pub(super) paragraph: ElementId,
    pub(super) lines: Vec<NoteLine>,
    pub(super) height: f32,
}

/// A line of a note: its left edge in the margin and its baseline from the note's top.
#[derive(Debug, Clone)]
pub(super) struct NoteLine {
    pub(super) line: Line,
    pub(super) left: f32,
    pub(super) baseline: f32,
}

/// What a page repeats where it starts or ends within a table or box.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    /// Drawn again at the top of each page that starts within it.
    pub(super) opening: Strip,
    pub(super) opening_height: f32,
    /// Drawn at the foot of each page that ends within it.
    pub(super) closing: Strip,
    pub(super) closing_height: f32,
    /// Drawn around its pieces on each page.
    pub(super) frame: Frame,
}

/// Lines around a box or beside a statement.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) enum Frame {
    #[default]
    None,
    /// A bar at the left edge of the block, this wide.
    Bar(f32),
    /// Thin all round, the left edge a bar in the accent colour.
    LinesToTake,
    /// Thin all round.
    Thin,
    /// Heavy above and below, thin at the sides.
    Press,
    /// Thin all round, across the text and number columns.
    Plain,
}

/// How generous the space around headings and boxes is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spacing {
    /// As the design has it.
    Usual,
    /// A little less, where that saves a page.
    Tight,
}

/// The whole note, ready to be broken into pages.
#[derive(Debug, Clone, Default)]
pub(super) struct Galley {
    pub(super) pieces: Vec<Piece>,
    pub(super) contexts: Vec<Context>,
    pub(super) structure: Structure,
    pub(super) outline: Vec<OutlineEntry>,
}

impl Galley {
    /// Space between piece `index` and the one before it, when they stand on one page.
    pub(super) fn space_above(&self, index: usize) -> f32 {
        self.pieces[index - 1].after.max(self.pieces[index].before)
    }

    /// The table or box that a page break above piece `index` would cut.
    pub(super) fn cut(&self, index: usize) -> Option<&Context> {
        let before = index.checked_sub(1).and_then(|before| self.pieces.get(before))?.context?;
        (self.pieces.get(index)?.context == Some(before)).then(|| &self.contexts[before])
    }
}
