//! Running text with its references and citations resolved.

use super::Resolver;
use super::blocks::place;
use super::numbering::is_blank;
use crate::document::{Cited, Inline, Text};
use standpoint_core::ids::BlockId;
use standpoint_core::notes::block::{CitationTarget, Inline as NoteInline, Text as NoteText};

impl Resolver<'_> {
    /// The texts in which something is written.
    pub(super) fn texts(&mut self, texts: &[NoteText], block: BlockId) -> Vec<Text> {
        texts.iter().filter(|text| !is_blank(text)).map(|text| self.text(text, block)).collect()
    }

    pub(super) fn text(&mut self, text: &NoteText, block: BlockId) -> Text {
        self.check_wording(text, block);
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
                    let cited = self.cited(targets, block);
                    // The composer sets its own narrow space before the bracket.
                    if let Some(Inline::Words { text, .. }) = resolved.last_mut() {
                        text.truncate(text.trim_end_matches(' ').len());
                    }
                    if !cited.is_empty() {
                        resolved.push(Inline::Citation(cited));
                    }
                }
                NoteInline::Reference { block: target } => resolved.push(self.reference(*target, block)),
                NoteInline::Link { url, text } => {
                    resolved.push(Inline::Link { url: url.clone(), text: text.clone() });
                }
                NoteInline::Footnote { text } if is_blank(text) => {}
                NoteInline::Footnote { text } => resolved.push(self.footnote(text, block)),
            }
        }
        resolved
    }

    fn footnote(&mut self, text: &NoteText, block: BlockId) -> Inline {
        self.footnotes.push(Text::new());
        let index = self.footnotes.len() - 1;
        self.footnotes[index] = self.text(text, block);
        Inline::Footnote(index as u32 + 1)
    }

    fn reference(&mut self, target: BlockId, block: BlockId) -> Inline {
        let at = self.snapshot.blocks.iter().position(|block| block.id == target);
        if let (Some(label), Some(index)) = (self.numbers.get(&target), at) {
            return Inline::Reference { label: label.clone(), place: place(index) };
        }
        self.warn(Some(block), "A reference points to a paragraph that has no number or is no longer there.");
        Inline::words("?")
    }

    fn cited(&mut self, targets: &[CitationTarget], block: BlockId) -> Vec<Cited> {
        let mut cited = Vec::new();
        for target in targets {
            match target {
                CitationTarget::Excerpt(excerpt) => cited.extend(self.excerpt_numbers(&[*excerpt], block)),
                CitationTarget::Position(position) => match self.index.positions.get(position) {
                    Some(&position) => {
                        self.shown.positions.insert(position.id);
                        cited.extend(self.position_evidence(position, block));
                    }
                    None => self.warn(
                        Some(block),
                        "A citation points to a position that is no longer in the dossier.",
                    ),
                },
                CitationTarget::Source(source) if self.index.sources.contains_key(source) => {
                    cited.push(self.citations.source(*source));
                }
                CitationTarget::Source(_) => {
                    self.warn(Some(block), "A citation points to a source that is no longer in the dossier.");
                }
            }
        }
        cited.sort_unstable();
        cited.dedup();
        cited
    }
}
