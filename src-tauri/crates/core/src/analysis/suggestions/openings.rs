//! What stands before the words of a paragraph: a dateline, the name of whose turn it is.

use crate::actors::{Actor, ActorKind};
use crate::analysis::language::Token;
use crate::analysis::mentions::Place;

/// How many tokens a dateline has at most.
const LONGEST_DATELINE: usize = 14;

/// Where the words begin after "VARNBY, Nov 12 (agency) —", which says nothing about Varnby. What follows a dateline
/// begins as a sentence does: "NATO – which met – rejected it" has none.
pub(super) fn dateline(tokens: &[Token<'_>]) -> usize {
    let is_place = |token: &Token<'_>| {
        token.text.chars().count() > 2
            && token.text.chars().all(|letter| !letter.is_lowercase())
            && token.is_capitalised()
    };
    let is_dash = |token: &Token<'_>| matches!(token.text, "—" | "–" | "-") && !token.joined;
    let Some(dash) = tokens.iter().take(LONGEST_DATELINE).position(is_dash) else { return 0 };
    let head = &tokens[..dash];
    let fits = |token: &Token<'_>| !token.text.starts_with(char::is_lowercase);
    let tail = dash + 1 + usize::from(tokens.get(dash + 1).is_some_and(|next| next.text == "-"));
    let begins = tokens.get(tail).is_some_and(fits);
    if head.first().is_some_and(is_place) && head.iter().all(fits) && begins { tail } else { 0 }
}

/// Whose turn it is where a paragraph begins with a person's name and a colon, and where the words begin.
pub(super) fn turn(
    tokens: &[Token<'_>],
    base: usize,
    places: &[Place],
    actors: &[Actor],
) -> Option<(Vec<usize>, usize)> {
    let place = places.first().filter(|place| place.words.start <= base + 2)?;
    let colon = place.words.end - base;
    let is_person = place.actors.iter().all(|actor| actors[*actor].kind == ActorKind::Person);
    let opens =
        is_person && tokens.get(colon).is_some_and(|sign| sign.text == ":") && colon + 1 < tokens.len();
    opens.then(|| (place.actors.clone(), colon + 1))
}
