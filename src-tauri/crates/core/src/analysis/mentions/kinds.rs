//! What sort of actor a name is likely to stand for: the one rule for every place that makes an actor.

use crate::actors::ActorKind;
use crate::analysis::language::Lexicon;
use crate::fold::folded;

/// The likely kind of an actor by the form of its name; where an actor is made, a person sets it right.
#[must_use]
pub fn likely_kind(name: &str) -> ActorKind {
    known_kind(name, Lexicon::of(None)).unwrap_or_else(|| {
        let words: Vec<&str> = name.split_whitespace().collect();
        if looks_like_a_person(&words) {
            ActorKind::Person
        } else if words.len() == 1 && is_acronym(name) {
            ActorKind::InternationalOrganisation
        } else {
            ActorKind::Group
        }
    })
}

/// The kind that a word in the name tells, if one does.
pub(super) fn known_kind(name: &str, lexicon: &Lexicon) -> Option<ActorKind> {
    let words: Vec<&str> =
        name.split_whitespace().filter(|word| !lexicon.articles.contains(&word.to_lowercase())).collect();
    if lexicon.states.contains(words.join(" ").as_str()) {
        return Some(ActorKind::State);
    }
    let folded: Vec<String> = words.iter().flat_map(|word| parts(word)).collect();
    // The first of these that has a word in the name tells: "Ministry of the United Nations" is a body.
    for (kind, phrases) in &lexicon.kinds {
        if phrases.find(&folded).is_some() {
            return Some(*kind);
        }
    }
    let first = *words.first()?;
    let is_titled = words.len() > 1 && lexicon.titles.contains(&first.trim_end_matches('.').to_lowercase());
    (is_titled || words.len() > 1 && lexicon.given_names.contains(first)).then_some(ActorKind::Person)
}

pub(super) fn is_acronym(name: &str) -> bool {
    name.chars().count() >= 2
        && name.chars().all(|letter| letter.is_uppercase() || letter.is_numeric() || letter == '.')
}

/// Two to four capitalised words of letters, none of them a single one: "Country A" is nobody.
fn looks_like_a_person(words: &[&str]) -> bool {
    (2..=4).contains(&words.len())
        && words.last().is_some_and(|last| last.chars().count() > 1 && !is_acronym(last))
        && words.iter().all(|word| {
            let small = matches!(
                *word,
                "de" | "van" | "von" | "der" | "den" | "al" | "bin" | "da" | "dos" | "di" | "el"
            );
            small
                || word
                    .strip_prefix("al-")
                    .or(word.strip_prefix("el-"))
                    .is_some_and(|rest| rest.starts_with(char::is_uppercase))
                || word.starts_with(char::is_uppercase)
                    && word.chars().all(|letter| letter.is_alphabetic() || "-.’'".contains(letter))
        })
}

fn parts(word: &str) -> Vec<String> {
    folded(word).replace('-', " - ").replace('’', " ’").split_whitespace().map(ToOwned::to_owned).collect()
}
