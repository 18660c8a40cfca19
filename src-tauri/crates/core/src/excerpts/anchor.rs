//! Anchors: where a passage stands in a text, told so that it can be found again.
//!
//! A place alone is lost as soon as anything before it moves, and words alone may stand in the text twice.
//! An anchor therefore holds both, and the words around them: the text position and text quote selectors of
//! the W3C Web Annotation Data Model (4.2.4, 4.2.5). Words that no longer stand in the text are not found:
//! a passage that is nearly the same is another passage, and the excerpt an orphan.

/// How many characters of context an anchor keeps on each side.
const CONTEXT: usize = 32;

/// A passage of a text. Positions count Unicode scalar values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// First character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
    /// The words themselves; not empty.
    pub quote: String,
    /// The words before, up to 32 characters.
    pub prefix: String,
    /// The words after, up to 32 characters.
    pub suffix: String,
}

/// The anchor of the characters from `start` up to `end`; `None` if there are none or the text ends before.
#[must_use]
pub fn describe(text: &str, start: u32, end: u32) -> Option<Anchor> {
    if start >= end {
        return None;
    }
    let first = byte_of(text, start)?;
    let last = first + byte_of(&text[first..], end - start)?;
    let prefix = text[..first].char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let suffix = text[last..].char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| last + at);
    Some(Anchor {
        start,
        end,
        quote: text[first..last].to_owned(),
        prefix: text[prefix..first].to_owned(),
        suffix: text[last..suffix].to_owned(),
    })
}

/// Where the anchor's words stand in `text`: of all their places, the one whose surroundings fit best, and
/// of equals the one nearest to where they stood. `None` if the words do not occur.
#[must_use]
pub fn find(text: &str, anchor: &Anchor) -> Option<(u32, u32)> {
    let length = anchor.quote.chars().count() as u32;
    if length == 0 {
        return None;
    }
    let stood = byte_of(text, anchor.start);
    if stood.is_some_and(|at| text[at..].starts_with(&anchor.quote) && fit(text, at, anchor) == whole(anchor))
    {
        return Some((anchor.start, anchor.start + length));
    }
    let stood = stood.unwrap_or(text.len());
    let best = occurrences(text, &anchor.quote)
        .into_iter()
        .max_by_key(|at| (fit(text, *at, anchor), std::cmp::Reverse(at.abs_diff(stood))))?;
    let start = text[..best].chars().count() as u32;
    Some((start, start + length))
}

/// The number, from 1, of the paragraph that the character at `start` stands in. Paragraphs are set apart by
/// blank lines; a blank line belongs to the paragraph before it.
#[must_use]
pub fn paragraph_number(text: &str, start: u32) -> u32 {
    let mut number = 0;
    let mut position = 0;
    let mut after_blank = true;
    for line in text.split_inclusive('\n') {
        let blank = line.trim().is_empty();
        if !blank && after_blank && position <= start {
            number += 1;
        }
        after_blank = blank;
        position += line.chars().count() as u32;
        if position > start {
            break;
        }
    }
    number.max(1)
}

/// How many characters of context stand unchanged around an occurrence of the quote at byte `at`.
fn fit(text: &str, at: usize, anchor: &Anchor) -> usize {
    let before = text[..at].chars().rev().zip(anchor.prefix.chars().rev());
    let after = text[at + anchor.quote.len()..].chars().zip(anchor.suffix.chars());
    before.take_while(|(one, other)| one == other).count()
        + after.take_while(|(one, other)| one == other).count()
}

/// What `fit` gives where nothing has changed.
fn whole(anchor: &Anchor) -> usize {
    anchor.prefix.chars().count() + anchor.suffix.chars().count()
}

/// The byte at which the character `position` starts; the end of the text counts as one.
fn byte_of(text: &str, position: u32) -> Option<usize> {
    let ends = std::iter::once(text.len());
    text.char_indices().map(|(at, _)| at).chain(ends).nth(position as usize)
}

/// Every place of `quote` in `text`, in bytes, overlapping ones too, in time linear in both
/// (Knuth, Morris, Pratt): a text of one repeated letter must not stall the program.
fn occurrences(text: &str, quote: &str) -> Vec<usize> {
    let quote = quote.as_bytes();
    let mut borders = vec![0; quote.len()];
    for at in 1..quote.len() {
        borders[at] = step(quote, &borders, borders[at - 1], quote[at]);
    }
    let mut found = Vec::new();
    let mut matched = 0;
    for (at, byte) in text.bytes().enumerate() {
        if matched == quote.len() {
            matched = borders[matched - 1];
        }
        matched = step(quote, &borders, matched, byte);
        if matched == quote.len() {
            found.push(at + 1 - matched);
        }
    }
    found
}

/// How much of `quote` is matched once `byte` follows the `matched` bytes matched so far.
fn step(quote: &[u8], borders: &[usize], mut matched: usize, byte: u8) -> usize {
    while matched > 0 && quote[matched] != byte {
        matched = borders[matched - 1];
    }
    if quote[matched] == byte { matched + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Texts of few different pieces, so that quotes and contexts repeat: emoji of several scalars,
    /// combining marks, CRLF, Arabic, next to anything at all.
    fn texts() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            prop::sample::select(vec![
                "a",
                "b",
                " ",
                "\r\n",
                "\n\n",
                "👩‍👩‍👧",
                "🇺🇦",
                "é",
                "e\u{301}",
                "وقف إطلاق النار",
                "\u{200f}",
                "ß"
            ])
            .prop_map(str::to_owned),
            any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat())
    }

    fn selections() -> impl Strategy<Value = (String, u32, u32)> {
        texts().prop_flat_map(|text| {
            let length = text.chars().count() as u32;
            (Just(text), 0..length)
                .prop_flat_map(move |(text, start)| (Just(text), Just(start), start + 1..=length))
        })
    }

    fn characters(text: &str, start: u32, end: u32) -> String {
        text.chars().skip(start as usize).take((end - start) as usize).collect()
    }

    /// Places of `words` in `text`, found the slow and certain way.
    fn places(text: &str, words: &str) -> Vec<u32> {
        let starts = text.char_indices().filter(|(at, _)| text[*at..].starts_with(words));
        starts.map(|(at, _)| text[..at].chars().count() as u32).collect()
    }

    proptest! {
        #[test]
        fn any_selection_is_found_again((text, start, end) in selections()) {
            let anchor = describe(&text, start, end).unwrap();
            prop_assert_eq!(&anchor.quote, &characters(&text, start, end));
            prop_assert_eq!(find(&text, &anchor), Some((start, end)));
        }

        #[test]
        fn a_selection_is_followed_when_the_text_around_it_grows(
            (text, start, end) in selections(), before in texts(), after in texts(), cut in any::<prop::sample::Index>(),
        ) {
            let anchor = describe(&text, start, end).unwrap();
            let cut = cut.index(start as usize + 1) as u32;
            let length = text.chars().count() as u32;
            let grown = [&characters(&text, 0, cut), &before, &characters(&text, cut, length), &after].map(String::as_str).concat();
            let moved = start + before.chars().count() as u32;
            let found = find(&grown, &anchor).unwrap();
            prop_assert_eq!(characters(&grown, found.0, found.1), anchor.quote.clone(), "never other words");
            let in_context = places(&grown, &format!("{}{}{}", anchor.prefix, anchor.quote, anchor.suffix));
            if places(&grown, &anchor.quote).len() == 1 || in_context == [moved - anchor.prefix.chars().count() as u32] {
                prop_assert_eq!(found, (moved, moved + end - start));
            }
        }

        #[test]
        fn words_that_are_gone_are_not_found((text, start, end) in selections(), other in texts()) {
            let anchor = describe(&text, start, end).unwrap();
            prop_assert_eq!(find(&other, &anchor).is_some(), other.contains(&anchor.quote));
        }
    }

    #[track_caller]
    fn check(text: &str, quote: (u32, u32), changed: &str, expect: Option<(u32, u32)>) {
        assert_eq!(find(changed, &describe(text, quote.0, quote.1).unwrap()), expect);
    }

    #[test]
    fn the_context_decides_between_the_same_words() {
        check("first yes. second yes.", (18, 21), "new. first yes. second yes.", Some((23, 26)));
        check("first yes. second yes.", (18, 21), "second yes. first yes.", Some((7, 10)));
        check("aaaa", (1, 3), "aaaa", Some((1, 3)));
        check("one two", (4, 7), "one three", None);
        check("yes yes yes", (4, 7), "no yes", Some((3, 6)));
    }

    #[test]
    fn nothing_and_too_much_have_no_anchor() {
        for (start, end) in [(0, 0), (2, 1), (3, 4), (1, 4), (u32::MAX - 1, u32::MAX)] {
            assert_eq!(describe("abc", start, end), None, "{start}..{end}");
        }
        assert_eq!(describe("abc", 0, 3).unwrap().quote, "abc");
    }

    #[test]
    fn paragraphs_are_counted_from_one() {
        let text = "\n\nOne.\nStill one.\n \t\n\nTwo.\r\n\r\nThree.";
        let number = |words: &str| paragraph_number(text, text.find(words).unwrap() as u32);
        assert_eq!(["One", "Still", "Two", "Three"].map(number), [1, 1, 2, 3]);
        assert_eq!(
            [paragraph_number(text, 0), paragraph_number(text, 20), paragraph_number(text, 999)],
            [1, 1, 3]
        );
        assert_eq!(paragraph_number("", 0), 1);
    }

    #[test]
    fn a_megabyte_of_one_letter_does_not_stall() {
        let text = "a".repeat(1_000_000);
        let mut anchor = describe(&text, 400_000, 900_000).unwrap();
        anchor.prefix = "b".into();
        assert_eq!(find(&text, &anchor), Some((400_000, 900_000)));
    }
}
