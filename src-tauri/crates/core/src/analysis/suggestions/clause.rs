//! Who does what in a sentence, told by the order of its words: whoever stands before a verb, its agent after
//! "by", the owner of a noun.

use super::nationals::Nationals;
use super::quotes::{Mark, Quotes};
use crate::actors::{Actor, ActorKind};
use crate::analysis::language::{Lexicon, Token};
use crate::analysis::mentions::Place;
use crate::fold::folded;
use crate::ids::ActorId;

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

/// A remark set between commas is no longer than this.
const LONGEST_ASIDE: usize = 25;

impl<'a> Sentence<'a> {
    /// The sentence of `range`, with those of `places` that stand in it.
    pub(super) fn of(
        text: &'a [Token<'a>],
        range: std::ops::Range<usize>,
        places: &[Place],
        (actors, lexicon): (&'a [Actor], &'a Lexicon),
        nationals: &Nationals,
        open: Option<Mark>,
        is_turn: bool,
    ) -> Self {
        let whole = &text[range.clone()];
        let (start, opens_paragraph) = (whole[0].start, whole[0].opens_paragraph);
        let turn = if opens_paragraph { turn(whole, range.start, places, actors) } else { None };
        let dateline = turn.as_ref().map_or_else(|| dateline(whole), |(_, after)| *after);
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
            (0..tokens.len()).filter_map(|at| sentence.national(at, nationals)).collect();
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

    fn own(&mut self) {
        for (number, place) in self.places.iter().enumerate() {
            for at in place.words.clone() {
                self.owner[at] = Some(number);
            }
        }
    }

    /// "Kessian" before such as speak for Kessia and are not named: "Kessian officials", "the Kessian foreign ministry".
    fn national(&self, at: usize, nationals: &Nationals) -> Option<Place> {
        let state = nationals.get(self.word(at)).filter(|_| self.tokens[at].is_capitalised())?;
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
                    || self.word(*at) == "and" && nationals.get(self.word(at + 1)).is_some())
        };
        let end = (at + 1..self.tokens.len()).find(|at| !is_part(at)).unwrap_or(self.tokens.len());
        let speaks = (at + 1..end.min(at + 5)).any(|at| self.voice_ending(at).is_some());
        (speaks && self.place_at(end).is_none()).then(|| Place { words: at..at + 1, actors: vec![state] })
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
    fn of_possessed(&self, owner: &Place) -> Option<Subject> {
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

    /// Whom a relative clause tells of: "Kessia, which"; with "who" and "whose" also after a preposition.
    fn before_relative(&self, at: usize) -> Option<Subject> {
        let before = at.checked_sub(1).filter(|at| self.word(*at) != ",").or_else(|| at.checked_sub(2))?;
        let place = self.place_at(before)?;
        let alone = || {
            let Place { words, actors } = place.clone();
            Some(Subject::Named { actors, start: words.start, end: words.end })
        };
        self.named(place.words.clone()).or_else(|| alone().filter(|_| self.word(at) != "which"))
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
        if !(0..place.words.start).all(is_head) {
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
    fn person_after(&self, place: &Place) -> Option<&Place> {
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

    /// The state that an actor belongs to; the actor itself where none is known.
    pub(super) fn state_of(&self, actor: usize) -> usize {
        let mut at = actor;
        for _ in 0..self.actors.len() {
            if self.kind(at) == ActorKind::State {
                return at;
            }
            let parent = self.actors[at].parent;
            let Some(up) = parent.and_then(|id| self.actors.iter().position(|actor| actor.id == id)) else {
                break;
            };
            at = up;
        }
        actor
    }

    /// The actors of a name that can act, with those named together with it. `None` if it only stands with a
    /// preposition: "the war in Kessia".
    pub(super) fn named(&self, words: std::ops::Range<usize>) -> Option<Subject> {
        self.named_in(words, false)
    }

    /// The same, where a verb is known to follow: then "after Kessia" begins a clause.
    fn named_in(&self, words: std::ops::Range<usize>, before_verb: bool) -> Option<Subject> {
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
                || word == "that"
                || before_verb && self.lexicon.conjunctions.contains(word);
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
            // "Jan Brodt, Kessia’s envoy, said".
            if self.place_at(before).is_none() && self.tokens[before].is_capitalised() {
                let voice = self.voice_ending(comma - 1).filter(|start| *start > open);
                let speaks = voice.and_then(|start| self.of_voice(start, comma - 1));
                let of = || self.acting(aside.clone()?);
                if let Some(subject) = speaks.or_else(of) {
                    return Some(subject);
                }
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

    /// Whom those speak for who are called from `start` to `end`: "Kessia’s delegation", "US officials".
    fn of_voice(&self, start: usize, end: usize) -> Option<Subject> {
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
    fn acting(&self, words: std::ops::Range<usize>) -> Option<Subject> {
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

    /// Where the words begin that name such as speak for others, if they end at `at`.
    /// Whether what names a speaker names one person: "Kessia’s envoy Jan Brodt".
    pub(super) fn is_one_person(&self, words: std::ops::Range<usize>) -> bool {
        words.into_iter().any(|at| {
            self.place_at(at).is_none()
                && self.lexicon.titles.contains(self.word(at))
                && self.lexicon.voices.contains(&self.words[at..=at])
        })
    }

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

/// How many tokens a dateline has at most.
const LONGEST_DATELINE: usize = 14;

/// Where the words begin after "VARNBY, Nov 12 (agency) —", which says nothing about Varnby.
fn dateline(tokens: &[Token<'_>]) -> usize {
    let is_place = |token: &Token<'_>| {
        token.text.chars().count() > 2
            && token.text.chars().all(|letter| !letter.is_lowercase())
            && token.is_capitalised()
    };
    let is_dash = |token: &Token<'_>| matches!(token.text, "—" | "–" | "-") && !token.joined;
    let Some(dash) = tokens.iter().take(LONGEST_DATELINE).position(is_dash) else { return 0 };
    let head = &tokens[..dash];
    let fits = |token: &Token<'_>| !token.text.starts_with(char::is_lowercase);
    let tail = dash + 1 + usize::from(tokens.get(dash + 1).is_some_and(|next| next.text == "-"));
    if head.first().is_some_and(is_place) && head.iter().all(fits) && tail < tokens.len() { tail } else { 0 }
}

/// Whose turn it is where a paragraph begins with a person's name and a colon, and where the words begin.
fn turn(
    tokens: &[Token<'_>],
    base: usize,
    places: &[Place],
    actors: &[Actor],
) -> Option<(Vec<usize>, usize)> {
    let place = places.first().filter(|place| place.words.start <= base + 2)?;
    let colon = place.words.end - base;
    let is_person = place.actors.iter().all(|actor| actors[*actor].kind == ActorKind::Person);
    let opens =
        is_person && tokens.get(colon).is_some_and(|sign| sign.text == ":") && colon + 1 < tokens.len();
    opens.then(|| (place.actors.clone(), colon + 1))
}
