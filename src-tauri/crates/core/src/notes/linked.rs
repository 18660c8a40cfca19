//! What a block draws from the dossier stays linked: when it changes, the block says what was and what is, and the
//! writer decides. For that, what the writer saw is kept beside the block.

use super::block::{BlockRow, CitationTarget};
use super::facts::{self, FactChange, Find, So};
use super::{Block, Body, Note};
use crate::actors::Actor;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::excerpts::Excerpt;
use crate::ids::{ActorId, BlockId, ExcerptId, IssueId, NoteId, PositionId, SourceId};
use crate::issues::Issue;
use crate::positions::{Position, PositionState, queries as positions};
use crate::sources::Source;
use crate::store::row::{Stored, stored};
use crate::transact::{Done, Op, Stamp, Tx};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// What a block draws on one by one, as the writer saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) id: BlockId,
    pub(crate) note: NoteId,
    pub(crate) facts: Vec<SeenThing>,
}

stored!(Seen, "seen": plain id, plain note, json facts);

/// One thing as the writer saw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SeenThing {
    thing: Linked,
    so: Vec<So>,
}

/// What a block can be linked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "to", content = "id", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Linked {
    /// A passage.
    Excerpt(ExcerptId),
    /// A position.
    Position(PositionId),
    /// An actor.
    Actor(ActorId),
}

/// Something behind a block that is not as the writer saw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LinkChange {
    /// The block.
    pub block: BlockId,
    /// What is behind it.
    pub link: Linked,
    /// What is otherwise; all of it, where the thing has gone.
    pub facts: Vec<FactChange>,
    /// The position that has taken this one's place.
    pub later: Option<PositionId>,
    /// Whether it is no longer in the dossier.
    pub gone: bool,
}

impl Dossier {
    /// What has changed behind the note's blocks since the writer put them there or looked last, in their order.
    pub fn link_changes(&self, note: NoteId) -> Result<Vec<LinkChange>> {
        let connection = &self.store.connection;
        let here = Here(connection);
        let seen = Seen::select(connection, "WHERE note = ? ORDER BY n", [note])?;
        let mut changes = Vec::new();
        for block in BlockRow::select(connection, "WHERE note = ? ORDER BY place, n", [note])? {
            let Some(seen) = seen.iter().find(|seen| seen.id == block.id) else { continue };
            let links = links(&block.body);
            if links.len() != seen.facts.len() {
                continue;
            }
            for (link, was) in links.into_iter().zip(&seen.facts) {
                let now = so(&here, link);
                let facts = facts::changed(&was.so, now.as_deref().unwrap_or_default());
                if !facts.is_empty() {
                    let later = later(connection, link)?;
                    changes.push(LinkChange { block: block.id, link, facts, later, gone: now.is_none() });
                }
            }
        }
        Ok(changes)
    }

    /// Takes what is now behind a block as seen.
    pub fn accept_change(&mut self, id: BlockId, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::AcceptChange, stamp, |tx| {
            let block = Block::from(BlockRow::get(tx.connection, id)?);
            tx.about(Note::get(tx.connection, block.note)?.title);
            tx.see(&block)
        })
    }
}

impl Tx<'_> {
    /// Remembers what is behind a block, unless that is what was behind it before.
    pub(super) fn link(&mut self, block: &Block) -> Result<()> {
        let before = Seen::select(self.connection, "WHERE id = ?", [block.id])?.pop();
        let things = before.iter().flat_map(|seen| &seen.facts).map(|seen| seen.thing);
        if things.eq(links(&block.body)) { Ok(()) } else { self.see(block) }
    }

    /// Remembers what is behind a block now.
    fn see(&mut self, block: &Block) -> Result<()> {
        let here = Here(self.connection);
        let facts: Vec<SeenThing> = links(&block.body)
            .into_iter()
            .map(|thing| SeenThing { thing, so: so(&here, thing).unwrap_or_default() })
            .collect();
        if facts.is_empty() {
            self.unlink(block.id)
        } else {
            self.put(&Seen { id: block.id, note: block.note, facts })
        }
    }

    /// Remembers for `block` what the writer saw behind another of which it is a copy.
    pub(super) fn link_as(&mut self, block: &Block, original: BlockId) -> Result<()> {
        match Seen::select(self.connection, "WHERE id = ?", [original])?.pop() {
            Some(seen) => self.put(&Seen { id: block.id, note: block.note, ..seen }),
            None => self.link(block),
        }
    }

    /// Forgets what was behind a block that goes.
    pub(super) fn unlink(&mut self, block: BlockId) -> Result<()> {
        let there = !Seen::select(self.connection, "WHERE id = ?", [block])?.is_empty();
        if there { self.remove::<Seen>(&block.to_string()) } else { Ok(()) }
    }
}

/// What a block is linked to.
fn links(body: &Body) -> Vec<Linked> {
    match body {
        Body::Quotation { excerpt } => vec![Linked::Excerpt(*excerpt)],
        Body::Position { position } => vec![Linked::Position(*position)],
        Body::Change { from, to, .. } => vec![Linked::Position(*from), Linked::Position(*to)],
        Body::ActorProfile { actor } => vec![Linked::Actor(*actor)],
        _ => Vec::new(),
    }
}

fn so(here: &Here<'_>, link: Linked) -> Option<Vec<So>> {
    match link {
        Linked::Excerpt(id) => facts::of(here, CitationTarget::Excerpt(id)),
        Linked::Position(id) => facts::of(here, CitationTarget::Position(id)),
        Linked::Actor(id) => facts::of_actor(here, id),
    }
}

/// The last of those that took a position's place.
fn later(connection: &Connection, link: Linked) -> Result<Option<PositionId>> {
    let Linked::Position(mut id) = link else { return Ok(None) };
    let mut last = None;
    // A loop, which the dossier refuses, would end here all the same.
    for _ in 0..1000 {
        let rest = "WHERE supersedes = ? ORDER BY n DESC";
        let next = Position::select(connection, rest, [id])?;
        let Some(next) = next.into_iter().find(|next| next.state != PositionState::Withdrawn) else { break };
        (id, last) = (next.id, Some(next.id));
    }
    Ok(last)
}

/// The dossier itself.
struct Here<'a>(&'a Connection);

impl Find for Here<'_> {
    fn actor(&self, id: ActorId) -> Option<Actor> {
        Actor::get(self.0, id).ok()
    }
    fn issue(&self, id: IssueId) -> Option<Issue> {
        Issue::get(self.0, id).ok()
    }
    fn position(&self, id: PositionId) -> Option<Position> {
        positions::select(self.0, "WHERE position.id = ?", [id]).ok()?.pop()
    }
    fn excerpt(&self, id: ExcerptId) -> Option<Excerpt> {
        Excerpt::get(self.0, id).ok()
    }
    fn source(&self, id: SourceId) -> Option<Source> {
        Source::get(self.0, id).ok()
    }
}
