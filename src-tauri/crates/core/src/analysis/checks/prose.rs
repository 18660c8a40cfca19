//! The writer's own sentences, all of the note as one text, so that who is named in it is looked for once.

use super::manner::Manner;
use crate::analysis::language::{Lexicon, Token, Words};
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
    /// The same as its words are cut, where an apostrophe ties two of them together: l’Ukraine.
    reading: String,
    /// The texts it is made of.
    pub(super) pieces: Vec<Piece>,
    manner: Option<&'static Manner>,
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
    own: Vec<char>,
}

impl Prose {
    pub(super) fn of(snapshot: &NoteSnapshot) -> Self {
        let manner = Manner::of(&snapshot.note.language);
        let mut prose = Self {
            text: String::new(),
            own: String::new(),
            reading: String::new(),
            pieces: Vec::new(),
            manner,
        };
        let blocks = &snapshot.blocks;
        let first = |block: &&Block| matches!(block.body, Body::BottomLine { .. });
        for block in blocks.iter().filter(first) {
            prose.add_block(block, false);
        }
        let mut ours = false;
        for (at, block) in blocks.iter().enumerate() {
            if let Body::Heading { text, .. } = &block.body {
                ours = is_ours(text, manner);
            }
            let states = matches!(block.body, Body::Paragraph { .. } | Body::Bullets { .. });
            if !first(&block) {
                prose.add_block(block, states && !ours && !blocks.get(at + 1).is_some_and(shows));
            }
        }
        prose.reading = prose.untied();
        prose
    }

    pub(super) fn words(&self, lexicon: &Lexicon) -> Words<'_> {
        Words::of(&self.reading, &Structure::default(), lexicon)
    }

    /// The text with a space for each apostrophe that ties a short word to the next.
    fn untied(&self) -> String {
        let Some(manner) = self.manner.filter(|manner| !manner.elisions.is_empty()) else {
            return self.text.clone();
        };
        let mut untied = String::with_capacity(self.text.len());
        let mut word = String::new();
        for letter in self.text.chars() {
            let ties = matches!(letter, '’' | '\'') && manner.elisions.contains(&word.to_lowercase());
            untied.push(if ties { ' ' } else { letter });
            if letter.is_alphanumeric() {
                word.push(letter);
            } else {
                word.clear();
            }
        }
        untied
    }

    /// Its sentences, in order.
    pub(super) fn sentences<'p>(&'p self, words: &Words<'_>) -> Vec<Sentence<'p>> {
        let (text, own): (Vec<char>, Vec<char>) = (self.text.chars().collect(), self.own.chars().collect());
        let mut pieces = self.pieces.iter().peekable();
        let mut sentences = Vec::new();
        for tokens in self.whole_sentences(words) {
            let all = &words.tokens[tokens.clone()];
            let (Some(first), Some(last)) = (all.first(), all.last()) else { continue };
            let range = first.start as usize..last.end as usize;
            while pieces.next_if(|piece| piece.range.end <= range.start).is_some() {}
            let Some(&piece) = pieces.peek() else { break };
            let text = text.get(range.clone()).unwrap_or_default().iter().collect();
            let own = own.get(range.clone()).unwrap_or_default().to_vec();
            sentences.push(Sentence { piece, tokens, range, text, own });
        }
        sentences
    }

    /// The sentences as ranges of tokens; a full stop after a short form, or after a number of a row, ends none.
    fn whole_sentences(&self, words: &Words<'_>) -> Vec<Range<usize>> {
        let mut whole: Vec<Range<usize>> = Vec::new();
        for range in words.sentences() {
            let tokens = &words.tokens;
            let goes_on = |last: &Range<usize>| {
                let ending = tokens.get(last.end.wrapping_sub(2)).filter(|_| last.len() > 1);
                tokens[last.end - 1].text == "."
                    && !tokens[range.start].opens_paragraph
                    && ending.is_some_and(|word| self.manner.is_some_and(|it| it.goes_on_after(word.text)))
            };
            match whole.last_mut() {
                Some(last) if goes_on(last) => last.end = range.end,
                _ => whole.push(range),
            }
        }
        whole
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
        let (mut quoted, mut low) = (false, false);
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
                let sign = matches!(character, '“' | '”' | '"' | '„' | '«' | '»');
                self.text.push(character);
                self.own.push(if quoted || sign || foreign { ' ' } else { character });
                quoted = match character {
                    // After „ it closes, as German has it.
                    '“' => !low,
                    '„' => true,
                    '”' => false,
                    '"' | '«' | '»' => !quoted,
                    _ => quoted,
                };
                low = quoted && (low || character == '„');
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

    /// Whether a word of it is the writer's own.
    pub(super) fn owns(&self, token: &Token<'_>) -> bool {
        let at = (token.start as usize).saturating_sub(self.range.start);
        self.own.get(at).is_some_and(|sign| *sign != ' ')
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

/// Whether a heading stands over what we want; templates are in English, whatever the note's language.
fn is_ours(heading: &[Inline], manner: Option<&Manner>) -> bool {
    let words: String = heading
        .iter()
        .map(|inline| if let Inline::Text { text, .. } = inline { text.as_str() } else { "" })
        .collect();
    manner.into_iter().chain(Manner::of("en")).any(|manner| manner.is_our_heading(&words))
}
