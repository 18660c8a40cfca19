//! Words that a reader cannot weigh.
//!
//! ICD 203 (US Office of the Director of National Intelligence) wants likelihood in its seven terms, and never
//! in one sentence with confidence.

use super::prose::{Prose, Sentence};
use super::{CheckKind, Found};
use crate::analysis::language::{Frame, Lexicon, Token};
use crate::fold::folded;
use crate::notes::NoteSnapshot;

/// Words that sound like a likelihood and are none.
const LOOSE: &[&[&str]] = &[
    &["may"],
    &["might"],
    &["could"],
    &["possibly"],
    &["perhaps"],
    &["conceivably"],
    &["it", "is", "believed"],
    &["it", "is", "thought"],
    &["cannot", "be", "ruled", "out"],
    &["can", "not", "be", "ruled", "out"],
];
/// Heads of the seven terms.
const LIKELIHOOD: [&str; 5] =
    ["likely", "unlikely", "almost certain", "almost no chance", "roughly even chance"];
/// Before "might" the noun: military might.
const BEFORE_A_NOUN: &[&str] = &[
    "the",
    "its",
    "his",
    "her",
    "their",
    "our",
    "your",
    "military",
    "economic",
    "industrial",
    "naval",
    "financial",
    "nuclear",
    "of",
    "full",
];

pub(super) fn check(snapshot: &NoteSnapshot, prose: &Prose, found: &mut Found) {
    if !is_english(snapshot) {
        return;
    }
    let lexicon = Lexicon::of(Some(&snapshot.note.language));
    let words = prose.words(lexicon);
    for sentence in prose.sentences(&words) {
        let tokens = &words.tokens[sentence.tokens.clone()];
        for (at, length) in loose(&sentence, tokens, lexicon) {
            let (first, last) = (tokens[at], tokens[at + length - 1]);
            let start = (first.start as usize).saturating_sub(sentence.range.start);
            let end = (last.end as usize).saturating_sub(sentence.range.start);
            let said: String = sentence.text.chars().skip(start).take(end.saturating_sub(start)).collect();
            let message = format!(
                "“{said}” says little about how likely something is; the yardstick in Annex B has words that do."
            );
            let exactly = format!("{said}\n{}", sentence.text);
            let check = found.add(CheckKind::Loose, Some(sentence.piece.block), &exactly, message);
            check.words = Some(said);
            check.sentence = Some(sentence.text.clone());
        }
        let lower = sentence.own.to_lowercase();
        if holds(&lower, "confidence") && is_weighed(&lower) {
            let message =
                "One sentence gives both a likelihood and a confidence; readers mix them up.".to_owned();
            let check = found.add(CheckKind::Mixed, Some(sentence.piece.block), &sentence.text, message);
            check.words = Some(sentence.text.clone());
            check.sentence = Some(sentence.text.clone());
        }
    }
}

pub(super) fn is_english(snapshot: &NoteSnapshot) -> bool {
    snapshot.note.language.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case("en"))
}

/// Where loose words stand among the tokens, and how many tokens they are.
fn loose(sentence: &Sentence<'_>, tokens: &[Token<'_>], lexicon: &Lexicon) -> Vec<(usize, usize)> {
    if sentence.asks() {
        return Vec::new();
    }
    let own: Vec<char> = sentence.own.chars().collect();
    let is_own = |token: &Token<'_>| {
        own.get((token.start as usize).saturating_sub(sentence.range.start)).is_some_and(|sign| *sign != ' ')
    };
    let folded: Vec<String> = tokens.iter().map(|token| folded(token.text)).collect();
    let reported = sentence.is_covered().then(|| said_by_somebody(&folded, lexicon)).flatten();
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let fits = |phrase: &&&[&str]| {
            folded
                .get(at..at + phrase.len())
                .is_some_and(|words| words.iter().zip(**phrase).all(|(a, b)| a == b))
        };
        let Some(phrase) = LOOSE.iter().find(fits) else { continue };
        let is_reported = reported.is_some_and(|said| said < at);
        if is_own(&tokens[at]) && !is_reported && !means_something_else(&folded, tokens, at) {
            found.push((at, phrase.len()));
        }
    }
    found
}

/// Where somebody is said to have said what follows: those words are theirs.
fn said_by_somebody(folded: &[String], lexicon: &Lexicon) -> Option<usize> {
    (0..folded.len())
        .find(|at| lexicon.cues.at(&folded[*at..]).is_some_and(|(_, cue)| cue.frame == Frame::Say))
}

/// The month, the noun, and what somebody was not able to do.
fn means_something_else(folded: &[String], tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| folded[before].as_str());
    let after = |step: usize| folded.get(at + step).map_or("", String::as_str);
    match folded[at].as_str() {
        "may" => tokens[at].is_capitalised(),
        "might" => BEFORE_A_NOUN.contains(&before),
        "could" => matches!(after(1), "not" | "never" | "’t" | "n’t") && after(2) != "be",
        _ => false,
    }
}

/// Whether a sentence gives a likelihood in one of the seven terms.
pub(super) fn is_weighed(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    LIKELIHOOD.iter().any(|term| holds(&lower, term))
}

/// Whether `words` holds `term` as whole words.
fn holds(words: &str, term: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    words.match_indices(term).any(|(start, _)| {
        !letter(words[..start].chars().next_back()) && !letter(words[start + term.len()..].chars().next())
    })
}
