//! Whom a verb belongs to past what stands between: a remark, a relative clause, a list of strangers.

use super::clause::{Sentence, Subject};
use crate::analysis::mentions::Place;

/// A remark set between commas is no longer than this.
const LONGEST_ASIDE: usize = 25;

impl Sentence<'_> {
    /// The name before those in a list that are nobody's: "Kessia, Brodtland and Ostia said".
    pub(super) fn before_unknown_list(&self, at: usize) -> Option<usize> {
        let is_unknown = |at: usize| {
            self.place_at(at).is_none()
                && self.tokens[at].is_capitalised()
                && !self.lexicon.common.contains(self.word(at))
        };
        let mut back = at;
        let mut joined = false;
        while back > 0 && at - back < 8 {
            if self.place_at(back).is_some() {
                return joined.then_some(back);
            }
            match self.word(back) {
                "," | "and" | "or" => joined = true,
                _ if is_unknown(back) => {}
                _ => return None,
            }
            back -= 1;
        }
        None
    }

    /// Whom a relative clause tells of: "Kessia, which"; with "who" and "whose" also after a preposition.
    pub(super) fn before_relative(&self, at: usize) -> Option<Subject> {
        let before = at.checked_sub(1).filter(|at| self.word(*at) != ",").or_else(|| at.checked_sub(2))?;
        let place = self.place_at(before)?;
        let alone = || {
            let Place { words, actors } = place.clone();
            Some(Subject::Named { actors, start: words.start, end: words.end })
        };
        self.named(place.words.clone()).or_else(|| alone().filter(|_| self.word(at) != "which"))
    }

    /// The subject before a remark between commas that ends at `comma`: "Quell, the minister, said"; or whoever the
    /// remark names: "its chair, Anna Quell, said".
    pub(super) fn before_aside(&self, comma: usize) -> Option<Subject> {
        let first = comma.saturating_sub(LONGEST_ASIDE);
        let is_break = |at: &usize| matches!(self.word(*at), "," | "–" | "—");
        let opens: Vec<usize> = (first..comma).rev().filter(is_break).collect();
        let aside = comma.checked_sub(1).and_then(|at| self.place_at(at)).map(|place| place.words.clone());
        for open in opens {
            let before = open.checked_sub(1)?;
            // "Jan Brodt, Kessia’s envoy, said".
            if self.place_at(before).is_none() && self.tokens[before].is_capitalised() {
                let voice = self.voice_ending(comma - 1).filter(|start| *start > open);
                let speaks = voice.and_then(|start| self.of_voice(start, comma - 1));
                // In "the envoy, who left Kessia," nothing says whose envoy it is.
                let tells = self.lexicon.who.contains(self.word(open + 1));
                let of = || self.acting(aside.clone().filter(|_| !tells)?);
                if let Some(subject) = speaks.or_else(of) {
                    return Some(subject);
                }
            }
            // "Kessia’s spokesman, Jan Brodt, said".
            let is_stranger = |at: usize| self.place_at(at).is_none() && self.tokens[at].is_capitalised();
            if (open + 1..comma).all(is_stranger)
                && let Some(voice) = self.voice_ending(before)
            {
                return self.of_voice(voice, before);
            }
            // "Two parties — Greenfront and the Alliance — left".
            if self.word(open) != ","
                && self.place_at(before).is_none()
                && let Some(subject) = aside.clone().and_then(|words| self.named(words))
            {
                return Some(subject);
            }
            let only_names =
                aside.as_ref().is_some_and(|words| self.skip_titles_back(words.start) == open + 1);
            let is_person = only_names
                && aside
                    .as_ref()
                    .and_then(|words| self.place_at(words.start))
                    .is_some_and(|place| place.actors.iter().any(|actor| self.is_person(*actor)));
            if let (true, Some(words)) = (is_person, &aside) {
                return self.place_at(words.start).map(|place| Subject::Named {
                    actors: place.actors.clone(),
                    start: words.start,
                    end: comma,
                });
            }
            if let Some(place) = self.place_at(before) {
                let Some(Subject::Named { actors, start, .. }) = self.acting(place.words.clone()) else {
                    continue;
                };
                return Some(Subject::Named { actors, start, end: comma });
            }
        }
        None
    }
}
