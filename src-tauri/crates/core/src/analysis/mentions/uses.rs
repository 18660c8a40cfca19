//! What the words around a name make of it: "the Moor administration" is somebody's, "the carmaker Otto" a company.

use super::runs::Run;
use crate::actors::ActorKind;
use crate::analysis::language::{Lexicon, Token};
use crate::fold::folded;
use std::ops::Range;

/// What a text says of a name by the way it uses it.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Uses {
    /// How often as only a person is spoken of.
    person: u32,
    /// How often as a thing: "the Moor", "its".
    thing: u32,
    /// What a noun before it says it is.
    said: Option<ActorKind>,
    /// How often as a newspaper, a place or the like.
    press: u32,
    /// How often at all.
    all: u32,
}

/// A pronoun further on than this is somebody else's.
const REACH: usize = 30;

impl Uses {
    /// The kind that these uses tell, if they tell one.
    pub(super) fn kind(self) -> Option<ActorKind> {
        let said = self.said.filter(|_| self.person == 0);
        said.or((self.person > 0 && self.thing == 0).then_some(ActorKind::Person))
    }

    /// Whether it is mostly a newspaper, a place or the like.
    pub(super) fn is_no_actor(self) -> bool {
        self.press > 0 && self.press * 2 >= self.all
    }

    /// Takes in one place of the name among `tokens`.
    pub(super) fn add(&mut self, run: &Run<'_>, name: Range<usize>, tokens: &[Token<'_>], lexicon: &Lexicon) {
        self.all += 1;
        let before =
            name.start.checked_sub(1).map(|at| tokens[at]).filter(|_| !tokens[name.start].opens_sentence);
        let is_doer = tokens.get(name.end).is_some_and(is_deed);
        if let Some(before) = before.filter(|before| !before.is_capitalised() && !is_doer) {
            let word = folded(before.text);
            let kind = lexicon.stand_ins.get(&word).copied().filter(|kind| *kind != ActorKind::Person);
            self.said = self.said.or(kind);
            self.press += u32::from(lexicon.press.contains(&word));
        }
        let word = |at: usize| tokens.get(at).map_or_else(String::new, |token| folded(token.text));
        let owns = tokens.get(name.end).is_some_and(Token::is_possessive);
        let has_article = before.is_some_and(|before| lexicon.is_article(before.text));
        let next = name.end + usize::from(owns);
        let words: Vec<String> = (next..tokens.len().min(next + 4)).map(word).collect();
        let is_personal =
            lexicon.personal.at(&words).is_some() || word(name.end) == "," && word(name.end + 1) == "who";
        if is_personal {
            self.person += 1;
        } else if has_article {
            self.thing += 1;
        } else if run.acts && is_first(tokens, name.start, lexicon) {
            match pronoun(tokens, name.end, lexicon) {
                Some(true) => self.person += 1,
                Some(false) => self.thing += 1,
                None => {}
            }
        }
    }
}

/// "The company Otter founded", "the party Otter leads": whoever did that is not what stands before the name.
fn is_deed(next: &Token<'_>) -> bool {
    let word = folded(next.text);
    let is_verb = word.ends_with("ed") || word.ends_with('s') && !word.ends_with("ss");
    let is_small =
        matches!(word.as_str(), "is" | "was" | "has" | "does" | "as" | "this" | "its" | "his" | "towards");
    is_verb && !is_small && next.text.starts_with(char::is_lowercase)
        || matches!(
            word.as_str(),
            "wrote" | "won" | "lost" | "left" | "built" | "made" | "ran" | "led" | "sold" | "bought"
        )
}

/// Whether nobody is named or spoken of before in the sentence.
fn is_first(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> bool {
    let opens = (0..=at).rev().find(|at| tokens[*at].opens_sentence).unwrap_or(0);
    tokens[opens..at].iter().all(|token| {
        let word = folded(token.text);
        !lexicon.he.contains(&word) && !is_named(token, &word, lexicon)
    })
}

fn is_named(token: &Token<'_>, word: &str, lexicon: &Lexicon) -> bool {
    token.is_capitalised() && !lexicon.common.contains(word) && !lexicon.calendar.contains(word)
}

/// Whether "he" or "its" comes first after whoever acts, before anybody else is named; nothing where neither does.
fn pronoun(tokens: &[Token<'_>], from: usize, lexicon: &Lexicon) -> Option<bool> {
    let mut sentences = 0;
    for token in tokens.get(from..)?.iter().take(REACH) {
        let word = folded(token.text);
        sentences += usize::from(token.opens_sentence);
        match word.as_str() {
            "he" | "she" | "himself" | "herself" => return Some(true),
            "its" | "itself" => return Some(false),
            // "They" may be others.
            "they" | "their" | "his" | "her" if sentences == 0 => {
                return (word == "his" || word == "her").then_some(true);
            }
            _ => {}
        }
        if sentences > 1 || token.opens_paragraph || is_named(token, &word, lexicon) {
            return None;
        }
    }
    None
}
