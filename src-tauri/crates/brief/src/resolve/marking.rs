//! The protective marking of the whole: the highest of the note's own and of everything in it.

use super::Resolver;
use crate::document::{Marking, MarkingPlace};
use standpoint_core::markings::MarkingScheme;

impl Resolver<'_> {
    /// The label that wins.
    pub(super) fn marking(&self) -> Option<Marking> {
        let dossier = &self.snapshot.dossier;
        let own = self.marks.note();
        let blocks = self.snapshot.blocks.iter().filter_map(|block| block.marking.as_deref());
        let cited = self.citations.excerpts.iter().filter_map(|(excerpt, _)| self.marks.excerpt(*excerpt));
        let whole = self.citations.sources.iter().filter_map(|(source, _)| self.marks.source(*source));
        let shown = self.shown.positions.iter().filter_map(|position| {
            self.index.positions.get(position).and_then(|position| position.marking.as_deref())
        });
        let label = dossier
            .marking_scheme
            .highest(
                own.into_iter()
                    .chain(dossier.marking.as_deref())
                    .chain(blocks)
                    .chain(cited)
                    .chain(whole)
                    .chain(shown),
            )?
            .to_owned();
        Some(Marking { label: label.to_uppercase(), place: place(&dossier.marking_scheme) })
    }
}

/// "(OS)": what stands before a portion.
pub(super) fn portion(scheme: &MarkingScheme, label: &str) -> String {
    format!("({})", scheme.abbreviation(label))
}

fn place(scheme: &MarkingScheme) -> MarkingPlace {
    match scheme {
        MarkingScheme::Tlp => MarkingPlace::TrafficLight,
        MarkingScheme::Canada => MarkingPlace::TopRight,
        MarkingScheme::Uk
        | MarkingScheme::Eu
        | MarkingScheme::Nato
        | MarkingScheme::Us
        | MarkingScheme::Own { .. } => MarkingPlace::TopAndBottom,
    }
}
