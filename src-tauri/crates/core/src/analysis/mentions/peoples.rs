//! "Kessian" for Kessia: what else those of a dossier are called, by the language's table and by regular endings.

use crate::actors::{Actor, ActorKind};
use crate::analysis::language::Lexicon;
use crate::fold::folded;
use std::collections::HashMap;

/// The states and organisations of a dossier by their people's adjectives and other names.
#[derive(Debug, Default)]
pub(in crate::analysis) struct Peoples {
    whose: HashMap<String, usize>,
}

/// A shorter name gives no adjective by rule: too many words would look like one.
const SHORTEST: usize = 4;

impl Peoples {
    pub(super) fn of(actors: &[Actor], lexicon: &Lexicon) -> Self {
        let mut whose = HashMap::new();
        for (number, actor) in actors.iter().enumerate().filter(|(_, actor)| actor.kind != ActorKind::Person)
        {
            for name in actor.names().map(|name| folded(name)) {
                for people in lexicon.peoples.get(&name).into_iter().flatten() {
                    whose.insert(people.clone(), number);
                }
                let is_regular = actor.kind == ActorKind::State
                    && name.chars().count() >= SHORTEST
                    && name.chars().all(char::is_alphabetic);
                if is_regular {
                    for people in regular(&name, lexicon) {
                        whose.entry(people).or_insert(number);
                    }
                }
            }
        }
        Self { whose }
    }

    /// Whose a word is, folded; their number among the actors.
    pub(in crate::analysis) fn get(&self, word: &str) -> Option<usize> {
        self.whose.get(word).copied()
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
