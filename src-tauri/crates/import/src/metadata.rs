//! What a document says about itself, and what was guessed when it says nothing.
//!
//! A guess is always marked as one: a wrong author in a briefing note is worse than none, so a person must be able
//! to see which values nobody has stated.

use serde::{Deserialize, Serialize};

/// A value and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// False when the document states it, true when it was concluded from something else.
    pub guessed: bool,
}

impl<T> Found<T> {
    /// A value that the document states.
    pub fn stated(value: T) -> Self {
        Self { value, guessed: false }
    }

    /// A value that was concluded from something else.
    pub fn guessed(value: T) -> Self {
        Self { value, guessed: true }
    }
}

/// What is known about a document. Every value is the document's own or marked as guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The title, without the name of the site.
    pub title: Option<Found<String>>,
    /// Who wrote it, in the order given; never an empty list.
    pub authors: Option<Found<Vec<String>>>,
    /// The newspaper, ministry, institute or site that published it.
    pub publisher: Option<Found<String>>,
    /// When it was published, as far as is known: `2025`, `2025-04` or `2025-04-23` (ISO 8601).
    pub published: Option<Found<String>>,
    /// The language as a BCP 47 tag, such as `en-GB`.
    pub language: Option<Found<String>>,
    /// The `http` or `https` address it was published at.
    pub url: Option<Found<String>>,
}

/// The most characters a title, a name or an address keeps; a page can claim any length.
const LONGEST: usize = 500;

/// A stated value on one line, without control characters and of bearable length; `None` when nothing is left.
pub(crate) fn tidy(value: &str) -> Option<String> {
    let mut line = String::new();
    for word in value.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        if line.len() > LONGEST {
            return Some(line.chars().take(LONGEST).collect());
        }
    }
    (!line.is_empty()).then_some(line)
}

/// A language tag in BCP 47's own capitals (RFC 5646, 2.1.1), or `None` for what is not one.
pub(crate) fn language_tag(value: &str) -> Option<String> {
    let mut tag = String::new();
    for (place, part) in value.trim().split(['-', '_', '.']).take(4).enumerate() {
        let letters = part.chars().all(|c| c.is_ascii_alphabetic());
        match (place, part.len()) {
            (0, 2..=3) if letters => tag.push_str(&part.to_lowercase()),
            (0, _) => return None,
            (_, 4) if letters => {
                tag.push('-');
                tag.push_str(&part[..1].to_uppercase());
                tag.push_str(&part[1..].to_lowercase());
            }
            (_, 2) if letters => {
                tag.push('-');
                tag.push_str(&part.to_uppercase());
                break;
            }
            (_, 3) if part.bytes().all(|b| b.is_ascii_digit()) => {
                tag.push('-');
                tag.push_str(part);
                break;
            }
            _ => break,
        }
    }
    Some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_language(stated: &str, expect: Option<&str>) {
        assert_eq!(language_tag(stated).as_deref(), expect, "{stated:?}");
    }

    #[test]
    fn language_tags() {
        check_language("en", Some("en"));
        check_language("en_us", Some("en-US"));
        check_language("EN-GB", Some("en-GB"));
        check_language("zh-hant-tw", Some("zh-Hant-TW"));
        check_language("es-419", Some("es-419"));
        check_language("de_DE.UTF-8", Some("de-DE"));
        check_language("english", None);
        check_language("", None);
        check_language("e1", None);
    }

    #[test]
    fn values_come_on_one_line() {
        assert_eq!(tidy(" Talks \n\t in\u{0}London "), Some("Talks in London".to_owned()));
        assert_eq!(tidy(" \n "), None);
        assert_eq!(tidy(&"é".repeat(9_000)).map(|t| t.chars().count()), Some(LONGEST));
    }
}
