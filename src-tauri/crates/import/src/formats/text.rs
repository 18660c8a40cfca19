//! Plain text in any encoding.

use crate::encoding::{self, Decoded};
use crate::extracted::{Extracted, Kind};
use crate::flow::{Flow, is_blank, is_line_end};
use crate::refusal::Reason;
use crate::{Confidence, Format, Input, Metadata, guess, signature};

/// Plain text.
pub(crate) struct Text;

/// Nobody breaks lines by hand beyond this many characters; a longer line is a paragraph of its own.
const WIDEST: usize = 100;

impl Format for Text {
    fn name(&self) -> &'static str {
        "plain text"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn sniff(&self, input: &Input<'_>) -> Confidence {
        if signature::is_no_text(input) || encoding::is_binary(input.bytes) {
            Confidence::No
        } else if input.media_type() == "text/plain"
            || self.extensions().contains(&input.extension().as_str())
        {
            Confidence::Likely
        } else {
            Confidence::Possible
        }
    }

    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason> {
        let Decoded { text, warnings } = encoding::decode(input.bytes, input.charset())?;
        let mut flow = Flow::default();
        let mut lines = Vec::new();
        for line in lines_of(&text) {
            if is_blank(line) {
                paragraphs(&mut flow, &mut lines, Kind::Paragraph);
            } else {
                lines.push(line.trim_end());
            }
        }
        paragraphs(&mut flow, &mut lines, Kind::Paragraph);

        let (text, blocks) = flow.finish();
        if blocks.is_empty() {
            return Err(Reason::NoText);
        }
        let meta = Metadata {
            title: guess::title(input, &text, &blocks),
            published: guess::published(&text),
            language: guess::language(&text),
            ..Metadata::default()
        };
        let media_type = "text/plain".to_owned();
        Ok(Extracted { warnings, ..Extracted::new(media_type, text, blocks, meta) })
    }
}

/// The lines of a text, however they end.
pub(super) fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.split(|c| c == '\n' || is_line_end(c));
    // A lone carriage return ends a line on old systems; before a line feed it leaves an empty piece.
    lines.flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// Ends the lines between two blank ones: one paragraph when they were broken by hand, else one each.
pub(super) fn paragraphs(flow: &mut Flow, lines: &mut Vec<&str>, kind: Kind) {
    let broken_by_hand = lines.iter().all(|line| line.chars().take(WIDEST + 1).count() <= WIDEST);
    for (place, line) in lines.drain(..).enumerate() {
        if place > 0 {
            if broken_by_hand { flow.verbatim("\n") } else { flow.end(kind) }
        }
        flow.verbatim(line);
    }
    flow.end(kind);
}
