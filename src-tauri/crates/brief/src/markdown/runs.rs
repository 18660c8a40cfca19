//! Running text.

use super::escape::words;
use crate::manuscript::{Look, Run, Runs, To, Voice, labels};

/// Running text on one line, or several with hard breaks between.
pub(super) fn text(runs: &Runs) -> String {
    let mut text = String::new();
    for run in runs {
        match run {
            Run::Words { text: said, look, .. } => text.push_str(&styled(said, *look)),
            Run::Link { text: said, to: To::Address(url), .. } => text.push_str(&link(said, url)),
            // There are no places in Markdown: the numbers say where to look.
            Run::Link { text: said, .. } => text.push_str(&words(said)),
            Run::Footnote(number) => text.extend(["[^", &number.to_string(), "]"]),
            Run::Symbol(stance) => text.extend([&words(labels::symbol(*stance)), "\u{A0}"]),
            Run::Begin(_) | Run::End(_) => {}
        }
    }
    text.trim().to_owned()
}

/// Emphasis binds to words only: spaces at the ends stay outside, and so do lines.
fn styled(text: &str, look: Look) -> String {
    let strong = look.strong || matches!(look.voice, Voice::Lead | Voice::Label);
    let emphasis = look.emphasis || look.voice == Voice::Translation;
    let mark = match (strong, emphasis) {
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => "",
    };
    let line = |line: &str| {
        let inside = line.trim();
        if mark.is_empty() || inside.is_empty() {
            return words(line);
        }
        let start = line.len() - line.trim_start().len();
        let end = start + inside.len();
        format!("{}{mark}{}{mark}{}", words(&line[..start]), words(inside), words(&line[end..]))
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\\\n")
}

/// An address in angle brackets takes anything but those and line ends.
fn link(text: &str, url: &str) -> String {
    let safe: String = url.chars().filter(|c| !c.is_control()).collect();
    let safe = safe.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E").replace('|', "%7C");
    format!("[{}](<{safe}>)", words(text))
}
