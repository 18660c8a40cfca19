//! What a piece of a note draws on.

use super::block::{Analysis, Body, CitationTarget, Inline};

impl Body {
    /// What it cites or shows one by one, in reading order. Tables, profiles, timelines and what positions add up to name
    /// nothing but a source that is asked about: they show whatever stands when they are printed.
    #[must_use]
    pub fn cites(&self) -> Vec<CitationTarget> {
        let mut found = Vec::new();
        for text in self.texts() {
            within(text, &mut found);
        }
        match self {
            Self::Quotation { excerpt } => found.push(CitationTarget::Excerpt(*excerpt)),
            Self::Position { position } => found.push(CitationTarget::Position(*position)),
            Self::Analysis { of: Analysis::Source { source }, .. } => {
                found.push(CitationTarget::Source(*source));
            }
            Self::Change { from, to, .. } => found.extend([from, to].map(|id| CitationTarget::Position(*id))),
            _ => {}
        }
        found
    }
}

fn within(text: &[Inline], found: &mut Vec<CitationTarget>) {
    for inline in text {
        match inline {
            Inline::Citation { targets } => found.extend(targets),
            Inline::Footnote { text } => within(text, found),
            Inline::Text { .. } | Inline::Reference { .. } | Inline::Link { .. } => {}
        }
    }
}
