//! Conditions and sequences: "if the lists are published", "only after a vote".

use super::clause::Sentence;
use super::stands::Stand;
use std::ops::Range;

/// A condition longer than this is a text of its own.
const LONGEST: usize = 30;

/// The condition and the sequence of a stand, in the words of the text.
pub(super) fn of(sentence: &Sentence<'_>, stand: &Stand) -> (Option<String>, Option<String>) {
    let applies = |clause: &&Clause| {
        !clause.words.is_empty()
            && (!clause.only_if_refused || stand.is_negated)
            && stand.said.as_ref().is_none_or(|said| said.contains(&clause.opens))
            && !parts(sentence, stand.cue.end..clause.opens)
    };
    let clauses = clauses(sentence);
    let of_kind = |is_sequence: bool| {
        let mut fitting = clauses.iter().filter(|clause| clause.is_sequence == is_sequence).filter(applies);
        let after = fitting.clone().find(|clause| clause.opens >= stand.cue.end);
        after.or_else(|| fitting.find(|clause| clause.opens <= 2)).map(|clause| clause.spelt(sentence))
    };
    (of_kind(false), of_kind(true))
}

/// The stretches of a sentence that only suppose something.
pub(super) fn ranges(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    clauses(sentence)
        .into_iter()
        .filter(|clause| !clause.only_if_refused)
        .map(|clause| clause.words)
        .collect()
}

/// Whether a "but" stands between, after which something else may hold: "opposes it, but would sign if".
fn parts(sentence: &Sentence<'_>, between: Range<usize>) -> bool {
    between
        .into_iter()
        .any(|at| matches!(sentence.word(at), ";" | "but" | "whereas") && sentence.word(at + 1) != "only")
}

struct Clause {
    opens: usize,
    words: Range<usize>,
    /// What stands in the place of the words that open it.
    instead: String,
    is_sequence: bool,
    only_if_refused: bool,
}

impl Clause {
    fn spelt(&self, sentence: &Sentence<'_>) -> String {
        let mut text = self.instead.clone();
        let from = if self.is_sequence { self.opens } else { self.words.start };
        for token in &sentence.tokens[from..self.words.end] {
            if !token.joined && !text.is_empty() || text == self.instead && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(token.text);
        }
        if self.is_sequence && self.opens == 0 {
            let rest = text.split_off(text.chars().next().map_or(0, char::len_utf8));
            return text.to_lowercase() + &rest;
        }
        text
    }
}

fn clauses(sentence: &Sentence<'_>) -> Vec<Clause> {
    let lexicon = sentence.lexicon;
    let mut clauses = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let words = &sentence.words[at..];
        let condition =
            lexicon.conditions.at(words).map(|(length, instead)| (length, instead.clone(), false, false));
        let sequence = lexicon.sequences.at(words).map(|(length, ())| (length, String::new(), true, false));
        let refused =
            lexicon.sequences_if_refused.at(words).map(|(length, ())| (length, String::new(), true, true));
        let asks = at > 0
            && matches!(
                sentence.word(at - 1),
                "asked"
                    | "ask"
                    | "see"
                    | "unclear"
                    | "clear"
                    | "know"
                    | "wonder"
                    | "as"
                    | "even"
                    | "what"
                    | "said"
            );
        let longest = [condition, sequence, refused].into_iter().flatten().max_by_key(|(length, ..)| *length);
        let Some((length, instead, is_sequence, only_if_refused)) = longest.filter(|_| !asks) else {
            at += 1;
            continue;
        };
        let start = at + length;
        let end = (start..sentence.tokens.len().min(start + LONGEST))
            .find(|at| ends(sentence, *at))
            .unwrap_or(sentence.tokens.len());
        clauses.push(Clause { opens: at, words: start..end, instead, is_sequence, only_if_refused });
        at = if only_if_refused { start } else { end.max(start) };
    }
    clauses
}

/// Whether a clause stops before this token.
fn ends(sentence: &Sentence<'_>, at: usize) -> bool {
    let turned = matches!(sentence.word(at), "would" | "will" | "can") && sentence.place_at(at + 1).is_some();
    matches!(sentence.word(at), "," | "." | ";" | ":" | "!" | "”" | "\"" | ")" | "–" | "—")
        && !sentence.tokens[at].text.ends_with(char::is_alphanumeric)
        || turned
        || sentence.place_at(at).is_none() && sentence.lexicon.clause_ends.at(&sentence.words[at..]).is_some()
}
