//! The galley handed over, and built on from where its body ends, once the pages of places are known.

use super::Missing;
use super::builder::Builder;
use super::galley::Galley;
use std::collections::{BTreeMap, VecDeque};

/// How far a builder has come: counts of what there is, and what it remembers for what comes next.
pub(super) struct Milestone {
    pieces: usize,
    contexts: usize,
    elements: usize,
    outline: usize,
    keep: VecDeque<f32>,
    places: Vec<String>,
    pad: bool,
    force: bool,
    heading: usize,
}

impl Builder<'_> {
    /// Adds the annexes and hands over the whole note; refuses when a character cannot be drawn.
    pub(super) fn galley(&mut self) -> Result<Galley, Missing> {
        let body = self.count();
        self.annexes();
        let text = self.count();
        match self.missing.take() {
            Some(missing) => Err(missing),
            None => Ok(Galley {
                pieces: {
                    self.pieces.append(&mut self.plated);
                    std::mem::take(&mut self.pieces)
                },
                body,
                text,
                plates: std::mem::take(&mut self.plates),
                contexts: std::mem::take(&mut self.contexts),
                footnotes: std::mem::take(&mut self.footnotes),
                foot_leading: self.foot_leading,
                structure: std::mem::take(&mut self.structure),
                outline: std::mem::take(&mut self.outline),
            }),
        }
    }

    /// How far the building has come.
    pub(super) fn milestone(&self) -> Milestone {
        Milestone {
            pieces: self.pieces.len(),
            contexts: self.contexts.len(),
            elements: self.structure.elements().len(),
            outline: self.outline.len(),
            keep: self.keep.clone(),
            places: self.places.clone(),
            pad: self.pad,
            force: self.force,
            heading: self.heading,
        }
    }

    /// Goes back to a milestone of what became `galley`, and on from there with the pages of places found since.
    pub(super) fn resume(&mut self, galley: Galley, at: &Milestone, numbers: BTreeMap<String, usize>) {
        let Galley { mut pieces, text, plates, mut contexts, mut structure, mut outline, footnotes, .. } =
            galley;
        (self.plated, self.plates) = (pieces.split_off(text), plates);
        pieces.truncate(at.pieces);
        contexts.truncate(at.contexts);
        structure.truncate(at.elements);
        outline.truncate(at.outline);
        (self.pieces, self.contexts, self.structure, self.outline) = (pieces, contexts, structure, outline);
        self.keep.clone_from(&at.keep);
        self.places.clone_from(&at.places);
        (self.pad, self.force, self.heading) = (at.pad, at.force, at.heading);
        // The annexes have none.
        self.footnotes = footnotes;
        self.numbers = numbers;
        self.renumber_contents();
        self.renumber_pointers();
    }
}
