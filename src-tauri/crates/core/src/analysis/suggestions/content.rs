//! Where what is said leans.

use super::clause::Sentence;
use super::modal::{is_adverb, is_heightened, is_measured, opposite, says_nothing};
use crate::analysis::language::Lean;
use std::ops::Range;

/// A "not" this many words before says no to what follows.
const REACH: usize = 3;

/// Where the words of a speaker lean: by the first of them that tells.
pub(super) fn lean(sentence: &Sentence<'_>, said: Range<usize>) -> Option<Lean> {
    let said = said.start..said.end.min(sentence.words.len());
    said.clone()
        .find_map(|at| telling(sentence, at, &said))
        .or_else(|| quoted_no(sentence, &said).then_some(Lean::Against))
}

/// Where the words that begin at `at` lean, with what says no to them before and after: the longest of them counts.
fn telling(sentence: &Sentence<'_>, at: usize, said: &Range<usize>) -> Option<Lean> {
    let lexicon = sentence.lexicon;
    let words = sentence.words.get(at..said.end)?;
    let signs = [
        (&lexicon.content_for, Lean::For),
        (&lexicon.content_neither, Lean::Neither),
        (&lexicon.content_unclear, Lean::Unclear),
        (&lexicon.content_against, Lean::Against),
    ];
    let (length, lean) = signs
        .iter()
        .filter_map(|(phrases, lean)| phrases.at(words).map(|(length, ())| (length, *lean)))
        .max_by_key(|(length, _)| *length)?;
    let end = at + length;
    let refuses = refusal(sentence, at..end);
    // "Could not be more supportive": what follows tells.
    if refuses && (at.saturating_sub(1)..=at).any(|could| is_heightened(sentence, could)) {
        return None;
    }
    match lean {
        Lean::Against if refuses => Some(refused(sentence, end, said)),
        Lean::Against if is_denied(sentence, at, said) => Some(Lean::For),
        Lean::For if is_denied(sentence, at, said) != is_turned(sentence, end, said) => Some(opposite(lean)),
        _ => Some(lean),
    }
}

/// Where a refusal that ends at `end` leans: against, unless what is refused is a refusal itself.
fn refused(sentence: &Sentence<'_>, end: usize, said: &Range<usize>) -> Lean {
    let lexicon = sentence.lexicon;
    let words = |from: usize| sentence.words.get(from..said.end).unwrap_or_default();
    // "There can be no question of it" is a refusal of its own.
    if sentence.word(end - 1) == "no"
        && lexicon.content_against.at(words(end - 1)).is_some_and(|(length, ())| length > 1)
    {
        return Lean::Against;
    }
    let next = (end..said.end.min(end + REACH)).find(|next| {
        !is_adverb(sentence, *next) && !is_be(sentence, *next) && !matches!(sentence.word(*next), "to" | "of")
    });
    let Some(next) = next else { return Lean::Against };
    // "Nobody should doubt that it is fair": the rest tells.
    if let Some((length, ())) = lexicon.content_doubts.at(words(next)) {
        return self::lean(sentence, next + length..said.end).unwrap_or(Lean::Unclear);
    }
    // "Will not oppose", "no longer against", "must not be repealed", "no delay".
    let is_refusal = lexicon.content_against.at(words(next)).is_some()
        || turns(sentence, next, said)
        || lexicon.content_hindrances.at(words(next)).is_some();
    if is_refusal && !refusal(sentence, next..next + 1) { Lean::For } else { Lean::Against }
}

/// Whether a "not" or the like is among the words.
fn refusal(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    sentence.words.get(words).is_some_and(|words| sentence.lexicon.negations.find(words).is_some())
}

/// "Not a fair deal", "no captain should", in one clause with what begins at `at`.
fn is_denied(sentence: &Sentence<'_>, at: usize, said: &Range<usize>) -> bool {
    (at.saturating_sub(REACH).max(said.start)..at)
        .rev()
        .take_while(|back| {
            sentence.tokens[*back].is_word() && !matches!(sentence.word(*back), "but" | "and" | "that")
        })
        .any(|back| {
            refusal(sentence, back..back + 1)
                && !matches!(sentence.word(back + 1), "only" | "doubt" | "just")
                && !is_measured(sentence, back + 1)
                && !is_unequalled(sentence, back, at)
        })
}

/// "Nothing is more important", "could not be more supportive": what begins at `at` holds all the more.
fn is_unequalled(sentence: &Sentence<'_>, back: usize, at: usize) -> bool {
    let is_none = match sentence.word(back) {
        // "No more acceptable than before" is a no.
        "no" => sentence.word(back + 1) != "more",
        word => !matches!(word, "not" | "’t" | "cannot"),
    };
    let is_more = (back + 1..at).any(|more| matches!(sentence.word(more), "more" | "greater" | "better"));
    is_none && is_more || back > 0 && is_heightened(sentence, back - 1)
}

/// "Would release nobody", "should be scrapped", after what ends at `end`.
fn is_turned(sentence: &Sentence<'_>, end: usize, said: &Range<usize>) -> bool {
    let next = (end..said.end)
        .find(|next| !is_be(sentence, *next) && !is_adverb(sentence, *next))
        .unwrap_or(said.end);
    end < said.end && says_nothing(sentence, end) || turns(sentence, next, said)
}

/// Whether what begins at `at` does away with what it is about.
fn turns(sentence: &Sentence<'_>, at: usize, said: &Range<usize>) -> bool {
    let words = sentence.words.get(at..said.end).unwrap_or_default();
    sentence.lexicon.turns.at(words).is_some() || sentence.lexicon.content_turns.at(words).is_some()
}

fn is_be(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.lexicon.be.contains(sentence.word(at))
}

/// Whether somebody is quoted with a "not" or a "never".
fn quoted_no(sentence: &Sentence<'_>, said: &Range<usize>) -> bool {
    sentence.quotes.ranges.iter().any(|quote| {
        let from = quote.start.max(said.start);
        refusal(sentence, from..quote.end.min(said.end).max(from))
    })
}
