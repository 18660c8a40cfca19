//! Text and structure growing together, so that every format makes both in the same way.
//!
//! A format pushes the pieces of a block and ends it with its kind. Offsets are counted here and nowhere else.

use crate::extracted::{Kind, PageStart, Span};
use crate::nesting::{Nesting, Within};

/// A text under construction.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    text: String,
    length: usize,
    blocks: Vec<Span>,
    pages: Vec<PageStart>,
    line: String,
    /// Pages that begin in the block under construction, with the characters of it that stand before them.
    begun: Vec<(usize, String)>,
    nesting: Nesting,
}

impl Flow {
    /// Adds text whose white space only separates words.
    pub(crate) fn words(&mut self, text: &str) {
        for c in text.chars() {
            // HTML collapses these: a no-break space and its like are characters of the text.
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') || is_line_end(c) {
                if !self.line.is_empty() && !self.line.ends_with([' ', '\n', '\t']) {
                    self.line.push(' ');
                }
            } else {
                self.keep(c);
            }
        }
    }

    /// Adds text whose spaces and line ends matter.
    pub(crate) fn verbatim(&mut self, text: &str) {
        let mut after_return = false;
        for c in text.chars() {
            match c {
                '\r' => self.line.push('\n'),
                _ if is_line_end(c) => self.line.push('\n'),
                '\n' if after_return => {}
                ' ' | '\t' | '\n' => self.line.push(c),
                _ => self.keep(c),
            }
            after_return = c == '\r';
        }
    }

    /// Takes back the last character, a hyphen that only broke a word.
    pub(crate) fn take_back(&mut self) {
        self.line.pop();
    }

    /// Ends a line inside a block; the second in a row ends the block, as it leaves a blank line.
    pub(crate) fn line_break(&mut self) {
        self.trim_line_end();
        if self.line.ends_with('\n') {
            self.end_block();
        } else if !self.line.is_empty() {
            self.line.push('\n');
        }
    }

    /// Ends a cell of a table's row, the empty ones too: a row's third cell stays the third.
    pub(crate) fn cell_break(&mut self) {
        self.trim_line_end();
        self.line.push('\t');
    }

    /// Begins a page with the next character, also in the middle of a block.
    pub(crate) fn begin_page(&mut self, label: String) {
        self.begun.push((self.line.chars().count(), label));
    }

    /// Whether nothing has been shown so far, neither before this block nor in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.is_blank()
    }

    fn is_blank(&self) -> bool {
        is_blank(&self.line)
    }

    /// Ends what came before, and goes into a heading, a list or a quotation.
    pub(crate) fn enter(&mut self, within: Within) {
        self.end_block();
        self.nesting.enter(within);
    }

    /// Ends what came before, and goes into the next item of the list, under its own number if it has one.
    pub(crate) fn enter_item(&mut self, own: Option<u32>) {
        self.end_block();
        self.nesting.enter_item(own);
    }

    /// Ends the block and leaves what was entered last.
    pub(crate) fn leave(&mut self) {
        self.end_block();
        self.nesting.leave();
    }

    /// Ends the block; its kind is that of its surroundings.
    pub(crate) fn end_block(&mut self) {
        if self.is_blank() {
            self.line.clear();
            self.begun.iter_mut().for_each(|(before, _)| *before = 0);
        } else {
            let kind = self.nesting.kind();
            self.end(kind);
        }
    }

    /// Ends the block as a kind that it has of itself. One without anything to show leaves no trace.
    pub(crate) fn end(&mut self, kind: Kind) {
        let line = std::mem::take(&mut self.line);
        let block = match kind {
            Kind::Code => {
                // The first line's indent belongs to the code, blank lines around it do not.
                let first = line.find(|c: char| !c.is_whitespace()).unwrap_or(line.len());
                let start = line[..first].rfind('\n').map_or(0, |at| at + 1);
                line[start..].trim_end()
            }
            Kind::TableRow { .. } if line.trim().is_empty() => "",
            Kind::TableRow { .. } => line.trim_matches(|c: char| c.is_whitespace() && c != '\t'),
            _ => line.trim(),
        };
        if block.trim().is_empty() {
            self.begun.iter_mut().for_each(|(before, _)| *before = 0);
            return;
        }
        if let Some(before) = self.blocks.last() {
            let gap = if kind.continues(before.kind) { "\n" } else { "\n\n" };
            self.text.push_str(gap);
            self.length += gap.len();
        }
        let start = self.length;
        self.text.push_str(block);
        self.length += block.chars().count();
        self.blocks.push(Span { start, end: self.length, kind });
        if !self.begun.is_empty() {
            let lead = line.len() - line.trim_start().len();
            let lead = if block.starts_with(char::is_whitespace) { 0 } else { line[..lead].chars().count() };
            for (before, label) in self.begun.drain(..) {
                // A page that begins behind the last word begins with the next block.
                let start = (start + before.saturating_sub(lead)).min(self.length);
                self.pages.push(PageStart { start, label });
            }
        }
    }

    /// The finished text and its structure.
    pub(crate) fn finish(self) -> (String, Vec<Span>) {
        let (text, blocks, _) = self.finish_with_pages();
        (text, blocks)
    }

    /// The finished text, its structure and its pages, which were begun in order.
    pub(crate) fn finish_with_pages(mut self) -> (String, Vec<Span>, Vec<PageStart>) {
        debug_assert!(self.line.is_empty(), "a block was begun and not ended");
        let end = self.length;
        self.pages.extend(self.begun.into_iter().map(|(_, label)| PageStart { start: end, label }));
        (self.text, self.blocks, self.pages)
    }

    fn keep(&mut self, c: char) {
        if !is_dropped(c) {
            self.line.push(c);
        }
    }

    fn trim_line_end(&mut self) {
        let kept = self.line.trim_end_matches(' ').len();
        self.line.truncate(kept);
    }
}

/// Whether a line shows nothing.
pub(crate) fn is_blank(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || is_dropped(c))
}

/// What no reader sees: control characters, byte order marks, and soft hyphens, which are advice to whoever sets
/// the line and hide the word from a search.
pub(crate) fn is_dropped(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{feff}') || c.is_control()
}

/// The ends of lines, paragraphs and pages that are not the usual ones.
pub(crate) fn is_line_end(c: char) -> bool {
    matches!(c, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_characters() {
        let mut flow = Flow::default();
        flow.words("  Kyjiv \n и  🕊 ");
        flow.end(Kind::Heading { level: 1 });
        flow.words("\u{a0}");
        flow.end(Kind::Paragraph);
        for item in ["one", "t\u{ad}wo\u{0}"] {
            flow.words(item);
            flow.end(Kind::ListItem { depth: 1, number: None });
        }
        flow.verbatim("\r\n  if\r\n\n  x  \n\n");
        flow.end(Kind::Code);
        flow.cell_break();
        flow.words("2");
        flow.end(Kind::TableRow { header: false });
        let (text, blocks) = flow.finish();
        assert_eq!(text, "Kyjiv и 🕊\n\none\ntwo\n\n  if\n\n  x\n\n\t2");
        let ends: Vec<_> = blocks.iter().map(|b| (b.start, b.end)).collect();
        assert_eq!(ends, [(0, 9), (11, 14), (15, 18), (20, 29), (31, 33)]);
    }
}
