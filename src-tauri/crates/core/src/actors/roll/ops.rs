//! Taking a roll in.

use super::{Roll, RollActor, RollChoice, known_names};
use crate::actors::Actor;
use crate::actors::ops::ActorFacts;
use crate::dossier::Dossier;
use crate::error::{Error, Result};
use crate::fold::{folded, spelling};
use crate::ids::ActorId;
use crate::store::row::Stored;
use crate::transact::{Done, Op, Stamp, Tx};
use serde::Serialize;
use std::collections::BTreeSet;

/// What becomes of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Enrolment {
    /// A new actor.
    New {
        /// Its name in the program.
        id: ActorId,
        /// What is so.
        actor: RollActor,
    },
    /// One that is there: names it lacks are added, and what nothing is said of yet.
    Known {
        /// Which.
        id: ActorId,
        /// What the line says.
        actor: RollActor,
    },
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Enrolled {
    /// New actors.
    pub added: Vec<ActorId>,
    /// Actors that were there and had something added.
    pub merged: Vec<ActorId>,
    /// Names of those whose parent nobody goes by, or several do; they stand at the top.
    pub unplaced: Vec<String>,
}

impl Enrolment {
    fn parts(&self) -> (ActorId, &RollActor) {
        match self {
            Self::New { id, actor } | Self::Known { id, actor } => (*id, actor),
        }
    }
}

impl Dossier {
    /// Reads a table as actors that might be added.
    pub fn read_roll(&self, table: &[Vec<String>], choice: RollChoice) -> Result<Roll> {
        let actors = Actor::select(&self.store.connection, "ORDER BY n", [])?;
        Ok(Roll::read(table, choice, &actors))
    }

    /// Takes the lines of a roll in, all in one step, in any order of parents and their people.
    pub fn import_actors(&mut self, lines: &[Enrolment], stamp: &Stamp) -> Result<Done<Enrolled>> {
        self.transact(Op::ImportActors, stamp, |tx| {
            let mut done = Enrolled { added: Vec::new(), merged: Vec::new(), unplaced: Vec::new() };
            for line in lines {
                match line {
                    Enrolment::New { id, actor } => {
                        tx.create_actor(*id, facts(actor))?;
                        done.added.push(*id);
                    }
                    Enrolment::Known { id, actor } => {
                        if tx.add_to_actor(*id, actor)? {
                            done.merged.push(*id);
                        }
                    }
                }
            }
            let actors = Actor::select(tx.connection, "ORDER BY n", [])?;
            let names = known_names(&actors);
            for (id, actor) in lines.iter().map(Enrolment::parts) {
                let Some(parent) = &actor.parent else { continue };
                match names.get(&folded(parent)).map_or(&[][..], Vec::as_slice) {
                    [parent] => tx.place_under(id, *parent, &actor.name)?,
                    _ => done.unplaced.push(actor.name.clone()),
                }
            }
            tx.about(match lines {
                [only] => only.parts().1.name.clone(),
                several => format!("{} actors", several.len()),
            });
            Ok(done)
        })
    }
}

impl Tx<'_> {
    /// Adds to an actor what a line says and it lacks; whether there was anything.
    fn add_to_actor(&mut self, id: ActorId, line: &RollActor) -> Result<bool> {
        let before = Actor::get(self.connection, id)?;
        let mut actor = before.clone();
        let mut known: BTreeSet<String> = actor.names().map(|name| spelling(name)).collect();
        let new: Vec<String> = line.names().filter(|name| known.insert(spelling(name))).cloned().collect();
        actor.aliases.extend(new);
        actor.role = actor.role.or_else(|| line.role.clone());
        self.put(&actor)?;
        Ok(actor != before)
    }

    /// Puts an actor under another, unless it stands under somebody already.
    fn place_under(&mut self, id: ActorId, parent: ActorId, name: &str) -> Result<()> {
        let mut actor = Actor::get(self.connection, id)?;
        if actor.parent.is_some() {
            return Ok(());
        }
        self.refuse_circle(id, Some(parent))
            .map_err(|_| Error::rule(format!("{name} cannot stand under itself. Nothing was imported.")))?;
        actor.parent = Some(parent);
        actor.place = self.last_place("actor", Some(parent))?;
        self.put(&actor)
    }
}

fn facts(line: &RollActor) -> ActorFacts {
    ActorFacts {
        name: line.name.clone(),
        short_name: line.short_name.clone(),
        kind: line.kind,
        parent: None,
        aliases: line.aliases.clone(),
        role: line.role.clone(),
        role_from: None,
        role_to: None,
        pronunciation: None,
    }
}
