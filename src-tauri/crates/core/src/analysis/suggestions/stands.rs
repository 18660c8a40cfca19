//! The stands taken in a sentence: each with who takes it, where it leans and the words that give it away.

use super::clause::{Sentence, Subject};
use super::modal::{is_adverb, is_bare_noun, opposite, will};
use super::quotes::Mark;
use super::spoken::{self, Spoken};
use super::{conditions, content};
use crate::actors::ActorKind;
use crate::analysis::language::{Cue, Frame, Lean};
use std::collections::BTreeMap;
use std::ops::Range;

/// One stand.
#[derive(Debug, Clone)]
pub(super) struct Stand {
    pub(super) actors: Vec<usize>,
    pub(super) speaker: Option<usize>,
    pub(super) lean: Lean,
    /// The tokens that give it away.
    pub(super) cue: Range<usize>,
    /// It was refused with "not" or the like.
    pub(super) is_negated: bool,
    /// Somebody tells it who does not belong to the actor.
    pub(super) is_hearsay: bool,
    /// A noun gives it away: "Kessia’s demand".
    pub(super) is_noun: bool,
    /// Where its subject begins.
    pub(super) from: usize,
}

/// Who was spoken of in the sentences before: whom "he", "it" and "the ministry" stand for.
#[derive(Debug, Default)]
pub(super) struct Before {
    person: Option<SpokenOf>,
    thing: Option<SpokenOf>,
    kinds: BTreeMap<ActorKind, SpokenOf>,
    /// Who was quoted in the sentence right before.
    quoted: Option<Vec<usize>>,
    /// Whether that is only supposed.
    is_supposed: bool,
    /// Whose turn to speak it is in a record.
    pub(super) turn: Option<Vec<usize>>,
    /// What opened the quotation that the sentence before left open.
    pub(super) open: Option<Mark>,
}

/// What was found in a sentence; some of it may wait for who is speaking.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) found: Vec<Stand>,
    /// Who is quoted in it.
    pub(super) quoted: Option<Vec<usize>>,
    /// Who is, unless a later sentence says.
    pub(super) supposed: Option<Vec<usize>>,
}

/// Who said something, from where on, and whether "he" may stand for them.
#[derive(Debug)]
pub(super) struct Saying {
    pub(super) actors: Vec<usize>,
    pub(super) from: usize,
    pub(super) is_person: bool,
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

/// What a sentence gives, read after those before it.
pub(super) fn read(sentence: &Sentence<'_>, before: &mut Before) -> Reading {
    if sentence.opens_paragraph {
        before.turn.clone_from(&sentence.turn);
    }
    let mut reader = Reader { sentence, before, found: Vec::new(), sayings: Vec::new(), quoted: None };
    reader.read();
    let Reader { mut found, sayings, mut quoted, .. } = reader;
    // "“No,” she said. “We will not sign.”" A quotation that opens a paragraph may yet turn out to be another's.
    let may_be_others = sentence.quotes.left_open.is_some()
        && if sentence.quotes.begin_open {
            before.is_supposed
        } else {
            sentence.opens_paragraph && before.open.is_none()
        };
    let mut supposed = None;
    if sayings.is_empty()
        && sentence.quotes.are_all(sentence.tokens)
        && let Some(speakers) = &before.quoted
    {
        if may_be_others {
            supposed = Some(speakers.clone());
        } else {
            spoken::attribute(
                sentence,
                &mut found,
                speakers,
                &(0..1),
                &(0..sentence.tokens.len()),
                Lean::Open,
            );
        }
        quoted = Some(speakers.clone());
    }
    if let Some(speakers) = &before.turn {
        spoken::attribute(sentence, &mut found, speakers, &(0..1), &(0..sentence.tokens.len()), Lean::Open);
    }
    let is_person = |actors: &[usize]| matches!(actors, [actor] if sentence.is_person(*actor));
    let stands = found.iter().map(|stand| (&stand.actors, is_person(&stand.actors)));
    let told = stands.chain(sayings.iter().map(|saying| (&saying.actors, saying.is_person)));
    before.take(sentence, told.filter(|(actors, _)| !actors.is_empty()));
    before.quoted.clone_from(&quoted);
    before.is_supposed = supposed.is_some();
    before.open = sentence.quotes.left_open;
    Reading { found, quoted, supposed }
}

impl Before {
    fn take<'f>(&mut self, sentence: &Sentence<'_>, subjects: impl Iterator<Item = (&'f Vec<usize>, bool)>) {
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

/// No question takes a stand, nothing within a condition does, and an actor takes one stand in a sentence.
pub(super) fn settle(sentence: &Sentence<'_>, mut found: Vec<Stand>) -> Vec<Stand> {
    if sentence.words.iter().rev().take(2).any(|word| word == "?") {
        return Vec::new();
    }
    let supposed = conditions::ranges(sentence);
    let asked = sentence.words.iter().position(|word| word == "whether");
    found.retain(|stand| {
        let is_asked = asked.is_some_and(|asked| asked < stand.from) && stand.lean != Lean::Unclear;
        !is_asked && !supposed.iter().any(|range| range.contains(&stand.cue.start))
    });
    found.sort_by_key(|stand| stand.cue.start);
    let mut taken: Vec<usize> = Vec::new();
    for stand in &mut found {
        stand.actors.retain(|actor| !taken.contains(actor));
        taken.extend(&stand.actors);
    }
    found.retain(|stand| !stand.actors.is_empty());
    found
}

/// Reads a sentence from left to right.
pub(super) struct Reader<'s, 'a> {
    pub(super) sentence: &'s Sentence<'a>,
    before: &'s Before,
    pub(super) found: Vec<Stand>,
    pub(super) sayings: Vec<Saying>,
    /// Who is quoted.
    pub(super) quoted: Option<Vec<usize>>,
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        let lexicon = self.sentence.lexicon;
        if let Some((_, end, ())) = lexicon.unclear.find(&self.sentence.words)
            && let Some(Subject::Named { actors, start, .. }) = self.sentence.named_after(end)
        {
            self.add(actors, Lean::Unclear, end - 1..end, false, start);
            return;
        }
        let mut spoken = Vec::new();
        let mut at = 0;
        while at < self.sentence.tokens.len() {
            let words = &self.sentence.words[at..];
            if self.sentence.place_at(at).is_some() {
                self.modal(at);
                at += 1;
                continue;
            }
            if lexicon.we.contains(self.sentence.word(at)) && self.sentence.quotes.hold(at) {
                if let Some((lean, cue, is_negated)) = will(self.sentence, at + 1) {
                    self.add(Vec::new(), lean, cue, is_negated, at);
                }
                at += 1;
                continue;
            }
            self.modal_of_pronoun(at);
            if let Some((length, lean)) = lexicon.camps.at(words) {
                self.camp(at..at + length, *lean);
            }
            if let Some((length, ())) = lexicon.undecided.at(words)
                && let Some((actors, from)) = self.resolve(self.sentence.subject(at))
            {
                self.add(actors, Lean::Neither, at..at + length, false, from);
                at += length;
                continue;
            }
            if let Some((length, cue)) = lexicon.nouns.at(words)
                && !cue.unless.iter().any(|word| word == self.sentence.word(at + length))
                && self.noun(at..at + length, cue)
            {
                at += length;
                continue;
            }
            if let Some((length, cue)) = lexicon.cues.at(words)
                && !cue.unless.iter().any(|word| word == self.sentence.word(at + length))
            {
                let range = at..at + length;
                match cue.frame {
                    Frame::Say => spoken.extend(self.say(range, cue.lean)),
                    _ => self.verb(range, cue),
                }
                // A name may stand within: "turned Kessia’s offer down".
                at += (1..length).find(|next| self.sentence.place_at(at + next).is_some()).unwrap_or(length);
                continue;
            }
            at += 1;
        }
        self.ellipses();
        self.opening_only();
        self.for_whom();
        // What is said within what is said comes first.
        for Spoken { speakers, cue, said, lean } in spoken.into_iter().rev() {
            match lean {
                Some(lean) => {
                    spoken::attribute(self.sentence, &mut self.found, &speakers, &cue, &said, lean);
                }
                // "Did not say that": nothing of it holds.
                None => self.found.retain(|stand| !said.contains(&stand.cue.start)),
            }
        }
        self.according();
    }

    pub(super) fn add(
        &mut self,
        actors: Vec<usize>,
        lean: Lean,
        cue: Range<usize>,
        is_negated: bool,
        from: usize,
    ) {
        self.found.push(Stand {
            actors,
            speaker: None,
            lean,
            cue,
            is_negated,
            is_hearsay: false,
            is_noun: false,
            from,
        });
    }

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
                actors.iter_mut().for_each(|actor| *actor = sentence.state_of(*actor));
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

    fn verb(&mut self, cue: Range<usize>, kind: &Cue) {
        let sentence = self.sentence;
        // "Declined to comment".
        if kind.lean == Lean::Open {
            return;
        }
        let form = sentence.word(cue.start);
        let verb = (0..cue.start).rev().find(|at| !is_adverb(sentence, *at));
        let after_be = verb.is_some_and(|at| sentence.lexicon.be.contains(sentence.word(at)));
        let is_passive = kind.frame == Frame::Verb
            && !form.ends_with("ing")
            && (after_be || sentence.word(cue.end) == "by");
        if is_passive {
            let by = (cue.end..sentence.tokens.len().min(cue.end + 12)).find(|at| sentence.word(*at) == "by");
            if let Some(Subject::Named { actors, start, .. }) = by.and_then(|by| sentence.named_after(by + 1))
            {
                let verb = verb.unwrap_or(0);
                let is_negated = sentence
                    .lexicon
                    .negations
                    .find(&sentence.words[verb.saturating_sub(1)..cue.start])
                    .is_some();
                let lean = if is_negated { opposite(kind.lean) } else { kind.lean };
                self.add(actors, lean, cue, is_negated, start);
            }
            return;
        }
        let Some(subject) = sentence.subject(cue.start).or_else(|| sentence.subject_after(cue.start)) else {
            return;
        };
        let between = &sentence.words[subject.end().min(cue.start)..cue.start];
        if kind.frame == Frame::Adjective
            && !between.iter().any(|word| {
                sentence.lexicon.be.contains(word)
                    || sentence.lexicon.becomes.contains(std::slice::from_ref(word))
            })
        {
            return;
        }
        let named_neither = matches!(&subject, Subject::Named { start, .. } if *start > 0 && sentence.word(start - 1) == "neither");
        if sentence.lexicon.others.find(between).is_some() || is_bare_noun(sentence, &subject, &cue) {
            return;
        }
        let Some((actors, from)) = self.resolve(Some(subject)) else { return };
        let doubted = sentence.lexicon.doubts.find(&sentence.words[from.saturating_sub(3)..from]).is_some();
        let denied = kind.lean == Lean::For
            && (doubted || sentence.lexicon.nothings.at(&sentence.words[cue.end..]).is_some());
        let is_negated = named_neither || denied || sentence.lexicon.negations.find(between).is_some();
        let mut lean = kind.lean;
        if lean == Lean::Against
            && !is_negated
            && (cue.end..sentence.tokens.len().min(cue.end + 4)).any(|at| {
                sentence
                    .lexicon
                    .nouns
                    .at(&sentence.words[at..])
                    .is_some_and(|(_, noun)| noun.lean == Lean::Against)
            })
        {
            // "Dropped its objection".
            lean = Lean::For;
        }
        let after_to = cue.end + usize::from(sentence.word(cue.end) == "to");
        if lean == Lean::For
            && sentence.lexicon.turns.at(&sentence.words[after_to.min(sentence.words.len())..]).is_some()
        {
            lean = Lean::Against;
        }
        // "Could accept": at a table, a way of saying yes.
        let could = between.last().is_some_and(|word| word == "could") && lean == Lean::For && !is_negated;
        if could && conditional_yes(sentence, &cue) {
            lean = Lean::ForIf;
        } else if between.iter().any(|word| sentence.lexicon.may.contains(word)) {
            lean = Lean::Unclear;
        } else if is_negated {
            lean = opposite(lean);
        }
        self.add(actors, lean, cue, is_negated, from);
    }

    /// "Kessia’s refusal", "a refusal by Kessia". Tells whether the noun was somebody's.
    fn noun(&mut self, cue: Range<usize>, kind: &Cue) -> bool {
        let sentence = self.sentence;
        let by = (cue.end..(cue.end + 2).min(sentence.tokens.len()))
            .find(|at| matches!(sentence.word(*at), "by" | "from"));
        // "Has the backing of Kessia": of nouns that somebody has from somebody.
        let had = cue.start.checked_sub(2).is_some_and(|at| {
            sentence.lexicon.articles.contains(sentence.word(at + 1))
                && sentence.lexicon.owning.contains(sentence.word(at))
        });
        let by = by.or_else(|| (had && sentence.word(cue.end) == "of").then_some(cue.end));
        // "Acceptable to Kessia" has its owner after it.
        let to = matches!(sentence.word(cue.end - 1), "to" | "with" | "from").then_some(cue.end);
        let after = to.or(by.map(|by| by + 1));
        let owner = sentence.possessor(cue.start).or_else(|| sentence.named_after(after?));
        let Some((actors, from)) = self.resolve(owner) else { return false };
        self.add(actors, kind.lean, cue, false, from);
        if let Some(stand) = self.found.last_mut() {
            stand.is_noun = true;
        }
        true
    }

    /// "Critics of it, including Kessia".
    fn camp(&mut self, cue: Range<usize>, lean: Lean) {
        let sentence = self.sentence;
        let named = (cue.end..sentence.tokens.len().min(cue.end + 10)).find_map(|at| {
            let is = sentence.lexicon.be.contains(sentence.word(at)).then_some(1);
            let likes = sentence.lexicon.likes.at(&sentence.words[at..]).map(|(length, ())| length);
            sentence.named_after(at + likes.or(is)?)
        });
        if let Some(Subject::Named { actors, .. }) = named {
            self.add(actors, lean, cue.clone(), false, cue.start);
        }
    }

    /// "Kessia will never sign", "Kessia would accept", at the end of a name.
    fn modal(&mut self, at: usize) {
        let sentence = self.sentence;
        let Some(place) = sentence.place_at(at).filter(|place| place.words.end == at + 1) else { return };
        let Some(Subject::Named { actors, start, .. }) = sentence.named(place.words.clone()) else { return };
        if let Some((lean, cue, is_negated)) = will(sentence, at + 1) {
            self.add(actors, lean, cue, is_negated, start);
        }
    }

    /// "It would consider that", "said it would not sign": at a pronoun.
    fn modal_of_pronoun(&mut self, at: usize) {
        let sentence = self.sentence;
        let subject = match sentence.word(at) {
            word if sentence.lexicon.he.contains(word) => Subject::Person(at),
            word if sentence.lexicon.it.contains(word) => Subject::Thing(at),
            _ => return,
        };
        if let Some((lean, cue, is_negated)) = will(sentence, at + 1)
            && let Some((actors, from)) = self.resolve(Some(subject))
        {
            self.add(actors, lean, cue, is_negated, from);
        }
    }

    /// "For Kessia the base is out of the question."
    fn for_whom(&mut self) {
        let sentence = self.sentence;
        if !matches!(sentence.word(0), "for" | "to") {
            return;
        }
        let Some(Subject::Named { actors, end, .. }) = sentence.named_after(1) else { return };
        let rest = end..sentence.tokens.len();
        let is = rest
            .clone()
            .find(|at| sentence.lexicon.be.contains(sentence.word(*at)) || sentence.word(*at) == "remains");
        if let Some(is) = is
            && let Some(lean) = content::lean(sentence, is..rest.end)
        {
            self.add(actors, lean, is..is + 1, false, 1);
        }
    }

    /// "As did Kessia", "nor does Kessia".
    fn ellipses(&mut self) {
        let sentence = self.sentence;
        for at in 0..sentence.tokens.len().saturating_sub(2) {
            if !matches!(sentence.word(at), "as" | "so" | "nor" | "neither")
                || !matches!(
                    sentence.word(at + 1),
                    "did"
                        | "does"
                        | "do"
                        | "has"
                        | "have"
                        | "had"
                        | "is"
                        | "are"
                        | "was"
                        | "were"
                        | "will"
                        | "would"
                )
            {
                continue;
            }
            let Some(Subject::Named { actors, start, .. }) = sentence.named_after(at + 2) else { continue };
            if let Some(same) = self.found.iter().rev().find(|stand| stand.cue.start < at) {
                let lean = same.lean;
                self.add(actors, lean, at..at + 2, false, start);
            }
        }
    }

    /// "Only after a vote would Kessia sign".
    fn opening_only(&mut self) {
        let sentence = self.sentence;
        let is_only = matches!(sentence.word(0), "only" | "never" | "under");
        for place in sentence.places.iter().filter(|_| is_only) {
            let modal = place.words.start.saturating_sub(1);
            if !matches!(sentence.word(modal), "will" | "would") {
                continue;
            }
            if let Some((length, lean)) = sentence.lexicon.will.at(&sentence.words[place.words.end..]) {
                let lean = match sentence.word(0) {
                    "only" => Lean::ForIf,
                    _ => opposite(*lean),
                };
                self.add(
                    place.actors.clone(),
                    lean,
                    place.words.end..place.words.end + length,
                    false,
                    place.words.start,
                );
            }
        }
    }
}

/// Whether what follows a verb after "could" says on what it depends.
fn conditional_yes(sentence: &Sentence<'_>, cue: &Range<usize>) -> bool {
    (cue.end..sentence.tokens.len()).any(|at| sentence.lexicon.conditions.at(&sentence.words[at..]).is_some())
}
