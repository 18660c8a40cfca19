//! Two in one: part of an actor becomes somebody of its own, with the names and positions that are its own.

use super::Actor;
use super::ops::ActorFacts;
use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::fold::spelling;
use crate::ids::{ActorId, PositionId};
use crate::order::OrderKey;
use crate::positions::PositionActor;
use crate::store::row::Stored;
use crate::transact::{Done, Op, Stamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is to be split off an actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SplitOff {
    /// The id of the one that it becomes.
    pub id: ActorId,
    /// What is so of that one. The names it goes by are no longer other names of the one it was part of.
    pub facts: ActorFacts,
    /// The positions that are its own.
    pub positions: Vec<PositionId>,
}

impl Dossier {
    /// Makes part of the actor `of` one of its own; whatever is not named stays where it is.
    pub fn split_actor(&mut self, of: ActorId, part: SplitOff, stamp: &Stamp) -> Result<Done<Actor>> {
        self.transact(Op::SplitActor, stamp, |tx| {
            if part.id == of {
                return Err(Error::rule("An actor cannot be split off itself."));
            }
            let mut actor = Actor::get(tx.connection, of)?;
            let mut made = tx.create_actor(part.id, part.facts)?;
            if made.parent == actor.parent {
                // Beside the one that it was part of, where it is looked for.
                let siblings = "WHERE parent IS ? AND place > ? AND id <> ? ORDER BY place, n LIMIT 1";
                let next = Actor::select(tx.connection, siblings, (actor.parent, &actor.place, made.id))?;
                made.place = OrderKey::between(Some(&actor.place), next.first().map(|next| &next.place));
                tx.put(&made)?;
            }
            let its: BTreeSet<String> = made.names().map(|name| spelling(name)).collect();
            actor.aliases.retain(|alias| !its.contains(&spelling(alias)));
            actor.short_name = actor.short_name.filter(|short| !its.contains(&spelling(short)));
            tx.put(&actor)?;
            for position in part.positions {
                let id = PositionActor::id_of(position, of);
                let mut taken = PositionActor::get(tx.connection, &id).map_err(|error| match error {
                    Error::NotFound { .. } => {
                        Error::rule(format!("One of the positions is not {}’s.", actor.name))
                    }
                    other => other,
                })?;
                tx.remove::<PositionActor>(&id)?;
                taken.id = PositionActor::id_of(position, made.id);
                taken.actor = made.id;
                tx.put(&taken)?;
            }
            tx.about(format!("{} from {}", made.name, actor.name));
            Ok(made)
        })
    }
}
