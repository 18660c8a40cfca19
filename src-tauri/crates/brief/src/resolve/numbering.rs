//! Paragraph numbers, and which blocks have none because nobody has written in them.

use crate::document::Number;
use standpoint_core::ids::BlockId;
use standpoint_core::notes::block::{Block, Body, Inline, Text};
use std::collections::BTreeMap;

/// The printed number of each numbered paragraph: "4", "4(b)".
pub(super) fn numbers(blocks: &[Block]) -> BTreeMap<BlockId, String> {
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

/// (a) for 1; past (z) it goes on with (aa).
pub(crate) fn letter(number: u32) -> String {
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
#[derive(Default)]
pub(super) struct Counter {
    main: u32,
    sub: u32,
}

impl Counter {
    /// The number of a paragraph; `None` for every other block.
    pub(super) fn next(&mut self, body: &Body) -> Option<Number> {
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
pub(super) fn unwritten(body: &Body) -> bool {
    let drawn = matches!(body, Body::PositionsTable { .. } | Body::Picture { .. } | Body::Change { .. });
    let texts = body.texts();
    !drawn && !texts.is_empty() && texts.into_iter().all(is_blank)
}

pub(super) fn is_blank(text: &Text) -> bool {
    text.iter().all(|inline| matches!(inline, Inline::Text { text, .. } if text.trim().is_empty()))
}
