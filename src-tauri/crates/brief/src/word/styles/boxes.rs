//! Styles of paragraphs in boxes, and the lines around them.

use super::paragraphs::{END, INDENT, Paragraph, style};
use super::{hex, id, name};
use crate::manuscript::Frame;
use crate::markup::Markup;
use crate::page::Colour;
use crate::word::numbering::BULLETS;

/// Paragraphs of one box share indents and borders, or Word would draw a box around each.
pub(super) fn boxes(frame: Frame) -> Vec<Paragraph> {
    let hanging = if frame == Frame::LinesToTake { 340 } else { 0 };
    let of = |role: &str, title: &str| Paragraph {
        left: INDENT + hanging,
        right: 113,
        hanging,
        frame: Some(frame),
        next: (role != "Head").then(|| format!("{}{role}", id(frame))),
        ..style(&format!("{}{role}", id(frame)), &format!("{}{title}", name(frame)))
    };
    let head = |size: u32| Paragraph {
        sans: true,
        size,
        keep: true,
        before: 160,
        after: 80,
        tab: Some(END - 113),
        ..of("Head", " Head")
    };
    match frame {
        Frame::BottomLine => vec![
            Paragraph { outline: Some(0), colour: Colour::ACCENT, based: "Heading1", bold: true, ..head(22) },
            Paragraph { size: 28, line: 400, ..of("Statement", " Statement") },
            of("", ""),
        ],
        Frame::Controls => vec![Paragraph { sans: true, size: 18, line: 240, after: 20, ..of("", "") }],
        Frame::LinesToTake => {
            vec![head(24), Paragraph { list: Some((BULLETS, 0)), after: 80, ..of("Item", " Item") }]
        }
        Frame::DefensiveLines => vec![
            head(24),
            Paragraph {
                sans: true,
                bold: true,
                size: 23,
                keep: true,
                after: 0,
                ..of("Question", " Question")
            },
            of("", ""),
        ],
        Frame::PressLine => vec![head(24), of("", "")],
        Frame::Recommendation => vec![Paragraph { colour: Colour::ACCENT, ..head(22) }, of("", "")],
    }
}

/// Frames as the pages draw them: a bar, a thin line with a bar, a thin line, heavy lines above and below.
pub(super) fn borders(xml: &mut Markup, frame: Frame) {
    let bar = ("32", Colour::ACCENT);
    let thin = ("6", Colour::INK);
    let heavy = ("20", Colour::INK);
    let (top, left, bottom, right) = match frame {
        Frame::BottomLine | Frame::Recommendation => (None, Some(bar), None, None),
        Frame::LinesToTake => (Some(thin), Some(bar), Some(thin), Some(thin)),
        Frame::DefensiveLines | Frame::Controls => (Some(thin), Some(thin), Some(thin), Some(thin)),
        Frame::PressLine => (Some(heavy), Some(thin), Some(heavy), Some(thin)),
    };
    xml.element("w:pBdr", &[], |xml| {
        for (side, line, space) in
            [("w:top", top, "6"), ("w:left", left, "8"), ("w:bottom", bottom, "6"), ("w:right", right, "5")]
        {
            if let Some((size, colour)) = line {
                let colour = hex(colour);
                xml.empty(
                    side,
                    &[("w:val", "single"), ("w:sz", size), ("w:space", space), ("w:color", &colour)],
                );
            }
        }
    });
}
