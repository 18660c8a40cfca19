//! Paragraphs and headings, concluded from the lengths, the looks and the beginnings of lines.

mod hyphens;
pub(super) mod running;

use self::hyphens::{Seam, Vocabulary};
use super::lines::{Line, Look};
use super::pages::Page;
use crate::extracted::Kind;
use crate::flow::Flow;

/// The text of all pages.
pub(super) fn flow(pages: &[Page]) -> Flow {
    let looks = Looks::of(pages);
    let words = Vocabulary::of(pages);
    let mut flow = Flow::default();
    let mut paragraph: Vec<&Line> = Vec::new();
    for page in pages {
        let mut begun = false;
        for (place, line) in page.lines.iter().enumerate() {
            let started = begun;
            let mut label = || (!std::mem::replace(&mut begun, true)).then(|| page.label.clone());
            if line.row {
                end(&mut flow, &mut paragraph, &looks);
                if let Some(label) = label() {
                    flow.begin_page(label);
                }
                row(&mut flow, &words, line, is_header(&page.lines, place));
                continue;
            }
            let goes_on = paragraph.last().is_some_and(|before| match (started, line.first) {
                (true, false) => goes_on(before, line),
                (true, true) => !line.apart && goes_over(before, line),
                (false, _) => goes_over(before, line),
            });
            if !goes_on {
                end(&mut flow, &mut paragraph, &looks);
            }
            append(
                &mut flow,
                paragraph.last().map(|before| words.seam(&before.text, &line.text)),
                line,
                &mut label,
            );
            paragraph.push(line);
        }
        if !begun {
            flow.begin_page(page.label.clone());
        }
    }
    end(&mut flow, &mut paragraph, &looks);
    flow
}

/// Whether a row has the headings of the columns: the first of a table, and the only one that is bold.
fn is_header(lines: &[Line], place: usize) -> bool {
    let first = place.checked_sub(1).is_none_or(|before| !lines[before].row);
    let plain_below = lines.get(place + 1).is_some_and(|below| below.row && !below.look.bold);
    first && plain_below && lines[place].look.bold
}

fn row(flow: &mut Flow, words: &Vocabulary, line: &Line, header: bool) {
    for (place, cell) in line.text.split('\t').enumerate() {
        if place > 0 {
            flow.cell_break();
        }
        let mut before: Option<&str> = None;
        for text in cell.lines() {
            join(flow, before.map(|before| words.seam(before, text)));
            flow.words(text);
            before = Some(text);
        }
    }
    flow.end(Kind::TableRow { header });
}

fn join(flow: &mut Flow, seam: Option<Seam>) {
    match seam {
        Some(Seam::NoHyphen) => flow.take_back(),
        Some(Seam::Space) => flow.words(" "),
        Some(Seam::Nothing) | None => {}
    }
}

fn append(flow: &mut Flow, seam: Option<Seam>, line: &Line, page: impl FnOnce() -> Option<String>) {
    join(flow, seam);
    if let Some(label) = page() {
        flow.begin_page(label);
    }
    let text = if seam.is_none() { without_bullet(&line.text).unwrap_or(&line.text) } else { &line.text };
    flow.words(text);
}

fn end(flow: &mut Flow, paragraph: &mut Vec<&Line>, looks: &Looks) {
    let kind = match paragraph.first() {
        Some(first) if without_bullet(&first.text).is_some() => Kind::ListItem { depth: 1, number: None },
        _ => looks.heading(paragraph).map_or(Kind::Paragraph, |level| Kind::Heading { level }),
    };
    paragraph.clear();
    flow.end(kind);
}

/// Whether a line goes on with the next of the same part of its page.
fn goes_on(before: &Line, line: &Line) -> bool {
    if begins_item(&line.text) || !alike(before, line) {
        return false;
    }
    let broken = before.text.ends_with(['-', '\u{2010}', '\u{ad}']);
    // A line that left room for more words was the last of its paragraph.
    let short = before.fill < 0.7 || (before.fill < 0.9 && ends_sentence(&before.text));
    broken || !(line.apart || short)
}

/// Whether the last line of a page or a column goes on with the first of the next.
fn goes_over(before: &Line, line: &Line) -> bool {
    alike(before, line) && !ends_sentence(&before.text) && line.text.starts_with(char::is_lowercase)
}

fn alike(before: &Line, line: &Line) -> bool {
    (before.look.size - line.look.size).abs() < SAME && before.look.bold == line.look.bold
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '"', '»', '’', ')', ']']).ends_with(['.', '!', '?', ':', ';', '…', '。'])
}

const BULLETS: &[char] =
    &['•', '●', '▪', '■', '◦', '○', '‣', '⁃', '►', '·', '∙', '\u{f0b7}', '\u{f0a7}', '–', '—', '-'];

/// The words behind an item's mark.
fn without_bullet(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(BULLETS)?;
    let words = rest.trim_start();
    (words.len() < rest.len() && words.starts_with(char::is_alphanumeric)).then_some(words)
}

/// Whether a line begins an item: with a mark, or a number or letter and a stop, which stay part of the text.
fn begins_item(text: &str) -> bool {
    if without_bullet(text).is_some() {
        return true;
    }
    let Some((mark, rest)) = text.split_once(' ') else { return false };
    let inner = mark.strip_prefix('(').unwrap_or(mark);
    let Some(number) = inner.strip_suffix([')', '.']) else { return false };
    let bracketed = inner.len() < mark.len() || mark.ends_with(')');
    let figures = number.len() <= 3 && number.chars().all(|c| c.is_ascii_digit());
    let letter = bracketed && number.len() <= 4 && number.chars().all(|c| c.is_ascii_lowercase());
    !number.is_empty() && !rest.trim().is_empty() && (figures || letter)
}

/// The looks of a document: of its running text, and of what is larger.
struct Looks {
    body: f32,
    /// The sizes of what is larger, the largest first.
    larger: Vec<f32>,
}

/// Sizes nearer to one another than this are one size.
const SAME: f32 = 0.6;

impl Looks {
    fn of(pages: &[Page]) -> Self {
        let mut letters: Vec<(f32, usize)> = Vec::new();
        for line in pages.iter().flat_map(|page| &page.lines) {
            let Look { size, .. } = line.look;
            let length = line.text.chars().count();
            match letters.iter().position(|(known, _)| (*known - size).abs() < SAME) {
                Some(place) => letters[place].1 += length,
                // A document of more sizes than this is a drawing.
                None if letters.len() < 60 => letters.push((size, length)),
                None => {}
            }
        }
        let body = letters.iter().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| *size);
        let mut larger: Vec<f32> =
            letters.iter().map(|(size, _)| *size).filter(|size| *size > body * 1.12).collect();
        larger.sort_by(|one, other| other.total_cmp(one));
        Self { body, larger }
    }

    /// The level of the heading that lines are, or `None` for running text.
    fn heading(&self, lines: &[&Line]) -> Option<u8> {
        /// More than this is no heading, however large.
        const LONGEST: usize = 200;
        let look = lines.first()?.look;
        let length: usize = lines.iter().map(|line| line.text.chars().count()).sum();
        let worded = lines.iter().any(|line| line.text.chars().filter(|c| c.is_alphabetic()).count() > 1);
        // Several lines that end in a full stop are sentences, in larger letters perhaps: a lead or a summary.
        let sentences = lines.len() > 2 && lines.last()?.text.trim_end().ends_with('.');
        if length > LONGEST || !worded || sentences {
            return None;
        }
        if let Some(place) = self.larger.iter().position(|size| (*size - look.size).abs() < SAME) {
            return u8::try_from(place + 1).ok().map(|level| level.min(4));
        }
        let last = lines.last()?.text.trim_end();
        let open = last.ends_with(['.', ',', ';', ':']);
        let bold = lines.iter().all(|line| line.look.bold);
        let bold = bold && lines.len() <= 2 && !open && look.size >= self.body - SAME;
        bold.then(|| u8::try_from(self.larger.len() + 1).unwrap_or(4).min(4))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_begin_with_a_mark_or_a_number() {
        for text in ["• one", "- one", "1. One", "(a) one", "iv) one", "12) one"] {
            assert!(begins_item(text), "{text}");
        }
        for text in
            ["one", "2025. That year", "-5 degrees", "e.g. one", "a. one", "1.5 million", "(see there) one"]
        {
            assert!(!begins_item(text), "{text}");
        }
    }
}
