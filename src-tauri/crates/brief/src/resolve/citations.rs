//! Numbers for what is cited, in order of first appearance, and the ways back.

use crate::document::{Back, Cited, Label};
use standpoint_core::ids::{ExcerptId, SourceId};

/// What has been cited so far, and where the walk stands.
#[derive(Default)]
pub(super) struct Citations {
    pub(super) excerpts: Vec<(ExcerptId, Vec<Back>)>,
    pub(super) sources: Vec<(SourceId, Vec<Back>)>,
    here: Option<Back>,
}

impl Citations {
    /// From now on, what is cited is cited at `place`.
    pub(super) fn stand_at(&mut self, place: &str, label: Label) {
        self.here = Some(Back { place: place.to_owned(), label });
    }

    /// The number of a passage, new or known.
    pub(super) fn excerpt(&mut self, excerpt: ExcerptId, source: SourceId) -> Cited {
        self.source_number(source);
        let number = number(&mut self.excerpts, excerpt, self.here.as_ref());
        Cited::Evidence(number)
    }

    /// The number of a source cited as a whole.
    pub(super) fn source(&mut self, source: SourceId) -> Cited {
        Cited::Source(number(&mut self.sources, source, self.here.as_ref()))
    }

    /// The number of a source, without counting as a citation of the whole.
    pub(super) fn source_number(&mut self, source: SourceId) -> u32 {
        number(&mut self.sources, source, None)
    }
}

fn number<Id: PartialEq>(known: &mut Vec<(Id, Vec<Back>)>, id: Id, here: Option<&Back>) -> u32 {
    let index = known.iter().position(|(other, _)| *other == id).unwrap_or_else(|| {
        known.push((id, Vec::new()));
        known.len() - 1
    });
    if let Some(here) = here {
        let backs = &mut known[index].1;
        // One number says it once, however often the paragraph and its parts cite the passage.
        let said =
            |back: &Back| back.place == here.place || (back.label == here.label && here.label != Label::Page);
        if !backs.iter().any(said) {
            backs.push(here.clone());
        }
    }
    index as u32 + 1
}
