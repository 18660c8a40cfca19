//! Who is named where: every known actor in a source's text, and names that are no actors yet.

mod endings;
mod initials;
mod kinds;
mod names;
mod new_names;
mod offices;
mod peoples;
mod roles;
mod runs;
#[cfg(test)]
mod tests;
mod uses;

pub use kinds::likely_kind;
pub use new_names::NewName;

use super::language::{Lexicon, Token, Words};
use crate::actors::Actor;
use crate::ids::ActorId;
use crate::sources::Structure;
use endings::Endings;
use names::Names;
pub(super) use peoples::Peoples;
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

/// The actors of a dossier with every name and role they go by in a language: read once, then any text is walked once.
#[derive(Debug)]
pub(crate) struct Cast {
    pub(super) actors: Vec<Actor>,
    pub(super) lexicon: &'static Lexicon,
    names: Names<'static>,
    roles: Roles,
    pub(super) peoples: Peoples,
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
    Cast::of(actors.to_vec(), language).named_in(text, structure)
}

impl Cast {
    pub(crate) fn of(actors: Vec<Actor>, language: Option<&str>) -> Self {
        let lexicon = Lexicon::of(language);
        let names = Names::of(&actors, lexicon, Endings::of(language));
        let roles = Roles::of(&actors, lexicon);
        let peoples = Peoples::of(&actors, lexicon);
        Self { actors, lexicon, names, roles, peoples }
    }

    pub(super) fn named_in(&self, text: &str, structure: &Structure) -> (Vec<Mention>, Vec<NewName>) {
        let words = Words::of(text, structure, self.lexicon);
        let places = self.places(&words);
        let new = new_names::new_names(&words.tokens, &places, self);
        let mentions = places.into_iter().map(|place| Mention {
            start: words.tokens[place.words.start].start,
            end: words.tokens[place.words.end - 1].end,
            actors: place.actors.into_iter().map(|at| self.actors[at].id).collect(),
        });
        (mentions.collect(), new)
    }

    /// Where actors are named: by name, and by role once they have been named.
    pub(super) fn places(&self, words: &Words<'_>) -> Vec<Place> {
        let tokens = &words.tokens;
        let mut seen = roles::Named::of(self.actors.len());
        let mut places: Vec<Place> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if tokens[at].opens_paragraph {
                seen.begin_paragraph();
            }
            let is_article = self.lexicon.is_article(tokens[at].text);
            let place = self
                .names
                .at(tokens, at, is_article)
                .filter(|place| !is_part_of_another_name(tokens, place, &self.actors, self.lexicon))
                .or_else(|| if is_article { self.roles.after(tokens, at, &seen) } else { None });
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
            let names = actor.names();
            actor.kind == crate::actors::ActorKind::Person
                && !names.flat_map(|name| name.split(' ')).any(|word| word == before.text)
        })
}
