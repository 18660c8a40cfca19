//! Letters with their places.

use std::rc::Rc;

use hayro_font::kurbo::Vec2;

use super::state::Standing;

/// What a code of a string drew: a letter as a rule, a few that are joined, or a space.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    pub(crate) text: Rc<str>,
    pub(crate) at: Standing,
    pub(crate) bold: bool,
    /// Whether the document marks it as repeated on each page.
    pub(crate) running: bool,
}

impl Glyph {
    pub(crate) fn is_space(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || c == '\u{200b}')
    }

    pub(crate) fn end(&self) -> f64 {
        self.at.x + self.at.width
    }
}

/// Which way a line goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Turn {
    /// From left to right.
    None,
    /// Down the page.
    Down,
    /// Upside down.
    Over,
    /// Up the page.
    Up,
}

impl Turn {
    /// The nearest to a direction on a page whose y goes down.
    pub(crate) fn of(along: Vec2) -> Self {
        match (along.x.abs() >= along.y.abs(), along.x >= 0.0, along.y >= 0.0) {
            (true, true, _) => Self::None,
            (true, false, _) => Self::Over,
            (false, _, true) => Self::Down,
            (false, _, false) => Self::Up,
        }
    }

    /// The place on the page of one after it was turned back.
    pub(crate) fn forth(self, x: f64, y: f64) -> (f64, f64) {
        match self {
            Self::None => (x, y),
            Self::Down => (-y, x),
            Self::Over => (-x, -y),
            Self::Up => (y, -x),
        }
    }

    /// A place on the page after it was turned back.
    pub(crate) fn back(self, x: f64, y: f64) -> (f64, f64) {
        match self {
            Self::None => (x, y),
            Self::Down => (y, -x),
            Self::Over => (-x, -y),
            Self::Up => (-y, x),
        }
    }
}
