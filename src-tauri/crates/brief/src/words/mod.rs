//! The fixed words of a printed note, in the note's language.
//!
//! Each language is a file that a translator can edit: `en.txt` says how. A language without a file is printed in
//! English; a region's file (`en-US.txt`) holds what differs from its language.

mod dates;
mod domain;
mod phrase;
#[cfg(test)]
mod tests;

pub(crate) use dates::{Zone, date_time_group, is_day};
pub(crate) use phrase::Phrase;

use crate::document::{Inline, Text};
use std::fmt::{self, Display, Write};
use std::sync::OnceLock;

type Table = [&'static str; Phrase::COUNT];

/// The words of one language.
#[derive(Clone, Copy)]
pub(crate) struct Words(&'static Table);

/// What is put into a phrase: names of braces and what stands there.
pub(crate) type Parts<'a> = &'a [(&'a str, &'a dyn Display)];

impl Words {
    /// The words for a BCP 47 tag.
    pub(crate) fn of(tag: &str) -> Self {
        let tag = tag.to_lowercase();
        let primary = tag.split('-').next().unwrap_or_default();
        let file = FILES.iter().find(|file| file.tag.eq_ignore_ascii_case(&tag));
        let file = file.or_else(|| FILES.iter().find(|file| file.tag == primary));
        Self(file.unwrap_or(&FILES[0]).table())
    }

    /// The phrase as it stands.
    pub(crate) fn get(self, phrase: Phrase) -> &'static str {
        self.0[phrase as usize]
    }

    /// The phrase with its braces filled.
    pub(crate) fn with(self, phrase: Phrase, parts: Parts) -> String {
        let mut filled = String::new();
        for piece in pieces(self.get(phrase)) {
            let part = piece.name.and_then(|name| parts.iter().find(|(known, _)| *known == name));
            // Writing to a string cannot fail.
            let _ = match part {
                Some((_, value)) => write!(filled, "{}{value}", piece.words),
                None => write!(filled, "{}", piece.words),
            };
        }
        filled
    }

    /// What stands before and behind `{name}`, for a link or a row of links that takes its place.
    pub(crate) fn around(self, phrase: Phrase, name: &str, parts: Parts) -> (String, String) {
        const HERE: char = '\u{0}';
        let parts: Vec<(&str, &dyn Display)> =
            parts.iter().copied().chain([(name, &HERE as &dyn Display)]).collect();
        let whole = self.with(phrase, &parts);
        let (before, after) = whole.split_once(HERE).unwrap_or((&whole, ""));
        (before.to_owned(), after.to_owned())
    }

    /// The phrase with its braces filled, what stands between asterisks emphasised.
    pub(crate) fn text(self, phrase: Phrase, parts: Parts) -> Text {
        let whole = self.with(phrase, parts);
        let pieces = whole.split('*').enumerate().filter(|(_, words)| !words.is_empty());
        pieces
            .map(|(index, words)| Inline::Words {
                text: words.to_owned(),
                strong: false,
                emphasis: index % 2 == 1,
                language: None,
            })
            .collect()
    }

    /// The phrases' own lists: months, weekdays, letters.
    fn item(self, phrase: Phrase, index: usize) -> &'static str {
        self.get(phrase).split(", ").nth(index).unwrap_or_default()
    }

    /// The letter of an annex, from 0.
    pub(crate) fn annex_letter(self, index: usize) -> &'static str {
        self.item(Phrase::AnnexLetters, index)
    }

    /// "France, Germany, Poland".
    pub(crate) fn list(self, names: &[String]) -> String {
        self.joined(Phrase::Listed, names)
    }

    /// "France, Germany; Poland": things that may have commas of their own.
    pub(crate) fn set_apart(self, things: &[String]) -> String {
        self.joined(Phrase::SetApart, things)
    }

    fn joined(self, joint: Phrase, things: &[String]) -> String {
        let (first, rest) = things.split_first().map_or(("", things), |(first, rest)| (first.as_str(), rest));
        rest.iter().fold(first.to_owned(), |all, next| self.with(joint, &[("all", &all), ("next", next)]))
    }

    /// "France", "France and Germany", "France, Germany and the others".
    pub(crate) fn and(self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => self.with(Phrase::LastListed, &[("all", &self.list(most)), ("last", last)]),
        }
    }

    /// The words with a full stop, unless they end in a mark of their own.
    pub(crate) fn sentence(self, words: &str) -> String {
        let trimmed = words.trim_end();
        if trimmed.ends_with(['.', '!', '?', '…', '。', '؟', '।', '！', '？']) {
            trimmed.to_owned()
        } else {
            self.with(Phrase::Sentence, &[("words", &trimmed)])
        }
    }

    /// The words in outer quotation marks; not one character of them is touched. Marks of their own at an end
    /// stand off the outer ones by a narrow space, so that nobody takes the two for a slip.
    pub(crate) fn quoted(self, words: &str) -> String {
        let (open, close) = self.get(Phrase::Quoted).split_once("{words}").unwrap_or_default();
        let apart = |meet: bool| if meet { "\u{202F}" } else { "" };
        let before = apart(!open.is_empty() && words.starts_with(open));
        let after = apart(!close.is_empty() && words.ends_with(close));
        self.with(Phrase::Quoted, &[("words", &format_args!("{before}{words}{after}"))])
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Words").finish_non_exhaustive()
    }
}

/// Words, and the name of the braces behind them.
struct Piece<'a> {
    words: &'a str,
    name: Option<&'a str>,
}

fn pieces(phrase: &str) -> impl Iterator<Item = Piece<'_>> {
    phrase.split('}').map(|piece| match piece.split_once('{') {
        Some((words, name)) => Piece { words, name: Some(name) },
        None => Piece { words: piece, name: None },
    })
}

/// A language's file, read once.
struct File {
    tag: &'static str,
    text: &'static str,
    table: OnceLock<Table>,
}

impl File {
    const fn new(tag: &'static str, text: &'static str) -> Self {
        Self { tag, text, table: OnceLock::new() }
    }

    fn table(&'static self) -> &'static Table {
        self.table.get_or_init(|| {
            let mut table = match self.tag.split_once('-') {
                Some((primary, _)) => *Words::of(primary).0,
                None if self.tag == FILES[0].tag => [""; Phrase::COUNT],
                None => *FILES[0].table(),
            };
            for (name, words) in lines(self.text) {
                if let Some(&phrase) = Phrase::ALL.iter().find(|phrase| phrase.name() == name) {
                    table[phrase as usize] = words;
                }
            }
            table
        })
    }
}

/// Names and words of a file.
fn lines(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "))
}

macro_rules! files {
    ($($tag:literal),+ $(,)?) => {
        /// The first is what a language without a file is printed in.
        static FILES: [File; [$($tag),+].len()] = [$(File::new($tag, include_str!(concat!($tag, ".txt")))),+];
    };
}

files!(
    "en", "en-US", "ar", "de", "el", "es", "fa", "fr", "he", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru",
    "th", "tr", "uk", "zh",
);
