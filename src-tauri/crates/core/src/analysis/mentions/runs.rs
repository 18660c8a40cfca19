//! Stretches of capitalised words in a text, cut where one name ends and another begins.

use super::kinds::{is_acronym, known_kind};
use crate::actors::ActorKind;
use crate::analysis::language::{Lexicon, Token};
use crate::fold::folded;
use std::collections::HashSet;

/// Small words that join a name's parts, as nobody's surname has them.
const JOINING: &[&str] = &["of", "the", "for", "and"];

/// Words that stand small within a name.
const INNER: &[&str] = &["of", "the", "for", "and", "de", "van", "von", "der", "al", "bin", "da", "di", "el"];

/// A stretch of capitalised words.
pub(super) struct Run<'t> {
    pub(super) words: &'t [Token<'t>],
    /// Where it begins among the tokens it was found in.
    pub(super) first: usize,
    /// A title stands before it.
    pub(super) is_titled: bool,
    /// One word at the beginning of a sentence, where any word is capitalised.
    pub(super) is_weak: bool,
    /// Something is said to be done by it.
    pub(super) acts: bool,
}

/// The stretches in order. `small` are the words that stand small somewhere in the text.
pub(super) fn runs<'t>(tokens: &'t [Token<'t>], lexicon: &Lexicon, small: &HashSet<&str>) -> Vec<Run<'t>> {
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
        let is_title =
            |token: &&Token<'_>| lexicon.titles.contains(token.text.to_lowercase().trim_end_matches('.'));
        let begins_with_title =
            tokens[at..].iter().take_while(is_title).any(|title| is_holder(title, lexicon));
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
                runs.push(Run { words, first, is_titled, is_weak, acts: acts(&tokens[end..], lexicon) });
            }
        }
    }
    runs
}

/// Whether the words are a name that "and" does not go on with: a state, initials, a party, "Lords", or somebody's
/// given name, alone or with a surname.
fn is_whole(words: &[Token<'_>], lexicon: &Lexicon) -> bool {
    let name = spelt(words);
    let is_somebody =
        words[..(words.len() - 1).max(1)].iter().any(|word| lexicon.given_names.contains(word.text));
    let is_body = match known_kind(&name, lexicon) {
        Some(ActorKind::GovernmentBody) => words.len() == 1,
        kind => kind == Some(ActorKind::Party),
    };
    lexicon.states.contains(&name) || words.len() == 1 && is_acronym(&name) || is_somebody || is_body
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
    {
        let before = spelt(&tokens[start..title]);
        let is_body = known_kind(&before, lexicon).is_some_and(|kind| kind != ActorKind::Person);
        let body = is_body.then_some((start, title, false));
        let given = (title + 1..end - 1).find(|at| lexicon.given_names.contains(tokens[*at].text));
        let last = (title..end).rev().find(|at| is_holder(&tokens[*at], lexicon));
        // "The Commission President" without a name is the Commission's.
        if last.is_some_and(|last| last + 1 == end) && is_body {
            return body.into_iter().collect();
        }
        // "UN Ambassador Zora Pell", whose given name nobody has listed.
        let unlisted = last.map(|last| last + 1).filter(|from| {
            (1..=3).contains(&(end - from))
                && tokens[*from..end]
                    .iter()
                    .all(|word| word.text.chars().all(char::is_alphabetic) || word.text == "-")
                && known_kind(&spelt(&tokens[*from..end]), lexicon).is_none()
        });
        if let Some(name) = given.or(unlisted) {
            return body.into_iter().chain([(name, end, true)]).collect();
        }
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
    let first = (start..end).find(|at| !is_title(*at) && !matches!(tokens[*at].text, "." | "-"))?;
    // "Security Council": no title of anybody's.
    let is_held = first == start || (start..first).any(|at| is_holder(&tokens[at], lexicon));
    let is_somebody = is_held
        && tokens[first..end].iter().all(|word| !JOINING.contains(&word.text))
        && !matches!(known_kind(&spelt(&tokens[first..end]), lexicon), Some(kind) if kind != ActorKind::Person);
    // "Foreign Office" begins with no title of somebody's.
    Some(if is_somebody { (first, first > start) } else { (start, false) })
}

/// A title that makes a person of the name after it: "Minister", and not "Security".
fn is_holder(token: &Token<'_>, lexicon: &Lexicon) -> bool {
    let word = token.text.to_lowercase();
    let word = word.trim_end_matches('.');
    lexicon.titles.contains(word)
        && !lexicon.title_fields.contains(word)
        && !lexicon.title_fields.contains(token.text.to_lowercase().as_str())
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
pub(super) fn spelt(words: &[Token<'_>]) -> String {
    let mut name = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 && !word.joined {
            name.push(' ');
        }
        name.push_str(word.text);
    }
    name
}
