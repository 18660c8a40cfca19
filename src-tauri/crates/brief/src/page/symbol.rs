//! The stance symbols, one set for window and page: round is for, square is against, open is conditional,
//! neither shape is unclear or neutral. They stay apart in 1-bit black at 200 dpi.

use super::{Colour, Path, Point};

/// A stance as drawn. The word beside it carries the meaning; the symbol is an artifact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Symbol {
    /// A disc with a white plus.
    Supports,
    /// A ring with a plus.
    SupportsWithConditions,
    /// A diamond outline with a dot.
    Neutral,
    /// A square outline with a minus.
    OpposesWithConditions,
    /// A square with a white minus.
    Opposes,
    /// A question mark.
    Unclear,
    /// The same shapes without their signs, for how close two actors stand. A disc.
    Disc,
    /// A ring.
    Ring,
    /// A diamond outline.
    Diamond,
    /// A square outline.
    Frame,
    /// A square.
    Block,
}

/// Side of the square that the symbols are drawn in.
const SIDE: f32 = 8.0;

impl Symbol {
    /// Those of the stances, in the order of a legend.
    pub const STANCES: [Self; 6] = [
        Self::Supports,
        Self::SupportsWithConditions,
        Self::Neutral,
        Self::OpposesWithConditions,
        Self::Opposes,
        Self::Unclear,
    ];

    /// The paths that draw it in ink, `width` points wide, beside text on `baseline`, left edge at `x`.
    /// Beside 9.5 pt text the page design prints it 7.6 wide.
    #[must_use]
    pub fn beside_text(self, x: f32, baseline: f32, width: f32) -> Vec<Path> {
        // The design lowers a symbol so that it looks centred on lower-case letters.
        let below = 0.11 * width;
        self.paths(Point::new(x, baseline + below - width), width)
    }

    /// The paths that draw it in ink, `width` points wide, with its top left corner at `corner`.
    #[must_use]
    pub fn paths(self, corner: Point, width: f32) -> Vec<Path> {
        self.drawing().into_iter().map(|path| path.placed(width / SIDE, 0.0, corner)).collect()
    }

    fn drawing(self) -> Vec<Path> {
        let (ink, paper) = (Colour::INK, Colour::PAPER);
        let disc = || Path::new().circle(4.0, 4.0, 4.0).filled(ink);
        let ring = || Path::new().circle(4.0, 4.0, 4.0).circle(4.0, 4.0, 3.1).filled_even_odd(ink);
        let outline = || diamond(Path::new(), 4.0, 1.25).filled_even_odd(ink);
        let frame = || square(square(Path::new(), 0.4, 7.6), 1.3, 6.7).filled_even_odd(ink);
        let block = || square(Path::new(), 0.4, 7.6).filled(ink);
        match self {
            Self::Disc => vec![disc()],
            Self::Ring => vec![ring()],
            Self::Diamond => vec![outline()],
            Self::Frame => vec![frame()],
            Self::Block => vec![block()],
            Self::Supports => {
                vec![disc(), plus(1.8, 6.2).stroked(paper, 1.2)]
            }
            Self::SupportsWithConditions => vec![ring(), plus(2.1, 5.9).stroked(ink, 1.0)],
            Self::Neutral => vec![outline(), Path::new().circle(4.0, 4.0, 0.9).filled(ink)],
            Self::OpposesWithConditions => vec![frame(), minus(2.2, 5.8).stroked(ink, 1.1)],
            Self::Opposes => {
                vec![block(), minus(1.8, 6.2).stroked(paper, 1.3)]
            }
            Self::Unclear => vec![
                Path::new()
                    .move_to(1.75, 2.7)
                    .curve_to(Point::new(1.75, 0.05), Point::new(6.25, 0.05), Point::new(6.25, 2.5))
                    .curve_to(Point::new(6.25, 4.1), Point::new(4.0, 3.9), Point::new(4.0, 5.8))
                    .stroked(ink, 1.45),
                Path::new().circle(4.0, 7.35, 0.9).filled(ink),
            ],
        }
    }
}

fn plus(from: f32, to: f32) -> Path {
    Path::new().move_to(from, 4.0).line_to(to, 4.0).move_to(4.0, from).line_to(4.0, to)
}

fn minus(from: f32, to: f32) -> Path {
    Path::new().move_to(from, 4.0).line_to(to, 4.0)
}

fn square(path: Path, from: f32, to: f32) -> Path {
    path.polygon(&[(from, from), (to, from), (to, to), (from, to)])
}

/// A diamond about 4,4 with a hole whose corners stand `inset` further in.
fn diamond(path: Path, radius: f32, inset: f32) -> Path {
    let corners = |r: f32| [(4.0, 4.0 - r), (4.0 + r, 4.0), (4.0, 4.0 + r), (4.0 - r, 4.0)];
    path.polygon(&corners(radius)).polygon(&corners(radius - inset))
}
