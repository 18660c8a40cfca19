//! The second half of a sentence: somebody else says or does something of their own, and what was said before ends.

use super::clause::{Sentence, Subject};
use super::modal::is_adverb;
use super::stands::Reader;
use crate::analysis::language::{Frame, Lean, Token};
use crate::analysis::mentions::Place;

/// So many tokens at most stand between what joins two halves and the verb of the second.
const LONGEST: usize = 10;

impl Sentence<'_> {
    /// Where what is said from `from` on ends: before another's half, or where the writer goes on about it: "said it was
    /// unfair, while Velland insisted", "said it was unfair, comments that drew a rebuke".
    pub(super) fn half_end(&self, from: usize) -> usize {
        let count = self.tokens.len();
        (self.concession(from).map_or(from, |at| at + 1)..count)
            .find(|at| !self.quotes.hold(*at) && (self.begins_half(*at) || self.resumes(*at)))
            .unwrap_or(count)
    }

    /// "Said that while Kessia backed it, it was unfair": the "while" with which what is said begins.
    fn concession(&self, from: usize) -> Option<usize> {
        let at = from + usize::from(self.word(from) == "that");
        matches!(self.word(at), "while" | "whilst" | "whereas" | "although" | "though").then_some(at)
    }

    /// Where what is said begins after such a clause.
    pub(super) fn concession_end(&self, from: usize) -> Option<usize> {
        let at = self.concession(from)?;
        (at..self.tokens.len()).find(|at| self.word(*at) == ",").map(|comma| comma + 1)
    }

    /// "; Kessia", "while Kessia", ", and Kessia" before a verb of theirs.
    fn begins_half(&self, at: usize) -> bool {
        let after_comma = at > 0 && self.word(at - 1) == ",";
        let joins = match self.word(at) {
            ";" | "while" | "whilst" | "whereas" | "but" | "although" | "though" => true,
            "and" => after_comma,
            _ => false,
        };
        // "Norrand called it absurd and Velland called it fair".
        let only_says = self.word(at) == "and" && !after_comma;
        (joins || only_says)
            && (at + 2..self.tokens.len().min(at + LONGEST)).any(|verb| {
                self.is_theirs(verb, only_says)
                    && self.subject(verb).is_some_and(|subject| {
                        let (Subject::Named { start, .. } | Subject::Kind(_, start)) = subject else {
                            return false;
                        };
                        start > at
                            && (subject.end()..verb)
                                .all(|between| is_adverb(self, between) || self.tells_when(between))
                    })
            })
    }

    /// Whether a verb stands there that tells something of its own, in no form that only follows "said".
    fn is_theirs(&self, verb: usize, only_says: bool) -> bool {
        match self.cue_frame(verb) {
            Some(frame) => !only_says || frame == Frame::Say,
            None => {
                !only_says && self.lexicon.be.contains(self.word(verb)) && self.cue_frame(verb + 1).is_some()
            }
        }
    }

    fn cue_frame(&self, at: usize) -> Option<Frame> {
        self.lexicon.cues.at(self.words.get(at..)?).map(|(_, cue)| cue.frame)
    }

    /// ", a charge that Kessia denied"; not ", a plan drafted by Kessia, was a mistake".
    fn resumes(&self, at: usize) -> bool {
        let is_aside = |comma: usize| {
            let next = self.words.get(comma + 1..).unwrap_or_default();
            self.lexicon.be.contains(self.word(comma + 1))
                || matches!(self.word(comma + 1), "has" | "have" | "had" | "will" | "could" | "did" | "does")
                || self.lexicon.content_against.at(next).is_some()
                || self.lexicon.content_for.at(next).is_some()
        };
        at > 0
            && self.word(at - 1) == ","
            && self.words.get(at..).is_some_and(|words| self.lexicon.resumptions.at(words).is_some())
            && !(at..self.tokens.len()).find(|next| self.word(*next) == ",").is_some_and(is_aside)
    }
}

impl Reader<'_, '_> {
    /// "Kessia voted in favour, Velland against"; "with Kessia in favour and Velland against".
    pub(super) fn sides(&mut self) {
        let sentence = self.sentence;
        for place in &sentence.places {
            let end = place.words.end;
            let side = match sentence.word(end) {
                "against" => Some((Lean::Against, 1)),
                "in" if matches!(sentence.word(end + 1), "favour" | "favor") => Some((Lean::For, 2)),
                _ => None,
            };
            let Some((lean, length)) = side else { continue };
            let before = |start: usize| {
                sentence.skip_titles_back(start).checked_sub(1).map_or("", |at| sentence.word(at))
            };
            let (mut actors, mut start) = (place.actors.clone(), place.words.start);
            // "With Kessia and Velland in favour".
            let listed = self.listed_before(start);
            if let Some(first) = listed.first().filter(|first| before(first.words.start) == "with") {
                start = first.words.start;
                actors.splice(..0, listed.iter().flat_map(|place| place.actors.clone()));
            }
            let before = before(start);
            if matches!(before, "," | "and" | "with" | "but" | "while")
                && !sentence
                    .tokens
                    .get(end + length)
                    .is_some_and(|next| Token::is_word(next) && next.text != "and")
                && !self.found.iter().any(|stand| stand.cue.contains(&end))
            {
                self.add(actors, lean, end..end + length, false, start);
            }
        }
    }

    /// The names that a list goes on from, to the name that begins at `start`.
    fn listed_before(&self, start: usize) -> Vec<&Place> {
        let sentence = self.sentence;
        let mut listed = Vec::new();
        let mut start = start;
        while let Some(sign) = sentence.skip_titles_back(start).checked_sub(1)
            && matches!(sentence.word(sign), "," | "and")
            && let Some(place) = sign.checked_sub(1).and_then(|at| sentence.place_at(at))
        {
            listed.insert(0, place);
            start = place.words.start;
        }
        listed
    }
}
