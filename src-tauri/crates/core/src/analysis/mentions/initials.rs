//! Initials: "U.S." beside "United States" is the same actor by another name.

use super::kinds::is_acronym;
use super::new_names::NewName;
use crate::actors::Actor;
use std::collections::{BTreeMap, HashMap};

/// Counts initials with the one name in the text that they are those of, and tells of those left which actor's they are.
pub(super) fn join_initials(found: &mut BTreeMap<String, NewName>, actors: &[Actor]) {
    let short: Vec<String> =
        found.keys().filter(|name| !name.contains(' ') && is_acronym(name)).cloned().collect();
    if short.is_empty() {
        return;
    }
    let full = by_initials(found.keys().map(|name| (name.as_str(), name.clone())));
    let whose =
        by_initials(actors.iter().flat_map(|actor| actor.names().map(move |name| (name.as_str(), actor))));
    for initials in short {
        let letters = letters(&initials);
        match (full.get(&letters).map(Vec::as_slice), whose.get(&letters).map(Vec::as_slice)) {
            (Some([full]), None) => {
                let Some(gone) = found.remove(&initials) else { continue };
                if let Some(kept) = found.get_mut(full) {
                    kept.count += gone.count;
                    kept.also.push(gone.name);
                }
            }
            (None, Some([actor])) => {
                if let Some(name) = found.get_mut(&initials) {
                    name.of = Some(actor.id);
                    name.kind = actor.kind;
                }
            }
            _ => {}
        }
    }
}

/// Who goes by names of these initials, each once.
fn by_initials<'n, T: PartialEq>(names: impl Iterator<Item = (&'n str, T)>) -> HashMap<String, Vec<T>> {
    let mut by_initials: HashMap<String, Vec<T>> = HashMap::new();
    for (name, whose) in names {
        let initials = initials_of(name);
        if !initials.is_empty() {
            let known = by_initials.entry(initials).or_default();
            if !known.contains(&whose) {
                known.push(whose);
            }
        }
    }
    by_initials
}

fn letters(initials: &str) -> String {
    initials.chars().filter(|letter| *letter != '.').collect()
}

/// The capitals with which the words of a name begin; nothing for a name of one word.
fn initials_of(name: &str) -> String {
    let capitals: String = name
        .split(|letter: char| letter.is_whitespace() || letter == '-')
        .filter_map(|word| word.chars().next().filter(|first| first.is_uppercase()))
        .collect();
    if capitals.chars().count() > 1 { capitals } else { String::new() }
}
