//! Running text with its references and citations resolved.

use super::Resolver;
use super::blocks::place;
use crate::document::{Cited, Inline, Text};
use standpoint_core::ids::BlockId;
use standpoint_core::notes::block::{CitationTarget, Inline as NoteInline, Text as NoteText};
use standpoint_core::notes::numbers::is_blank;

impl Resolver<'_> {
    /// The texts in which something is written.
    pub(super) fn texts(&mut self, texts: &[NoteText]) -> Vec<Text> {
        texts.iter().filter(|text| !is_blank(text)).map(|text| self.text(text)).collect()
    }

    pub(super) fn text(&mut self, text: &NoteText) -> Text {
        let mut resolved: Text = Vec::with_capacity(text.len());
        for inline in text {
            match inline {
                NoteInline::Text { text, bold, italic, language } if !text.is_empty() => {
                    resolved.push(Inline::Words {
                        text: text.clone(),
                        strong: *bold,
                        emphasis: *italic,
                        language: language.clone(),
                    });
                }
                NoteInline::Text { .. } => {}
                NoteInline::Citation { targets } => {
                    let cited = self.cited(targets);
                    // The composer sets its own narrow space before the bracket.
                    if let Some(Inline::Words { text, .. }) = resolved.last_mut() {
                        text.truncate(text.trim_end_matches(' ').len());
                    }
                    if !cited.is_empty() {
                        resolved.push(Inline::Citation(cited));
                    }
                }
                NoteInline::Reference { block: target } => resolved.push(self.reference(*target)),
                NoteInline::Link { url, text } => {
                    resolved.push(Inline::Link { url: url.clone(), text: text.clone() });
                }
                NoteInline::Footnote { text } if is_blank(text) => {}
                NoteInline::Footnote { text } => resolved.push(self.footnote(text)),
            }
        }
        resolved
    }

    fn footnote(&mut self, text: &NoteText) -> Inline {
        self.footnotes.push(Text::new());
        let index = self.footnotes.len() - 1;
        self.footnotes[index] = self.text(text);
        Inline::Footnote(index as u32 + 1)
    }

    fn reference(&self, target: BlockId) -> Inline {
        let at = self.snapshot.blocks.iter().position(|block| block.id == target);
        if let (Some(label), Some(index)) = (self.numbers.get(&target), at) {
            return Inline::Reference { label: label.clone(), place: place(index) };
        }
        Inline::words("?")
    }

    fn cited(&mut self, targets: &[CitationTarget]) -> Vec<Cited> {
        let mut cited = Vec::new();
        for target in targets {
            match target {
                CitationTarget::Excerpt(excerpt) => cited.extend(self.excerpt_numbers(&[*excerpt])),
                CitationTarget::Position(position) => {
                    if let Some(&position) = self.index.positions.get(position) {
                        self.shown.positions.insert(position.id);
                        cited.extend(self.position_evidence(position));
                    }
                }
                CitationTarget::Source(source) if self.index.sources.contains_key(source) => {
                    cited.push(self.citations.source(*source));
                }
                CitationTarget::Source(_) => {}
            }
        }
        cited.sort_unstable();
        cited.dedup();
        cited
    }
}
