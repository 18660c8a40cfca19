//! Actors and their tree.

use super::{Actor, ActorKind};
use crate::dossier::Dossier;
use crate::error::{Error, Result, counted};
use crate::fold::spelling;
use crate::ids::ActorId;
use crate::notes::block::BlockRow;
use crate::order::OrderKey;
use crate::positions::{Position, PositionActor};
use crate::sources::ops::required;
use crate::store::row::Stored;
use crate::time::PartialDate;
use crate::transact::{Done, Op, Stamp, Tx};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a person says about an actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ActorFacts {
    /// Full name.
    pub name: String,
    /// Name for tables and margins.
    pub short_name: Option<String>,
    /// What sort of actor.
    pub kind: ActorKind,
    /// Whom it belongs to.
    pub parent: Option<ActorId>,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// Office held.
    pub role: Option<String>,
    /// Since when.
    pub role_from: Option<PartialDate>,
    /// Until when.
    pub role_to: Option<PartialDate>,
    /// How to say the name.
    pub pronunciation: Option<String>,
}

impl Dossier {
    /// Adds an actor, last among those of its parent.
    pub fn create_actor(&mut self, id: ActorId, facts: ActorFacts, stamp: &Stamp) -> Result<Done<Actor>> {
        self.transact(Op::CreateActor, stamp, |tx| tx.create_actor(id, facts))
    }

    /// Changes what is said about an actor. Under a new parent it comes last.
    pub fn edit_actor(&mut self, id: ActorId, facts: ActorFacts, stamp: &Stamp) -> Result<Done<Actor>> {
        self.transact(Op::EditActor, stamp, |tx| {
            let before = Actor::get(tx.connection, id)?;
            let place = if facts.parent == before.parent {
                before.place
            } else {
                tx.last_place("actor", facts.parent)?
            };
            tx.write_actor(id, place, facts)
        })
    }

    /// Moves an actor under `parent`, right after `after` there, or first.
    pub fn move_actor(
        &mut self,
        id: ActorId,
        parent: Option<ActorId>,
        after: Option<ActorId>,
        stamp: &Stamp,
    ) -> Result<Done<Actor>> {
        self.transact(Op::MoveActor, stamp, |tx| {
            tx.refuse_circle(id, parent)?;
            let mut actor = Actor::get(tx.connection, id)?;
            let siblings = Actor::select(
                tx.connection,
                "WHERE parent IS ? AND id <> ? ORDER BY place, n",
                (parent, id),
            )?;
            let at = after.and_then(|after| siblings.iter().position(|sibling| sibling.id == after));
            let next = siblings.get(at.map_or(0, |at| at + 1));
            actor.place =
                OrderKey::between(at.map(|at| &siblings[at].place), next.map(|sibling| &sibling.place));
            actor.parent = parent;
            tx.about(actor.name.clone());
            tx.put(&actor)?;
            Ok(actor)
        })
    }

    /// Makes `gone` part of `kept`: its names become aliases, its people, positions and words move over.
    pub fn merge_actors(&mut self, gone: ActorId, kept: ActorId, stamp: &Stamp) -> Result<Done<Actor>> {
        self.transact(Op::MergeActors, stamp, |tx| {
            if gone == kept {
                return Err(Error::rule("An actor cannot be merged with itself."));
            }
            tx.refuse_circle(gone, Some(kept)).or_else(|_| tx.lift_out(kept, gone))?;
            let old = Actor::get(tx.connection, gone)?;
            let mut actor = Actor::get(tx.connection, kept)?;
            let mut known: BTreeSet<String> = actor.names().map(|name| spelling(name)).collect();
            let names =
                [Some(old.name.clone()), old.short_name.clone()].into_iter().flatten().chain(old.aliases);
            actor.aliases.extend(names.filter(|name| known.insert(spelling(name))));
            if actor.role.is_none() {
                (actor.role, actor.role_from, actor.role_to) = (old.role, old.role_from, old.role_to);
            }
            actor.pronunciation = actor.pronunciation.or(old.pronunciation);
            tx.about(format!("{} into {}", old.name, actor.name));
            tx.put(&actor)?;
            for mut child in Actor::select(tx.connection, "WHERE parent = ? ORDER BY place, n", [gone])? {
                child.place = tx.last_place("actor", Some(kept))?;
                child.parent = Some(kept);
                tx.put(&child)?;
            }
            for mut part in PositionActor::select(tx.connection, "WHERE actor = ?", [gone])? {
                let already = PositionActor::select(
                    tx.connection,
                    "WHERE position = ? AND actor = ?",
                    (part.position, kept),
                )?;
                tx.remove::<PositionActor>(&part.id)?;
                if already.is_empty() {
                    part.actor = kept;
                    part.id = PositionActor::id_of(part.position, kept);
                    tx.put(&part)?;
                }
            }
            for mut position in Position::select(tx.connection, "WHERE speaker = ?", [gone])? {
                position.speaker = Some(kept);
                tx.put(&position)?;
            }
            for mut block in BlockRow::select(tx.connection, "WHERE instr(body, ?)", [gone.to_string()])? {
                if block.body.rename_actor(gone, kept) {
                    tx.put(&block)?;
                }
            }
            tx.remove::<Actor>(&gone.to_string())?;
            Ok(actor)
        })
    }

    /// Drops an actor that nothing rests on; its people move up to its parent.
    pub fn delete_actor(&mut self, id: ActorId, stamp: &Stamp) -> Result<Done<()>> {
        self.transact(Op::DeleteActor, stamp, |tx| {
            let actor = Actor::get(tx.connection, id)?;
            let used: u32 = tx.connection.query_row(
                "SELECT (SELECT count(*) FROM position_actor WHERE actor = ?1)
                      + (SELECT count(*) FROM position WHERE speaker = ?1)",
                [id],
                |row| row.get(0),
            )?;
            if used > 0 {
                return Err(Error::rule(format!(
                    "{} takes or speaks in {}. Merge it with another actor, or drop what it is in first.",
                    actor.name,
                    counted(used, "position")
                )));
            }
            tx.about(actor.name);
            for mut child in Actor::select(tx.connection, "WHERE parent = ? ORDER BY place, n", [id])? {
                child.place = tx.last_place("actor", actor.parent)?;
                child.parent = actor.parent;
                tx.put(&child)?;
            }
            tx.remove::<Actor>(&id.to_string())
        })
    }
}

impl Tx<'_> {
    /// Adds an actor, last among those of its parent.
    pub fn create_actor(&mut self, id: ActorId, facts: ActorFacts) -> Result<Actor> {
        if let Ok(there) = Actor::get(self.connection, id) {
            // A repeated request must not look like a conflict only because the place would differ.
            return self.write_actor(id, there.place, facts);
        }
        let place = self.last_place("actor", facts.parent)?;
        self.write_actor(id, place, facts)
    }

    fn write_actor(&mut self, id: ActorId, place: OrderKey, facts: ActorFacts) -> Result<Actor> {
        self.refuse_circle(id, facts.parent)?;
        let actor = Actor {
            id,
            name: required(facts.name, "a name")?,
            short_name: facts.short_name.filter(|name| !name.trim().is_empty()),
            kind: facts.kind,
            parent: facts.parent,
            place,
            aliases: facts.aliases.into_iter().filter(|alias| !alias.trim().is_empty()).collect(),
            role: facts.role,
            role_from: facts.role_from,
            role_to: facts.role_to,
            pronunciation: facts.pronunciation,
        };
        self.about(actor.name.clone());
        self.put(&actor)?;
        Ok(actor)
    }

    /// The place after the last of `parent`'s children.
    pub(crate) fn last_place(
        &self,
        table: &'static str,
        parent: Option<impl rusqlite::ToSql>,
    ) -> Result<OrderKey> {
        let sql = format!("SELECT max(place) FROM {table} WHERE parent IS ?");
        let last: Option<OrderKey> =
            self.connection.prepare_cached(&sql)?.query_row([parent], |row| row.get(0))?;
        Ok(OrderKey::between(last.as_ref(), None))
    }

    /// Takes `kept` out from under `gone`, which it is about to absorb, and puts it in its place.
    fn lift_out(&mut self, kept: ActorId, gone: ActorId) -> Result<()> {
        let mut actor = Actor::get(self.connection, kept)?;
        actor.parent = Actor::get(self.connection, gone)?.parent;
        actor.place = self.last_place("actor", actor.parent)?;
        self.put(&actor)
    }

    pub(super) fn refuse_circle(&self, id: ActorId, parent: Option<ActorId>) -> Result<()> {
        let mut above = parent;
        while let Some(next) = above {
            if next == id {
                return Err(Error::rule("An actor cannot stand under itself."));
            }
            above = Actor::get(self.connection, next)?.parent;
        }
        Ok(())
    }
}
