//! Words broken at the end of a line. Whether the hyphen is the word's own shows in how the document writes the word
//! where it is not broken.

use std::collections::HashSet;

use super::super::pages::Page;
use crate::script::is_unspaced;

/// The words of a document as they stand within its lines, in small letters.
pub(super) struct Vocabulary(HashSet<String>);

/// What comes between two lines of one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seam {
    Space,
    /// Nothing: the hyphen is the word's own, or the script has no spaces.
    Nothing,
    /// Nothing, and the hyphen goes.
    NoHyphen,
}

impl Vocabulary {
    pub(super) fn of(pages: &[Page]) -> Self {
        let mut words = HashSet::new();
        for line in pages.iter().flat_map(|page| &page.lines) {
            words.extend(line.text.split(|c: char| !(c.is_alphabetic() || is_hyphen(c))).map(plain));
        }
        Self(words)
    }

    /// How a line goes on in the next.
    pub(super) fn seam(&self, line: &str, next: &str) -> Seam {
        let last = line.chars().next_back();
        let Some(hyphen) = last.filter(|c| is_hyphen(*c)) else {
            let unspaced = last.is_some_and(is_unspaced) && next.chars().next().is_some_and(is_unspaced);
            return if unspaced { Seam::Nothing } else { Seam::Space };
        };
        let before = &line[..line.len() - hyphen.len_utf8()];
        let first = before.rsplit(|c: char| !(c.is_alphabetic() || is_hyphen(c))).next().unwrap_or_default();
        let second: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
        if !first.ends_with(char::is_alphabetic) || second.is_empty() {
            // A dash, or a number such as "2024-" before "2025".
            return if first.is_empty() && !before.ends_with(char::is_numeric) {
                Seam::Space
            } else {
                Seam::Nothing
            };
        }
        // A soft hyphen is never part of a text.
        if hyphen == '\u{ad}' {
            return Seam::Nothing;
        }
        if second.starts_with(char::is_uppercase) {
            return Seam::Nothing;
        }
        let known = |word: String| self.0.contains(&plain(&word));
        if known(format!("{first}-{second}")) && !known(format!("{first}{second}")) {
            Seam::Nothing
        } else {
            Seam::NoHyphen
        }
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{ad}')
}

fn plain(word: &str) -> String {
    word.to_lowercase().replace('\u{2010}', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, next: &str, expect: Seam) {
        let words = ["long-term", "ceasefire"].map(str::to_owned);
        assert_eq!(Vocabulary(HashSet::from(words)).seam(line, next), expect);
    }

    #[test]
    fn seams() {
        check("the long", "term", Seam::Space);
        check("the long-", "term plan", Seam::Nothing);
        check("the cease-", "fire", Seam::NoHyphen);
        check("the min-", "isters", Seam::NoHyphen);
        check("the min\u{ad}", "isters", Seam::Nothing);
        check("the Franco-", "German plan", Seam::Nothing);
        check("from 2024-", "2025", Seam::Nothing);
        check("the talks -", "they say", Seam::Space);
        check("ロンドンで会談が", "行われた", Seam::Nothing);
        check("ロンドンで会談が", "London", Seam::Space);
        check("런던에서 회담이", "열렸다", Seam::Space);
    }
}
