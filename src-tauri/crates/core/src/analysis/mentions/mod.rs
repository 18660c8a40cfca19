//! Who is named where: every known actor in a source's text, and names that are no actors yet.

mod endings;
mod kinds;
mod names;
mod new_names;
mod roles;
#[cfg(test)]
mod tests;

pub use kinds::likely_kind;
pub use new_names::NewName;

use super::language::{Lexicon, Token, Words};
use crate::actors::Actor;
use crate::ids::ActorId;
use crate::sources::Structure;
use endings::Endings;
use names::Names;
use roles::Roles;
use serde::Serialize;

/// An actor named in a text. Positions count Unicode scalar values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Mention {
    /// First character of the name.
    pub start: u32,
    /// One past its last.
    pub end: u32,
    /// Who it is; several where they share the name.
    pub actors: Vec<ActorId>,
}

/// A mention by the words and actors it was found in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) words: std::ops::Range<usize>,
    /// Numbers of actors in the list that was asked with.
    pub(super) actors: Vec<usize>,
}

/// The actors named in `text`, in the order of the text, and the names that might be added as actors, the most
/// frequent first.
#[must_use]
pub fn named_in(
    text: &str,
    structure: &Structure,
    language: Option<&str>,
    actors: &[Actor],
) -> (Vec<Mention>, Vec<NewName>) {
    let lexicon = Lexicon::of(language);
    let words = Words::of(text, structure, lexicon);
    let places = places(&words, language, actors);
    let new = new_names::new_names(&words.tokens, &places, lexicon);
    let mentions = places.into_iter().map(|place| Mention {
        start: words.tokens[place.words.start].start,
        end: words.tokens[place.words.end - 1].end,
        actors: place.actors.into_iter().map(|at| actors[at].id).collect(),
    });
    (mentions.collect(), new)
}

/// Where actors are named: by name, and by role once they have been named.
pub(super) fn places(words: &Words<'_>, language: Option<&str>, actors: &[Actor]) -> Vec<Place> {
    let lexicon = Lexicon::of(language);
    let names = Names::of(actors, lexicon, Endings::of(language));
    let roles = Roles::of(actors, lexicon);
    let tokens = &words.tokens;
    let mut seen = roles::Named::of(actors.len());
    let mut places: Vec<Place> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].opens_paragraph {
            seen.begin_paragraph();
        }
        let place = names
            .at(tokens, at)
            .filter(|place| !is_part_of_another_name(tokens, place, actors, lexicon))
            .or_else(|| roles.at(tokens, at, &seen));
        if let Some(place) = place {
            for actor in &place.actors {
                seen.add(*actor);
            }
            at = place.words.end;
            places.push(place);
        } else {
            at += 1;
        }
    }
    places
}

/// "Kessia Times" is not Kessia, and "Sarah Quell" not every Quell.
fn is_part_of_another_name(tokens: &[Token<'_>], place: &Place, actors: &[Actor], lexicon: &Lexicon) -> bool {
    let sets_off = |token: &Token<'_>| token.opens_sentence || !token.is_capitalised();
    let after = tokens.get(place.words.end);
    if after.is_some_and(|next| !sets_off(next) && lexicon.outlets.contains(&next.text.to_lowercase())) {
        return true;
    }
    let Some(before) = place.words.start.checked_sub(1).map(|before| tokens[before]) else { return false };
    place.words.len() == 1
        && !tokens[place.words.start].opens_sentence
        && lexicon.given_names.contains(before.text)
        && place.actors.iter().all(|actor| {
            let actor = &actors[*actor];
            let names =
                [Some(&actor.name), actor.short_name.as_ref()].into_iter().flatten().chain(&actor.aliases);
            actor.kind == crate::actors::ActorKind::Person
                && !names.flat_map(|name| name.split(' ')).any(|word| word == before.text)
        })
}
