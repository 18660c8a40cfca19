//! The stands taken in a sentence: each with who takes it, where it leans and the words that give it away.

use super::before::Before;
use super::clause::{Sentence, Subject};
use super::conditions;
use super::modal::will;
use super::spoken::{self, Spoken};
use crate::analysis::language::{Frame, Lean};
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
    /// The tokens of what is said, where that decides: no condition stands outside.
    pub(super) said: Option<Range<usize>>,
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
    pub(super) before: &'s Before,
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
        self.denials();
        self.sides();
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
            said: None,
        });
    }
}
