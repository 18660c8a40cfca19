//! Sentences that say what an actor holds or does, or give a figure, and lead to no evidence.
//!
//! Evidence later in the same text counts for what stands before it, as writers cite at the end of a thought. Lines to
//! take, recommendations and whatever says what we want are no claims; a bottom line rests on what follows it.

use super::manner::Manner;
use super::prose::{Prose, Sentence};
use super::{CheckKind, Found};
use crate::analysis::language::{Lexicon, Token};
use crate::analysis::mentions::Cast;
use crate::fold::folded;
use crate::notes::NoteSnapshot;

/// The fewest words that can be a claim.
const SHORTEST: usize = 3;

pub(super) fn check(snapshot: &NoteSnapshot, prose: &Prose, found: &mut Found) {
    let Some(manner) = Manner::of(&snapshot.note.language) else { return };
    let language = Some(snapshot.note.language.as_str());
    let words = prose.words(Lexicon::of(language));
    let named = Cast::of(snapshot.actors.clone(), language).places(&words);
    let mut mentioned = named.iter().map(|place| place.words.clone()).peekable();
    for sentence in prose.sentences(&words) {
        let mut here = Vec::new();
        while let Some(name) = mentioned.next_if(|name| name.start < sentence.tokens.end) {
            if name.start >= sentence.tokens.start {
                here.push(name.start - sentence.tokens.start..name.end - sentence.tokens.start);
            }
        }
        let tokens = &words.tokens[sentence.tokens.clone()];
        if !sentence.piece.states || sentence.is_covered() || sentence.asks() || is_ours(manner, tokens) {
            continue;
        }
        if tokens.iter().filter(|token| token.is_word()).count() < SHORTEST {
            continue;
        }
        // A judgement is weighed by its likelihood, which the writer owes; what is so is owed evidence.
        let said: Vec<String> = tokens.iter().map(|token| folded(token.text)).collect();
        if manner.likelihood.find(&said).is_some() {
            continue;
        }
        if here.iter().any(|name| acts(manner, tokens, name.clone(), &sentence))
            || gives_a_figure(manner, tokens, &sentence)
        {
            let message = format!("No evidence is given for “{}”.", shortened(&sentence.text));
            let check = found.add(CheckKind::Claim, Some(sentence.piece.block), &sentence.text, message);
            check.words = Some(sentence.text.clone());
            check.sentence = Some(sentence.text.clone());
        }
    }
}

/// Whether the sentence speaks of ourselves or says what ought to be.
fn is_ours(manner: &Manner, tokens: &[Token<'_>]) -> bool {
    tokens.iter().any(|token| manner.ours.contains(&folded(token.text)))
}

/// Whether the actor named there does something in the sentence.
fn acts(
    manner: &Manner,
    tokens: &[Token<'_>],
    name: std::ops::Range<usize>,
    sentence: &Sentence<'_>,
) -> bool {
    let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map(|token| token.text);
    let before = name.start.checked_sub(1);
    let earlier = word(name.start.checked_sub(2));
    if word(before).is_some_and(|before| manner.is_verb_before(before, earlier)) {
        return true;
    }
    let mut next = name.end;
    while tokens.get(next).is_some_and(|token| manner.between.contains(&folded(token.text))) {
        next += 1;
    }
    let Some(verb) = tokens.get(next).filter(|verb| !verb.is_possessive()) else { return false };
    // A verb that does not show itself, in what is clearly a sentence.
    let long = tokens.iter().filter(|token| token.is_word()).count() > 4;
    let opens =
        long && name.start <= 1 && sentence.text.ends_with('.') && verb.text.starts_with(char::is_lowercase);
    manner.is_verb(verb.text) || opens
}

/// A number that somebody counted: "10 million", "40 %", "€3".
fn gives_a_figure(manner: &Manner, tokens: &[Token<'_>], sentence: &Sentence<'_>) -> bool {
    let number = |token: &Token<'_>| token.text.starts_with(|first: char| first.is_ascii_digit());
    sentence.text.ends_with('.')
        && tokens.iter().enumerate().any(|(at, token)| {
            let after = tokens.get(at + 1).map(|next| folded(next.text)).unwrap_or_default();
            let before = at.checked_sub(1).map_or("", |before| tokens[before].text);
            number(token) && (manner.units.contains(&after) || matches!(before, "€" | "$" | "£"))
        })
}

/// The beginning of a sentence, as far as a line of the list has room for it.
pub(super) fn shortened(sentence: &str) -> String {
    const ROOM: usize = 56;
    let plain = sentence.trim_end_matches('.');
    if plain.chars().count() <= ROOM {
        return plain.to_owned();
    }
    let cut: String = plain.chars().take(ROOM).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole).trim_end_matches(','))
}
