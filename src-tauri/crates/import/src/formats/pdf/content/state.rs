//! The part of the graphics state that says where letters go (ISO 32000-1, 9.3 and 9.4).

use std::rc::Rc;

use hayro_font::hayro_syntax::object::Number;
use hayro_font::kurbo::{Affine, Point};

use super::faces::Face;
use super::glyphs::Turn;

#[derive(Clone)]
pub(super) struct State<'a> {
    /// From the content's coordinates to the page's.
    pub(super) place: Affine,
    pub(super) face: Option<Rc<Face<'a>>>,
    pub(super) size: f64,
    pub(super) letter_space: f64,
    pub(super) word_space: f64,
    /// 1 for letters as wide as they were drawn.
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    text: Affine,
    line: Affine,
}

/// Where a letter stands: on the page turned so that its line goes from left to right, in points from the top left.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    pub(crate) turn: Turn,
    pub(crate) x: f64,
    /// Of the line it stands on.
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) size: f64,
}

impl State<'_> {
    pub(super) fn new(place: Affine) -> Self {
        Self {
            place,
            face: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            text: Affine::IDENTITY,
            line: Affine::IDENTITY,
        }
    }

    pub(super) fn set_text(&mut self, matrix: Affine) {
        (self.text, self.line) = (matrix, matrix);
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.set_text(self.line * Affine::translate((x, y)));
    }

    /// Goes back by thousandths of the size, as the numbers between strings say.
    pub(super) fn adjust(&mut self, thousandths: f64) {
        let back = thousandths / 1000.0 * self.size;
        self.go(if self.goes_down() { back } else { -back });
    }

    /// Where a letter stands that goes so far as a share of the size; then goes on behind it.
    pub(super) fn stand(&mut self, face: &Face<'_>, advance: f64, is_space: bool) -> Option<Standing> {
        let letter = self.place
            * self.text
            * Affine::new([self.size * self.stretch, 0.0, 0.0, self.size, 0.0, self.rise]);
        let standing = letter.is_finite().then(|| {
            let origin = letter * Point::ORIGIN;
            let (right, up) =
                (letter * Point::new(1.0, 0.0) - origin, letter * Point::new(0.0, 1.0) - origin);
            let along = if face.vertical { -up } else { right };
            // Letters that go back are those of a line that goes the other way.
            let along = if advance < 0.0 { -along } else { along };
            // The height across the line, whatever the letters' slant.
            let length = along.hypot();
            let across = if length > 0.0 { right.cross(up).abs() / length } else { up.hypot() };
            let turn = Turn::of(along);
            let (x, y) = turn.back(origin.x, origin.y);
            let size = across * face.height;
            // A line that goes down runs through the middle of its letters.
            let y = if face.vertical { y + size * 0.35 } else { y };
            Standing { turn, x, y, width: advance.abs() * length, size }
        });
        let space = self.letter_space + if is_space { self.word_space } else { 0.0 };
        self.go(advance * self.size + if face.vertical { -space } else { space });
        standing
    }

    fn goes_down(&self) -> bool {
        self.face.as_ref().is_some_and(|face| face.vertical)
    }

    fn go(&mut self, along: f64) {
        let (x, y) = if self.goes_down() { (0.0, -along) } else { (along * self.stretch, 0.0) };
        self.text *= Affine::translate((x, y));
    }
}

/// Six numbers as a matrix.
pub(super) fn matrix(numbers: [Number; 6]) -> Affine {
    Affine::new(numbers.map(|number| number.as_f64()))
}
