//! Paragraph numbers, and which blocks have none because nobody has written in them.

use super::block::{Block, Body, Inline, Text};
use crate::ids::BlockId;
use std::collections::{BTreeMap, BTreeSet};

/// The printed number of each numbered paragraph: "4", "4(b)".
#[must_use]
pub fn numbers(blocks: &[Block]) -> BTreeMap<BlockId, String> {
    let mut counter = Counter::default();
    blocks
        .iter()
        .filter_map(|block| {
            let label = match counter.next(&block.body)? {
                Number::Main(number) => number.to_string(),
                Number::Sub(number) => format!("{}({})", counter.main, letter(number)),
                Number::Without => return None,
            };
            Some((block.id, label))
        })
        .collect()
}

/// A paragraph's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    /// 1, 2, 3 through the whole note.
    Main(u32),
    /// (a), (b) below a numbered paragraph, counted from 1.
    Sub(u32),
    /// None.
    Without,
}

/// (a) for 1; past (z) it goes on with (aa).
#[must_use]
pub fn letter(number: u32) -> String {
    let mut rest = number.max(1);
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.insert(0, char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.into_iter().collect()
}

/// Counts paragraphs through the note.
#[derive(Debug, Default)]
pub struct Counter {
    main: u32,
    sub: u32,
}

impl Counter {
    /// The number of a paragraph, once each before it has been asked for; `None` for every other block.
    pub fn next(&mut self, body: &Body) -> Option<Number> {
        if unwritten(body) {
            return None;
        }
        let Body::Paragraph { level, .. } = body else {
            if matches!(body, Body::Heading { .. }) {
                self.sub = 0;
            }
            return None;
        };
        Some(match level {
            1 => {
                self.main += 1;
                self.sub = 0;
                Number::Main(self.main)
            }
            0 => Number::Without,
            _ => {
                self.sub += 1;
                Number::Sub(self.sub)
            }
        })
    }
}

/// What of a note is printed: what is written, without the headings that wait for it. Of page breaks with nothing
/// printed between them only the first is: no page stays empty.
#[must_use]
pub fn printed(blocks: &[Block]) -> BTreeSet<BlockId> {
    let waiting = unwritten_headings(blocks);
    let is_written = |block: &&Block| !unwritten(&block.body) && !waiting.contains(&block.id);
    let mut printed = BTreeSet::new();
    let mut was_break = false;
    for block in blocks.iter().filter(is_written) {
        let is_break = matches!(block.body, Body::PageBreak);
        if !(is_break && was_break) {
            printed.insert(block.id);
        }
        was_break = is_break;
    }
    printed
}

/// Whether nothing has been written in a block that is there to be written in: it is not printed.
#[must_use]
pub fn unwritten(body: &Body) -> bool {
    let drawn = body.draws() || matches!(body, Body::PageBreak);
    !drawn && body.texts().into_iter().all(is_blank)
}

/// Headings with blocks under them that a template left to be written in, and nobody has: like those, they are not
/// printed. Every other heading is meant as it stands; an empty paragraph that Enter made under it takes nothing from it.
fn unwritten_headings(blocks: &[Block]) -> BTreeSet<BlockId> {
    let headings = blocks.iter().enumerate().filter_map(|(at, block)| match block.body {
        Body::Heading { level, .. } => Some((block.id, section(&blocks[at + 1..], level))),
        _ => None,
    });
    let mut waiting = BTreeSet::new();
    // From the last to the first: those further down in a section are known before it.
    for (heading, section) in headings.collect::<Vec<_>>().into_iter().rev() {
        let is_printed = |block: &Block| match block.body {
            Body::Heading { .. } => !unwritten(&block.body) && !waiting.contains(&block.id),
            Body::BottomLine { .. } | Body::PageBreak => false,
            _ => !unwritten(&block.body),
        };
        let waits = |block: &Block| block.prompt.is_some() && unwritten(&block.body);
        if section.iter().any(waits) && !section.iter().any(is_printed) {
            waiting.insert(heading);
        }
    }
    waiting
}

/// The blocks under a heading of a level, of those below it.
fn section(below: &[Block], level: u8) -> &[Block] {
    let next = |block: &Block| matches!(block.body, Body::Heading { level: other, .. } if other <= level);
    below.get(..below.iter().position(next).unwrap_or(below.len())).unwrap_or_default()
}

/// Whether nothing but spaces stands in it.
#[must_use]
pub fn is_blank(text: &Text) -> bool {
    text.iter().all(|inline| matches!(inline, Inline::Text { text, .. } if text.trim().is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    /// `#` and `##` are headings, `?` a block that a template left to be written in, `.` one that is only empty, `x` one in
    /// which something is written, `b` the bottom line, `|` a page break.
    fn blocks(note: &str) -> Vec<Block> {
        let text = || vec![Inline::words("Words")];
        let body = |sign: &str| match sign {
            "#" | "##" => Body::Heading { level: sign.len() as u8, text: text() },
            "b" => Body::BottomLine { statement: text(), judgement: Text::new() },
            "|" => Body::PageBreak,
            "x" => Body::Bullets { items: vec![text()] },
            _ => Body::Bullets { items: vec![Text::new()] },
        };
        let block = |(at, sign)| Block {
            id: BlockId(Uuid::from_u128(at as u128)),
            note: crate::ids::NoteId(Uuid::nil()),
            place: crate::order::OrderKey::between(None, None),
            prompt: (sign == "?").then(|| "What is asked".to_owned()),
            marking: None,
            body: body(sign),
        };
        note.split(' ').enumerate().map(block).collect()
    }

    /// The places of the headings that are not printed.
    #[track_caller]
    fn check(note: &str, expect: &[usize]) {
        assert_eq!(places(&blocks(note), &unwritten_headings(&blocks(note))), expect, "{note}");
    }

    fn places(blocks: &[Block], of: &BTreeSet<BlockId>) -> Vec<usize> {
        blocks.iter().enumerate().filter(|(_, block)| of.contains(&block.id)).map(|(at, _)| at).collect()
    }

    #[test]
    fn page_breaks_with_nothing_printed_between_them_are_one() {
        #[track_caller]
        fn check(note: &str, expect: &[usize]) {
            assert_eq!(places(&blocks(note), &printed(&blocks(note))), expect, "{note}");
        }
        check("x | x | x", &[0, 1, 2, 3, 4]);
        check("x | | x", &[0, 1, 3]);
        check("x | # ? | # x", &[0, 1, 5, 6]);
        check("x | . | | x", &[0, 1, 5]);
        check("| |", &[0]);
    }

    #[test]
    fn headings_wait_with_what_is_under_them() {
        check("# ? # x", &[0]);
        check("# ? x", &[]);
        check("# # x", &[]);
        check("#", &[]);
        check("# .", &[]);
        check("# . # x", &[]);
        check("# . ?", &[0]);
        check("# ## . ?", &[0, 1]);
        check("# ## . ## ?", &[3]);
        check("# ? ? | b", &[0]);
        check("# | # ?", &[2]);
        check("# ## ? ## ?", &[0, 1, 3]);
        check("# ## ? ## x", &[1]);
        check("# ? ## # ?", &[3]);
        check("# x ## ?", &[2]);
    }
}
