//! Sentences that say what an actor holds or does, or give a figure, and lead to no evidence.
//!
//! Evidence later in the same text counts for what stands before it, as writers cite at the end of a thought. Lines to
//! take, recommendations and whatever says what we want are no claims; a bottom line rests on what follows it.

use super::prose::{Prose, Sentence};
use super::{CheckKind, Found, wording};
use crate::analysis::language::{Lexicon, Token};
use crate::analysis::mentions::Cast;
use crate::fold::folded;
use crate::notes::NoteSnapshot;

/// The fewest words that can be a claim.
const SHORTEST: usize = 3;

pub(super) fn check(snapshot: &NoteSnapshot, prose: &Prose, found: &mut Found) {
    if !wording::is_english(snapshot) {
        return;
    }
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
        if !sentence.piece.states || sentence.is_covered() || sentence.asks() || is_ours(tokens) {
            continue;
        }
        if tokens.iter().filter(|token| token.is_word()).count() < SHORTEST {
            continue;
        }
        // A judgement is weighed by its likelihood, which the writer owes; what is so is owed evidence.
        if wording::is_weighed(&sentence.text) {
            continue;
        }
        if here.iter().any(|name| acts(tokens, name.clone(), &sentence)) || gives_a_figure(tokens, &sentence)
        {
            let message = format!("No evidence is given for “{}”.", shortened(&sentence.text));
            let check = found.add(CheckKind::Claim, Some(sentence.piece.block), &sentence.text, message);
            check.words = Some(sentence.text.clone());
            check.sentence = Some(sentence.text.clone());
        }
    }
}

/// Whether the sentence speaks of ourselves or says what ought to be.
fn is_ours(tokens: &[Token<'_>]) -> bool {
    let ours = ["we", "our", "ours", "i", "should", "ought", "you", "your"];
    tokens.iter().any(|token| ours.contains(&folded(token.text).as_str()) || token.text == "HMG")
}

/// Verbs that carry a claim by themselves or with what follows.
const CARRIES: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "did", "does", "do", "can", "cannot",
    "could", "may", "might", "must", "shall", "said", "told", "wrote", "held", "met", "sent", "made", "took",
    "gave", "went", "want", "seek", "say", "think", "hope", "insist", "refuse", "support", "oppose",
    "reject", "accept", "demand", "expect", "believe", "fear", "remain", "agree", "disagree", "keep", "kept",
    "began", "left", "put", "chose",
];
/// What may stand between a name and its verb.
const BETWEEN: &[&str] = &[
    "also", "still", "now", "never", "not", "already", "only", "then", "again", "both", "no", "longer",
    "often",
];

/// Whether the actor named there does something in the sentence.
fn acts(tokens: &[Token<'_>], name: std::ops::Range<usize>, sentence: &Sentence<'_>) -> bool {
    let mut next = name.end;
    while tokens.get(next).is_some_and(|token| BETWEEN.contains(&folded(token.text).as_str())) {
        next += 1;
    }
    let Some(verb) = tokens.get(next) else { return false };
    if verb.is_possessive() {
        return false;
    }
    let word = verb.text;
    let bends = word.chars().count() > 3
        && word.starts_with(char::is_lowercase)
        && (word.ends_with('s') && !word.ends_with("ss") || word.ends_with("ed"));
    // A verb that does not show itself, in what is clearly a sentence.
    let long = tokens.iter().filter(|token| token.is_word()).count() > 4;
    let opens =
        long && name.start <= 1 && sentence.text.ends_with('.') && word.starts_with(char::is_lowercase);
    bends || CARRIES.contains(&folded(word).as_str()) || opens
}

const UNITS: &[&str] = &[
    "million", "billion", "trillion", "thousand", "percent", "per", "people", "troops", "soldiers",
    "refugees",
];

/// A number that somebody counted: "10 million", "40 %", "€3".
fn gives_a_figure(tokens: &[Token<'_>], sentence: &Sentence<'_>) -> bool {
    let number = |token: &Token<'_>| token.text.starts_with(|first: char| first.is_ascii_digit());
    sentence.text.ends_with('.')
        && tokens.iter().enumerate().any(|(at, token)| {
            let after = tokens.get(at + 1).map(|next| folded(next.text)).unwrap_or_default();
            let before = at.checked_sub(1).map_or("", |before| tokens[before].text);
            number(token)
                && (UNITS.contains(&after.as_str()) || after == "%" || matches!(before, "€" | "$" | "£"))
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
