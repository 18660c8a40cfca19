//! Who does what in a sentence, told by the order of its words: whoever stands before a verb, its agent after
//! "by", the owner of a noun.

use super::openings::{dateline, turn};
use super::quotes::{Mark, Quotes};
use crate::actors::{Actor, ActorKind};
use crate::analysis::language::{Lexicon, Token};
use crate::analysis::mentions::{Peoples, Place};
use crate::fold::folded;

/// A sentence with the actors named in it. All positions count its tokens.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    /// Where it begins in the text, with its dateline.
    pub(super) start: u32,
    pub(super) opens_paragraph: bool,
    /// Whose turn to speak it opens: "Pavel Vorne: We agree."
    pub(super) turn: Option<Vec<usize>>,
    pub(super) tokens: &'a [Token<'a>],
    /// Its words without regard to case.
    pub(super) words: Vec<String>,
    pub(super) places: Vec<Place>,
    /// The place that a token belongs to.
    owner: Vec<Option<usize>>,
    pub(super) actors: &'a [Actor],
    pub(super) lexicon: &'a Lexicon,
    /// What stands between quotation marks.
    pub(super) quotes: Quotes,
}

/// Those who do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    /// Named: who, and the first and one past the last token of the names.
    Named { actors: Vec<usize>, start: usize, end: usize },
    /// The speaker of a quotation, "we" or "I" at that token.
    Speaker(usize),
    /// He or she, at that token.
    Person(usize),
    /// It or they, at that token.
    Thing(usize),
    /// The state of "him" or "her", or "it" itself, of "his country" at that token.
    Country(usize, bool),
    /// Whoever did what was told before in the sentence; the token is the "and".
    Same(usize),
    /// "The ministry": whoever of that kind was spoken of last; the token is the noun.
    Kind(ActorKind, usize),
}

impl Subject {
    /// Where the words between it and its verb begin.
    pub(super) fn end(&self) -> usize {
        match self {
            Self::Named { end, .. } => *end,
            Self::Country(at, _) => at + 2,
            Self::Speaker(at) | Self::Person(at) | Self::Thing(at) | Self::Same(at) | Self::Kind(_, at) => {
                at + 1
            }
        }
    }
}

impl<'a> Sentence<'a> {
    /// The sentence of `range`, with those of `places` that stand in it.
    pub(super) fn of(
        text: &'a [Token<'a>],
        range: std::ops::Range<usize>,
        places: &[Place],
        (actors, lexicon): (&'a [Actor], &'a Lexicon),
        peoples: &Peoples,
        open: Option<Mark>,
        is_turn: bool,
    ) -> Self {
        let whole = &text[range.clone()];
        let (start, opens_paragraph) = (whole[0].start, whole[0].opens_paragraph);
        let turn = if opens_paragraph { turn(whole, range.start, places, actors) } else { None };
        let dateline = match &turn {
            Some((_, after)) => *after,
            None if opens_paragraph => dateline(whole),
            None => 0,
        };
        let (tokens, base) = (&whole[dateline..], range.start + dateline);
        let places: Vec<Place> = places
            .iter()
            .filter(|place| place.words.start >= base)
            .map(|place| Place {
                words: place.words.start - base..place.words.end - base,
                actors: place.actors.clone(),
            })
            .collect();
        let words: Vec<String> = tokens.iter().map(|token| folded(token.unquoted())).collect();
        let mut sentence = Self {
            start,
            opens_paragraph,
            turn: turn.map(|(speakers, _)| speakers),
            tokens,
            words,
            places,
            owner: vec![None; tokens.len()],
            actors,
            lexicon,
            quotes: Quotes::default(),
        };
        sentence.own();
        let adjectives: Vec<Place> =
            (0..tokens.len()).filter_map(|at| sentence.national(at, peoples)).collect();
        if !adjectives.is_empty() {
            sentence.places.extend(adjectives);
            sentence.places.sort_by_key(|place| place.words.start);
            sentence.own();
        }
        sentence.quotes = if sentence.turn.is_some() || is_turn && !opens_paragraph {
            Quotes::whole(tokens)
        } else {
            Quotes::of(tokens, open.filter(|_| !opens_paragraph))
        };
        sentence
    }

    pub(super) fn own(&mut self) {
        for (number, place) in self.places.iter().enumerate() {
            for at in place.words.clone() {
                self.owner[at] = Some(number);
            }
        }
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    pub(super) fn place_at(&self, at: usize) -> Option<&Place> {
        self.owner.get(at).copied().flatten().map(|number| &self.places[number])
    }

    pub(super) fn is_person(&self, actor: usize) -> bool {
        self.kind(actor) == ActorKind::Person
    }

    pub(super) fn kind(&self, actor: usize) -> ActorKind {
        self.actors[actor].kind
    }

    /// Who does what the verb at `verb` says.
    pub(super) fn subject(&self, verb: usize) -> Option<Subject> {
        let mut at = verb;
        let mut after_to = false;
        // "Kessia left, calling for a truce": whoever left.
        if self.word(verb).ends_with("ing") && verb > 1 && self.word(verb - 1) == "," {
            return Some(Subject::Same(verb - 1));
        }
        loop {
            at = at.checked_sub(1)?;
            if let Some(place) = self.place_at(at) {
                // "Asked Kessia to": what follows is another's wish.
                return if after_to { None } else { self.acting(place.words.clone()) };
            }
            let word = self.word(at);
            if let Some(whose) =
                at.checked_sub(1).filter(|_| self.lexicon.stand_ins.get(word) == Some(&ActorKind::State))
            {
                match self.word(whose) {
                    "his" | "her" => return (!after_to).then_some(Subject::Country(whose, true)),
                    "its" | "their" => return (!after_to).then_some(Subject::Country(whose, false)),
                    _ => {}
                }
            }
            if self.lexicon.he.contains(word) {
                return (!after_to).then_some(Subject::Person(at));
            }
            if self.lexicon.it.contains(word) {
                return (!after_to).then_some(Subject::Thing(at));
            }
            if self.lexicon.we.contains(word) && self.quotes.hold(at) {
                return (!after_to).then_some(Subject::Speaker(at));
            }
            // "Was among those that opposed it": whoever was.
            if at > 1 && self.word(at - 1) == "those" && self.word(at - 2) == "among" {
                at -= 2;
                continue;
            }
            // "Was the only country that opposed it": likewise.
            if matches!(word, "that" | "which" | "who" | "to")
                && let Some(only) =
                    (at.saturating_sub(4)..at).find(|at| matches!(self.word(*at), "only" | "first" | "last"))
                && self.place_at(at - 1).is_none()
            {
                at = only.saturating_sub(usize::from(
                    only > 0 && self.lexicon.articles.contains(self.word(only - 1)),
                ));
                after_to = false;
                continue;
            }
            // "Kessia and others".
            if at > 1 && word == "others" && self.word(at - 1) == "and" {
                at -= 1;
                continue;
            }
            if self.lexicon.who.contains(word) {
                return self.before_relative(at);
            }
            if self.tokens[at].is_possessive() && at.checked_sub(1).and_then(|at| self.place_at(at)).is_some()
            {
                return None;
            }
            match word {
                "," | "–" | "—" => return self.before_aside(at),
                "and" | "but" | "or" | "nor" if !matches!(self.word(at + 1), "to" | "be") => {
                    return Some(Subject::Same(at));
                }
                _ => {}
            }
            if let Some(kind) = self.stand_in(at).filter(|_| !after_to) {
                return Some(Subject::Kind(kind, at));
            }
            if let Some(start) = self.voice_ending(at) {
                if after_to {
                    return None;
                }
                // "Both countries", "the two sides".
                let both = start.checked_sub(1).is_some_and(|at| matches!(self.word(at), "both" | "two"));
                return if both { Some(Subject::Thing(at)) } else { self.of_voice(start, at) };
            }
            if let Some(voice) = self.before_unknown_name(at) {
                return self.of_voice(self.voice_ending(voice)?, voice);
            }
            if let Some(earlier) = self.before_unknown_list(at) {
                return self.place_at(earlier).and_then(|place| self.named_in(place.words.clone(), true));
            }
            let links = self.lexicon.links.contains(word)
                || matches!(word, "“" | "\"" | "‘")
                || self.tells_when(at)
                || self.lexicon.becomes.contains(&self.words[at..=at])
                || word.ends_with("ly") && word.len() > 3;
            if !links {
                return None;
            }
            after_to = word == "to";
        }
    }

    /// Who does what the first words say: "Rejecting the plan, Kessia left".
    pub(super) fn subject_after(&self, verb: usize) -> Option<Subject> {
        let first = self.word(verb);
        let comma = (verb + 1..self.tokens.len()).find(|at| self.word(*at) == ",")?;
        (verb == 0 && first.ends_with("ing")).then(|| self.named_after(comma + 1))?
    }

    /// "On Monday", "earlier this month", "today": when something is said to be done.
    pub(super) fn tells_when(&self, at: usize) -> bool {
        let is_day = |at: usize| self.lexicon.calendar.contains(self.word(at));
        let is_time = |at: usize| is_day(at) || self.lexicon.times.contains(self.word(at));
        let is_number = |at: usize| self.word(at).starts_with(|first: char| first.is_ascii_digit());
        let is_year = |at: usize| is_number(at) && self.word(at).len() == 4;
        is_time(at)
            || is_year(at) && at > 0 && self.word(at - 1) == "in"
            || self.word(at) == "in" && is_year(at + 1)
            || is_number(at) && (at > 0 && is_day(at - 1) || is_day(at + 1))
            || matches!(self.word(at), "on" | "in" | "late" | "early")
                && (is_time(at + 1) || is_number(at + 1) && is_day(at + 2))
    }
}
