//! Initials: "U.S." beside "United States" is the same actor by another name.

use super::kinds::is_acronym;
use super::new_names::NewName;
use crate::actors::Actor;
use std::collections::BTreeMap;

/// Counts initials with the one name in the text that they are those of, and tells of those left which actor's they are.
pub(super) fn join_initials(found: &mut BTreeMap<String, NewName>, actors: &[Actor]) {
    let short: Vec<String> =
        found.keys().filter(|name| !name.contains(' ') && is_acronym(name)).cloned().collect();
    for initials in short {
        let letters = letters(&initials);
        let full: Vec<String> = found.keys().filter(|name| initials_of(name) == letters).cloned().collect();
        let whose: Vec<&Actor> =
            actors.iter().filter(|actor| actor.names().any(|name| initials_of(name) == letters)).collect();
        if let ([full], []) = (full.as_slice(), whose.as_slice()) {
            let Some(gone) = found.remove(&initials) else { continue };
            if let Some(kept) = found.get_mut(full) {
                kept.count += gone.count;
                kept.also.push(gone.name);
            }
        } else if let ([], [actor]) = (full.as_slice(), whose.as_slice())
            && let Some(name) = found.get_mut(&initials)
        {
            name.of = Some(actor.id);
            name.kind = actor.kind;
        }
    }
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
