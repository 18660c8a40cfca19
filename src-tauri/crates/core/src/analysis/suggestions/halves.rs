//! The second half of a sentence: somebody else says or does something of their own, and what was said before ends.

use super::clause::Sentence;
use super::modal::is_adverb;
use super::stands::Reader;
use crate::analysis::language::{Frame, Lean, Token};

impl Sentence<'_> {
    /// Where what is said from `from` on ends: before another's half, or where the writer goes on about it: "said it was
    /// unfair, while Velland insisted", "said it was unfair, comments that drew a rebuke".
    pub(super) fn half_end(&self, from: usize) -> usize {
        let count = self.tokens.len();
        (from..count)
            .find(|at| !self.quotes.hold(*at) && (self.begins_half(*at) || self.resumes(*at)))
            .unwrap_or(count)
    }

    /// "; Kessia", "while Kessia", ", and Kessia" before a verb of theirs.
    fn begins_half(&self, at: usize) -> bool {
        let after_comma = at > 0 && self.word(at - 1) == ",";
        let joins = match self.word(at) {
            ";" | "while" | "whilst" | "whereas" | "but" | "although" | "though" => true,
            "and" => after_comma,
            _ => false,
        };
        let begins = |next: usize| {
            let Some(place) = self.place_at(self.skip_titles(next)) else { return false };
            let verb = (place.words.end..self.tokens.len())
                .find(|at| !is_adverb(self, *at) && !self.tells_when(*at));
            verb.is_some_and(|verb| self.is_theirs(verb))
        };
        joins && begins(at + 1)
            // "Norrand called it absurd and Velland called it fair".
            || self.word(at) == "and" && !after_comma && begins(at + 1) && self.cue_frame(at + 2) == Some(Frame::Say)
    }

    /// Whether a verb stands there that tells something of its own, in no form that only follows "said".
    fn is_theirs(&self, verb: usize) -> bool {
        self.cue_frame(verb).is_some()
            || self.lexicon.be.contains(self.word(verb)) && self.cue_frame(verb + 1).is_some()
    }

    fn cue_frame(&self, at: usize) -> Option<Frame> {
        self.lexicon.cues.at(self.words.get(at..)?).map(|(_, cue)| cue.frame)
    }

    /// ", a charge that Kessia denied".
    fn resumes(&self, at: usize) -> bool {
        at > 0
            && self.word(at - 1) == ","
            && self.words.get(at..).is_some_and(|words| self.lexicon.resumptions.at(words).is_some())
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
            let before = sentence
                .skip_titles_back(place.words.start)
                .checked_sub(1)
                .map_or("", |at| sentence.word(at));
            if let Some((lean, length)) = side
                && matches!(before, "," | "and" | "with" | "but" | "while")
                && !sentence
                    .tokens
                    .get(end + length)
                    .is_some_and(|next| Token::is_word(next) && next.text != "and")
                && !self.found.iter().any(|stand| stand.cue.contains(&end))
            {
                self.add(place.actors.clone(), lean, end..end + length, false, place.words.start);
            }
        }
    }
}
