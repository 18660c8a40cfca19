//! Who does what in a sentence, told by the order of its words: whoever stands before a verb, its agent after
//! "by", the owner of a noun.

use super::quotes::{Mark, Quotes};
use crate::actors::{Actor, ActorKind};
use crate::analysis::language::{Lexicon, Token};
use crate::analysis::mentions::Place;
use crate::fold::folded;
use crate::ids::ActorId;

/// A sentence with the actors named in it. All positions count its tokens.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    pub(super) tokens: &'a [Token<'a>],
    /// Its words without regard to case.
    pub(super) words: Vec<String>,
    pub(super) places: Vec<Place>,
    /// The place that a token belongs to.
    owner: Vec<Option<usize>>,
    actors: &'a [Actor],
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
            Self::Speaker(at) | Self::Person(at) | Self::Thing(at) | Self::Same(at) | Self::Kind(_, at) => {
                at + 1
            }
        }
    }
}

/// A remark set between commas is no longer than this.
const LONGEST_ASIDE: usize = 25;

impl<'a> Sentence<'a> {
    pub(super) fn of(
        tokens: &'a [Token<'a>],
        base: usize,
        places: &[Place],
        actors: &'a [Actor],
        lexicon: &'a Lexicon,
        open: Option<Mark>,
    ) -> Self {
        let places: Vec<Place> = places
            .iter()
            .map(|place| Place {
                words: place.words.start - base..place.words.end - base,
                actors: place.actors.clone(),
            })
            .collect();
        let mut owner = vec![None; tokens.len()];
        for (number, place) in places.iter().enumerate() {
            for at in place.words.clone() {
                owner[at] = Some(number);
            }
        }
        let words = tokens.iter().map(|token| folded(token.text)).collect();
        let quotes = Quotes::of(tokens, open.filter(|_| !tokens[0].opens_paragraph));
        Self { tokens, words, places, owner, actors, lexicon, quotes }
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

    /// Whether both stand under the same actor, as a minister and an envoy of one state do.
    pub(super) fn are_kin(&self, one: usize, other: usize) -> bool {
        self.root(one) == self.root(other)
    }

    fn root(&self, actor: usize) -> ActorId {
        let mut top = &self.actors[actor];
        // No longer than there are actors, were they ever in a circle.
        for _ in 0..self.actors.len() {
            let Some(parent) = top.parent.and_then(|id| self.actors.iter().find(|actor| actor.id == id))
            else {
                break;
            };
            top = parent;
        }
        top.id
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
                return if after_to { None } else { self.named(place.words.clone()) };
            }
            let word = self.word(at);
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
            if self.lexicon.who.contains(word) {
                let before =
                    at.checked_sub(1).filter(|at| self.word(*at) != ",").or_else(|| at.checked_sub(2))?;
                return self.place_at(before).and_then(|place| self.named(place.words.clone()));
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
                return self.of_voice(start, at);
            }
            if let Some(voice) = self.before_unknown_name(at) {
                return self.of_voice(self.voice_ending(voice)?, voice);
            }
            let links = self.lexicon.links.contains(word)
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

    /// Who is named after `at`, such as after "by": several where they are joined by commas and "and".
    pub(super) fn named_after(&self, at: usize) -> Option<Subject> {
        let first = self.skip_titles(at);
        let place = self.place_at(first).filter(|place| !self.is_possessed(place.words.end))?;
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

    /// "The ministry", "the company" without a name: the kind of whom it stands for.
    fn stand_in(&self, at: usize) -> Option<ActorKind> {
        let article =
            at.checked_sub(1).filter(|before| self.lexicon.articles.contains(self.word(*before)))?;
        // Within another's name or title it is no stand-in: "the Kessian ministry", "the ministry of trade".
        let stands_alone =
            !self.tokens[article].joined && self.word(at + 1) != "of" && self.word(at + 1) != "for";
        self.lexicon.stand_ins.get(self.word(at)).copied().filter(|_| stands_alone)
    }

    /// Where the voice ends after which somebody stands by a name that is no actor’s: "Kessia’s envoy Jan Brodt".
    fn before_unknown_name(&self, at: usize) -> Option<usize> {
        let is_name = |at: usize| {
            self.place_at(at).is_none()
                && self.tokens[at].is_capitalised()
                && !self.lexicon.common.contains(self.word(at))
                && self.voice_ending(at).is_none()
        };
        let before = (at.saturating_sub(3)..=at).rev().find(|at| !is_name(*at))?;
        (before < at && self.voice_ending(before).is_some()).then_some(before)
    }

    /// "On Monday", "earlier this month", "today": when something is said to be done.
    fn tells_when(&self, at: usize) -> bool {
        let is_day = |at: usize| self.lexicon.calendar.contains(self.word(at));
        let is_time = |at: usize| is_day(at) || self.lexicon.times.contains(self.word(at));
        let is_number = |at: usize| self.word(at).starts_with(|first: char| first.is_ascii_digit());
        is_time(at)
            || is_number(at) && (at > 0 && is_day(at - 1) || is_day(at + 1))
            || matches!(self.word(at), "on" | "in" | "late" | "early")
                && (is_time(at + 1) || is_number(at + 1) && is_day(at + 2))
    }

    /// Whose the noun at `noun` is: "Kessia’s earlier refusal", "Kessia, whose refusal"; "its refusal".
    pub(super) fn possessor(&self, noun: usize) -> Option<Subject> {
        for back in 1..=3 {
            let at = noun.checked_sub(back)?;
            match self.word(at) {
                "its" | "their" => return Some(Subject::Thing(at)),
                "his" | "her" => return Some(Subject::Person(at)),
                "our" | "my" if self.quotes.hold(at) => return Some(Subject::Speaker(at)),
                "whose" => {
                    let before =
                        at.checked_sub(1).filter(|at| self.word(*at) != ",").or_else(|| at.checked_sub(2))?;
                    return self.place_at(before).and_then(|place| self.named(place.words.clone()));
                }
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
        let place = self.places.first().filter(|place| place.words.start <= latest)?;
        match self.named(place.words.clone())? {
            Subject::Named { actors, start, end }
                if !self.tokens.get(end).is_some_and(Token::is_possessive) =>
            {
                Some((actors, start))
            }
            _ => None,
        }
    }

    /// The actors of a name that can act, with those named together with it. `None` if it only stands with a
    /// preposition: "the war in Kessia".
    pub(super) fn named(&self, words: std::ops::Range<usize>) -> Option<Subject> {
        let end = words.end;
        let mut start = words.start;
        let mut actors = self.place_at(start)?.actors.clone();
        loop {
            let head = self.skip_titles_back(start);
            let Some(before) = head.checked_sub(1) else {
                return Some(Subject::Named { actors, start, end });
            };
            let joint = self.before_joint(before);
            if joint < before
                && let Some(place) = self.place_at(joint)
            {
                let more: Vec<usize> =
                    place.actors.iter().copied().filter(|actor| !actors.contains(actor)).collect();
                actors.splice(0..0, more);
                start = place.words.start;
                continue;
            }
            let word = self.word(before);
            let is_example = self.lexicon.likes.contains(&self.words[before..=before])
                || before > 0 && self.lexicon.likes.contains(&self.words[before - 1..=before]);
            let acts = is_example
                || !self.lexicon.prepositions.contains(word)
                || before.checked_sub(1).and_then(|at| self.voice_ending(at)).is_some()
                || word == "with" && self.word(end).ends_with("ing")
                || word == "that";
            return acts.then_some(Subject::Named { actors, start, end });
        }
    }

    /// The last word before what joins two names, if it ends at `at`: "and", "as well as", "along with".
    fn before_joint(&self, mut at: usize) -> usize {
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

    /// The subject before a remark between commas that ends at `comma`: "Quell, the minister, said"; or whoever the
    /// remark names: "its chair, Anna Quell, said".
    fn before_aside(&self, comma: usize) -> Option<Subject> {
        let first = comma.saturating_sub(LONGEST_ASIDE);
        let is_break = |at: &usize| matches!(self.word(*at), "," | "–" | "—");
        let opens: Vec<usize> = (first..comma).rev().filter(is_break).collect();
        let aside = comma.checked_sub(1).and_then(|at| self.place_at(at)).map(|place| place.words.clone());
        for open in opens {
            let before = open.checked_sub(1)?;
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
                let Some(Subject::Named { actors, start, .. }) = self.named(place.words.clone()) else {
                    continue;
                };
                return Some(Subject::Named { actors, start, end: comma });
            }
        }
        None
    }

    /// Whom those speak for who are called from `start` to `end`: "Kessia’s delegation", "US officials".
    fn of_voice(&self, start: usize, end: usize) -> Option<Subject> {
        let mut before = start.checked_sub(1)?;
        while before > 0 && self.place_at(before).is_none() && self.lexicon.titles.contains(self.word(before))
        {
            before -= 1;
        }
        match self.word(before) {
            "its" | "their" => return Some(Subject::Thing(before)),
            "his" | "her" => return Some(Subject::Person(before)),
            _ => {}
        }
        if self.tokens[before].is_possessive() {
            before = before.checked_sub(1)?;
            if let Some(kind) = self.stand_in(before) {
                return Some(Subject::Kind(kind, before));
            }
        }
        let place = self.place_at(before)?;
        Some(Subject::Named { actors: place.actors.clone(), start: place.words.start, end: end + 1 })
    }

    /// Where the words begin that name such as speak for others, if they end at `at`.
    fn voice_ending(&self, at: usize) -> Option<usize> {
        (at.saturating_sub(1)..=at).find(|start| self.lexicon.voices.contains(&self.words[*start..=at]))
    }

    fn is_possessed(&self, end: usize) -> bool {
        self.tokens.get(end).is_some_and(Token::is_possessive)
    }

    fn skip_titles(&self, mut at: usize) -> usize {
        while self.place_at(at).is_none() && self.is_before_name(at) {
            at += 1;
        }
        at
    }

    fn skip_titles_back(&self, mut at: usize) -> usize {
        while at > 0 && self.place_at(at - 1).is_none() && self.is_before_name(at - 1) {
            at -= 1;
        }
        at
    }

    /// An article, a title or the like: "the", "President", "Kessian".
    fn is_before_name(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let word = self.word(at);
        let is_title = self.lexicon.titles.contains(word) && !self.lexicon.prepositions.contains(word);
        self.lexicon.articles.contains(word)
            || is_title
            || matches!(word, "both" | "its" | "“" | "\"")
            || token.is_capitalised() && !self.lexicon.common.contains(word)
    }
}
