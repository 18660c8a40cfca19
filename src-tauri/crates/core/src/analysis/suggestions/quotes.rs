//! What stands between quotation marks, in a sentence and across sentences.

use crate::analysis::language::Token;
use std::ops::Range;

/// A sign that opens a quotation.
pub(super) type Mark = char;

/// The quotations in a sentence, by its tokens.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    /// What is quoted, without the signs.
    pub(super) ranges: Vec<Range<usize>>,
    /// It begins within a quotation that a sentence before has opened.
    pub(super) begin_open: bool,
    /// The quotation goes on in the next sentence.
    pub(super) left_open: Option<Mark>,
}

impl Quotes {
    /// Those of a sentence that begins within a quotation opened by `open`.
    pub(super) fn of(tokens: &[Token<'_>], open: Option<Mark>) -> Self {
        let mut quotes = Self { begin_open: open.is_some(), ..Self::default() };
        let mut mark = open;
        let mut from = 0;
        for (at, token) in tokens.iter().enumerate() {
            if mark.is_none() && token.opens_single_quote() {
                mark = Some('‘');
                from = at;
                continue;
            }
            let mut signs = token.text.chars();
            let (Some(sign), None) = (signs.next(), signs.next()) else { continue };
            match mark {
                Some(opened) if closes(opened, sign) && !(opened == '‘' && is_plural(tokens, at)) => {
                    quotes.ranges.push(from..at);
                    mark = None;
                }
                None if matches!(sign, '“' | '"' | '‘' | '«') => {
                    mark = Some(sign);
                    from = at + 1;
                }
                _ => {}
            }
        }
        if mark.is_some() && from < tokens.len() {
            quotes.ranges.push(from..tokens.len());
        }
        quotes.left_open = mark;
        quotes
    }

    /// A sentence that is all spoken, as those of a record are.
    pub(super) fn whole(tokens: &[Token<'_>]) -> Self {
        let mut quotes = Self::default();
        quotes.ranges.push(0..tokens.len());
        quotes
    }

    pub(super) fn hold(&self, at: usize) -> bool {
        let next = self.ranges.partition_point(|range| range.end <= at);
        self.ranges.get(next).is_some_and(|range| range.start <= at)
    }

    /// Whether the sentence is nothing but a quotation, of which nothing in it says whose.
    pub(super) fn are_all(&self, tokens: &[Token<'_>]) -> bool {
        let is_word = |at: &usize| tokens[*at].text.starts_with(char::is_alphanumeric);
        !self.ranges.is_empty() && (0..tokens.len()).filter(is_word).all(|at| self.hold(at))
    }

    /// The last quotation that ends before `at`.
    pub(super) fn before(&self, at: usize) -> Option<&Range<usize>> {
        self.ranges.iter().rev().find(|range| range.end <= at)
    }
}

fn closes(opened: Mark, sign: char) -> bool {
    match opened {
        '‘' => matches!(sign, '’' | '\''),
        '«' => sign == '»',
        _ => matches!(sign, '”' | '"'),
    }
}

/// "The ministers’ letter": no end of a quotation.
fn is_plural(tokens: &[Token<'_>], at: usize) -> bool {
    let ends_in_s = at > 0 && tokens[at].joined && tokens[at - 1].text.ends_with('s');
    ends_in_s && tokens.get(at + 1).is_some_and(Token::is_word)
}
