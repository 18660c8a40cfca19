//! What the note draws on: whether it is there, fresh, unopposed, and of a source that may be relied on.

use super::claims::shortened;
use super::{CheckKind, Found};
use crate::analysis::drawn::{How, cells, drawn, held, stale_since};
use crate::analysis::standing::Side;
use crate::excerpts::{Excerpt, Verification};
use crate::ids::{ActorId, BlockId, ExcerptId, IssueId, PositionId, SourceId};
use crate::notes::NoteSnapshot;
use crate::notes::block::{Block, Body, CitationTarget, Inline, Text};
use crate::notes::numbers;
use crate::positions::{Position, PositionState, Relation};
use crate::sources::{Source, SourceState};
use crate::time::{Moment, PartialDate};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(snapshot: &NoteSnapshot, at: Moment, found: &mut Found) {
    let day = snapshot.note.cutoff.unwrap_or(at).date_naive();
    let mut reader = Reader::of(snapshot, day, found);
    let numbered = numbers::numbers(&snapshot.blocks);
    for block in &snapshot.blocks {
        for (target, how) in drawn(block) {
            match target {
                CitationTarget::Position(id) => reader.position(block.id, id, how),
                CitationTarget::Excerpt(id) => reader.excerpt(block.id, id),
                CitationTarget::Source(id) => reader.source(block.id, id, how),
            }
        }
        for target in block.body.texts().into_iter().flat_map(references) {
            if !numbered.contains_key(&target) {
                let message = "A reference points to a paragraph that has no number or is no longer there.";
                reader.found.add(CheckKind::Orphan, Some(block.id), &target.to_string(), message.to_owned());
            }
        }
        reader.due(block.id);
        reader.named(block);
        reader.table(block);
    }
}

struct Reader<'a, 'f> {
    snapshot: &'a NoteSnapshot,
    found: &'f mut Found,
    day: NaiveDate,
    positions: BTreeMap<PositionId, &'a Position>,
    excerpts: BTreeMap<ExcerptId, &'a Excerpt>,
    sources: BTreeMap<SourceId, &'a Source>,
    /// Every position that the note shows or cites somewhere.
    shown: BTreeSet<PositionId>,
    /// Those of the block that is read that are past their review, and since when.
    due: Vec<(&'a Position, NaiveDate)>,
}

impl<'a, 'f> Reader<'a, 'f> {
    fn of(snapshot: &'a NoteSnapshot, day: NaiveDate, found: &'f mut Found) -> Self {
        let mut shown = BTreeSet::new();
        for block in &snapshot.blocks {
            shown.extend(drawn(block).into_iter().filter_map(|(target, _)| match target {
                CitationTarget::Position(id) => Some(id),
                CitationTarget::Excerpt(_) | CitationTarget::Source(_) => None,
            }));
            for (actor, issue) in cells(snapshot, &block.body, day) {
                shown.extend(held(snapshot, actor, issue, day).into_iter().map(|position| position.id));
            }
        }
        Self {
            snapshot,
            found,
            day,
            positions: snapshot.positions.iter().map(|position| (position.id, position)).collect(),
            excerpts: snapshot.excerpts.iter().map(|excerpt| (excerpt.id, excerpt)).collect(),
            sources: snapshot.sources.iter().map(|source| (source.id, source)).collect(),
            shown,
            due: Vec::new(),
        }
    }

    fn add(
        &mut self,
        kind: CheckKind,
        block: BlockId,
        about: CitationTarget,
        exactly: &str,
        message: String,
    ) {
        self.found.add(kind, Some(block), exactly, message).about = Some(about);
    }

    fn position(&mut self, block: BlockId, id: PositionId, how: How) {
        let about = CitationTarget::Position(id);
        let exactly = id.to_string();
        let Some(&position) = self.positions.get(&id) else {
            let message = "A position that is cited or shown here is no longer in the dossier.".to_owned();
            return self.add(CheckKind::Orphan, block, about, &exactly, message);
        };
        let title = self.title(position);
        if rests_on_nothing(position) {
            let message = format!("The position “{title}” has no evidence.");
            self.add(CheckKind::Unevidenced, block, about, &exactly, message);
        }
        for evidence in position.evidence.iter().filter(|it| it.relation != Relation::Context) {
            self.excerpt(block, evidence.excerpt);
        }
        if position.as_of.earliest() > self.day {
            let message = format!(
                "The position “{title}” is of {}, after the information cut-off.",
                spelt(position.as_of)
            );
            self.add(CheckKind::AfterCutoff, block, about, &format!("{exactly} {}", self.day), message);
        }
        if how == How::Then {
            return;
        }
        if let Some(since) = stale_since(self.snapshot, position, self.day)
            && !self.due.iter().any(|(known, _)| known.id == id)
        {
            self.due.push((position, since));
        }
        if position.state == PositionState::Superseded {
            let later = self.later(id);
            let when = later.map(|later| format!(" on {}", spelt(later.as_of))).unwrap_or_default();
            let message = format!("The position “{title}” was superseded{when}.");
            let by = later.map(|later| later.id.to_string()).unwrap_or_default();
            self.add(CheckKind::Superseded, block, about, &format!("{exactly} {by}"), message);
        }
        if position.state == PositionState::Withdrawn {
            let message = format!("The position “{title}” was withdrawn.");
            self.add(CheckKind::WithdrawnPosition, block, about, &exactly, message);
        }
        self.contradictions(block, position);
    }

    /// What the block cites that is past its review: each by itself, unless there are so many that nothing else would be
    /// seen for them.
    fn due(&mut self, block: BlockId) {
        const EACH: usize = 2;
        let due = std::mem::take(&mut self.due);
        if due.len() <= EACH {
            for (position, since) in due {
                let message = format!(
                    "The position “{}” is of {} and has been due for review since {}.",
                    self.title(position),
                    spelt(position.as_of),
                    spelt(PartialDate::day(since))
                );
                let about = CitationTarget::Position(position.id);
                self.add(CheckKind::Stale, block, about, &format!("{} {since}", position.id), message);
            }
            return;
        }
        let titles: Vec<String> = due.iter().map(|(position, _)| self.title(position)).collect();
        let named = listed(&titles.iter().map(String::as_str).collect::<Vec<_>>());
        let mut exactly: Vec<String> =
            due.iter().map(|(position, since)| format!("{} {since}", position.id)).collect();
        // In whatever order they are cited, it is the same that is due.
        exactly.sort();
        let message = format!("{} positions cited here are due for review: {named}.", due.len());
        self.found.add(CheckKind::Stale, Some(block), &exactly.join("\n"), message);
    }

    fn contradictions(&mut self, block: BlockId, position: &Position) {
        let title = self.title(position);
        let about = CitationTarget::Position(position.id);
        for evidence in position.evidence.iter().filter(|it| it.relation == Relation::Contradicts) {
            if let Some(&excerpt) = self.excerpts.get(&evidence.excerpt) {
                let message = format!(
                    "The position “{title}” has evidence against it: “{}”.",
                    shortened(&excerpt.quote)
                );
                self.add(
                    CheckKind::Contradicted,
                    block,
                    about,
                    &format!("{} {}", position.id, excerpt.id),
                    message,
                );
            }
        }
        let against: Vec<&Position> =
            self.snapshot.positions.iter().filter(|it| self.opposes(position, it)).collect();
        for other in against {
            let message = format!(
                "“{title}” does not agree with “{}” of {}, which the note does not show.",
                self.title(other),
                spelt(other.as_of)
            );
            self.add(
                CheckKind::Contradicted,
                block,
                about,
                &format!("{} {}", position.id, other.id),
                message,
            );
        }
    }

    /// Whether the other, which the note does not show, is on the other side of the same question, held by the same
    /// actor or one that belongs to it.
    fn opposes(&self, position: &Position, other: &Position) -> bool {
        let current = |position: &Position| position.state == PositionState::Current;
        current(position)
            && current(other)
            && other.issue == position.issue
            && !self.shown.contains(&other.id)
            && other.as_of.earliest() <= self.day
            && Side::of(other.stance).is_some()
            && Side::of(position.stance) == Side::of(other.stance).map(Side::other)
            && position.actors.iter().any(|one| other.actors.iter().any(|two| self.akin(*one, *two)))
    }

    /// One actor, or two of which one belongs to the other.
    fn akin(&self, one: ActorId, other: ActorId) -> bool {
        self.above(one).any(|above| above == other) || self.above(other).any(|above| above == one)
    }

    /// The actor and those it belongs to.
    fn above(&self, actor: ActorId) -> impl Iterator<Item = ActorId> + '_ {
        let parent = |id: &ActorId| self.snapshot.actors.iter().find(|actor| actor.id == *id)?.parent;
        std::iter::successors(Some(actor), parent).take(self.snapshot.actors.len() + 1)
    }

    fn excerpt(&mut self, block: BlockId, id: ExcerptId) {
        let about = CitationTarget::Excerpt(id);
        let exactly = id.to_string();
        let Some(&excerpt) = self.excerpts.get(&id) else {
            let message = "A passage that is cited or quoted here is no longer in the dossier.".to_owned();
            return self.add(CheckKind::Orphan, block, about, &exactly, message);
        };
        let quote = shortened(&excerpt.quote);
        if excerpt.orphan {
            let source = self.sources.get(&excerpt.source);
            let newer = source.is_some_and(|source| source.state == SourceState::Superseded);
            let place = if newer { "the newer version of their source" } else { "their source" };
            let message = format!("The words “{quote}” are no longer found in {place}.");
            self.add(CheckKind::Orphan, block, about, &exactly, message);
        }
        if excerpt.verification == Verification::Disputed {
            let message = format!("The passage “{quote}” is disputed.");
            self.add(CheckKind::Disputed, block, about, &exactly, message);
        }
        self.source(block, excerpt.source, How::Now);
    }

    fn source(&mut self, block: BlockId, id: SourceId, how: How) {
        let about = CitationTarget::Source(id);
        let exactly = id.to_string();
        let Some(&source) = self.sources.get(&id) else {
            let message = "A source that is cited here is no longer in the dossier.".to_owned();
            return self.add(CheckKind::Orphan, block, about, &exactly, message);
        };
        let message = match source.state {
            SourceState::Active => return,
            _ if how == How::Then => return,
            SourceState::Withdrawn => {
                let why = source.state_reason.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
                format!("The source “{}” was withdrawn{why}.", source.title)
            }
            SourceState::Superseded => format!("The source “{}” has a newer version.", source.title),
        };
        self.add(CheckKind::WithdrawnSource, block, about, &format!("{exactly} {}", source.state), message);
    }

    /// Actors and issues that a block names and that are gone.
    fn named(&mut self, block: &Block) {
        let (actors, issues): (Vec<ActorId>, Vec<IssueId>) = match &block.body {
            Body::PositionsTable { actors, issues, .. } | Body::Analysis { actors, issues, .. } => {
                (actors.clone(), issues.clone())
            }
            Body::ActorProfile { actor } => (vec![*actor], Vec::new()),
            Body::Timeline { actor, issue } => {
                (actor.iter().copied().collect(), issue.iter().copied().collect())
            }
            _ => return,
        };
        let known = |id: &ActorId| self.snapshot.actors.iter().any(|actor| actor.id == *id);
        let asked = |id: &IssueId| self.snapshot.issues.iter().any(|issue| issue.id == *id);
        let gone: Vec<String> = actors.iter().filter(|id| !known(id)).map(ToString::to_string).collect();
        if !gone.is_empty() {
            let message = "An actor shown here is no longer in the dossier.".to_owned();
            self.found.add(CheckKind::Orphan, Some(block.id), &gone.join(" "), message);
        }
        let gone: Vec<String> = issues.iter().filter(|id| !asked(id)).map(ToString::to_string).collect();
        if !gone.is_empty() {
            let message = "An issue shown here is no longer in the dossier.".to_owned();
            self.found.add(CheckKind::Orphan, Some(block.id), &gone.join(" "), message);
        }
    }

    /// The cells of a table together: one line each for what is empty, stale, superseded and without evidence.
    fn table(&mut self, block: &Block) {
        let mut lines: BTreeMap<CheckKind, Vec<(String, String)>> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for (actor, issue) in cells(self.snapshot, &block.body, self.day) {
            let there = held(self.snapshot, actor, issue, self.day);
            if there.is_empty() && matches!(block.body, Body::PositionsTable { .. }) {
                let cell = format!("{} on {}", self.actor(actor), self.issue(issue));
                lines.entry(CheckKind::Gap).or_default().push((cell, format!("{actor} {issue}")));
            }
            for position in there {
                if !seen.insert(position.id) {
                    continue;
                }
                for evidence in position.evidence.iter().filter(|it| it.relation != Relation::Context) {
                    self.excerpt(block.id, evidence.excerpt);
                }
                let mut note = |kind: CheckKind| {
                    lines.entry(kind).or_default().push((self.title(position), position.id.to_string()));
                };
                if rests_on_nothing(position) {
                    note(CheckKind::Unevidenced);
                }
                if stale_since(self.snapshot, position, self.day).is_some() {
                    note(CheckKind::Stale);
                }
                if position.state == PositionState::Superseded {
                    note(CheckKind::Superseded);
                }
                self.contradictions(block.id, position);
            }
        }
        for (kind, cells) in lines {
            let named: Vec<&str> = cells.iter().map(|(cell, _)| cell.as_str()).collect();
            let (named, several) = (listed(&named), cells.len() > 1);
            let message = match (kind, several) {
                (CheckKind::Gap, _) => format!("No position was found: {named}."),
                (CheckKind::Stale, false) => format!("This position is due for review: {named}."),
                (CheckKind::Stale, true) => format!("{} positions are due for review: {named}.", cells.len()),
                (CheckKind::Superseded, _) => format!("Superseded, and nothing current is known: {named}."),
                _ => format!("Without evidence: {named}."),
            };
            let exactly: Vec<&str> = cells.iter().map(|(_, exactly)| exactly.as_str()).collect();
            self.found.add(kind, Some(block.id), &exactly.join("\n"), message);
        }
    }

    /// The last in the line of those that took the position's place.
    fn later(&self, id: PositionId) -> Option<&'a Position> {
        let next = |id: PositionId| {
            self.snapshot
                .positions
                .iter()
                .find(|other| other.supersedes == Some(id) && other.state != PositionState::Withdrawn)
        };
        std::iter::successors(next(id), |later| next(later.id)).take(self.positions.len()).last()
    }

    fn title(&self, position: &Position) -> String {
        let actors: Vec<&str> = position.actors.iter().map(|&actor| self.actor(actor)).collect();
        format!("{}: {}", actors.join(", "), self.issue(position.issue))
    }

    fn actor(&self, id: ActorId) -> &'a str {
        self.snapshot.actors.iter().find(|actor| actor.id == id).map_or("?", |actor| actor.name.as_str())
    }

    fn issue(&self, id: IssueId) -> &'a str {
        self.snapshot.issues.iter().find(|issue| issue.id == id).map_or("?", |issue| issue.title.as_str())
    }
}

fn rests_on_nothing(position: &Position) -> bool {
    position.evidence.iter().all(|evidence| evidence.relation == Relation::Context)
}

fn references(text: &Text) -> Vec<BlockId> {
    text.iter()
        .flat_map(|inline| match inline {
            Inline::Reference { block } => vec![*block],
            Inline::Footnote { text } => references(text),
            _ => Vec::new(),
        })
        .collect()
}

/// The first few, and how many more.
fn listed(names: &[&str]) -> String {
    const MOST: usize = 3;
    let more = names.len().saturating_sub(MOST);
    let first = names.iter().take(MOST).copied().collect::<Vec<_>>().join("; ");
    if more == 0 { first } else { format!("{first}; and {more} more") }
}

/// "18 April 2025", "April 2025", "2025".
pub(super) fn spelt(date: PartialDate) -> String {
    let format = match date.parts() {
        (_, Some(_), Some(_)) => "%-d %B %Y",
        (_, Some(_), None) => "%B %Y",
        _ => "%Y",
    };
    date.earliest().format(format).to_string()
}
