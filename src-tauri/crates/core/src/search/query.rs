//! What somebody typed into the search box, read kindly: whatever it is, it is a query and never a mistake.

/// What to look for: every term must occur.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

/// Words that must follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    words: String,
    /// Whether the last word may go on, as it does while somebody types.
    open: bool,
}

impl Query {
    /// Reads `text`: words, each of which may go on, and phrases between straight or curly quotation marks,
    /// which may not, unless their end is still to be typed.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut terms = Vec::new();
        let mut pieces = text.split(['"', '“', '”', '„', '«', '»']).peekable();
        let mut quoted = false;
        while let Some(piece) = pieces.next() {
            if quoted {
                terms.extend(Term::new(piece, pieces.peek().is_none()));
            } else {
                terms.extend(piece.split_whitespace().filter_map(|word| Term::new(word, true)));
            }
            quoted = !quoted;
        }
        Self { terms }
    }

    /// The query in the language of the index (SQLite FTS5, 3: implicit AND of quoted strings); `None` if
    /// there is nothing to look for.
    pub(super) fn matching(&self) -> Option<String> {
        let terms: Vec<String> = self.terms.iter().map(Term::matching).collect();
        (!terms.is_empty()).then(|| terms.join(" "))
    }
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
        check("null\0byte title:x", Some("\"null byte\"* \"title:x\"*"));
    }
}
