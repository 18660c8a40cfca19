//! Paragraph numbers, and which blocks have none because nobody has written in them.

use super::block::{Block, Body, Inline, Text};
use crate::ids::BlockId;
use std::collections::BTreeMap;

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

/// Whether nothing has been written in a block that is there to be written in: it is not printed.
#[must_use]
pub fn unwritten(body: &Body) -> bool {
    let drawn = matches!(
        body,
        Body::PositionsTable { .. }
            | Body::Picture { .. }
            | Body::Change { .. }
            | Body::Quotation { .. }
            | Body::Position { .. }
            | Body::ActorProfile { .. }
            | Body::Timeline { .. }
            | Body::Analysis { .. }
            | Body::PageBreak
    );
    !drawn && body.texts().into_iter().all(is_blank)
}

/// Whether nothing but spaces stands in it.
#[must_use]
pub fn is_blank(text: &Text) -> bool {
    text.iter().all(|inline| matches!(inline, Inline::Text { text, .. } if text.trim().is_empty()))
}
