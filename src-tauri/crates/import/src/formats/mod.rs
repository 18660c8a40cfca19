//! The formats that can be read, one file or folder each.
//!
//! A new format is a type that implements [`Format`] and a line in [`FORMATS`]; nothing else has to know of it.

mod html;
mod markdown;
mod text;

use crate::refusal::Reason;
use crate::{Extracted, Input, signature};

/// How a format takes to an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// It is not this format.
    No,
    /// It can be read as this format when no other claims it.
    Possible,
    /// Its name or its sender says so.
    Likely,
    /// Its contents say so, whatever it is called.
    Certain,
}

/// A kind of document.
pub trait Format: Sync {
    /// What people call it, such as `plain text`.
    fn name(&self) -> &'static str;

    /// The usual extensions in lower case, the commonest first.
    fn extensions(&self) -> &'static [&'static str];

    /// How likely the input is of this format. Looks at no more than its beginning.
    fn sniff(&self, input: &Input<'_>) -> Confidence;

    /// Reads the input.
    ///
    /// # Errors
    /// The reason why it could not be read.
    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason>;
}

/// Every format, in the order in which they win a tie.
pub const FORMATS: &[&dyn Format] = &[&html::Html, &markdown::Markdown, &text::Text];

/// Every extension that can be imported, for a dialog that opens files.
pub fn extensions() -> Vec<&'static str> {
    FORMATS.iter().flat_map(|format| format.extensions()).copied().collect()
}

/// The format an input is to be read as.
pub(crate) fn choose(input: &Input<'_>) -> Result<&'static dyn Format, Reason> {
    let mut best = (Confidence::No, None);
    for format in FORMATS {
        let confidence = format.sniff(input);
        if confidence > best.0 {
            best = (confidence, Some(*format));
        }
    }
    best.1.ok_or_else(|| {
        let what = signature::of(input).map(str::to_owned);
        let named_as_ours = extensions().contains(&input.extension().as_str());
        if named_as_ours || input.is_pasted() {
            Reason::NotText { what }
        } else {
            Reason::Unsupported { what }
        }
    })
}

/// The formats in words, for the sentence that refuses another.
pub(crate) fn supported() -> String {
    let named: Vec<String> = FORMATS
        .iter()
        .map(|format| {
            let extensions: Vec<String> = format.extensions().iter().map(|e| format!(".{e}")).collect();
            format!("{} ({})", format.name(), extensions.join(", "))
        })
        .collect();
    match named.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => named.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PASTED;

    #[track_caller]
    fn check(name: &str, media_hint: Option<&str>, bytes: &[u8], expect: &Result<&str, Reason>) {
        let format = choose(&Input { name, media_hint, bytes }).map(Format::name);
        assert_eq!(format.as_ref(), expect.as_ref());
    }

    fn not_text(what: &str) -> Result<&'static str, Reason> {
        Err(Reason::NotText { what: Some(what.to_owned()) })
    }

    fn unsupported(what: &str) -> Result<&'static str, Reason> {
        Err(Reason::Unsupported { what: Some(what.to_owned()) })
    }

    #[test]
    fn names_and_hints_decide() {
        check("a.txt", None, b"text", &Ok("plain text"));
        check("A.TXT", None, b"# text", &Ok("plain text"));
        check("a.md", None, b"text", &Ok("Markdown"));
        check("a.htm", None, b"text", &Ok("a web page"));
        check("README", None, b"text", &Ok("plain text"));
        check(PASTED, None, b"text", &Ok("plain text"));
        check(PASTED, Some("text/html; charset=utf-8"), b"<p>text", &Ok("a web page"));
        check(PASTED, Some("text/markdown"), b"text", &Ok("Markdown"));
    }

    #[test]
    fn contents_overrule_names_but_not_the_clipboard() {
        check("a.txt", None, b"\xef\xbb\xbf\n<!-- saved --><!DOCTYPE html><p>text", &Ok("a web page"));
        check("a", None, b"<HTML lang=en>", &Ok("a web page"));
        check(PASTED, Some("text/plain"), b"<html><p>code to quote", &Ok("plain text"));
        check("a.txt", None, b"<htmlish> is not a tag", &Ok("plain text"));
    }

    #[test]
    fn what_is_no_text_is_named() {
        check("a.txt", None, b"%PDF-1.7 ...", &not_text("a PDF document"));
        check("a.html", None, b"\x89PNG\r\n\x1a\n", &not_text("a PNG picture"));
        check("a.md", None, b"PK\x03\x04......word/document.xml", &not_text("a Word document"));
        check("a.txt", None, &[0; 64], &Err(Reason::NotText { what: None }));
        check("a.pdf", None, b"%PDF-1.7 ...", &unsupported("a PDF document"));
        check("a.eml", None, b"From: ministry", &unsupported("an e-mail"));
        check("a.bin", None, &[0; 64], &Err(Reason::Unsupported { what: None }));
    }
}
