//! Those who speak for an actor: "Kessia’s delegation", "US officials", "the ministry", "Kessian envoys".

use super::clause::{Sentence, Subject};
use crate::actors::ActorKind;
use crate::analysis::mentions::{Peoples, Place};

impl Sentence<'_> {
    /// "Kessian" before such as speak for Kessia and are not named: "Kessian officials", "the Kessian foreign ministry".
    pub(super) fn national(&self, at: usize, peoples: &Peoples) -> Option<Place> {
        let state = peoples.get(self.word(at)).filter(|_| self.tokens[at].is_capitalised())?;
        if self.place_at(at).is_some() {
            return None;
        }
        let is_part = |at: &usize| {
            self.place_at(*at).is_none()
                && self.tokens[*at].is_word()
                && (self.tokens[*at].is_capitalised()
                    || self.lexicon.titles.contains(self.word(*at))
                        && !self.lexicon.prepositions.contains(self.word(*at))
                    || self.voice_ending(*at).is_some()
                    || self.word(*at) == "and" && peoples.get(self.word(at + 1)).is_some())
        };
        let end = (at + 1..self.tokens.len()).find(|at| !is_part(at)).unwrap_or(self.tokens.len());
        let speaks = (at + 1..end.min(at + 5)).any(|at| self.voice_ending(at).is_some());
        (speaks && self.place_at(end).is_none()).then(|| Place { words: at..at + 1, actors: vec![state] })
    }

    /// "The ministry", "the company" without a name: the kind of whom it stands for.
    pub(super) fn stand_in(&self, at: usize) -> Option<ActorKind> {
        let is_article = |at: &usize| self.lexicon.articles.contains(self.word(*at));
        // "The technology giant".
        let is_plain = |at: usize| {
            self.place_at(at).is_none()
                && self.word(at) == self.tokens[at].text
                && !self.lexicon.common.contains(self.word(at))
        };
        let article = at
            .checked_sub(1)
            .filter(is_article)
            .or_else(|| at.checked_sub(2).filter(|article| is_article(article) && is_plain(at - 1)))?;
        // Within another's name or title it is no stand-in: "the Kessian ministry", "the ministry of trade".
        let stands_alone =
            !self.tokens[article].joined && self.word(at + 1) != "of" && self.word(at + 1) != "for";
        self.lexicon.stand_ins.get(self.word(at)).copied().filter(|_| stands_alone)
    }

    /// Where the voice ends after which somebody stands by a name that is no actor’s: "Kessia’s envoy Jan Brodt".
    pub(super) fn before_unknown_name(&self, at: usize) -> Option<usize> {
        let is_name = |at: usize| {
            self.place_at(at).is_none()
                && self.tokens[at].is_capitalised()
                && !self.lexicon.common.contains(self.word(at))
                && self.voice_ending(at).is_none()
        };
        let before = (at.saturating_sub(3)..=at).rev().find(|at| !is_name(*at))?;
        (before < at && self.voice_ending(before).is_some()).then_some(before)
    }

    /// Whom those speak for who are called from `start` to `end`: "Kessia’s delegation", "US officials".
    pub(super) fn of_voice(&self, start: usize, end: usize) -> Option<Subject> {
        let mut before = start.checked_sub(1)?;
        while before > 0 && self.place_at(before).is_none() && self.lexicon.titles.contains(self.word(before))
        {
            before -= 1;
        }
        // "Kessia’s most senior envoy".
        let is_plain = |at: &usize| {
            self.tokens[*at].is_word()
                && self.place_at(*at).is_none()
                && !self.tokens[*at].is_possessive()
                && !self.lexicon.articles.contains(self.word(*at))
                && !self.lexicon.prepositions.contains(self.word(*at))
        };
        let head = (before.saturating_sub(3)..=before).rev().find(|at| !is_plain(at)).unwrap_or(before);
        if self.tokens[head].is_possessive()
            || matches!(self.word(head), "its" | "their" | "his" | "her" | "whose")
        {
            before = head;
        }
        match self.word(before) {
            "its" | "their" => return Some(Subject::Thing(before)),
            "his" | "her" => return Some(Subject::Person(before)),
            "whose" => return self.before_relative(before),
            _ => {}
        }
        if self.tokens[before].is_possessive() {
            before = before.checked_sub(1)?;
            if let Some(kind) = self.stand_in(before) {
                return Some(Subject::Kind(kind, before));
            }
        }
        let mut place = self.place_at(before)?;
        // "Kessia’s Council ambassador": Kessia’s.
        if let Some(owner) = place.words.start.checked_sub(2)
            && self.tokens[owner + 1].is_possessive()
            && let Some(sender) = self.place_at(owner)
        {
            place = sender;
        }
        // "Kessian and Vellish officials".
        if self.word(end).ends_with('s')
            && let Some(Subject::Named { actors, start, .. }) = self.named_in(place.words.clone(), true)
        {
            return Some(Subject::Named { actors, start, end: end + 1 });
        }
        Some(Subject::Named { actors: place.actors.clone(), start: place.words.start, end: end + 1 })
    }

    /// Who acts where a name stands before a verb: "the Kessian envoy to the League" is Kessia’s.
    pub(super) fn acting(&self, words: std::ops::Range<usize>) -> Option<Subject> {
        let Some(before) = self.skip_titles_back(words.start).checked_sub(1) else {
            return self.named(words);
        };
        let sent = before.checked_sub(1).filter(|_| self.word(before) == "to");
        match sent.and_then(|voice| Some((self.voice_ending(voice)?, voice))) {
            Some((start, voice)) => match self.of_voice(start, voice)? {
                Subject::Named { actors, start, .. } => {
                    Some(Subject::Named { actors, start, end: words.end })
                }
                other => Some(other),
            },
            None => self.named_in(words, true),
        }
    }

    /// Whether what names a speaker names one person: "Kessia’s envoy Jan Brodt".
    pub(super) fn is_one_person(&self, words: std::ops::Range<usize>) -> bool {
        words.into_iter().any(|at| {
            self.place_at(at).is_none()
                && self.lexicon.titles.contains(self.word(at))
                && self.lexicon.voices.contains(&self.words[at..=at])
        })
    }

    /// Where the words begin that name such as speak for others, if they end at `at`.
    pub(super) fn voice_ending(&self, at: usize) -> Option<usize> {
        (at.saturating_sub(1)..=at).find(|start| self.lexicon.voices.contains(&self.words[*start..=at]))
    }
}
