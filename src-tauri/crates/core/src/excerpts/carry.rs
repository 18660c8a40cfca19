//! Following a passage from one version of a document into the next.
//!
//! [`anchor::find`](super::anchor::find) looks for words in the text they came from, and takes the likeliest place. Between two versions
//! that is not enough: a sentence may be gone from where it stood and its words stand elsewhere, saying something
//! else. Here a passage is found only where nothing else can be meant; whatever is left is for a person to place.

use super::anchor::Anchor;

/// Words as long as this that stand once in either version are known by what stands on one side of them.
const TELLING: usize = 40;

/// How much of what stands before or after them has to stand there still.
const BESIDE: usize = 20;

/// Shorter words have to come with so much of their surroundings that all of it together is as long as this.
const ENOUGH: usize = 48;

/// How much of the surroundings is asked for: the least that tells the place from others in the older version.
const SURROUNDINGS: [usize; 3] = [12, 20, 32];

/// Where the passage stands in `newer`, of which `older` is the earlier version; `None` when that is not certain.
#[must_use]
pub fn carry(older: &str, newer: &str, anchor: &Anchor) -> Option<(u32, u32)> {
    let Anchor { quote, prefix, suffix, .. } = anchor;
    let length = quote.chars().count();
    if length >= TELLING && !again(older, quote) {
        match places(newer, quote) {
            Places::None => return None,
            // A sentence may be gone from its place and be said again elsewhere, as in a summary.
            Places::One(at) => {
                let (before, after) = (last(prefix, BESIDE), first(suffix, BESIDE));
                let same = (!before.is_empty() && newer[..at].ends_with(before))
                    || (!after.is_empty() && newer[at + quote.len()..].starts_with(after))
                    || (before.is_empty() && after.is_empty());
                return same.then(|| range(newer, at, length));
            }
            Places::Several => {}
        }
    }
    for width in SURROUNDINGS.into_iter().filter(|width| length + 2 * width >= ENOUGH) {
        // On both sides: words that slide into the place of deleted ones agree on one side only.
        let before = last(prefix, width);
        let wanted = format!("{before}{quote}{}", first(suffix, width));
        if again(older, &wanted) {
            continue;
        }
        match places(newer, &wanted) {
            Places::None => return None,
            Places::One(at) => return Some(range(newer, at + before.len(), length)),
            Places::Several => {}
        }
    }
    None
}

/// Where words stand in a text.
pub(super) enum Places {
    None,
    /// At this byte and nowhere else.
    One(usize),
    Several,
}

/// Looks for words in a text.
pub(super) fn places(text: &str, words: &str) -> Places {
    let Some(at) = text.find(words).filter(|_| !words.is_empty()) else { return Places::None };
    let step = words.chars().next().map_or(1, char::len_utf8);
    if text[at + step..].contains(words) { Places::Several } else { Places::One(at) }
}

/// Whether words stand in a text more than once.
fn again(text: &str, words: &str) -> bool {
    matches!(places(text, words), Places::Several)
}

fn range(text: &str, at: usize, length: usize) -> (u32, u32) {
    let start = text[..at].chars().count();
    (start as u32, (start + length) as u32)
}

/// The last characters of a text, as many as asked for.
fn last(text: &str, count: usize) -> &str {
    let from = text.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(at, _)| at);
    &text[from..]
}

/// The first characters of a text, as many as asked for.
fn first(text: &str, count: usize) -> &str {
    &text[..text.char_indices().nth(count).map_or(text.len(), |(at, _)| at)]
}

#[cfg(test)]
mod tests {
    use super::super::anchor::describe;
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::Index;

    /// A word, and the number it had in the older version; `None` for one that is new.
    type Word = (String, Option<usize>);

    const SYLLABLES: [&str; 12] =
        ["ta", "mi", "«", "ро", "nek", "ßu", "👩‍👩‍👧", "e\u{301}", "lo", "סי", "dra", "-"];

    /// One of 144 short words, of up to ten characters.
    fn word(number: usize) -> String {
        format!("{}{}", SYLLABLES[number / 12 % 12], SYLLABLES[number % 12])
    }

    /// A text in which words come again and again, but not at once: of two of the same side by side, nobody can say
    /// which was deleted.
    fn texts() -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec(0..144_usize, 200..400).prop_map(|numbers| {
            let mut text: Vec<String> = Vec::new();
            for mut number in numbers {
                while text.iter().rev().take(6).any(|near| *near == word(number)) {
                    number += 1;
                }
                text.push(word(number));
            }
            text
        })
    }

    /// What is done to one word in twenty.
    #[derive(Debug, Clone)]
    enum Edit {
        Delete(Index),
        Replace(Index),
        Insert(Index, usize),
        /// A stretch is said again elsewhere.
        Repeat(Index, Index, usize),
    }

    fn edits(count: usize) -> impl Strategy<Value = Vec<Edit>> {
        let edit = prop_oneof![
            any::<Index>().prop_map(Edit::Delete),
            any::<Index>().prop_map(Edit::Replace),
            (any::<Index>(), 1..6_usize).prop_map(|(at, count)| Edit::Insert(at, count)),
            (any::<Index>(), any::<Index>(), 1..4_usize)
                .prop_map(|(from, to, count)| Edit::Repeat(from, to, count)),
        ];
        prop::collection::vec(edit, count)
    }

    fn apply(older: &[String], edits: &[Edit]) -> Vec<Word> {
        let mut text: Vec<Word> = older.iter().cloned().zip((0..).map(Some)).collect();
        for (number, edit) in edits.iter().enumerate() {
            let new = (format!("new{number}"), None);
            match edit {
                Edit::Delete(at) => drop(text.remove(at.index(text.len()))),
                Edit::Replace(at) => {
                    let at = at.index(text.len());
                    text[at] = new;
                }
                Edit::Insert(at, count) => {
                    let at = at.index(text.len());
                    text.splice(at..at, vec![new; *count]);
                }
                Edit::Repeat(from, to, count) => {
                    let from = from.index(text.len() - count);
                    let to = to.index(text.len() - 1) + 1;
                    let said: Vec<Word> =
                        text[from..from + count].iter().map(|(word, _)| (word.clone(), None)).collect();
                    // Beside its like nobody can say which of the two is the new one.
                    let beside = from.abs_diff(to) < 12
                        || text[to].0 == said[0].0
                        || text[to - 1].0 == said[count - 1].0;
                    if !beside {
                        text.splice(to..to, said);
                    }
                }
            }
        }
        text
    }

    /// The words in one text, and where each begins and ends in characters.
    fn joined<'a>(words: impl Iterator<Item = &'a String>) -> (String, Vec<(u32, u32)>) {
        let mut text = String::new();
        let mut at = 0;
        let mut places = Vec::new();
        for word in words {
            let end = at + word.chars().count() as u32;
            places.push((at, end));
            text.push_str(word);
            text.push(' ');
            at = end + 1;
        }
        (text, places)
    }

    /// Words of a text, from one up to another, as a stretch of it.
    fn stretch(places: &[(u32, u32)], from: Index, length: usize) -> (usize, usize, u32, u32) {
        let from = from.index(places.len());
        let to = (from + length).min(places.len()) - 1;
        (from, to, places[from].0, places[to].1)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

        #[test]
        fn with_a_twentieth_changed_a_passage_is_found_exactly_or_not_at_all(
            (older, edits) in texts().prop_flat_map(|older| {
                let count = older.len() / 20;
                (Just(older), edits(count))
            }),
            passages in prop::collection::vec((any::<Index>(), 1..30_usize), 20),
        ) {
            let newer = apply(&older, &edits);
            let (old_text, old_places) = joined(older.iter());
            let (new_text, new_places) = joined(newer.iter().map(|(word, _)| word));
            for (from, length) in passages {
                let (from, to, start, end) = stretch(&old_places, from, length);
                let anchor = describe(&old_text, start, end).unwrap();
                let Some((start, end)) = carry(&old_text, &new_text, &anchor) else { continue };
                let first = new_places.iter().position(|place| place.0 == start);
                let last = new_places.iter().position(|place| place.1 == end);
                let (Some(first), Some(last)) = (first, last) else {
                    return Err(TestCaseError::fail("found between words"));
                };
                let found: Vec<&String> = newer[first..=last].iter().map(|(word, _)| word).collect();
                prop_assert_eq!(found, older[from..=to].iter().collect::<Vec<_>>());
                // A word may be replaced and what is said again put just there the same word: the text is as it was.
                let around = first.saturating_sub(2)..(last + 3).min(newer.len());
                let very = around.clone().filter(|at| newer[*at].1.is_some_and(|old| old + first == from + at));
                prop_assert!(2 * very.count() >= around.len(), "the very words, not others like them");
            }
        }

        #[test]
        fn changes_elsewhere_leave_every_sentence_to_be_found(
            older in texts(), passage in (any::<Index>(), 12..30_usize), before in texts(), after in texts(),
        ) {
            let (text, places) = joined(older.iter());
            let (_, _, start, end) = stretch(&places, passage.0, passage.1);
            let anchor = describe(&text, start, end).unwrap();
            let (before, _) = joined(before.iter());
            let newer = format!("{before}{text}{}", joined(after.iter()).0);
            let moved = before.chars().count() as u32;
            if anchor.quote.chars().count() >= 12 {
                prop_assert_eq!(carry(&text, &newer, &anchor), Some((start + moved, end + moved)));
            }
        }
    }

    #[track_caller]
    fn check(older: &str, quote: &str, newer: &str, expect: Option<&str>) {
        let start = older[..older.find(quote).unwrap()].chars().count() as u32;
        let anchor = describe(older, start, start + quote.chars().count() as u32).unwrap();
        let found = carry(older, newer, &anchor)
            .map(|(start, _)| newer.chars().skip(start as usize).take(24).collect::<String>());
        assert_eq!(found.as_deref(), expect);
    }

    #[test]
    fn only_where_nothing_else_can_be_meant() {
        let older = "At ten the minister said yes. At noon the envoy said yes. The talks go on tomorrow.";
        check(older, "yes. At noon", older, Some("yes. At noon the envoy s"));
        // The words slid into the place of others, or stand elsewhere only.
        check(
            older,
            "yes",
            "At ten the minister said no. At noon the envoy said yes. The talks go on tomorrow.",
            None,
        );
        check(older, "The talks go on tomorrow", "The talks go on tomorrow, said the minister.", None);
        // Long enough to be known by themselves, with what stands beside them.
        let long = "The two delegations will meet again in London before the end of April.";
        let [first, last] = [format!("{long} {older}"), format!("{older} {long}")];
        check(&first, long, &format!("Corrected. {first}"), Some("The two delegations will"));
        check(&first, long, &format!("Corrected. {long} At eleven the minister said so."), None);
        check(&last, long, &format!("{long} {last}"), Some("The two delegations will"));
        check(&last, long, older, None);
        check(long, long, &format!("Corrected. {long}"), Some("The two delegations will"));
    }
}
