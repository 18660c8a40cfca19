//! Actors: those who can take a position, as a tree, each with the other names they go by.

pub mod ops;
pub mod queries;
pub mod roll;
pub mod split;
#[cfg(test)]
mod tests;

use crate::ids::ActorId;
use crate::order::OrderKey;
use crate::store::codec::words;
use crate::store::row::stored;
use crate::time::PartialDate;
use serde::{Deserialize, Serialize};

words! {
    /// What sort of actor it is.
    ActorKind {
        /// A state.
        State = "state",
        /// An international organisation.
        InternationalOrganisation = "international_organisation",
        /// A ministry, agency, office or parliament.
        GovernmentBody = "government_body",
        /// A political party.
        Party = "party",
        /// A company.
        Company = "company",
        /// A loose group.
        Group = "group",
        /// A person.
        Person = "person",
    }
}

/// Somebody who can take a position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Actor {
    /// Its name in the program.
    pub id: ActorId,
    /// Full name.
    pub name: String,
    /// Name for tables and margins.
    pub short_name: Option<String>,
    /// What sort of actor.
    pub kind: ActorKind,
    /// Whom it belongs to.
    pub parent: Option<ActorId>,
    /// Its place among those with the same parent.
    pub place: OrderKey,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// Office held.
    pub role: Option<String>,
    /// Since when.
    pub role_from: Option<PartialDate>,
    /// Until when.
    pub role_to: Option<PartialDate>,
    /// How to say the name, the stressed syllable in capitals.
    pub pronunciation: Option<String>,
}

impl Actor {
    /// The shortest name it goes by in print.
    #[must_use]
    pub fn label(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }

    /// Every name it goes by: the full one, the short one, the others.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.name).chain(&self.short_name).chain(&self.aliases)
    }
}

stored!(Actor, "actor": plain id, plain name, plain short_name, plain kind, plain parent, plain place, json aliases,
    plain role, plain role_from, plain role_to, plain pronunciation);
