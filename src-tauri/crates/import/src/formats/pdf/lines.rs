//! The lines of a page: their words as the library orders them, with the look that its letters have.

use std::collections::HashMap;

use pdf_oxide::layout::{FontWeight, TextSpan};

/// A line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) text: String,
    /// How it looks, where that could be found out.
    pub(super) look: Option<Look>,
    /// Whether more room than usual is left before it.
    pub(super) apart: bool,
}

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    /// The size of its letters in points.
    pub(super) size: f32,
    pub(super) bold: bool,
    /// Whether the document itself marks it as repeated on each page.
    pub(super) running: bool,
}

/// More broken lines than this on one page are not looked through.
const BROKEN: usize = 200;

/// The lines of a page's text.
pub(super) fn of(text: &str, spans: &[TextSpan]) -> Vec<Line> {
    let printed = printed(spans);
    let looks: HashMap<&str, Look> =
        printed.iter().map(|(letters, look)| (letters.as_str(), *look)).collect();
    let mut lines = Vec::new();
    let mut apart = false;
    for line in text.lines() {
        if line.trim().is_empty() {
            apart = true;
            continue;
        }
        let letters = squeeze(line);
        let look = looks.get(letters.as_str()).copied();
        match if look.is_none() { parted(line, &letters, &printed) } else { None } {
            Some((first, second)) => {
                let look_of = |part: &str| looks.get(squeeze(part).as_str()).copied();
                lines.push(Line { look: look_of(&first), text: first, apart });
                lines.push(Line { look: look_of(&second), text: second, apart: false });
            }
            None => lines.push(Line { text: line.trim().to_owned(), look, apart }),
        }
        apart = false;
    }
    lines
}

/// The lines as they are printed, without their spaces, and how each looks.
fn printed(spans: &[TextSpan]) -> Vec<(String, Look)> {
    let mut printed: Vec<(String, Look)> = Vec::new();
    let mut before: Option<&TextSpan> = None;
    for span in spans.iter().filter(|span| !span.text.trim().is_empty()) {
        let look = Look {
            size: span.font_size,
            bold: matches!(span.font_weight, FontWeight::Bold | FontWeight::ExtraBold | FontWeight::Black),
            running: span.artifact_type.is_some(),
        };
        let goes_on = before.is_some_and(|before| {
            let level = (before.bbox.y - span.bbox.y).abs() < before.font_size.max(span.font_size) * 0.5;
            let gap = span.bbox.x - (before.bbox.x + before.bbox.width);
            level && gap < before.font_size * 1.5 && gap > -before.font_size
        });
        match printed.last_mut() {
            Some((letters, whole)) if goes_on => {
                let more = squeeze(&span.text);
                // The look of most of the line is the look of the line.
                if more.len() > letters.len() {
                    *whole = look;
                }
                letters.push_str(&more);
            }
            _ => printed.push((squeeze(&span.text), look)),
        }
        before = Some(span);
    }
    printed
}

/// Two printed lines that the library made one of, to close a word that was broken between them; whether the
/// hyphen belongs to the word is for us to say.
fn parted(line: &str, letters: &str, printed: &[(String, Look)]) -> Option<(String, String)> {
    let broken = printed.windows(2).filter(|pair| pair[0].0.ends_with('-')).take(BROKEN);
    for pair in broken {
        let [(first, _), (second, _)] = pair else { continue };
        let before = first.trim_end_matches('-');
        let Some(rest) = letters.strip_prefix(before).filter(|_| before.len() > 1) else { continue };
        let shared = rest.chars().zip(second.chars()).take_while(|(one, other)| one == other).count();
        if shared >= 2 {
            let at = position(line, before.chars().count())?;
            return Some((format!("{}-", line[..at].trim()), line[at..].trim().to_owned()));
        }
    }
    None
}

/// The byte behind that many letters, spaces not counted.
fn position(line: &str, letters: usize) -> Option<usize> {
    let mut counted = line.char_indices().filter(|(_, c)| !c.is_whitespace());
    counted.nth(letters).map(|(at, _)| at)
}

/// The letters without their spaces, joined ones as single ones.
fn squeeze(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '\u{fb00}' => letters.push_str("ff"),
            '\u{fb01}' => letters.push_str("fi"),
            '\u{fb02}' => letters.push_str("fl"),
            '\u{fb03}' => letters.push_str("ffi"),
            '\u{fb04}' => letters.push_str("ffl"),
            _ => letters.push(c),
        }
    }
    letters
}
