//! Names in a text that no actor goes by yet: offered for adding, never added.

use super::Place;
use super::initials::join_initials;
use super::kinds::{is_acronym, known_kind, likely_kind};
use crate::actors::{Actor, ActorKind};
use crate::analysis::language::{Lexicon, Token};
use crate::fold::folded;
use crate::ids::ActorId;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashSet};

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
    /// How often it stands in the text.
    pub count: u32,
    /// Where it stands first.
    pub start: u32,
    /// One past its last character there.
    pub end: u32,
}

/// No more than these are offered.
const MOST: usize = 40;

/// Words that stand small within a name.
const INNER: &[&str] = &["of", "the", "for", "and", "de", "van", "von", "der", "al", "bin", "da", "di", "el"];

/// A stretch of capitalised words.
struct Run<'t> {
    words: &'t [Token<'t>],
    /// A title stands before it.
    is_titled: bool,
    /// One word at the beginning of a sentence, where any word is capitalised.
    is_weak: bool,
    /// Something is said to be done by it.
    acts: bool,
}

pub(super) fn new_names(
    tokens: &[Token<'_>],
    places: &[Place],
    lexicon: &Lexicon,
    actors: &[Actor],
) -> Vec<NewName> {
    // Only what begins a sentence somewhere has to be known to stand small elsewhere.
    let opening: HashSet<String> = tokens
        .iter()
        .filter(|token| token.opens_sentence && token.is_capitalised())
        .map(|token| token.text.to_lowercase())
        .collect();
    let small: HashSet<&str> =
        tokens.iter().map(|token| token.text).filter(|word| opening.contains(*word)).collect();
    let mut found: BTreeMap<String, NewName> = BTreeMap::new();
    let mut sure: HashSet<String> = HashSet::new();
    let mut acting: HashSet<String> = HashSet::new();
    let mut weak: BTreeMap<String, u32> = BTreeMap::new();
    let mut from = 0;
    for place in
        places.iter().map(|place| place.words.clone()).chain(std::iter::once(tokens.len()..tokens.len()))
    {
        for run in runs(&tokens[from.min(place.start)..place.start], lexicon, &small) {
            let (first, last) = (run.words[0], run.words[run.words.len() - 1]);
            let name = spelt(run.words);
            if run.is_weak {
                *weak.entry(name).or_default() += 1;
                continue;
            }
            if run.is_titled {
                sure.insert(name.clone());
            }
            if run.acts {
                acting.insert(name.clone());
            }
            let entry = found.entry(name.clone()).or_insert_with(|| NewName {
                kind: ActorKind::Group,
                name,
                also: Vec::new(),
                of: None,
                count: 0,
                start: first.start,
                end: last.end,
            });
            entry.count += 1;
        }
        from = place.end;
    }
    join_surnames(&mut found, &weak);
    join_initials(&mut found, actors);
    let mut names: Vec<NewName> = found
        .into_values()
        .filter_map(|mut name| {
            if name.of.is_some() {
                return Some(name);
            }
            name.kind = offered_kind(&name, sure.contains(&name.name), acting.contains(&name.name), lexicon)?;
            Some(name)
        })
        .collect();
    names.sort_by(|one, other| other.count.cmp(&one.count).then(one.start.cmp(&other.start)));
    names.truncate(MOST);
    names
}

/// The kind under which a name is worth offering; `None` for what is hardly an actor.
fn offered_kind(name: &NewName, is_titled: bool, acts: bool, lexicon: &Lexicon) -> Option<ActorKind> {
    let words: Vec<String> = name.name.split_whitespace().map(str::to_lowercase).collect();
    let never = words.last().is_some_and(|last| lexicon.never_actors.contains(last))
        || words.iter().all(|word| lexicon.calendar.contains(word) || lexicon.never_actors.contains(word));
    if never {
        return None;
    }
    if is_titled {
        return Some(ActorKind::Person);
    }
    let is_frequent = name.count > 1 && (acts || is_acronym(&name.name));
    known_kind(&name.name, lexicon)
        .filter(|_| words.len() > 1 || lexicon.states.contains(&name.name) || is_acronym(&name.name))
        .or_else(|| is_frequent.then(|| likely_kind(&name.name)))
}

/// "Quell" is counted with "Anna Quell" where only one name ends so.
fn join_surnames(found: &mut BTreeMap<String, NewName>, weak: &BTreeMap<String, u32>) {
    let singles: BTreeSet<String> =
        found.keys().filter(|name| !name.contains(' ')).chain(weak.keys()).cloned().collect();
    for single in singles {
        let ending = format!(" {single}");
        let full: Vec<String> = found.keys().filter(|name| name.ends_with(&ending)).cloned().collect();
        if let [full] = full.as_slice()
            && likely_kind(full) == ActorKind::Person
        {
            let gone =
                found.remove(&single).map_or(0, |gone| gone.count) + weak.get(&single).copied().unwrap_or(0);
            if let Some(kept) = found.get_mut(full) {
                kept.count += gone;
            }
        }
    }
}

fn runs<'t>(tokens: &'t [Token<'t>], lexicon: &Lexicon, small: &HashSet<&str>) -> Vec<Run<'t>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at];
        if !is_name_word(&token) {
            at += 1;
            continue;
        }
        let plain = token.text.to_lowercase();
        let is_common = lexicon.common.contains(&plain)
            || lexicon.calendar.contains(&plain)
            || token.opens_sentence && small.contains(plain.as_str()) && !lexicon.titles.contains(&plain);
        if is_common {
            at += 1;
            continue;
        }
        let start = at;
        let begins_with_title = lexicon.titles.contains(plain.trim_end_matches('.'));
        at += 1;
        let mut end = at;
        while at < tokens.len() && !tokens[at].opens_sentence {
            let next = tokens[at];
            if is_name_word(&next) && !lexicon.calendar.contains(&next.text.to_lowercase()) {
                at += 1;
                end = at;
            } else if begins_with_title && end > start + 1 && matches!(next.text, "of" | "for" | "and")
                || next.text == "and" && is_whole(&tokens[start..end], lexicon)
            {
                // "Mrs Otter of Norway" is two names, and so are "the US and Europe".
                break;
            } else if INNER.contains(&next.text)
                || matches!(next.text, "-" | ".")
                    && next.joined
                    && !tokens.get(at + 1).is_some_and(|after| after.opens_sentence)
            {
                at += 1;
            } else {
                break;
            }
        }
        at = end;
        for (first, end, is_titled) in names_within(tokens, start, end, lexicon) {
            let words = &tokens[first..end];
            let alone = words.len() == 1 && !is_acronym(words[0].text);
            let is_weak = alone && first == start && words[0].opens_sentence;
            if words.len() > 1 || words[0].text.chars().count() > 1 {
                runs.push(Run { words, is_titled, is_weak, acts: acts(&tokens[end..], lexicon) });
            }
        }
    }
    runs
}

/// Whether the words are a name that "and" does not go on with: a state, initials, or somebody's given name and
/// surname.
fn is_whole(words: &[Token<'_>], lexicon: &Lexicon) -> bool {
    let name = spelt(words);
    let is_somebody = words.len() > 1
        && words[..words.len() - 1].iter().any(|word| lexicon.given_names.contains(word.text));
    lexicon.states.contains(&name) || words.len() == 1 && is_acronym(&name) || is_somebody
}

/// The names in a stretch of capitalised words, as first word, end, and whether a title stands before it: "U.S.
/// Secretary of State Ada Moor" is a state and a person, "Kessian President Ada Moor" a person alone.
fn names_within(
    tokens: &[Token<'_>],
    start: usize,
    end: usize,
    lexicon: &Lexicon,
) -> Vec<(usize, usize, bool)> {
    let is_title = |at: usize| lexicon.titles.contains(&tokens[at].text.trim_end_matches('.').to_lowercase());
    let title = (start + 1..end).find(|at| is_title(*at));
    if let Some(title) = title
        && !is_title(start)
        && let Some(name) = (title + 1..end - 1).find(|at| lexicon.given_names.contains(tokens[*at].text))
    {
        let before = spelt(&tokens[start..title]);
        let is_body = known_kind(&before, lexicon).is_some_and(|kind| kind != ActorKind::Person);
        return is_body.then_some((start, title, false)).into_iter().chain([(name, end, true)]).collect();
    }
    without_titles(tokens, start, end, lexicon)
        .map(|(first, is_titled)| (first, end, is_titled))
        .into_iter()
        .collect()
}

/// Where a name begins between `start` and `end` once titles are left away, and whether there were any. `None` if
/// nothing is left: "the Minister of Defence".
fn without_titles(
    tokens: &[Token<'_>],
    start: usize,
    end: usize,
    lexicon: &Lexicon,
) -> Option<(usize, bool)> {
    let is_title = |at: usize| lexicon.titles.contains(&tokens[at].text.trim_end_matches('.').to_lowercase());
    // "US" and "EU" stand before names as titles do, and are names alone.
    if end - start == 1 && is_acronym(tokens[start].text) && tokens[start].text.chars().count() <= 4 {
        return Some((start, false));
    }
    let has_field = start + 1 < end && is_title(start) && matches!(tokens[start + 1].text, "of" | "for");
    if has_field {
        let name = (start..end).find(|at| lexicon.given_names.contains(tokens[*at].text))?;
        return Some((name, true));
    }
    let first = (start..end).find(|at| !is_title(*at) && tokens[*at].text != ".")?;
    let is_somebody = tokens[first..end].iter().all(|word| !INNER.contains(&word.text))
        && !matches!(known_kind(&spelt(&tokens[first..end]), lexicon), Some(kind) if kind != ActorKind::Person);
    // "Foreign Office" begins with no title of somebody's.
    Some(if is_somebody { (first, first > start) } else { (start, false) })
}

/// Whether something is done by whoever stands before these words.
fn acts(after: &[Token<'_>], lexicon: &Lexicon) -> bool {
    let words: Vec<String> = after.iter().take(4).map(|token| folded(token.text)).collect();
    words.first().is_some_and(|word| matches!(word.as_str(), "will" | "would" | "has" | "have" | "is"))
        || lexicon.cues.at(&words).is_some()
}

fn is_name_word(token: &Token<'_>) -> bool {
    token.is_capitalised()
}

/// The words as they stand in the text, with one space where there is any.
fn spelt(words: &[Token<'_>]) -> String {
    let mut name = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 && !word.joined {
            name.push(' ');
        }
        name.push_str(word.text);
    }
    name
}
