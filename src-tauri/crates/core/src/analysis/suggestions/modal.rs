//! The small words around a verb: "will", "never", and what they make of a stance.

use super::clause::{Sentence, Subject};
use super::stands::Reader;
use crate::analysis::language::{Frame, Lean, Token};
use std::ops::Range;

impl Reader<'_, '_> {
    /// "Kessia will never sign", "Kessia would accept", at the end of a name.
    pub(super) fn modal(&mut self, at: usize) {
        let sentence = self.sentence;
        let Some(place) = sentence.place_at(at).filter(|place| place.words.end == at + 1) else { return };
        let Some(Subject::Named { actors, start, .. }) = sentence.named_in(place.words.clone(), true) else {
            return;
        };
        if is_measure(sentence, sentence.skip_titles_back(start)) {
            return;
        }
        if let Some((lean, cue, is_negated)) = will(sentence, at + 1) {
            self.add(actors, lean, cue, is_negated, start);
        }
    }

    /// "It would consider that", "said it would not sign": at a pronoun.
    pub(super) fn modal_of_pronoun(&mut self, at: usize) {
        let sentence = self.sentence;
        let subject = match sentence.word(at) {
            word if sentence.lexicon.he.contains(word) => Subject::Person(at),
            word if sentence.lexicon.it.contains(word) => Subject::Thing(at),
            _ => return,
        };
        if !is_measure(sentence, at)
            && let Some((lean, cue, is_negated)) = will(sentence, at + 1)
            && let Some((actors, from)) = self.resolve(Some(subject))
        {
            self.add(actors, lean, cue, is_negated, from);
        }
    }

    /// "Only after a vote would Kessia sign".
    pub(super) fn opening_only(&mut self) {
        let sentence = self.sentence;
        let is_only = matches!(sentence.word(0), "only" | "never" | "under");
        for place in sentence.places.iter().filter(|_| is_only) {
            let modal = place.words.start.saturating_sub(1);
            if !matches!(sentence.word(modal), "will" | "would") {
                continue;
            }
            if let Some((length, lean)) = sentence.lexicon.will.at(&sentence.words[place.words.end..]) {
                let lean = match sentence.word(0) {
                    "only" => Lean::ForIf,
                    _ => opposite(*lean),
                };
                self.add(
                    place.actors.clone(),
                    lean,
                    place.words.end..place.words.end + length,
                    false,
                    place.words.start,
                );
            }
        }
    }
}

/// What follows "will" or "would" after a subject that ends at `at`: where it leans, the words, and whether refused.
pub(super) fn will(sentence: &Sentence<'_>, at: usize) -> Option<(Lean, Range<usize>, bool)> {
    let lexicon = sentence.lexicon;
    let mut modal = None;
    let mut next = at;
    while next < at + 7 {
        let word = sentence.word(next);
        if matches!(
            word,
            "will"
                | "would"
                | "shall"
                | "’ll"
                | "won"
                | "wouldn"
                | "cannot"
                | "do"
                | "does"
                | "did"
                | "don"
                | "doesn"
                | "didn"
                | "can"
                | "could"
        ) && modal.is_none()
        {
            modal = Some(next);
        } else if lexicon.negations.at(&sentence.words[next..]).is_some()
            || is_adverb(sentence, next)
            || matches!(word, "be" | "t")
        {
        } else {
            break;
        }
        next += 1;
    }
    let modal = modal?;
    let is_heightened = is_heightened(sentence, modal);
    let refused = !is_heightened
        && (sentence.word(modal) == "cannot"
            || lexicon.negations.find(&sentence.words[modal..next]).is_some());
    // A cue of its own follows: it is read where it stands.
    if lexicon.cues.at(&sentence.words[next..]).is_some_and(|(_, cue)| cue.frame != Frame::Say) {
        return None;
    }
    let is_will = matches!(sentence.word(modal), "will" | "would" | "shall" | "’ll" | "won" | "wouldn");
    match lexicon.will.at(&sentence.words[next..]) {
        Some((_, Lean::Open)) => None,
        Some((length, lean)) if refused => Some((opposite(*lean), modal..next + length, true)),
        // "Will release nobody".
        Some((length, lean)) if is_will && says_nothing(sentence, next + length) => {
            Some((opposite(*lean), modal..next + length, true))
        }
        Some((length, lean)) if is_will || is_heightened => Some((*lean, modal..next + length, false)),
        None if refused && is_will && sentence.word(next).chars().all(char::is_alphabetic) => {
            Some((Lean::Against, modal..next + 1, true))
        }
        _ => None,
    }
}

/// "More than Kessia would pay", "before Kessia will join": whoever begins at `at` only measures what is done.
fn is_measure(sentence: &Sentence<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|at| matches!(sentence.word(at), "than" | "before" | "until"))
}

/// "Accepts none of it", "will release nobody": whether what follows a verb says no to it.
pub(super) fn says_nothing(sentence: &Sentence<'_>, at: usize) -> bool {
    let nothing = sentence.words.get(at..).and_then(|words| sentence.lexicon.nothings.at(words));
    nothing.is_some_and(|(length, ())| !is_measured(sentence, at + length))
}

/// After "no" or "nothing", what makes a yes of it: "no less than 1,000", "nothing short of a disaster".
pub(super) fn is_measured(sentence: &Sentence<'_>, at: usize) -> bool {
    match sentence.word(at) {
        "less" | "fewer" | "short" | "but" => true,
        "more" | "other" => sentence.word(at + 1) == "than",
        _ => false,
    }
}

/// "Could not be more supportive", "could not agree more", at "could": no refusal, all that can be said.
pub(super) fn is_heightened(sentence: &Sentence<'_>, at: usize) -> bool {
    const REACH: usize = 4;
    let is_refused =
        matches!(sentence.word(at), "could" | "couldn") && matches!(sentence.word(at + 1), "not" | "’t");
    let ends = |at: usize| {
        !sentence.tokens.get(at).is_some_and(Token::is_word)
            || sentence.lexicon.prepositions.contains(sentence.word(at)) && sentence.word(at) != "than"
    };
    is_refused
        && (at + 2..at + 2 + REACH).any(|more| {
            sentence.word(more) == "more"
                && (sentence.lexicon.be.contains(sentence.word(more - 1)) || ends(more + 1))
        })
}

/// "All Kessia support": right after a name in the singular, a noun and no verb.
pub(super) fn is_bare_noun(sentence: &Sentence<'_>, subject: &Subject, cue: &Range<usize>) -> bool {
    let word = sentence.word(cue.start);
    matches!(subject, Subject::Named { actors, end, .. } if actors.len() == 1 && *end == cue.start)
        && cue.len() == 1
        && !["s", "ed", "ing"].iter().any(|ending| word.ends_with(ending))
        && sentence.lexicon.nouns.at(&sentence.words[cue.start..]).is_some()
}

pub(super) fn is_adverb(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    word.ends_with("ly") && word.len() > 3
        || matches!(
            word,
            "not"
                | "’t"
                | "never"
                | "also"
                | "again"
                | "still"
                | "now"
                | "then"
                | "since"
                | "always"
                | "already"
                | "no"
                | "longer"
                | "so"
                | "far"
                | "ever"
                | "even"
                | "long"
                | "just"
                | "itself"
                | "himself"
                | "herself"
                | "once"
                | "twice"
                | "soon"
                | "often"
                | "yet"
                | "in"
                | "turn"
                | "thus"
        )
}

/// The other side, as a negation makes it.
pub(super) fn opposite(lean: Lean) -> Lean {
    match lean {
        Lean::For | Lean::ForIf => Lean::Against,
        Lean::Against | Lean::AgainstIf => Lean::Neither,
        other => other,
    }
}
