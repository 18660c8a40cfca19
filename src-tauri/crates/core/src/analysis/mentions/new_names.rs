//! Names in a text that no actor goes by yet: offered for adding, never added.

use super::initials::join_initials;
use super::kinds::{is_acronym, known_kind, likely_kind};
use super::offices::{Office, Offices};
use super::runs::{Run, runs, spelt};
use super::uses::Uses;
use super::{Cast, Place};
use crate::actors::ActorKind;
use crate::analysis::language::{Lexicon, Token};
use crate::fold::folded;
use crate::ids::ActorId;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A name that might be an actor's. Positions count Unicode scalar values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewName {
    /// The name as it stands in the text.
    pub name: String,
    /// Initials that stand for it there: "U.S.", "US".
    pub also: Vec<String>,
    /// The actor whose initials it is, and who is not yet known to go by them.
    pub of: Option<ActorId>,
    /// What sort of actor it is likely to be.
    pub kind: ActorKind,
    /// The office that the text says its bearer holds: "Secretary of State".
    pub role: Option<String>,
    /// The name of whom they hold it for, as the text says: "United States".
    pub belongs_to: Option<String>,
    /// The actor who goes by that name.
    pub parent: Option<ActorId>,
    /// How often it stands in the text.
    pub count: u32,
    /// Where it stands first.
    pub start: u32,
    /// One past its last character there.
    pub end: u32,
}

/// No more than these are offered.
const MOST: usize = 40;

pub(super) fn new_names(tokens: &[Token<'_>], places: &[Place], cast: &Cast) -> Vec<NewName> {
    let Cast { actors, lexicon, .. } = cast;
    // Only what begins a sentence somewhere has to be known to stand small elsewhere.
    let opening: HashSet<String> = tokens
        .iter()
        .filter(|token| token.opens_sentence && token.is_capitalised())
        .map(|token| token.text.to_lowercase())
        .collect();
    let small: HashSet<&str> =
        tokens.iter().map(|token| token.text).filter(|word| opening.contains(*word)).collect();
    let reader = Offices::of(tokens, cast);
    let mut gathered = Gathered::default();
    let mut from = 0;
    for place in
        places.iter().map(|place| place.words.clone()).chain(std::iter::once(tokens.len()..tokens.len()))
    {
        let base = from.min(place.start);
        for run in runs(&tokens[base..place.start], lexicon, &small) {
            gathered.add(&run, base + run.first, &reader);
        }
        from = place.end;
    }
    gathered.join_surnames();
    join_initials(&mut gathered.found, actors);
    gathered.offered(&reader)
}

/// What a text says of names.
#[derive(Default)]
struct Gathered<'t> {
    found: BTreeMap<String, NewName>,
    /// Names of one word at the beginning of a sentence, where any word is capitalised.
    weak: BTreeMap<String, u32>,
    /// Names after a title.
    titled: HashSet<String>,
    /// The last words of names that are somebody's.
    surnames: HashSet<&'t str>,
    /// Names that something is said to be done by.
    acting: HashSet<String>,
    /// How often a name stands where a place would.
    placed: HashMap<String, u32>,
    offices: HashMap<String, Office>,
    uses: HashMap<String, Uses>,
}

impl<'t> Gathered<'t> {
    /// Takes in a name that begins with the word at `at`.
    fn add(&mut self, run: &Run<'t>, at: usize, reader: &Offices<'_>) {
        let (first, last) = (run.words[0], run.words[run.words.len() - 1]);
        let name = spelt(run.words);
        let words = at..at + run.words.len();
        self.uses.entry(name.clone()).or_default().add(run, words, reader.tokens, reader.lexicon);
        if run.is_weak {
            *self.weak.entry(name).or_default() += 1;
            return;
        }
        if run.is_titled {
            self.titled.insert(name.clone());
        }
        let is_named = run.words.len() > 1 && reader.lexicon.given_names.contains(first.text);
        // "The Jordan Senate" is nobody's name, though Jordan is.
        let is_person = !matches!(known_kind(&name, reader.lexicon), Some(kind) if kind != ActorKind::Person);
        if run.is_titled || is_named && is_person {
            self.surnames.insert(last.text);
        }
        if reader.is_placed(at) {
            *self.placed.entry(name.clone()).or_default() += 1;
        }
        if let Some(office) = reader.held(at..at + run.words.len())
            && self.offices.get(&name).is_none_or(|other| other.of.is_none() && office.of.is_some())
        {
            self.offices.insert(name.clone(), office);
        }
        if run.acts {
            self.acting.insert(name.clone());
        }
        let entry = self.found.entry(name.clone()).or_insert_with(|| NewName {
            kind: ActorKind::Group,
            name,
            also: Vec::new(),
            of: None,
            role: None,
            belongs_to: None,
            parent: None,
            count: 0,
            start: first.start,
            end: last.end,
        });
        entry.count += 1;
    }

    /// The names worth offering, the most frequent first.
    fn offered(mut self, reader: &Offices<'_>) -> Vec<NewName> {
        let found = std::mem::take(&mut self.found);
        let mut names: Vec<NewName> = found
            .into_values()
            .filter_map(|mut name| {
                if let Some(state) = reader.lexicon.capitals.get(&folded(&name.name)) {
                    // "Moscow" is another name of Russia, or of nobody.
                    name.of = Some(reader.known(state)?).filter(|_| self.is_frequent(&name));
                    name.of?;
                    name.kind = ActorKind::State;
                }
                if name.of.is_none() {
                    name.kind = self.kind_of(&name, reader.lexicon)?;
                    self.say_office(&mut name, reader);
                }
                Some(name)
            })
            .collect();
        names.sort_by(|one, other| other.count.cmp(&one.count).then(one.start.cmp(&other.start)));
        names.truncate(MOST);
        // What an office is of may be offered by another name: "U.S.".
        let offered: Vec<String> = names.iter().map(|name| name.name.clone()).collect();
        for name in names.iter_mut().filter(|name| name.parent.is_none()) {
            if let Some(of) = name.belongs_to.as_ref().filter(|of| !offered.contains(of)) {
                let other =
                    offered.iter().find(|other| reader.lexicon.demonyms.get(&folded(other)) == Some(of));
                name.belongs_to = Some(other.unwrap_or(of).clone());
            }
        }
        names
    }

    fn say_office(&mut self, name: &mut NewName, reader: &Offices<'_>) {
        if name.kind != ActorKind::Person {
            return;
        }
        let Some(Office { role, of }) = self.offices.remove(&name.name) else { return };
        name.parent = of.as_ref().and_then(|of| reader.known(of));
        name.role = Some(role);
        name.belongs_to = of;
    }

    /// The kind under which a name is worth offering; `None` for what is hardly an actor.
    fn kind_of(&self, name: &NewName, lexicon: &Lexicon) -> Option<ActorKind> {
        let words: Vec<String> = name.name.split_whitespace().map(str::to_lowercase).collect();
        let never = words.last().is_some_and(|last| lexicon.never_actors.contains(last))
            || words
                .iter()
                .all(|word| lexicon.calendar.contains(word) || lexicon.never_actors.contains(word));
        if never {
            return None;
        }
        let uses = self.uses.get(&name.name).copied().unwrap_or_default();
        if self.titled.contains(&name.name) || self.surnames.contains(name.name.as_str()) {
            return Some(ActorKind::Person);
        }
        if uses.is_no_actor() && !lexicon.states.contains(&name.name) {
            return None;
        }
        let is_frequent = self.is_frequent(name);
        let is_place =
            words.len() == 1 && self.placed.get(&name.name).is_some_and(|times| times * 2 >= name.count);
        known_kind(&name.name, lexicon)
            .filter(|_| words.len() > 1 || lexicon.states.contains(&name.name) || is_acronym(&name.name))
            .or_else(|| is_frequent.then(|| by_use(&name.name, uses, lexicon)))
            .filter(|kind| !(is_place && *kind == ActorKind::Group))
    }

    /// Whether something is said to be done by it, and more than once is spoken of it.
    fn is_frequent(&self, name: &NewName) -> bool {
        name.count > 1 && (self.acting.contains(&name.name) || is_acronym(&name.name))
    }

    /// "Quell" is counted with "Anna Quell" where only one name ends so.
    fn join_surnames(&mut self) {
        let Self { found, weak, titled, offices, .. } = self;
        let singles: BTreeSet<String> =
            found.keys().filter(|name| !name.contains(' ')).chain(weak.keys()).cloned().collect();
        for single in singles {
            let ending = format!(" {single}");
            // "Sir John" is John Moor.
            let opening = titled.contains(&single).then(|| format!("{single} "));
            let is_part = |name: &&String| {
                name.ends_with(&ending) || opening.as_ref().is_some_and(|opening| name.starts_with(opening))
            };
            let full: Vec<String> = found.keys().filter(is_part).cloned().collect();
            if let [full] = full.as_slice()
                && likely_kind(full) == ActorKind::Person
            {
                let gone = found.remove(&single).map_or(0, |gone| gone.count)
                    + weak.get(&single).copied().unwrap_or(0);
                if let Some(kept) = found.get_mut(full) {
                    kept.count += gone;
                }
                if let Some(office) = offices.remove(&single) {
                    offices.entry(full.clone()).or_insert(office);
                }
            }
        }
    }
}

/// The kind of a name that nothing in it tells: as it is used, then by its form.
fn by_use(name: &str, uses: Uses, lexicon: &Lexicon) -> ActorKind {
    let is_given = lexicon.given_names.contains(name);
    known_kind(name, lexicon)
        .or_else(|| uses.kind())
        .or_else(|| is_given.then_some(ActorKind::Person))
        .unwrap_or_else(|| likely_kind(name))
}
