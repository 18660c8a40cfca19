//! What a text says plainly of somebody it names: "Kessian President Ada Moor", "Ada Moor, foreign minister of Norway".

use super::Cast;
use super::kinds::known_kind;
use super::runs::spelt;
use crate::actors::ActorKind;
use crate::analysis::language::{Lexicon, Token};
use crate::fold::folded;
use crate::ids::ActorId;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// An office and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Office {
    /// As the text has it, with a capital: "Secretary of State".
    pub(super) role: String,
    /// The name of whom its holder belongs to, if the text says.
    pub(super) of: Option<String>,
}

/// No office has more words, and no name of a state or body that one is of.
const LONGEST: usize = 5;

/// What is needed to read offices out of a text.
pub(super) struct Offices<'a> {
    pub(super) tokens: &'a [Token<'a>],
    pub(super) lexicon: &'a Lexicon,
    cast: &'a Cast,
    /// Who goes by a name, folded; nobody where several do.
    known: HashMap<String, Option<ActorId>>,
}

impl<'a> Offices<'a> {
    pub(super) fn of(tokens: &'a [Token<'a>], cast: &'a Cast) -> Self {
        let mut known: HashMap<String, Option<ActorId>> = HashMap::new();
        for actor in cast.actors.iter().filter(|actor| actor.kind != ActorKind::Person) {
            let names: HashSet<String> = actor.names().map(|name| folded(name)).collect();
            for name in names {
                known.entry(name).and_modify(|one| *one = None).or_insert(Some(actor.id));
            }
        }
        Self { tokens, lexicon: cast.lexicon, cast, known }
    }

    /// The office that the words around a name give to whoever bears it.
    pub(super) fn held(&self, name: Range<usize>) -> Option<Office> {
        self.before(&name).or_else(|| self.after(&name))
    }

    /// Whether the name that begins at `at` stands where a place would: "in", "over".
    pub(super) fn is_placed(&self, at: usize) -> bool {
        at > 0
            && !self.tokens[at].opens_sentence
            && self.lexicon.before_places.contains(&folded(self.tokens[at - 1].text))
    }

    /// The known actor of that name, or of another name for the same state.
    pub(super) fn known(&self, name: &str) -> Option<ActorId> {
        let others = self.lexicon.demonyms.iter().filter(|(_, of)| *of == name).map(|(other, _)| other);
        std::iter::once(&folded(name)).chain(others).find_map(|name| self.known.get(name).copied().flatten())
    }

    /// "French President Ada Moor", "President Ada Moor of Norway", "the Norwegian president, Ada Moor,".
    fn before(&self, name: &Range<usize>) -> Option<Office> {
        let is_set_off = name.start > 0 && self.tokens[name.start - 1].text == ",";
        if is_set_off && !self.closes(name.end) {
            return None;
        }
        let end = name.start - usize::from(is_set_off);
        let start = (end.saturating_sub(LONGEST)..end).find(|start| {
            self.is_within_sentence(*start..name.start + 1)
                && self.lexicon.offices.contains(&self.words(*start..end))
        })?;
        let owner_end = start - usize::from(start > 0 && self.tokens[start - 1].is_possessive());
        let owner = (owner_end.saturating_sub(LONGEST)..owner_end).find_map(|from| {
            let is_one = self.is_within_sentence(from..name.start + 1);
            is_one.then(|| self.owner(from..owner_end)).flatten().map(|of| (from, of))
        });
        let first = owner.as_ref().map_or(start, |(from, _)| *from);
        // Two words back, for "ex-president".
        if self.words(first.saturating_sub(2)..first).iter().any(|word| self.lexicon.formers.contains(word)) {
            return None;
        }
        let of = owner.map(|(_, of)| of).or_else(|| self.field(name.end).map(|(_, of)| of));
        Some(Office { role: self.role(start..end), of })
    }

    /// "Ada Moor, the Norwegian foreign minister,", "Ada Moor, president of Norway."
    fn after(&self, name: &Range<usize>) -> Option<Office> {
        if self.tokens.get(name.end)?.text != "," {
            return None;
        }
        let mut from = name.end + 1;
        if self.tokens.get(from).is_some_and(|token| self.lexicon.is_article(token.text)) {
            from += 1;
        }
        let owner = (from + 1..=from + LONGEST)
            .rev()
            .filter(|end| *end <= self.tokens.len())
            .find_map(|end| self.owner(from..end).map(|of| (end, of)));
        let start = owner.as_ref().map_or(from, |(end, _)| *end);
        let start = start + usize::from(self.tokens.get(start).is_some_and(Token::is_possessive));
        let reach = self.tokens.len().min(start + LONGEST);
        let (length, ()) = self.lexicon.offices.at(&self.words(start..reach))?;
        let mut end = start + length;
        let role = self.role(start..end);
        let mut of = owner.map(|(_, of)| of);
        if let Some((past, field)) = self.field(end) {
            end = past;
            of = of.or(Some(field));
        }
        (self.is_within_sentence(name.start..end) && self.closes(end)).then_some(Office { role, of })
    }

    /// Whose an office is that goes on with "of": one past it, and the name.
    fn field(&self, at: usize) -> Option<(usize, String)> {
        if self.tokens.get(at)?.text != "of" {
            return None;
        }
        let from = at + 1 + usize::from(self.tokens.get(at + 1).is_some_and(|token| token.text == "the"));
        (from + 1..=from + LONGEST).rev().filter(|end| *end <= self.tokens.len()).find_map(|end| {
            let is_one = self.is_within_sentence(at..end);
            is_one.then(|| self.owner(from..end)).flatten().map(|of| (end, of))
        })
    }

    /// The state or body that these words name, or whose people they name.
    fn owner(&self, words: Range<usize>) -> Option<String> {
        let named = &self.tokens[words];
        if !named.first()?.is_capitalised() || !named.last()?.is_capitalised() {
            return None;
        }
        let name = spelt(named);
        if let Some(whose) = self.cast.peoples.get(&folded(&name)) {
            return Some(self.cast.actors[whose].name.clone());
        }
        if let Some(state) = self.lexicon.demonyms.get(&folded(&name)) {
            return Some(state.clone());
        }
        let is_actor = self.known.get(&folded(&name)).is_some_and(Option::is_some)
            || self.lexicon.states.contains(&name)
            || named.len() > 1
                && named
                    .iter()
                    .all(|word| word.is_capitalised() || matches!(word.text, "of" | "for" | "the"))
                && matches!(
                    known_kind(&name, self.lexicon),
                    Some(ActorKind::GovernmentBody | ActorKind::InternationalOrganisation | ActorKind::State)
                );
        is_actor.then_some(name)
    }

    fn role(&self, words: Range<usize>) -> String {
        let role = spelt(&self.tokens[words]);
        let mut letters = role.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    fn words(&self, range: Range<usize>) -> Vec<String> {
        self.tokens[range].iter().map(|token| folded(token.text)).collect()
    }

    /// Whether a comma or the end of the sentence stands at `at`.
    fn closes(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_none_or(|token| token.opens_sentence || matches!(token.text, "," | "." | ";" | ")"))
    }

    /// Whether no sentence begins after the first of these words.
    fn is_within_sentence(&self, words: Range<usize>) -> bool {
        self.tokens[words].iter().skip(1).all(|token| !token.opens_sentence)
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::mentions::named_in;
    use crate::sources::Structure;
    use crate::testing::Desk;

    /// Each new name with its kind, and what the text says of it; ">" leads to an actor who is known.
    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let mut desk = Desk::new();
        let kessia =
            desk.actor_with("Kessia", None, |facts| facts.aliases = vec!["the Kessian state".into()]);
        let norway = desk.actor("Norway", None);
        let actors: Vec<_> = [kessia, norway].map(|id| desk.dossier.actor(id).unwrap()).into();
        let (_, names) = named_in(text, &Structure::default(), Some("en"), &actors);
        let told: Vec<String> = names
            .into_iter()
            .map(|name| {
                let parent = actors.iter().find(|actor| Some(actor.id) == name.parent);
                [
                    Some(format!("{} {}", name.kind, name.name)),
                    name.role,
                    name.belongs_to,
                    parent.map(|actor| format!("> {}", actor.name)),
                ]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ")
            })
            .collect();
        assert_eq!(told, expect, "{text}");
    }

    #[test]
    fn an_office_before_a_name() {
        check("French President Anna Blum came.", &["person Anna Blum, President, France"]);
        check(
            "The Norwegian prime minister Carl Blum came.",
            &["person Carl Blum, Prime minister, Norway, > Norway"],
        );
        check(
            "U.S. Secretary of State Carla Blum came.",
            &["state U.S.", "person Carla Blum, Secretary of State, U.S."],
        );
        check("US special envoy Carla Blum came.", &["state US", "person Carla Blum, Special envoy, US"]);
        check("Kessian President Anna Blum came.", &["person Anna Blum, President, Kessia, > Kessia"]);
        check(
            "Kessia’s Foreign Minister Anna Blum came.",
            &["person Anna Blum, Foreign Minister, Kessia, > Kessia"],
        );
        check("President Anna Blum of Norway came.", &["person Anna Blum, President, Norway, > Norway"]);
        check("Foreign Minister Anna Blum came.", &["person Anna Blum, Foreign Minister"]);
        check("The Swedish president, Anna Blum, came.", &["person Anna Blum, President, Sweden"]);
        check(
            "French President Anna Blum left. Blum slept. The Swedes left with President Blum.",
            &["person Anna Blum, President, France"],
        );
    }

    #[test]
    fn an_office_after_a_name() {
        check(
            "Anna Blum, foreign minister of Norway, came.",
            &["person Anna Blum, Foreign minister, Norway, > Norway"],
        );
        check(
            "It met Anna Blum, the French defence minister.",
            &["person Anna Blum, Defence minister, France"],
        );
        check(
            "It met Anna Blum, president of the European Commission.",
            &["person Anna Blum, President, European Commission", "government_body European Commission"],
        );
    }

    #[test]
    fn nothing_is_said_that_the_text_does_not_say_plainly() {
        check("Former French President Anna Blum came.", &["person Anna Blum"]);
        check("The ex-president Anna Blum came.", &["person Anna Blum"]);
        check("He asked the president. Anna Blum came.", &["person Anna Blum"]);
        check("He asked the president, Anna Blum said.", &["person Anna Blum"]);
        check(
            "It met Anna Blum, President Carl Moor and others.",
            &["person Anna Blum", "person Carl Moor, President"],
        );
        check("Mr. Otter came.", &["person Otter"]);
        check("Anna Blum, who met the president of France, came.", &["person Anna Blum", "state France"]);
    }

    #[test]
    fn a_lone_surname_is_somebody_and_a_place_is_no_actor() {
        check(
            "Crossland is near. Troops stood in Crossland and over Crossland. In May Crossland has rain.",
            &[],
        );
        check(
            "Both Anna Tarn and Carl Tarn came. In May Tarn will go; later Tarn has gone.",
            &["person Tarn", "person Anna Tarn", "person Carl Tarn"],
        );
        check("In May Crossland said no. In June Crossland said yes.", &["group Crossland"]);
    }
}
