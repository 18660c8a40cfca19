//! Standard output: lines for people, JSON for programs.

use serde_json::Value;
use std::io::{self, IsTerminal, Write};

/// Prints the lines.
pub(crate) fn lines(lines: impl IntoIterator<Item = String>) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in lines {
        writeln!(out, "{line}")?;
    }
    out.flush()
}

/// Prints a value as JSON that people can read too.
pub(crate) fn json(value: &Value) -> io::Result<()> {
    lines([format!("{value:#}")])
}

/// Text from a document, on one line and without anything that a terminal would obey.
pub(crate) fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How to make words stand out, and how to stop.
pub(crate) fn emphasis() -> (&'static str, &'static str) {
    let wanted = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    if wanted { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") }
}

/// The values of an array; of anything else, none.
pub(crate) fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// A string member, or nothing.
pub(crate) fn member<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_cannot_command_the_terminal() {
        assert_eq!(plain("a\u{1b}[2J  b\nc\u{7}"), "a [2J b c");
    }
}
