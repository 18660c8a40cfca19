//! A text as words and signs, with where its paragraphs and sentences begin.

use super::lexicon::Lexicon;
use crate::sources::Structure;

/// A word or a sign. Positions count Unicode scalar values.
#[derive(Debug, Clone, Copy)]
pub(in crate::analysis) struct Token<'t> {
    pub(in crate::analysis) text: &'t str,
    pub(in crate::analysis) start: u32,
    pub(in crate::analysis) end: u32,
    /// The first of its paragraph.
    pub(in crate::analysis) opens_paragraph: bool,
    /// The first of its sentence.
    pub(in crate::analysis) opens_sentence: bool,
    /// Nothing stands between it and the one before.
    pub(in crate::analysis) joined: bool,
}

impl Token<'_> {
    pub(in crate::analysis) fn is_word(&self) -> bool {
        self.text.starts_with(|first: char| {
            first.is_alphanumeric() || is_apostrophe(first) && self.text.len() > first.len_utf8()
        })
    }

    /// Whether a quotation in single marks begins with this word: "'Each", and not "’90s".
    pub(in crate::analysis) fn opens_single_quote(&self) -> bool {
        !self.joined
            && self.text.starts_with(is_apostrophe)
            && self.text.chars().nth(1).is_some_and(char::is_alphabetic)
    }

    /// The word without the mark that opens a quotation before it.
    pub(in crate::analysis) fn unquoted(&self) -> &str {
        if self.opens_single_quote() { self.text.trim_start_matches(is_apostrophe) } else { self.text }
    }

    pub(in crate::analysis) fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    pub(in crate::analysis) fn is_possessive(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(is_apostrophe) && matches!(letters.as_str(), "s" | "S" | "")
    }
}

/// The words of a text in order.
#[derive(Debug)]
pub(in crate::analysis) struct Words<'t> {
    pub(in crate::analysis) tokens: Vec<Token<'t>>,
}

impl<'t> Words<'t> {
    /// The words of `text`; paragraphs begin where `structure` says, or without one at each line.
    pub(in crate::analysis) fn of(text: &'t str, structure: &Structure, lexicon: &Lexicon) -> Self {
        let mut tokens = cut(text);
        let mut starts = structure.spans.iter().map(|span| span.start).peekable();
        let by_line = structure.spans.is_empty();
        let mut line_broken = true;
        let mut before = 0;
        for token in &mut tokens {
            if token.text == "\n" {
                line_broken = true;
                continue;
            }
            let mut opens = by_line && line_broken || before == 0;
            while starts.next_if(|start| *start <= token.start).is_some() {
                opens = true;
            }
            token.opens_paragraph = opens;
            line_broken = false;
            before = token.end;
        }
        tokens.retain(|token| token.text != "\n");
        let mut words = Self { tokens };
        words.mark_sentences(lexicon);
        words
    }

    /// The sentences as ranges of tokens.
    pub(in crate::analysis) fn sentences(&self) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        let mut at = 0;
        std::iter::from_fn(move || {
            let start = at;
            (start < self.tokens.len()).then(|| {
                at = (start + 1..self.tokens.len())
                    .find(|next| self.tokens[*next].opens_sentence)
                    .unwrap_or(self.tokens.len());
                start..at
            })
        })
    }

    fn mark_sentences(&mut self, lexicon: &Lexicon) {
        // Whether a full stop has been seen, with only closing signs since.
        let mut ended = true;
        for at in 0..self.tokens.len() {
            let token = self.tokens[at];
            let closes = matches!(token.text, "”" | "’" | "\"" | "'" | ")" | "]" | "»");
            let opens = token.opens_paragraph
                || ended && !(token.joined && closes) && starts_a_sentence(&self.tokens[at..]);
            self.tokens[at].opens_sentence = opens;
            ended = match token.text {
                "!" | "?" | "…" => true,
                "." => {
                    at == 0
                        || !self.tokens[at - 1].joined_short_form(lexicon)
                        // "He said “no.”"
                        || self.tokens.get(at + 1).is_some_and(|next| next.joined && matches!(next.text, "”" | "\"" | "’"))
                }
                _ => ended && closes && token.joined && !opens,
            };
        }
    }
}

impl Token<'_> {
    fn joined_short_form(&self, lexicon: &Lexicon) -> bool {
        lexicon.short_forms.contains(&self.text.to_lowercase())
    }
}

fn starts_a_sentence(tokens: &[Token<'_>]) -> bool {
    let mut letters = tokens.iter().take(3).filter(|token| token.is_word() || token.is_capitalised());
    let opening = tokens.first().is_some_and(|first| !first.joined);
    opening && letters.next().is_some_and(|word| !word.text.starts_with(char::is_lowercase))
}

pub(super) fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '’' | '\'' | 'ʼ')
}

/// Words are runs of letters and digits; an apostrophe begins a word of its own with the letters after it, and
/// initials keep their full stops: "Kessia", "’s", "U.S.".
fn cut(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut letters = text.char_indices().peekable();
    let mut position = 0;
    let mut joined = false;
    while let Some((from, first)) = letters.next() {
        let start = position;
        position += 1;
        if first.is_whitespace() && first != '\n' {
            joined = false;
            continue;
        }
        if first.is_alphanumeric() || is_apostrophe(first) {
            let mut length = 1;
            while letters.next_if(|(_, next)| next.is_alphanumeric()).is_some() {
                position += 1;
                length += 1;
            }
            while first.is_uppercase() && length == 1 {
                let rest = &text[from..];
                let end = letters.peek().map_or(text.len(), |(at, _)| *at);
                if !rest[end - from..].starts_with('.') {
                    break;
                }
                letters.next();
                position += 1;
                let more = letters.clone().next().is_some_and(|(_, next)| next.is_uppercase())
                    && letters.clone().nth(1).is_some_and(|(_, next)| next == '.');
                if !more {
                    break;
                }
                letters.next();
                position += 1;
            }
        }
        let end = letters.peek().map_or(text.len(), |(at, _)| *at);
        tokens.push(Token {
            text: &text[from..end],
            start,
            end: position,
            opens_paragraph: false,
            opens_sentence: false,
            joined,
        });
        joined = first != '\n';
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let lexicon = Lexicon::of(None);
        let words = Words::of(text, &Structure::default(), lexicon);
        let letters: Vec<char> = text.chars().collect();
        let sentences: Vec<String> = words
            .sentences()
            .map(|range| {
                let (first, last) = (words.tokens[range.start], words.tokens[range.end - 1]);
                letters[first.start as usize..last.end as usize].iter().collect()
            })
            .collect();
        assert_eq!(sentences, expect);
    }

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        check("", &[]);
        check("One. Two!  Three?", &["One.", "Two!", "Three?"]);
        check(
            "Mr. Vorne met the U.S. Secretary of State. He left.",
            &["Mr. Vorne met the U.S. Secretary of State.", "He left."],
        );
        check("“We agree.” “Do we?” 👍 Yes.", &["“We agree.”", "“Do we?”", "👍 Yes."]);
        check("They voted \"no.\" Others did not.", &["They voted \"no.\"", "Others did not."]);
        check("It cost 3.5 million. (Nobody paid.)", &["It cost 3.5 million.", "(Nobody paid.)"]);
        check("A heading\nA text, e.g. this", &["A heading", "A text, e.g. this"]);
    }

    #[test]
    fn words_keep_their_initials_and_lose_their_possessives() {
        let words = |text| cut(text).into_iter().map(|token| token.text.to_owned()).collect::<Vec<_>>();
        assert_eq!(words("The U.S.’s J.D. Vance, A."), ["The", "U.S.", "’s", "J.D.", "Vance", ",", "A."]);
        assert_eq!(words("don't EU-wide"), ["don", "'t", "EU", "-", "wide"]);
    }
}
