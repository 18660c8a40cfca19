//! The same passage in two readings of one page: the page's letters as they are drawn, and the source's text.
//!
//! The two come from different programs. They part in spaces, in hyphens at the ends of lines, in joined letters,
//! in what is repeated on each page, and sometimes in the order of columns. A passage of the one is found in the
//! other only where nothing else can be meant: its letters stand there once, or once within the same surroundings.
//! Whatever is left has no place in the other, and is told so.

use super::carry::{Places, places};
use unicode_normalization::UnicodeNormalization;

/// A text without all in which two readings of one page may part, and where each letter of it comes from.
#[derive(Debug, Clone, Default)]
pub struct Letters {
    text: String,
    /// The byte at which each letter begins in `text`, and the character of the original that it comes from.
    origins: Vec<(usize, u32)>,
    /// Whether it is a page's text, free of what is repeated at the head and the foot of the pages.
    bare: bool,
}

/// Characters `start..end` of a text, counted in Unicode scalar values.
pub type Range = (u32, u32);

/// So many letters that stand once in both readings are known by themselves.
const TELLING: usize = 24;

/// For so many letters on each side the readings have to go on alike.
const BESIDE: usize = 4;

/// How many letters around a passage are asked for, on both sides, where its own stand there more than once.
const SURROUNDINGS: [usize; 6] = [8, 16, 32, 64, 128, 256];

/// How many lines at the foot of a page, and at the head of the next, may be none of the text.
const RUNNING: usize = 3;

/// Where a passage of the one reading stands in the other; `None` when that is not certain.
#[must_use]
pub fn locate(from: &Letters, passage: Range, into: &Letters) -> Option<Range> {
    let (first, last) = from.within(passage)?;
    let words = from.slice(first, last);
    let found = match (places(&from.text, words), places(&into.text, words)) {
        (_, Places::None) => return None,
        (Places::One(_), Places::One(at)) => {
            let at = into.letter_at(at);
            (known_by_itself(from, (first, last), into, at)).then_some(at)?
        }
        _ => among_others(from, (first, last), into)?,
    };
    into.range(found, found + last - first)
}

/// Where a passage stands in the source that goes on from one page to the next. What is repeated at the foot of the
/// one and the head of the other is on the pages and not in the text.
#[must_use]
pub fn locate_across(
    (page, start, text): (&str, u32, &Letters),
    (next_page, end, next_text): (&str, u32, &Letters),
) -> Option<Range> {
    let ends = line_ends(page);
    let feet = ends.iter().rev().take(RUNNING + 1).map(|end| Letters::of_page(page).part((start, *end)));
    let from = only(feet.filter_map(|words| {
        let words = words.filter(|words| text.text.ends_with(words.as_str()))?;
        text.range(text.letter_at(text.text.len() - words.len()), text.origins.len())
    }))?;
    let starts = std::iter::once(0).chain(line_ends(next_page));
    let heads = starts.take(RUNNING + 1).map(|start| Letters::of_page(next_page).part((start, end)));
    let to = only(heads.filter_map(|words| {
        let words = words.filter(|words| next_text.text.starts_with(words.as_str()))?;
        next_text.range(0, next_text.letter_at(words.len()))
    }))?;
    Some((from.0, to.1))
}

impl Letters {
    /// The letters of a page as it is drawn.
    #[must_use]
    pub fn of_page(page: &str) -> Self {
        Self::of(page, 0, false)
    }

    /// The letters of a page's text, whose first character is the source's character `at`.
    #[must_use]
    pub fn of_text(text: &str, at: u32) -> Self {
        Self::of(text, at, true)
    }

    /// Whether a page as it is drawn holds all of these in one piece, with no more around them than runs along pages.
    pub(super) fn is_all_of(&self, drawn: &Self) -> bool {
        !self.text.is_empty() && matches!(places(&drawn.text, &self.text), Places::One(_))
    }

    fn of(text: &str, at: u32, bare: bool) -> Self {
        let mut letters = Self { bare, ..Self::default() };
        for (place, character) in
            text.chars().enumerate().filter(|(_, character)| !is_passed_over(*character))
        {
            for letter in std::iter::once(character).nfkd().filter(|letter| !is_passed_over(*letter)) {
                letters.origins.push((letters.text.len(), at + place as u32));
                letters.text.push(letter);
            }
        }
        letters
    }

    /// The letters that stand wholly within a range, by their numbers; `None` when there are none.
    fn within(&self, (start, end): Range) -> Option<(usize, usize)> {
        let first = self.origins.partition_point(|(_, origin)| *origin < start);
        let last = self.origins.partition_point(|(_, origin)| *origin < end);
        (first < last).then_some((first, last))
    }

    fn part(&self, range: Range) -> Option<String> {
        self.within(range).map(|(first, last)| self.slice(first, last).to_owned())
    }

    fn slice(&self, first: usize, last: usize) -> &str {
        &self.text[self.byte_of(first)..self.byte_of(last)]
    }

    fn byte_of(&self, letter: usize) -> usize {
        self.origins.get(letter).map_or(self.text.len(), |(byte, _)| *byte)
    }

    /// The number of the letter that begins at a byte.
    fn letter_at(&self, byte: usize) -> usize {
        self.origins.partition_point(|(begins, _)| *begins < byte)
    }

    /// The range of the original that just these letters come from; `None` when it would hold others too, as where
    /// one end lies within joined letters.
    fn range(&self, first: usize, last: usize) -> Option<Range> {
        let range = (self.origins.get(first)?.1, self.origins.get(last.checked_sub(1)?)?.1 + 1);
        (self.within(range) == Some((first, last))).then_some(range)
    }
}

/// Whether letters that stand once in each of two texts are the same passage: they are many, or those around them make
/// up for it. On both sides the readings have to go on alike, or the text to end: a passage that ends where they part
/// may end with a word of another, or with the running head.
fn known_by_itself(from: &Letters, (first, last): (usize, usize), into: &Letters, at: usize) -> bool {
    let end = at + last - first;
    let before =
        alike(from.text[..from.byte_of(first)].chars().rev(), into.text[..into.byte_of(at)].chars().rev());
    let after = alike(from.text[from.byte_of(last)..].chars(), into.text[into.byte_of(end)..].chars());
    let whole = (first, at, last, end) == (0, 0, from.origins.len(), into.origins.len());
    let goes_on = |alike: usize, left: usize, left_there: usize| {
        alike >= BESIDE || (from.bare && alike == left) || (into.bare && alike == left_there)
    };
    let begins = goes_on(before, first, at);
    let ends = goes_on(after, from.origins.len() - last, into.origins.len() - end);
    whole || (begins && ends && last - first + before + after >= TELLING)
}

/// For how many letters two texts go on alike, as far as it matters.
fn alike(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take(TELLING).take_while(|(one, other)| one == other).count()
}

/// Where letters stand that come more than once: with the same surroundings on both sides, as wide as it takes.
fn among_others(from: &Letters, (first, last): (usize, usize), into: &Letters) -> Option<usize> {
    for width in SURROUNDINGS {
        let (begin, end) = (first.saturating_sub(width), (last + width).min(from.origins.len()));
        let wanted = from.slice(begin, end);
        let whole = (begin, end) == (0, from.origins.len());
        if (end - begin < TELLING && !whole) || matches!(places(&from.text, wanted), Places::Several) {
            continue;
        }
        return match places(&into.text, wanted) {
            Places::None => None,
            Places::One(byte) => {
                let at = into.letter_at(byte);
                // Where one text ends, the other has to end: one side alone does not tell a table's cells apart.
                let begins = first >= width || at == 0;
                let ends = last + width <= from.origins.len() || at + end - begin == into.origins.len();
                (begins && ends).then_some(at + first - begin)
            }
            Places::Several => continue,
        };
    }
    None
}

/// Whether a character is one in which two readings of a page may part: spaces, hyphens and dashes, bullets, and what
/// has no shape.
fn is_passed_over(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffd}'
            | '•' | '●' | '▪' | '■' | '◦' | '○' | '‣' | '⁃' | '►' | '·' | '∙' | '\u{e000}'..='\u{f8ff}')
}

/// Where the lines of a text end, in characters.
fn line_ends(text: &str) -> Vec<u32> {
    let mut at = 0;
    text.split_inclusive('\n')
        .filter_map(|line| {
            at += line.chars().count() as u32;
            (!line.trim().is_empty()).then_some(at)
        })
        .collect()
}

/// The one thing that several ways lead to; `None` when they lead to different ones.
fn only(mut ways: impl Iterator<Item = Range>) -> Option<Range> {
    let first = ways.next()?;
    ways.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests;
