//! Two states of a note: what was written and what was struck, which positions it draws on and what became of them, and
//! the evidence. Pure over two snapshots, so that versions, exports and the note of now compare alike.

mod diff;
mod lines;
mod paired;
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
use paired::paired;
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
        /// It says the same in another form: as a heading, in bold, with a link that leads elsewhere.
        Recast = "recast",
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
    /// Its kind.
    #[cfg_attr(feature = "typescript", ts(type = "Body[\"kind\"]"))]
    pub kind: &'static str,
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
    let (mut old, new) = (written(before), written(after));
    let (then, now) = (numbers(&before.blocks), numbers(&after.blocks));
    // A block of another kind is another block; with the same words it is the same to a reader.
    let recast = recast(before, after, &old, &new);
    for id in &mut old {
        *id = recast.iter().find(|(was, _)| was == id).map_or(*id, |(_, is)| *is);
    }
    let mut changes = Vec::new();
    for (stands, id) in
        diff(&old, &new).into_iter().flat_map(|(stands, ids)| ids.iter().map(move |id| (stands, *id)))
    {
        let became = match (stands, old.contains(&id), new.contains(&id)) {
            // One that moved is told of where it stands now.
            (Stands::Then, _, true) => continue,
            (Stands::Then, ..) => Became::Removed,
            (Stands::Now, false, _) => Became::Added,
            (Stands::Now, ..) => Became::Moved,
            (Stands::Both, ..) => Became::Changed,
        };
        let came_from = recast.iter().find(|(_, is)| *is == id).map_or(id, |(was, _)| *was);
        let was = find(before, came_from).filter(|_| became != Became::Added);
        let is = find(after, id).filter(|_| became != Became::Removed);
        let both = was.zip(is);
        if became == Became::Changed
            && both.is_some_and(|(was, is)| was.body == is.body && was.marking == is.marking)
        {
            continue;
        }
        let texts = paired(
            &was.map(|block| lines(block, before)).unwrap_or_default(),
            &is.map(|block| lines(block, after)).unwrap_or_default(),
        );
        let is_changed = texts.iter().flatten().any(|run| run.stands != Stands::Both);
        // What is drawn may be another thing of the same name.
        let is_form = both.is_some_and(|(was, is)| {
            !was.body.draws() && !is.body.draws() && was.body.cites() == is.body.cites()
        });
        let became = match became {
            Became::Moved if is_changed => Became::Changed,
            Became::Changed if !is_changed && is_form => Became::Recast,
            other => other,
        };
        changes.push(BlockChange {
            block: id,
            kind: is.or(was).map(|block| block.body.kind()).unwrap_or_default(),
            became,
            then: then.get(&came_from).cloned(),
            now: now.get(&id).cloned(),
            texts,
        });
    }
    changes
}

fn find(snapshot: &NoteSnapshot, id: BlockId) -> Option<&Block> {
    snapshot.blocks.iter().find(|block| block.id == id)
}

/// Blocks that went, each with the one that came with the same words.
fn recast(
    before: &NoteSnapshot,
    after: &NoteSnapshot,
    old: &[BlockId],
    new: &[BlockId],
) -> Vec<(BlockId, BlockId)> {
    let said = |snapshot: &NoteSnapshot, id: BlockId| {
        let block = find(snapshot, id).filter(|block| !block.body.draws());
        let texts = block.map(|block| lines(block, snapshot)).unwrap_or_default();
        texts.iter().flatten().map(|word| word.trim()).collect::<String>()
    };
    let came: Vec<(BlockId, String)> =
        new.iter().filter(|id| !old.contains(id)).map(|id| (*id, said(after, *id))).collect();
    let mut pairs: Vec<(BlockId, BlockId)> = Vec::new();
    for was in old.iter().filter(|id| !new.contains(id)) {
        let words = said(before, *was);
        let is_free = |id: BlockId| pairs.iter().all(|(_, taken)| *taken != id);
        let same = came.iter().find(|(id, said)| *said == words && !words.is_empty() && is_free(*id));
        pairs.extend(same.map(|(is, _)| (*was, *is)));
    }
    pairs
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
            Became::Changed | Became::Moved | Became::Recast => facts::changed(&was, &is),
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
            Became::Added | Became::Removed | Became::Moved | Became::Recast => Vec::new(),
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
