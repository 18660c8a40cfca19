//! What is drawn of a piece before it has its place: lines and marks, told from the leading edge of the block.
//!
//! Everything is laid out as if it ran from left to right. A note that runs the other way is turned over when its
//! strips are put on the page: whole lines and frames change sides, the letters in a line and the symbols do not.

use crate::page::{Image, Mark, Page, Path, Point, Rect, Rule, Tag};
use crate::text::Line;
use std::sync::Arc;

/// Lines and marks relative to a piece: x from the leading edge of the block, y from the piece's top.
#[derive(Debug, Clone, Default)]
pub(super) struct Strip(Vec<Entry>);

#[derive(Debug, Clone)]
struct Entry {
    /// How far down it is moved.
    down: f32,
    drawn: Drawn,
}

#[derive(Debug, Clone)]
enum Drawn {
    Line(Arc<SetLine>),
    Rule(Tag, Rule),
    Path(Tag, Arc<Path>),
    /// Paths that keep their own left and right: the square they stand in is moved, what is in it is not turned.
    Upright(Tag, Arc<[Path]>, Rect),
    Image(Tag, Image),
}

#[derive(Debug)]
struct SetLine {
    line: Line,
    left: f32,
    baseline: f32,
    leading: f32,
    /// By span.
    tags: Vec<Tag>,
}

/// Where a strip is put: its leading top corner, and which way the page runs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placing {
    /// Left edge of the block, whichever way it runs.
    pub(super) left: f32,
    pub(super) top: f32,
    /// Width of the block where it runs from right to left.
    pub(super) mirrored: Option<f32>,
}

impl Placing {
    /// Left edge on the page of something `width` wide that stands `x` from the leading edge.
    pub(super) fn x(&self, x: f32, width: f32) -> f32 {
        self.left + self.mirrored.map_or(x, |block| block - x - width)
    }
}

impl Strip {
    /// Draws a line of text; `tags` go by span.
    pub(super) fn line(&mut self, line: Line, left: f32, baseline: f32, leading: f32, tags: &[Tag]) {
        let set = SetLine { line, left, baseline, leading, tags: tags.to_vec() };
        self.add(Drawn::Line(Arc::new(set)));
    }

    pub(super) fn rule(&mut self, tag: Tag, rule: Rule) {
        self.add(Drawn::Rule(tag, rule));
    }

    pub(super) fn path(&mut self, tag: Tag, path: Path) {
        self.add(Drawn::Path(tag, Arc::new(path)));
    }

    /// Draws what is not turned over: a symbol in its square.
    pub(super) fn upright(&mut self, tag: Tag, paths: Vec<Path>, square: Rect) {
        self.add(Drawn::Upright(tag, paths.into(), square));
    }

    pub(super) fn image(&mut self, tag: Tag, image: Image) {
        self.add(Drawn::Image(tag, image));
    }

    fn add(&mut self, drawn: Drawn) {
        self.0.push(Entry { down: 0.0, drawn });
    }

    /// Adds what is in `other`, `down` lower.
    pub(super) fn append(&mut self, other: &Self, down: f32) {
        self.0.extend(other.0.iter().map(|entry| Entry { down: entry.down + down, ..entry.clone() }));
    }

    /// Draws all of it onto `page`.
    pub(super) fn onto(&self, page: &mut Page, at: Placing) {
        for entry in &self.0 {
            let down = at.top + entry.down;
            match &entry.drawn {
                Drawn::Line(set) => {
                    let left = at.x(set.left, set.line.width);
                    set.line.place(page, left, set.baseline + down, set.leading, |span| set.tags[span]);
                }
                Drawn::Rule(tag, rule) => {
                    let area = Rect { x: at.x(rule.area.x, rule.area.width), ..rule.area };
                    page.draw(*tag, Rule { area: Rect { y: area.y + down, ..area }, ..*rule });
                }
                Drawn::Path(tag, path) => {
                    let path = Path::clone(path);
                    let path = at.mirrored.map_or_else(|| path.clone(), |block| path.clone().flipped(block));
                    page.draw(*tag, path.placed(1.0, 0.0, Point::new(at.left, down)));
                }
                Drawn::Upright(tag, paths, square) => {
                    let by = Point::new(at.x(square.x, square.width) - square.x, down);
                    for path in paths.iter() {
                        page.draw(*tag, path.clone().placed(1.0, 0.0, by));
                    }
                }
                Drawn::Image(tag, image) => {
                    let area = Rect { x: at.x(image.area.x, image.area.width), ..image.area };
                    let area = Rect { y: area.y + down, ..area };
                    page.draw(*tag, Mark::Image(Image { area, ..image.clone() }));
                }
            }
        }
    }

    /// What stands between `top` and `bottom`, as a strip of its own.
    pub(super) fn slice(&self, top: f32, bottom: f32) -> Self {
        let inside = |entry: &&Entry| {
            let y = match &entry.drawn {
                Drawn::Line(set) => set.baseline,
                Drawn::Rule(_, rule) => rule.area.y,
                Drawn::Path(_, path) => path.bounds().y,
                Drawn::Upright(_, _, square) => square.y,
                Drawn::Image(_, image) => image.area.y,
            };
            (top..bottom).contains(&(y + entry.down))
        };
        let entries = self.0.iter().filter(inside);
        Self(entries.map(|entry| Entry { down: entry.down - top, ..entry.clone() }).collect())
    }
}
