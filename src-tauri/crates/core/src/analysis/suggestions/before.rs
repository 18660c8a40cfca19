//! Whom a pronoun or "the ministry" stands for: somebody earlier in the sentence, or in those before it.

use super::clause::{Sentence, Subject};
use super::quotes::Mark;
use super::stands::Reader;
use crate::actors::ActorKind;
use std::collections::BTreeMap;

/// Who was spoken of in the sentences before: whom "he", "it" and "the ministry" stand for.
#[derive(Debug, Default)]
pub(super) struct Before {
    person: Option<SpokenOf>,
    thing: Option<SpokenOf>,
    kinds: BTreeMap<ActorKind, SpokenOf>,
    /// Who was quoted in the sentence right before.
    pub(super) quoted: Option<Vec<usize>>,
    /// Whether that is only supposed.
    pub(super) is_supposed: bool,
    /// Whose turn to speak it is in a record.
    pub(super) turn: Option<Vec<usize>>,
    /// What opened the quotation that the sentence before left open.
    pub(super) open: Option<Mark>,
}

/// Who, and how many sentences ago.
#[derive(Debug)]
struct SpokenOf {
    actors: Vec<usize>,
    ago: u32,
}

/// After so many sentences without them, "he" and "it" are somebody else.
const REMEMBERED: u32 = 3;
/// "The ministry" is remembered longer.
const REMEMBERED_BY_KIND: u32 = 8;

impl Before {
    pub(super) fn take<'f>(
        &mut self,
        sentence: &Sentence<'_>,
        subjects: impl Iterator<Item = (&'f Vec<usize>, bool)>,
    ) {
        for spoken in self.person.iter_mut().chain(&mut self.thing).chain(self.kinds.values_mut()) {
            spoken.ago += 1;
        }
        for actor in
            sentence.places.iter().filter(|place| place.actors.len() == 1).map(|place| place.actors[0])
        {
            self.kinds.insert(sentence.kind(actor), SpokenOf { actors: vec![actor], ago: 0 });
        }
        let opening = sentence.opening(6).map(|(actors, _)| {
            let is_person = matches!(actors[..], [actor] if sentence.is_person(actor));
            (actors, is_person)
        });
        let (people, things): (Vec<_>, Vec<_>) = subjects
            .map(|(actors, is_person)| (actors.clone(), is_person))
            .chain(opening)
            .partition(|(_, is_person)| *is_person);
        let spoken = |all: Vec<(Vec<usize>, bool)>| {
            all.into_iter().next().map(|(actors, _)| SpokenOf { actors, ago: 0 })
        };
        self.person = spoken(people).or(self.person.take());
        self.thing = spoken(things).or(self.thing.take());
    }

    fn recall(spoken: Option<&SpokenOf>, longest: u32) -> Option<Vec<usize>> {
        spoken.filter(|spoken| spoken.ago < longest).map(|spoken| spoken.actors.clone())
    }
}

impl Reader<'_, '_> {
    /// The actors a subject stands for, and where it begins.
    pub(super) fn resolve(&self, subject: Option<Subject>) -> Option<(Vec<usize>, usize)> {
        let sentence = self.sentence;
        let told = |at: usize, person: bool| {
            let is_person = |actors: &[usize]| matches!(actors, [actor] if sentence.is_person(*actor));
            let stands = self
                .found
                .iter()
                .filter(|stand| !stand.actors.is_empty())
                .map(|stand| (&stand.actors, stand.cue.start, is_person(&stand.actors)));
            let earlier = stands
                .chain(self.sayings.iter().map(|saying| (&saying.actors, saying.from, saying.is_person)))
                .filter(|(_, from, is_person)| *from < at && (!person || *is_person))
                .max_by_key(|(_, from, _)| *from)
                .map(|(actors, ..)| actors.clone());
            earlier.map(|actors| (actors, at))
        };
        // Whom the sentence began with, before the pronoun.
        let begun = |at: usize, person: bool| {
            let (actors, start) = sentence.opening(6)?;
            let is_one = matches!(actors[..], [actor] if matches!(sentence.kind(actor), ActorKind::State | ActorKind::GovernmentBody));
            if is_one && sentence.word(at).starts_with("the") {
                return None;
            }
            let is_person = matches!(actors[..], [actor] if sentence.is_person(actor));
            (start < at && is_person == person).then_some((actors, at))
        };
        // Within a quotation, "they" are whom the speaker has in mind.
        let is_quoted = |at: usize| sentence.quotes.hold(at);
        match subject? {
            Subject::Person(at) | Subject::Thing(at) if is_quoted(at) => None,
            Subject::Named { actors, start, .. } => Some((actors, start)),
            Subject::Speaker(at) => Some((Vec::new(), at)),
            Subject::Country(at, of_person) => {
                let whose = if of_person { Subject::Person(at) } else { Subject::Thing(at) };
                let (mut actors, _) = self.resolve(Some(whose))?;
                for actor in &mut actors {
                    *actor = sentence.state_of(*actor);
                }
                Some((actors, at))
            }
            Subject::Person(at) => told(at, true)
                .or_else(|| begun(at, true))
                .or_else(|| Some((Before::recall(self.before.person.as_ref(), REMEMBERED)?, at))),
            Subject::Thing(at) => told(at, false)
                .or_else(|| begun(at, false))
                .or_else(|| Some((Before::recall(self.before.thing.as_ref(), REMEMBERED)?, at))),
            Subject::Kind(kind, at) => {
                let named = sentence.places.iter().rev().filter(|place| place.words.end < at);
                let here = named
                    .map(|place| &place.actors)
                    .find(|actors| actors.len() == 1 && sentence.kind(actors[0]) == kind);
                here.cloned()
                    .or_else(|| Before::recall(self.before.kinds.get(&kind), REMEMBERED_BY_KIND))
                    .map(|actors| (actors, at))
            }
            Subject::Same(at) => {
                told(at, false).or_else(|| sentence.opening(6).filter(|(_, start)| *start < at))
            }
        }
    }
}
