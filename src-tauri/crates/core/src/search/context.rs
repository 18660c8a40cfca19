//! The words around a match, found in the text itself: asking the index again for each hit costs as much as the query.
//!
//! Words are told apart as the index does it (SQLite's `unicode61`) and folded more loosely than there, near enough for
//! marks: what matched and is not seen here is shown without one.

use super::hit::Piece;
use crate::fold::folded;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// What is looked for, as words.
#[derive(Debug, Clone, Default)]
pub(super) struct Sought {
    phrases: Vec<Phrase>,
}

#[derive(Debug, Clone)]
struct Phrase {
    words: Vec<String>,
    /// Whether its last word may go on.
    open: bool,
}

/// No more words than this are shown.
const SHOWN: usize = 24;
/// So many words before the first match, unless its sentence begins nearer.
const LEAD: usize = 4;
/// A sentence that begins this near before a match is shown from its beginning.
const NEAR: usize = 12;
/// Matches past this many are not weighed.
const WEIGHED: usize = 200;

impl Sought {
    pub(super) fn add(&mut self, text: &str, open: bool) {
        let words: Vec<String> = words(text).map(|word| folded(&text[word])).collect();
        if !words.is_empty() {
            self.phrases.push(Phrase { words, open });
        }
    }

    /// The text with all that matches marked.
    pub(super) fn marked(&self, text: &str) -> Vec<Piece> {
        let words: Vec<Range<usize>> = words(text).collect();
        let found = self.found(text, &words, usize::MAX);
        pieces(text, 0..text.len(), &found, &words)
    }

    /// The stretch of the text in which most of what is sought stands, marked; its beginning if nothing does.
    pub(super) fn around(&self, text: &str) -> Vec<Piece> {
        let words: Vec<Range<usize>> = words(text).collect();
        let found = self.found(text, &words, WEIGHED);
        let shown = best(&begins(text, &words, &found), &found);
        let from = if shown.start == 0 { 0 } else { words[shown.start].start };
        let to = words.get(shown.end).map_or(text.len(), |next| next.start);
        let mut pieces = pieces(text, from..to, &found, &words);
        if from > 0 {
            pieces.insert(0, Piece { text: "…".into(), matched: false });
        }
        if to < text.len() {
            pieces.push(Piece { text: "…".into(), matched: false });
        }
        joined(pieces)
    }

    /// Where phrases stand, as ranges of words, with the number of the phrase; not more than `most`.
    fn found(&self, text: &str, words: &[Range<usize>], most: usize) -> Vec<(Range<usize>, usize)> {
        let mut found: Vec<(Range<usize>, usize)> = Vec::new();
        for at in 0..words.len() {
            let longest = self
                .phrases
                .iter()
                .enumerate()
                .filter(|(_, phrase)| phrase.stands(text, &words[at..]))
                .max_by_key(|(_, phrase)| phrase.words.len());
            if let Some((number, phrase)) = longest {
                found.push((at..at + phrase.words.len(), number));
                if found.len() == most {
                    break;
                }
            }
        }
        found
    }
}

impl Phrase {
    /// Whether it stands where these words of the text begin.
    fn stands(&self, text: &str, words: &[Range<usize>]) -> bool {
        self.words.len() <= words.len()
            && self.words.iter().zip(words).enumerate().all(|(at, (sought, word))| {
                let open = self.open && at + 1 == self.words.len();
                let word = &text[word.clone()];
                if word.is_ascii() {
                    let begins = word.len() >= sought.len()
                        && word.as_bytes()[..sought.len()].eq_ignore_ascii_case(sought.as_bytes());
                    return begins && (open || word.len() == sought.len());
                }
                let word = folded(word);
                if open { word.starts_with(sought.as_str()) } else { word == *sought }
            })
    }
}

/// The stretches that might be shown: for each match one that gives it room.
fn begins(text: &str, words: &[Range<usize>], found: &[(Range<usize>, usize)]) -> Vec<Range<usize>> {
    let opens =
        |at: usize| at == 0 || text[words[at - 1].end..words[at].start].contains(['.', '!', '?', '\n']);
    let stretch = |first: usize| {
        let sentence = (first.saturating_sub(NEAR)..=first).rev().find(|at| opens(*at));
        let from = sentence.unwrap_or(first.saturating_sub(LEAD));
        // No shorter at the end of the text than elsewhere.
        let from = from.min(words.len().saturating_sub(SHOWN));
        from..words.len().min(from + SHOWN)
    };
    let mut begins: Vec<_> = found.iter().map(|(place, _)| stretch(place.start)).collect();
    if begins.is_empty() {
        begins.push(0..words.len().min(SHOWN));
    }
    begins
}

/// The stretch with the most different phrases, then the most matches, then the first.
fn best(stretches: &[Range<usize>], found: &[(Range<usize>, usize)]) -> Range<usize> {
    let mut best = (0, 0, 0..0);
    for stretch in stretches {
        let from = found.partition_point(|(place, _)| place.start < stretch.start);
        let within: Vec<usize> = found[from..]
            .iter()
            .take_while(|(place, _)| place.end <= stretch.end)
            .map(|(_, phrase)| *phrase)
            .collect();
        let different = (0..within.len()).filter(|at| !within[..*at].contains(&within[*at])).count();
        if best.2.is_empty() || (different, within.len()) > (best.0, best.1) {
            best = (different, within.len(), stretch.clone());
        }
    }
    best.2
}

/// Where the words of a text stand: runs of letters, digits and the marks that belong to them.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_part = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_part)?;
        let end = text[start..].find(|letter| !is_part(letter)).map_or(text.len(), |length| start + length);
        at = end;
        Some(start..end)
    })
}

fn pieces(
    text: &str,
    shown: Range<usize>,
    found: &[(Range<usize>, usize)],
    words: &[Range<usize>],
) -> Vec<Piece> {
    let piece = |text: &str, matched| Piece { text: text.replace(['\n', '\t'], " "), matched };
    let mut pieces = Vec::new();
    let mut at = shown.start;
    for (place, _) in found {
        let (start, end) = (words[place.start].start, words[place.end - 1].end);
        if start < at || end > shown.end {
            continue;
        }
        pieces.push(piece(&text[at..start], false));
        pieces.push(piece(&text[start..end], true));
        at = end;
    }
    pieces.push(piece(&text[at..shown.end], false));
    joined(pieces)
}

/// Without empty pieces, and with what is alike beside each other as one.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut whole: Vec<Piece> = Vec::new();
    for piece in pieces.into_iter().filter(|piece| !piece.text.is_empty()) {
        match whole.last_mut().filter(|last| last.matched == piece.matched) {
            Some(last) => last.text.push_str(&piece.text),
            None => whole.push(piece),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use crate::search::Query;

    #[track_caller]
    fn check(query: &str, text: &str, expect: &str) {
        let drawn: String = Query::parse(query)
            .sought()
            .around(text)
            .into_iter()
            .map(|piece| if piece.matched { format!("[{}]", piece.text) } else { piece.text })
            .collect();
        assert_eq!(drawn, expect);
    }

    #[test]
    fn the_words_around_the_best_match_are_shown() {
        check("truce", "A truce.", "A [truce].");
        check("tru", "Trüce, truces and a TRUCE", "[Trüce], [truces] and a [TRUCE]");
        check("\"a truce\"", "The truce is a\ntruce, a trucer", "The truce is [a truce], a trucer");
        check("nothing", "A truce.", "A truce.");
        check("", "", "");
        check("停火", "停火协议。", "[停火协议]。");
        let long = format!(
            "{}End of it. The truce holds until the vote. {}",
            "word ".repeat(90),
            "more ".repeat(90)
        );
        let shown = format!("…The [truce] holds until the vote. {}…", "more ".repeat(18));
        check("truce", &long, &shown);
        check("truce more", &long, &shown.replace("more", "[more]"));
        let end = format!("{}a truce", "word ".repeat(90));
        check("truce", &end, &format!("…{}a [truce]", "word ".repeat(22)));
    }
}
