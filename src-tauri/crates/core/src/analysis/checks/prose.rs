//! The writer's own sentences, all of the note as one text, so that who is named in it is looked for once.

use crate::analysis::language::{Lexicon, Words};
use crate::ids::BlockId;
use crate::notes::NoteSnapshot;
use crate::notes::block::{Block, Body, Inline};
use crate::sources::Structure;
use std::ops::Range;

/// The texts of a note, one a line, in reading order. Positions count characters.
pub(super) struct Prose {
    /// All words, quoted ones too.
    pub(super) text: String,
    /// The same with spaces in place of what is quoted or in another language: what is the writer's to change.
    pub(super) own: String,
    /// The texts it is made of.
    pub(super) pieces: Vec<Piece>,
}

/// One text of one block.
pub(super) struct Piece {
    pub(super) block: BlockId,
    pub(super) range: Range<usize>,
    /// Whether it states what is so, rather than what to say, ask or decide.
    pub(super) states: bool,
    /// Where it leads to evidence: citations, references, links, footnotes.
    pub(super) evidence: Vec<usize>,
}

/// One sentence of a piece.
pub(super) struct Sentence<'p> {
    pub(super) piece: &'p Piece,
    /// Its tokens within [`Words`].
    pub(super) tokens: Range<usize>,
    /// Its characters.
    pub(super) range: Range<usize>,
    pub(super) text: String,
    pub(super) own: String,
}

impl Prose {
    pub(super) fn of(snapshot: &NoteSnapshot) -> Self {
        let mut prose = Self { text: String::new(), own: String::new(), pieces: Vec::new() };
        let blocks = &snapshot.blocks;
        let first = |block: &&Block| matches!(block.body, Body::BottomLine { .. });
        for block in blocks.iter().filter(first) {
            prose.add_block(block, false);
        }
        let mut ours = false;
        for (at, block) in blocks.iter().enumerate() {
            if let Body::Heading { text, .. } = &block.body {
                ours = is_ours(text);
            }
            let states = matches!(block.body, Body::Paragraph { .. } | Body::Bullets { .. });
            if !first(&block) {
                prose.add_block(block, states && !ours && !blocks.get(at + 1).is_some_and(shows));
            }
        }
        prose
    }

    pub(super) fn words(&self, lexicon: &Lexicon) -> Words<'_> {
        Words::of(&self.text, &Structure::default(), lexicon)
    }

    /// Its sentences, in order.
    pub(super) fn sentences<'p>(&'p self, words: &Words<'_>) -> Vec<Sentence<'p>> {
        let (text, own): (Vec<char>, Vec<char>) = (self.text.chars().collect(), self.own.chars().collect());
        let cut = |from: &[char], range: &Range<usize>| {
            from.get(range.clone()).unwrap_or_default().iter().collect()
        };
        let mut pieces = self.pieces.iter().peekable();
        let mut sentences = Vec::new();
        for tokens in words.sentences() {
            let all = &words.tokens[tokens.clone()];
            let (Some(first), Some(last)) = (all.first(), all.last()) else { continue };
            let range = first.start as usize..last.end as usize;
            while pieces.next_if(|piece| piece.range.end <= range.start).is_some() {}
            let Some(&piece) = pieces.peek() else { break };
            let (text, own) = (cut(&text, &range), cut(&own, &range));
            sentences.push(Sentence { piece, tokens, range, text, own });
        }
        sentences
    }

    fn add_block(&mut self, block: &Block, states: bool) {
        let lead = usize::from(matches!(block.body, Body::Paragraph { .. }));
        for (at, text) in block.body.texts().into_iter().enumerate() {
            // A bold opening announces what the paragraph then shows.
            self.add(block.id, text, states && at >= lead);
        }
    }

    fn add(&mut self, block: BlockId, text: &[Inline], states: bool) {
        let start = self.pieces.last().map_or(0, |piece| piece.range.end);
        let mut at = start;
        let mut evidence = Vec::new();
        let mut notes = Vec::new();
        let mut quoted = false;
        for inline in text {
            let (words, foreign) = match inline {
                Inline::Text { text, language, .. } => (text, language.is_some()),
                Inline::Link { text, .. } => {
                    evidence.push(at);
                    (text, false)
                }
                Inline::Citation { .. } | Inline::Reference { .. } => {
                    evidence.push(at);
                    continue;
                }
                Inline::Footnote { text } => {
                    evidence.push(at);
                    notes.push(text);
                    continue;
                }
            };
            for character in words.chars() {
                let character = if character == '\n' { ' ' } else { character };
                let sign = matches!(character, '“' | '”' | '"');
                self.text.push(character);
                self.own.push(if quoted || sign || foreign { ' ' } else { character });
                quoted = match character {
                    '“' => true,
                    '”' => false,
                    '"' => !quoted,
                    _ => quoted,
                };
                at += 1;
            }
        }
        self.text.push('\n');
        self.own.push('\n');
        self.pieces.push(Piece { block, range: start..at + 1, states, evidence });
        for note in notes {
            self.add(block, note, false);
        }
    }
}

impl Sentence<'_> {
    pub(super) fn asks(&self) -> bool {
        self.text.trim_end_matches(['”', '"', ')', '’']).ends_with('?')
    }

    /// Whether evidence stands in it or after it in the same text.
    pub(super) fn is_covered(&self) -> bool {
        self.piece.evidence.iter().any(|at| *at > self.range.start)
    }
}

/// A block that is itself the evidence for what stands before it.
fn shows(block: &Block) -> bool {
    matches!(
        block.body,
        Body::Quotation { .. }
            | Body::Position { .. }
            | Body::PositionsTable { .. }
            | Body::ActorProfile { .. }
            | Body::Timeline { .. }
            | Body::Analysis { .. }
            | Body::Change { .. }
    )
}

/// Parts of a brief that say what we want, who comes and what is to be done.
const OURS: &[&str] = &[
    "our ",
    "agenda",
    "attendee",
    "arguments",
    "tactical",
    "lines to take",
    "talking points",
    "handling",
    "purpose",
    "annex",
    "biograph",
    "pronunciation",
    "timing",
    "recommendation",
    "options",
    "next steps",
    "press line",
    "reason for the meeting",
];

fn is_ours(heading: &[Inline]) -> bool {
    let words: String = heading
        .iter()
        .map(|inline| if let Inline::Text { text, .. } = inline { text.as_str() } else { "" })
        .collect();
    let words = words.trim().to_lowercase();
    words == "objectives" || OURS.iter().any(|ours| words.contains(ours))
}
