//! Two states of a note: what was written and what was struck, which positions it draws on and what became of them, and
//! the evidence. Pure over two snapshots, so that versions, exports and the note of now compare alike.

mod diff;
mod lines;
#[cfg(test)]
mod tests;

use super::drawn::{cells, drawn, held};
use crate::ids::{BlockId, ExcerptId, PositionId};
use crate::notes::NoteSnapshot;
use crate::notes::block::{Block, Body, CitationTarget};
use crate::notes::facts::{self, FactChange};
use crate::notes::numbers::{numbers, printed};
use crate::positions::Relation;
use crate::store::codec::words;
use crate::time::Moment;
pub use diff::WordRun;
use diff::{diff, pieces};
use lines::lines;
use serde::Serialize;
use std::collections::BTreeSet;

words! {
    /// What became of something.
    Became {
        /// It came.
        Added = "added",
        /// It went.
        Removed = "removed",
        /// It says something else.
        Changed = "changed",
        /// It says the same in another place.
        Moved = "moved",
    }
    /// Whether words stand in both states.
    Stands {
        /// In both.
        Both = "both",
        /// Only in the later.
        Now = "now",
        /// Only in the earlier.
        Then = "then",
    }
}

/// All that differs between two states of a note; where all is empty, nothing does.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NoteComparison {
    /// Title, marking, meeting and what else stands around the body.
    pub facts: Vec<FactChange>,
    /// Blocks, in the order in which they are read.
    pub blocks: Vec<BlockChange>,
    /// Positions that the note draws on.
    pub positions: Vec<PositionChange>,
    /// Passages that it draws on.
    pub evidence: Vec<EvidenceChange>,
}

/// What became of a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BlockChange {
    /// Which.
    pub block: BlockId,
    /// What became of it.
    pub became: Became,
    /// Its paragraph number then.
    pub then: Option<String>,
    /// Its paragraph number now.
    pub now: Option<String>,
    /// Its texts, word by word.
    pub texts: Vec<Vec<WordRun>>,
}

/// What became of a position that the note draws on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PositionChange {
    /// Which.
    pub position: PositionId,
    /// Who, on what.
    pub title: String,
    /// What became of it.
    pub became: Became,
    /// What it says otherwise; for one that came or went, what it says.
    pub facts: Vec<FactChange>,
}

/// What became of a passage that the note draws on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct EvidenceChange {
    /// Which.
    pub excerpt: ExcerptId,
    /// Its words.
    pub quote: String,
    /// What became of it.
    pub became: Became,
    /// What is otherwise about it.
    pub facts: Vec<FactChange>,
}

/// What is otherwise in `after` than in `before`. `at` stands in where a state names no cut-off.
#[must_use]
pub fn compare(before: &NoteSnapshot, after: &NoteSnapshot, at: Moment) -> NoteComparison {
    let (then, now) = (Drawn::of(before, at), Drawn::of(after, at));
    NoteComparison {
        facts: facts::changed(&facts::of_note(&before.note), &facts::of_note(&after.note)),
        blocks: blocks(before, after),
        positions: positions(before, after, &then, &now),
        evidence: evidence(before, after, &then, &now),
    }
}

/// Two texts as one: what stands in both, what went, what came.
#[must_use]
pub fn compare_words(then: &str, now: &str) -> Vec<WordRun> {
    pieces(&lines::words(then), &lines::words(now))
}

impl NoteComparison {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn blocks(before: &NoteSnapshot, after: &NoteSnapshot) -> Vec<BlockChange> {
    let written = |snapshot: &'_ NoteSnapshot| -> Vec<BlockId> {
        let printed = printed(&snapshot.blocks);
        snapshot.blocks.iter().map(|block| block.id).filter(|id| printed.contains(id)).collect()
    };
    let (old, new) = (written(before), written(after));
    let (then, now) = (numbers(&before.blocks), numbers(&after.blocks));
    let find = |snapshot: &'_ NoteSnapshot, id: BlockId| -> Option<Block> {
        snapshot.blocks.iter().find(|block| block.id == id).cloned()
    };
    let mut changes = Vec::new();
    for (stands, id) in
        diff(&old, &new).into_iter().flat_map(|(stands, ids)| ids.iter().map(move |id| (stands, *id)))
    {
        let there = (old.contains(&id), new.contains(&id));
        let became = match (stands, there) {
            // One that moved is told of where it stands now.
            (Stands::Then, (_, true)) => continue,
            (Stands::Then, _) => Became::Removed,
            (Stands::Now, (false, _)) => Became::Added,
            (Stands::Now, _) => Became::Moved,
            (Stands::Both, _) => Became::Changed,
        };
        let (was, is) = (find(before, id), find(after, id));
        let same = |one: &Block, other: &Block| one.body == other.body && one.marking == other.marking;
        let is_same = was.as_ref().zip(is.as_ref()).is_some_and(|(was, is)| same(was, is));
        if became == Became::Changed && is_same {
            continue;
        }
        let became = if became == Became::Moved && !is_same { Became::Changed } else { became };
        let was = was.map(|block| lines(&block, before)).unwrap_or_default();
        let is = is.map(|block| lines(&block, after)).unwrap_or_default();
        let empty = Vec::new();
        let texts = (0..was.len().max(is.len()))
            .map(|at| match became {
                Became::Removed => pieces(was.get(at).unwrap_or(&empty), &empty),
                Became::Added => pieces(&empty, is.get(at).unwrap_or(&empty)),
                Became::Changed | Became::Moved => {
                    pieces(was.get(at).unwrap_or(&empty), is.get(at).unwrap_or(&empty))
                }
            })
            .filter(|pieces| !pieces.is_empty())
            .collect();
        changes.push(BlockChange {
            block: id,
            became,
            then: then.get(&id).cloned(),
            now: now.get(&id).cloned(),
            texts,
        });
    }
    changes
}

fn positions(before: &NoteSnapshot, after: &NoteSnapshot, then: &Drawn, now: &Drawn) -> Vec<PositionChange> {
    let mut changes = Vec::new();
    for &id in then.positions.union(&now.positions) {
        let target = CitationTarget::Position(id);
        let (was, is) = (facts::of(before, target), facts::of(after, target));
        let became = became(then.positions.contains(&id), now.positions.contains(&id));
        let (was, is) = (was.unwrap_or_default(), is.unwrap_or_default());
        let facts = match became {
            Became::Added => facts::changed(&[], &is),
            Became::Removed => facts::changed(&was, &[]),
            Became::Changed | Became::Moved => facts::changed(&was, &is),
        };
        if became != Became::Changed || !facts.is_empty() {
            let title =
                facts::title(after, target).or_else(|| facts::title(before, target)).unwrap_or_default();
            changes.push(PositionChange { position: id, title, became, facts });
        }
    }
    changes
}

fn evidence(before: &NoteSnapshot, after: &NoteSnapshot, then: &Drawn, now: &Drawn) -> Vec<EvidenceChange> {
    let mut changes = Vec::new();
    for &id in then.excerpts.union(&now.excerpts) {
        let target = CitationTarget::Excerpt(id);
        let (was, is) = (facts::of(before, target), facts::of(after, target));
        let became = became(then.excerpts.contains(&id), now.excerpts.contains(&id));
        let facts = match became {
            Became::Changed => facts::changed(&was.unwrap_or_default(), &is.unwrap_or_default()),
            Became::Added | Became::Removed | Became::Moved => Vec::new(),
        };
        if became != Became::Changed || !facts.is_empty() {
            let quote =
                facts::title(after, target).or_else(|| facts::title(before, target)).unwrap_or_default();
            changes.push(EvidenceChange { excerpt: id, quote, became, facts });
        }
    }
    changes
}

fn became(was: bool, is: bool) -> Became {
    match (was, is) {
        (false, _) => Became::Added,
        (true, false) => Became::Removed,
        (true, true) => Became::Changed,
    }
}

/// The positions and passages that a note draws on.
#[derive(Default)]
struct Drawn {
    positions: BTreeSet<PositionId>,
    excerpts: BTreeSet<ExcerptId>,
}

impl Drawn {
    fn of(snapshot: &NoteSnapshot, at: Moment) -> Self {
        let day = snapshot.note.cutoff.unwrap_or(at).date_naive();
        let mut all = Self::default();
        for block in &snapshot.blocks {
            for (target, _) in drawn(block) {
                match target {
                    CitationTarget::Position(id) => drop(all.positions.insert(id)),
                    CitationTarget::Excerpt(id) => drop(all.excerpts.insert(id)),
                    CitationTarget::Source(_) => {}
                }
            }
            for (actor, issue) in cells(snapshot, &block.body, day) {
                all.positions
                    .extend(held(snapshot, actor, issue, day).into_iter().map(|position| position.id));
            }
            if let Body::Timeline { actor, issue } = &block.body {
                let shown = snapshot.positions.iter().filter(|position| {
                    actor.is_none_or(|actor| position.actors.contains(&actor))
                        && issue.is_none_or(|issue| position.issue == issue)
                });
                all.positions.extend(shown.map(|position| position.id));
            }
        }
        for position in snapshot.positions.iter().filter(|position| all.positions.contains(&position.id)) {
            let shows = position.evidence.iter().filter(|evidence| evidence.relation != Relation::Context);
            all.excerpts.extend(shows.map(|evidence| evidence.excerpt));
        }
        all
    }
}
