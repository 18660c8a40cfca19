//! Names as those who act: joined with "and", after titles, described by another name, owning a noun.

use super::clause::{Sentence, Subject};
use crate::analysis::language::Token;
use crate::analysis::mentions::Place;

impl Sentence<'_> {
    /// Who is named after `at`, such as after "by": several where they are joined by commas and "and".
    pub(super) fn named_after(&self, at: usize) -> Option<Subject> {
        let mut first = self.skip_titles(at);
        // "By mediators Kessia and Velland".
        if self.place_at(first).is_none()
            && self.place_at(first + 1).is_some()
            && self.lexicon.voices.at(self.words.get(first..=first)?).is_some()
        {
            first += 1;
        }
        let place = self.place_at(first)?;
        if self.is_possessed(place.words.end) {
            return self.of_possessed(place);
        }
        let place = self.person_after(place).unwrap_or(place);
        let (start, mut end) = (place.words.start, place.words.end);
        let mut actors = place.actors.clone();
        loop {
            let mut next = end;
            while matches!(self.word(next), "," | "and" | "or" | "nor") {
                next += 1;
            }
            let Some(more) = self.place_at(self.skip_titles(next)).filter(|_| next > end) else { break };
            if self.is_possessed(more.words.end) {
                break;
            }
            actors.extend(&more.actors);
            end = more.words.end;
        }
        Some(Subject::Named { actors, start, end })
    }

    /// Who is named by what is somebody's: "by Kessia’s government", "from Kessia’s Pavel Vorne".
    pub(super) fn of_possessed(&self, owner: &Place) -> Option<Subject> {
        let next = (owner.words.end + 1..self.tokens.len().min(owner.words.end + 5))
            .take_while(|at| {
                self.tokens[*at].is_word()
                    && !self.lexicon.links.contains(self.word(*at))
                    && !self.lexicon.prepositions.contains(self.word(*at))
            })
            .find(|at| self.place_at(*at).is_some())
            .unwrap_or(owner.words.end + 1);
        if let Some(place) = self.place_at(next).filter(|place| !self.is_possessed(place.words.end)) {
            let Place { words, actors } = place.clone();
            return Some(Subject::Named { actors, start: words.start, end: words.end });
        }
        let voice = (owner.words.end + 1..self.tokens.len().min(owner.words.end + 5))
            .take_while(|at| self.tokens[*at].is_word() && self.place_at(*at).is_none())
            .find(|at| self.voice_ending(*at).is_some())?;
        Some(Subject::Named { actors: owner.actors.clone(), start: owner.words.start, end: voice + 1 })
    }

    /// Whose the noun at `noun` is: "Kessia’s earlier refusal", "Kessia, whose refusal"; "its refusal".
    pub(super) fn possessor(&self, noun: usize) -> Option<Subject> {
        for back in 1..=3 {
            let at = noun.checked_sub(back)?;
            match self.word(at) {
                "its" | "their" => return Some(Subject::Thing(at)),
                "his" | "her" => return Some(Subject::Person(at)),
                "our" | "my" if self.quotes.hold(at) => return Some(Subject::Speaker(at)),
                "whose" => return self.before_relative(at),
                _ => {}
            }
            if self.tokens[at].is_possessive() {
                let place = at.checked_sub(1).and_then(|at| self.place_at(at))?;
                return Some(Subject::Named {
                    actors: place.actors.clone(),
                    start: place.words.start,
                    end: at + 1,
                });
            }
            if !self.tokens[at].is_word()
                || self.lexicon.articles.contains(self.word(at))
                || self.place_at(at).is_some()
            {
                return None;
            }
        }
        None
    }

    /// Whom a sentence begins with, and where, if they can act.
    pub(super) fn opening(&self, latest: usize) -> Option<(Vec<usize>, usize)> {
        let mut place = self.places.first().filter(|place| place.words.start <= latest)?;
        // "The Kessia-Velland accord".
        if self.word(place.words.end) == "-" && self.tokens[place.words.end].joined {
            return None;
        }
        place = self.person_after(place).unwrap_or(place);
        // "Workers at Kessia" are not those with whom "unions representing workers at Kessia" begins.
        let is_head = |at: usize| {
            !self.tokens[at].is_word()
                || self.place_at(at).is_some()
                || self.tokens[at].is_capitalised()
                || self.is_before_name(at)
                || self.voice_ending(at).is_some()
                || self.tells_when(at)
                || self.lexicon.links.contains(self.word(at))
                || self.lexicon.common.contains(self.word(at))
                || self.lexicon.prepositions.contains(self.word(at))
                || self.word(at).ends_with("ly")
        };
        if !(0..self.places[0].words.start).all(is_head) {
            return None;
        }
        match self.named(place.words.clone())? {
            Subject::Named { actors, start, end }
                if !self.tokens.get(end).is_some_and(Token::is_possessive) =>
            {
                Some((actors, start))
            }
            _ => None,
        }
    }

    /// The person whom a name only describes: "Council chief Sigga Brodt", "US President Ada Moor".
    pub(super) fn person_after(&self, place: &Place) -> Option<&Place> {
        let joins = |at: &usize| {
            (self.tokens[*at].is_word() || self.word(*at) == "-")
                && !self.lexicon.links.contains(self.word(*at))
                && !self.lexicon.common.contains(self.word(*at))
        };
        let end = place.words.end;
        let next =
            (end..self.tokens.len().min(end + 5)).find(|at| self.place_at(*at).is_some() || !joins(at))?;
        let person = self.place_at(next).filter(|_| next > end)?;
        person.actors.iter().all(|actor| self.is_person(*actor)).then_some(person)
    }

    /// The actors of a name that can act, with those named together with it. `None` if it only stands with a
    /// preposition: "the war in Kessia".
    pub(super) fn named(&self, words: std::ops::Range<usize>) -> Option<Subject> {
        self.named_in(words, false)
    }

    /// The same, where a verb is known to follow: then "after Kessia" begins a clause.
    pub(super) fn named_in(&self, words: std::ops::Range<usize>, before_verb: bool) -> Option<Subject> {
        let end = words.end;
        let mut start = words.start;
        let mut actors = self.place_at(start)?.actors.clone();
        let mut in_list = false;
        loop {
            let head = self.skip_titles_back(start);
            let Some(before) = head.checked_sub(1) else {
                return Some(Subject::Named { actors, start, end });
            };
            let joint = self.before_joint(before);
            // "In Kessia, Velland said" is no list; the last of one is joined by more than a comma.
            in_list |= (joint + 1..=before).any(|at| self.word(at) != ",");
            if joint < before
                && in_list
                && let Some(place) = self.place_at(joint)
            {
                let more: Vec<usize> =
                    place.actors.iter().copied().filter(|actor| !actors.contains(actor)).collect();
                actors.splice(0..0, more);
                start = place.words.start;
                continue;
            }
            let word = self.word(before);
            // "Anna Quell of Greenfront said", "the Commission in Brenholt said".
            if before_verb
                && matches!(word, "of" | "in" | "at" | "from" | "for")
                && let Some(place) = before.checked_sub(1).and_then(|at| self.place_at(at))
            {
                actors.clone_from(&place.actors);
                start = place.words.start;
                in_list = false;
                continue;
            }
            let is_example = self.lexicon.likes.contains(&self.words[before..=before])
                || before > 0 && self.lexicon.likes.contains(&self.words[before - 1..=before]);
            let acts = is_example
                || !self.lexicon.prepositions.contains(word)
                || before.checked_sub(1).is_some_and(|at| {
                    self.voice_ending(at).is_some()
                        && !(word == "for" && self.lexicon.sent.contains(self.word(at)))
                })
                || word == "with" && self.word(end).ends_with("ing")
                || word == "that"
                || before_verb && self.lexicon.conjunctions.contains(word);
            return acts.then_some(Subject::Named { actors, start, end });
        }
    }

    /// The last word before what joins two names, if it ends at `at`: "and", "as well as", "along with".
    pub(super) fn before_joint(&self, mut at: usize) -> usize {
        while at > 0 {
            at -= match self.word(at) {
                "," | "and" | "or" | "nor" | "alongside" => 1,
                "with" if matches!(self.word(at - 1), "along" | "together") => 2.min(at),
                "as" if at > 1 && self.word(at - 1) == "well" && self.word(at - 2) == "as" => 3.min(at),
                _ => break,
            };
        }
        at
    }

    pub(super) fn is_possessed(&self, end: usize) -> bool {
        self.tokens.get(end).is_some_and(Token::is_possessive)
    }

    pub(super) fn skip_titles(&self, mut at: usize) -> usize {
        while self.place_at(at).is_none() && self.is_before_name(at) {
            at += 1;
        }
        at
    }

    pub(super) fn skip_titles_back(&self, mut at: usize) -> usize {
        while at > 0 && self.place_at(at - 1).is_none() && self.is_before_name(at - 1) {
            at -= 1;
        }
        at
    }

    /// An article, a title or the like: "the", "President", "Kessian".
    pub(super) fn is_before_name(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let word = self.word(at);
        let is_title = self.lexicon.titles.contains(word) && !self.lexicon.prepositions.contains(word);
        self.lexicon.articles.contains(word)
            || is_title
            || matches!(word, "both" | "its" | "“" | "\"")
            || token.is_capitalised()
                && !self.lexicon.common.contains(word)
                && !self.lexicon.calendar.contains(word)
    }
}
