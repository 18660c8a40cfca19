//! "Kessian" for Kessia: the adjectives of states, by the language's table and by their regular endings.

use crate::actors::{Actor, ActorKind};
use crate::analysis::language::Lexicon;
use crate::fold::folded;
use std::collections::HashMap;

/// The states of a dossier by their adjectives.
#[derive(Debug, Default)]
pub(super) struct Nationals {
    states: HashMap<String, usize>,
}

/// A shorter name gives no adjective by rule: too many words would look like one.
const SHORTEST: usize = 4;

impl Nationals {
    pub(super) fn of(actors: &[Actor], lexicon: &Lexicon) -> Self {
        let mut states = HashMap::new();
        for (number, actor) in actors.iter().enumerate().filter(|(_, actor)| actor.kind == ActorKind::State) {
            let names = std::iter::once(&actor.name).chain(&actor.short_name).chain(&actor.aliases);
            for name in names.map(|name| folded(name)) {
                for adjective in lexicon.nationals.get(&name).into_iter().flatten() {
                    states.insert(adjective.clone(), number);
                }
                if name.chars().count() >= SHORTEST && name.chars().all(char::is_alphabetic) {
                    for adjective in regular(&name, lexicon) {
                        states.entry(adjective).or_insert(number);
                    }
                }
            }
        }
        Self { states }
    }

    pub(super) fn get(&self, adjective: &str) -> Option<usize> {
        self.states.get(adjective).copied()
    }
}

/// "Kessian", "Vellandish": the name, whole or without its last letter, with each ending.
fn regular(name: &str, lexicon: &Lexicon) -> Vec<String> {
    let shorter = name.char_indices().next_back().map_or(name, |(last, _)| &name[..last]);
    [name, shorter]
        .iter()
        .flat_map(|stem| lexicon.national_endings.iter().map(move |ending| format!("{stem}{ending}")))
        .collect()
}
