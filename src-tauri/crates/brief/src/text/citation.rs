//! Citations such as `[1, 2]`: each number is a link of its own, and none is parted from its word.

use super::style::{Span, Style};
use crate::fonts::Face;
use crate::page::{Colour, LinkTarget};

/// One number of a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// What it says: `3`, or `T1`.
    pub label: String,
    /// The destination of its annex entry.
    pub destination: String,
    /// What a screen reader says about it, for example "Evidence 3".
    pub description: String,
}

/// Beyond this many numbers a citation may be broken after a comma; shorter ones never are.
const UNBROKEN: usize = 4;

/// Room added to a narrow space, in ems: PDF readers take gaps under 0.15 em for none and join the words.
const COPIED: f32 = 0.04;

/// The spans of a citation behind text in `body` style: a narrow no-break space, then `[1, 2]` in semibold
/// sans accent at 0.79 of the text size, but at least 8 pt. The brackets belong to the outer links.
/// Spans alternate: space, number, separator, number …; empty when there is nothing to cite.
#[must_use]
pub fn citation(cited: &[Cited], body: &Style) -> Vec<Span> {
    let small = (body.size * 0.79).max(8.0);
    let style = Style::new(Face::SansSemibold, small).colour(Colour::ACCENT);
    let mut spans = Vec::with_capacity(cited.len() * 2);
    for (index, entry) in cited.iter().enumerate() {
        let separator = match index {
            0 => Span::new("\u{202F}", body.tracked(COPIED)),
            _ if cited.len() > UNBROKEN => Span::new(", ", style),
            _ => Span::new(",\u{202F}", style.tracked(COPIED)).kept_together(),
        };
        let opening = if index == 0 { "[" } else { "" };
        let closing = if index + 1 == cited.len() { "]" } else { "" };
        spans.push(separator);
        spans.push(
            Span::new(format!("{opening}{}{closing}", entry.label), style)
                .linked(LinkTarget::Place(entry.destination.clone()), entry.description.clone())
                .kept_together(),
        );
    }
    spans
}
