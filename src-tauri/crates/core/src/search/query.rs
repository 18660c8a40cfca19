//! What somebody typed into the search box, read kindly: whatever it is, it is a query and never a mistake.

use super::context::Sought;
use super::filter::Filters;
use crate::fold::folded;

/// What to look for: every term must occur, and the filters must let it through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
    pub(super) filters: Filters,
}

/// Words that must follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    words: String,
    /// Whether the last word may go on, as it does while somebody types.
    open: bool,
}

impl Query {
    /// Reads `text`: words, each of which may go on; phrases between straight or curly quotation marks, which may not,
    /// unless their end is still to be typed; and filters such as `in:notes` or `actor:"Country A"`. What looks like a
    /// filter and is none is words.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let mut pieces = text.split(['"', '“', '”', '„', '«', '»']).peekable();
        let mut quoted = false;
        // The filter whose value the quoted piece is.
        let mut named = None;
        while let Some(piece) = pieces.next() {
            let is_last = pieces.peek().is_none();
            if quoted {
                let taken = named.take().is_some_and(|name: &str| query.filters.take(name, piece));
                query.terms.extend(Term::new(piece, is_last).filter(|_| !taken));
            } else {
                let mut words = piece;
                if let Some((before, name)) = filter_at_the_end(piece).filter(|_| !is_last) {
                    (words, named) = (before, Some(name));
                }
                for word in words.split_whitespace() {
                    let taken =
                        word.split_once(':').is_some_and(|(name, value)| query.filters.take(name, value));
                    query.terms.extend(Term::new(word, true).filter(|_| !taken));
                }
            }
            quoted = !quoted;
        }
        query
    }

    /// Whether it asks for nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.filters.is_empty()
    }

    /// Its words, to be marked in what was found.
    pub(super) fn sought(&self) -> Sought {
        let mut sought = Sought::default();
        for term in &self.terms {
            sought.add(&term.words, term.open);
        }
        sought
    }

    /// The query in the language of the index (SQLite FTS5, 3: implicit AND of quoted strings); `None` if
    /// there is nothing to look for.
    pub(super) fn matching(&self) -> Option<String> {
        let terms: Vec<String> = self.terms.iter().map(Term::matching).collect();
        (!terms.is_empty()).then(|| terms.join(" "))
    }
}

/// A word by itself, as a list is narrowed by what is typed.
pub(crate) struct Word {
    /// As names are compared.
    pub(crate) folded: String,
    /// In the language of the index.
    pub(crate) matching: String,
}

/// The words of what is typed, each of which may go on. No filters and no phrases: what looks like one is words.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let terms = text.split_whitespace().filter_map(|word| Term::new(word, true));
    terms.map(|term| Word { folded: folded(&term.words), matching: term.matching() }).collect()
}

/// What stands before a filter's name that waits for its value, and the name.
fn filter_at_the_end(piece: &str) -> Option<(&str, &str)> {
    let start = piece
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + piece[at..].chars().next().map_or(1, char::len_utf8));
    let name = piece[start..].strip_suffix(':')?;
    ["actor", "issue", "stance", "in", "before", "after"].contains(&name).then_some((&piece[..start], name))
}

impl Term {
    /// `None` without a letter or digit: the index holds nothing else.
    fn new(words: &str, open: bool) -> Option<Self> {
        let words: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let words = words.trim();
        words.chars().any(char::is_alphanumeric).then(|| Self { words: words.to_owned(), open })
    }

    fn matching(&self) -> String {
        // The quotation marks make it a string, in which no character has a meaning of its own.
        format!("\"{}\"{}", self.words.replace('"', "\"\""), if self.open { "*" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        assert_eq!(Query::parse(text).matching().as_deref(), expect);
    }

    #[test]
    fn queries() {
        check("", None);
        check(" \t", None);
        check("*", None);
        check("\" - \" ( )", None);
        check("ceasefire", Some("\"ceasefire\"*"));
        check("de facto", Some("\"de\"* \"facto\"*"));
        check("\"de facto\" Crimea", Some("\"de facto\" \"Crimea\"*"));
        check("„de jure“", Some("\"de jure\""));
        check("\"de fac", Some("\"de fac\"*"));
        check("NOT a AND (b", Some("\"NOT\"* \"a\"* \"AND\"* \"(b\"*"));
        check("actor:x", None);
        check("actor:\"Country A\" truce", Some("\"truce\"*"));
        check("in:notes, truce", Some("\"in:notes,\"* \"truce\"*"));
        check(
            "stance:maybe before:yesterday actor:",
            Some("\"stance:maybe\"* \"before:yesterday\"* \"actor:\"*"),
        );
        check("null\0byte title:x", Some("\"null byte\"* \"title:x\"*"));
    }
}
