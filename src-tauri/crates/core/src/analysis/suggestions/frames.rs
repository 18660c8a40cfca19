//! What a cue makes of those around it: the subject of a verb, the owner of a noun, those named in a camp.

use super::clause::{Sentence, Subject};
use super::content;
use super::modal::{is_adverb, is_bare_noun, is_heightened, opposite, says_nothing};
use super::stands::Reader;
use crate::analysis::language::{Cue, Frame, Lean, Token};
use std::ops::Range;

impl Reader<'_, '_> {
    pub(super) fn verb(&mut self, cue: Range<usize>, kind: &Cue) {
        let sentence = self.sentence;
        // "Declined to comment".
        if kind.lean == Lean::Open {
            return;
        }
        let form = sentence.word(cue.start);
        let verb = (0..cue.start).rev().find(|at| !is_adverb(sentence, *at));
        let after_be = verb.is_some_and(|at| sentence.lexicon.be.contains(sentence.word(at)));
        let is_passive = kind.frame == Frame::Verb
            && !form.ends_with("ing")
            && (after_be || sentence.word(cue.end) == "by");
        if is_passive {
            let by = (cue.end..sentence.tokens.len().min(cue.end + 12)).find(|at| sentence.word(*at) == "by");
            if let Some(Subject::Named { actors, start, .. }) = by.and_then(|by| sentence.named_after(by + 1))
            {
                let verb = verb.unwrap_or(0);
                let is_negated = sentence
                    .lexicon
                    .negations
                    .find(&sentence.words[verb.saturating_sub(1)..cue.start])
                    .is_some();
                let lean = if is_negated { opposite(kind.lean) } else { kind.lean };
                self.add(actors, lean, cue, is_negated, start);
            }
            return;
        }
        let Some(subject) = sentence.subject(cue.start).or_else(|| sentence.subject_after(cue.start)) else {
            return;
        };
        let between = &sentence.words[subject.end().min(cue.start)..cue.start];
        if kind.frame == Frame::Adjective
            && !between.iter().any(|word| {
                sentence.lexicon.be.contains(word)
                    || sentence.lexicon.becomes.contains(std::slice::from_ref(word))
            })
        {
            return;
        }
        let named_neither = matches!(&subject, Subject::Named { start, .. } if *start > 0 && sentence.word(start - 1) == "neither");
        if sentence.lexicon.others.find(between).is_some() || is_bare_noun(sentence, &subject, &cue) {
            return;
        }
        let Some((actors, from)) = self.resolve(Some(subject)) else { return };
        let doubted = sentence.lexicon.doubts.find(&sentence.words[from.saturating_sub(3)..from]).is_some();
        let denied = kind.lean == Lean::For && (doubted || says_nothing(sentence, cue.end));
        let is_heightened = (cue.start - between.len()..cue.start).any(|at| is_heightened(sentence, at));
        let is_negated =
            named_neither || denied || !is_heightened && sentence.lexicon.negations.find(between).is_some();
        let mut lean = kind.lean;
        if lean == Lean::Against
            && !is_negated
            && sentence.lexicon.dropping.at(&sentence.words[cue.clone()]).is_some()
            && brings_refusal(sentence, cue.end)
        {
            // "Dropped its objection".
            lean = Lean::For;
        }
        let after_to = cue.end + usize::from(sentence.word(cue.end) == "to");
        let after_to = &sentence.words[after_to.min(sentence.words.len())..];
        if lean == Lean::For
            && [&sentence.lexicon.turns, &sentence.lexicon.own_turns]
                .iter()
                .any(|turns| turns.at(after_to).is_some())
        {
            lean = Lean::Against;
        }
        let neither = between.iter().any(|word| word == "neither") && nor_the_contrary(sentence, &cue, lean);
        // "Could accept": at a table, a way of saying yes.
        let could = between.last().is_some_and(|word| word == "could") && lean == Lean::For && !is_negated;
        if could && conditional_yes(sentence, &cue) {
            lean = Lean::ForIf;
        } else if neither {
            lean = Lean::Neither;
        } else if is_negated && between.iter().any(|word| word == "could") {
            lean = opposite(lean);
        } else if !is_heightened && between.iter().any(|word| sentence.lexicon.may.contains(word)) {
            lean = Lean::Unclear;
        } else if is_negated {
            lean = opposite(lean);
        }
        self.add(actors, lean, cue, is_negated, from);
    }

    /// "Kessia’s refusal", "a refusal by Kessia". Tells whether the noun was somebody's.
    pub(super) fn noun(&mut self, cue: Range<usize>, kind: &Cue) -> bool {
        let sentence = self.sentence;
        let by = (cue.end..(cue.end + 2).min(sentence.tokens.len()))
            .find(|at| matches!(sentence.word(*at), "by" | "from"));
        // "Has the backing of Kessia": of nouns that somebody has from somebody.
        let had = cue.start.checked_sub(2).is_some_and(|at| {
            sentence.lexicon.articles.contains(sentence.word(at + 1))
                && sentence.lexicon.owning.contains(sentence.word(at))
        });
        let by = by.or_else(|| (had && sentence.word(cue.end) == "of").then_some(cue.end));
        // "Acceptable to Kessia" has its owner after it.
        let to = matches!(sentence.word(cue.end - 1), "to" | "with" | "from").then_some(cue.end);
        let after = to.or(by.map(|by| by + 1));
        let owner = sentence.possessor(cue.start).or_else(|| sentence.named_after(after?));
        let Some((actors, from)) = self.resolve(owner) else { return false };
        self.add(actors, kind.lean, cue, false, from);
        if let Some(stand) = self.found.last_mut() {
            stand.is_noun = true;
        }
        true
    }

    /// "Critics of it, including Kessia".
    pub(super) fn camp(&mut self, cue: Range<usize>, lean: Lean) {
        let sentence = self.sentence;
        let named = (cue.end..sentence.tokens.len().min(cue.end + 10)).find_map(|at| {
            let is = sentence.lexicon.be.contains(sentence.word(at)).then_some(1);
            let likes = sentence.lexicon.likes.at(&sentence.words[at..]).map(|(length, ())| length);
            sentence.named_after(at + likes.or(is)?)
        });
        if let Some(Subject::Named { actors, .. }) = named {
            self.add(actors, lean, cue.clone(), false, cue.start);
        }
    }

    /// "For Kessia the base is out of the question."
    pub(super) fn for_whom(&mut self) {
        let sentence = self.sentence;
        if !matches!(sentence.word(0), "for" | "to") {
            return;
        }
        let Some(Subject::Named { actors, end, .. }) = sentence.named_after(1) else { return };
        let rest = end..sentence.tokens.len();
        let is = rest
            .clone()
            .find(|at| sentence.lexicon.be.contains(sentence.word(*at)) || sentence.word(*at) == "remains");
        if let Some(is) = is
            && let Some(lean) = content::lean(sentence, is..rest.end)
        {
            self.add(actors, lean, is..is + 1, false, 1);
        }
    }

    /// "Kessia backs it, Velland does not."
    pub(super) fn denials(&mut self) {
        let sentence = self.sentence;
        for place in &sentence.places {
            let at = place.words.end;
            let denies = is_auxiliary(sentence.word(at))
                && matches!(sentence.word(at + 1), "not" | "’t")
                && !sentence.tokens.get(at + 2).is_some_and(Token::is_word);
            if denies
                && let Some(same) = self.found.iter().rev().find(|stand| stand.cue.start < place.words.start)
                && let Some(Subject::Named { actors, start, .. }) = sentence.acting(place.words.clone())
                && !actors.iter().any(|actor| same.actors.contains(actor))
            {
                self.add(actors, opposite(same.lean), at..at + 2, true, start);
            }
        }
    }

    /// "As did Kessia", "nor does Kessia".
    pub(super) fn ellipses(&mut self) {
        let sentence = self.sentence;
        for at in 0..sentence.tokens.len().saturating_sub(2) {
            if !matches!(sentence.word(at), "as" | "so" | "nor" | "neither")
                || !is_auxiliary(sentence.word(at + 1))
            {
                continue;
            }
            let those = 2 * usize::from(sentence.word(at + 2) == "those" && sentence.word(at + 3) == "of");
            let Some(Subject::Named { actors, start, .. }) = sentence.named_after(at + 2 + those) else {
                continue;
            };
            if let Some(same) = self.found.iter().rev().find(|stand| stand.cue.start < at) {
                let lean = same.lean;
                self.add(actors, lean, at..at + 2, false, start);
            }
        }
    }
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "did"
            | "does"
            | "do"
            | "has"
            | "have"
            | "had"
            | "is"
            | "are"
            | "was"
            | "were"
            | "will"
            | "would"
            | "doesn"
            | "didn"
            | "don"
            | "hasn"
            | "isn"
            | "won"
            | "wouldn"
    )
}

/// "Dropped its objection": whether what a verb that ends at `from` brings is a refusal, with nothing but articles and
/// adjectives before it; not "withdrew from the treaty over concerns".
fn brings_refusal(sentence: &Sentence<'_>, from: usize) -> bool {
    const REACH: usize = 4;
    let is_part = |at: usize| {
        sentence.word(at) == "of"
            && matches!(sentence.word(at - 1), "all" | "most" | "some" | "many" | "last")
    };
    (from..sentence.tokens.len().min(from + REACH))
        .take_while(|at| {
            sentence.tokens[*at].is_word()
                && (!sentence.lexicon.prepositions.contains(sentence.word(*at)) || is_part(*at))
        })
        .any(|at| {
            let noun = sentence.lexicon.nouns.at(&sentence.words[at..]);
            noun.is_some_and(|(_, noun)| noun.lean == Lean::Against)
        })
}

/// "Has neither welcomed nor criticised": whether the verb after "nor" leans the other way; not "neither accepts nor
/// recognises".
fn nor_the_contrary(sentence: &Sentence<'_>, cue: &Range<usize>, lean: Lean) -> bool {
    const REACH: usize = 6;
    let mut rest = cue.end..sentence.tokens.len().min(cue.end + REACH);
    let Some(nor) = rest.find(|at| sentence.word(*at) == "nor") else { return false };
    let after = sentence.words.get(nor + 1..).and_then(|words| sentence.lexicon.cues.at(words));
    after.is_some_and(|(_, cue)| {
        matches!(
            (lean, cue.lean),
            (Lean::For | Lean::ForIf, Lean::Against | Lean::AgainstIf)
                | (Lean::Against | Lean::AgainstIf, Lean::For | Lean::ForIf)
        )
    })
}

/// Whether what follows a verb after "could" says on what it depends.
fn conditional_yes(sentence: &Sentence<'_>, cue: &Range<usize>) -> bool {
    (cue.end..sentence.tokens.len()).any(|at| sentence.lexicon.conditions.at(&sentence.words[at..]).is_some())
}
