//! Sentences that give somebody a position: found by rule, offered to a person, recorded only by them.

mod asides;
mod before;
mod clause;
mod conditions;
mod content;
mod dates;
mod frames;
mod halves;
#[cfg(test)]
mod kept;
mod kin;
mod manner;
mod modal;
mod names;
mod openings;
pub mod ops;
pub mod queries;
mod quotes;
mod spoken;
mod stands;
#[cfg(test)]
mod tests;
mod voices;

pub use manner::likely_manner;
pub(crate) use ops::Dismissal;

use super::language::{Lean, Words};
use super::mentions::Cast;
use crate::actors::Actor;
use crate::ids::ActorId;
use crate::positions::{Manner, Stance};
use crate::sources::{SourceKind, Structure};
use crate::time::PartialDate;
use before::Before;
use clause::Sentence;
use serde::Serialize;
use stands::{Reading, Stand};

/// A sentence that seems to give somebody a position. Positions count Unicode scalar values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Suggestion {
    /// First character of the sentence.
    pub start: u32,
    /// One past its last.
    pub end: u32,
    /// Where in it the word stands that gives the position away; with the source it names the suggestion.
    pub cue: u32,
    /// Who takes it; several take it jointly, unless `either`.
    pub actors: Vec<ActorId>,
    /// Whether it is one of them, who share the name that stands there, rather than all.
    pub either: bool,
    /// Who says so, if not the actor.
    pub speaker: Option<ActorId>,
    /// The likely stance.
    pub stance: Stance,
    /// What must hold, without the "if".
    pub condition: Option<String>,
    /// What must come first.
    pub sequence: Option<String>,
    /// How it came to be known, by the words and the kind of the source.
    pub manner: Manner,
    /// When it was taken, where the sentence dates it before its source.
    pub as_of: Option<PartialDate>,
}

/// What is known of a text besides its words.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The words.
    pub text: &'a str,
    /// How they are built.
    pub structure: &'a Structure,
    /// BCP 47 tag.
    pub language: Option<&'a str>,
    /// What sort of document it is.
    pub kind: SourceKind,
    /// When it was published, by which "on Monday" is a day.
    pub published: Option<PartialDate>,
}

/// The positions that the sentences of a text seem to give, in the order of the text.
#[must_use]
pub fn suggested_in(text: Text<'_>, actors: &[Actor]) -> Vec<Suggestion> {
    suggested_for(text, &Cast::of(actors.to_vec(), text.language))
}

fn suggested_for(text: Text<'_>, cast: &Cast) -> Vec<Suggestion> {
    let Cast { actors, lexicon, peoples, .. } = cast;
    let words = Words::of(text.text, text.structure, lexicon);
    let places = cast.places(&words);
    let mut suggestions = Vec::new();
    let mut give = |(sentence, reading): (Sentence<'_>, Reading), speakers: Option<&[usize]>| {
        let Reading { mut found, supposed, .. } = reading;
        if let Some(speakers) = speakers.or(supposed.as_deref()) {
            let all = 0..sentence.tokens.len();
            spoken::attribute(&sentence, &mut found, speakers, &(0..1), &all, Lean::Open);
        }
        for stand in stands::settle(&sentence, found) {
            suggestions.push(suggestion(&sentence, &stand, text, actors));
        }
    };
    let mut waiting: Vec<(Sentence<'_>, Reading)> = Vec::new();
    let mut before = Before::default();
    let mut next = 0;
    for range in words.sentences() {
        let first = next;
        while places.get(next).is_some_and(|place| place.words.start < range.end) {
            next += 1;
        }
        let sentence = Sentence::of(
            &words.tokens,
            range,
            &places[first..next],
            (actors, lexicon),
            peoples,
            before.open,
            before.turn.is_some(),
        );
        let reading = stands::read(&sentence, &mut before);
        let waits = sentence.quotes.left_open.is_some() && sentence.quotes.are_all(sentence.tokens);
        // "“We agree. We will sign,” Kessia said": who speaks the first comes with the second.
        let speakers = reading.quoted.clone().filter(|_| sentence.quotes.begin_open && !waits);
        if !waits || !sentence.quotes.begin_open {
            waiting.drain(..).for_each(|reading| give(reading, speakers.as_deref()));
        }
        waiting.push((sentence, reading));
        if !waits {
            waiting.drain(..).for_each(|reading| give(reading, None));
        }
    }
    waiting.drain(..).for_each(|reading| give(reading, None));
    suggestions
}

fn suggestion(sentence: &Sentence<'_>, stand: &Stand, text: Text<'_>, actors: &[Actor]) -> Suggestion {
    let (condition, sequence) = conditions::of(sentence, stand);
    let is_conditional = condition.is_some() || sequence.is_some();
    let stance = match (stand.lean, is_conditional) {
        (Lean::For, false) => Stance::Supports,
        (Lean::ForIf, _) | (Lean::For, true) => Stance::SupportsWithConditions,
        (Lean::AgainstIf, _) | (Lean::Against, true) => Stance::OpposesWithConditions,
        (Lean::Against, false) => Stance::Opposes,
        (Lean::Neither, _) => Stance::Neutral,
        (Lean::Unclear | Lean::Open, _) => Stance::Unclear,
    };
    let tokens = sentence.tokens;
    Suggestion {
        start: sentence.start,
        end: tokens[tokens.len() - 1].end,
        cue: tokens[stand.cue.start].start,
        actors: stand.actors.iter().map(|at| actors[*at].id).collect(),
        either: stand.actors.len() > 1 && sentence.places.iter().any(|place| place.actors == stand.actors),
        speaker: stand.speaker.map(|at| actors[at].id),
        stance,
        condition,
        sequence,
        manner: manner::of(sentence, stand, text.kind),
        as_of: dates::of(sentence, stand, text.published),
    }
}
