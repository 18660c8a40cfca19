//! What a careful private secretary would catch before a note leaves. Everything here points at a place and says what
//! is to be looked at; nothing is ever changed by the program, and every finding can be waived with a reason.
//!
//! Pure: one read of the dossier in, findings out. Findings are named by what they are about, so that a waiver holds as
//! long as just that stands there, and no longer.

mod abbreviations;
mod claims;
mod evidence;
mod form;
mod manner;
mod prose;
#[cfg(test)]
mod tests;
pub mod waivers;
mod wording;

use crate::content::ContentHash;
use crate::ids::BlockId;
use crate::notes::NoteSnapshot;
use crate::notes::block::CitationTarget;
use crate::store::codec::words;
use crate::time::Moment;
use prose::Prose;
use serde::Serialize;
use std::collections::BTreeSet;
pub use waivers::Waiver;

words! {
    /// What sort of thing is to be looked at.
    CheckKind {
        /// A sentence says what somebody holds, or gives a figure, and cites nothing.
        Claim = "claim",
        /// A position rests on no excerpt.
        Unevidenced = "unevidenced",
        /// A position is past its review at the cut-off.
        Stale = "stale",
        /// A later position has taken its place.
        Superseded = "superseded",
        /// A position was withdrawn.
        WithdrawnPosition = "withdrawn_position",
        /// Something in the dossier speaks against a position, and the note does not show it.
        Contradicted = "contradicted",
        /// A passage's source was withdrawn or has a newer version.
        WithdrawnSource = "withdrawn_source",
        /// A passage is disputed.
        Disputed = "disputed",
        /// What is cited or shown is no longer to be found.
        Orphan = "orphan",
        /// A cell of a table is empty.
        Gap = "gap",
        /// Something is dated after the information cut-off.
        AfterCutoff = "after_cutoff",
        /// A word sounds like a likelihood and is none.
        Loose = "loose",
        /// A likelihood and a confidence stand in one sentence.
        Mixed = "mixed",
        /// An abbreviation is not spelt out where it is first used.
        Abbreviation = "abbreviation",
        /// Nothing decides how the note is marked.
        MarkingMissing = "marking_missing",
        /// A marking is lower than what it stands on.
        MarkingLow = "marking_low",
        /// A label is not one of the dossier's scheme.
        MarkingUnknown = "marking_unknown",
        /// A picture has no words for those who cannot see it.
        Alternative = "alternative",
        /// The note is longer than its template allows.
        Length = "length",
        /// A heading has nothing under it.
        EmptySection = "empty_section",
        /// Paragraphs have other numbers than in the last version.
        Renumbered = "renumbered",
        /// The note was changed since it was cleared.
        ChangedSinceClearance = "changed_since_clearance",
        /// A paragraph is as it was in the note that this one was made from.
        CarriedOver = "carried_over",
        /// Something cannot be printed as it is meant.
        Printing = "printing",
    }
}

/// One thing to look at before the note leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Check {
    /// Its name as long as just this stands there: what a waiver holds on to.
    pub key: String,
    /// What sort of thing it is.
    pub kind: CheckKind,
    /// Where it is; `None` if it is about the whole note.
    pub block: Option<BlockId>,
    /// The words it is about, as they stand in the block.
    pub words: Option<String>,
    /// The sentence they stand in.
    pub sentence: Option<String>,
    /// What of the dossier it is about.
    pub about: Option<CitationTarget>,
    /// One sentence.
    pub message: String,
    /// Why it may stay as it is, if somebody has said so.
    pub waived: Option<Waiver>,
}

/// What a note is read against, besides the dossier.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// Stands in where the note names no cut-off.
    pub at: Moment,
    /// How many pages it has, and how many its template allows.
    pub pages: Option<(u32, u32)>,
    /// The last version that was kept, by its name.
    pub last: Option<(&'a str, &'a NoteSnapshot)>,
    /// The note as it was carried over from an earlier one.
    pub carried: Option<(&'a str, &'a NoteSnapshot)>,
}

/// Everything to look at: what is about a block in the order of the blocks, then what is about the whole note.
#[must_use]
pub fn checks(snapshot: &NoteSnapshot, around: &Around<'_>, waivers: &[Waiver]) -> Vec<Check> {
    let mut found = Found::default();
    let prose = Prose::of(snapshot);
    claims::check(snapshot, &prose, &mut found);
    wording::check(snapshot, &prose, &mut found);
    abbreviations::check(snapshot, &prose, &mut found);
    evidence::check(snapshot, around.at, &mut found);
    form::check(snapshot, around, &mut found);
    found.in_order(snapshot, waivers)
}

/// A finding about something that the pages tell, such as a picture that cannot be printed.
#[must_use]
pub fn printing(block: Option<BlockId>, message: &str, waivers: &[Waiver]) -> Check {
    let mut found = Found::default();
    found.add(CheckKind::Printing, block, message, message.to_owned());
    let mut check = found.checks.remove(0);
    check.waived = waivers.iter().find(|waiver| waiver.key == check.key).cloned();
    check
}

/// What was found so far.
#[derive(Default)]
struct Found {
    checks: Vec<Check>,
    keys: BTreeSet<String>,
}

impl Found {
    /// Writes a finding down, once. `exactly` is all that it depends on: where that changes, it is another finding.
    fn add(&mut self, kind: CheckKind, block: Option<BlockId>, exactly: &str, message: String) -> &mut Check {
        let place = block.map(|block| block.to_string()).unwrap_or_default();
        let name = ContentHash::of(format!("{kind}\n{place}\n{exactly}").as_bytes()).to_string();
        let key = format!("{kind}-{}", name.get(..16).unwrap_or(&name));
        let check = Check {
            key: key.clone(),
            kind,
            block,
            words: None,
            sentence: None,
            about: None,
            message,
            waived: None,
        };
        let at = if self.keys.insert(key.clone()) {
            self.checks.push(check);
            self.checks.len() - 1
        } else {
            self.checks.iter().position(|known| known.key == key).unwrap_or_default()
        };
        &mut self.checks[at]
    }

    fn in_order(mut self, snapshot: &NoteSnapshot, waivers: &[Waiver]) -> Vec<Check> {
        for check in &mut self.checks {
            check.waived = waivers.iter().find(|waiver| waiver.key == check.key).cloned();
        }
        let place = |check: &Check| {
            let at = check.block.and_then(|block| snapshot.blocks.iter().position(|one| one.id == block));
            at.unwrap_or(usize::MAX)
        };
        self.checks.sort_by_key(|check| (place(check), check.kind));
        self.checks
    }
}
