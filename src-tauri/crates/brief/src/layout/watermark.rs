//! The word for a draft across each page, behind the text, until the note is cleared.

use crate::fonts::{Face, Fonts};
use crate::page::{Artifact, Colour, Page, Path, Point, Segment, Tag};
use crate::text::{Language, Measure, Paragraph, Setting, Span, Style};
use crate::words::{Phrase, Words};

/// Size of the letters and how far they are turned, clockwise.
const SIZE: f32 = 150.0;
const TURN: f32 = -52.0;
/// Weight of the outline that is seen.
const OUTLINE: f32 = 0.6;

/// Draws the outline of the word, white inside, so that no text on it loses contrast.
pub(super) fn draw(page: &mut Page, fonts: &Fonts, language: &Language) {
    let style = Style::new(Face::SansBold, SIZE);
    let setting = Setting::unhyphenated(language.clone());
    let word =
        Paragraph::new(fonts, &[Span::new(Words::of(language.tag()).get(Phrase::Draft), style)], &setting);
    let mut outline = Path::new();
    for line in word.lines(&Measure::even(f32::MAX)) {
        for run in line.runs {
            outline.segments.extend(run.glyphs.outlined(fonts).segments);
        }
    }
    let (low, high) = extent(&outline);
    // Turned about its own middle, and the middle put on the page's.
    let centred =
        outline.placed(1.0, 0.0, Point::new(-f32::midpoint(low.x, high.x), -f32::midpoint(low.y, high.y)));
    let middle = Point::new(page.size.width / 2.0, page.size.height / 2.0);
    let turned = centred.placed(1.0, TURN, middle);
    // Letters that are joined lie on one another: filled after all of them are drawn, only the edge of the word is seen.
    for path in [turned.clone().stroked(Colour::WATERMARK, 2.0 * OUTLINE), turned.filled(Colour::PAPER)] {
        page.draw(Tag::Artifact(Artifact::Watermark), path);
    }
}

fn extent(path: &Path) -> (Point, Point) {
    let mut low = Point::new(f32::MAX, f32::MAX);
    let mut high = Point::new(f32::MIN, f32::MIN);
    for segment in &path.segments {
        let (Segment::Move(p) | Segment::Line(p) | Segment::Curve(_, _, p)) = segment else { continue };
        low = Point::new(low.x.min(p.x), low.y.min(p.y));
        high = Point::new(high.x.max(p.x), high.y.max(p.y));
    }
    (low, high)
}
