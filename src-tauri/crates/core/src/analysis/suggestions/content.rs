//! Where what is said leans.

use super::clause::Sentence;
use super::modal::{is_adverb, opposite};
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
    match lean {
        // "Will not oppose", "no longer against".
        Lean::Against if refuses => {
            let next = (end..said.end.min(end + 2))
                .find(|next| !is_adverb(sentence, *next) && !is_be(sentence, *next))?;
            let is_denied = lexicon.content_against.at(&sentence.words[next..said.end]).is_some()
                && !refusal(sentence, next..next + 1);
            Some(if is_denied { Lean::For } else { lean })
        }
        Lean::Against if is_denied(sentence, at, said) => Some(Lean::For),
        Lean::For if is_denied(sentence, at, said) || is_turned(sentence, end, said) => Some(opposite(lean)),
        _ => Some(lean),
    }
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
            refusal(sentence, back..back + 1) && !matches!(sentence.word(back + 1), "only" | "doubt" | "just")
        })
}

/// "Would release nobody", "should be scrapped", after what ends at `end`.
fn is_turned(sentence: &Sentence<'_>, end: usize, said: &Range<usize>) -> bool {
    let next = (end..said.end)
        .find(|next| !is_be(sentence, *next) && !is_adverb(sentence, *next))
        .unwrap_or(said.end);
    let rest = |from: usize| sentence.words.get(from..said.end).unwrap_or_default();
    sentence.lexicon.nothings.at(rest(end)).is_some()
        || sentence.lexicon.content_turns.at(rest(next)).is_some()
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
