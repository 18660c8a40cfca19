//! PDF documents: the words in the order of reading, where each page starts, and paragraphs made of lines.
//!
//! A PDF says where each letter stands and nothing of what it belongs to. The library takes the file apart and knows
//! its fonts; words, lines, columns, headings, paragraphs, broken words and running heads are concluded here:
//!
//! `content` (letters with their places) → `runs` → `segments` → `columns` → `lines` → `running` → `paragraphs`.

mod columns;
mod content;
mod direction;
mod faces;
mod facts;
mod fields;
mod glyphs;
mod hyphens;
mod labels;
mod layers;
mod letters;
mod lines;
mod pages;
mod paragraphs;
mod running;
mod runs;
mod segments;
mod state;
mod strings;
mod tables;

use crate::extracted::{Extracted, Warning, WarningCode};
use crate::refusal::Reason;
use crate::signature::{self, Content};
use crate::{Confidence, Format, Input, guess};
use pages::{Page, attempt};

/// A PDF document.
pub(crate) struct Pdf;

impl Format for Pdf {
    fn name(&self) -> &'static str {
        "a PDF document"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["pdf"]
    }

    fn sniff(&self, input: &Input<'_>) -> Confidence {
        let claim = signature::claim(input, Content::Pdf, self.extensions());
        // Some programs put something before the document; readers look for its beginning in the first kilobyte.
        let head = &input.bytes[..input.bytes.len().min(1024)];
        let begins_later = || head.windows(5).any(|window| window == b"%PDF-");
        let named = self.extensions().contains(&input.extension().as_str());
        if claim == Confidence::No && named && begins_later() { Confidence::Likely } else { claim }
    }

    fn read(&self, input: &Input<'_>) -> Result<Extracted, Reason> {
        extract(input, None)
    }
}

/// Reads a document that opens with a password.
pub(crate) fn read_unlocked(input: &Input<'_>, password: &str) -> Result<Extracted, Reason> {
    extract(input, Some(password))
}

fn extract(input: &Input<'_>, password: Option<&str>) -> Result<Extracted, Reason> {
    let document = pages::open(input.bytes, password)?;
    let mut pages = pages::read(&document)?;
    if pages.iter().all(|page| page.letters < Page::FEW_LETTERS) && pages.iter().any(|page| page.pictured) {
        return Err(Reason::Scan);
    }
    let mut warnings = page_warnings(&pages);
    warnings.extend(running::take_out(&mut pages));
    let (text, blocks, starts) = paragraphs::flow(&pages).finish_with_pages();
    if blocks.is_empty() {
        return Err(Reason::NoText);
    }
    let mut meta = attempt(|| Some(facts::read(&document, &pages::catalog(&document)?))).unwrap_or_default();
    meta.title = meta.title.or_else(|| guess::title(input, &text, &blocks));
    meta.published = guess::published(&text).or(meta.published);
    meta.language = guess::language_told(meta.language, &text);
    let media_type = "application/pdf".to_owned();
    Ok(Extracted { pages: starts, warnings, ..Extracted::new(media_type, text, blocks, meta) })
}

/// What a person should know about single pages.
fn page_warnings(pages: &[Page]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let places = |which: &dyn Fn(&Page) -> bool| -> Vec<usize> {
        pages.iter().enumerate().filter(|(_, page)| which(page)).map(|(place, _)| place + 1).collect()
    };
    let pictures = places(&|page| page.pictured && page.letters < Page::FEW_LETTERS);
    if let Some(named) = name_pages(&pictures) {
        let message = format!(
            "{named} a picture with next to no text, so its words are missing; text recognition (OCR) can bring them."
        );
        warnings.push(Warning { code: WarningCode::PagesWithoutText, message });
    }
    if let Some(named) = name_pages(&places(&|page| page.nameless)) {
        let message = format!(
            "{named} partly set in letters that the file does not name, so words are missing; compare with the \
             original, text recognition (OCR) can bring them."
        );
        warnings.push(Warning { code: WarningCode::PartsUnreadable, message });
    }
    if let Some(named) = name_pages(&places(&|page| page.broken)) {
        let message = format!("{named} damaged and could not be read; compare with the original.");
        warnings.push(Warning { code: WarningCode::PartsUnreadable, message });
    }
    warnings
}

/// The numbers of pages as a sentence's beginning, such as "Each of the pages 3, 5–7 is".
fn name_pages(numbers: &[usize]) -> Option<String> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let run = |(first, last): &(usize, usize)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    let list: Vec<String> = runs.iter().map(run).collect();
    match numbers {
        [] => None,
        [only] => Some(format!("Page {only} is")),
        _ => Some(format!("Each of the pages {} is", list.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn pages_in_words() {
        assert_eq!(name_pages(&[]), None);
        assert_eq!(name_pages(&[4]).as_deref(), Some("Page 4 is"));
        assert_eq!(name_pages(&[1, 3, 4, 5, 9]).as_deref(), Some("Each of the pages 1, 3–5, 9 is"));
    }
}
