//! Reading actors.

use super::Actor;
use crate::dossier::Dossier;
use crate::error::Result;
use crate::ids::ActorId;
use crate::store::row::Stored;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An actor at its place in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ActorRow {
    /// The actor.
    pub actor: Actor,
    /// How many stand above it.
    pub depth: u32,
    /// How many positions it takes.
    pub positions: u32,
}

impl Dossier {
    /// All actors in tree order: each before those under it.
    pub fn actors(&self) -> Result<Vec<ActorRow>> {
        let connection = &self.store.connection;
        let mut count = connection.prepare_cached("SELECT count(*) FROM position_actor WHERE actor = ?")?;
        in_tree_order(connection)?
            .into_iter()
            .map(|(actor, depth)| {
                let positions = count.query_row([actor.id], |row| row.get(0))?;
                Ok(ActorRow { actor, depth, positions })
            })
            .collect()
    }

    /// One actor.
    pub fn actor(&self, id: ActorId) -> Result<Actor> {
        Actor::get(&self.store.connection, id)
    }
}

/// All actors with their depth, each before those under it.
pub(crate) fn in_tree_order(connection: &Connection) -> Result<Vec<(Actor, u32)>> {
    let mut children: BTreeMap<Option<ActorId>, Vec<Actor>> = BTreeMap::new();
    for actor in Actor::select(connection, "ORDER BY place DESC, n DESC", [])? {
        children.entry(actor.parent).or_default().push(actor);
    }
    // A stack of what is still to be listed; lists are in reverse, so the top is the next.
    let mut waiting: Vec<(Actor, u32)> =
        children.remove(&None).unwrap_or_default().into_iter().map(|actor| (actor, 0)).collect();
    let mut rows = Vec::new();
    while let Some((actor, depth)) = waiting.pop() {
        let below = children.remove(&Some(actor.id)).unwrap_or_default();
        waiting.extend(below.into_iter().map(|child| (child, depth + 1)));
        rows.push((actor, depth));
    }
    Ok(rows)
}
